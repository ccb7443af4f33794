"""Words at fault in the fields of a plan alone: left open, joined twice, outdated."""

import re
from collections.abc import Iterator

from vanban.check.plan.places import capital
from vanban.check.plan.reading import Passage, Reading
from vanban.check.rule import Rule
from vanban.model.finding import CUSTOM, Finding, Severity

LAST_MARK = Rule(
    ma="ke-hoach.dau-cuoi-thua",
    muc=Severity.CANH_BAO,
    ten="Dấu thừa ở cuối dòng",
    vi_sao="Dòng cuối của một trường kết thúc bằng dấu phẩy hay hai chấm là câu viết dở.",
    can_cu=CUSTOM,
    sai="… phường Xuân Hòa),",
    dung="… phường Xuân Hòa).",
)
SEMICOLON_AND = Rule(
    ma="ke-hoach.cham-phay-va",
    muc=Severity.GOI_Y,
    ten="Dấu chấm phẩy trước chữ “và”",
    vi_sao="Chữ “và” đã nối hai vế; dấu chấm phẩy trước nó thường thừa.",
    can_cu=CUSTOM,
    sai="sàn giao dịch công nghệ; và nền tảng dùng chung",
    dung="sàn giao dịch công nghệ và nền tảng dùng chung",
)
ELLIPSIS = Rule(
    ma="ke-hoach.bo-ba-cham",
    muc=Severity.GOI_Y,
    ten="Bỏ lửng bằng dấu ba chấm",
    vi_sao="“…” trong nhiệm vụ không cho biết còn gì nữa; văn bản giao việc cần liệt kê đủ.",
    can_cu=CUSTOM,
    sai="các đối tác (A, B, …)",
    dung="các đối tác A, B",
)
OUTDATED = Rule(
    ma="ke-hoach.thuat-ngu-cu",
    muc=Severity.GOI_Y,
    ten="Thuật ngữ đã thay",
    vi_sao="Nghị định số 42/2022/NĐ-CP chia dịch vụ công trực tuyến thành toàn trình và một "
    "phần, thay các mức độ 1 đến 4.",
    can_cu=CUSTOM,
    sai="dịch vụ công mức độ 3, 4",
    dung="dịch vụ công trực tuyến toàn trình, một phần",
)
RULES = (LAST_MARK, SEMICOLON_AND, ELLIPSIS, OUTDATED)

_SERVICE_LEVEL = re.compile(
    r"dịch vụ công(?: trực tuyến)? (?:ở )?mức(?: độ)? [1-4](?:\s*(?:,|và)\s*[1-4])*", re.IGNORECASE
)


def check(reading: Reading) -> Iterator[Finding]:
    """Findings on wording."""
    for row in reading.passages:
        yield from _marks(row)
        for match in _SERVICE_LEVEL.finditer(row.text) if "mức" in row.text else ():
            yield OUTDATED.finding(
                row.place,
                f"{capital(row.who())}: “{match.group()}” là cách chia cũ.",
                trich=match.group(),
                cach_sua="Thay bằng “dịch vụ công trực tuyến toàn trình, một phần”.",
            )


def _marks(row: Passage) -> Iterator[Finding]:
    text = row.text.rstrip()
    last = _last_line(row)
    if last.endswith((",", ":")):
        yield LAST_MARK.finding(
            row.place,
            f"{capital(row.who())}: dòng cuối kết thúc bằng dấu “{last[-1]}”.",
            trich=_tail(last),
            cach_sua="Thay bằng dấu chấm, hoặc viết nốt phần còn thiếu.",
        )
    for match in re.finditer(r"\S+; và \S+", text) if "; và " in text else ():
        yield SEMICOLON_AND.finding(
            row.place,
            f"{capital(row.who())}: “{match.group()}” có dấu chấm phẩy trước chữ “và”.",
            trich=match.group(),
            cach_sua="Bỏ dấu chấm phẩy.",
        )
    if row.task and row.key in ("ten", "noi_dung", "san_pham"):
        for match in re.finditer(r"\S*\s?(?:…|\.\.\.)", text) if "…" in text or "..." in text else ():
            yield ELLIPSIS.finding(
                row.place,
                f"{capital(row.who())}: bỏ lửng bằng “…” sau “{match.group().rstrip('… .')}”.",
                trich=match.group().strip(),
                cach_sua="Liệt kê đủ, hoặc bỏ dấu ba chấm.",
            )


def _tail(line: str, limit: int = 40) -> str:
    """The last words of a line, whole, at most `limit` characters where there is a place to cut."""
    if len(line) <= limit:
        return line
    cut = line.find(" ", len(line) - limit - 1)
    return line[cut + 1 :] if cut >= 0 else line


def _last_line(row: Passage) -> str:
    """The last line of a task's content as printed; "" for all other passages.

    Reading trims the marks at the end, so the printed words are asked first.
    """
    if row.task is None or row.key != "noi_dung" or row.task.nhiem_vu.noi_dung[-1] != row.text:
        return ""
    raw = row.task.nhiem_vu.raw("noi_dung")
    printed = [text.rstrip() for text in raw.gia_tri if text.strip()] if raw else []
    return printed[-1] if printed and row.text.rstrip(" .;:,") in printed[-1] else row.text.rstrip()
