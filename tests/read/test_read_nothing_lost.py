"""No word of the source is lost and none is invented, whatever happens to the text."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import BaseModel

from vanban.model.agency import AgencyBook
from vanban.model.errors import SourceError
from vanban.model.plan import Plan, Task
from vanban.read.text.plan import read_text_plan
from vanban.viet.text import clean, words


def raw_words(plan: Plan) -> Counter[str]:
    """All words of the fields that keep the source as printed."""
    texts: list[str] = [line.chu for line in plan.van_ban.nguyen_van]
    for section in plan.muc:
        texts += [section.so_in, section.ten]
    texts += [citation.nguyen_van for citation in plan.can_cu]
    texts += [*plan.muc_dich, *plan.yeu_cau, *plan.muc_tieu, *plan.kinh_phi]
    texts += [*plan.to_chuc_thuc_hien, *plan.che_do_bao_cao, *plan.loi_ket]
    for other in plan.muc_khac:
        texts += other.doan
    for appendix in plan.phu_luc:
        texts += [appendix.ten, *appendix.doan]
        texts += [cell for table in appendix.bang for row in table for cell in row]
    for group in plan.nhom:
        texts += [group.ten_nguyen_van or "", *group.noi_dung]
        for task in group.nhiem_vu:
            texts += task_texts(task)
    texts += [lost.chu for lost in plan.chua_hieu]
    return Counter(word for text in texts for word in words(text))


def task_texts(task: Task) -> Iterator[str]:
    yield task.ten_nguyen_van or ""
    for field in task.truong:
        yield field.nhan
        yield from field.gia_tri


def lost_words(source: str, plan: Plan) -> Counter[str]:
    """Words of the source that stand less often in the plan; "PHẦN" before a number is a mark."""
    return Counter(words(clean(source))) - raw_words(plan)


CODES = {
    "khoa",
    "id",
    "co_quan",
    "loai",
    "vai",
    "kieu",
    "tep",
    "sha256",
    "ly_do",
    "chu_ky",
    "dau_moi",
    "o",
    "ky",
}
CODES |= {"ten_loai", "co_quan_ban_hanh", "co_quan_chu_quan"}


def leaves(record: BaseModel, path: str = "") -> Iterator[tuple[str, str]]:
    """Every text of a record that is meant to be words of the source, with its path."""
    for name in type(record).model_fields:
        value = getattr(record, name)
        for item in value if isinstance(value, list) else [value]:
            if isinstance(item, BaseModel):
                yield from leaves(item, f"{path}.{name}")
            elif isinstance(item, str) and not (name in CODES and ".can_cu" not in path):
                yield f"{path}.{name}", item


def test_every_word_of_every_line_stands_in_the_plan(source: str, plan: Plan) -> None:
    assert lost_words(source, plan) == Counter()
    texts = [" ".join(words(text)) for _, text in leaves(plan)]
    for line in source.split("\n"):
        for word in set(words(line)):
            assert any(word in text.split() for text in texts), (word, line)


def test_no_word_run_is_invented(source: str, plan: Plan) -> None:
    spoken = " ".join(words(source))
    for path, text in leaves(plan):
        run = " ".join(words(text))
        if path.startswith(".chua_hieu") or run in spoken:
            continue
        # Taking a footnote out, or mending "57- NQ/TW", joins words that stand apart; nothing else may.
        assert path in (".nhom.nhiem_vu.san_pham.ten", ".can_cu.nguyen_van"), (path, text)
        assert not Counter(words(text)) - Counter(words(source)), (path, text)


def test_reading_twice_gives_the_same(source: str, plan: Plan, book: AgencyBook) -> None:
    assert read_text_plan(source, book, where="ke-hoach-100-ngay.txt") == plan


NOISE = st.sampled_from(
    [
        "- Kinh phí: 5 tỷ đồng từ ngân sách",
        "+ ý rời không thuộc đâu cả",
        "Một câu lạc giữa chừng.",
        "chữ thường nối tiếp",
        "9. Nhóm chen ngang",
        "9.9. Nhiệm vụ chen ngang",
        "V. MỤC LẠ",
        "- ",
        "***",
        "[footnoteRef:7] và [8: chú thích lạc]",
        "- Nội dung: (ngoặc không đóng",
        "- Thẩm quyền ban hành/triển khai: hoặc ; trình ; ban hành và",
        "- Cơ quan chủ trì, phối hợp: phối hợp chủ trì, ; và",
        "- Thời gian: ngày 30/2/2025",
        "\ttab\tở\tgiữa",
        "Nơi nhận:",
        "TM. ỦY BAN NHÂN DÂN",
        "I. I. I.",
        "“ngoặc lệch” ” (",
    ]
) | st.text(alphabet="aăđÂỦ 019.,;:-+()[]“”/…\t", max_size=30)


@settings(max_examples=30, deadline=None)
@given(data=st.data())
def test_noise_loses_no_word_and_breaks_nothing(data: st.DataObject, source: str, book: AgencyBook) -> None:
    lines = source.split("\n")
    for _ in range(data.draw(st.integers(1, 6))):
        lines.insert(data.draw(st.integers(0, len(lines))), data.draw(NOISE))
    text = "\n".join(lines)
    assert lost_words(text, read_text_plan(text, book, where="x")) == Counter()


@settings(max_examples=30, deadline=None)
@given(data=st.data())
def test_damage_loses_no_word_and_breaks_nothing(data: st.DataObject, source: str, book: AgencyBook) -> None:
    """Marks deleted, lines dropped or joined: what is left is still kept word for word."""
    lines = source.split("\n")
    for _ in range(data.draw(st.integers(1, 8))):
        at = data.draw(st.integers(0, len(lines) - 2))
        line = lines[at]
        change = data.draw(st.sampled_from(["colon", "dash", "drop", "join", "cut", "upper", "stop"]))
        match change:
            case "colon":
                lines[at] = line.replace(":", "", 1)
            case "dash":
                lines[at] = line.removeprefix("- ")
            case "drop":
                del lines[at]
            case "join":
                lines[at : at + 2] = [f"{line} {lines[at + 1]}"]
            case "cut":
                half = data.draw(st.integers(0, len(line)))
                lines[at : at + 1] = [line[:half], line[half:]]
            case "upper":
                lines[at] = line.upper()
            case "stop":
                lines[at] = line.replace(".", "", 1)
    text = "\n".join(lines)
    assert lost_words(text, read_text_plan(text, book, where="x")) == Counter()


CASES = sorted((Path(__file__).parent / "cases").glob("*.txt"))
COLUMNS = set(words("TT Nội dung công việc Cơ quan chủ trì phối hợp Thời gian hoàn thành Sản phẩm Ghi chú"))
"""Headings of columns are the form of a table: those of columns that no row fills stand nowhere."""


@pytest.mark.parametrize("case", CASES, ids=lambda path: path.stem)
@settings(max_examples=15, deadline=None)
@given(data=st.data())
def test_plans_of_other_shapes_lose_no_word(case: Path, data: st.DataObject) -> None:
    lines = case.read_text(encoding="utf-8").split("\n")
    for _ in range(data.draw(st.integers(0, 5))):
        lines.insert(data.draw(st.integers(0, len(lines))), data.draw(NOISE))
    text = "\n".join(lines)
    try:
        plan = read_text_plan(text, AgencyBook(), where="x")
    except SourceError:
        return  # "Nơi nhận:" above all work leaves no work; that is told, not lost
    lost = lost_words(text, plan)
    assert {word for word in lost if word not in COLUMNS} == set()


@given(st.text(max_size=200))
def test_any_text_is_a_plan_or_a_clear_error(text: str) -> None:
    try:
        plan = read_text_plan(text, AgencyBook(), where="x.txt")
    except SourceError:
        return
    assert lost_words(text, plan) == Counter()
