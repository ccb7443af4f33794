"""Texts that are nearly the same, found among many in time that grows with their number alone.

Two texts are alike if at least nine words of ten stand in both in one order. Such texts share most of
their pairs of neighbouring words; so they share one of the rarest pairs of each, and only those are compared.
"""

import math
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import pairwise

ALIKE = 0.9
"""Likeness of two texts (0 to 1) from which one is a copy of the other."""
SHARED = 0.35 * (1 + 0.9 / 1.1)
"""Share of a text's neighbouring pairs that any text alike has too: each difference breaks few of them."""
MOST_COMPARED = 24
"""Texts with one rare pair that a new text is compared with: many more are a form, and found by its first."""

Words = Sequence[str]


def alike(first: Words, second: Words) -> bool:
    """Whether two texts, given as their words, are nearly the same."""
    # Lengths alone tell most pairs apart, before anything is built.
    if 2 * min(len(first), len(second)) < ALIKE * (len(first) + len(second)):
        return False
    if first == second:
        return True
    matcher = SequenceMatcher(None, first, second, autojunk=False)
    # The quick ratios are upper bounds: most pairs are told apart by them at once.
    return all(ratio() >= ALIKE for ratio in (matcher.real_quick_ratio, matcher.quick_ratio, matcher.ratio))


def alike_groups(texts: Sequence[tuple[str, ...]]) -> list[list[int]]:
    """The places of texts that are alike, in groups of two or more, in the order of the first of each."""
    places: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for index, text in enumerate(texts):
        places[text].append(index)
    different = list(places)
    root = list(range(len(different)))
    for one, other in _candidates(different):
        if _root(root, one) != _root(root, other) and alike(different[one], different[other]):
            root[_root(root, max(one, other))] = _root(root, min(one, other))
    groups: dict[int, list[int]] = defaultdict(list)
    for number, text in enumerate(different):
        groups[_root(root, number)] += places[text]
    return [sorted(group) for group in groups.values() if len(group) > 1]


def _root(root: list[int], number: int) -> int:
    while root[number] != number:
        root[number] = root[root[number]]
        number = root[number]
    return number


def _candidates(texts: Sequence[tuple[str, ...]]) -> Iterator[tuple[int, int]]:
    """Pairs of texts that share one of the rarest pairs of words of both."""
    pairs = [sorted(set(pairwise(text))) for text in texts]
    uses = Counter(pair for row in pairs for pair in row)
    holding: dict[tuple[str, str], list[int]] = defaultdict(list)
    for number, row in enumerate(pairs):
        rarest = sorted(row, key=lambda pair: (uses[pair], pair))
        kept = rarest[: len(row) - math.floor(SHARED * len(row)) + 2]
        near: set[int] = set()
        for pair in kept:
            if uses[pair] > 1:
                near.update(holding[pair][:MOST_COMPARED])
                holding[pair].append(number)
        yield from ((earlier, number) for earlier in sorted(near))
