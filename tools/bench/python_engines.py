"""One engine of Python renders one paper again and again.

python python_engines.py ENGINE TEMPLATE FIELDS OUT SECONDS: prints {"times": [milliseconds…],
"peak_mb": …, "version": …}; the last .docx goes to OUT.
"""

import io
import json
import resource
import sys
import zlib
from collections.abc import Callable
from importlib.metadata import version
from pathlib import Path
from time import perf_counter
from typing import Any

Engine = Callable[[bytes, dict[str, Any]], Callable[[], bytes]]


def vanban(template: bytes, fields: dict[str, Any]) -> Callable[[], bytes]:
    """This project: compiled once."""
    from vanban.word.template import compile_template

    compiled = compile_template(template)
    return lambda: compiled.render(fields)


def docxtpl(template: bytes, fields: dict[str, Any]) -> Callable[[], bytes]:
    """docxtpl, with the settings that keep it from losing text."""
    from docxtpl import DocxTemplate
    from jinja2 import Environment, StrictUndefined

    language = Environment(autoescape=True, undefined=StrictUndefined)

    def render() -> bytes:
        document = DocxTemplate(io.BytesIO(template))
        document.render(fields, language)
        result = io.BytesIO()
        document.save(result)
        return result.getvalue()

    return render


def bound(template: bytes, fields: dict[str, Any]) -> Callable[[], bytes]:
    """The lower bound: plain Jinja on the XML of the main part, packed as hard as this project packs.

    What it gives is no .docx: all that a rendering cannot do without, and nothing else.
    """
    from jinja2 import Environment

    from vanban.word.archive import LEVEL
    from vanban.word.template_safety import open_template
    from vanban.word.template_source import source

    package = open_template(template, "")
    xml = (package.part("word/document.xml") or b"").decode().partition("?>")[2]
    text = source("word/document.xml", xml)
    assert text is not None
    compiled = Environment(autoescape=True).from_string(text.text)

    def render() -> bytes:
        deflate = zlib.compressobj(LEVEL, zlib.DEFLATED, -zlib.MAX_WBITS)
        return deflate.compress(compiled.render(fields).encode()) + deflate.flush()

    return render


ENGINES: dict[str, Engine] = {"vanban": vanban, "docxtpl": docxtpl, "jinja2": bound}


def main() -> None:
    """Warms up, then measures for the time that is given, at least three runs."""
    engine, template, fields, out, seconds, _level = sys.argv[1:]
    render = ENGINES[engine](Path(template).read_bytes(), json.loads(Path(fields).read_text("utf-8")))
    result = render()
    warm = perf_counter()
    while perf_counter() - warm < 0.4 * float(seconds):
        result = render()
    times: list[float] = []
    start = perf_counter()
    while perf_counter() - start < float(seconds) or len(times) < 3:
        before = perf_counter()
        result = render()
        times.append((perf_counter() - before) * 1000)
    Path(out).write_bytes(result)
    print(json.dumps({"times": times, "peak_mb": peak_mb(), "version": version(engine)}))


def peak_mb() -> float:
    """The most memory that this program had, if the system tells it without what its parent had before."""
    status = Path("/proc/self/status")
    lines = status.read_text().splitlines() if status.exists() else []
    own = next((line for line in lines if line.startswith("VmHWM:")), None)
    return int(own.split()[1]) / 1024 if own else resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    main()
