"""Two periods side by side: the sentences, the table, what changed for each task, targets."""

from datetime import date, timedelta

import pytest
from worked_example import AS_OF, BOOK, finished, plan, progress, two_things, until

from vanban.compose.bao_cao import compose_report
from vanban.compose.comparison import Comparison, compare
from vanban.compose.comparison_words import comparison_sentences, due_soon, standing_still
from vanban.compose.figures import figures
from vanban.compose.printed import unmarked_numbers
from vanban.compose.tien_do import compose_period_report
from vanban.model.agency import Agency
from vanban.model.deadline import Deadline
from vanban.model.errors import SourceError
from vanban.model.period_report import PeriodReportDocument
from vanban.model.plan import Group, Plan, Task
from vanban.model.progress import (
    AdjustedDeadline,
    Difficulty,
    Progress,
    Proposal,
    TargetResult,
    TaskProgress,
    TaskState,
)

DAY = timedelta(days=1)
BEFORE = AS_OF - 30 * DAY
GOING, WAITING, PAUSED = TaskState.DANG_THUC_HIEN, TaskState.CHUA_THUC_HIEN, TaskState.TAM_DUNG


def earlier() -> Progress:
    """The states of the worked example a month before: 6.2 was open, 2.7 at 55%, 2.4 without a word."""
    records = []
    for record in progress().tien_do:
        if record.nhiem_vu == "t6-2":
            records.append(going("t6-2", 90))
        elif record.nhiem_vu == "t2-7":
            records.append(going("t2-7", 55))
        elif record.nhiem_vu != "t2-4":
            records.append(record)
    return Progress(ngay_chot=BEFORE, tien_do=records)


def going(task: str, percent: int, **words: object) -> TaskProgress:
    return TaskProgress.model_validate({"nhiem_vu": task, "trang_thai": GOING, "phan_tram": percent, **words})


def report(now: Progress | None = None, before: Progress | None = None) -> PeriodReportDocument:
    return compose_period_report(plan(), now or progress(), BOOK, as_of=AS_OF, before=before or earlier())


def between(*rows: tuple[Deadline, TaskProgress | None, TaskProgress | None], apart: int = 30) -> Comparison:
    """The comparison of a plan of one group: deadline, state before, state now of each task."""
    tasks = [Task(id=f"t{i}", ten=f"Việc {i}", thoi_han=row[0]) for i, row in enumerate(rows)]
    made = Plan(nhom=[Group(ten="A", nhiem_vu=tasks)])

    def states(index: int, day: date) -> Progress:
        found = [(i, row[index]) for i, row in enumerate(rows)]
        records = [
            r.model_copy(update={"nhiem_vu": f"t{i}"}) for i, r in found if isinstance(r, TaskProgress)
        ]
        return Progress(ngay_chot=day, tien_do=records)

    return compare(made, figures(made, states(2, AS_OF), AS_OF), states(1, AS_OF - apart * DAY))


def said(found: Comparison) -> list[str]:
    return [unmarked_numbers(line) for line in comparison_sentences(found)]


def test_the_worked_example_against_a_month_before() -> None:
    found = report()
    assert found.so_sanh == [
        "So với kỳ trước (đến ngày 01 tháng 11 năm 2025), có thêm 01 nhiệm vụ hoàn thành (nhiệm vụ 6.2), đưa "
        "số nhiệm vụ hoàn thành từ 11 lên 12; không có nhiệm vụ nào mới quá hạn, 01 nhiệm vụ quá hạn của kỳ "
        "trước đã hoàn thành (nhiệm vụ 6.2), số nhiệm vụ quá hạn giảm từ 07 xuống 06.",
        "Có 02 nhiệm vụ chưa hoàn thành nhưng có tiến triển (nhiệm vụ 2.4, 2.7).",
    ]
    assert [(r.chi_tieu, r.truoc, r.nay, r.tang_giam) for r in found.bang_so_sanh] == [
        ("Hoàn thành", "11", "12", "+1"),
        ("- Đúng hạn", "7", "7", "0"),
        ("- Trễ hạn", "4", "5", "+1"),
        ("Đang thực hiện", "12", "12", "0"),
        ("Chưa thực hiện", "2", "1", "-1"),
        ("Đến hạn", "18", "18", "0"),
        ("Quá hạn", "7", "6", "-1"),
        ("Chưa xác định thời hạn", "1", "1", "0"),
        ("Tỷ lệ hoàn thành trên tổng số", "44,0%", "48,0%", "–"),
        ("Tỷ lệ hoàn thành trên số đến hạn", "61,1%", "66,7%", "–"),
    ]
    assert [(row.so, row.tien_do) for row in found.phu_luc] == [
        ("2.4", "– → 80%"),
        ("2.7", "55% → 70%"),
        ("6.2", "90% → 100%"),
    ]
    assert found.phu_luc_ten.startswith("03 NHIỆM VỤ CÓ THAY ĐỔI TRONG KỲ")
    assert found.moi_xong[0].startswith(
        "Nhiệm vụ 6.2 (Việc 6.2): hoàn thành ngày 10/11/2025, trễ hạn 41 ngày."
    )
    assert found.moi_qua_han == []


def test_a_task_falls_overdue_in_the_period_though_nobody_reports() -> None:
    soon = until(AS_OF - 5 * DAY)
    found = between((soon, going("t", 40), going("t", 40)), (soon, None, None))
    assert said(found) == [
        "So với kỳ trước (đến ngày 01 tháng 11 năm 2025), không có nhiệm vụ nào hoàn thành thêm; 02 nhiệm vụ "
        "mới quá hạn (nhiệm vụ 1.1, 1.2), số nhiệm vụ quá hạn tăng từ 0 lên 02."
    ]
    assert unmarked_numbers(standing_still(found)) == "Mọi nhiệm vụ chưa hoàn thành đều có thay đổi trong kỳ."


def test_nothing_happened_is_said_in_words() -> None:
    late, far = until(AS_OF - 60 * DAY), until(AS_OF + 60 * DAY)
    found = between((late, going("t", 40), going("t", 40)), (far, going("t", 10), going("t", 10)))
    assert said(found) == [
        "So với kỳ trước (đến ngày 01 tháng 11 năm 2025), không có nhiệm vụ nào hoàn thành thêm; không có "
        "nhiệm vụ nào mới quá hạn, số nhiệm vụ quá hạn vẫn là 01."
    ]
    assert "Có 02 nhiệm vụ chưa hoàn thành, không có thay đổi trong kỳ" in unmarked_numbers(
        standing_still(found)
    )
    assert due_soon(found.nay, 30) == "Trong 30 ngày tới không có nhiệm vụ nào đến hạn."


def test_a_correction_is_told_as_one() -> None:
    far = until(AS_OF + 60 * DAY)
    found = between((far, finished("t", BEFORE - DAY), going("t", 80)), (far, going("t", 60), going("t", 30)))
    assert said(found)[1:] == [
        "Có 01 nhiệm vụ báo tỷ lệ thấp hơn kỳ trước (nhiệm vụ 1.2), cần giải trình.",
        "Có 01 nhiệm vụ kỳ trước báo hoàn thành, kỳ này chưa hoàn thành (nhiệm vụ 1.1); số liệu kỳ này là số "
        "liệu đã sửa.",
    ]


def test_an_unclear_deadline_never_falls_overdue() -> None:
    found = between((two_things(), going("t", 40), going("t", 45)))
    assert found.moi_qua_han.nhiem_vu == []
    assert found.tang.nhiem_vu == ["1.1"]


def test_only_what_is_new_is_told_of_a_task() -> None:
    old = going(
        "t2-3",
        60,
        ket_qua="Đang lập hồ sơ",
        kho_khan=[Difficulty(nhan="thể chế", mo_ta="Thiếu tiêu chí")],
        kien_nghi=[Proposal(noi_dung="Họp sớm", co_quan_giai_quyet="ubnd")],
    )
    new = old.model_copy(
        update={
            "ket_qua": "Đã trình hồ sơ",
            "kho_khan": [*old.kho_khan, Difficulty(nhan="kinh phí", mo_ta="chưa bố trí vốn")],
            "kien_nghi": [*old.kien_nghi, Proposal(noi_dung="bố trí vốn", co_quan_giai_quyet="stc")],
            "han_dieu_chinh": AdjustedDeadline(ngay=date(2026, 3, 31), van_ban="Thông báo số 12/TB-VP"),
        }
    )

    def states(record: TaskProgress, day: date) -> Progress:
        others = [r for r in progress().tien_do if r.nhiem_vu != "t2-3" and r.nhiem_vu != "t6-2"]
        return Progress(ngay_chot=day, tien_do=[record, *others])

    found = report(states(new, AS_OF), states(old, BEFORE))
    row = found.phu_luc[0]
    assert (row.so, row.tien_do, row.vuong_mac, row.kien_nghi) == (
        "2.3",
        "60% → 60%",
        "Chưa bố trí vốn.",
        "Bố trí vốn.",
    )
    assert row.viec == ("Hạn được điều chỉnh đến ngày 31/3/2026 theo Thông báo số 12/TB-VP. Đã trình hồ sơ.")
    assert found.kho_khan == ["Khó khăn về kinh phí: Chưa bố trí vốn (nhiệm vụ 2.3)."]
    assert "Họp sớm" not in " ".join(found.kien_nghi)
    assert found.bang_qua_han[0].han == "31/7/2025 (điều chỉnh: 31/3/2026)"
    assert found.bang_qua_han[0].qua == "123"  # the deadline of the plan still counts
    assert found.qua_han_mo_dau.endswith(
        "Trong đó 01 nhiệm vụ đã được điều chỉnh hạn, còn trong hạn điều chỉnh (nhiệm vụ 2.3); số ngày "
        "quá hạn vẫn tính theo thời hạn của Kế hoạch."
    )


def test_the_first_period_compares_with_nothing() -> None:
    found = compose_period_report(plan(), progress(), BOOK, as_of=AS_OF)
    assert found.so_sanh == ["Đây là kỳ báo cáo đầu tiên, chưa có số liệu kỳ trước để so sánh."]
    assert found.bang_so_sanh == []
    assert found.so_bang.qua_han == "1"
    assert len(found.moi_xong) == 12


def test_the_period_stands_in_the_title() -> None:
    named = progress().model_copy(update={"ky": "Tháng 11/2025"})
    assert report(named).trich_yeu.startswith("Tiến độ tháng 11/2025 thực hiện Kế hoạch 100 ngày")


@pytest.mark.parametrize("day", [AS_OF, AS_OF + DAY])
def test_the_period_before_must_be_before(day: date) -> None:
    with pytest.raises(SourceError, match="kỳ trước"):
        report(before=Progress(ngay_chot=day))


def test_a_task_that_the_plan_dropped_is_left_out() -> None:
    gone = Progress(ngay_chot=BEFORE, tien_do=[going("t9-9", 50)])
    assert report(before=gone).so_sanh


def measured(*targets: TargetResult) -> Progress:
    states = progress()
    states.tien_do[2].chi_tieu_dat = list(targets)
    return states


def test_targets_stand_against_the_plan_and_the_period_before() -> None:
    stations = TargetResult(ten="trạm 5G", ke_hoach=1400, dat=1190, don_vi="trạm")
    classes = TargetResult(ten="lớp tập huấn", ke_hoach=50, dat=50, don_vi="lớp")
    money = TargetResult(ten="Vốn huy động", dat=12.5, don_vi="tỷ đồng")
    before = earlier()
    before.tien_do[2].chi_tieu_dat = [TargetResult(ten="Trạm  5G", dat=800)]
    found = report(measured(stations, classes, money), before)
    assert found.chi_tieu == (
        "Có 03 chỉ tiêu được đo: 01 chỉ tiêu đạt hoặc vượt Kế hoạch, 01 chỉ tiêu chưa đạt (nhiệm vụ 1.3: "
        "1.190/1.400 trạm)."
    )
    assert [(r.ten, r.ke_hoach, r.truoc, r.dat, r.ty_le) for r in found.bang_chi_tieu] == [
        ("Trạm 5G", "1.400", "800", "1.190", "85,0%"),
        ("Lớp tập huấn", "50", "–", "50", "100,0%"),
        ("Vốn huy động", "–", "–", "12,5", "–"),
    ]
    assert (found.so_bang.so_sanh, found.so_bang.chi_tieu, found.so_bang.qua_han) == ("1", "2", "3")


@pytest.mark.parametrize(
    ("targets", "words"),
    [
        ([(50.0, 50.0)], "Có 01 chỉ tiêu được đo, đạt hoặc vượt Kế hoạch."),
        ([(50.0, 50.0), (10.0, 12.0)], "Có 02 chỉ tiêu được đo, đều đạt hoặc vượt Kế hoạch."),
        ([(None, 3.0)], "Có 01 chỉ tiêu được đo; Kế hoạch không ghi số để đối chiếu."),
        ([(5.0, 3.0)], "Có 01 chỉ tiêu được đo: 01 chỉ tiêu chưa đạt (nhiệm vụ 1.3: 3/5)."),
        ([], ""),
    ],
)
def test_targets_in_a_sentence(targets: list[tuple[float | None, float]], words: str) -> None:
    results = [TargetResult(ten=f"c{i}", ke_hoach=p, dat=d) for i, (p, d) in enumerate(targets)]
    assert report(measured(*results)).chi_tieu == words


def test_the_issuer_reports_to_the_body_above_it() -> None:
    party = Agency(id="thanh-uy", ten="Thành ủy Thành phố Hồ Chí Minh")
    found = compose_report(plan(), progress(), BOOK, as_of=AS_OF, before=earlier(), to=party)
    assert found.kinh_gui == ["Thành ủy Thành phố Hồ Chí Minh"]
    assert found.dau_trang.so_ky_hieu.endswith("/BC-UBND")
    assert found.dau_trang.co_quan_ban_hanh == ["ỦY BAN NHÂN DÂN THÀNH PHỐ HỒ CHÍ MINH"]
    assert "- Sở Khoa học và Công nghệ;" in found.noi_nhan
    assert found.kien_nghi[0].startswith(
        "Ủy ban nhân dân Thành phố Hồ Chí Minh xem xét, giải quyết theo thẩm quyền: Chọn một thời hạn"
    )
    assert found.kien_nghi[-1].endswith("kính báo cáo Thành ủy Thành phố Hồ Chí Minh xem xét, chỉ đạo./.")
    assert "Sở Khoa học và Công nghệ là đầu mối" in found.chi_dao[0]
    first = compose_report(plan(), progress(), BOOK, as_of=AS_OF, before=earlier())
    assert (found.tong_hop, found.bang_nhom, found.so_sanh) == (
        first.tong_hop,
        first.bang_nhom,
        first.so_sanh,
    )
