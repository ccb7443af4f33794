"""The glossary as data: what each key of each record means, and by which clause."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Meaning:
    """One row of the glossary; `dieu_khoan` is empty where the decree is silent."""

    nghia: str
    dieu_khoan: str = ""


Glossary = Mapping[tuple[str, str], Meaning]
"""Name of the record and key → what it means."""
