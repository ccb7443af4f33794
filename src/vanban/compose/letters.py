"""What all công văn about a plan share: who writes to whom, symbol, subject, receivers (Mẫu 1.5)."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from vanban.compose.attached import attached_to
from vanban.compose.citing import plan_citation
from vanban.compose.heads import coordinator, issuing_agency
from vanban.compose.letterhead import keep_line, letterhead, recipients, signature_block
from vanban.model.agency import Agency, AgencyBook
from vanban.model.document import fill, unmarked
from vanban.model.plan import Plan
from vanban.viet.dates import official_date


@dataclass(frozen=True, slots=True)
class Correspondence:
    """One letter about a plan: from the body that follows the plan up, to one agency, on a day."""

    plan: Plan
    book: AgencyBook
    sender: Agency
    issuer: Agency
    to: Agency
    day: date

    @property
    def symbol(self) -> str:
        """Agency and drafting unit: "SKHCN-QLKH" (Phụ lục I, Phần I, Mục II.3.b)."""
        agency = self.sender.ky_hieu or fill("ký hiệu cơ quan")
        return f"{agency}-{self.sender.don_vi_soan_thao or fill('đơn vị soạn thảo')}"

    @property
    def asks(self) -> str:
        """A superior demands, anyone else asks."""
        return "yêu cầu" if self.to.chu_quan == self.sender.id else "đề nghị"

    @property
    def plan_in_full(self) -> str:
        """The plan as cited the first time, and its short name from then on."""
        return f"{plan_citation(self.plan, self.issuer)} (sau đây gọi tắt là Kế hoạch)"

    @property
    def reports_to(self) -> str:
        """What the sender does with an answer: " để tổng hợp, báo cáo …"."""
        own = self.sender.id == self.issuer.id
        return "để tổng hợp" if own else f"để tổng hợp, báo cáo {self.issuer.ten}"

    @property
    def attached(self) -> str:
        """The line under the title of the appendix."""
        return attached_to("Công văn", symbol=self.symbol, agency=self.sender.ten, year=self.day.year)

    def frame(self, kind: str, subject: str) -> dict[str, Any]:
        """The fields of `Document`; `subject` comes without "V/v"."""
        report = [] if self.sender.id == self.issuer.id else [f"{self.issuer.ten} (để báo cáo)"]
        return {
            "loai": kind,
            "ten_loai": "CÔNG VĂN",
            "trich_yeu": subject,
            "tieu_de": unmarked(f"Công văn {subject} gửi {self.to.ten}"),
            "ngay_lap": self.day,
            "dau_trang": letterhead(
                self.sender,
                self.book,
                symbol=self.symbol,
                number=None,
                day=None,
                year=self.day.year,
                draft=True,
            ),
            "kinh_gui": [self.to.ten],
            "khoi_ky": signature_block(self.sender),
            "noi_nhan": recipients(report, keep_line(self.sender), as_above=True),
        }


def correspondence(plan: Plan, book: AgencyBook, to: Agency, day: date) -> Correspondence:
    """The letter from the body that follows `plan` up; plan and book are tidied and known already."""
    return Correspondence(plan, book, coordinator(plan, book), issuing_agency(plan, book), to, day)


def by_day(day: date | None) -> str:
    """ "trước ngày 05 tháng 12 năm 2025", or a blank where nobody has set the day."""
    return f"trước {official_date(day)}" if day else f"trước ngày {fill('ngày, tháng, năm báo cáo')}"
