"""An error of the engine → the same error with the paragraph and page that `vanban template check` gives."""

from vanban.model.errors import SourceError, TemplateError
from vanban.word.package import open_package
from vanban.word.template_source import TagError
from vanban.word.template_tags import Tag, find_tags

_MARKS = ("{{", "{%", "{#", "}}", "%}", "#}")
_STRAIGHT = str.maketrans({"“": '"', "”": '"', "‘": "'", "’": "'"})


def numbered(error: TagError, template: bytes) -> TemplateError:
    """The error with the number of its paragraph and, where the file tells it, the page.

    The error itself where the tag is not found again. It takes a reading of the whole template: only errors
    that a person sees are worth it.
    """
    try:
        tags = [tag for tag in find_tags(open_package(template, "")) if tag.place.part == error.at.file]
    except SourceError:
        return error
    if error.at.tag in _MARKS:
        same, nth = [tag for tag in tags if not (tag.opened and tag.closed)], 0
    else:
        key = _key(error.at.tag[1], error.at.tag[2:-2])
        same, nth = [tag for tag in tags if _key(*_said(tag)) == key], error.at.nth
    if nth >= len(same):
        return error
    place = same[nth].place.place()
    return TemplateError(error.what, where=f"{error.where}, {place}", next_step=error.next_step)


def _said(tag: Tag) -> tuple[str, str]:
    return {"value": "{", "statement": "%"}.get(tag.kind, "#"), tag.body


def _key(sign: str, body: str) -> str:
    """What a tag says, whatever the white space, the quotes and its scope."""
    return sign + " ".join(body.translate(_STRAIGHT).strip(" -+").split())
