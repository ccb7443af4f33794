"""One thing written in several ways across the plan: labels, marks after titles, capitals."""

import re
from collections import defaultdict
from collections.abc import Iterator

from vanban.check.plan.places import LABELS, at_part, capital, task_list
from vanban.check.plan.reading import Passage, Reading
from vanban.check.rule import Rule
from vanban.model.finding import CUSTOM, Finding, Place, Severity
from vanban.model.plan import Numbered
from vanban.viet.doc_numbers import doc_numbers

LABEL_WORDS = Rule(
    ma="ke-hoach.nhan-khong-thong-nhat",
    muc=Severity.GOI_Y,
    ten="Nhãn của một trường có nhiều kiểu",
    vi_sao="Cùng một trường mà lúc “Thời gian”, lúc “Thời gian thực hiện” thì người đọc tưởng là hai điều.",
    can_cu=CUSTOM,
    sai="Kết quả/sản phẩm: …; Sản phẩm dự kiến: …",
    dung="Sản phẩm: …; Sản phẩm: …",
)
TITLE_MARKS = Rule(
    ma="ke-hoach.dau-cuoi-ten",
    muc=Severity.GOI_Y,
    ten="Dấu cuối tên nhiệm vụ không thống nhất",
    vi_sao="Tên nhiệm vụ lúc kết thúc bằng hai chấm, lúc bằng dấu chấm, lúc không dấu.",
    can_cu=CUSTOM,
    sai="1.2. Triển khai kế hoạch A: … 2.3. Triển khai chính sách B.",
    dung="1.2. Triển khai kế hoạch A … 2.3. Triển khai chính sách B",
)
FIRST_LETTER = Rule(
    ma="ke-hoach.chu-dau-khong-thong-nhat",
    muc=Severity.GOI_Y,
    ten="Chữ đầu của trường lúc hoa lúc thường",
    vi_sao="Giá trị của cùng một trường nên bắt đầu theo một cách.",
    can_cu=CUSTOM,
    sai="Nội dung: báo cáo …; Nội dung: Xây dựng …",
    dung="Nội dung: Báo cáo …; Nội dung: Xây dựng …",
)
SHORT_DATE = Rule(
    ma="ke-hoach.vien-dan-ngay-tat",
    muc=Severity.GOI_Y,
    ten="Ngày trong viện dẫn lúc đủ lúc tắt",
    vi_sao="Trong một văn bản, ngày của các văn bản viện dẫn nên viết một kiểu.",
    can_cu=CUSTOM,
    sai="… ngày 22 tháng 12 năm 2024 …; Tờ trình số 2117/TTr-SKHCN ngày 19/6/2025",
    dung="… ngày 22 tháng 12 năm 2024 …; Tờ trình số 2117/TTr-SKHCN ngày 19 tháng 6 năm 2025",
    sua_duoc=True,
)
DEPARTMENTS = Rule(
    ma="ke-hoach.cac-so-hoa-thuong",
    muc=Severity.GOI_Y,
    ten="“Các sở” lúc hoa lúc thường",
    vi_sao="“Sở” trong “các sở, ban, ngành” là danh từ chung; cả kế hoạch nên viết một kiểu.",
    can_cu=CUSTOM,
    sai="các Sở, ban, ngành; các sở, ngành",
    dung="các sở, ban, ngành",
)
SHORT_NAME = Rule(
    ma="ke-hoach.ten-ngan-khong-dung",
    muc=Severity.GOI_Y,
    ten="Tên gọi tắt không dùng lại",
    vi_sao="Tên gọi tắt chỉ có ích khi được dùng lại; ký hiệu văn bản thì các lần sau vẫn ghi như thường.",
    can_cu=CUSTOM,
    sai="Nghị quyết số 71/NQ-CP … (Nghị quyết số 71/NQ-CP); về sau không nhắc lại",
    dung="Nghị quyết số 71/NQ-CP …",
)
RULES = (LABEL_WORDS, TITLE_MARKS, FIRST_LETTER, DEPARTMENTS, SHORT_NAME, SHORT_DATE)

_LARGE_DEPARTMENTS = re.compile(r"\b[Cc]ác Sở,? (?:ban|ngành)\b")
_SMALL_DEPARTMENTS = re.compile(r"\b[Cc]ác sở,? (?:ban|ngành)\b")
_SHORT_DAY = re.compile(r"\s*,?\s*(?:ban hành\s+)?ngày\s+\d{1,2}\s?[/.-]\s?\d{1,2}\s?[/.-]\s?\d{4}")
_FULL_DAY = re.compile(r"\s*,?\s*(?:ban hành\s+)?ngày\s+\d{1,2}\s+tháng\s+\d{1,2}\s+năm\s+\d{4}")
_JOINT = {"chu_tri_phoi_hop": "chu_tri"}
"""A field that stands for two counts as a way to write the first."""


def check(reading: Reading) -> Iterator[Finding]:
    """Findings on consistency, one for the plan each."""
    yield from _labels(reading)
    yield from _title_marks(reading)
    yield from _first_letters(reading)
    yield from _departments(reading)
    yield from _short_names(reading)
    yield from _dates(reading)


def cited_days(reading: Reading) -> tuple[list[tuple[Passage, str]], int]:
    """Cited documents with their day in short, each with its words; and the number of those in full."""
    short: list[tuple[Passage, str]] = []
    full = 0
    for row in reading.passages:
        for number in doc_numbers(row.text) if "ngày" in row.text else ():
            if match := _SHORT_DAY.match(row.text, number.end):
                short.append((row, f"{number.value}{match.group()}"))
            full += bool(_FULL_DAY.match(row.text, number.end))
    return short, full


def _dates(reading: Reading) -> Iterator[Finding]:
    short, full = cited_days(reading)
    if short and full:
        places = "; ".join(f"“{words}” ({row.who()})" for row, words in short)
        yield SHORT_DATE.finding(
            short[0][0].place,
            f"Ngày của văn bản viện dẫn viết đủ ở {full} chỗ, viết tắt ở {len(short)} chỗ: {places}.",
            trich=short[0][1],
            cach_sua="Chọn một kiểu, tốt nhất là “ngày … tháng … năm …” như ở các căn cứ.",
        )


def _first_letters(reading: Reading) -> Iterator[Finding]:
    for key in ("noi_dung", "thoi_han", "san_pham"):
        small: list[Numbered] = []
        large: list[Numbered] = []
        for task in reading.tasks:
            first = _first_words(task, key)
            if first[:1].isalpha():
                (small if first[0].islower() else large).append(task)
        if small and large:
            fewer, how = (small, "thường") if len(small) <= len(large) else (large, "hoa")
            yield FIRST_LETTER.finding(
                Place(phan=f"{LABELS[key]} của các nhiệm vụ"),
                f"{capital(LABELS[key])} bắt đầu bằng chữ {how} ở {task_list(fewer)}, khác các "
                "nhiệm vụ còn lại.",
                cach_sua="Viết hoa chữ đầu ở mọi nhiệm vụ.",
            )


def _first_words(task: Numbered, key: str) -> str:
    if key == "thoi_han":
        due = task.nhiem_vu.thoi_han.nguyen_van
        return "" if due[:3].casefold() == "quý" else due  # "Quý IV" is written so anywhere
    rows = task.nhiem_vu.noi_dung if key == "noi_dung" else [one.ten for one in task.nhiem_vu.san_pham]
    return rows[0] if rows else ""


def _departments(reading: Reading) -> Iterator[Finding]:
    large = [row for row in reading.passages if _LARGE_DEPARTMENTS.search(row.text)]
    small = [row for row in reading.passages if _SMALL_DEPARTMENTS.search(row.text)]
    if large and small:
        tasks = list({row.task.so: row.task for row in large if row.task}.values())
        where = f" ở {task_list(tasks)}" if tasks else ""
        yield DEPARTMENTS.finding(
            large[0].place,
            f"“các Sở” viết hoa {len(large)} chỗ{where}, “các sở” viết thường {len(small)} chỗ.",
            trich="các Sở",
            cach_sua="Viết thường “các sở, ban, ngành” ở mọi chỗ.",
        )


def _short_names(reading: Reading) -> Iterator[Finding]:
    rows = reading.passages
    for index, one in enumerate(reading.plan.can_cu):
        if one.ten_ngan and not any(one.ten_ngan in row.text for row in rows if row.text != one.nguyen_van):
            yield SHORT_NAME.finding(
                at_part(reading.plan, "can_cu", index),
                f"Căn cứ thứ {index + 1} đặt tên gọi tắt “{one.ten_ngan}” nhưng về sau không dùng lại.",
                trich=one.ten_ngan,
                cach_sua="Bỏ phần trong ngoặc.",
            )


def _title_marks(reading: Reading) -> Iterator[Finding]:
    by_mark: dict[str, list[Numbered]] = defaultdict(list)
    for task in reading.tasks:
        title = (task.nhiem_vu.ten_nguyen_van or "").rstrip()
        if title:
            by_mark[title[-1] if title[-1] in ":.;," else ""].append(task)
    if len(by_mark) > 1:
        said = "; ".join(
            f"{f'dấu “{mark}”' if mark else 'không dấu'} ở {task_list(tasks)}"
            for mark, tasks in sorted(by_mark.items())
        )
        yield TITLE_MARKS.finding(
            Place(phan="tên các nhiệm vụ"),
            f"Dấu cuối tên nhiệm vụ không thống nhất: {said}.",
            cach_sua="Bỏ dấu ở cuối mọi tên nhiệm vụ.",
        )


def _labels(reading: Reading) -> Iterator[Finding]:
    used: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for task in reading.tasks:
        for field in task.nhiem_vu.truong:
            if field.nhan:
                used[_JOINT.get(field.khoa, field.khoa)][" ".join(field.nhan.split()).strip(":")].append(
                    task.so
                )
    mixed = [words for words in used.values() if len(words) > 1]
    if mixed:
        said = "; ".join(
            " / ".join(f"“{words}” ({len(where)} lần)" for words, where in group.items()) for group in mixed
        )
        yield LABEL_WORDS.finding(
            Place(phan="nhãn của các trường"),
            f"Cùng một trường có nhiều nhãn: {said}.",
            cach_sua="Chọn một nhãn cho mỗi trường.",
        )
