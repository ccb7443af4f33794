"""`vanban template …` as those who edit templates use it."""

import json

import pytest

from vanban.cli.main import main


def call(capsys: pytest.CaptureFixture[str], *words: object) -> tuple[int, str, str]:
    with pytest.raises(SystemExit) as stop:
        main([str(word) for word in words])
    said = capsys.readouterr()
    return int(stop.value.code or 0), said.out, said.err


def test_fields_tells_path_meaning_and_example(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = call(capsys, "template", "fields", "to-trinh")
    assert code == 0
    assert "khoi_ky.ho_ten" in out
    assert "PL I, II.5.a" in out


def test_fields_as_data(capsys: pytest.CaptureFixture[str]) -> None:
    _, out, _ = call(capsys, "template", "fields", "ke-hoach", "--json")
    assert {"duong_dan", "kieu", "nghia", "vi_du", "dieu_khoan"} == set(json.loads(out)[0])


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("fields", "to-trin"), "to-trinh"),
        (("fiels", "to-trinh"), "có phải bạn muốn: vanban template fields"),
    ],
)
def test_what_was_typed_wrongly_is_told(
    capsys: pytest.CaptureFixture[str], words: tuple[str, ...], told: str
) -> None:
    code, _, err = call(capsys, "template", *words)
    assert code == 2
    assert told in err
