"""Where the shipped templates, sample data and the glossary are: inside the wheel, or beside the sources."""

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


def templates_folder() -> Path:
    """The folder of the shipped Word templates."""
    return _find("templates", _PACKAGE.parents[1] / "templates" / "docx")


def data_folder() -> Path:
    """The folder of the sample plan, its agencies and its progress."""
    return _find("data", _PACKAGE.parents[1] / "data")


def glossary_page() -> Path:
    """The page that says what each key means."""
    return _find("docs", _PACKAGE.parents[1] / "docs") / "tu-dien-thuat-ngu.md"


def _find(name: str, beside_sources: Path) -> Path:
    inside = _PACKAGE / "_shipped" / name
    return inside if inside.is_dir() else beside_sources
