"""The ids of our styles, in a template that another program saved under ids of its own.

A style is known by its name ("VB Trích yếu"); what is done to a rendered paper goes by the id that we derive
from it. LibreOffice writes other ids ("VBTrchyu") and leaves out styles that nothing uses.
"""

import re
from functools import lru_cache
from typing import Final

from vanban.word.styles import NOTE_MARK_STYLE, NOTE_STYLE, style_id

_STYLES: Final = "word/styles.xml"
_DECLARED: Final = re.compile(rb'<w:style\b[^>]*\bw:styleId="([^"]+)"[^>]*>\s*<w:name w:val="([^"]+)"')
_USED: Final = re.compile(
    rb'(<w:(?:pStyle|rStyle|tblStyle|basedOn|next|link|styleLink|numStyleLink)\b[^>]*?w:val="|w:styleId=")'
    rb'([^"]+)(?=")'
)
_OURS: Final = "vb "
_NOTES: Final = (NOTE_STYLE, NOTE_MARK_STYLE)


def own_style_ids(parts: dict[str, bytes]) -> None:
    """Gives our styles the ids that we derive from their names, wherever a part speaks of them."""
    renamed = _renamed(parts.get(_STYLES, b""))
    if not renamed:
        return

    def put(found: re.Match[bytes]) -> bytes:
        return found[1] + renamed.get(found[2], found[2])

    for name in [name for name in parts if name.startswith("word/") and name.endswith(".xml")]:
        parts[name] = _USED.sub(put, parts[name])


@lru_cache(maxsize=16)
def _renamed(styles: bytes) -> dict[bytes, bytes]:
    """Id in the file → our id, where both differ and ours is free."""
    declared = {found[1]: found[2] for found in _DECLARED.finditer(styles)}
    names = {identity: name.decode("utf-8", errors="replace") for identity, name in declared.items()}
    wanted = {
        identity: style_id(name.lower() if name.lower() in _NOTES else name).encode()
        for identity, name in names.items()
        if name.lower().startswith(_OURS) or name.lower() in _NOTES
    }
    return {old: new for old, new in wanted.items() if old != new and new not in declared}
