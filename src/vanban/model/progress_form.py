"""The workbook in which a lead agency reports: its sheets and columns, the words of choices, the cells.

One form, written by `compose/progress_workbook.py` and read back by `read/progress/`. Rows are known by
the id of their task in a hidden column; a hidden sheet (`Manifest`) holds what was sent, so that every
change is seen.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Final

from pydantic import Field

from vanban.model.plan_form import KEY, FormColumn
from vanban.model.progress import Difficulty, ProducedPaper, Proposal, TargetResult, TaskProgress, TaskState
from vanban.model.record import Record, Text
from vanban.model.workbook import Cell, Look, shown

TASKS: Final = "Tiến độ"
HELP: Final = "Hướng dẫn"
HIDDEN: Final = "_vanban"
MARK: Final = "vanban: biểu tiến độ"
VERSION: Final = 1
LABELS: Final = ("thể chế", "kinh phí", "nhân lực", "phối hợp", "kỹ thuật", "khác")
"""Labels of difficulties."""
STATES: Final = {
    TaskState.CHUA_THUC_HIEN: "Chưa thực hiện",
    TaskState.DANG_THUC_HIEN: "Đang thực hiện",
    TaskState.HOAN_THANH: "Hoàn thành",
    TaskState.TAM_DUNG: "Tạm dừng",
    TaskState.HUY: "Hủy",
}


@dataclass(frozen=True, slots=True)
class ReportColumn(FormColumn):
    """A column of the report: how it looks, and whether the agency fills it or a formula does."""

    look: Look = Look.TEXT
    filled: bool = False
    computed: bool = False
    required: bool = False


def _told(key: str, heading: str, width: float, look: Look = Look.TEXT) -> ReportColumn:
    return ReportColumn(key, heading, width=width, look=look)


def _asked(
    key: str, heading: str, width: float, look: Look = Look.TEXT, *, required: bool = False
) -> ReportColumn:
    return ReportColumn(key, heading, width=width, look=look, filled=True, required=required)


def _counted(key: str, heading: str, width: float, look: Look = Look.NUMBER) -> ReportColumn:
    return ReportColumn(key, heading, width=width, look=look, computed=True)


TASK_COLUMNS: Final = (
    _told("stt", "STT", 6, Look.NUMBER),
    _told("nhom", "Nhóm", 8, Look.CODE),
    _told("so", "Số", 8, Look.CODE),
    _told("ten", "Nhiệm vụ", 44),
    _told("chu_tri", "Chủ trì", 26),
    _told("phoi_hop", "Phối hợp", 26),
    _told("han", "Hạn", 13, Look.DATE),
    _told("han_nguyen_van", "Nguyên văn hạn", 18),
    _told("san_pham", "Sản phẩm", 32),
    _asked("trang_thai", "Trạng thái", 18, Look.CODE),
    _asked("phan_tram", "% hoàn thành", 9, Look.NUMBER),
    _asked("ngay_hoan_thanh", "Ngày hoàn thành", 13, Look.DATE),
    _counted("con_qua", "Còn/quá (ngày)", 14, Look.DAYS),
    _asked("ket_qua", "Kết quả", 46),
    _asked("han_moi", "Hạn điều chỉnh", 13, Look.DATE),
    _asked("van_ban_han_moi", "Văn bản cho phép điều chỉnh", 30),
    _counted("san_pham_dat", "Số văn bản đã ghi", 9),
    _counted("kho_khan", "Số khó khăn đã ghi", 9),
    _counted("kien_nghi", "Số kiến nghị đã ghi", 9),
    _told("luc", "Cập nhật lúc", 17, Look.MOMENT),
    _told("nguoi", "Người cập nhật", 18),
    ReportColumn(KEY, "Mã nhiệm vụ", look=Look.CODE, hidden=True),
)


@dataclass(frozen=True, slots=True)
class DetailSheet:
    """A sheet with as many rows for a task as there is to tell; `key` is the list of the state."""

    name: str
    key: str
    shape: type[Record]
    columns: tuple[ReportColumn, ...]


_NUMBER: Final = _asked("so", "Số nhiệm vụ", 10, Look.CODE, required=True)
_NAME: Final = _counted("ten_nhiem_vu", "Nhiệm vụ", 36, Look.LINE)
DETAILS: Final = (
    DetailSheet(
        "Văn bản",
        "san_pham_dat",
        ProducedPaper,
        (
            _NUMBER,
            _NAME,
            _asked("san_pham", "Sản phẩm của kế hoạch", 36),
            _asked("loai", "Loại văn bản", 16, required=True),
            _asked("so_ky_hieu", "Số, ký hiệu", 18, Look.CODE),
            _asked("ngay", "Ngày ban hành", 13, Look.DATE),
            _asked("co_quan", "Cơ quan ban hành", 30),
            _asked("trich_yeu", "Trích yếu", 44),
            _asked("tep", "Nơi lưu tệp", 24),
        ),
    ),
    DetailSheet(
        "Chỉ tiêu",
        "chi_tieu_dat",
        TargetResult,
        (
            _NUMBER,
            _NAME,
            _asked("ten", "Chỉ tiêu", 40, required=True),
            _asked("ke_hoach", "Kế hoạch giao", 14, Look.NUMBER),
            _asked("dat", "Đã đạt", 14, Look.NUMBER, required=True),
            _asked("don_vi", "Đơn vị", 14),
        ),
    ),
    DetailSheet(
        "Khó khăn",
        "kho_khan",
        Difficulty,
        (
            _NUMBER,
            _NAME,
            _asked("nhan", "Nhãn", 14, Look.CODE, required=True),
            _asked("mo_ta", "Mô tả", 70, required=True),
        ),
    ),
    DetailSheet(
        "Kiến nghị",
        "kien_nghi",
        Proposal,
        (
            _NUMBER,
            _NAME,
            _asked("noi_dung", "Nội dung kiến nghị", 70, required=True),
            _asked("co_quan_giai_quyet", "Cơ quan giải quyết", 36, required=True),
        ),
    ),
)


class SentTask(Record):
    """A row as it was sent: its locked cells by column, and the state that filled the others."""

    id: Text
    so: Text
    khoa: dict[Text, Text] = Field(default_factory=dict)
    san_pham: list[Text] = Field(default_factory=list)
    tien_do: TaskProgress | None = None


class Manifest(Record):
    """What a workbook was sent with; `co_quan` is the lead agency, None where all tasks are in it."""

    phien_ban: int = VERSION
    ke_hoach: Text = ""
    co_quan: Text | None = None
    ky: Text | None = None
    ngay_chot: date | None = None
    dau: dict[Text, list[Text]] = Field(default_factory=dict)
    nhiem_vu: list[SentTask] = Field(default_factory=list)

    def task(self, task_id: str) -> SentTask | None:
        """The row of a task, or None."""
        return next((sent for sent in self.nhiem_vu if sent.id == task_id), None)


def plain(cell: object) -> str:
    """A cell as text that does not depend on how a program keeps it: days as 2025-08-15, 5.0 as "5"."""
    if cell is None:
        return ""
    if isinstance(cell, datetime):
        cell = cell.replace(tzinfo=None) + timedelta(seconds=30)  # Excel keeps a share of a day, nearly
        return f"{cell:%Y-%m-%d}" if f"{cell:%H:%M}" == "00:00" else f"{cell:%Y-%m-%d %H:%M}"
    if isinstance(cell, date):
        return cell.isoformat()
    if isinstance(cell, float):
        return str(int(cell)) if cell.is_integer() and abs(cell) < 1e15 else repr(cell)
    return shown(str(cell))


def state_cells(state: TaskProgress | None) -> dict[str, Cell]:
    """The cells of the sheet of tasks that show a state; empty ones for None."""
    if state is None:
        return {}
    later = state.han_dieu_chinh
    return {
        "trang_thai": STATES[state.trang_thai],
        "phan_tram": state.phan_tram,
        "ngay_hoan_thanh": state.ngay_hoan_thanh,
        "ket_qua": state.ket_qua,
        "han_moi": later.ngay if later else None,
        "van_ban_han_moi": later.van_ban if later else None,
    }


def detail_cells(sheet: DetailSheet, record: Record, named: Callable[[str], str]) -> dict[str, Cell]:
    """The cells of one row of a detail sheet; `named` gives the name of an agency by its id."""
    cells: dict[str, Cell] = {column.key: getattr(record, column.key) for column in sheet.columns[2:]}
    asked = cells.get("co_quan_giai_quyet")
    if isinstance(asked, str):
        cells["co_quan_giai_quyet"] = named(asked)
    return cells
