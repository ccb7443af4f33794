"""The base of every typed record: strict keys, and all text in composed Unicode (NFC).

TCVN 6909:2001, which the decree names (Phụ lục I, Phần I, Mục I.4), is Unicode; the composed form is
what Vietnamese keyboards produce. Normalising here, at the one place where every record is born,
makes "same words" mean "same code points" in all rooms above.
"""

import unicodedata
from functools import partial
from typing import Annotated, Any, Final

from pydantic import AfterValidator, BaseModel, ConfigDict
from pydantic.fields import FieldInfo

Text = Annotated[str, AfterValidator(partial(unicodedata.normalize, "NFC"))]
"""A string that is always in NFC."""


class Record(BaseModel):
    """A typed record; a key that it does not know is an error, never silently dropped."""

    model_config = ConfigDict(extra="forbid", validate_assignment=True, defer_build=True)


_DATA_ONLY: Final = "khong_in"
DATA_ONLY: Final[dict[str, Any]] = {_DATA_ONLY: True}
"""For `Field(json_schema_extra=…)`: data that goes into the file's properties or serves people, and that a
template need not print."""


def is_data_only(field: FieldInfo) -> bool:
    """Whether a field of a document is marked `DATA_ONLY`."""
    extra = field.json_schema_extra
    return isinstance(extra, dict) and bool(extra.get(_DATA_ONLY))
