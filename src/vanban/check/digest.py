"""Findings on a paper, gathered so that a reader is not flooded.

The same rule with the same words in many paragraphs is one entry; entries stand under the page and the
part where they begin, in reading order.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from vanban.model.finding import Finding
from vanban.viet.text import upper_first

WHOLE: Final = "Cả văn bản"
MANY: Final = "Nhiều nơi"
_QUOTES: Final = 3
_LONGEST_QUOTE: Final = 48
"""Of one quotation beside others; one that stands alone is shown whole."""
_RUNS: Final = 12
"""How many runs of paragraphs are named."""


@dataclass(frozen=True)
class Entry:
    """One thing to tell: findings that differ only in their place, in reading order."""

    findings: tuple[Finding, ...]

    @property
    def first(self) -> Finding:
        """The finding that speaks for all."""
        return self.findings[0]

    @property
    def place(self) -> str:
        """The paragraphs: "đoạn 12", "4 đoạn: 15, 17–19"; "" where no paragraph is meant."""
        numbers = sorted({f.noi.doan for f in self.findings if f.noi.doan is not None})
        if not numbers:
            return ""
        if len(numbers) > 1:
            return f"{len(numbers)} đoạn: {runs(numbers)}"
        times = f" ({len(self.findings)} chỗ)" if len(self.findings) > 1 else ""
        return f"đoạn {numbers[0]}{times}"

    @property
    def quotes(self) -> tuple[list[str], int]:
        """The first few words at fault, and how many others there are."""
        different = list(dict.fromkeys(f.trich for f in self.findings if f.trich))
        shown = different if len(different) == 1 else [_cut(words) for words in different[:_QUOTES]]
        return shown, max(0, len(different) - _QUOTES)


@dataclass(frozen=True)
class Group:
    """Entries of one page and part, under a heading."""

    title: str
    entries: tuple[Entry, ...]


def digest(findings: Sequence[Finding]) -> list[Group]:
    """All findings of one paper as groups: what concerns the whole first, then down the pages."""
    groups: dict[str, list[Entry]] = {}
    for entry in sorted(folded(findings), key=_reading_order):
        groups.setdefault(_title(entry), []).append(entry)
    wide = [title for title in (WHOLE, MANY) if title in groups]
    titles = [*wide, *(title for title in groups if title not in wide)]
    return [Group(title, tuple(groups[title])) for title in titles]


def folded(findings: Iterable[Finding]) -> list[Entry]:
    """The findings, those of one rule with one message in one entry."""
    same: dict[tuple[str | None, ...], list[Finding]] = {}
    for finding in findings:
        key = (finding.ma, finding.muc, finding.loi_van, finding.can_cu, finding.cach_sua)
        same.setdefault(key, []).append(finding)
    return [Entry(tuple(sorted(found, key=lambda f: f.noi.doan or 0))) for found in same.values()]


def runs(numbers: Sequence[int]) -> str:
    """Sorted numbers in short: "15, 17–19"; very many end in "…"."""
    found: list[list[int]] = []
    for number in numbers:
        if found and number == found[-1][-1] + 1:
            found[-1].append(number)
        else:
            found.append([number])
    said = [
        f"{run[0]}–{run[-1]}" if len(run) > 2 else ", ".join(str(number) for number in run) for run in found
    ]
    return ", ".join([*said[:_RUNS], "…"] if len(said) > _RUNS else said)


def _cut(words: str) -> str:
    return words if len(words) <= _LONGEST_QUOTE else words[: _LONGEST_QUOTE - 1].rstrip(" …") + "…"


def _reading_order(entry: Entry) -> tuple[int, int, int, str]:
    place = entry.first.noi
    return place.trang or 0, place.doan or 0, entry.first.muc.rank, entry.first.ma


def _title(entry: Entry) -> str:
    places = {(f.noi.trang, f.noi.phan) for f in entry.findings}
    if len(places) > 1:
        return MANY
    page, part = next(iter(places))
    if page is None and part is None:
        return WHOLE if entry.first.noi.doan is None else "Thân văn bản"
    name = upper_first(part) if part else ""
    return " – ".join(words for words in (f"Trang {page}" if page is not None else "", name) if words)
