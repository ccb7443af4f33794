"""The head of the first page: agency and number on the left, Quốc hiệu and date on the right."""

from dataclasses import replace
from itertools import zip_longest

from foreign_layouts import CELL_MARGIN_MM, Builder
from foreign_marks import drawn_line, paragraph, run, table

from vanban.word.metrics import text_width_mm

_RIGHT_MM = 100
_SPACER_MM = 4

Lines = list[tuple[str, str]]
"""Component and words of each line."""


def head(builder: Builder) -> str:
    """The head in the layout's own way."""
    ways = {
        "mot_hang": _one_row,
        "mot_doan": _one_paragraph_for_each_side,
        "hai_hang": _two_rows,
        "ba_hang": _row_for_each_line,
        "ba_cot": _with_spacer,
        "tab": _tabs,
        "dau_cach": _spaces,
    }
    return ways[builder.layout.header](builder)


def title(builder: Builder) -> str:
    """Name of the kind, subject, the line that ties to a decision, and the rule line under them."""
    paper, room = builder.paper, builder.layout.room_mm
    if not paper.title:
        return builder.empty() + (builder.line("ten_loai", paper.stray_title) if paper.stray_title else "")
    lines = [builder.line("ten_loai", paper.title)]
    if paper.tied:
        lines += [builder.line("trich_yeu", text) for text in paper.subject]
        lines.append(builder.line("kem_theo", paper.tied))
        length = builder.length_mm("trich_yeu", paper.subject[-1], room)
        lines += [builder.rule(length, room)] if length else []
    elif paper.subject and paper.kind == "bien_ban":
        lines += [builder.line("trich_yeu", text) for text in paper.subject]
    elif paper.subject:
        shown, hanging = builder.with_rule("trich_yeu", list(paper.subject), room)
        lines += shown + ([builder.line("trong", "", drawn=hanging)] if hanging else [])
    elif builder.length_mm("trich_yeu", paper.title, room):
        lines.append(builder.rule(builder.length_mm("trich_yeu", paper.title, room) or 0, room))
    return "".join([*lines, builder.empty()])


def _names(builder: Builder) -> tuple[Lines, Lines]:
    paper = builder.paper
    left = [("co_quan_chu_quan", text) for text in paper.superior]
    left += [("co_quan_ban_hanh", text) for text in paper.agency]
    return left, [("quoc_hieu", builder.layout.quoc_hieu), ("tieu_ngu", builder.layout.tieu_ngu)]


def _tails(builder: Builder) -> tuple[Lines, Lines]:
    paper = builder.paper
    number = [("so_ky_hieu", paper.number)] if paper.number else []
    return number, [("dia_danh_thoi_gian", paper.place_date)] if paper.place_date else []


def _about(builder: Builder) -> list[str]:
    """The subject of a công văn: 6 pt under the number, further lines close."""
    if builder.paper.title:
        return []
    words = " ".join(builder.paper.subject) if builder.layout.hand.split else None
    first, *rest = [words] if words else builder.paper.subject
    look = replace(builder.look("trich_yeu_cong_van"), before=0)
    further = [paragraph(run(text, look, builder.layout.hand), look) for text in rest]
    return [builder.line("trich_yeu_cong_van", first), *further]


def _column(builder: Builder, names: Lines, code: str, width_mm: float) -> tuple[list[str], str]:
    """The names of one side with the rule line under the last, and the line if it hangs on what follows."""
    own = [text for each, text in names if each == code]
    others = [builder.line(each, text) for each, text in names if each != code]
    shown, hanging = builder.with_rule(code, own, width_mm - 2 * CELL_MARGIN_MM)
    return others + shown, hanging


def _sides(builder: Builder, left_mm: float) -> tuple[list[str], list[str], list[str], list[str]]:
    """Names and tail of the left side, names and tail of the right side."""
    (left, right), (number, date) = _names(builder), _tails(builder)
    shown_left, hanging_left = _column(builder, left, "co_quan_ban_hanh", left_mm)
    shown_right, hanging_right = _column(builder, right, "tieu_ngu", _RIGHT_MM)
    tail_left = [builder.line(code, text, drawn=hanging_left) for code, text in number]
    tail_right = [builder.line(code, text, drawn=hanging_right) for code, text in date]
    if hanging_left and not number:
        shown_left.append(builder.line("trong", "", drawn=hanging_left))
    if hanging_right and not date:
        shown_right.append(builder.line("trong", "", drawn=hanging_right))
    return shown_left, tail_left + _about(builder), shown_right, tail_right


def _one_row(builder: Builder) -> str:
    width = builder.layout.room_mm - _RIGHT_MM
    left, left_tail, right, right_tail = _sides(builder, width)
    pad = [builder.empty()] * abs(len(left) - len(right))
    if len(left) < len(right):
        left = left + pad
    else:
        right = right + pad
    cells = ["".join(left + left_tail), "".join(right + right_tail)]
    return table([cells], (width, _RIGHT_MM))


def _one_paragraph_for_each_side(builder: Builder) -> str:
    """All lines of a side in one paragraph, broken by hand; only the subject of a công văn stands apart."""
    width, hand = builder.layout.room_mm - _RIGHT_MM, builder.layout.hand
    look = replace(builder.look("co_quan_ban_hanh"), bold=False)
    cells = []
    for names, tail, code, side_mm in zip(
        _names(builder), _tails(builder), ("co_quan_ban_hanh", "tieu_ngu"), (width, _RIGHT_MM), strict=True
    ):
        length = builder.length_mm(code, names[-1][1], side_mm - 2 * CELL_MARGIN_MM)
        down = sum(builder.look(each).size for each, _ in names) * 1.15 + 1
        drawn = (
            drawn_line(length, vml=builder.layout.drawn == "vml", down_pt=round(down, 1)) if length else ""
        )
        pieces = [
            run(("\n" if at else "") + text, builder.look(each), hand)
            for at, (each, text) in enumerate(names)
        ]
        pieces += [run(f"\n{text}", builder.look(each), hand) for each, text in tail]
        cells.append(paragraph(drawn + "".join(pieces), look))
    cells[0] += "".join(_about(builder))
    return table([cells], (width, _RIGHT_MM))


def _two_rows(builder: Builder) -> str:
    width = builder.layout.room_mm - _RIGHT_MM
    left, left_tail, right, right_tail = _sides(builder, width)
    rows = [["".join(left), "".join(right)]]
    if left_tail or right_tail:
        rows.append(["".join(left_tail) or builder.empty(), "".join(right_tail) or builder.empty()])
    return table(rows, (width, _RIGHT_MM))


def _row_for_each_line(builder: Builder) -> str:
    """The names in rows of their own; rule lines hang on the last row, or in a row between."""
    width = builder.layout.room_mm - _RIGHT_MM
    left, left_tail, right, right_tail = _sides(builder, width)
    rows = [[a or builder.empty(), b or builder.empty()] for a, b in zip_longest(left, right)]
    tails = ["".join(left_tail) or builder.empty(), "".join(right_tail) or builder.empty()]
    return table([*rows, tails], (width, _RIGHT_MM))


def _with_spacer(builder: Builder) -> str:
    width = builder.layout.room_mm - _RIGHT_MM - _SPACER_MM
    left, left_tail, right, right_tail = _sides(builder, width)
    rows = [["".join(left), builder.empty(), "".join(right)]]
    if left_tail or right_tail:
        rows.append(
            ["".join(left_tail) or builder.empty(), builder.empty(), "".join(right_tail) or builder.empty()]
        )
    return table(rows, (width, _SPACER_MM, _RIGHT_MM))


def _paired(builder: Builder) -> list[tuple[tuple[str, str], tuple[str, str]]]:
    (left, right), (number, date) = _names(builder), _tails(builder)
    blank = ("trong", "")
    if builder.layout.drawn == "gach":
        left, right = [*left, ("ke", "co_quan_ban_hanh")], [*right, ("ke", "tieu_ngu")]
    pairs = list(zip_longest(left, right, fillvalue=blank))
    return pairs + list(zip_longest(number, date, fillvalue=blank))


def _underscores(builder: Builder, code: str) -> tuple[str, str]:
    text = builder.layout.tieu_ngu if code == "tieu_ngu" else builder.paper.agency[-1]
    length = builder.length_mm(code, text, 80) or 0
    return "trong", "_" * round(length / text_width_mm("_", builder.look("trong").size))


def _tabs(builder: Builder) -> str:
    """Plain paragraphs with two centred tab stops."""
    room, hand = builder.layout.room_mm, builder.layout.hand
    stops = ((room - _RIGHT_MM) / 2, room - _RIGHT_MM / 2)
    lines = []
    for left, right in _paired(builder):
        sides = [
            _underscores(builder, text) if code == "ke" else (code, text) for code, text in (left, right)
        ]
        look = replace(builder.look(sides[0][0] if sides[0][1] else sides[1][0]), align="left")
        inner = "".join(run(f"\t{text}", builder.look(code), hand) for code, text in sides)
        lines.append(paragraph(inner, look, tabs=stops))
    return "".join(lines) + _about_below(builder)


def _spaces(builder: Builder) -> str:
    """Plain paragraphs, the words of the two sides pushed to their places by spaces."""
    room, hand = builder.layout.room_mm, builder.layout.hand
    middles = ((room - _RIGHT_MM) / 2, room - _RIGHT_MM / 2)
    lines = []
    for left, right in _paired(builder):
        sides = [
            _underscores(builder, text) if code == "ke" else (code, text) for code, text in (left, right)
        ]
        look = replace(builder.look(sides[0][0] if sides[0][1] else sides[1][0]), align="left")
        inner, at = "", 0.0
        for (code, text), middle in zip(sides, middles, strict=True):
            own = builder.look(code)
            width = text_width_mm(text, own.size, bold=own.bold, italic=own.italic)
            space = text_width_mm(" ", own.size)
            count = max(round((middle - width / 2 - at) / space), 0)
            inner += run(" " * count + text, own, replace(hand, split=False)) if text else ""
            at += count * space + width
        lines.append(paragraph(inner, look))
    return "".join(lines) + _about_below(builder)


def _about_below(builder: Builder) -> str:
    """The subject of a công văn under the left half of the page."""
    if builder.paper.title:
        return ""
    look = replace(builder.look("trich_yeu_cong_van"), right=_RIGHT_MM)
    return paragraph(run(" ".join(builder.paper.subject), look, builder.layout.hand), look)
