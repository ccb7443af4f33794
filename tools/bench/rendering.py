"""This engine, docxtpl and three engines of Node on the same papers, with the lower bound beside them.

The engines of Node are installed with npm into build/bench, which git ignores; without npm they are left
out with a word. Each engine renders each paper in a process of its own, warm, from a template with tags of
its own language; a result whose words are not those of this project's paper does not count.
"""

import io
import json
import os
import shutil
import statistics
import subprocess
import sys
import zipfile
from dataclasses import dataclass
from pathlib import Path

from lxml import etree

from bench.papers import Case, cases
from bench.peer_templates import rewritten, with_braces, with_paths
from bench.sections import sections_of, values
from vanban.word.archive import LEVEL
from vanban.word.ooxml import w
from vanban.word.template_safety import open_template
from vanban.word.template_source import Source, source

HERE = Path(__file__).resolve().parent
BUILD = HERE.parents[1] / "build" / "bench"
PACKAGES = ("docxtemplater", "pizzip", "easy-template-x", "carbone")
LICENCES = {
    "vanban": "MIT",
    "docxtpl": "LGPL-2.1",
    "docxtemplater": "MIT",
    "easy-template-x": "MIT",
    "carbone": "CCL (mở mã, không được bán làm dịch vụ)",
}
PYTHON, NODE = ("vanban", "docxtpl", "jinja2"), ("docxtemplater", "easy-template-x", "carbone")
SECONDS = float(os.environ.get("GIAY", "2"))


@dataclass(frozen=True)
class Result:
    """What one engine took for one paper; `fault` says why it does not count."""

    engine: str
    median_ms: float = 0.0
    peak_mb: float = 0.0
    version: str = ""
    fault: str = ""


def measure() -> list[tuple[Case, list[Result]]]:
    """All engines on all papers."""
    engines = PYTHON + (NODE if _installed() else ())
    return [(case, [_measured(case, engine) for engine in engines]) for case in cases()]


def _installed() -> bool:
    if not (shutil.which("node") and shutil.which("npm")):
        print("Không có node hoặc npm: bỏ qua docxtemplater, easy-template-x và carbone.")
        return False
    BUILD.mkdir(parents=True, exist_ok=True)
    if all((BUILD / "node_modules" / name).is_dir() for name in PACKAGES):
        return True
    command = ["npm", "install", "--no-save", "--no-audit", "--no-fund", "--prefix", str(BUILD), *PACKAGES]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        print(f"npm không cài được: {done.stderr.strip()[:200]}; bỏ qua ba bộ máy của Node.")
    return done.returncode == 0


def _measured(case: Case, engine: str) -> Result:
    folder = BUILD / case.key
    folder.mkdir(parents=True, exist_ok=True)
    template, fields, out = (folder / f"{engine}{end}" for end in (".mau.docx", ".json", ".docx"))
    template.write_bytes(_template(case, engine))
    words = values(sections_of(_source(case)), case.fields) if engine in NODE else case.fields
    fields.write_text(json.dumps(words, ensure_ascii=False), encoding="utf-8")
    out.unlink(missing_ok=True)
    program = ["node", str(HERE / "node_engines.cjs")]
    if engine in PYTHON:
        program = [sys.executable, str(HERE / "python_engines.py")]
    command = [*program, engine, str(template), str(fields), str(out), str(SECONDS), str(LEVEL)]
    done = subprocess.run(command, cwd=BUILD, capture_output=True, text=True, check=False)
    if done.returncode:
        return Result(engine, fault=done.stderr.strip().splitlines()[-1][:120])
    told = json.loads(done.stdout)
    fault = "" if engine == "jinja2" else _difference(case, out.read_bytes())
    return Result(engine, statistics.median(told["times"]), told["peak_mb"], told["version"], fault)


def _template(case: Case, engine: str) -> bytes:
    if engine in PYTHON:
        return case.template
    pieces = sections_of(_source(case))
    document = with_paths(pieces) if engine == "carbone" else with_braces(pieces)
    return rewritten(case.template, document)


def _source(case: Case) -> Source:
    xml = (open_template(case.template, case.key).part("word/document.xml") or b"").decode()
    found = source("word/document.xml", xml.partition("?>")[2])
    assert found is not None
    return found


def _difference(case: Case, docx: bytes) -> str:
    """The first words that differ from those of docxtpl's paper; empty paragraphs do not count."""
    expected = _words((BUILD / case.key / "vanban.docx").read_bytes())
    found = _words(docx)
    if found == expected:
        return ""
    at = next((n for n, (a, b) in enumerate(zip(found, expected, strict=False)) if a != b), -1)
    shown = found[at][:60] if found else ""
    return f"chữ khác, {len(found)} đoạn thay vì {len(expected)}: “{shown}”"


def _words(docx: bytes) -> list[str]:
    with zipfile.ZipFile(io.BytesIO(docx)) as archive:
        root = etree.fromstring(archive.read("word/document.xml"))
    texts = ("".join(t.text or "" for t in p.iter(w("t"))) for p in root.iter(w("p")))
    return [text for text in texts if text.strip()]
