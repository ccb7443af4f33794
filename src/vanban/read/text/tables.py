"""Tables of tasks in plain text: lines whose cells are apart by tabs or by "|"."""

import re
from collections.abc import Sequence

from vanban.read.lines.columns import find_header
from vanban.read.lines.source import SourceLine, SourceTable, table_line

_RULE = re.compile(r"^[\s|+:=-]+$")
_FEWEST_MARKS = 2


def gather_tables(lines: Sequence[SourceLine]) -> list[SourceLine]:
    """The lines, each run of rows that make a table of tasks as one line."""
    found: list[SourceLine] = []
    run: list[SourceLine] = []
    for line in [*lines, SourceLine(0, "")]:
        if _mark(line.raw) and (not run or _mark(line.raw) == _mark(run[0].raw)):
            run.append(line)
            continue
        found += _table(run)
        run = []
        if _mark(line.raw):
            run.append(line)
        elif line.number:
            found.append(line)
    return found


def _mark(raw: str) -> str:
    """The mark between the cells of a row, or "" if the line is no row."""
    if raw.count("|") >= _FEWEST_MARKS:
        return "|"
    return "\t" if raw.strip().count("\t") >= _FEWEST_MARKS or (raw.count("\t") >= 3 and raw.strip()) else ""


def _table(run: list[SourceLine]) -> list[SourceLine]:
    kept = [line for line in run if not _RULE.match(line.raw)]
    rows = [_cells(line.raw) for line in kept]
    if len(rows) < 2 or find_header(rows) is None:
        return run
    return [table_line(SourceTable(tuple(rows), tuple(line.number for line in kept)))]


def _cells(raw: str) -> tuple[str, ...]:
    mark = _mark(raw)
    text = raw.strip().strip("|") if mark == "|" else raw
    return tuple(cell.strip() for cell in text.split(mark))
