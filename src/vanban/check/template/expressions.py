"""Expressions of templates, one node after the other: what each gives, and what is wrong in it."""

from collections.abc import Callable
from dataclasses import dataclass, field
from difflib import get_close_matches
from typing import Final

from jinja2 import Environment, nodes
from jinja2.sandbox import SandboxedEnvironment

from vanban.check.rule import Rule
from vanban.check.template import rules_of_words as rules
from vanban.check.template import values
from vanban.check.template.names import unknown_member, unknown_name
from vanban.check.template.values import ANY_VALUE, NUMBER_VALUE, TEXT_VALUE, TRUTH_VALUE, Scope, Value
from vanban.model.papers import PaperKind
from vanban.model.shape import ANY, Shape

_NO_CODE: Final = "chỉ dùng tên trường, vòng lặp, điều kiện và bộ lọc"
_SAY: Final = {"*": "nhân (*)", "**": "lũy thừa (**)", "%": "chia lấy dư (%)"}

Tell = Callable[[Rule, str, str], None]
"""Takes a fault: its rule, the message, the remedy."""


@dataclass
class Expressions:
    """Goes through expressions under one scope. `read` gathers the paths of the fields that are asked for."""

    kind: PaperKind
    language: Environment
    scope: Scope
    tell: Tell
    read: set[str] = field(default_factory=set)

    def value(self, node: nodes.Node) -> Value:
        """What an expression gives; faults are told on the way."""
        found = self._value(node)
        if found.path:
            self.read.add(found.path)
        return found

    def _value(self, node: nodes.Node) -> Value:
        match node:
            case nodes.Name():
                return self._name(node)
            case nodes.Getattr():
                return self._member(self.value(node.node), node.attr)
            case nodes.Getitem():
                return self._item(node)
            case nodes.Filter():
                return self._filter(node)
            case nodes.Test():
                return self._test(node)
            case nodes.Call():
                return self._call(node)
            case nodes.Const():
                return self._const(node.value)
            case nodes.BinExpr() if not isinstance(node, nodes.And | nodes.Or):
                return self._sum(node)
            case nodes.CondExpr():
                return self._choice(node)
            case nodes.And() | nodes.Or():
                first, second = self.value(node.left), self.value(node.right)
                return first if first.shape == second.shape else ANY_VALUE
            case _:
                self._inside(node)
                return self._made(node)

    def _inside(self, node: nodes.Node) -> list[Value]:
        return [self.value(child) for child in node.iter_child_nodes()]

    def _made(self, node: nodes.Node) -> Value:
        match node:
            case nodes.Compare() | nodes.Not():
                return TRUTH_VALUE
            case nodes.Concat() | nodes.TemplateData():
                return TEXT_VALUE
            case nodes.List() | nodes.Tuple():
                return Value(Shape("danh_sach", item=ANY))
            case nodes.Neg() | nodes.Pos():
                return NUMBER_VALUE
            case _:
                return ANY_VALUE

    def _const(self, value: object) -> Value:
        if isinstance(value, bool) or value is None:
            return TRUTH_VALUE
        return TEXT_VALUE if isinstance(value, str) else NUMBER_VALUE

    def _name(self, node: nodes.Name) -> Value:
        found = self.scope.find(node.name)
        if found is not None:
            return found
        if node.name.startswith("_"):
            self._code(f"tên “{node.name}” có dấu gạch dưới ở đầu")
        else:
            self.tell(rules.FIELD, *unknown_name(self.kind, self.scope, node.name))
        return ANY_VALUE

    def _member(self, owner: Value, name: str) -> Value:
        if name.startswith("_"):
            self._code(f"thuộc tính “{name}” có dấu gạch dưới ở đầu")
            return ANY_VALUE
        found = owner.member(name)
        if found is not None:
            return found
        if owner.shape.kind != "bat_ky" or owner.members is not None:
            if owner.shape.kind in ("chu", "danh_sach") and hasattr(_python(owner), name):
                return ANY_VALUE
            self.tell(rules.FIELD, *unknown_member(self.kind, self.scope, owner, name))
        return ANY_VALUE

    def _item(self, node: nodes.Getitem) -> Value:
        owner = self.value(node.node)
        if isinstance(node.arg, nodes.Const) and isinstance(node.arg.value, str):
            return self._member(owner, node.arg.value)
        self._inside(node.arg) if isinstance(node.arg, nodes.Slice) else self.value(node.arg)
        return owner if isinstance(node.arg, nodes.Slice) else owner.item()

    def _filter(self, node: nodes.Filter) -> Value:
        owner = self.value(node.node) if node.node is not None else ANY_VALUE
        for argument in (*node.args, *(pair.value for pair in node.kwargs)):
            self.value(argument)
        if node.name not in self.language.filters:
            self._no_such("bộ lọc", node.name, list(self.language.filters))
            return ANY_VALUE
        for name in _named_fields(node):
            if name.startswith("_"):
                self._code(f"thuộc tính “{name}” có dấu gạch dưới ở đầu")
            elif owner.shape.kind == "danh_sach" and node.name != "attr":
                self._path(owner.item(), name)
        return self._filtered(node, owner)

    def _path(self, owner: Value, path: str) -> Value:
        for step in path.split("."):
            owner = owner.item() if step.isdecimal() else self._member(owner, step)
        return owner

    def _filtered(self, node: nodes.Filter, owner: Value) -> Value:
        name = node.name
        if name in values.SAME_FILTERS:
            return owner
        if name in values.ITEM_FILTERS:
            return owner.item()
        if name in values.NUMBER_FILTERS:
            return NUMBER_VALUE
        if name in ("default", "d"):
            return owner
        if name == "map" and (named := next(iter(_named_fields(node)), "")):
            inner = Expressions(self.kind, self.language, self.scope, lambda *_: None)
            found = inner._path(owner.item(), named)
            return Value(Shape("danh_sach", item=found.shape), found.path)
        own = name not in _JINJA_FILTERS
        return TEXT_VALUE if own or name in values.TEXT_FILTERS else ANY_VALUE

    def _test(self, node: nodes.Test) -> Value:
        if node.name in ("defined", "undefined") and isinstance(node.node, nodes.Name):
            known = self.scope.find(node.node.name)
            if known is None:
                self.tell(rules.FIELD, *unknown_name(self.kind, self.scope, node.node.name))
        else:
            self.value(node.node)
        for argument in node.args or ():
            self.value(argument)
        if node.name not in self.language.tests:
            self._no_such("phép thử", node.name, list(self.language.tests))
        return TRUTH_VALUE

    def _call(self, node: nodes.Call) -> Value:
        for argument in node.args:
            self.value(argument)
        function = node.node
        if not isinstance(function, nodes.Getattr):
            name = function.name if isinstance(function, nodes.Name) else "…"
            self._code(f"mẫu gọi hàm “{name}()”")
            return ANY_VALUE
        owner = self.value(function.node)
        if owner is values.LOOP and function.attr in ("cycle", "changed"):
            return ANY_VALUE
        if owner.shape.kind == "bat_ky" and owner.members is None and not function.attr.startswith("_"):
            return ANY_VALUE
        if not self._harmless(owner, function.attr):
            self._code(f"mẫu gọi hàm “{function.attr}()”")
            return ANY_VALUE
        return TRUTH_VALUE if function.attr.startswith(("is", "starts", "ends")) else ANY_VALUE

    def _harmless(self, owner: Value, name: str) -> bool:
        """Whether the sandbox lets a method of a text or a list be called."""
        model = _python(owner)
        method = getattr(model, name, None)
        if method is None or name.startswith("_"):
            return False
        language = self.language
        return not isinstance(language, SandboxedEnvironment) or language.is_safe_attribute(
            model, name, method
        )

    def _sum(self, node: nodes.BinExpr) -> Value:
        one, other = self.value(node.left), self.value(node.right)
        refused: frozenset[str] = getattr(self.language, "intercepted_binops", frozenset())
        if node.operator in refused:
            self.tell(
                rules.OPERATOR,
                f"phép {_SAY.get(node.operator, node.operator)} không được dùng trong mẫu",
                "đưa con số đã tính sẵn vào dữ liệu",
            )
        elif {one.shape.kind, other.shape.kind} == {"chu", "so"} or {"danh_sach", "chu"} == {
            one.shape.kind,
            other.shape.kind,
        }:
            self.tell(
                rules.OPERATOR,
                f"không {node.operator} được {one.shape} với {other.shape}",
                "nối chữ bằng dấu ~ thay cho +",
            )
        return one if one.shape.kind in ("chu", "so", "danh_sach") else ANY_VALUE

    def _choice(self, node: nodes.CondExpr) -> Value:
        self.value(node.test)
        first = self.value(node.expr1)
        if node.expr2 is None:
            return first
        second = self.value(node.expr2)
        return first if first.shape == second.shape else ANY_VALUE

    def _no_such(self, what: str, name: str, known: list[str]) -> None:
        near = get_close_matches(name.lower(), known, n=2, cutoff=0.6)
        remedy = (
            f"có phải bạn muốn “{'” hoặc “'.join(near)}”?"
            if near
            else "xem danh mục: vanban template fields --filters"
        )
        self.tell(rules.FILTER, f"không có {what} “{name}”", remedy)

    def _code(self, what: str) -> None:
        self.tell(rules.CODE, f"{what}: không được phép", _NO_CODE)


_JINJA_FILTERS: Final = frozenset(Environment().filters)


def _python(value: Value) -> object:
    """A value of Python of this shape, to ask what it can do."""
    return {"chu": "", "danh_sach": (), "so": 0}.get(value.shape.kind)


def _named_fields(node: nodes.Filter) -> list[str]:
    """The fields that a filter names in quotes: `map(attribute='ten')`, `selectattr('ten')`."""
    taken = 1 if node.name == "attr" else values.NAMED_FILTERS.get(node.name, 0)
    by_name = [pair.value for pair in node.kwargs if pair.key == "attribute"]
    found = [*node.args[:taken], *by_name]
    return [arg.value for arg in found if isinstance(arg, nodes.Const) and isinstance(arg.value, str)]
