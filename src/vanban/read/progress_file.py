"""The progress file (.yaml) → `Progress`."""

from vanban.model.progress import Progress
from vanban.read.faults import read_record


def parse_progress(text: str, where: str) -> Progress:
    """The progress in `text`; `where` names the file in messages.

    Raises SourceError with every fault at once, each with line, column and key.
    """
    return read_record(text, where, Progress)
