"""Text as blocks: paragraphs of the levels of the decree and tables, and appendices made of them."""

from typing import Literal

from pydantic import Field

from vanban.model.record import DATA_ONLY, Record, Text

Level = Literal[
    "phan",
    "tieu_de_phan",
    "muc",
    "tieu_de_muc",
    "tieu_muc",
    "tieu_de_tieu_muc",
    "dieu",
    "dieu_khong_tieu_de",
    "khoan",
    "diem",
    "muc_la_ma",
    "khoan_co_tieu_de",
    "khoan_con",
    "tieu_de",
    "gach",
    "cong",
    "doan",
    "ten_bang",
    "bang",
]
"""What a block of the text is: a level of Mục II.6.đ, a custom of the house, or a table."""


class Cell(Record):
    """A cell of a table: its words and where they stand."""

    chu: Text = ""
    can: Literal["trai", "giua", "phai"] = "trai"


class Row(Record):
    """A row of a table."""

    o: list[Cell] = Field(default_factory=list)


class Block(Record):
    """A paragraph or table of the text.

    Where Word's own list prints the number (I., 1., 1.1., Điều 1.) `chu` is without it, and `so` says
    which number the source has.
    """

    cap: Level = Field(json_schema_extra=DATA_ONLY)
    so: int | None = None
    chu: Text = ""
    cot: list[Cell] = Field(default_factory=list)
    hang: list[Row] = Field(default_factory=list)


class Appendix(Record):
    """An appendix (Mục III.1). `so` is Roman, empty for an only one; `ngang`: the pages lie on their side."""

    so: Text = ""
    ten: Text = ""
    ngang: bool = False
    than: list[Block] = Field(default_factory=list)
    kem_theo: Text = ""
