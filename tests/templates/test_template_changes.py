"""What changed between two versions of a file, told once and by its kind."""

from hypothesis import given, settings
from hypothesis import strategies as st
from raw_docx import SECTION, p, see

from vanban.check.template.changes import changes


def lines(*texts: str) -> str:
    return "".join(p(text) for text in texts)


def told(old: str, new: str) -> list[tuple[str, str, str]]:
    found = changes(see(old), see(new))
    return [(c.how, c.old.text if c.old else "", c.new.text if c.new else "") for c in found.words]


def test_a_word_changed_a_line_added_and_one_gone() -> None:
    old = lines("Căn cứ Luật Lưu trữ", "Thực hiện ngay các việc sau", "Một dòng thừa ra")
    new = lines("Căn cứ Luật Lưu trữ", "Thực hiện từ nay các việc sau", "Nơi nhận: như trên")
    assert told(old, new) == [
        ("sua", "Thực hiện ngay các việc sau", "Thực hiện từ nay các việc sau"),
        ("bot", "Một dòng thừa ra", ""),
        ("them", "", "Nơi nhận: như trên"),
    ]
    (change, *_) = changes(see(old), see(new)).words
    assert [piece for piece in change.pieces if piece[0] == "other"] == [("other", "ngay", "từ nay")]


def test_a_moved_block_is_told_as_moved() -> None:
    old = lines("Một điều thứ nhất", "Hai điều thứ nhì", "Ba điều còn lại", "Bốn điều sau cùng")
    new = lines("Bốn điều sau cùng", "Một điều thứ nhất", "Hai điều thứ nhì", "Ba điều còn lại")
    assert told(old, new) == [("chuyen", "Bốn điều sau cùng", "Bốn điều sau cùng")]


def test_a_look_that_changed_in_many_places_is_one_change() -> None:
    old = "".join(p(f"Đoạn {n}", run='<w:sz w:val="28"/>') for n in range(4))
    new = "".join(p(f"Đoạn {n}", '<w:jc w:val="center"/>', '<w:sz w:val="26"/><w:b/>') for n in range(4))
    found = changes(see(old), see(new))
    assert found.words == []
    assert [str(change) for change in found.form] == [
        "Normal: cỡ chữ 14 → 13 (4 đoạn)",
        "Normal: đậm không → có (4 đoạn)",
        "Normal: canh lề trái → giữa (4 đoạn)",
    ]


def test_a_margin_that_changed_is_told() -> None:
    body = p("chữ")
    found = changes(see(body), see(body, section=SECTION.replace('w:left="1701"', 'w:left="1134"')))
    assert [str(change) for change in found.form] == ["trang giấy, phần 1: lề trái (mm) 30 → 20"]


def test_the_number_that_a_program_counted_for_a_page_is_no_change() -> None:
    field = '<w:p><w:fldSimple w:instr="PAGE"><w:r><w:t>{}</w:t></w:r></w:fldSimple></w:p>'
    assert not changes(see(field.format(2)), see(field.format(7)))


TEXTS = st.lists(
    st.sampled_from(["Một", "Hai ba", "Bốn năm sáu", "Bảy tám chín mười", "Mười một"]), max_size=6
)


@settings(max_examples=25, deadline=None)
@given(TEXTS, TEXTS)
def test_nothing_is_lost_between_two_versions(old: list[str], new: list[str]) -> None:
    found = changes(see(lines(*old)), see(lines(*new))).words
    gone = sum(change.how == "bot" for change in found)
    added = sum(change.how == "them" for change in found)
    assert len(old) - gone == len(new) - added
    assert (old == new) == (not found)
