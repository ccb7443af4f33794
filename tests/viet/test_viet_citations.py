from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vanban.model.citation import Citation
from vanban.viet.citations import find_citations, format_citation, parse_citation

PLAN = Path(__file__).parents[2] / "data" / "ke-hoach-100-ngay.txt"
RESOLUTION = (
    "Nghị quyết số 57-NQ/TW ngày 22 tháng 12 năm 2024 của Bộ Chính trị về đột phá phát triển khoa học, "
    "công nghệ, đổi mới sáng tạo và chuyển đổi số quốc gia"
)
STEERING = "Ban Chỉ đạo Trung ương về phát triển khoa học, công nghệ, đổi mới sáng tạo và chuyển đổi số"


def _numbers(text: str) -> list[str | None]:
    return [found.citation.so_ky_hieu for found in find_citations(text)]


@pytest.mark.parametrize(
    "number",
    [
        "71/NQ-CP", "30/2020/NĐ-CP", "24/2021/QĐ-TTg", "98/2023/QH15", "751/2019/UBTVQH14", "57-NQ/TW",
        "459-KHHĐ/TU", "02-KH/BCĐTW", "3722/VPCP-CN", "2117/SKHCN-QLKH", "4354/KH-UBND", "5718/QĐ-UBND",
        "66.19/2026/NQ-CP", "2052/TTr-SKHCN", "30a/2008/NQ-CP", "12/CT-TTg", "18-CTr/TU",
        "01/2022/TTLT-BTC-BKHĐT",
    ],
)  # fmt: skip
def test_numbers_of_every_kind(number: str) -> None:
    text = f"Căn cứ văn bản số {number}; trước 15/8/2025."
    (found,) = find_citations(text)
    assert found.citation.so_ky_hieu == number
    assert text[found.start : found.end] == found.citation.nguyen_van == f"văn bản số {number}"


@pytest.mark.parametrize(
    ("faulty", "right"),
    [
        ("57- NQ/TW", "57-NQ/TW"),
        ("57 -NQ/TW", "57-NQ/TW"),
        ("71/ NQ-CP", "71/NQ-CP"),
        ("30/2020/NĐ - CP", "30/2020/NĐ-CP"),
        ("30/2020/NĐ- CP", "30/2020/NĐ-CP"),
    ],
)
def test_blanks_in_a_number_are_mended_and_the_words_kept(faulty: str, right: str) -> None:
    (found,) = find_citations(f"theo Nghị quyết số {faulty}.")
    assert (found.citation.so_ky_hieu, found.citation.nguyen_van) == (right, f"Nghị quyết số {faulty}")


@pytest.mark.parametrize(
    "text",
    [
        "phát triển KH-CN, ĐMST và CĐS", "giai đoạn 2025 - 2030", "trước 15/8/2025", "Trung tâm R&D", "24/7",
        "Trung tâm CR4.0", "tỷ lệ 1/2", "tháng 6 - 8/2025", "Quý IV/2025", "60 km/h", "năm 2025 - KH/CN", "",
    ],
)  # fmt: skip
def test_what_only_looks_like_a_number(text: str) -> None:
    assert find_citations(text) == []


def test_a_dash_between_clauses_is_not_part_of_a_number() -> None:
    assert _numbers("Quyết định số 71/NQ-CP - UBND Thành phố; số 98/2023/QH15 - UBND") == [
        "71/NQ-CP",
        "98/2023/QH15",
    ]


def test_a_citation_in_a_sentence_ends_where_the_sentence_goes_on() -> None:
    text = (
        "Theo Kế hoạch số 12/KH-UBND ngày 05 tháng 3 năm 2025 của Ủy ban nhân dân Thành phố, các sở báo cáo; "
        "Nghị quyết 57-NQ/TW được quán triệt; Công văn số 9/SNV-VP của Sở Nội vụ đã trình."
    )
    found = find_citations(text)
    assert [f.citation.nguyen_van for f in found] == [
        "Kế hoạch số 12/KH-UBND ngày 05 tháng 3 năm 2025 của Ủy ban nhân dân Thành phố",
        "Nghị quyết 57-NQ/TW",
        "Công văn số 9/SNV-VP của Sở Nội vụ",
    ]
    first, second, third = (f.citation for f in found)
    assert (first.loai, first.ngay, first.co_quan) == (
        "Kế hoạch",
        date(2025, 3, 5),
        "Ủy ban nhân dân Thành phố",
    )
    assert (second.loai, second.ngay, second.co_quan, second.trich_yeu) == ("Nghị quyết", None, None, None)
    assert (third.co_quan, third.trich_yeu) == ("Sở Nội vụ", None)


def test_a_cited_subject_may_cite() -> None:
    text = f"Tờ trình số 2117/SKHCN-QLKH ngày 19/6/2025 của Sở KH&CN về triển khai {RESOLUTION} (đợt 1)"
    outer, inner = find_citations(text)
    assert outer.start <= inner.start
    assert inner.end <= outer.end
    assert outer.citation.co_quan == "Sở KH&CN"
    assert outer.citation.trich_yeu == f"về triển khai {RESOLUTION}"
    assert inner.citation == parse_citation(RESOLUTION)


def test_the_grounds_of_the_real_plan() -> None:
    lines = PLAN.read_text(encoding="utf-8").splitlines()[16:22]
    read = [parse_citation(line) for line in lines]
    assert [(c.loai, c.so_ky_hieu, c.ngay, c.co_quan, c.ten_ngan) for c in read] == [
        ("Nghị quyết", "57-NQ/TW", date(2024, 12, 22), "Bộ Chính trị", "Nghị quyết số 57-NQ/TW"),
        ("Nghị quyết", "71/NQ-CP", date(2025, 4, 1), "Chính phủ", "Nghị quyết số 71/NQ-CP"),
        ("Kế hoạch hành động", "459-KHHĐ/TU", date(2025, 5, 21), "Thành ủy Thành phố Hồ Chí Minh", None),
        ("Kế hoạch", "4354/KH-UBND", date(2025, 6, 14), "Ủy ban nhân dân Thành phố Hồ Chí Minh", None),
        ("Kế hoạch", "02-KH/BCĐTW", date(2025, 6, 19), STEERING, None),
        ("Báo cáo", None, None, None, None),
    ]
    assert [c.nguyen_van for c in read] == lines
    subjects = [c.trich_yeu or "" for c in read]
    assert subjects[2] == f"về thực hiện {RESOLUTION}", "the number inside is mended"
    assert subjects[3].startswith(
        "về triển khai Kế hoạch hành động số 459-KHHĐ/TU ngày 21 tháng 5 năm 2025 của Thành ủy"
    )
    assert subjects[3].endswith("trên địa bàn Thành phố Hồ Chí Minh")
    assert subjects[4].startswith("về thúc đẩy chuyển đổi số liên thông")
    assert subjects[5].startswith(
        "kết quả thực hiện Nghị quyết số 57-NQ/TW trong 6 tháng đầu năm 2025, nhiệm vụ"
    )


def test_known_names_decide_where_an_agency_ends() -> None:
    line = f"Thông báo số 01-TB/BCĐ ngày 01/7/2025 của {STEERING} về lịch họp"
    short = "Ban Chỉ đạo Trung ương"
    assert parse_citation(line, [short, STEERING]).co_quan == STEERING
    assert parse_citation(line, [short]).co_quan == short
    unusual = "Thông báo số 2/TB-HĐ ngày 01/7/2025 của Hội đồng tư vấn ban hành tiêu chuẩn về lịch họp"
    assert parse_citation(unusual, ["Hội đồng tư vấn ban hành tiêu chuẩn"]).trich_yeu == "về lịch họp"


def test_a_steering_committee_without_a_subject_in_its_name() -> None:
    line = (
        "Kế hoạch số 02-KH/BCĐ ngày 19/6/2025 của Ban Chỉ đạo Thành phố về triển khai Nghị quyết số 57-NQ/TW "
        "về đột phá"
    )
    read = parse_citation(line)
    assert (read.co_quan, read.trich_yeu) == (
        "Ban Chỉ đạo Thành phố",
        "về triển khai Nghị quyết số 57-NQ/TW về đột phá",
    )


@pytest.mark.parametrize(
    ("line", "number", "day", "cited"),
    [
        ("Luật Đất đai", None, None, "Luật Đất đai"),
        ("Pháp lệnh Chi phí tố tụng;", None, None, "Pháp lệnh Chi phí tố tụng"),
        ("Căn cứ Luật Tổ chức Chính phủ ngày 18/02/2025;", None, date(2025, 2, 18), "Luật Tổ chức Chính phủ"),
        (
            "Luật sửa đổi, bổ sung một số điều của Luật Sở hữu trí tuệ ngày 16 tháng 6 năm 2022",
            None,
            date(2022, 6, 16),
            "Luật sửa đổi, bổ sung một số điều của Luật Sở hữu trí tuệ",
        ),
        (
            "Luật Khoa học, công nghệ và đổi mới sáng tạo số 93/2025/QH15 ngày 27 tháng 6 năm 2025",
            "93/2025/QH15",
            date(2025, 6, 27),
            "Luật Khoa học, công nghệ và đổi mới sáng tạo",
        ),
    ],
)
def test_statutes_are_cited_by_kind_and_name(
    line: str, number: str | None, day: date | None, cited: str
) -> None:
    read = parse_citation(line)
    assert (read.so_ky_hieu, read.ngay, read.co_quan) == (number, day, None)
    assert f"{read.loai} {read.trich_yeu}" == cited
    assert format_citation(read, first=True) == format_citation(read, first=False) == cited


def test_a_statute_as_a_basis_has_its_day() -> None:
    statute = parse_citation("Luật Tổ chức chính quyền địa phương ngày 16/6/2025")
    shown = format_citation(statute, first=True, as_basis=True)
    assert shown == "Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025"


@pytest.mark.parametrize(
    ("line", "first", "later"),
    [
        (f"- {RESOLUTION} (Nghị quyết số 57-NQ/TW);", RESOLUTION, "Nghị quyết số 57-NQ/TW"),
        (
            "Quyết định số 24/2021/QĐ-TTg ngày 21/6/2021 của Thủ tướng Chính phủ ban hành Quy chế.",
            "Quyết định số 24/2021/QĐ-TTg ngày 21 tháng 6 năm 2021 của Thủ tướng Chính phủ ban hành Quy chế",
            "Quyết định số 24/2021/QĐ-TTg",
        ),
        (
            "Công văn số 3722/VPCP-CN của Văn phòng Chính phủ ngày 15/8/2025 về việc góp ý",
            "Công văn số 3722/VPCP-CN ngày 15 tháng 8 năm 2025 của Văn phòng Chính phủ về việc góp ý",
            "Công văn số 3722/VPCP-CN",
        ),
        ("Báo cáo kết quả năm 2025.", "Báo cáo kết quả năm 2025", "Báo cáo kết quả năm 2025"),
        ("Ý kiến chỉ đạo tại cuộc họp;", "Ý kiến chỉ đạo tại cuộc họp", "Ý kiến chỉ đạo tại cuộc họp"),
    ],
)  # fmt: skip
def test_first_and_later_citations(line: str, first: str, later: str) -> None:
    read = parse_citation(line)
    assert format_citation(read, first=True) == first
    assert format_citation(read, first=False) == later


def test_a_subject_that_people_type_without_its_opening_word() -> None:
    typed = Citation(loai="Nghị định", so_ky_hieu="30/2020/NĐ-CP", ngay=date(2020, 3, 5), co_quan="Chính phủ")
    expected = "Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ về công tác văn thư"
    for subject in ("công tác văn thư", "Về công tác văn thư", "về công tác văn thư."):
        assert format_citation(typed.model_copy(update={"trich_yeu": subject}), first=True) == expected


AGENCIES = [
    "Bộ Chính trị",
    "Chính phủ",
    "Ủy ban nhân dân Thành phố Hồ Chí Minh",
    "Thủ tướng Chính phủ",
    "Sở KH&CN",
    STEERING,
]
SUBJECTS = [
    "về công tác văn thư",
    "ban hành Quy chế mẫu",
    "quy định chi tiết một số điều",
    f"về thực hiện {RESOLUTION}",
]


@given(
    st.sampled_from(["Nghị quyết", "Kế hoạch hành động", "Công văn", "Quyết định", "Thông báo"]),
    st.sampled_from(["71/NQ-CP", "30/2020/NĐ-CP", "57-NQ/TW", "3722/VPCP-CN"]),
    st.dates(min_value=date(1945, 9, 2), max_value=date(2099, 12, 31)),
    st.sampled_from(AGENCIES),
    st.sampled_from(SUBJECTS),
)
def test_what_papers_print_is_read_again(
    kind: str, number: str, day: date, agency: str, subject: str
) -> None:
    cited = Citation(loai=kind, so_ky_hieu=number, ngay=day, co_quan=agency, trich_yeu=subject)
    again = parse_citation(format_citation(cited, first=True), [STEERING])
    assert again.model_copy(update={"nguyen_van": ""}) == cited
