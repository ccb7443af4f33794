"""What guides the hand of a person who fills a progress workbook: lists, limits, hints and colours."""

from collections.abc import Mapping
from typing import Final

from vanban.law.decree import load_kinds
from vanban.model.agency import AgencyBook
from vanban.model.progress_form import LABELS, STATES, TASK_COLUMNS, DetailSheet, ReportColumn
from vanban.model.workbook import Limits, Look, Tone, ToneRule

SOON_DAYS: Final = 15
"""A deadline so near is coloured."""
_FIRST_DAY: Final = "36526"
"""01/01/2000 as Excel counts days."""
_LAST_DAY: Final = "73050"
_AT: Final = {column.key: number for number, column in enumerate(TASK_COLUMNS)}
_LETTER: Final = {key: chr(ord("A") + number) for key, number in _AT.items()}
_HINTS: Final = {
    "trang_thai": "Chọn trong danh sách. Không có “quá hạn”: máy tự tính từ hạn và ngày chốt.",
    "phan_tram": "Số nguyên từ 0 đến 100. Chỉ ghi 100 khi đã hoàn thành.",
    "ngay_hoan_thanh": "Gõ ngày/tháng/năm, như 15/8/2025. Chỉ ghi khi đã hoàn thành.",
    "ket_qua": "Một hai câu đủ ý, in được ngay vào báo cáo.",
    "han_moi": "Chỉ ghi khi có văn bản cho phép lùi hạn. Báo cáo vẫn tính trễ theo hạn của kế hoạch.",
    "van_ban_han_moi": "Như: Công văn số 123/UBND-KT ngày 05/9/2025 của Ủy ban nhân dân Thành phố",
    "so": "Chọn số nhiệm vụ trong danh sách (cột “Số” ở trang Tiến độ).",
    "so_ky_hieu": "Đủ số và ký hiệu, như 4102/QĐ-UBND",
    "ngay": "Ngày ban hành, gõ như 15/8/2025.",
    "trich_yeu": "Chép đúng trích yếu của văn bản, không kèm tên loại.",
    "nhan": "Chọn nhãn gần nhất.",
    "co_quan_giai_quyet": "Chọn cơ quan có thẩm quyền giải quyết.",
}


def choices_of(
    column: ReportColumn, sheet: DetailSheet | None, numbers: list[str], book: AgencyBook
) -> tuple[tuple[str, ...], bool]:
    """The words that a list offers for a column, and whether others are refused."""
    match column.key:
        case "trang_thai":
            return tuple(STATES.values()), True
        case "so" if sheet is not None:
            return tuple(numbers), True
        case "nhan":
            return LABELS, True
        case "loai":
            return tuple(kind.ten for kind in load_kinds().kinds), False
        case "co_quan_giai_quyet":
            return tuple(dict.fromkeys(one.ten for one in book.co_quan if one.loai == "co_quan")), True
    return (), False


def limits_of(column: ReportColumn, closing: str) -> Limits | None:
    """The numbers or days that a column takes; `closing` is the cell of the closing day."""
    if not column.filled:
        return None
    if column.key == "phan_tram":
        return Limits("whole", "0", "100", "ghi số nguyên từ 0 đến 100.")
    if column.key == "han_moi":
        return Limits("date", _FIRST_DAY, _LAST_DAY, "ghi một ngày có thật, như 31/12/2025.")
    if column.look is Look.DATE:
        return Limits(
            "date", _FIRST_DAY, closing, "ghi một ngày có thật, không sau ngày chốt số liệu, như 15/8/2025."
        )
    if column.look is Look.NUMBER:
        return Limits("decimal", "-1E+15", "1E+15", "ghi một số.")
    return None


def hint_of(column: ReportColumn) -> str:
    """What is shown when a person enters a cell that is theirs to fill."""
    return _HINTS.get(column.key, "") if column.filled else ""


def tones(first: int, closing: str) -> tuple[ToneRule, ...]:
    """The colours of the sheet of tasks, the gravest first; `first` is the first row, from 1."""
    state, percent, done, due = (
        f"${_LETTER[key]}{first}" for key in ("trang_thai", "phan_tram", "ngay_hoan_thanh", "han")
    )
    finished = f'{state}="Hoàn thành"'
    wrong_day = (
        f'OR(AND({finished},{done}=""),AND(NOT({finished}),{done}<>""),AND({done}<>"",{done}>{closing}))'
    )
    wrong_share = f"OR(AND({finished},{percent}<>100),AND(NOT({finished}),{percent}=100))"
    open_ = f'AND(NOT({finished}),{state}<>"Hủy",ISNUMBER({due}))'
    return (
        *_rule(wrong_day, Tone.FAULT, "ngay_hoan_thanh"),
        *_rule(wrong_share, Tone.FAULT, "phan_tram"),
        *_rule(f"AND({open_},{due}<{closing})", Tone.LATE, "han", "con_qua"),
        *_rule(f"AND({open_},{due}-{closing}<={SOON_DAYS})", Tone.SOON, "han", "con_qua"),
        *_rule(finished, Tone.DONE, "trang_thai"),
        *_rule(f'OR({state}="Hủy",{state}="Tạm dừng")', Tone.OFF, "trang_thai"),
    )


def tracker_tones(first: int, letters: Mapping[str, str], closing: str) -> tuple[ToneRule, ...]:
    """The colours of the coordinator's tracker, by how each task stands."""
    number = {key: ord(letter) - ord("A") for key, letter in letters.items()}
    stands, due, state = (f"${letters[key]}{first}" for key in ("tinh_trang", "han", "trang_thai"))

    def rule(formula: str, tone: Tone, *keys: str) -> list[ToneRule]:
        return [ToneRule(formula, tone, number[key], number[key]) for key in keys]

    def says(words: str) -> str:
        return f'ISNUMBER(SEARCH("{words}",{stands}))'

    near = f"AND(ISNUMBER({due}),{due}-{closing}<={SOON_DAYS},{due}>={closing},{says('trong hạn')})"
    return (
        *rule(says("quá hạn"), Tone.LATE, "han", "con_qua", "tinh_trang"),
        *rule(says("trễ hạn"), Tone.SOON, "tinh_trang"),
        *rule(near, Tone.SOON, "han", "con_qua"),
        *rule(says("chưa xác định"), Tone.SOON, "tinh_trang"),
        *rule(says("hoàn thành"), Tone.DONE, "tinh_trang"),
        *rule(f'OR({state}="Hủy",{state}="Tạm dừng")', Tone.OFF, "trang_thai", "tinh_trang"),
    )


def _rule(formula: str, tone: Tone, *keys: str) -> tuple[ToneRule, ...]:
    return tuple(ToneRule(formula, tone, _AT[key], _AT[key]) for key in keys)
