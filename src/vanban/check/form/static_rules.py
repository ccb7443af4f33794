"""A short way to write the rules that relations make, not rows of the law."""

from vanban.check.rule import Rule
from vanban.model.finding import CUSTOM, Severity


def breach(
    ma: str, ten: str, can_cu: str, *, sai: str, dung: str, vi_sao: str, mendable: bool = False
) -> Rule:
    """A rule whose findings are breaches of a clause."""
    return Rule(f"the-thuc.{ma}", Severity.LOI, ten, vi_sao, can_cu, sai, dung, mendable)


def custom(
    ma: str,
    ten: str,
    *,
    sai: str,
    dung: str,
    vi_sao: str,
    muc: Severity = Severity.CANH_BAO,
    like: str = "",
    mendable: bool = False,
) -> Rule:
    """A rule of custom; `like` names where the custom is seen ("theo mẫu của Phụ lục III")."""
    return Rule(f"the-thuc.{ma}", muc, ten, vi_sao, f"{CUSTOM} {like}".strip(), sai, dung, mendable)
