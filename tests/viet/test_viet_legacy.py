"""Text from before Unicode: converted letter by letter, and recognised only where it is sure."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vanban.viet.legacy import Legacy, converted, decoded, encoded, from_bytes, recognised, to_unicode
from vanban.viet.text import nfc

LETTERS = "aàảãáạăằẳẵắặâầẩẫấậbcdđeèẻẽéẹêềểễếệghiìỉĩíịklmnoòỏõóọôồổỗốộơờởỡớợpqrstuùủũúụưừửữứựvxyỳỷỹýỵ"
SENTENCE = (
    "Kế hoạch phát triển khoa học, công nghệ và đổi mới sáng tạo của tỉnh được ban hành trước tháng Bảy."
)
IN_TCVN3 = (
    "KÕ ho¹ch ph¸t triÓn khoa häc, c«ng nghÖ vµ ®æi míi s¸ng t¹o cña tØnh ®\u00adîc ban hµnh tr\u00adíc"
    " th¸ng B¶y."
)
IN_VNI = (
    "Keá hoaïch phaùt trieån khoa hoïc, coâng ngheä vaø ñoåi môùi saùng taïo cuûa tænh ñöôïc ban haønh tröôùc"
    " thaùng Baûy."
)


@pytest.mark.parametrize(("text", "encoding"), [(IN_TCVN3, Legacy.TCVN3), (IN_VNI, Legacy.VNI)])
def test_a_sentence_as_old_files_have_it(text, encoding):
    assert recognised(text) is encoding
    assert decoded(text, encoding) == SENTENCE
    assert encoded(SENTENCE, encoding) == text
    said, remark = to_unicode(text)
    assert said == SENTENCE
    assert remark is not None
    assert encoding.value in remark


@given(st.text(alphabet=LETTERS + " ,.;:-0123456789/\n"))
def test_small_letters_come_back_from_either(text):
    for encoding in Legacy:
        assert decoded(encoded(text, encoding), encoding) == nfc(text)


@given(st.text(alphabet=LETTERS + LETTERS.upper() + " ,."))
def test_capitals_come_back_from_vni(text):
    assert decoded(encoded(text, Legacy.VNI), Legacy.VNI) == nfc(text)


def test_capitals_of_tcvn3():
    """Its capitals with a tone are small letters in a font of capitals, or between plain capitals."""
    assert converted("kÕ ho¹ch", ".VnTimeH") == "KẾ HOẠCH"
    assert converted("KÕ ho¹ch", ".VnTime") == "Kế hoạch"
    assert decoded("I. KÕ HO¹CH ph¸t triÓn", Legacy.TCVN3) == "I. Kế HOẠCH phát triển"
    assert decoded("Uû BAN NH¢N D¢N TØNH", Legacy.TCVN3) == "UỶ BAN NHÂN DÂN TỈNH"
    assert decoded("Sè:     /KH-UBND", Legacy.TCVN3) == "Số:     /KH-UBND"
    assert decoded("§¶ng uû, H§ND", Legacy.TCVN3) == "Đảng uỷ, HĐND"


@pytest.mark.parametrize(
    ("font", "shown"),
    [
        ("VNI-Times", "Kế hoạch"),
        (" vni-Helve ", "Kế hoạch"),
        ("Times New Roman", "Keá hoaïch"),
        ("", "Keá hoaïch"),
    ],
)
def test_only_fonts_of_the_encoding_are_converted(font, shown):
    assert converted("Keá hoaïch", font) == shown


@pytest.mark.parametrize(
    "text",
    [
        SENTENCE,
        SENTENCE.upper(),
        "",
        "Kế hoạch",
        "Ông bà là ai, cô chú và các bác đi đâu, làm gì, vì sao hôm nay không có nhà?",
        "Voilà où l'été dernier la société créa ses œuvres près des forêts, à côté du château préféré.",
        "Die Straße führt über die Brücke; größere Häuser stehen nördlich, ältere südlich der Mühle.",
        "5 µm ± 0,5 µm; 20 °C; § 12 và ¼ lít; © 2025 ® ¥100",
    ],
)
def test_what_is_unicode_or_unsure_stays(text):
    assert to_unicode(text) == (text, None)


def test_files_in_bytes():
    for text in (IN_TCVN3, IN_VNI):
        found = from_bytes(text.encode("cp1252"))
        assert found is not None
        assert found[0] == SENTENCE
    windows = "".join(c if c in "âêôăđơưÂÊÔĂĐƠƯ" else _apart(c) for c in SENTENCE)
    found = from_bytes(windows.encode("cp1258"))
    assert found is not None
    assert found[0] == SENTENCE
    assert "1258" in found[1]


def _apart(letter: str) -> str:
    """A letter as Windows-1258 writes it: its tone behind it."""
    for tone in "\u0300\u0301\u0303\u0309\u0323":
        for base in "aăâeêioôơuưyAĂÂEÊIOÔƠUƯY":
            if nfc(base + tone) == letter:
                return base + tone
    return letter


@given(st.binary(max_size=300))
def test_any_bytes_are_text_or_nothing(data):
    found = from_bytes(data)
    assert found is None or isinstance(found[0], str)
