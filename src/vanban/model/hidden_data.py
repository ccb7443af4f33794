"""A record in the cells of a hidden sheet, and back: in pieces, of ASCII letters only, with a fingerprint.

Programs for tables change letters (composed or not), line breaks and cells that are too long; none of
that can happen to these.
"""

import hashlib
import json
from typing import Any, Final

PIECE: Final = 30_000
"""Characters in one cell; Excel holds 32,767."""


def pieces_of(tree: Any) -> list[str]:
    """The cells that hold plain data; empty values may be left out of it before."""
    whole = json.dumps(tree, ensure_ascii=True, separators=(",", ":")).replace("_x", "\\u005fx")
    return [whole[at : at + PIECE] for at in range(0, len(whole), PIECE)]


def whole_of(pieces: list[str]) -> Any:
    """The data that cells hold; ValueError or RecursionError if it is none."""
    return json.loads("".join(pieces))


def seal_of(pieces: list[str]) -> str:
    """What changes when a piece is changed."""
    return hashlib.sha256("".join(pieces).encode()).hexdigest()
