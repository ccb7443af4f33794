"""The columns of a table of counts, which are also the series of its chart: both show the same figures.

Each task stands in exactly one column, so a row sums up to the number of its tasks.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from vanban.compose.standing import OTHER, UNCLEAR, Standing
from vanban.compose.tally import Tally
from vanban.model.report import Figure, Tone


@dataclass(frozen=True, slots=True)
class CountColumn:
    """One column: the field of the table's row, its name, the standings that it counts, its tone."""

    truong: str
    ten: str
    tinh_trang: tuple[Standing, ...]
    to: Tone

    def of(self, tallies: Sequence[Tally]) -> Figure:
        """The tasks of these tallies that stand in this column; a task of two tallies counts twice."""
        return total([tally.count(*self.tinh_trang) for tally in tallies])


COLUMNS = (
    CountColumn("dung_han", "Hoàn thành đúng hạn", (Standing.HOAN_THANH_DUNG_HAN,), Tone.DAM),
    CountColumn("tre_han", "Hoàn thành trễ hạn", (Standing.HOAN_THANH_TRE_HAN,), Tone.VUA),
    CountColumn("dang_trong_han", "Đang thực hiện, trong hạn", (Standing.DANG_TRONG_HAN,), Tone.NHAT),
    CountColumn("dang_qua_han", "Đang thực hiện, quá hạn", (Standing.DANG_QUA_HAN,), Tone.DEN),
    CountColumn(
        "chua_thuc_hien", "Chưa thực hiện", (Standing.CHUA_TRONG_HAN, Standing.CHUA_QUA_HAN), Tone.TRANG
    ),
    CountColumn("chua_xac_dinh", "Chưa xác định thời hạn", UNCLEAR, Tone.CHAM),
    CountColumn("khac", "Khác", OTHER, Tone.KE),
)


def total(figures: Sequence[Figure]) -> Figure:
    """The sum, with the tasks of all, one that was counted twice twice."""
    return Figure(
        gia_tri=sum(figure.gia_tri for figure in figures),
        nhiem_vu=[number for figure in figures for number in figure.nhiem_vu],
    )
