import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vanban.viet import text


@pytest.mark.parametrize(
    ("given_text", "cleaned"),
    [
        ("a\u00a0b\u2009c\u3000d", "a b c d"),
        ("ngh\u200bị\ufeff quyế\u00adt", "nghị quyết"),
        ("ði Ðà Nẵng", "đi Đà Nẵng"),
        ("một\r\nhai\rba\u2028bốn\x0bnăm", "một\nhai\nba\nbốn\nnăm"),
        ("\ufdd0gợi ý\ufdd1\uffff\x00\x07", "gợi ý"),
        ("cột\tmột\n", "cột\tmột\n"),
        (unicodedata.normalize("NFD", "Ủy ban nhân dân"), "Ủy ban nhân dân"),
        ("a\ud800b", "ab"),
    ],
)
def test_clean_leaves_only_what_people_and_xml_can_read(given_text: str, cleaned: str) -> None:
    assert text.clean(given_text) == cleaned


@given(st.text())
def test_clean_is_settled_after_one_pass_and_fit_for_xml(s: str) -> None:
    once = text.clean(s)
    assert text.clean(once) == once
    assert all(char in "\n\t" or unicodedata.category(char) not in ("Cc", "Cs", "Cf") for char in once)
    once.encode()


def test_squeeze_and_strip_marks() -> None:
    assert text.squeeze("  Sở \n KH&CN\t") == "Sở KH&CN"
    assert text.strip_marks("Đường Nguyễn Huệ, ưỡn ẹo") == "Duong Nguyen Hue, uon eo"


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("hoà", "hòa"),
        ("thuỷ", "thủy"),
        ("Uỷ ban", "Ủy ban"),
        ("KHOẺ", "khỏe"),
        ("xoã", "xõa"),
        ("tuỵ", "tụy"),
    ],
)
def test_old_and_new_places_of_the_tone_are_one_key(old: str, new: str) -> None:
    assert text.tone_key(old) == text.tone_key(new)
    assert unicodedata.is_normalized("NFC", text.tone_key(old))


@pytest.mark.parametrize(("one", "other"), [("hòa", "hóa"), ("ban", "bản"), ("do", "đo"), ("tư", "tu")])
def test_other_words_have_other_keys(one: str, other: str) -> None:
    assert text.tone_key(one) != text.tone_key(other)


def test_the_alphabet_orders_letters_before_tones() -> None:
    ordered = [
        "1",
        "a",
        "à",
        "ả",
        "ã",
        "á",
        "ạ",
        "an",
        "ăn",
        "ân",
        "ba",
        "bá",
        "bê",
        "đa",
        "e",
        "ê",
        "uống",
        "ươm",
        "Ω",
    ]
    shuffled = ordered[7:] + ordered[:7]
    assert sorted(shuffled, key=text.sort_key) == ordered
    assert sorted(["Sở Y tế", "Sở Nội vụ", "Đảng ủy", "Sở Xây dựng", "Công an"], key=text.sort_key) == [
        "Công an",
        "Đảng ủy",
        "Sở Nội vụ",
        "Sở Xây dựng",
        "Sở Y tế",
    ]


@pytest.mark.parametrize(
    ("given_text", "small"),
    [
        ("Ủy ban nhân dân", "ủy ban nhân dân"),
        ("Ý kiến", "ý kiến"),
        ("UBND Thành phố", "UBND Thành phố"),
        ("KH&CN", "KH&CN"),
        ("Covid-19", "Covid-19"),
        ("CoE", "CoE"),
        ("“Đề án” mới", "“đề án” mới"),
        ("5G phủ sóng", "5G phủ sóng"),
        ("", ""),
        ("- ", "- "),
    ],
)
def test_lower_first_spares_abbreviations(given_text: str, small: str) -> None:
    assert text.lower_first(given_text) == small


def test_upper_first() -> None:
    assert text.upper_first("đề án") == "Đề án"
    assert text.upper_first("“ủy ban”") == "“Ủy ban”"
    assert text.upper_first("6 tháng đầu năm") == "6 tháng đầu năm"


def test_words_are_whole_syllables_even_when_decomposed() -> None:
    assert text.words(unicodedata.normalize("NFD", "Sở KH&CN, tiến độ 5.0!")) == [
        "Sở",
        "KH",
        "CN",
        "tiến",
        "độ",
        "5",
        "0",
    ]


@pytest.mark.parametrize(
    ("items", "phrase"), [([], ""), (["A"], "A"), (["A", "B"], "A và B"), (["A", "B", "C"], "A, B và C")]
)
def test_sentence_join(items: list[str], phrase: str) -> None:
    assert text.sentence_join(items) == phrase
