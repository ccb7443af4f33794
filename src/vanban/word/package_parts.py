"""The parts of a .docx that are the same in every template: page number, settings, notes, properties."""

from vanban.word.theme import theme_xml

_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_PARTS = ("styles", "numbering", "settings", "fontTable", "footnotes")


def static_parts(page_number_style: str, font: str) -> dict[str, bytes]:
    """All parts but the document, its styles and its lists, by name."""
    texts = {
        "[Content_Types].xml": _content_types(),
        "_rels/.rels": _package_relations(),
        "docProps/core.xml": core_properties(title="", language="vi-VN", created="2020-03-05"),
        "docProps/app.xml": _app_properties(),
        "word/_rels/document.xml.rels": _document_relations(),
        "word/settings.xml": _settings(),
        "word/fontTable.xml": _font_table(font),
        "word/theme/theme1.xml": theme_xml(font),
        "word/header1.xml": _page_number_header(page_number_style),
        "word/header2.xml": _empty_header(page_number_style),
        "word/footnotes.xml": empty_footnotes(),
    }
    return {name: (_HEAD + text).encode() for name, text in texts.items()}


def core_properties(*, title: str, language: str, created: str) -> str:
    """The part docProps/core.xml, without the XML declaration; `title` must be escaped already.

    `created` is an ISO day: the day of the paper, not the moment of the run.
    """
    stamp = f'xsi:type="dcterms:W3CDTF">{created}T00:00:00Z<'
    return (
        "<cp:coreProperties "
        'xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
        'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{title}</dc:title><dc:creator>vanban</dc:creator><dc:language>{language}</dc:language>"
        f"<dcterms:created {stamp}/dcterms:created><dcterms:modified {stamp}/dcterms:modified>"
        "</cp:coreProperties>"
    )


def _content_types() -> str:
    overrides = {
        "/word/document.xml": f"{_TYPE}.document.main+xml",
        **{f"/word/{part}.xml": f"{_TYPE}.{part}+xml" for part in _PARTS},
        "/word/theme/theme1.xml": "application/vnd.openxmlformats-officedocument.theme+xml",
        "/word/header1.xml": f"{_TYPE}.header+xml",
        "/word/header2.xml": f"{_TYPE}.header+xml",
        "/docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml",
        "/docProps/app.xml": "application/vnd.openxmlformats-officedocument.extended-properties+xml",
    }
    return (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        + "".join(f'<Override PartName="{name}" ContentType="{kind}"/>' for name, kind in overrides.items())
        + "</Types>"
    )


def _package_relations() -> str:
    core = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
    return (
        f'<Relationships xmlns="{_RELATIONS}">'
        f'<Relationship Id="rId1" Type="{_OFFICE}/officeDocument" Target="word/document.xml"/>'
        f'<Relationship Id="rId2" Type="{core}" Target="docProps/core.xml"/>'
        f'<Relationship Id="rId3" Type="{_OFFICE}/extended-properties" Target="docProps/app.xml"/>'
        "</Relationships>"
    )


def _document_relations() -> str:
    return (
        f'<Relationships xmlns="{_RELATIONS}">'
        + "".join(
            f'<Relationship Id="rId{part.capitalize()}" Type="{_OFFICE}/{part}" Target="{part}.xml"/>'
            for part in _PARTS
        )
        + f'<Relationship Id="rIdTheme" Type="{_OFFICE}/theme" Target="theme/theme1.xml"/>'
        f'<Relationship Id="rIdHeader" Type="{_OFFICE}/header" Target="header1.xml"/>'
        f'<Relationship Id="rIdHeaderFirst" Type="{_OFFICE}/header" Target="header2.xml"/>'
        "</Relationships>"
    )


def _app_properties() -> str:
    return (
        '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
        "<Application>vanban</Application></Properties>"
    )


def _settings() -> str:
    return (
        f'<w:settings xmlns:w="{_MAIN}"><w:zoom w:percent="100"/><w:defaultTabStop w:val="720"/>'
        '<w:characterSpacingControl w:val="doNotCompress"/>'
        '<w:footnotePr><w:footnote w:id="-1"/><w:footnote w:id="0"/></w:footnotePr>'
        '<w:compat><w:compatSetting w:name="compatibilityMode" '
        'w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>'
        '<w:themeFontLang w:val="vi-VN"/>'
        '<w:decimalSymbol w:val=","/><w:listSeparator w:val=";"/></w:settings>'
    )


def _font_table(font: str) -> str:
    return (
        f'<w:fonts xmlns:w="{_MAIN}"><w:font w:name="{font}"><w:panose1 w:val="02020603050405020304"/>'
        '<w:charset w:val="00"/><w:family w:val="roman"/><w:pitch w:val="variable"/></w:font></w:fonts>'
    )


def _page_number_header(style: str) -> str:
    return (
        f'<w:hdr xmlns:w="{_MAIN}"><w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>'
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        '<w:r><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>2</w:t></w:r>'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p></w:hdr>'
    )


def _empty_header(style: str) -> str:
    return f'<w:hdr xmlns:w="{_MAIN}"><w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr></w:p></w:hdr>'


def empty_footnotes() -> str:
    """The part for footnotes with the two lines that stand above notes, and no note."""
    marks = {"-1": ("separator", "separator"), "0": ("continuationSeparator", "continuationSeparator")}
    return (
        f'<w:footnotes xmlns:w="{_MAIN}">'
        + "".join(
            f'<w:footnote w:type="{kind}" w:id="{number}"><w:p><w:r><w:{element}/></w:r></w:p></w:footnote>'
            for number, (kind, element) in marks.items()
        )
        + "</w:footnotes>"
    )
