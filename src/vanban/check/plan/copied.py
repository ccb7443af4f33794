"""Tasks that carry the content of another task."""

from collections.abc import Sequence
from itertools import pairwise

from vanban.check.plan.alike import alike, alike_groups
from vanban.model.plan import Assignment, Numbered, Task
from vanban.viet.text import words

LEAST_WORDS = 8
"""Contents shorter than this may be alike by chance."""
OWN_TITLE = 0.6
"""Share of a title's word pairs in the content from which the content is the task's own."""


def copied_pairs(tasks: list[Numbered]) -> list[tuple[Numbered, Numbered]]:
    """Pairs (copy, origin): of tasks with one content the origin has most of its title in it.

    Each copy is named once, whatever the number of tasks that carry the same words.
    """
    contents = {task.so: tuple(words(" ".join(task.nhiem_vu.noi_dung).casefold())) for task in tasks}
    speaking = [task for task in tasks if len(contents[task.so]) >= LEAST_WORDS]
    found = []
    for together in alike_groups([contents[task.so] for task in speaking]):
        kin = [speaking[index] for index in together]
        titles = {task.so: tuple(words((task.nhiem_vu.ten or "").casefold())) for task in kin}
        own = {task.so: _shared(titles[task.so], contents[task.so]) for task in kin}
        origin = max(kin, key=lambda task: own[task.so])
        first, title = contents[origin.so], titles[origin.so]
        for task in kin:
            second = contents[task.so]
            if task is origin or alike(titles[task.so], title) or not alike(first, second):
                continue
            if own[task.so] < OWN_TITLE or first == second:
                found.append((task, origin))
    return found


def alike_fields(task: Task, other: Task) -> list[str]:
    """Keys of the fields, beside the content, that two tasks have in the same words."""
    same = {
        "thoi_han": bool(task.thoi_han.nguyen_van) and task.thoi_han.nguyen_van == other.thoi_han.nguyen_van,
        "san_pham": bool(task.san_pham) and task.san_pham == other.san_pham,
        "chu_tri": _bodies(task.chu_tri) == _bodies(other.chu_tri) != [],
        "phoi_hop": _bodies(task.phoi_hop) == _bodies(other.phoi_hop) != [],
        "tham_quyen": bool(task.tham_quyen) and task.tham_quyen == other.tham_quyen,
    }
    return [key for key, alike in same.items() if alike]


def _bodies(shares: list[Assignment]) -> list[str]:
    return [one.co_quan or one.nguyen_van.casefold() for one in shares]


def _shared(title: Sequence[str], content: Sequence[str]) -> float:
    """The share of the title's neighbouring word pairs that stand in the content."""
    pairs = list(pairwise(title))
    held = set(pairwise(content))
    return sum(pair in held for pair in pairs) / len(pairs) if pairs else 0.0
