"""A plan as rules read it: its tasks with their numbers, and all its words in reading order."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from vanban.check.plan.copied import alike_fields, copied_pairs
from vanban.check.plan.places import LABELS, at_group, at_head, at_part, at_section, at_task, task_name
from vanban.model.agency import AgencyBook
from vanban.model.finding import Place
from vanban.model.plan import Assignment, Numbered, Plan, Task, numbered

BEFORE_TASKS: Final = ("mo_dau", "muc_dich", "yeu_cau", "muc_tieu")
"""Parts of a plan, as lists of paragraphs, that stand before its tasks; and those after them."""
AFTER_TASKS: Final = ("kinh_phi", "to_chuc_thuc_hien", "che_do_bao_cao")


@dataclass(frozen=True, slots=True)
class Passage:
    """One run of words of the plan: `key` is its field or part, `task` None outside the tasks."""

    text: str
    key: str
    place: Place
    task: Numbered | None = None

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
            for key, text in _fields(task.nhiem_vu):
                if text.strip():
                    yield Passage(text, key, at_task(plan, task, key, text), task)
        for number in range(group + 1, len(plan.nhom) + 1):
            yield from _group(plan, number)


def _head(plan: Plan) -> Iterator[Passage]:
    if subject := plan.van_ban.trich_yeu:
        yield Passage(subject, "trich_yeu", at_head(plan, subject, "trích yếu"))
    for index, citation in enumerate(plan.can_cu):
        yield Passage(citation.nguyen_van, "can_cu", at_part(plan, "can_cu", index))


def _part(plan: Plan, key: str) -> Iterator[Passage]:
    for index, text in enumerate(getattr(plan, key)):
        yield Passage(text, key, at_part(plan, key, index))


def _group(plan: Plan, number: int) -> Iterator[Passage]:
    group = plan.nhom[number - 1]
    place = at_group(plan, number)
    for text in (group.ten, *group.noi_dung):
        if text.strip():
            yield Passage(text, "nhom", place)


def _rest(plan: Plan) -> Iterator[Passage]:
    for section in plan.muc_khac:
        place = at_section(plan, section.ten, section.dong)
        yield from (Passage(text, "muc_khac", place) for text in section.doan)
    yield from _part(plan, "loi_ket")
    for appendix in plan.phu_luc:
        place = at_section(plan, appendix.ten, appendix.dong)
        cells = [cell for table in appendix.bang for row in table for cell in row]
        yield from (Passage(text, "phu_luc", place) for text in (*appendix.doan, *cells) if text.strip())


def _fields(task: Task) -> Iterator[tuple[str, str]]:
    yield "ten", task.ten or ""
    yield from (("noi_dung", text) for text in task.noi_dung)
    yield "thoi_han", task.thoi_han.nguyen_van
    yield from (("san_pham", product.ten) for product in task.san_pham)
    yield from (("chu_tri", _assigned(one)) for one in task.chu_tri)
    yield from (("phoi_hop", _assigned(one)) for one in task.phoi_hop)
    # Several roles may be read from the same words, which stand in the plan once.
    yield from (("tham_quyen", text) for text in dict.fromkeys(role.nguyen_van for role in task.tham_quyen))
    yield from (("phu_trach", text) for text in task.phu_trach)
    yield "kinh_phi", task.kinh_phi or ""
    yield "ghi_chu", task.ghi_chu or ""
    yield from (("truong_khac", other.gia_tri) for other in task.truong_khac)
    yield from (("chu_thich", note.noi_dung) for note in task.chu_thich)


def _assigned(one: Assignment) -> str:
    if one.pham_vi and one.pham_vi not in one.nguyen_van:
        return f"{one.nguyen_van} ({one.pham_vi})"
    return one.nguyen_van
