"""Measured targets against the plan: what was asked for, what was reached before and now.

A target counts as reached when the figure is at least that of the plan; where the plan gives no number,
only what was reached is told.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from vanban.compose.bao_cao_tables import NOTHING
from vanban.compose.figures import Figures
from vanban.compose.printed import counted, marked
from vanban.compose.tally import Case
from vanban.model.progress import TargetResult
from vanban.model.report import Figure, TargetRow
from vanban.viet.numbers import decimal_text, percent_of
from vanban.viet.text import squeeze, upper_first


@dataclass(frozen=True, slots=True)
class _Measured:
    case: Case
    muc: TargetResult
    truoc: float | None

    @property
    def reached(self) -> bool | None:
        """None where the plan gives no number."""
        return None if self.muc.ke_hoach is None else self.muc.dat >= self.muc.ke_hoach

    def figure(self) -> Figure:
        return Figure(gia_tri=1, nhiem_vu=[self.case.so])


def target_rows(now: Figures, before: Figures | None) -> list[TargetRow]:
    """A row for each measured target, in the order of the plan."""
    return [_row(one) for one in _measured(now, before)]


def target_sentence(now: Figures) -> str:
    """How many targets were measured, and which fall short; "" where none was."""
    every = list(_measured(now, None))
    if not every:
        return ""
    short = [one for one in every if one.reached is False]
    numbered = [one for one in every if one.reached is not None]
    text = f"Có {_count(every)} chỉ tiêu được đo"
    if not numbered:
        return f"{text}; Kế hoạch không ghi số để đối chiếu."
    if not short:
        whole = "đều đạt" if len(numbered) > 1 else "đạt"
        rest = "" if len(numbered) == len(every) else f", {_count(numbered)} chỉ tiêu có số của Kế hoạch"
        return f"{text}{rest}, {whole} hoặc vượt Kế hoạch."
    met = [one for one in numbered if one.reached]
    parts = [f"{_count(met)} chỉ tiêu đạt hoặc vượt Kế hoạch"] if met else []
    told = "; ".join(_shortfall(one) for one in short)
    return f"{text}: {', '.join([*parts, f'{_count(short)} chỉ tiêu chưa đạt'])} ({told})."


def _shortfall(one: _Measured) -> str:
    unit = f" {one.muc.don_vi}" if one.muc.don_vi else ""
    plan = one.muc.ke_hoach or 0.0
    return (
        f"nhiệm vụ {one.case.so}: {marked(decimal_text(one.muc.dat), one.figure())}"
        f"/{marked(decimal_text(plan), one.figure())}{unit}"
    )


def _count(some: list[_Measured]) -> str:
    figure = Figure(gia_tri=len(some), nhiem_vu=[one.case.so for one in some])
    return counted(figure, "").rstrip()


def _measured(now: Figures, before: Figures | None) -> Iterator[_Measured]:
    old = {case.so: case for case in before.cases} if before else {}
    for case in now.cases:
        for target in case.ban_ghi.chi_tieu_dat if case.ban_ghi else []:
            earlier = old.get(case.so)
            said = earlier.ban_ghi.chi_tieu_dat if earlier and earlier.ban_ghi else []
            yield _Measured(case, target, next((one.dat for one in said if _key(one) == _key(target)), None))


def _key(target: TargetResult) -> str:
    return squeeze(target.ten).casefold()


def _row(one: _Measured) -> TargetRow:
    def cell(value: float | None) -> str:
        return NOTHING if value is None else marked(decimal_text(value), one.figure())

    plan, done = one.muc.ke_hoach, one.muc.dat
    known = plan is not None and plan > 0 and done >= 0
    return TargetRow(
        so=one.case.so,
        ten=upper_first(one.muc.ten),
        don_vi=one.muc.don_vi or NOTHING,
        ke_hoach=cell(plan),
        truoc=cell(one.truoc),
        dat=cell(done),
        ty_le=marked(percent_of(done, plan), one.figure()) if plan and known else NOTHING,
    )
