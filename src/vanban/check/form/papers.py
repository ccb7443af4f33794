"""The papers in a sheet: by the styles of this project, or told by words and place in foreign ones."""

from dataclasses import dataclass, replace

from vanban.check.form.foreign.pieces import cut
from vanban.check.form.foreign.recognise import Recognised, recognise
from vanban.check.form.paper import Origins, Paper
from vanban.check.form.parts import Parts, find_parts, is_foreign, is_page_number
from vanban.check.form.unrendered import is_template, without_tag_lines
from vanban.check.form.words import has_words, words
from vanban.law.decree import Decree, Kind, Kinds
from vanban.model.sheet import Sheet
from vanban.viet.text import squeeze, tone_key


@dataclass(frozen=True)
class Papers:
    """What a sheet shows. `whole` is the sheet as one paper, for what is asked once for a file."""

    whole: Paper
    each: list[Paper]
    party: bool = False
    """Whether it is a paper of the Party, whose form has rules of its own."""


def papers_of(sheet: Sheet, decree: Decree, kinds: Kinds, where: str) -> Papers:
    """The papers that a sheet shows; none where nothing tells that it is an administrative paper."""
    if not is_foreign(sheet):
        paper = paper_of(sheet, decree, kinds, where)
        return Papers(paper, [paper])
    pieces = cut(sheet)
    seen = recognise(pieces.sheet, kinds)
    each = [_foreign(one, pieces.sheet, pieces.origins, decree, kinds, where) for one in seen.papers]
    whole = each[0] if len(each) == 1 else _whole(each, pieces.sheet, pieces.origins, decree, kinds, where)
    return Papers(whole, each, seen.party)


def paper_of(sheet: Sheet, decree: Decree, kinds: Kinds, where: str) -> Paper:
    """The paper that a sheet with the styles of this project shows."""
    template = is_template(sheet)
    if template:
        sheet = without_tag_lines(sheet)
    parts = find_parts(sheet, decree)
    codes = {paragraph.number: code for code, found in parts.items() for paragraph in found}
    return Paper(sheet, decree, kinds, where, parts, _kind_of(parts, kinds), codes, template)


def _foreign(
    one: Recognised, sheet: Sheet, origins: Origins, decree: Decree, kinds: Kinds, where: str
) -> Paper:
    """A recognised paper with the paragraphs that are its own; headers belong to every paper."""
    mine = tuple(p for p in sheet.paragraphs if p.zone != "than" or one.first <= p.number <= one.last)
    own = replace(sheet, paragraphs=mine)
    parts: Parts = {code: [line.paragraph for line in found] for code, found in one.found.items()}
    for paragraph in mine:
        if paragraph.zone != "than" and is_page_number(paragraph):
            parts.setdefault("so_trang", []).append(paragraph)
    codes = {p.number: code for code, found in parts.items() for p in found}
    return Paper(
        own,
        decree,
        kinds,
        where,
        parts,
        one.kind,
        {**one.marks, **codes},
        foreign=True,
        origins=origins,
        title_extra=one.front.extra if one.front else "",
        subject_unsure=bool(one.front and one.front.subject_unsure),
        open_grounds=bool(one.front and one.front.open_grounds),
        signed=one.signed,
        regions=_regions(one),
    )


def _regions(one: Recognised) -> dict[str, frozenset[int]]:
    """Where rule lines may stand: both columns of the letterhead, and from the kind to the text."""
    if one.head is None or one.front is None:
        return {}
    title = one.front.title
    below = range(title.paragraph.number, one.front.body_number) if title else ()
    left = frozenset(line.paragraph.number for line in one.head.left)
    right = frozenset(line.paragraph.number for line in one.head.right)
    return {
        "trai": left,
        "phai": right if any(line.table is not None for line in one.head.right) else left | right,
        "ten": frozenset(below),
    }


def _whole(
    each: list[Paper], sheet: Sheet, origins: Origins, decree: Decree, kinds: Kinds, where: str
) -> Paper:
    """All papers of a file taken as one; of a file without any, what stands in it."""
    parts: Parts = {}
    codes: dict[int, str] = {}
    for paper in each:
        for code, found in paper.parts.items():
            known = {p.number for p in parts.get(code, [])}
            parts.setdefault(code, []).extend(p for p in found if p.number not in known)
        codes |= paper.codes
    kind = each[0].kind if each else None
    return Paper(sheet, decree, kinds, where, parts, kind, codes, foreign=True, origins=origins)


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
