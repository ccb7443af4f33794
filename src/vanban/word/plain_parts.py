"""Parts of templates for papers whose text is a list of blocks, each with its level (`model.plain.Block`)."""

from vanban.law.decree import Kind
from vanban.model.plain import ISSUED_WITH
from vanban.word.ooxml import twips
from vanban.word.stationery import Stationery
from vanban.word.styles import FITTED_TABLE_STYLE, style_id
from vanban.word.tables import BORDERS, Paragraph, cell_margins, cell_xml, frame

_STYLES = {
    "doan": "noi_dung",
    "gach": "VB Gạch đầu dòng",
    "cong": "VB Dấu cộng",
    "khoan": "khoan",
    "diem": "diem",
    "khoan_co_tieu_de": "khoan_co_tieu_de",
    "khoan_con": "VB Khoản con",
    "tieu_de": "VB Nhóm",
    "muc_la_ma": "muc_la_ma",
    "dieu": "dieu",
    "dieu_khong_tieu_de": "VB Điều không tiêu đề",
    "phan": "phan",
    "tieu_de_phan": "tieu_de_phan",
    "muc": "muc",
    "tieu_de_muc": "tieu_de_muc",
    "tieu_muc": "tieu_muc",
    "tieu_de_tieu_muc": "tieu_de_tieu_muc",
    "ten_bang": "VB Tên bảng",
}
"""The style of each level of a block, the frequent ones first."""
_ALIGNED = (("giua", "VB Bảng số"), ("phai", "VB Bảng phải"))


def blocks(paper: Stationery, source: str) -> None:
    """The text: a paragraph or a table for each block of the list field `source`."""
    paper.tag(f"{{%p for khoi in {source} %}}")
    for index, (level, style) in enumerate(_STYLES.items()):
        paper.tag(f"{{%p {'elif' if index else 'if'} khoi.cap == '{level}' %}}")
        paper.paragraph(style, "{{ khoi.chu }}")
    paper.tag("{%p elif khoi.cap == 'bang' %}")
    paper.paragraph("VB Trước bảng", "")
    paper.raw(lambda p: _table(paper.text_width_mm, p))
    paper.paragraph("VB Ngắt", "")
    paper.tag("{%p endif %}")
    paper.tag("{%p endfor %}")


def appendices(paper: Stationery) -> None:
    """Each appendix in a section of its own, upright or on its side, with its own page numbers (Mục III.1).

    A section mark tells of the pages before it; the empty section that is left at the end is taken out when
    the paper is finished (`word.sections`).
    """
    paper.tag("{%p if phu_luc %}")
    paper.new_section()
    paper.tag("{%p endif %}")
    paper.tag("{%p for pl in phu_luc %}")
    paper.appendix_title("pl")
    blocks(paper, "pl.than")
    paper.tag("{%p if pl.ngang %}")
    paper.lie_down()
    paper.new_section()
    paper.tag("{%p else %}")
    paper.new_section()
    paper.tag("{%p endif %}")
    paper.tag("{%p endfor %}")


def plain_head(paper: Stationery, kind: Kind) -> None:
    """The letterhead of a kind; what a decision issues has neither number nor date (Mẫu 1.3)."""
    if kind.ma in ISSUED_WITH:
        paper.tag("{%p if kem_theo %}")
        paper.head(numbered=False)
        paper.tag("{%p else %}")
        paper.head()
        paper.tag("{%p endif %}")
    else:
        paper.head(letter=kind.ma == "cong_van", dated=kind.ma != "bien_ban")


def plain_signature(paper: Stationery, kind: Kind) -> None:
    """Who signs and who receives; nobody signs what a decision issues."""
    if kind.ma in ISSUED_WITH:
        paper.tag("{%p if not kem_theo %}")
        paper.signature()
        paper.tag("{%p endif %}")
    else:
        paper.signature()


def parties_signature(paper: Stationery) -> None:
    """The sides of a contract next to each other; those beyond the second below it."""

    def built(p: Paragraph) -> str:
        def offices(name: str) -> list[str]:
            loop = [p("noi_dung", f"{{%p for dong in {name}.quyen_han %}}"), p("noi_dung", "{%p endfor %}")]
            return [loop[0], p("quyen_han", "{{ dong }}"), loop[1]]

        def signer(name: str) -> list[str]:
            return [p("ho_ten", f"{{{{ {name}.ho_ten }}}}")]

        further = [
            p("noi_dung", "{%p for ben in khoi_ky_khac[1:] %}"),
            *offices("ben"),
            *signer("ben"),
            p("noi_dung", "{%p endfor %}"),
        ]
        rows = [
            [offices("khoi_ky"), offices("khoi_ky_khac[0]")],
            [signer("khoi_ky"), [*signer("khoi_ky_khac[0]"), *further]],
        ]
        return frame([paper.text_width_mm / 2] * 2, rows)

    paper.paragraph("VB Cách", "")
    paper.raw(built)
    paper.paragraph("VB Ngắt", "")


def _table(width_mm: float, p: Paragraph) -> str:
    """A ruled table with as many columns as the block has, each cell aligned as it says."""
    heading = _row("{%tc for o in khoi.cot %}", [p("VB Bảng đầu đề", "{{ o.chu }}")], p, "<w:tblHeader/>")
    aligned = []
    for index, (side, style) in enumerate(_ALIGNED):
        aligned += [
            p("VB Bảng", f"{{%p {'elif' if index else 'if'} o.can == '{side}' %}}"),
            p(style, "{{ o.chu }}"),
        ]
    aligned += [p("VB Bảng", "{%p else %}"), p("VB Bảng", "{{ o.chu }}"), p("VB Bảng", "{%p endif %}")]
    rows = [
        _tag_row("{%tr for hang in khoi.hang %}", p),
        _row("{%tc for o in hang.o %}", aligned, p),
        _tag_row("{%tr endfor %}", p),
    ]
    style = f'<w:tblStyle w:val="{style_id(FITTED_TABLE_STYLE)}"/>'
    width = f'<w:tblW w:w="{twips(width_mm)}" w:type="dxa"/>'
    return (
        f'<w:tbl><w:tblPr>{style}{width}{BORDERS}<w:tblLayout w:type="fixed"/>{cell_margins(1.4)}</w:tblPr>'
        f'<w:tblGrid><w:gridCol w:w="{twips(width_mm)}"/></w:tblGrid>{heading}{"".join(rows)}</w:tbl>'
    )


def _row(loop: str, cell: list[str], p: Paragraph, extra: str = "") -> str:
    cells = [
        cell_xml(1.0, [p("VB Bảng", loop)]),
        cell_xml(30.0, cell),
        cell_xml(1.0, [p("VB Bảng", "{%tc endfor %}")]),
    ]
    return f"<w:tr><w:trPr><w:cantSplit/>{extra}</w:trPr>{''.join(cells)}</w:tr>"


def _tag_row(tag: str, p: Paragraph) -> str:
    return f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{cell_xml(30.0, [p('VB Bảng', tag)])}</w:tr>"
