"""What the plan as a whole lacks: money, reporting, signer, recipients, a measured goal."""

import re
from collections.abc import Iterator

from vanban.check.plan.places import at_line, at_part, short
from vanban.check.plan.reading import Reading
from vanban.check.rule import Rule
from vanban.model.finding import CUSTOM, Finding, Place, Severity
from vanban.model.plan import Plan
from vanban.viet.doc_numbers import doc_numbers

NO_MONEY = Rule(
    ma="ke-hoach.thieu-kinh-phi",
    muc=Severity.CANH_BAO,
    ten="Không nói kinh phí",
    vi_sao="Kế hoạch giao việc mà không nói nguồn kinh phí thì cơ quan thực hiện không có cơ sở lập dự toán.",
    can_cu=CUSTOM,
    sai="(không có mục, câu nào về kinh phí)",
    dung="Kinh phí thực hiện: từ ngân sách Thành phố và các nguồn hợp pháp khác.",
)
NO_REPORTING = Rule(
    ma="ke-hoach.thieu-che-do-bao-cao",
    muc=Severity.CANH_BAO,
    ten="Không nói kỳ báo cáo",
    vi_sao="Không có kỳ báo cáo thì đầu mối không tổng hợp được tiến độ.",
    can_cu=CUSTOM,
    sai="Giao Sở A tổng hợp, báo cáo tiến độ thực hiện Kế hoạch.",
    dung="Các cơ quan báo cáo Sở A trước ngày 25 hằng tháng.",
)
NO_TROUBLE = Rule(
    ma="ke-hoach.thieu-xu-ly-vuong-mac",
    muc=Severity.GOI_Y,
    ten="Không nói cách xử lý vướng mắc",
    vi_sao="Phần tổ chức thực hiện quen có câu về việc báo cáo khó khăn, vướng mắc để được giải quyết.",
    can_cu=CUSTOM,
    sai="(không có câu nào)",
    dung="Trong quá trình thực hiện, nếu có vướng mắc, các cơ quan báo cáo Ủy ban nhân dân Thành phố.",
)
NO_SIGNER = Rule(
    ma="ke-hoach.thieu-nguoi-ky",
    muc=Severity.LOI,
    ten="Không có người ký",
    vi_sao="Chức vụ, họ tên, chữ ký là thành phần bắt buộc; bản dự thảo thì chỉ nhắc.",
    can_cu="Điều 8 khoản 2 điểm g",
    sai="(kết thúc ở phần tổ chức thực hiện)",
    dung="TM. ỦY BAN NHÂN DÂN / CHỦ TỊCH / (họ và tên)",
)
NO_RECIPIENTS = Rule(
    ma="ke-hoach.thieu-noi-nhan",
    muc=Severity.LOI,
    ten="Không có nơi nhận",
    vi_sao="Nơi nhận là thành phần bắt buộc; bản dự thảo thì chỉ nhắc.",
    can_cu="Điều 8 khoản 2 điểm i",
    sai="(không có “Nơi nhận:”)",
    dung="Nơi nhận: - Như mục III; - Lưu: VT.",
)
GOAL = Rule(
    ma="ke-hoach.muc-tieu-khong-so",
    muc=Severity.CANH_BAO,
    ten="Mục tiêu không có con số",
    vi_sao="Mục tiêu không có con số nào thì khi sơ kết không nói được là đạt hay không.",
    can_cu=CUSTOM,
    sai="Mục tiêu: tạo nền tảng thực chất cho việc nâng cao năng suất.",
    dung="Mục tiêu: 100% dịch vụ công trực tuyến được tích hợp; 50 lớp tập huấn.",
)
NOT_READ = Rule(
    ma="ke-hoach.chua-hieu",
    muc=Severity.CANH_BAO,
    ten="Dòng chưa đọc được",
    vi_sao="Dòng này của bản gốc không vào được trường nào, nên sẽ không có trong văn bản được tạo ra.",
    can_cu=CUSTOM,
    sai="(một dòng lạc giữa hai nhiệm vụ)",
    dung="(dòng ấy nằm trong nội dung của một nhiệm vụ)",
)
FOOTNOTE = Rule(
    ma="ke-hoach.dau-vet-chu-thich",
    muc=Severity.GOI_Y,
    ten="Dấu vết chú thích trong bản chữ",
    vi_sao="Tệp chữ trích từ Word để lại dấu vết chú thích giữa câu; trong văn bản phải là chú "
    "thích cuối trang.",
    can_cu=CUSTOM,
    sai="… kinh doanh”[footnoteRef:1] được phê duyệt. [1: Tờ trình số …]",
    dung="(chú thích 1 đặt ở cuối trang)",
)
RULES = (
    NO_MONEY, NO_REPORTING, NO_TROUBLE, NO_SIGNER, NO_RECIPIENTS, GOAL, NOT_READ, FOOTNOTE,
)  # fmt: skip

_MONEY = re.compile(r"kinh phí|dự toán|nguồn vốn", re.IGNORECASE)
_BUDGET = re.compile(r"ngân sách", re.IGNORECASE)
_ORGANISING = ("to_chuc_thuc_hien", "che_do_bao_cao", "muc_khac", "loi_ket", "kinh_phi", "yeu_cau")
"""Parts in which a plan may say who reports when, and what to do about difficulties."""
_RESIDUE = re.compile(r"\[footnoteRef|\[\d+:")
_RECIPIENTS = re.compile(r"\s*nơi nhận\s*:", re.IGNORECASE)
"""Behind it may stand only "Như trên" and "Lưu", which name no receiver of their own."""
_PERIOD = re.compile(
    r"(?:mỗi|từng|cuối|sau|hết)\s+(?:mỗi\s+|từng\s+)?(?:học kỳ|năm học|đợt|vụ|kỳ họp)"
    r"|(?:hằng|hàng|mỗi)\s+(?:ngày|tuần|tháng|quý|năm)|định kỳ|trước\s+ngày|(?:chậm nhất|muộn nhất)"
    r"|\d+\s+(?:ngày|tuần|tháng)\s*(?:/|một)\s*lần|báo cáo\s+(?:tuần|tháng|quý|năm)",
    re.IGNORECASE,
)


def check(reading: Reading) -> Iterator[Finding]:
    """Findings on the plan as a whole."""
    plan = reading.plan
    yield from _money(reading)
    yield from _reporting(reading)
    yield from _ending(plan)
    yield from _goal(plan)
    for line in plan.chua_hieu:
        yield NOT_READ.finding(
            at_line(plan, line.dong),
            f"Dòng {line.dong} “{short(line.chu)}” chưa vào được trường nào: {line.ly_do}.",
            trich=short(line.chu),
            cach_sua="Đặt dòng này vào đúng trường của nhiệm vụ, hoặc bỏ đi.",
        )
    yield from _footnotes(reading)


def _money(reading: Reading) -> Iterator[Finding]:
    plan = reading.plan
    if plan.kinh_phi or any(one.nhiem_vu.kinh_phi for one in reading.tasks):
        return
    outside = [
        *(one.ten for one in plan.muc),
        *(one.ten for one in plan.muc_khac),
        *(one.ten for one in plan.phu_luc),
        *(row.text for row in reading.outside if row.key != "can_cu"),
    ]
    inside = [row.text for row in reading.passages]
    if any(_MONEY.search(text) for text in inside + outside) or any(_BUDGET.search(text) for text in outside):
        return
    yield NO_MONEY.finding(
        at_part(plan, "to_chuc_thuc_hien"),
        "Kế hoạch không có mục hay câu nào về kinh phí thực hiện.",
        cach_sua="Thêm một câu về nguồn kinh phí ở phần tổ chức thực hiện.",
    )


def _reporting(reading: Reading) -> Iterator[Finding]:
    plan = reading.plan
    rows = [row for row in reading.outside if row.key in _ORGANISING]
    mentions = [row for row in rows if "báo cáo" in row.text.casefold()]
    known = any(one.ky is not None or one.han.is_clear for one in plan.bao_cao)
    if not known and not any(_PERIOD.search(row.text) for row in mentions):
        words = "có nói báo cáo nhưng không nói kỳ" if mentions else "không nói báo cáo"
        yield NO_REPORTING.finding(
            mentions[0].place if mentions else at_part(plan, "to_chuc_thuc_hien"),
            f"Phần tổ chức thực hiện {words}.",
            trich=short(mentions[0].text) if mentions else "",
            cach_sua="Ghi kỳ báo cáo và nơi nhận, ví dụ “báo cáo … trước ngày 25 hằng tháng”.",
        )
    if not any("vướng mắc" in row.text.casefold() or "khó khăn" in row.text.casefold() for row in rows):
        yield NO_TROUBLE.finding(
            at_part(plan, "to_chuc_thuc_hien"),
            "Phần tổ chức thực hiện không nói khi có vướng mắc thì báo cáo ai.",
            cach_sua="Thêm một câu về báo cáo khó khăn, vướng mắc.",
        )


def _ending(plan: Plan) -> Iterator[Finding]:
    paper = plan.van_ban
    muc = Severity.GOI_Y if paper.du_thao else Severity.LOI
    if paper.nguoi_ky is None or not paper.nguoi_ky.quyen_han:
        yield NO_SIGNER.finding(
            Place(phan="người ký"),
            "Kế hoạch chưa có quyền hạn, chức vụ của người ký.",
            cach_sua="Ghi quyền hạn, chức vụ và họ tên người ký.",
            muc=muc,
        )
    if not paper.noi_nhan and not any(_RECIPIENTS.match(line.chu) for line in paper.nguyen_van):
        yield NO_RECIPIENTS.finding(
            Place(phan="nơi nhận"),
            "Kế hoạch chưa có nơi nhận.",
            cach_sua="Liệt kê các cơ quan được giao việc và “Lưu: VT”.",
            muc=muc,
        )


def _goal(plan: Plan) -> Iterator[Finding]:
    if plan.muc_tieu and not any(re.search(r"\d", _without_names(text)) for text in plan.muc_tieu):
        yield GOAL.finding(
            at_part(plan, "muc_tieu", 0),
            "Mục tiêu không có con số nào để đo, ngoài số ngày và số văn bản.",
            trich=short(plan.muc_tieu[0]),
            cach_sua="Ghi một vài chỉ tiêu đo được: bao nhiêu, đạt mức nào, vào lúc nào.",
        )


def _without_names(text: str) -> str:
    """The text without numbers that measure nothing: of documents, of days, dates, years, names."""
    for number in reversed(list(doc_numbers(text))):
        text = text[: number.start] + text[number.end :]
    text = re.sub(
        r"\b\d+\s+(?:ngày|tháng)\b|\b(?:ngày|tháng|quý|năm|số)\s+[\d/.-]+", "", text, flags=re.IGNORECASE
    )
    return re.sub(r"\b(?:19|20)\d\d\b|\b[^\W\d]+[.-]?\d[\w.]*|\b\d[^\W\d]\w*", "", text)


def _footnotes(reading: Reading) -> Iterator[Finding]:
    for task in reading.tasks:
        raw = "\n".join(text for one in task.nhiem_vu.truong for text in one.gia_tri)
        for note in task.nhiem_vu.chu_thich if _RESIDUE.search(raw) else []:
            field = next((one for one in task.nhiem_vu.truong if one.khoa == note.o), None)
            line = field.dong if field else task.nhiem_vu.dong
            yield FOOTNOTE.finding(
                at_line(reading.plan, line).model_copy(update={"nhiem_vu": task.so})
                if line
                else Place(nhiem_vu=task.so),
                f"Nhiệm vụ {task.so}: bản chữ để lại dấu vết của chú thích {note.so} "
                f"“{short(note.noi_dung)}”.",
                trich=note.noi_dung,
                cach_sua="Giữ nội dung ấy làm chú thích cuối trang.",
            )
