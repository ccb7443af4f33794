"""Data + template → .docx: nothing is lost, nothing runs, the same bytes twice."""

import io
import zipfile
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from papers import docx, letterhead, plan_paper, task, template
from vanban.law.decree import load_decree
from vanban.model.document import GroupBlock, fill, note
from vanban.model.errors import TemplateError
from vanban.word.finish import finish
from vanban.word.metrics import text_width_mm, wrap
from vanban.word.observe import observe
from vanban.word.stationery import Stationery
from vanban.word.template import render

ANY_TEXT = st.text(
    st.characters(blacklist_categories=["Cs", "Cc", "Cn", "Zl", "Zp"], blacklist_characters="\ufffe\uffff"),
    min_size=1,
    max_size=80,
)


def body_text(data: bytes) -> str:
    return "\n".join(p.text for p in observe(data, "thử.docx").paragraphs)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(ANY_TEXT.map(lambda s: f"đầu {s} & < > \" ' cuối"))
def test_any_text_comes_out_whole(text: str) -> None:
    paper = plan_paper(mo_dau=text, nhom=[GroupBlock(so="1", ten=text, nhiem_vu=[task(san_pham=text)])])
    assert body_text(docx(paper)).count(paper.mo_dau) == 3


@pytest.mark.parametrize(
    "text", ["một\nhai\nba", "x" * 4000, "a\tb", "{{ trich_yeu }} {% if %}", "&amp; &#65;"]
)
def test_awkward_texts_come_out_whole(text: str) -> None:
    assert text in body_text(docx(plan_paper(mo_dau=text)))


def test_decomposed_letters_come_out_composed() -> None:
    assert "Tiếng Việt" in body_text(docx(plan_paper(mo_dau="Tiê\u0301ng Viê\u0323t")))


def test_the_same_paper_gives_the_same_bytes() -> None:
    assert docx(plan_paper()) == docx(plan_paper())


def test_entries_of_the_file_carry_no_time() -> None:
    with zipfile.ZipFile(io.BytesIO(docx(plan_paper()))) as archive:
        assert {info.date_time[0] for info in archive.infolist()} == {1980}


def test_a_blank_is_highlighted_and_readable() -> None:
    sheet = observe(docx(plan_paper(mo_dau=f"Ký bởi {fill('họ tên')} hôm nay")), "thử.docx")
    spans = [span for p in sheet.paragraphs for span in p.spans if span.highlight]
    assert [span.text for span in spans] == ["[họ tên]"]
    assert "Ký bởi [họ tên] hôm nay" in [p.text for p in sheet.paragraphs]


def test_a_note_becomes_a_word_footnote() -> None:
    sheet = observe(docx(plan_paper(mo_dau=f"“Đề án”{note('Tờ trình số 20')} được duyệt")), "thử.docx")
    host = next(p for p in sheet.paragraphs if p.notes)
    assert host.text == "“Đề án” được duyệt"
    assert [p.text.strip() for p in sheet.paragraphs if p.zone == "chu_thich"] == ["Tờ trình số 20"]


def test_no_mark_is_left_in_the_file() -> None:
    data = docx(plan_paper(mo_dau=f"{fill('a')}{note('b')}", muc_tieu=[fill("c") * 3]))
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        joined = b"".join(archive.read(name) for name in archive.namelist()).decode(errors="ignore")
    assert not any(mark in joined for mark in "\ufdd0\ufdd1\ufdd2\ufdd3")


def test_a_name_of_three_lines_stays_whole_and_keeps_a_lawful_rule() -> None:
    name = "BAN QUẢN LÝ DỰ ÁN ĐẦU TƯ XÂY DỰNG CÁC CÔNG TRÌNH HẠ TẦNG KỸ THUẬT VÀ DÂN DỤNG TỈNH MẪU"
    sheet = observe(docx(plan_paper(dau_trang=letterhead(name))), "thử.docx")
    shown = sheet.by_style["VB Cơ quan ban hành"][0]
    assert shown.text == name
    cell = shown.cell
    assert cell is not None
    assert cell.width_mm is not None
    room = cell.width_mm - shown.left_mm - shown.right_mm
    lines = [text_width_mm(line, 12, bold=True) for line in wrap(name, room, 12, bold=True)]
    assert len(lines) == 4
    assert min(lines) > 0.6 * max(lines)
    rule = sheet.by_style["VB Kẻ cơ quan"][0].number
    assert next(r.length_mm for r in sheet.rule_lines if r.paragraph == rule) < 31


def test_five_hundred_tasks_come_out_in_order() -> None:
    groups = [
        GroupBlock(
            so=str(g), ten=f"Nhóm {g}", nhiem_vu=[task(f"{g}.{t}", ten=f"Việc {g}-{t}") for t in range(1, 51)]
        )
        for g in range(1, 11)
    ]
    sheet = observe(docx(plan_paper(nhom=groups)), "thử.docx")
    shown = [(p.label, p.text) for p in sheet.by_style["VB Khoản con"]]
    assert shown == [(f"{g}.{t}.", f"Việc {g}-{t}") for g in range(1, 11) for t in range(1, 51)]


def test_word_numbers_headings_by_itself() -> None:
    sheet = observe(docx(plan_paper()), "thử.docx")
    assert [p.label for p in sheet.by_style["VB Mục La Mã"]] == ["I.", "II.", "III."]
    assert {p.outline_level for p in sheet.by_style["VB Khoản con"]} == {2}


def test_the_end_of_the_text_stays_with_the_signature() -> None:
    sheet = observe(docx(plan_paper()), "thử.docx")
    last = sheet.by_style["VB Gạch đầu dòng"][-1]
    assert last.text.endswith("./.")
    assert last.keep_next


def broken(*lines: str) -> bytes:
    paper = Stationery(load_decree())
    for line in lines:
        paper.tag(line)
    return paper.docx()


@pytest.mark.parametrize(
    ("lines", "words"),
    [
        (["{{ khong_co }}"], "khong_co"),
        (["{{ dau_trang.khong_co }}"], "khong_co"),
        (["{%p for x in can_cu %}", "{{ x }}"], "endfor"),
        (["{{ trich_yeu }"], "viết sai"),
        (["{{ ''.__class__.__mro__ }}"], "chạy mã"),
        (["{{ trich_yeu | khong_co_bo_loc }}"], "khong_co_bo_loc"),
    ],
)
def test_a_broken_template_says_what_is_wrong(lines: list[str], words: str) -> None:
    with pytest.raises(TemplateError) as caught:
        render(broken(*lines), plan_paper().model_dump(mode="json"), where="mau.docx")
    assert words in str(caught.value)
    assert "mau.docx" in str(caught.value)


def test_what_is_no_word_file_is_refused() -> None:
    with pytest.raises(TemplateError, match=r"mau\.docx"):
        render(b"khong phai docx", {}, where="mau.docx")


def test_properties_of_the_file_tell_title_and_language() -> None:
    sheet = observe(docx(plan_paper(tieu_de="Kế hoạch <A> & B")), "thử.docx")
    assert sheet.title == "Kế hoạch <A> & B"
    assert sheet.language == "vi-VN"


def test_finishing_twice_changes_nothing() -> None:
    once = docx(plan_paper())
    again = finish(once, load_decree(), title=plan_paper().tieu_de, language="vi-VN", day=date(2025, 7, 1))
    assert again == once


def test_the_shipped_template_is_a_word_file() -> None:
    assert zipfile.is_zipfile(io.BytesIO(template()))
