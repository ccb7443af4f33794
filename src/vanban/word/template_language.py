"""The language of templates: Jinja in its immutable sandbox, bounded, every value escaped, nothing undefined.

Two things differ from plain Jinja, both for the reader of the paper: `{{ x.items }}` is the field "items"
where there is one and never a function of Python, and a value that is known to be empty prints nothing
instead of the word "None".
"""

from collections.abc import Mapping
from typing import Any, Final

from docxtpl import DocxTemplate
from jinja2 import StrictUndefined, pass_context
from jinja2.exceptions import SecurityError
from jinja2.runtime import Context, Undefined
from jinja2.sandbox import ImmutableSandboxedEnvironment

from vanban.word.template_filters import FUNCTIONS

STATE: Final = "_vanban"
"""Name under which a rendering keeps what belongs to it alone."""
_BOUNDLESS_FILTERS: Final = ("batch", "center", "format", "indent", "slice", "random")
"""Filters that fill the memory in one short expression, and one that prints another word each time."""
_BOUNDLESS_METHODS: Final = frozenset(
    ("center", "ljust", "rjust", "zfill", "expandtabs", "format", "format_map")
)


class TemplateLanguage(ImmutableSandboxedEnvironment):
    """Jinja without the operators and functions that can fill the memory in one short expression."""

    intercepted_binops = frozenset(("*", "**", "%"))

    def __init__(self) -> None:
        super().__init__(autoescape=True, undefined=StrictUndefined, finalize=_shown)
        self.globals.clear()
        for name in _BOUNDLESS_FILTERS:
            del self.filters[name]
        self.filters.update(FUNCTIONS)

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:
        """Never: see `intercepted_binops`."""
        raise SecurityError(f"operator {operator}")

    def getattr(self, obj: Any, attribute: str) -> Any:
        """A field of a record, and only then what Python calls by this name."""
        if type(obj) is dict and attribute in obj:
            return obj[attribute]
        return super().getattr(obj, attribute)

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:
        """Not the methods of strings that make a long text of nothing."""
        if isinstance(obj, str) and attr in _BOUNDLESS_METHODS:
            return False
        return super().is_safe_attribute(obj, attr, value)

    def wrap_str_format(self, value: Any) -> Any:
        """`str.format` is refused with the others that make a long text of nothing."""
        return None


class State:
    """What one rendering notes while it runs."""

    def __init__(self) -> None:
        self.brings_markup = False
        """Whether a value came with XML of its own, so that the result must be looked at."""
        self._drawings = 1000

    def drawing(self) -> str:
        """The next number of a drawing, counted as docxtpl counts: no two of a paper have the same."""
        self._drawings += 1
        return str(self._drawings)


class BringsPartsError(Exception):
    """A value is an image or a sub-document of docxtpl, which only docxtpl can put into a package."""


@pass_context
def _shown(context: Context, value: Any) -> Any:
    """What a tag prints for a value."""
    if type(value) is str:
        return value
    if value is None:
        return ""
    if not isinstance(value, Undefined) and hasattr(value, "__html__"):
        state = context.parent.get(STATE)
        if isinstance(state, State):
            if isinstance(getattr(value, "tpl", None), DocxTemplate):
                raise BringsPartsError
            state.brings_markup = True
    return value


def variables(fields: Mapping[str, Any], state: State) -> dict[str, Any]:
    """What a template sees: the fields and, out of the way of their names, its state."""
    return {**fields, STATE: state}
