"""Lays the words of a paper out as other people do: in their tables, tabs, spaces, lists and styles.

Nothing here carries a style of this project. Each layout is lawful unless a test bends it: `bend` changes
the look of one component, `rules` the share of a rule line, `margins_mm` a margin.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import takewhile
from typing import Any

from foreign_lists import Lists
from foreign_marks import Hand, Look, drawn_line, paragraph, run, run_properties, table
from foreign_words import Appendix, Block, Paper, Signer, blocks

from vanban.word.metrics import text_width_mm, wrap

CELL_MARGIN_MM = 1.9


@dataclass(frozen=True)
class Layout:
    """One way of making a paper."""

    name: str
    header: str = "mot_hang"
    """"mot_hang", "mot_doan", "hai_hang", "ba_hang", "ba_cot", "tab" or "dau_cach"."""
    breaks: bool = False
    """Whether lines of one cell or title are broken within one paragraph."""
    hand: Hand = field(default_factory=Hand)
    auto_numbers: bool = False
    indent_mm: float = 12.7
    line: tuple[str, float] = ("auto", 1.0)
    drawn: str = "dml"
    """"dml", "vml", "vien" (border of an empty paragraph) or "gach" (underscores)."""
    anchor: str = "rieng"
    """Where a drawn line hangs: "rieng" an empty paragraph, "chu" the text, "sau" the next line."""
    small: bool = False
    """Whether the sizes are 12, 13, 13 instead of 13, 14, 14."""
    heading_style: bool = False
    addressees: str = "dong"
    """"dong" (paragraphs) or "bang" (a table of their own)."""
    signature: str = "bang"
    """"bang" or "tab"."""
    page_number: str = "giua"
    """"giua", "giua_sdt", "phai" or "khong"."""
    margins_mm: tuple[float, float, float, float] = (20, 20, 30, 20)
    """Top, bottom, left, right."""
    rules: dict[str, float | None] = field(default_factory=dict)
    bend: dict[str, dict[str, Any]] = field(default_factory=dict)
    own_appendix_pages: bool = True
    quoc_hieu: str = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
    tieu_ngu: str = "Độc lập - Tự do - Hạnh phúc"

    @property
    def room_mm(self) -> float:
        """The width between the margins."""
        return 210 - self.margins_mm[2] - self.margins_mm[3]


class Builder:
    """The body of one paper in one layout."""

    def __init__(self, paper: Paper, layout: Layout) -> None:
        self.paper, self.layout, self.lists = paper, layout, Lists()
        self.styles: dict[str, Look] = {}
        self.looks = {
            code: replace(look, **layout.bend.get(code, {})) for code, look in self._lawful_looks().items()
        }

    def look(self, code: str) -> Look:
        """How a component looks here."""
        return self.looks[code]

    def _lawful_looks(self) -> dict[str, Look]:
        small, body = self.layout.small, 13 if self.layout.small else 14
        middle = Look(size=body, bold=True, align="center")
        beside = self.layout.addressees == "bang" and not self.paper.wired_by
        text = Look(size=body, before=6, first=self.layout.indent_mm, line=self.layout.line)
        return {
            "quoc_hieu": replace(middle, size=12 if small else 13),
            "tieu_ngu": middle,
            "co_quan_chu_quan": replace(middle, size=12 if small else 13, bold=False),
            "co_quan_ban_hanh": replace(middle, size=12 if small else 13),
            "so_ky_hieu": Look(size=13, align="center", before=6),
            "dia_danh_thoi_gian": Look(size=body, italic=True, align="center", before=6),
            "trich_yeu_cong_van": Look(size=12 if small else 13, align="center", before=6),
            "ten_loai": replace(middle, before=12),
            "trich_yeu": middle,
            "kem_theo": Look(size=body, italic=True, align="center"),
            "giua": replace(middle, before=6),
            "phan": replace(middle, before=6),
            "tieu_de_phan": middle,
            "kinh_gui": Look(size=body, align="center", before=12),
            "kinh_gui_nhieu": Look(size=body, align="left", left=35, before=12),
            "kinh_gui_bang": Look(size=body, align="right", before=12),
            "kinh_gui_danh_sach": Look(size=body, align="left", left=0 if beside else 54),
            "can_cu": replace(text, italic=True),
            "doan": text,
            "dam": replace(text, bold=True),
            "noi_nhan": Look(size=12, bold=True, italic=True, align="left"),
            "noi_nhan_danh_sach": Look(size=11, align="left"),
            "ky": middle,
            "ho_ten": middle,
            "phu_luc": Look(size=14, bold=True, align="center"),
            "ten_phu_luc": middle,
            "o_bang": Look(size=12, align="left"),
            "trong": Look(size=body, align="center"),
            "so_trang": Look(size=body, align="center"),
        }

    # --- one line -------------------------------------------------------------------------------------

    def line(self, code: str, text: str, *, drawn: str = "", **more: Any) -> str:
        """One paragraph of a component; `drawn` is the run of a rule line that hangs on it."""
        look, hand = self.look(code), self.layout.hand
        styled = hand.looks_in == "style"
        style = ""
        if styled:
            style = f"Kieu{code.title().replace('_', '')}"
            self.styles[style] = look
        if self.layout.heading_style and code in ("ten_loai", "trich_yeu", "quoc_hieu"):
            styled, style = False, "Heading1"
            look, hand = replace(look, color=look.color or "000000"), replace(hand, looks_in="direct")
        inner = drawn + run(text, look, hand, styled=styled)
        mark = "" if styled else run_properties(look, hand)
        return paragraph(inner, look, style=style, styled=styled, mark=mark, **more)

    def empty(self) -> str:
        return self.line("trong", "")

    # --- rule lines -----------------------------------------------------------------------------------

    def length_mm(self, code: str, text: str, room_mm: float) -> float | None:
        """How long the rule line under a text is to be; None for none."""
        share = self.layout.rules.get(code, 1.0 if code == "tieu_ngu" else 0.4)
        look = self.look(code)
        lines = wrap(text, room_mm, look.size, bold=look.bold)
        longest = max(text_width_mm(line, look.size, bold=look.bold) for line in lines)
        return None if share is None else share * longest

    def with_rule(self, code: str, lines: list[str], room_mm: float) -> tuple[list[str], str]:
        """The paragraphs of a text and the rule line under them; or the line that hangs on what follows."""
        length = self.length_mm(code, lines[-1], room_mm)
        texts = ["\n".join(lines)] if self.layout.breaks else lines
        if length is None:
            return [self.line(code, text) for text in texts], ""
        look = self.look(code)
        rows = len(wrap(texts[-1], room_mm, look.size, bold=look.bold))
        down = rows * look.size * 1.15 + 1 if self.layout.anchor == "chu" else 2
        drawn = drawn_line(length, vml=self.layout.drawn == "vml", down_pt=round(down, 1))
        where = self.layout.anchor if self.layout.drawn in ("dml", "vml") else "rieng"
        if where == "chu":
            return [*(self.line(code, t) for t in texts[:-1]), self.line(code, texts[-1], drawn=drawn)], ""
        shown = [self.line(code, text) for text in texts]
        return (shown, drawn) if where == "sau" else ([*shown, self.rule(length, room_mm)], "")

    def rule(self, length_mm: float, room_mm: float) -> str:
        """A rule line in a paragraph of its own."""
        side = max((room_mm - length_mm) / 2, 0)
        if self.layout.drawn == "vien":
            look = Look(size=4, align="center", left=side, right=side)
            return paragraph("", look, rule=True)
        if self.layout.drawn == "gach":
            look = Look(size=11, align="center")
            count = round(length_mm / text_width_mm("_", 11))
            return paragraph(run("_" * count, look, self.layout.hand), look)
        return paragraph(drawn_line(length_mm, vml=self.layout.drawn == "vml"), self.look("trong"))

    # --- body -----------------------------------------------------------------------------------------

    def body(self) -> Iterator[str]:
        """Everything under the title."""
        paper = self.paper
        if paper.wired_by:
            yield self.line("kinh_gui", paper.wired_by)
            yield from (self.line("kinh_gui_danh_sach", text) for text in self.listed())
        elif paper.addressees:
            yield from self.addressees()
        if paper.authority:
            yield self.line("giua", paper.authority)
        yield from (self.line("can_cu", text) for text in paper.grounds)
        if paper.order:
            yield self.line("giua", paper.order)
        yield from self.content(paper.body, keep=bool(paper.signers))

    def content(self, lines: tuple[str, ...], *, keep: bool = False, room_mm: float = 0) -> Iterator[str]:
        """The paragraphs and tables of a body; `keep` the last one with what follows."""
        entries = blocks(lines)
        for index, block in enumerate(entries, start=1):
            if block.level != "bang":
                yield self.block(block, keep=keep and index == len(entries))
            elif index == 1 or entries[index - 2].level != "bang":
                rows = takewhile(lambda each: each.level == "bang", entries[index - 1 :])
                yield self.data(list(rows), room_mm or self.layout.room_mm)

    def data(self, rows: list[Block], room_mm: float) -> str:
        """A table of figures with borders."""
        cells = [[self.line("o_bang", text) for text in row.text.split("|")] for row in rows]
        return table(cells, (room_mm / len(cells[0]),) * len(cells[0]), framed=True)

    def listed(self) -> list[str]:
        """The addressees as a list."""
        names = self.paper.addressees
        return [f"- {name}{'.' if name == names[-1] else ';'}" for name in names]

    def addressees(self) -> Iterator[str]:
        """Kính gửi: on one line, or as a list under it, or in a table of two columns."""
        names = self.paper.addressees
        if len(names) == 1:
            yield self.line("kinh_gui", f"Kính gửi: {names[0]}")
        elif self.layout.addressees == "bang":
            left = self.line("kinh_gui_bang", "Kính gửi:")
            right = self.empty() + "".join(self.line("kinh_gui_danh_sach", text) for text in self.listed())
            yield table([[left, right]], (55, self.layout.room_mm - 55))
        else:
            yield self.line("kinh_gui_nhieu", "Kính gửi:")
            yield from (self.line("kinh_gui_danh_sach", text) for text in self.listed())

    def block(self, block: Block, *, keep: bool = False) -> str:
        """One paragraph of the content, numbered by hand or by Word."""
        if block.level in ("giua", "phan"):
            code = "tieu_de_phan" if block.level == "giua" else "phan"
            return self.line(code, block.number + block.text, keep=True)
        heading = block.heading or block.level == "muc"
        number = self.lists.number(block) if self.layout.auto_numbers else 0
        if block.level == "dieu" and not heading:
            look, bold, hand = self.look("doan"), self.look("dam"), self.layout.hand
            inner = run(f"{block.number} ", bold, hand) + run(block.text, look, hand)
            return paragraph(inner, look, keep=keep)
        text = block.text if number else f"{block.number} {block.text}".strip()
        return self.line("dam" if heading else "doan", text, keep=keep or heading, number=number)

    # --- end ------------------------------------------------------------------------------------------

    def end(self) -> Iterator[str]:
        """Nơi nhận and the signature."""
        paper, room = self.paper, self.layout.room_mm
        if not paper.signers:
            return
        receivers = [self.line("noi_nhan", "Nơi nhận:")] if paper.receivers else []
        receivers += [self.line("noi_nhan_danh_sach", text) for text in paper.receivers]
        columns = ["".join(self.signer(signer)) for signer in paper.signers]
        if len(columns) == 1 and self.layout.signature == "tab" and paper.receivers:
            yield from self.tabbed_end(paper.signers[0])
        elif len(columns) == 1:
            yield table([["".join(receivers) or self.empty(), columns[0]]], (room - 85, 85))
        else:
            yield table([columns], (room / 2, room / 2))
            yield from receivers
        yield self.empty()

    def signer(self, signer: Signer) -> Iterator[str]:
        lines = ["\n".join(signer.lines)] if self.layout.breaks else list(signer.lines)
        yield from (self.line("ky", text) for text in lines)
        yield from [self.empty()] * 4
        yield from [self.line("ky", signer.other)] if signer.other else []
        yield self.line("ho_ten", signer.name)

    def tabbed_end(self, signer: Signer) -> Iterator[str]:
        """Two columns by a centred tab stop."""
        left = [("noi_nhan", "Nơi nhận:")]
        left += [("noi_nhan_danh_sach", text) for text in self.paper.receivers]
        right = [("ky", text) for text in signer.lines]
        right += [("trong", "")] * max(len(left) - len(right), 4) + [("ho_ten", signer.name)]
        left += [("trong", "")] * (len(right) - len(left))
        hand, at = self.layout.hand, self.layout.room_mm - 42
        for (code, text), (other, words) in zip(left, right, strict=True):
            inner = run(text, self.look(code), hand)
            inner += run(f"\t{words}", self.look(other), hand) if words else ""
            yield paragraph(inner, replace(self.look(code), align="left"), tabs=(at,))

    def appendix(self, appendix: Appendix) -> Iterator[str]:
        yield self.line("phu_luc", appendix.heading)
        yield self.line("ten_phu_luc", appendix.title)
        if appendix.tied:
            yield self.line("kem_theo", appendix.tied)
        length = 30.0
        yield self.rule(length, self.layout.room_mm)
        yield from self.content(appendix.body, room_mm=227 if appendix.landscape else 0)
