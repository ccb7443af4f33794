"""A mend in words that a clerk can check against the paper."""

import pytest
from form_papers import UPRIGHT, line, sheet

from vanban.check.mend_words import in_words
from vanban.model.mend import LookMend, Mend, PageMend, ParagraphMend, TextMend

TEXT = "Sở Nội vụ kính  trình Ủy ban nhân dân tỉnh xem xét , quyết định"
PAPER = sheet([line("noi_dung", TEXT, size_pt=13.0, align="left", first_line_mm=15.0)], (UPRIGHT,))


def at(words: str) -> tuple[int, int]:
    start = TEXT.index(words)
    return start, start + len(words)


@pytest.mark.parametrize(
    ("mend", "told"),
    [
        (
            TextMend(doan=1, tu=at("  ")[0], den=at("  ")[1], moi=" "),
            ["chữ “Nội vụ kính  trình Ủy” → “Nội vụ kính trình Ủy”"],
        ),
        (
            TextMend(doan=1, tu=at(" , ")[0], den=at(" , ")[0] + 1, moi=""),
            ["chữ “xem xét , quyết định” → “xem xét, quyết định”"],
        ),
        (
            LookMend(doan=1, tu=0, den=len(TEXT), co_chu_pt=14, dam=True),
            ["cỡ chữ 13 → 14", "kiểu chữ không đậm → đậm"],
        ),
        (
            LookMend(doan=1, tu=0, den=9, phong="Arial", mau_den=True),
            ["phông chữ Times New Roman → Arial", "màu chữ auto → đen"],
        ),
        (ParagraphMend(doan=1, canh="both"), ["canh dòng sát lề trái → canh đều hai lề"]),
        (ParagraphMend(doan=1, thut_dau_dong_mm=12.7), ["lùi đầu dòng 15 mm → 12,7 mm"]),
        (ParagraphMend(doan=1, gian_dong=1.5), ["giãn dòng 1 lần dòng đơn → 1,5 lần dòng đơn"]),
        (PageMend(phan_trang=0, le_trai_mm=32), ["lề trái 30 mm → 32 mm"]),
        (PageMend(phan_trang=7, le_trai_mm=32), []),
        (TextMend(doan=99, tu=0, den=1, moi="x"), []),
    ],
)
def test_a_mend_is_told_as_before_and_after(mend: Mend, told: list[str]) -> None:
    assert [str(words) for words in in_words(mend, PAPER)] == told


def test_a_look_of_some_words_names_them() -> None:
    (words,) = in_words(LookMend(doan=1, tu=0, den=9, co_chu_pt=14), PAPER)
    assert words.chu == "Sở Nội vụ"
