"""All measurements: the steps of the way (steps.py), many papers at once (many.py), the engine against others
(rendering.py).

    make bench

`PYTHONPATH=tools python -m bench rendering` measures the engine alone, for GIAY=… seconds on each paper by
each engine.
"""

import sys

from bench import many, rendering, report, steps


def main() -> None:
    """Runs what was asked for, all by default."""
    wanted = sys.argv[1:] or ["steps", "many", "rendering"]
    if "steps" in wanted:
        steps.main()
    if "many" in wanted:
        many.main()
    if "rendering" in wanted:
        text = report.told(rendering.measure())
        print(text)
        report.keep(text)


if __name__ == "__main__":
    main()
