"""The plan as tables that people edit: which sheets there are, their columns, and the words of each cell.

One form, written by `compose/plan_workbook.py` and read back by `read/workbook/own_form.py`. A column shows
one key of a record; a cell whose words have not changed still means the same value, however much of it the
words do not show.
"""

from dataclasses import dataclass
from datetime import date
from enum import Enum, StrEnum, auto
from typing import Any, Final

from vanban.model.assignment import Assignment
from vanban.model.deadline import Deadline, DeadlineKind
from vanban.model.decision import DecisionKind
from vanban.model.duties import Duty, ReportCycle
from vanban.model.plan import OtherField, Product, Role, RoleKind
from vanban.model.workbook import Cell

DATA_SHEET: Final = "_du_lieu"
"""Name of the hidden sheet that holds the plan whole, for what the other sheets do not show."""
DATA_MARK: Final = "vanban: kế hoạch"
TASK_SHEET: Final = "Nhiệm vụ"
PAPER_SHEET: Final = "Kế hoạch"
GROUP, TASK = "Nhóm", "Nhiệm vụ"
GROUP_KEY: Final = "nhom"
KEY: Final = "khoa"
"""The key of the hidden column that tells which record of the plan a row was."""
ROW_KIND: Final = "loai_dong"


class Kind(Enum):
    """What a cell holds."""

    TEXT = auto()
    LINES = auto()
    """Several texts, a line each; so are the five that follow."""
    AGENCIES = auto()
    PRODUCTS = auto()
    ROLES = auto()
    DUTIES = auto()
    OTHER_FIELDS = auto()
    DEADLINE = auto()
    DATE = auto()
    NUMBER = auto()
    CHOICE = auto()
    YES_NO = auto()


@dataclass(frozen=True, slots=True)
class FormColumn:
    """A column (in the sheet of the paper: a row): the key that it shows, its heading, what it holds."""

    key: str
    heading: str
    kind: Kind = Kind.TEXT
    width: float = 20
    labels: tuple[tuple[StrEnum, str], ...] = ()
    short: bool = False
    hidden: bool = False


@dataclass(frozen=True, slots=True)
class RecordSheet:
    """A sheet with a row for each record of one list of the plan."""

    name: str
    key: str
    columns: tuple[FormColumn, ...]


@dataclass(frozen=True, slots=True)
class TextSheet:
    """A sheet with a row for each paragraph of several lists; the first column tells which list."""

    name: str
    lists: tuple[tuple[str, str], ...]
    """Key and name of each list."""


_KINDS: Final = (
    (DeadlineKind.TRUOC, "trước ngày"),
    (DeadlineKind.DEN, "đến hết ngày"),
    (DeadlineKind.NGAY, "đúng ngày"),
    (DeadlineKind.KHOANG, "trong khoảng"),
    (DeadlineKind.THUONG_XUYEN, "thường xuyên"),
    (DeadlineKind.DINH_KY, "định kỳ"),
    (DeadlineKind.MAU_THUAN, "mâu thuẫn"),
    (DeadlineKind.CHUA_RO, "chưa rõ"),
)
_CYCLES: Final = (
    (ReportCycle.HANG_NGAY, "hằng ngày"),
    (ReportCycle.HANG_TUAN, "hằng tuần"),
    (ReportCycle.HANG_THANG, "hằng tháng"),
    (ReportCycle.HANG_QUY, "hằng quý"),
    (ReportCycle.SAU_THANG, "sáu tháng"),
    (ReportCycle.HANG_NAM, "hằng năm"),
    (ReportCycle.DOT_XUAT, "đột xuất"),
    (ReportCycle.MOT_LAN, "một lần"),
)
_DECISIONS: Final = (
    (DecisionKind.HAN, "chốt thời hạn"),
    (DecisionKind.BI_DANH, "tên gọi của cơ quan"),
    (DecisionKind.BO_QUA, "bỏ qua phát hiện"),
)
_VERBS: Final = {
    RoleKind.BAN_HANH: "ban hành",
    RoleKind.TRIEN_KHAI: "triển khai",
    RoleKind.CHI_DAO: "chỉ đạo",
    RoleKind.TRINH: "trình",
    RoleKind.PHE_DUYET: "phê duyệt",
    RoleKind.KY_KET: "ký kết",
}
YES, NO = "có", "không"
_ROW_KEY: Final = FormColumn(KEY, "Khóa", hidden=True, short=True)

TASK_COLUMNS: Final = (
    FormColumn(ROW_KIND, "Loại", width=10, short=True),
    FormColumn("id", "Mã", width=8, short=True),
    FormColumn("so_in", "Số trong bản gốc", width=9, short=True),
    FormColumn("ten", "Tên nhiệm vụ", width=42),
    FormColumn("noi_dung", "Nội dung", Kind.LINES, 60),
    FormColumn("thoi_han", "Thời hạn", Kind.DEADLINE, 22),
    FormColumn("thoi_han.tu", "Từ ngày", Kind.DATE, 12),
    FormColumn("thoi_han.den", "Đến ngày", Kind.DATE, 12),
    FormColumn("thoi_han.kieu", "Kiểu thời hạn", Kind.CHOICE, 14, _KINDS),
    FormColumn("san_pham", "Sản phẩm", Kind.PRODUCTS, 36),
    FormColumn("chu_tri", "Cơ quan chủ trì", Kind.AGENCIES, 28),
    FormColumn("phoi_hop", "Cơ quan phối hợp", Kind.AGENCIES, 32),
    FormColumn("tham_quyen", "Thẩm quyền", Kind.ROLES, 40),
    FormColumn("phu_trach", "Lãnh đạo phụ trách", Kind.LINES, 24),
    FormColumn("kinh_phi", "Kinh phí", width=20),
    FormColumn("ghi_chu", "Ghi chú", width=24),
    FormColumn("truong_khac", "Mục khác của nhiệm vụ", Kind.OTHER_FIELDS, 24),
    _ROW_KEY,
)

PAPER_ROWS: Final = (
    FormColumn("van_ban.ten_loai", "Loại văn bản (viết tắt)"),
    FormColumn("van_ban.so", "Số", Kind.NUMBER),
    FormColumn("van_ban.ky_hieu", "Ký hiệu"),
    FormColumn("van_ban.co_quan_ban_hanh", "Cơ quan ban hành (mã trong sổ cơ quan)"),
    FormColumn("van_ban.co_quan_chu_quan", "Cơ quan chủ quản (mã trong sổ cơ quan)"),
    FormColumn("van_ban.dia_danh", "Địa danh"),
    FormColumn("van_ban.ngay", "Ngày ban hành", Kind.DATE),
    FormColumn("van_ban.nam", "Năm", Kind.NUMBER),
    FormColumn("van_ban.trich_yeu", "Trích yếu"),
    FormColumn("van_ban.du_thao", "Là dự thảo", Kind.YES_NO),
    FormColumn("van_ban.nguoi_ky.quyen_han", "Quyền hạn, chức vụ của người ký", Kind.LINES),
    FormColumn("van_ban.nguoi_ky.ho_ten", "Họ và tên người ký"),
    FormColumn("van_ban.noi_nhan", "Nơi nhận", Kind.LINES),
    FormColumn("dau_moi", "Cơ quan đầu mối (mã trong sổ cơ quan)"),
    FormColumn("so_ket", "Thời hạn sơ kết", Kind.DEADLINE),
)

TEXT_SHEETS: Final = (
    TextSheet(
        "Mục tiêu, yêu cầu",
        (
            ("mo_dau", "Mở đầu"),
            ("muc_dich", "Mục đích"),
            ("yeu_cau", "Yêu cầu"),
            ("muc_tieu", "Mục tiêu"),
        ),
    ),
    TextSheet(
        "Tổ chức thực hiện",
        (
            ("kinh_phi", "Kinh phí"),
            ("to_chuc_thuc_hien", "Tổ chức thực hiện"),
            ("che_do_bao_cao", "Chế độ báo cáo"),
            ("loi_ket", "Lời kết"),
        ),
    ),
)

RECORD_SHEETS: Final = (
    RecordSheet(
        "Căn cứ",
        "can_cu",
        (
            FormColumn("nguyen_van", "Nguyên văn", width=70),
            FormColumn("loai", "Loại", width=16),
            FormColumn("so_ky_hieu", "Số, ký hiệu", width=18, short=True),
            FormColumn("ngay", "Ngày", Kind.DATE, 12),
            FormColumn("co_quan", "Cơ quan ban hành", width=28),
            FormColumn("trich_yeu", "Trích yếu", width=60),
            FormColumn("ten_ngan", "Tên ngắn", width=24),
            _ROW_KEY,
        ),
    ),
    RecordSheet(
        "Phân công",
        "phan_cong",
        (
            FormColumn("so_in", "Số trong bản gốc", width=9, short=True),
            FormColumn("co_quan", "Cơ quan", Kind.AGENCIES, 32),
            FormColumn("viec", "Việc", Kind.DUTIES, 80),
            FormColumn("nguyen_van", "Nguyên văn tiêu đề", width=40),
            _ROW_KEY,
        ),
    ),
    RecordSheet(
        "Báo cáo",
        "bao_cao",
        (
            FormColumn("co_quan", "Cơ quan báo cáo", Kind.AGENCIES, 32),
            FormColumn("ky", "Kỳ", Kind.CHOICE, 14, _CYCLES),
            FormColumn("han", "Thời hạn", Kind.DEADLINE, 28),
            FormColumn("noi_nhan", "Nơi nhận báo cáo", width=32),
            FormColumn("nguyen_van", "Nguyên văn", width=70),
            _ROW_KEY,
        ),
    ),
    RecordSheet(
        "Mục khác",
        "muc_khac",
        (
            FormColumn("so_in", "Số mục", width=9, short=True),
            FormColumn("ten", "Tên mục", width=40),
            FormColumn("doan", "Nội dung", Kind.LINES, 90),
            _ROW_KEY,
        ),
    ),
    RecordSheet(
        "Quyết định",
        "quyet_dinh",
        (
            FormColumn("loai", "Loại quyết định", Kind.CHOICE, 20, _DECISIONS),
            FormColumn("nhiem_vu", "Mã nhiệm vụ", width=12, short=True),
            FormColumn("ma", "Mã quy tắc", width=20, short=True),
            FormColumn("truong", "Trường", width=14, short=True),
            FormColumn("chu", "Chữ", width=24),
            FormColumn("gia_tri", "Giá trị", width=40),
            FormColumn("ly_do", "Lý do", width=50),
            FormColumn("nguoi", "Người quyết định", width=24),
            FormColumn("ngay", "Ngày", Kind.DATE, 12),
            _ROW_KEY,
        ),
    ),
    RecordSheet(
        "Chưa hiểu",
        "chua_hieu",
        (
            FormColumn("dong", "Dòng trong bản gốc", Kind.NUMBER, 10),
            FormColumn("chu", "Chữ", width=80),
            FormColumn("ly_do", "Vì sao chưa hiểu", width=50),
            _ROW_KEY,
        ),
    ),
)


def value_at(record: Any, key: str) -> Any:
    """The value behind a key such as "van_ban.nguoi_ky.ho_ten"; None where a record on the way is missing."""
    for step in key.split("."):
        record = getattr(record, step, None)
    return record


def cell_of(record: Any, column: FormColumn) -> Cell:
    """What the cell of a record shows; the words may still hold what a cell cannot."""
    value = value_at(record, column.key)
    if value is None:
        return None
    if isinstance(value, list):
        return "\n".join(lines_of(value))
    if isinstance(value, Deadline):
        return value.nguyen_van
    if column.kind is Kind.CHOICE:
        return dict(column.labels).get(value, str(value))
    if isinstance(value, bool):
        return YES if value else NO
    return value if isinstance(value, (str, int, date)) else str(value)


def lines_of(values: list[Any]) -> list[str]:
    """A line for each value; roles that one clause gives share its line."""
    lines = [line_of(value) for value in values]
    if values and isinstance(values[0], Role):
        return list(dict.fromkeys(lines))
    return lines


def line_of(value: Any) -> str:
    """The words that stand for one value of a list."""
    match value:
        case Assignment():
            return value.nguyen_van
        case Product():
            return value.ten
        case Duty():
            return value.noi_dung
        case OtherField():
            return f"{value.nhan}: {value.gia_tri}"
        case Role():
            names = ", ".join(agency.nguyen_van for agency in value.co_quan)
            words = f"{names} {_VERBS[value.vai]} {value.doi_tuong or ''}"
            return value.nguyen_van or " ".join(words.split())
    return str(value)
