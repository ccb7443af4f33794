"""A document that another one cites: the parts that Phụ lục I, Phần I, Mục II.6.b asks for."""

from datetime import date

from vanban.model.record import Record, Text


class Citation(Record):
    """One cited document. A part that the text does not give is None; `nguyen_van` is the text.

    `so_ky_hieu` keeps the exact form: `71/NQ-CP` (state), `98/2023/QH15` (National Assembly),
    `57-NQ/TW` (Party), `3722/VPCP-CN` (official letter).
    """

    loai: Text | None = None
    so_ky_hieu: Text | None = None
    ngay: date | None = None
    co_quan: Text | None = None
    trich_yeu: Text | None = None
    ten_ngan: Text | None = None
    nguyen_van: Text = ""
