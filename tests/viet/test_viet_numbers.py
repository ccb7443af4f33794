from decimal import ROUND_HALF_UP, Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vanban.viet import numbering, numbers


@pytest.mark.parametrize(
    ("n", "words"),
    [
        (0, "không"),
        (4, "bốn"),
        (5, "năm"),
        (10, "mười"),
        (11, "mười một"),
        (14, "mười bốn"),
        (15, "mười lăm"),
        (20, "hai mươi"),
        (21, "hai mươi mốt"),
        (24, "hai mươi tư"),
        (65, "sáu mươi lăm"),
        (100, "một trăm"),
        (101, "một trăm linh một"),
        (115, "một trăm mười lăm"),
        (1_005, "một nghìn không trăm linh năm"),
        (1_050, "một nghìn không trăm năm mươi"),
        (20_300, "hai mươi nghìn ba trăm"),
        (1_000_000, "một triệu"),
        (1_000_005, "một triệu không trăm linh năm"),
        (1_005_000, "một triệu không trăm linh năm nghìn"),
        (2_025_000_000, "hai tỷ không trăm hai mươi lăm triệu"),
        (10**12, "một nghìn tỷ"),
        (10**18, "một tỷ tỷ"),
        (-7, "âm bảy"),
    ],
)
def test_in_words(n: int, words: str) -> None:
    assert numbers.in_words(n) == words


def _value(words: str) -> int:
    """The number that the words say, reckoned back independently of how they were made."""
    digits = {
        "không": 0, "một": 1, "mốt": 1, "hai": 2, "ba": 3, "bốn": 4, "tư": 4, "năm": 5, "lăm": 5, "sáu": 6,
        "bảy": 7, "tám": 8, "chín": 9,
    }  # fmt: skip
    total = group = last = 0
    for word in words.split():
        if word in digits:
            last = digits[word]
            continue
        match word:
            case "mười":
                group += 10
            case "mươi":
                group += 10 * last
            case "trăm":
                group += 100 * last
            case "nghìn" | "triệu":
                total += (group + last) * (1_000 if word == "nghìn" else 1_000_000)
                group = 0
            case "tỷ":
                total, group = (total + group + last) * 10**9, 0
        last = 0
    return total + group + last


@given(st.integers(min_value=0, max_value=10**18 - 1))
def test_the_words_say_the_number(n: int) -> None:
    assert _value(numbers.in_words(n)) == n


def test_padded_and_grouped() -> None:
    assert [numbers.padded(n) for n in (0, 7, 10, 123, -3)] == ["0", "07", "10", "123", "-3"]
    assert numbers.grouped(1_234_567) == "1.234.567"
    assert numbers.grouped(999) == "999"


@pytest.mark.parametrize(
    ("part", "whole", "places", "shown"),
    [
        (12, 25, 1, "48,0%"),
        (1, 3, 1, "33,3%"),
        (2, 3, 1, "66,7%"),
        (1, 800, 2, "0,13%"),
        (1, 2000, 1, "0,1%"),
        (25, 25, 1, "100,0%"),
        (0, 25, 1, "0,0%"),
        (0, 0, 1, "0,0%"),
        (1, 8, 0, "13%"),
        (50_000, 3, 1, "1.666.666,7%"),
    ],
)
def test_percent(part: int, whole: int, places: int, shown: str) -> None:
    assert numbers.percent(part, whole, places) == shown


@given(st.integers(0, 10**6), st.integers(1, 10**6), st.integers(0, 3))
def test_percent_rounds_half_up(part: int, whole: int, places: int) -> None:
    exact = (Decimal(100 * part) / Decimal(whole)).quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)
    shown = numbers.percent(part, whole, places).rstrip("%").replace(".", "").replace(",", ".")
    assert Decimal(shown) == exact


def test_percent_refuses_negative_counts() -> None:
    with pytest.raises(ValueError, match="không âm"):
        numbers.percent(-1, 3)


def test_points_follow_the_vietnamese_alphabet() -> None:
    assert [numbering.letter(n) for n in range(1, 26)] == [*"abcdđeghiklmnopqrstuvxy", "aa", "ab"]
    assert [numbering.letter_value(s) for s in ("a", "đ", "Y", "aa")] == [1, 5, 23, 24]
    assert [numbering.letter_value(s) for s in ("", "ă", "f", "w", "a)", "1")] == [None] * 6


@given(st.integers(1, 3999))
def test_letters_and_roman_numerals_are_read_again(n: int) -> None:
    assert numbering.letter_value(numbering.letter(n)) == n
    assert numbering.roman_value(numbering.roman(n)) == n


def test_roman_numerals() -> None:
    assert [numbering.roman(n) for n in (1, 4, 9, 14, 40, 2025)] == ["I", "IV", "IX", "XIV", "XL", "MMXXV"]
    assert [numbering.roman_value(s) for s in ("IIII", "IM", "iv", "", "VX", "A")] == [None] * 6


@pytest.mark.parametrize("n", [0, -1, 4000])
def test_numbers_without_a_numeral_are_refused(n: int) -> None:
    with pytest.raises(ValueError, match="La Mã"):
        numbering.roman(n)
    if n < 1:
        with pytest.raises(ValueError, match="từ 1"):
            numbering.letter(n)
