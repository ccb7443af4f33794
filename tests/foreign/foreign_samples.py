"""Papers of the kinds that have a sample form of their own in Phụ lục III, or none. All is invented."""

from foreign_words import Paper, Signer

GROUNDS = (
    "Căn cứ Luật Lưu trữ ngày 21 tháng 6 năm 2024;",
    "Căn cứ Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ về công tác văn thư;",
)
_LIST = ("- Như Điều 3;", "- Ủy ban nhân dân tỉnh (để báo cáo);", "- Lưu: VT, VP.")
PROVINCE = {"superior": (), "agency": ("ỦY BAN NHÂN DÂN", "TỈNH MẪU")}


def resolution() -> Paper:
    return Paper(
        "nghi_quyet",
        "NGHỊ QUYẾT",
        "Số: 27/NQ-HĐND",
        ("Về việc thành lập Đoàn giám sát công tác lưu trữ năm 2026",),
        superior=(),
        agency=("HỘI ĐỒNG NHÂN DÂN", "TỈNH MẪU"),
        authority="HỘI ĐỒNG NHÂN DÂN TỈNH MẪU",
        grounds=(
            "Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025;",
            "Xét Tờ trình số 41/TTr-HĐND ngày 02 tháng 01 năm 2026 của Thường trực Hội đồng nhân dân tỉnh "
            "về việc thành lập Đoàn giám sát.",
        ),
        order="QUYẾT NGHỊ:",
        body=(
            "Điều 1. Thành lập Đoàn giám sát công tác lưu trữ năm 2026 gồm bảy thành viên.",
            "Điều 2. Đoàn giám sát làm việc theo kế hoạch do Trưởng đoàn ban hành.",
            "Điều 3. Thường trực Hội đồng nhân dân tỉnh chịu trách nhiệm thi hành Nghị quyết này./.",
        ),
        signers=(Signer(("CHỦ TỊCH",), "Lê Thị Mẫu"),),
        receivers=("- Như Điều 3;", "- Ủy ban nhân dân tỉnh;", "- Lưu: VT, PC."),
    )


def decision() -> Paper:
    return Paper(
        "quyet_dinh",
        "QUYẾT ĐỊNH",
        "Số: 15/QĐ-SNV",
        ("Về việc phân công công chức làm công tác văn thư",),
        authority="GIÁM ĐỐC SỞ NỘI VỤ",
        grounds=(*GROUNDS, "Theo đề nghị của Chánh Văn phòng Sở."),
        order="QUYẾT ĐỊNH:",
        body=(
            "Điều 1. Phân công bà Phạm Thị Mẫu làm công tác văn thư của Sở từ ngày 15 tháng 01 năm 2026.",
            "Điều 2. Bà Phạm Thị Mẫu thực hiện nhiệm vụ sau:",
            "1. Tiếp nhận, đăng ký và chuyển giao văn bản đến.",
            "2. Quản lý con dấu của Sở theo quy định.",
            "Điều 3. Chánh Văn phòng Sở và bà Phạm Thị Mẫu chịu trách nhiệm thi hành Quyết định này./.",
        ),
        receivers=_LIST,
    )


def letter() -> Paper:
    return Paper(
        "cong_van",
        "",
        "Số: 05/SNV-VP",
        ("V/v báo cáo kết quả lập hồ sơ", "điện tử năm 2025"),
        addressees=("Các phòng, đơn vị thuộc Sở", "Trung tâm Lưu trữ tỉnh"),
        body=(
            "Để có cơ sở tổng hợp kết quả công tác lưu trữ, Sở Nội vụ đề nghị các đơn vị thực hiện như sau:",
            "1. Rà soát số lượng hồ sơ điện tử đã lập trong năm 2025, đối chiếu với danh mục hồ sơ.",
            "2. Báo cáo kết quả về Văn phòng Sở trước ngày 20 tháng 01 năm 2026.",
            "Sở Nội vụ đề nghị các đơn vị quan tâm thực hiện./.",
        ),
        signers=(Signer(("KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"), "Hoàng Văn Mẫu"),),
        receivers=("- Như trên;", "- Giám đốc Sở (để báo cáo);", "- Lưu: VT, VP (02)."),
    )


def wire() -> Paper:
    return Paper(
        "cong_dien",
        "CÔNG ĐIỆN",
        "Số: 08/CĐ-UBND",
        ("Về việc ứng phó với mưa lớn diện rộng",),
        **PROVINCE,  # type: ignore[arg-type]
        wired_by="CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH MẪU điện:",
        addressees=("Giám đốc các sở", "Chủ tịch Ủy ban nhân dân các xã, phường"),
        body=(
            "Từ đêm mai, trên địa bàn tỉnh có mưa lớn diện rộng, nguy cơ cao xảy ra lũ quét và sạt lở đất. "
            "Chủ tịch Ủy ban nhân dân tỉnh yêu cầu:",
            "1. Ủy ban nhân dân các xã, phường sơ tán người dân khỏi nơi nguy hiểm trước 17 giờ.",
            "2. Sở Nông nghiệp và Môi trường trực ban suốt ngày đêm, kịp thời báo cáo tình hình./.",
        ),
        signers=(Signer(("KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"), "Trần Thị Mẫu"),),
        receivers=("- Thường trực Tỉnh ủy (để báo cáo);", "- Lưu: VT, NLN."),
    )


def invitation() -> Paper:
    return Paper(
        "giay_moi",
        "GIẤY MỜI",
        "Số: 31/GM-SNV",
        ("Họp đánh giá công tác lưu trữ quý IV năm 2025",),
        body=(
            "Sở Nội vụ trân trọng kính mời: Trưởng các phòng, đơn vị thuộc Sở.",
            "Tới dự cuộc họp đánh giá công tác lưu trữ quý IV năm 2025.",
            "Chủ trì: Ông Nguyễn Văn Mẫu, Giám đốc Sở Nội vụ.",
            "Thời gian: 08 giờ 00 phút, ngày 15 tháng 01 năm 2026.",
            "Địa điểm: Phòng họp tầng 2, trụ sở Sở Nội vụ.",
            "Đề nghị các đại biểu chuẩn bị ý kiến và dự họp đúng thời gian./.",
        ),
        signers=(Signer(("TL. GIÁM ĐỐC", "CHÁNH VĂN PHÒNG"), "Đỗ Thị Mẫu"),),
        receivers=("- Như thành phần mời;", "- Lưu: VT, VP."),
    )


def introduction() -> Paper:
    return Paper(
        "giay_gioi_thieu",
        "GIẤY GIỚI THIỆU",
        "Số: 12/GGT-SNV",
        body=(
            "Sở Nội vụ trân trọng giới thiệu:",
            "Ông (bà): Phạm Thị Mẫu",
            "Chức vụ: Chuyên viên Văn phòng Sở",
            "Được cử đến: Trung tâm Lưu trữ tỉnh",
            "Về việc: Khai thác tài liệu phục vụ biên soạn lịch sử ngành",
            "Đề nghị Quý cơ quan tạo điều kiện để ông (bà) có tên ở trên hoàn thành nhiệm vụ.",
            "Giấy này có giá trị đến hết ngày 31 tháng 01 năm 2026./.",
        ),
        receivers=("- Như trên;", "- Lưu: VT."),
    )


def minutes() -> Paper:
    return Paper(
        "bien_ban",
        "BIÊN BẢN",
        "Số: 03/BB-SNV",
        ("Họp xét khen thưởng năm 2025",),
        place_date="",
        body=(
            "Thời gian bắt đầu: 14 giờ 00 phút, ngày 05 tháng 01 năm 2026.",
            "Địa điểm: Phòng họp tầng 2, trụ sở Sở Nội vụ.",
            "Thành phần tham dự: Bảy thành viên Hội đồng Thi đua - Khen thưởng của Sở.",
            "Chủ trì (chủ tọa): Ông Nguyễn Văn Mẫu, Giám đốc Sở.",
            "Thư ký (người ghi biên bản): Bà Phạm Thị Mẫu, chuyên viên Văn phòng Sở.",
            "Nội dung (theo diễn biến cuộc họp):",
            "1. Thư ký trình bày hồ sơ đề nghị khen thưởng của các phòng, đơn vị.",
            "2. Các thành viên thảo luận và bỏ phiếu kín; kết quả 07/07 phiếu tán thành.",
            "Cuộc họp kết thúc vào 16 giờ 30 phút, ngày 05 tháng 01 năm 2026./.",
        ),
        signers=(Signer(("THƯ KÝ",), "Phạm Thị Mẫu"), Signer(("CHỦ TỌA",), "Nguyễn Văn Mẫu")),
        receivers=("- Các thành viên Hội đồng;", "- Lưu: VT, Hồ sơ."),
    )


def leave() -> Paper:
    return Paper(
        "giay_nghi_phep",
        "GIẤY NGHỈ PHÉP",
        "Số: 07/GNP-SNV",
        body=(
            "Xét Đơn đề nghị nghỉ phép ngày 02 tháng 01 năm 2026 của bà Phạm Thị Mẫu,",
            "Sở Nội vụ cấp cho:",
            "Ông (bà): Phạm Thị Mẫu",
            "Chức vụ: Chuyên viên Văn phòng Sở",
            "Được nghỉ phép trong thời gian 03 ngày kể từ ngày 12 tháng 01 năm 2026 đến hết ngày "
            "14 tháng 01 năm 2026 tại phường Mẫu Đông.",
            "Số ngày nghỉ phép nêu trên được tính vào thời gian nghỉ hằng năm của năm 2026./.",
        ),
        receivers=("- Bà Phạm Thị Mẫu;", "- Lưu: VT, VP."),
    )


def contract(kind: str, title: str, short: str, subject: str, partner: str) -> Paper:
    return Paper(
        kind,
        title,
        f"Số: 22/{short}-SNV",
        (subject,),
        grounds=(
            "Căn cứ Bộ luật Dân sự ngày 24 tháng 11 năm 2015;",
            "Căn cứ nhu cầu và khả năng của hai bên.",
        ),
        body=(
            "Hôm nay, ngày 05 tháng 01 năm 2026, tại trụ sở Sở Nội vụ, hai bên gồm có:",
            "Bên A: Sở Nội vụ tỉnh Mẫu, do ông Nguyễn Văn Mẫu, Giám đốc, làm đại diện.",
            f"Bên B: {partner}, do bà Lý Thị Mẫu, Giám đốc, làm đại diện.",
            "Hai bên thống nhất các nội dung sau:",
            "*Điều 1. Nội dung công việc",
            "1. Bên B chỉnh lý 20 mét tài liệu lưu trữ của Bên A.",
            "2. Bên A bàn giao tài liệu tại kho của Bên A.",
            "*Điều 2. Thời gian thực hiện",
            "Thời gian thực hiện là 60 ngày kể từ ngày ký.",
            "*Điều 3. Điều khoản chung",
            "Văn bản này được lập thành bốn bản, mỗi bên giữ hai bản./.",
        ),
        signers=(
            Signer(("ĐẠI DIỆN BÊN B", "GIÁM ĐỐC"), "Lý Thị Mẫu"),
            Signer(("ĐẠI DIỆN BÊN A", "GIÁM ĐỐC"), "Nguyễn Văn Mẫu"),
        ),
        receivers=(),
    )


def attached(kind: str, title: str, subject: str) -> Paper:
    return Paper(
        kind,
        title,
        "",
        (subject,),
        place_date="",
        tied="(Kèm theo Quyết định số 16/QĐ-SNV ngày 05 tháng 01 năm 2026 của Giám đốc Sở Nội vụ)",
        body=(
            "Chương I",
            ">QUY ĐỊNH CHUNG",
            "*Điều 1. Phạm vi điều chỉnh",
            "Văn bản này quy định việc lập hồ sơ và giao nộp hồ sơ vào lưu trữ của Sở.",
            "*Điều 2. Đối tượng áp dụng",
            "1. Công chức, viên chức và người lao động thuộc Sở.",
            "2. Các phòng, đơn vị thuộc Sở.",
            "Chương II",
            ">LẬP HỒ SƠ",
            "*Điều 3. Trách nhiệm lập hồ sơ",
            "1. Người được giao giải quyết công việc có trách nhiệm:",
            "a) Mở hồ sơ khi bắt đầu công việc;",
            "b) Thu thập, cập nhật văn bản vào hồ sơ;",
            "c) Kết thúc hồ sơ khi công việc hoàn thành;",
            "d) Biên mục hồ sơ;",
            "đ) Giao nộp hồ sơ đúng thời hạn.",
            "2. Trưởng phòng, đơn vị kiểm tra việc lập hồ sơ hằng quý.",
            "*Điều 4. Tổ chức thực hiện",
            "Chánh Văn phòng Sở hướng dẫn, theo dõi việc thực hiện./.",
        ),
        signers=(),
        receivers=(),
    )


def thanks() -> Paper:
    return Paper(
        "thu_cong",
        "THƯ CÔNG",
        "",
        ("Chúc mừng ngày truyền thống ngành Lưu trữ",),
        body=(
            "Nhân ngày truyền thống ngành Lưu trữ, thay mặt lãnh đạo Sở, tôi gửi tới toàn thể công chức, "
            "viên chức làm công tác lưu trữ lời chúc mừng tốt đẹp nhất.",
            "Chúc các đồng chí mạnh khỏe, hạnh phúc và thành công./.",
        ),
        receivers=(),
    )
