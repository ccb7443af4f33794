"""The appendices of a Kế hoạch: tasks by agency, the plan's own; what comes back when it is read."""

import io
from collections.abc import Callable
from datetime import date

import pytest
from docx import Document as open_docx
from docx.document import Document as WordFile
from small_plan import BOOK, CONTRADICTION, plan, task, who

from vanban import workflow
from vanban.compose.ke_hoach import compose_plan
from vanban.model.document import unmarked
from vanban.model.plan import Plan, PlanAppendix, numbered
from vanban.read.docx.plan import read_docx_plan
from vanban.read.outline.restated import says_nothing_new

DAY = date(2025, 7, 1)
PLAN = plan(
    task("t1-1", chu_tri=[who("so-nv"), who("so-tc", scope="phần kinh phí")], phoi_hop=[who("nhom")]),
    task("t1-2", ten="Kho số", thoi_han=CONTRADICTION),
    task("t1-3", ten="Tập huấn", san_pham=[], tham_quyen=[]),
)


def paper(made: Plan = PLAN, *, shares: bool = True) -> bytes:
    return workflow.build_docx(compose_plan(made, BOOK, day=DAY, shares=shares))


def read(data: bytes) -> Plan:
    return read_docx_plan(data, BOOK, "ke-hoach.docx")


def table_of(word: WordFile) -> list[list[str]]:
    return [[cell.text for cell in row.cells] for row in word.tables[-1].rows]


def test_each_agency_has_its_tasks_those_it_leads_first() -> None:
    rows = table_of(open_docx(io.BytesIO(paper())))
    agencies = [row[0] for row in rows if len(set(row)) == 1]
    assert agencies == ["Sở Nội vụ", "Sở Tài chính", "Các sở, ban, ngành có liên quan"]
    at = rows.index(["Sở Tài chính"] * 7)
    assert [row[1:3] for row in rows[at + 1 : at + 4]] == [
        ["1.1. Kế hoạch số hóa tài liệu", "Chủ trì: phần kinh phí"],
        ["1.3. Tập huấn", "Phối hợp"],
        ["1.2. Kho số", "Phối hợp"],
    ]


def test_the_text_points_to_the_appendix_and_both_come_back_as_nothing_new() -> None:
    data = paper()
    said = [p.text for p in open_docx(io.BytesIO(data)).paragraphs]
    assert "Nhiệm vụ của từng cơ quan được tổng hợp tại Phụ lục kèm theo." in said
    found, bare = read(data), read(paper(shares=False))
    assert found.phu_luc == []
    assert len(numbered(found)) == 3
    assert found.to_chuc_thuc_hien == bare.to_chuc_thuc_hien
    assert found.chua_hieu == []


def edited(data: bytes, change: Callable[[WordFile], None]) -> bytes:
    word = open_docx(io.BytesIO(data))
    change(word)
    made = io.BytesIO()
    word.save(made)
    return made.getvalue()


@pytest.mark.parametrize(("column", "words"), [(5, "Đến ngày 31/12/2026"), (3, "Sở Y tế"), (4, "Đề án khác")])
def test_a_cell_that_a_person_changed_is_not_lost(column: int, words: str) -> None:
    def change(word: WordFile) -> None:
        word.tables[-1].rows[2].cells[column].paragraphs[0].runs[0].text = words

    found = read(edited(paper(), change))
    assert len(numbered(found)) == 3
    assert words in [cell for row in found.phu_luc[0].bang[0] for cell in row]


OWN = PlanAppendix(
    ten="PHỤ LỤC: BIỂU MẪU BÁO CÁO",
    doan=["Các đơn vị báo cáo theo biểu sau."],
    bang=[[["TT", "Chỉ số", "Kết quả"], ["1", "Số trang", ""]]],
)


def test_the_appendices_of_the_plan_itself_are_printed_and_come_back() -> None:
    made = compose_plan(PLAN.model_copy(update={"phu_luc": [OWN, OWN]}), BOOK, day=DAY)
    assert made.phan_cong is not None
    assert [made.phan_cong.so, *(one.so for one in made.phu_luc)] == ["I", "II", "III"]
    assert made.phu_luc[0].ten == "BIỂU MẪU BÁO CÁO"
    found = read(workflow.build_docx(made)).phu_luc
    assert [one.bang for one in found] == [OWN.bang, OWN.bang]
    assert all("Các đơn vị báo cáo theo biểu sau" in one.doan[-1] for one in found)


def test_a_plan_that_names_no_agency_has_no_such_appendix() -> None:
    made = compose_plan(plan(task("t1-1", chu_tri=[], phoi_hop=[])), BOOK, day=DAY)
    assert made.phan_cong is None
    assert "Phụ lục" not in " ".join(
        p.text for p in open_docx(io.BytesIO(workflow.build_docx(made))).paragraphs
    )


def test_the_line_under_the_title_cites_the_plan() -> None:
    made = compose_plan(PLAN, BOOK, day=DAY)
    assert made.phan_cong is not None
    assert unmarked(made.phan_cong.kem_theo) == (
        "(Kèm theo Kế hoạch số …/KH-UBND ngày … tháng … năm 2025 của Ủy ban nhân dân tỉnh Mẫu)"
    )


def test_a_row_of_another_length_is_new_and_breaks_nothing() -> None:
    head = ("STT", "Nhiệm vụ", "Vai", "Phối hợp cùng", "Sản phẩm", "Thời hạn", "Thẩm quyền")
    assert not says_nothing_new([head, ("1", "1.1. Kho số")], PLAN)
