"""PDFs made by hand: words, rules and pages exactly where a test wants them.

A letter is half as wide as its size; the font is not in the file, only what its codes mean, which is all that
reading needs.
"""

import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from pypdf import PdfReader, PdfWriter

WIDTH, HEIGHT = 595.0, 842.0
LEFT, RIGHT = 85.0, 540.0


@dataclass
class Page:
    """A page to draw; lengths in points from its top left corner."""

    width: float = WIDTH
    height: float = HEIGHT
    operators: list[str] = field(default_factory=list)
    letters: set[str] = field(default_factory=set)

    def put(self, x: float, y: float, text: str, size: float = 14) -> float:
        """Words whose baseline is `y` from the top; gives back where they end."""
        self.letters |= set(text)
        codes = "".join(f"{ord(char):04X}" for char in text)
        self.operators.append(f"BT /F1 {size} Tf 1 0 0 1 {x} {self.height - y} Tm <{codes}> Tj ET")
        return x + width_of(text, size)

    def middle(self, y: float, text: str, size: float = 14) -> None:
        """Words in the middle of the page."""
        self.put((self.width - width_of(text, size)) / 2, y, text, size)

    def rule(self, x0: float, y0: float, x1: float, y1: float) -> None:
        """A thin line."""
        self.operators.append(f"0.5 w {x0} {self.height - y0} m {x1} {self.height - y1} l S")

    def bar(self, x0: float, y0: float, x1: float, y1: float) -> None:
        """A thin line as Word draws it: a filled box."""
        width, height = max(x1 - x0, 0.48), max(y1 - y0, 0.48)
        self.operators.append(f"q 1 0 0 1 {x0} {self.height - y1} cm 0 0 {width} {height} re f* Q")

    def paragraph(
        self, y: float, text: str, *, indent: float = 28, size: float = 14, step: float = 18
    ) -> float:
        """Words broken into lines between the margins; gives back the height of the next line."""
        x, line = LEFT + indent, ""
        for word in text.split():
            longer = f"{line} {word}" if line else word
            if line and x + width_of(longer, size) > RIGHT:
                self.put(x, y, line, size)
                x, y, longer = LEFT, y + step, word
            line = longer
        self.put(x, y, line, size)
        return y + step

    def table(self, y: float, columns: Sequence[float], rows: Iterable[tuple[float, Sequence[str]]]) -> float:
        """A framed table with edges of columns at `columns`; a row has its height and its cells."""
        top = y
        self.rule(columns[0], y, columns[-1], y)
        for height, cells in rows:
            for x, cell in zip(columns, cells, strict=False):
                for i, line in enumerate(cell.split("\n")):
                    self.put(x + 4, y + 14 + i * 13, line, 10)
            y += height
            self.rule(columns[0], y, columns[-1], y)
        for x in columns:
            self.rule(x, top, x, y)
        return y


def width_of(text: str, size: float) -> float:
    """How wide words are."""
    return len(text) * size / 2


def pdf_of(pages: Sequence[Page]) -> bytes:
    """The file with these pages."""
    letters = sorted(set().union(*(page.letters for page in pages)))
    objects = ["<< /Type /Catalog /Pages 2 0 R >>", ""]
    objects += [
        "<< /Type /Font /Subtype /Type0 /BaseFont /Tron /Encoding /Identity-H /DescendantFonts [4 0 R]"
        " /ToUnicode 5 0 R >>",
        "<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Tron /DW 500 /FontDescriptor 6 0 R"
        " /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> >>",
        _stream(_meaning(letters)),
        "<< /Type /FontDescriptor /FontName /Tron /Flags 4 /FontBBox [0 -200 1000 900] /ItalicAngle 0"
        " /Ascent 900 /Descent -200 /CapHeight 700 /StemV 80 >>",
    ]
    kids = []
    for page in pages:
        kids.append(f"{len(objects) + 1} 0 R")
        objects += [
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {page.width} {page.height}]"
            f" /Resources << /Font << /F1 3 0 R >> >> /Contents {len(objects) + 2} 0 R >>",
            _stream("\n".join(page.operators)),
        ]
    objects[1] = f"<< /Type /Pages /Count {len(pages)} /Kids [{' '.join(kids)}] >>"
    return _assembled(objects)


def locked(data: bytes, password: str) -> bytes:
    """The file under a password."""
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(data)))
    writer.encrypt(password, algorithm="RC4-128")
    buffer = io.BytesIO()
    writer.write(buffer)
    return buffer.getvalue()


def _meaning(letters: Sequence[str]) -> str:
    chunks = [letters[at : at + 100] for at in range(0, len(letters), 100)]
    maps = "\n".join(
        f"{len(chunk)} beginbfchar\n"
        + "\n".join(f"<{ord(c):04X}> <{ord(c):04X}>" for c in chunk)
        + "\nendbfchar"
        for chunk in chunks
    )
    return (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /Tron def /CMapType 2 def\n"
        f"1 begincodespacerange <0000> <FFFF> endcodespacerange\n{maps}\nendcmap end end"
    )


def _stream(text: str) -> str:
    return f"<< /Length {len(text)} >>\nstream\n{text}\nendstream"


def _assembled(objects: Sequence[str]) -> bytes:
    body, places = "%PDF-1.7\n", []
    for number, content in enumerate(objects, start=1):
        places.append(len(body))
        body += f"{number} 0 obj\n{content}\nendobj\n"
    rows = "".join(f"{place:010d} 00000 n \n" for place in places)
    end = f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{rows}"
    trailer = f"trailer\n<< /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{len(body)}\n%%EOF\n"
    return (body + end + trailer).encode("ascii")
