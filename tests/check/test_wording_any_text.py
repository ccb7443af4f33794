"""The rules of wording on any text at all: places that hold, mends that keep the letters, quotations."""

import re
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from vanban.check.wording.checks import check_wording
from vanban.check.wording.passage import Passage
from vanban.law.lexicon import load_lexicon
from vanban.model.finding import Finding, Place, Severity
from vanban.model.mend import TextMend

WORDS = [
    *(
        "khoản 2,",
        "Khoản 3",
        "Điều 5",
        "điều 6",
        "điểm a",
        "Nghị Quyết",
        "nghị định số 30/2020/NĐ-CP",
        "57- NQ/TW",
    ),
    *(
        "ngày 31/6/2025",
        "5.378.7000.000 đồng",
        "thành phố Hồ Chí Minh",
        "“",
        "”",
        '"',
        "(",
        ")",
        "( a",
        "đã đã",
    ),
    *(
        "các sở , ngành",
        "a,,",
        "bổ xung",
        "thí điềm",
        "nghiêp",
        "2025–2030",
        "2026- 2030",
        "2021-2030",
        "  ",
        "\n",
    ),
    *(
        "Sở tài chính",
        "Luật đất đai năm 2024",
        "1626/QĐTTg",
        "./.",
        "\t",
        "\u00a0",
        "Uỷ ban",
        "Ủy ban",
        "İ",
        "\0",
    ),
    *(
        "ngày 5 tháng 09",
        "Sở Kế hoạch và Đầu tư",
        "Căn cứ Luật Đầu tư số 61/2020/QH14;",
        "…",
        "x",
        "Huân chương",
    ),
]
texts = st.lists(st.sampled_from(WORDS), max_size=12).map(" ".join) | st.text(max_size=40)


def judge(paragraphs: list[str], day: date | None = None) -> list[Finding]:
    return check_wording([Passage(text, Place(doan=n)) for n, text in enumerate(paragraphs)], day=day)


@given(st.lists(texts, max_size=6))
def test_every_finding_points_to_its_words(paragraphs: list[str]) -> None:
    for one in judge(paragraphs, date(2026, 3, 2)):
        assert one.vi_tri is not None
        assert one.noi.doan is not None
        start, end = one.vi_tri
        text = paragraphs[one.noi.doan]
        assert 0 <= start < end <= len(text)
        assert one.trich == " ".join(text[start:end].replace("\0", " ").split())
        assert "\0" not in one.loi_van


@given(st.lists(texts, max_size=6))
def test_mends_lie_in_the_paragraph_apart_from_each_other_and_keep_the_letters(paragraphs: list[str]) -> None:
    """Form and typography alone: the letters and digits stay the same but for case, marks and hyphens."""
    taken: set[tuple[int, int]] = set()
    for one in judge(paragraphs):
        for mend in one.sua:
            assert isinstance(mend, TextMend)
            text = paragraphs[mend.doan]
            assert 0 <= mend.tu < mend.den <= len(text)
            old = "".join(re.findall(r"\w", text[mend.tu : mend.den])).casefold()
            new = "".join(re.findall(r"\w", mend.moi)).casefold()
            assert old.lstrip("0") == new.lstrip("0")
            places = {(mend.doan, at) for at in range(mend.tu, mend.den)}
            assert one.ma.endswith(("ky-hieu-co-khoang-trang", "ky-hieu-sai-dang")) or not places & taken
            taken |= places


@given(st.lists(texts, max_size=6))
def test_a_plan_gets_the_same_findings_without_mends(paragraphs: list[str]) -> None:
    papers = judge(paragraphs)
    plans = check_wording([Passage(text, Place(), who="nhiệm vụ 1.1, nội dung") for text in paragraphs])
    assert sorted(one.ma for one in plans) == sorted(one.ma for one in papers)
    for one in plans:
        assert one.sua == []
        assert one.vi_tri is None
        assert one.loi_van.startswith("Nhiệm vụ 1.1, nội dung: ")


def test_a_quotation_is_never_mended_and_an_open_one_ends_with_its_paragraph() -> None:
    paragraphs = ["Lời dẫn: “theo Khoản 2 Điều 5 Luật này", "Thực hiện theo Khoản 2 Điều 5 Luật này."]
    found = [one for one in judge(paragraphs) if one.ma == "cau-chu.khoan-diem-viet-thuong"]
    by_place = {one.noi.doan: one for one in found}
    assert (by_place[0].muc, by_place[0].sua) == (Severity.CANH_BAO, [])
    assert by_place[1].muc is Severity.LOI
    assert by_place[1].sua


def test_words_of_the_user_are_watched_and_let_pass() -> None:
    text = Passage("lắp đặt trạm quan trặc tự động, giữ nghề chạm bác lâu đời", Place(doan=0))
    own = load_lexicon().with_more(compounds=["chạm bạc"], known=["quan trặc"])
    assert [one.trich for one in check_wording([text])] == ["quan trặc"]
    assert [one.trich for one in check_wording([text], lexicon=own)] == ["chạm bác"]
