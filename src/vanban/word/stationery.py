"""From the law to a blank template: styles, numbering, page, head, signature block.

A `Stationery` collects the blocks of one paper and turns them into a .docx that people go on wording
in Word. Tags of docxtpl may stand in any text ("{{ trich_yeu }}", "{%p for … %}").
"""

from dataclasses import dataclass, field
from xml.sax.saxutils import escape

from vanban.law.decree import Decree
from vanban.word.archive import pack
from vanban.word.numbering import numbering_xml
from vanban.word.ooxml import NS, twips
from vanban.word.package_parts import static_parts
from vanban.word.styles import ADDRESSEES_LEFT_MM, RULE_STYLES, style_id, styles_xml

HEAD_LEFT_MM = 65.5
"""Width of the left column of the head. The right one keeps 99.5 mm: at 13 pt the longest date line of
a city ("Thành phố Hồ Chí Minh, ngày 30 tháng 12 năm 2025", 98.7 mm) stands on one line."""
SIGN_LEFT_MM = 90.0
"""Wide, so that long names of receivers stay on one line and the block stays low."""


@dataclass
class Column:
    """A column of a table: its heading, its cell text, its width, and the style of its cells."""

    heading: str
    text: str
    width_mm: float
    style: str = "VB Bảng"


@dataclass
class Stationery:
    """A paper under construction. Blocks appear in the order in which they are added."""

    decree: Decree
    blocks: list[str] = field(default_factory=list)

    @property
    def text_width_mm(self) -> float:
        """Width between the margins of an upright page."""
        page = self.decree.page
        return page.rong_mm.use - page.le_trai_mm.use - page.le_phai_mm.use

    def paragraph(self, style: str, text: str) -> None:
        """One paragraph; `style` is the name of a Word style or the code of a component of the law."""
        self.blocks.append(self._p(style, text))

    def tag(self, text: str) -> None:
        """A paragraph that holds only a tag of docxtpl and vanishes when rendered."""
        self.blocks.append(self._p("noi_dung", text))

    def head(self) -> None:
        """The two-column head: cells 1 to 4 of Phụ lục I, Phần I, Mục IV.

        A hair of a paragraph stands before it: LibreOffice puts a whole line there by itself when a
        paper that begins with a table has a footnote.
        """
        self.paragraph("VB Ngắt", "")
        left = [
            *self._loop("dong", "dau_trang.co_quan_chu_quan", "co_quan_chu_quan"),
            *self._loop("dong", "dau_trang.co_quan_ban_hanh", "co_quan_ban_hanh"),
            self._p(RULE_STYLES["co_quan"], ""),
        ]
        quoc_hieu, tieu_ngu = (self.decree.component(c).mau_chu[0] for c in ("quoc_hieu", "tieu_ngu"))
        right = [
            self._p("quoc_hieu", quoc_hieu),
            self._p("tieu_ngu", tieu_ngu),
            self._p(RULE_STYLES["tieu_ngu"], ""),
        ]
        left_low = [
            self._p("so_ky_hieu", "{{ dau_trang.so_ky_hieu }}"),
            self._p("noi_dung", "{%p if dau_trang.du_thao %}"),
            self._p("VB Dự thảo", "DỰ THẢO"),
            self._p("noi_dung", "{%p endif %}"),
        ]
        right_low = [self._p("dia_danh_thoi_gian", "{{ dau_trang.dia_danh_thoi_gian }}")]
        widths = [HEAD_LEFT_MM, self.text_width_mm - HEAD_LEFT_MM]
        self.blocks.append(self._table(widths, [[left, right], [left_low, right_low]]))

    def title(self) -> None:
        """Kind, subject and the line under it (cell 5a)."""
        self.paragraph("ten_loai", "{{ ten_loai }}")
        self.paragraph("trich_yeu", "{{ trich_yeu }}")
        self.paragraph(RULE_STYLES["trich_yeu"], "")

    def addressees(self) -> None:
        """Kính gửi: one body on the same line, several on a line each (Mục II.9.d)."""
        self.tag("{%p if kinh_gui|length == 1 %}")
        self.paragraph("kinh_gui", "Kính gửi: {{ kinh_gui[0] }}")
        self.tag("{%p else %}")
        self.blocks.append(self._p("kinh_gui", "Kính gửi:", _AT_LEFT))
        self.tag("{%p for noi in kinh_gui %}")
        self.paragraph("VB Kính gửi danh sách", "- {{ noi }}{{ '.' if loop.last else ';' }}")
        self.tag("{%p endfor %}")
        self.tag("{%p endif %}")

    def each(self, name: str, source: str, style: str, text: str | None = None) -> None:
        """A paragraph for each item of a list field."""
        self.blocks.extend(self._loop(name, source, style, text))

    def signature(self) -> None:
        """Nơi nhận on the left, authority and name on the right; the row never breaks."""
        left = [self._p("noi_nhan", "Nơi nhận:"), *self._loop("dong", "noi_nhan", "noi_nhan_danh_sach")]
        right = [
            *self._loop("dong", "khoi_ky.quyen_han", "quyen_han"),
            self._p("ho_ten", "{{ khoi_ky.ho_ten }}"),
        ]
        widths = [SIGN_LEFT_MM, self.text_width_mm - SIGN_LEFT_MM]
        self.blocks.append(self._p("VB Cách", ""))
        self.blocks.append(self._table(widths, [[left, right]]))
        self.blocks.append(self._p("VB Ngắt", ""))

    def table(self, source: str, name: str, columns: list[Column], *, total: bool = False) -> None:
        """A table with a heading row that repeats, and a row for each item of a list field.

        `total` prints the last item in bold.
        """
        heading = "".join(
            self._cell(c.width_mm, [self._p("VB Bảng đầu đề", c.heading)], _CENTRED) for c in columns
        )
        item = self._row([self._p(c.style, c.text) for c in columns], columns)
        rows = [self._tag_row(f"{{%tr for {name} in {source} %}}", columns), item]
        if total:
            last = self._row([self._p(f"{c.style} đậm", c.text) for c in columns], columns)
            rows[1:] = [
                self._tag_row(tag, columns) if tag else row
                for tag, row in (
                    ("{%tr if loop.last %}", ""),
                    ("", last),
                    ("{%tr else %}", ""),
                    ("", item),
                    ("{%tr endif %}", ""),
                )
            ]
        rows.append(self._tag_row("{%tr endfor %}", columns))
        self.blocks.append(
            f'<w:tbl><w:tblPr>{_GRID_BORDERS}<w:tblLayout w:type="fixed"/>{_cell_margins(1.4)}</w:tblPr>'
            f"<w:tblGrid>{''.join(_grid_column(c.width_mm) for c in columns)}</w:tblGrid>"
            f"<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>{heading}</w:tr>{''.join(rows)}</w:tbl>"
        )

    def _row(self, paragraphs: list[str], columns: list[Column]) -> str:
        cells = (self._cell(c.width_mm, [p]) for c, p in zip(columns, paragraphs, strict=True))
        return f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{''.join(cells)}</w:tr>"

    def _tag_row(self, tag: str, columns: list[Column]) -> str:
        """A row that holds only a tag of docxtpl and vanishes when rendered."""
        return self._row([self._p("VB Bảng", tag if i == 0 else "") for i in range(len(columns))], columns)

    def new_section(self) -> None:
        """Ends the body; what follows is an appendix with page numbers of its own, on its side."""
        self.blocks.append(
            f'<w:p><w:pPr><w:pStyle w:val="{style_id("VB Ngắt")}"/>{self._section()}</w:pPr></w:p>'
        )

    def docx(self, *, landscape_end: bool = False) -> bytes:
        """The finished template; `landscape_end` lays the last section on its side."""
        names = " ".join(f'xmlns:{prefix}="{uri}"' for prefix, uri in NS.items())
        body = "".join(self.blocks) + self._section(landscape=landscape_end, restart=landscape_end)
        document = (
            '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
            f"<w:document {names}><w:body>{body}</w:body></w:document>"
        )
        font = self.decree.page.phong
        return pack(
            {
                **static_parts(style_id(self.decree.component("so_trang").style), font),
                "word/document.xml": document.encode(),
                "word/styles.xml": styles_xml(self.decree).encode(),
                "word/numbering.xml": numbering_xml(font, self.decree.body.thut_dau_dong_mm.use).encode(),
            }
        )

    def _section(self, *, landscape: bool = False, restart: bool = False) -> str:
        page = self.decree.page
        size = (page.cao_mm.use, page.rong_mm.use) if landscape else (page.rong_mm.use, page.cao_mm.use)
        turned = ' w:orient="landscape"' if landscape else ""
        return (
            '<w:sectPr><w:headerReference w:type="default" r:id="rIdHeader"/>'
            '<w:headerReference w:type="first" r:id="rIdHeaderFirst"/>'
            f'<w:pgSz w:w="{twips(size[0])}" w:h="{twips(size[1])}"{turned}/>'
            f'<w:pgMar w:top="{twips(page.le_tren_mm.use)}" w:right="{twips(page.le_phai_mm.use)}" '
            f'w:bottom="{twips(page.le_duoi_mm.use)}" w:left="{twips(page.le_trai_mm.use)}" '
            f'w:header="{twips(10)}" w:footer="{twips(10)}" w:gutter="0"/>'
            + ('<w:pgNumType w:start="1"/>' if restart else "")
            + "<w:titlePg/></w:sectPr>"
        )

    def _loop(self, name: str, source: str, style: str, text: str | None = None) -> list[str]:
        return [
            self._p("noi_dung", f"{{%p for {name} in {source} %}}"),
            self._p(style, text or f"{{{{ {name} }}}}"),
            self._p("noi_dung", "{%p endfor %}"),
        ]

    def _p(self, style: str, text: str, extra: str = "") -> str:
        known = {c.ma: c.style for c in self.decree.components}
        name = known.get(style, style)
        run = f'<w:r><w:t xml:space="preserve">{escape(text)}</w:t></w:r>' if text else ""
        return f'<w:p><w:pPr><w:pStyle w:val="{style_id(name)}"/>{extra}</w:pPr>{run}</w:p>'

    def _table(self, widths_mm: list[float], rows: list[list[list[str]]]) -> str:
        grid = "".join(_grid_column(width) for width in widths_mm)
        body = "".join(
            "<w:tr><w:trPr><w:cantSplit/></w:trPr>"
            + "".join(self._cell(width, cell) for width, cell in zip(widths_mm, row, strict=True))
            + "</w:tr>"
            for row in rows
        )
        total = sum(twips(width) for width in widths_mm)
        return (
            f'<w:tbl><w:tblPr><w:tblW w:w="{total}" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
            f"{_cell_margins(0)}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>{body}</w:tbl>"
        )

    def _cell(self, width_mm: float, paragraphs: list[str], extra: str = "") -> str:
        properties = f'<w:tcPr><w:tcW w:w="{twips(width_mm)}" w:type="dxa"/>{extra}</w:tcPr>'
        return f"<w:tc>{properties}{''.join(paragraphs)}</w:tc>"


_CENTRED = '<w:vAlign w:val="center"/>'
_AT_LEFT = f'<w:ind w:left="{twips(ADDRESSEES_LEFT_MM)}"/><w:jc w:val="left"/>'
_GRID_BORDERS = (
    '<w:tblW w:w="0" w:type="auto"/><w:tblBorders>'
    + "".join(
        f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="000000"/>'
        for side in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    + "</w:tblBorders>"
)


def _cell_margins(mm: float) -> str:
    sides = (f'<w:{side} w:w="{twips(mm)}" w:type="dxa"/>' for side in ("left", "right"))
    return f"<w:tblCellMar>{''.join(sides)}</w:tblCellMar>"


def _grid_column(width_mm: float) -> str:
    return f'<w:gridCol w:w="{twips(width_mm)}"/>'
