"""What keeps people from typing the wrong thing into a written workbook: lists, limits, locks, colours."""

from typing import Final

from openpyxl.formatting.rule import FormulaRule
from openpyxl.styles import PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from vanban.model.workbook import Column, Limits, NewSheet
from vanban.office.xlsx_styles import TONES

_MAX_MESSAGE: Final = 220
"""Characters that Excel shows of a message."""


def offer(target: Worksheet, where: str, column: Column, choices: str) -> None:
    """Offers the words in the range `choices`; others are refused where the column says so."""
    rule = DataValidation(type="list", formula1=choices, allow_blank=True)
    rule.showErrorMessage = column.only_choices
    rule.errorTitle = "Không có trong danh sách"
    rule.error = f"Cột “{column.heading}”: chọn một mục trong danh sách, hoặc để trống."
    _add(target, where, column, rule)


def limit(target: Worksheet, where: str, column: Column, limits: Limits) -> None:
    """Refuses what is not between the limits."""
    rule = DataValidation(
        type=limits.kind, operator="between", formula1=limits.low, formula2=limits.high, allow_blank=True
    )
    rule.showErrorMessage = True
    rule.errorTitle = "Giá trị không dùng được"
    rule.error = f"Cột “{column.heading}”: {limits.says}"[:_MAX_MESSAGE]
    _add(target, where, column, rule)


def _add(target: Worksheet, where: str, column: Column, rule: DataValidation) -> None:
    if column.hint:
        rule.showInputMessage = True
        rule.promptTitle = column.heading[:32]
        rule.prompt = column.hint[:_MAX_MESSAGE]
    rule.add(where)
    target.add_data_validation(rule)


def guard(target: Worksheet, sheet: NewSheet, first: int, last: int) -> None:
    """Colours the rows of the table, and locks what is not meant to be changed."""
    for rule in sheet.tones:
        left, right = get_column_letter(rule.first_column + 1), get_column_letter(rule.last_column + 1)
        fill = PatternFill("solid", bgColor=TONES[rule.tone], fgColor=TONES[rule.tone])
        target.conditional_formatting.add(
            f"{left}{first}:{right}{max(first, last)}", FormulaRule(formula=[rule.formula], fill=fill)
        )
    if not sheet.protected:
        return
    lock = target.protection
    lock.sheet = True
    lock.formatCells = lock.formatColumns = lock.formatRows = lock.sort = lock.autoFilter = False
