"""The list of bases: their order, and the short names that they give."""

import re
from collections.abc import Iterator

from vanban.check.plan.places import at_part, short
from vanban.check.plan.reading import Reading
from vanban.check.rule import Rule
from vanban.model.citation import Citation
from vanban.model.finding import CUSTOM, Finding, Severity

ORDER = Rule(
    ma="ke-hoach.can-cu-thu-bac",
    muc=Severity.GOI_Y,
    ten="Căn cứ của Trung ương đứng sau căn cứ của địa phương",
    vi_sao="Căn cứ thường xếp từ văn bản của cơ quan cấp trên xuống cấp dưới.",
    can_cu=CUSTOM,
    sai="Kế hoạch số 12/KH-UBND của Ủy ban nhân dân Thành phố; Nghị quyết số 57-NQ/TW của Bộ Chính trị",
    dung="Nghị quyết số 57-NQ/TW của Bộ Chính trị; Kế hoạch số 12/KH-UBND của Ủy ban nhân dân Thành phố",
)
SOME_NAMED = Rule(
    ma="ke-hoach.ten-ngan-khong-deu",
    muc=Severity.GOI_Y,
    ten="Chỉ một số căn cứ có tên gọi tắt",
    vi_sao="Tên gọi tắt chỉ nhắc lại tên loại, số, ký hiệu thì nên có ở mọi căn cứ hoặc không ở căn cứ nào.",
    can_cu=CUSTOM,
    sai="Nghị quyết số 57-NQ/TW … (Nghị quyết số 57-NQ/TW); Kế hoạch số 12/KH-UBND …",
    dung="Nghị quyết số 57-NQ/TW …; Kế hoạch số 12/KH-UBND …",
)
RULES = (ORDER, SOME_NAMED)

_CENTRAL = re.compile(
    r"/TW$|TW$|/QH\d|/UBTVQH|/NĐ-CP$|/NQ-CP$|-TTg$|/CT-TTg$|/TT-B[A-ZĐ]+$|/QĐ-B[A-ZĐ]+$", re.IGNORECASE
)
_LOCAL = re.compile(r"/TU$|-?(?:UBND|HĐND)$|-S[A-ZĐ]{2,8}$")
_CENTRAL_BODY = re.compile(
    r"^(?:Bộ|Ban Bí thư|Ban Chấp hành Trung ương|Ban Chỉ đạo Trung ương|Quốc hội|Ủy ban Thường vụ Quốc hội"
    r"|Chính phủ|Thủ tướng)"
)
_PARTY = re.compile(r"/TU$|TW$|\d-[A-ZĐ]+/")
"""Symbols of the Party, whose papers may stand before or behind those of the State: each has its order."""
_LOCAL_BODY = re.compile(r"^(?:Thành ủy|Tỉnh ủy|Ủy ban nhân dân|Hội đồng nhân dân|UBND|HĐND|Sở)\b")


def check(reading: Reading) -> Iterator[Finding]:
    """Findings on the bases as a list."""
    plan = reading.plan
    locals_: dict[bool, tuple[int, Citation]] = {}
    for index, one in enumerate(plan.can_cu):
        level, party = _level(one), bool(_PARTY.search(one.so_ky_hieu or ""))
        if level == "local":
            locals_.setdefault(party, (index, one))
        if level == "central" and (local := locals_.get(party)):
            yield ORDER.finding(
                at_part(plan, "can_cu", index),
                f"Căn cứ thứ {index + 1} “{short(one.nguyen_van, 60)}” của cơ quan trung ương đứng sau "
                f"căn cứ thứ {local[0] + 1} “{short(local[1].nguyen_van, 60)}” của địa phương.",
                trich=short(one.nguyen_van, 60),
                cach_sua="Xếp căn cứ của cơ quan trung ương lên trước.",
            )
            break
    yield from _short_names(reading)


def _level(one: Citation) -> str:
    """ "central", "local", or "" where the words do not tell."""
    symbol, body = one.so_ky_hieu or "", one.co_quan or ""
    if _LOCAL.search(symbol) or _LOCAL_BODY.match(body):
        return "local"
    return "central" if _CENTRAL.search(symbol) or _CENTRAL_BODY.match(body) else ""


def _short_names(reading: Reading) -> Iterator[Finding]:
    bases = reading.plan.can_cu
    symbols = [(index, one) for index, one in enumerate(bases) if one.so_ky_hieu]
    named = [index for index, one in symbols if one.ten_ngan and (one.so_ky_hieu or "") in one.ten_ngan]
    without = [index for index, one in symbols if not one.ten_ngan]
    if named and without:
        yield SOME_NAMED.finding(
            at_part(reading.plan, "can_cu", named[0]),
            f"Căn cứ thứ {_places(named)} có tên gọi tắt trong ngoặc, căn cứ thứ "
            f"{_places(without)} không có.",
            trich=bases[named[0]].ten_ngan or "",
            cach_sua="Bỏ phần trong ngoặc chỉ nhắc lại số, ký hiệu.",
        )


def _places(indexes: list[int]) -> str:
    return ", ".join(str(index + 1) for index in indexes)
