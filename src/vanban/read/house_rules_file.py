"""The unit's own rules (`quy-uoc.yaml`) → `HouseRules`, held against the rules and the law that there are."""

import difflib
from collections.abc import Iterator, Mapping
from typing import Any, TypeVar

from pydantic import ValidationError

from vanban.law.decree import Decree
from vanban.law.house_rules import faults_of
from vanban.model.finding import Severity
from vanban.model.house_rules import LEVELS, OFF, HouseRules, LawSettings, RuleSetting, fits, reason_of
from vanban.model.record import Record
from vanban.read.faults import describe, faulty
from vanban.read.yaml_source import load_yaml
from vanban.yaml_tree import position

T = TypeVar("T", bound=Record)
Fault = tuple[tuple[int, int], str]


def parse_house_rules(text: str, where: str, *, levels: Mapping[str, Severity], decree: Decree) -> HouseRules:
    """The rules in `text`; `levels` are the ids of all rules with their own severity.

    Raises SourceError with every fault at once, each with line and column: wrong keys and values, rules that
    there are not, and what is switched off, milder or wider without a reason.
    """
    tree = load_yaml(text, where)
    faults = [*_rule_faults(tree, levels), *_number_faults(tree, decree)]
    try:
        record = HouseRules.model_validate(tree)
    except ValidationError as error:
        faults += [
            (position(tree, fault["loc"]) or (0, 0), describe(fault, tree, HouseRules))
            for fault in error.errors()
        ]
        record = None
    if record is None or faults:
        raise faulty([words for _, words in sorted(faults)], where)
    return record


def _rule_faults(tree: Any, levels: Mapping[str, Severity]) -> Iterator[Fault]:
    """Keys of `quy_tac` that mean no rule, and settings that are milder than the rule without a reason."""
    given = tree.get("quy_tac") if isinstance(tree, dict) else None
    for key, value in given.items() if isinstance(given, dict) else ():
        own = [severity for ma, severity in levels.items() if fits(ma, str(key))]
        setting = _part(RuleSetting, value)
        if not own:
            words = f"không có quy tắc nào mang mã này{_hint(str(key), levels)}"
            yield _fault(tree, ("quy_tac", key), words)
        elif setting is not None and _is_milder(setting, own) and not reason_of(setting):
            words = "tắt một quy tắc" if setting.muc == OFF else "hạ mức của một quy tắc"
            yield _fault(tree, ("quy_tac", key), f"{words} thì phải ghi lý do ở ly_do")


def _number_faults(tree: Any, decree: Decree) -> Iterator[Fault]:
    """Numbers that cannot stand; where their shape is wrong already, that is told instead."""
    given = tree.get("nghi_dinh") if isinstance(tree, dict) else None
    settings = _part(LawSettings, given)
    for path, words in faults_of(decree, settings) if settings is not None else ():
        yield _fault(tree, ("nghi_dinh", *path), words)


def _part(shape: type[T], value: Any) -> T | None:
    """The record that one part of the file holds, None where its shape is wrong."""
    try:
        return shape.model_validate(value)
    except ValidationError:
        return None


def _hint(key: str, levels: Mapping[str, Severity]) -> str:
    if any(ma.startswith(f"{key}.") for ma in levels):
        return f"; để nói cả nhóm hãy ghi “{key}.*”"
    pattern = key.endswith(".*")
    known = [f"{ma.rsplit('.', 1)[0]}.*" for ma in levels] if pattern else list(levels)
    near = difflib.get_close_matches(key, known, n=1)
    return f"; có phải bạn muốn “{near[0]}”?" if near else "; xem các mã: vanban rules"


def _is_milder(setting: RuleSetting, own: list[Severity]) -> bool:
    return setting.muc == OFF or any(LEVELS[setting.muc].rank > severity.rank for severity in own)


def _fault(tree: Any, loc: tuple[int | str, ...], words: str) -> Fault:
    place = position(tree, loc) or (0, 0)
    return place, f"dòng {place[0]}, cột {place[1]}: {'.'.join(str(step) for step in loc)}: {words}"
