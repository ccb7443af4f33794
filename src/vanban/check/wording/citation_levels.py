"""Citing articles: capitals and commas of điểm, khoản, Điều, Mục, Chương (Phụ lục II, Mục V.7)."""

import re
from collections.abc import Iterator

from vanban.check.rule import Rule
from vanban.check.wording.reading import Reading
from vanban.model.finding import Finding, Severity

CLAUSE = "Phụ lục II, Mục V.7"

SMALL_LEVEL = Rule(
    ma="cau-chu.khoan-diem-viet-thuong",
    muc=Severity.LOI,
    ten="“khoản”, “điểm” viết thường",
    vi_sao="Khi viện dẫn chỉ viết hoa phần, chương, mục, tiểu mục, điều; “khoản”, “điểm” viết thường, trừ ở "
    "đầu câu.",
    can_cu=CLAUSE,
    sai="theo quy định tại Khoản 2 Điều 13",
    dung="theo quy định tại khoản 2 Điều 13",
    sua_duoc=True,
)
LARGE_LEVEL = Rule(
    ma="cau-chu.dieu-viet-hoa",
    muc=Severity.LOI,
    ten="“Điều” viết hoa khi viện dẫn",
    vi_sao="Viện dẫn điều, mục, chương, phần của một văn bản cụ thể thì viết hoa chữ cái đầu.",
    can_cu=CLAUSE,
    sai="theo khoản 2 điều 13 Nghị định này",
    dung="theo khoản 2 Điều 13 Nghị định này",
    sua_duoc=True,
)
COMMA = Rule(
    ma="cau-chu.phay-giua-cac-cap",
    muc=Severity.LOI,
    ten="Dấu phẩy giữa điểm, khoản, Điều",
    vi_sao="Các cấp viện dẫn viết liền nhau, không có dấu phẩy: “điểm a khoản 2 Điều 103 …”.",
    can_cu=CLAUSE,
    sai="điểm c, khoản 2, Điều 100 Luật này",
    dung="điểm c khoản 2 Điều 100 Luật này",
    sua_duoc=True,
)
RULES = (SMALL_LEVEL, LARGE_LEVEL, COMMA)

_NUMBERS = r"\d{1,3}[a-zđ]?(?!\w)(?:(?:, ?| và | hoặc )\d{1,3}[a-zđ]?(?![\w/.]))*"
_LETTERS = r"[a-zđ]{1,2}(?:\.\d+)?(?!\w)(?:(?:, ?| và | hoặc )[a-zđ]{1,2}(?:\.\d+)?(?!\w))*"
_LEVEL = re.compile(
    rf"(?P<diem>[đĐ]iểm {_LETTERS})|(?P<khoan>[kK]hoản {_NUMBERS})|(?P<dieu>[đĐ]iều {_NUMBERS})"
    r"|(?P<muc>(?:Tiểu mục|Mục|mục) (?:\d{1,2}|[IVX]+)(?!\w))|(?P<chuong>[cC]hương (?:[IVX]+|\d{1,2})(?!\w))"
    r"|(?P<phan>Phần (?:[IVX]+|\d|thứ \w+)(?!\w))"
    r"|(?P<van_ban>Bộ luật|Luật|Nghị định|Nghị quyết|Thông tư|Quyết định|Pháp lệnh|Hiến pháp)"
    r"(?= (?:số|sửa|[A-ZĐ]|này))"
)
_SMALL_CHAPTER = re.compile(r"(?:chương|mục) (?:[IVX]+|\d{1,2})(?!\w)")
_RANK = {"diem": 0, "khoan": 1, "dieu": 2, "muc": 3, "chuong": 4, "phan": 5, "van_ban": 6}
_JOIN = re.compile(r" ?, ?| ")
_PAPERS = ("Luật", "Nghị định", "Nghị quyết", "Thông tư", "Quyết định", "Pháp lệnh")
_STARTS = ("điểm ", "khoản ", "điều ")
_LIST_GOES_ON = re.compile(r"(?:,| và| hoặc) (?:[đĐ]iều|[kK]hoản|[đĐ]iểm) ")
_CITING = re.compile(r"(?:tại|theo|của|quy định tại|và|căn cứ|khoản \d{1,3}[a-zđ]?,?) \Z", re.IGNORECASE)
_SURE_LEAD = re.compile(r"[kK]hoản \d{1,3}[a-zđ]?,? \Z")
_TO_PAPER = re.compile(
    r" (?:của )?(?:Bộ luật|Luật|Nghị định|Nghị quyết|Thông tư|Quyết định|Pháp lệnh|Hiến pháp)"
)


def check(reading: Reading) -> Iterator[Finding]:
    """Findings on cited articles."""
    words = reading.words
    if "Khoản" in words:
        yield from _capital(reading, "Khoản ")
    if "Điểm" in words:
        yield from _capital(reading, "Điểm ")
    if "điều" in words and not words.isdisjoint(_DIGITS):
        yield from _article(reading)
    if not {"chương", "mục"}.isdisjoint(words):
        yield from _chapter(reading)
    if not {"khoản", "Khoản", "Điều", "điểm", "Điểm"}.isdisjoint(words):
        yield from _commas(reading)


_DIGITS = frozenset(map(str, range(1, 400)))


def _capital(reading: Reading, word: str) -> Iterator[Finding]:
    text = reading.text
    at = text.find(word)
    while at >= 0:
        level = _LEVEL.match(text, at)
        if level and not text[at - 1].isalnum() and not reading.begins(at) and _cites(text, level):
            written = level.group().split(",")[0]
            yield reading.finding(
                SMALL_LEVEL,
                at,
                at + len(written),
                f"“{written}” ở giữa câu: chữ “{word.strip().lower()}” viết thường.",
                advice=f"Viết “{written[0].lower()}{written[1:]}”.",
                mends=[(at, at + 1, word[0].lower())],
            )
        at = text.find(word, at + 1)


def _cites(text: str, level: re.Match[str]) -> bool:
    """Whether the level surely belongs to a citation: another level or a document follows, or "tại" leads."""
    if _CITING.search(text, max(0, level.start() - 14), level.start()):
        return True
    join = _JOIN.match(text, level.end())
    return bool(join and _LEVEL.match(text, join.end())) or bool(_TO_PAPER.match(text, level.end()))


def _article(reading: Reading) -> Iterator[Finding]:
    text = reading.text
    at = text.find("điều ")
    while at >= 0:
        level = _LEVEL.match(text, at)
        if level and not text[at - 1].isalnum():
            before = max(0, at - 14)
            sure = _SURE_LEAD.search(text, before, at)
            leads = _CITING.search(text, before, at) and _TO_PAPER.match(text, level.end())
            if sure or leads:
                written = level.group().split(",")[0]
                yield reading.finding(
                    LARGE_LEVEL,
                    at,
                    at + len(written),
                    f"“{written}”: viện dẫn điều của một văn bản thì viết hoa chữ “Điều”.",
                    advice=f"Viết “Đ{written[1:]}”.",
                    mends=[(at, at + 1, "Đ")],
                )
        at = text.find("điều ", at + 1)


def _chapter(reading: Reading) -> Iterator[Finding]:
    """Small "chương", "mục" right before a statute or a decree; elsewhere they may be no citation."""
    text = reading.text
    for found in _SMALL_CHAPTER.finditer(text):
        if not text[found.start() - 1].isalnum() and _TO_PAPER.match(text, found.end()):
            written = found.group()
            yield reading.finding(
                LARGE_LEVEL,
                *found.span(),
                f"“{written}”: viện dẫn chương, mục của một văn bản thì viết hoa chữ đầu.",
                advice=f"Viết “{written[0].upper()}{written[1:]}”.",
                mends=[(found.start(), found.start() + 1, written[0].upper())],
            )


def _commas(reading: Reading) -> Iterator[Finding]:
    """Chains of levels; a comma before a higher level is a fault, before an equal one it makes a list."""
    text, lower = reading.text, reading.lower
    done = 0
    for start in sorted(_begin_places(lower)):
        if start < done or text[start - 1].isalnum():
            continue
        level = _LEVEL.match(text, start)
        if level is None:
            continue
        commas: list[tuple[int, int, str]] = []
        while (join := _JOIN.match(text, level.end())) and (higher := _LEVEL.match(text, join.end())):
            rise = _RANK[higher.lastgroup or ""] - _RANK[level.lastgroup or ""]
            if rise < 0 or (rise > 0 and higher.lastgroup == "van_ban" and level.lastgroup != "dieu"):
                break
            if rise > 0 and "," in join.group():
                commas.append((join.start(), join.end(), " "))
            level = higher
        done = level.end()
        if commas:
            yield _comma(reading, start, done, commas)


def _begin_places(lower: str) -> Iterator[int]:
    for word in _STARTS:
        at = lower.find(word)
        while at >= 0:
            yield at
            at = lower.find(word, at + 1)


def _comma(reading: Reading, start: int, end: int, commas: list[tuple[int, int, str]]) -> Finding:
    words = reading.text[start:end]
    right = words
    for begin, stop, new in reversed(commas):
        right = right[: begin - start] + new + right[stop - start :]
    listed = _LIST_GOES_ON.match(reading.text, end)
    before = reading.text[max(0, start - 2) : start]
    # "Theo Điều 3, Quyết định này có hiệu lực": the paper may be the subject of the sentence.
    subject = words.endswith(_PAPERS) and reading.text.startswith(" này", end) and commas[-1][1] > end - 12
    doubtful = bool(listed) or before == ", " or subject
    return reading.finding(
        COMMA,
        start,
        end,
        f"“{words}”: giữa các cấp viện dẫn không có dấu phẩy.",
        advice=f"Viết “{right}”." if not doubtful else f"Nếu là một chỗ viện dẫn thì viết “{right}”.",
        mends=[] if doubtful else commas,
        level=Severity.CANH_BAO if doubtful else None,
    )
