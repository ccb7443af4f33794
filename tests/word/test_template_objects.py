"""What is more than words in a template or a value: images, rich text, drawings, grids, tags across XML."""

import io
import struct
import zipfile
import zlib

import pytest
from docx.image.image import Image
from docxtpl import DocxTemplate, InlineImage, Listing, RichText
from raw_docx import cell, p, r, row, table
from template_papers import by_docxtpl, canonical, story, whole_docx

from vanban.model.errors import TemplateError
from vanban.word.ooxml import w
from vanban.word.template import compile_template, render


def png() -> bytes:
    """A picture of one point."""
    chunks = ((b"IHDR", struct.pack(">2L5B", 1, 1, 8, 2, 0, 0, 0)), (b"IDAT", zlib.compress(b"\0\xff\0\0")))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">L", len(data)) + name + data + struct.pack(">L", zlib.crc32(name + data))
        for name, data in (*chunks, (b"IEND", b""))
    )


TC_WIDTH = '<w:tcW w:w="1500" w:type="dxa"/>'
DRAWING = '<w:r><w:drawing><wp:inline><wp:docPr id="7" name="Hình"/></wp:inline></w:drawing></w:r>'


def texts(data: bytes, name: str = "word/document.xml") -> list[str]:
    return ["".join(t.text or "" for t in q.iter(w("t"))) for q in story(data, name).iter(w("p"))]


Case = tuple[bytes, dict[str, object]]


@pytest.fixture
def with_image() -> Case:
    template = whole_docx(
        p("Hình {{ hinh }} của {{ ten }}"),
        header1=p("{{ ten }}"),
        footnotes=f'<w:footnote w:id="1">{p("{{ ten }}")}</w:footnote>',
    )
    image = InlineImage(DocxTemplate(io.BytesIO(template)), io.BytesIO(png()))
    return template, {"hinh": image, "ten": "A & {{ B }}"}


def test_an_image_is_put_in_and_all_else_is_filled_as_ever(with_image: Case) -> None:
    template, fields = with_image
    out = render(template, fields, where="m")
    with zipfile.ZipFile(io.BytesIO(out)) as archive:
        assert Image.from_blob(archive.read("word/media/image1.png")).px_width == 1
    assert texts(out) == ["Hình  của A & {{ B }}"]
    assert texts(out, "word/header1.xml") == texts(out, "word/footnotes.xml") == ["A & {{ B }}"]


def test_a_paper_with_an_image_is_the_same_bytes_twice(with_image: Case) -> None:
    template, fields = with_image
    compiled = compile_template(template)
    assert compiled.render(fields) == compiled.render(fields)


def test_what_is_not_there_is_an_error_beside_an_image_too(with_image: Case) -> None:
    template, fields = with_image
    del fields["ten"]
    with pytest.raises(TemplateError):
        render(template, fields, where="m")


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("a {{r x }} b", RichText("đậm & <nghiêng>", bold=True)),
        ("a {{ x }} b", Listing("một & hai\nba\tbốn")),
        ("a {{r x }} b", RichText("dòng\nhai", italic=True)),
    ],
)
def test_rich_text_and_listings_come_out_as_docxtpl_does_it(text: str, value: object) -> None:
    template = whole_docx(p(text))
    assert canonical(render(template, {"x": value}, where="m")) == canonical(
        by_docxtpl(template, {"x": value})
    )


def test_broken_markup_in_a_value_is_refused() -> None:
    with pytest.raises(TemplateError, match="văn bản làm ra hỏng"):
        render(whole_docx(p("{{ x|safe }}")), {"x": "<w:p>"}, where="m")


def test_drawings_in_a_loop_have_a_number_each_as_docxtpl_counts() -> None:
    body = p("{%p for x in ds %}") + f"<w:p>{r('{{ x }}')}{DRAWING}</w:p>" + p("{%p endfor %}")
    template, fields = whole_docx(f"<w:p>{DRAWING}</w:p>" + body), {"ds": ["a", "b"]}
    assert canonical(render(template, fields, where="m")) == canonical(by_docxtpl(template, fields))


def test_a_loop_of_columns_widens_the_grid_as_docxtpl_does() -> None:
    looped = [cell(p(text), TC_WIDTH) for text in ("{%tc for x in ds %}", "{{ x }}", "{%tc endfor %}")]
    template = whole_docx(table(row(*looped), grid="3000 3000") + p())
    for fields in ({"ds": ["a"]}, {"ds": list("abcde")}, {"ds": []}):
        assert canonical(render(template, fields, where="m")) == canonical(by_docxtpl(template, fields))


def test_a_loop_of_merged_cells_spans_them() -> None:
    cells = [
        cell(p(text), TC_WIDTH) for text in ("{%tc for x in ds %}", "{% hm %}{{ ten }}", "{%tc endfor %}")
    ]
    template = whole_docx(table(row(*cells), grid="3000 3000") + p())
    fields = {"ds": list("abc"), "ten": "chung"}
    out = render(template, fields, where="m")
    assert canonical(out) == canonical(by_docxtpl(template, fields))
    assert [s.get(w("val")) for s in story(out).iter(w("gridSpan"))] == ["3"]


def test_a_heading_row_stays_a_heading_row() -> None:
    head = row(cell(p("Số"), TC_WIDTH), cell(p("Tên"), TC_WIDTH), properties="<w:tblHeader/>")
    rows = [
        row(cell(p("{%tr for x in ds %}"), TC_WIDTH), cell(p(), TC_WIDTH)),
        row(cell(p("{{ loop.index }}"), TC_WIDTH), cell(p("{{ x }}"), TC_WIDTH)),
        row(cell(p("{%tr endfor %}"), TC_WIDTH), cell(p(), TC_WIDTH)),
    ]
    out = story(render(whole_docx(table(head, *rows, grid="1500 1500") + p()), {"ds": ["a", "b"]}, where="m"))
    rows_made = list(out.iter(w("tr")))
    assert [row.find(f"{w('trPr')}/{w('tblHeader')}") is not None for row in rows_made] == [
        True,
        False,
        False,
    ]


def test_a_loop_that_cuts_through_cells_is_told_at_its_tag() -> None:
    body = table(row(cell(p("{% if co %}a"), TC_WIDTH), cell(p("b"), TC_WIDTH)), grid="1 1") + p(
        "{% endif %}"
    )
    template = whole_docx(body)
    with pytest.raises(TemplateError, match=r"thẻ \{% endif %\}.*cắt ngang"):
        render(template, {"co": False}, where="mau.docx")
