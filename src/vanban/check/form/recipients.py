"""Who receives: "Kính gửi: …" at the top, "Nơi nhận: …" at the end (Mục II.9)."""

import re
from collections.abc import Iterator
from typing import Final

from vanban.check.form.mends import end_mend, find_mend
from vanban.check.form.paper import Paper
from vanban.check.form.static_rules import breach
from vanban.check.form.words import BLANK, lines, words
from vanban.check.rule import Rule
from vanban.model.finding import Finding, Severity
from vanban.model.mend import Mend
from vanban.model.sheet import Paragraph

_CITE: Final = "Phụ lục I, Phần I, Mục II.9.d"
_WHY: Final = "Nơi nhận định ai phải làm, ai được biết và bản nào lưu; viết đúng dạng thì không ai đọc nhầm."
_DASH: Final = ("-", "–")
_KEEP = re.compile(r"[-–] Lưu: VT, ?\S.*\.")
_KEEP_TO_FILL = re.compile(r"[-–] Lưu: VT, ?.*(?:□|\.{2,})")
_KEPT_TWICE = re.compile(r"[-–] Lưu: VT [^,;]+[,;] ?VT [^,;]+\.")
"""The two registries of a joint paper, of which the decree says nothing."""
_NO_UNIT = re.compile(r"[-–] Lưu: VT\.")
"""A small agency has no unit to name; sample form 1.8 ends so too."""
_SAMPLES_WITHOUT_UNIT: Final = frozenset({"giay_gioi_thieu"})
_IS_KEEP = re.compile(r"[-–]?\s*lưu\b", re.IGNORECASE)
_ADDRESS = re.compile(r"kính gửi\s*:?\s*(?P<to>.*)", re.IGNORECASE | re.DOTALL)

NOT_FOR_KIND: Final = breach(
    "kinh-gui.khong-dung",
    "Kính gửi: chỉ ở Tờ trình, Báo cáo gửi cấp trên và Công văn",
    "Phụ lục I, Phần I, Mục II.9.b, II.9.c",
    sai="Kế hoạch có dòng Kính gửi",
    dung="Kế hoạch chỉ có Nơi nhận",
    vi_sao="Văn bản khác gửi cho những nơi ghi ở Nơi nhận.",
)
TO_SUPERIOR: Final = breach(
    "kinh-gui.thieu",
    "Kính gửi: báo cáo gửi cấp trên thì có Kính gửi",
    "Phụ lục I, Phần I, Mục II.9.b",
    sai="báo cáo kết bằng “… kính báo cáo Ủy ban nhân dân tỉnh./.” mà không có Kính gửi",
    dung="Kính gửi: Ủy ban nhân dân tỉnh Mẫu",
    vi_sao="Nơi phải nhận và giải quyết được ghi ngay đầu văn bản.",
)
ONE_LINE: Final = breach(
    "kinh-gui.mot-noi",
    "Kính gửi: một nơi thì ghi trên cùng một dòng",
    _CITE,
    sai="“Kính gửi:” rồi xuống dòng “- Bộ Nội vụ.”",
    dung="Kính gửi: Bộ Nội vụ",
    vi_sao=_WHY,
)
MANY_LINES: Final = breach(
    "kinh-gui.nhieu-noi",
    "Kính gửi: từ hai nơi thì mỗi nơi một dòng riêng",
    _CITE,
    sai="Kính gửi: Bộ Nội vụ; Bộ Tài chính",
    dung="“Kính gửi:” rồi “- Bộ Nội vụ;” và “- Bộ Tài chính.”",
    vi_sao=_WHY,
)
ADDRESSEE_MARK: Final = breach(
    "kinh-gui.dau-dong",
    "Kính gửi: mỗi dòng “- …;”, dòng cuối “.”",
    _CITE,
    sai="- Bộ Nội vụ,",
    dung="- Bộ Nội vụ;",
    vi_sao=_WHY,
    mendable=True,
)
OWN_LINE: Final = breach(
    "noi-nhan.dong-rieng",
    "Nơi nhận: từ “Nơi nhận” trên một dòng riêng",
    _CITE,
    sai="Nơi nhận: - Như trên;",
    dung="“Nơi nhận:” rồi xuống dòng “- Như trên;”",
    vi_sao=_WHY,
)
RECEIVER_MARK: Final = breach(
    "noi-nhan-danh-sach.dau-dong",
    "Nơi nhận: mỗi dòng “- …;”",
    _CITE,
    sai="- Bộ Nội vụ.",
    dung="- Bộ Nội vụ;",
    vi_sao=_WHY,
    mendable=True,
)
AS_ABOVE: Final = breach(
    "noi-nhan-danh-sach.nhu-tren",
    "Nơi nhận: văn bản có Kính gửi thì dòng đầu là “- Như trên;”",
    "Phụ lục I, Phần I, Mục II.9.b",
    sai="dòng đầu “- Sở Nội vụ;” trong một tờ trình",
    dung="dòng đầu “- Như trên;”",
    vi_sao="Nơi được kính gửi cũng là nơi nhận.",
)
KEEP: Final = breach(
    "noi-nhan-danh-sach.luu",
    "Nơi nhận: dòng cuối “- Lưu: VT, ….”",
    _CITE,
    sai="- Lưu VT, TCCB",
    dung="- Lưu: VT, TCCB.",
    vi_sao="Dòng lưu cho biết bản gốc ở đâu và đơn vị nào soạn thảo.",
    mendable=True,
)
_TO_SUPERIOR = re.compile(
    r"báo cáo (?:Ủy ban|Uỷ ban|UBND|Bộ |Chủ tịch|Thủ tướng|Chính phủ|Hội đồng|HĐND|Thường trực)"
    r"|xem xét, (?:chỉ đạo|quyết định|cho ý kiến)",
    re.IGNORECASE,
)
RULES: Final = (
    *(NOT_FOR_KIND, TO_SUPERIOR, ONE_LINE, MANY_LINES, ADDRESSEE_MARK),
    *(OWN_LINE, RECEIVER_MARK, AS_ABOVE, KEEP),
)

Item = tuple[str, Paragraph]


def check_recipients(paper: Paper) -> Iterator[Finding]:
    """Findings on Kính gửi and Nơi nhận."""
    heading = paper.first("kinh_gui")
    if heading is None and paper.foreign:
        yield from _unaddressed(paper)
    if heading is not None:
        if paper.kind is not None and not paper.kind.co_kinh_gui:
            yield paper.finding(NOT_FOR_KIND, f"{paper.kind.ten} không có Kính gửi", at=heading)
        yield from _addressees(paper, heading)
    label = paper.first("noi_nhan")
    if label is not None:
        rest = " ".join(lines(label)).partition(":")[2].strip()
        if rest:
            yield paper.finding(OWN_LINE, "sau “Nơi nhận:” phải xuống dòng", at=label)
    items = _items(paper.of("noi_nhan_danh_sach"), joined=paper.foreign)
    if items:
        yield from _receivers(paper, items, as_above=heading is not None)


def _unaddressed(paper: Paper) -> Iterator[Finding]:
    """A report that ends by reporting to a superior, and does not say to whom it goes."""
    if paper.kind is None or paper.kind.ma != "bao_cao" or not paper.of("co_quan_chu_quan"):
        return
    text = paper.of("noi_dung", "khoan", "gach_dau_dong", "dong_khac")
    if text and _TO_SUPERIOR.search(words(text[-1])):
        yield paper.finding(
            TO_SUPERIOR,
            "lời kết báo cáo cấp trên mà văn bản không có Kính gửi",
            at=text[-1],
            severity=Severity.CANH_BAO,
        )


def _items(paragraphs: list[Paragraph], *, joined: bool = False) -> list[Item]:
    """One entry for each printed line that was broken by hand, with Word's own label before the first.

    With `joined` a line without a dash goes on with the one before, where that has no mark at its end.
    """
    found: list[Item] = []
    for paragraph in paragraphs:
        for index, line in enumerate(lines(paragraph)):
            text = f"{paragraph.label} {line}".strip() if index == 0 else line
            if joined and found and not text.startswith(_DASH) and not found[-1][0].endswith((";", ".", ":")):
                found[-1] = (f"{found[-1][0]} {text}", found[-1][1])
            else:
                found.append((text, paragraph))
    return found


def _addressees(paper: Paper, heading: Paragraph) -> Iterator[Finding]:
    """The line of the heading may hold the one addressee; further lines hold several."""
    below = [*paper.of("kinh_gui")[1:], *paper.of("kinh_gui_danh_sach")]
    entries = [*_items([heading]), *_items(below, joined=paper.foreign)]
    form = _ADDRESS.fullmatch(entries[0][0])
    same_line = form["to"].strip() if form else ""
    listed = entries[1:]
    beside = paper.foreign and heading.cell is not None
    if same_line and (listed or ";" in same_line.rstrip(";")):
        yield paper.finding(
            MANY_LINES,
            "gửi từ hai nơi trở lên thì sau “Kính gửi:” phải xuống dòng, mỗi nơi một dòng",
            at=heading,
        )
    if not same_line and len(listed) == 1 and BLANK not in listed[0][0]:
        if beside:
            return  # in the next column the one addressee stands on the same line
        yield paper.finding(ONE_LINE, "chỉ gửi một nơi thì ghi cùng dòng với “Kính gửi:”", at=listed[0][1])
    for index, (text, paragraph) in enumerate(listed, start=1):
        last = index == len(listed)
        yield from _marks(paper, ADDRESSEE_MARK, (text, paragraph), "." if last else ";")


def _receivers(paper: Paper, items: list[Item], *, as_above: bool) -> Iterator[Finding]:
    keeps = [i for i, (text, _) in enumerate(items) if _IS_KEEP.match(text)]
    last = keeps[-1] if keeps and paper.foreign else len(items) - 1
    for item in items[:last]:
        yield from _marks(paper, RECEIVER_MARK, item, ";")
    first, where = items[0]
    if as_above and BLANK not in first and first.strip(" -–;.").casefold() != "như trên":
        yield paper.finding(AS_ABOVE, "văn bản có Kính gửi: dòng đầu phải là “- Như trên;”", at=where)
    keep, where = items[last]
    bare = _NO_UNIT.fullmatch(keep) is not None
    by_sample = bare and paper.kind is not None and paper.kind.ma in _SAMPLES_WITHOUT_UNIT
    if keep == BLANK or _KEEP.fullmatch(keep) or by_sample or _KEEP_TO_FILL.fullmatch(keep):
        return
    yield paper.finding(
        KEEP,
        _keep_fault(keep),
        at=where,
        fix="ghi dạng “- Lưu: VT, <đơn vị soạn thảo>.”",
        severity=Severity.CANH_BAO if bare or _KEPT_TWICE.fullmatch(keep) else None,
        mends=_keep_mends(paper, keep, where),
    )


def _keep_mends(paper: Paper, keep: str, where: Paragraph) -> list[Mend]:
    """The two marks that can be set without knowing anything: the colon after "Lưu", the full stop."""
    if "VT" not in keep or BLANK in keep:
        return []
    mends = [] if "Lưu:" in keep else find_mend(paper, where, "Lưu", "Lưu:")
    return mends + ([] if keep.endswith((".", ";", ",")) else end_mend(paper, where, "."))


def _marks(paper: Paper, rule: Rule, item: Item, mark: str) -> Iterator[Finding]:
    text, paragraph = item
    if text == BLANK:
        return
    faults = []
    mends: list[Mend] = []
    if not text.startswith((*_DASH, BLANK)):
        faults.append("thiếu gạch đầu dòng (-)")
    if not text.endswith((mark, BLANK) if paper.foreign else mark):
        faults.append(f"phải kết thúc bằng dấu {'chấm (.)' if mark == '.' else 'chấm phẩy (;)'}")
        mends = end_mend(paper, paragraph, mark) if text in " ".join(words(paragraph).split()) else []
    if faults:
        yield paper.finding(rule, "; ".join(faults), at=paragraph, quote=text, mends=mends)


def _keep_fault(text: str) -> str:
    """What exactly the last line lacks."""
    if "lưu" not in text.casefold():
        return "dòng cuối phải là “- Lưu: VT, ….”"
    lacking = [
        said
        for there, said in (
            (text.startswith(_DASH), "thiếu gạch đầu dòng (-)"),
            ("Lưu:" in text, "sau “Lưu” thiếu dấu hai chấm (:)"),
            ("VT" in text, "thiếu “VT”"),
            (re.search(r"VT, ?\S", text) is not None, "sau “VT” thiếu dấu phẩy và đơn vị soạn thảo"),
            (text.endswith("."), "cuối dòng thiếu dấu chấm (.)"),
        )
        if not there
    ]
    return "; ".join(lacking) or "dòng lưu phải có dạng “- Lưu: VT, ….”"
