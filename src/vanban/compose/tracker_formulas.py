"""The rules of `compose/standing.py` as formulas of a workbook: the same words, in the same order."""

from collections.abc import Mapping
from typing import Final

from vanban.compose.standing import Standing
from vanban.model.progress import TaskState
from vanban.model.progress_form import STATES
from vanban.viet.text import upper_first

UNCLEAR_MARK: Final = "chưa rõ"
"""In the hidden column of a task whose deadline says two things, or nothing."""


def label_of(standing: Standing) -> str:
    """The standing as the tracker words it."""
    return upper_first(standing.label)


def days_left(letters: Mapping[str, str], row: int, closing: str) -> str:
    """Days until the deadline, below 0 when over; of a finished task only the days that it was late.

    `letters` gives the column of each key, `row` counts from 1, `closing` is the cell of the closing day.
    """
    state, due, done = (f"{letters[key]}{row}" for key in ("trang_thai", "han", "ngay"))
    late = f'IF(OR({due}="",{done}="",{done}<={due}),"",{due}-{done})'
    open_ = f'IF(OR({state}="{STATES[TaskState.HUY]}",{due}=""),"",{due}-{closing})'
    return f"IF({_done(state, done, closing)},{late},{open_})"


def standing(letters: Mapping[str, str], row: int, closing: str) -> str:
    """How the task of a row stands at the end of the closing day (`classify`)."""
    state, due, done, known = (f"{letters[key]}{row}" for key in ("trang_thai", "han", "ngay", "loai_han"))
    over, unclear = f'AND({due}<>"",{due}<{closing})', f'{known}="{UNCLEAR_MARK}"'

    def is_(*states: TaskState) -> str:
        return f"OR({','.join(_is(state, one) for one in states)})"

    def say(what: Standing) -> str:
        return f'"{label_of(what)}"'

    finished = (
        f'IF(OR({unclear},{done}=""),{say(Standing.HOAN_THANH_CHUA_RO_HAN)},'
        f'IF(AND({due}<>"",{done}>{due}),{say(Standing.HOAN_THANH_TRE_HAN)},'
        f"{say(Standing.HOAN_THANH_DUNG_HAN)}))"
    )
    paused = f"IF({over},{say(Standing.TAM_DUNG_QUA_HAN)},{say(Standing.TAM_DUNG)})"

    def open_(*of: Standing) -> str:
        in_time, late, open_end = map(say, of)
        return f"IF({unclear},{open_end},IF({over},{late},{in_time}))"

    waiting = open_(Standing.CHUA_TRONG_HAN, Standing.CHUA_QUA_HAN, Standing.CHUA_CHUA_XAC_DINH_HAN)
    going = open_(Standing.DANG_TRONG_HAN, Standing.DANG_QUA_HAN, Standing.DANG_CHUA_XAC_DINH_HAN)
    idle = f'OR({state}="",{_is(state, TaskState.CHUA_THUC_HIEN)})'
    return (
        f"IF({is_(TaskState.HUY)},{say(Standing.HUY)},IF({_done(state, done, closing)},{finished},"
        f"IF({is_(TaskState.TAM_DUNG)},{paused},IF({idle},{waiting},{going}))))"
    )


def _is(cell: str, state: TaskState) -> str:
    return f'{cell}="{STATES[state]}"'


def _done(state: str, day: str, closing: str) -> str:
    """Finished by the closing day: what ends later is still under way."""
    return f'AND({_is(state, TaskState.HOAN_THANH)},OR({day}="",{day}<={closing}))'
