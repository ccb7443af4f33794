"""Blanks of our own papers, read back: "[thời hạn]" stands for words that the plan does not have.

A paper marks what a person must still fill in with the hint in square brackets. Only the hints that papers
print are blanks; other words in brackets are words.
"""

import re

_HINTS = (
    "thời hạn", "sản phẩm", "cơ quan chủ trì", "cơ quan phối hợp",
    "thẩm quyền ban hành, triển khai",
    "nội dung", "tên nhiệm vụ", "mục tiêu", "tổ chức thực hiện", "làm rõ thời hạn", "địa danh",
    "trích yếu", "ký hiệu", "ký hiệu cơ quan", "QUYỀN HẠN, CHỨC VỤ", "họ và tên người ký", "đơn vị soạn thảo",
    "TÊN CƠ QUAN",
    "tháng, năm ban hành",
)  # fmt: skip
_CHOICE = re.compile(r"\[chọn một thời hạn: ([^\[\]]*)\]")
_BLANK = re.compile(rf"\s*\[(?:{'|'.join(map(re.escape, _HINTS))}|bổ sung [^\[\]]*)\]", re.IGNORECASE)


def without_blanks(text: str) -> str:
    """The text without blanks; of a choice between deadlines the deadlines stay."""
    if "[" not in text:
        return text
    return _BLANK.sub("", _CHOICE.sub(r"\1", text))
