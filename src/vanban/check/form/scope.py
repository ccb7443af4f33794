"""What the decree does not reach: other files, papers of the Party, legal normative documents.

Such a file is told so once, and nothing in its form is called a fault.
"""

import re
from collections.abc import Iterator
from typing import Final

from vanban.check.form.page import is_legacy, page_rules
from vanban.check.form.paper import Paper
from vanban.check.form.papers import Papers
from vanban.check.form.presence import is_unofficial
from vanban.check.form.static_rules import custom
from vanban.check.form.words import words
from vanban.model.finding import Finding, Place, Severity

UNKNOWN: Final = custom(
    "pham-vi.khong-nhan-ra",
    "Phạm vi: không nhận ra văn bản hành chính",
    sai="tệp không có Quốc hiệu, không có số, ký hiệu",
    dung="văn bản có phần đầu theo mẫu của Phụ lục III",
    vi_sao="Không có phần đầu thì không biết tệp là văn bản gì, nên không bắt lỗi thể thức.",
    muc=Severity.GOI_Y,
)
PARTY: Final = custom(
    "pham-vi.van-ban-dang",
    "Phạm vi: văn bản của Đảng có quy định thể thức riêng",
    sai="văn bản mang tiêu đề “ĐẢNG CỘNG SẢN VIỆT NAM”",
    dung="văn bản hành chính của cơ quan nhà nước",
    vi_sao="Nghị định này không định thể thức văn bản của Đảng.",
    muc=Severity.GOI_Y,
)
NORMATIVE: Final = custom(
    "pham-vi.quy-pham",
    "Phạm vi: văn bản quy phạm pháp luật có quy định thể thức riêng",
    sai="Quyết định số 12/2026/QĐ-UBND",
    dung="Quyết định số 12/QĐ-UBND",
    vi_sao="Văn bản quy phạm theo luật về ban hành văn bản quy phạm pháp luật, không theo Nghị định này.",
    muc=Severity.GOI_Y,
)
OTHER_KIND: Final = custom(
    "ten-loai.ngoai-danh-muc",
    "Tên loại: thuộc 29 loại văn bản hành chính",
    sai="PHIẾU TRÌNH",
    dung="TỜ TRÌNH",
    vi_sao="Với giấy tờ ngoài danh mục, Nghị định không định thành phần nào phải có.",
    muc=Severity.GOI_Y,
)
UNREAD: Final = custom(
    "pham-vi.chua-doc",
    "Phạm vi: có phần của tệp không đọc được",
    sai="trang văn bản là ảnh chụp, hoặc tệp khác được nhúng vào",
    dung="mọi lời văn là chữ gõ",
    vi_sao="Phần không đọc được thì không kiểm tra được; người kiểm tra cần tự xem.",
    muc=Severity.GOI_Y,
)
MACROS: Final = custom(
    "pham-vi.co-macro",
    "Phạm vi: tệp mang chương trình (macro)",
    sai="tệp .docx có macro",
    dung="tệp không có macro",
    vi_sao="Macro chạy được trên máy người nhận; văn bản hành chính không cần tới.",
)
LOOSE: Final = custom(
    "trang.dau-roi",
    "Bộ mã: dấu thanh rời khỏi chữ cái",
    sai="chữ và dấu là hai ký tự (Unicode tổ hợp)",
    dung="chữ có dấu là một ký tự (Unicode dựng sẵn)",
    vi_sao="Lẫn hai cách mã thì tìm kiếm và đối chiếu bỏ sót, dù mắt không thấy khác.",
    muc=Severity.GOI_Y,
)
RULES: Final = (UNKNOWN, PARTY, NORMATIVE, OTHER_KIND, UNREAD, MACROS, LOOSE)

_CODED_NATION = re.compile(
    r"\bc\S{1,3}ng h\S{2,5} x\S{1,3} h\S{1,3}i ch\S{1,3} ngh\S{1,4} vi\S{1,3}t nam", re.IGNORECASE
)
_NATION_REACH: Final = 40
_WITH_YEAR = re.compile(r"/\s*20\d\d\s*/\s*(?:QĐ|NQ|NQLT|NĐ|TT|TTLT|CT)\b|/\s*20\d\d\s*/\s*QH\d|/QH\d")
_NORMATIVE_TITLES: Final = frozenset({"LUẬT", "BỘ LUẬT", "PHÁP LỆNH", "NGHỊ ĐỊNH", "THÔNG TƯ", "LỆNH"})


def check_scope(papers: Papers) -> Iterator[Finding]:
    """One finding for each reason why a file or a paper in it is not, or not wholly, checked."""
    yield from _file(papers)
    if not papers.each:
        place = Place(tep=papers.whole.where or None)
        if coded := _in_old_code(papers):
            yield coded
        if papers.party:
            yield PARTY.finding(place, "văn bản của Đảng: không kiểm tra thể thức theo Nghị định này")
        else:
            yield UNKNOWN.finding(
                place,
                "không thấy Quốc hiệu hay số, ký hiệu ở phần đầu, nên không kiểm tra thể thức",
            )
    for paper in papers.each:
        number, title = paper.first("so_ky_hieu"), paper.first("ten_loai")
        if is_normative(paper):
            yield paper.finding(
                NORMATIVE, "văn bản quy phạm pháp luật: không kiểm tra thể thức", at=number or title
            )
        elif not paper.template and _is_other_kind(paper):
            yield paper.finding(
                OTHER_KIND,
                "không thuộc 29 loại văn bản hành chính của Điều 7, nên không kiểm tra đủ thiếu thành phần",
                at=title,
            )


def _in_old_code(papers: Papers) -> Finding | None:
    """A paper typed in fonts with a code of their own (TCVN3, VNI), known by its Quốc hiệu in that code."""
    for paragraph in papers.whole.sheet.paragraphs[:_NATION_REACH]:
        text = " ".join(paragraph.text.split()).casefold()
        fonts = {span.font for span in paragraph.spans if span.text.strip()}
        if fonts and all(map(is_legacy, fonts)) and _CODED_NATION.search(text):
            rules = page_rules(papers.whole.decree)
            return papers.whole.finding(
                rules["phong"],
                f"văn bản gõ bằng phông {', '.join(sorted(fonts))} theo bảng mã cũ, phải là Times New Roman, "
                "bộ mã Unicode; phần còn lại chưa kiểm tra được",
                at=paragraph,
                fix="chuyển mã sang Unicode bằng công cụ chuyển mã, rồi đặt phông Times New Roman",
            )
    return None


def _file(papers: Papers) -> Iterator[Finding]:
    """What is told of the file itself."""
    sheet = papers.whole.sheet
    place = Place(tep=papers.whole.where or None)
    for remark in sheet.unread:
        yield UNREAD.finding(place, remark)
    if sheet.has_macros:
        yield MACROS.finding(place, "tệp mang macro; chỉ phần chữ được kiểm tra")
    loose = [p for p in sheet.paragraphs if p.loose_marks]
    if loose:
        yield papers.whole.finding(
            LOOSE,
            f"{len(loose)} đoạn có dấu thanh rời; nên gõ lại hoặc chuyển về Unicode dựng sẵn",
            at=loose[0],
        )


def is_under(paper: Paper) -> bool:
    """Whether the decree sets the form of this paper."""
    return not is_normative(paper) and not (paper.foreign and _is_other_kind(paper))


def is_normative(paper: Paper) -> bool:
    """Whether it is a legal normative document: its number holds a year, or its kind is one of theirs."""
    number, title = paper.first("so_ky_hieu"), paper.first("ten_loai")
    if not paper.foreign:
        return False
    if title is not None and words(title).strip(" .:") in _NORMATIVE_TITLES:
        return True
    return number is not None and _WITH_YEAR.search(words(number)) is not None


def _is_other_kind(paper: Paper) -> bool:
    title = paper.first("ten_loai")
    if title is None or "□" in words(title):
        return False
    return paper.kind is None or (bool(paper.title_extra) and is_unofficial(paper))
