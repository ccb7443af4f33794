"""A finding: one fault at one place, with its clause or the word that it is custom."""

from enum import StrEnum

from pydantic import Field

from vanban.model.mend import Mend
from vanban.model.record import Record, Text

CUSTOM = "thông lệ"
"""What a finding cites when no clause of the decree says it."""


class Severity(StrEnum):
    """How grave: the Vietnamese word is what people read."""

    LOI = "lỗi"
    CANH_BAO = "cảnh báo"
    GOI_Y = "gợi ý"

    @property
    def rank(self) -> int:
        """0 for the gravest, so that findings sort by it."""
        return _RANKS[self]


_RANKS = {severity: rank for rank, severity in enumerate(Severity)}


class Place(Record):
    """Where: a file, and in it a line, a task (number as counted anew), a part, a paragraph, a page.

    The page is the one that Word counted when it last saved the file; None where it left no trace.
    """

    tep: Text | None = None
    dong: int | None = None
    nhiem_vu: Text | None = None
    truong: Text | None = None
    phan: Text | None = None
    doan: int | None = None
    trang: int | None = None

    def __str__(self) -> str:
        parts = [
            self.tep,
            f"nhiệm vụ {self.nhiem_vu}" if self.nhiem_vu else None,
            self.truong,
            self.phan,
            f"đoạn {self.doan}" if self.doan is not None else None,
            f"trang {self.trang}" if self.trang is not None else None,
            f"dòng {self.dong}" if self.dong is not None else None,
        ]
        return ", ".join(part for part in parts if part)


class Finding(Record):
    """What is wrong, where, by which rule, and what to do next.

    `vi_tri` are the characters at fault in the text of the paragraph `noi.doan` (from 0, the end
    excluded); None where the whole paragraph, or no paragraph, is meant. `sua` are the mends that put
    it right where that is safe.
    """

    ma: Text
    muc: Severity
    noi: Place
    loi_van: Text
    trich: Text = ""
    can_cu: Text = CUSTOM
    cach_sua: Text | None = None
    vi_tri: tuple[int, int] | None = None
    sua: list[Mend] = Field(default_factory=list)


def in_order(findings: list[Finding]) -> list[Finding]:
    """The findings, gravest first, and in the order of the source within one severity."""
    return sorted(findings, key=lambda f: (f.muc.rank, f.noi.dong or f.noi.doan or 0, f.ma))
