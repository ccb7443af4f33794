"""Sections of a paper: an appendix that is not there leaves no page."""

from datetime import date

import pytest

from vanban.law.decree import load_decree
from vanban.model.sheet import Sheet
from vanban.word.finish import finish
from vanban.word.observe import observe
from vanban.word.stationery import Stationery
from vanban.word.template import render


def paper(**fields: object) -> Sheet:
    """A text, appendices that a loop makes, and a last one on its side that a condition makes."""
    cut = Stationery(load_decree())
    cut.paragraph("noi_dung", "Lời văn.")
    cut.new_section()
    cut.tag("{%p for pl in dung %}")
    cut.appendix_title("pl")
    cut.free_table("pl.bang")
    cut.new_section(landscape=True)
    cut.tag("{%p endfor %}")
    cut.tag("{%p if ngang %}")
    cut.paragraph("noi_dung", "{{ ngang }}")
    cut.tag("{%p endif %}")
    made = render(cut.docx(), fields, where="thử")
    return observe(finish(made, load_decree(), title="Thử", language="vi-VN", day=date(2025, 1, 5)))


def appendix(**changes: object) -> dict[str, object]:
    return {
        "so": "",
        "ten": "DANH MỤC",
        "kem_theo": "(Kèm theo …)",
        "bang": [["A", "B"], ["1", "2"]],
    } | changes


def turned(sheet: Sheet) -> list[tuple[bool, int | None]]:
    """Of each section: whether it lies on its side, and from which number its pages count."""
    return [(s.width_mm > s.height_mm, s.page_start) for s in sheet.sections]


@pytest.mark.parametrize(
    ("upright", "last", "sections"),
    [
        (0, "", [(False, None)]),
        (1, "", [(False, None), (False, 1)]),
        (2, "", [(False, None), (False, 1), (False, 1)]),
        (0, "Bảng.", [(False, None), (True, 1)]),
        (1, "Bảng.", [(False, None), (False, 1), (True, 1)]),
    ],
)
def test_only_what_is_there_has_pages(
    upright: int, last: str, sections: list[tuple[bool, int | None]]
) -> None:
    assert turned(paper(dung=[appendix() for _ in range(upright)], ngang=last)) == sections


def test_a_free_table_has_as_many_columns_as_its_rows() -> None:
    sheet = paper(dung=[appendix(bang=[["A", "B", "C"], ["1", "2", "3"]])], ngang="")
    cells = [(p.cell.row, p.cell.column, p.text) for p in sheet.paragraphs if p.cell]
    assert cells == [(0, 0, "A"), (0, 1, "B"), (0, 2, "C"), (1, 0, "1"), (1, 1, "2"), (1, 2, "3")]
