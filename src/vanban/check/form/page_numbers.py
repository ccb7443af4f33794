"""Page numbers: there, from 1, hidden on the first page, counted anew in each appendix (I.7, III.1.đ).

Size and alignment of the number are the row `so_trang` of the law and are checked with the other rows.
"""

from collections.abc import Iterator
from typing import Final

from vanban.check.form.paper import Paper
from vanban.check.form.parts import is_page_number
from vanban.check.form.static_rules import breach
from vanban.check.rule import Rule
from vanban.law.decree import Decree
from vanban.model.finding import Finding, Severity
from vanban.model.sheet import SectionFacts

_ONE_PAGE_LETTERS: Final = 1500
"""A paper with fewer characters than this is taken to have one page, which shows no number."""
_SURELY_TWO_PAGES: Final = 3500
"""No page of a foreign paper holds more than this below its letterhead."""


def page_number_rules(decree: Decree) -> dict[str, Rule]:
    """The rules for page numbers, by the last part of their id."""
    law = decree.page_number
    why = "Số trang giúp người đọc biết văn bản còn đủ tờ và viện dẫn đúng chỗ."
    return {
        "thieu": breach(
            "so-trang.thieu",
            "Số trang: phải có, ở giữa lề trên",
            law.cite,
            sai="không đánh số trang, hoặc đánh ở chân trang",
            dung="số trang ở giữa lề trên",
            vi_sao=why,
        ),
        "so-dau": breach(
            "so-trang.so-dau",
            "Số trang: đánh từ số 1",
            law.cite,
            sai="trang đầu mang số 3",
            dung=f"trang đầu mang số {law.bat_dau}",
            vi_sao=why,
        ),
        "trang-dau": breach(
            "so-trang.trang-dau",
            "Số trang: không hiển thị ở trang thứ nhất",
            law.cite,
            sai="trang thứ nhất in số 1",
            dung="trang thứ nhất không in số",
            vi_sao=why,
        ),
        "phu-luc": breach(
            "so-trang.phu-luc",
            "Số trang: mỗi phụ lục đánh số riêng",
            law.phu_luc_cite,
            sai="phụ lục đánh số tiếp theo văn bản",
            dung="mỗi phụ lục đánh số trang từ 1",
            vi_sao="Phụ lục có thể tách khỏi văn bản, nên trang của nó được đếm riêng.",
        ),
    }


def check_page_numbers(paper: Paper) -> Iterator[Finding]:
    """Findings on the page numbers of every section."""
    rules = page_number_rules(paper.decree)
    law = paper.decree.page_number
    for index, section in enumerate(paper.sheet.sections):
        if not _has_number(paper, section.default_header):
            if _needs_numbers(paper) or (paper.foreign and _is_at_foot(paper, section)):
                yield paper.finding(
                    rules["thieu"],
                    _missing(paper),
                    part=_part(paper, index),
                    severity=Severity.CANH_BAO if _is_perhaps_one_page(paper, index) else None,
                )
            continue
        starts = index == 0 or (section.page_start is not None and not paper.foreign)
        if index == 0 and section.page_start not in (None, law.bat_dau):
            yield paper.finding(
                rules["so-dau"],
                f"số trang bắt đầu từ {section.page_start}, phải từ {law.bat_dau}",
                part=_part(paper, index),
            )
        if starts and not law.hien_trang_dau and _shows_first(paper, section):
            yield paper.finding(
                rules["trang-dau"],
                "trang thứ nhất hiển thị số trang",
                part=_part(paper, index),
                fix="bật “Trang đầu khác” (Different First Page) và để trống đầu trang thứ nhất",
            )
    yield from _appendices(paper, rules["phu-luc"])


def _appendices(paper: Paper, rule: Rule) -> Iterator[Finding]:
    """Each appendix opens a section of its own that counts from 1."""
    opened: set[int] = {p.section for p in paper.sheet.paragraphs[:1]}
    for heading in paper.of("phu_luc"):
        section = paper.sheet.sections[heading.section]
        if heading.section in opened:
            yield paper.finding(
                rule, "phụ lục chưa nằm ở một phần trang riêng nên số trang đếm tiếp phần trước", at=heading
            )
        elif section.page_start != paper.decree.page_number.bat_dau:
            counted = "đếm tiếp" if section.page_start is None else f"bắt đầu từ {section.page_start}"
            yield paper.finding(rule, f"số trang của phụ lục {counted}, phải đánh riêng từ 1", at=heading)
        opened.add(heading.section)


def _has_number(paper: Paper, header: tuple[int, ...]) -> bool:
    return any(p.number in header and is_page_number(p) for p in paper.sheet.paragraphs)


def _shows_first(paper: Paper, section: SectionFacts) -> bool:
    return not section.title_page or _has_number(paper, section.first_header)


def _is_perhaps_one_page(paper: Paper, index: int) -> bool:
    """Whether a section without numbers may be one page that hides its own, while others show theirs.

    LibreOffice writes a first page with another header as a section of its own.
    """
    if not paper.foreign or not any(_has_number(paper, each.default_header) for each in paper.sheet.sections):
        return False
    mine = (p for p in paper.sheet.paragraphs if p.zone == "than" and p.section == index)
    return sum(len(p.text) for p in mine) < _SURELY_TWO_PAGES


def _is_at_foot(paper: Paper, section: SectionFacts) -> bool:
    """Whether every page, the first one too, prints its number at the foot."""
    return not section.title_page and _has_number(paper, section.default_footer)


def _needs_numbers(paper: Paper) -> bool:
    """Whether it has a second page: as Word counted, else by its length."""
    body = [p for p in paper.sheet.paragraphs if p.zone == "than"]
    pages = max((p.page or 0 for p in body), default=0)
    all_known = len(paper.sheet.sections) == 1 and all(p.page for p in body)
    if paper.foreign and (pages > 1 or (pages and all_known)):
        return pages > 1
    letters = sum(len(p.text) for p in body)
    least = _SURELY_TWO_PAGES if paper.foreign else _ONE_PAGE_LETTERS
    return letters >= least or len(paper.sheet.sections) > 1


def _missing(paper: Paper) -> str:
    if any(is_page_number(p) and p.zone == "chan_trang" for p in paper.sheet.paragraphs):
        return "số trang đặt ở chân trang, phải đặt ở giữa lề trên"
    return "không có số trang ở giữa lề trên"


def _part(paper: Paper, index: int) -> str:
    return "Số trang" if len(paper.sheet.sections) == 1 else f"Số trang, phần trang {index + 1}"
