"""The body of a short file, in Markdown → blocks of a paper, each with its level.

Of Markdown only what a clerk needs is read: headings (#), lists (-, +, 1.), tables, **bold**, *italics*,
^[footnotes].
Everything else stays as typed, so that no word is lost. Levels that the decree names are told by their
words in any line ("Điều 1. …", "Chương II", "a) …"): `read.plain.levels`.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Final, Literal

from markdown_it import MarkdownIt
from markdown_it.tree import SyntaxTreeNode

from vanban.model.document import bold, italic, note
from vanban.model.plain import Appendix, Block, Cell, Row
from vanban.read.plain.levels import (
    Context,
    appendix_of,
    blocks_of_heading,
    blocks_of_line,
    capitals,
    finish_articles,
)
from vanban.viet.numbering import letter
from vanban.viet.text import squeeze

_OFF: Final = (
    *("code", "fence", "html_block", "reference", "lheading", "blockquote"),
    *("entity", "html_inline", "autolink", "backticks", "link", "image"),
)
"""What stays as typed: indented lines, addresses; a line of dashes makes no heading of the one above."""
_DEPTH: Final = 40
"""Levels of a list within a list take two each; beyond them Markdown drops words: told as a fault."""
_HIGHEST_NUMBER: Final = 99
"""A line that begins with a larger number ("2025. …") is no item of a list."""
_ALIGNED: Final[dict[str, Literal["trai", "giua", "phai"]]] = {
    "text-align:center": "giua",
    "text-align:right": "phai",
}
_TABLE_NAME = re.compile(r"(?:Bảng|Biểu)(?: số)? \d+", re.IGNORECASE)
_NOTE = re.compile(r"\^\[([^\]]{1,600})\]")
"""A footnote where it hangs: "theo quy định^[Luật Lưu trữ năm 2024.]"."""
_PIPE = re.compile(r"(?<!\\)\|")

_NAMES: Final = ("muc_la_ma", "khoan_co_tieu_de", "khoan_con", "tieu_de", "doan")

Fault = tuple[int, str]
"""Line of the file (from 1), and what is wrong."""


@dataclass
class Body:
    """A body; `first` is the line of the file (from 1) that its first line is.

    `blocks` is what is being filled: the text, then each appendix in turn.
    """

    lines: list[str]
    first: int
    than: list[Block] = field(default_factory=list)
    phu_luc: list[Appendix] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)
    context: Context = field(default_factory=Context)

    @property
    def blocks(self) -> list[Block]:
        """The blocks of the text or of the appendix that was begun last."""
        return self.phu_luc[-1].than if self.phu_luc else self.than

    def add(self, blocks: list[Block], *, heading: bool = False) -> None:
        """Adds blocks; the first heading or line in capitals of an appendix without a name is its name."""
        if self.phu_luc and not self.blocks and not self.phu_luc[-1].ten and len(blocks) == 1:
            (block,) = blocks
            if block.cap in _NAMES and block.so is None and (heading or block.chu.isupper()):
                self.phu_luc[-1].ten = capitals(block.chu)
                return
        for block in blocks:
            self.context.saw(block)
            self.blocks.append(block)


def parse_body(text: str, first: int) -> Body:
    """What a text holds whose first line is line `first` of its file, with all that is wrong in it."""
    parser = MarkdownIt("commonmark", {"maxNesting": _DEPTH}).enable("table").disable(list(_OFF))
    body = Body(text.split("\n"), first)
    tokens = parser.parse(text)
    deep = [token for token in tokens if token.level >= _DEPTH - 2 and token.map]
    if deep:
        body.faults.append(
            (first + (deep[0].map or [0])[0], "danh sách lồng nhau quá sâu, chương trình không đọc hết")
        )
    try:
        for node in SyntaxTreeNode(tokens).children:
            _read(node, body)
        finish_articles(body.than)
    except RecursionError:
        body.faults.append((first, "có dòng dùng dấu * lồng nhau quá sâu"))
    return body


def _read(node: SyntaxTreeNode, body: Body) -> None:
    reader = _READERS.get(node.type)
    if reader is not None:
        reader(node, body)
        return
    for child in node.children:
        _read(child, body)


def _heading(node: SyntaxTreeNode, body: Body) -> None:
    for line in _lines(node):
        if found := appendix_of(line):
            body.phu_luc.append(found)
            body.context = Context()
        else:
            body.add(blocks_of_heading(line, int(node.tag[1:]), body.context), heading=True)


def _paragraph(node: SyntaxTreeNode, body: Body) -> None:
    for line in _lines(node):
        body.add(blocks_of_line(line))


def _rule(node: SyntaxTreeNode, body: Body) -> None:
    """A line of dashes or stars only parts the text; a line of underscores is a place to write."""
    if node.markup.startswith("_") and node.map:
        body.add([Block(cap="doan", chu=squeeze(body.lines[node.map[0]]))])


def _bullets(node: SyntaxTreeNode, body: Body, depth: int = 0) -> None:
    level: Literal["gach", "cong"] = "cong" if depth or node.markup == "+" else "gach"
    for item in node.children:
        _item(item, body, depth, lambda text: [Block(cap=level, chu=text)])


def _numbers(node: SyntaxTreeNode, body: Body, depth: int = 0) -> None:
    """Khoản (1., 2.); within a khoản, or under a heading that is one: điểm (a, b, c, d, đ)."""
    start = int(node.attrs.get("start", 1))
    points = depth > 0 or body.context.in_clause
    for number, item in enumerate(node.children, start=start):
        if number > _HIGHEST_NUMBER or number < 1:
            label, level = f"{item.info}{item.markup}", "doan"
        elif points:
            label, level = f"{letter(number)})", "diem"
        else:
            label, level = f"{number}.", "khoan"
        _item(item, body, depth, _labelled(label, level))


def _labelled(label: str, level: str) -> Callable[[str], list[Block]]:
    return lambda text: [Block.model_validate({"cap": level, "chu": f"{label} {text}"})]


def _item(item: SyntaxTreeNode, body: Body, depth: int, made: Callable[[str], list[Block]]) -> None:
    """An item: its first line is the item, what follows in it are paragraphs and lists below it."""
    first = True
    for child in item.children:
        if child.type == "paragraph":
            for line in _lines(child):
                body.add(made(line) if first else blocks_of_line(line))
                first = False
        elif child.type == "bullet_list":
            _bullets(child, body, depth + 1 if item.type == "list_item" and _is_bullet(item) else 0)
        elif child.type == "ordered_list":
            _numbers(child, body, depth + 1)
        else:
            _read(child, body)


def _is_bullet(item: SyntaxTreeNode) -> bool:
    return item.markup in ("-", "+", "*")


def _table(node: SyntaxTreeNode, body: Body) -> None:
    head, *rest = [row for part in node.children for row in part.children]
    columns = [_cell(cell) for cell in head.children]
    rows = [Row(o=[_cell(cell) for cell in row.children]) for row in rest]
    _too_wide(node, len(columns), body)
    last = body.blocks[-1] if body.blocks else None
    if last is not None and last.cap == "doan" and _TABLE_NAME.match(last.chu):
        body.blocks[-1] = last.model_copy(update={"cap": "ten_bang"})
    body.add([Block(cap="bang", cot=columns, hang=rows)])


def _too_wide(node: SyntaxTreeNode, columns: int, body: Body) -> None:
    """Markdown drops cells beyond the last column: said, since words would be lost."""
    for at in range(*(node.map or [0, 0])):
        if len(_PIPE.findall(body.lines[at].strip().strip("|"))) + 1 > columns:
            body.faults.append((body.first + at, f"hàng này có nhiều ô hơn {columns} cột của bảng"))


def _cell(node: SyntaxTreeNode) -> Cell:
    return Cell(chu=" ".join(_lines(node)), can=_ALIGNED.get(str(node.attrs.get("style", "")), "trai"))


def _lines(node: SyntaxTreeNode) -> list[str]:
    """The words of a node, one text for each line that says a level or was broken on purpose."""
    pieces = [""]
    for child in node.children[0].children if node.children else []:
        _inline(child, pieces)
    lines = [pieces[0]]
    for piece in pieces[1:]:
        if piece.startswith("\n") or blocks_of_line(piece)[0].cap != "doan":
            lines.append(piece.removeprefix("\n"))
        else:
            lines[-1] = f"{lines[-1]} {piece}"
    noted = (_NOTE.sub(_footnote, line) for line in lines)
    return [text for line in noted if (text := squeeze(line))]


def _footnote(found: re.Match[str]) -> str:
    return note(found[1].strip()) if found[1].strip() else found[0]


def _inline(node: SyntaxTreeNode, pieces: list[str]) -> None:
    """Adds the words of a node to the last piece; a break begins the next one ("\\n": on purpose)."""
    mark = {"strong": bold, "em": italic}.get(node.type)
    if node.type in ("softbreak", "hardbreak"):
        pieces.append("\n" if node.type == "hardbreak" else "")
    elif mark is not None:
        inner = [""]
        for child in node.children:
            _inline(child, inner)
        marked = [f"\n{mark(text[1:])}" if text.startswith("\n") else mark(text) for text in inner]
        pieces[-1] += marked[0]
        pieces.extend(marked[1:])
    else:
        pieces[-1] += node.content


_READERS: Final[dict[str, Callable[[SyntaxTreeNode, Body], None]]] = {
    "heading": _heading,
    "paragraph": _paragraph,
    "hr": _rule,
    "bullet_list": _bullets,
    "ordered_list": _numbers,
    "table": _table,
}
