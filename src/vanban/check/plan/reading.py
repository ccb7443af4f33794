"""A plan as rules read it: its tasks with their numbers, and all its words in reading order."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from vanban.check.plan.copied import alike_fields, copied_pairs
from vanban.check.plan.places import LABELS, at_group, at_head, at_part, at_section, at_task, task_name
from vanban.model.agency import AgencyBook
from vanban.model.finding import Place
from vanban.model.plan import Assignment, Numbered, Plan, PlanAppendix, Task, numbered

BEFORE_TASKS: Final = ("mo_dau", "muc_dich", "yeu_cau", "muc_tieu")
"""Parts of a plan, as lists of paragraphs, that stand before its tasks; and those after them."""
AFTER_TASKS: Final = ("kinh_phi", "to_chuc_thuc_hien", "che_do_bao_cao")


Path = tuple[str | int, ...]
"""The way to a value of the plan: keys, and places in lists from 0."""
Field = tuple[str, str, tuple[Path, ...]]
"""Key and words of a field of a task, and the ways to them from the task."""


@dataclass(frozen=True, slots=True)
class Passage:
    """One run of words of the plan: `key` is its field or part, `task` None outside the tasks.

    `paths` lead to the values of the plan that are exactly these words; none where words are put together.
    """

    text: str
    key: str
    place: Place
    task: Numbered | None = None
    paths: tuple[Path, ...] = ()

    def who(self) -> str:
        """How a message names it: "nhiệm vụ 2.4 (bản gốc in 2.3), nội dung"."""
        if self.task:
            return f"{task_name(self.task)}, {LABELS[self.key]}"
        return self.place.phan or "kế hoạch"


class Reading:
    """A plan and its book of agencies, with what several rules ask for, made once."""

    def __init__(self, plan: Plan, book: AgencyBook) -> None:
        self.plan, self.book = plan, book

    @cached_property
    def tasks(self) -> list[Numbered]:
        """The tasks with their numbers counted anew."""
        return numbered(self.plan)

    @cached_property
    def passages(self) -> list[Passage]:
        """All words of the plan, in reading order."""
        plan = self.plan
        return [
            *_head(plan),
            *(row for key in BEFORE_TASKS for row in _part(plan, key)),
            *self._task_passages(),
            *(row for key in AFTER_TASKS for row in _part(plan, key)),
            *_rest(plan),
        ]

    @cached_property
    def copied(self) -> list[tuple[Numbered, Numbered]]:
        """Tasks with the content of another one, as pairs (copy, origin)."""
        return copied_pairs(self.tasks)

    @cached_property
    def foreign(self) -> set[tuple[str | None, str | None]]:
        """(task, label of field) of all words that a task has from another one."""
        return {
            (copy.so, LABELS[key])
            for copy, origin in self.copied
            for key in ("noi_dung", *alike_fields(copy.nhiem_vu, origin.nhiem_vu))
        }

    @cached_property
    def own(self) -> list[Passage]:
        """All words of the plan but those that a task has from another one."""
        foreign = self.foreign
        return [row for row in self.passages if (row.place.nhiem_vu, row.place.truong) not in foreign]

    @cached_property
    def outside(self) -> list[Passage]:
        """The words outside the tasks and the heading of the paper."""
        return [row for row in self.passages if row.task is None and row.key != "trich_yeu"]

    def _task_passages(self) -> Iterator[Passage]:
        plan, group = self.plan, 0
        for task in self.tasks:
            while group < task.nhom:
                group += 1
                yield from _group(plan, group)
            above: Path = ("nhom", task.nhom - 1, "nhiem_vu", task.thu_tu - 1)
            for key, text, paths in _fields(task.nhiem_vu):
                if text.strip():
                    place = at_task(plan, task, key, text)
                    yield Passage(text, key, place, task, tuple((*above, *path) for path in paths))
        for number in range(group + 1, len(plan.nhom) + 1):
            yield from _group(plan, number)


def _head(plan: Plan) -> Iterator[Passage]:
    if subject := plan.van_ban.trich_yeu:
        place = at_head(plan, subject, "trích yếu")
        yield Passage(subject, "trich_yeu", place, paths=(("van_ban", "trich_yeu"),))
    for index, citation in enumerate(plan.can_cu):
        path = ("can_cu", index, "nguyen_van")
        yield Passage(citation.nguyen_van, "can_cu", at_part(plan, "can_cu", index), paths=(path,))


def _part(plan: Plan, key: str) -> Iterator[Passage]:
    for index, text in enumerate(getattr(plan, key)):
        yield Passage(text, key, at_part(plan, key, index), paths=((key, index),))


def _group(plan: Plan, number: int) -> Iterator[Passage]:
    group, place, above = plan.nhom[number - 1], at_group(plan, number), ("nhom", number - 1)
    yield Passage(group.ten, "nhom", place, paths=((*above, "ten"),))
    for index, text in enumerate(group.noi_dung):
        yield Passage(text, "nhom", place, paths=((*above, "noi_dung", index),))


def _rest(plan: Plan) -> Iterator[Passage]:
    for number, section in enumerate(plan.muc_khac):
        place = at_section(plan, section.ten, section.dong)
        for index, text in enumerate(section.doan):
            yield Passage(text, "muc_khac", place, paths=(("muc_khac", number, "doan", index),))
    yield from _part(plan, "loi_ket")
    for number, appendix in enumerate(plan.phu_luc):
        place = at_section(plan, appendix.ten, appendix.dong)
        for text, *path in _words_of(appendix):
            if text.strip():
                yield Passage(text, "phu_luc", place, paths=(("phu_luc", number, *path),))


def _words_of(appendix: PlanAppendix) -> Iterator[tuple[str, *Path]]:
    yield from ((text, "doan", index) for index, text in enumerate(appendix.doan))
    for t, table in enumerate(appendix.bang):
        for r, row in enumerate(table):
            yield from ((cell, "bang", t, r, c) for c, cell in enumerate(row))


def _fields(task: Task) -> Iterator[Field]:
    yield "ten", task.ten or "", (("ten",),)
    yield from _list("noi_dung", task.noi_dung)
    yield "thoi_han", task.thoi_han.nguyen_van, (("thoi_han", "nguyen_van"),)
    yield from _list("san_pham", [one.ten for one in task.san_pham], "ten")
    for key, shares in (("chu_tri", task.chu_tri), ("phoi_hop", task.phoi_hop)):
        for index, one in enumerate(shares):
            whole = _assigned(one)
            yield key, whole, ((key, index, "nguyen_van"),) if whole == one.nguyen_van else ()
    # Several roles may be read from the same words, which stand in the plan once.
    roles: dict[str, tuple[Path, ...]] = {}
    for index, role in enumerate(task.tham_quyen):
        path = ("tham_quyen", index, "nguyen_van")
        roles[role.nguyen_van] = (*roles.get(role.nguyen_van, ()), path)
    yield from (("tham_quyen", text, paths) for text, paths in roles.items())
    yield from _list("phu_trach", task.phu_trach)
    yield "kinh_phi", task.kinh_phi or "", (("kinh_phi",),)
    yield "ghi_chu", task.ghi_chu or "", (("ghi_chu",),)
    yield from _list("truong_khac", [one.gia_tri for one in task.truong_khac], "gia_tri")
    yield from _list("chu_thich", [note.noi_dung for note in task.chu_thich], "noi_dung")


def _list(key: str, texts: Sequence[str], *inner: str) -> Iterator[Field]:
    for index, text in enumerate(texts):
        yield key, text, ((key, index, *inner),)


def _assigned(one: Assignment) -> str:
    if one.pham_vi and one.pham_vi not in one.nguyen_van:
        return f"{one.nguyen_van} ({one.pham_vi})"
    return one.nguyen_van
