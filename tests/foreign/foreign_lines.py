"""Single lines as lawful papers have them: offices, numbers, dates, receivers, grounds, names of agencies."""

SIGNERS: tuple[tuple[str, ...], ...] = (
    ("CỤC TRƯỞNG",),
    ("VỤ TRƯỞNG",),
    ("CHI CỤC TRƯỞNG",),
    ("VIỆN TRƯỞNG",),
    ("HIỆU TRƯỞNG",),
    ("TỔNG GIÁM ĐỐC",),
    ("BỘ TRƯỞNG",),
    ("THỐNG ĐỐC",),
    ("TRƯỞNG BAN",),
    ("TRƯỞNG PHÒNG",),
    ("CHÁNH THANH TRA",),
    ("CHÁNH VĂN PHÒNG",),
    ("CHỦ NHIỆM",),
    ("TỔNG BIÊN TẬP",),
    ("TRẠM TRƯỞNG",),
    ("TỔNG KIỂM TOÁN NHÀ NƯỚC",),
    ("CHỦ TỊCH HỘI ĐỒNG",),
    ("BÍ THƯ",),
    ("TỔ TRƯỞNG",),
    ("Q. CỤC TRƯỞNG",),
    ("KT. CỤC TRƯỞNG", "PHÓ CỤC TRƯỞNG"),
    ("KT. VIỆN TRƯỞNG", "PHÓ VIỆN TRƯỞNG"),
    ("KT. HIỆU TRƯỞNG", "PHÓ HIỆU TRƯỞNG"),
    ("KT. TRƯỞNG BAN", "PHÓ TRƯỞNG BAN"),
    ("KT. THỐNG ĐỐC", "PHÓ THỐNG ĐỐC"),
    ("KT. THỦ TƯỚNG", "PHÓ THỦ TƯỚNG"),
    ("KT. TỔNG THANH TRA", "PHÓ TỔNG THANH TRA"),
    ("KT. TỔNG GIÁM ĐỐC", "PHÓ TỔNG GIÁM ĐỐC"),
    ("KT. CHÁNH THANH TRA", "PHÓ CHÁNH THANH TRA"),
    ("KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH THƯỜNG TRỰC"),
    ("KT. TRƯỞNG PHÒNG", "PHÓ TRƯỞNG PHÒNG"),
    ("TL. BỘ TRƯỞNG", "VỤ TRƯỞNG VỤ PHÁP CHẾ"),
    ("TL. BỘ TRƯỞNG", "KT. VỤ TRƯỞNG VỤ PHÁP CHẾ", "PHÓ VỤ TRƯỞNG"),
    ("TL. GIÁM ĐỐC", "TRƯỞNG PHÒNG TỔ CHỨC CÁN BỘ"),
    ("TL. CỤC TRƯỞNG", "CHÁNH VĂN PHÒNG"),
    ("TUQ. BỘ TRƯỞNG", "CỤC TRƯỞNG CỤC VĂN THƯ VÀ LƯU TRỮ NHÀ NƯỚC"),
    ("TUQ. CHỦ TỊCH", "GIÁM ĐỐC SỞ NỘI VỤ"),
    ("TM. HỘI ĐỒNG NHÂN DÂN", "CHỦ TỊCH"),
    ("TM. THƯỜNG TRỰC HỘI ĐỒNG NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"),
    ("TM. CHÍNH PHỦ", "KT. THỦ TƯỚNG", "PHÓ THỦ TƯỚNG"),
    ("TM. HỘI ĐỒNG", "CHỦ TỊCH"),
    ("TM. BAN CHỈ ĐẠO", "TRƯỞNG BAN"),
    ("TM. ĐOÀN KIỂM TRA", "TRƯỞNG ĐOÀN"),
    ("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"),
    ("TM. UBND TỈNH", "CHỦ TỊCH"),
)
"""Authority and office of signers (Mục II.7)."""

NUMBERS: tuple[tuple[str, str], ...] = (
    ("ke_hoach", "Số: 05/KH-SNV"),
    ("ke_hoach", "Số: 15/KH-BCĐ389"),
    ("ke_hoach", "Số: 1250/KH-BHXH"),
    ("quyet_dinh", "Số: 768/QĐ-TTg"),
    ("quyet_dinh", "Số: 12/QĐ-CT"),
    ("quyet_dinh", "Số: 09/QĐ-HĐTĐKT"),
    ("bao_cao", "Số: 22/BC-TTKSBT"),
    ("to_trinh", "Số: 10/TTr-SNN&MT"),
    ("chuong_trinh", "Số: 02/CTr-UBND"),
    ("de_an", "Số: 08/ĐA-UBND"),
    ("quy_dinh", "Số: 31/QyĐ-SNV"),
    ("cong_van", "Số: 3722/VPCP-CN"),
    ("cong_van", "Số: 943/STP-XDVBQPPL"),
    ("cong_van", "Số: 12/UBND-VX"),
    ("cong_van", "Số: 215/SNV-TCCB&TCPCP"),
)
"""Kind, and a number and symbol that it may have (Mục II.3)."""

DATES: tuple[str, ...] = (
    "Hà Nội, ngày 01 tháng 01 năm 2026",
    "Mẫu, ngày 30 tháng 9 năm 2026",
    "Mẫu, ngày 31 tháng 12 năm 2026",
    "Mẫu, ngày 29 tháng 02 năm 2028",
    "Quận 1, ngày 10 tháng 10 năm 2020",
    "Phường 12, ngày 09 tháng 02 năm 2026",
    "Bà Rịa - Vũng Tàu, ngày 22 tháng 4 năm 2020",
)
"""Lines of place and date (Mục II.4)."""

RECEIVERS: tuple[tuple[str, ...], ...] = (
    ("- Như Điều 3;", "- Lưu: VT, VP (02)."),
    ("- Bộ Nội vụ (để báo cáo);", "- Các sở, ban, ngành;", "- Lưu: VT, TCCB, HC (2)."),
    ("- Ủy ban nhân dân tỉnh (b/c);", "- Giám đốc, các Phó Giám đốc Sở;", "- Lưu: VT, KT(Mai, Lan)."),
    ("- Các phòng: Văn thư, Lưu trữ;", "- Lưu: VT, CCHC."),
    ("- Website Sở;", "- Lưu: VT, NC.05b."),
    ("- Như trên;", "- Lưu: VT, Hồ sơ."),
)
"""Lists of receivers (Mục II.9)."""

GROUNDS: tuple[tuple[str, ...], ...] = (
    ("Căn cứ Luật Lưu trữ ngày 21 tháng 6 năm 2024.",),
    (
        "Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025;",
        "Xét đề nghị của Chánh Văn phòng Sở.",
    ),
    (
        "Căn cứ Quyết định số 11/2025/QĐ-UBND ngày 20 tháng 6 năm 2025 của Ủy ban nhân dân tỉnh Mẫu quy định "
        "chức năng, nhiệm vụ, quyền hạn và cơ cấu tổ chức của Sở Nội vụ;",
        "Theo đề nghị của Chánh Văn phòng Sở tại Tờ trình số 12/TTr-VP ngày 02 tháng 01 năm 2026.",
    ),
    (
        "Thực hiện Nghị quyết số 57-NQ/TW ngày 22 tháng 12 năm 2024 của Bộ Chính trị về đột phá phát triển "
        "khoa học, công nghệ, đổi mới sáng tạo và chuyển đổi số quốc gia;",
        "Theo đề nghị của Trưởng phòng Tổ chức cán bộ.",
    ),
)
"""Grounds of a decision (Mục II.6.a)."""

AGENCIES: tuple[tuple[tuple[str, ...], tuple[str, ...]], ...] = (
    ((), ("THANH TRA CHÍNH PHỦ",)),
    ((), ("VĂN PHÒNG CHÍNH PHỦ",)),
    (("BỘ TÀI CHÍNH",), ("TỔNG CỤC THỐNG KÊ",)),
    (("UBND TỈNH MẪU",), ("SỞ NÔNG NGHIỆP", "VÀ MÔI TRƯỜNG")),
    (("SỞ Y TẾ TỈNH MẪU",), ("BỆNH VIỆN ĐA KHOA",)),
    (("UBND XÃ MẪU SƠN",), ("PHÒNG KINH TẾ",)),
    (("UBND TỈNH MẪU",), ("BAN QUẢN LÝ", "CÁC KHU CÔNG NGHIỆP")),
    (("TẬP ĐOÀN ĐIỆN LỰC VIỆT NAM",), ("CÔNG TY ĐIỆN LỰC MẪU",)),
    (("SỞ GIÁO DỤC VÀ ĐÀO TẠO",), ("TRƯỜNG THPT MẪU",)),
    (("TỔNG CỤC THI HÀNH ÁN DÂN SỰ",), ("CỤC THI HÀNH ÁN DÂN SỰ",)),
    ((), ("HỘI ĐỒNG NHÂN DÂN", "TỈNH MẪU")),
)
"""Superior and issuing agencies as letterheads name them (Mục II.2)."""
