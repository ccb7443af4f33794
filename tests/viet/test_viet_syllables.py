"""Which letters can be a Vietnamese syllable."""

import pytest

from vanban.viet.syllables import is_syllable


@pytest.mark.parametrize(
    "word",
    [
        *("gì", "giếng", "gìn", "quốc", "quý", "quyết", "nghiêng", "nghĩa", "khuỷu"),
        *("khuyến", "yêu", "yết", "ý", "oắt", "ươm", "uống", "chuếnh", "loạng", "khuya", "quạu", "giặc"),
        *("hoà", "hòa", "uỷ", "ủy", "thuở", "xoong", "ngoằn", "rượu", "tuyết", "huýt", "đắk", "lắk", "kẻ"),
        *("giục", "ăn", "ưng", "bướu", "ghế"),
    ],
)  # fmt: skip
def test_syllables(word: str) -> None:
    assert is_syllable(word) is (word not in {"đắk", "lắk"})


@pytest.mark.parametrize(
    "word",
    [
        *("nghiêp", "luât", "đươc", "kêt", "ngànhh", "phhối", "ghà", "kà", "cế", "ngiên"),
        *("nghà", "tửl", "xuát"),
        *("trongười", "đượcc", "điiệp", "logistics", "website", "", "b", "mêta", "càc", "tùt", "hoạtt"),
    ],
)  # fmt: skip
def test_what_is_none(word: str) -> None:
    assert not is_syllable(word)
