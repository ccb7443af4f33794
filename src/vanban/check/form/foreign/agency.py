"""Which lines above the number name the superior agency, and which the agency that issues the paper.

The decree sets the superior's name upright and the issuer's bold (Mục II.2.b). Where weight does not
tell, the first words do: a new body begins with a word such as SỞ, BAN, TRUNG TÂM.
"""

import re
from collections.abc import Sequence
from typing import Final

from vanban.check.form.foreign.lines import Line

_BODY = re.compile(
    r"(?:ubnd|uy ban nhan dan|hdnd|hoi dong nhan dan|bo|so|cuc|tong cuc|chi cuc|ban quan ly|ban|trung tam"
    r"|van phong|phong|truong|benh vien|vien|hoc vien|dai hoc|cong an|kho bac|thue|hai quan|toa an|thanh tra"
    r"|cong ty|tong cong ty|tap doan|hoi|lien hiep|lien doan|quy|bao|dai|doi|hat kiem lam)\b"
)
_SUPERIOR = re.compile(
    r"(?:ubnd\b.+|uy ban nhan dan .+|hdnd\b.+|hoi dong nhan dan .+|bo .+|tong cuc .+|so .+|cuc .+|tap doan .+"
    r"|tong cong ty .+|dai hoc .+|chinh phu|thanh pho .+)"
)
_BELOW = re.compile(
    r"(?:so|cuc|chi cuc|trung tam|phong|truong|benh vien|vien|hat|doi|thanh tra|van phong|ban quan ly"
    r"|cong ty|kho bac|hoc vien)\b"
)
_OPEN_ENDED: Final = frozenset(
    {"uy ban nhan dan", "hoi dong nhan dan", "van phong", "ban quan ly", "so", "bo"}
)
"""A line that only together with the next one names a body."""


def split_agencies(lines: Sequence[Line]) -> tuple[list[Line], list[Line]]:
    """The lines of the superior agency (perhaps none), and those of the issuing one."""
    weights = [line.bold for line in lines]
    first_bold = weights.index(True) if True in weights else len(lines)
    if 0 < first_bold < len(lines) and all(weights[first_bold:]):
        return list(lines[:first_bold]), list(lines[first_bold:])
    groups = _bodies(lines)
    if len(groups) == 2 and _is_superior(groups[0]) and _BELOW.match(groups[1][0].key):
        return groups[0], groups[1]
    if len(groups) == 2 and weights and weights[0] and not any(weights[len(groups[0]) :]):
        return groups[0], groups[1]
    return [], list(lines)


def _bodies(lines: Sequence[Line]) -> list[list[Line]]:
    """The lines of each body together."""
    groups: list[list[Line]] = []
    for line in lines:
        open_ended = bool(groups) and len(groups[-1]) == 1 and groups[-1][0].key in _OPEN_ENDED
        if groups and (open_ended or not _BODY.match(line.key)):
            groups[-1].append(line)
        else:
            groups.append([line])
    return groups


def _is_superior(group: list[Line]) -> bool:
    return _SUPERIOR.fullmatch(" ".join(line.key for line in group)) is not None
