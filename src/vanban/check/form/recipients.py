"""Who receives: "Kính gửi: …" at the top, "Nơi nhận: …" at the end (Mục II.9)."""

import re
from collections.abc import Iterator
from typing import Final

from vanban.check.form.paper import Paper
from vanban.check.form.static_rules import breach
from vanban.check.form.words import BLANK, lines
from vanban.check.rule import Rule
from vanban.model.finding import Finding
from vanban.model.sheet import Paragraph

_CITE: Final = "Phụ lục I, Phần I, Mục II.9.d"
_WHY: Final = "Nơi nhận định ai phải làm, ai được biết và bản nào lưu; viết đúng dạng thì không ai đọc nhầm."
_DASH: Final = ("-", "–")
_KEEP = re.compile(r"[-–] Lưu: VT, ?\S.*\.")
_ADDRESS = re.compile(r"kính gửi\s*:?\s*(?P<to>.*)", re.IGNORECASE | re.DOTALL)

NOT_FOR_KIND: Final = breach(
    "kinh-gui.khong-dung",
    "Kính gửi: chỉ ở Tờ trình, Báo cáo gửi cấp trên và Công văn",
    "Phụ lục I, Phần I, Mục II.9.b, II.9.c",
    sai="Kế hoạch có dòng Kính gửi",
    dung="Kế hoạch chỉ có Nơi nhận",
    vi_sao="Văn bản khác gửi cho những nơi ghi ở Nơi nhận.",
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
)
RULES: Final = (NOT_FOR_KIND, ONE_LINE, MANY_LINES, ADDRESSEE_MARK, OWN_LINE, RECEIVER_MARK, AS_ABOVE, KEEP)

Item = tuple[str, Paragraph]


def check_recipients(paper: Paper) -> Iterator[Finding]:
    """Findings on Kính gửi and Nơi nhận."""
    heading = paper.first("kinh_gui")
    if heading is not None:
        if paper.kind is not None and not paper.kind.co_kinh_gui:
            yield paper.finding(NOT_FOR_KIND, f"{paper.kind.ten} không có Kính gửi", at=heading)
        yield from _addressees(paper, heading)
    label = paper.first("noi_nhan")
    if label is not None:
        rest = " ".join(lines(label)).partition(":")[2].strip()
        if rest:
            yield paper.finding(OWN_LINE, "sau “Nơi nhận:” phải xuống dòng", at=label)
    items = _items(paper.of("noi_nhan_danh_sach"))
    if items:
        yield from _receivers(paper, items, as_above=heading is not None)


def _items(paragraphs: list[Paragraph]) -> list[Item]:
    """One entry for each printed line that was broken by hand, with Word's own label before the first."""
    found: list[Item] = []
    for paragraph in paragraphs:
        for index, line in enumerate(lines(paragraph)):
            found.append((f"{paragraph.label} {line}".strip() if index == 0 else line, paragraph))
    return found


def _addressees(paper: Paper, heading: Paragraph) -> Iterator[Finding]:
    """The line of the heading may hold the one addressee; further lines hold several."""
    entries = [*_items([heading]), *_items([*paper.of("kinh_gui")[1:], *paper.of("kinh_gui_danh_sach")])]
    form = _ADDRESS.fullmatch(entries[0][0])
    same_line = form["to"].strip() if form else ""
    listed = entries[1:]
    if same_line and (listed or ";" in same_line.rstrip(";")):
        yield paper.finding(
            MANY_LINES,
            "gửi từ hai nơi trở lên thì sau “Kính gửi:” phải xuống dòng, mỗi nơi một dòng",
            at=heading,
        )
    if not same_line and len(listed) == 1 and BLANK not in listed[0][0]:
        yield paper.finding(ONE_LINE, "chỉ gửi một nơi thì ghi cùng dòng với “Kính gửi:”", at=listed[0][1])
    for index, (text, paragraph) in enumerate(listed, start=1):
        last = index == len(listed)
        yield from _marks(paper, ADDRESSEE_MARK, (text, paragraph), "." if last else ";")


def _receivers(paper: Paper, items: list[Item], *, as_above: bool) -> Iterator[Finding]:
    for item in items[:-1]:
        yield from _marks(paper, RECEIVER_MARK, item, ";")
    first, where = items[0]
    if as_above and BLANK not in first and first.strip(" -–;.").casefold() != "như trên":
        yield paper.finding(AS_ABOVE, "văn bản có Kính gửi: dòng đầu phải là “- Như trên;”", at=where)
    keep, where = items[-1]
    if keep != BLANK and not _KEEP.fullmatch(keep):
        yield paper.finding(
            KEEP, _keep_fault(keep), at=where, fix="ghi dạng “- Lưu: VT, <đơn vị soạn thảo>.”"
        )


def _marks(paper: Paper, rule: Rule, item: Item, mark: str) -> Iterator[Finding]:
    text, paragraph = item
    if text == BLANK:
        return
    faults = []
    if not text.startswith((*_DASH, BLANK)):
        faults.append("thiếu gạch đầu dòng (-)")
    if not text.endswith(mark):
        faults.append(f"phải kết thúc bằng dấu {'chấm (.)' if mark == '.' else 'chấm phẩy (;)'}")
    if faults:
        yield paper.finding(rule, "; ".join(faults), at=paragraph, quote=text)


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
