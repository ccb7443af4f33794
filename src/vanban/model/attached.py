"""Appendices about a plan: their title, and the tasks of the plan by agency."""

from pydantic import Field

from vanban.model.record import DATA_ONLY, Record, Text


class AttachedTitle(Record):
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


class AssignmentAppendix(AttachedTitle):
    """The tasks of a plan by agency."""

    phan_cong: list[AgencyAssignments] = Field(default_factory=list)
