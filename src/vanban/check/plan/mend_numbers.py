"""Numbers of tasks and groups counted anew, where the plan numbers them as this project does."""

from collections.abc import Iterator, Sequence

from vanban.check.plan.mending import FieldMend
from vanban.check.plan.numbering import LEAP, NO_NUMBER, REPEATED
from vanban.check.plan.places import short
from vanban.check.plan.reading import Path, Reading

MOSTLY = 0.5
"""Share of printed numbers that must be right already: else the plan counts in another way."""
Row = tuple[Path, str, str | None, str]
"""The way to an item, its name for people, its printed number, its number counted anew."""


def numbers(reading: Reading) -> list[FieldMend]:
    """The numbers that are wrong or missing among printed ones that are mostly right."""
    tasks: list[Row] = [
        (
            ("nhom", task.nhom - 1, "nhiem_vu", task.thu_tu - 1),
            f"Nhiệm vụ {task.so} “{short(task.nhiem_vu.display_name, 50)}”, số",
            task.nhiem_vu.so_in,
            task.so,
        )
        for task in reading.tasks
    ]
    groups: list[Row] = [
        (("nhom", index), f"Nhóm {index + 1} “{short(group.ten, 50)}”, số", group.so_in, str(index + 1))
        for index, group in enumerate(reading.plan.nhom)
    ]
    return [*_counted(groups), *_counted(tasks)]


def _counted(rows: Sequence[Row]) -> Iterator[FieldMend]:
    printed = [bool(number) for _, _, number, _ in rows]
    right = [(number or "").strip(" .") == counted for _, _, number, counted in rows]
    if not any(printed) or sum(right) < MOSTLY * sum(printed):
        return
    for (path, where, number, counted), good in zip(rows, right, strict=True):
        if not good:
            rules = (REPEATED.ma, LEAP.ma) if number else (NO_NUMBER.ma,)
            yield FieldMend((*path, "so_in"), where, number, counted, rules)
