"""The glossary page → data. The page that people read is the one source of what a key means."""

import re

from vanban.model.glossary import Glossary, Meaning

_RECORD = re.compile(r"### .* \(`(\w+)`\)\s*")
_ROW = re.compile(r"\| `(\w+)` \|([^|]*)\|[^|]*\|([^|]*)\|\s*")


def parse_glossary(text: str) -> Glossary:
    """The tables of the page: each row under the record that its heading names."""
    found: dict[tuple[str, str], Meaning] = {}
    record = ""
    for line in text.splitlines():
        if heading := _RECORD.fullmatch(line):
            record = heading[1]
        elif row := _ROW.fullmatch(line):
            found[record, row[1]] = Meaning(_plain(row[2]), _plain(row[3]))
    return found


def _plain(cell: str) -> str:
    """The words of a cell without marks of Markdown."""
    return re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", cell).replace("`", "").replace("**", "").strip()
