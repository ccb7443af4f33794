"""Names and units of WordprocessingML, for the files of this room."""

import re
from typing import Final

W: Final = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
RELATIONSHIPS: Final = "http://schemas.openxmlformats.org/package/2006/relationships"
XML_SPACE: Final = "{http://www.w3.org/XML/1998/namespace}space"
NS: Final = {"w": W, "r": R}

TWIPS_PER_MM: Final = 1440 / 25.4
TWIPS_PER_PT: Final = 20

_NOT_IN_XML: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def w(name: str) -> str:
    """The qualified name of an element or attribute of the main namespace: w("p")."""
    return f"{{{W}}}{name}"


def printable(text: str) -> str:
    """The text with "\\n" as its only line break and without characters that XML cannot hold."""
    return _NOT_IN_XML.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))


def twips(mm: float) -> int:
    """Millimetres as twentieths of a point, rounded."""
    return round(mm * TWIPS_PER_MM)


def half_points(pt: float) -> int:
    """Points as half points, the unit of font sizes."""
    return round(pt * 2)
