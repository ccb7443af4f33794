"""Citations of documents: found in running text, read from a line of căn cứ, written again.

Source: Phụ lục I, Phần I, Mục II.6.a and II.6.b. Texts are taken to be composed (NFC).
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from vanban.model.citation import Citation
from vanban.viet.citation_parts import DAY, OPENERS, clause_end, read_tail
from vanban.viet.dates import official_date
from vanban.viet.doc_numbers import KINDS, STATUTES, DocNumber, doc_numbers, number_at, with_mended_numbers
from vanban.viet.text import clean, lower_first, squeeze

_KINDS = "|".join(kind.replace(" ", r"\s+") for kind in KINDS)
_CANONICAL = {kind.casefold(): kind for kind in KINDS}
_BEFORE = re.compile(rf"(?<!\w)(?:(?P<kind>{_KINDS})\s+)?(?:số\s*:?\s*)?$", re.IGNORECASE)
_STATUTE_BEFORE = re.compile(
    r"(?<!\w)(?P<kind>Bộ luật|Luật|Pháp lệnh)\s+(?P<name>[^;.()\d]{3,200}?)\s+số\s*:?\s*$"
)
_AT_START = re.compile(rf"(?P<kind>{_KINDS})(?!\w)\s*", re.IGNORECASE)
_NUMBER_MARK = re.compile(r"số\s*:?\s*", re.IGNORECASE)
_LEAD_IN = re.compile(r"(?:[-–+•*]\s*)?(?:(?:Căn cứ|Thực hiện|Theo)\s+)?(?:vào\s+)?", re.IGNORECASE)
_SHORT_NAME = re.compile(
    r"\s*\((?:sau đây\s+)?(?:(?:được\s+)?(?:gọi|viết)\s+(?:tắt\s+)?là:?\s+)?(?P<name>[^()]+)\)\s*$",
    re.IGNORECASE,
)
_DEFINES = re.compile(rf"\s*\((?:sau đây|(?:được\s+)?(?:gọi|viết)|(?:{_KINDS})\s)", re.IGNORECASE)
_OF_ASSEMBLY = re.compile(r"/(?:UBTV)?QH\d")
_KIND_AND_WORDS = re.compile(r"(?P<more>(?:[^\W\d_]+\s+){1,3})số\s*:?\s*")
_REACH = 260
"""How many characters before its number the kind and the name of a statute may begin."""
_LEAD = 48
"""The same for the kind alone, which stands right before its number."""


@dataclass(frozen=True, slots=True)
class Found:
    """A citation and where it stands: text[start:end] is its `nguyen_van`."""

    start: int
    end: int
    citation: Citation


def _kind(words: str) -> str:
    """The kind in the spelling of the list ("nghị quyết" becomes "Nghị quyết")."""
    squeezed = squeeze(words)
    return _CANONICAL.get(squeezed.casefold(), squeezed)


def _found(text: str, number: DocNumber) -> Found:
    reach = max(0, number.start - _REACH)
    lead = _BEFORE.search(text, max(0, number.start - _LEAD), number.start)
    start = lead.start() if lead else number.start
    kind = _kind(lead["kind"]) if lead and lead["kind"] else None
    name: str | None = None
    if (
        kind is None
        and _OF_ASSEMBLY.search(number.value)
        and (statute := _STATUTE_BEFORE.search(text, reach, number.start))
    ):
        start, kind, name = statute.start(), _kind(statute["kind"]), squeeze(statute["name"])
    tail = read_tail(text, number.end, clause_end(text, number.end), running=True)
    citation = Citation(
        loai=kind,
        so_ky_hieu=number.value,
        ngay=tail.ngay,
        co_quan=squeeze(tail.co_quan) if tail.co_quan else None,
        trich_yeu=name or _subject(tail.trich_yeu),
        nguyen_van=text[start : tail.end],
    )
    return Found(start, tail.end, citation)


def _subject(words: str | None) -> str | None:
    return with_mended_numbers(squeeze(words)) if words else None


def find_citations(text: str) -> list[Found]:
    """Each document number in the text, in order, with the parts of its citation around it.

    A subject may cite further documents: these come as findings of their own, whose places lie within
    that of the outer one. Faulty blanks in a number ("57- NQ/TW") are mended in `so_ky_hieu` and kept in
    `nguyen_van`.
    """
    return [_found(text, number) for number in doc_numbers(text)]


def _split_short_name(line: str) -> tuple[str, str | None]:
    """The line without the closing brackets that define a short name, and that name."""
    found = _SHORT_NAME.search(line)
    if found is None or not _DEFINES.match(line, found.start()):
        return line, None
    return line[: found.start()].rstrip(" ,.;"), with_mended_numbers(found["name"].strip())


def _numbered(line: str, at: int) -> DocNumber | None:
    mark = _NUMBER_MARK.match(line, at)
    return number_at(line, mark.end() if mark else at)


def _read_head(line: str) -> tuple[str | None, DocNumber | None, int]:
    """Kind and number at the start of the line, and where the rest begins."""
    found = _AT_START.match(line)
    if found is None:
        number = _numbered(line, 0)
        return None, number, number.end if number else 0
    kind, end = _kind(found["kind"]), found.end()
    number = _numbered(line, end)
    if number is None and (more := _KIND_AND_WORDS.match(line, end)):
        number = number_at(line, more.end()) if not re.search(_KINDS, more["more"], re.IGNORECASE) else None
        kind = f"{kind} {squeeze(more['more'])}" if number and kind not in STATUTES else kind
    return (kind, number, number.end) if number and kind not in STATUTES else (kind, None, end)


def _parse_statute(line: str, kind: str, at: int) -> tuple[str | None, str | None, int]:
    """Name and number of a statute, and where day and agency begin."""
    if direct := _numbered(line, at):
        return None, direct.value, direct.end
    for number in doc_numbers(line):
        mark = re.search(r"\s+số\s*:?\s*$", line[: number.start])
        if mark and mark.start() > at and _OF_ASSEMBLY.search(number.value):
            return line[at : mark.start()], number.value, number.end
    day = re.search(rf"[\s,]+(?={DAY})", line[at:], re.IGNORECASE)
    end = at + day.start() if day else len(line)
    return line[at:end].rstrip(" ,.;"), None, end


def parse_citation(text: str, agencies: Sequence[str] = ()) -> Citation:
    """The citation that a whole line (a căn cứ) is; a part that the line does not give is None.

    `agencies` are known names: the longest that fits decides where the name of the agency ends. The
    subject runs from the word that opens it ("về …", "quy định …") to the end of the line. For a statute
    it is the name; for a paper without a number it is all that follows the kind. Numbers are mended in
    all parts; `nguyen_van` is the text as given.
    """
    line = squeeze(clean(text))
    line = line[_end(_LEAD_IN, line) :].rstrip(" .;,")
    line, short = _split_short_name(line)
    kind, number, at = _read_head(line)
    symbol = number.value if number else None
    name: str | None = None
    if kind in STATUTES:
        name, symbol, at = _parse_statute(line, kind or "", at)
    tail = read_tail(line, at, len(line), agencies)
    subject = name or tail.trich_yeu
    if subject is None:
        subject = line[tail.end :].strip(" ,.;:")
    return Citation(
        loai=kind,
        so_ky_hieu=symbol,
        ngay=tail.ngay,
        co_quan=tail.co_quan,
        trich_yeu=_subject(subject),
        ten_ngan=short,
        nguyen_van=text,
    )


def _end(pattern: re.Pattern[str], line: str) -> int:
    found = pattern.match(line)
    return found.end() if found else 0


def _of_subject(subject: str, after_agency: bool) -> str:
    """The subject as it follows an agency: "về …" unless it opens with a word of its own."""
    small = lower_first(subject)
    if re.match(rf"(?:{'|'.join(OPENERS)})(?!\w)", small):
        return small
    return f"về {subject}" if after_agency else subject


def format_citation(c: Citation, first: bool, *, as_basis: bool = False) -> str:
    """The citation as the decree asks for, without a final mark.

    The first time all parts, later the kind and the number only; a statute always by kind and name
    (Phụ lục I, Phần I, Mục II.6.b). With `as_basis` a statute has its day too, since a căn cứ leaves out
    only its number and agency (Mục II.6.a). What has neither kind nor number is given in its own words.
    """
    subject = squeeze(c.trich_yeu or "").strip(" .;,")
    if not c.loai and not c.so_ky_hieu:
        return squeeze(c.nguyen_van).rstrip(" .;,") or subject
    if c.loai in STATUTES and subject:
        day = f" {official_date(c.ngay)}" if as_basis and c.ngay else ""
        return f"{c.loai} {subject}{day}"
    head = " ".join(part for part in (c.loai, f"số {c.so_ky_hieu}" if c.so_ky_hieu else None) if part)
    if not first and (c.so_ky_hieu or c.ten_ngan):
        return head if c.so_ky_hieu else str(c.ten_ngan)
    parts = [head, official_date(c.ngay) if c.ngay else "", f"của {c.co_quan}" if c.co_quan else ""]
    if subject:
        plain = not (c.so_ky_hieu or c.ngay or c.co_quan)
        parts.append(subject if plain else _of_subject(subject, after_agency=True))
    return " ".join(part for part in parts if part)
