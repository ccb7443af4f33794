"""Tags of a template are found wherever they stand, whatever Word did to their runs."""

import pytest
from raw_docx import docx, p, r

from vanban.model.papers import PAPER_KINDS
from vanban.shipped import templates_folder
from vanban.word.package import open_package
from vanban.word.template_tags import Tag, find_tags


def tags(body: str, **parts: str) -> list[Tag]:
    return find_tags(open_package(docx(body, **parts), "mẫu.docx"), "mẫu.docx")


def said(found: list[Tag]) -> list[tuple[str, str, str]]:
    return [(tag.kind, tag.scope, tag.body) for tag in found]


def test_values_statements_and_comments_with_their_scope() -> None:
    body = p("{%p for n in nhom %}") + p("Nhóm {{ n.ten }}: {{r n.so}}{# nhớ sửa #}") + p("{%p endfor -%}")
    assert said(tags(body)) == [
        ("statement", "p", "for n in nhom"),
        ("value", "", "n.ten"),
        ("value", "r", "n.so"),
        ("comment", "", "nhớ sửa"),
        ("statement", "p", "endfor"),
    ]


def test_a_tag_in_pieces_is_one_tag_with_its_place() -> None:
    pieces = (
        r("Tên: {")
        + '<w:proofErr w:type="spellStart"/>'
        + r("{ tri", "<w:b/>")
        + '<w:bookmarkStart w:id="1" w:name="a"/><w:bookmarkEnd w:id="1"/>'
        + r("ch_yeu }")
        + r("}.")
    )
    (tag,) = tags(p("đoạn trước") + f"<w:p>{pieces}</w:p>")
    assert (tag.body, tag.source, tag.runs, tag.closed) == ("trich_yeu", "{{ trich_yeu }}", 4, True)
    assert (tag.place.paragraph, tag.place.start, tag.place.end) == (2, 5, 20)
    assert tag.place.text[tag.place.start : tag.place.end] == tag.source


@pytest.mark.parametrize(
    ("text", "source", "kind"),
    [
        ("Số {{ so", "{{ so", "value"),
        ("Số {{ so } của {{ ten }}", "{{ so }", "value"),
        ("{%p if co }} rồi", "{%p if co }}", "statement"),
        ("Số so }} đây", "}}", "stray"),
    ],
)
def test_what_is_not_whole_is_found_too(text: str, source: str, kind: str) -> None:
    broken = [tag for tag in tags(p(text)) if not tag.closed]
    assert [(tag.source, tag.kind) for tag in broken] == [(source, kind)]


def test_every_part_of_the_file_is_read() -> None:
    box = (
        "<w:p><w:r><w:pict><v:shape><v:textbox><w:txbxContent>"
        + p("{{ trong_khung }}")
        + "</w:txbxContent></v:textbox></v:shape></w:pict></w:r></w:p>"
    )
    section = '<w:sectPr><w:headerReference w:type="default" r:id="header1"/></w:sectPr>'
    found = tags(box + p("{{ than }}"), section=section, header1=p("{{ dau }}"))
    assert [(tag.body, tag.place.zone, tag.place.part) for tag in found] == [
        ("trong_khung", "than", "word/document.xml"),
        ("than", "than", "word/document.xml"),
        ("dau", "dau_trang", "word/header1.xml"),
    ]


@pytest.mark.parametrize("kind", PAPER_KINDS, ids=lambda kind: kind.ma)
def test_the_shipped_templates_hold_whole_tags_only(kind) -> None:
    data = (templates_folder() / kind.mau).read_bytes()
    found = find_tags(open_package(data, kind.mau))
    assert found
    assert all(tag.closed and tag.kind in ("value", "statement") for tag in found)
