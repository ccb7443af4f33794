"""Duties to report: who, how often, by when and to whom, from the sentences that speak of reports."""

import re
from collections.abc import Mapping, Sequence

from vanban.model.assignment import Assignment
from vanban.model.deadline import Deadline, DeadlineKind
from vanban.model.duties import ReportCycle, ReportDuty
from vanban.read.lines.markers import marker_of
from vanban.read.lines.paragraphs import Passage
from vanban.read.words.agencies import read_assignments
from vanban.read.words.agency_finder import AgencyFinder
from vanban.read.words.due import read_due
from vanban.read.words.inline import naming_span
from vanban.read.words.names import find_names, names_end
from vanban.read.words.wording import trim_end
from vanban.viet.deadlines import find_deadlines
from vanban.viet.text import squeeze

_SPEAKS = re.compile(r"(?<!\w)(?:báo cáo|sơ kết|tổng kết)(?!\w)", re.IGNORECASE)
_SENTENCES = re.compile(r"(?<=[.;])\s+(?=[^\W\d_])")
_EACH = r"(?:hằng|hàng|mỗi|từng|báo cáo|định kỳ(?: theo)?)\s+"
_ALSO = r"(?:\w+\s*(?:,|và|hoặc)\s*)*"
_CYCLES = (
    (ReportCycle.HANG_NGAY, re.compile(rf"{_EACH}{_ALSO}ngày(?!\w|\s+\d)", re.IGNORECASE)),
    (ReportCycle.HANG_TUAN, re.compile(rf"{_EACH}{_ALSO}tuần(?!\w)", re.IGNORECASE)),
    (ReportCycle.HANG_THANG, re.compile(rf"{_EACH}{_ALSO}tháng(?!\w|\s+\d)", re.IGNORECASE)),
    (
        ReportCycle.HANG_QUY,
        re.compile(
            rf"(?:{_EACH}{_ALSO}|tháng cuối (?:mỗi )?)qu[ýí](?!\w|\s*(?:[IVX]+(?!\w)|\d))",
            re.IGNORECASE,
        ),
    ),
    (
        ReportCycle.SAU_THANG,
        re.compile(
            r"(?:(?:hằng|hàng|mỗi|định kỳ|báo cáo|sơ kết)\s+(?:\w+\s*(?:,|và)\s*)*0?6 tháng"
            r"|0?6 tháng\s*(?:/|một|1)\s*lần)"
            r"(?!\s+(?:đầu|cuối) năm \d)",
            re.IGNORECASE,
        ),
    ),
    (
        ReportCycle.HANG_NAM,
        re.compile(
            rf"{_EACH}(?:[\w ]+\s*(?:,|và|hoặc)\s*)*(?:hằng |hàng )?(?:0?1 )?năm(?!\w|\s+\d)", re.IGNORECASE
        ),
    ),
    (ReportCycle.DOT_XUAT, re.compile(r"đột xuất|khi có yêu cầu|theo yêu cầu", re.IGNORECASE)),
)
_CODES = {
    ReportCycle.HANG_NGAY: "ngay",
    ReportCycle.HANG_TUAN: "tuan",
    ReportCycle.HANG_THANG: "thang",
    ReportCycle.HANG_QUY: "quy",
    ReportCycle.SAU_THANG: "nua_nam",
    ReportCycle.HANG_NAM: "nam",
}
_WHEN_FOLLOWS = re.compile(
    r"\s+(?:vào|trong|trước|định kỳ|hằng|hàng|kết quả|tình hình|tiến độ|bằng văn bản|để)(?:\s.*)?\Z"
)
"""What stands behind a receiver: what is reported, and when."""
_ON_A_DAY = (DeadlineKind.TRUOC, DeadlineKind.DEN, DeadlineKind.NGAY)
_TO = re.compile(
    r"(?<!\w)(?:(?:gửi|báo cáo|trình|nộp)"
    r"(?:\s+(?:kết quả|tình hình|tiến độ|báo cáo|bằng văn bản))*(?:\s+(?:về|cho|qua|tới|đến))?"
    r"|về|thông qua|qua)\s+",
    re.IGNORECASE,
)


def read_reports(
    passages: Sequence[Passage],
    finder: AgencyFinder,
    year: int | None,
    owners: Mapping[int, list[Assignment]],
) -> list[ReportDuty]:
    """The reports that the paragraphs ask for; one for each cycle that a sentence names.

    `owners` tells whose duties a paragraph is, by its number: they report where the sentence names nobody,
    else those of the sentence before it in the paragraph.
    """
    found: list[ReportDuty] = []
    for passage in passages:
        text = marker_of(passage.line).rest
        parties = owners.get(passage.number, [])
        for sentence in _SENTENCES.split(text):
            if not _SPEAKS.search(sentence):
                continue
            duties = _duties(squeeze(sentence), finder, year)
            for duty in duties:
                duty.co_quan = duty.co_quan or list(parties)
            parties = duties[0].co_quan if duties else parties
            found += duties
    return found


def _duties(sentence: str, finder: AgencyFinder, year: int | None) -> list[ReportDuty]:
    due = read_due(sentence, year)
    deadline = due[0] if due else Deadline()
    cycles = [cycle for cycle, pattern in _CYCLES if pattern.search(sentence)]
    reports = "báo cáo" in sentence.casefold()
    if (
        not cycles
        and reports
        and deadline.kieu
        in (
            DeadlineKind.TRUOC,
            DeadlineKind.DEN,
            DeadlineKind.NGAY,
            DeadlineKind.KHOANG,
        )
    ):
        cycles = [ReportCycle.MOT_LAN]
    who, to = _parties(sentence)
    if not cycles and reports and not deadline.is_clear:
        return [_duty(sentence, ReportCycle.MOT_LAN, one, who, to, finder) for one in _days(sentence, year)]
    return [
        _duty(sentence, cycle, _fitting(deadline, cycle, many=len(cycles) > 1), who, to, finder)
        for cycle in cycles
    ]


def _duty(
    sentence: str, cycle: ReportCycle, due: Deadline, who: str | None, to: str | None, finder: AgencyFinder
) -> ReportDuty:
    return ReportDuty(
        co_quan=read_assignments(who, finder) if who else [],
        ky=cycle,
        han=due,
        noi_nhan=to,
        nguyen_van=trim_end(sentence),
    )


def _days(sentence: str, year: int | None) -> list[Deadline]:
    """The days that a sentence names, where each is the day of a report of its own."""
    return [due for _, _, due in find_deadlines(sentence, year) if due.kieu in _ON_A_DAY]


def _fitting(deadline: Deadline, cycle: ReportCycle, *, many: bool) -> Deadline:
    """The deadline, where it belongs to this cycle; else the cycle alone."""
    code = _CODES.get(cycle)
    one_day = deadline.chu_ky is None and deadline.is_clear and not many
    if code == deadline.chu_ky or (one_day and (code is None or deadline.kieu is not DeadlineKind.KHOANG)):
        return deadline
    return Deadline(kieu=DeadlineKind.DINH_KY, chu_ky=code) if code else Deadline()


def _parties(sentence: str) -> tuple[str | None, str | None]:
    """Who reports and to whom, in the words of the sentence."""
    opened = naming_span(sentence)
    if opened is None:
        speaks = _SPEAKS.search(sentence)
        span = find_names(sentence)
        opened = (
            span
            if span and speaks and span[0] < speaks.start() and not _is_receiver(sentence, span[0])
            else None
        )
    who = sentence[opened[0] : opened[1]] if opened else None
    for called in _TO.finditer(sentence, opened[1] if opened else 0):
        end = names_end(sentence, called.end())
        if end is not None:
            return who, trim_end(_WHEN_FOLLOWS.sub("", sentence[called.end() : end]))
    return who, None


def _is_receiver(sentence: str, at: int) -> bool:
    return any(called.end() == at for called in _TO.finditer(sentence))
