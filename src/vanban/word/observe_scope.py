"""How much of the properties is resolved: all for those who check a paper, a few for those who read words.

A key tells apart what is set differently, so that what is set alike is resolved once; whatever is outside
the scope does not tell.
"""

from collections.abc import Callable, Mapping
from typing import Final, NamedTuple

from vanban.word.observe_properties import (
    ALL,
    PARAGRAPH_READERS,
    RUN_READERS,
    VAL,
    Element,
    Fonts,
    Props,
)
from vanban.word.ooxml import w

_NESTED: Final = frozenset({w("numPr"), w("pBdr"), w("tabs")})
_MANY_VALUED: Final = frozenset({w("ind"), w("spacing"), w("framePr"), w("rFonts")})
_RUN_STYLE: Final = w("rStyle")
_CHAINED: Final = frozenset({w("pStyle"), w("numPr")})
"""What brings in the values of a style or a list."""


class Scope(NamedTuple):
    """The properties that are resolved, each with its reader."""

    run: Mapping[str, Callable[[Element, Fonts], Props]]
    paragraph: Mapping[str, Callable[[Element], Props]]

    def read_run(self, element: Element | None, fonts: Fonts) -> Props:
        """What a `w:rPr` says about the look of a run."""
        props: Props = {}
        for child in () if element is None else element[ALL]:
            reader = self.run.get(str(child.tag))
            if reader:
                props.update(reader(child, fonts))
        return props

    def read_paragraph(self, element: Element | None) -> Props:
        """What a `w:pPr` says about a paragraph, without its style and its list."""
        props: Props = {}
        for child in () if element is None else element[ALL]:
            reader = self.paragraph.get(str(child.tag))
            if reader:
                props.update(reader(child))
        return props


EVERYTHING: Final = Scope(RUN_READERS, PARAGRAPH_READERS)
WORDS: Final = Scope(
    {name: RUN_READERS[name] for name in (w("rFonts"), w("vanish"))},
    {
        name: PARAGRAPH_READERS[name]
        for name in (w("jc"), w("framePr"), w("pageBreakBefore"), w("outlineLvl"))
    },
)
"""What words are seen, in which font, where they begin on a page, whether in its middle, and headings."""


def run_key(element: Element, scope: Scope) -> tuple[object, ...]:
    """What tells a `w:rPr` from another of a different look: the children that are read, and no others."""
    key: list[object] = []
    for child in element[ALL]:
        tag = child.tag
        if tag in scope.run or tag == _RUN_STYLE:
            key += (tag, tuple(child.items()) if tag in _MANY_VALUED else child.get(VAL))
    return tuple(key)


def paragraph_key(element: Element, scope: Scope) -> tuple[object, ...]:
    """What tells a `w:pPr` from another that sets paragraphs differently."""
    key: list[object] = []
    for child in element[ALL]:
        tag = child.tag
        if tag not in scope.paragraph and tag not in _CHAINED:
            continue
        if tag in _NESTED:
            key += (tag, *[(inner.tag, *inner.items()) for inner in child[ALL]])
        elif tag in _MANY_VALUED:
            key += (tag, tuple(child.items()))
        else:
            key += (tag, child.get(VAL))
    return tuple(key)
