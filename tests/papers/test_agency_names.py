"""The names of agencies, however long: whole, and over a rule line of lawful length."""

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st
from small_plan import BOOK, plan

from vanban import workflow
from vanban.compose.ke_hoach import compose_plan
from vanban.model.agency import AgencyBook
from vanban.model.finding import Severity
from vanban.word.observe import observe

DAY = date(2025, 12, 1)


@settings(max_examples=15, deadline=None)
@given(
    st.lists(
        st.sampled_from(["BAN", "QUẢN LÝ", "ĐẦU TƯ & XÂY DỰNG", "CÁC KHU", "<CÔNG NGHIỆP>"]),
        min_size=1,
        max_size=14,
    )
)
def test_any_agency_name_keeps_its_rule_line_lawful(parts: list[str]) -> None:
    renamed = [
        a.model_copy(update={"ten": " ".join(parts), "dau_trang": []}) if a.id == "ubnd" else a
        for a in BOOK.co_quan
    ]
    paper = compose_plan(plan(), AgencyBook(co_quan=renamed), day=DAY)
    data = workflow.build_docx(paper)
    assert [f for f in workflow.check_layout(data, where="thử.docx") if f.muc is Severity.LOI] == []
    assert " ".join(parts) in [p.text for p in observe(data).paragraphs]
