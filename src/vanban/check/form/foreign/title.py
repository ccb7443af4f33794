"""What stands between the letterhead and the text: kind, subject, addressees, grounds.

The kind is a line that names one of the 29 kinds; the subject are the lines in the middle right under it.
"""

import re
from dataclasses import dataclass, field
from typing import Final

from vanban.check.form.foreign.head import Found
from vanban.check.form.foreign.lines import Line, bare
from vanban.check.form.words import BLANK
from vanban.law.decree import Kind, Kinds

_ATTACHED = re.compile(r"\(\s*(?:được\s+)?(?:(?:ban hành|đính|gửi)\s+)?kèm\b", re.IGNORECASE)
_GROUND: Final = ("can cu ", "theo de nghi", "xet de nghi", "xet to trinh", "thuc hien ", "tren co so ")
_OPENING = re.compile(r"như sau|cụ thể|:\s*$", re.IGNORECASE)
_AUTHORITY: Final = (
    *("chu tich", "uy ban", "hoi dong", "giam doc", "bo truong", "thu tuong", "chanh", "truong", "tong"),
    *("cuc truong", "vien truong", "hieu truong", "ban ", "so ", "thong doc", "thanh tra", "ubnd", "pho"),
)
_ORDERS: Final = frozenset({"quyetdinh", "quyetnghi", "chithi", "nghiquyet"})
_DECIDING: Final = ("quyet_dinh", "nghi_quyet")
_STOPS: Final = ("kinh gui", "kinh moi", "kinh trinh", "can cu ", "thuc hien ", "dieu 1", "i. ", "1. ")
REACH: Final = 30
"""How many lines below the letterhead the name of the kind may stand."""
_LONGEST_TITLE: Final = 70
_FEW: Final = 4
"""A kind outside the 29 is looked for only among the first few lines below the letterhead."""
_LONGEST_SUBJECT: Final = 330


@dataclass
class Front:
    """The components between letterhead and text, the kind, and where the text begins."""

    body_start: int
    kind: Kind | None = None
    title: Line | None = None
    extra: str = ""
    """Words that stand behind the name of the kind in its line ("HỌP" of "GIẤY MỜI HỌP")."""
    found: Found = field(default_factory=dict)
    marks: dict[int, str] = field(default_factory=dict)
    """Lines (by index) that are known but have no row in the law."""
    open_grounds: bool = False
    """Whether the grounds go on into the opening sentence ("Căn cứ …, Sở … như sau:")."""
    numbered: bool = True
    """Whether the paper has a number of its own: then "(… kèm theo …)" speaks of another one."""
    subject_unsure: bool = False
    """Whether no subject was seen, but the next words might be one set in another way."""
    body_number: int = 0
    """Number of the paragraph with which the addressees, the grounds or the text begin."""


def read_front(lines: list[Line], start: int, end: int, kinds: Kinds, *, numbered: bool) -> Front:
    """Read the lines from the letterhead's end up to the text; `numbered` if the paper has its own number."""
    front = Front(body_start=start, numbered=numbered)
    at = _title(lines, start, end, kinds, front)
    at = _subject(lines, at, end, front)
    front.body_number = _first_words(lines, at, end)
    at = _addressees(lines, at, end, front)
    at = _telegraphed(lines, at, end, front)
    at = _grounds(lines, at, end, front)
    front.body_start = at
    return front


def _first_words(lines: list[Line], at: int, end: int) -> int:
    """The number of the next paragraph with words; one past the last where there is none."""
    found = next((line for line in lines[at:end] if line.says), None)
    return found.paragraph.number if found else (lines[end - 1].paragraph.number + 1 if end else 0)


def kind_of(line: Line, kinds: Kinds) -> tuple[Kind, str] | None:
    """The kind that a line names, and the words that follow its name there."""
    key = line.key.strip(" .:*-0123456789")
    for kind in kinds.kinds:
        name = bare(kind.ten)
        if key == name:
            return kind, ""
        if key.startswith(name + " ") and line.upper:
            return kind, line.text[len(kind.ten) :].strip()
    return None


def _title(lines: list[Line], start: int, end: int, kinds: Kinds, front: Front) -> int:
    """Find the line that names the kind; the index after it, or `start` where there is none."""
    fallback: Line | None = None
    words_seen = 0
    for line in lines[start : min(end, start + REACH)]:
        if not line.has_words:
            continue
        if _is_text(line) or (line.key.startswith(_STOPS) and not line.upper):
            break
        if len(line.text) > _LONGEST_TITLE and not line.upper:
            continue
        named = kind_of(line, kinds) if line.upper or (line.bold and line.centered) else None
        if named is not None:
            front.kind, front.extra, front.title = named[0], named[1], line
            front.found["ten_loai"] = [line]
            return line.index + 1
        words_seen += 1
        if fallback is None and words_seen <= _FEW and line.upper and line.bold and line.centered:
            fallback = line
    if fallback is None:
        return start
    front.title = fallback
    front.found["ten_loai"] = [fallback]
    return fallback.index + 1


def _is_text(line: Line) -> bool:
    """Whether the line is running text and so below everything that a front holds."""
    return line.paragraph.align == "both" and not line.bold and len(line.text) > 120


def _subject(lines: list[Line], at: int, end: int, front: Front) -> int:
    """The subject right under the kind, and what may stand under it in turn."""
    if front.title is None:
        return at
    subject: list[Line] = []
    blanks = 0
    while at < end:
        line = lines[at]
        if not line.says:
            blanks += 1
            if subject or blanks > 2:
                break
        elif _is_subject(line, subject, front):
            subject.append(line)
        else:
            break
        at += 1
    if subject:
        front.found["trich_yeu"] = subject
    elif at < end and lines[at].has_words:
        after = lines[at]
        blank = any(BLANK in line.text for line in lines[front.title.index + 1 : at])
        front.subject_unsure = blank or not (after.key.startswith(_STOPS) or _is_text(after))
    return _under_subject(lines, at, end, front)


def _is_subject(line: Line, subject: list[Line], front: Front) -> bool:
    if line.key.startswith("(") or len(line.text) > _LONGEST_SUBJECT:
        return False
    if line.key.startswith(_STOPS) and not (line.bold and line.paragraph.align == "center"):
        return False
    if line.table is not None and line.table >= 0 and front.title is not None and front.title.table is None:
        return False
    if line.upper and front.kind is not None and front.kind.ma in _DECIDING:
        return not line.key.startswith(_AUTHORITY)
    if line.text.endswith(":"):
        return False
    if line.centered:
        return line.bold or front.kind is None or "trich_yeu" in front.kind.bat_buoc
    return line.bold and not subject and not line.text.endswith((":", "./."))


def _under_subject(lines: list[Line], at: int, end: int, front: Front) -> int:
    """The bracketed note, the authority and the order ("QUYẾT ĐỊNH:") do not begin the text."""
    here = at
    while here < end and here < at + 12:
        line = lines[here]
        if not line.says:
            here += 1
            continue
        if _ATTACHED.match(line.text) and not front.numbered:
            front.found.setdefault("kem_theo", []).append(line)
        elif line.key.startswith("(") and line.centered and len(line.text) < _LONGEST_SUBJECT:
            front.marks[line.index] = "chu_thich_ten"
        elif line.upper and line.centered and len(line.text) < 120 and _names_authority(line, front):
            if line.key.endswith("dien:"):
                break  # "… ĐIỆN:" of a công điện, above its addressees
            front.marks[line.index] = "tham_quyen"
        else:
            break
        here += 1
        at = here
    return at


def _names_authority(line: Line, front: Front) -> bool:
    deciding = front.kind is not None and front.kind.ma in _DECIDING and line.letters not in _ORDERS
    return deciding or line.key.startswith(_AUTHORITY)


def _addressees(lines: list[Line], at: int, end: int, front: Front) -> int:
    """ "Kính gửi", on one line with the addressee, with a list below, or with a list in the next column.

    Grounds that stand above it are in the wrong place, but they are grounds.
    """
    above: list[Line] = []
    for line in lines[at : min(end, at + 12)]:
        if line.key.startswith("kinh gui"):
            front.found.update({"can_cu": above} if above else {})
            return _addressee_list(lines, line, end, front)
        if line.italic and line.key.startswith(_GROUND):
            above.append(line)
        if line.has_words and _is_text(line):
            break
    return at


def _addressee_list(lines: list[Line], label: Line, end: int, front: Front) -> int:
    front.found["kinh_gui"] = [label]
    listed: list[Line] = []
    here = label.index + 1
    blanks = 0
    while here < end:
        line = lines[here]
        if not line.has_words:
            blanks += 1
            if label.table is None and (listed or blanks > 1):
                break
        elif not _belongs(line, label, listed):
            break
        else:
            listed.append(line)
        here += 1
    if listed:
        front.found["kinh_gui_danh_sach"] = listed
    return here


def _belongs(line: Line, label: Line, listed: list[Line]) -> bool:
    """Whether a line goes on with the addressees: in the same table, or as an item of the list."""
    if label.table is not None:
        if line.table != label.table:
            return False
        return line.column > label.column or (line.row == label.row and _is_addressee(line, label, listed))
    return _is_addressee(line, label, listed)


def _telegraphed(lines: list[Line], at: int, end: int, front: Front) -> int:
    """The addressees of a công điện: "… điện:" and a list below (sample form 1.6)."""
    if front.kind is None or front.kind.ma != "cong_dien":
        return at
    label = next((line for line in lines[at : min(end, at + 4)] if line.says), None)
    if label is None or not label.key.endswith("dien:"):
        return at
    front.marks[label.index] = "noi_dien"
    here = label.index + 1
    while here < end and (not lines[here].says or lines[here].text.startswith(("-", "–"))):
        front.marks[lines[here].index] = "noi_dien"
        here += 1
    return here


def _is_addressee(line: Line, label: Line, listed: list[Line]) -> bool:
    if line.text.startswith(("-", "–")):
        return len(line.text) < 250
    if line.key.startswith(_GROUND) or (listed and listed[-1].text.endswith(".")):
        return False  # the list is over
    first = label.text.rstrip().endswith(":") and not listed
    short = len(line.text) < 120 and line.text.endswith((";", "."))
    return (first or bool(listed)) and short and not _is_text(line)


def _grounds(lines: list[Line], at: int, end: int, front: Front) -> int:
    """The run of grounds; a sentence that only begins with "Căn cứ" is text."""
    run: list[Line] = []
    here = at
    while here < end:
        line = lines[here]
        if not line.says:
            here += 1
            continue
        if not line.key.lstrip("-–+ ").startswith(_GROUND) or line.paragraph.cell is not None:
            break
        if _OPENING.search(line.text[-60:]):
            front.open_grounds = line.key.startswith("can cu")
            break
        run.append(line)
        here += 1
    decides = front.kind is not None and front.kind.ma in _DECIDING
    listed = sum(line.text.endswith((";", ",")) for line in run)
    slanted = sum(line.italic for line in run)
    if run and (decides or slanted == len(run) or (listed and listed >= len(run) - 1 and len(run) > 1)):
        front.found.setdefault("can_cu", []).extend(run)
        return _order(lines, here, end, front)
    return _order(lines, at, end, front) if decides else at


def _order(lines: list[Line], at: int, end: int, front: Front) -> int:
    for line in lines[at : min(end, at + 3)]:
        if line.says:
            if line.letters in _ORDERS:
                front.marks[line.index] = "lenh"
                return line.index + 1
            break
    return at
