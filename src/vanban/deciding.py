"""The corridor for decisions: a plan file and what a person decided → the plan file with one decision more.

The decision is tried on the plan before it is written: what settles nothing is refused with the reason.
"""

from collections.abc import Sequence
from pathlib import Path

from vanban.beside import levels, read_book
from vanban.model.decision import Decision, DecisionKind
from vanban.model.errors import UsageError
from vanban.model.plan import Plan
from vanban.office.disk import write_text
from vanban.plan_checking import PLAN_FILES, judge
from vanban.read.decisions import task_of
from vanban.read.files import read_text
from vanban.read.yaml_edit import YamlEditor
from vanban.read.yaml_plan import parse_plan


def add_decision(source: Path, decision: Decision, *, book: Path | None = None) -> Decision:
    """Writes a decision into the plan file, its task by its id; gives it back as written.

    Comments and the order of the file survive. Raises UsageError if the file is no plan file, if the same is
    decided already, or if the decision settles nothing.
    """
    return add_decisions(source, [decision], book=book)[0]


def add_decisions(source: Path, decisions: Sequence[Decision], *, book: Path | None = None) -> list[Decision]:
    """Writes several decisions as `add_decision` does, all of them or none."""
    if source.suffix.lower() not in PLAN_FILES:
        raise UsageError(
            "quyết định được ghi trong tệp kế hoạch .yaml",
            where=str(source),
            next_step=f"đọc kế hoạch thành dữ liệu trước: vanban read {source.name} -o ke-hoach.yaml",
        )
    text = read_text(source)
    plan = parse_plan(text, str(source))
    added: list[Decision] = []
    for decision in decisions:
        added.append(_by_id(plan, decision))
        _require_new(plan, added[-1], source)
        plan.quyet_dinh = [*plan.quyet_dinh, added[-1]]
    for one, reason in judge(plan, read_book(book, source)).lost:
        if one in added:
            raise UsageError(
                f"quyết định “{one}” không có tác dụng: {reason}",
                next_step="xem lại số nhiệm vụ, mã và chữ: vanban check " + source.name,
            )
    for decision in added:
        editor = YamlEditor(text, str(source))
        words = {k: str(v) for k, v in decision.model_dump(exclude_defaults=True).items()}
        editor.append("quyet_dinh", words)
        text = editor.text
    write_text(source, text)
    return added


def _by_id(plan: Plan, decision: Decision) -> Decision:
    """The decision with the id of its task: numbers change when tasks are added."""
    if decision.nhiem_vu is None:
        return decision
    task = task_of(plan, decision.nhiem_vu)
    if task is None:
        raise UsageError(
            f"không có nhiệm vụ “{decision.nhiem_vu}” trong kế hoạch",
            next_step="dùng số như vanban check in ra (số đếm lại), hoặc mã id trong tệp",
        )
    return decision.model_copy(update={"nhiem_vu": task.id})


def _require_new(plan: Plan, decision: Decision, source: Path) -> None:
    if decision.loai is DecisionKind.BO_QUA and decision.ma not in levels():
        raise UsageError(
            f"không có quy tắc “{decision.ma}”", next_step="xem mã trong vanban check, vanban rules"
        )
    keys = {
        DecisionKind.HAN: ("nhiem_vu",),
        DecisionKind.BI_DANH: ("chu",),
        DecisionKind.BO_QUA: ("ma", "nhiem_vu", "truong", "chu"),
    }[decision.loai]
    for one in plan.quyet_dinh:
        if one.loai is decision.loai and all(getattr(one, key) == getattr(decision, key) for key in keys):
            raise UsageError(
                f"đã có quyết định về điều này: {one}",
                where=str(source),
                next_step="sửa quyết định ấy trong khóa quyet_dinh của tệp",
            )
