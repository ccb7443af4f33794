"""Which components a paper of its kind has, and in which order they stand (Điều 8; Mục IV)."""

import re
from collections.abc import Iterator
from typing import Final

from vanban.check.form.paper import Paper
from vanban.check.form.static_rules import breach
from vanban.check.form.words import words
from vanban.check.rule import Rule
from vanban.law.decree import Kind
from vanban.model.finding import Finding, Severity

_WHY: Final = (
    "Người nhận tìm từng thành phần ở một chỗ quen thuộc; thiếu một thành phần thì văn bản chưa đủ thể thức."
)

MISSING: Final = breach(
    "thanh-phan.thieu",
    "Thành phần: đủ những thành phần mà loại văn bản phải có",
    "Điều 8, khoản 2",
    sai="tờ trình không có Kính gửi",
    dung="đủ các thành phần của mẫu",
    vi_sao=_WHY,
)
ORDER: Final = breach(
    "thanh-phan.thu-tu",
    "Thành phần: đúng thứ tự từ trên xuống",
    "Phụ lục I, Phần I, Mục IV",
    sai="Kính gửi đứng trên tên loại",
    dung="tên loại, trích yếu, rồi Kính gửi",
    vi_sao=_WHY,
)
TITLED_LETTER: Final = breach(
    "ten-loai.cong-van",
    "Tên loại: công văn không ghi tên loại",
    "Phụ lục I, Phần I, Mục II.5.b; Phụ lục III, Mẫu 1.5",
    sai="CÔNG VĂN",
    dung="không có dòng tên loại; trích yếu “V/v …” dưới số, ký hiệu",
    vi_sao="Công văn được nhận ra nhờ trích yếu dưới số, ký hiệu.",
)
RULES: Final = (MISSING, ORDER, TITLED_LETTER)

_NOT_ITS_OWN: Final = ("so_ky_hieu", "dia_danh_thoi_gian", "ho_ten", "noi_nhan", "noi_nhan_danh_sach")
"""What a document issued with a decision (mẫu 1.3, second page) does not have for itself."""


_GROUP: Final = re.compile(
    r"(?:TỔ|NHÓM|LỚP|CHI ĐOÀN|LIÊN ĐỘI|THÔN|BẢN|ẤP|KHU PHỐ|KHU DÂN CƯ|CHI HỘI)\b(?! CÔNG TÁC| GIÚP VIỆC)",
    re.IGNORECASE,
)
_AT_THE_END: Final = frozenset({"ho_ten", "chuc_vu", "quyen_han", "noi_nhan", "noi_nhan_danh_sach"})
_IN_COLUMNS: Final = frozenset(
    {"co_quan_chu_quan", "co_quan_ban_hanh", "quoc_hieu", "tieu_ngu", "dia_danh_thoi_gian", "ho_ten"}
)


def check_presence(paper: Paper) -> Iterator[Finding]:
    """Findings on what is missing and on what stands in the wrong place."""
    yield from _kind(paper)
    if paper.kind is not None:
        yield from _missing(paper, paper.kind)
    yield from _order(paper)


def _kind(paper: Paper) -> Iterator[Finding]:
    title = paper.first("ten_loai")
    if title is not None and paper.kind is not None and paper.kind.ma == "cong_van":
        yield paper.finding(TITLED_LETTER, "công văn không ghi tên loại", at=title, fix="bỏ dòng này")


def _missing(paper: Paper, kind: Kind) -> Iterator[Finding]:
    issued_with = _is_issued_with(paper)
    for code in kind.bat_buoc:
        if paper.of(code) or (issued_with and code in _NOT_ITS_OWN):
            continue
        if code == "noi_nhan_danh_sach" and not paper.of("noi_nhan"):
            continue  # one fault, told once at its head
        row = paper.row(code)
        yield paper.finding(
            _citing(MISSING, f"{MISSING.can_cu}; {kind.cite}"),
            _not_seen(paper, code, f"{kind.ten} thiếu {row.ten}"),
            part=row.ten,
            severity=None if _is_sure(paper, code) else Severity.CANH_BAO,
        )
    if "ho_ten" in kind.bat_buoc and not issued_with and not paper.of("quyen_han", "chuc_vu"):
        yield paper.finding(
            _citing(MISSING, "Điều 8, khoản 2; Phụ lục I, Phần I, Mục II.7.c"),
            f"{kind.ten} thiếu quyền hạn, chức vụ của người ký",
            part=paper.row("chuc_vu").ten,
            severity=None if _is_sure(paper, "chuc_vu") else Severity.CANH_BAO,
        )


def _is_issued_with(paper: Paper) -> bool:
    """Whether it comes with a decision, as the line under its title says; appendices have such a line too."""
    tied, appendix = paper.first("kem_theo"), paper.first("phu_luc")
    if tied is None or (appendix is not None and appendix.number < tied.number):
        return False
    return not paper.foreign or paper.first("so_ky_hieu") is None


def _is_sure(paper: Paper, code: str) -> bool:
    """Whether what was not seen in a foreign paper is surely not there."""
    if not paper.foreign:
        return True
    if paper.kind is not None and paper.kind.mau is None:
        return False  # no sample form of Phụ lục III shows how such a paper looks
    if is_unofficial(paper):
        return False
    if code == "trich_yeu":
        return not paper.title_extra and not paper.subject_unsure
    if code in _AT_THE_END:
        return paper.signed
    return bool(paper.regions.get("trai"))


def is_unofficial(paper: Paper) -> bool:
    """Whether it has no number and names no agency, or a group within one: perhaps no agency issues it."""
    agency = paper.first("co_quan_ban_hanh")
    return not paper.of("so_ky_hieu") and (agency is None or _GROUP.match(words(agency)) is not None)


def _not_seen(paper: Paper, code: str, message: str) -> str:
    return (
        message
        if not paper.foreign or _is_sure(paper, code)
        else f"{message}, hoặc trình bày khác mẫu nên không nhận ra"
    )


def _order(paper: Paper) -> Iterator[Finding]:
    """Each component's first place against those that the law puts before it.

    A foreign letterhead may be read row by row, so that its two columns mix: only what stands below it
    is compared.
    """
    rule = _citing(ORDER, paper.decree.thu_tu_cite)
    codes = [code for code in paper.decree.thu_tu if not paper.foreign or code not in _IN_COLUMNS]
    latest = None
    for code in codes:
        here = paper.first(code)
        if here is None or (code == "kem_theo" and not _is_of_appendix(paper)):
            continue
        if latest is not None and here.number < latest.number:
            yield paper.finding(rule, f"đứng trước {paper.part_name(latest)}, phải đứng sau", at=here)
        else:
            latest = here


def _is_of_appendix(paper: Paper) -> bool:
    """Whether the line "(Kèm theo …)" is that of an appendix, not the one under the title."""
    return not _is_issued_with(paper) and not (paper.foreign and not paper.of("phu_luc"))


def _citing(rule: Rule, cite: str) -> Rule:
    return Rule(rule.ma, rule.muc, rule.ten, rule.vi_sao, cite, rule.sai, rule.dung)
