"""Edits of a YAML file: only the words that were asked for change."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vanban.model.errors import SourceError
from vanban.read.yaml_edit import YamlEditor
from vanban.read.yaml_source import load_yaml
from vanban.read.yaml_writer import dump_yaml
from vanban.viet.text import clean

TEXT = st.sampled_from(
    ["", "a: b", "- x", "# không", "“a”, b", "2.10", "true", "'", '"', "[x]", "a\nb"]
) | st.text(max_size=30).map(clean)
KEY = st.sampled_from(["ten", "so_in", "noi_dung", "dong"])
TREE = st.recursive(
    TEXT, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEY, inner, max_size=3), max_leaves=12
)


def leaves(tree: Any, path: tuple[str | int, ...] = ()) -> list[tuple[str | int, ...]]:
    if isinstance(tree, dict):
        return [leaf for key, value in tree.items() for leaf in leaves(value, (*path, key))]
    if isinstance(tree, list):
        return [leaf for at, value in enumerate(tree) for leaf in leaves(value, (*path, at))]
    return [path]


def put(tree: Any, path: tuple[str | int, ...], value: str) -> None:
    for step in path[:-1]:
        tree = tree[step]
    tree[path[-1]] = value


@given(st.dictionaries(KEY, TREE, min_size=1, max_size=3), st.data())
def test_any_value_can_be_set_and_no_other_changes(tree: dict[str, Any], data: st.DataObject) -> None:
    text = dump_yaml(tree)
    places = leaves(tree)
    if not places:
        return
    chosen = data.draw(st.lists(st.sampled_from(places), max_size=3, unique=True))
    values = data.draw(st.lists(TEXT, min_size=3, max_size=3))
    editor = YamlEditor(text, "tep.yaml")
    wanted = load_yaml(text, "tep.yaml")
    for path, value in zip(chosen, values, strict=False):
        editor.set(path, value)
        put(wanted, path, value)
    assert load_yaml(editor.text, "tep.yaml") == wanted


@given(st.lists(st.tuples(TEXT, TEXT), min_size=1, max_size=4))
def test_items_are_added_one_after_the_other(items: list[tuple[str, str]]) -> None:
    text = "# đầu\na: 1  # một\n"
    for first, second in items:
        editor = YamlEditor(text, "tep.yaml")
        editor.append("viec", {"x": first, "y": second})
        text = editor.text
    assert text.startswith("# đầu\na: 1  # một\n")
    assert load_yaml(text, "tep.yaml")["viec"] == [{"x": x, "y": y} for x, y in items]


@pytest.mark.parametrize(
    "text",
    [
        "viec: []\nb: 2\n",
        "viec:\nb: 2\n",
        "viec: [{x: '1', y: '2'}]\nb: 2\n",
        "viec:\n- x: '1'\n  y: '2'\n# ghi chú\nb: 2\n",
        "viec:\n    - x: '1'\n      y: |\n        dài\n        dòng\nb: 2",
        "b: 2\nviec:\n  - {x: '1', y: '2'}   # cuối",
    ],
)
def test_a_list_of_any_shape_takes_another_item(text: str) -> None:
    editor = YamlEditor(text, "tep.yaml")
    editor.append("viec", {"x": "mới", "y": "a: b"})
    tree = load_yaml(editor.text, "tep.yaml")
    assert tree["b"] == "2"
    assert tree["viec"][-1] == {"x": "mới", "y": "a: b"}
    assert len(tree["viec"]) == (2 if "x" in text else 1)


def test_comments_quotes_and_blank_lines_stay() -> None:
    text = "# đầu\n\na: \"một\"   # 1\nb:\n  # trong\n  - 'hai'\n\n  - {c: ba, d: bốn}  # 2\n"
    editor = YamlEditor(text, "tep.yaml")
    editor.set(("b", 1, "c"), "x, y")
    editor.set(("b", 0), "2.10")
    assert editor.text == text.replace("{c: ba,", '{c: "x, y",').replace("'hai'", "'2.10'")


def test_a_key_that_is_not_there_is_added_to_its_group() -> None:
    editor = YamlEditor("a:\n  - b: 1  # x\n    c: 2\n  - {b: 3}\n", "tep.yaml")
    editor.set(("a", 0, "d"), "bốn")
    editor.set(("a", 1, "d"), "năm")
    assert editor.text == 'a:\n  - b: 1  # x\n    d: bốn\n    c: 2\n  - {b: 3, d: "năm"}\n'


def test_a_way_that_leads_nowhere_is_refused() -> None:
    with pytest.raises(SourceError, match=r"không tìm thấy khóa a\.7\.b"):
        YamlEditor("a: [1]\n", "tep.yaml").set(("a", 7, "b"), "x")


@pytest.mark.parametrize(
    ("text", "path", "after"),
    [
        ("a: |\n  một\n  hai\n\n\n# ghi chú\nb: 2\n", ("a",), "a: mới\n\n\n# ghi chú\nb: 2\n"),
        ("a:\n  - >-\n    một\n\n    hai\n\nb: 2\n", ("a", 0), "a:\n  - mới\n\nb: 2\n"),
        ("a:   # để trống\nb: 2\n", ("a",), "a: mới   # để trống\nb: 2\n"),
        ("a:\n  -\n  - x\n", ("a", 0), "a:\n  - mới\n  - x\n"),
        ("{a: , b: 2}\n", ("a",), '{a: "mới", b: 2}\n'),
        ("{a, b: 2}\n", ("a",), '{a: "mới", b: 2}\n'),
        ("a: một\n   hai  # c\nb: 2\n", ("a",), "a: mới  # c\nb: 2\n"),
        ("\ufeffa: x # c\n", ("a",), "\ufeffa: mới # c\n"),
        ("ế😀: 1\na: x\r\nb: 2\r\n", ("a",), "ế😀: 1\na: mới\r\nb: 2\r\n"),
    ],
)
def test_only_the_words_of_the_value_go(text: str, path: tuple[str | int, ...], after: str) -> None:
    editor = YamlEditor(text, "tep.yaml")
    editor.set(path, "mới")
    assert editor.text == after


def test_a_new_key_stands_right_below_a_text_in_lines_of_its_own() -> None:
    editor = YamlEditor("a:\n  b: |\n    một\n\n  # c\n  d: 2\n", "tep.yaml")
    editor.set(("a", "e"), "mới")
    assert editor.text == "a:\n  b: |\n    một\n  e: mới\n\n  # c\n  d: 2\n"
