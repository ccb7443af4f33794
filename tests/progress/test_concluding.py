"""Conclusions of a meeting → the plan and the record of progress: whole, once, or not at all."""

from datetime import date
from pathlib import Path

import pytest
from progress_desk import AT, KY, bring, filled, new_desk, report, sent, tree

from vanban.concluding import conclude
from vanban.deciding import add_decisions
from vanban.model.decision import Decision, DecisionKind
from vanban.model.errors import SourceError, UsageError
from vanban.progress_exchange import settled
from vanban.progress_keeping import close_period, progress_on

NEXT = "Tháng 12/2025"
NOTICE = "thong_bao: {so: 15, ngay: 2025-12-08}"
BOTH = f"""
ket_luan:
  - {{noi_dung: Chốt thời hạn, nhiem_vu: '2.6', han: 2025-12-31}}
  - {{noi_dung: Lùi thời hạn, nhiem_vu: '6.1', han: 2026-01-31}}
  - Các cơ quan nghiêm túc thực hiện
{NOTICE}
"""


@pytest.fixture
def source(tmp_path: Path) -> Path:
    return new_desk(tmp_path)


def held(source: Path, text: str = BOTH) -> Path:
    path = source.parent / "cuoc-hop.yaml"
    path.write_text(text, encoding="utf-8")
    return path


def due(source: Path, task: str) -> date | None:
    plan, _ = settled(source)
    return next(t for g in plan.nhom for t in g.nhiem_vu if t.id == task).thoi_han.last_day


def test_an_unclear_deadline_is_decided_and_a_clear_one_stays_beside_the_adjusted_one(source: Path) -> None:
    bring(source, filled(sent(source) / "tien-do-stc.xlsx", report("6.1", "Đang thực hiện", 50)))
    before = due(source, "t6-1")
    assert due(source, "t2-6") is None
    conclude(source, held(source), ky=NEXT, at=AT, who="Trần Văn Mẫu")
    assert due(source, "t2-6") == date(2025, 12, 31)
    assert due(source, "t6-1") == before
    state = progress_on(source, date(2025, 12, 8)).of("t6-1")
    assert state is not None
    assert state.han_dieu_chinh is not None
    assert state.han_dieu_chinh.ngay == date(2026, 1, 31)
    assert state.han_dieu_chinh.van_ban.startswith("Thông báo số 15/TB-")
    assert state.phan_tram == 50


def test_the_same_file_twice_changes_nothing(source: Path) -> None:
    conclude(source, held(source), ky=NEXT, at=AT)
    before = tree(source.parent)
    again = conclude(source, held(source), ky=NEXT, at=AT)
    assert all(one.decision is None and one.state is None for one in again)
    assert tree(source.parent) == before


def test_a_look_ahead_writes_nothing(source: Path) -> None:
    path = held(source)
    before = tree(source.parent)
    found = conclude(source, path, ky=NEXT, at=AT, write=False)
    assert [one.words.split(":")[0] for one in found] == ["2.6", "6.1"]
    assert tree(source.parent) == before


def test_what_was_recorded_before_the_meeting_is_not_changed(source: Path) -> None:
    bring(source, filled(sent(source) / "tien-do-stc.xlsx", report("6.1", "Đang thực hiện", 50)))
    conclude(source, held(source), ky=NEXT, at=AT)
    state = progress_on(source, date(2025, 12, 1)).of("t6-1")
    assert state is not None
    assert state.han_dieu_chinh is None


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (BOTH.replace(NOTICE, ""), "chưa có số, ngày"),
        (BOTH.replace("'6.1'", "'9.9'"), "kế hoạch không có nhiệm vụ “9.9”"),
        (BOTH.replace("'6.1'", "t2-6"), "đã có thời hạn ở một kết luận trên"),
        (BOTH.replace("2026-01-31", "2026-02-30"), "không phải ngày có thật"),
        (BOTH + "co_quan: so-la\n", "sổ cơ quan không có mã “so-la”"),
        (BOTH + "dia_diiem: x\n", "dia_diem"),
    ],
)
def test_a_fault_in_the_file_is_told_and_nothing_is_written(source: Path, text: str, told: str) -> None:
    path = held(source, text)
    before = tree(source.parent)
    with pytest.raises(SourceError, match=told):
        conclude(source, path, ky=NEXT, at=AT)
    assert tree(source.parent) == before


def test_a_closed_period_takes_no_conclusion(source: Path) -> None:
    bring(source, filled(sent(source) / "tien-do-stc.xlsx", report("6.1", "Đang thực hiện", 50)))
    close_period(source, KY, date(2025, 12, 8), at=AT)
    path = held(source)
    before = tree(source.parent)
    with pytest.raises(UsageError, match="đã chốt"):
        conclude(source, path, ky=KY, at=AT)
    assert tree(source.parent) == before


def test_several_decisions_are_written_together_or_not_at_all(source: Path) -> None:
    chosen = [
        Decision(loai=DecisionKind.HAN, nhiem_vu=task, gia_tri=words, ly_do="Thông báo số 15")
        for task, words in (("2.6", "Đến ngày 31/12/2025"), ("9.9", "Đến ngày 31/12/2025"))
    ]
    before = tree(source.parent)
    with pytest.raises(UsageError, match="không có nhiệm vụ"):
        add_decisions(source, chosen)
    assert tree(source.parent) == before
    with pytest.raises(UsageError, match="đã có quyết định"):
        add_decisions(source, [chosen[0], chosen[0]])
    assert tree(source.parent) == before
    aliases = [
        Decision(loai=DecisionKind.BI_DANH, chu="Sở nọ", gia_tri="so-xay-dung", ly_do="tên cũ"),
        chosen[0],
    ]
    with pytest.raises(UsageError, match="không có tác dụng"):
        add_decisions(source, aliases)
    assert tree(source.parent) == before
    add_decisions(source, chosen[:1])
    assert due(source, "t2-6") == date(2025, 12, 31)
