"""Papers part by part against papers that a person has looked at.

pytest tests/papers --update-golden    then read the difference before committing it
"""

import io
import zipfile
from datetime import date
from pathlib import Path

import pytest
from lxml import etree
from small_plan import BOOK, CONTRADICTION, plan, task

from vanban import workflow
from vanban.compose.assignments import bearers
from vanban.compose.bao_cao import compose_report
from vanban.compose.conclusions import compose_conclusions, compose_minutes
from vanban.compose.decision import task_decision
from vanban.compose.don_doc import compose_reminder
from vanban.compose.figures import figures
from vanban.compose.giao_viec import compose_assigning
from vanban.compose.invitation import compose_invitation
from vanban.compose.ke_hoach import compose_plan
from vanban.compose.meeting_parts import MeetingPapers
from vanban.compose.plan_frame import PlanPapers
from vanban.compose.plan_submission import compose_plan_submission
from vanban.compose.tien_do import compose_period_report
from vanban.compose.to_trinh import compose_submission
from vanban.model.document import Document
from vanban.model.meeting import Conclusion, Meeting
from vanban.model.plan import numbered
from vanban.model.progress import ProducedPaper, Progress, TaskProgress, TaskState

GOLDEN = Path(__file__).parent / "golden"
DAY = date(2025, 12, 1)
PLAN = plan(task("t1-1"), task("t1-2", ten="Kho số", thoi_han=CONTRADICTION), task("t1-3", ten="Tập huấn"))
STATES = Progress(
    ngay_chot=DAY,
    tien_do=[
        TaskProgress(
            nhiem_vu="t1-1",
            trang_thai=TaskState.HOAN_THANH,
            phan_tram=100,
            ngay_hoan_thanh=date(2025, 9, 5),
            san_pham_dat=[
                ProducedPaper(
                    loai="Kế hoạch",
                    so_ky_hieu="12/KH-UBND",
                    ngay=date(2025, 9, 5),
                    co_quan="Ủy ban nhân dân tỉnh Mẫu",
                    trich_yeu="về số hóa tài liệu",
                )
            ],
        ),
        TaskProgress(nhiem_vu="t1-3", trang_thai=TaskState.DANG_THUC_HIEN, phan_tram=40),
    ],
)
FIGURES = figures(PLAN, STATES, DAY)
BEFORE = Progress(
    ngay_chot=date(2025, 9, 1),
    tien_do=[TaskProgress(nhiem_vu="t1-3", trang_thai=TaskState.DANG_THUC_HIEN, phan_tram=15)],
)
HELD = MeetingPapers(
    PlanPapers(PLAN, BOOK),
    Meeting(
        ngay=date(2025, 12, 5),
        gio="08 giờ 30",
        dia_diem="phòng họp số 1",
        ket_luan=[Conclusion(noi_dung="Chốt thời hạn kho số", nhiem_vu="1.2", han=date(2025, 12, 31))],
    ),
    FIGURES,
)
PAPERS: dict[str, Document] = {
    "ke-hoach": compose_plan(PLAN, BOOK, day=DAY),
    "to-trinh": compose_submission(PLAN, numbered(PLAN)[0], BOOK, day=DAY),
    "giao-viec": compose_assigning(PLAN, bearers(PLAN, BOOK)[1], BOOK, day=DAY),
    "don-doc": compose_reminder(PLAN, FIGURES.by_agency[0], FIGURES, BOOK, before=date(2025, 12, 8)),
    "bao-cao": compose_report(PLAN, STATES, BOOK, as_of=DAY),
    "to-trinh-ke-hoach": compose_plan_submission(PLAN, BOOK, day=DAY),
    "quyet-dinh": task_decision(PLAN, numbered(PLAN)[0], BOOK).document(DAY),
    "giay-moi": compose_invitation(HELD, day=DAY),
    "bien-ban": compose_minutes(HELD, day=DAY),
    "thong-bao-ket-luan": compose_conclusions(HELD, day=DAY),
    "bao-cao-tien-do": compose_period_report(PLAN, STATES, BOOK, as_of=DAY, before=BEFORE),
}
SHARED = ("word/styles.xml", "word/numbering.xml", "word/settings.xml", "word/header1.xml")
OWN = ("word/document.xml", "word/footnotes.xml", "docProps/core.xml")


def parts(data: bytes) -> dict[str, str]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: readable(archive.read(name)) for name in archive.namelist() if name.endswith(".xml")}


def readable(xml: bytes) -> str:
    root = etree.fromstring(xml, etree.XMLParser(remove_blank_text=True))
    return etree.tostring(root, pretty_print=True, encoding="unicode")


def compared(name: str, text: str, update: bool) -> None:
    path = GOLDEN / name
    if update:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    assert text == path.read_text(encoding="utf-8")


@pytest.mark.parametrize("kind", PAPERS)
def test_a_paper_is_what_was_looked_at(kind: str, pytestconfig: pytest.Config) -> None:
    found = parts(workflow.build_docx(PAPERS[kind]))
    for part in OWN:
        compared(f"{kind}/{Path(part).name}", found[part], bool(pytestconfig.getoption("update_golden")))


def test_what_all_papers_share_is_what_was_looked_at(pytestconfig: pytest.Config) -> None:
    every = [parts(workflow.build_docx(paper)) for paper in PAPERS.values()]
    for part in SHARED:
        assert {found[part] for found in every} == {every[0][part]}
        compared(f"chung/{Path(part).name}", every[0][part], bool(pytestconfig.getoption("update_golden")))
    assert {tuple(sorted(found)) for found in every} == {tuple(sorted(every[0]))}
