"""The names of the agencies above the number: official, in full (Mục II.2.a)."""

import re
from collections.abc import Iterator
from typing import Final

from vanban.check.form.paper import Paper
from vanban.check.form.static_rules import breach
from vanban.check.form.words import words
from vanban.model.finding import Finding

_CITE: Final = "Phụ lục I, Phần I, Mục II.2.a"
_WHY: Final = "Tên cơ quan cho biết ai chịu trách nhiệm về văn bản, nên phải là tên chính thức."

SHORT: Final = breach(
    "co-quan-ban-hanh.day-du",
    "Tên cơ quan ban hành: ghi đầy đủ, không viết tắt",
    _CITE,
    sai="UBND XÃ MẪU SƠN (cơ quan ban hành)",
    dung="ỦY BAN NHÂN DÂN / XÃ MẪU SƠN; chỉ tên cơ quan chủ quản được viết tắt",
    vi_sao=_WHY,
)
MISTYPED: Final = breach(
    "co-quan.go-nham",
    "Tên cơ quan: không gõ thừa chữ",
    _CITE,
    sai="DUBND TỈNH MẪU",
    dung="UBND TỈNH MẪU",
    vi_sao=_WHY,
)
RULES: Final = (SHORT, MISTYPED)

_ABBREVIATED = re.compile(r"(?:UBND|HĐND)\b")
_STUCK = re.compile(r"\b(?:[A-ZĐ](?:UBND|HĐND)|(?:UBND|HĐND)[A-ZĐ])\b")
_OTHER_BODY = re.compile(
    r"(?:SỞ|BAN|CỤC|CHI CỤC|PHÒNG|TRUNG TÂM|VĂN PHÒNG|TRƯỜNG|THANH TRA|BỆNH VIỆN|VIỆN|HẠT|ĐỘI|CÔNG TY)\b"
)


def check_agency(paper: Paper) -> Iterator[Finding]:
    """Findings on the names of the agencies of a foreign letterhead."""
    if not paper.foreign:
        return
    for line in paper.of("co_quan_chu_quan", "co_quan_ban_hanh"):
        if found := _STUCK.search(words(line)):
            right = "UBND" if "UBND" in found.group() else "HĐND"
            yield paper.finding(
                MISTYPED, f"ghi “{found.group()}”, có lẽ là “{right}”", at=line, fix=f"ghi “{right}”"
            )
    own = paper.of("co_quan_ban_hanh")
    if own and _ABBREVIATED.match(words(own[0])) and not any(_OTHER_BODY.match(words(p)) for p in own):
        short = words(own[0]).split()[0]
        yield paper.finding(
            SHORT, f"tên cơ quan ban hành viết tắt “{short}”, phải ghi đầy đủ", at=own[0], quote=short
        )
