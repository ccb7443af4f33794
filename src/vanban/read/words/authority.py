"""Who may issue, approve, sign, direct or carry out: the clauses of a task's authority → roles.

A clause is read as "who – verb – what". Names are covered before verbs are sought, since a name may
hold a verb ("các Sở ngành được giao chủ trì triển khai").
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from vanban.model.plan import Assignment, Role, RoleKind
from vanban.read.words.agencies import read_assignments
from vanban.read.words.agency_finder import AgencyFinder
from vanban.read.words.wording import masked, paragraphs, split_outside, trim_end
from vanban.viet.text import squeeze

_NAME = "\ue000"
_VERBS = {
    RoleKind.KY_KET: r"ký kết|(?<!đăng )(?<!chữ )ký",
    RoleKind.PHE_DUYET: (
        r"ban hành\s?/\s?phê duyệt|phê duyệt(?:\s?/\s?ban hành)?|phê chuẩn|thông qua|(?<!theo )quyết định"
    ),
    RoleKind.BAN_HANH: r"ban hành",
    RoleKind.CHI_DAO: r"chỉ đạo(?: triển khai| thực hiện| chung)*",
    RoleKind.TRINH: r"(?<!tờ )(?<!ương )(?<!uy )(?<!ông )(?<!lộ )(?<!iến )(?<!uá )trình",
    RoleKind.TRIEN_KHAI: (
        r"(?:chủ trì|tổ chức) (?:triển khai|thực hiện)(?: thực hiện)?(?: chung)?"
        r"|triển khai(?: thực hiện)?(?: chung)?|chủ trì|thực hiện"
    ),
}
_ISSUING = (RoleKind.KY_KET, RoleKind.PHE_DUYET, RoleKind.BAN_HANH)


def _any_of(kinds: Iterable[RoleKind]) -> str:
    """Any of the verbs, one named group a kind. With a capital it is part of a name or of a title."""
    body = "|".join(f"(?P<{kind.name}>{_VERBS[kind]})" for kind in kinds)
    return rf"(?<!\w)(?:{body})(?!\w)"


_VERB = re.compile(_any_of(_VERBS))
_ISSUING_VERB = re.compile(_any_of(_ISSUING))
_ANY_VERB = re.sub(r"\?P<\w+>", "?:", _any_of(_VERBS))
_STRONG_VERB = re.sub(r"\?P<\w+>", "?:", _any_of((*_ISSUING, RoleKind.CHI_DAO)))
_WHO = rf"(?:các\s+)?{_NAME}+(?:\s*(?:,|và)\s*{_NAME}+)*\s+(?:được giao\s+)?"
_CUT = re.compile(
    rf"(?<!xem xét)\s*(?:,\s*(?:và|hoặc|đồng thời)|,|và|hoặc)\s+(?=(?:{_WHO})?{_ANY_VERB})"
    rf"|\s*,?\s*hoặc\s+(?=[^,;]*?{_STRONG_VERB})"
)
_MAY_CUT = re.compile(r",|và|hoặc")
_EITHER = re.compile(r"\s+hoặc\s+")
_SUBLABEL = re.compile(r"^\s*(?:cấp\s+)?(?:có\s+)?(thẩm quyền[^:;.]{0,60}):\s*", re.IGNORECASE)
_CHARGED = re.compile(
    r"\s*(?:được (?:giao|phân công)|có (?:thẩm quyền|trách nhiệm)|xem xét,?)\s*$", re.IGNORECASE
)
_BOTH = re.compile(r"/")


@dataclass
class Authority:
    """What was read: the roles, and the clauses in which no verb was found."""

    roles: list[Role] = field(default_factory=list)
    unclear: list[str] = field(default_factory=list)


class _Part(NamedTuple):
    """One "who – verb – what" of a clause, with its covered twin of the same length."""

    text: str
    cover: str
    optional: bool
    clause: str

    def role(
        self, kind: RoleKind, who: list[Assignment], what: str | None = None, *, optional: bool = False
    ) -> Role:
        """A role that it gives, with the whole clause as its words."""
        return Role(
            vai=kind,
            co_quan=who,
            doi_tuong=what,
            lua_chon=optional or self.optional,
            nguyen_van=self.clause,
        )


def read_authority(lines: Iterable[str], finder: AgencyFinder, *, label: str = "") -> Authority:
    """The roles that a field of authority gives, clause by clause.

    `label` is the field's own label: "Thẩm quyền ban hành" gives a verb to a clause without one, a
    label that names several powers gives none.
    """
    found = Authority()
    for text in paragraphs(lines):
        sub = _SUBLABEL.match(text)
        given = _power_of(sub.group(1) if sub else label)
        for i, clause in enumerate(split_outside(text[sub.end() :] if sub else text, ";")):
            whole = trim_end(f"{sub.group()}{clause}" if sub and i == 0 else clause)
            roles = _clause_roles(trim_end(clause), whole, given, finder)
            found.roles += roles
            if not roles and any(c.isalnum() for c in whole):
                found.unclear.append(whole)
    return found


def _power_of(label: str) -> RoleKind | None:
    """The one power that a label names, or None if it names none or several."""
    kinds = {match.lastgroup for match in _VERB.finditer(label.casefold())}
    return RoleKind[kinds.pop() or ""] if len(kinds) == 1 else None


def _clause_roles(clause: str, whole: str, given: RoleKind | None, finder: AgencyFinder) -> list[Role]:
    roles: list[Role] = []
    who: list[Assignment] = []
    for part in _parts(clause, whole, finder):
        read = _part_roles(part, who, given, finder)
        if read:
            who = read[0].co_quan if read[0].vai is RoleKind.TRINH else [a for r in read for a in r.co_quan]
        roles += read
    return roles


def _parts(clause: str, whole: str, finder: AgencyFinder) -> list[_Part]:
    cover = _cover(clause, finder)
    cuts: list[tuple[int, int, bool]] = []
    start = 0
    for match in _CUT.finditer(cover) if _MAY_CUT.search(cover) else ():
        if _VERB.search(cover, start, match.start()):
            is_or = "hoặc" in match.group()
            cuts.append((match.start(), match.end(), is_or))
            start = match.end()
    optional = any(is_or for _, _, is_or in cuts)
    edges = [0, *(edge for a, b, _ in cuts for edge in (a, b)), len(clause)]
    spans = zip(edges[::2], edges[1::2], strict=True)
    return [_Part(clause[a:b], cover[a:b], optional, whole) for a, b in spans]


def _part_roles(
    part: _Part, inherited: Sequence[Assignment], given: RoleKind | None, finder: AgencyFinder
) -> list[Role]:
    verb = _VERB.search(part.cover)
    if verb is None:
        return _without_verb(part, given, finder)
    kind = RoleKind[verb.lastgroup or ""]
    who = _who(part.text[: verb.start()], finder) or list(inherited)
    rest = part.text[verb.end() :]
    if kind is RoleKind.TRINH:
        return _submission(part, verb.end(), who, finder)
    if not who and rest.lstrip().startswith(":"):
        return [part.role(kind, _who(rest, finder))]
    what = _object(rest.lstrip(" :"))
    if _BOTH.search(verb.group()):
        pair = (RoleKind.BAN_HANH, RoleKind.PHE_DUYET)
        return [part.role(k, who, what, optional=True) for k in pair]
    either = _EITHER.search(part.cover, 0, verb.start())
    if either and len(who) > 1:
        return [part.role(kind, [one], what, optional=True) for one in who]
    return [part.role(kind, who, what)]


def _object(words: str) -> str | None:
    """What is issued or carried out; "theo …" tells how, not what (the clause itself keeps it)."""
    what = trim_end(words).strip()
    return None if not what or what.startswith("theo ") else what


def _submission(part: _Part, at: int, who: list[Assignment], finder: AgencyFinder) -> list[Role]:
    """ "A trình B phê duyệt X": A submits, B approves X."""
    verb = _ISSUING_VERB.search(part.cover, at)
    if verb is None:
        return [part.role(RoleKind.TRINH, who, _object(part.text[at:]))]
    to = _who(part.text[at : verb.start()], finder)
    what = _object(part.text[verb.end() :])
    return [
        part.role(RoleKind.TRINH, who),
        part.role(RoleKind[verb.lastgroup or ""], to, what),
    ]


def _without_verb(part: _Part, given: RoleKind | None, finder: AgencyFinder) -> list[Role]:
    """A clause that only names agencies: the verb is in the name itself, or in the label."""
    names = finder.find_all(part.text)
    if not names:
        return []
    for name in names:
        own = list(_VERB.finditer(name.text))
        if own:
            what = _object(part.text[name.end :])
            who = _who(part.text[: name.end], finder)
            return [part.role(RoleKind[own[-1].lastgroup or ""], who, what)]
    return [part.role(given, _who(part.text, finder))] if given else []


def _who(text: str, finder: AgencyFinder) -> list[Assignment]:
    bare = _CHARGED.sub("", text)
    return read_assignments(_EITHER.sub(", ", squeeze(bare)), finder)


def _cover(text: str, finder: AgencyFinder) -> str:
    """A text of the same length: names become a mark, brackets and quotes are hidden.

    The first letter is small: a verb there has its capital from the clause, not from a name.
    """
    shown = list(masked(text[:1].lower() + text[1:]))
    for match in finder.find_all(text):
        shown[match.start : match.end] = _NAME * (match.end - match.start)
    return "".join(shown)
