"""Papers that carry a plan to those who do it: letters that assign and urge."""

from pydantic import Field

from vanban.model.attached import AssignmentAppendix, AttachedTitle
from vanban.model.document import Document
from vanban.model.record import Record, Text


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


class ReminderAppendix(AttachedTitle):
    """The tasks that an agency is urged to finish."""

    nhiem_vu: list[ReminderRow] = Field(default_factory=list)


class ReminderLetter(Document):
    """A công văn that urges a lead agency to finish what is overdue or soon due."""

    mo_dau: Text
    yeu_cau: list[Text] = Field(default_factory=list)
    loi_ket: Text
    phu_luc: ReminderAppendix
