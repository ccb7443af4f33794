"""A unit's own numbers laid over the law: the decree that its papers are held against."""

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Any

from pydantic import ValidationError

from vanban.law.decree import Choice, Decree, Range
from vanban.model.house_rules import ChoiceSetting, LawSettings, RangeSetting, reason_of

Path = tuple[str, ...]
Setting = RangeSetting | ChoiceSetting
Value = Range | Choice


@dataclass(frozen=True)
class Widened:
    """A number that a unit allows to be other than the decree does: its key, both in words, the reason."""

    khoa: str
    luat: str
    quy_uoc: str
    ly_do: str


def with_house_rules(decree: Decree, settings: LawSettings, name: str) -> Decree:
    """The decree with the numbers of a unit; each changed number cites its clause and the unit's rules.

    `name` is what the unit calls its rules. Raises ValueError for settings with `faults_of`.
    """
    wrong = faults_of(decree, settings)
    if wrong:
        raise ValueError("; ".join(f"{'.'.join(path)}: {words}" for path, words in wrong))
    new = {path: _laid(value, setting, name, cite) for path, value, setting, cite in _pairs(decree, settings)}

    def of(*path: str) -> dict[str, Value]:
        return {one[-1]: value for one, value in new.items() if one[:-1] == path}

    lines = []
    for line in decree.lines:
        own: dict[str, Any] = dict(of("lines", line.ma))
        if own:  # a rule line cites its own clause, not that of its length
            own["cite"] = own["ty_le"].cite
        lines.append(line.model_copy(update=own))
    return decree.model_copy(
        update={
            "page": decree.page.model_copy(update=of("page")),
            "body": decree.body.model_copy(update=of("body")),
            "components": [c.model_copy(update=of("components", c.ma)) for c in decree.components],
            "lines": lines,
        }
    )


def faults_of(decree: Decree, settings: LawSettings) -> list[tuple[Path, str]]:
    """What cannot stand: unknown codes, impossible ranges, wider numbers without a reason; with its keys."""
    faults: list[tuple[Path, str]] = [
        ((kind, code), f"không có mã này trong luật{_hint(code, known)}")
        for kind, given, known in (
            ("components", settings.components, [c.ma for c in decree.components]),
            ("lines", settings.lines, [line.ma for line in decree.lines]),
        )
        for code in given
        if code not in known
    ]
    for path, value, setting, _ in _pairs(decree, settings):
        try:
            new = _laid(value, setting, "", "")
        except ValidationError as error:
            faults.append((path, str(error.errors()[0]["ctx"]["error"])))
            continue
        if _is_wider(value, new) and not reason_of(setting):
            faults.append((path, f"nới so với luật ({_in_words(value)}) thì phải ghi lý do ở ly_do"))
    return faults


def _hint(code: str, known: list[str]) -> str:
    near = get_close_matches(code, known, n=1)
    return f"; có phải bạn muốn “{near[0]}”?" if near else f"; các mã: {', '.join(known)}"


def widened(decree: Decree, settings: LawSettings) -> list[Widened]:
    """The numbers that the unit widens against the decree."""
    found = []
    for path, value, setting, _ in _pairs(decree, settings):
        new = _laid(value, setting, "", "")
        if _is_wider(value, new):
            found.append(Widened(".".join(path), _in_words(value), _in_words(new), reason_of(setting)))
    return found


def _pairs(decree: Decree, settings: LawSettings) -> Iterator[tuple[Path, Value, Setting, str]]:
    """Each setting with its keys, the value of the law and the clause of that value."""
    groups: list[tuple[Path, Any, Any, str]] = [
        (("page",), decree.page, settings.page, ""),
        (("body",), decree.body, settings.body, ""),
    ]
    for component in decree.components:
        given = settings.components.get(component.ma)
        groups.append((("components", component.ma), component, given, component.cite))
    for line in decree.lines:
        groups.append((("lines", line.ma), line, settings.lines.get(line.ma), line.cite))
    for path, law, own, cite in groups:
        for key in type(own).model_fields if own is not None else ():
            setting = getattr(own, key)
            if setting is not None:
                value = getattr(law, key)
                yield (*path, key), value, setting, value.cite or cite


def _laid(value: Value, setting: Setting, name: str, cite: str) -> Value:
    """The value with what the setting says; a `use` that nobody chose moves to the nearest lawful one."""
    said = setting.model_dump(exclude_none=True, exclude={"ly_do"})
    new = value.model_dump() | said | {"cite": f"{cite} (theo quy ước: {name})"}
    if "use" not in said and isinstance(value, Range):
        new["use"] = min(max(value.use, new["min"]), max(new["max"], new["min"]))
    elif "use" not in said and value.use not in new["values"]:
        new["use"] = min(new["values"], key=lambda one: abs(one - value.use))
    return type(value).model_validate(new)


def _is_wider(law: Value, new: Value) -> bool:
    """Whether something that the law calls a breach would pass now."""
    if isinstance(law, Range) and isinstance(new, Range):
        return new.min < law.min or new.max > law.max
    if isinstance(law, Choice) and isinstance(new, Choice):
        return any(
            all(abs(value - own) > law.tolerance for own in law.values) for value in new.values
        ) or bool(new.tolerance > law.tolerance)
    return False


def _in_words(value: Value) -> str:
    if isinstance(value, Choice):
        choices = " hoặc ".join(f"{one:g}" for one in value.values)
        return f"{choices}, dung sai {value.tolerance:g}".replace(".", ",")
    low, high = (f"{round(one, 3):g}" for one in (value.min, value.max))
    return (low if low == high else f"{low}–{high}").replace(".", ",")
