"""Abbreviations that the plan uses and does not explain."""

import re
from collections import defaultdict
from collections.abc import Iterator

from vanban.check.plan.places import capital
from vanban.check.plan.reading import Passage, Reading
from vanban.check.rule import Rule
from vanban.model.finding import CUSTOM, Finding, Place, Severity
from vanban.viet.doc_numbers import doc_numbers

ABBREVIATIONS = Rule(
    ma="ke-hoach.viet-tat-chua-giai-thich",
    muc=Severity.GOI_Y,
    ten="Chữ viết tắt chưa giải thích",
    vi_sao="Người ngoài ngành không hiểu; lần đầu nên viết đủ rồi mới viết tắt trong ngoặc.",
    can_cu=CUSTOM,
    sai="phát triển ĐMST và CĐS",
    dung="phát triển đổi mới sáng tạo (ĐMST) và chuyển đổi số (CĐS)",
)
TWO_FORMS = Rule(
    ma="ke-hoach.hai-viet-tat",
    muc=Severity.GOI_Y,
    ten="Một chữ viết tắt hai cách viết",
    vi_sao="Cùng một cụm từ mà viết tắt hai cách thì người đọc tưởng là hai điều.",
    can_cu=CUSTOM,
    sai="phát triển KH-CN; Sở KH&CN",
    dung="phát triển KH&CN; Sở KH&CN",
)
NOT_USED = Rule(
    ma="ke-hoach.viet-tat-khong-dung",
    muc=Severity.GOI_Y,
    ten="Chữ viết tắt đặt ra mà không dùng",
    vi_sao="Chữ viết tắt chỉ có ích khi được dùng lại.",
    can_cu=CUSTOM,
    sai="chuyển đổi số (CĐS), về sau không viết CĐS nữa",
    dung="chuyển đổi số",
)
RULES = (ABBREVIATIONS, TWO_FORMS, NOT_USED)

_ABBREVIATION = re.compile(
    r"(?<![\w./&-])[A-ZĐ][A-Za-zĐ]*\d*(?:[&.-][A-ZĐ\d][A-Za-zĐ\d]*)*(?:\.\d)?(?![\w/&-])"
)
_BRACKETS = re.compile(r"\(([A-ZĐ][A-ZĐ&-]{1,9})\)")
_NUMERAL = re.compile(r"[IVXLC]+")
_UNITS = frozenset(("MW", "KW", "GW", "MWh", "GWh", "KVA", "MVA"))
_COMMON = frozenset(("UBND", "HĐND", "MTTQ", "TP", "TP.HCM", "TPHCM", "VT", "AI"))
"""Abbreviations that every reader of such papers knows."""
MOST_WORDS = 3
"""Brackets that introduce an abbreviation hold no more words than this."""
Introduced = dict[str, list[list[str]]]
LONGEST = 5
"""A word in capitals with more letters than this is a name."""
_BODY = re.compile(r"(?<!\w)(Bộ|Sở|Ban|Cục|Vụ|Viện|Hội|Phòng|Chi cục|Tổng cục)\s+$")
"""Words before an abbreviation that make it the name of a body."""
_COMPANY = re.compile(r"(?<!\w)(?:Công ty|Tập đoàn|Tổng công ty|Ngân hàng|Hãng)(?!\w)")
_COMPANY_BEFORE = re.compile(r"(?:Công ty|Tập đoàn|Tổng công ty|Ngân hàng|Hãng)\s+$")
_ENDS_OF_LIST = "();:“”\n"


def check(reading: Reading) -> Iterator[Finding]:
    """Findings on abbreviations; one for the plan with all that are unexplained."""
    rows = [row.text for row in reading.passages if row.key != "phu_luc"]
    introduced = _introduced(rows)
    told: set[str] = set()
    for text in rows:
        told.update(_unexplained(text, introduced, told))
    unexplained = sorted(told)
    if unexplained:
        yield ABBREVIATIONS.finding(
            Place(phan="toàn văn"),
            f"{len(unexplained)} chữ viết tắt không được giải thích: {', '.join(unexplained)}.",
            trich=unexplained[0],
            cach_sua="Ở lần đầu viết đủ rồi ghi chữ tắt trong ngoặc, hoặc bỏ chữ tắt.",
        )
    yield from _forms(reading)


def _forms(reading: Reading) -> Iterator[Finding]:
    """Abbreviations with the same letters in several forms; those introduced and never seen again."""
    first: dict[str, Passage] = {}
    times: dict[str, int] = defaultdict(int)
    introduced: dict[str, Passage] = {}
    for row in reading.own:
        bare = _without_numbers(row.text) if _ABBREVIATION.search(row.text) else ""
        for match in _ABBREVIATION.finditer(bare):
            first.setdefault(match.group(), row)
            times[match.group()] += 1
        for match in _BRACKETS.finditer(bare) if "(" in bare else ():
            introduced.setdefault(match[1], row)
    by_letters: dict[str, list[str]] = defaultdict(list)
    for word in first:
        if _is_abbreviation(word):
            by_letters[re.sub(r"[^A-ZĐ\d]", "", word)].append(word)
    for forms in by_letters.values():
        if len(forms) > 1 and all(word.upper() == word for word in forms):
            said = "; ".join(
                f"“{word}” ({times[word]} chỗ, đầu tiên ở {first[word].who()})" for word in forms
            )
            yield TWO_FORMS.finding(
                first[forms[-1]].place,
                f"Một chữ viết tắt viết {len(forms)} cách: {said}.",
                trich=forms[-1],
                cach_sua="Chọn một cách viết.",
            )
    for word, row in introduced.items():
        if times[word] == 1 and _is_abbreviation(word):
            yield NOT_USED.finding(
                row.place,
                f"{capital(row.who())}: đặt chữ viết tắt “{word}” nhưng về sau không dùng.",
                trich=f"({word})",
                cach_sua="Bỏ phần trong ngoặc.",
            )


def _introduced(rows: list[str]) -> Introduced:
    """For each word in short brackets the words that stand there with it, bracket by bracket."""
    held: Introduced = defaultdict(list)
    for words in re.findall(r"\(([^(),;–]{2,40})\)", "\n".join(rows)):
        together = words.split()
        if len(together) <= MOST_WORDS:
            for word in dict.fromkeys(together):
                held[word].append(together)
    return held


def _unexplained(text: str, introduced: Introduced, told: set[str]) -> list[str]:
    """The abbreviations of a text that nothing explains, but those told already."""
    found: list[str] = []
    if not _ABBREVIATION.search(text):
        return found
    text = _without_numbers(text)
    for match in _ABBREVIATION.finditer(text):
        word, (start, end) = match.group(), match.span()
        if word in told or word in _COMMON or not _is_abbreviation(word):
            continue
        body = _BODY.search(text[:start])
        said = _explained(word, body[1] if body else "", introduced)
        if said is None or said in told or _in_capitals(text, start, end) or _is_company(text, start, end):
            continue
        found.append(said)
    return found


def _without_numbers(text: str) -> str:
    """The words without the numbers and symbols of documents."""
    for number in reversed(list(doc_numbers(text))) if "/" in text or "-" in text else ():
        text = text[: number.start] + text[number.end :]
    return text


def _explained(word: str, body: str, introduced: Introduced) -> str | None:
    """None where brackets of at most three words introduce it ("(ĐMST)", "(Sở KH&CN)"), else its words.

    What is introduced as the name of one body ("Sở KH&CN") does not explain another ("Bộ KH&CN").
    """
    holding = introduced.get(word)
    if not holding:
        return word
    heads = {row[0] for row in holding if len(row) > 1 and _BODY.search(row[0] + " ")}
    alone = any(row[0] == word or row[0] not in heads for row in holding)
    return None if alone or not body or body in heads else f"{body} {word}"


def _is_abbreviation(word: str) -> bool:
    """Two capitals or more, no numeral; a long word in capitals is a name ("NVIDIA")."""
    if _NUMERAL.fullmatch(word) or word in _UNITS:
        return False
    return sum(char.isupper() for char in word) > 1 and not (
        word.isupper() and word.isalpha() and len(word) > LONGEST
    )


def _is_company(text: str, start: int, end: int) -> bool:
    """Whether the word is the name of a company: after "Công ty", or an item of a list of companies.

    A list is of companies if another of its items begins with such a word or is a long name in capitals.
    """
    if _COMPANY_BEFORE.search(text[:start]):
        return True
    first = max(text.rfind(mark, 0, start) for mark in _ENDS_OF_LIST) + 1
    last = min((at for mark in _ENDS_OF_LIST if (at := text.find(mark, end)) >= 0), default=len(text))
    items = [one.strip(" .…") for one in re.split(r",|\bvà\b", text[first:last])]
    others = [one for one in items if one != text[start:end]]
    return len(others) < len(items) and any(_COMPANY.match(one) or _is_long_name(one) for one in others)


def _is_long_name(word: str) -> bool:
    return word.isupper() and word.isalpha() and word.isascii() and len(word) > LONGEST


def _in_capitals(text: str, start: int, end: int) -> bool:
    """Whether the word stands in a run of capitals, as in a heading: its neighbour is no abbreviation."""
    beside = [*text[:start].split()[-1:], *text[end:].split()[:1]]
    return any(word.isupper() and not word.isascii() for word in beside)
