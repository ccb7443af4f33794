"""The unit's own rules (`quy-uoc.yaml`) → `HouseRules`, held against the rules and the law that there are."""

import difflib
from collections.abc import Iterator, Mapping
from typing import Any

from pydantic import ValidationError

from vanban.law.decree import Decree
from vanban.law.house_rules import faults_of
from vanban.model.finding import Severity
from vanban.model.house_rules import LEVELS, OFF, HouseRules, RuleSetting, fits, reason_of
from vanban.read.faults import describe, faulty, position
from vanban.read.yaml_source import load_yaml

Fault = tuple[tuple[int, int], str]


def parse_house_rules(text: str, where: str, *, levels: Mapping[str, Severity], decree: Decree) -> HouseRules:
    """The rules in `text`; `levels` are the ids of all rules with their own severity.

    Raises SourceError with every fault at once, each with line and column: wrong keys and values, rules that
    there are not, and what is switched off, milder or wider without a reason.
    """
    tree = load_yaml(text, where)
    faults: list[Fault] = [*_unknown_rules(tree, levels)]
    record: HouseRules | None = None
    try:
        record = HouseRules.model_validate(tree)
    except ValidationError as error:
        faults += [
            (position(tree, fault["loc"]) or (0, 0), describe(fault, tree, HouseRules))
            for fault in error.errors()
        ]
    if record is not None:
        faults += _milder_without_reason(record, tree, levels)
        for path, words in faults_of(decree, record.nghi_dinh):
            faults.append(_fault(tree, ("nghi_dinh", *path), words))
    if record is None or faults:
        raise faulty([words for _, words in sorted(faults)], where)
    return record


def _unknown_rules(tree: Any, levels: Mapping[str, Severity]) -> Iterator[Fault]:
    """Keys of `quy_tac` that mean no rule, with what may have been meant."""
    given = tree.get("quy_tac") if isinstance(tree, dict) else None
    for key in given if isinstance(given, dict) else ():
        if not any(fits(ma, str(key)) for ma in levels):
            yield _fault(tree, ("quy_tac", key), f"không có quy tắc nào mang mã này{_hint(str(key), levels)}")


def _hint(key: str, levels: Mapping[str, Severity]) -> str:
    if any(ma.startswith(f"{key}.") for ma in levels):
        return f"; để nói cả nhóm hãy ghi “{key}.*”"
    near = difflib.get_close_matches(key.rstrip("*."), list(levels), n=1)
    return f"; có phải bạn muốn “{near[0]}”?" if near else "; xem các mã: vanban rules"


def _milder_without_reason(rules: HouseRules, tree: Any, levels: Mapping[str, Severity]) -> Iterator[Fault]:
    for key, setting in rules.quy_tac.items():
        own = [severity for ma, severity in levels.items() if fits(ma, key)]
        if own and _is_milder(setting, own) and not reason_of(setting):
            words = "tắt một quy tắc" if setting.muc == OFF else "hạ mức của một quy tắc"
            yield _fault(tree, ("quy_tac", key), f"{words} thì phải ghi lý do ở ly_do")


def _is_milder(setting: RuleSetting, own: list[Severity]) -> bool:
    return setting.muc == OFF or any(LEVELS[setting.muc].rank > severity.rank for severity in own)


def _fault(tree: Any, loc: tuple[int | str, ...], words: str) -> Fault:
    place = position(tree, loc) or (0, 0)
    return place, f"dòng {place[0]}, cột {place[1]}: {'.'.join(str(step) for step in loc)}: {words}"
