"""Open a .docx safely: bytes in, parts out.

A file may come from anyone. Nothing here writes, follows a link or resolves an entity, and the size of
what is unpacked is bounded before it is unpacked. A file that cannot be read is a `SourceError` that
says what the file seems to be and what to do.
"""

import io
import lzma
import posixpath
import struct
import zipfile
import zlib
from typing import Final, NamedTuple, NoReturn
from urllib.parse import unquote

from lxml import etree

from vanban.model.errors import SourceError

MAX_TOTAL_BYTES: Final = 200 * 1024 * 1024
MAX_ENTRIES: Final = 10_000
MAX_RATIO: Final = 200
RATIO_MATTERS_ABOVE: Final = 5 * 1024 * 1024
MAX_OPENED_BYTES: Final = 400 * 1024 * 1024
"""What all parts that are read may take in memory once they are opened: far more than a thousand pages."""
_NODE_BYTES: Final = 120
_ATTRIBUTE_BYTES: Final = 216

_PARSER: Final = etree.XMLParser(
    resolve_entities=False,
    no_network=True,
    load_dtd=False,
    huge_tree=False,
    remove_comments=True,
    remove_pis=True,
)
_RELATIONSHIP: Final = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_BROKEN_ZIP: Final = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    IndexError,
    NotImplementedError,
    OSError,
    RuntimeError,
    ValueError,
    struct.error,
    lzma.LZMAError,
)
_DOCTYPES: Final = tuple("<!DOCTYPE".encode(code) for code in ("ascii", "utf-16-le", "utf-16-be"))
_PROLOG_BYTES: Final = 4096
_STRICT: Final = b"http://purl.oclc.org/ooxml/"
_TRANSITIONAL: Final = b"http://schemas.openxmlformats.org/"
_YEARS: Final = (
    (b"wordprocessingml/main", b"wordprocessingml/2006/main"),
    (b"officeDocument/relationships", b"officeDocument/2006/relationships"),
    (b"drawingml/main", b"drawingml/2006/main"),
    (b"drawingml/wordprocessingDrawing", b"drawingml/2006/wordprocessingDrawing"),
    (b"officeDocument/math", b"officeDocument/2006/math"),
)
_OPEN_AND_SAVE: Final = "mở tệp bằng Word, chọn Lưu thành… kiểu Word Document (.docx) rồi chạy lại"
_ASK_AGAIN: Final = "xin lại tệp từ người gửi, hoặc mở bằng Word và lưu lại"


class Relationship(NamedTuple):
    """One arrow from a part to another: its id, the last word of its type, and the part's name."""

    id: str
    kind: str
    target: str


class Package:
    """The parts of an opened .docx. Names are as in the file, and found whatever their case."""

    def __init__(self, archive: zipfile.ZipFile, where: str) -> None:
        self.where = where
        self._archive = archive
        files = filter(_is_part, archive.infolist())
        self._entries = {_key(info.filename): info for info in files}
        self._relations: dict[str, tuple[Relationship, ...]] = {}
        self._targets: dict[str, dict[str, str]] = {}
        self._opened = 0

    @property
    def names(self) -> tuple[str, ...]:
        """The names of all parts, in the order of the file."""
        return tuple(_clean(info.filename) for info in self._entries.values())

    def part(self, name: str) -> bytes | None:
        """The bytes of a part, or None; SourceError where they are damaged."""
        info = self._entries.get(_key(name))
        if info is None:
            return None
        try:
            with self._archive.open(info) as stream:
                # Asking for a length keeps a part that lies about its size from unpacking further.
                return stream.read(info.file_size)
        except _BROKEN_ZIP as error:
            _refuse(f"phần {name} trong tệp .docx bị hỏng", self.where, _ASK_AGAIN, error)

    def size(self, name: str) -> int:
        """How many bytes a part has at most; 0 where there is none."""
        info = self._entries.get(_key(name))
        return 0 if info is None else info.file_size

    def xml(self, name: str) -> etree._Element | None:
        """The root of a part that is XML, or None where there is no such part.

        SourceError where it is not well formed or declares a document type or entities. A file in
        the "strict" form of the standard comes with the names of the usual form.
        """
        data = self.part(name)
        if data is None:
            return None
        head = data[:_PROLOG_BYTES]
        if any(mark in head for mark in _DOCTYPES):
            self._refuse_doctype(name)
        self._opened += _opened_bytes(data)
        if self._opened > MAX_OPENED_BYTES:
            _refuse(
                f"phần {name} có quá nhiều thẻ, không phải văn bản bình thường",
                self.where,
                "chia văn bản thành nhiều tệp nhỏ hơn; nếu tệp lạ thì không nên mở",
            )
        if _STRICT in data:
            for strict, usual in _YEARS:
                data = data.replace(_STRICT + strict, _TRANSITIONAL + usual)
        root = self._parsed(name, data)
        if root.getroottree().docinfo.internalDTD is not None:  # further on, or in an odd encoding
            self._refuse_doctype(name)
        return root

    def _parsed(self, name: str, data: bytes) -> etree._Element:
        try:
            return etree.fromstring(data, _PARSER)
        except (etree.XMLSyntaxError, ValueError) as error:
            what = f"phần {name} không phải XML hợp lệ"
            if "depth" in str(error):
                what += ": lồng quá sâu"
            line = f" (dòng {error.lineno})" if isinstance(error, etree.XMLSyntaxError) else ""
            _refuse(what + line, self.where, _ASK_AGAIN, error)

    def _refuse_doctype(self, name: str) -> NoReturn:
        _refuse(f"phần {name} khai báo kiểu tài liệu (DOCTYPE), tệp Word không có", self.where, _ASK_AGAIN)

    @property
    def has_macros(self) -> bool:
        """Whether the file carries programs (VBA)."""
        return any(name.endswith("vbaproject.bin") for name in self._entries)

    def relationships(self, part: str) -> tuple[Relationship, ...]:
        """What a part points to inside the package; "" stands for the package itself."""
        if part not in self._relations:
            folder, name = posixpath.split(_clean(part))
            root = self.xml(posixpath.join(folder, "_rels", f"{name}.rels"))
            arrows = () if root is None else root.iter(_RELATIONSHIP)
            self._relations[part] = tuple(
                Relationship(
                    str(arrow.get("Id", "")),
                    str(arrow.get("Type", "")).rpartition("/")[2],
                    self._resolved(folder, str(arrow.get("Target", ""))),
                )
                for arrow in arrows
                if arrow.get("TargetMode") != "External"
            )
        return self._relations[part]

    def related(self, part: str, type_suffix: str) -> list[str]:
        """Names of the parts that `part` points to by a relationship type with this last word."""
        return [
            arrow.target
            for arrow in self.relationships(part)
            if arrow.kind == type_suffix and _key(arrow.target) in self._entries
        ]

    def target(self, part: str, relationship_id: str) -> str | None:
        """Name of the part behind a relationship id ("rId7"), or None where it leads nowhere."""
        if part not in self._targets:
            arrows = reversed(self.relationships(part))  # of two with one id the first counts
            self._targets[part] = {a.id: a.target for a in arrows if _key(a.target) in self._entries}
        return self._targets[part].get(relationship_id)

    @property
    def main(self) -> str:
        """Name of the main part, usually word/document.xml; "" if there is none."""
        pointed = self.related("", "officeDocument")
        fallback = "word/document.xml"
        return pointed[0] if pointed else fallback if _key(fallback) in self._entries else ""

    def _resolved(self, folder: str, target: str) -> str:
        name = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
        return name if _key(name) in self._entries else unquote(name)


def open_package(data: bytes, where: str) -> Package:
    """The package in `data`; `where` names the file in messages.

    Raises SourceError for what is not a .docx, is broken or encrypted, or would unpack to far more
    than a document is.
    """
    if not data:
        _refuse("tệp rỗng (0 byte)", where, "kiểm tra lại tệp, có thể tải xuống chưa xong")
    if not data.startswith(b"PK"):
        what, next_step = _guess(data)
        _refuse(what, where, next_step)
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except _BROKEN_ZIP as error:
        _refuse("tệp .docx bị cắt cụt hoặc hỏng (không đọc được mục lục của gói)", where, _ASK_AGAIN, error)
    _check_limits(archive, where)
    package = Package(archive, where)
    if not package.main or package.main.startswith(("xl/", "ppt/")):
        _refuse(_not_word(package.names), where, "chọn đúng tệp Word (.docx)")
    return package


def _opened_bytes(data: bytes) -> int:
    """Roughly what a part takes once it is opened: each tag may come with a stretch of text."""
    tags, attributes = data.count(b"<"), data.count(b"=")
    return len(data) + tags * _NODE_BYTES + attributes * _ATTRIBUTE_BYTES


def _is_part(entry: zipfile.ZipInfo) -> bool:
    """Not a folder, and not an entry whose name is lost (on which `is_dir` fails)."""
    return bool(entry.filename) and not entry.is_dir()


def _check_limits(archive: zipfile.ZipFile, where: str) -> None:
    entries = archive.infolist()
    if len(entries) > MAX_ENTRIES:
        _refuse(
            f"tệp có {len(entries)} phần, quá {MAX_ENTRIES}: không phải văn bản bình thường",
            where,
            _ASK_AGAIN,
        )
    if any(info.flag_bits & 1 for info in entries):
        _refuse("tệp .docx có phần bị mã hóa", where, "bỏ mật khẩu của tệp rồi chạy lại")
    total = sum(info.file_size for info in entries)
    if total > MAX_TOTAL_BYTES:
        _refuse(
            f"tệp bung ra {total // 2**20} MB, quá giới hạn {MAX_TOTAL_BYTES // 2**20} MB",
            where,
            "bỏ bớt hình ảnh trong tệp; nếu tệp lạ thì không nên mở",
        )
    for info in entries:
        if info.file_size > RATIO_MATTERS_ABOVE and info.file_size > MAX_RATIO * max(info.compress_size, 1):
            _refuse(
                f"phần {info.filename} nén quá {MAX_RATIO} lần, giống tệp phá hoại (zip bomb)",
                where,
                "không mở tệp này; hỏi lại người gửi",
            )


def _guess(data: bytes) -> tuple[str, str]:
    """What a file that is not a package seems to be, and what to do."""
    head = data[:1024].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if head.startswith(b"%pdf"):
        return "tệp là PDF, không phải .docx", "dùng tệp Word gốc của văn bản này"
    if data.startswith(b"\xd0\xcf\x11\xe0"):
        if "EncryptedPackage".encode("utf-16-le") in data:
            return "tệp .docx có mật khẩu", "mở bằng Word, bỏ mật khẩu (Tệp › Thông tin › Bảo vệ) rồi lưu lại"
        return "tệp là Word kiểu cũ (.doc), không phải .docx", _OPEN_AND_SAVE
    if head.startswith(b"{\\rtf"):
        return "tệp là RTF, không phải .docx", _OPEN_AND_SAVE
    if head.startswith((b"<html", b"<!doctype html")):
        return "tệp là trang web (HTML), không phải .docx", _OPEN_AND_SAVE
    if head.startswith(b"<?xml"):
        return "tệp là XML, không phải .docx", _OPEN_AND_SAVE
    return "tệp không phải .docx (không phải gói zip)", "chọn đúng tệp Word (.docx)"


def _not_word(names: tuple[str, ...]) -> str:
    if any(name.startswith("xl/") for name in names):
        return "tệp là bảng tính Excel (.xlsx), không phải .docx"
    if any(name.startswith("ppt/") for name in names):
        return "tệp là bản trình chiếu (.pptx), không phải .docx"
    if "content.xml" in names:
        return "tệp là OpenDocument (.odt), không phải .docx"
    return "gói zip không có phần văn bản chính (word/document.xml)"


def _refuse(what: str, where: str, next_step: str, cause: Exception | None = None) -> NoReturn:
    raise SourceError(what, where=where, next_step=next_step) from cause


def _clean(name: str) -> str:
    return name.replace("\\", "/").lstrip("/")


def _key(name: str) -> str:
    """Part names do not differ by case alone (ECMA-376, part 2)."""
    return _clean(name).casefold()
