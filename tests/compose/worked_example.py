"""The worked example: the 25 deadlines and leads of the real plan in a table, and invented states.

It needs neither a reader nor a file, so that the figures stand on their own.
"""

from datetime import date

from vanban.model.agency import Agency, AgencyBook, Signer
from vanban.model.deadline import Deadline, DeadlineCandidate, DeadlineKind
from vanban.model.plan import Assignment, Group, Plan, PlanPaper, Task
from vanban.model.progress import (
    Difficulty,
    ProducedPaper,
    Progress,
    Proposal,
    TaskProgress,
    TaskState,
)

AS_OF = date(2025, 12, 1)

# number, last day, leads, co-operation, then state: percentage, or day of completion
TABLE = """
1.1  2025-08-14  skhcn            ttcds      2025-08-08
1.2  2025-07-31  skhcn            -          2025-07-25
1.3  2025-09-30  skhcn            -          2025-10-15
2.1  2025-06-30  skhcn            -          2025-08-28
2.2  2025-07-31  skhcn            -          2025-07-31
2.3  2025-07-31  skhcn,bql,qtsc   -          60
2.4  2025-07-31  skhcn            -          80
2.5  2025-07-31  skhcn            -          2025-09-10
2.6  ?           skhcn            bql        45
2.7  2025-12-31  skhcn            -          70
2.8  2025-09-30  skhcn            -          2025-09-26
2.9  2025-12-31  skhcn            -          75
2.10 2025-12-31  skhcn            -          65
2.11 2025-08-14  vp               skhcn,ttcds 2025-08-12
3.1  2025-12-31  skhcn            -          85
3.2  2025-08-31  skhcn,bql        -          55
3.3  2025-08-31  skhcn            -          2025-08-19
3.4  2025-08-14  skhcn            ttcds      2025-08-30
4.1  2025-08-31  skhcn            -          70
5.1  2025-12-31  ttcds            skhcn      80
6.1  2025-09-30  stc              -          50
6.2  2025-09-30  bql              skhcn      2025-11-10
6.3  2025-08-31  skhcn            bql        80
6.4  2025-12-31  skhcn            -          0
7.1  2025-07-15  sngv             qtsc,bql   2025-07-03
"""

BOOK = AgencyBook(
    co_quan=[
        Agency(
            id="ubnd",
            ten="Ủy ban nhân dân Thành phố Hồ Chí Minh",
            ky_hieu="UBND",
            dia_danh="Thành phố Hồ Chí Minh",
        ),
        Agency(
            id="skhcn",
            ten="Sở Khoa học và Công nghệ",
            ky_hieu="SKHCN",
            chu_quan="ubnd",
            dia_danh="Thành phố Hồ Chí Minh",
            don_vi_soan_thao="QLKH",
            nguoi_ky=Signer(quyen_han=["GIÁM ĐỐC"], ho_ten="Trần Văn Mẫu"),
        ),
        Agency(id="bql", ten="Ban Quản lý Khu Công nghệ cao Thành phố Hồ Chí Minh"),
        Agency(id="qtsc", ten="Công ty Phát triển Công viên phần mềm Quang Trung"),
        Agency(id="stc", ten="Sở Tài chính"),
        Agency(id="sngv", ten="Sở Ngoại vụ"),
        Agency(id="vp", ten="Văn phòng Ủy ban nhân dân Thành phố Hồ Chí Minh"),
        Agency(id="ttcds", ten="Trung tâm Chuyển đổi số Thành phố Hồ Chí Minh"),
    ]
)


def two_things() -> Deadline:
    """The contradictory deadline of task 2.6."""
    return Deadline(
        nguyen_van="Trước 30/9/2025 Quý IV/2025.",
        kieu=DeadlineKind.MAU_THUAN,
        ung_vien=[
            DeadlineCandidate(nguyen_van="Trước 30/9/2025", kieu=DeadlineKind.TRUOC, den=date(2025, 9, 29)),
            DeadlineCandidate(
                nguyen_van="Quý IV/2025",
                kieu=DeadlineKind.KHOANG,
                tu=date(2025, 10, 1),
                den=date(2025, 12, 31),
            ),
        ],
    )


def until(day: date) -> Deadline:
    """A deadline up to and including `day`."""
    return Deadline(nguyen_van=f"đến {day.day}/{day.month}/{day.year}", kieu=DeadlineKind.DEN, den=day)


def assignments(names: str) -> list[Assignment]:
    """The agencies of a cell of the table."""
    return [] if names == "-" else [Assignment(nguyen_van=n, co_quan=n) for n in names.split(",")]


def plan() -> Plan:
    """The plan of the table."""
    groups = [Group(ten=f"Nhóm việc thứ {i}") for i in range(1, 8)]
    for row in TABLE.split("\n")[1:-1]:
        number, last, leads, partners, _ = row.split()
        group, nth = number.split(".")
        groups[int(group) - 1].nhiem_vu.append(
            Task(
                id=f"t{group}-{nth}",
                ten=f"Việc {number}",
                thoi_han=two_things() if last == "?" else until(date.fromisoformat(last)),
                chu_tri=assignments(leads),
                phoi_hop=assignments(partners),
            )
        )
    paper = PlanPaper(
        ky_hieu="KH-UBND",
        co_quan_ban_hanh="ubnd",
        nam=2025,
        trich_yeu="100 ngày thực hiện các nhiệm vụ trọng tâm",
    )
    return Plan(van_ban=paper, nhom=groups, dau_moi="skhcn")


def progress() -> Progress:
    """The states of the table."""
    records = []
    for row in TABLE.split("\n")[1:-1]:
        number, _, _, _, state = row.split()
        task = "t" + number.replace(".", "-")
        if "-" in state:
            records.append(finished(task, date.fromisoformat(state)))
        elif state == "0":
            records.append(TaskProgress(nhiem_vu=task, trang_thai=TaskState.CHUA_THUC_HIEN))
        else:
            records.append(
                TaskProgress(nhiem_vu=task, trang_thai=TaskState.DANG_THUC_HIEN, phan_tram=int(state))
            )
    return Progress(ngay_chot=AS_OF, tien_do=records)


def finished(task: str, day: date) -> TaskProgress:
    """A task finished on `day`, by a paper of that day."""
    produced = ProducedPaper(
        loai="Quyết định",
        so_ky_hieu=f"{day.day}{day.month}/QĐ-UBND",
        ngay=day,
        co_quan="ubnd",
        trich_yeu=f"ban hành sản phẩm của {task}",
    )
    return TaskProgress(
        nhiem_vu=task,
        trang_thai=TaskState.HOAN_THANH,
        phan_tram=100,
        ngay_hoan_thanh=day,
        san_pham_dat=[produced],
    )


def with_words(
    progress: Progress, task: str, *obstacles: tuple[str, str], asks: tuple[str, str] | None
) -> Progress:
    """The progress with difficulties (label, words) and a proposal (words, agency) for one task."""
    records = [
        record.model_copy(
            update={
                "kho_khan": [Difficulty(nhan=label, mo_ta=words) for label, words in obstacles],
                "kien_nghi": [Proposal(noi_dung=asks[0], co_quan_giai_quyet=asks[1])] if asks else [],
            }
        )
        if record.nhiem_vu == task
        else record
        for record in progress.tien_do
    ]
    return progress.model_copy(update={"tien_do": records})
