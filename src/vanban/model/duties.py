"""Duties that stand outside the tasks of a plan: work given to one agency, and reports.

They are read from sections such as TỔ CHỨC THỰC HIỆN and CHẾ ĐỘ BÁO CÁO, whose paragraphs the plan keeps
as printed; these records stand beside them.
"""

from enum import StrEnum

from pydantic import Field

from vanban.model.assignment import Assignment
from vanban.model.deadline import Deadline
from vanban.model.record import Record, Text


class Duty(Record):
    """One piece of work of an agency, in the words of the source, and its deadline where they name one."""

    noi_dung: Text
    thoi_han: Deadline | None = None


class AgencyDuties(Record):
    """All that a section gives to one agency (or several named together).

    `nguyen_van` is the heading or the opening words that name them, `so_in` the number printed there.
    """

    co_quan: list[Assignment] = Field(default_factory=list)
    viec: list[Duty] = Field(default_factory=list)
    so_in: Text | None = None
    nguyen_van: Text = ""


class ReportCycle(StrEnum):
    """How often a report is due."""

    HANG_NGAY = "hang_ngay"
    HANG_TUAN = "hang_tuan"
    HANG_THANG = "hang_thang"
    HANG_QUY = "hang_quy"
    SAU_THANG = "sau_thang"
    """Every six months."""
    HANG_NAM = "hang_nam"
    DOT_XUAT = "dot_xuat"
    """On request, or when something happens."""
    MOT_LAN = "mot_lan"
    """Once, by a day that the words name."""


class ReportDuty(Record):
    """One duty to report: who, how often, by when, to whom."""

    co_quan: list[Assignment] = Field(default_factory=list)
    ky: ReportCycle | None = None
    han: Deadline = Field(default_factory=Deadline)
    noi_nhan: Text | None = None
    nguyen_van: Text = ""
