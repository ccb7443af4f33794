"""From the law to a blank template: styles, numbering, page, head, signature block.

A `Stationery` collects the blocks of one paper and turns them into a .docx that people go on wording
in Word. Tags of docxtpl may stand in any text ("{{ trich_yeu }}", "{%p for … %}").
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from xml.sax.saxutils import escape

from vanban.law.decree import Decree
from vanban.word.archive import pack
from vanban.word.numbering import numbering_xml
from vanban.word.ooxml import NS, twips
from vanban.word.package_parts import static_parts
from vanban.word.styles import ADDRESSEES_LEFT_MM, RULE_STYLES, style_id, styles_xml
from vanban.word.tables import Band, Column, Paragraph, frame, free_grid, grid

HEAD_LEFT_MM = 65.5
"""Width of the left column of the head. The right one keeps 99.5 mm: at 13 pt the longest date line of
a city ("Thành phố Hồ Chí Minh, ngày 30 tháng 12 năm 2025", 98.7 mm) stands on one line."""
SIGN_LEFT_MM = 90.0
"""Wide, so that long names of receivers stay on one line and the block stays low."""


@dataclass
class Stationery:
    """A paper under construction. Blocks appear in the order in which they are added."""

    decree: Decree
    blocks: list[str] = field(default_factory=list)
    _landscape: bool = False
    _restart: bool = False
    """Of the section that is being filled: whether it lies on its side, whether its pages count from 1."""

    @property
    def text_width_mm(self) -> float:
        """Width between the margins of the page that is being filled."""
        page = self.decree.page
        width = page.cao_mm.use if self._landscape else page.rong_mm.use
        return width - page.le_trai_mm.use - page.le_phai_mm.use

    def paragraph(self, style: str, text: str) -> None:
        """One paragraph; `style` is the name of a Word style or the code of a component of the law."""
        self.blocks.append(self._p(style, text))

    def raw(self, built: Callable[[Paragraph], str]) -> None:
        """A block of its own; `built` gets what makes a paragraph of a style and a text."""
        self.blocks.append(built(self._p))

    def tag(self, text: str) -> None:
        """A paragraph that holds only a tag of docxtpl and vanishes when rendered."""
        self.blocks.append(self._p("noi_dung", text))

    def head(self, *, letter: bool = False, numbered: bool = True, dated: bool = True) -> None:
        """The two-column head: cells 1 to 4 of Phụ lục I, Phần I, Mục IV; with `letter` also cell 5b.

        Minutes have no date there (Mẫu 1.9), what a decision issues has neither number nor date (Mẫu 1.3).
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
        widths = [HEAD_LEFT_MM, self.text_width_mm - HEAD_LEFT_MM]
        low = (
            [self._number(letter=letter), self._date()] if dated else [self._number(letter=letter), [_EMPTY]]
        )
        self.blocks.append(frame(widths, [[left, right], *([low] if numbered else [])]))

    def _number(self, *, letter: bool) -> list[str]:
        return [
            self._p("so_ky_hieu", "{{ dau_trang.so_ky_hieu }}"),
            *([self._p("trich_yeu_cong_van", "V/v {{ trich_yeu }}")] if letter else []),
            self._p("noi_dung", "{%p if dau_trang.du_thao %}"),
            self._p("VB Dự thảo", "DỰ THẢO"),
            self._p("noi_dung", "{%p endif %}"),
        ]

    def _date(self) -> list[str]:
        return [self._p("dia_danh_thoi_gian", "{{ dau_trang.dia_danh_thoi_gian }}")]

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
        self.blocks.append(frame(widths, [[left, right]]))
        self.blocks.append(self._p("VB Ngắt", ""))

    def minutes_signature(self, *, secretary: str = "thu_ky") -> None:
        """Secretary on the left, chair on the right, the receivers below (Mẫu 1.9).

        `secretary` is the field that holds the name of who wrote the minutes.
        """
        left = [self._p("quyen_han", "THƯ KÝ"), self._p("ho_ten", f"{{{{ {secretary} }}}}")]
        right = [
            *self._loop("dong", "khoi_ky.quyen_han", "quyen_han"),
            self._p("ho_ten", "{{ khoi_ky.ho_ten }}"),
        ]
        self.blocks.append(self._p("VB Cách", ""))
        self.blocks.append(frame([self.text_width_mm / 2] * 2, [[left, right]]))
        self.blocks.append(self._p("VB Cách", ""))
        self.paragraph("noi_nhan", "Nơi nhận:")
        self.each("dong", "noi_nhan", "noi_nhan_danh_sach")

    def appendix_title(self, name: str) -> None:
        """Title of the appendix in the field `name`: its number, its name, "(Kèm theo …)" (Mục III.1)."""
        self.paragraph("phu_luc", f"Phụ lục{{% if {name}.so %}} {{{{ {name}.so }}}}{{% endif %}}")
        self.paragraph("ten_phu_luc", f"{{{{ {name}.ten }}}}")
        self.paragraph("kem_theo", f"{{{{ {name}.kem_theo }}}}")
        self.paragraph(RULE_STYLES["phu_luc"], "")
        self.paragraph("VB Cách", "")

    def table(
        self,
        source: str,
        name: str,
        columns: list[Column],
        *,
        total: bool = False,
        band: Band | None = None,
    ) -> None:
        """A table with a heading row that repeats, and a row for each item of a list field.

        `total` prints the last item in bold; `band` opens each group of rows.
        """
        self.blocks.append(grid(source, name, columns, self._p, total=total, band=band))

    def free_table(self, source: str) -> None:
        """A table whose rows are lists of cells; the first row is its heading."""
        self.blocks.append(free_grid(source, self.text_width_mm, self._p))

    def new_section(self, *, landscape: bool = False) -> None:
        """Ends the section that is being filled; the next one, an appendix, counts its pages from 1.

        A section that stays empty when the paper is made leaves no page behind (`word.sections`).
        """
        mark = f'<w:p><w:pPr><w:pStyle w:val="{style_id("VB Ngắt")}"/>{self._section()}</w:pPr></w:p>'
        self.blocks.append(mark)
        self._landscape, self._restart = landscape, True

    def lie_down(self) -> None:
        """Lays the pages of the section that is being filled on their side."""
        self._landscape = True

    def docx(self) -> bytes:
        """The finished template."""
        names = " ".join(f'xmlns:{prefix}="{uri}"' for prefix, uri in NS.items())
        body = "".join(self.blocks) + self._section()
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

    def _section(self) -> str:
        page = self.decree.page
        upright = (page.rong_mm.use, page.cao_mm.use)
        size = upright[::-1] if self._landscape else upright
        turned = ' w:orient="landscape"' if self._landscape else ""
        return (
            '<w:sectPr><w:headerReference w:type="default" r:id="rIdHeader"/>'
            '<w:headerReference w:type="first" r:id="rIdHeaderFirst"/>'
            f'<w:pgSz w:w="{twips(size[0])}" w:h="{twips(size[1])}"{turned}/>'
            f'<w:pgMar w:top="{twips(page.le_tren_mm.use)}" w:right="{twips(page.le_phai_mm.use)}" '
            f'w:bottom="{twips(page.le_duoi_mm.use)}" w:left="{twips(page.le_trai_mm.use)}" '
            f'w:header="{twips(10)}" w:footer="{twips(10)}" w:gutter="0"/>'
            + ('<w:pgNumType w:start="1"/>' if self._restart else "")
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
        listed = _LISTED.get(name, "")
        return f'<w:p><w:pPr><w:pStyle w:val="{style_id(name)}"/>{listed}{extra}</w:pPr>{run}</w:p>'


_EMPTY = "<w:p/>"
_LISTED = {
    "VB Điều không tiêu đề": '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="3"/></w:numPr>',
}
"""LibreOffice numbers by its style only the one style that a level of the list names."""
_AT_LEFT = f'<w:ind w:left="{twips(ADDRESSEES_LEFT_MM)}"/><w:jc w:val="left"/>'
