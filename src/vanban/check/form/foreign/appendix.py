"""Appendices of a paper that others made: heading, title, and the line that ties them to their paper."""

import re
from collections.abc import Sequence
from typing import Final

from vanban.check.form.foreign.head import Found
from vanban.check.form.foreign.lines import Line

_HEADING = re.compile(r"phụ lục(?:\s+(?:số\s*)?(?P<n>[IVXLC]+|\d+|[A-Z]))?\s*[:.]?", re.IGNORECASE)
_TIED = re.compile(r"\(\s*(?:được\s+)?(?:(?:ban hành|đính|gửi)\s+)?kèm\b", re.IGNORECASE)
_LONGEST_TITLE: Final = 250
_FEW_LINES: Final = 8
_RUNNING: Final = 100
"""A justified paragraph of an appendix longer than this is running text."""


def is_heading(line: Line) -> bool:
    """Whether the line is "Phụ lục", "Phụ lục I", "PHỤ LỤC 2:" standing by itself, outside tables."""
    return (
        line.text[:1] in ("P", "p")
        and line.key.startswith("phu luc")
        and line.paragraph.cell is None
        and len(line.text) < 30
        and _HEADING.fullmatch(line.text) is not None
        and (line.centered or line.bold)
    )


def read_appendices(lines: Sequence[Line]) -> Found:
    """The components of all appendices among the lines."""
    found: Found = {}
    for position, line in enumerate(lines):
        if is_heading(line):
            found.setdefault("phu_luc", []).append(line)
            _front(lines[position + 1 :], found)
    if found:
        first = found["phu_luc"][0].index
        taken = {line.index for each in found.values() for line in each}
        rest = (line for line in lines if line.index > first and line.index not in taken)
        running = [line for line in rest if _is_running(line)]
        if running:
            found["noi_dung_phu_luc"] = running
    return found


def _front(lines: Sequence[Line], found: Found) -> None:
    """The title in capitals, and "(Kèm theo …)", among the next few lines."""
    seen = 0
    for line in lines:
        if not line.has_words:
            continue
        seen += 1
        if seen > _FEW_LINES or is_heading(line) or line.table is not None:
            break
        if _TIED.match(line.text):
            found.setdefault("kem_theo", []).append(line)
            break
        if line.upper and len(line.text) < _LONGEST_TITLE and (line.centered or line.bold):
            found.setdefault("ten_phu_luc", []).append(line)
        elif not line.centered:
            break


def _is_running(line: Line) -> bool:
    return (
        line.paragraph.cell is None
        and line.has_words
        and line.paragraph.align in ("both", "left")
        and len(line.text) >= _RUNNING
        and not line.upper
        and "\t" not in line.paragraph.text.strip()
    )
