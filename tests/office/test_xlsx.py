"""Workbooks: what is written comes back word for word, and no file can hurt the reader."""

import io
import zipfile
from collections.abc import Callable
from datetime import date

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vanban.model.errors import SourceError
from vanban.model.workbook import MAX_CELL, Column, Look, NewSheet, cell_name, shown
from vanban.office.xlsx import write_workbook
from vanban.office.xlsx_reading import read_workbook

COLUMNS = (Column("Số", look=Look.CODE), Column("Tên nhiệm vụ", 50), Column("Hạn", look=Look.DATE))


def written(*rows: tuple, **about) -> bytes:
    return write_workbook([NewSheet("Nhiệm vụ", COLUMNS, list(rows), **about)], title="Kế hoạch")


def rows_of(data: bytes) -> list[list]:
    return read_workbook(data, "x.xlsx")[0].rows


def test_words_numbers_and_days_come_back():
    data = written(("2.10", "Xây dựng Đề án\ncó hai dòng", date(2025, 8, 15)))
    assert rows_of(data) == [
        ["Số", "Tên nhiệm vụ", "Hạn"],
        ["2.10", "Xây dựng Đề án\ncó hai dòng", date(2025, 8, 15)],
    ]


@pytest.mark.parametrize("words", ["=1+1", "+84 28", "-1", "- Nội dung", "@SUM(A1)", "\t=1", "'x"])
def test_words_are_never_a_formula(words):
    data = written(("1", words, None))
    assert rows_of(data)[1][1] == words
    cell = openpyxl.load_workbook(io.BytesIO(data)).active["B2"]
    assert (cell.data_type, cell.quotePrefix) == ("s", True)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.text(max_size=40) | st.sampled_from(["_x000D_", "_x005F_x0041_", "a\r\nb", "\x00"])))
def test_any_words_come_back_as_shown(texts):
    data = written(*[("1", text, None) for text in texts])
    found = [row[1] for row in rows_of(data)[1:]]
    wanted = [shown(text) for text in texts]
    assert found + [""] * (len(wanted) - len(found)) == wanted


def test_too_many_characters_are_cut():
    assert len(rows_of(written(("1", "chữ " * 20_000, None)))[1][1]) == MAX_CELL


def test_the_same_workbook_gives_the_same_bytes():
    assert written(("1", "a", None)) == written(("1", "a", None))


def test_people_find_their_way():
    sheet = NewSheet(
        "Nhiệm vụ",
        (*COLUMNS, Column("Kiểu", choices=("đến", "trước"), only_choices=True), Column("Mã", hidden=True)),
        [("1", "a", None, "đến", "t1")],
        above=("KẾ HOẠCH",),
        frozen_columns=2,
    )
    data = write_workbook([sheet])
    book = openpyxl.load_workbook(io.BytesIO(data))
    tasks = book["Nhiệm vụ"]
    assert tasks.freeze_panes == "C3"
    assert tasks["C3"].number_format == "dd/mm/yyyy"
    assert tasks["B3"].alignment.wrap_text
    assert tasks.column_dimensions["E"].hidden
    assert book["_lua_chon"].sheet_state == "hidden"
    (rule,) = tasks.data_validations.dataValidation
    assert rule.formula1 == "'_lua_chon'!$A$1:$A$2"
    assert [s.hidden for s in read_workbook(data, "x")] == [False, True]


def test_names_of_cells():
    assert [cell_name(0, 0), cell_name(2, 27), cell_name(0, 701), cell_name(0, 702)] == [
        "A1", "AB3", "ZZ1", "AAA1",
    ]  # fmt: skip


def bent(change: Callable[[bytes], bytes], part: str = "xl/worksheets/sheet1.xml") -> bytes:
    buffer = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(written(("1", "a", None)))) as old,
        zipfile.ZipFile(buffer, "w", 8) as new,
    ):
        for entry in old.infolist():
            content = old.read(entry)
            new.writestr(entry.filename, change(content) if entry.filename == part else content)
    return buffer.getvalue()


def encrypted() -> bytes:
    return b"\xd0\xcf\x11\xe0" + bytes(600) + "EncryptedPackage".encode("utf-16-le") + bytes(600)


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"", "rỗng"),
        (b"x,y\n1,2", "không phải bảng tính"),
        (b"%PDF-1.7", "PDF"),
        (b"<html>", "HTML"),
        (b"PK\x03\x04 and no more", "hỏng"),
        (encrypted(), "mật khẩu"),
        (b"\xd0\xcf\x11\xe0" + bytes(600), "không phải bảng tính"),
        (b"\xd0\xcf\x11\xe0" + bytes(600) + "Workbook".encode("utf-16-le"), "Excel"),
        (bent(lambda x: x[:200]), "Excel"),
        (bent(lambda x: x.replace(b'r="B2"', b'r="XFD1048576"')), "XFD1048576"),
        (bent(lambda x: x.replace(b'r="B2"', b"r='XFD1048576'")), "XFD1048576"),
        (bent(lambda x: x.replace(b'r="B2"', b's=">" r="XFD1048576"')), "XFD1048576"),
        (bent(lambda x: x.replace(b'<row r="2"', b'<row r="1048576"').replace(b'r="B2"', b"")), "1048576"),
        (bent(lambda x: x.replace(b'r="B2"', b'r="ZZZZZ1"')), "nằm ngoài"),
        (bent(lambda x: x.replace(b'r="B2"', b'r="A99999999999"')), "nằm ngoài"),
        (bent(lambda x: x + b" " * 20_000_000), "zip bomb"),
    ],
    ids=range(16),
)
def test_what_is_no_workbook_is_refused_with_the_reason(data, what):
    with pytest.raises(SourceError, match=what) as caught:
        read_workbook(data, "kế hoạch.xlsx")
    assert "kế hoạch.xlsx" in str(caught.value)
    assert "→" in str(caught.value)


def test_far_cells_without_words_do_no_harm():
    data = bent(lambda x: x.replace(b'<c r="B2"', b'<c r="XFC1048575" s="1"/><c r="B2"'))
    assert len(rows_of(data)) == 2


@settings(max_examples=80, deadline=None)
@given(st.data())
def test_any_damage_is_read_or_refused(data):
    whole = bytearray(written(("1", "Xây dựng", date(2025, 1, 2))))
    for _ in range(data.draw(st.integers(1, 6))):
        whole[data.draw(st.integers(0, len(whole) - 1))] = data.draw(st.integers(0, 255))
    try:
        read_workbook(bytes(whole), "x.xlsx")
    except SourceError:
        return
