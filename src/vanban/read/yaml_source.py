"""The YAML files that people write → a tree that knows the line and column of every key.

Dates and numbers stay text until a record asks for a date or a number. So a day that does not exist is
reported like any other fault, with its line, and a task number 2.10 without quotes does not become 2.1.
"""

from typing import Any

from vanban.model.errors import SourceError
from vanban.yaml_tree import read_tree


def load_yaml(text: str, where: str) -> Any:
    """The tree that `text` holds; SourceError with line and column if it is not YAML, or is empty."""
    tree = read_tree(text, where)
    if tree is None:
        raise SourceError("tệp YAML không có khóa nào", where=where, next_step="chọn tệp có nội dung")
    return tree
