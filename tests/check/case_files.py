"""The form of the case files that officials read.

"## rule" opens a rule, "### Sai: …" or "### Đúng: …" a case of it, "Báo: …" says what is to be found
("không" for nothing, else ids apart by ";"). What else stands in a case belongs to whoever asks for it.
"""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from vanban.yaml_tree import read_tree


class WrittenCase(NamedTuple):
    """One case as written: its file, rule, title, the expected findings, and all its words."""

    file: str
    rule: str
    title: str
    expected: list[str]
    words: str

    @property
    def mended(self) -> list[str]:
        """The lines "Sửa thành: …"."""
        return re.findall(r"^Sửa thành: (.+)$", self.words, re.M)

    @property
    def yaml(self) -> Any:
        """What the YAML frame holds; None without one."""
        frame = re.search(r"```yaml\n(.*?)```", self.words, re.S)
        return read_tree(frame[1], self.file, numbers=True) if frame else None


def written_cases(folder: Path) -> Iterator[WrittenCase]:
    """All cases of the files of a folder, in their order."""
    for path in sorted(folder.glob("*.md")):
        for section in re.split(r"^## ", path.read_text(encoding="utf-8"), flags=re.M)[1:]:
            rule, *parts = re.split(r"^### ", section, flags=re.M)
            for part in parts:
                title = part.splitlines()[0].strip()
                said = re.search(r"^Báo: (.+)$", part, re.M)
                assert said, f"{path.name}: “{title}” không có dòng “Báo:”"
                ids = [] if said[1] == "không" else re.split(r";\s*", said[1].strip(" ."))
                yield WrittenCase(path.name, rule.split()[0], title, sorted(ids), part)
