"""The straight lines that are drawn on the pages of a PDF: the frames of its tables.

Lengths are in points, from the top left corner of the page as it is shown. Only what the page itself draws is
seen, which is how Word and LibreOffice draw tables.
"""

import io
import itertools
import re
from dataclasses import dataclass
from typing import Any, Final

from pypdf import PdfReader

from vanban.office.pdf import BROKEN

_TEXT: Final = re.compile(
    rb"\bBT\b.*?\bET\b|\bBI\b.*?\bEI\b|<[0-9A-Fa-f\s]*>|\((?:[^()\\]|\\.)*\)", re.DOTALL
)
_TOKEN: Final = re.compile(rb"-?\d*\.?\d+|[A-Za-z*]+")
_THIN: Final = 2.5
"""A line or box thinner than this is drawn as a line."""
_SHORTEST: Final = 3.0
_MAX_BYTES: Final = 20 * 1024 * 1024
_STROKE: Final = frozenset((b"S", b"s", b"B", b"B*", b"b", b"b*"))
_PAINT: Final = _STROKE | {b"f", b"F", b"f*"}
_IDENTITY: Final = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)

Matrix = tuple[float, float, float, float, float, float]
Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Rule:
    """A horizontal or vertical line: from left to right and from top to bottom."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def is_horizontal(self) -> bool:
        """Whether it runs across the page."""
        return self.right - self.left > self.bottom - self.top


def ruled_lines(data: bytes) -> list[list[Rule]]:
    """The lines of each page; none where the file's drawings cannot be read."""
    try:
        return [_of_page(page) for page in PdfReader(io.BytesIO(data)).pages]
    except BROKEN:
        return []


def _of_page(page: Any) -> list[Rule]:
    try:
        contents = page.get_contents()
        stream = contents.get_data() if contents is not None else b""
    except BROKEN:
        return []
    if len(stream) > _MAX_BYTES:
        return []
    box = page.mediabox
    show = _Shown(
        float(box.left), float(box.bottom), float(box.width), float(box.height), page.rotation % 360
    )
    drawn = _Drawing(show)
    for token in _TOKEN.findall(_TEXT.sub(b" ", stream)):
        drawn.take(token)
    return drawn.rules


@dataclass(frozen=True, slots=True)
class _Shown:
    """How a point of the file is shown: turned, and counted from the top."""

    left: float
    bottom: float
    width: float
    height: float
    rotation: int

    def at(self, x: float, y: float) -> Point:
        x, y = x - self.left, y - self.bottom
        return {
            0: (x, self.height - y),
            90: (y, x),
            180: (self.width - x, y),
            270: (self.height - y, self.width - x),
        }.get(self.rotation, (x, self.height - y))


class _Drawing:
    """Follows the path operators of a page."""

    def __init__(self, show: _Shown) -> None:
        self.rules: list[Rule] = []
        self._show = show
        self._numbers: list[float] = []
        self._matrix: Matrix = _IDENTITY
        self._saved: list[Matrix] = []
        self._paths: list[list[Point]] = []

    def take(self, token: bytes) -> None:
        """One number or operator."""
        if not token[:1].isalpha() and token != b"*":
            self._numbers.append(float(token))
            return
        self._operator(token, self._numbers)
        self._numbers = []

    def _operator(self, name: bytes, n: list[float]) -> None:
        if name == b"q":
            self._saved.append(self._matrix)
        elif name == b"Q":
            self._matrix = self._saved.pop() if self._saved else _IDENTITY
        elif name == b"cm" and len(n) == 6:
            self._matrix = _product((n[0], n[1], n[2], n[3], n[4], n[5]), self._matrix)
        elif name == b"m" and len(n) == 2:
            self._paths.append([(n[0], n[1])])
        elif name == b"l" and len(n) == 2 and self._paths:
            self._paths[-1].append((n[0], n[1]))
        elif name == b"re" and len(n) == 4:
            x, y, width, height = n
            corners = [(x, y), (x + width, y), (x + width, y + height), (x, y + height), (x, y)]
            self._paths.append(corners)
        elif name in _PAINT:
            self._draw(strokes=name in _STROKE)
        elif name == b"n":
            self._paths = []

    def _draw(self, *, strokes: bool) -> None:
        """A stroked path shows its edges, a filled one only itself: what is thin is a line."""
        for path in self._paths:
            points = [self._shown(point) for point in path]
            for piece in itertools.pairwise(points) if strokes else (points,):
                left, right = min(x for x, _ in piece), max(x for x, _ in piece)
                top, bottom = min(y for _, y in piece), max(y for _, y in piece)
                if min(right - left, bottom - top) <= _THIN and max(right - left, bottom - top) >= _SHORTEST:
                    self.rules.append(Rule(left, top, right, bottom))
        self._paths = []

    def _shown(self, point: Point) -> Point:
        a, b, c, d, e, f = self._matrix
        x, y = point
        return self._show.at(a * x + c * y + e, b * x + d * y + f)


def _product(m: Matrix, n: Matrix) -> Matrix:
    return (
        m[0] * n[0] + m[1] * n[2],
        m[0] * n[1] + m[1] * n[3],
        m[2] * n[0] + m[3] * n[2],
        m[2] * n[1] + m[3] * n[3],
        m[4] * n[0] + m[5] * n[2] + n[4],
        m[4] * n[1] + m[5] * n[3] + n[5],
    )
