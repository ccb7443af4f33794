"""The base of every typed record: strict keys, and all text in composed Unicode (NFC).

TCVN 6909:2001, which the decree names (Phụ lục I, Phần I, Mục I.4), is Unicode; the composed form is
what Vietnamese keyboards produce. Normalising here, at the one place where every record is born,
makes "same words" mean "same code points" in all rooms above.
"""

import unicodedata
from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict


def _nfc(value: Any) -> Any:
    return unicodedata.normalize("NFC", value) if isinstance(value, str) else value


Text = Annotated[str, BeforeValidator(_nfc)]
"""A string that is always in NFC."""


class Record(BaseModel):
    """A typed record; a key that it does not know is an error, never silently dropped."""

    model_config = ConfigDict(extra="forbid", validate_assignment=True)
