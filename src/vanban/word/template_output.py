"""What a rendering gives, made fit for the file: breaks in values, characters that XML cannot hold."""

import re
from typing import Final

from docxtpl import DocxTemplate

_DECLARATION: Final = b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_NOT_IN_XML: Final = bytes({*range(0x20)} - {0x09, 0x0A, 0x0D})
_NONCHARACTERS: Final = ("\ufffe".encode(), "\uffff".encode())
_SURROGATES: Final = re.compile("[\ud800-\udfff]")
_BREAKS: Final = re.compile("[\n\t\a\f]")
_END: Final = "</w:p>"


def encoded(text: str) -> bytes:
    r"""The part as bytes; "\n", "\t", "\a" (new paragraph), "\f" (new page) in words become Word's own."""
    try:
        data = text.encode()
    except UnicodeEncodeError:
        text = _SURROGATES.sub("", text)
        data = text.encode()
    if b"\r" in data:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
        data = text.encode()
    if b"\n" in data or b"\t" in data or b"\a" in data or b"\f" in data:
        data = with_breaks(text).encode()
    for character in _NONCHARACTERS:
        if character in data:
            data = data.replace(character, b"")
    return _DECLARATION + data.translate(None, _NOT_IN_XML)


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
