"""Fields that tasks lack: told for each task, or once where so many lack one that the plan is made so."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import groupby

from vanban.check.plan.assignments import in_charge
from vanban.check.plan.places import at_task, capital, task_list, task_name
from vanban.check.plan.reading import Reading
from vanban.check.rule import Rule
from vanban.model.deadline import DeadlineKind
from vanban.model.finding import CUSTOM, Finding, Place, Severity
from vanban.model.plan import Numbered, Task

NO_LEAD = Rule(
    ma="ke-hoach.thieu-chu-tri",
    muc=Severity.LOI,
    ten="Nhiệm vụ không có cơ quan chủ trì",
    vi_sao="Không có cơ quan chủ trì thì không ai chịu trách nhiệm, không biết đôn đốc ai.",
    can_cu=CUSTOM,
    sai="(không có dòng “Cơ quan chủ trì”)",
    dung="Cơ quan chủ trì: Sở Tài chính.",
)
NO_PARTNER = Rule(
    ma="ke-hoach.thieu-phoi-hop",
    muc=Severity.GOI_Y,
    ten="Nhiệm vụ không có cơ quan phối hợp",
    vi_sao="Có thể đúng là không cần ai phối hợp, cũng có thể là quên.",
    can_cu=CUSTOM,
    sai="(không có dòng “Cơ quan phối hợp”)",
    dung="Cơ quan phối hợp: Sở Nội vụ.",
)
NO_DEADLINE = Rule(
    ma="ke-hoach.thoi-han-thieu",
    muc=Severity.LOI,
    ten="Nhiệm vụ không có thời hạn",
    vi_sao="Nhiệm vụ không có thời hạn thì không đôn đốc được.",
    can_cu=CUSTOM,
    sai="(không có dòng “Thời gian thực hiện”)",
    dung="Thời gian thực hiện: tháng 9/2025",
)
NO_PRODUCT = Rule(
    ma="ke-hoach.thieu-san-pham",
    muc=Severity.LOI,
    ten="Nhiệm vụ không có sản phẩm",
    vi_sao="Không có sản phẩm thì không có gì để nghiệm thu, không biết khi nào là xong.",
    can_cu=CUSTOM,
    sai="(không có dòng “Sản phẩm”)",
    dung="Sản phẩm: Báo cáo kết quả rà soát.",
)
NO_AUTHORITY = Rule(
    ma="ke-hoach.thieu-tham-quyen",
    muc=Severity.CANH_BAO,
    ten="Nhiệm vụ không ghi thẩm quyền",
    vi_sao="Không biết ai ban hành, ai phê duyệt thì không biết trình ai.",
    can_cu=CUSTOM,
    sai="(không có dòng “Thẩm quyền ban hành/triển khai”)",
    dung="Thẩm quyền: Ủy ban nhân dân Thành phố ban hành Kế hoạch.",
)
RULES = (NO_LEAD, NO_PARTNER, NO_DEADLINE, NO_PRODUCT, NO_AUTHORITY)

MANY = 3
"""Tasks without a field from which on they may be told together."""
_SEVERAL = 2
"""Tasks of a plan whose form leaves a field out: one alone proves nothing."""


@dataclass(frozen=True)
class _Field:
    """A field that a task should have; `common` are the fields that most plans have in every task."""

    rule: Rule
    key: str
    words: str
    advice: str
    lacks: Callable[[Task], bool]
    common: bool = True


_FIELDS = (
    _Field(
        NO_LEAD,
        "chu_tri",
        "không có cơ quan chủ trì",
        "Giao một cơ quan.",
        lambda task: not in_charge(task),
    ),
    _Field(
        NO_DEADLINE,
        "thoi_han",
        "không có thời hạn",
        "Ghi ngày, tháng hoặc quý phải hoàn thành.",
        lambda task: not task.thoi_han.nguyen_van.strip() and task.thoi_han.kieu is DeadlineKind.CHUA_RO,
    ),
    _Field(
        NO_PRODUCT,
        "san_pham",
        "không có sản phẩm",
        "Nêu văn bản, con số hoặc vật phải có khi xong việc.",
        lambda task: not task.san_pham,
    ),
    _Field(
        NO_AUTHORITY,
        "tham_quyen",
        "không ghi thẩm quyền ban hành, triển khai",
        "Ghi cơ quan ban hành hoặc phê duyệt và cơ quan triển khai.",
        lambda task: not task.tham_quyen,
        common=False,
    ),
    _Field(
        NO_PARTNER,
        "phoi_hop",
        "không có cơ quan phối hợp",
        "Nêu cơ quan phối hợp nếu có.",
        lambda task: not task.phoi_hop,
        common=False,
    ),
)


def check(reading: Reading) -> Iterator[Finding]:
    """Findings on missing fields; what no task of the plan has is no fault of one of them."""
    for field in _FIELDS:
        lacking = [task for task in reading.tasks if field.lacks(task.nhiem_vu)]
        if not lacking or (len(lacking) == len(reading.tasks) >= _SEVERAL and not field.common):
            continue
        together = _together(reading, lacking)
        if together:
            yield _of_many(reading, field, together)
        shown = {task.so for task in together}
        for task in lacking:
            if task.so not in shown:
                yield field.rule.finding(
                    at_task(reading.plan, task, field.key),
                    f"{capital(task_name(task))} {field.words}.",
                    cach_sua=field.advice,
                )


def _together(reading: Reading, lacking: list[Numbered]) -> list[Numbered]:
    """The tasks that are told in one breath: half of the plan or more, or whole groups."""
    if len(lacking) >= MANY and 2 * len(lacking) >= len(reading.tasks):
        return lacking
    numbers = {task.so for task in lacking}
    groups = [list(tasks) for _, tasks in groupby(reading.tasks, key=lambda task: task.nhom)]
    whole = [tasks for tasks in groups if len(tasks) >= MANY and all(task.so in numbers for task in tasks)]
    return [task for tasks in whole for task in tasks]


def _of_many(reading: Reading, field: _Field, tasks: list[Numbered]) -> Finding:
    whole = len(tasks) == len(reading.tasks)
    who = (
        f"Không nhiệm vụ nào {_without_no(field.words)}" if whole else f"{len(tasks)} nhiệm vụ {field.words}"
    )
    mild = Severity.CANH_BAO if field.common else Severity.GOI_Y
    return field.rule.finding(
        Place(phan="các nhiệm vụ"),
        f"{who}{'' if whole else f': {task_list(tasks)}'}.",
        cach_sua=field.advice,
        muc=max(mild, field.rule.muc, key=lambda level: level.rank),
    )


def _without_no(words: str) -> str:
    return words.removeprefix("không ")
