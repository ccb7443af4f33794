"""The plan: the one typed record that every paper is made from.

The raw words of the source stay beside every parsed value, so that a wrong reading can be seen and
mended. Keys are the public file format; `docs/tu-dien-thuat-ngu.md` explains each.
"""

from datetime import date
from enum import StrEnum

from pydantic import Field

from vanban.model.agency import Signer
from vanban.model.assignment import Assignment as Assignment
from vanban.model.citation import Citation
from vanban.model.deadline import Deadline
from vanban.model.decision import Decision
from vanban.model.duties import AgencyDuties, ReportDuty
from vanban.model.record import Record, Text


class RoleKind(StrEnum):
    """What an agency is empowered to do for a task."""

    BAN_HANH = "ban_hanh"
    TRIEN_KHAI = "trien_khai"
    CHI_DAO = "chi_dao"
    TRINH = "trinh"
    PHE_DUYET = "phe_duyet"
    KY_KET = "ky_ket"


class ProductKind(StrEnum):
    """What a product is, as far as its words tell."""

    TO_TRINH = "to_trinh"
    QUYET_DINH = "quyet_dinh"
    NGHI_QUYET = "nghi_quyet"
    KE_HOACH = "ke_hoach"
    CHUONG_TRINH = "chuong_trinh"
    DE_AN = "de_an"
    PHUONG_AN = "phuong_an"
    BAO_CAO = "bao_cao"
    VAN_BAN_KHAC = "van_ban_khac"
    KET_QUA = "ket_qua"
    """Not a paper: a thing done, a system in use, a list, an event."""


class Line(Record):
    """A line of the source: its number (from 1) and its words."""

    dong: int
    chu: Text


class NotUnderstood(Line):
    """Words of the source that found no field, and why."""

    ly_do: Text


class RawField(Record):
    """A labelled field of a task as the source prints it.

    `khoa` is the key of the parsed field that it went to (noi_dung, thoi_han, san_pham, chu_tri,
    phoi_hop, chu_tri_phoi_hop, tham_quyen, phu_trach, kinh_phi, ghi_chu, truong_khac), `nhan` the label,
    `gia_tri` the words after it, one string a line of the source, `dong` the number of the first line.
    """

    khoa: Text
    nhan: Text
    gia_tri: list[Text] = Field(default_factory=list)
    dong: int


class Product(Record):
    """One product of a task."""

    ten: Text
    loai: ProductKind = ProductKind.KET_QUA


class Role(Record):
    """One clause of a task's authority: who does what to which document.

    `lua_chon` is true where the text offers this clause as one of several ("… hoặc …").
    """

    vai: RoleKind
    co_quan: list[Assignment] = Field(default_factory=list)
    doi_tuong: Text | None = None
    lua_chon: bool = False
    nguyen_van: Text = ""


class Footnote(Record):
    """A note of the source; `o` is the field that it hangs on, `sau` the words just before its mark."""

    so: Text
    noi_dung: Text
    o: Text
    sau: Text = ""


class OtherField(Record):
    """A labelled field that a task has no key for: its label and its words."""

    nhan: Text
    gia_tri: Text


class Task(Record):
    """One task of the plan.

    `id` is stable and never used again; the number is counted when a paper is made (`numbered`), and
    `so_in` is what the source printed. `phu_trach` names the leaders in charge of it.
    """

    id: Text
    so_in: Text | None = None
    ten: Text | None = None
    ten_nguyen_van: Text | None = None
    noi_dung: list[Text] = Field(default_factory=list)
    thoi_han: Deadline = Field(default_factory=Deadline)
    san_pham: list[Product] = Field(default_factory=list)
    chu_tri: list[Assignment] = Field(default_factory=list)
    phoi_hop: list[Assignment] = Field(default_factory=list)
    tham_quyen: list[Role] = Field(default_factory=list)
    phu_trach: list[Text] = Field(default_factory=list)
    kinh_phi: Text | None = None
    ghi_chu: Text | None = None
    truong_khac: list[OtherField] = Field(default_factory=list)
    chu_thich: list[Footnote] = Field(default_factory=list)
    dong: int | None = None
    truong: list[RawField] = Field(default_factory=list)

    @property
    def display_name(self) -> str:
        """The title, or for a task without one the first words of its content."""
        if self.ten:
            return self.ten
        return self.noi_dung[0].rstrip(".;:, ") if self.noi_dung else "(nhiệm vụ chưa có tên)"

    def raw(self, key: str) -> RawField | None:
        """The field as the source printed it, or None."""
        return next((field for field in self.truong if field.khoa == key), None)


class Group(Record):
    """A group of tasks; `noi_dung` are the words under its heading, before its first task."""

    ten: Text
    so_in: Text | None = None
    ten_nguyen_van: Text | None = None
    dong: int | None = None
    noi_dung: list[Text] = Field(default_factory=list)
    nhiem_vu: list[Task] = Field(default_factory=list)


class PlanPaper(Record):
    """The plan as a paper: what its head, its number and its end say."""

    ten_loai: Text = "KH"
    so: int | None = None
    ky_hieu: Text = ""
    co_quan_ban_hanh: Text = ""
    co_quan_chu_quan: Text | None = None
    dia_danh: Text = ""
    ngay: date | None = None
    nam: int | None = None
    trich_yeu: Text = ""
    du_thao: bool = True
    nguoi_ky: Signer | None = None
    noi_nhan: list[Text] = Field(default_factory=list)
    nguyen_van: list[Line] = Field(default_factory=list)


class Section(Record):
    """A heading of the source, and the key of the plan that its text went to."""

    khoa: Text
    so_in: Text
    ten: Text
    dong: int


class OtherSection(Record):
    """A section that has no key of its own: its heading and its paragraphs, in the order of the source."""

    so_in: Text = ""
    ten: Text
    doan: list[Text] = Field(default_factory=list)
    dong: int | None = None


class PlanAppendix(Record):
    """An appendix that is no table of tasks: its title, its paragraphs, its tables as rows of cells."""

    ten: Text
    doan: list[Text] = Field(default_factory=list)
    bang: list[list[list[Text]]] = Field(default_factory=list)
    dong: int | None = None


class Source(Record):
    """Where a plan was read from."""

    tep: Text
    so_dong: int
    sha256: Text


class Plan(Record):
    """A whole plan, its parts in the order in which the Kế hoạch prints them.

    `phan_cong` and `bao_cao` are read from the paragraphs of `to_chuc_thuc_hien` and `che_do_bao_cao`.
    """

    van_ban: PlanPaper = Field(default_factory=PlanPaper)
    can_cu: list[Citation] = Field(default_factory=list)
    mo_dau: list[Text] = Field(default_factory=list)
    muc_dich: list[Text] = Field(default_factory=list)
    yeu_cau: list[Text] = Field(default_factory=list)
    muc_tieu: list[Text] = Field(default_factory=list)
    nhom: list[Group] = Field(default_factory=list)
    kinh_phi: list[Text] = Field(default_factory=list)
    to_chuc_thuc_hien: list[Text] = Field(default_factory=list)
    phan_cong: list[AgencyDuties] = Field(default_factory=list)
    che_do_bao_cao: list[Text] = Field(default_factory=list)
    bao_cao: list[ReportDuty] = Field(default_factory=list)
    muc_khac: list[OtherSection] = Field(default_factory=list)
    loi_ket: list[Text] = Field(default_factory=list)
    phu_luc: list[PlanAppendix] = Field(default_factory=list)
    dau_moi: Text | None = None
    so_ket: Deadline | None = None
    quyet_dinh: list[Decision] = Field(default_factory=list)
    muc: list[Section] = Field(default_factory=list)
    chua_hieu: list[NotUnderstood] = Field(default_factory=list)
    nguon: Source | None = None


class Numbered(Record):
    """A task with the numbers counted anew: `so` is "2.8" for the eighth task of the second group."""

    so: Text
    nhom: int
    thu_tu: int
    nhiem_vu: Task

    @property
    def renumbered_from(self) -> str | None:
        """The number that the source printed, where it differs (or was missing); else None."""
        printed = (self.nhiem_vu.so_in or "").rstrip(".")
        return None if printed == self.so else (printed or "không ghi số")


def numbered(plan: Plan) -> list[Numbered]:
    """All tasks in order with their numbers counted anew. Numbers are text: 2.10 is not 2.1."""
    return [
        Numbered(so=f"{g}.{t}", nhom=g, thu_tu=t, nhiem_vu=task)
        for g, group in enumerate(plan.nhom, start=1)
        for t, task in enumerate(group.nhiem_vu, start=1)
    ]
