"""A short file of a paper (.md, or .yaml with the body under `noi_dung`) → what it says, typed."""

import difflib
import re
from datetime import date
from typing import Any, Final

from pydantic import ValidationError

from vanban.law.decree import Kind, load_kinds
from vanban.model.agency import AgencyBook
from vanban.model.errors import SourceError
from vanban.model.plain import ISSUED_WITH, PaperAgency, PlainFile, PlainPaper, agency_of, paper_shape
from vanban.read.faults import describe, faulty
from vanban.read.plain.markdown import Fault, parse_body
from vanban.read.yaml_source import load_yaml
from vanban.viet.dates import parse_date
from vanban.viet.text import clean, strip_marks
from vanban.yaml_tree import Group, position

_FENCE: Final = "---"
_ENDS: Final = (_FENCE, "...")
_NOT_A_WORD = re.compile(r"[^a-z0-9]+")


def parse_plain(text: str, where: str, book: AgencyBook) -> PlainFile:
    """The paper in `text`; `where` names the file in messages.

    Raises SourceError with every fault at once, each with its line.
    """
    front, body, first = _split(text, where)
    tree = load_yaml(front, where)
    if not isinstance(tree, Group):
        raise SourceError(
            "đầu tệp không phải các dòng “khóa: giá trị”", where=where, next_step="xem tệp mẫu trong data/"
        )
    if body is None:
        body, first = _body_of(tree)
    kind = kind_of(str(tree.get("loai", "")))
    read = parse_body(clean(body), first)
    paper, faults = _paper(tree, kind)
    faults += [*read.faults, *_faults_between(tree, kind, book)]
    if paper is None or faults:
        told = [f"dòng {line}: {words}" if line else f"cả tệp: {words}" for line, words in sorted(faults)]
        raise faulty(told, where)
    return PlainFile(paper=paper, than=read.than, phu_luc=read.phu_luc)


def kind_of(word: str) -> Kind | None:
    """The kind of Điều 7 that a person named: "thong-bao", "Thông báo" or "TB"."""
    key = _key(word)
    kinds = load_kinds()
    return next((k for k in kinds.kinds if key in (_key(k.ma), _key(k.ten))), None) or kinds.by_abbreviation(
        word.strip()
    )


def kind_word(kind: Kind) -> str:
    """What people type for a kind: "thong-bao"."""
    return kind.ma.replace("_", "-")


def unknown_kind(word: str) -> str:
    """What is wrong with a name that is none of the 29 kinds, with what may have been meant."""
    known = [kind_word(kind) for kind in load_kinds().kinds]
    near = difflib.get_close_matches(_key(word), known, n=1, cutoff=0.6)
    hint = f"có phải bạn muốn “{near[0]}”?" if near else f"chọn một trong: {', '.join(known)}"
    return f"không có loại văn bản “{word}”; {hint}"


def _key(word: str) -> str:
    return _NOT_A_WORD.sub("-", strip_marks(word).casefold()).strip("-")


def _split(text: str, where: str) -> tuple[str, str | None, int]:
    """The front matter, the body (None where the whole file is YAML), and the line where the body begins."""
    lines = text.split("\n")
    start = next((i for i, line in enumerate(lines) if line.strip()), 0)
    if lines[start].strip() != _FENCE:
        if where.lower().endswith((".yaml", ".yml")):
            return text, None, 1
        raise SourceError(
            f"dòng {start + 1}: tệp phải bắt đầu bằng dòng “{_FENCE}”, dưới đó là loai, co_quan, trich_yeu …",
            where=where,
            next_step="xem tệp mẫu trong data/van-ban-mau",
        )
    end = next((i for i in range(start + 1, len(lines)) if lines[i].strip() in _ENDS), None)
    if end is None:
        raise SourceError(
            f"phần đầu mở bằng “{_FENCE}” ở dòng {start + 1} chưa được đóng bằng một dòng “{_FENCE}”",
            where=where,
            next_step="thêm dòng “---” trước nội dung",
        )
    return "\n".join(lines[:end]), "\n".join(lines[end + 1 :]), end + 2


def _body_of(tree: Group) -> tuple[str, int]:
    """The body under `noi_dung`, and the line of the file on which it begins."""
    place = position(tree, ("noi_dung",))
    body = tree.get("noi_dung", "")
    return (body, place[0] + 1) if isinstance(body, str) and place else ("", 1)


def _paper(tree: Group, kind: Kind | None) -> tuple[PlainPaper | None, list[Fault]]:
    shape = paper_shape(kind.ma if kind else "")
    faults: list[Fault] = []
    if kind is None and "loai" in tree:
        faults.append((_line(tree, "loai"), f"loai: {unknown_kind(str(tree['loai']))}"))
    try:
        day = parse_date(str(tree.get("ngay", "")))
        data: dict[Any, Any] = {**tree, **({"ngay": day} if isinstance(day, date) else {})}
        return shape.model_validate(data), faults
    except ValidationError as error:
        for fault in error.errors():
            place = position(tree, fault["loc"])
            words = describe(fault, tree, shape).partition(": ")[2]
            faults.append((place[0] if place else 0, words))
        return None, faults


def _faults_between(tree: Group, kind: Kind | None, book: AgencyBook) -> list[Fault]:
    """What is wrong between parts; told also where single keys are wrong, so that all comes at once."""
    faults: list[Fault] = []
    agency = tree.get("co_quan")
    name = agency.get("ma") if isinstance(agency, Group) else agency
    if isinstance(name, str) and name and agency_of(PaperAgency(ma=name), book) is None:
        near = difflib.get_close_matches(name, [a.id for a in book.co_quan], n=1, cutoff=0.5)
        hint = f"có phải bạn muốn “{near[0]}”?" if near else "ghi tên đầy đủ ở co_quan: {ten: …}"
        faults.append((_line(tree, "co_quan"), f"co_quan: không có mã “{name}” trong sổ cơ quan; {hint}"))
    if kind is not None and tree.get("kinh_gui") and not kind.co_kinh_gui:
        words = f"kinh_gui: {kind.ten} không có Kính gửi (PL I, Phần I, II.9.b); ghi nơi nhận ở noi_nhan"
        faults.append((_line(tree, "kinh_gui"), words))
    if tree.get("kem_theo") and kind is not None and kind.ma not in ISSUED_WITH:
        words = f"kem_theo: {kind.ten} không phải loại văn bản ban hành kèm theo một văn bản khác"
        faults.append((_line(tree, "kem_theo"), words))
    elif tree.get("kem_theo") and (tree.get("so") or tree.get("ngay")):
        words = "kem_theo: văn bản ban hành kèm theo một văn bản khác không có số, ngày riêng (Mẫu 1.3)"
        faults.append((_line(tree, "kem_theo"), words))
    return faults


def _line(tree: Group, key: str) -> int:
    place = position(tree, (key,))
    return place[0] if place else 0
