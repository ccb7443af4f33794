"""Word's own lists, bound to styles: a clerk who adds a line gets the next number.

List 1: headings I. / 1. / 1.1. ("1.1." is custom; the decree knows I., 1., a)). List 2: dashes and
pluses. List 3: Điều 1. Points a), b), c), d), đ) … are typed: Word has no list that knows "đ".
"""

from vanban.word.ooxml import twips
from vanban.word.styles import style_id

_RUN = '<w:rPr><w:rFonts w:ascii="{font}" w:hAnsi="{font}" w:cs="{font}" w:hint="default"/>{bold}</w:rPr>'
_BOLD = "<w:b/><w:bCs/>"
"""Of the words "Điều 1.", which are bold also before a text that is not (Phụ lục I, Phần I, Mục II.6.đ)."""


def numbering_xml(font: str, indent_mm: float) -> str:
    """The part numbering.xml; every label is followed by a space, and lines run back to the margin."""
    headings = [
        ("upperRoman", "%1.", "VB Mục La Mã"),
        ("decimal", "%2.", "VB Khoản có tiêu đề"),
        ("decimal", "%2.%3.", "VB Khoản con"),
    ]
    bullets = [("bullet", "-", "VB Gạch đầu dòng"), ("bullet", "+", "VB Dấu cộng")]
    articles = [("decimal", "Điều %1.", "VB Điều")]
    lists = [headings, bullets, articles]
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        '<w:numbering xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
        + "".join(_abstract(i, levels, font, indent_mm) for i, levels in enumerate(lists, start=1))
        + "".join(
            f'<w:num w:numId="{i}"><w:abstractNumId w:val="{i}"/></w:num>' for i in range(1, len(lists) + 1)
        )
        + "</w:numbering>"
    )


def _abstract(number: int, levels: list[tuple[str, str, str]], font: str, indent_mm: float) -> str:
    return (
        f'<w:abstractNum w:abstractNumId="{number}"><w:multiLevelType w:val="multilevel"/>'
        + "".join(_level(i, level, font, indent_mm) for i, level in enumerate(levels))
        + "</w:abstractNum>"
    )


def _level(index: int, level: tuple[str, str, str], font: str, indent_mm: float) -> str:
    kind, text, style = level
    return (
        f'<w:lvl w:ilvl="{index}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/>'
        f'<w:pStyle w:val="{style_id(style)}"/>'
        f'<w:suff w:val="space"/><w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/>'
        f'<w:pPr><w:ind w:left="0" w:firstLine="{twips(indent_mm)}"/></w:pPr>'
        + _RUN.format(font=font, bold=_BOLD if text.startswith("Điều") else "")
        + "</w:lvl>"
    )
