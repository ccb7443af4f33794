"""The templates that the comparison gives to other engines ask for the same words as ours."""

import re
from typing import Any

import pytest

from bench.papers import Case, cases
from bench.peer_templates import with_braces
from bench.sections import sections_of, values
from vanban.word.template import compile_template
from vanban.word.template_safety import open_template
from vanban.word.template_source import source

CASES = [case for case in cases() if not case.key.startswith("bang")]  # rows hold their section inside
SECTION = re.compile(r"\{#(\w+)\}(.*?)\{/\1\}", re.DOTALL)


def filled(text: str, record: dict[str, Any]) -> str:
    """What an engine with braces makes of it, in the fewest words."""

    def section(found: re.Match[str]) -> str:
        value = record[found[1]]
        items = value if isinstance(value, list) else [record] * value
        return "".join(filled(found[2], {**record, **item}) for item in items)

    return re.sub(r"\{(o\d+)\}", lambda m: str(record[m[1]]), SECTION.sub(section, text))


def words(xml: str) -> list[str]:
    lines = (re.sub(r"<[^>]+>", "", line) for line in xml.split("</w:p>"))
    return [line.replace("&amp;", "&") for line in lines if line.strip()]


@pytest.mark.parametrize("case", CASES, ids=[case.key for case in CASES])
def test_sections_and_values_give_the_words_of_the_paper(case: Case) -> None:
    xml = (open_template(case.template, case.key).part("word/document.xml") or b"").decode()
    found = source("word/document.xml", xml.partition("?>")[2])
    assert found is not None
    pieces = sections_of(found)
    made = compile_template(case.template).fill(case.fields)["word/document.xml"].decode()
    assert words(filled(with_braces(pieces), values(pieces, case.fields))) == words(made.partition("?>")[2])
