"""The first sections of a plan: purpose, requirements, goals, apart or under one heading."""

import re
from collections.abc import Sequence

from vanban.model.plan import Plan, Section
from vanban.read.lines.markers import Marker, marker_of
from vanban.read.lines.paragraphs import Passage
from vanban.read.words.wording import strip_bullet, trim_end
from vanban.viet.text import squeeze, tone_key

KEYS = ("muc_dich", "yeu_cau", "muc_tieu")
_HEADS = tuple(
    (key, re.compile(rf"(?:{tone_key(names)})(?:\s+{tone_key('chung|cụ thể|của kế hoạch')})?"))
    for key, names in (
        ("muc_dich", "mục đích|ý nghĩa|mục đích, ý nghĩa"),
        ("yeu_cau", "yêu cầu"),
        ("muc_tieu", "mục tiêu|quan điểm|chỉ tiêu"),
    )
)
_FINAL = re.compile(r"\s*\./\.\s*$")


def read_aims(passages: Sequence[Passage], section: Section, plan: Plan) -> None:
    """Put the paragraphs into `muc_dich`, `yeu_cau` or `muc_tieu`, as headings inside the section say.

    A heading that changes the key goes to `plan.muc`; another ("1. Mục tiêu tổng quát") stays a paragraph.
    """
    key = section.khoa
    for passage in passages:
        mark = marker_of(passage.line)
        found, rest = _heading(mark)
        name = trim_end(mark.rest[: len(mark.rest) - len(rest)])
        if found and (found != key or _is_bare(name)):
            key = found
            plan.muc.append(Section(khoa=key, so_in=mark.number, ten=name, dong=passage.number))
            if rest.strip():
                _texts(plan, key).append(_clean(rest))
            continue
        _texts(plan, key).append(_clean(strip_bullet(passage.raw)))


def _texts(plan: Plan, key: str) -> list[str]:
    return {"muc_dich": plan.muc_dich, "yeu_cau": plan.yeu_cau}.get(key, plan.muc_tieu)


def _clean(text: str) -> str:
    return squeeze(_FINAL.sub(".", text))


def _heading(mark: Marker) -> tuple[str | None, str]:
    """The key that a line names as a heading ("1. Mục đích", "a) Yêu cầu: …"), and the words behind it."""
    colon = mark.rest.find(":")
    words = mark.rest[:colon] if colon >= 0 else mark.rest
    name = tone_key(trim_end(words))
    found = next((key for key, pattern in _HEADS if pattern.fullmatch(name)), None)
    return found, mark.rest[colon + 1 :].lstrip() if colon >= 0 else ""


def _is_bare(name: str) -> bool:
    """Whether a heading only repeats the key ("Mục tiêu"), so that it need not stay a paragraph."""
    return tone_key(name) in map(tone_key, ("mục đích", "yêu cầu", "mục tiêu", "mục đích, ý nghĩa"))
