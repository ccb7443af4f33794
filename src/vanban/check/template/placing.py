"""Where tags stand: what vanishes with a tag must hold nothing else."""

from collections.abc import Iterator
from typing import Final

from vanban.check.template import rules_of_tags as rules
from vanban.check.template.reading import TemplateReading
from vanban.model.finding import Finding
from vanban.word.observe_properties import Element
from vanban.word.ooxml import w
from vanban.word.template_tags import Scope, Tag

_HOMES: Final[dict[Scope, tuple[str, str]]] = {"p": ("p", "đoạn"), "tr": ("tr", "hàng"), "tc": ("tc", "ô")}
_THINGS: Final = {
    "drawing": "hình",
    "pict": "hình",
    "object": "đối tượng nhúng",
    "footnoteReference": "chú thích cuối trang",
    "endnoteReference": "chú thích cuối văn bản",
    "fldChar": "trường tự động của Word",
}
"""A section mark is none of them: the engine gives it a paragraph of its own (`word.template_sections`)."""


def check_placing(reading: TemplateReading) -> Iterator[Finding]:
    """Findings on tags whose paragraph, row or cell holds something else."""
    seen: dict[Element, Tag] = {}
    for tag in reading.whole:
        if tag.kind == "value" and tag.scope:
            yield _inserted(reading, tag)
        if tag.scope not in _HOMES or not (tag.opened and tag.closed):
            continue
        home = _home(tag)
        word = _HOMES[tag.scope][1]
        if home is None:
            yield reading.finding(
                rules.OUTSIDE_TABLE,
                tag,
                f"thẻ {tag.source} đứng ngoài bảng",
                "dùng {%p … %} cho đoạn, hoặc đưa thẻ vào một hàng riêng của bảng",
            )
        elif home in seen:
            yield reading.finding(
                rules.TWO_IN_ONE,
                tag,
                f"{word} này có hai thẻ {seen[home].source} và {tag.source}; thẻ trước sẽ mất",
                f"đưa mỗi thẻ vào một {word} riêng",
            )
        else:
            seen[home] = tag
    for home, tag in seen.items():
        yield from _beside(reading, home, tag)


def _home(tag: Tag) -> Element | None:
    """What vanishes with the tag; None where there is nothing of the kind around it."""
    return next(tag.element.iterancestors(w(_HOMES[tag.scope][0])), None)


def _inserted(reading: TemplateReading, tag: Tag) -> Finding:
    return reading.finding(
        rules.PLAIN_SCOPE,
        tag,
        f"thẻ {tag.source} chèn cả một khối, nhưng trường chỉ có chữ",
        f"viết {{{{ {tag.body} }}}}",
    )


def _beside(reading: TemplateReading, home: Element, tag: Tag) -> Iterator[Finding]:
    word = _HOMES[tag.scope][1]
    words = _other_words(reading, home, tag)
    things = [name for name in dict.fromkeys(_THINGS.values()) if _holds(home, name)]
    lost = ([f"“{words[:60]}”"] if words.strip("{}%") else []) + things
    if lost:
        yield reading.finding(
            rules.BESIDE,
            tag,
            f"cạnh thẻ {tag.source} trong cùng {word} có {', '.join(lost)}: sẽ mất khi tạo văn bản",
            f"đưa thẻ vào một {word} riêng",
        )


def _other_words(reading: TemplateReading, home: Element, tag: Tag) -> str:
    """The words of a paragraph, row or cell outside its tags of this scope."""
    inside = set(home.iter(w("p")))
    kept = [t.place for t in reading.whole if t.scope == tag.scope and t.paragraph in inside]
    words: list[str] = []
    for number in reading.numbers(inside):
        text = reading.sheet.paragraphs[number - 1].text
        for place in sorted((p for p in kept if p.paragraph == number), key=lambda p: -p.start):
            text = text[: place.start] + text[place.end :]
        words.append(text)
    return " ".join(" ".join(words).split())


def _holds(home: Element, thing: str) -> bool:
    return any(next(home.iter(w(tag)), None) is not None for tag, name in _THINGS.items() if name == thing)
