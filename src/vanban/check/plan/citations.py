"""Citations in a plan: bases that lack parts, open dates, numbers without symbol, bases as a section."""

import re
from collections.abc import Iterator

from vanban.check.plan.places import at_part, capital, short
from vanban.check.plan.reading import Passage, Reading
from vanban.check.rule import Rule
from vanban.model.citation import Citation
from vanban.model.finding import CUSTOM, Finding, Severity
from vanban.model.plan import Plan
from vanban.viet.citations import find_citations
from vanban.viet.doc_numbers import KINDS, STATUTES

BASES = "Phụ lục I, Phần I, Mục II.6.a"
MENTIONS = "Phụ lục I, Phần I, Mục II.6.b"

PARTS = Rule(
    ma="ke-hoach.can-cu-thieu-thanh-phan",
    muc=Severity.LOI,
    ten="Căn cứ thiếu thành phần",
    vi_sao="Căn cứ phải ghi đủ tên loại, số, ký hiệu, ngày tháng năm, cơ quan ban hành, trích yếu.",
    can_cu=BASES,
    sai="Báo cáo kết quả thực hiện Nghị quyết trong 6 tháng đầu năm 2025.",
    dung="Báo cáo số 15/BC-UBND ngày 10 tháng 7 năm 2025 của Ủy ban nhân dân Thành phố về kết quả …",
)
OPEN_DATE = Rule(
    ma="ke-hoach.ngay-bo-trong",
    muc=Severity.LOI,
    ten="Ngày văn bản viện dẫn bỏ trống",
    vi_sao="Viện dẫn lần đầu phải có thời gian ban hành; chữ “ngày” bỏ trống là chỗ viết dở.",
    can_cu=MENTIONS,
    sai="Tờ trình số 2052/TTr-SKHCN ngày",
    dung="Tờ trình số 2052/TTr-SKHCN ngày 16 tháng 6 năm 2025",
)
NO_SYMBOL = Rule(
    ma="ke-hoach.vien-dan-thieu-ky-hieu",
    muc=Severity.LOI,
    ten="Viện dẫn thiếu ký hiệu",
    vi_sao="Cùng một số có thể là nhiều văn bản của nhiều cơ quan; các lần viện dẫn sau vẫn phải có ký hiệu.",
    can_cu=MENTIONS,
    sai="Nghị quyết số 57",
    dung="Nghị quyết số 57-NQ/TW",
)
NO_WORD = Rule(
    ma="ke-hoach.vien-dan-thieu-so",
    muc=Severity.CANH_BAO,
    ten="Viện dẫn thiếu chữ “số”",
    vi_sao="Cả văn bản nên viết một kiểu: tên loại, chữ “số”, rồi số và ký hiệu.",
    can_cu=CUSTOM,
    sai="Nghị quyết 57-NQ/TW",
    dung="Nghị quyết số 57-NQ/TW",
    sua_duoc=True,
)
IN_SECTION = Rule(
    ma="ke-hoach.can-cu-trong-muc",
    muc=Severity.GOI_Y,
    ten="Căn cứ đặt trong một mục riêng",
    vi_sao="Căn cứ trình bày ngay dưới tên loại và trích yếu, chữ nghiêng, không thành một mục đánh số.",
    can_cu=BASES,
    sai="I. CĂN CỨ XÂY DỰNG KẾ HOẠCH",
    dung="Căn cứ Nghị quyết số … ; (ngay dưới trích yếu)",
)
NO_COMPETENCE = Rule(
    ma="ke-hoach.can-cu-thieu-tham-quyen",
    muc=Severity.CANH_BAO,
    ten="Không có căn cứ về thẩm quyền",
    vi_sao="Căn cứ gồm cả văn bản quy định thẩm quyền, chức năng, nhiệm vụ của cơ quan ban hành.",
    can_cu=BASES,
    sai="(các căn cứ chỉ gồm nghị quyết, kế hoạch, báo cáo)",
    dung="Luật Tổ chức chính quyền địa phương;",
)
RULES = (PARTS, OPEN_DATE, NO_SYMBOL, NO_WORD, IN_SECTION, NO_COMPETENCE)

_BY_NAME = tuple(name.casefold() for name in STATUTES)
_ORDINAL = ("Đề án", "Dự án", "Phương án", "Chương trình", "Hợp đồng", "Điều lệ", "Quy chế", "Lệnh")
"""Kinds after which "số 8" is often a place in a list and no number of a document."""
_KIND = "|".join(kind for kind in KINDS if kind not in (*STATUTES, *_ORDINAL))
_NUMBER_ONLY = re.compile(rf"(?<!\w)(?:{_KIND})\s+số\s+\d{{1,5}}\b(?!\s*[-/.]\s*[\dA-ZĐ])")
_OPEN = re.compile(r"\S+/\S+\s+ngày\s*(?:$|[;.,)…_]+|tháng\s*[…._])")


def check(reading: Reading) -> Iterator[Finding]:
    """Findings on citations."""
    plan = reading.plan
    for index, citation in enumerate(plan.can_cu):
        yield from _parts(plan, index, citation)
    yield from _whole(plan)
    short_names = {one.ten_ngan for one in plan.can_cu if one.ten_ngan}
    said: set[tuple[str, str]] = set()
    for passage in reading.passages:
        yield from _once(_broken(passage, short_names), "", said)
        for found in find_citations(passage.text):
            symbol = found.citation.so_ky_hieu or ""
            yield from _once(_mention(passage, found.citation), symbol, said)


def _once(findings: Iterator[Finding], symbol: str, said: set[tuple[str, str]]) -> Iterator[Finding]:
    """The findings whose fault was not yet said of the same document."""
    for finding in findings:
        key = (finding.ma, symbol or finding.trich)
        if key not in said:
            said.add(key)
            yield finding


def _parts(plan: Plan, index: int, one: Citation) -> Iterator[Finding]:
    if (one.loai or one.nguyen_van).casefold().startswith(_BY_NAME):
        return
    open_date = bool(_OPEN.search(one.nguyen_van))
    words = short(one.nguyen_van or one.trich_yeu or "")
    needed = {
        "tên loại": one.loai,
        "số, ký hiệu": one.so_ky_hieu,
        "ngày tháng năm ban hành": one.ngay or open_date,
        "cơ quan ban hành": one.co_quan,
        "trích yếu nội dung": one.trich_yeu,
    }
    missing = [name for name, value in needed.items() if not value]
    if missing:
        yield PARTS.finding(
            at_part(plan, "can_cu", index),
            f"Căn cứ thứ {index + 1} “{words}” thiếu: {'; '.join(missing)}.",
            trich=words,
            cach_sua="Tra văn bản và ghi đủ: tên loại, số, ký hiệu, ngày tháng năm, cơ quan, trích yếu.",
        )


def _whole(plan: Plan) -> Iterator[Finding]:
    section = next((one for one in plan.muc if one.khoa == "can_cu"), None)
    if section:
        yield IN_SECTION.finding(
            at_part(plan, "can_cu"),
            f"Căn cứ nằm trong mục “{section.so_in.rstrip('.')}. {section.ten}”, không ở ngay "
            "dưới trích yếu.",
            trich=section.ten,
            cach_sua="Đưa các căn cứ lên ngay dưới trích yếu, mỗi căn cứ một dòng, và đánh lại "
            "số các mục sau.",
        )
    kinds = {(one.loai or one.nguyen_van).casefold() for one in plan.can_cu}
    lawful = (*_BY_NAME, "nghị định", "quyết định")
    if kinds and not any(kind.startswith(lawful) for kind in kinds):
        yield NO_COMPETENCE.finding(
            at_part(plan, "can_cu"),
            "Không căn cứ nào quy định thẩm quyền, chức năng, nhiệm vụ của cơ quan ban hành "
            "(luật, nghị định, quyết định).",
            cach_sua="Thêm căn cứ về thẩm quyền, ví dụ Luật Tổ chức chính quyền địa phương.",
        )


def _broken(passage: Passage, short_names: set[str]) -> Iterator[Finding]:
    text, who = passage.text, capital(passage.who())
    for match in _OPEN.finditer(text) if "ngày" in text else ():
        yield OPEN_DATE.finding(
            passage.place,
            f"{who}: sau chữ “ngày” trong “{short(text)}” không có ngày tháng năm.",
            trich=match.group().strip(),
            cach_sua="Điền ngày tháng năm ban hành, cơ quan và trích yếu của văn bản được viện dẫn.",
        )
    for match in _NUMBER_ONLY.finditer(text) if " số " in text else ():
        if match.group() not in short_names:
            yield NO_SYMBOL.finding(
                passage.place,
                f"{who}: “{match.group()}” không có ký hiệu.",
                trich=match.group(),
                cach_sua="Ghi đủ số và ký hiệu của văn bản.",
            )


def _mention(passage: Passage, one: Citation) -> Iterator[Finding]:
    kind, symbol = one.loai, one.so_ky_hieu or ""
    if kind is None or kind in STATUTES:
        return
    who, words = capital(passage.who()), short(one.nguyen_van, 60)
    if not re.match(r"số\b", one.nguyen_van[len(kind) :].lstrip(), re.IGNORECASE):
        yield NO_WORD.finding(
            passage.place,
            f"{who}: “{words}” thiếu chữ “số”.",
            trich=words,
            cach_sua=f"Viết “{kind} số {symbol}”.",
        )
