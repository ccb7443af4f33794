"""Plans of any shape with nasty words in every field, for round trips."""

import types
import typing
from datetime import date
from enum import Enum
from typing import Any

from hypothesis import strategies as st
from pydantic import BaseModel

from vanban.model.deadline import Deadline, DeadlineCandidate, DeadlineKind
from vanban.model.decision import Decision, DecisionKind
from vanban.model.plan import Plan
from vanban.viet.deadlines import parse_deadline

NASTY = (
    "=1+1", "+84", "-1", "- gạch đầu dòng", "@a", "'nháy", "2.10", "007", "1e5", "TRUE", "15/8/2025", "45884",
    "dòng một\ndòng hai", "a\r\nb", "\ttab", " trước", "sau ", "  ", "e\u0302\u0301", "Tie\u0302\u0301ng",
    "😀👩‍👩‍👧", "_x000D_", "_x0041_", "_x005F_x0041_", "<b>&amp;</b>", "\u0001", "\u200b", "\ufeff", "\uffff",
    "#REF!", "a; b; c", "Nội dung: x", "Nhóm", "Nhiệm vụ", "Mã", "nhom/0", "can_cu/0", "x" * 33_000,
)  # fmt: skip
texts = (st.sampled_from(NASTY) | st.text(max_size=30)).filter(
    lambda t: not any("\ud800" <= c <= "\udfff" for c in t)
)
deadlines = st.sampled_from(
    ["Trước 15/8/2025", "tháng 7", "quý III/2025", "hằng tháng", "đến 30/9/2025 (=x)", "=1"]
).map(lambda words: parse_deadline(words, 2025)) | st.just(
    Deadline(
        nguyen_van="tháng 7 quý IV",
        kieu=DeadlineKind.MAU_THUAN,
        ung_vien=[DeadlineCandidate(nguyen_van=w, kieu=DeadlineKind.KHOANG) for w in ("tháng 7", "quý IV")],
    )
)

said = texts.filter(str.strip)
decisions = st.builds(
    Decision,
    loai=st.sampled_from(DecisionKind),
    **dict.fromkeys(("nhiem_vu", "ma", "chu", "gia_tri", "ly_do"), said),
    **dict.fromkeys(("truong", "nguoi"), texts),
    ngay=st.none() | st.dates(date(1990, 1, 1), date(2099, 12, 31)),
)


def of_type(annotation: Any) -> st.SearchStrategy[Any]:
    """Values of a field's type."""
    origin = typing.get_origin(annotation)
    if origin is list:
        return st.lists(of_type(typing.get_args(annotation)[0]), max_size=3)
    if origin in (typing.Union, types.UnionType):
        return st.one_of(*map(of_type, typing.get_args(annotation)))
    if origin is typing.Annotated:
        return of_type(typing.get_args(annotation)[0])
    if annotation is type(None):
        return st.none()
    if annotation is Deadline:
        return deadlines
    if annotation is Decision:
        return decisions
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return records(annotation)
    if isinstance(annotation, type) and issubclass(annotation, Enum):
        return st.sampled_from(list(annotation))
    return {
        str: texts,
        int: st.integers(0, 10_000),
        bool: st.booleans(),
        date: st.dates(date(1990, 1, 1), date(2099, 12, 31)),
    }[annotation]


def records(shape: type[BaseModel]) -> st.SearchStrategy[Any]:
    """Records of a type, each field drawn."""
    fields = {name: of_type(field.annotation) for name, field in shape.model_fields.items()}
    return st.builds(shape, **fields)


def _with_ids(plan: Plan) -> Plan:
    """Ids are never empty and never twice."""
    for g, group in enumerate(plan.nhom, start=1):
        for t, task in enumerate(group.nhiem_vu, start=1):
            task.id = f"t{g}-{t}"
    return plan


def plans() -> st.SearchStrategy[Plan]:
    """Whole plans."""
    return records(Plan).map(_with_ids)
