"""The table in which our own papers give the tasks of a plan again, by agency.

It holds nothing that the plan does not say before, so it is no second set of tasks. Where a person changed
it, it does say something: then it is kept as an appendix.
"""

import re
from collections.abc import Iterable, Sequence
from typing import Final

from vanban.model.plan import Group, Plan, Task
from vanban.read.words.blanks import without_blanks
from vanban.viet.text import squeeze, tone_key

_COLUMNS: Final = ("stt", "nhiệm vụ", "vai", "phối hợp cùng", "sản phẩm", "thời hạn", "thẩm quyền")
_TASK = re.compile(r"(\d+)\.(\d+)\.?\s+(.+)", re.DOTALL)
_ROLE = re.compile(r"\s*(?:chủ trì|phối hợp)\s*:?\s*", re.IGNORECASE)
_LABEL = re.compile(r"(?:cùng chủ trì|chủ trì|phối hợp)\s*:\s*", re.IGNORECASE)
_NOTHING = {"", "–", "-"}
REFERENCE = re.compile(
    r"[-\s]*nhiệm vụ của từng cơ quan được tổng hợp tại phụ lục(?: [IVXLC]+)? kèm theo\s*\.?\s*",
    re.IGNORECASE,
)
"""The sentence that points to the table."""


def gives_again(rows: Sequence[Sequence[str]]) -> bool:
    """Whether a table has the columns of that table."""
    return bool(rows) and tuple(squeeze(cell).casefold() for cell in rows[0]) == _COLUMNS


def says_nothing_new(rows: Sequence[Sequence[str]], plan: Plan) -> bool:
    """Whether each row of the table only says what its task says in the plan."""
    return all(_known(row, plan.nhom) for row in rows[1:])


def _known(row: Sequence[str], groups: Sequence[Group]) -> bool:
    if len(row) != len(_COLUMNS):
        return False
    _, name, role, *rest = row
    if not any(cell.strip() for cell in row[1:]):
        return True  # the name of an agency, across the table
    found = _TASK.fullmatch(squeeze(name))
    if found is None:
        return False
    try:
        task = groups[int(found[1]) - 1].nhiem_vu[int(found[2]) - 1]
    except IndexError:
        return False
    said = _key(" ".join(_words(task)))
    partners, products, deadline, authority = rest
    pieces = [
        found[3],
        deadline,
        *products.split(";"),
        *authority.split(";"),
        *_LABEL.sub(";", partners).split(";"),
    ]
    return all(_key(piece) in said for piece in [*pieces, _ROLE.sub("", role, count=1)])


def _words(task: Task) -> Iterable[str]:
    yield task.ten or ""
    yield from task.noi_dung
    for raw in task.truong:
        yield from raw.gia_tri


def _key(text: str) -> str:
    bare = squeeze(without_blanks(text)).strip(" .;:,")
    return "" if bare in _NOTHING else tone_key(bare)
