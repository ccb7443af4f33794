"""Write a foreign .docx back: parts that were not changed keep their packed bytes, name, time and place."""

import io
import struct
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from vanban.model.errors import SourceError

_LOCAL: Final = struct.Struct("<4s5H3L2H")
_CENTRAL: Final = struct.Struct("<4s6H3L5H2L")
_END: Final = struct.Struct("<4s4H2LH")
_KEPT_FLAGS: Final = 0x0806
"""How the name is written and how hard it was packed; sizes always stand in the header here."""
_UTF8_NAME: Final = 0x0800
_VERSION: Final = 20
"""Version 2.0 of the format: folders and DEFLATE."""


@dataclass(frozen=True, slots=True)
class _Packed:
    """One entry: its outer marks, and its content as packed."""

    info: zipfile.ZipInfo
    content: bytes
    method: int
    crc: int
    size: int


def repacked(data: bytes, parts: Mapping[str, bytes], where: str = "") -> bytes:
    """The package in `data` with these parts in the place of the old ones; new ones come last.

    `data` was opened by `word.package` before. Names are compared as packages do it: without regard to
    case, "\\" as "/". Of entries with one name the last is kept, as that is the one that was read.
    Raises SourceError where an entry does not stand where the directory of the file says.
    """
    buffer, directory = io.BytesIO(), io.BytesIO()
    count = 0
    for entry in _entries(data, parts, where):
        directory.write(_headed(_CENTRAL, entry, buffer.tell()))
        buffer.write(_headed(_LOCAL, entry, 0))
        buffer.write(entry.content)
        count += 1
    start = buffer.tell()
    buffer.write(directory.getvalue())
    buffer.write(_END.pack(b"PK\x05\x06", 0, 0, count, count, directory.tell(), start, 0))
    return buffer.getvalue()


def _entries(data: bytes, parts: Mapping[str, bytes], where: str) -> Iterator[_Packed]:
    wanted = {_key(name): (name, content) for name, content in parts.items()}
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        last = {_key(info.filename): info for info in archive.infolist()}
    for key, info in last.items():
        if key in wanted:
            yield _deflated(info, wanted.pop(key)[1])
            continue
        yield _Packed(info, _packed_bytes(data, info, where), info.compress_type, info.CRC, info.file_size)
    for name, content in wanted.values():
        info = zipfile.ZipInfo(name)  # no time is given: it carries the first moment of the format
        info.external_attr = 0o600 << 16
        yield _deflated(info, content)


def _packed_bytes(data: bytes, info: zipfile.ZipInfo, where: str) -> bytes:
    head = data[info.header_offset : info.header_offset + _LOCAL.size]
    if len(head) < _LOCAL.size or not head.startswith(b"PK\x03\x04"):
        raise SourceError(
            f"phần {info.filename} trong tệp .docx bị hỏng",
            where=where,
            next_step="xin lại tệp từ người gửi, hoặc mở bằng Word và lưu lại",
        )
    name_length, extra_length = struct.unpack_from("<2H", head, 26)
    start = info.header_offset + _LOCAL.size + name_length + extra_length
    return data[start : start + info.compress_size]


def _deflated(info: zipfile.ZipInfo, content: bytes) -> _Packed:
    packer = zlib.compressobj(6, zlib.DEFLATED, -15)
    packed = packer.compress(content) + packer.flush()
    return _Packed(info, packed, zipfile.ZIP_DEFLATED, zlib.crc32(content), len(content))


def _headed(shape: struct.Struct, entry: _Packed, offset: int) -> bytes:
    """The header of an entry: the one before its content, or the one in the directory at the end."""
    info = entry.info
    flags = info.flag_bits & _KEPT_FLAGS
    name = info.orig_filename.encode("utf-8" if flags & _UTF8_NAME else "cp437", "replace")
    year, month, day, hour, minute, second = info.date_time
    date = (max(year - 1980, 0) << 9) | (month << 5) | day
    time = (hour << 11) | (minute << 5) | (second // 2)
    middle = (flags, entry.method, time, date, entry.crc, len(entry.content), entry.size, len(name), 0)
    if shape is _LOCAL:
        return shape.pack(b"PK\x03\x04", _VERSION, *middle) + name
    made_by = (info.create_system << 8) | info.create_version
    inner = (0, 0, info.internal_attr, info.external_attr, offset)
    return shape.pack(b"PK\x01\x02", made_by, _VERSION, *middle, *inner) + name


def _key(name: str) -> str:
    return name.replace("\\", "/").lstrip("/").casefold()
