"""Labels of lists, as they stand on the page."""

import pytest
from raw_docx import STYLES, p, see, style


def level(index: int, kind: str, text: str, more: str = "") -> str:
    return (
        f'<w:lvl w:ilvl="{index}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/>{more}'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
    )


def numbering(*levels: str, nums: str = "") -> str:
    return (
        f'<w:abstractNum w:abstractNumId="0">{"".join(levels)}</w:abstractNum>'
        f'<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>{nums}'
    )


def item(depth: int, num: int = 1) -> str:
    return p("x", f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="{num}"/></w:numPr>')


def labels(lists: str, *items: tuple[int, int] | int) -> list[str]:
    body = "".join(item(*i) if isinstance(i, tuple) else item(i) for i in items)
    return [paragraph.label for paragraph in see(body, numbering=lists).paragraphs]


@pytest.mark.parametrize(
    ("kind", "text", "expected"),
    [
        ("upperRoman", "%1.", ["I.", "II.", "III.", "IV."]),
        ("lowerRoman", "%1)", ["i)", "ii)", "iii)", "iv)"]),
        ("lowerLetter", "%1)", ["a)", "b)", "c)", "d)"]),
        ("upperLetter", "%1", ["A", "B", "C", "D"]),
        ("decimalZero", "%1", ["01", "02", "03", "04"]),
        ("decimal", "Điều %1.", ["Điều 1.", "Điều 2.", "Điều 3.", "Điều 4."]),
        ("bullet", "-", ["-"] * 4),
        ("bullet", "\uf0b7", ["•"] * 4),
        ("none", "", [""] * 4),
    ],
)
def test_formats_of_labels(kind: str, text: str, expected: list[str]) -> None:
    assert labels(numbering(level(0, kind, text)), 0, 0, 0, 0) == expected


DEEP = (level(0, "upperRoman", "%1."), level(1, "decimal", "%2."), level(2, "decimal", "%2.%3."))


def test_deeper_levels_begin_anew() -> None:
    assert labels(numbering(*DEEP), 0, 1, 2, 2, 1, 2, 0, 1) == [
        *("I.", "1.", "1.1.", "1.2.", "2.", "2.1.", "II.", "1."),
    ]


def test_a_level_may_count_on() -> None:
    on = numbering(level(0, "upperRoman", "%1."), level(1, "decimal", "%2.", '<w:lvlRestart w:val="0"/>'))
    assert labels(on, 0, 1, 1, 0, 1) == ["I.", "1.", "2.", "II.", "3."]


def test_legal_numbers_and_a_level_without_its_parent() -> None:
    legal = numbering(level(0, "upperRoman", "%1."), level(1, "decimal", "%1.%2", "<w:isLgl/>"))
    assert labels(legal, 0, 0, 1) == ["I.", "II.", "2.1"]
    assert labels(legal, 1) == ["1.1"]


def test_lists_of_one_definition_count_on_unless_they_start_anew() -> None:
    nums = (
        '<w:num w:numId="2"><w:abstractNumId w:val="0"/></w:num>'
        '<w:num w:numId="3"><w:abstractNumId w:val="0"/>'
        '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num>'
    )
    lists = numbering(level(0, "decimal", "%1."), nums=nums)
    assert labels(lists, 0, (0, 2), (0, 3), (0, 3)) == ["1.", "2.", "5.", "6."]


def test_list_of_a_style_with_its_level_and_indents() -> None:
    bound = level(1, "decimal", "%2.", '<w:pStyle w:val="Khoan"/>').replace(
        "</w:lvl>", '<w:pPr><w:ind w:left="1134" w:hanging="567"/></w:pPr></w:lvl>'
    )
    khoan = style(
        "Khoan", "VB Khoản", '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr><w:ind w:left="567"/></w:pPr>'
    )
    con = style("Con", "VB Con", based_on="Khoan")
    body = (
        p("x", '<w:pStyle w:val="Khoan"/>')
        + p("x", '<w:pStyle w:val="Con"/>')
        + p("x", '<w:pStyle w:val="Khoan"/><w:numPr><w:numId w:val="0"/></w:numPr>')
        + p("x", '<w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr><w:ind w:right="567"/>')
    )
    a, b, c, d = see(body, styles=STYLES + khoan + con, numbering=numbering(DEEP[0], bound)).paragraphs
    assert [x.label for x in (a, b, c, d)] == ["1.", "2.", "", "3."]
    assert [(round(x.left_mm), round(x.first_line_mm)) for x in (a, b, c, d)] == [
        (10, -10),
        (10, -10),
        (10, 0),
        (20, -10),
    ]


def test_list_by_way_of_a_numbering_style() -> None:
    linked = (
        '<w:abstractNum w:abstractNumId="5"><w:numStyleLink w:val="DS"/></w:abstractNum>'
        '<w:num w:numId="5"><w:abstractNumId w:val="5"/></w:num>'
    )
    listed = style(
        "DS", "Danh sách", '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>', kind="numbering"
    )
    sheet = see(item(0, 5) + item(0), styles=STYLES + listed, numbering=numbering(DEEP[0], nums=linked))
    assert [x.label for x in sheet.paragraphs] == ["I.", "II."]
