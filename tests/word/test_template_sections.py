"""A section mark that stands in the paragraph of a tag is kept: LibreOffice puts it there."""

import io
import zipfile

from lxml import etree

from vanban.model.papers import paper_kind
from vanban.samples import sample_document
from vanban.shipped import templates_folder
from vanban.word.template import compile_template
from vanban.word.template_sections import part_section_marks

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def joined(template: bytes) -> bytes:
    """The template with the first section mark moved into the tag before it."""
    source = zipfile.ZipFile(io.BytesIO(template))
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as target:
        for name in source.namelist():
            data = source.read(name)
            if name == "word/document.xml":
                data = _moved(data.decode()).encode()
            target.writestr(name, data)
    return made.getvalue()


def _moved(xml: str) -> str:
    at = xml.index("<w:sectPr>")
    mark = xml[at : xml.index("</w:sectPr>", at) + len("</w:sectPr>")]
    begin = xml.rindex("<w:p>", 0, at)
    end = xml.index("</w:p>", at) + len("</w:p>")
    tag_at = xml.rindex("<w:pPr>", 0, begin) + len("<w:pPr>")
    assert "{%p" in xml[tag_at:begin]
    return xml[:tag_at] + mark + xml[tag_at:begin] + xml[end:]


def test_what_it_makes_is_the_same() -> None:
    kind = paper_kind("ke-hoach")
    assert kind is not None
    fields = sample_document(kind).model_dump(mode="json")
    template = (templates_folder() / kind.mau).read_bytes()
    ours = compile_template(template).fill(fields)["word/document.xml"]
    theirs = compile_template(joined(template)).fill(fields)["word/document.xml"]
    assert ours.count(b"<w:sectPr") == theirs.count(b"<w:sectPr") > 1


def test_nothing_is_done_to_marks_that_stand_alone() -> None:
    body = f'<w:body xmlns:w="{W}"><w:p><w:pPr><w:sectPr/></w:pPr></w:p><w:sectPr/></w:body>'
    root = etree.fromstring(body)
    assert not part_section_marks(root)
    assert etree.tostring(root).decode() == body
