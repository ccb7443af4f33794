"""The paper as a whole: page, components, order, body, rule lines, appendices, numbering."""

from dataclasses import replace

import pytest
from form_papers import (
    LAW,
    UPRIGHT,
    Line,
    appendix,
    cell,
    changed,
    found,
    ids,
    letter,
    line,
    paragraph,
    seen,
    sheet,
    submission,
)

from vanban.check.form.checks import form_rules
from vanban.law.decree import load_kinds
from vanban.model.sheet import RuleLine, SectionFacts, Sheet


def test_a_file_that_is_no_administrative_paper_gets_one_hint() -> None:
    of = sheet([line("Normal", "Danh sách lớp"), line("Normal", "Nguyễn Văn Mẫu")])
    of = replace(of, paragraphs=tuple(p for p in of.paragraphs if p.zone == "than"))
    (finding,) = seen(of)
    assert (finding.ma, finding.muc, finding.can_cu) == (
        "the-thuc.pham-vi.khong-nhan-ra",
        "gợi ý",
        "thông lệ",
    )


def test_a_finding_names_place_words_and_clause() -> None:
    (finding,) = found(changed(submission(), "ho_ten", "Nguyễn Văn Mẫu", size_pt=15.0))
    assert finding.loi_van == "cỡ chữ 15, phải từ 13 đến 14"
    assert str(finding.noi) == "to-trinh.docx, Họ tên của người ký, đoạn 19"
    assert finding.trich == "Nguyễn Văn Mẫu"
    assert finding.can_cu == LAW.component("ho_ten").cite


def test_long_words_at_fault_are_cut() -> None:
    (finding,) = found(
        changed(submission(), "noi_dung", "Nội dung " * 40 + "./.", size_pt=15.0, keep_next=True)
    )
    assert len(finding.trich) <= 80


def test_rule_ids_are_unique_and_every_rule_can_be_read() -> None:
    rules = form_rules(LAW)
    assert len({rule.ma for rule in rules}) == len(rules)
    assert all((rule.ten, rule.vi_sao, rule.can_cu, rule.sai, rule.dung) for rule in rules)
    assert all(text for rule in rules for text in (rule.ten, rule.vi_sao, rule.can_cu, rule.sai, rule.dung))


def test_of_a_template_the_layout_is_checked_and_the_words_are_not() -> None:
    lines = changed(submission(), "so_ky_hieu", "{{ so_ky_hieu }}")
    lines = changed(lines, "noi_dung", "{%p if co_noi_dung %}", "{{ noi_dung }}", "{%p endif %}")
    lines = [
        line("noi_dung", "{%p for dong in co_quan %}"),
        *changed(lines, "noi_nhan_danh_sach", "{{ dong }}"),
    ]
    assert found(lines) == []
    assert ids(found(changed(lines, "ho_ten", "{{ ho_ten }}", size_pt=15.0))) == ["ho-ten.co-chu"]


# --- looks


@pytest.mark.parametrize(
    ("code", "text", "expected"),
    [
        ("tieu_ngu", "Độc lập – Tự do – Hạnh phúc", ["tieu-ngu.mau-chu"]),
        ("tieu_ngu", "Độc lập-Tự do-Hạnh phúc", ["tieu-ngu.mau-chu"]),
        ("quoc_hieu", "CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM", []),
        ("quoc_hieu", "Cộng hòa xã hội chủ nghĩa Việt Nam", ["quoc-hieu.in-hoa"]),
        ("ho_ten", "VŨ AN", ["ho-ten.in-hoa"]),
        ("noi_nhan_danh_sach", "- Lưu: VT, VP.", ["noi-nhan-danh-sach.nhu-tren"]),
        ("trich_yeu", "VỀ VIỆC BAN HÀNH QUY ĐỊNH", ["trich-yeu.in-hoa"]),
        ("kinh_gui", "Kính gửi: UBND", []),
    ],
)
def test_words_and_capitals(code: str, text: str, expected: list[str]) -> None:
    assert ids(found(changed(submission(), code, text))) == expected


def test_symbols_keep_their_small_letters_in_a_heading_of_capitals() -> None:
    heading = line("muc_la_ma", "THỰC HIỆN QUYẾT ĐỊNH SỐ 24/QĐ-TTg", label="I.", bold=True)
    assert ids(found([*submission()[:9], heading, *submission()[9:]])) == []


def test_single_words_of_the_content_may_stand_out() -> None:
    lines = submission()
    base = paragraph(1, lines[11]).spans[0]
    spans = (replace(base, text="Sản phẩm: ", bold=True), replace(base, text="Quy định./.", italic=True))
    assert found(changed(lines, "noi_dung", "", keep_next=True, spans=spans)) == []


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"font": "Arial"}, ["trang.phong"]),
        ({"color": "FF0000"}, ["trang.mau"]),
        ({"color": "FFFFFF"}, ["trang.mau"]),
        ({"color": "000000"}, []),
    ],
)
def test_font_and_color(changes: dict[str, str], expected: list[str]) -> None:
    text = submission()[11].text
    assert ids(found(changed(submission(), "noi_dung", text, keep_next=True, **changes))) == expected


# --- page


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"left_mm": 29.8}, []),
        ({"left_mm": 25.0}, ["trang.le-trai"]),
        ({"right_mm": 20.2, "top_mm": 25.2}, []),
        ({"top_mm": 15.0, "bottom_mm": 30.0}, ["trang.le-duoi", "trang.le-tren"]),
        ({"width_mm": 215.9, "height_mm": 279.4}, ["trang.cao", "trang.rong"]),
        ({"width_mm": 297, "height_mm": 210, "landscape": True, "left_mm": 20.0}, []),
    ],
)
def test_paper_and_margins(changes: dict[str, float], expected: list[str]) -> None:
    assert sorted(ids(found(submission(), (replace(UPRIGHT, **changes),)))) == expected


def long_submission() -> list[Line]:
    return changed(submission(), "noi_dung", "Nội dung của tờ trình. " * 100 + "./.", keep_next=True)


def unnumbered(of: Sheet) -> Sheet:
    return replace(of, sections=tuple(replace(s, default_header=()) for s in of.sections))


def test_a_paper_of_one_page_needs_no_page_number() -> None:
    assert seen(unnumbered(sheet(submission()))) == []
    assert ids(seen(unnumbered(sheet(long_submission())))) == ["so-trang.thieu"]


def test_a_page_number_at_the_foot_is_told_as_such() -> None:
    of = sheet(long_submission())
    foot = replace(of.paragraphs[-1], zone="chan_trang")
    (finding,) = seen(unnumbered(replace(of, paragraphs=(*of.paragraphs[:-1], foot))))
    assert "chân trang" in finding.loi_van


# --- components


REQUIRED = load_kinds().by_code("to_trinh")
assert REQUIRED is not None


@pytest.mark.parametrize("code", REQUIRED.bat_buoc)
def test_a_missing_component_is_told_by_name(code: str) -> None:
    findings = found([entry for entry in submission() if entry.code != code])
    missing = [f for f in findings if f.ma == "the-thuc.thanh-phan.thieu"]
    if code == "ten_loai":  # without its title nobody knows what it must have
        assert missing == []
        return
    assert [f.noi.phan for f in missing] == [LAW.component(code).ten]
    assert all("Điều 8" in f.can_cu for f in missing)


def test_somebody_must_sign_with_an_office() -> None:
    lines = [entry for entry in submission() if entry.code != "quyen_han"]
    assert ids(found(lines)) == ["thanh-phan.thieu"]


def test_what_a_decision_issues_has_no_number_and_no_signature_of_its_own() -> None:
    own = (
        "so_ky_hieu",
        "dia_danh_thoi_gian",
        "ho_ten",
        "quyen_han",
        "noi_nhan",
        "noi_nhan_danh_sach",
        "kinh_gui",
    )
    lines = [entry for entry in submission() if entry.code not in own]
    lines = changed(lines, "ten_loai", "QUY CHẾ")
    issued = line("kem_theo", "(Kèm theo Quyết định số 15/QĐ-SNV ngày 05/01/2025 của Sở Nội vụ)")
    assert ids(found([*lines, issued])) == []


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("PHIẾU TRÌNH", ["ten-loai.ngoai-danh-muc"]),
        ("BẢN THOẢ THUẬN", ["kinh-gui.khong-dung", "so-ky-hieu.loai"]),
        ("BẢN THỎA THUẬN", ["kinh-gui.khong-dung", "so-ky-hieu.loai"]),
    ],
)
def test_kinds_are_known_by_their_title(title: str, expected: list[str]) -> None:
    assert sorted(ids(found(changed(submission(), "ten_loai", title)))) == expected


def test_a_letter_has_no_title() -> None:
    lines = letter()
    assert "ten-loai.cong-van" in ids(found([*lines[:7], line("ten_loai", "CÔNG VĂN"), *lines[7:]]))


def test_the_order_of_the_components() -> None:
    lines = submission()
    lines[8], lines[6] = lines[6], lines[8]
    findings = found(lines)
    assert {finding.ma for finding in findings} == {"the-thuc.thanh-phan.thu-tu"}
    assert findings[0].can_cu == LAW.thu_tu_cite


# --- body and rule lines


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"align": "left"}, ["doan-van.canh"]),
        ({"first_line_mm": 0.0}, ["doan-van.thut-dau-dong"]),
        ({"first_line_mm": 12.5}, []),
        ({"left_mm": 15.0, "first_line_mm": -5.0}, []),
        ({"before_pt": 3.0}, ["doan-van.cach-doan"]),
        ({"line": 1.6}, ["doan-van.gian-dong"]),
        ({"line_rule": "exact", "line": 18.0}, []),
        ({"line_rule": "exact", "line": 14.0}, ["doan-van.gian-dong-co-dinh"]),
        ({"line_rule": "atLeast", "line": 14.0}, []),
        ({"align": "left", "cell": cell()}, []),
    ],
)
def test_paragraphs_of_the_content(changes: dict[str, object], expected: list[str]) -> None:
    text = submission()[11].text
    assert ids(found(changed(submission(), "noi_dung", text, keep_next=True, **changes))) == expected


def test_the_distance_of_two_paragraphs_is_what_both_give() -> None:
    lines = submission()
    lines[10] = line("can_cu", lines[10].text, after_pt=4.0)
    lines[11] = line("noi_dung", lines[11].text, before_pt=2.0, keep_next=True)
    assert found(lines) == []


SUBJECT = "Về việc ban hành Quy định\nquản lý tài liệu"


@pytest.mark.parametrize(
    ("length_mm", "expected"),
    [
        (20.0, []),  # against the longest line
        (14.0, []),  # against the last line only
        (9.0, ["ke-trich-yeu.do-dai"]),
        (60.0, ["ke-trich-yeu.do-dai"]),
    ],
)
def test_a_rule_line_under_several_lines_may_follow_the_longest_or_the_last(
    length_mm: float, expected: list[str]
) -> None:
    of = sheet(changed(submission(), "trich_yeu", SUBJECT))
    lines = tuple(RuleLine(r.paragraph, length_mm) if r.paragraph == 8 else r for r in of.rule_lines)
    assert ids(seen(replace(of, rule_lines=lines))) == expected


def test_a_rule_line_counts_only_right_under_its_text() -> None:
    lines = submission()
    lines.insert(8, line("VB Kẻ trích yếu", ""))
    of = sheet(lines)
    drawn = {rule.paragraph: rule for rule in of.rule_lines}
    below = replace(drawn[8], paragraph=9)
    assert seen(replace(of, rule_lines=(*(r for n, r in drawn.items() if n != 8), below))) == []
    far = replace(drawn[8], paragraph=11)
    assert ids(seen(replace(of, rule_lines=(*(r for n, r in drawn.items() if n != 8), far)))) == [
        "ke-trich-yeu.thieu"
    ]


# --- appendices and numbering


def restarted() -> SectionFacts:
    return replace(UPRIGHT, page_start=1)


def announcing(text: str = "Chi tiết tại Phụ lục kèm theo./.") -> list[Line]:
    return changed(submission(), "noi_dung", text, keep_next=True)


def test_a_lawful_appendix_has_no_finding() -> None:
    assert found([*announcing(), *appendix(section=1)], (UPRIGHT, restarted())) == []


def test_an_appendix_is_announced_tied_and_counted_for_itself() -> None:
    lines = [*submission(), *appendix(section=1)[:2]]
    assert sorted(ids(found(lines, (UPRIGHT, UPRIGHT)))) == [
        "phu-luc.chi-dan",
        "phu-luc.kem-theo",
        "so-trang.phu-luc",
    ]
    assert ids(found([*announcing(), *appendix()])) == ["so-trang.phu-luc"]


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ("Phụ lục I", "Phụ lục II", []),
        ("Phụ lục 1", "Phụ lục 2", ["phu-luc.so-la-ma", "phu-luc.so-la-ma"]),
        ("Phụ lục I", "Phụ lục III", ["phu-luc.so-la-ma"]),
        ("Phụ lục", "Phụ lục II", ["phu-luc.so-la-ma"]),
    ],
)
def test_several_appendices_are_numbered(first: str, second: str, expected: list[str]) -> None:
    lines = [*announcing(), *appendix(first, section=1), *appendix(second, section=2)]
    assert ids(found(lines, (UPRIGHT, restarted(), restarted()))) == expected


def headed(*headings: tuple[str, str]) -> list[Line]:
    """The submission with headings (style, label) before its last paragraph."""
    texts = {"muc_la_ma": "SỰ CẦN THIẾT", "khoan_co_tieu_de": "Phạm vi", "VB Khoản con": "Đối tượng"}
    lines = [line("noi_dung", "Sở Nội vụ báo cáo như sau:")]
    lines += [line(code, texts.get(code, "Phạm vi"), label=label) for code, label in headings]
    return [*submission()[:11], *lines, *submission()[11:]]


NUMBERINGS = [
    ([("muc_la_ma", "I."), ("khoan_co_tieu_de", "1."), ("muc_la_ma", "II."), ("khoan_co_tieu_de", "1.")], []),
    ([("muc_la_ma", "I."), ("muc_la_ma", "III.")], ["đánh số “III”, theo thứ tự phải là “II”"]),
    ([("muc_la_ma", "I."), ("muc_la_ma", "I.")], ["đánh số “I”, theo thứ tự phải là “II”"]),
    ([("khoan_co_tieu_de", "1."), ("khoan_co_tieu_de", "3.")], ["đánh số “3”, theo thứ tự phải là “2”"]),
    (
        [("khoan_co_tieu_de", "1."), ("VB Khoản con", "1.1."), ("VB Khoản con", "1.3.")],
        ["đánh số “1.3”, theo thứ tự phải là “1.2”"],
    ),
    (
        [("khoan_co_tieu_de", "1."), ("khoan_co_tieu_de", "2."), ("VB Khoản con", "1.1.")],
        ["đánh số “1.1” nhưng nằm trong khoản 2, phải là “2.1”"],
    ),
    ([("dieu", "Điều 1."), ("diem", "a)"), ("diem", "b)"), ("dieu", "Điều 2."), ("diem", "a)")], []),
    (
        [("diem", "a)"), ("diem", "b)"), ("diem", "c)"), ("diem", "d)"), ("diem", "e)")],
        ["đánh số “e”, theo thứ tự phải là “đ”"],
    ),
]


@pytest.mark.parametrize(("headings", "expected"), NUMBERINGS)
def test_numbers_go_up_by_one(headings: list[tuple[str, str]], expected: list[str]) -> None:
    findings = found(headed(*headings))
    assert [finding.loi_van for finding in findings if finding.ma == "the-thuc.danh-so.lien-tuc"] == expected
    assert {finding.ma for finding in findings} <= {"the-thuc.danh-so.lien-tuc"}
