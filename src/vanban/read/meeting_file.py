"""The file of a meeting (.yaml) → `Meeting`, held against the plan and the book of agencies."""

from typing import Any

from vanban.model.agency import AgencyBook
from vanban.model.meeting import Meeting
from vanban.model.plan import Plan
from vanban.read.decisions import task_of
from vanban.read.faults import read_record
from vanban.yaml_tree import position


def parse_meeting(text: str, where: str, plan: Plan, book: AgencyBook) -> Meeting:
    """The meeting in `text`; `where` names the file in messages.

    Raises SourceError with every fault at once, each with line, column and key; also for tasks that the plan
    does not have, and for who invites or issues where the book does not know it.
    """

    def further(meeting: Meeting, tree: Any) -> list[str]:
        def told(path: tuple[int | str, ...], words: str) -> str:
            line, column = position(tree, path) or (0, 0)
            return f"dòng {line}, cột {column}: {words}"

        faults = [
            told(
                ("ket_luan", i, "nhiem_vu"),
                f"kế hoạch không có nhiệm vụ “{one.nhiem_vu}”; dùng số đếm lại hoặc mã id",
            )
            for i, one in enumerate(meeting.ket_luan)
            if one.nhiem_vu is not None and task_of(plan, one.nhiem_vu) is None
        ]
        dated = [
            (i, task_of(plan, one.nhiem_vu))
            for i, one in enumerate(meeting.ket_luan)
            if one.nhiem_vu is not None and one.han is not None
        ]
        for place, (i, task) in enumerate(dated):
            if task is not None and any(other is task for _, other in dated[:place]):
                path = ("ket_luan", i, "nhiem_vu")
                faults.append(told(path, "nhiệm vụ này đã có thời hạn ở một kết luận trên; ghi một lần"))
        named: list[tuple[tuple[str, ...], str | None]] = [(("co_quan",), meeting.co_quan)]
        for key in ("giay_moi", "bien_ban", "thong_bao"):
            named.append(((key, "co_quan"), getattr(meeting, key).co_quan))
        faults += [
            told(path, f"sổ cơ quan không có mã “{agency}”")
            for path, agency in named
            if agency is not None and book.find(agency) is None
        ]
        return faults

    return read_record(text, where, Meeting, further)
