"""Whatever words a plan holds, its papers hold them whole, lawful, and the same twice."""

import unicodedata
from datetime import date

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from small_plan import BOOK, plan, task

from vanban import workflow
from vanban.compose.ke_hoach import compose_plan
from vanban.compose.to_trinh import compose_submission
from vanban.model.agency import AgencyBook
from vanban.model.document import Document
from vanban.model.finding import Severity
from vanban.model.plan import Plan, Product, Task, numbered
from vanban.word.observe import observe

DAY = date(2025, 12, 1)
AWKWARD = st.sampled_from(
    ["A & B", "<w:t>", '"ngoặc"', "{{ x }}", "{% if %}", "hai  cách", "Tiê\u0301ng", "😀", "a\nb", "'"]
)
WORDS = st.lists(
    st.one_of(AWKWARD, st.text("ăâđêôơưạ áéíABC019,;:", min_size=1, max_size=12)), min_size=1, max_size=6
)
TEXT = WORDS.map(lambda words: "Việc " + " ".join(words) + " xong")
LONG = st.just("Nội dung dài " + "chữ " * 1000 + "hết")


def shown(text: str) -> str:
    """The text as a paper shows it: composed, on one line, without its end marks."""
    return " ".join(unicodedata.normalize("NFC", text).split()).strip(" .;:,").casefold()


@st.composite
def tasks(draw: st.DrawFn) -> Task:
    return task(
        draw(st.uuids()).hex,
        ten=draw(TEXT),
        noi_dung=draw(st.lists(st.one_of(TEXT, LONG), min_size=1, max_size=2)),
        san_pham=[Product(ten=draw(TEXT))],
    )


@st.composite
def plans(draw: st.DrawFn) -> Plan:
    made = plan(*draw(st.lists(tasks(), min_size=1, max_size=3)), trich_yeu=draw(TEXT))
    return made.model_copy(update={"muc_tieu": [draw(TEXT)], "to_chuc_thuc_hien": [draw(TEXT), draw(TEXT)]})


def words_of(paper: Document) -> str:
    data = workflow.build_docx(paper)
    assert data == workflow.build_docx(paper)
    wrong = [f for f in workflow.check_docx(data, where="thử.docx") if f.muc is Severity.LOI]
    assert wrong == []
    return " ".join(" ".join(p.text.split()) for p in observe(data).paragraphs).casefold()


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
)
@given(plans())
def test_a_plan_comes_out_whole(made: Plan) -> None:
    text = words_of(compose_plan(made, BOOK, day=DAY))
    wanted = [made.van_ban.trich_yeu, *made.muc_tieu, *made.to_chuc_thuc_hien]
    for item in numbered(made):
        wanted += [item.nhiem_vu.ten or "", *item.nhiem_vu.noi_dung, *(p.ten for p in item.nhiem_vu.san_pham)]
    assert [w for w in wanted if shown(w) not in text] == []


@settings(
    max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
)
@given(plans())
def test_a_submission_comes_out_whole(made: Plan) -> None:
    item = numbered(made)[0]
    text = words_of(compose_submission(made, item, BOOK, day=DAY))
    assert [w for w in (item.nhiem_vu.ten or "", *item.nhiem_vu.noi_dung) if shown(w) not in text] == []


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
    assert " ".join(parts).casefold() in words_of(paper)
