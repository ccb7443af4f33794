"""Numbers and titles of tasks: repeated, leaping, missing."""

from collections.abc import Iterator
from itertools import groupby

from vanban.check.plan.places import at_task, capital, short, task_name
from vanban.check.plan.reading import Reading
from vanban.check.rule import Rule
from vanban.model.finding import CUSTOM, Finding, Severity
from vanban.model.plan import Numbered, Plan

REPEATED = Rule(
    ma="ke-hoach.so-trung",
    muc=Severity.LOI,
    ten="Số nhiệm vụ bị trùng",
    vi_sao="Hai nhiệm vụ cùng một số thì báo cáo, đôn đốc không biết đang nói nhiệm vụ nào.",
    can_cu=CUSTOM,
    sai="2.3. Triển khai … ; 2.3. Chương trình phối hợp …",
    dung="2.3. Triển khai … ; 2.4. Chương trình phối hợp …",
    sua_duoc=True,
)
LEAP = Rule(
    ma="ke-hoach.so-nhay",
    muc=Severity.CANH_BAO,
    ten="Số nhiệm vụ không nối tiếp",
    vi_sao="Số bị nhảy làm người đọc ngờ rằng một nhiệm vụ đã bị rơi.",
    can_cu=CUSTOM,
    sai="1.1, 1.2, 1.4",
    dung="1.1, 1.2, 1.3",
    sua_duoc=True,
)
NO_NUMBER = Rule(
    ma="ke-hoach.thieu-so",
    muc=Severity.CANH_BAO,
    ten="Nhiệm vụ không ghi số",
    vi_sao="Các nhiệm vụ khác có số; nhiệm vụ không số thì không gọi tên được khi theo dõi.",
    can_cu=CUSTOM,
    sai="Phối hợp xây dựng chính sách đào tạo …",
    dung="4.1. Phối hợp xây dựng chính sách đào tạo …",
    sua_duoc=True,
)
NO_TITLE = Rule(
    ma="ke-hoach.thieu-ten",
    muc=Severity.CANH_BAO,
    ten="Nhiệm vụ không có tên",
    vi_sao="Nhiệm vụ không có tên thì biểu theo dõi và báo cáo không có gì để gọi.",
    can_cu=CUSTOM,
    sai="5. Về đẩy mạnh chuyển đổi số … / - Nội dung: Nâng cấp hạ tầng …",
    dung="5. Về đẩy mạnh chuyển đổi số … / 5.1. Nâng cấp hạ tầng … / - Nội dung: …",
)
RULES = (REPEATED, LEAP, NO_NUMBER, NO_TITLE)


def check(reading: Reading) -> Iterator[Finding]:
    """Findings on numbers and titles; numbers only where the source prints any."""
    plan = reading.plan
    tasks = reading.tasks
    if any(task.nhiem_vu.so_in for task in tasks):
        yield from _repeated(plan, tasks)
        yield from _leaps(plan, tasks)
        yield from _unnumbered(plan, tasks)
    yield from _untitled(plan, tasks)


def _printed(task: Numbered) -> str:
    return (task.nhiem_vu.so_in or "").strip().rstrip(".")


def _repeated(plan: Plan, tasks: list[Numbered]) -> Iterator[Finding]:
    first: dict[tuple[str, int], Numbered] = {}
    for task in tasks:
        number = _printed(task)
        # A bare number counts within its group; one with its group's number stands once in the plan.
        earlier = first.setdefault((number, 0 if "." in number else task.nhom), task)
        if not number or earlier is task:
            continue
        yield REPEATED.finding(
            at_task(plan, task, "ten"),
            f"Số {number} in hai lần: lần đầu ở “{short(earlier.nhiem_vu.display_name)}”{_line(earlier)}, "
            f"lần sau ở “{short(task.nhiem_vu.display_name)}”{_line(task)}.",
            trich=number,
            cach_sua=f"Đánh số lại cả nhóm: nhiệm vụ đầu giữ số {earlier.so}, nhiệm vụ sau thành {task.so}.",
        )


def _line(task: Numbered) -> str:
    return f" (dòng {task.nhiem_vu.dong})" if task.nhiem_vu.dong else ""


def _leaps(plan: Plan, tasks: list[Numbered]) -> Iterator[Finding]:
    seen: set[str] = set()
    bare = 0
    for group, its_tasks in groupby(tasks, key=lambda task: task.nhom):
        last, missing = 0, 0
        seen = {number for number in seen if "." in number}
        printed_group = (plan.nhom[group - 1].so_in or "").strip().rstrip(".")
        for task in its_tasks:
            number = _printed(task)
            head, _, tail = number.rpartition(".")
            if not tail.isdecimal():
                missing += 1
                continue
            if not head and not last and int(tail) == bare + 1:
                last = bare  # bare numbers may run on through all groups
            wrong_group = bool(head and printed_group and head != printed_group)
            if number not in seen and (wrong_group or not last < int(tail) <= last + 1 + missing):
                expected = f"{head}.{last + 1}" if head and not wrong_group else f"{printed_group}.{last + 1}"
                yield LEAP.finding(
                    at_task(plan, task, "ten"),
                    f"{capital(task_name(task))}: số in {number} không nối tiếp; "
                    f"ở chỗ này phải là {expected.lstrip('.')}.",
                    trich=number,
                    cach_sua="Kiểm tra xem có nhiệm vụ nào bị rơi không, rồi đánh số lại cho liền.",
                )
            seen.add(number)
            last, missing = int(tail), 0
            bare = bare if head else last


def _unnumbered(plan: Plan, tasks: list[Numbered]) -> Iterator[Finding]:
    for task in tasks:
        if task.nhiem_vu.ten and not _printed(task):
            yield NO_NUMBER.finding(
                at_task(plan, task, "ten"),
                f"{capital(task_name(task))} không ghi số trong bản gốc: “{short(task.nhiem_vu.ten)}”.",
                trich=short(task.nhiem_vu.ten),
                cach_sua=f"Ghi số {task.so}. trước tên nhiệm vụ.",
            )


def _untitled(plan: Plan, tasks: list[Numbered]) -> Iterator[Finding]:
    for task in tasks:
        if not task.nhiem_vu.ten:
            group = plan.nhom[task.nhom - 1].ten
            yield NO_TITLE.finding(
                at_task(plan, task, "ten"),
                f"{capital(task_name(task))} không có tên: các trường nằm ngay dưới tên nhóm "
                f"“{short(group)}”.",
                trich=short(task.nhiem_vu.noi_dung[0]) if task.nhiem_vu.noi_dung else "",
                cach_sua=f"Viết một dòng tên riêng “{task.so}. …” trước phần nội dung.",
            )
