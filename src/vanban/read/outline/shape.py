"""The shape of a part that holds work: at which level of its outline the tasks stand.

Where fields have labels, a task has each label once: the deepest numbers under which labels stand and do
not repeat are the tasks, else bullets. Where fields have none, sentences that give work to an agency tell
("Giao Sở … chủ trì"); else the deepest numbers do.
"""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from vanban.read.lines.labels import TELLING, find_label, label_behind_number
from vanban.read.lines.markers import LEVELS, PLAIN, Marker, depth_of, marker_of
from vanban.read.lines.source import SourceLine

_REPEATED = 0.2
"""Share of the nodes of a level that may repeat a label by mistake (a lost number, a copied block)."""
_ONCE = ("chu_tri", "chu_tri_phoi_hop", "thoi_han", "san_pham")
_ASSIGNED = 0.4
_COVERED = 0.7
"""Tasks nearly all have labels; of the steps of a task only the last has, before the labels of the task."""
_BULLETS = ("gach", "cong")
_NUMBERS = ("so2", "so", "de_muc2", "de_muc", "la_ma", "chu")


@dataclass
class _Node:
    """What stands under one mark: how often each label."""

    labels: Counter[str] = field(default_factory=Counter)

    @property
    def is_told(self) -> bool:
        """Whether a label that a task has once stands under it."""
        return any(self.labels[key] for key in _ONCE)


def task_level(lines: Sequence[SourceLine], assigns: Callable[[str], bool]) -> str:
    """The level of `markers.LEVELS` at which the tasks stand.

    `assigns` tells whether a sentence gives work to somebody.
    """
    marks = [marker_of(line) for line in lines]
    labelled = _by_labels(lines, marks)
    if labelled:
        return labelled
    present = Counter(
        mark.level
        for line, mark in zip(lines, marks, strict=True)
        if mark.rest.strip() and not ((label := find_label(line)) and label.sure)
    )
    return _by_sentences(marks, present, assigns) or _by_numbers(present)


def _by_labels(lines: Sequence[SourceLine], marks: Sequence[Marker]) -> str | None:
    nodes: dict[str, list[_Node]] = {}
    opened: dict[str, _Node] = {}
    for line, mark in zip(lines, marks, strict=True):
        label = find_label(line) or label_behind_number(line, mark)
        if label is not None and (label.sure or opened) and label.key in TELLING:
            for level, node in opened.items():
                if mark.level == PLAIN or depth_of(level) < mark.depth:
                    node.labels[label.key] += 1
        elif mark.level != PLAIN:
            opened = {level: node for level, node in opened.items() if depth_of(level) < mark.depth}
            opened[mark.level] = _Node()
            nodes.setdefault(mark.level, []).append(opened[mark.level])
    numbered = [level for level in LEVELS if level not in _BULLETS and _is_apart(nodes.get(level, ()))]
    if numbered:
        covered = [level for level in numbered if _coverage(nodes[level]) >= _COVERED]
        return covered[-1] if covered else numbered[0]
    return next((level for level in _BULLETS if _is_apart(nodes.get(level, ()))), None)


def _is_apart(nodes: Sequence[_Node]) -> bool:
    """Whether nodes have labels, and nearly none has one of them twice."""
    told = [node for node in nodes if node.is_told]
    repeated = [node for node in told if any(node.labels[key] > 1 for key in _ONCE)]
    return bool(told) and len(repeated) <= _REPEATED * len(told)


def _coverage(nodes: Sequence[_Node]) -> float:
    return sum(node.is_told for node in nodes) / len(nodes)


def _by_sentences(
    marks: Sequence[Marker], present: Counter[str], assigns: Callable[[str], bool]
) -> str | None:
    told = Counter(mark.level for mark in marks if mark.rest.strip() and assigns(mark.rest))
    likely = [level for level in LEVELS if told[level] and told[level] >= _ASSIGNED * present[level]]
    best = max(likely, key=lambda level: told[level]) if likely else None
    if best == PLAIN and (title := _above_sentences(marks, assigns)):
        return title
    return best


def _above_sentences(marks: Sequence[Marker], assigns: Callable[[str], bool]) -> str | None:
    """The level of the titles, where each sentence that gives work stands right under one of them."""
    filled = [mark for mark in marks if mark.rest.strip()]
    above = {before.level for before, mark in pairwise(filled) if mark.level == PLAIN and assigns(mark.rest)}
    return above.pop() if len(above) == 1 and PLAIN not in above else None


def _by_numbers(present: Counter[str]) -> str:
    return next((level for level in (*_NUMBERS, "gach") if present[level]), PLAIN)
