"""What stands at the end of a line: of the grounds, of the subject, and of the whole text."""

from collections.abc import Iterator
from typing import Final

from vanban.check.form.mends import end_mend, text_mend
from vanban.check.form.paper import Paper
from vanban.check.form.static_rules import breach, custom
from vanban.check.form.words import BLANK, has_words, labelled, words
from vanban.model.finding import Finding
from vanban.model.sheet import Paragraph

SIGNATURE_CODES: Final = ("noi_nhan", "quyen_han", "chuc_vu", "ho_ten")
_END: Final = "./."
_FORM_LETTERS: Final = 20

GROUNDS: Final = breach(
    "can-cu.dau-cuoi-dong",
    "Căn cứ: mỗi dòng kết thúc bằng dấu chấm phẩy, dòng cuối bằng dấu chấm",
    "Phụ lục I, Phần I, Mục II.6.a",
    sai="dòng cuối: Theo đề nghị của Giám đốc Sở,",
    dung="dòng cuối: Theo đề nghị của Giám đốc Sở.",
    vi_sao="Các căn cứ là một chuỗi liệt kê, mỗi căn cứ một dòng.",
    mendable=True,
)
SUBJECT: Final = custom(
    "trich-yeu.dau-cham",
    "Trích yếu: không kết thúc bằng dấu chấm",
    sai="Về công tác phòng, chống lụt bão.",
    dung="Về công tác phòng, chống lụt bão",
    vi_sao="Trích yếu là tên của văn bản; các mẫu không đặt dấu chấm sau tên.",
    like="theo mẫu của Phụ lục III",
    mendable=True,
)
TEXT_END: Final = custom(
    "noi-dung.ket-thuc",
    "Nội dung: kết thúc bằng “./.”",
    sai="… xem xét, quyết định.",
    dung="… xem xét, quyết định./.",
    vi_sao="Dấu “./.” báo rằng lời văn hết ở đó, không ai viết thêm được.",
    like="theo mẫu của Phụ lục III",
)
TOGETHER: Final = custom(
    "khoi-ky.dinh-lien",
    "Khối ký: không đứng một mình trên trang",
    sai="chữ ký sang trang mới, lời văn ở lại trang trước",
    dung="đoạn cuối của lời văn đi cùng khối ký (Giữ với đoạn sau)",
    vi_sao="Trang chỉ có chữ ký có thể bị ghép với lời văn khác.",
)
RULES: Final = (GROUNDS, SUBJECT, TEXT_END, TOGETHER)


def check_endings(paper: Paper) -> Iterator[Finding]:
    """Findings on the ends of lines."""
    yield from _grounds(paper)
    for paragraph in paper.of("trich_yeu", "trich_yeu_cong_van"):
        text = words(paragraph)
        if text.endswith(".") and not text.endswith("..."):
            end = len(paragraph.text.rstrip())
            yield paper.finding(
                SUBJECT,
                "trích yếu kết thúc bằng dấu chấm",
                at=paragraph,
                fix="bỏ dấu chấm cuối",
                mends=[text_mend(paper, paragraph, end - 1, end, "")],
            )
    yield from _text_end(paper)
    if not paper.foreign:
        yield from _kept_together(paper)


def _grounds(paper: Paper) -> Iterator[Finding]:
    for last, paragraph in _with_last(paper.of("can_cu")):
        text, mark = words(paragraph), "." if last else ";"
        if text.endswith((mark, BLANK)) or (last and (text.endswith("…") or paper.open_grounds)):
            continue
        if BLANK in text and sum(map(str.isalpha, text)) < _FORM_LETTERS:
            continue  # "Căn cứ …;" of a form: how many there will be nobody knows
        place = "căn cứ cuối cùng" if last else "căn cứ"
        name = "dấu chấm (.)" if last else "dấu chấm phẩy (;)"
        yield paper.finding(
            GROUNDS,
            f"{place} phải kết thúc bằng {name}",
            at=paragraph,
            quote=text[-80:],
            fix=f"đặt {name} cuối dòng",
            mends=end_mend(paper, paragraph, mark),
        )


def _with_last(paragraphs: list[Paragraph]) -> Iterator[tuple[bool, Paragraph]]:
    for index, paragraph in enumerate(paragraphs, start=1):
        yield index == len(paragraphs), paragraph


def _text_end(paper: Paper) -> Iterator[Finding]:
    last = next((p for p in reversed(_above_signature(paper)) if has_words(p)), None)
    if last is None or last.cell is not None or not paper.signed:
        return
    if paper.foreign and not paper.of("noi_nhan", "ho_ten"):
        return
    text = labelled(last).rstrip(' ”")')
    if not text.endswith((_END, BLANK, f"{BLANK}/.")) and not words(last).endswith(_END):
        yield paper.finding(
            TEXT_END,
            "lời văn không kết thúc bằng “./.”",
            at=last,
            quote=text[-80:],
            fix="thêm “./.” vào cuối",
        )


def _kept_together(paper: Paper) -> Iterator[Finding]:
    """Every paragraph from the last words down to the signature stays with the next one."""
    for paragraph in reversed(_above_signature(paper)):
        if paragraph.cell is None and not paragraph.keep_next:
            yield paper.finding(
                TOGETHER,
                "đoạn ngay trên khối ký chưa được giữ cùng trang với khối ký",
                at=paragraph,
                fix="bật “Giữ với đoạn sau” (Keep with next) cho đoạn này",
            )
            return
        if has_words(paragraph):
            return


def _above_signature(paper: Paper) -> list[Paragraph]:
    """The paragraphs of the body before the first one of Nơi nhận and the signature."""
    block = paper.of(*SIGNATURE_CODES)
    if not block:
        return []
    start = block[0].number
    return [p for p in paper.sheet.paragraphs if p.zone == "than" and p.number < start]
