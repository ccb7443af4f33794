"""Products: missing, empty, due after the deadline, without the quantity that the title promises."""

import re
from collections.abc import Iterator
from datetime import date

from vanban.check.plan.places import at_task, capital, due_words, short, task_name
from vanban.check.plan.reading import Reading
from vanban.check.rule import Rule
from vanban.model.finding import CUSTOM, Finding, Severity
from vanban.model.plan import Numbered, Plan
from vanban.viet.dates import make_date, short_date

EMPTY = Rule(
    ma="ke-hoach.san-pham-chung-chung",
    muc=Severity.CANH_BAO,
    ten="Sản phẩm không kiểm được",
    vi_sao="“Kết quả triển khai”, “theo tiến độ” không cho biết cái gì phải có khi xong việc.",
    can_cu=CUSTOM,
    sai="Sản phẩm: kết quả triển khai theo Kế hoạch.",
    dung="Sản phẩm: Báo cáo kết quả triển khai; 05 mô hình được đưa vào sử dụng.",
)
NO_QUANTITY = Rule(
    ma="ke-hoach.san-pham-thieu-so-luong",
    muc=Severity.CANH_BAO,
    ten="Sản phẩm không có số lượng",
    vi_sao="“Các trạm được lắp đặt” mà không nói bao nhiêu thì một trạm cũng là xong.",
    can_cu=CUSTOM,
    sai="Sản phẩm: các trạm thu phát sóng được lắp đặt.",
    dung="Sản phẩm: 120 trạm thu phát sóng được lắp đặt.",
)
LATE = Rule(
    ma="ke-hoach.san-pham-sau-han",
    muc=Severity.LOI,
    ten="Sản phẩm ra sau thời hạn",
    vi_sao="Ngày ghi trong sản phẩm muộn hơn thời hạn: một trong hai ngày sai.",
    can_cu=CUSTOM,
    sai="Thời gian: tháng 6/2025. Sản phẩm: trình Hội đồng nhân dân trong tháng 8/2025.",
    dung="Thời gian: tháng 8/2025. Sản phẩm: trình Hội đồng nhân dân trong tháng 8/2025.",
)
LOST_FIGURE = Rule(
    ma="ke-hoach.so-luong-mat",
    muc=Severity.CANH_BAO,
    ten="Số lượng ở tên bị mất ở sản phẩm",
    vi_sao="Tên hứa một số lượng, nội dung và sản phẩm không nhắc lại: nghiệm thu theo số nào?",
    can_cu=CUSTOM,
    sai="Tổ chức 50 lớp tập huấn. Sản phẩm: Báo cáo, danh sách học viên.",
    dung="Tổ chức 50 lớp tập huấn. Sản phẩm: 50 lớp tập huấn; báo cáo, danh sách học viên.",
)
QUOTE_CLOSED_LATE = Rule(
    ma="ke-hoach.ngoac-kep-dong-muon",
    muc=Severity.GOI_Y,
    ten="Ngoặc kép đóng sau chữ không thuộc tên",
    vi_sao="“Được ban hành”, “được phê duyệt” nói kết quả phải đạt, không phải chữ của tên văn bản.",
    can_cu=CUSTOM,
    sai="Đề án “Phát triển cảng xanh được ban hành”",
    dung="Đề án “Phát triển cảng xanh” được ban hành",
)
SAME = Rule(
    ma="ke-hoach.san-pham-trung",
    muc=Severity.CANH_BAO,
    ten="Một sản phẩm ghi hai lần",
    vi_sao="Cùng một sản phẩm ghi hai lần trong một nhiệm vụ sẽ bị đếm hai lần.",
    can_cu=CUSTOM,
    sai="Sản phẩm: Báo cáo đánh giá; Kế hoạch; Báo cáo đánh giá.",
    dung="Sản phẩm: Báo cáo đánh giá; Kế hoạch.",
)
RULES = (SAME, EMPTY, NO_QUANTITY, LATE, LOST_FIGURE, QUOTE_CLOSED_LATE)

_OUTCOME_IN_QUOTES = re.compile(
    r"[“\"][^“”\"]+\s((?:đã )?được (?:ban hành|phê duyệt|thông qua|ký kết|công bố)\s*[”\"])", re.IGNORECASE
)

_BY_PLAN = re.compile(
    r"^(?:thực hiện |triển khai )?theo (?:đúng )?"
    r"(?:tiến độ|kế hoạch|chương trình|đề án|các chính sách|chính sách|quy định|yêu cầu)\b",
    re.IGNORECASE,
)
_RESULT = re.compile(r"\bkết quả (?:triển khai|thực hiện)\b", re.IGNORECASE)
_PAPER = re.compile(
    r"\b(?:báo cáo|thông báo|biên bản|đánh giá|văn bản|hồ sơ|tổng hợp|công bố|biểu|bảng|danh mục|kết luận)\b",
    re.IGNORECASE,
)
_UNCOUNTED = re.compile(
    r"^(?:các|những)\b.*\bđược\s+(?:lắp đặt|trang bị|xây mới|đào tạo|tập huấn|cấp phát|tổ chức|nâng cấp)\b",
    re.IGNORECASE,
)
_DAY = re.compile(r"\b(\d{1,2})/(\d{1,2})/(\d{4})\b")
_MONTH = re.compile(r"\btháng\s+(\d{1,2})\s*(?:/|năm)\s*(\d{4})\b", re.IGNORECASE)
_QUARTER = re.compile(r"\bquý\s+(I{1,3}|IV|[1-4])\s*(?:/|năm)\s*(\d{4})\b", re.IGNORECASE)
_FIGURE = re.compile(
    r"(?<![\w/.,-])(?<!tháng )(?<!năm )(?<!quý )(?<!ngày )(?<!số )(?<!Điều )(?<!khoản )(?<!cấp )(?<!mức độ )"
    r"(?<!Quận )(?<!Phường )(?<!đoạn )(?<!top )"
    r"(\d{1,3}(?:\.\d{3})*)\s+(?!năm|tháng|ngày|quý|tuần|giờ|cấp|kỳ|bên|chiều)([^\W\d_]+)",
)
_QUARTERS = {"I": 1, "II": 2, "III": 3, "IV": 4, "1": 1, "2": 2, "3": 3, "4": 4}


def check(reading: Reading) -> Iterator[Finding]:
    """Findings on products."""
    plan = reading.plan
    for task in reading.tasks:
        yield from _same(plan, task)
        yield from _each(plan, task)
        yield from _late(plan, task)
        yield from _figures(plan, task)


def _same(plan: Plan, task: Numbered) -> Iterator[Finding]:
    seen: set[str] = set()
    for product in task.nhiem_vu.san_pham:
        key = " ".join(product.ten.casefold().split()).strip(" .;,")
        if key in seen:
            yield SAME.finding(
                at_task(plan, task, "san_pham", product.ten),
                f"{capital(task_name(task))}: sản phẩm “{short(product.ten)}” ghi hai lần.",
                trich=product.ten,
                cach_sua="Bỏ một lần, hoặc ghi rõ hai sản phẩm khác nhau ở điểm nào.",
            )
        seen.add(key)


def _each(plan: Plan, task: Numbered) -> Iterator[Finding]:
    name = capital(task_name(task))
    for product in task.nhiem_vu.san_pham:
        place = at_task(plan, task, "san_pham", product.ten)
        for match in _OUTCOME_IN_QUOTES.finditer(product.ten):
            yield QUOTE_CLOSED_LATE.finding(
                place,
                f"{name}: ngoặc kép đóng sau “{match[1][:-1].strip()}”, chữ không thuộc tên văn bản.",
                trich=match[1],
                cach_sua=f"Đóng ngoặc kép trước chữ “{match[1].split()[0]}”.",
            )
        if empty := empty_words(product.ten):
            yield EMPTY.finding(
                place,
                f"{name}: sản phẩm “{product.ten}” không kiểm được.",
                trich=empty,
                cach_sua="Thay bằng văn bản hoặc con số cụ thể: báo cáo gì, bao nhiêu, đạt mức nào.",
            )
        elif _UNCOUNTED.search(product.ten) and not re.search(r"\d", re.sub(r"\b\d[A-Z]\b", "", product.ten)):
            yield NO_QUANTITY.finding(
                place,
                f"{name}: sản phẩm “{product.ten}” không nói số lượng.",
                trich=product.ten,
                cach_sua="Ghi số lượng tối thiểu phải đạt.",
            )


def empty_words(product: str) -> str:
    """The words that make a product one that nobody can check ("theo tiến độ"); "" where there are none."""
    for clause in product.split(";"):
        text = clause.strip()
        if match := _BY_PLAN.search(text):
            return match.group()
        match = _RESULT.search(text)
        if match and not _PAPER.search(text[: match.start()]):
            return match.group()
    return ""


def _late(plan: Plan, task: Numbered) -> Iterator[Finding]:
    due = task.nhiem_vu.thoi_han
    if not due.den:
        return
    late = [
        (start, words, product.ten)
        for product in task.nhiem_vu.san_pham
        for start, words in _dates(product.ten)
        if start > due.den
    ]
    if late:
        said = " và ".join(f"“{words}”" for _, words, _ in late)
        _, words, product_text = max(late)
        yield LATE.finding(
            at_task(plan, task, "san_pham", product_text),
            f"{capital(task_name(task))}: sản phẩm ghi {said}, sau thời hạn "
            f"“{due_words(due)}” "
            f"(hết {short_date(due.den)}).",
            trich=words,
            cach_sua="Sửa thời hạn cho khớp sản phẩm cuối cùng, hoặc sửa ngày trong sản phẩm.",
        )


def _dates(text: str) -> Iterator[tuple[date, str]]:
    """The first day of each date, month and quarter named in a text."""
    found = [(m, int(m[3]), int(m[2]), int(m[1])) for m in _DAY.finditer(text)]
    found += [(m, int(m[2]), int(m[1]), 1) for m in _MONTH.finditer(text)]
    found += [(m, int(m[2]), 3 * _QUARTERS[m[1].upper()] - 2, 1) for m in _QUARTER.finditer(text)]
    for match, year, month, day in found:
        if start := make_date(day, month, year):
            yield start, match.group()


def _figures(plan: Plan, task: Numbered) -> Iterator[Finding]:
    title = task.nhiem_vu.ten or ""
    rest = " ".join([*task.nhiem_vu.noi_dung, *(one.ten for one in task.nhiem_vu.san_pham)])
    if not rest or not task.nhiem_vu.noi_dung:
        return  # a product of a task without content is a paper about the thing that the title counts
    for match in _FIGURE.finditer(title):
        number = match[1]
        if re.search(rf"(?<!\d)0?{re.escape(number.lstrip('0'))}(?!\d)", rest):
            continue
        yield LOST_FIGURE.finding(
            at_task(plan, task, "ten"),
            f"{capital(task_name(task))}: tên ghi “{match.group().strip()}” nhưng nội dung và sản phẩm "
            f"không có con số {number}.",
            trich=match.group().strip(),
            cach_sua=f"Ghi “{match.group().strip()}” vào sản phẩm, hoặc bỏ số ở tên nếu không còn đúng.",
        )
