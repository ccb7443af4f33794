"""A passage: one run of words to be read, with the place that a finding names."""

from dataclasses import dataclass
from typing import Literal

from vanban.model.finding import Place

Genre = Literal["loi_van", "can_cu", "tieu_de", "trich_yeu", "danh_sach", "o_bang", "chu_thich"]
"""What the words are: running text, a basis, a heading, the subject, a list, a table cell, a footnote."""


@dataclass(frozen=True, slots=True)
class Passage:
    """One paragraph of a paper or one field of a plan.

    `text` is composed (NFC) and else as written: it may hold line breaks, tabs, no-break spaces and runs
    of dots as blanks. `place.doan` is set for the paragraphs of a .docx alone. `who` is how a message
    names the place ("nhiệm vụ 2.4, nội dung"); "" where messages need no such name.
    """

    text: str
    place: Place
    who: str = ""
    genre: Genre = "loi_van"
