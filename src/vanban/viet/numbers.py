"""Numbers as Vietnamese papers write them: in words, padded, grouped, as percentages."""

from decimal import ROUND_HALF_UP, Decimal

from babel.numbers import format_decimal

_DIGITS = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")
_BILLION = 1_000_000_000


def _two_digits(n: int, after_hundreds: bool) -> list[str]:
    tens, unit = divmod(n, 10)
    if tens == 0:
        if unit == 0:
            return []
        return ["linh", _DIGITS[unit]] if after_hundreds else [_DIGITS[unit]]
    head = ["mười"] if tens == 1 else [_DIGITS[tens], "mươi"]
    if unit == 0:
        return head
    special = {5: "lăm"} if tens == 1 else {1: "mốt", 4: "tư", 5: "lăm"}
    return [*head, special.get(unit, _DIGITS[unit])]


def _three_digits(n: int, leading: bool) -> list[str]:
    """A group of three digits; one that does not lead says its empty hundreds ("không trăm")."""
    hundreds, rest = divmod(n, 100)
    if leading and hundreds == 0:
        return _two_digits(rest, after_hundreds=False)
    return [_DIGITS[hundreds], "trăm", *_two_digits(rest, after_hundreds=True)]


def _positive(n: int, leading: bool = True) -> list[str]:
    if n >= _BILLION:
        high, low = divmod(n, _BILLION)
        return [*_positive(high, leading), "tỷ", *(_positive(low, leading=False) if low else [])]
    said: list[str] = []
    for value, unit in ((1_000_000, "triệu"), (1_000, "nghìn"), (1, "")):
        group, n = divmod(n, value)
        if group:
            said += _three_digits(group, leading and not said)
            said += [unit] if unit else []
    return said


def in_words(n: int) -> str:
    """The number in words, small letters: 1005 is "một nghìn không trăm linh năm".

    House choices where usage varies: "linh" (not "lẻ"), "nghìn" (not "ngàn"), "tư" after "mươi"
    (24 is "hai mươi tư") but "bốn" after "mười" and "linh". A group of zeros is not said. Above a
    billion the word "tỷ" is said again: 10¹⁸ is "một tỷ tỷ".
    """
    if n == 0:
        return _DIGITS[0]
    said = " ".join(_positive(abs(n)))
    return f"âm {said}" if n < 0 else said


def padded(n: int) -> str:
    """The number with a zero in front below 10 (Phụ lục I, Phần I, Mục II.3.c): 7 is "07".

    Zero stays "0", since it counts nothing; a negative number stays as it is.
    """
    return f"{n:02d}" if 0 < n < 10 else str(n)


def grouped(n: int) -> str:
    """The number in groups of three: "1.234.567"."""
    return str(format_decimal(n, locale="vi"))


def percent(part: int, whole: int, places: int = 1) -> str:
    """The share as a percentage, rounded half up without floats: (12, 25) is "48,0%".

    A share of nothing is zero ("0,0%"): a table of counts stays a table of figures.

    Raises ValueError for a negative number or negative `places`.
    """
    if part < 0 or whole < 0 or places < 0:
        raise ValueError("tỷ lệ phần trăm chỉ tính cho số không âm")
    scaled = 0 if whole == 0 else (2 * part * 100 * 10**places + whole) // (2 * whole)
    value = Decimal(scaled).scaleb(-places)
    pattern = "#,##0" + ("." + "0" * places if places else "")
    return f"{format_decimal(value, format=pattern, locale='vi')}%"


def signed(n: int) -> str:
    """A change: "+3", "-2", "0"."""
    return f"{n:+d}" if n else "0"


def decimal_text(n: float) -> str:
    """A measured number with the comma of Vietnamese, at most three places: 1190.5 is "1.190,5"."""
    return str(format_decimal(Decimal(str(n)), format="#,##0.###", locale="vi"))


def percent_of(part: float, whole: float) -> str:
    """The share of two measured numbers, rounded half up to one place: (1190, 1400) is "85,0%".

    Raises ValueError where the whole is not positive or the part is negative.
    """
    if whole <= 0 or part < 0:
        raise ValueError("tỷ lệ phần trăm chỉ tính cho số không âm, trên số dương")
    share = Decimal(str(part)) * 100 / Decimal(str(whole))
    rounded = share.quantize(Decimal("0.1"), rounding=ROUND_HALF_UP)
    return f"{format_decimal(rounded, format='#,##0.0', locale='vi')}%"
