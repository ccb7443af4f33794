"""Where each number of a report comes from: the marks of `compose.printed` become a list, the text clean.

Places are named as a reader finds them: section, sentence, table, row, column.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, TypeVar

from vanban.compose.count_columns import COLUMNS
from vanban.compose.printed import SOURCE, WHOLE, unmarked_numbers
from vanban.model.record import Record
from vanban.model.report import (
    Chart,
    CompareRow,
    CountRow,
    GroupReport,
    SummaryRow,
    TracedDocument,
    TracedNumber,
)

T = TypeVar("T", bound=TracedDocument)
_END_OF_SENTENCE = re.compile(r"[.!?](?= )")
_NUMBER_BEFORE = re.compile(r"(^|[\s(/])([^\s(/]*)$")
_WORDS_AFTER = re.compile(r"[^,;:.()]{0,70}")
_COLUMNS: Mapping[str, str] = {
    **{column.truong: column.ten.lower() for column in COLUMNS},
    "tong": "tổng số",
    "so": "số",
    "ty_le": "tỷ lệ",
    "qua": "quá (ngày)",
    "phan_tram": "%",
    "phoi_hop": "phối hợp",
    "truoc": "kỳ trước",
    "nay": "kỳ này",
    "tang_giam": "tăng, giảm",
    "ke_hoach": "kế hoạch",
    "tre": "trễ (ngày)",
    "dat": "đạt",
    "tien_do": "% trước → nay",
}


@dataclass(frozen=True, slots=True)
class _Place:
    words: str
    column: str = ""
    in_table: bool = False


def traced(document: T, places: Mapping[str, str]) -> T:
    """The document without marks, with `truy_vet` filled. `places` names where each field is printed."""
    found: list[TracedNumber] = []
    clean: dict[str, Any] = {}
    for name, value in document:
        if name == "truy_vet":
            continue
        place = _Place(places.get(name, name))
        found.extend(_numbers(value, place))
        clean[name] = _cleaned(value)
    return document.model_copy(update={**clean, "truy_vet": found})


def _numbers(value: object, place: _Place) -> Iterator[TracedNumber]:
    if isinstance(value, str):
        yield from _in_text(value, place)
    elif isinstance(value, Chart):
        yield from _in_chart(value)
    elif isinstance(value, list):
        for i, item in enumerate(value, start=1):
            yield from _numbers(item, _nth(place, item, i, len(value)))
    elif isinstance(value, Record):
        for name, field in value:
            yield from _numbers(field, _field(place, name))


def _nth(place: _Place, item: object, number: int, many: int) -> _Place:
    """The place of one item of a list: a row by its name, a paragraph by its number."""
    if isinstance(item, GroupReport):
        return _Place(f"{place.words}, Nhóm {item.so}")
    if isinstance(item, Record):
        return _Place(f"{place.words}, {_row_name(item)}", in_table=True)
    return place if many == 1 else _Place(f"{place.words}, đoạn {number}", place.column, place.in_table)


def _row_name(row: Record) -> str:
    if isinstance(row, CountRow | SummaryRow | CompareRow):
        return f"dòng “{unmarked_numbers(row.ten if isinstance(row, CountRow) else row.chi_tieu)}”"
    return f"nhiệm vụ {getattr(row, 'so', '')}"


def _field(place: _Place, name: str) -> _Place:
    return _Place(place.words, _COLUMNS.get(name, ""), place.in_table)


def _in_text(text: str, place: _Place) -> Iterator[TracedNumber]:
    for match in SOURCE.finditer(text):
        before, after = unmarked_numbers(text[: match.start()]), unmarked_numbers(text[match.end() :])
        lead, number = _NUMBER_BEFORE.findall(before)[0]
        words = None if lead == "/" else _WORDS_AFTER.match(after)
        tasks, _, whole = match[1].partition(WHOLE)
        where = place.words
        if place.column:
            where += f", cột {place.column}"
        elif not place.in_table:
            where += f", câu {len(_END_OF_SENTENCE.findall(before)) + 1}"
        yield TracedNumber(
            noi=where,
            in_ra=f"{number}{words[0] if words else ''}".rstrip(),
            nhiem_vu=_split(tasks),
            tren=_split(whole),
        )


def _split(tasks: str) -> list[str]:
    return tasks.split(",") if tasks else []


def _in_chart(chart: Chart) -> Iterator[TracedNumber]:
    name = chart.ten.partition(". ")[0]
    for series in chart.chuoi:
        for row, figure in zip(chart.hang, series.gia_tri, strict=True):
            where = f"{name}, {row}, {series.ten.lower()}"
            yield TracedNumber(noi=where, in_ra=str(figure), nhiem_vu=figure.nhiem_vu)


def _cleaned(value: object) -> object:
    if isinstance(value, str):
        return unmarked_numbers(value) if SOURCE.search(value) else value
    if isinstance(value, list):
        return [_cleaned(item) for item in value]
    if isinstance(value, Record):
        return value.model_copy(update={name: _cleaned(field) for name, field in value})
    return value
