"""The same template with the tags of docxtemplater and easy-template-x, or with those of carbone."""

import io
import re
import zipfile

from bench.sections import Piece, Section, Value
from vanban.word.archive import pack

_MAIN = "word/document.xml"
_FIRST_WORDS = re.compile(r"<w:t(?: [^>]*)?>")


def rewritten(template: bytes, document: str) -> bytes:
    """The template with another main part."""
    with zipfile.ZipFile(io.BytesIO(template)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    return pack({**parts, _MAIN: document.encode()})


def with_braces(pieces: list[Piece]) -> str:
    """`{name}` a value, `{#name}` … `{/name}` a section; for rows both stand in the row that is repeated."""
    out: list[str] = []
    for piece in pieces:
        if isinstance(piece, Value):
            out.append(f"{{{piece.name}}}")
        elif isinstance(piece, Section):
            opened, closed = f"{{#{piece.name}}}", f"{{/{piece.name}}}"
            out.append(_around(with_braces(piece.inner), opened, closed))
        else:
            out.append(piece)
    return "".join(out)


def with_paths(pieces: list[Piece], path: str = "d") -> str:
    """`{d.list[i].name}` a value; a list is told by one item and the beginning of the next."""
    out: list[str] = []
    for piece in pieces:
        if isinstance(piece, Value):
            out.append(f"{{{path}.{piece.name}}}")
        elif isinstance(piece, Section) and piece.item:
            inner = with_paths(piece.inner, f"{path}.{piece.name}[i]")
            following = f"{{{path}.{piece.name}[i+1].{_first_value(piece)}}}"
            if inner.lstrip().startswith("<w:tr"):
                row = inner.replace(f"{path}.{piece.name}[i]", f"{path}.{piece.name}[i+1]")
                out.append(inner + row)
            else:
                out.append(inner + _paragraph(following))
        elif isinstance(piece, Section):
            name = f"{path}.{piece.name}"
            opened, closed = f"{{{name}:ifEQ(true):showBegin}}", f"{{{name}:showEnd}}"
            out.append(_around(with_paths(piece.inner, path), opened, closed))
        else:
            out.append(piece)
    return "".join(out)


def _first_value(section: Section) -> str:
    for piece in section.inner:
        if isinstance(piece, Value):
            return piece.name
        if isinstance(piece, Section) and not piece.item:
            return _first_value(piece)
    raise ValueError(f"{section.name}: no value in the loop")


def _around(inner: str, opened: str, closed: str) -> str:
    kind = inner.lstrip()
    if kind.startswith(("<w:p ", "<w:p>", "<w:tbl")):
        return _paragraph(opened) + inner + _paragraph(closed)
    if kind.startswith("<w:tr"):
        first = _FIRST_WORDS.search(inner)
        assert first is not None
        last = inner.rindex("</w:t>")
        return inner[: first.end()] + opened + inner[first.end() : last] + closed + inner[last:]
    return opened + inner + closed


def _paragraph(words: str) -> str:
    return f"<w:p><w:r><w:t>{words}</w:t></w:r></w:p>"
