"""Short files: every level is told, every fault is told at once with its line, no word is lost."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from plain_papers import BOOK, document, docx, lines

from vanban.model.errors import SourceError
from vanban.read.plain.file import parse_plain
from vanban.read.plain.markdown import parse_body
from vanban.viet.text import clean, nfc
from vanban.word.observe import observe


def levels(body: str) -> list[tuple[str, str]]:
    return [(b.cap, b.chu) for b in parse_body(body, 1).than]


@pytest.mark.parametrize(
    ("line", "level", "words"),
    [
        ("# I. Mục tiêu", "muc_la_ma", "MỤC TIÊU"),
        ("## 2. Yêu cầu", "khoan_co_tieu_de", "Yêu cầu"),
        ("### 2.1. Chi tiết", "khoan_con", "Chi tiết"),
        ("II. NHIỆM VỤ", "muc_la_ma", "NHIỆM VỤ"),
        ("**1. Phạm vi**", "khoan_co_tieu_de", "Phạm vi"),
        ("Điều 3. Giao Sở Nội vụ", "dieu_khong_tieu_de", "Giao Sở Nội vụ"),
        ("Điều 3. Giao Sở Nội vụ thực hiện.", "dieu_khong_tieu_de", "Giao Sở Nội vụ thực hiện."),
        ("**Điều 3.** Giao Sở Nội vụ.", "dieu_khong_tieu_de", "Giao Sở Nội vụ."),
        ("đ) Các việc khác.", "diem", "đ) Các việc khác."),
        ("1. Khoản thứ nhất.", "khoan", "1. Khoản thứ nhất."),
        ("- Gạch", "gach", "Gạch"),
        ("+ Cộng", "cong", "Cộng"),
        ("2025. Một năm", "doan", "2025. Một năm"),
        ("Phần I của Đề án đã xong.", "doan", "Phần I của Đề án đã xong."),
        ("Mục tiêu là vậy.", "doan", "Mục tiêu là vậy."),
        ("    thụt lề sẵn", "doan", "thụt lề sẵn"),
        ("> trích lời người khác", "doan", "> trích lời người khác"),
        ("a < b & c > d [x](y) `z` &amp; <b>", "doan", "a < b & c > d [x](y) `z` &amp; <b>"),
    ],
)
def test_a_line_is_told_by_its_first_words(line: str, level: str, words: str) -> None:
    assert levels(line) == [(level, words)]


def test_an_article_with_text_under_it_has_a_title() -> None:
    body = "Điều 1. Phạm vi điều chỉnh\n\nLời văn.\n\nĐiều 2. Giao việc\n\nĐiều 3. Hiệu lực"
    assert [cap for cap, _ in levels(body)] == ["dieu", "doan", "dieu_khong_tieu_de", "dieu_khong_tieu_de"]


def test_the_first_heading_of_an_appendix_is_its_name_unless_it_is_numbered() -> None:
    named = parse_body("# Phụ lục 2\n## Danh sách\nMột.", 1).phu_luc[0]
    assert (named.so, named.ten, len(named.than)) == ("II", "DANH SÁCH", 1)
    bare = parse_body("# Phụ lục\n## Chương I. Chung\nMột.", 1).phu_luc[0]
    assert (bare.ten, [b.cap for b in bare.than]) == ("", ["phan", "tieu_de_phan", "doan"])


@pytest.mark.parametrize(
    "body", ["".join("  " * i + "- x\n" for i in range(60)), "*" * 4000 + "a" + "*" * 4000]
)
def test_what_is_nested_too_deep_is_told_not_dropped(body: str) -> None:
    assert parse_body(body, 7).faults


def test_chapters_have_their_title_on_a_line_of_its_own() -> None:
    assert levels("# Chương 2. Quy định\n## Mục 1. Chung") == [
        ("phan", "Chương II"),
        ("tieu_de_phan", "QUY ĐỊNH"),
        ("muc", "Mục 1"),
        ("tieu_de_muc", "CHUNG"),
    ]


def test_lines_without_a_blank_between_are_told_apart_only_where_a_level_begins() -> None:
    assert levels("một\nhai\nĐiều 1. Giao việc;\na) ba\nbốn") == [
        ("doan", "một hai"),
        ("dieu_khong_tieu_de", "Giao việc;"),
        ("diem", "a) ba bốn"),
    ]


def test_a_note_hangs_at_the_foot_of_the_page() -> None:
    data = docx(
        document("thong_bao", "# Mục đích^[Ghi một.]\n\nTheo Luật^[Luật **Lưu trữ**.] và Nghị định^[ ].")
    )
    notes = [p.text.strip() for p in observe(data).paragraphs if p.zone == "chu_thich"]
    assert notes == ["Ghi một.", "Luật Lưu trữ."]
    assert "I. MỤC ĐÍCH" in lines(data)


def test_numbers_within_numbers_are_points_in_vietnamese_letters() -> None:
    body = "1. khoản\n" + "".join(f"   {i}. điểm\n" for i in range(1, 7))
    assert [words[:2] for _, words in levels(body)] == ["1.", "a)", "b)", "c)", "d)", "đ)", "e)"]


def test_faults_come_all_at_once_with_their_lines() -> None:
    text = """---
loai: thong-bo
co_quan: so-noi
so: 0
ngay: 31/02/2026
trich_yeu: Thử
noi_nhann: A
---
Lời văn.

| a | b |
|---|---|
| 1 | 2 | 3 |
"""
    with pytest.raises(SourceError) as caught:
        parse_plain(text, "thu.md", BOOK)
    told = re.findall(r"dòng (\d+)", str(caught.value))
    assert told == ["2", "3", "4", "5", "7", "13"]
    assert "thong-bao" in str(caught.value)
    assert "noi_nhan" in str(caught.value)


@pytest.mark.parametrize(
    ("front", "said"),
    [
        ("loai: thong-bao\nco_quan: so-noi", "có phải bạn muốn “so”"),
        ("loai: thong-bao\nco_quan: so\nkinh_gui: Sở Mẫu", "không có Kính gửi"),
        ("loai: quy-che\nco_quan: so\nkem_theo: Quyết định\nso: 3", "Mẫu 1.3"),
        ("loai: giay-moi\nco_quan: so\nkem_theo: Quyết định", "kem_theo"),
        ("loai: ''\nco_quan: so", "loai"),
        ("loai: thong-bao\nco_quan: {ky_hieu: A}", "ten"),
        ("loai: thong-bao\nco_quan: so\nthan: []", "than"),
    ],
)
def test_parts_that_do_not_go_together_are_told(front: str, said: str) -> None:
    with pytest.raises(SourceError, match=re.escape(said)):
        parse_plain(f"---\n{front}\n---\nLời.", "thu.md", BOOK)


def test_a_yaml_file_holds_its_text_under_a_key() -> None:
    file = parse_plain("loai: TB\nco_quan: SNV\nnoi_dung: |\n  Một.\n\n  - Hai\n", "thu.yaml", BOOK)
    assert [b.cap for b in file.than] == ["doan", "gach"]


def test_numbers_of_the_source_are_kept_and_begin_anew_where_they_should() -> None:
    body = """\
# Phần I. MỘT
## I. A
### 1. B
### 2. C
# Phần II. HAI
## I. D
### 1. E

# Phụ lục I. PHỤ
## I. F
## II. G

Xem Phụ lục.
"""
    said = lines(docx(document("de_an", body)))
    numbered = [x for x in said if re.match(r"[IVX\d]+\. ", x)]
    assert numbered == ["I. A", "1. B", "2. C", "I. D", "1. E", "I. F", "II. G"]


def letters(text: str) -> str:
    return "".join(c for c in nfc(text.upper().casefold()) if c.isalnum())


WORDS = st.text(st.characters(blacklist_categories=("Cs", "Cc", "Co", "Cn")), min_size=1, max_size=30)


@settings(max_examples=40, deadline=None)
@given(st.lists(WORDS, min_size=1, max_size=6), st.sampled_from(["", "- ", "1. ", "# ", "| a |\n|---|\n| "]))
def test_no_word_is_lost(texts: list[str], lead: str) -> None:
    """Letters and digits of every line stand in the paper, in their order, whatever signs are around them."""
    texts = [word for text in texts if (word := clean("".join(c for c in clean(text) if c.isalnum())))]
    body = "\n\n".join(f"{lead}{text} & <{text}> {{{{ {text} }}}} **{text}**" for text in texts)
    data = docx(document("thong_bao", body))
    said = letters("".join(lines(data)))
    for text in texts:
        key = letters(text)
        assert said.count(key) >= 4, key
