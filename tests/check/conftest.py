"""Lets the cases of form build their papers with what `tests/foreign` builds papers with."""

import sys
from pathlib import Path

FOREIGN = str(Path(__file__).parents[1] / "foreign")
if FOREIGN not in sys.path:
    sys.path.append(FOREIGN)
