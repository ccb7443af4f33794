"""Word's own lists, for papers whose numbers are counted by Word."""

from foreign_words import Block

_FORMS = {
    "muc": ("upperRoman", "%1."),
    "khoan": ("decimal", "%1."),
    "diem": ("lowerLetter", "%1)"),
    "gach": ("bullet", "-"),
    "cong": ("bullet", "+"),
}
_BEFORE = 100
"""Ids below are those of the lists that a blank document brings along."""
_FIRST = ("I.", "1.", "a)")
_LAST_LATIN = ("a)", "b)", "c)", "d)")
"""Word knows no "đ": letters are counted by Word only as far as the two alphabets agree."""


class Lists:
    """Gives out list ids: a new list whenever the count begins anew."""

    def __init__(self) -> None:
        self.levels: list[str] = []
        self._open: dict[str, int] = {}

    def number(self, block: Block) -> int:
        """The id of the list that counts this paragraph; 0 where the number is typed."""
        level = block.level
        if level not in _FORMS or (level == "diem" and block.number not in _LAST_LATIN):
            return 0
        if block.number in _FIRST or level not in self._open:
            self.levels.append(level)
            self._open[level] = _BEFORE + len(self.levels)
        return self._open[level]

    def shapes(self) -> str:
        """The shapes of the lists, for numbering.xml."""
        return "".join(
            f'<w:abstractNum w:abstractNumId="{number}"><w:multiLevelType w:val="singleLevel"/>'
            f'<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="{_FORMS[level][0]}"/>'
            '<w:suff w:val="space"/>'
            f'<w:lvlText w:val="{_FORMS[level][1]}"/><w:lvlJc w:val="left"/>'
            '<w:pPr><w:ind w:left="720" w:hanging="360"/></w:pPr>'
            '<w:rPr><w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman"/></w:rPr></w:lvl>'
            "</w:abstractNum>"
            for number, level in enumerate(self.levels, start=_BEFORE + 1)
        )

    def numbers(self) -> str:
        """The lists themselves, for numbering.xml."""
        return "".join(
            f'<w:num w:numId="{number}"><w:abstractNumId w:val="{number}"/></w:num>'
            for number, _ in enumerate(self.levels, start=_BEFORE + 1)
        )
