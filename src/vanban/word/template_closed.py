"""Each tag is closed in its own paragraph: else docxtpl takes all up to the next end for one tag.

What stood between, whole paragraphs among it, would be lost without a word.
"""

from lxml import etree

from vanban.word.ooxml import w
from vanban.word.template_source import TagError, TagPlace, part_words
from vanban.word.template_tags import stretches


def require_closed(part: str, root: etree._Element) -> None:
    """TagError at the first tag that its own paragraph does not close."""
    for paragraph in root.iter(w("p")):
        text = "".join(t.text or "" for t in paragraph.iter(w("t")) if _holder(t) is paragraph)
        if "{" not in text:
            continue
        for start, end, opener, opened in stretches(text):
            if opened and opener and not (text[start:end].endswith(_ENDS[opener]) and end - start >= 4):
                place = TagPlace(part_words(part), opener, " ".join(text.split())[:120], file=part)
                raise TagError(
                    f"thẻ trong mẫu viết sai: “{text[start:end]}” thiếu {_ENDS[opener]}",
                    where=str(place),
                    next_step=f"gõ {_ENDS[opener]} ở cuối thẻ, cả thẻ nằm trong một đoạn",
                    at=place,
                )


_ENDS = {"{{": "}}", "{%": "%}", "{#": "#}"}


def _holder(text: etree._Element) -> etree._Element | None:
    return next(text.iterancestors(w("p")), None)
