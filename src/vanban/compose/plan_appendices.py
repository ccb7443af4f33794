"""The appendices of a Kế hoạch: the tasks by agency, then those that the plan itself has.

Source: Phụ lục I, Phần I, Mục III.1; Phụ lục III, Mẫu 2.1.
"""

import re
from datetime import date
from typing import Any

from vanban.compose.assignments import assignment_appendix
from vanban.compose.attached import attached_to
from vanban.compose.plain_blocks import counted
from vanban.model.agency import Agency, AgencyBook
from vanban.model.blocks import Appendix, Block, Cell, Row
from vanban.model.document import fill
from vanban.model.plan import Plan, PlanAppendix, numbered
from vanban.viet.numbering import roman

_MARK = re.compile(r"phụ lục(?:\s+(?:số\s*)?(?:[IVXLC]+|\d+)(?!\w))?\s*[.:–—-]*\s*", re.IGNORECASE)
_ATTACHED = re.compile(r"\(\s*(?:ban hành\s+)?kèm theo\s", re.IGNORECASE)
_WIDE = 6
"""A table of this many columns lies on its side."""


def plan_appendices(
    plan: Plan, book: AgencyBook, issuer: Agency, *, shares: bool, issued_by: str
) -> dict[str, Any]:
    """The fields `phan_cong` and `phu_luc` of a PlanDocument."""
    attached = f"(Kèm theo {issued_by})" if issued_by else _with_plan(plan, issuer)
    tasks = [item.nhiem_vu for item in numbered(plan)]
    shares = shares and any(task.chu_tri or task.phoi_hop for task in tasks)
    count = len(plan.phu_luc) + shares
    numbers = [roman(i) if count > 1 else "" for i in range(1, count + 1)]
    own = numbers[1:] if shares else numbers
    return {
        "phan_cong": assignment_appendix(plan, book, number=numbers[0], attached=attached)
        if shares
        else None,
        "phu_luc": [_appendix(one, number, attached) for one, number in zip(plan.phu_luc, own, strict=True)],
    }


def _with_plan(plan: Plan, issuer: Agency) -> str:
    paper = plan.van_ban
    symbol = paper.ky_hieu or f"{paper.ten_loai}-{issuer.ky_hieu or fill('ký hiệu')}"
    day: date | None = paper.ngay
    year = paper.nam or (day.year if day else None)
    return attached_to("Kế hoạch", symbol=symbol, agency=issuer.ten, number=paper.so, day=day, year=year)


def _appendix(found: PlanAppendix, number: str, attached: str) -> Appendix:
    name = _MARK.sub("", found.ten, count=1).strip(" .:–-")
    text = [Block(cap="doan", chu=words) for words in found.doan if words and not _ATTACHED.match(words)]
    tables = [_table(rows) for rows in found.bang if rows]
    return Appendix(
        so=number,
        ten=name.upper() or fill("TÊN PHỤ LỤC"),
        ngang=any(len(rows[0]) >= _WIDE for rows in found.bang if rows),
        than=counted([*text, *tables]),
        kem_theo=attached,
    )


def _table(rows: list[list[str]]) -> Block:
    width = max(map(len, rows))
    padded = [[*row, *[""] * (width - len(row))] for row in rows]
    head, *body = [[Cell(chu=words) for words in row] for row in padded]
    return Block(cap="bang", cot=head, hang=[Row(o=cells) for cells in body])
