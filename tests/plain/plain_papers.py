"""Plain papers for tests: a short file, made into a .docx the way the program does."""

from datetime import date

from vanban.compose.plain import compose_plain
from vanban.law.decree import Kind, load_decree, load_kinds
from vanban.model.agency import Agency, AgencyBook, Signer
from vanban.model.plain import PlainDocument
from vanban.read.plain.file import parse_plain
from vanban.word.finish import finish
from vanban.word.observe import observe
from vanban.word.plain_templates import cut_template
from vanban.word.template import render

DAY = date(2026, 1, 5)
BOOK = AgencyBook(
    co_quan=[
        Agency(id="tinh", ten="Ủy ban nhân dân tỉnh Mẫu", ky_hieu="UBND"),
        Agency(
            id="so",
            ten="Sở Nội vụ",
            viet_tat="SNV",
            ky_hieu="SNV",
            chu_quan="tinh",
            dia_danh="Mẫu Sơn",
            don_vi_soan_thao="VP",
            nguoi_ky=Signer(quyen_han=["KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"], ho_ten="Trần Thị Mẫu"),
        ),
    ]
)


def kind(code: str) -> Kind:
    found = load_kinds().by_code(code)
    assert found is not None
    return found


def document(code: str, body: str = "Lời văn.", front: str = "", book: AgencyBook = BOOK) -> PlainDocument:
    """The document of a file with a subject; `front` are further lines of its head."""
    head = ["---", f"loai: {code}", "co_quan: so", "trich_yeu: Về việc thử", *front.splitlines(), "---"]
    return compose_plain(parse_plain("\n".join([*head, body]), "thu.md", book), kind(code), book, day=DAY)


def docx(made: PlainDocument) -> bytes:
    decree = load_decree()
    template = cut_template(decree, kind(made.loai))
    rendered = render(template, made.model_dump(mode="json"), where="mẫu")
    return finish(rendered, decree, title=made.tieu_de, language="vi-VN", day=DAY)


def lines(data: bytes) -> list[str]:
    """Every printed line with words, with Word's own number before it."""
    return [
        f"{p.label} {p.text}".strip() for p in observe(data).paragraphs if p.zone == "than" and p.text.strip()
    ]
