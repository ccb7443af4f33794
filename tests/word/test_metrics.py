"""Widths in Times New Roman, line breaks, even lines."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vanban.word.metrics import balanced, text_width_mm, wrap

SUBJECT = "Về việc trình Ủy ban nhân dân tỉnh ban hành Quyết định phê duyệt giai đoạn 2025-2030"
WORDS = st.lists(
    st.text(alphabet="aăâbcdđeêghijklmnoôơpqrstuưvxyếệủAĐỦ,.;", min_size=1, max_size=8),
    min_size=1,
    max_size=30,
)


@pytest.mark.parametrize(
    ("text", "size", "expected"),
    [
        ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 13, 95.7),
        ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 12, 88.3),
        ("Độc lập - Tự do - Hạnh phúc", 14, 60.5),
        ("Độc lập - Tự do - Hạnh phúc", 13, 56.1),
        ("SỞ CÔNG THƯƠNG", 13, 42.9),
    ],
)
def test_known_bold_widths(text: str, size: float, expected: float) -> None:
    assert text_width_mm(text, size, bold=True) == pytest.approx(expected, abs=0.06)


def test_faces_differ() -> None:
    faces = {
        round(text_width_mm(SUBJECT, 14, bold=b, italic=i), 3) for b in (False, True) for i in (False, True)
    }
    assert len(faces) == 4


def test_decomposed_text_is_as_wide_as_composed() -> None:
    assert text_width_mm(unicodedata.normalize("NFD", SUBJECT), 14) == text_width_mm(SUBJECT, 14)


@pytest.mark.parametrize(
    ("text", "same_as"),
    [("a\u200bb\u00ad", "ab"), ("\ufdd0a\ufdd1", "a"), ("2025\u20112030", "2025-2030"), ("\U0001d44e", "n")],
    ids=["invisible", "noncharacter", "no-break hyphen", "unknown"],
)
def test_characters_out_of_the_ordinary(text: str, same_as: str) -> None:
    assert text_width_mm(text, 14) == text_width_mm(same_as, 14)


def test_every_vietnamese_letter_is_known() -> None:
    letters = "".join(chr(p) for p in range(0x1EA0, 0x1EFA)) + "ăâđêôơưĂÂĐÊÔƠƯ"
    for letter in letters:
        plain = unicodedata.normalize("NFD", letter)[0].translate(str.maketrans("đĐ", "dD"))
        assert text_width_mm(letter, 14) == pytest.approx(text_width_mm(plain, 14), rel=0.25), letter


def test_wrap_fills_each_line() -> None:
    assert wrap(SUBJECT, 60, 14) == [
        "Về việc trình Ủy ban nhân",
        "dân tỉnh ban hành Quyết định",
        "phê duyệt giai đoạn 2025-",
        "2030",
    ]


def test_balanced_keeps_the_count_and_evens_the_lines() -> None:
    lines = balanced(SUBJECT, 60, 14)
    assert lines == [
        "Về việc trình Ủy ban",
        "nhân dân tỉnh ban hành",
        "Quyết định phê duyệt",
        "giai đoạn 2025-2030",
    ]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("", [""]),
        ("một\nhai", ["một", "hai"]),
        ("một\n\nhai", ["một", "", "hai"]),
        ("ab-cd", ["ab-", "cd"]),
        ("ab -cd", ["ab", "-cd"]),
    ],
)
def test_where_lines_break(text: str, lines: list[str]) -> None:
    assert wrap(text, text_width_mm("ab-cd", 14) - 0.5, 14) == lines


def test_no_break_space_holds() -> None:
    assert wrap("Sở\u00a0A Sở\u00a0B", text_width_mm("Sở\u00a0A ", 14) + 1, 14) == ["Sở\u00a0A", "Sở\u00a0B"]


@given(WORDS, st.integers(min_value=1, max_value=150), st.sampled_from([11, 13, 14]))
def test_wrap_loses_nothing_and_stays_inside(words: list[str], width: int, size: float) -> None:
    text = unicodedata.normalize("NFC", " ".join(words))
    for lines in (wrap(text, width, size), balanced(text, width, size)):
        assert "".join(lines).replace(" ", "") == text.replace(" ", "")
        assert all(text_width_mm(line, size) <= width + 0.001 or len(line) == 1 for line in lines)
    assert len(balanced(text, width, size)) == len(wrap(text, width, size))


@given(WORDS, st.integers(min_value=30, max_value=150))
def test_balanced_is_never_less_even_than_wrap(words: list[str], width: int) -> None:
    def ragged(lines: list[str]) -> float:
        return sum((width - text_width_mm(line, 14, bold=True)) ** 2 for line in lines)

    text = " ".join(words)
    assert ragged(balanced(text, width, 14, bold=True)) <= ragged(wrap(text, width, 14, bold=True)) + 1e-6
