"""The catalogue of fields: whole, with meanings from the one glossary, whatever kinds there are."""

from datetime import date
from typing import Literal

import pytest

from vanban.model.document import Document, TaskBlock
from vanban.model.papers import PAPER_KINDS, PaperKind, paper_kind
from vanban.model.record import Record, Text
from vanban.model.shape import paths, shape_of
from vanban.samples import sample_document
from vanban.templating.fields import fields_of
from vanban.templating.kinds import every_kind, find_kind

each_kind = pytest.mark.parametrize("kind", every_kind(), ids=lambda kind: kind.ma)


@each_kind
def test_every_field_of_every_kind_has_a_meaning(kind: PaperKind) -> None:
    rows = fields_of(kind)
    assert [row.duong_dan for row in rows if not row.nghia] == [], "thêm vào docs/tu-dien-thuat-ngu.md"
    assert {row.duong_dan for row in rows} == {path for path, _, _ in paths(kind.du_lieu)}


@pytest.mark.parametrize("kind", PAPER_KINDS, ids=lambda kind: kind.ma)
def test_the_sample_fills_what_the_kind_asks_for(kind: PaperKind) -> None:
    rows = {row.duong_dan: row for row in fields_of(kind)}
    needed = [name for name, info in kind.du_lieu.model_fields.items() if info.is_required()]
    assert [name for name in needed if rows[name].kieu == "chữ" and not rows[name].vi_du] == []


def test_a_field_of_a_task_is_found_through_its_lists() -> None:
    rows = {row.duong_dan: row for row in fields_of(PAPER_KINDS[0])}
    name = rows["nhom[].nhiem_vu[].ten"]
    assert (name.kieu, name.nghia) == ("chữ", "tên nhiệm vụ")
    assert name.vi_du
    assert rows["nhom[].nhiem_vu"].vi_du.endswith(" mục")
    assert rows["dau_trang.so_ky_hieu"].dieu_khoan == "PL I, II.3.c"


class Unheard(Document):
    """A kind that the sample plan cannot fill."""

    viec: list[TaskBlock]
    lan: int


def test_a_kind_without_a_sample_shows_what_its_fields_mean() -> None:
    kind = PaperKind("la", "Văn bản lạ", "la.docx", Unheard)
    made = sample_document(kind, day=date(2025, 2, 5))
    assert isinstance(made, Unheard)
    assert made.loai == "la"
    assert "tên nhiệm vụ" in made.viec[0].ten
    rows = {row.duong_dan: row for row in fields_of(kind)}
    assert rows["viec[].ten"].vi_du == "[tên nhiệm vụ]"
    assert rows["lan"].kieu == "số"


@pytest.mark.parametrize("word", ["to-trinh", "to_trinh", "To-Trinh.docx"])
def test_a_kind_is_known_by_command_by_code_and_by_file(word: str) -> None:
    kind = paper_kind(word)
    assert kind is not None
    assert kind.loai == "to_trinh"


def test_a_kind_of_the_law_that_no_plan_asks_for_is_a_plain_one() -> None:
    names = {
        word: kind.mau for word in ("giay-moi", "van-ban-to-trinh", "to-trinh") if (kind := find_kind(word))
    }
    assert names == {
        "giay-moi": "van-ban-giay-moi.docx",
        "van-ban-to-trinh": "van-ban-to-trinh.docx",
        "to-trinh": "to-trinh.docx",
    }


class Odd(Record):
    """Annotations that a record may have."""

    chon: Literal["a", "b"]
    co_the: Text | None
    lan_lon: int | str


def test_shapes_follow_the_annotations() -> None:
    kinds = {name: shape_of(info.annotation).kind for name, info in Odd.model_fields.items()}
    assert kinds == {"chon": "chu", "co_the": "chu", "lan_lon": "bat_ky"}
