"""A raw task → a task: each field read into its type, its words kept beside it."""

from collections.abc import Callable, Iterable

from vanban.model.deadline import Deadline
from vanban.model.plan import Footnote, Group, NotUnderstood, OtherField, RawField, Task
from vanban.read.outline.raw import RawGroup, RawTask
from vanban.read.outline.told import tell_missing
from vanban.read.words.agencies import read_assignments, read_shares
from vanban.read.words.agency_finder import AgencyFinder
from vanban.read.words.authority import read_authority
from vanban.read.words.blanks import without_blanks
from vanban.read.words.due import bracketed_due
from vanban.read.words.footnotes import take_notes
from vanban.read.words.products import read_products
from vanban.read.words.wording import paragraphs, split_outside, strip_bullet, trim_end
from vanban.viet.deadlines import parse_deadline

UNCLEAR_SHARES = "không rõ cơ quan nào chủ trì, cơ quan nào phối hợp"
UNCLEAR_POWER = "không rõ ai có thẩm quyền gì"
NOTE_WITHOUT_MARK = "chú thích không có dấu chỉ chỗ"


class TaskReader:
    """Turns raw groups into groups. Needs the agencies, and the year that plain months belong to."""

    def __init__(self, finder: AgencyFinder, year: int | None) -> None:
        self._finder = finder
        self._year = year
        self.lost: list[NotUnderstood] = []

    def group(self, raw: RawGroup, position: int) -> Group:
        """The group that stands at `position` (from 1); tasks get the ids t<position>-<1, 2, …>."""
        title = trim_end(" ".join(raw.title))
        tasks = [self.task(task, f"t{position}-{i}") for i, task in enumerate(raw.tasks, start=1)]
        self._due_of_all(title, tasks)
        return Group(
            ten=title,
            so_in=raw.number,
            ten_nguyen_van="\n".join(line.raw for line in raw.title_lines) or None,
            dong=raw.line,
            noi_dung=[text for line in raw.content if (text := trim_end(strip_bullet(line.raw)))],
            nhiem_vu=tasks,
        )

    def _due_of_all(self, title: str, tasks: list[Task]) -> None:
        """Tasks without a deadline have that of the heading above them, where it gives one."""
        silent = [task for task in tasks if not task.thoi_han.nguyen_van]
        if silent and (due := bracketed_due(title, self._year)) is not None:
            for task in silent:
                task.thoi_han = due.model_copy()

    def task(self, raw: RawTask, task_id: str) -> Task:
        """One task with all its fields."""
        task = Task(id=task_id, so_in=raw.number, dong=raw.line, truong=raw.fields)
        if raw.title_lines:
            title = self._without_notes(" ".join(raw.title), task, "ten", raw.line)
            task.ten = trim_end(title) or None
            task.ten_nguyen_van = "\n".join(line.raw for line in raw.title_lines)
        readers: dict[str, Callable[[RawField, list[str], Task], None]] = {
            "noi_dung": self._content,
            "thoi_han": self._deadline,
            "san_pham": self._products,
            "chu_tri": self._shares,
            "phoi_hop": self._partners,
            "chu_tri_phoi_hop": self._shares,
            "tham_quyen": self._authority,
            "phu_trach": self._leaders,
            "kinh_phi": self._funding,
            "ghi_chu": self._remark,
            "truong_khac": self._other,
        }
        for field in raw.fields:
            value = self._without_notes("\n".join(field.gia_tri), task, field.khoa, field.dong).split("\n")
            readers["chu_tri" if _is_lead(field, raw) else field.khoa](field, value, task)
        tell_missing(task, {field.khoa for field in raw.fields}, self._finder, self._year)
        return task

    def _content(self, _: RawField, value: list[str], task: Task) -> None:
        task.noi_dung += filter(None, map(trim_end, paragraphs(value)))

    def _deadline(self, _: RawField, value: list[str], task: Task) -> None:
        said = [task.thoi_han.nguyen_van, *paragraphs(value)]
        text = trim_end(" ".join(said))
        task.thoi_han = parse_deadline(text, self._year) if text else Deadline()

    def _products(self, _: RawField, value: list[str], task: Task) -> None:
        task.san_pham.extend(read_products(value))

    def _partners(self, _: RawField, value: list[str], task: Task) -> None:
        for text in paragraphs(value):
            task.phoi_hop.extend(read_assignments(text, self._finder))

    def _shares(self, field: RawField, value: list[str], task: Task) -> None:
        text = _listed(paragraphs(value))
        if field.khoa == "chu_tri" and "phối hợp" not in text.casefold():
            task.chu_tri.extend(read_assignments(text, self._finder))
            return
        shares = read_shares(text, self._finder)
        task.chu_tri.extend(shares.leads)
        task.phoi_hop.extend(shares.partners)
        if shares.unclear:
            self._lose(field.dong, text, UNCLEAR_SHARES)

    def _authority(self, field: RawField, value: list[str], task: Task) -> None:
        found = read_authority(value, self._finder, label=field.nhan)
        task.tham_quyen.extend(found.roles)
        for clause in found.unclear:
            self._lose(field.dong, clause, UNCLEAR_POWER)

    def _leaders(self, _: RawField, value: list[str], task: Task) -> None:
        joined = _listed(paragraphs(value))
        task.phu_trach += [name for piece in split_outside(joined, "[,;]") if (name := trim_end(piece))]

    def _funding(self, _: RawField, value: list[str], task: Task) -> None:
        task.kinh_phi = _joined(task.kinh_phi, value)

    def _remark(self, _: RawField, value: list[str], task: Task) -> None:
        task.ghi_chu = _joined(task.ghi_chu, value)

    def _other(self, field: RawField, value: list[str], task: Task) -> None:
        words = _joined(None, value)
        task.truong_khac += [OtherField(nhan=field.nhan, gia_tri=words)] if words else []

    def _without_notes(self, text: str, task: Task, key: str, line: int) -> str:
        body, notes = take_notes(without_blanks(text))
        for note in notes:
            waiting = next((n for n in task.chu_thich if n.so == note.number and not n.noi_dung), None)
            if note.marked:
                footnote = Footnote(so=note.number, noi_dung=note.text or "", o=key, sau=note.after)
                task.chu_thich += [footnote]
            elif waiting and note.text:
                waiting.noi_dung = note.text
            else:
                self._lose(line, f"[{note.number}: {note.text}]", NOTE_WITHOUT_MARK)
        return body

    def _lose(self, line: int, words: str, reason: str) -> None:
        self.lost.append(NotUnderstood(dong=line, chu=words, ly_do=reason))


def _is_lead(field: RawField, raw: RawTask) -> bool:
    """Whether a bare "Phụ trách:" names who does the work: no other field of the task does."""
    bare = field.khoa == "phu_trach" and field.nhan.casefold().startswith("phụ trách")
    return bare and not any(raw.has(key) for key in ("chu_tri", "chu_tri_phoi_hop", "tham_quyen"))


def _joined(before: str | None, value: list[str]) -> str | None:
    """Several lines as one text, after what was said before; None if there are no words."""
    pieces = [before or "", *map(trim_end, paragraphs(value))]
    return "; ".join(filter(None, pieces)) or None


def _listed(texts: Iterable[str]) -> str:
    """Several lines of names as one: a line that ends without a mark gets a separator."""
    joined = ""
    for text in texts:
        gap = "" if not joined else (" " if joined.endswith((",", ";")) else "; ")
        joined += gap + text
    return joined
