"""Templates as templates: tags of docxtpl are no words of a paper, and loops and branches no lines of it."""

import re
from dataclasses import replace

from vanban.model.sheet import Sheet

_TAG = re.compile(r"\{%.*?%\}")
_ANY_TAG = re.compile(r"\{%|\{\{")


def is_template(sheet: Sheet) -> bool:
    """Whether the sheet shows a template that was not rendered."""
    return any(_ANY_TAG.search(paragraph.text) for paragraph in sheet.paragraphs)


def without_tag_lines(sheet: Sheet) -> Sheet:
    """The sheet without the paragraphs that hold only tags: they vanish when it is rendered."""
    kept = tuple(
        paragraph
        for paragraph in sheet.paragraphs
        if not _TAG.search(paragraph.text) or _TAG.sub("", paragraph.text).strip()
    )
    return replace(sheet, paragraphs=kept)
