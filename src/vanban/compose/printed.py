"""Figures as a report prints them, each with the tasks behind it.

A mark that nobody can type follows every printed number and names its tasks; `compose.tracing` takes the
marks out when the document is whole. So no number gets into a report without telling where it is from.
"""

import re
from typing import Final

from vanban.compose.tally import Case
from vanban.model.report import Figure
from vanban.viet.numbers import padded, percent

OPEN, CLOSE = "\ufdde", "\ufddf"
"""Noncharacters of Unicode, which readers drop."""
WHOLE: Final = "|"
"""Stands before the tasks that a share is of."""
SOURCE: Final = re.compile(f"{OPEN}([^{CLOSE}]*){CLOSE}")


def marked(text: str, figure: Figure, whole: Figure | None = None) -> str:
    """The printed number with its tasks, and those that it is a share of."""
    of = "" if whole is None else f"{WHOLE}{','.join(whole.nhiem_vu)}"
    return f"{text}{OPEN}{','.join(figure.nhiem_vu)}{of}{CLOSE}"


def unmarked_numbers(text: str) -> str:
    """The text as it is printed."""
    return SOURCE.sub("", text)


def two_digits(figure: Figure) -> str:
    """In running text: "06"."""
    return marked(padded(figure.gia_tri), figure)


def digits(figure: Figure) -> str:
    """In a table: "6"."""
    return marked(str(figure.gia_tri), figure)


def counted(figure: Figure, words: str = "nhiệm vụ") -> str:
    """ "06 nhiệm vụ"."""
    return f"{two_digits(figure)} {words}"


def listed(figure: Figure) -> str:
    """ "nhiệm vụ 2.3, 2.4"."""
    return f"nhiệm vụ {', '.join(figure.nhiem_vu)}"


def share(part: Figure, whole: Figure) -> str:
    """ "66,7%"."""
    return marked(percent(part.gia_tri, whole.gia_tri), part, whole)


def percentage(case: Case) -> str:
    """ "60%": what was reported of a task; "" where nothing was."""
    done = case.phan_tram
    return "" if done is None else marked(f"{done}%", of_case(case, done))


def of_case(case: Case, value: int) -> Figure:
    """A number that one task has: days, a percentage."""
    return Figure(gia_tri=value, nhiem_vu=[case.so])
