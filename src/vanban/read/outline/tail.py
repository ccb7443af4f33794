"""The end of a plan as text: who signs, and who receives it (Phụ lục I, Phần I, Mục II.7 and II.9).

Like the head it is a Word table with its columns stacked. Its lines stay, as printed, in
`PlanPaper.nguyen_van`.
"""

import re
from collections.abc import Sequence

from vanban.model.agency import Signer
from vanban.model.plan import Line, NotUnderstood, PlanPaper
from vanban.read.lines.source import SourceLine
from vanban.read.words.blanks import without_blanks
from vanban.read.words.wording import strip_bullet, trim_end
from vanban.viet.text import squeeze

_RECEIVERS = re.compile(r"^\s*nơi\s+nhận\s*:", re.IGNORECASE)
_POWER = re.compile(r"^\s*(?:TM|KT|TL|TUQ|Q)\.\s*\S")
_OFFICE = re.compile(
    r"(?:CHỦ TỊCH|GIÁM ĐỐC|CHÁNH VĂN PHÒNG|CHÁNH THANH TRA|TRƯỞNG (?:BAN|PHÒNG|KHOA|TRẠM)|THỦ TƯỚNG|BÍ THƯ"
    r"|(?:BỘ|HIỆU|VIỆN|CỤC|ĐỘI|TRẠM|HẠT|TỔ) TRƯỞNG|TRƯỞNG THUẾ(?: TỈNH| THÀNH PHỐ)?|NGƯỜI LẬP(?: BIỂU)?)$"
)
_KEPT = re.compile(r"^(?:lưu\s*:|như trên$)", re.IGNORECASE)
"""Lines that a paper makes by itself: they name no receiver."""
_RANK = re.compile(r"^(?:(?:Đại|Thượng|Trung|Thiếu)\s+(?:tướng|tá|úy|uý)\s+|(?:\w{1,6}\.\s?)+)")
"""Rank or degree before the name of who signs, as some bodies write it (Phụ lục I, Phần I, Mục II.7.c)."""
_MAX_NAME_WORDS = 6

STRAY = "dòng ở cuối văn bản không thuộc nơi nhận hay khối chữ ký"


def begins_tail(line: SourceLine) -> bool:
    """Whether the end of the paper begins at this line."""
    if not line.raw.isupper():
        return bool(_RECEIVERS.match(line.raw))
    text = squeeze(line.raw)
    return bool(_RECEIVERS.match(text) or _POWER.match(text) or (_OFFICE.search(text) and not line.is_dash))


def read_tail(lines: Sequence[SourceLine], paper: PlanPaper) -> list[NotUnderstood]:
    """Put the receivers and the signer into `paper`; gives back the lines that are neither."""
    lost: list[NotUnderstood] = []
    powers: list[str] = []
    name: str | None = None
    for line in lines:
        if line.is_blank:
            continue
        paper.nguyen_van.append(Line(dong=line.number, chu=line.raw))
        text = squeeze(without_blanks(line.raw))
        if not text or _RECEIVERS.match(text):
            continue
        if line.is_dash:
            receiver = trim_end(strip_bullet(text))
            if receiver and not _KEPT.match(receiver):
                paper.noi_nhan.append(receiver)
        elif text.isupper():
            powers.append(text)
        elif powers and name is None and _is_name(text):
            name = text
        else:
            lost.append(NotUnderstood(dong=line.number, chu=text, ly_do=STRAY))
    if powers or name:
        paper.nguoi_ky = Signer(quyen_han=powers, ho_ten=name)
    return lost


def _is_name(text: str) -> bool:
    pieces = _RANK.sub("", text).split()
    return 1 < len(pieces) <= _MAX_NAME_WORDS and all(piece[0].isupper() for piece in pieces)
