"""Commands are loaded when they are asked for, and the lists of commands say what each says of itself."""

import subprocess
import sys

import pytest

from vanban.cli import main, template
from vanban.cli.lazy import Lazy


@pytest.mark.parametrize("command", [*main.COMMANDS, *template.COMMANDS], ids=lambda c: c.home or c.name)
def test_the_list_says_what_the_command_says_first(command: Lazy) -> None:
    assert (command.load().help or "").partition("\n\n")[0] == command.summary


@pytest.mark.parametrize(
    ("words", "spared"),
    [
        (["--help"], {"pydantic", "openpyxl", "docx", "docxtpl", "lxml", "pypdf", "yaml"}),
        (["--version"], {"pydantic", "openpyxl", "docx", "docxtpl", "lxml", "pypdf", "yaml", "pygments"}),
        (
            ["check", "khong-co.docx"],
            {"openpyxl", "docx", "docxtpl", "pypdf", "babel", "python_calamine", "pygments"},
        ),
    ],
    ids=lambda words: " ".join(words) if isinstance(words, list) else "",
)
def test_a_command_loads_only_what_it_needs(words: list[str], spared: set[str]) -> None:
    program = (
        "import sys\n"
        "from vanban.cli.main import main\n"
        "try:\n    main(sys.argv[1:])\n"
        "except SystemExit:\n    pass\n"
        "print('LOADED', *{name.partition('.')[0] for name in sys.modules})"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, *words], capture_output=True, encoding="utf-8", check=True
    )
    loaded = set(done.stdout.rpartition("LOADED ")[2].split())
    assert "vanban" in loaded
    assert loaded & spared == set()
