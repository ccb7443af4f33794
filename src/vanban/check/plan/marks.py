"""Marks at the ends of fields and of items, and between the names of agencies, as the source prints them."""

import re
from collections.abc import Iterator

from vanban.check.plan.places import LABELS, at_task, capital, short, task_list, task_name
from vanban.check.plan.reading import Reading
from vanban.check.rule import Rule
from vanban.model.finding import CUSTOM, Finding, Place, Severity
from vanban.model.plan import Numbered, RawField

FIELD_ENDS = Rule(
    ma="ke-hoach.dau-cuoi-truong",
    muc=Severity.GOI_Y,
    ten="Dấu cuối các trường không thống nhất",
    vi_sao="Các trường lúc kết thúc bằng dấu chấm, lúc không; cả kế hoạch nên theo một kiểu.",
    can_cu=CUSTOM,
    sai="- Thời gian: tháng 7/2025 / - Sản phẩm: Báo cáo.",
    dung="- Thời gian: tháng 7/2025. / - Sản phẩm: Báo cáo.",
)
ITEM_ENDS = Rule(
    ma="ke-hoach.dau-cuoi-muc-con",
    muc=Severity.GOI_Y,
    ten="Mục con không có dấu cuối",
    vi_sao="Mục giữa kết thúc bằng dấu chấm phẩy, mục cuối bằng dấu chấm.",
    can_cu=CUSTOM,
    sai="+ Rà soát danh mục / + Trình phê duyệt",
    dung="+ Rà soát danh mục; / + Trình phê duyệt.",
)
BETWEEN_NAMES = Rule(
    ma="ke-hoach.dau-ngan-co-quan",
    muc=Severity.GOI_Y,
    ten="Tên cơ quan ngăn bằng hai thứ dấu",
    vi_sao="Tên cơ quan lúc ngăn bằng dấu phẩy, lúc bằng dấu chấm phẩy; cả kế hoạch nên theo một kiểu.",
    can_cu=CUSTOM,
    sai="Sở Nội vụ; Sở Tài chính / Sở Xây dựng, Sở Y tế",
    dung="Sở Nội vụ, Sở Tài chính / Sở Xây dựng, Sở Y tế",
)
RULES = (FIELD_ENDS, ITEM_ENDS, BETWEEN_NAMES)

_END = (".", ";", ":", "…", "?", "!", ",")
_AGENCIES = ("chu_tri", "phoi_hop", "chu_tri_phoi_hop")


def check(reading: Reading) -> Iterator[Finding]:
    """Findings on marks of printed fields; plans without printed fields have none."""
    open_ends: list[tuple[Numbered, RawField]] = []
    closed = 0
    comma: list[Numbered] = []
    semicolon: list[Numbered] = []
    for task in reading.tasks:
        for field in task.nhiem_vu.truong:
            lines = [text.strip() for text in field.gia_tri if text.strip()]
            if not lines:
                continue
            yield from _items(reading, task, field, lines)
            if lines[-1].endswith("."):
                closed += 1
            elif field.nhan and not lines[-1].endswith(_END):
                open_ends.append((task, field))
            if field.khoa in _AGENCIES:
                _sort_separator(task, lines[0], comma, semicolon)
    if open_ends and closed:
        yield _field_ends(open_ends, closed)
    if comma and semicolon:
        fewer, mark = (semicolon, "chấm phẩy") if len(semicolon) <= len(comma) else (comma, "phẩy")
        different = list({task.so: task for task in fewer}.values())
        yield BETWEEN_NAMES.finding(
            Place(phan="cơ quan chủ trì, phối hợp"),
            f"Tên cơ quan ngăn bằng dấu {mark} ở {task_list(different)}, khác các nhiệm vụ còn lại.",
            cach_sua="Ngăn bằng dấu phẩy ở mọi nhiệm vụ.",
        )


def _items(reading: Reading, task: Numbered, field: RawField, lines: list[str]) -> Iterator[Finding]:
    items = [text for text in lines if text.startswith(("+", "- "))]
    bare = [text for text in items if not text.rstrip(')”"').endswith(_END)] if len(items) > 1 else []
    if bare:
        key = "chu_tri" if field.khoa == "chu_tri_phoi_hop" else field.khoa
        if key in LABELS:
            yield ITEM_ENDS.finding(
                at_task(reading.plan, task, key, items[0].lstrip("+- ")),
                f"{capital(task_name(task))}, {LABELS[key]}: {len(bare)} mục con không có dấu cuối, ví dụ "
                f"“… {bare[0].split(' ', 1)[-1][-40:]}”.",
                trich=short(bare[0].lstrip("+- "), 60),
                cach_sua="Kết thúc mục giữa bằng dấu chấm phẩy, mục cuối bằng dấu chấm.",
            )


def _field_ends(open_ends: list[tuple[Numbered, RawField]], closed: int) -> Finding:
    task, field = open_ends[0]
    fewer, how = (closed, "có dấu chấm") if closed < len(open_ends) else (len(open_ends), "không có dấu")
    return FIELD_ENDS.finding(
        Place(phan="các trường của nhiệm vụ"),
        f"Cuối trường {how} ở {fewer} chỗ trong {closed + len(open_ends)} chỗ; không có dấu ví dụ ở "
        f"{task_name(task)}, “{field.nhan}” (dòng {field.dong}).",
        trich=short(field.gia_tri[-1].strip(), 60),
        cach_sua="Kết thúc mọi trường bằng dấu chấm.",
    )


def _sort_separator(task: Numbered, text: str, comma: list[Numbered], semicolon: list[Numbered]) -> None:
    bare = re.sub(r"\([^()]*\)", "", text)
    if ";" in bare.rstrip(" ;."):
        semicolon.append(task)
    elif re.search(r", (?:Sở|Ban|Ủy ban|Trung tâm|Viện|Công an|các|Phòng|Chi cục|Văn phòng)\b", bare):
        comma.append(task)
