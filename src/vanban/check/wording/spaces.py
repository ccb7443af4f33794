"""Spaces: before marks, missing after marks, two in a row, inside brackets."""

import re
from collections.abc import Iterator

from vanban.check.rule import Rule
from vanban.check.wording.reading import Reading
from vanban.model.finding import CUSTOM, Finding, Severity
from vanban.viet.text import LOWER, UPPER

BEFORE_MARK = Rule(
    ma="cau-chu.cach-truoc-dau",
    muc=Severity.GOI_Y,
    ten="Khoảng trắng trước dấu câu",
    vi_sao="Dấu câu viết liền chữ đứng trước; cách ra thì dấu có thể rơi xuống đầu dòng sau.",
    can_cu=CUSTOM,
    sai="các sở , ngành",
    dung="các sở, ngành",
    sua_duoc=True,
)
AFTER_MARK = Rule(
    ma="cau-chu.thieu-cach-sau-dau",
    muc=Severity.GOI_Y,
    ten="Thiếu khoảng trắng sau dấu câu",
    vi_sao="Sau dấu câu có một khoảng trắng.",
    can_cu=CUSTOM,
    sai="các sở,ngành",
    dung="các sở, ngành",
    sua_duoc=True,
)
DOUBLE = Rule(
    ma="cau-chu.hai-khoang-trang",
    muc=Severity.GOI_Y,
    ten="Hai khoảng trắng liền nhau",
    vi_sao="Giữa hai chữ chỉ có một khoảng trắng.",
    can_cu=CUSTOM,
    sai="đang được  triển khai",
    dung="đang được triển khai",
    sua_duoc=True,
)
BRACKETS = Rule(
    ma="cau-chu.cach-trong-ngoac",
    muc=Severity.GOI_Y,
    ten="Khoảng trắng bên trong dấu ngoặc",
    vi_sao="Dấu ngoặc viết liền chữ ở bên trong.",
    can_cu=CUSTOM,
    sai="( đối với tỉnh )",
    dung="(đối với tỉnh)",
    sua_duoc=True,
)
RULES = (BEFORE_MARK, AFTER_MARK, DOUBLE, BRACKETS)

_BEFORE = re.compile(r" [,;:!?](?=[ \0\n])")
_BEFORE_STOP = re.compile(rf" \.(?=[\0\n]| [{UPPER}])")
_LIST = re.compile(r"[,;](?=[^\W\d_]{2})")
_STOP = re.compile(rf"\.(?=[{UPPER}][{LOWER}]{{2,}} )")
_COLON = re.compile(rf":(?=[{UPPER}][{LOWER}])")
_ADDRESS = re.compile(r"(?:https?:|www\.|@|\.vn\b|\.com\b|\\|_)", re.IGNORECASE)
_DOUBLE = re.compile(r"  +")
_BLANKS = re.compile(r" {4,}|\t|\.{4,}|_{3,}|…{2,}")
_BESIDE_BLANK = re.compile(r"(?:ngày|tháng|năm|[Ss]ố:?|[/-]|^\s*[-+•*]|\0\W*|\n\W*|[\0\n(]\S{1,5}[.)]) *\Z")
_BEFORE_BLANK = re.compile(r"(?:tháng|năm|[/-])(?!\w)")
_OPEN = re.compile(r"\( {1,2}(?=[\w“])")
_CLOSE = re.compile(r" \)")


def check(reading: Reading) -> Iterator[Finding]:
    """Findings on spaces."""
    yield from _before(reading)
    yield from _after(reading)
    if "  " in reading.text:
        yield from _double(reading)
    yield from _brackets(reading)


def _word_around(text: str, at: int) -> str:
    """The run of characters without spaces that holds `at`."""
    start = max(text.rfind(" ", 0, at), text.rfind("\0", 0, at), text.rfind("\n", 0, at)) + 1
    return re.split(r"[ \0\n]", text[start : start + 120], maxsplit=1)[0]


def _before(reading: Reading) -> Iterator[Finding]:
    text = reading.text
    for found in (one for pattern in (_BEFORE, _BEFORE_STOP) for one in pattern.finditer(text)):
        at, end = found.span()
        before = text[at - 1]
        lawful = not (before.isalnum() or before in '”")') or (text[at + 1] == "." and not before.isalpha())
        ratio = before.isdigit() and text[at + 1] == ":" and text[at + 3 : at + 4].isdigit()
        begin, stop = reading.bounds(at)
        if lawful or ratio or _BLANKS.search(text, begin, stop):
            continue
        start = text.rfind(" ", begin, at) + 1
        yield reading.finding(
            BEFORE_MARK,
            max(start, begin),
            end,
            f"Trước dấu “{text[end - 1]}” có khoảng trắng.",
            advice="Bỏ khoảng trắng trước dấu.",
            mends=[(at, end, text[end - 1])],
        )


def _after(reading: Reading) -> Iterator[Finding]:
    text = reading.text
    for pattern, length in ((_LIST, 2), (_STOP, 3), (_COLON, 2)):
        for found in pattern.finditer(text):
            at, end = found.span()
            before = text[at - length : at]
            if not before.isalpha() or (length == 3 and not before.islower()):
                continue
            word = _word_around(text, at)
            if _ADDRESS.search(word):
                continue
            yield reading.finding(
                AFTER_MARK,
                max(text.rfind(" ", 0, at), text.rfind("\0", 0, at), text.rfind("\n", 0, at)) + 1,
                at + len(word) - word.find(text[at]) if text[at] in word else end,
                f"Sau dấu “{text[at]}” thiếu khoảng trắng.",
                advice="Thêm một khoảng trắng.",
                mends=[(at, end, f"{text[at]} ")],
            )


def _double(reading: Reading) -> Iterator[Finding]:
    text = reading.text
    last = -1
    runs: list[tuple[int, int]] = []
    for found in _DOUBLE.finditer(text):
        start, end = found.span()
        ends = text[start - 1], text[end]
        if end - start > 3 or not (ends[0].isalnum() or ends[0] in ",.;:)”%"):
            continue
        if not (ends[1].isalnum() or ends[1] in "(“"):
            continue
        index = reading.index_at(start)
        if index != last and runs:
            yield from _runs(reading, runs)
            runs = []
        last = index
        runs.append((start, end))
    if runs:
        yield from _runs(reading, runs)


def _runs(reading: Reading, runs: list[tuple[int, int]]) -> Iterator[Finding]:
    """One finding for a paragraph; none where its spaces set columns or leave a place to fill in."""
    text = reading.text
    begin, stop = reading.bounds(runs[0][0])
    body = text[begin:stop].strip()
    if _BLANKS.search(body) or len(body) < 30 or len(runs) > 4:
        return
    kept = [
        (a, b)
        for a, b in runs
        if not _BESIDE_BLANK.search(text, max(0, a - 10), a)
        and not _BEFORE_BLANK.match(text, b)
        and "\u00a0" not in reading.raw[a:b]
    ]
    if not kept:
        return
    start, end = kept[0]
    left = text.rfind(" ", 0, start) + 1
    right = min(i for i in (text.find(" ", end), text.find("\0", end)) if i > 0)
    more = f" ({len(kept)} chỗ trong đoạn)" if len(kept) > 1 else ""
    yield reading.finding(
        DOUBLE,
        max(left, begin),
        min(right, stop),
        f"Có hai khoảng trắng liền nhau{more}.",
        advice="Để một khoảng trắng.",
        mends=[(a, b, " ") for a, b in kept],
    )


def _brackets(reading: Reading) -> Iterator[Finding]:
    text = reading.text
    for pattern, mark in ((_OPEN, "("), (_CLOSE, ")")):
        for found in pattern.finditer(text):
            at, end = found.span()
            if mark == ")" and not (text[at - 1].isalnum() or text[at - 1] in ".”%"):
                continue
            yield reading.finding(
                BRACKETS,
                at,
                end,
                f"Có khoảng trắng bên trong dấu “{mark}”.",
                advice="Viết dấu ngoặc liền chữ ở trong.",
                mends=[(at, end, mark)],
            )
