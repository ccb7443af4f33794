"""Rules made from the rows of the law: one for each thing that a row says of its component."""

from functools import lru_cache
from typing import Final

from vanban.check.form.words import figure
from vanban.check.rule import Rule
from vanban.law.decree import Component, Decree, Line, Range
from vanban.model.finding import Severity

ALIGNMENTS: Final = {
    "left": "sát lề trái",
    "center": "canh giữa",
    "right": "sát lề phải",
    "both": "canh đều hai lề",
}
"""How a line stands, for people."""

ASPECTS: Final = ("co-chu", "in-hoa", "dam", "nghieng", "canh", "mau-chu", "bat-dau")
"""What a row may say of a component; the last part of the id of its rule."""


def row_id(ma: str, aspect: str) -> str:
    """The id of the rule for one thing that a row says: "the-thuc.quoc-hieu.co-chu"."""
    return f"the-thuc.{ma.replace('_', '-')}.{aspect}"


def span(values: Range) -> str:
    """A range for people: "13" or "từ 13 đến 14"."""
    if values.min == values.max:
        return figure(values.min)
    return f"từ {figure(values.min)} đến {figure(values.max)}"


def row_rules(component: Component) -> list[Rule]:
    """A rule for each thing that the row says, in the order of `ASPECTS`."""
    said = {
        "co-chu": True,
        "in-hoa": component.in_hoa is not None and _has_case(component),
        "dam": component.dam is not None,
        "nghieng": component.nghieng is not None,
        "canh": component.canh is not None,
        "mau-chu": bool(component.mau_chu),
        "bat-dau": bool(component.bat_dau),
    }
    return [row_rule(component, aspect) for aspect in ASPECTS if said[aspect]]


def _has_case(component: Component) -> bool:
    """Whether the component is made of letters: a page number is not."""
    return component.vi_du is None or any(char.isalpha() for char in component.vi_du)


def row_rule(component: Component, aspect: str) -> Rule:
    """The rule for one thing that a row says."""
    return _rule(
        ma=row_id(component.ma, aspect),
        ten=f"{component.ten}: {_TITLES[aspect]}",
        can_cu=_cite(component, aspect),
        dung=_asked(component, aspect),
        sai=_wrong(component, aspect),
        mendable=aspect in _MENDABLE,
    )


@lru_cache(maxsize=1024)
def _rule(*, ma: str, ten: str, can_cu: str, dung: str, sai: str, mendable: bool = False) -> Rule:
    return Rule(
        ma=ma,
        muc=Severity.LOI,
        ten=ten,
        vi_sao="Nghị định định cách trình bày của từng thành phần, để văn bản của mọi cơ quan giống nhau.",
        can_cu=can_cu,
        sai=sai,
        dung=dung,
        sua_duoc=mendable,
    )


_MENDABLE: Final = frozenset({"co-chu", "dam", "nghieng", "canh"})
"""Aspects that the program can mend by itself: form, no words."""
_TITLES: Final = {
    "co-chu": "cỡ chữ",
    "in-hoa": "chữ in hoa hay in thường",
    "dam": "chữ đậm hay không đậm",
    "nghieng": "chữ nghiêng hay đứng",
    "canh": "cách canh dòng",
    "mau-chu": "đúng câu chữ",
    "bat-dau": "từ mở đầu",
}


def _cite(component: Component, aspect: str) -> str:
    if aspect == "canh" and component.canh_cite:
        return component.canh_cite
    return (component.co_chu_pt.cite if aspect == "co-chu" else None) or component.cite


def _asked(component: Component, aspect: str) -> str:
    return {
        "co-chu": f"cỡ {span(component.co_chu_pt)}",
        "in-hoa": "chữ in hoa" if component.in_hoa else "chữ in thường",
        "dam": "chữ đậm" if component.dam else "chữ không đậm",
        "nghieng": "chữ nghiêng" if component.nghieng else "chữ đứng",
        "canh": ALIGNMENTS[component.canh] if component.canh else "",
        "mau-chu": " hoặc ".join(f"“{text}”" for text in component.mau_chu),
        "bat-dau": " hoặc ".join(f"“{text}”" for text in component.bat_dau),
    }[aspect]


def _wrong(component: Component, aspect: str) -> str:
    return {
        "co-chu": f"cỡ {figure(component.co_chu_pt.max + 1)}",
        "in-hoa": "chữ in thường" if component.in_hoa else "chữ in hoa",
        "dam": "chữ không đậm" if component.dam else "chữ đậm",
        "nghieng": "chữ đứng" if component.nghieng else "chữ nghiêng",
        "canh": ALIGNMENTS["right" if component.canh != "right" else "left"],
        "mau-chu": "viết khác đi",
        "bat-dau": "mở đầu bằng từ khác",
    }[aspect]


def line_rule(line: Line, decree: Decree, aspect: str) -> Rule:
    """The rule for a rule line; `aspect` is "thieu" (it must be there) or "do-dai" (its length)."""
    under = decree.component(line.duoi).ten
    asked = f"dài {share(line.ty_le)} dòng chữ"
    return _rule(
        ma=row_id(f"ke_{line.ma}", aspect),
        ten=f"Đường kẻ dưới {under}: {'phải có' if aspect == 'thieu' else 'độ dài'}",
        can_cu=line.cite,
        dung=f"một đường kẻ ngang, nét liền, {asked}",
        sai="không có đường kẻ" if aspect == "thieu" else "đường kẻ ngắn hơn hoặc dài hơn",
    )


def share(values: Range) -> str:
    """A share of a text line for people: "bằng" or "từ 33 % đến 50 %"."""
    if values.min == values.max == 1.0:
        return "bằng"
    return f"từ {values.min:.0%} đến {values.max:.0%}".replace("%", " %")
