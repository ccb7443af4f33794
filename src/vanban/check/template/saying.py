"""What tags say: each is parsed by itself, in the scope of the loops around it."""

import re
from dataclasses import dataclass, field
from typing import Final

from jinja2 import TemplateSyntaxError, nodes

from vanban.check.rule import Rule
from vanban.check.template import rules_of_words as rules
from vanban.check.template.expressions import Expressions
from vanban.check.template.reading import CELL_WORDS, TemplateReading, plain
from vanban.check.template.values import ANY_VALUE, Scope, Value
from vanban.model.finding import Finding
from vanban.word.template_tags import Tag

_FRAMES: Final = {
    "for": "{{% {} %}}{{% endfor %}}",
    "if": "{{% {} %}}{{% endif %}}",
    "elif": "{{% if 1 %}}{{% {} %}}{{% endif %}}",
    "else": "{{% if 1 %}}{{% {} %}}{{% endif %}}",
    "endif": "{{% if 1 %}}{{% {} %}}",
    "endfor": "{{% for x in y %}}{{% {} %}}",
    "set": "{{% {} %}}",
}
"""What makes a whole statement of a tag."""
_NAME: Final = re.compile(r"[^\W\d][\w.]*")
_TARGETS: Final = re.compile(r"for\s+(\w+)")
_TWO_NAMES: Final = re.compile(r"[\w.]+(\s+[\w.]+)+")


@dataclass
class Said:
    """What the tags brought: findings, the fields that are printed, and all that are asked for."""

    findings: list[Finding] = field(default_factory=list)
    printed: set[str] = field(default_factory=set)
    read: set[str] = field(default_factory=set)
    blurred: set[str] = field(default_factory=set)
    """Names in tags that have a fault, and those that were proposed: any of them may have been meant."""
    _first: dict[tuple[str, str], Finding] = field(default_factory=dict)

    def add(self, part: str, message: str, finding: Finding) -> None:
        """A finding; the same name that is unknown again is told at its first place only."""
        self.blurred |= set(_NAME.findall(f"{finding.trich} {finding.cach_sua}"))
        first = self._first.setdefault((part, message), finding)
        if first is finding or finding.ma != rules.FIELD.ma:
            self.findings.append(finding)
        elif finding.noi.doan != first.noi.doan and f"đoạn {finding.noi.doan}" not in first.loi_van:
            more = ", " if "; còn ở " in first.loi_van else "; còn ở "
            first.loi_van += f"{more}đoạn {finding.noi.doan}"


def read_tags(reading: TemplateReading) -> Said:
    """Goes through all tags of a template, each part by itself, as it is rendered."""
    said = Said()
    for part in dict.fromkeys(tag.place.part for tag in reading.whole):
        scope = Scope(reading.kind)
        for tag in reading.whole:
            if tag.place.part == part:
                _read(reading, tag, scope, said)
    for tag in reading.tags:
        if not (tag.opened and tag.closed):
            said.blurred |= set(_NAME.findall(tag.source))
    return said


def _read(reading: TemplateReading, tag: Tag, scope: Scope, said: Said) -> None:
    told: set[str] = set()

    def tell(rule: Rule, message: str, remedy: str) -> None:
        if rule is rules.CODE and rule.ma in told:
            return
        told.add(rule.ma)
        said.add(tag.place.part, message, reading.finding(rule, tag, f"{message} (thẻ {tag.source})", remedy))

    walk = Expressions(reading.kind, reading.language, scope, tell)
    try:
        tree = _parsed(reading, tag)
    except TemplateSyntaxError as error:
        tell(rules.SYNTAX, *_explained(error, tag))
        if tag.word == "for":
            scope.enter()
            for name in _TARGETS.findall(plain(tag))[:1]:
                scope.know(name, ANY_VALUE)
        return
    if tag.word == "endfor":
        scope.leave()
    for node in tree:
        _visit(node, walk, tag)
    said.read |= walk.read
    if tag.kind == "value":
        said.printed |= walk.read


def _parsed(reading: TemplateReading, tag: Tag) -> list[nodes.Node]:
    """The nodes of a tag; none for a statement that is judged elsewhere."""
    text = plain(tag)
    if tag.kind == "value":
        source = f"{{{{ {text} }}}}"
    elif tag.word in CELL_WORDS:
        rest = text.removeprefix(tag.word).strip()
        source = f"{{{{ {rest} }}}}" if rest else ""
    elif tag.word in _FRAMES:
        source = _FRAMES[tag.word].format(text)
    else:
        return []
    return list(reading.language.parse(source).body)


def _visit(node: nodes.Node, walk: Expressions, tag: Tag) -> None:
    match node:
        case nodes.Output():
            for inner in node.nodes:
                value = walk.value(inner)
                if tag.kind == "value":
                    _printed(value, walk)
        case nodes.For() if tag.word == "for":
            _loop(node, walk)
        case nodes.If() if tag.word == "if":
            walk.value(node.test)
        case nodes.If() if tag.word == "elif" and node.elif_:
            walk.value(node.elif_[0].test)
        case nodes.Assign():
            value = walk.value(node.node)
            if isinstance(node.target, nodes.Name):
                walk.scope.know(node.target.name, value)


def _printed(value: Value, walk: Expressions) -> None:
    name = value.path or "giá trị này"
    if value.shape.kind == "danh_sach":
        variable = "dong"
        walk.tell(
            rules.WHOLE,
            f"“{name}” là danh sách, in thẳng thì ra mã máy",
            f"lặp: {{%p for {variable} in {name} %}} … {{{{ {variable} }}}} … {{%p endfor %}}, "
            f"hoặc nối thành câu: {{{{ {name}|noi_va }}}}",
        )
    elif value.shape.kind == "ban_ghi":
        known = ", ".join(list(value.fields)[:6])
        walk.tell(
            rules.WHOLE,
            f"“{name}” là nhóm trường, in thẳng thì ra mã máy",
            f"chọn một trường của nó: {known}",
        )
    elif value.shape.kind == "dung_sai" and value.path:
        walk.tell(
            rules.WHOLE,
            f"“{name}” chỉ là đúng hoặc sai, in thẳng thì ra chữ True hoặc False",
            f"dùng {{% if {name} %}} chữ cần in {{% endif %}}",
        )


def _loop(node: nodes.For, walk: Expressions) -> None:
    source = walk.value(node.iter)
    if source.shape.kind in ("chu", "so", "dung_sai", "ban_ghi") and source.path:
        walk.tell(
            rules.LOOP,
            f"“{source.path}” là {source.shape}, không phải danh sách",
            f"in thẳng {{{{ {source.path} }}}}, hoặc chọn một danh sách",
        )
    walk.scope.enter()
    if isinstance(node.target, nodes.Name):
        walk.scope.know(node.target.name, source.item())
    else:
        for name in node.target.find_all(nodes.Name):
            walk.scope.know(name.name, ANY_VALUE)
    if node.test is not None:
        walk.value(node.test)


def _explained(error: TemplateSyntaxError, tag: Tag) -> tuple[str, str]:
    """The fault and its remedy in words for an editor."""
    text, said = plain(tag), error.message or ""
    if not text:
        return "thẻ rỗng", "ghi tên trường vào giữa hai ngoặc, hoặc xóa thẻ"
    if "expected token 'in'" in said or (tag.word == "for" and " in " not in f" {text} "):
        return "vòng lặp thiếu chữ “in”", "viết như {%p for dong in can_cu %}"
    if found := re.search(r"unexpected char '(.)'", said):
        return f"ký tự “{found[1]}” không dùng được trong thẻ", f"xóa “{found[1]}”"
    if tag.kind == "value" and _TWO_NAMES.fullmatch(text):
        joined = re.sub(r"\s+", "_", text)
        return "tên trường có dấu cách", f"có phải bạn muốn “{joined}”?"
    if "=" in text and tag.word in ("if", "elif") and "==" not in text:
        return "so sánh bằng một dấu =", "so sánh bằng hai dấu =="
    if "unexpected end of template" in said or "Expected an expression" in said:
        return "thẻ thiếu một vế", "viết đủ tên trường ở hai bên dấu |, ==, and, or"
    if "'}'" in said or "']'" in said or "')'" in said or "'('" in said:
        return "thẻ thừa hoặc thiếu ngoặc", "đếm lại ngoặc mở và ngoặc đóng trong thẻ"
    return "thẻ viết sai", "viết như {{ trich_yeu }}, {%p for dong in can_cu %}, {%p if can_cu %}"
