"""What is written as YAML: the same for every reader, and pleasant to read."""

from datetime import date
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from vanban.read.yaml_source import load_yaml
from vanban.read.yaml_writer import double_quoted, dump_yaml

SIGNS = st.sampled_from(
    [
        "- ", "-", ": ", ":", " #", "#", "'", '"', "? ", "&a", "*a", "!", "| ", ">", "%", "@", "`", "{", "}",
        "[", "]", ",", "---", "...", "<<", "=", "~", "\\", "\\n", " ", "  ", "\t", "\n", "\r\n", "\x00",
        "\x1b", "\x7f", "\x85", "\xa0", "\xad", "\u200b", "\u2028", "\u3000", "\ufeff", "\ufffe",
        "e\u0302\u0301", "😀", "👩\u200d💻", "đ", "“x”", "yes", "No", "ON", "null", "true",
        "1", "0", "0x1F", "0o7", "1e3", ".5", "1_0", "-.inf", ".NaN", "12:30:45",
        "2025-02-30", "2025-08-15T10:00:00Z", "2.10", "x" * 2000,
    ]
)  # fmt: skip
TEXT = st.lists(SIGNS, max_size=4).map("".join) | st.text(
    st.characters(exclude_categories=["Cs"]), max_size=30
)
TREE = st.recursive(
    TEXT | st.booleans() | st.none(),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(TEXT.filter(lambda s: len(s) < 200), inner, max_size=3)
    ),
    max_leaves=10,
)


@given(st.dictionaries(st.sampled_from("abc"), TREE, min_size=1) | st.lists(TREE, min_size=1))
def test_any_tree_comes_back_the_same_also_from_readers_of_old_yaml(tree: Any) -> None:
    text = dump_yaml(tree)
    assert load_yaml(text, "x") == tree
    assert yaml.safe_load(text) == tree


@given(TEXT)
def test_a_text_in_quotes_comes_back_the_same_within_brackets(text: str) -> None:
    assert load_yaml(f"[{double_quoted(text)}, x]", "x") == [text, "x"]


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("Sở Y tế", "Sở Y tế"), ("it's", "it's"), ("a:b", "a:b"), ("a#b", "a#b"), ("-a", "-a"),
        ("a, [b]", "a, [b]"), ("1 2", "1 2"), ("15/8/2025", "15/8/2025"), ("…", "…"),
        ("e\u0301 😀", "e\u0301 😀"), ("x" * 3000, "x" * 3000), ("“", "“"),
        ("", "''"), ("2.10", "'2.10'"), ("no", "'no'"), ("a: b", "'a: b'"), ("a #b", "'a #b'"),
        ("- a", "'- a'"), ('"', "'\"'"), ("--- a", "'--- a'"), (" a", "' a'"),
        ("'", '"\'"'), ("- it's", '"- it\'s"'), ("a\nb", r'"a\nb"'), ("a\tb\\", r'"a\tb\\"'),
        ("\x00\x1b\x85\u2028", r'"\0\e\N\L"'), ("a\u200bb", r'"a\u200Bb"'), ("\ud800", r'"\uFFFD"'),
    ],
)  # fmt: skip
def test_quotes_stand_only_where_they_are_needed(text: str, written: str) -> None:
    assert dump_yaml({"k": text}) == f"k: {written}\n"


def test_groups_and_lists_stand_in_block_form() -> None:
    tree = {
        "a": {"b": [], "c": {}, "d": None, "e": True, "f": 12.5, "g": date(2025, 8, 15)},
        "h": ["x", ["ý", ["z"]], {"i": "1", "k": ["l"]}],
    }
    assert dump_yaml(tree) == (
        "a:\n  b: []\n  c: {}\n  d: null\n  e: true\n  f: 12.5\n  g: 2025-08-15\n"
        "h:\n  - x\n  - - ý\n    - - z\n  - i: '1'\n    k:\n      - l\n"
    )
