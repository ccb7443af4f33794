"""Tables of tasks as offices make them in Excel: header anywhere, merged cells, groups, several sheets."""

import io
from datetime import date

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pydantic import BaseModel

from vanban.model.agency import AgencyBook
from vanban.model.errors import SourceError
from vanban.model.plan import Plan, Task
from vanban.read.workbook.plan import read_xlsx_plan
from vanban.viet.legacy import Legacy, encoded
from vanban.viet.text import words


def read(book: AgencyBook, *sheets: list[list], merged: tuple[str, ...] = ()) -> Plan:
    file = openpyxl.Workbook()
    file.remove(file.active)
    for i, rows in enumerate(sheets, start=1):
        sheet = file.create_sheet(f"Biểu {i}")
        for row in rows:
            sheet.append(row)
    for area in merged:
        file.worksheets[0].merge_cells(area)
    buffer = io.BytesIO()
    file.save(buffer)
    return read_xlsx_plan(buffer.getvalue(), book, where="biểu.xlsx")


def tasks_of(plan: Plan) -> list[Task]:
    return [task for group in plan.nhom for task in group.nhiem_vu]


HEADER = [
    "TT",
    "Nhiệm vụ",
    "Cơ quan chủ trì",
    "Cơ quan phối hợp",
    "Thời gian hoàn thành",
    "Sản phẩm",
    "Ghi chú",
]
SIMPLE = [
    [
        "1",
        "Xây dựng Đề án chuyển đổi số",
        "Sở KH&CN",
        "Sở Nội vụ, Sở Tài chính",
        "Quý III/2025",
        "Đề án",
        None,
    ],
    ["2", "Tập huấn kỹ năng số", "Sở Nội vụ", None, "Trước 30/9/2025", "Báo cáo", "Trực tuyến"],
]


def test_a_plain_table(book):
    first, second = tasks_of(read(book, [HEADER, *SIMPLE]))
    assert (first.ten, first.so_in) == ("Xây dựng Đề án chuyển đổi số", "1")
    assert [a.co_quan for a in first.chu_tri] == ["so-khcn"]
    assert [a.co_quan for a in first.phoi_hop] == ["so-noi-vu", "so-tai-chinh"]
    assert (first.thoi_han.tu, first.thoi_han.den) == (date(2025, 7, 1), date(2025, 9, 30))
    assert second.thoi_han.den == date(2025, 9, 29)
    assert [p.ten for p in second.san_pham] == ["Báo cáo"]
    assert second.ghi_chu == "Trực tuyến"


def test_a_header_further_down_and_a_letterhead_above(book):
    rows = [
        ["ỦY BAN NHÂN DÂN", None, None, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"],
        ["THÀNH PHỐ HỒ CHÍ MINH", None, None, "Độc lập - Tự do - Hạnh phúc"],
        ["Số: 12/KH-UBND", None, None, "Thành phố Hồ Chí Minh, ngày 15 tháng 7 năm 2025"],
        [],
        [None, "KẾ HOẠCH"],
        [None, "Chuyển đổi số năm 2025"],
        [],
        HEADER,
        *SIMPLE,
    ]
    plan = read(book, rows)
    paper = plan.van_ban
    assert (paper.so, paper.ky_hieu, paper.co_quan_ban_hanh) == (12, "KH-UBND", "ubnd-tp")
    assert (paper.ngay, paper.dia_danh) == (date(2025, 7, 15), "Thành phố Hồ Chí Minh")
    assert paper.trich_yeu == "Chuyển đổi số năm 2025"
    assert len(tasks_of(plan)) == 2


def test_groups_and_merged_cells(book):
    rows = [
        HEADER,
        ["I", "Hạ tầng số"],
        ["1", "Lắp đặt trạm 5G", "Sở KH&CN", None, date(2025, 8, 15), "Báo cáo"],
        ["2", "Nâng cấp trung tâm dữ liệu", None, None, date(2025, 12, 31), "Báo cáo"],
        ["II", "Nhân lực số"],
        ["1", "Tập huấn", "Sở Nội vụ", None, "tháng 10/2025", "Báo cáo"],
    ]
    plan = read(book, rows, merged=("C3:C4", "B2:G2", "B5:G5"))
    assert [(g.ten, len(g.nhiem_vu)) for g in plan.nhom] == [("Hạ tầng số", 2), ("Nhân lực số", 1)]
    assert [[a.co_quan for a in t.chu_tri] for t in tasks_of(plan)] == [
        ["so-khcn"],
        ["so-khcn"],
        ["so-noi-vu"],
    ]
    assert [t.thoi_han.den for t in tasks_of(plan)] == [
        date(2025, 8, 15),
        date(2025, 12, 31),
        date(2025, 10, 31),
    ]


def test_a_header_of_two_rows(book):
    rows = [
        ["TT", "Nội dung công việc", "Phân công", None, "Thời hạn"],
        [None, None, "Chủ trì", "Phối hợp", None],
        ["(1)", "(2)", "(3)", "(4)", "(5)"],
        ["1", "Rà soát thủ tục", "Sở Nội vụ", "Sở KH&CN", "tháng 9/2025"],
    ]
    (task,) = tasks_of(read(book, rows, merged=("A1:A2", "B1:B2", "C1:D1", "E1:E2")))
    assert task.ten == "Rà soát thủ tục"
    assert [a.co_quan for a in task.chu_tri] == ["so-noi-vu"]
    assert [a.co_quan for a in task.phoi_hop] == ["so-khcn"]


def test_a_line_that_closes_a_sheet_is_kept(book):
    plan = read(book, [HEADER, *SIMPLE, ["Ghi chú: các việc gấp làm trước"]])
    assert {"gấp", "trước"} <= words_in(plan)
    assert len(tasks_of(plan)) == 2


def test_words_above_a_header_are_no_part_of_it(book):
    plan = read(book, [["Nhiệm vụ trọng tâm", "Sản phẩm chính"], HEADER, *SIMPLE])
    assert {"trọng", "tâm", "chính"} <= words_in(plan)
    assert [task.ten for task in tasks_of(plan)] == [SIMPLE[0][1], SIMPLE[1][1]]


def test_a_number_that_excel_shortened(book):
    rows = [
        HEADER,
        *([float(f"2.{n}"), f"Việc thứ {n}", "Sở Nội vụ", None, "tháng 9/2025"] for n in range(1, 10)),
    ]
    rows += [[2.1, "Việc thứ 10", "Sở Nội vụ", None, "tháng 9/2025"]]
    rows += [[2.11, "Việc thứ 11", "Sở Nội vụ", None, "tháng 9/2025"]]
    assert [t.so_in for t in tasks_of(read(book, rows))] == [f"2.{n}" for n in range(1, 12)]


def test_a_month_that_excel_took_for_a_day(book):
    """ "8/2025" typed into a cell becomes the 1st of August, shown as a month."""
    file = openpyxl.Workbook()
    for row in (HEADER, *SIMPLE):
        file.active.append(row)
    file.active["E2"] = date(2025, 8, 1)
    file.active["E2"].number_format = "mmm-yy"
    file.active["E3"] = date(2025, 9, 1)
    file.active["E3"].number_format = "dd/mm/yyyy"
    buffer = io.BytesIO()
    file.save(buffer)
    first, second = tasks_of(read_xlsx_plan(buffer.getvalue(), book, where="x.xlsx"))
    assert (first.thoi_han.tu, first.thoi_han.den) == (date(2025, 8, 1), date(2025, 8, 31))
    assert second.thoi_han.den == date(2025, 9, 1)


def test_several_sheets(book):
    plan = read(book, [["Hướng dẫn: điền đủ các cột."]], [HEADER, SIMPLE[0]], [HEADER, SIMPLE[1]])
    assert [t.ten for t in tasks_of(plan)] == ["Xây dựng Đề án chuyển đổi số", "Tập huấn kỹ năng số"]


def test_hidden_sheets_are_left_out(book):
    file = openpyxl.Workbook()
    for row in (HEADER, SIMPLE[0]):
        file.active.append(row)
    hidden = file.create_sheet("Cũ")
    for row in (HEADER, SIMPLE[1]):
        hidden.append(row)
    hidden.sheet_state = "hidden"
    buffer = io.BytesIO()
    file.save(buffer)
    assert len(tasks_of(read_xlsx_plan(buffer.getvalue(), book, where="x.xlsx"))) == 1


def test_signatures_below_the_table(book):
    rows = [
        HEADER,
        *SIMPLE,
        [],
        ["Nơi nhận:", None, None, None, "TM. ỦY BAN NHÂN DÂN"],
        ["- Sở Nội vụ;", None, None, None, "CHỦ TỊCH"],
        ["- Lưu: VT.", None, None, None, None],
        [None, None, None, None, "Trần Văn Mẫu"],
    ]
    plan = read(book, rows)
    assert len(tasks_of(plan)) == 2
    assert plan.van_ban.noi_nhan == ["Sở Nội vụ"]
    assert plan.van_ban.nguoi_ky is not None
    assert plan.van_ban.nguoi_ky.quyen_han == ["TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"]
    assert plan.van_ban.nguoi_ky.ho_ten == "Trần Văn Mẫu"


def test_old_encodings_are_told(book):
    rows = [[cell and encoded(cell, Legacy.TCVN3) for cell in row] for row in (HEADER, *SIMPLE)]
    plan = read(book, rows)
    assert tasks_of(plan)[1].ten == "Tập huấn kỹ năng số"
    assert "TCVN3" in plan.chua_hieu[0].ly_do


@pytest.mark.parametrize("rows", [[], [["Chỉ có một dòng chữ"]], [["a", "b"], [1, 2]]], ids=range(3))
def test_a_workbook_without_tasks_is_refused(rows, book):
    with pytest.raises(SourceError) as caught:
        read(book, rows)
    assert "→" in str(caught.value)


def words_in(value: object) -> set[str]:
    """All words that stand anywhere in a record."""
    if isinstance(value, BaseModel):
        return set().union(*(words_in(getattr(value, name)) for name in type(value).model_fields))
    if isinstance(value, list):
        return set().union(*map(words_in, value))
    return set(words(value)) if isinstance(value, str) else {str(value)} if isinstance(value, int) else set()


CELLS = st.sampled_from(
    [None, None, "", "Ý lạ", "Sở Nội vụ", "I", "1.1", "Ghi chú: gấp",
     "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "dòng một\ndòng hai", "Tổng cộng", "quý I", "Một ý",
     "KẾ HOẠCH", "Nhiệm vụ trọng tâm", "Sản phẩm chính"]
)  # fmt: skip


@settings(max_examples=100, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_no_word_of_a_sheet_is_lost(data):
    rows = [list(HEADER), *map(list, SIMPLE)]
    for _ in range(data.draw(st.integers(1, 4))):
        rows.insert(data.draw(st.integers(0, len(rows))), data.draw(st.lists(CELLS, max_size=len(HEADER))))
    try:
        plan = read(AgencyBook(), rows)
    except SourceError:
        return
    said = {word for row in rows for cell in row if cell for word in words(cell)}
    national = set(words("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"))
    assert said - words_in(plan) - national - set(words(" ".join(HEADER))) == set()


def test_headings_in_plain_words_a_title_without_an_issuer_and_a_signature_in_the_middle(book):
    plan = read(
        book,
        [
            ["DANH MỤC CÔNG VIỆC THÁNG HÀNH ĐỘNG"],
            [],
            ["#", "Việc cần làm", "Ai làm", "Ai phối hợp", "Khi nào xong"],
            [1, "Kiểm tra vệ sinh", "Trạm Y tế", "Công an xã", "15/4/2026"],
            [],
            [None, None, None, None, "TRƯỞNG PHÒNG"],
        ],
    )
    (task,) = [task for group in plan.nhom for task in group.nhiem_vu]
    assert (task.ten, task.chu_tri[0].nguyen_van, task.phoi_hop[0].nguyen_van, task.thoi_han.den) == (
        "Kiểm tra vệ sinh",
        "Trạm Y tế",
        "Công an xã",
        date(2026, 4, 15),
    )
    assert (plan.van_ban.co_quan_ban_hanh, plan.van_ban.trich_yeu) == (
        "",
        "DANH MỤC CÔNG VIỆC THÁNG HÀNH ĐỘNG",
    )
    assert plan.van_ban.nguoi_ky is not None
