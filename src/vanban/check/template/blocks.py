"""Blocks: each `for` and `if` is closed, in order, and at the level at which it was opened."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from vanban.check.template import rules_of_words as rules
from vanban.check.template.reading import BRANCHES, CLOSERS, OPENERS, TemplateReading
from vanban.model.finding import Finding
from vanban.word.observe_properties import Element
from vanban.word.ooxml import w
from vanban.word.template_tags import Tag

_BORDERS: Final = {w("tc"): "ô", w("tr"): "hàng"}


@dataclass
class Block:
    """A block that is open: its tag, and the branches that were met in it."""

    tag: Tag
    branches: list[Tag] = field(default_factory=list)


def check_blocks(reading: TemplateReading) -> Iterator[Finding]:
    """Findings on the blocks of each part of the file; every part is rendered by itself."""
    for part in dict.fromkeys(tag.place.part for tag in reading.whole):
        tags = [t for t in reading.whole if t.place.part == part and t.kind == "statement"]
        yield from _of_part(reading, tags)


def _of_part(reading: TemplateReading, tags: list[Tag]) -> Iterator[Finding]:
    open_: list[Block] = []
    lost = False
    for tag in tags:
        word = tag.word
        if word in OPENERS:
            open_.append(Block(tag))
        elif word in BRANCHES:
            found = list(_branch(reading, tag, open_))
            lost = lost or any(one.ma == rules.UNBEGUN.ma for one in found)
            yield from found
        elif word in CLOSERS:
            if lost and word == "endif" and not any(block.tag.word == "if" for block in open_):
                lost = False  # the end of the branch whose missing beginning was told
                continue
            yield from _close(reading, tag, open_)
    yield from (_unended(reading, block) for block in open_)


def _branch(reading: TemplateReading, tag: Tag, open_: list[Block]) -> Iterator[Finding]:
    if not open_ or open_[-1].tag.word not in BRANCHES[tag.word]:
        yield _unbegun(reading, tag, "if")
        return
    open_[-1].branches.append(tag)
    yield from _level(reading, open_[-1].tag, tag)


def _close(reading: TemplateReading, tag: Tag, open_: list[Block]) -> Iterator[Finding]:
    opener = CLOSERS[tag.word]
    if open_ and open_[-1].tag.word == opener:
        yield from _level(reading, open_.pop().tag, tag)
        return
    behind = next((block for block in reversed(open_) if block.tag.word == opener), None)
    if behind is None:
        yield _unbegun(reading, tag, opener)
        return
    at = open_.index(behind)
    outer, inner = open_[:at], open_[at + 1 :]
    late = [block for block in inner if _closed_later(reading, tag, block, outer)]
    yield from (_unended(reading, block) for block in inner if block not in late)
    if late:
        last = late[-1].tag
        yield reading.finding(
            rules.CROSSED,
            tag,
            f"{tag.source} đóng {behind.tag.source} khi {last.source} ({last.place.place()}) còn mở",
            f"thêm {_like(last, OPENERS[last.word])} trước thẻ này, hoặc đổi chỗ hai thẻ đóng",
        )
    open_[:] = [*outer, *late]


def _closed_later(reading: TemplateReading, tag: Tag, block: Block, outer: list[Block]) -> bool:
    """Whether an end is left for this block after those that later and outer beginnings need."""
    after = reading.whole[reading.whole.index(tag) + 1 :]
    same = [t for t in after if t.place.part == tag.place.part and t.kind == "statement"]
    word = block.tag.word
    needed = sum(t.word == word for t in same) + sum(b.tag.word == word for b in outer)
    return sum(t.word == OPENERS[word] for t in same) > needed


def _unended(reading: TemplateReading, block: Block) -> Finding:
    return reading.finding(
        rules.UNENDED,
        block.tag,
        f"{block.tag.source} chưa có {OPENERS[block.tag.word]}",
        f"thêm {_like(block.tag, OPENERS[block.tag.word])} ở cuối phần cần lặp hoặc cần chọn",
    )


def _unbegun(reading: TemplateReading, tag: Tag, opener: str) -> Finding:
    return reading.finding(
        rules.UNBEGUN,
        tag,
        f"{tag.source} không có thẻ {opener} nào đang mở trước nó",
        f"xóa thẻ này, hoặc thêm lại thẻ {{% {opener} … %}} đã bị xóa",
    )


def _like(tag: Tag, word: str) -> str:
    """A tag of this word with the scope of another."""
    return f"{{%{tag.scope} {word} %}}" if tag.scope else f"{{% {word} %}}"


def _level(reading: TemplateReading, begin: Tag, end: Tag) -> Iterator[Finding]:
    """The way from the root down to both tags, below what they share, must be the same."""
    one, other = _way(begin), _way(end)
    shared = sum(1 for a, b in zip(one, other, strict=False) if a is b)
    left, right = one[shared:], other[shared:]
    if [e.tag for e in left] != [e.tag for e in right]:
        yield reading.finding(
            rules.UNEVEN,
            end,
            f"{end.source} và {begin.source} ({begin.place.place()}) không đứng ở cùng một cấp",
            f"viết {_like(begin, end.body)} ở cùng chỗ với thẻ mở: cùng ô bảng, hoặc cùng ở ngoài bảng",
        )
        return
    borders = [_BORDERS[str(e.tag)] for e in left if e.tag in _BORDERS]
    if borders:
        yield reading.finding(
            rules.OVER_CELLS,
            end,
            f"{begin.source} ({begin.place.place()}) mở ở {borders[0]} này, {end.source} đóng ở "
            f"{borders[0]} khác",
            "dùng {%tr … %} để lặp hàng, {%tc … %} để lặp ô; hoặc mở và đóng trong cùng một ô",
        )


def _way(tag: Tag) -> list[Element]:
    """The elements around what the tag becomes, from the root down."""
    start = tag.element
    if tag.scope:
        start = next(start.iterancestors(w(tag.scope)), start)
        return list(reversed(list(start.iterancestors())))
    return [*reversed(list(start.iterancestors())), start]
