"""From the real text of the plan and the sample progress to the report, through the readers."""

from pathlib import Path

from worked_example import AS_OF
from worked_example import plan as table_plan
from worked_example import progress as table_progress

from vanban.compose.bao_cao import compose_report
from vanban.compose.figures import figures
from vanban.model.agency import AgencyBook
from vanban.model.plan import Plan
from vanban.model.progress import Progress
from vanban.model.report import ReportDocument
from vanban.read.agency_book import parse_agency_book
from vanban.read.files import read_plan
from vanban.read.progress_file import parse_progress

DATA = Path(__file__).parents[2] / "data"


def read_all() -> tuple[Plan, Progress, AgencyBook]:
    book = parse_agency_book((DATA / "co-quan.yaml").read_text(encoding="utf-8"), "co-quan.yaml")
    states = parse_progress((DATA / "tien-do-mau.yaml").read_text(encoding="utf-8"), "tien-do-mau.yaml")
    return read_plan(DATA / "ke-hoach-100-ngay.txt", book), states, book


def report() -> ReportDocument:
    plan, states, book = read_all()
    return compose_report(plan, states, book, as_of=AS_OF)


def test_the_real_plan_gives_the_figures_of_the_worked_example() -> None:
    plan, states, _ = read_all()
    found, wanted = figures(plan, states, AS_OF), figures(table_plan(), table_progress(), AS_OF)
    assert {c.so: (c.tinh_trang, c.qua, c.tre) for c in found.cases} == {
        c.so: (c.tinh_trang, c.qua, c.tre) for c in wanted.cases
    }
    assert found.luot.gia_tri == 28
    turns = [(r.tong.gia_tri, r.qua_han.gia_tri, r.phoi_hop.gia_tri) for r in found.by_agency]
    assert turns == [(r.tong.gia_tri, r.qua_han.gia_tri, r.phoi_hop.gia_tri) for r in wanted.by_agency]


def test_the_real_report_says_the_sentence_of_the_worked_example() -> None:
    assert report().tong_hop == (
        "Đến ngày 01 tháng 12 năm 2025, có 12/25 nhiệm vụ hoàn thành (48,0%), trong đó 07 đúng hạn, "
        "05 trễ hạn; 12 nhiệm vụ đang thực hiện, trong đó 06 nhiệm vụ quá hạn, 01 nhiệm vụ chưa xác định "
        "thời hạn; 01 nhiệm vụ chưa thực hiện. Trong 18 nhiệm vụ đến hạn, tỷ lệ hoàn thành là 66,7%."
    )


def test_every_agency_of_the_real_report_has_its_name_of_the_book() -> None:
    _, states, book = read_all()
    names = {agency.ten for agency in book.co_quan}
    found = report()
    assert {row.ten for row in found.bang_co_quan} <= names | {"Cộng lượt"}
    assert {item.co_quan_giai_quyet for r in states.tien_do for item in r.kien_nghi} <= {
        agency.id for agency in book.co_quan
    }
    assert found.kinh_gui == ["Ủy ban nhân dân Thành phố Hồ Chí Minh"]


def test_no_paper_of_the_sample_lacks_a_part() -> None:
    assert not [line for group in report().theo_nhom for line in group.chi_tiet if "bổ sung" in line]
