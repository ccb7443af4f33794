"""A unit's own rules laid over findings: what is graver or milder here, and what is switched off.

Nothing vanishes unseen: what is switched off is kept beside the rest, with the reason.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from vanban.model.finding import Finding, Severity, in_order
from vanban.model.house_rules import LEVELS, OFF, HouseRules, reason_of
from vanban.viet.text import squeeze


@dataclass(frozen=True)
class SwitchedOff:
    """A rule, or a pattern of rules, that the unit switched off; and the findings that it would have had."""

    ma: str
    ly_do: str
    findings: list[Finding] = field(default_factory=list)


@dataclass(frozen=True)
class Held:
    """Findings under the rules of a unit, gravest first; and what those rules keep out."""

    findings: list[Finding]
    off: list[SwitchedOff]


SPELLING = ("go-nham", "sai-chinh-ta")
"""The last part of the ids of the rules that ask whether a word is spelt right."""


def hold(findings: Sequence[Finding], rules: HouseRules, levels: Mapping[str, Severity]) -> Held:
    """The findings as the unit wants them; `levels` are the ids of all rules with their own severity.

    A finding that is milder than its rule, for it is in doubt, is never made graver by a milder setting.
    """
    off = {
        key: SwitchedOff(key, reason_of(setting))
        for key, setting in rules.quy_tac.items()
        if setting.muc == OFF
    }
    words = {squeeze(word).casefold() for word in (*rules.tu_dien.tu_ghep, *rules.tu_dien.bo_qua)}
    kept = []
    for finding in findings:
        if _is_accepted(finding, words):
            continue
        found = rules.setting_of(finding.ma)
        if found is not None and found[0] in off:
            off[found[0]].findings.append(finding)
        else:
            kept.append(_levelled(finding, rules, levels.get(finding.ma, finding.muc)))
    return Held(in_order(kept), list(off.values()))


def _levelled(finding: Finding, rules: HouseRules, own: Severity) -> Finding:
    found = rules.setting_of(finding.ma)
    if found is None:
        return finding
    wanted = LEVELS[found[1].muc]
    muc = wanted if wanted.rank <= own.rank else max(finding.muc, wanted, key=lambda level: level.rank)
    if muc is finding.muc:
        return finding
    return finding.model_copy(update={"muc": muc, "can_cu": f"{finding.can_cu} (theo quy ước: {rules.ten})"})


def _is_accepted(finding: Finding, words: set[str]) -> bool:
    """Whether a finding of spelling asks about a word that the unit knows."""
    return finding.ma.rsplit(".", 1)[-1] in SPELLING and squeeze(finding.trich).casefold() in words
