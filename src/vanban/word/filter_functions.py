"""What the filters of templates do with a value.

A blank for a person, and an empty value, go through every filter unchanged. A value that a filter can do
nothing with is a FilterError that says so in Vietnamese.
"""

import re
from collections.abc import Callable, Mapping
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from typing import Any, Final

from babel.numbers import format_decimal

from vanban.model.citation import Citation
from vanban.model.document import FILL_OPEN, NOTE_CLOSE, NOTE_OPEN
from vanban.viet.citations import format_citation, parse_citation
from vanban.viet.dates import date_line, official_date, parse_date, short_date
from vanban.viet.numbering import letter, roman
from vanban.viet.numbers import in_words, padded
from vanban.viet.text import lower_first, sentence_join, upper_first

_SHORT: Final = {"Ủy ban nhân dân": "UBND", "Hội đồng nhân dân": "HĐND", "Ủy ban Mặt trận Tổ quốc": "UBMTTQ"}
_NOTE: Final = re.compile(f"({NOTE_OPEN}[^{NOTE_CLOSE}]*{NOTE_CLOSE})")
_BASIS: Final = re.compile(r"\s*căn cứ\s+", re.IGNORECASE)
_MACHINE: Final = re.compile(r"[-+]?\d+(\.\d+)?")
_GROUPED: Final = re.compile(r"[-+]?\d{1,3}(\.\d{3})+(,\d+)?|[-+]?\d+,\d+")
_LIMIT: Final = Decimal(10) ** 30


class FilterError(ValueError):
    """A filter got a value that it can do nothing with; the message says which, in Vietnamese."""


def _open(value: Any) -> bool:
    """Whether there is nothing to work on yet: empty, or a blank for a person."""
    return value is None or value == "" or (isinstance(value, str) and FILL_OPEN in value)


def _day(value: Any) -> date:
    if isinstance(value, date):
        return value
    try:
        return date.fromisoformat(str(value))
    except ValueError:
        pass
    found = parse_date(str(value))
    if found is None:
        raise FilterError(f"“{value}” không phải một ngày")
    return found


def _number(value: Any) -> Decimal:
    """The number that a value is, in the form of machines or of Vietnamese papers."""
    text = str(value).strip()
    if isinstance(value, bool) or not (_GROUPED.fullmatch(text) or _MACHINE.fullmatch(text)):
        raise FilterError(f"“{value}” không phải một số")
    plain = text.replace(".", "").replace(",", ".") if _GROUPED.fullmatch(text) else text
    number = Decimal(plain)
    if abs(number) >= _LIMIT:
        raise FilterError(f"số “{text[:40]}” quá lớn")
    return number


def _whole(value: Any) -> int:
    number = _number(value)
    if number != number.to_integral_value():
        raise FilterError(f"“{value}” không phải số nguyên")
    return int(number)


def full_date(value: Any) -> Any:
    """ "ngày 05 tháng 02 năm 2025"."""
    return value if _open(value) else official_date(_day(value))


def slashed_date(value: Any) -> Any:
    """ "05/02/2025"."""
    return value if _open(value) else short_date(_day(value))


def place_and_date(value: Any, place: str) -> Any:
    """ "Hà Nội, ngày 05 tháng 02 năm 2025"."""
    return value if _open(value) else date_line(place, _day(value), None)


def number_words(value: Any) -> Any:
    """ "một nghìn không trăm linh năm"."""
    return value if _open(value) else in_words(_whole(value))


def number(value: Any, places: int | None = None) -> Any:
    """ "1.234.567,5"; `places` digits after the comma, rounded half up."""
    if _open(value):
        return value
    found = _number(value)
    if places is not None:
        if not 0 <= places <= 12:
            raise FilterError(f"số chữ số thập phân phải từ 0 đến 12: {places}")
        found = found.quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_UP)
    digits = places if places is not None else max(0, -int(found.normalize().as_tuple().exponent))
    pattern = "#,##0" + ("." + "0" * digits if digits else "")
    return str(format_decimal(found, format=pattern, locale="vi"))


def money(value: Any) -> Any:
    """ "1.500.000 đồng"."""
    return value if _open(value) else f"{number(value)} đồng"


def money_words(value: Any) -> Any:
    """ "1.500.000 đồng (Bằng chữ: Một triệu năm trăm nghìn đồng)"."""
    return (
        value if _open(value) else f"{money(value)} (Bằng chữ: {upper_first(in_words(_whole(value)))} đồng)"
    )


def two_digits(value: Any) -> Any:
    """ "07"."""
    return value if _open(value) else padded(_whole(value))


def roman_number(value: Any) -> Any:
    """ "IV"."""
    return value if _open(value) else _counted(roman, value)


def point_letter(value: Any) -> Any:
    """ "đ"."""
    return value if _open(value) else _counted(letter, value)


def _counted(form: Callable[[int], str], value: Any) -> str:
    try:
        return form(_whole(value))
    except ValueError as error:
        raise FilterError(str(error)) from error


def _items(value: Any) -> list[str]:
    """The items of a list without the marks that each ends with; one text is one item."""
    items = value if isinstance(value, list | tuple) else [value]
    return [text for item in items if (text := str(item).strip().rstrip(" .;,"))]


def joined_with_and(value: Any) -> str:
    """ "A, B và C"."""
    return sentence_join(_items(value))


def joined_with_semicolons(value: Any) -> str:
    """ "A; B; C"."""
    return "; ".join(_items(value))


def capitals(value: Any) -> Any:
    """ "ỦY BAN NHÂN DÂN"; the words of a footnote stay as they are."""
    if _open(value):
        return value
    return "".join(
        piece if piece.startswith(NOTE_OPEN) else piece.upper() for piece in _NOTE.split(str(value))
    )


def first_capital(value: Any) -> Any:
    """The first letter large."""
    return value if _open(value) else upper_first(str(value))


def first_small(value: Any) -> Any:
    """The first letter small, an abbreviation left as it is."""
    return value if _open(value) else lower_first(str(value))


def long_name(value: Any) -> Any:
    """The full name of an agency: its field `ten`, or its words with the usual abbreviations written out."""
    if isinstance(value, Mapping):
        return value.get("ten", "")
    words = str(value)
    for long, short in _SHORT.items():
        words = re.sub(rf"\b{short}\b", long, words)
    return value if _open(value) else words


def short_name(value: Any) -> Any:
    """The short name of an agency: its field `viet_tat`, or its words with the usual abbreviations."""
    if isinstance(value, Mapping):
        return value.get("viet_tat") or short_name(value.get("ten", ""))
    words = str(value)
    for long, short in _SHORT.items():
        words = re.sub(rf"\b{long}\b", short, words, flags=re.IGNORECASE)
    return value if _open(value) else words


def _citation(value: Any) -> Citation:
    if isinstance(value, Mapping):
        return Citation.model_validate({key: value[key] for key in Citation.model_fields if key in value})
    return parse_citation(_BASIS.sub("", str(value), count=1).rstrip(" .;,"))


def cited_first(value: Any) -> Any:
    """A document as it is cited the first time: kind, number, day, agency, subject."""
    return value if _open(value) else format_citation(_citation(value), first=True)


def cited_again(value: Any) -> Any:
    """A document as it is cited later: kind and number."""
    return value if _open(value) else format_citation(_citation(value), first=False)
