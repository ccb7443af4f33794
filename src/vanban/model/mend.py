"""A mend: how one fault of a .docx can be put right without a person, as data.

Only form and typography are ever mended this way. Paragraphs are named by `Paragraph.number`, characters
by their place in `Paragraph.text` (from 0, the end excluded), sections by their index.
"""

from typing import Annotated, Literal

from pydantic import Field

from vanban.model.record import Record, Text


class TextMend(Record):
    """Put `moi` in the place of the characters from `tu` to `den`; nothing else of the look changes."""

    loai: Literal["chu"] = "chu"
    doan: int
    tu: int
    den: int
    moi: Text


class LookMend(Record):
    """Give the characters from `tu` to `den` another look; None leaves a property as it is."""

    loai: Literal["kieu_chu"] = "kieu_chu"
    doan: int
    tu: int
    den: int
    co_chu_pt: float | None = None
    dam: bool | None = None
    nghieng: bool | None = None
    phong: Text | None = None
    mau_den: bool = False


class ParagraphMend(Record):
    """Set a paragraph otherwise; None leaves a property as it is. Lengths in mm and pt.

    `gian_dong` is a multiple of the single line.
    """

    loai: Literal["doan"] = "doan"
    doan: int
    canh: Literal["left", "center", "right", "both"] | None = None
    thut_dau_dong_mm: float | None = None
    cach_truoc_pt: float | None = None
    gian_dong: float | None = None


class PageMend(Record):
    """Set the margins of a section otherwise; None leaves a side as it is."""

    loai: Literal["trang"] = "trang"
    phan_trang: int
    le_tren_mm: float | None = None
    le_duoi_mm: float | None = None
    le_trai_mm: float | None = None
    le_phai_mm: float | None = None


Mend = Annotated[TextMend | LookMend | ParagraphMend | PageMend, Field(discriminator="loai")]
"""Any mend; `loai` tells which."""
