"""From the XML of a part to a Jinja source, and from a line of that source back to its place in Word.

How tags are gathered from the XML (split by formatting, `{%p`, `{%tr`, `{%tc`, `{%r`, `{% vm %}` and so
on) is docxtpl's own work, called once for a part. Then each tag gets a line of its own: white space inside
a tag means nothing, and so an error at a line of Jinja is an error at a tag.
"""

import re
from dataclasses import dataclass, field, replace
from typing import Final

from docxtpl import DocxTemplate

from vanban.model.errors import TemplateError
from vanban.word.template_language import STATE

_TAG: Final = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}", re.DOTALL)
_OPENING: Final = re.compile(r"(\{[{%])([-+]?)")
_LOOSE: Final = re.compile(r"\{\{|\{%|\{#|\}\}|%\}|#\}")
_INSIDE: Final = re.compile(r"\{[{%#]")
"""What never stands inside a tag that was closed where it should be."""
_XML_TAG: Final = re.compile(r"<[^>]*>")
_PARAGRAPH: Final = re.compile(r"<w:p[ >]")
_NUMBERED_BY: Final = f"{STATE}.drawing()"
_DRAWING: Final = re.compile(r"(<wp:docPr\b[^>]*?\sid=\")\d+\"")
_NUMBERED: Final = f'\\1{{{{ {_NUMBERED_BY} }}}}"'
"""A drawing in a loop would come with one number many times, which Word does not open."""
_ESCAPED: Final = {"{_{": "{{", "}_}": "}}", "{_%": "{%", "%_}": "%}"}
"""How a template spells the signs of the language where it means the signs themselves."""
_PART_NAMES: Final = {
    "document": "thân văn bản",
    "header": "đầu trang",
    "footer": "chân trang",
    "footnotes": "chú thích cuối trang",
    "endnotes": "chú thích cuối văn bản",
    "comments": "ghi chú",
    "core": "thuộc tính tệp",
    "app": "thuộc tính tệp",
    "custom": "thuộc tính tệp",
}


@dataclass(frozen=True, slots=True)
class TagPlace:
    """Where a tag stands: the part in words, the tag as written, the words of its paragraph.

    `file` is the name of the part in the package, `nth` how many tags that say the same stand before it.
    """

    part: str
    tag: str
    words: str
    file: str = ""
    nth: int = 0

    def __str__(self) -> str:
        near = f", trong đoạn “{self.words}”" if self.words and self.words != self.tag else ""
        return f"{self.part}, thẻ {self.tag}{near}"


class TagError(TemplateError):
    """An error at one tag of a template: `at` tells which."""

    def __init__(self, what: str, *, where: str, next_step: str, at: TagPlace) -> None:
        super().__init__(what, where=where, next_step=next_step)
        self.at = at


@dataclass(frozen=True)
class Source:
    """The Jinja source of one part."""

    part: str
    text: str
    tags: tuple[tuple[int, int, int], ...] = field(repr=False)
    """First line, start and end of each tag in `text`."""

    def place(self, line: int) -> TagPlace | None:
        """The tag at a line, or the last one before it."""
        found = None
        for tag in self.tags:
            if tag[0] <= line:
                found = tag
        if found is None:
            return None
        place = self._place(found[1], found[2])
        before = [_words(self.text[start:end]) for _, start, end in self.tags if start < found[1]]
        return replace(place, nth=before.count(place.tag))

    def _place(self, start: int, end: int) -> TagPlace:
        tag, words = _words(self.text[start:end]), self._paragraph(start, end)
        return TagPlace(part_words(self.part), tag, words, file=self.part)

    def _paragraph(self, start: int, end: int) -> str:
        opened = max((m.start() for m in _PARAGRAPH.finditer(self.text, 0, start)), default=-1)
        closed = self.text.rfind("</w:p>", 0, start)
        if opened < 0 or closed > opened:
            return ""
        until = self.text.find("</w:p>", end)
        return _words(_XML_TAG.sub("", self.text[opened : until if until >= 0 else end]))


def part_words(part: str) -> str:
    """What people call a part: "đầu trang" for word/header1.xml."""
    stem = re.sub(r"\d*\.xml$", "", part.rpartition("/")[2])
    return _PART_NAMES.get(stem, part)


def source(part: str, xml: str, *, is_main: bool = False) -> Source | None:
    """The Jinja source of a part, None where it has no tag; in the main part drawings are numbered anew.

    Raises TemplateError for a sign of the language that stands alone, as in “{{ so }”.
    """
    patched = DocxTemplate.patch_xml(None, xml.replace("<w:tcPr/>", "<w:tcPr></w:tcPr>"))
    if is_main:
        patched = _DRAWING.sub(_NUMBERED, patched)
    pieces: list[str] = []
    tags: list[tuple[int, int, int]] = []
    at, line, length = 0, 1, 0
    for match in _TAG.finditer(patched):
        between = patched[at : match.start()]
        _require_whole(part, patched, between, at)
        if _INSIDE.search(match[0], 2):
            raise _broken(part, patched, match.start(), match[0][:2])
        tag = _OPENING.sub("\\1\\2\n", match[0].replace("&amp;", "&"), count=1)
        pieces += (between, tag)
        line += between.count("\n") + 1
        length += len(between)
        tags.append((line, length, length + len(tag)))
        length += len(tag)
        line += tag.count("\n") - 1
        at = match.end()
    _require_whole(part, patched, patched[at:], at)
    pieces.append(patched[at:])
    text = "".join(pieces)
    escaped = any(sign in text for sign in _ESCAPED)
    is_live = escaped or len(tags) > text.count(_NUMBERED_BY)
    return Source(part, text, tuple(tags)) if is_live else None


def unescaped(text: str) -> str:
    """Static text with the signs of the language that it means as such."""
    for spelled, sign in _ESCAPED.items():
        text = text.replace(spelled, sign)
    return text


def _require_whole(part: str, patched: str, between: str, at: int) -> None:
    loose = _LOOSE.search(_XML_TAG.sub("", between))
    if loose is not None:
        raise _broken(part, patched, at + between.find(loose[0][0]), loose[0])


def _broken(part: str, patched: str, at: int, sign: str) -> TagError:
    place = replace(Source(part, patched, ())._place(at, at + 2), tag=sign)
    return TagError(
        f"thẻ trong mẫu viết sai: {sign} đứng một mình, thẻ mở mà không đóng hoặc đóng mà không mở",
        where=str(place),
        next_step="viết đủ hai ngoặc ở mỗi đầu thẻ, cả thẻ nằm trong một đoạn",
        at=place,
    )


def _words(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= 120 else words[:119] + "…"
