"""Tables of a template: a heading row that repeats, and rows that loops of docxtpl repeat."""

from collections.abc import Callable
from dataclasses import dataclass

from vanban.word.ooxml import twips

Paragraph = Callable[[str, str], str]
"""(style or component of the law, text) → the XML of one paragraph."""


@dataclass
class Column:
    """A column of a table: its heading, its cell text, its width, and the style of its cells."""

    heading: str
    text: str
    width_mm: float
    style: str = "VB Bảng"


@dataclass(frozen=True)
class Band:
    """A row across the whole table before the rows of each group: `text` for each `name` in `source`."""

    source: str
    name: str
    text: str


def frame(widths_mm: list[float], rows: list[list[list[str]]]) -> str:
    """A table without lines that lays blocks side by side; no row breaks over a page."""
    body = "".join(
        "<w:tr><w:trPr><w:cantSplit/></w:trPr>"
        + "".join(cell_xml(width, cell) for width, cell in zip(widths_mm, row, strict=True))
        + "</w:tr>"
        for row in rows
    )
    total = sum(twips(width) for width in widths_mm)
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{total}" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
        f"{cell_margins(0)}</w:tblPr><w:tblGrid>{_grid(widths_mm)}</w:tblGrid>{body}</w:tbl>"
    )


def grid(
    source: str,
    name: str,
    columns: list[Column],
    p: Paragraph,
    *,
    total: bool = False,
    band: Band | None = None,
) -> str:
    """A ruled table with a row for each item of a list field; `total` prints the last item in bold."""
    item = _row([p(c.style, c.text) for c in columns], columns)
    rows = [_tag_row(f"{{%tr for {name} in {source} %}}", columns, p), item]
    if total:
        last = _row([p(f"{c.style} đậm", c.text) for c in columns], columns)
        rows[1:] = [
            _tag_row("{%tr if loop.last %}", columns, p),
            last,
            _tag_row("{%tr else %}", columns, p),
            item,
            _tag_row("{%tr endif %}", columns, p),
        ]
    rows.append(_tag_row("{%tr endfor %}", columns, p))
    if band is not None:
        width = sum(c.width_mm for c in columns)
        across = cell_xml(width, [p("VB Bảng đậm", band.text)], f'<w:gridSpan w:val="{len(columns)}"/>')
        rows = [
            _tag_row(f"{{%tr for {band.name} in {band.source} %}}", columns, p),
            f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{across}</w:tr>",
            *rows,
            _tag_row("{%tr endfor %}", columns, p),
        ]
    return _ruled(columns, _heading(columns, p), rows)


def free_grid(source: str, width_mm: float, p: Paragraph) -> str:
    """A ruled table whose rows are lists of cells, as many as there are; the first row is the heading."""

    def row(style: str, heading: bool) -> str:
        tags = [
            cell_xml(1.0, [p("VB Bảng", "{%tc for o in hang %}")]),
            cell_xml(width_mm, [p(style, "{{ o }}")]),
            cell_xml(1.0, [p("VB Bảng", "{%tc endfor %}")]),
        ]
        repeated = "<w:tblHeader/>" if heading else ""
        return f"<w:tr><w:trPr><w:cantSplit/>{repeated}</w:trPr>{''.join(tags)}</w:tr>"

    only = [Column("", "", width_mm)]
    rows = [
        _tag_row(f"{{%tr for hang in {source} %}}", only, p),
        _tag_row("{%tr if loop.first %}", only, p),
        row("VB Bảng đầu đề", heading=True),
        _tag_row("{%tr else %}", only, p),
        row("VB Bảng", heading=False),
        _tag_row("{%tr endif %}", only, p),
        _tag_row("{%tr endfor %}", only, p),
    ]
    return _ruled(only, "", rows)


def cell_xml(width_mm: float, paragraphs: list[str], extra: str = "") -> str:
    """One cell; `extra` are further properties."""
    properties = f'<w:tcPr><w:tcW w:w="{twips(width_mm)}" w:type="dxa"/>{extra}</w:tcPr>'
    return f"<w:tc>{properties}{''.join(paragraphs)}</w:tc>"


def _ruled(columns: list[Column], heading: str, rows: list[str]) -> str:
    widths = [c.width_mm for c in columns]
    return (
        f'<w:tbl><w:tblPr>{_WIDTH}{BORDERS}<w:tblLayout w:type="fixed"/>{cell_margins(1.4)}</w:tblPr>'
        f"<w:tblGrid>{_grid(widths)}</w:tblGrid>{heading}{''.join(rows)}</w:tbl>"
    )


def _heading(columns: list[Column], p: Paragraph) -> str:
    cells = "".join(cell_xml(c.width_mm, [p("VB Bảng đầu đề", c.heading)], _CENTRED) for c in columns)
    return f"<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>{cells}</w:tr>"


def _row(paragraphs: list[str], columns: list[Column]) -> str:
    cells = (cell_xml(c.width_mm, [p]) for c, p in zip(columns, paragraphs, strict=True))
    return f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{''.join(cells)}</w:tr>"


def _tag_row(tag: str, columns: list[Column], p: Paragraph) -> str:
    """A row that holds only a tag of docxtpl and vanishes when rendered."""
    return _row([p("VB Bảng", tag if i == 0 else "") for i in range(len(columns))], columns)


_CENTRED = '<w:vAlign w:val="center"/>'
_WIDTH = '<w:tblW w:w="0" w:type="auto"/>'
BORDERS = (
    "<w:tblBorders>"
    + "".join(
        f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="000000"/>'
        for side in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    + "</w:tblBorders>"
)


def cell_margins(mm: float) -> str:
    """What the cells of a table keep free at their sides."""
    sides = (f'<w:{side} w:w="{twips(mm)}" w:type="dxa"/>' for side in ("left", "right"))
    return f"<w:tblCellMar>{''.join(sides)}</w:tblCellMar>"


def _grid(widths_mm: list[float]) -> str:
    return "".join(f'<w:gridCol w:w="{twips(width)}"/>' for width in widths_mm)
