"""The frame of every report on a plan: who reports to whom, the head, the receivers, the appendix.

A report goes from the agency that follows the plan up to the one that issued it; or, where another
addressee is named, from the one that issued it (Sở → UBND, then UBND → Thành ủy).
"""

from dataclasses import dataclass
from datetime import date
from typing import Any

from vanban.compose.citing import plan_citation
from vanban.compose.figures import Figures
from vanban.compose.heads import issuing_agency
from vanban.compose.letterhead import keep_line, letterhead, recipients, signature_block, symbol_of
from vanban.compose.phrases import agency_name
from vanban.model.agency import Agency, AgencyBook
from vanban.model.document import fill
from vanban.model.errors import NoPaperError, SourceError
from vanban.model.plan import Plan
from vanban.viet.dates import official_date
from vanban.viet.numbers import padded
from vanban.viet.text import lower_first


@dataclass(frozen=True, slots=True)
class ReportFrame:
    """Who reports what to whom, and what is known of the paper itself; `about` is the plan's subject."""

    author: Agency
    addressee: Agency
    issuer: Agency
    coordinator: Agency
    about: str
    as_of: date
    number: int | None
    day: date | None
    draft: bool

    @property
    def symbol(self) -> str:
        """The symbol of the report: "BC-SKHCN"."""
        return symbol_of("BC", self.author)

    @property
    def year(self) -> int:
        """The year that a blank date says."""
        return (self.day or self.as_of).year

    def document(self, kind: str, subject: str, found: Figures, book: AgencyBook) -> dict[str, Any]:
        """The fields that every document has; `subject` is what the report says of the plan."""
        head = letterhead(
            self.author,
            book,
            symbol=self.symbol,
            number=self.number,
            day=self.day,
            year=self.year,
            draft=self.draft,
        )
        return {
            "loai": kind,
            "ten_loai": "BÁO CÁO",
            "trich_yeu": f"{subject} {self.about or fill('trích yếu của Kế hoạch')}",
            "tieu_de": f"Báo cáo {lower_first(subject)} {self.about}".strip(),
            "ngay_lap": self.day or self.as_of,
            "dau_trang": head,
            "kinh_gui": [self.addressee.ten],
            "khoi_ky": signature_block(self.author),
            "noi_nhan": recipients(self._receivers(found, book), keep_line(self.author), as_above=True),
        }

    def opening(self, plan: Plan, what: str, known_by: date) -> str:
        """The opening, which also points to the appendix (Phụ lục I, Phần I, Mục III.1.a).

        `known_by` is the last day that the progress speaks of, which is said where it is another one.
        """
        text = (
            f"Thực hiện {plan_citation(plan, self.issuer)} (sau đây gọi tắt là Kế hoạch), "
            f"{self.author.ten} báo cáo {what} đến {official_date(self.as_of)}"
        )
        if known_by != self.as_of:
            text += f", theo số liệu các cơ quan báo cáo đến {official_date(known_by)}"
        return f"{text} (chi tiết tại Phụ lục kèm theo), như sau:"

    def attached(self) -> str:
        """The line under the title of the appendix (Phụ lục I, Phần I, Mục III.1.c)."""
        printed = padded(self.number) if self.number else "…"
        when = official_date(self.day) if self.day else f"ngày … tháng … năm {self.year}"
        return f"(Kèm theo Báo cáo số {printed}/{self.symbol} {when} của {self.author.ten})"

    def _receivers(self, found: Figures, book: AgencyBook) -> list[str]:
        """Who follows the plan up and who leads, to see their own figures; "Như trên" is the addressee."""
        named = {self.coordinator.id: self.coordinator.ten}
        for row in found.by_agency:
            named.setdefault(row.co_quan.co_quan or row.co_quan.nguyen_van, agency_name(row.co_quan, book))
        return [name for code, name in named.items() if code not in (self.author.id, self.addressee.id)]


def frame(
    plan: Plan,
    book: AgencyBook,
    as_of: date,
    *,
    to: Agency | None = None,
    number: int | None = None,
    day: date | None = None,
    draft: bool = True,
) -> ReportFrame:
    """The frame of a report on `plan`; `to` is an addressee above the one that issued the plan.

    Raises NoPaperError where the plan has no tasks, or names no coordinator and no `to` is given; SourceError
    where the book lacks the coordinator.
    """
    if not any(group.nhiem_vu for group in plan.nhom):
        raise NoPaperError(
            "kế hoạch chưa có nhiệm vụ nên không có gì để báo cáo",
            where="nhom",
            next_step="ghi các nhóm nhiệm vụ vào khóa nhom của kế hoạch",
        )
    issuer = issuing_agency(plan, book)
    coordinator = issuer if to is not None and not plan.dau_moi else _coordinator(plan, book)
    return ReportFrame(
        author=coordinator if to is None else issuer,
        addressee=issuer if to is None else to,
        issuer=issuer,
        coordinator=coordinator,
        about=lower_first(plan.van_ban.trich_yeu),
        as_of=as_of,
        number=number,
        day=day,
        draft=draft,
    )


def _coordinator(plan: Plan, book: AgencyBook) -> Agency:
    if not plan.dau_moi:
        raise NoPaperError(
            "kế hoạch không giao cơ quan nào làm đầu mối nên không rõ ai báo cáo",
            where="dau_moi",
            next_step="ghi mã cơ quan đầu mối vào khóa dau_moi của kế hoạch; cơ quan ban hành tự báo cáo lên "
            "trên thì thêm --kinh-gui NƠI_NHẬN",
        )
    agency = book.find(plan.dau_moi)
    if agency is None:
        raise SourceError(
            f"cơ quan đầu mối “{plan.dau_moi}” không có trong sổ cơ quan",
            where="dau_moi",
            next_step="thêm cơ quan này vào sổ cơ quan (co-quan.yaml) hoặc sửa mã trong kế hoạch",
        )
    return agency
