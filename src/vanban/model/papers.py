"""The kinds of paper that have a template of their own: one registry, from which all else derives.

A new kind of paper is one line here: its code, what it is called, the file of its template, and the
record whose fields the template may ask for.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from vanban.model.document import Document, PlanDocument, SubmissionDocument
from vanban.model.follow_up import AssigningLetter, ReminderLetter
from vanban.model.period_report import PeriodReportDocument
from vanban.model.report import ReportDocument


@dataclass(frozen=True, slots=True)
class PaperKind:
    """A kind of paper.

    `loai` is its code in data ("to_trinh"), `ten` what people call it, `mau` the file name of its
    template, `du_lieu` the record that holds what a paper of this kind prints.
    """

    loai: str
    ten: str
    mau: str
    du_lieu: type[Document]

    @property
    def ma(self) -> str:
        """The word that people type for it in a command ("to-trinh")."""
        return self.mau.removesuffix(".docx")


PAPER_KINDS: Final = (
    PaperKind("ke_hoach", "Kế hoạch", "ke-hoach.docx", PlanDocument),
    PaperKind("to_trinh", "Tờ trình", "to-trinh.docx", SubmissionDocument),
    PaperKind("giao_viec", "Công văn giao việc", "giao-viec.docx", AssigningLetter),
    PaperKind("don_doc", "Công văn đôn đốc", "don-doc.docx", ReminderLetter),
    PaperKind("bao_cao", "Báo cáo sơ kết", "bao-cao.docx", ReportDocument),
    PaperKind("bao_cao_tien_do", "Báo cáo tiến độ", "bao-cao-tien-do.docx", PeriodReportDocument),
)


def paper_kind(word: str) -> PaperKind | None:
    """The kind that this word names: what people type, its code, or the file name of its template."""
    return named_kind(word, PAPER_KINDS)


def named_kind(word: str, kinds: Iterable[PaperKind]) -> PaperKind | None:
    """The same among other kinds; the first counts."""
    wanted = word.strip().casefold().removesuffix(".docx").replace("_", "-")
    return next((kind for kind in kinds if wanted in (kind.ma, kind.loai.replace("_", "-"))), None)
