"""A template is compiled once and rendered many times: as docxtpl would, the same bytes, from any thread."""

import io
import pickle
import zipfile
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import pytest
from raw_docx import p
from template_papers import by_docxtpl, canonical, story, whole_docx

from papers import plan_paper, template
from vanban.model.errors import TemplateError
from vanban.word.ooxml import w
from vanban.word.template import compile_template, render

FIELDS = {"ten": "Sở A & B", "ds": [{"ten": "một"}, {"ten": "hai"}], "co": True}


def words(data: bytes, name: str = "word/document.xml") -> list[str]:
    return ["".join(t.text or "" for t in q.iter(w("t"))) for q in story(data, name).iter(w("p"))]


def test_the_shipped_template_renders_as_docxtpl_renders_it() -> None:
    fields = plan_paper().model_dump(mode="json")
    assert canonical(render(template(), fields, where="mau.docx")) == canonical(
        by_docxtpl(template(), fields)
    )


def test_every_part_that_people_write_in_is_filled() -> None:
    parts = {
        "header1": p("Đầu {{ ten }}"),
        "footer1": p("Chân {{ ten }}"),
        "footnotes": f'<w:footnote w:id="1">{p("Chú thích {{ ten }}")}</w:footnote>',
        "endnotes": f'<w:endnote w:id="1">{p("Cuối {{ ten }}")}</w:endnote>',
    }
    out = render(whole_docx(p("{{ ten }}"), title="{{ ten }}", **parts), FIELDS, where="mau.docx")
    assert words(out) == ["Sở A & B"]
    assert words(out, "word/header1.xml") == ["Đầu Sở A & B"]
    assert words(out, "word/footer1.xml") == ["Chân Sở A & B"]
    assert words(out, "word/footnotes.xml") == ["Chú thích Sở A & B"]
    assert words(out, "word/endnotes.xml") == ["Cuối Sở A & B"]
    assert "".join(story(out, "docProps/core.xml").itertext()) == "Sở A & B"


def test_threads_share_a_template() -> None:
    compiled = compile_template(whole_docx(p("{%p for x in ds %}") + p("{{ x.ten }}") + p("{%p endfor %}")))

    def one(number: int) -> list[str]:
        return words(compiled.render({"ds": [{"ten": f"{number}-{i}"} for i in range(20)]}))

    with ThreadPoolExecutor(4) as pool:
        for number, found in enumerate(pool.map(one, range(60))):
            assert found == [f"{number}-{i}" for i in range(20)]


def test_another_process_gets_the_same_template() -> None:
    compiled = compile_template(whole_docx(p("{{ ten }}")), where="mau.docx")
    again = pickle.loads(pickle.dumps(compiled))
    assert again.render(FIELDS) == compiled.render(FIELDS)
    assert again.where == "mau.docx"


def test_the_list_of_content_types_comes_first_and_nothing_carries_a_time() -> None:
    with zipfile.ZipFile(io.BytesIO(render(whole_docx(p("{{ ten }}")), FIELDS, where="m"))) as archive:
        infos = archive.infolist()
        assert archive.testzip() is None
    assert infos[0].filename == "[Content_Types].xml"
    assert {info.date_time for info in infos} == {(1980, 1, 1, 0, 0, 0)}


@pytest.mark.parametrize(
    ("value", "element"), [("a\nb", "br"), ("a\tb", "tab"), ("a\fb", "br"), ("a\ab", "p")]
)
def test_breaks_in_a_value_become_breaks_of_word(value: str, element: str) -> None:
    source = whole_docx(p("trước {{ x }} sau", '<w:jc w:val="both"/>'))
    out = render(source, {"x": value}, where="m")
    assert canonical(out) == canonical(by_docxtpl(source, {"x": value}))
    assert story(out).find(f".//{w(element)}") is not None


def test_what_xml_cannot_hold_is_dropped() -> None:
    out = render(whole_docx(p("{{ x }}")), {"x": "a\x00b\x1bc\ud800d\ufffee\uffff"}, where="m")
    assert words(out) == ["abcde"]


def test_a_word_of_data_that_looks_like_a_tag_stays_as_it_is() -> None:
    out = render(whole_docx(p("{{ x }} {_{ y }_}")), {"x": "{{ a }} {_{ {% b %}"}, where="m")
    assert words(out) == ["{{ a }} {_{ {% b %} {{ y }}"]


def test_a_comparison_with_an_ampersand_is_meant_as_written() -> None:
    out = render(whole_docx(p("{{ 'đúng' if ten == 'Sở A &amp; B' }}")), FIELDS, where="m")
    assert words(out) == ["đúng"]


def test_a_field_named_as_a_method_is_the_field() -> None:
    out = render(whole_docx(p("{{ x.items }} {{ x.copy }}")), {"x": {"items": "5", "copy": "6"}}, where="m")
    assert words(out) == ["5 6"]


def test_an_empty_value_prints_nothing() -> None:
    assert words(render(whole_docx(p("[{{ x }}]")), {"x": None}, where="m")) == ["[]"]


LOST: dict[str, tuple[str, str]] = {
    "tên trường sai": ("Kính gửi {{ tem }}", "trường “tem”"),
    "tên trường lồng sai": ("Kính gửi {{ ds[0].tem }}", "trường “tem”"),
    "thiếu ngoặc đóng": ("Kính gửi {{ ten }", "viết sai"),
    "thiếu ngoặc mở": ("Kính gửi ten }}", "viết sai"),
    "thẻ không đóng": ("Kính gửi {{ ten", "viết sai"),
    "mã": ("Kính gửi {{ ten.__class__ }}", "chạy mã"),
    "mã sâu hơn": ("Kính gửi {{ ten.__class__.__mro__[1].__subclasses__() }}", "chạy mã"),
    "biểu thức đầy bộ nhớ": ("Kính gửi {{ ten.center(999999999) }}", "chạy mã"),
}


@pytest.mark.parametrize(("text", "fault"), LOST.values(), ids=LOST.keys())
@pytest.mark.parametrize(
    ("part", "build"),
    [
        ("thân văn bản", lambda text: whole_docx(p("mở đầu") + p(text))),
        ("đầu trang", lambda text: whole_docx(p("mở đầu"), header1=p(text))),
    ],
)
def test_what_docxtpl_loses_is_an_error_at_its_place(
    text: str, fault: str, part: str, build: Callable[[str], bytes]
) -> None:
    with pytest.raises(TemplateError) as caught:
        render(build(text), FIELDS, where="mau.docx")
    assert fault in caught.value.what
    assert caught.value.where.startswith(
        f"mau.docx, {part}, thẻ {{{{" if "{" in text else f"mau.docx, {part}"
    )
    assert "Kính gửi" in caught.value.where


def test_text_after_an_ampersand_or_a_bracket_is_not_lost() -> None:
    out = render(whole_docx(p("{{ x }}") + p("Người ký")), {"x": "A & B < C > D <E>"}, where="m")
    assert words(out) == ["A & B < C > D <E>", "Người ký"]


def test_the_tag_at_fault_is_named_among_others_in_its_paragraph() -> None:
    source = whole_docx(p("{{ ten }} và {{ ds[0].ten }} và {{ ds[0].sai }} và {{ ten }}"))
    with pytest.raises(TemplateError, match=r"thẻ \{\{ ds\[0\].sai \}\}, trong đoạn “\{\{ ten \}\} và"):
        render(source, FIELDS, where="mau.docx")
