"""Records as papers can print them: every text clean and on one line.

A file may hold texts with line breaks (a YAML block of lines), doubled spaces or characters that are
not seen. A text of a paper is one paragraph or part of one; were such marks let through, they would
break a name in two or leave a blank that nobody typed.
"""

from enum import Enum
from typing import TypeVar

from vanban.model.record import Record
from vanban.viet.text import clean, squeeze

T = TypeVar("T", bound=Record)


def tidied(record: T) -> T:
    """A copy of the record in which each text is cleaned (`viet.text.clean`) and on one line."""
    return record.model_copy(update={name: _tidy(value) for name, value in record})


def _tidy(value: object) -> object:
    if isinstance(value, str) and not isinstance(value, Enum):
        return squeeze(value if value.isprintable() else clean(value))
    if isinstance(value, Record):
        return tidied(value)
    if isinstance(value, list):
        return [_tidy(item) for item in value]
    return value
