"""TỔ CHỨC THỰC HIỆN: who is named there, who leads tasks and is not, reports without a period."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator

from vanban.check.plan.assignments import is_group
from vanban.check.plan.places import at_part, short, task_list
from vanban.check.plan.reading import Reading
from vanban.check.rule import Rule
from vanban.model.finding import CUSTOM, Finding, Severity
from vanban.model.plan import Numbered

LEFT_OUT = Rule(
    ma="ke-hoach.chu-tri-ngoai-to-chuc",
    muc=Severity.CANH_BAO,
    ten="Cơ quan chủ trì không có ở tổ chức thực hiện",
    vi_sao="Phần tổ chức thực hiện giao việc cho từng cơ quan mà sót một cơ quan chủ trì nhiệm vụ thì cơ "
    "quan ấy dễ tưởng mình không có việc.",
    can_cu=CUSTOM,
    sai="III: Sở Y tế chủ trì nhiệm vụ 2.1. IV: 1. Sở Nội vụ …; 2. Sở Tài chính …",
    dung="IV: 1. Sở Nội vụ …; 2. Sở Tài chính …; 3. Sở Y tế …",
)
NAMED_TWICE = Rule(
    ma="ke-hoach.phan-cong-trung",
    muc=Severity.CANH_BAO,
    ten="Một cơ quan được giao việc ở hai mục",
    vi_sao="Việc của một cơ quan nằm ở hai mục thì dễ bị đọc sót một mục.",
    can_cu=CUSTOM,
    sai="1. Sở Nội vụ: …; 2. Sở Tài chính: …; 3. Sở Nội vụ: …",
    dung="1. Sở Nội vụ: …; 2. Sở Tài chính: …",
)
NO_CYCLE = Rule(
    ma="ke-hoach.bao-cao-thieu-ky",
    muc=Severity.GOI_Y,
    ten="Chế độ báo cáo không có kỳ, không có hạn",
    vi_sao="Giao báo cáo mà không nói bao lâu một lần, trước ngày nào thì không đôn đốc được.",
    can_cu=CUSTOM,
    sai="Các xã báo cáo kết quả về Sở Nội vụ.",
    dung="Các xã báo cáo kết quả về Sở Nội vụ trước ngày 25 hằng tháng.",
)
RULES = (LEFT_OUT, NAMED_TWICE, NO_CYCLE)

LEAST_NAMED = 2
"""A section that gives work to fewer agencies by name is no list of all."""
_EVERYONE = re.compile(
    r"(?:các|những|mọi|từng)\s+(?:\w+\s+){0,3}"
    r"(?:sở|ban|ngành|cơ quan|đơn vị|phòng|địa phương|tổ chức|xã|phường)"
    r"|được (?:giao|phân công)|theo chức năng",
    re.IGNORECASE,
)


def check(reading: Reading) -> Iterator[Finding]:
    """Findings on the organisation of the work."""
    yield from _left_out(reading)
    yield from _named_twice(reading)
    yield from _reports(reading)


def _left_out(reading: Reading) -> Iterator[Finding]:
    plan, book = reading.plan, reading.book
    named = {one.co_quan for duties in plan.phan_cong for one in duties.co_quan if one.co_quan}
    general = any(is_group(one, book) for duties in plan.phan_cong for one in duties.co_quan)
    if len(named) < LEAST_NAMED or general or any(_EVERYONE.search(text) for text in plan.to_chuc_thuc_hien):
        return
    known = named | {plan.dau_moi, plan.van_ban.co_quan_ban_hanh}
    leads: dict[str, list[Numbered]] = defaultdict(list)
    for task in reading.tasks:
        for one in task.nhiem_vu.chu_tri:
            if one.co_quan and one.co_quan not in known and not is_group(one, book):
                leads[one.co_quan].append(task)
    text = "\n".join(plan.to_chuc_thuc_hien).casefold()
    muc = Severity.GOI_Y if len(leads) > len(named) else None  # such a section is no list of all
    for agency_id, tasks in leads.items():
        agency = book.find(agency_id)
        names = (agency.ten, agency.viet_tat or "", *agency.bi_danh) if agency else ()
        if agency is None or any(name and name.casefold() in text for name in names):
            continue
        yield LEFT_OUT.finding(
            at_part(plan, "to_chuc_thuc_hien"),
            f"{agency.ten} chủ trì nhiệm vụ {task_list(tasks)} nhưng không có ở phần tổ chức thực hiện, nơi "
            f"giao việc cho {len(named)} cơ quan khác.",
            trich=agency.ten,
            cach_sua=f"Thêm {agency.ten} vào phần tổ chức thực hiện, hoặc một câu chung cho các cơ quan "
            "chủ trì nhiệm vụ.",
            muc=muc,
        )


def _named_twice(reading: Reading) -> Iterator[Finding]:
    plan, book = reading.plan, reading.book
    alone = [duties for duties in plan.phan_cong if len(duties.co_quan) == 1 and duties.co_quan[0].co_quan]
    counted = Counter(duties.co_quan[0].co_quan for duties in alone if duties.so_in)
    for agency_id, times in counted.items():
        agency = book.find(agency_id or "")
        if times < LEAST_NAMED or agency is None or agency.loai == "nhom":
            continue
        printed = [one for one in alone if one.so_in and one.co_quan[0].co_quan == agency_id]
        yield NAMED_TWICE.finding(
            at_part(plan, "to_chuc_thuc_hien"),
            f"{agency.ten} được giao việc ở {times} mục: "
            + "; ".join(f"“{one.so_in}. {short(one.nguyen_van, 50)}”" for one in printed)
            + ".",
            trich=printed[-1].nguyen_van,
            cach_sua="Gộp các việc của cơ quan ấy vào một mục.",
        )


def _reports(reading: Reading) -> Iterator[Finding]:
    """Only where other reports have their period: a plan without any has a rule of its own."""
    duties = reading.plan.bao_cao
    timed = [one for one in duties if one.ky is not None or one.han.is_clear]
    part = "che_do_bao_cao" if reading.plan.che_do_bao_cao else "to_chuc_thuc_hien"
    for one in duties if timed else ():
        if one.ky is None and not one.han.is_clear:
            yield NO_CYCLE.finding(
                at_part(reading.plan, part),
                f"Báo cáo trong “{short(one.nguyen_van)}” không có kỳ, không có hạn.",
                trich=short(one.nguyen_van),
                cach_sua="Ghi kỳ hoặc ngày, ví dụ “trước ngày 25 hằng tháng”.",
            )
