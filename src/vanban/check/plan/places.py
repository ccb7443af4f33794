"""Where the words of a plan stand: names of tasks for messages, places for findings."""

import re

from vanban.model.deadline import Deadline
from vanban.model.finding import Place
from vanban.model.plan import Numbered, Plan, Task

LABELS = {
    "ten": "tên nhiệm vụ",
    "noi_dung": "nội dung",
    "thoi_han": "thời hạn",
    "san_pham": "sản phẩm",
    "chu_tri": "cơ quan chủ trì",
    "phoi_hop": "cơ quan phối hợp",
    "tham_quyen": "thẩm quyền",
    "phu_trach": "lãnh đạo phụ trách",
    "kinh_phi": "kinh phí",
    "ghi_chu": "ghi chú",
    "truong_khac": "trường khác",
    "chu_thich": "chú thích",
}
"""The word for each field of a task, as people read it."""

SECTION_LABELS = {
    "can_cu": "căn cứ",
    "mo_dau": "lời mở đầu",
    "muc_dich": "mục đích",
    "yeu_cau": "yêu cầu",
    "muc_tieu": "mục tiêu",
    "kinh_phi": "kinh phí",
    "to_chuc_thuc_hien": "tổ chức thực hiện",
    "che_do_bao_cao": "chế độ báo cáo",
    "loi_ket": "lời kết",
}
"""The word for each part of a plan outside its tasks."""


def task_name(task: Numbered) -> str:
    """The task by its number counted anew, and the printed number where that differs."""
    printed = _other_number(task)
    return f"nhiệm vụ {task.so} (bản gốc in {printed})" if printed else f"nhiệm vụ {task.so}"


def task_list(tasks: list[Numbered]) -> str:
    """Several tasks by their numbers: "2.7 (in 2.6), 2.9 (in 2.8), 3.1"."""
    parts = []
    for task in tasks:
        printed = _other_number(task)
        parts.append(f"{task.so} (in {printed})" if printed else task.so)
    return ", ".join(parts)


def _other_number(task: Numbered) -> str:
    """The printed number where it is another one; a bare one counts within its group: "3" is 2.3."""
    printed = (task.nhiem_vu.so_in or "").rstrip(". )")
    return "" if printed in (task.so, str(task.thu_tu)) else printed


def capital(words: str) -> str:
    """`words` as the beginning of a sentence."""
    return words[:1].upper() + words[1:]


def short(words: str, limit: int = 90) -> str:
    """The first words, whole, with "…" where some are left out."""
    flat = " ".join(words.split())
    return flat if len(flat) <= limit else flat[:limit].rsplit(" ", 1)[0] + " …"


def due_words(due: Deadline) -> str:
    """A deadline as written, without remarks in brackets and without a final mark."""
    return re.sub(r"\s*\([^()]*\)", "", due.nguyen_van).strip(" .;,")


def at_task(plan: Plan, task: Numbered, key: str, words: str = "") -> Place:
    """The field `key` of a task, with the line of the source that holds `words`."""
    line = line_of(task.nhiem_vu, key, words)
    return Place(tep=_file(plan, line), nhiem_vu=task.so, truong=LABELS[key], dong=line)


def at_part(plan: Plan, key: str, index: int | None = None) -> Place:
    """A part of the plan outside its tasks; `index` (from 0) is the paragraph in it."""
    label = SECTION_LABELS.get(key, key)
    line = _section_line(plan, key, index)
    if index is not None and key == "can_cu":
        label = f"căn cứ thứ {index + 1}"
    return Place(tep=_file(plan, line), phan=label, dong=line)


def at_head(plan: Plan, words: str, label: str) -> Place:
    """A component in the head of the paper, with its line where the source kept it."""
    line = next((row.dong for row in plan.van_ban.nguyen_van if words and words in row.chu), None)
    return Place(tep=_file(plan, line), phan=label, dong=line)


def at_group(plan: Plan, number: int) -> Place:
    """The heading of a group, counted from 1."""
    line = plan.nhom[number - 1].dong
    return Place(tep=_file(plan, line), phan=f"nhóm {number}", dong=line)


def at_section(plan: Plan, name: str, line: int | None) -> Place:
    """A section or an appendix that has no key of its own."""
    return Place(tep=_file(plan, line), phan=f"mục “{short(name, 60)}”", dong=line)


def at_line(plan: Plan, line: int) -> Place:
    """A bare line of the source."""
    return Place(tep=_file(plan, line), dong=line)


def line_of(task: Task, key: str, words: str = "") -> int | None:
    """The source line of a field, of the very line that holds `words` where it can be told."""
    if key == "ten":
        return task.dong
    if key == "chu_thich":
        key = "san_pham"
    keys = {key, "chu_tri_phoi_hop"} if key in ("chu_tri", "phoi_hop") else {key}
    fields = [field for field in task.truong if field.khoa in keys]
    for field in fields:
        below_label = int(bool(field.gia_tri) and field.gia_tri[0].lstrip().startswith(("+", "-")))
        for offset, text in enumerate(field.gia_tri, start=below_label):
            if words and words in text:
                return field.dong + offset
    return fields[0].dong if fields else task.dong


def _file(plan: Plan, line: int | None) -> str | None:
    return plan.nguon.tep if plan.nguon and line is not None else None


def _section_line(plan: Plan, key: str, index: int | None) -> int | None:
    """The heading's line, or the paragraph's where the paragraphs fill the section without a gap."""
    section = next((one for one in plan.muc if one.khoa == key), None)
    if section is None or index is None:
        return section.dong if section else None
    after = [one.dong for one in plan.muc if one.dong > section.dong]
    end = min(after) if after else (plan.nguon.so_dong if plan.nguon else section.dong)
    rows = end - section.dong - (1 if after else 0)
    exact = rows - 1 <= len(getattr(plan, key, ())) <= rows
    return section.dong + 1 + index if exact else section.dong
