"""Deadlines as words: contradictory, unclear, written in many shapes."""

import re
from collections import defaultdict
from collections.abc import Iterator

from vanban.check.plan.places import at_part, at_task, capital, due_words, task_list, task_name
from vanban.check.plan.reading import Reading
from vanban.check.rule import Rule
from vanban.model.deadline import DeadlineKind
from vanban.model.finding import CUSTOM, Finding, Place, Severity
from vanban.model.plan import Numbered, Plan

CONTRADICTION = Rule(
    ma="ke-hoach.thoi-han-mau-thuan",
    muc=Severity.LOI,
    ten="Thời hạn nói hai điều",
    vi_sao="Không biết hạn nào thì không tính được đúng hạn hay quá hạn, số liệu báo cáo sẽ sai.",
    can_cu=CUSTOM,
    sai="Trước 30/9/2025 Quý IV/2025",
    dung="Quý IV/2025",
)
NOT_UNDERSTOOD = Rule(
    ma="ke-hoach.thoi-han-khong-hieu",
    muc=Severity.LOI,
    ten="Thời hạn không hiểu được",
    vi_sao="Thời hạn không có ngày, tháng, quý, năm hay chu kỳ nào thì không theo dõi được.",
    can_cu=CUSTOM,
    sai="Thời gian thực hiện: sớm nhất có thể",
    dung="Thời gian thực hiện: trước 30/9/2025",
)
LEFT_OVER = Rule(
    ma="ke-hoach.thoi-han-du-chu",
    muc=Severity.CANH_BAO,
    ten="Thời hạn có chữ thừa",
    vi_sao="Chữ thừa là dấu vết của một lần sửa dở; hạn đúng có thể là hạn khác.",
    can_cu=CUSTOM,
    sai="tháng Quý III/2025",
    dung="Quý III/2025",
)
VAGUE = Rule(
    ma="ke-hoach.thoi-han-khong-ro",
    muc=Severity.CANH_BAO,
    ten="Thời hạn không có mốc rõ",
    vi_sao="“Đầu”, “giữa”, “cuối” không cho biết ngày nào là trễ.",
    can_cu=CUSTOM,
    sai="cuối tháng 6 đầu tháng 7/2025",
    dung="đến 05/7/2025",
)
MANY_SHAPES = Rule(
    ma="ke-hoach.thoi-han-nhieu-dang",
    muc=Severity.GOI_Y,
    ten="Thời hạn viết nhiều kiểu",
    vi_sao="Một kế hoạch nên viết thời hạn theo một vài kiểu thống nhất để dễ đọc, dễ so.",
    can_cu=CUSTOM,
    sai="Trước 15/8/2025; tháng 7/2025; đến 30/9/2025; Quý IV/2025; tháng 6 - 8/2025",
    dung="trước 15/8/2025; trước 31/7/2025; trước 30/9/2025; trước 31/12/2025",
    sua_duoc=True,
)
RULES = (CONTRADICTION, NOT_UNDERSTOOD, LEFT_OVER, VAGUE, MANY_SHAPES)

MOST_SHAPES = 4
"""Shapes of writing that one plan may mix before it is said."""

_BY_OTHERS = re.compile(r"theo\b", re.IGNORECASE)
"""Words that leave the deadline to another plan ("theo kế hoạch của tỉnh")."""
_HALF_WRITTEN = re.compile(r"(?:ngày|tháng|quý|năm|trước|sau|đến|từ|hết)\b", re.IGNORECASE)
"""Words that want a number or a day behind them: alone they are a deadline written by half."""
_EVENT = re.compile(
    r"kể từ|(?:ngay )?sau (?:khi|ngày|\d)|khi (?:có|được|cần|hoàn thành)|từ (?:khi|lúc)|theo yêu cầu",
    re.IGNORECASE,
)
"""Words that bind the work to an event without a day yet: it is clear, but no day can be watched."""
_SEASON = re.compile(
    r"(?<!\w)(?:tết|mùa|dịp|lễ|khai giảng|bế giảng|kỳ họp|đại hội|học kỳ|năm học)(?!\w)", re.IGNORECASE
)
_VAGUE = re.compile(
    r"(?<!tháng )(?<!tuần )\b(?:đầu|giữa|cuối|khoảng)\s+(?:tháng|quý|năm|tuần)\b", re.IGNORECASE
)


def check(reading: Reading) -> Iterator[Finding]:
    """Findings on the wording of deadlines; one at most for a task."""
    plan = reading.plan
    sound = []
    for task in reading.tasks:
        found = _wording(plan, task)
        if found:
            yield found
        else:
            sound.append(task)
    if plan.so_ket and _VAGUE.search(plan.so_ket.nguyen_van):
        yield VAGUE.finding(
            _review_place(plan, plan.so_ket.nguyen_van),
            f"Thời điểm sơ kết “{plan.so_ket.nguyen_van}” không có mốc rõ.",
            trich=plan.so_ket.nguyen_van,
            cach_sua="Ghi ngày cụ thể hoặc “trước ngày …”.",
            muc=Severity.GOI_Y,
        )
    yield from _shapes(plan, sound)


def _review_place(plan: Plan, words: str) -> Place:
    rows = [index for index, text in enumerate(plan.to_chuc_thuc_hien) if words in text]
    return at_part(plan, "to_chuc_thuc_hien", rows[0] if rows else None)


def _wording(plan: Plan, task: Numbered) -> Finding | None:
    due, name = task.nhiem_vu.thoi_han, capital(task_name(task))
    text = due.nguyen_van.strip()
    place = at_task(plan, task, "thoi_han", text)
    if not text and due.kieu is DeadlineKind.CHUA_RO:
        return None  # a missing deadline is another family's
    if due.kieu is DeadlineKind.MAU_THUAN:
        said = " và ".join(f"“{one.nguyen_van}”" for one in due.ung_vien)
        return CONTRADICTION.finding(
            place,
            f"{name} có hai thời hạn trong một dòng: {said}.",
            trich=text,
            cach_sua="Chọn một thời hạn, bỏ thời hạn kia.",
        )
    if vague := _VAGUE.search(text):
        return VAGUE.finding(
            place,
            f"{name}: thời hạn “{text}” không có mốc rõ (“{vague.group()}” là đến ngày nào?).",
            trich=text,
            cach_sua="Thay bằng ngày cuối cùng, ví dụ “đến 05/7/2025”.",
        )
    if due.kieu is DeadlineKind.CHUA_RO:
        return _not_dated(place, name, text)
    if due.du and due.kieu not in (DeadlineKind.THUONG_XUYEN, DeadlineKind.DINH_KY):
        return LEFT_OVER.finding(
            place,
            f"{name}: thời hạn “{text}” thừa chữ “{due.du}”.",
            trich=text,
            cach_sua=f"Bỏ chữ “{due.du}”, hoặc viết lại cho đủ nếu đó là thời hạn khác.",
            muc=None if _HALF_WRITTEN.match(due.du) else Severity.GOI_Y,
        )
    return None


def _not_dated(place: Place, name: str, text: str) -> Finding:
    """A deadline that gives no day: bound to an event, to a season, or not understood at all."""
    event = _EVENT.search(text) is not None
    if event or _SEASON.search(text):
        return VAGUE.finding(
            place,
            f"{name}: thời hạn “{text}” "
            + ("tính từ một việc chưa có ngày." if event else "không có ngày cụ thể."),
            trich=text,
            cach_sua="Khi biết ngày ấy thì ghi ngày cuối cùng vào kế hoạch.",
            muc=Severity.GOI_Y if event else None,
        )
    return NOT_UNDERSTOOD.finding(
        place,
        f"{name}: không hiểu được thời hạn “{text}”.",
        trich=text,
        cach_sua="Viết theo một kiểu quen: “trước 15/8/2025”, “tháng 9/2025”, “Quý IV/2025”.",
        muc=Severity.CANH_BAO if _BY_OTHERS.match(text) else None,
    )


def shape(text: str) -> str:
    """The shape of a deadline: "Trước 15/8/2025." and "trước 30/9/2025" are one."""
    bare = re.sub(r"\bquý\s+[ivx\d]+", "quý Q", text.casefold())
    return re.sub(r"\s+", " ", re.sub(r"\d+", "N", bare))


def _shapes(plan: Plan, tasks: list[Numbered]) -> Iterator[Finding]:
    by_shape: dict[str, list[Numbered]] = defaultdict(list)
    for task in tasks:
        if task.nhiem_vu.thoi_han.nguyen_van:
            by_shape[shape(due_words(task.nhiem_vu.thoi_han))].append(task)
    if len(by_shape) <= MOST_SHAPES:
        return
    samples = "; ".join(
        f"“{due_words(rows[0].nhiem_vu.thoi_han)}” ({task_list(rows)})" for rows in by_shape.values()
    )
    yield MANY_SHAPES.finding(
        Place(phan="thời hạn của các nhiệm vụ"),
        f"Thời hạn viết theo {len(by_shape)} kiểu: {samples}.",
        cach_sua="Chọn một hai kiểu cho cả kế hoạch, tốt nhất là “trước ngày …” hoặc “tháng …”.",
    )
