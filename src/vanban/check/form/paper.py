"""One paper under check: its sheet, its parts, its kind, and how a finding about it is made."""

from dataclasses import dataclass, field

from vanban.check.form.parts import Parts, find_parts, name_of, row_of
from vanban.check.form.unrendered import is_template, without_tag_lines
from vanban.check.form.words import excerpt, has_words, words
from vanban.check.rule import Rule
from vanban.law.decree import Component, Decree, Kind, Kinds
from vanban.model.finding import Finding, Place, Severity
from vanban.model.sheet import Paragraph, Sheet
from vanban.viet.text import squeeze, tone_key


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
    ) -> Finding:
        """A finding under `rule`; the place and the words at fault come from the paragraph `at`."""
        place = Place(
            tep=self.where or None,
            phan=part or (self.part_name(at) if at else None),
            doan=at.number if at else None,
        )
        text = quote if quote is not None else (at.text if at else "")
        return rule.finding(place, message, trich=excerpt(text), cach_sua=fix, muc=severity)


def paper_of(sheet: Sheet, decree: Decree, kinds: Kinds, where: str) -> Paper:
    """The paper that a sheet shows."""
    template = is_template(sheet)
    if template:
        sheet = without_tag_lines(sheet)
    parts = find_parts(sheet, decree)
    codes = {paragraph.number: code for code, found in parts.items() for paragraph in found}
    return Paper(sheet, decree, kinds, where, parts, _kind_of(parts, kinds), codes, template)


def _kind_of(parts: Parts, kinds: Kinds) -> Kind | None:
    """The kind that the title names; a paper with "V/v" and no title is a công văn."""
    titles = [p for p in parts.get("ten_loai", []) if has_words(p)]
    if titles:
        name = _name_key(words(titles[0]))
        return next((kind for kind in kinds.kinds if _name_key(kind.ten) == name), None)
    return kinds.by_code("cong_van") if parts.get("trich_yeu_cong_van") else None


def _name_key(text: str) -> str:
    """Equal for "BẢN THOẢ THUẬN" and "Bản thỏa thuận"."""
    return tone_key(squeeze(text).strip(" .:"))
