"""How a plan is built: its opening, its groups, the totals that it names, tasks that stand in it twice."""

import re
from collections.abc import Iterator

from vanban.check.plan.places import at_group, at_task, capital, short, task_name
from vanban.check.plan.reading import Passage, Reading
from vanban.check.rule import Rule
from vanban.model.finding import CUSTOM, Finding, Place, Severity
from vanban.model.plan import Numbered
from vanban.viet.text import words

NO_OPENING = Rule(
    ma="ke-hoach.thieu-loi-mo-dau",
    muc=Severity.GOI_Y,
    ten="Không có câu mở đầu",
    vi_sao="Giữa trích yếu và mục I thường có một câu nói ai ban hành kế hoạch để làm gì.",
    can_cu=CUSTOM,
    sai="KẾ HOẠCH Cải cách hành chính năm 2025 / I. MỤC TIÊU",
    dung="… / Ủy ban nhân dân Thành phố ban hành Kế hoạch cải cách hành chính như sau: / I. MỤC TIÊU",
)
ABOUT = Rule(
    ma="ke-hoach.ten-nhom-ve",
    muc=Severity.GOI_Y,
    ten="Tên nhóm mở đầu bằng “Về”",
    vi_sao="Tiêu đề là cụm từ chỉ nội dung chính, không cần chữ “Về” ở đầu.",
    can_cu=CUSTOM,
    sai="2. Về hoàn thiện thể chế",
    dung="2. Hoàn thiện thể chế",
)
EMPTY_GROUP = Rule(
    ma="ke-hoach.nhom-trong",
    muc=Severity.CANH_BAO,
    ten="Nhóm không có nhiệm vụ",
    vi_sao="Nhóm chỉ có tên thì không giao việc cho ai; thường là quên hoặc xóa sót.",
    can_cu=CUSTOM,
    sai="3. Phát triển hạ tầng số (không có nhiệm vụ nào)",
    dung="3. Phát triển hạ tầng số / 3.1. Lắp đặt trạm thu phát sóng …",
)
TOTAL = Rule(
    ma="ke-hoach.tong-so-lech",
    muc=Severity.CANH_BAO,
    ten="Tổng số nói khác số đếm được",
    vi_sao="Số nhiệm vụ ghi trong lời văn khác số có thật: một trong hai chỗ đã sửa mà chỗ kia chưa.",
    can_cu=CUSTOM,
    sai="Kế hoạch gồm 25 nhiệm vụ (phần sau có 24 nhiệm vụ)",
    dung="Kế hoạch gồm 24 nhiệm vụ",
)
TWICE = Rule(
    ma="ke-hoach.nhiem-vu-lap",
    muc=Severity.CANH_BAO,
    ten="Một nhiệm vụ ghi hai lần",
    vi_sao="Hai nhiệm vụ cùng tên, cùng nội dung sẽ bị đếm, đôn đốc, báo cáo hai lần.",
    can_cu=CUSTOM,
    sai="1.2. Rà soát thủ tục …; 3.4. Rà soát thủ tục … (cùng nội dung)",
    dung="1.2. Rà soát thủ tục …",
)
RULES = (NO_OPENING, ABOUT, EMPTY_GROUP, TOTAL, TWICE)

_ABOUT = re.compile(r"Về\s")
_UNIT = r"(nhiệm vụ|nhóm nhiệm vụ|nhóm)(?!\s+(?:trọng tâm|chủ yếu|lớn|giải pháp))"
_SUMS = (
    re.compile(
        r"(?:[Kk]ế hoạch|[Pp]hụ lục|[Dd]anh mục)(?: này)?\s+(?:bao gồm|gồm|có)(?: tổng (?:số|cộng))?\s+"
        rf"(\d{{1,4}})\s+{_UNIT}"
    ),
    re.compile(rf"[Tt]ổng (?:cộng|số)(?: có| là|:)?\s+(\d{{1,4}})\s+{_UNIT}"),
    re.compile(rf"(?<![\d/.-])(\d{{1,4}})\s+{_UNIT}\s+(?:nêu trên|dưới đây|(?:của|trong|tại) Kế hoạch này)"),
)
LEAST_TITLE = 4
"""Titles with fewer words than this may be alike by chance."""


def check(reading: Reading) -> Iterator[Finding]:
    """Findings on the build of the plan."""
    plan = reading.plan
    if plan.nguon and plan.muc and not plan.mo_dau:
        yield NO_OPENING.finding(
            Place(phan="lời mở đầu"),
            f"Ngay sau trích yếu là mục “{plan.muc[0].so_in.rstrip('. ')}. {plan.muc[0].ten}”, "
            "không có câu mở đầu.",
            cach_sua="Thêm một câu: cơ quan nào ban hành kế hoạch để thực hiện việc gì, “như sau:”.",
        )
    yield from _groups(reading)
    if reading.tasks:
        for row in reading.outside:
            yield from _totals(reading, row)
    yield from _twice(reading)


def _groups(reading: Reading) -> Iterator[Finding]:
    groups = list(enumerate(reading.plan.nhom, start=1))
    about = [(number, group) for number, group in groups if _ABOUT.match(group.ten)]
    if about:
        number, group = about[0]
        yield ABOUT.finding(
            at_group(reading.plan, number),
            f"Tên nhóm mở đầu bằng “Về” ở nhóm {', '.join(str(one) for one, _ in about)}, "
            f"ví dụ “{short(group.ten, 60)}”.",
            trich=short(group.ten, 60),
            cach_sua="Bỏ chữ “Về”, viết hoa chữ sau.",
        )
    for number, group in groups:
        if not group.nhiem_vu and not group.noi_dung:
            yield EMPTY_GROUP.finding(
                at_group(reading.plan, number),
                f"Nhóm {number} “{short(group.ten)}” không có nhiệm vụ nào.",
                trich=short(group.ten),
                cach_sua="Ghi các nhiệm vụ của nhóm, hoặc bỏ tên nhóm.",
            )


def _totals(reading: Reading, row: Passage) -> Iterator[Finding]:
    if "nhiệm vụ" not in row.text and "nhóm" not in row.text:
        return
    for pattern in _SUMS:
        for match in pattern.finditer(row.text):
            is_task = match[2] == "nhiệm vụ"
            counted = len(reading.tasks) if is_task else len(reading.plan.nhom)
            if int(match[1]) != counted:
                yield TOTAL.finding(
                    row.place,
                    f"{capital(row.who())} nói “{match.group()}” nhưng đếm được {counted} "
                    f"{'nhiệm vụ' if is_task else 'nhóm'} (từ {_first_last(reading, is_task)}).",
                    trich=match.group(),
                    cach_sua="Sửa con số, hoặc xem có nhiệm vụ nào bị rơi, bị thêm mà chưa sửa lời văn.",
                )


def _first_last(reading: Reading, is_task: bool) -> str:
    if is_task:
        return f"nhiệm vụ {reading.tasks[0].so} đến nhiệm vụ {reading.tasks[-1].so}"
    return f"nhóm 1 đến nhóm {len(reading.plan.nhom)}"


def _twice(reading: Reading) -> Iterator[Finding]:
    first: dict[tuple[str, ...], Numbered] = {}
    for task in reading.tasks:
        title = words((task.nhiem_vu.ten or "").casefold())
        if len(title) < LEAST_TITLE:
            continue
        content = words(" ".join(task.nhiem_vu.noi_dung).casefold())
        bodies = sorted(one.nguyen_van.casefold() for one in task.nhiem_vu.chu_tri)
        earlier = first.setdefault((*title, "|", *content, "|", *bodies), task)
        if earlier is not task:
            yield TWICE.finding(
                at_task(reading.plan, task, "ten"),
                f"{capital(task_name(task))} “{short(task.nhiem_vu.ten or '')}” ghi lại "
                f"{task_name(earlier)}: cùng tên, cùng nội dung, cùng cơ quan chủ trì.",
                trich=short(task.nhiem_vu.ten or ""),
                cach_sua="Bỏ một trong hai, hoặc ghi rõ hai nhiệm vụ khác nhau ở điểm nào.",
            )
