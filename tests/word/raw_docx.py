"""Small .docx files for tests, written part by part, and what `observe` sees in them."""

import io
import zipfile

from vanban.model.sheet import Paragraph, Sheet
from vanban.word.observe import observe

NS = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
)
SECTION = (
    '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/>'
    '<w:pgMar w:top="1134" w:right="1134" w:bottom="1134" w:left="1701"/></w:sectPr>'
)
STYLES = (
    '<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman"/>'
    '<w:sz w:val="28"/><w:lang w:val="vi-VN"/></w:rPr></w:rPrDefault></w:docDefaults>'
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>'
)
BORDER = '<w:pBdr><w:bottom w:val="single" w:sz="4" w:color="{color}"/></w:pBdr>'
BLACK = BORDER.format(color="auto")
_TYPES = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"


def wrap_part(tag: str, inner: str) -> str:
    return f"<w:{tag} {NS}>{inner}</w:{tag}>"


def docx(body: str, *, section: str = SECTION, styles: str = STYLES, **parts: str) -> bytes:
    """A .docx with this content of w:body. Further parts by name: numbering="…", header1="…", theme1="…".

    Their content stands inside the right root; the relationship id of a part is its name.
    """
    files = {"word/document.xml": wrap_part("document", f"<w:body>{body}{section}</w:body>")}
    roots = {"header": "hdr", "footer": "ftr"}
    for name, inner in {"styles": styles, **parts}.items():
        kind = name.rstrip("0123456789")
        files[f"word/{name}.xml"] = inner if kind == "theme" else wrap_part(roots.get(kind, kind), inner)
    arrows = "".join(
        f'<Relationship Id="{name}" Type="{_TYPES}{name.rstrip("0123456789")}" Target="{name}.xml"/>'
        for name in ("styles", *parts)
    )
    files["word/_rels/document.xml.rels"] = _relationships(arrows)
    return zipped(files)


def see(body: str, **parts: str) -> Sheet:
    return observe(docx(body, **parts), "thử.docx")


def first(body: str, **parts: str) -> Paragraph:
    return see(body, **parts).paragraphs[0]


def texts(sheet: Sheet) -> list[str]:
    return [paragraph.text for paragraph in sheet.paragraphs]


def zipped(files: dict[str, str], *, main: str = "word/document.xml") -> bytes:
    """A package of these parts, with the root relationship to `main`."""
    root = f'<Relationship Id="rId1" Type="{_TYPES}officeDocument" Target="{main}"/>'
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("_rels/.rels", _relationships(root))
        for name, text in files.items():
            archive.writestr(name, text)
    return buffer.getvalue()


def p(text: str = "", properties: str = "", run: str = "") -> str:
    """A paragraph of one run."""
    return f"<w:p><w:pPr>{properties}</w:pPr>{r(text, run) if text else ''}</w:p>"


def r(text: str, properties: str = "") -> str:
    """A run."""
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def style(style_id: str, name: str, inner: str = "", *, based_on: str = "", kind: str = "paragraph") -> str:
    """A style."""
    base = f'<w:basedOn w:val="{based_on}"/>' if based_on else ""
    return f'<w:style w:type="{kind}" w:styleId="{style_id}"><w:name w:val="{name}"/>{base}{inner}</w:style>'


def table(*rows: str, properties: str = "", grid: str = "") -> str:
    columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in grid.split())
    return f"<w:tbl><w:tblPr>{properties}</w:tblPr><w:tblGrid>{columns}</w:tblGrid>{''.join(rows)}</w:tbl>"


def row(*cells: str, properties: str = "") -> str:
    return f"<w:tr><w:trPr>{properties}</w:trPr>{''.join(cells)}</w:tr>"


def cell(content: str, properties: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{content}</w:tc>"


def section(properties: str) -> str:
    return f"<w:sectPr>{properties}</w:sectPr>"


def _relationships(arrows: str) -> str:
    return (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f"{arrows}</Relationships>"
    )
