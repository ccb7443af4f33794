"""Products of a task: one text → single products, each with its kind.

Products are separated by ";". A comma separates them only where every piece begins like a paper of its
own ("Tờ trình, Quyết định ban hành Chương trình"), "và" only before "kết quả": names contain both.
"""

import re
from collections.abc import Iterable

from vanban.model.plan import Product, ProductKind
from vanban.read.words.wording import masked, paragraphs, split_outside, trim_end
from vanban.viet.text import squeeze

_HEADS = {
    ProductKind.TO_TRINH: ("tờ trình",),
    ProductKind.QUYET_DINH: ("quyết định",),
    ProductKind.NGHI_QUYET: ("nghị quyết",),
    ProductKind.KE_HOACH: ("kế hoạch",),
    ProductKind.CHUONG_TRINH: ("chương trình",),
    ProductKind.DE_AN: ("đề án",),
    ProductKind.PHUONG_AN: ("phương án",),
    ProductKind.BAO_CAO: ("báo cáo",),
    ProductKind.VAN_BAN_KHAC: (
        "danh sách",
        "danh mục",
        "bộ tiêu chí",
        "bộ chỉ số",
        "bản cập nhật",
        "bản ghi nhớ",
        "bản thỏa thuận",
        "biên bản",
        "văn bản",
        "thông báo",
        "công văn",
        "hợp đồng",
        "quy chế",
        "quy định",
        "quy trình",
        "hướng dẫn",
        "hồ sơ",
        "tài liệu",
        "sổ tay",
        "chỉ thị",
        "chiến lược",
        "dự án",
        "thông tư",
        "nghị định",
        "mou",
        "bản",
    ),
}
"""Head words of papers; what begins with none of them is a result, not a paper."""

_QUANTITY = r"(?:(?:các|những|một số|\d+)\s+)?"
_DRAFT = r"(?:dự thảo\s+)?"
_KIND = {
    kind: re.compile(rf"[“\"'(]*\s*{_QUANTITY}{_DRAFT}(?:{'|'.join(heads)})(?!\w)", re.IGNORECASE)
    for kind, heads in _HEADS.items()
}
_RESULT_AFTER_AND = r"\s+và\s+(?=(?i:kết quả)(?!\w))"


def read_products(lines: Iterable[str]) -> list[Product]:
    """The products that the lines of a field name, in order and in the words of the source."""
    return [
        Product(ten=name, loai=kind_of(name))
        for text in paragraphs(lines)
        for part in split_outside(text, ";")
        for name in map(trim_end, _split_part(part))
        if name
    ]


def kind_of(name: str) -> ProductKind:
    """What a product is, by the words that it begins with."""
    return next((kind for kind, pattern in _KIND.items() if pattern.match(name)), ProductKind.KET_QUA)


def _split_part(part: str) -> list[str]:
    by_comma = split_outside(part, ",")
    if len(by_comma) > 1 and all(kind_of(piece) is not ProductKind.KET_QUA for piece in by_comma):
        return [piece for whole in by_comma for piece in _split_results(whole)]
    return _split_results(part)


def _split_results(text: str) -> list[str]:
    match = re.search(_RESULT_AFTER_AND, masked(text))
    return [squeeze(text[: match.start()]), squeeze(text[match.end() :])] if match else [text]
