"""One name for each agency that a plan calls by many: the full name of the book."""

import re
from collections.abc import Iterator, Mapping

from vanban.check.plan.agency_names import MANY_NAMES, many_named
from vanban.check.plan.assignments import bare_name
from vanban.check.plan.mending import FieldMend
from vanban.check.plan.places import LABELS, capital, task_name
from vanban.check.plan.reading import Path, Reading
from vanban.model.agency import Agency
from vanban.model.plan import Assignment, Numbered, Role

Mends = dict[Path, FieldMend]


def names(reading: Reading, worded: Mapping[Path, FieldMend]) -> Mends:
    """The mends of names by their ways; they build on the mends of the same words given in `worded`.

    Names inside contents and products are left: there a short name may be meant.
    """
    many = many_named(reading)
    found: Mends = {}
    for task in reading.tasks if many else ():
        above: Path = ("nhom", task.nhom - 1, "nhiem_vu", task.thu_tu - 1)
        for key in ("chu_tri", "phoi_hop"):
            for index, one in enumerate(getattr(task.nhiem_vu, key)):
                if agency := many.get(one.co_quan or ""):
                    path = (*above, key, index, "nguyen_van")
                    _add(found, path, _where(task, key), one.nguyen_van, _named(one, agency), worded)
        for index, role in enumerate(task.nhiem_vu.tham_quyen):
            for path, before, after in _role(role, many, (*above, "tham_quyen", index), worded):
                _add(found, path, _where(task, "tham_quyen"), before, after, worded)
    return found


def _where(task: Numbered, key: str) -> str:
    return f"{capital(task_name(task))}, {LABELS[key]}"


def _add(
    found: Mends, path: Path, where: str, before: str, after: str, worded: Mapping[Path, FieldMend]
) -> None:
    if after != before:
        rules = worded[path].rules if path in worded else ()
        found[path] = FieldMend(
            path, where, before, after, (*rules, MANY_NAMES.ma), shown="co_quan" not in path
        )


def _named(one: Assignment, agency: Agency) -> str:
    """The words with the full name; a bracket that gives a scope stays."""
    bare = bare_name(one.nguyen_van).strip()
    if bare == agency.ten:
        return one.nguyen_van
    scope = f" ({one.pham_vi})" if one.pham_vi and one.pham_vi in one.nguyen_van else ""
    return f"{agency.ten}{scope}"


def _role(
    role: Role, many: Mapping[str, Agency], above: Path, worded: Mapping[Path, FieldMend]
) -> Iterator[tuple[Path, str, str]]:
    """The names in a clause of authority, and the clause itself."""
    whole: Path = (*above, "nguyen_van")
    text = worded[whole].after if whole in worded else role.nguyen_van
    for index, one in enumerate(role.co_quan):
        agency, old = many.get(one.co_quan or ""), one.nguyen_van
        if agency is None or not old or old == agency.ten:
            continue
        rest = agency.ten[len(old) :] if agency.ten.startswith(old) else ""
        tail = f"(?!{re.escape(rest)})" if rest else ""
        text = re.sub(rf"(?<!\w){re.escape(old)}(?!\w){tail}", agency.ten.replace("\\", r"\\"), text)
        yield (*above, "co_quan", index, "nguyen_van"), old, agency.ten
    yield whole, role.nguyen_van, text
