"""Refuse what must not, or cannot faithfully, be written back."""

import re
from typing import Final

from vanban.model.errors import SourceError
from vanban.word.observe_properties import attr, child
from vanban.word.observe_styles import is_on_attribute
from vanban.word.package import Package

_STRICT_ROOT: Final = re.compile(
    rb"xmlns(:\w+)?\s*=\s*[\"']http://purl\.oclc\.org/ooxml/wordprocessingml/main"
)
_ROOM_FOR_COMMENTS: Final = frozenset({"comments", "trackedChanges"})


def refuse_unwritable(package: Package, where: str, *, only_comments: bool = False) -> None:
    """Raises SourceError for a signed, protected or "strict" file; `where` names it in messages.

    A protection that allows comments stands in the way of mends alone.
    """
    if any(name.casefold().startswith("_xmlsignatures/") for name in package.names):
        raise SourceError(
            "tệp đã ký số; ghi thêm vào tệp sẽ làm mất hiệu lực chữ ký",
            where=where,
            next_step="làm trên bản Word chưa ký, rồi ký lại",
        )
    if _STRICT_ROOT.search(package.part(package.main) or b""):
        raise SourceError(
            "tệp lưu theo kiểu Strict Open XML, chỉ đọc được chứ không ghi lại được",
            where=where,
            next_step="mở tệp bằng Word, chọn Lưu thành… kiểu Word Document (.docx) rồi chạy lại",
        )
    found = package.related(package.main, "settings")
    guard = child(package.xml(found[0]), "documentProtection") if found else None
    if is_on_attribute(attr(guard, "enforcement")):
        if only_comments and attr(guard, "edit") in _ROOM_FOR_COMMENTS:
            return
        raise SourceError(
            "tệp đang bị hạn chế chỉnh sửa",
            where=where,
            next_step="mở bằng Word, vào Xem lại (Review) → Hạn chế chỉnh sửa (Restrict Editing) → "
            "Dừng bảo vệ (Stop Protection), lưu rồi chạy lại",
        )
