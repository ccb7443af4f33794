"""Căn cứ: cited documents as lines that a paper rests on, the plan itself among them.

Source: Phụ lục I, Phần I, Mục II.6.a: all parts of each document, ";" after each, "." after the last.
"""

from collections.abc import Sequence

from vanban.model.agency import Agency
from vanban.model.citation import Citation
from vanban.model.document import fill
from vanban.model.plan import Plan
from vanban.viet.citations import format_citation
from vanban.viet.dates import official_date
from vanban.viet.numbers import padded
from vanban.viet.text import lower_first

_OPENINGS = ("về ", "ban hành ", "phê duyệt ", "quy định ", "sửa đổi", "thực hiện ", "triển khai ")
"""Words with which a subject follows the agency without "về"."""
_STATUTES = ("Luật", "Bộ luật", "Pháp lệnh", "Hiến pháp")


def grounds(
    citations: Sequence[Citation], extra: Sequence[str] = (), *, short_names: bool = False
) -> list[str]:
    """The lines of căn cứ, each with its final mark; `extra` are further ones, put last.

    `short_names` tells what each is called from then on, where the plan gives it a short name.
    """
    names = [f" (sau đây gọi tắt là {c.ten_ngan})" if short_names and c.ten_ngan else "" for c in citations]
    lines = [f"Căn cứ {_complete(c)}{name}" for c, name in zip(citations, names, strict=True)]
    lines += [f"Căn cứ {text}" for text in extra]
    return [f"{line}{'.' if i == len(lines) else ';'}" for i, line in enumerate(lines, start=1)]


def _complete(citation: Citation) -> str:
    """The citation in full, with a marked blank for the parts that the plan does not give."""
    text = format_citation(citation, first=True, as_basis=True).strip(" .;")
    missing = missing_parts(citation)
    return f"{text} {fill('bổ sung ' + ', '.join(missing))}" if missing else text


def missing_parts(citation: Citation) -> list[str]:
    """The parts that the decree asks for and the citation lacks, in Vietnamese."""
    if (citation.loai or "").startswith(_STATUTES):
        return []
    wanted = {
        "số, ký hiệu": citation.so_ky_hieu,
        "ngày ban hành": citation.ngay,
        "cơ quan ban hành": citation.co_quan,
    }
    return [name for name, value in wanted.items() if not value]


def plan_citation(plan: Plan, issuer: Agency) -> str:
    """The plan itself as a cited document; number and day are blanks until it is issued."""
    paper = plan.van_ban
    number = padded(paper.so) if paper.so else fill("số")
    day = official_date(paper.ngay) if paper.ngay else f"ngày {fill('ngày, tháng, năm ban hành')}"
    about = lower_first(paper.trich_yeu)
    subject = about if about.startswith(_OPENINGS) else f"về {about}"
    return f"Kế hoạch số {number}/{paper.ky_hieu} {day} của {issuer.ten} {subject}"
