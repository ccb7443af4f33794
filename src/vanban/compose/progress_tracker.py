"""Figures → the coordinator's tracker: every task, and summaries that formulas count from it.

Whoever changes a state, a day or the closing day in the sheet of tasks sees the summaries follow. As it is
written, every sum is the one that `compose/figures.py` counts. It is for looking, not for importing.
"""

from collections.abc import Sequence

from vanban.compose.count_columns import COLUMNS
from vanban.compose.figures import Figures, agency_key
from vanban.compose.phrases import agency_name
from vanban.compose.progress_looks import tracker_tones
from vanban.compose.standing import DONE, NOT_STARTED, OVERDUE, UNDER_WAY, Standing, is_known, last_day
from vanban.compose.tally import Case
from vanban.compose.tracker_formulas import UNCLEAR_MARK, days_left, label_of, standing
from vanban.model.agency import AgencyBook
from vanban.model.assignment import Assignment
from vanban.model.progress_form import STATES
from vanban.model.workbook import Column, Formula, Look, NewCell, NewSheet
from vanban.viet.dates import short_date
from vanban.viet.numbers import padded

TASKS, SUMMARY, GROUPS, AGENCIES, TURNS = "Theo dõi", "Tổng hợp", "Theo nhóm", "Theo cơ quan", "_luot"
COLUMNS_OF_TASKS = (
    ("stt", Column("STT", 6, Look.NUMBER)),
    ("nhom", Column("Nhóm", 8, Look.CODE)),
    ("so", Column("Số", 8, Look.CODE)),
    ("ten", Column("Nhiệm vụ", 44)),
    ("chu_tri", Column("Chủ trì", 26)),
    ("phoi_hop", Column("Phối hợp", 26)),
    ("han", Column("Hạn", 13, Look.DATE)),
    ("nguyen_van", Column("Nguyên văn hạn", 18)),
    ("san_pham", Column("Sản phẩm", 30)),
    ("loai_vb", Column("Loại văn bản", 14)),
    ("so_vb", Column("Số, ngày văn bản", 24)),
    ("trang_thai", Column("Trạng thái", 17, Look.CODE, tuple(STATES.values()), only_choices=True)),
    ("phan_tram", Column("%", 7, Look.NUMBER)),
    ("ngay", Column("Ngày hoàn thành", 13, Look.DATE)),
    ("con_qua", Column("Còn/quá (ngày)", 14, Look.DAYS)),
    ("tinh_trang", Column("Tình trạng", 22)),
    ("ket_qua", Column("Kết quả", 40)),
    ("kho_khan", Column("Khó khăn", 36)),
    ("kien_nghi", Column("Kiến nghị", 36)),
    ("han_moi", Column("Hạn điều chỉnh", 24)),
    ("luc", Column("Cập nhật lúc", 17, Look.MOMENT)),
    ("nguoi", Column("Người cập nhật", 18)),
    ("loai_han", Column("Loại hạn", hidden=True)),
)
_LETTER = {key: chr(ord("A") + number) for number, (key, _) in enumerate(COLUMNS_OF_TASKS)}
_FIRST = 4
"""The first row of the table of tasks, below the title, the closing day and the headings."""
CLOSING = f"'{TASKS}'!$D$2"


def compose_tracker(found: Figures, book: AgencyBook) -> list[NewSheet]:
    """The sheets of the tracker, the tasks first."""
    maker = _Maker(found, book)
    return [maker.tasks(), maker.summary(), maker.groups(), maker.agencies(), maker.turns()]


class _Maker:
    """Knows the rows of the sheet of tasks, which all formulas speak of."""

    def __init__(self, found: Figures, book: AgencyBook) -> None:
        self._found, self._book = found, book
        self._last = _FIRST + max(len(found.cases), 1) - 1
        self._turns = self._all_turns()

    def tasks(self) -> NewSheet:
        above: tuple[str | tuple[NewCell, ...], ...] = (
            "BIỂU THEO DÕI TIẾN ĐỘ (đổi ngày chốt, trạng thái: các bảng tổng hợp tự tính lại)",
            ("Ngày chốt số liệu:", None, None, self._found.as_of),
        )
        rows = [self._task(i, case) for i, case in enumerate(self._found.cases)]
        columns = tuple(column for _, column in COLUMNS_OF_TASKS)
        return NewSheet(
            TASKS, columns, rows, above, frozen_columns=4, tones=tracker_tones(_FIRST, _LETTER, "$D$2")
        )

    def _task(self, i: int, case: Case) -> tuple[NewCell, ...]:
        task, state = case.nhiem_vu, case.ban_ghi
        papers = state.san_pham_dat if state else []
        told: dict[str, NewCell] = {
            "stt": i + 1,
            "nhom": str(case.nhom),
            "so": case.so,
            "ten": task.display_name,
            "chu_tri": self._names(task.chu_tri),
            "phoi_hop": self._names(task.phoi_hop),
            "han": last_day(task.thoi_han),
            "nguyen_van": task.thoi_han.nguyen_van,
            "san_pham": "\n".join(product.ten for product in task.san_pham),
            "loai_vb": "\n".join(paper.loai for paper in papers),
            "so_vb": "\n".join(
                f"{one.so_ky_hieu or ''} {f'ngày {short_date(one.ngay)}' if one.ngay else ''}".strip()
                for one in papers
            ),
            "con_qua": Formula(days_left(_LETTER, _FIRST + i, "$D$2")),
            "tinh_trang": Formula(standing(_LETTER, _FIRST + i, "$D$2")),
            "loai_han": "" if is_known(task.thoi_han) else UNCLEAR_MARK,
        }
        if state:
            later, stamp = state.han_dieu_chinh, state.cap_nhat
            told |= {
                "trang_thai": STATES[state.trang_thai],
                "phan_tram": state.phan_tram,
                "ngay": state.ngay_hoan_thanh,
                "ket_qua": state.ket_qua,
                "kho_khan": "\n".join(f"{one.nhan}: {one.mo_ta}" for one in state.kho_khan),
                "kien_nghi": "\n".join(
                    f"{self._name(one.co_quan_giai_quyet)}: {one.noi_dung}" for one in state.kien_nghi
                ),
                "han_moi": f"{short_date(later.ngay)} ({later.van_ban})" if later else None,
                "luc": stamp.luc.replace(tzinfo=None, microsecond=0) if stamp else None,
                "nguoi": stamp.nguoi if stamp else None,
            }
        return tuple(told.get(key) for key, _ in COLUMNS_OF_TASKS)

    def _names(self, assignments: Sequence[Assignment]) -> str:
        return "; ".join(agency_name(one, self._book) for one in assignments)

    def _name(self, agency_id: str) -> str:
        agency = self._book.find(agency_id)
        return agency.ten if agency else agency_id

    def _column(self, key: str, sheet: str = TASKS) -> str:
        return f"'{sheet}'!${_LETTER[key]}${_FIRST}:${_LETTER[key]}${self._last}"

    def _count(self, *standings: Standing, due: bool = False) -> str:
        """How many tasks stand so; `due` counts only those whose last day has passed."""
        also = f'{self._column("han")},"<"&{CLOSING},' if due else ""
        return "+".join(f'COUNTIFS({also}{self._column("tinh_trang")},"{label_of(s)}")' for s in standings)

    def summary(self) -> NewSheet:
        """The rows of table 1 of the report; each share beside its count."""
        every = tuple(Standing)
        due = tuple(s for s in every if s is not Standing.HUY)
        lines: list[tuple[str, str, int]] = [
            ("Tổng số nhiệm vụ", self._count(*every), 0),
            ("Hoàn thành", self._count(*DONE), 0),
            *self._parts(1, DONE),
            ("Đang thực hiện", self._count(*UNDER_WAY), 0),
            *self._parts(5, UNDER_WAY),
            ("Chưa thực hiện", self._count(*NOT_STARTED), 0),
            *self._parts(9, NOT_STARTED),
            (label_of(Standing.TAM_DUNG), self._count(Standing.TAM_DUNG), 0),
            (label_of(Standing.TAM_DUNG_QUA_HAN), self._count(Standing.TAM_DUNG_QUA_HAN), 0),
            (label_of(Standing.HUY), self._count(Standing.HUY), 0),
            ("Đến hạn (hạn trước ngày chốt)", self._count(*due, due=True), 0),
            ("– đến hạn, đã hoàn thành", self._count(*DONE, due=True), 16),
            ("– quá hạn", self._count(*OVERDUE), 16),
        ]
        rows: list[tuple[NewCell, ...]] = [
            (
                name,
                Formula(count),
                Formula(f'IF(B{of + 2}=0,"",B{i + 2}/B{of + 2})') if of is not None else None,
            )
            for i, (name, count, of) in enumerate(lines)
        ]
        columns = (Column("Chỉ tiêu", 48), Column("Số", 10, Look.NUMBER), Column("Tỷ lệ", 12, Look.SHARE))
        strong = frozenset(i for i, (name, _, _) in enumerate(lines) if not name.startswith("–"))
        return NewSheet(SUMMARY, columns, rows, strong_rows=strong)

    def _parts(self, of: int, standings: Sequence[Standing]) -> list[tuple[str, str, int]]:
        return [(f"– {standing.label}", self._count(standing), of) for standing in standings]

    def groups(self) -> NewSheet:
        rows = [
            (
                group.so,
                group.ten,
                *self._counts(f"{self._column('nhom')},$A{i + 2}", self._column("tinh_trang")),
            )
            for i, group in enumerate(self._found.by_group)
        ]
        columns = (Column("Nhóm", 8, Look.CODE), Column("Tên nhóm", 50), *_count_columns("Tổng"))
        sums = _sums("Cộng", len(rows), len(columns) - 2)
        return NewSheet(GROUPS, columns, [*rows, sums], strong_rows=frozenset({len(rows)}))

    def _counts(self, where: str, stands: str) -> list[NewCell]:
        """The total, each column of the reports, and what is overdue, where `where` holds."""
        parts = [column.tinh_trang for column in COLUMNS]
        return [
            Formula(f"COUNTIFS({where})"),
            *(
                Formula("+".join(f'COUNTIFS({where},{stands},"{label_of(s)}")' for s in part))
                for part in (*parts, OVERDUE)
            ),
        ]

    def _all_turns(self) -> list[tuple[NewCell, ...]]:
        """Each task once for each agency that leads it or helps: code, part, number, standing."""
        codes = {agency_key(row.co_quan): f"C{i:03d}" for i, row in enumerate(self._found.by_agency, start=1)}
        return [
            (codes[key], part, case.so, Formula(f"'{TASKS}'!{_LETTER['tinh_trang']}{_FIRST + i}"))
            for i, case in enumerate(self._found.cases)
            for part, shares in (("chủ trì", case.nhiem_vu.chu_tri), ("phối hợp", case.nhiem_vu.phoi_hop))
            for key in dict.fromkeys(agency_key(one) for one in shares)
            if key in codes
        ]

    def turns(self) -> NewSheet:
        columns = (
            Column("Mã cơ quan", 10, Look.CODE),
            Column("Vai", 12, Look.CODE),
            Column("Số", 8, Look.CODE),
            Column("Tình trạng", 24),
        )
        return NewSheet(TURNS, columns, self._turns, hidden=True)

    def agencies(self) -> NewSheet:
        last = max(len(self._turns), 1) + 1
        code, part, stands = (f"'{TURNS}'!${letter}$2:${letter}${last}" for letter in "ABD")
        rows = []
        for i, row in enumerate(self._found.by_agency):
            lead = f'{code},$A{_FIRST - 1 + i},{part},"chủ trì"'
            helps = Formula(f'COUNTIFS({code},$A{_FIRST - 1 + i},{part},"phối hợp")')
            name = agency_name(row.co_quan, self._book)
            rows.append((f"C{i + 1:03d}", name, *self._counts(lead, stands), helps))
        columns = (
            Column("Mã", 8, Look.CODE),
            Column("Cơ quan chủ trì", 50),
            *_count_columns("Lượt"),
            Column("Lượt phối hợp", 12, Look.NUMBER),
        )
        sums = _sums("Cộng lượt", len(rows), len(columns) - 2, first=_FIRST - 1)
        return NewSheet(AGENCIES, columns, [*rows, sums], (self._note(),), strong_rows=frozenset({len(rows)}))

    def _note(self) -> str:
        several = self._found.nhieu_chu_tri
        if not several.gia_tri:
            return "Số nhiệm vụ theo cơ quan chủ trì"
        return (
            f"Nhiệm vụ có nhiều cơ quan chủ trì ({', '.join(several.nhiem_vu)}) được tính đủ cho mỗi cơ quan:"
            f" {padded(self._found.luot.gia_tri)} lượt cho {padded(self._found.tong.gia_tri)} nhiệm vụ"
        )


def _count_columns(first: str) -> tuple[Column, ...]:
    names = (first, *(column.ten for column in COLUMNS), "Trong đó quá hạn")
    return tuple(Column(name, 13, Look.NUMBER) for name in names)


def _sums(title: str, rows: int, columns: int, first: int = 2) -> tuple[NewCell, ...]:
    """The row of sums below a table of counts."""
    last = first + rows - 1
    letters = [chr(ord("C") + number) for number in range(columns)]
    return ("", title, *(Formula(f"SUM({x}{first}:{x}{last})") if rows else 0 for x in letters))
