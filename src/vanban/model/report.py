"""Reports on a plan: figures with the tasks behind them, tables, charts, and the papers that print them.

Values of tables are ready to print. A chart is data here and becomes a chart of Word where the template
prints its mark (`Chart.hinh`), so an editor moves it by moving that field.
"""

from enum import StrEnum

from pydantic import Field

from vanban.model.document import Document
from vanban.model.record import Record, Text

CHART_OPEN, CHART_CLOSE = "\ufddc", "\ufddd"
"""Noncharacters of Unicode around the code of a chart where it stands; others are in `document`."""


class Figure(Record):
    """A number with the tasks behind it, so that each figure of a report can be traced."""

    gia_tri: int
    nhiem_vu: list[Text] = Field(default_factory=list)

    def __str__(self) -> str:
        return str(self.gia_tri)


class ChartKind(StrEnum):
    """How a chart draws its series."""

    THANH_CHONG = "thanh_chong"
    """Lying bars, the series one after the other: parts of a whole."""
    COT = "cot"
    """Standing columns, the series side by side."""


class Tone(StrEnum):
    """How a series is filled. Any two differ on a black-and-white copy too."""

    DEN = "den"
    DAM = "dam"
    VUA = "vua"
    NHAT = "nhat"
    TRANG = "trang"
    CHAM = "cham"
    KE = "ke"


class ChartSeries(Record):
    """One series: a figure for each row of the chart."""

    ten: Text
    to: Tone
    gia_tri: list[Figure]


class Chart(Record):
    """A chart: its caption, its words for who cannot see it, its rows and series."""

    ma: Text
    ten: Text
    mo_ta: Text
    kieu: ChartKind
    hang: list[Text]
    chuoi: list[ChartSeries]
    hinh: Text
    """The mark that stands for the drawing."""


def chart_mark(code: str) -> str:
    """The mark of the chart with this code."""
    return f"{CHART_OPEN}{code}{CHART_CLOSE}"


def charts_of(document: Document) -> dict[str, Chart]:
    """The charts that a document brings, by code."""
    return {value.ma: value for _, value in document if isinstance(value, Chart)}


class TracedNumber(Record):
    """A printed number and the tasks behind it; `tren` are those that a share is of.

    `noi` says where it stands, `in_ra` how it is printed, with the words that follow.
    """

    noi: Text
    in_ra: Text
    nhiem_vu: list[Text]
    tren: list[Text] = Field(default_factory=list)


class TracedDocument(Document):
    """A paper that knows where each of its numbers is from; this is kept in a file of its own."""

    truy_vet: list[TracedNumber] = Field(default_factory=list, exclude=True)


class SummaryRow(Record):
    """A row of the summary table: what, how many, which share."""

    chi_tieu: Text
    so: Text
    ty_le: Text


class CountRow(Record):
    """A row of a table of counts, by group or by agency; values are ready to print."""

    ten: Text
    tong: Text
    dung_han: Text
    tre_han: Text
    dang_trong_han: Text
    dang_qua_han: Text
    chua_thuc_hien: Text
    chua_xac_dinh: Text
    khac: Text
    phoi_hop: Text = ""


class DoneRow(Record):
    """A row of the table of finished tasks: when, in time or not, by which papers."""

    so: Text
    ten: Text
    ngay: Text
    tre: Text
    van_ban: Text


class CompareRow(Record):
    """A row of the comparison with the period before: a count then, now, and what was added or lost."""

    chi_tieu: Text
    truoc: Text
    nay: Text
    tang_giam: Text


class ChangeRow(Record):
    """A row of the appendix of changes: one task from the period before to this one."""

    so: Text
    ten: Text
    tien_do: Text
    viec: Text
    vuong_mac: Text
    kien_nghi: Text


class TargetRow(Record):
    """A row of the table of measured targets."""

    so: Text
    ten: Text
    don_vi: Text
    ke_hoach: Text
    truoc: Text
    dat: Text
    ty_le: Text


class TableNumbers(Record):
    """The numbers of the tables of one report, counted over those that it has; "" for the others."""

    tong_hop: Text = ""
    so_sanh: Text = ""
    nhom: Text = ""
    co_quan: Text = ""
    hoan_thanh: Text = ""
    chi_tieu: Text = ""
    qua_han: Text = ""


class OverdueRow(Record):
    """A row of the table of overdue tasks."""

    so: Text
    ten: Text
    chu_tri: Text
    han: Text
    qua: Text
    phan_tram: Text


class DetailRow(Record):
    """A row of the appendix: one task."""

    so: Text
    ten: Text
    chu_tri: Text
    han: Text
    tinh_trang: Text
    ket_qua: Text


class GroupReport(Record):
    """What a report says of one group."""

    so: Text
    ten: Text
    nhan_xet: Text
    chi_tiet: list[Text] = Field(default_factory=list)


class ReportDocument(TracedDocument):
    """A Báo cáo sơ kết."""

    mo_dau: Text
    chi_dao: list[Text] = Field(default_factory=list)
    ngay_chot: Text
    tong_hop: Text
    so_bang: TableNumbers = Field(default_factory=TableNumbers)
    bang_tong_hop: list[SummaryRow] = Field(default_factory=list)
    so_sanh: list[Text] = Field(default_factory=list)
    bang_so_sanh: list[CompareRow] = Field(default_factory=list)
    theo_nhom: list[GroupReport] = Field(default_factory=list)
    bang_nhom: list[CountRow] = Field(default_factory=list)
    ghi_chu_nhom: Text = ""
    bang_co_quan: list[CountRow] = Field(default_factory=list)
    ghi_chu_co_quan: Text
    bieu_do_nhom: Chart | None = None
    bieu_do_co_quan: Chart | None = None
    bieu_do_thang: Chart | None = None
    bang_hoan_thanh: list[DoneRow] = Field(default_factory=list)
    chi_tieu: Text = ""
    bang_chi_tieu: list[TargetRow] = Field(default_factory=list)
    kho_khan: list[Text] = Field(default_factory=list)
    qua_han_mo_dau: Text
    bang_qua_han: list[OverdueRow] = Field(default_factory=list)
    phuong_huong: list[Text] = Field(default_factory=list)
    kien_nghi: list[Text] = Field(default_factory=list)
    phu_luc_ten: Text
    phu_luc_kem_theo: Text
    phu_luc: list[DetailRow] = Field(default_factory=list)
