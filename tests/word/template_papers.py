"""Small templates for tests, and the same rendered by docxtpl, the measure of the engine."""

import io
import zipfile
from collections.abc import Mapping
from typing import Any

from docxtpl import DocxTemplate
from lxml import etree
from raw_docx import SECTION, STYLES, wrap_part

from vanban.word.template_language import TemplateLanguage

_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_PACKAGE = "application/vnd.openxmlformats-package"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_ROOTS = {"header": "hdr", "footer": "ftr"}
_CORE = (
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>{title}</dc:title></cp:coreProperties>'
)


def whole_docx(body: str, *, title: str = "", section: str = SECTION, **parts: str) -> bytes:
    """A .docx that python-docx opens too. Further parts by name: header1="…", footnotes="…"."""
    inner = {"styles": STYLES, **parts}
    kinds = {name: name.rstrip("0123456789") for name in inner}
    files = {f"word/{n}.xml": wrap_part(_ROOTS.get(kinds[n], kinds[n]), text) for n, text in inner.items()}
    files["word/document.xml"] = wrap_part("document", f"<w:body>{body}{section}</w:body>")
    files["word/_rels/document.xml.rels"] = _arrows(
        *((name, f"{_OFFICE}/{kinds[name]}", f"{name}.xml") for name in inner)
    )
    core = f"{_RELATIONS}/metadata/core-properties"
    files["_rels/.rels"] = _arrows(
        ("rId1", f"{_OFFICE}/officeDocument", "word/document.xml"), ("rId2", core, "docProps/core.xml")
    )
    files["docProps/core.xml"] = _CORE.format(title=title)
    types = {f"/word/{name}.xml": f"{_WORD}.{kinds[name]}+xml" for name in inner}
    types |= {
        "/word/document.xml": f"{_WORD}.document.main+xml",
        "/docProps/core.xml": f"{_PACKAGE}.core-properties+xml",
    }
    files["[Content_Types].xml"] = (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        f'<Default Extension="rels" ContentType="{_PACKAGE}.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        + "".join(f'<Override PartName="{name}" ContentType="{kind}"/>' for name, kind in types.items())
        + "</Types>"
    )
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in files.items():
            archive.writestr(name, text)
    return buffer.getvalue()


def _arrows(*arrows: tuple[str, str, str]) -> str:
    listed = "".join(f'<Relationship Id="{i}" Type="{kind}" Target="{to}"/>' for i, kind, to in arrows)
    return f'<Relationships xmlns="{_RELATIONS}">{listed}</Relationships>'


def by_docxtpl(template: bytes, fields: Mapping[str, Any]) -> bytes:
    """What docxtpl makes of it, in the same language."""
    document = DocxTemplate(io.BytesIO(template))
    document.render(dict(fields), TemplateLanguage())
    result = io.BytesIO()
    document.save(result)
    return result.getvalue()


def canonical(data: bytes) -> dict[str, str]:
    """The stories of a .docx by name, as canonical XML without blanks between the elements."""
    parser = etree.XMLParser(remove_blank_text=True)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {
            name: etree.tostring(etree.fromstring(archive.read(name), parser), method="c14n").decode()
            for name in archive.namelist()
            if name.startswith("word/") and name.endswith(".xml")
        }


def story(data: bytes, name: str = "word/document.xml") -> etree._Element:
    """The root of one part."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return etree.fromstring(archive.read(name))
