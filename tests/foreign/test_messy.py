"""Papers typed in ways that no plan foresees: what cannot be told is no fault, what is certain is one."""

import pytest
from messy_marks import MOTTO, NATION, agency, end, faults, head, nation, p, rule, t, table, title

BODY = (
    t("Sở Nội vụ triển khai các nội dung như sau:")
    + t("I. MỤC ĐÍCH", "b")
    + t("Nâng cao chất lượng soạn thảo văn bản.")
    + t("II. NỘI DUNG", "b")
    + t("1. Văn phòng Sở theo dõi, đôn đốc.")
    + t("2. Các phòng báo cáo trước ngày 15 tháng 11 năm 2026./.")
)
PLAN = (head(), title("KẾ HOẠCH", "Công tác văn thư năm 2026"))
REPORT = (head("Số: 15/BC-SNV"), title("BÁO CÁO", "Kết quả rà soát văn bản"))
TIED = "(Kèm theo Kế hoạch số 15/KH-SNV ngày 15 tháng 4 năm 2026 của Sở Nội vụ)"
DOTS = "................................................"


def _end_with_stamp() -> str:
    signed = p("GIÁM ĐỐC", "b c") + p() + p("Trần Văn Mẫu", "b c") + p("Trần Văn Mẫu", "i c 10")
    left = p("Nơi nhận:", "b i 12") + p("- Các phòng;", "11") + p("- Lưu: VT, VP.", "11")
    return table((left, signed), widths=(75, 90))


def _in_one_table() -> str:
    middle = p("KẾ HOẠCH", "b c") + p("Công tác văn thư năm 2026", "b c") + rule("KẾ HOẠCH", 14, 1) + BODY
    left = p("Nơi nhận:", "b i 12") + p("- Các phòng;", "11") + p("- Lưu: VT, VP.", "11")
    right = p("GIÁM ĐỐC", "b c") + p() + p("Trần Văn Mẫu", "b c")
    return table((agency("Số: 15/KH-SNV"), nation()), (middle,), (left, right))


def _letter_in_one_table() -> str:
    left = agency("Số: 120/SNV-VP") + p("V/v báo cáo số liệu", "c 12", before=6)
    text = (
        p("Kính gửi: Các phòng thuộc Sở", "c") + t("Đề nghị các phòng báo cáo số liệu.") + t("Trân trọng./.")
    )
    receivers = p("Nơi nhận:", "b i 12") + p("- Như trên;", "11") + p("- Lưu: VT, VP.", "11")
    return table((left, nation()), (text,), (receivers, p("GIÁM ĐỐC", "b c") + p("Trần Văn Mẫu", "b c")))


def _with_a_form() -> tuple[str, ...]:
    form = table(
        (p("UBND TỈNH MẪU", "c 12") + p("TÊN ĐƠN VỊ…", "b c 12"), p(NATION, "b c 12") + p(MOTTO, "b c 13"))
    )
    heading = p("Phụ lục", "b c") + p("MẪU BÁO CÁO", "b c") + p(TIED, "i c")
    asked = BODY.replace("theo dõi, đôn đốc.", "theo dõi (mẫu báo cáo tại Phụ lục kèm theo).")
    blank = p("BÁO CÁO", "b c") + t("1. Số hồ sơ đã lập: ………………")
    return (*PLAN, asked, end(), heading, form, blank)


def _quoting(mark: str, closing: str) -> str:
    return (
        t("1. Sửa đổi Điều 5 như sau:")
        + t(f"{mark}Điều 5. Nguyên tắc", "i")
        + t("1. Công khai.", "i")
        + t("3. Minh bạch.", "i")
        + t(f"d) Đúng luật.{closing}", "i")
        + t("2. Bãi bỏ Điều 9./.")
    )


def _nested_run() -> str:
    own = t("1. Bước một.") + t("2. Bước hai.") + t("3. Bước ba.")
    return t("1. Nhiệm vụ chung", "b") + t("Như sau.") + t("2. Nhiệm vụ riêng", "b") + own


_AUTHORISED = (
    p(NATION, "b c 13"),
    p(MOTTO, "b c"),
    p("_______________________", "c"),
    p("GIẤY ỦY QUYỀN", "b c"),
    t("Tôi là Trần Văn Mẫu ủy quyền cho bà Lý Thị Nam nhận hồ sơ./."),
    table((p("NGƯỜI ĐƯỢC ỦY QUYỀN", "b c") + p("Lý Thị Nam", "b c"), p("NGƯỜI ỦY QUYỀN", "b c"))),
)
_GROUP = (
    table((p("TRƯỜNG TIỂU HỌC MẪU", "c 13") + p("TỔ CHUYÊN MÔN 1", "b c 13"), nation())),
    p("KẾ HOẠCH DẠY HỌC CỦA TỔ", "b c"),
    p("MÔN TOÁN LỚP 4", "b c"),
    t("Tổ thực hiện theo phân phối chương trình./."),
)
_CONTRACT = (
    p(NATION, "b c 13") + p(MOTTO, "b c") + rule(MOTTO, 14, 1),
    p("Mẫu Sơn, ngày 15 tháng 4 năm 2026", "i r"),
    p("HỢP ĐỒNG", "b c") + p("Về việc thuê trụ sở", "b c") + p("Số: 05/HĐ-SNV", "c 13"),
    t("Bên B cho Bên A thuê nhà làm việc./."),
)
_FORM_TO_FILL = (
    head("Số: ......./KH-......."),
    p("KẾ HOẠCH", "b c"),
    p(DOTS, "b c"),
    t(f"Căn cứ {DOTS};", "i") * 2,
    t(f"{DOTS}./."),
    end("QUYỀN HẠN, CHỨC VỤ", "................", "- Lưu: VT, ....."),
)
_TELEGRAM = (
    table(
        (p("CHỦ TỊCH", "b c 13") + agency("Số: 03/CĐ-CTUBND", above="", own="ỦY BAN NHÂN DÂN TỈNH"), nation())
    ),
    title("CÔNG ĐIỆN", "Về việc ứng phó với mưa lũ"),
    p("CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH ĐIỆN:", "b c") + p("- Các sở, ngành;") + p("- Các xã, phường."),
    t("Yêu cầu trực ban 24/24 giờ./."),
    end("CHỦ TỊCH"),
)
_STAMP = p("Ký bởi: Sở Nội vụ", "8 font=Arial color=FF0000") + p("Thời gian ký: 15/4/2026", "8 font=Arial")
_CONTENTS = p("I. MỤC ĐÍCH\t1") + p("1. Mục đích ........ 1") + p("II. NỘI DUNG\t2")
_FILED = table((p("Mã hồ sơ: 2026.04.15", "11") + agency("Số: 15/KH-SNV"), nation()))
_FILLED_IN = table((agency("Số: [số]/KH-SNV"), nation("Mẫu Sơn, [ngày ban hành]")))

NO_FAULT = {
    "all in one table": (_in_one_table(),),
    "a letter in one table": (_letter_in_one_table(),),
    "a law quoted": (*REPORT, _quoting("“", "”."), end()),
    "a law quoted with straight marks": (*REPORT, _quoting('"', '"'), end()),
    "numbers within numbers": (*PLAN, _nested_run(), t("3. Nhiệm vụ khác", "b"), t("Như trên./."), end()),
    "a note at a title": (*PLAN, t("1. Mục đích^(1)", "b"), t("Rõ người, rõ việc./."), end()),
    "a paper of citizens": _AUTHORISED,
    "a plan of teachers": _GROUP,
    "a contract": _CONTRACT,
    "a form": _FORM_TO_FILL,
    "a telegram": _TELEGRAM,
    "a stamp of a signature": (_STAMP, *PLAN, BODY, end()),
    "a stamp of a paper received": (p("ĐẾN", "8 font=Arial color=0000FF"), *PLAN, BODY, end()),
    "a red mark above": (p("KHẨN", "b color=FF0000"), *PLAN, BODY, end()),
    "a title that goes on": (*PLAN, BODY.replace("./.", "."), t("III. KIẾN NGHỊ: Không./.", "b"), end()),
    "a name that a stamp repeats": (*PLAN, BODY, _end_with_stamp()),
    "a date that a register fills in": (_FILLED_IN, PLAN[1], BODY, end()),
    "contents": (*PLAN, _CONTENTS, BODY, end()),
    "a file number above": (_FILED, PLAN[1], BODY, end()),
    "text after a line break": (*PLAN, t("I. MỤC ĐÍCH\nRõ người, rõ việc.", "b"), BODY, end()),
}


@pytest.mark.parametrize("name", NO_FAULT)
def test_what_cannot_be_told_is_no_fault(name: str) -> None:
    assert faults(*NO_FAULT[name]) == []


_JOINT = (
    table((p("SỞ NỘI VỤ - SỞ TÀI CHÍNH", "b c 13") + p("Số: 18/KHLT-SNV-STC", "c 13"), nation())),
    title("KẾ HOẠCH LIÊN TỊCH", "Phối hợp công tác tiền lương"),
    BODY,
    end(keep="- Lưu: VT SNV, VT STC."),
)
_OLD_CODE = (
    p("Céng hoµ x· héi chñ nghÜa viÖt nam", "b c 13 font=.VnTimeH"),
    p("§éc lËp - Tù do - H¹nh phóc", "b c font=.VnTime"),
)


def test_a_form_in_an_appendix_is_no_paper() -> None:
    assert faults(*_with_a_form()) == ["so-trang.phu-luc"]


def test_a_draft_behind_an_appendix_is_a_paper() -> None:
    draft = (
        head("Số:      /QĐ-SNV"),
        title("QUYẾT ĐỊNH", "Về việc khen thưởng"),
        t("**Điều 1.** Khen./.", "i"),
    )
    assert "khoan.nghieng" not in faults(*_with_a_form(), *draft)
    assert "thanh-phan.thieu" in faults(*_with_a_form(), *draft, end().replace("Trần Văn Mẫu", ""))


def test_a_deputy_in_charge_signs_for_the_head() -> None:
    assert faults(*PLAN, BODY, end("PHÓ GIÁM ĐỐC PHỤ TRÁCH")) == ["quyen-han.chu-viet-tat"]


def test_a_joint_paper_may_have_its_own_symbol() -> None:
    assert faults(*_JOINT) == []


def test_a_paper_in_the_old_code_is_known_by_its_first_line() -> None:
    assert faults(*_OLD_CODE) == ["trang.phong"]


def test_a_page_number_at_the_foot_is_seen_whatever_the_length() -> None:
    assert faults(*PLAN, BODY, end(), footer="Trang ") == ["so-trang.thieu"]


def test_a_skip_is_still_told_beside_a_quotation_and_a_run_within() -> None:
    assert faults(*PLAN, _nested_run(), t("5. Nhiệm vụ khác", "b"), t("Như trên./."), end()) == [
        "danh-so.lien-tuc"
    ]
    assert faults(*REPORT, _quoting("“", "”."), t("4. Thi hành./."), end()) == ["danh-so.lien-tuc"]


def test_a_quotation_that_never_ends_hides_nothing() -> None:
    assert "khoan.nghieng" in faults(*REPORT, t("Quy định “tại đó:"), t("1. Công khai.", "i"), end())
