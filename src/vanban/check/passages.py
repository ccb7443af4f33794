"""The words of a paper as passages: every paragraph that is read, with its place and what it is."""

from collections.abc import Iterator
from typing import Final

from vanban.check.form.paper import Paper
from vanban.check.form.papers import Papers
from vanban.check.form.parts import name_of
from vanban.check.wording.passage import Genre, Passage
from vanban.model.finding import Place
from vanban.model.sheet import Paragraph, Sheet

_HEAD: Final = frozenset(
    {"quoc_hieu", "tieu_ngu", "so_ky_hieu", "dia_danh_thoi_gian", "co_quan_chu_quan", "co_quan_ban_hanh"}
)
"""Components whose words the rules of form judge by themselves."""

_GENRES: Final[dict[str, Genre]] = {
    "can_cu": "can_cu",
    "trich_yeu": "trich_yeu",
    "trich_yeu_cong_van": "trich_yeu",
    "noi_nhan_danh_sach": "danh_sach",
    "kinh_gui_danh_sach": "danh_sach",
    "noi_nhan": "danh_sach",
    **dict.fromkeys(
        (
            *("ten_loai", "phan", "tieu_de_phan", "muc", "tieu_de_muc", "tieu_muc", "tieu_de_tieu_muc"),
            *(
                "kem_theo",
                "chu_thich_ten",
                "tham_quyen",
                "lenh",
                "muc_khac",
                "muc_la_ma",
                "khoan_co_tieu_de",
                "quyen_han",
                "chuc_vu",
                "ho_ten",
                "phu_luc",
                "ten_phu_luc",
            ),
        ),
        "tieu_de",
    ),
}


def passages_of(sheet: Sheet, papers: Papers) -> list[Passage]:
    """The passages of a file in reading order; page headers and footers hold none."""
    return list(_passages(sheet, papers.whole, _codes(papers)))


def _codes(papers: Papers) -> dict[int, str]:
    """The component by the number of the paragraph as Word has it."""
    whole = papers.whole
    if not whole.origins:
        return whole.codes
    return {whole.origins.get(number, (number, 0))[0]: code for number, code in whole.codes.items()}


def _passages(sheet: Sheet, whole: Paper, codes: dict[int, str]) -> Iterator[Passage]:
    for paragraph in sheet.paragraphs:
        text = paragraph.text
        if not text or text.isspace() or paragraph.zone not in ("than", "chu_thich"):
            continue
        code = codes.get(paragraph.number, "")
        if code in _HEAD:
            continue
        part = name_of(code, whole.decree) if code else _place_name(paragraph)
        place = Place(tep=whole.where or None, phan=part, doan=paragraph.number, trang=paragraph.page)
        yield Passage(text, place, genre=_genre(paragraph, code))


def _genre(paragraph: Paragraph, code: str) -> Genre:
    if code in _GENRES:
        return _GENRES[code]
    if paragraph.zone == "chu_thich":
        return "chu_thich"
    return "loi_van" if paragraph.cell is None or code else "o_bang"


def _place_name(paragraph: Paragraph) -> str | None:
    if paragraph.zone == "chu_thich":
        return "Chú thích"
    return "Bảng" if paragraph.cell is not None else None
