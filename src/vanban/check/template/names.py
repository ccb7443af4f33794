"""Names that a template asks for and its kind does not have: what may have been meant."""

import re
from difflib import get_close_matches
from typing import Final

from vanban.check.template.values import Scope, Value
from vanban.model.papers import PaperKind
from vanban.model.shape import paths
from vanban.viet.text import strip_marks

_NEAR: Final = 0.68
_LOOP_WORD: Final = {"nhom": "n", "nhiem_vu": "nv", "can_cu": "dong"}


def unknown_name(kind: PaperKind, scope: Scope, name: str) -> tuple[str, str]:
    """Message and remedy for a name that stands for nothing."""
    what = f"{kind.ten} không có trường “{name}”"
    if name == "loop":
        return "“loop” chỉ có trong vòng lặp", "dùng loop giữa for và endfor"
    direct = _close(name, list(scope.names()))
    if direct:
        return what, _meant(direct)
    through = [f"{var}.{name}" for var, value in scope.variables().items() if value.member(name)]
    return what, _meant(through) if through else _elsewhere(kind, name)


def unknown_member(kind: PaperKind, scope: Scope, owner: Value, name: str) -> tuple[str, str]:
    """Message and remedy for a field that what stands before the dot does not have."""
    path = owner.path or "giá trị này"
    if owner.shape.kind == "danh_sach":
        item = owner.item()
        variable = _LOOP_WORD.get(owner.path.rpartition(".")[2], "dong")
        shown = f"{variable}.{name}" if item.member(name) else variable
        loop = f"{{%p for {variable} in {owner.path} %}} … {{{{ {shown} }}}} … {{%p endfor %}}"
        return f"“{path}” là danh sách, không có trường “{name}”", f"lặp từng mục: {loop}"
    if owner.shape.kind in ("chu", "so", "dung_sai"):
        return f"“{path}” là {owner.shape}, không có trường “{name}”", f"bỏ “.{name}”"
    near = _close(name, list(owner.fields))
    remedy = _meant([f"{owner.path}.{one}" if owner.path and "[]" not in owner.path else one for one in near])
    return f"“{path}” không có trường “{name}”", remedy if near else _elsewhere(kind, name)


def _close(name: str, known: list[str]) -> list[str]:
    """Names that differ by marks, capitals or a few letters, nearest first."""
    plain = {_plain(one): one for one in known}
    wanted = _plain(name)
    if wanted in plain:
        return [plain[wanted]]
    return [plain[one] for one in get_close_matches(wanted, list(plain), n=2, cutoff=_NEAR)]


def _plain(name: str) -> str:
    return re.sub(r"[\W_]+", "", strip_marks(name).lower())


def _elsewhere(kind: PaperKind, name: str) -> str:
    """Where a field of this name stands, if it stands elsewhere."""
    known = [path for path, _, _ in paths(kind.du_lieu)]
    same = [path for path in known if _plain(path.rpartition(".")[2]) == _plain(name)]
    if same:
        return _meant(same[:2])
    near = _close(name, [path.rpartition(".")[2] for path in known])
    found = [path for path in known if near and path.rpartition(".")[2] == near[0]]
    return _meant(found[:1]) if found else f"xem các trường: vanban template fields {kind.ma}"


def _meant(names: list[str]) -> str:
    return f"có phải bạn muốn “{'” hoặc “'.join(names)}”?"
