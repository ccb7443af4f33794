"""The lawful layouts that the tests use: each brings together several habits seen in offices."""

from foreign_layouts import Layout
from foreign_marks import Hand

LAWFUL: tuple[Layout, ...] = (
    Layout("bang-mot-hang"),
    Layout("bang-hai-hang", header="hai_hang", drawn="vien", line=("auto", 1.15), indent_mm=10),
    Layout(
        "bang-ba-hang",
        header="ba_hang",
        anchor="sau",
        page_number="giua_sdt",
        line=("exact", 18),
        hand=Hand(split=True),
        addressees="bang",
    ),
    Layout(
        "bang-ba-cot",
        header="ba_cot",
        anchor="chu",
        drawn="vml",
        hand=Hand(looks_in="style"),
        small=True,
        indent_mm=12.5,
        margins_mm=(25, 25, 30, 20),
    ),
    Layout(
        "tab",
        header="tab",
        drawn="gach",
        signature="tab",
        hand=Hand(looks_in="defaults"),
        page_number="giua_sdt",
    ),
    Layout("dau-cach", header="dau_cach", drawn="gach", auto_numbers=True),
    Layout(
        "ngat-dong",
        breaks=True,
        anchor="chu",
        hand=Hand(nfd=True, split=True),
        heading_style=True,
        addressees="bang",
        line=("auto", 1.5),
    ),
    Layout("mot-doan", header="mot_doan", hand=Hand(looks_in="defaults"), small=True, indent_mm=10),
    Layout(
        "danh-so-tu-dong",
        header="hai_hang",
        drawn="gach",
        auto_numbers=True,
        hand=Hand(looks_in="defaults"),
        small=True,
        heading_style=True,
    ),
)
BY_NAME = {layout.name: layout for layout in LAWFUL}
