"""Set properties of runs, paragraphs and sections in the order that the schema of Word files asks for."""

from collections.abc import Iterable
from typing import Final

from lxml import etree

from vanban.word.observe_properties import Element, measure
from vanban.word.ooxml import half_points, w

_RUN: Final = (
    "rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof "
    "snapToGrid vanish webHidden color spacing w kern position sz szCs highlight u effect bdr shd fitText "
    "vertAlign rtl cs em lang eastAsianLayout specVanish oMath"
)
_PARAGRAPH: Final = (
    "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs "
    "suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi "
    "adjustRightInd snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection "
    "textAlignment textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange"
)
_SECTION: Final = "headerReference footerReference footnotePr endnotePr type pgSz pgMar"
_ORDER: Final = {
    w("rPr"): {w(name): rank for rank, name in enumerate(_RUN.split())},
    w("pPr"): {w(name): rank for rank, name in enumerate(_PARAGRAPH.split())},
    w("sectPr"): {w(name): rank for rank, name in enumerate(_SECTION.split())},
}
"""Rank of each child; those not named here come last."""
_FONT_SLOTS: Final = ("ascii", "hAnsi", "eastAsia", "cs")
_FONT_THEMES: Final = ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme")


def properties_of(owner: Element, name: str) -> Element:
    """The `w:rPr` of a run or the `w:pPr` of a paragraph, made as its first child where there is none."""
    found = owner.find(w(name))
    if found is None:
        found = etree.Element(w(name))
        owner.insert(0, found)
    return found


def prop(properties: Element, name: str) -> Element:
    """The child of this name, made at its place in the order of the schema where there is none."""
    found = properties.find(w(name))
    if found is None:
        ranks = _ORDER[str(properties.tag)]
        found = etree.Element(w(name))
        later = (c for c in properties if ranks.get(str(c.tag), len(ranks)) > ranks[w(name)])
        follower = next(later, None)
        if follower is None:
            properties.append(found)
        else:
            follower.addprevious(found)
    return found


def drop_attributes(element: Element, names: Iterable[str]) -> None:
    """Take attributes of the main namespace away, where they are there."""
    for name in names:
        if w(name) in element.attrib:
            del element.attrib[w(name)]


def set_switch(run: Element, name: str, on: bool) -> None:
    """Turn "b" or "i" on or off, for Latin letters and for those of complex scripts, as Word does."""
    look = properties_of(run, "rPr")
    for each in (name, f"{name}Cs"):
        element = prop(look, each)
        drop_attributes(element, ["val"])
        if not on:
            element.set(w("val"), "0")


def set_size(run: Element, pt: float) -> None:
    """Set the size of the letters in points."""
    look = properties_of(run, "rPr")
    for name in ("sz", "szCs"):
        prop(look, name).set(w("val"), str(half_points(pt)))


def set_font(run: Element, font: str) -> None:
    """Set one font for all letters, in the place of fonts and of fonts of the theme."""
    fonts = prop(properties_of(run, "rPr"), "rFonts")
    drop_attributes(fonts, _FONT_THEMES)
    for slot in _FONT_SLOTS:
        fonts.set(w(slot), font)


def set_black(run: Element) -> None:
    """Give the letters the automatic colour: black on white paper."""
    color = prop(properties_of(run, "rPr"), "color")
    drop_attributes(color, ["themeColor", "themeTint", "themeShade"])
    color.set(w("val"), "auto")


def set_align(paragraph: Element, align: str) -> None:
    """Set "left", "center", "right" or "both"."""
    prop(properties_of(paragraph, "pPr"), "jc").set(w("val"), align)


def set_first_line(paragraph: Element, twips: int) -> None:
    """Set the indent of the first line; negative for a hanging indent."""
    indents = prop(properties_of(paragraph, "pPr"), "ind")
    drop_attributes(indents, ["firstLine", "firstLineChars", "hanging", "hangingChars"])
    indents.set(w("firstLine" if twips >= 0 else "hanging"), str(abs(twips)))


def set_before(paragraph: Element, twips: int) -> None:
    """Set the space before; no automatic space, none counted in lines."""
    spacing = prop(properties_of(paragraph, "pPr"), "spacing")
    drop_attributes(spacing, ["beforeLines"])
    if w("beforeAutospacing") in spacing.attrib:
        spacing.set(w("beforeAutospacing"), "0")  # without it that of the style would come back
    spacing.set(w("before"), str(twips))


def set_line(paragraph: Element, multiple: float) -> None:
    """Set the line spacing as a multiple of the single line."""
    spacing = prop(properties_of(paragraph, "pPr"), "spacing")
    spacing.set(w("line"), str(round(multiple * 240)))
    spacing.set(w("lineRule"), "auto")


def set_margin(section: Element, side: str, twips: int) -> None:
    """Set the margin "top", "bottom", "left" or "right"; a gutter stays a part of the left margin."""
    margins = section.find(w("pgMar"))
    if margins is None:
        margins = prop(section, "pgMar")
        inch = ("top", "right", "bottom", "left")
        for name in (*inch, "header", "footer", "gutter"):  # what Word takes where none are given
            margins.set(w(name), "1440" if name in inch else "0" if name == "gutter" else "720")
    old = margins.get(w(side)) or ""
    if side == "left":
        inside = round(measure(margins.get(w("gutter"))) or 0)
        if inside > twips:
            margins.set(w("gutter"), "0")
        else:
            twips -= inside
    negative = side in ("top", "bottom") and old.startswith("-")  # fixed, whatever the header needs
    margins.set(w(side), str(-twips if negative else twips))
