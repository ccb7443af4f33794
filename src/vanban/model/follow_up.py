"""Papers that carry a plan to those who do it: appendices of assignments, letters that assign and urge."""

from pydantic import Field

from vanban.model.document import Document
from vanban.model.record import DATA_ONLY, Record, Text


class Appendix(Record):
    """The title of an appendix; `so` is its Roman number, "" where there is only one."""

    so: Text = ""
    ten: Text
    kem_theo: Text


class AssignmentRow(Record):
    """One task as one agency has it: in which role, with whom, what, by when, under whose authority."""

    stt: Text
    so: Text
    ten: Text
    vai: Text
    phoi_hop: Text
    san_pham: Text
    thoi_han: Text
    tham_quyen: Text


class AgencyAssignments(Record):
    """All tasks of one agency: those that it leads first, then by deadline."""

    co_quan: Text = Field(json_schema_extra=DATA_ONLY)
    nhiem_vu: list[AssignmentRow] = Field(default_factory=list)


class AssignmentAppendix(Appendix):
    """The tasks of a plan by agency."""

    phan_cong: list[AgencyAssignments] = Field(default_factory=list)


class AssigningLetter(Document):
    """A công văn that gives an agency its tasks of a plan."""

    mo_dau: Text
    yeu_cau: list[Text] = Field(default_factory=list)
    loi_ket: Text
    phu_luc: AssignmentAppendix


class ReminderRow(Record):
    """One task that an agency is urged to finish; `qua` tells the days overdue, or those left."""

    so: Text
    ten: Text
    han: Text
    qua: Text
    phan_tram: Text
    vuong_mac: Text


class ReminderAppendix(Appendix):
    """The tasks that an agency is urged to finish."""

    nhiem_vu: list[ReminderRow] = Field(default_factory=list)


class ReminderLetter(Document):
    """A công văn that urges a lead agency to finish what is overdue or soon due."""

    mo_dau: Text
    yeu_cau: list[Text] = Field(default_factory=list)
    loi_ket: Text
    phu_luc: ReminderAppendix
