"""Files → text and plans: the only place of this room that touches the disk.

What stands in the way of reading (no such file, a folder, no permission, not a text) becomes a
SourceError that says what to do next.
"""

import codecs
from pathlib import Path

from vanban.model.agency import AgencyBook
from vanban.model.errors import SourceError
from vanban.model.plan import NotUnderstood, Plan
from vanban.read.yaml_plan import parse_plan
from vanban.viet.legacy import Legacy, decoded, recognised, remark_on
from vanban.viet.text import clean

MAX_BYTES = 50 * 1024 * 1024
_WORD, _EXCEL, _PDF = ".docx", ".xlsx", ".pdf"
_TEXT = (".txt",)
_YAML = (".yaml", ".yml")
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_SAVE_AS = "mở tệp bằng Word hoặc trình soạn thảo, lưu lại thành văn bản thuần (.txt), mã UTF-8"
_TELLING_CHARS = 20_000
"""So much of a text tells its encoding."""
_CONTROLS = frozenset(range(32)) - {9, 10, 11, 12, 13, 27}


def read_plan(path: Path, book: AgencyBook) -> Plan:
    """The plan in a file: Word, Excel, PDF, text or YAML; SourceError if there is none in it.

    What a file holds counts, not how it is named: people rename files.
    """
    data = read_bytes(path)
    where, suffix = str(path), path.suffix.lower()
    kind = _kind(data) or suffix
    if kind == _WORD:
        from vanban.read.docx.plan import read_docx_plan  # each kind of file brings programs of its own

        return read_docx_plan(data, book, where)
    if kind == _EXCEL:
        from vanban.read.workbook.plan import read_xlsx_plan

        return read_xlsx_plan(data, book, where=where)
    if kind == _PDF:
        from vanban.read.pdf.plan import read_pdf_plan

        return read_pdf_plan(data, book, where=where)
    if suffix in _YAML:
        return parse_plan(read_text(path), where)
    if suffix not in _TEXT:
        raise SourceError(
            f"chưa đọc được kế hoạch từ tệp loại “{suffix or 'không có đuôi'}”",
            where=where,
            next_step=f"dùng tệp {', '.join((_WORD, _EXCEL, _PDF, *_TEXT, *_YAML))}",
        )
    return _read_any_text(path, data, book, where)


def _kind(data: bytes) -> str:
    """The suffix of the kind of file that the bytes are by their beginning; "" where they do not tell.

    What Word encrypts, and files of Word before 2007, are refused with the reason when opened as .docx.
    """
    if data.startswith(b"%PDF"):
        return _PDF
    if data.startswith(b"PK\x03\x04"):
        return _EXCEL if b"xl/workbook.xml" in data and b"word/document.xml" not in data else _WORD
    return ""


def _read_any_text(path: Path, data: bytes, book: AgencyBook, where: str) -> Plan:
    """The plan in a text; of one in an encoding from before Unicode with a remark that says so."""
    from vanban.read.text.plan import read_text_plan

    old = _in_unicode(data)
    if old is None:
        return read_text_plan(read_text(path), book, where=where)
    text, encoding = old
    plan = read_text_plan(text, book, where=where)
    plan.chua_hieu.insert(0, NotUnderstood(dong=0, chu="(cả tệp)", ly_do=remark_on(encoding)))
    return plan


def _in_unicode(data: bytes) -> tuple[str, Legacy] | None:
    """A text in an encoding from before Unicode, in Unicode, and that encoding; None for any other."""
    if data.startswith(tuple(mark for mark, _ in _MARKS)) or not data.strip():
        return None
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        text = data.decode("latin-1")
    encoding = recognised(text[:_TELLING_CHARS])
    if encoding is None:
        return None
    return clean(decoded(text, encoding)), encoding


def read_text(path: Path) -> str:
    """The cleaned text of a file (`viet.text.clean`): UTF-8, or UTF-16 with a byte order mark.

    Raises SourceError if the file cannot be read, is empty, too large (over 50 MB) or not a text.
    """
    data = read_bytes(path)
    if not data.strip():
        raise SourceError("tệp rỗng", where=str(path), next_step="chọn tệp có nội dung")
    encoding = next((name for mark, name in _MARKS if data.startswith(mark)), "utf-8")
    if encoding != "utf-16" and not _CONTROLS.isdisjoint(data[:8192]):
        raise SourceError("tệp không phải văn bản thuần", where=str(path), next_step=_SAVE_AS)
    try:
        text = clean(data.decode(encoding))
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise SourceError(
            f"tệp không phải mã UTF-8 (dòng {line})", where=str(path), next_step=_SAVE_AS
        ) from error
    if not text.strip():
        raise SourceError("tệp rỗng", where=str(path), next_step="chọn tệp có nội dung")
    return text


def read_bytes(path: Path) -> bytes:
    """The bytes of a file; SourceError if it cannot be read or is larger than 50 MB."""
    try:
        if path.is_dir():
            raise SourceError(
                "đây là thư mục, không phải tệp", where=str(path), next_step="chọn một tệp trong đó"
            )
        if path.stat().st_size > MAX_BYTES:
            raise SourceError(
                "tệp quá lớn (trên 50 MB)", where=str(path), next_step="chọn đúng tệp của kế hoạch"
            )
        return path.read_bytes()
    except FileNotFoundError as error:
        raise SourceError(
            "không có tệp này", where=str(path), next_step="kiểm tra tên tệp và thư mục"
        ) from error
    except PermissionError as error:
        raise SourceError(
            "không có quyền đọc tệp này", where=str(path), next_step="xin quyền đọc hoặc chép tệp ra chỗ khác"
        ) from error
    except (OSError, ValueError) as error:
        raise SourceError(
            "không đọc được tệp này", where=str(path), next_step="kiểm tra đường dẫn và ổ đĩa"
        ) from error
