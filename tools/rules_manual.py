"""Writes the manual of rules into docs/quy-tac.md.

    python tools/rules_manual.py [FILE]

The same text as `vanban rules --markdown`.
"""

import sys
from pathlib import Path

from vanban.beside import every_rule
from vanban.check.manual import markdown


def manual() -> str:
    """The manual of all rules, as text."""
    return markdown(every_rule())


def main() -> None:
    """Writes the manual."""
    default = Path(__file__).resolve().parents[1] / "docs" / "quy-tac.md"
    target = Path(sys.argv[1]) if len(sys.argv) > 1 else default
    target.write_text(manual(), encoding="utf-8")
    print(target)


if __name__ == "__main__":
    main()
