"""Writing a .docx: the same parts give the same bytes, and a part that stays is packed only once."""

import io
import struct
import zipfile
import zlib
from collections.abc import Iterable, Mapping
from typing import Final, NamedTuple

CONTENT_TYPES = "[Content_Types].xml"

LEVEL: Final = 3
"""How hard a part is packed that is written anew for each paper. Level 6 makes it about a sixth smaller
and takes six times as long; packing would then take longer than all the rest of a rendering."""
_ONCE_LEVEL: Final = 9
"""How hard a part is packed that is packed once for many papers."""

_LOCAL: Final = struct.Struct("<4s5H3L2H")
_CENTRAL: Final = struct.Struct("<4s6H3L5H2L")
_END: Final = struct.Struct("<4s4H2LH")
_VERSION: Final = 20
_MADE_BY: Final = (3 << 8) | _VERSION
_UTF8_NAME: Final = 0x0800
_FIRST_DAY: Final = (1 << 5) | 1
"""1/1/1980, the first moment that a zip entry can carry: a real time would make two equal papers differ."""
_FOR_THE_OWNER: Final = 0o600 << 16


class Packed(NamedTuple):
    """One part as it stands in the file: `head` and `content` one after the other, `entry` for the list
    of parts at the end, which takes the place of `head` when it is known."""

    name: str
    entry: tuple[int, ...]
    head: bytes
    content: bytes


def packed(name: str, chunks: Iterable[bytes], *, once: bool = False) -> Packed:
    """A part, deflated as its bytes come. `once` says that it serves many files and is worth more time."""
    deflate = zlib.compressobj(_ONCE_LEVEL if once else LEVEL, zlib.DEFLATED, -zlib.MAX_WBITS)
    crc = size = 0
    pieces: list[bytes] = []
    for chunk in chunks:
        crc, size = zlib.crc32(chunk, crc), size + len(chunk)
        pieces.append(deflate.compress(chunk))
    content = b"".join((*pieces, deflate.flush()))
    spelled = name.encode()
    flags = 0 if spelled.isascii() else _UTF8_NAME
    entry = (flags, zipfile.ZIP_DEFLATED, 0, _FIRST_DAY, crc, len(content), size)
    head = _LOCAL.pack(b"PK\x03\x04", _VERSION, *entry, len(spelled), 0) + spelled
    return Packed(name, entry, head, content)


def assembled(parts: Iterable[Packed]) -> bytes:
    """A .docx of these parts, the list of content types first, the others in order of their names."""
    chunks: list[bytes] = []
    directory: list[bytes] = []
    at = 0
    for part in sorted(parts, key=lambda p: (p.name != CONTENT_TYPES, p.name)):
        spelled = part.name.encode()
        directory += (
            _CENTRAL.pack(
                *(b"PK\x01\x02", _MADE_BY, _VERSION, *part.entry),
                *(len(spelled), 0, 0, 0, 0, _FOR_THE_OWNER, at),
            ),
            spelled,
        )
        chunks += (part.head, part.content)
        at += len(part.head) + len(part.content)
    count, size = len(directory) // 2, sum(map(len, directory))
    end = _END.pack(b"PK\x05\x06", 0, 0, count, count, size, at, 0)
    return b"".join((*chunks, *directory, end))


def pack(parts: Mapping[str, bytes]) -> bytes:
    """A .docx of these parts, as `assembled` orders them."""
    return assembled(packed(name, (data,)) for name, data in parts.items())


def unpack(data: bytes) -> dict[str, bytes]:
    """All parts of a .docx that this project made itself, by name."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist() if not name.endswith("/")}
