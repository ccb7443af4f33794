"""Who signs: authority, office and name (Mục II.7)."""

import re
from collections.abc import Iterator
from typing import Final

from vanban.check.form.paper import Paper
from vanban.check.form.static_rules import breach, custom
from vanban.check.form.words import BLANK, lines, words
from vanban.model.finding import Finding, Severity
from vanban.model.sheet import Paragraph

_AUTHORITY: Final = "Phụ lục I, Phần I, Mục II.7.b"
_OFFICE: Final = "Phụ lục I, Phần I, Mục II.7.c"
_WHY: Final = "Chữ viết tắt quyền hạn cho biết ai chịu trách nhiệm về văn bản."

SHORT: Final = breach(
    "quyen-han.chu-viet-tat",
    "Quyền hạn: viết đúng “TM.”, “Q.”, “KT.”, “TL.”, “TUQ.”",
    _AUTHORITY,
    sai="T/M ỦY BAN NHÂN DÂN",
    dung="TM. ỦY BAN NHÂN DÂN",
    vi_sao=_WHY,
)
FOLLOWED: Final = breach(
    "quyen-han.sau-chu-viet-tat",
    "Quyền hạn: sau “TM.” là tên tập thể; sau “KT.”, “TL.”, “TUQ.”, “Q.” là chức vụ người đứng đầu",
    _AUTHORITY,
    sai="KT. PHÓ CHỦ TỊCH",
    dung="KT. CHỦ TỊCH",
    vi_sao=_WHY,
)
DEPUTY: Final = breach(
    "quyen-han.cap-pho",
    "Quyền hạn: dưới dòng “KT.” là chức vụ của cấp phó",
    "Điều 13; Phụ lục I, Phần I, Mục II.7.b",
    sai="KT. GIÁM ĐỐC, dưới là GIÁM ĐỐC",
    dung="KT. GIÁM ĐỐC, dưới là PHÓ GIÁM ĐỐC",
    vi_sao="Chỉ cấp phó ký thay người đứng đầu.",
)
OWN_OFFICE: Final = breach(
    "quyen-han.chuc-vu",
    "Quyền hạn: dưới dòng quyền hạn có chức vụ của người ký",
    _OFFICE,
    sai="TL. CHỦ TỊCH, dưới là họ tên",
    dung="TL. CHỦ TỊCH, dưới là CHÁNH VĂN PHÒNG, rồi họ tên",
    vi_sao="Chức vụ cho biết người ký có thẩm quyền hay không.",
)
TITLE: Final = breach(
    "ho-ten.hoc-vi",
    "Họ tên: không ghi học hàm, học vị, danh hiệu",
    _OFFICE,
    sai="TS. Nguyễn Văn A",
    dung="Nguyễn Văn A",
    vi_sao="Người ký ký với chức vụ, không với học vị. Riêng đơn vị vũ trang nhân dân và tổ chức sự nghiệp "
    "giáo dục, y tế, khoa học theo quy định của người đứng đầu cơ quan quản lý ngành.",
)
FOR_BODY: Final = custom(
    "quyen-han.thay-mat",
    "Quyền hạn: văn bản của Ủy ban nhân dân, Hội đồng nhân dân thường ký “TM.”",
    sai="tên cơ quan là ỦY BAN NHÂN DÂN, ký KT. CHỦ TỊCH",
    dung="TM. ỦY BAN NHÂN DÂN, KT. CHỦ TỊCH, PHÓ CHỦ TỊCH",
    vi_sao="Cơ quan làm việc theo chế độ tập thể thì người đứng đầu thay mặt tập thể ký; văn bản thuộc thẩm "
    "quyền riêng của Chủ tịch thì không.",
    muc=Severity.GOI_Y,
    like="theo Điều 13, khoản 2",
)
RULES: Final = (SHORT, FOLLOWED, DEPUTY, OWN_OFFICE, TITLE, FOR_BODY)

_RIGHT = re.compile(r"(?P<short>TM|KT|TL|TUQ|Q)\.\s*(?P<rest>.*)")
_WRONG = re.compile(r"(?P<short>T/M|K/T|T/L|T/UQ|TM|KT|TL|TUQ|Q)(?![\w.])\s*[.:]?\s*\S.*")
_DEPUTIES: Final = ("PHÓ", "THỨ")
_HEADS: Final = (
    *(
        "CHỦ TỊCH",
        "PHÓ",
        "THỨ TRƯỞNG",
        "GIÁM ĐỐC",
        "BỘ TRƯỞNG",
        "TỔNG GIÁM ĐỐC",
        "THỦ TƯỚNG",
        "CHÁNH",
        "TRƯỞNG",
    ),
    *("VIỆN TRƯỞNG", "HIỆU TRƯỞNG", "CỤC TRƯỞNG", "VỤ TRƯỞNG", "TỔNG CỤC TRƯỞNG", "CHI CỤC TRƯỞNG"),
)
_BODIES: Final = (
    "ỦY BAN",
    "UỶ BAN",
    "UBND",
    "HỘI ĐỒNG",
    "HĐND",
    "SỞ ",
    "BAN CHỈ ĐẠO",
    "BAN GIÁM ĐỐC",
    "TẬP THỂ",
)
_BODY_ONLY = re.compile(
    r"(?:ỦY BAN NHÂN DÂN|UỶ BAN NHÂN DÂN|UBND|HỘI ĐỒNG NHÂN DÂN|HĐND|VĂN PHÒNG|SỞ|CỤC|CHI CỤC|TRUNG TÂM)"
    r"(?! TRƯỞNG)\b"
)
_LEARNED = re.compile(r"TRƯỜNG|ĐẠI HỌC|HỌC VIỆN|BỆNH VIỆN|VIỆN |Y TẾ|NGHIÊN CỨU|KHOA HỌC|GIÁO DỤC|PHÒNG KHÁM")
"""Institutions whose ministries let titles of learning stand before names."""
_ARMED = re.compile(r"CÔNG AN|QUÂN|BIÊN PHÒNG|BỘ TƯ LỆNH|BỘ CHỈ HUY|CẢNH SÁT|QUỐC PHÒNG|TRẠI GIAM")
_SIGNED_BY_BODIES: Final = frozenset({"bien_ban", "hop_dong", "ban_ghi_nho", "ban_thoa_thuan"})
_SIGNED_BY_THE_CHAIR: Final = frozenset({"nghi_quyet", "cong_dien"})
"""Kinds that the chair of a body signs in an office of its own."""
_TITLES = re.compile(
    r"(?:(?:GS|PGS|TSKH|TS|Th\.?\s?S|CN|KS|BS(?:CK)?(?:\s?I{1,2})?|DS|LS|NGND|NGƯT|NSND|NSƯT|TTND|TTƯT|AHLĐ)"
    r"(?=[.\s,])\.?|(?:Giáo sư|Phó giáo sư|Tiến sĩ|Tiến sỹ|Thạc sĩ|Thạc sỹ|Bác sĩ|Bác sỹ|Kỹ sư|Cử nhân"
    r"|Luật sư|Nhà giáo|Nghệ sĩ|Thầy thuốc)\b)",
)
_RANKS = re.compile(r"(?:Đại|Thượng|Trung|Thiếu) (?:tướng|tá|úy|uý)\b")


def check_signature(paper: Paper) -> Iterator[Finding]:
    """Findings on the block of signature."""
    entries = [(line, p) for p in paper.of("quyen_han", "chuc_vu") for line in lines(p)]
    for index, (line, paragraph) in enumerate(entries):
        below = entries[index + 1][0] if index + 1 < len(entries) else None
        yield from _authority(paper, paragraph, line, below)
    for paragraph in paper.of("ho_ten"):
        yield from _name(paper, paragraph)
    if paper.foreign and entries:
        yield from _alone(paper, entries[0])
        yield from _for_body(paper, entries)
        yield from _no_office(paper, entries)


def _alone(paper: Paper, entry: tuple[str, Paragraph]) -> Iterator[Finding]:
    """A deputy who signs without "KT."; also one who is in charge for the time being (Mục II.7.b)."""
    line, paragraph = entry
    if not line.upper().startswith(_DEPUTIES) or len(paper.of("ho_ten")) > 1:
        return
    if paper.kind is None or paper.kind.ma in _SIGNED_BY_BODIES:
        return
    yield paper.finding(
        SHORT,
        "cấp phó ký, kể cả khi được giao phụ trách, thì ký thay: phải có dòng “KT.” ở trên",
        at=paragraph,
        quote=line,
        fix="ghi “KT. …” với chức vụ người đứng đầu, dưới là chức vụ cấp phó",
        severity=None if "PHỤ TRÁCH" in line.upper() else Severity.CANH_BAO,
    )


def _no_office(paper: Paper, entries: list[tuple[str, Paragraph]]) -> Iterator[Finding]:
    """Only the name of a body where the post of the signer belongs."""
    if paper.kind is not None and paper.kind.ma in _SIGNED_BY_BODIES:
        return
    if all(_BODY_ONLY.match(line) for line, _ in entries):
        yield paper.finding(
            OWN_OFFICE,
            "chỉ ghi tên cơ quan, thiếu chức vụ của người ký",
            at=entries[0][1],
            quote=entries[0][0],
        )


def _for_body(paper: Paper, entries: list[tuple[str, Paragraph]]) -> Iterator[Finding]:
    agency = " ".join(words(p) for p in paper.of("co_quan_ban_hanh")).upper().replace("UỶ", "ỦY")
    if paper.kind is not None and paper.kind.ma in _SIGNED_BY_THE_CHAIR:
        return
    collective = agency.startswith(("ỦY BAN NHÂN DÂN", "UBND", "HỘI ĐỒNG NHÂN DÂN", "HĐND"))
    first = entries[0][0]
    if collective and re.match(r"(?:KT\.\s*)?CHỦ TỊCH", first):
        yield paper.finding(
            FOR_BODY, "tên cơ quan là tập thể mà khối ký không có “TM.”", at=entries[0][1], quote=first
        )


def _authority(paper: Paper, paragraph: Paragraph, line: str, below: str | None) -> Iterator[Finding]:
    if wrong := _WRONG.fullmatch(line):
        short = wrong["short"].replace("/", "")
        yield paper.finding(
            SHORT, f"phải viết “{short}.”", at=paragraph, quote=line, fix=f"viết “{short}. …”"
        )
        return
    right = _RIGHT.fullmatch(line)
    if right is None:
        return
    short, rest = right["short"], right["rest"]
    fault = _unfit(short, rest)
    if fault:
        yield paper.finding(FOLLOWED, fault, at=paragraph, quote=line)
    if short == "Q":
        return
    if below is None:
        yield paper.finding(
            OWN_OFFICE, f"dưới dòng “{short}.” thiếu dòng chức vụ của người ký", at=paragraph, quote=line
        )
    elif short == "KT" and not below.upper().startswith((*_DEPUTIES, BLANK)):
        yield paper.finding(
            DEPUTY,
            f"dưới “{line}” là “{below}”, phải là chức vụ của cấp phó (PHÓ …, THỨ …)",
            at=paragraph,
            quote=f"{line} / {below}",
        )


def _unfit(short: str, rest: str) -> str | None:
    """What is wrong with the words after an abbreviation; None if they fit or are blank."""
    if BLANK in rest:
        return None
    if not rest:
        return f"sau “{short}.” không có gì"
    rest = rest.upper()
    if short == "TM":
        office = rest.startswith(_HEADS)
        return "sau “TM.” phải là tên tập thể hoặc cơ quan, không phải chức vụ" if office else None
    if rest.startswith(_BODIES):
        return f"sau “{short}.” phải là chức vụ người đứng đầu, không phải tên cơ quan"
    if rest.startswith(_DEPUTIES):
        return f"sau “{short}.” phải là chức vụ người đứng đầu, không phải cấp phó"
    return None


def _name(paper: Paper, paragraph: Paragraph) -> Iterator[Finding]:
    text = " ".join(words(paragraph).split())
    agency = " ".join(words(p) for p in paper.of("co_quan_chu_quan", "co_quan_ban_hanh")).upper()
    if (title := _TITLES.match(text)) and not _LEARNED.search(agency):
        yield paper.finding(
            TITLE,
            f"trước họ tên ghi “{title.group().strip()}”; không ghi học hàm, học vị, danh hiệu "
            "(trừ tổ chức sự nghiệp giáo dục, y tế, khoa học theo quy định của cơ quan quản lý ngành)",
            at=paragraph,
            fix="chỉ ghi họ và tên",
        )
    elif (rank := _RANKS.match(text)) and not _ARMED.search(agency):
        yield paper.finding(
            TITLE,
            f"trước họ tên ghi quân hàm “{rank.group()}”; chỉ đơn vị vũ trang nhân dân mới ghi",
            at=paragraph,
            severity=Severity.CANH_BAO,
        )
