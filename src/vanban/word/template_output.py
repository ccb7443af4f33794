"""What a rendering gives, made fit for the file: breaks in values, characters that XML cannot hold."""

import re
from collections.abc import Iterator
from itertools import islice
from typing import Final

from docxtpl import DocxTemplate

DECLARATION: Final = b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_CONTROL: Final = bytes(range(0x20))
_NOT_IN_XML: Final = bytes({*range(0x20)} - {0x09, 0x0A, 0x0D})
_NO_CHARACTERS: Final = re.compile("[\ud800-\udfff\ufffe\uffff]")
_BREAKS: Final = re.compile("[\n\t\a\f]")
_END: Final = "</w:p>"
_PIECES: Final = 1024
"""How many pieces of a rendering go through at once: few enough to stay close to the processor."""


def stream(pieces: Iterator[str]) -> Iterator[bytes]:
    r"""The bytes of a part, from the pieces that Jinja gives.

    "\n", "\t", "\a" (new paragraph) and "\f" (new page) in words become Word's own.
    """
    yield DECLARATION
    waiting = ""
    while text := "".join(islice(pieces, _PIECES)):
        text = waiting + text
        cut = text.rfind(_END) + len(_END) if _END in text else 0
        waiting = text[cut:]
        yield _clean(text[:cut])
    yield _clean(waiting)


def _clean(text: str) -> bytes:
    """Whole paragraphs, or what stands between them, as bytes."""
    if "\ufffe" in text or "\uffff" in text:
        text = _NO_CHARACTERS.sub("", text)
    try:
        data = text.encode()
    except UnicodeEncodeError:
        text = _NO_CHARACTERS.sub("", text)
        data = text.encode()
    if len(data.translate(None, _CONTROL)) == len(data):
        return data
    text = with_breaks(text.replace("\r\n", "\n").replace("\r", "\n"))
    return text.encode().translate(None, _NOT_IN_XML)


def with_breaks(text: str) -> str:
    """docxtpl's `resolve_listing`, called only for the paragraphs that hold a break.

    docxtpl takes as a paragraph what lies between the end of one and the next end, from the first start
    of a paragraph on; so the stretch around each break can be cut out by itself.
    """
    pieces: list[str] = []
    done = 0
    hit = _BREAKS.search(text)
    while hit is not None:
        last_end = text.rfind(_END, done, hit.start())
        begin = done if last_end < 0 else last_end + len(_END)
        end = text.find(_END, hit.start())
        if end < 0:
            break
        end += len(_END)
        pieces += (text[done:begin], DocxTemplate.resolve_listing(None, text[begin:end]))
        done = end
        hit = _BREAKS.search(text, done)
    pieces.append(text[done:])
    return "".join(pieces)
