"""Lines of a section → its paragraphs, with the notes that hang on them."""

from collections.abc import Sequence
from dataclasses import dataclass

from vanban.model.plan import NotUnderstood
from vanban.read.lines.markers import PLAIN, marker_of
from vanban.read.lines.source import SourceLine
from vanban.read.words.blanks import without_blanks
from vanban.read.words.footnotes import take_notes
from vanban.read.words.wording import starts_lower

NOTE_OUTSIDE_TASK = "chú thích ở ngoài nhiệm vụ chưa có trường trong mẫu kế hoạch"


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph: the number of its first line, its characters."""

    number: int
    raw: str
    heading: int = 0
    """As `SourceLine.heading`."""

    @property
    def line(self) -> SourceLine:
        """The paragraph as one line."""
        return SourceLine(self.number, self.raw, heading=self.heading)


def passages(lines: Sequence[SourceLine]) -> tuple[list[Passage], list[NotUnderstood]]:
    """The paragraphs of a section without the marks of notes, and the notes, which have no place here."""
    lost: list[NotUnderstood] = []
    found: list[Passage] = []
    for number, text, heading in _joined(lines):
        words, notes = take_notes(without_blanks(text))
        for note in notes:
            lost_words = f"[footnoteRef:{note.number}] [{note.number}: {note.text or ''}]"
            lost.append(NotUnderstood(dong=number, chu=lost_words, ly_do=NOTE_OUTSIDE_TASK))
        if any(char.isalnum() for char in words) or words == text:
            found.append(Passage(number, words, heading))
    return found, lost


def _joined(lines: Sequence[SourceLine]) -> list[tuple[int, str, int]]:
    """The paragraphs with the number and the heading of their first line; a line may run on."""
    found: list[tuple[int, str, int]] = []
    for line in lines:
        if line.is_blank or line.table is not None:
            continue
        plain = marker_of(line).level == PLAIN
        open_end = bool(found) and not found[-1][1].rstrip().endswith((".", ";", ":"))
        if found and plain and (line.wrapped or (open_end and starts_lower(line.raw))):
            number, text, heading = found[-1]
            found[-1] = number, f"{text} {line.raw}", heading
        else:
            found.append((line.number, line.raw, line.heading))
    return found
