"""Lawful papers that look faulty to a hasty checker: other signers, blanks, quotations, tables, parts."""

from dataclasses import replace

from foreign_papers import PAPERS
from foreign_words import Appendix, Paper, Signer

_TIED = "(Kèm theo Kế hoạch số 15/KH-SNV ngày 05 tháng 01 năm 2026 của Sở Nội vụ)"
_TABLE = (
    "|TT|Nội dung|Thời gian",
    "|1|Tập huấn nghiệp vụ|Quý I",
    "|2|Kiểm tra tại chỗ|Quý III",
)
_CLOSING = "2. Các phòng, đơn vị báo cáo kết quả trước ngày 15 tháng 11 năm 2026./."
_POINTS = (
    "Giám đốc Sở Nội vụ yêu cầu các phòng, đơn vị thực hiện các nhiệm vụ sau:",
    "1. Trưởng các phòng, đơn vị:",
    "a) Phân công người theo dõi;",
    "b) Kiểm tra hằng tháng;",
    "c) Tổng hợp kết quả;",
    "d) Báo cáo Văn phòng Sở;",
    "đ) Đề xuất khen thưởng;",
    "e) Công khai kết quả;",
    "g) Lưu hồ sơ kiểm tra.",
    "2. Văn phòng Sở theo dõi, đôn đốc việc thực hiện Chỉ thị này./.",
)
_PARTS = (
    "Phần I",
    ">SỰ CẦN THIẾT",
    "I. CƠ SỞ CHÍNH TRỊ, PHÁP LÝ",
    "Đề án được xây dựng trên cơ sở các quy định hiện hành về lưu trữ.",
    "II. CƠ SỞ THỰC TIỄN",
    "Khối lượng tài liệu giấy tăng nhanh qua từng năm.",
    "Phần II",
    ">NỘI DUNG ĐỀ ÁN",
    "I. MỤC TIÊU",
    "*1. Mục tiêu chung",
    "1.1. Số hóa toàn bộ tài liệu có giá trị vĩnh viễn.",
    "1.2. Đưa kho dữ liệu vào khai thác:",
    "1.2.1. Khai thác tại chỗ từ năm 2027.",
    "1.2.2. Khai thác trực tuyến từ năm 2028.",
    "*2. Mục tiêu cụ thể",
    "2.1. Năm 2026 số hóa 200.000 trang.",
    "2.2. Năm 2027 số hóa 300.000 trang.",
    "II. GIẢI PHÁP",
    "Bố trí kinh phí, nhân lực và thiết bị theo từng năm./.",
)
_SECTIONS = (
    "Chương I",
    ">QUY ĐỊNH CHUNG",
    "*Điều 1. Phạm vi điều chỉnh",
    "Quy chế này quy định việc quản lý hồ sơ của Sở.",
    "Chương II",
    ">QUẢN LÝ HỒ SƠ",
    "Mục 1",
    ">LẬP HỒ SƠ",
    "*Điều 2. Mở hồ sơ",
    "1. Hồ sơ được mở khi bắt đầu công việc.",
    "2. Hồ sơ được mở theo Danh mục hồ sơ.",
    "*Điều 3. Kết thúc hồ sơ",
    "1. Hồ sơ kết thúc khi công việc hoàn thành.",
    "Mục 2",
    ">GIAO NỘP HỒ SƠ",
    "*Điều 4. Thời hạn giao nộp",
    "Hồ sơ được giao nộp trong thời hạn một năm./.",
)
_QUOTING = (
    "Điều 1. Sửa đổi Điều 7 Quy chế lập hồ sơ của Sở như sau:",
    "“Điều 7. Trách nhiệm của Văn phòng Sở",
    "3. Kiểm tra việc lập hồ sơ hằng quý.",
    "4. Báo cáo Giám đốc Sở kết quả kiểm tra.”.",
    "Điều 2. Quyết định này có hiệu lực từ ngày ký.",
    "Điều 3. Chánh Văn phòng Sở chịu trách nhiệm thi hành Quyết định này./.",
)


def _of(kind: str, **changes: object) -> Paper:
    return replace(PAPERS[kind], **changes)  # type: ignore[arg-type]


def _signed(kind: str, *lines: str, name: str = "Hoàng Văn Mẫu", other: str = "", **changes: object) -> Paper:
    return _of(kind, signers=(Signer(lines, name, other),), **changes)


_PLAIN = {"superior": (), "agency": ("ỦY BAN NHÂN DÂN", "TỈNH MẪU")}
_REPORT = PAPERS["bao_cao"].body
_PLAN = PAPERS["ke_hoach"].body

VARIANTS: dict[str, Paper] = {
    "du thao": _of("to_trinh", number="Số:        /TTr-SNV", place_date="Mẫu, ngày      tháng 01 năm 2026"),
    "du thao dau cham": _of("quyet_dinh", number="Số: ……/QĐ-SNV", place_date="Mẫu, ngày … tháng … năm 2026"),
    "bo": _signed(
        "thong_bao",
        "KT. BỘ TRƯỞNG",
        "THỨ TRƯỞNG",
        superior=(),
        agency=("BỘ NỘI VỤ",),
        number="Số: 1234/TB-BNV",
        place_date="Hà Nội, ngày 10 tháng 10 năm 2026",
    ),
    "cuc ten dai": _signed(
        "bao_cao",
        "CỤC TRƯỞNG",
        superior=("BỘ NỘI VỤ",),
        agency=("CỤC VĂN THƯ VÀ", "LƯU TRỮ NHÀ NƯỚC"),
        number="Số: 27/BC-VTLTNN",
        place_date="Hà Nội, ngày 29 tháng 3 năm 2026",
        addressees=("Bộ trưởng Bộ Nội vụ",),
    ),
    "xa co chu quan": _signed(
        "ke_hoach",
        "TM. ỦY BAN NHÂN DÂN",
        "CHỦ TỊCH",
        agency=("ỦY BAN NHÂN DÂN", "XÃ MẪU SƠN"),
        number="Số: 15/KH-UBND",
        appendices=(),
        body=(*_PLAN[:3], "Nâng cao chất lượng lập hồ sơ tại xã.", *_PLAN[4:]),
    ),
    "van phong thua lenh": _signed(
        "cong_van",
        "TL. CHỦ TỊCH",
        "KT. CHÁNH VĂN PHÒNG",
        "PHÓ CHÁNH VĂN PHÒNG",
        number="Số: 112/UBND-NC",
        **_PLAIN,
    ),
    "giao quyen": _signed("thong_bao", "Q. GIÁM ĐỐC"),
    "thua uy quyen": _signed("giay_moi", "TUQ. GIÁM ĐỐC", "TRƯỞNG PHÒNG HÀNH CHÍNH"),
    "ban chi dao": _signed(
        "thong_bao",
        "TRƯỞNG BAN",
        other="PHÓ CHỦ TỊCH UBND TỈNH",
        agency=("BAN CHỈ ĐẠO", "CHUYỂN ĐỔI SỐ"),
        number="Số: 03/TB-BCĐCĐS",
    ),
    "truong dai hoc": _signed(
        "thong_bao",
        "HIỆU TRƯỞNG",
        name="PGS. TS. Hoàng Văn Mẫu",
        superior=("BỘ GIÁO DỤC VÀ ĐÀO TẠO",),
        agency=("TRƯỜNG ĐẠI HỌC MẪU",),
        number="Số: 45/TB-ĐHM",
    ),
    "cong an": _signed(
        "ke_hoach",
        "KT. GIÁM ĐỐC",
        "PHÓ GIÁM ĐỐC",
        name="Đại tá Hoàng Văn Mẫu",
        superior=("BỘ CÔNG AN",),
        agency=("CÔNG AN TỈNH MẪU",),
        number="Số: 15/KH-CAT",
        appendices=(),
        body=(*_PLAN[:3], "Nâng cao chất lượng lập hồ sơ tại đơn vị.", *_PLAN[4:]),
    ),
    "bao cao khong kinh gui": _of(
        "bao_cao",
        body=(*_REPORT[:-1], "Trên đây là báo cáo kết quả công tác văn thư, lưu trữ năm 2025./."),
        addressees=(),
        receivers=("- Các phòng, đơn vị;", "- Lưu: VT, VP."),
    ),
    "can cu trong loi van": _of(
        "bao_cao",
        body=(
            "Căn cứ Công văn số 88/UBND-NC ngày 02 tháng 01 năm 2026 của Ủy ban nhân dân tỉnh Mẫu về việc "
            "báo cáo công tác lưu trữ, Sở Nội vụ báo cáo như sau:",
            *_REPORT[1:],
        ),
    ),
    "mot ca nhan": _of(
        "cong_van",
        subject=("V/v trả lời đơn của công dân",),
        addressees=("Ông Vũ Văn Mẫu, phường Mẫu Đông, tỉnh Mẫu",),
    ),
    "bang trong loi van": _of(
        "huong_dan", body=(*PAPERS["huong_dan"].body[:-2], *_TABLE, "1. Văn phòng Sở theo dõi.", _CLOSING)
    ),
    "mot phu luc ngang": _of(
        "ke_hoach",
        body=(*_PLAN[:3], "Nâng cao chất lượng lập hồ sơ (theo Phụ lục kèm theo).", *_PLAN[4:]),
        appendices=(Appendix("Phụ lục", "LỊCH THỰC HIỆN", _TIED, _TABLE, landscape=True),),
    ),
    "diem den g": _of("chi_thi", body=_POINTS),
    "de an co phan": _of("de_an", body=_PARTS),
    "quy che co muc": _of("quy_che", body=_SECTIONS),
    "quyet dinh sua doi": _of("quyet_dinh", body=_QUOTING),
    "trich yeu dai": _of(
        "thong_bao",
        subject=(
            "Về việc thay đổi thời gian, địa điểm tiếp nhận hồ sơ đề nghị khen thưởng thành tích công tác "
            "năm 2025 của các cơ quan, đơn vị trên địa bàn tỉnh",
        ),
    ),
    "trich yeu ba dong": _of(
        "ke_hoach",
        subject=("Tuyên truyền, phổ biến pháp luật", "về văn thư, lưu trữ trên địa bàn tỉnh", "năm 2026"),
    ),
}
"""Lawful papers by name."""
