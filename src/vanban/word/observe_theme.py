"""The theme of a file: which fonts and colours its names stand for. Read only when a name is asked for."""

from collections.abc import Callable
from functools import cached_property
from typing import Final

from vanban.word.observe_properties import Element

_A: Final = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_ROLES: Final = {"tx1": "dk1", "bg1": "lt1", "tx2": "dk2", "bg2": "lt2"}
"""What the colours of text and background are called in the theme itself."""
_COLORS: Final = {"dk1": "000000", "lt1": "FFFFFF", "dk2": "44546A", "lt2": "E7E6E6"}


class Theme:
    """The theme behind `load`, which gives the root of its part or None; `language`: `w:themeFontLang`."""

    def __init__(self, load: Callable[[], Element | None], language: Callable[[], str]) -> None:
        self._load = load
        self._language = language

    def font(self, name: str) -> str:
        """The font of a name like "minorHAnsi", "" if there is none.

        A Vietnamese file takes the theme's font for Vietnamese, if it has one.
        """
        return self._fonts.get("major" if name.startswith("major") else "minor", "")

    def color(self, name: str) -> str:
        """The colour of a name like "accent1" as six hex digits, or "auto". Tints are left out."""
        role = _ROLES.get(name, name)
        return self._colors.get(role) or _COLORS.get(role, "auto")

    @cached_property
    def _root(self) -> Element | None:
        return self._load()

    @cached_property
    def _fonts(self) -> dict[str, str]:
        scheme = None if self._root is None else next(self._root.iter(f"{_A}fontScheme"), None)
        fonts: dict[str, str] = {}
        vietnamese = self._language().lower().startswith("vi")
        for size in ("major", "minor"):
            group = None if scheme is None else scheme.find(f"{_A}{size}Font")
            if group is None:
                continue
            latin = group.find(f"{_A}latin")
            name = "" if latin is None else str(latin.get("typeface", ""))
            if vietnamese:
                own = (f.get("typeface") for f in group.iter(f"{_A}font") if f.get("script") == "Viet")
                name = str(next(own, None) or name)
            fonts[size] = name
        return fonts

    @cached_property
    def _colors(self) -> dict[str, str]:
        scheme = None if self._root is None else next(self._root.iter(f"{_A}clrScheme"), None)
        colors: dict[str, str] = {}
        for slot in () if scheme is None else scheme:
            value = slot[0] if len(slot) else None
            if value is not None:
                code = value.get("lastClr") or value.get("val") or ""
                colors[str(slot.tag).rpartition("}")[2]] = code.upper() if len(code) == 6 else ""
        return colors
