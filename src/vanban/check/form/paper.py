"""One paper under check: its sheet, its parts, its kind, and how a finding about it is made."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from vanban.check.form.parts import Parts, name_of, row_of
from vanban.check.form.words import excerpt, has_words
from vanban.check.rule import Rule
from vanban.law.decree import Component, Decree, Kind, Kinds
from vanban.model.finding import Finding, Place, Severity
from vanban.model.mend import Mend
from vanban.model.sheet import Paragraph, Sheet

Origins = dict[int, tuple[int, int]]
"""For pieces of paragraphs: the number of the whole one, and where in its text the piece begins."""


@dataclass(frozen=True)
class Paper:
    """What every check of the layout works from. `kind` is None when the paper does not tell it."""

    sheet: Sheet
    decree: Decree
    kinds: Kinds
    where: str
    parts: Parts
    kind: Kind | None
    codes: dict[int, str] = field(default_factory=dict)
    """Code of the component by the number of the paragraph."""
    template: bool = False
    """Whether it is a template that waits for its words."""
    foreign: bool = False
    """Whether its components were told by words and place, not by the styles of this project."""
    origins: Origins = field(default_factory=dict)
    title_extra: str = ""
    """Words behind the name of the kind in its line."""
    subject_unsure: bool = False
    """Whether no subject was seen but what follows the kind might be one."""
    open_grounds: bool = False
    """Whether the grounds go on into the opening sentence."""
    signed: bool = True
    """Whether the end of the paper could be told."""
    regions: dict[str, frozenset[int]] = field(default_factory=dict)
    """Of a foreign paper: numbers of the paragraphs in the two columns of the letterhead ("trai",
    "phai") and between the name of the kind and the text ("ten")."""

    def row(self, code: str) -> Component:
        """The row of the law that speaks for a code."""
        return row_of(code, self.decree)

    def of(self, *codes: str) -> list[Paragraph]:
        """The paragraphs of these components that have words, in reading order."""
        found = [p for code in codes for p in self.parts.get(code, []) if has_words(p)]
        return sorted(found, key=lambda paragraph: paragraph.number)

    def first(self, code: str) -> Paragraph | None:
        """The first paragraph of a component that has words."""
        return next(iter(self.of(code)), None)

    def part_name(self, paragraph: Paragraph) -> str | None:
        """The name of the component that a paragraph is, for people."""
        code = self.codes.get(paragraph.number)
        return name_of(code, self.decree) if code else None

    def origin(self, paragraph: Paragraph) -> tuple[int, int]:
        """The number of the paragraph as Word has it, and where in its text this one begins."""
        return self.origins.get(paragraph.number, (paragraph.number, 0))

    def is_piece(self, paragraph: Paragraph) -> bool:
        """Whether it is only a part of what Word takes for one paragraph."""
        number, _ = self.origin(paragraph)
        neighbours = (paragraph.number - 1, paragraph.number + 1)
        return any(self.origins.get(n, (-1, 0))[0] == number for n in neighbours)

    def finding(
        self,
        rule: Rule,
        message: str,
        *,
        at: Paragraph | None = None,
        part: str | None = None,
        quote: str | None = None,
        fix: str | None = None,
        severity: Severity | None = None,
        chars: tuple[int, int] | None = None,
        mends: Sequence[Mend] = (),
    ) -> Finding:
        """A finding under `rule`; the place and the words at fault come from the paragraph `at`.

        `chars` are the characters at fault in the text of `at`.
        """
        number, start = self.origin(at) if at else (None, 0)
        place = Place(
            tep=self.where or None,
            phan=part or (self.part_name(at) if at else None),
            doan=number,
            trang=at.page if at else None,
        )
        if quote is None and at is not None:
            quote = at.text[chars[0] : chars[1]] if chars else at.text
        if chars is None and at is not None and self.is_piece(at):
            chars = (0, len(at.text))
        return rule.finding(
            place,
            message,
            trich=excerpt(quote or ""),
            cach_sua=fix,
            muc=severity,
            vi_tri=(chars[0] + start, chars[1] + start) if chars else None,
            sua=mends,
        )
