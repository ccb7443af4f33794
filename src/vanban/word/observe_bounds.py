"""The body of a paper, and what a paper may be at most: how long, how deep in each other its parts lie."""

from typing import Final, cast

from lxml import etree

from vanban.model.errors import SourceError
from vanban.word.observe_properties import Element, child
from vanban.word.ooxml import NS
from vanban.word.package import Package

MAX_PARAGRAPHS: Final = 200_000
_SMALLEST: Final = len("<p/>")
_COUNT: Final = etree.XPath("count(.//w:p)", namespaces=NS)


def body_of(package: Package, root: Element | None, where: str) -> Element:
    """The body in the root of the main part; SourceError if there is none, or if it is far too long."""
    body = child(root, "body")
    if body is None:
        raise SourceError(
            f"phần {package.main} không có thân văn bản (w:body)",
            where=where,
            next_step="mở tệp bằng Word rồi lưu lại thành .docx",
        )
    if package.size(package.main) > MAX_PARAGRAPHS * _SMALLEST and cast(float, _COUNT(body)) > MAX_PARAGRAPHS:
        raise too_long(where)
    return body


def too_long(where: str) -> SourceError:
    """What to say of a paper with more than `MAX_PARAGRAPHS`."""
    return SourceError(
        f"văn bản có hơn {MAX_PARAGRAPHS} đoạn, không phải văn bản bình thường",
        where=where,
        next_step="chia văn bản thành nhiều tệp nhỏ hơn",
    )


def too_deep(package: Package, where: str) -> SourceError:
    """What to say of tables and frames in each other without end."""
    return SourceError(
        f"phần {package.main} lồng quá sâu",
        where=where,
        next_step="mở tệp bằng Word, bỏ bớt bảng hoặc khung lồng nhau rồi lưu lại",
    )
