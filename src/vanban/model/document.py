"""Documents: all that a template needs to know of one paper, in words ready to print.

A document holds data, a template holds layout. The field names are those that editors type in
templates. Marks may stand in any text: `fill` for a blank that only a person can fill, `note` for a
footnote, `bold` and `italic` for words that stand out, `count_from` for the number of a list; `word.finish`
turns them into what Word has for each.
"""

import re
from collections.abc import Iterator
from datetime import date

from pydantic import Field

from vanban.model.attached import AssignmentAppendix
from vanban.model.blocks import Appendix
from vanban.model.record import DATA_ONLY, Record, Text

FILL_OPEN, FILL_CLOSE = "\ufdd0", "\ufdd1"
NOTE_OPEN, NOTE_CLOSE = "\ufdd2", "\ufdd3"
BOLD_OPEN, BOLD_CLOSE = "\ufdd4", "\ufdd5"
ITALIC_OPEN, ITALIC_CLOSE = "\ufdd6", "\ufdd7"
COUNT_OPEN, COUNT_CLOSE = "\ufdd8", "\ufdd9"
"""Noncharacters of Unicode: valid in XML, never in anyone's text (readers drop them)."""


def fill(hint: str) -> str:
    """A blank for a person, printed as "[hint]" on a yellow ground."""
    return f"{FILL_OPEN}{hint}{FILL_CLOSE}"


def note(text: str) -> str:
    """A footnote that hangs on the word before it."""
    return f"{NOTE_OPEN}{text}{NOTE_CLOSE}"


def bold(text: str) -> str:
    """Words that stand out in bold within a text."""
    return f"{BOLD_OPEN}{text}{BOLD_CLOSE}"


def italic(text: str) -> str:
    """Words that stand out in italics within a text."""
    return f"{ITALIC_OPEN}{text}{ITALIC_CLOSE}"


def count_from(number: int, text: str) -> str:
    """A paragraph of one of Word's lists that takes this number, whatever the count before it."""
    return f"{COUNT_OPEN}{number}{COUNT_CLOSE}{text}"


_BLANK = re.compile(f"{FILL_OPEN}([^{FILL_CLOSE}]*){FILL_CLOSE}")
_UNSEEN = re.compile(
    f"{NOTE_OPEN}[^{NOTE_CLOSE}]*{NOTE_CLOSE}|{COUNT_OPEN}[^{COUNT_CLOSE}]*{COUNT_CLOSE}"
    f"|[{BOLD_OPEN}{BOLD_CLOSE}{ITALIC_OPEN}{ITALIC_CLOSE}]"
)


def blanks(record: Record) -> list[str]:
    """The hints of all blanks that are still in a record, in the order of its fields."""
    return _BLANK.findall(" ".join(_texts(record.model_dump())))


def unmarked(text: str) -> str:
    """The text as a reader sees it where no mark can stand, such as the title of a file: "[hint]"."""
    shown = text.replace(FILL_OPEN, "[").replace(FILL_CLOSE, "]")
    return _UNSEEN.sub("", shown)


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for item in value.values():
            yield from _texts(item)
    elif isinstance(value, list):
        for item in value:
            yield from _texts(item)


class Letterhead(Record):
    """The head of a paper: cells 1 to 4 of the scheme in Phụ lục I, Phần I, Mục IV."""

    co_quan_chu_quan: list[Text] = Field(default_factory=list)
    co_quan_ban_hanh: list[Text]
    so_ky_hieu: Text
    dia_danh_thoi_gian: Text
    du_thao: bool = True


class SignatureBlock(Record):
    """Lines of authority and office, then the name (cells 7a, 7b)."""

    quyen_han: list[Text]
    ho_ten: Text


class Document(Record):
    """What every paper has. `tieu_de` and `ngay_lap` go into the properties of the file."""

    loai: Text = Field(json_schema_extra=DATA_ONLY)
    ten_loai: Text
    trich_yeu: Text
    tieu_de: Text = Field(json_schema_extra=DATA_ONLY)
    ngay_lap: date = Field(json_schema_extra=DATA_ONLY)
    dau_trang: Letterhead
    can_cu: list[Text] = Field(default_factory=list)
    kinh_gui: list[Text] = Field(default_factory=list)
    khoi_ky: SignatureBlock
    noi_nhan: list[Text] = Field(default_factory=list)


class LabelledLine(Record):
    """A line with a label of its own."""

    nhan: Text
    gia_tri: Text


class TaskBlock(Record):
    """One task as the Kế hoạch prints it; the template gives each field its label.

    A field that is empty is not printed: the plan does not use it.
    """

    so: Text = Field(json_schema_extra=DATA_ONLY)
    ten: Text
    noi_dung: list[Text] = Field(default_factory=list)
    thoi_han: Text
    san_pham: Text
    chu_tri: Text
    phoi_hop: Text
    tham_quyen: Text
    them: list[LabelledLine] = Field(default_factory=list)


class GroupBlock(Record):
    """One group of tasks as the Kế hoạch prints it."""

    so: Text = Field(json_schema_extra=DATA_ONLY)
    ten: Text
    noi_dung: list[Text] = Field(default_factory=list)
    nhiem_vu: list[TaskBlock] = Field(default_factory=list)


class SectionBlock(Record):
    """A section that only some plans have: its heading and its paragraphs."""

    ten: Text
    doan: list[Text] = Field(default_factory=list)


class PlanDocument(Document):
    """A Kế hoạch. Lists that are empty stand for sections that the plan does not have.

    `kem_theo` names the decision that issues it, if one does: then it has no number, day and signature of
    its own (Mẫu 1.3). `phan_cong` gives the tasks by agency, `phu_luc` the plan's own appendices.
    """

    truoc_mo_dau: list[Text] = Field(default_factory=list)
    mo_dau: Text
    muc_dich: list[Text] = Field(default_factory=list)
    yeu_cau: list[Text] = Field(default_factory=list)
    muc_tieu: list[Text] = Field(default_factory=list)
    nhom: list[GroupBlock] = Field(default_factory=list)
    kinh_phi: list[Text] = Field(default_factory=list)
    muc_khac: list[SectionBlock] = Field(default_factory=list)
    to_chuc_thuc_hien: list[Text] = Field(default_factory=list)
    che_do_bao_cao: list[Text] = Field(default_factory=list)
    loi_ket: list[Text] = Field(default_factory=list)
    kem_theo: Text = ""
    phan_cong: AssignmentAppendix | None = None
    phu_luc: list[Appendix] = Field(default_factory=list)


class SubmissionDocument(Document):
    """A Tờ trình."""

    mo_dau: Text
    nhiem_vu_so: Text = Field(json_schema_extra=DATA_ONLY)
    nhiem_vu_ten: Text = Field(json_schema_extra=DATA_ONLY)
    su_can_thiet: list[Text] = Field(default_factory=list)
    qua_trinh: list[Text] = Field(default_factory=list)
    noi_dung: list[Text] = Field(default_factory=list)
    thoi_han: Text
    to_chuc: list[Text] = Field(default_factory=list)
    kien_nghi: Text
    kem_theo: list[Text] = Field(default_factory=list)
