"""The house keeps its own order: small files, no clock below the doors, no trace of a machine."""

import ast
import re
import shutil
import subprocess
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
SOURCE = ROOT / "src" / "vanban"
LOCK = ROOT / "requirements.lock"
DOORS = {"cli", "__main__.py"}
"""Where the clock may be read; everything below gets its dates as arguments."""

FILE_LINES = 300
FUNCTION_LINES = 40

CLOCKS = {
    *("date.today", "datetime.today", "datetime.now", "datetime.utcnow"),
    *("time.time", "time.time_ns", "time.localtime", "time.strftime"),
    *("uuid.uuid1", "uuid.uuid4", "os.getcwd", "os.urandom", "Path.cwd"),
}
CHANCE = {"random", "secrets"}

MODULES = sorted(SOURCE.rglob("*.py"))
NAMES = [str(path.relative_to(SOURCE)) for path in MODULES]
each_module = pytest.mark.parametrize("path", MODULES, ids=NAMES)

Function = ast.FunctionDef | ast.AsyncFunctionDef


@cache
def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"), filename=str(path))


@cache
def project_files() -> tuple[Path, ...]:
    """What belongs to the project: all that git does not ignore; without git, all outside hidden folders."""
    if (ROOT / ".git").exists() and shutil.which("git"):
        command = ["git", "-c", f"safe.directory={ROOT}", "ls-files", "-co", "--exclude-standard", "-z"]
        listed = subprocess.run(command, cwd=ROOT, capture_output=True, check=True).stdout
        paths = [ROOT / name for name in listed.decode("utf-8").split("\0") if name]
    else:
        hidden = re.compile(r"(^|/)(\.(?!ci/|gitignore)|__pycache__/|output/|dist/)")
        paths = [path for path in ROOT.rglob("*") if not hidden.search(str(path.relative_to(ROOT)))]
    return tuple(path for path in paths if path.is_file())


def text_of(path: Path) -> str | None:
    """The text of a file, None where it is not text."""
    try:
        return path.read_text(encoding="utf-8")
    except UnicodeDecodeError:
        return None


def dotted(node: ast.expr) -> str:
    """`datetime.now` for the function in `datetime.datetime.now()`: the last two names."""
    if isinstance(node, ast.Attribute):
        owner = node.value
        name = owner.attr if isinstance(owner, ast.Attribute) else getattr(owner, "id", "")
        return f"{name}.{node.attr}"
    return ""


def imported(node: ast.AST) -> Iterator[str]:
    if isinstance(node, ast.Import):
        yield from (alias.name.split(".")[0] for alias in node.names)
    elif isinstance(node, ast.ImportFrom) and node.module:
        yield node.module.split(".")[0]


@each_module
def test_a_file_has_one_subject_and_says_it(path):
    assert ast.get_docstring(tree(path)), "a module without a docstring"
    lines = len(path.read_text(encoding="utf-8").splitlines())
    assert lines <= FILE_LINES, f"{lines} lines: this file is asking to be two"


@each_module
def test_functions_are_short(path):
    long = [
        f"{node.name}: {length} lines"
        for node in ast.walk(tree(path))
        if isinstance(node, Function)
        and (length := (node.end_lineno or 0) - node.lineno + 1) > FUNCTION_LINES
    ]
    assert not long


@pytest.mark.parametrize("path", [p for p in MODULES if p.name == "__init__.py"], ids=lambda p: p.parent.name)
def test_an_init_holds_a_docstring_and_nothing_else(path):
    rest = tree(path).body[1:]
    if path.parent == SOURCE:
        rest = [node for node in rest if not ast.unparse(node).startswith("__version__ =")]
    assert not [ast.unparse(node) for node in rest]


def test_every_folder_of_modules_is_a_package():
    bare = {path.parent for path in MODULES if not (path.parent / "__init__.py").exists()}
    assert not bare


@each_module
def test_no_clock_and_no_chance_below_the_doors(path):
    if path.relative_to(SOURCE).parts[0] in DOORS:
        return
    nodes = list(ast.walk(tree(path)))
    calls = {dotted(node.func) for node in nodes if isinstance(node, ast.Call)} & CLOCKS
    modules = {name for node in nodes for name in imported(node)} & CHANCE
    assert not calls | modules


def test_no_trace_of_a_machine():
    """Neither a home, temporary or working folder, nor the name of a registry's host."""
    folders = re.compile(r"(?<![\w.~/$}])/(?:home|root|Users|work|opt|tmp|mnt|srv)/\w")
    hosts = re.compile(
        "|".join(["pypi" + r"\.org", "python" + "hosted", "--(?:extra-)?index-" + "url", r"npmjs\.\w"])
    )
    found = [
        f"{path.relative_to(ROOT)}:{number}: {line.strip()[:100]}"
        for path in project_files()
        if path != Path(__file__) and (text := text_of(path))
        for number, line in enumerate(text.splitlines(), start=1)
        if folders.search(line) or hosts.search(line)
    ]
    assert not found


@pytest.fixture(scope="module")
def pins() -> dict[str, str]:
    """Name → the whole entry of the lock, hashes included."""
    entries = re.split(r"\n(?=\S)", LOCK.read_text(encoding="utf-8").strip())
    return {re.split(r"[=\[]", entry)[0]: entry for entry in entries}


def test_the_lock_pins_by_version_and_hash_and_names_no_place(pins):
    assert pins
    loose = [
        name for name, entry in pins.items() if not re.search(r"==\S+.*(\s+--hash=sha256:\w{64}\b)+", entry)
    ]
    assert not loose
    assert not re.search(
        r"://|^\s*-[ief]\b|^--?\w|@\s|\s/|\.whl", LOCK.read_text(encoding="utf-8"), re.MULTILINE
    )


def test_the_lock_holds_all_that_pyproject_asks_for(pins):
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    wanted = [
        *project["project"]["dependencies"],
        *project["dependency-groups"]["dev"],
        *project["build-system"]["requires"],
    ]
    names = {re.sub(r"[._]", "-", re.split(r"[<>=~!\[; ]", want)[0]).lower() for want in wanted}
    assert names <= set(pins)
    exact = {want for want in wanted if "==" in want}
    assert {want for want in exact if not pins[want.split("==")[0]].startswith(want)} == set()


def test_test_files_have_names_of_their_own():
    """pytest imports test files by their bare name: two of one name would hide each other."""
    names = [path.name for path in (ROOT / "tests").rglob("test_*.py")]
    assert sorted(names) == sorted(set(names))
