"""What YAML means here, where its parts stand, and what is refused before it can do harm."""

from typing import Any

import pytest

from vanban.model.errors import SourceError
from vanban.yaml_tree import MAX_BORROWED, position, read_tree


def complaint(text: str) -> str:
    with pytest.raises(SourceError) as caught:
        read_tree(text, "tep.yaml")
    assert caught.value.next_step
    return caught.value.what


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("true", True), ("False", False), ("null", None), ("~", None), ("", None), ("tRUE", "tRUE"),
        ("yes", "yes"), ("no", "no"), ("on", "on"), ("y", "y"), ("=", "="), ("12:30", "12:30"),
        ("2025-02-30", "2025-02-30"), ("2.10", "2.10"), ("0x1F", "0x1F"), ("1_000", "1_000"), ("1e3", "1e3"),
        ("'true'", "true"), ('"null"', "null"), ("''", ""), ("!!str true", "true"), ("! true", "true"),
        ("!!int 7", "7"), ("a\tb", "a\tb"), ("x\u2028y", "x y"),
        ('"\\u1EBF\\n"', "ế\n"), ("|\n a\n b", "a\nb\n"),
    ],
)  # fmt: skip
def test_words_mean_what_a_person_wrote(written: str, meant: Any) -> None:
    assert read_tree(f"k: {written}\n", "x") == {"k": meant}


@pytest.mark.parametrize(
    ("written", "meant"),
    [("12", 12), ("-1.5", -1.5), ("'12'", "12"), ("2025-08-15", "2025-08-15"), ("1.2.3", "1.2.3")],
)
def test_numbers_are_numbers_where_they_are_asked_for(written: str, meant: Any) -> None:
    found = read_tree(f"k: {written}\n", "x", numbers=True)["k"]
    assert found == meant
    assert type(found) is type(meant)


def test_every_key_and_item_knows_its_place() -> None:
    tree = read_tree("\ufeffa: 1\n'ế😀': {c: [x, {d: y}]}\ne:\n  - f: z\n", "x")
    assert position(tree, ()) == (1, 1)
    assert position(tree, ("ế😀", "c", 1, "d")) == (2, 16)
    assert position(tree, ("e", 0, "f")) == (4, 5)
    assert position(tree, ("e", 0, "là", "gì")) == (4, 5)
    assert position(tree, ("e", 7)) == (3, 1)


def test_references_and_groups_laid_under_others() -> None:
    text = "a: &a {k: 1, z: 1}\nb: &b\n  <<: *a\n  z: 2\nc:\n  <<: [*b, {y: 3}]\nd: [*a, *b]\n"
    a, b = {"k": "1", "z": "1"}, {"z": "2", "k": "1"}
    tree = read_tree(text, "x")
    assert tree == {"a": a, "b": b, "c": {**b, "y": "3"}, "d": [a, b]}
    assert position(tree, ("c", "k")) == (1, 8)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("a: 1\nb: 2\na: 3\n", "dòng 3, cột 1: khóa này được ghi hai lần trong cùng một nhóm: “a: 3”"),
        ("a: *x\n", "dòng 1, cột 4: “*x” nhắc tới tên chưa có “&x”"),
        ("a: &x [*x]\n", "dòng 1, cột 8: “*x” nhắc vòng vào chính nó"),
        ("a: &x 1\nb: &x 2\n", "dòng 2, cột 4: tên “&x” đã dùng ở trên"),
        ("<<: 1\n", "dòng 1, cột 5: sau “<<” phải là một nhóm khóa"),
        ("a: 1\n---\nb: 2\n", "dòng 2, cột 1: tệp chỉ được có một phần"),
        ("? [a]\n: b\n", "dòng 1, cột 3: tên khóa phải là chữ"),
        ("a: !!python/object:os.system x\n", "kiểu dữ liệu !!python/object:os.system không dùng được"),
        ("a: !!binary aGk=\n", "kiểu dữ liệu !!binary không dùng được"),
        ("a: b\n\n  x\x07y\n", "dòng 3, cột 4: ký tự không cho phép (U+0007)"),
        ("a: \ud800\n", "dòng 1, cột 4: ký tự không cho phép (U+D800)"),
        ("a: '\n", "dòng 2, cột 1: chữ ở đây sai cú pháp YAML"),
    ],
)
def test_what_is_wrong_is_told_with_its_place(text: str, words: str) -> None:
    assert words in complaint(text)


BOMB = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n" + "".join(
    f"a{i}: &a{i} [{', '.join([f'*a{i - 1}'] * 10)}]\n" for i in range(1, 12)
)
LAID_UNDER = f"a: &a {{{', '.join(f'k{i}: 1' for i in range(1000))}}}\n" + "".join(
    f"b{i}:\n  <<: *a\n" for i in range(MAX_BORROWED // 1000 + 1)
)


@pytest.mark.parametrize("text", [BOMB, LAID_UNDER], ids=["lists", "groups"])
def test_a_file_that_grows_by_references_is_refused(text: str) -> None:
    assert "nhắc lại (*) quá nhiều lần" in complaint(text)


@pytest.mark.parametrize("step", ["[", "- ", "{a: ", "a:\n"])
def test_a_file_that_is_nested_without_end_is_refused(step: str) -> None:
    text = "".join(" " * i + step for i in range(500)) if step == "a:\n" else step * 100_000
    assert "lồng quá nhiều tầng" in complaint(text)
