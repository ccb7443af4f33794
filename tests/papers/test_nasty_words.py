"""Words that look like marks, tags or markup go through every kind of paper as words, and break no line."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from docx import Document
from small_plan import BOOK, before, plan, task, who

from vanban import workflow
from vanban.model.finding import Severity
from vanban.model.meeting import Conclusion, Meeting
from vanban.model.plan import PlanAppendix
from vanban.model.progress import Progress
from vanban.word.ooxml import w
from vanban.workflow import Desk

SEEN = 'A & B <c> {{ x }} {% if %} ]]> "q"'
NASTY = f"{SEEN} \u200b\ufdd0x\ufdd1 \ufdda\ufddb1\ufddc \x07 \n dòng hai"
PLAN = plan(
    task("t1-1", ten=f"Kế hoạch {NASTY}", noi_dung=[f"Xây dựng và ban hành Kế hoạch {NASTY}"]),
    task("t1-2", ten=f"Kho {NASTY}", chu_tri=[who("so-tc")], thoi_han=before(2025, 9, 1)),
    trich_yeu=f"Số hóa {NASTY}",
).model_copy(
    update={
        "phu_luc": [PlanAppendix(ten=f"PHỤ LỤC {NASTY}", doan=[NASTY], bang=[[[NASTY, "b"], ["c", NASTY]]])],
        "kinh_phi": [NASTY],
    }
)
MEETING = Meeting(
    ten=f"Họp {NASTY}",
    dia_diem=NASTY,
    chu_tri=f"Ông {NASTY}",
    thanh_phan=[NASTY],
    vang_mat=[NASTY],
    y_kien=[NASTY],
    ket_luan=[Conclusion(noi_dung=NASTY, co_quan=[NASTY], nhiem_vu="1.1", han=date(2026, 1, 1))],
)
DAY = date(2025, 12, 1)


@pytest.mark.parametrize("kind", workflow.KINDS)
def test_they_come_out_as_words(kind: str, tmp_path: Path) -> None:
    states = Progress(ngay_chot=DAY)
    desk = Desk(plan=PLAN, book=BOOK, out=tmp_path, today=DAY, progress=states)
    if "meeting" in workflow.maker_of(kind).uses:
        desk = replace(desk, meeting=MEETING)
    if kind == "quyet-dinh":
        desk = replace(desk, task="1.1")
    papers = workflow.make_papers(kind, desk).papers
    assert papers
    for paper in papers:
        assert [str(f) for f in paper.findings if f.muc is Severity.LOI] == []
        said = "\n".join(t.text or "" for t in Document(str(paper.docx)).element.iter(w("t")))
        assert not any("\ufdd0" <= letter <= "\ufdef" for letter in said)
    assert any(SEEN in t.text for t in Document(str(papers[-1].docx)).element.iter(w("t")) if t.text)
