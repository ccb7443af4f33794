"""Numbers of headings and points: Vietnamese list letters and Roman numerals."""

LETTERS = "abcdđeghiklmnopqrstuvxy"
"""The letters of points, in the order of the Vietnamese alphabet, without ă, â, ê, ô, ơ, ư and the
letters that Vietnamese does not have (Phụ lục I, Phần I, Mục II.6.đ)."""

_ROMAN = (
    (1000, "M"),
    (900, "CM"),
    (500, "D"),
    (400, "CD"),
    (100, "C"),
    (90, "XC"),
    (50, "L"),
    (40, "XL"),
    (10, "X"),
    (9, "IX"),
    (5, "V"),
    (4, "IV"),
    (1, "I"),
)


def letter(n: int) -> str:
    """The letter of the n-th point: 1 is "a", 5 is "đ", 23 is "y".

    The decree is silent about more than 23 points; the house goes on with two letters: aa, ab, …

    Raises ValueError below 1.
    """
    if n < 1:
        raise ValueError(f"số thứ tự của điểm phải từ 1: {n}")
    letters = ""
    while n:
        n, index = divmod(n - 1, len(LETTERS))
        letters = LETTERS[index] + letters
    return letters


def letter_value(s: str) -> int | None:
    """The place of a list letter, large or small; None for anything else ("ă", "f", "a)")."""
    value = 0
    for char in s.lower():
        index = LETTERS.find(char)
        if index < 0:
            return None
        value = value * len(LETTERS) + index + 1
    return value or None


def roman(n: int) -> str:
    """The Roman numeral of 1 to 3999; ValueError outside."""
    if not 1 <= n <= 3999:
        raise ValueError(f"chữ số La Mã chỉ viết từ 1 đến 3999: {n}")
    numeral = ""
    for value, sign in _ROMAN:
        count, n = divmod(n, value)
        numeral += sign * count
    return numeral


def roman_value(s: str) -> int | None:
    """The value of a Roman numeral in capitals; None unless it is written correctly ("IIII")."""
    value, rest = 0, s
    for worth, sign in _ROMAN:
        while rest.startswith(sign):
            value, rest = value + worth, rest[len(sign) :]
    return value if not rest and 1 <= value <= 3999 and roman(value) == s else None
