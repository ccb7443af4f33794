"""A list of addressees as clerks keep it: a title above, headings in Vietnamese, gaps and errors."""

import io
from collections.abc import Sequence
from datetime import date

import pytest
from openpyxl import Workbook

from vanban.model.errors import SourceError
from vanban.read.workbook.address_list import field_of, read_address_list


def workbook(rows: Sequence[Sequence[object]]) -> bytes:
    book = Workbook()
    for row in rows:
        book.active.append(list(row))
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def test_a_heading_is_the_name_that_a_template_asks_for():
    assert field_of(" Tên xã (mới) ") == "ten_xa_moi"
    assert field_of("Đơn vị") == "don_vi"


def test_the_table_is_found_below_its_title_and_empty_rows_do_not_count():
    read = read_address_list(
        workbook(
            [
                ["DANH SÁCH XÃ"],
                [],
                ["STT", "Tên xã", "Hạn", "Số hộ"],
                [1, "Xã  A", date(2025, 11, 5), 12.5],
                [],
                [2, "Xã B", None, 7.0],
            ]
        ),
        "xa.xlsx",
    )
    assert read.headings == {"stt": "STT", "ten_xa": "Tên xã", "han": "Hạn", "so_ho": "Số hộ"}
    assert [(row.number, row.place) for row in read.rows] == [
        (1, "trang “Sheet”, dòng 4"),
        (2, "trang “Sheet”, dòng 6"),
    ]
    assert read.rows[0].values["ten_xa"] == "Xã A"
    assert read.rows[0].values["han"] == "05/11/2025"
    assert read.rows[1].values == {"stt": "2", "ten_xa": "Xã B", "so_ho": "7"}


def test_every_fault_is_told_at_its_cell():
    data = b"T\xc3\xaan;T\xc3\xaan ;2025;\nA;B;C;D\n#REF!;x;y;z\n"
    with pytest.raises(SourceError) as caught:
        read_address_list(data, "xa.csv")
    said = str(caught.value)
    for place in ("ô B1", "ô C1", "ô D1", "ô A3"):
        assert place in said
    assert "chưa có văn bản nào được tạo" in said


@pytest.mark.parametrize(
    ("data", "where", "words"),
    [
        (b"T\xe9n;x\n", "a.csv", "UTF-8"),
        (b"", "a.xlsx", "rỗng"),
        (b"", "a.csv", "không có ô nào"),
        (workbook([["Tên xã"]]), "a.xlsx", "không có dòng nào"),
    ],
)
def test_what_is_no_list_is_refused(data, where, words):
    with pytest.raises(SourceError, match=words):
        read_address_list(data, where)


@pytest.mark.parametrize("mark", [";", ",", "\t"])
def test_a_csv_is_read_by_the_mark_between_its_cells(mark):
    text = f"\ufeffTên xã{mark}Hạn\r\n“A; B”{mark if mark != ';' else ';'}1\r\n"
    if mark == ";":
        text = text.replace("“A; B”", '"“A; B”"')
    read = read_address_list(text.encode(), "xa.csv")
    assert read.rows[0].values == {"ten_xa": "“A; B”", "han": "1"}
