"""Two states of one plan side by side: what changed from the period before to this one.

Both are counted by the same rules from the plan as it is now, each on its own day; a task that fell
overdue in between changed too, though nobody reported a word.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from vanban.compose.figures import Figures, figures
from vanban.compose.standing import DONE, OVERDUE, Standing
from vanban.compose.tally import Case
from vanban.model.errors import SourceError
from vanban.model.plan import Plan, numbered
from vanban.model.progress import Difficulty, ProducedPaper, Progress, Proposal
from vanban.model.report import Figure
from vanban.viet.dates import short_date


@dataclass(frozen=True, slots=True)
class Change:
    """One task, before and now."""

    truoc: Case
    nay: Case

    @property
    def happened(self) -> bool:
        """Whether anything that a report tells of changed: standing, percentage, words, papers."""
        old, new = self.truoc, self.nay
        return (
            old.tinh_trang is not new.tinh_trang
            or old.phan_tram != new.phan_tram
            or self.new_result != ""
            or bool(self.new_papers or self.new_difficulties or self.new_proposals)
            or old.dieu_chinh != new.dieu_chinh
        )

    @property
    def new_result(self) -> str:
        """The words on the result that were not said before; "" where there are none."""
        old, new = (case.ban_ghi.ket_qua if case.ban_ghi else None for case in (self.truoc, self.nay))
        return new if new and new != old else ""

    @property
    def new_papers(self) -> list[ProducedPaper]:
        """Papers that were not named before."""
        old, new = (case.ban_ghi.san_pham_dat if case.ban_ghi else [] for case in (self.truoc, self.nay))
        return [paper for paper in new if paper not in old]

    @property
    def new_difficulties(self) -> list[Difficulty]:
        """Difficulties that were not told before."""
        old, new = (case.ban_ghi.kho_khan if case.ban_ghi else [] for case in (self.truoc, self.nay))
        return [item for item in new if item not in old]

    @property
    def new_proposals(self) -> list[Proposal]:
        """Proposals that were not made before."""
        old, new = (case.ban_ghi.kien_nghi if case.ban_ghi else [] for case in (self.truoc, self.nay))
        return [item for item in new if item not in old]


@dataclass(frozen=True, slots=True)
class Comparison:
    """All changes between two days, in the order of the plan."""

    truoc: Figures
    nay: Figures
    changes: tuple[Change, ...]

    def where(self, wanted: Callable[[Change], bool]) -> Figure:
        """The tasks of which something is true."""
        numbers = [change.nay.so for change in self.changes if wanted(change)]
        return Figure(gia_tri=len(numbers), nhiem_vu=numbers)

    @property
    def moi_xong(self) -> Figure:
        """Finished in the period."""
        return self.where(lambda c: c.nay.tinh_trang in DONE and c.truoc.tinh_trang not in DONE)

    @property
    def moi_qua_han(self) -> Figure:
        """Overdue now and not before."""
        return self.where(lambda c: c.nay.tinh_trang in OVERDUE and c.truoc.tinh_trang not in OVERDUE)

    @property
    def qua_han_da_xong(self) -> Figure:
        """Overdue before, finished now."""
        return self.where(lambda c: c.truoc.tinh_trang in OVERDUE and c.nay.tinh_trang in DONE)

    @property
    def mo_lai(self) -> Figure:
        """Said to be finished before, and not now: a correction that a person must know of."""
        return self.where(lambda c: c.truoc.tinh_trang in DONE and c.nay.tinh_trang not in DONE)

    @property
    def tang(self) -> Figure:
        """Further on than before, and not finished."""
        return self.where(lambda c: _percent(c.nay) > _percent(c.truoc) and c.nay.tinh_trang not in DONE)

    @property
    def giam(self) -> Figure:
        """Said to be less far than before, and not finished then."""
        return self.where(lambda c: _percent(c.nay) < _percent(c.truoc) and c.truoc.tinh_trang not in DONE)

    @property
    def dung_yen(self) -> Figure:
        """Open, and nothing happened."""
        still = (*DONE, Standing.HUY)
        return self.where(lambda c: not c.happened and c.nay.tinh_trang not in still)


def compare(plan: Plan, now: Figures, before: Progress, day: date | None = None) -> Comparison:
    """What changed since `before`, as it stood at the end of `day` (its own last day if not given).

    Tasks that the plan no longer has are left out. Raises SourceError where that day is not before the
    day of `now`.
    """
    day = day or before.ngay_chot
    if day >= now.as_of:
        raise SourceError(
            f"số liệu kỳ trước chốt ngày {short_date(day)}, không trước ngày chốt kỳ này "
            f"({short_date(now.as_of)})",
            where="--before",
            next_step="chọn số liệu của kỳ trước, hoặc --as-of sau ngày ấy",
        )
    known = {item.nhiem_vu.id for item in numbered(plan)}
    kept = [record for record in before.tien_do if record.nhiem_vu in known]
    old = figures(plan, before.model_copy(update={"tien_do": kept}), day)
    pairs = zip(old.cases, now.cases, strict=True)
    return Comparison(truoc=old, nay=now, changes=tuple(Change(*pair) for pair in pairs))


def _percent(case: Case) -> int:
    return case.phan_tram or 0
