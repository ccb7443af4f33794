"""Agencies in a field of a task: names, scopes in brackets, who leads and who co-operates."""

import re
from dataclasses import dataclass
from typing import NamedTuple

from vanban.model.plan import Assignment
from vanban.read.words.agency_finder import AgencyFinder, Match
from vanban.read.words.names import begins_name, goes_on
from vanban.read.words.wording import bracketed, masked
from vanban.viet.text import LOWER, squeeze

_JOIN = (
    r"(?:[\s,;.:/&]"
    r"|(?<!\w)(?:chủ trì|phối hợp|cùng với|với|và|cùng|là|do|giao|thực hiện|triển khai)(?!\w))+"
)
_JOINING_HEAD = re.compile(rf"^{_JOIN}", re.IGNORECASE)
_JOINING_TAIL = re.compile(rf"{_JOIN}$", re.IGNORECASE)
"""Words and marks that stand between names and say nothing of their own."""

_APART = re.compile(r"[,;:()]|\.\s|(?<!\w)(?:và|hoặc|với|cùng|phối hợp|chủ trì|giao|do)(?!\w)", re.IGNORECASE)
_PLACE_WORDS = ("tỉnh", "thành", "quận", "huyện", "phường", "xã", "khu", "vùng")
_GENERAL = re.compile(r"(?:^|(?<=[\s,;]))các\s[^;()]*?liên quan(?!\w)", re.IGNORECASE)
_CUT = re.compile(r"[,;]|\s+(?:và|cùng với|cùng)\s+")
_GOES_ON = re.compile(rf"(?!(?:các|những|toàn thể|tất cả|mỗi|từng)(?!\w))[{LOWER}]")
_ONE_OFFICE = re.compile(
    r"Văn phòng (?:HĐND|Hội đồng nhân dân|Đảng ủy|Đoàn ĐBQH)(?!\w)[^,;]*$", re.IGNORECASE
)
_LEADS = re.compile(r"(?<!\w)chủ trì(?!\w)", re.IGNORECASE)
_JOINS = re.compile(r"(?<!\w)phối hợp(?!\w)(?:\s+(?:cùng\s+)?với(?!\w))?", re.IGNORECASE)
_WORD = re.compile(r"[^\W_]")
_NEXT_WORD = re.compile(r"\s+(\w+)")
_CALLED = re.compile(r"(?:sau đây\s+)?(?:gọi tắt|viết tắt)(?:\s+là)?(?!\w)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Shares:
    """Who leads and who co-operates; `unclear` if the text names several and does not say."""

    leads: list[Assignment]
    partners: list[Assignment]
    unclear: bool = False


class _Name(NamedTuple):
    """A name with its brackets: where it stands, and what it was read as."""

    start: int
    end: int
    assignment: Assignment


def read_assignments(text: str, finder: AgencyFinder) -> list[Assignment]:
    """The agencies that a text names, in order. Other words become an assignment without an agency."""
    found: list[Assignment] = []
    at = 0
    for name in _names(text, finder):
        found += _strangers(text[at : name.start])
        found.append(name.assignment)
        at = name.end
    return found + _strangers(text[at:])


def read_shares(text: str, finder: AgencyFinder) -> Shares:
    """Leads and partners of "Sở A chủ trì, phối hợp Sở B; Sở C." and of its turned forms."""
    cover = _hide_names(text, finder)
    leads, joins = _LEADS.search(cover), _JOINS.search(cover)
    if leads and joins:
        return _split_shares(text, leads, joins, finder)
    if joins and text[: joins.start()].strip():
        return Shares(
            read_assignments(text[: joins.start()], finder), read_assignments(text[joins.end() :], finder)
        )
    everyone = read_assignments(text, finder)
    if leads or len(everyone) < 2:
        return Shares(everyone, [])
    return Shares([], [], unclear=True)


def _split_shares(text: str, leads: re.Match[str], joins: re.Match[str], finder: AgencyFinder) -> Shares:
    if joins.start() < leads.start():
        first, between, last = text[: joins.start()], text[joins.end() : leads.start()], text[leads.end() :]
        if not first.strip(" ,;:"):
            return Shares(read_assignments(last or "", finder), read_assignments(between, finder))
        return Shares(read_assignments(between + last, finder), read_assignments(first, finder))
    first, between, last = text[: leads.start()], text[leads.end() : joins.start()], text[joins.end() :]
    if not first.strip(" ,;:"):
        return Shares(read_assignments(between, finder), read_assignments(last, finder))
    partners = read_assignments(between, finder) + read_assignments(last, finder)
    return Shares(read_assignments(first, finder), partners)


def _names(text: str, finder: AgencyFinder) -> list[_Name]:
    cover = masked(text)
    names: list[_Name] = []
    for match in finder.find_all(text):
        inside = cover[match.start] != text[match.start] or (names and match.start < names[-1].end)
        start = names[-1].end if names else 0
        if inside or _is_part_of_longer_name(text, start, match):
            continue
        names.append(_with_brackets(text, match, finder))
    return names


def _with_brackets(text: str, match: Match, finder: AgencyFinder) -> _Name:
    span = bracketed(text, match.end)
    if span is None:
        return _Name(
            match.start, match.end, Assignment(nguyen_van=squeeze(match.text), co_quan=match.agency_id)
        )
    inner = squeeze(text[span[0] + 1 : span[1] - 1])
    scope = None if _is_short_name(inner, match.agency_id, finder) else inner or None
    printed = squeeze(text[match.start : span[1]])
    return _Name(match.start, span[1], Assignment(nguyen_van=printed, co_quan=match.agency_id, pham_vi=scope))


def _is_short_name(inner: str, agency_id: str, finder: AgencyFinder) -> bool:
    """Whether bracketed words are another name of the agency before them, not the scope of its work."""
    if finder.identify(_CALLED.sub("", inner).strip()) == agency_id or _CALLED.match(inner):
        return True
    letters = [c for c in inner if c.isalpha()]
    return " " not in inner and len(letters) > 1 and sum(c.isupper() for c in letters) * 2 > len(letters)


def _is_part_of_longer_name(text: str, start: int, match: Match) -> bool:
    """Whether words beside a match belong to the name, so that it names another body.

    "Sở Nội vụ tỉnh Đồng Nai" is not the Sở Nội vụ of the book, nor is "Phòng Kinh tế Sở Xây dựng".
    `start` is where the text not yet read begins.
    """
    after = _NEXT_WORD.match(text, match.end)
    if after and (after.group(1)[0].isupper() or after.group(1) in _PLACE_WORDS):
        return True
    before = _APART.split(text[start : match.start])[-1].strip()
    return before[:1].isupper()


def _strangers(text: str) -> list[Assignment]:
    """Words between names: each piece that is more than a joining word."""
    if not _WORD.search(text):
        return []
    pieces: list[str] = []
    at = 0
    for general in _GENERAL.finditer(text):
        pieces += [*_pieces(text[at : general.start()]), general.group()]
        at = general.end()
    pieces += _pieces(text[at:])
    return [Assignment(nguyen_van=squeeze(piece)) for piece in pieces]


def _pieces(text: str) -> list[str]:
    """The names in words that the book does not know.

    They are apart by a comma or a semicolon, or by "và" before the head of another name; a piece with a small
    letter goes on from the one before ("các sở, ban, ngành").
    """
    cover = masked(text)
    found: list[str] = []
    start, open_end = 0, False
    for cut in [*_CUT.finditer(cover), None]:
        joined = cut is not None and cut.group().strip() not in (",", ";")
        if cut is not None and (
            (joined and not _joins_names(text, start, cut))
            or goes_on(text, cut.start(), _first_letter(text, start))
        ):
            continue
        piece = text[start : cut.start() if cut else len(text)]
        start = cut.end() if cut else len(text)
        bare = _without_joining(piece)
        if any(c.isalnum() for c in bare):
            if found and open_end and _GOES_ON.match(bare):
                found[-1] = f"{found[-1]}, {squeeze(bare)}"
            else:
                found.append(bare)
            open_end = cut is not None and cut.group().strip() == ","
    return found


def _first_letter(text: str, at: int) -> int:
    """Where the first word from `at` on begins."""
    word = _WORD.search(text, at)
    return word.start() if word else at


def _joins_names(text: str, start: int, cut: re.Match[str]) -> bool:
    """Whether "và" stands between two names; "Văn phòng HĐND và UBND" is one."""
    return begins_name(text, cut.end()) and not _ONE_OFFICE.match(text[start : cut.start()].strip())


def _without_joining(text: str) -> str:
    bare = _JOINING_TAIL.sub("", _JOINING_HEAD.sub("", text))
    return "" if bare.casefold() == "các" else bare


def _hide_names(text: str, finder: AgencyFinder) -> str:
    """The text with names and brackets hidden, so that verbs inside them are not taken for verbs."""
    shown = list(masked(text))
    for match in finder.find_all(text):
        shown[match.start : match.end] = "\x00" * (match.end - match.start)
    return "".join(shown)
