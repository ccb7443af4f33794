"""Make `src/vanban/word/advance_widths.json` from the four faces of Liberation Serif.

    python tools/advance_widths.py FONT_FOLDER

FONT_FOLDER holds `LiberationSerif-Regular.ttf` and its bold, italic and bold italic sisters (SIL Open
Font License; advance widths are facts). Liberation Serif has the advance widths of Times New Roman.
"""

import json
import sys
from itertools import groupby
from pathlib import Path

from fontTools.ttLib import TTFont

FACES = {"regular": "Regular", "bold": "Bold", "italic": "Italic", "bold_italic": "BoldItalic"}
WANTED = [
    range(0x20, 0x7F),  # Latin
    range(0xA0, 0x250),  # Latin-1, Latin Extended-A and -B
    range(0x2BB, 0x2BE),  # modifier apostrophes
    range(0x300, 0x370),  # combining marks
    range(0x370, 0x400),  # Greek, for formulas
    range(0x1EA0, 0x1EFA),  # Vietnamese
    range(0x2000, 0x2070),  # spaces, dashes, quotes, bullet, ellipsis
    [0x20AB, 0x20AC, 0x2103, 0x2116, 0x2122, 0x2190, 0x2191, 0x2192, 0x2193],
    [0x2206, 0x2211, 0x2212, 0x221A, 0x2248, 0x2260, 0x2264, 0x2265],
    [0x25A0, 0x25A1, 0x25AA, 0x25AB, 0x25B2, 0x25BA, 0x25CA, 0x25CB, 0x25CF],
]
TARGET = Path(__file__).parent.parent / "src" / "vanban" / "word" / "advance_widths.json"


def measured(folder: Path) -> dict[str, object]:
    """The table that the package ships: ranges of code points, and the widths of each face in that order."""
    fonts = {face: TTFont(folder / f"LiberationSerif-{name}.ttf") for face, name in FACES.items()}
    maps = {face: font.getBestCmap() for face, font in fonts.items()}
    points = [p for block in WANTED for p in block if all(p in known for known in maps.values())]
    units = {font["head"].unitsPerEm for font in fonts.values()}
    if len(units) != 1:
        raise SystemExit(f"the faces disagree on units per em: {sorted(units)}")
    table: dict[str, object] = {
        "source": fonts["regular"]["name"].getDebugName(4) + ", " + fonts["regular"]["name"].getDebugName(5),
        "units_per_em": units.pop(),
        "code_points": _ranges(points),
    }
    for face, font in fonts.items():
        table[face] = [font["hmtx"][maps[face][point]][0] for point in points]
    return table


def _ranges(points: list[int]) -> list[list[int]]:
    runs = groupby(enumerate(points), key=lambda pair: pair[1] - pair[0])
    return [[members[0][1], members[-1][1]] for members in (list(run) for _, run in runs)]


def main() -> None:
    """Write the table."""
    if len(sys.argv) != 2:
        raise SystemExit(__doc__)
    rows = ",\n".join(
        f"{json.dumps(key)}: {json.dumps(value, separators=(',', ':'))}"
        for key, value in measured(Path(sys.argv[1])).items()
    )
    TARGET.write_text("{\n" + rows + "\n}\n", encoding="utf-8")
    print(f"{TARGET}: {TARGET.stat().st_size} bytes")


if __name__ == "__main__":
    main()
