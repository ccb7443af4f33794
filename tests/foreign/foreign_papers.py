"""What lawful papers of all 29 kinds say. People, places and numbers are invented."""

from dataclasses import replace

from foreign_samples import (
    GROUNDS,
    PROVINCE,
    attached,
    contract,
    decision,
    introduction,
    invitation,
    leave,
    letter,
    minutes,
    resolution,
    thanks,
    wire,
)
from foreign_words import Appendix, Paper, Signer

_PLAN_BODY = (
    "Thực hiện Kế hoạch số 12/KH-UBND ngày 10 tháng 12 năm 2025 của Ủy ban nhân dân tỉnh Mẫu về công tác "
    "văn thư, lưu trữ năm 2026, Sở Nội vụ triển khai các nội dung như sau:",
    "I. MỤC ĐÍCH, YÊU CẦU",
    "*1. Mục đích",
    "Nâng cao chất lượng soạn thảo văn bản và lập hồ sơ tại các phòng, đơn vị thuộc Sở.",
    "*2. Yêu cầu",
    "- Phân công rõ người, rõ việc, rõ thời gian hoàn thành.",
    "- Bảo đảm tiết kiệm, không làm gián đoạn công việc thường xuyên.",
    "II. NỘI DUNG THỰC HIỆN",
    "*1. Tập huấn nghiệp vụ",
    "a) Tổ chức hai lớp tập huấn cho công chức làm công tác văn thư.",
    "b) Biên soạn tài liệu hướng dẫn lập hồ sơ điện tử.",
    "*2. Kiểm tra, đánh giá",
    "Việc kiểm tra được thực hiện theo hai bước:",
    "+ Các phòng, đơn vị tự kiểm tra trong quý I.",
    "+ Văn phòng Sở kiểm tra tại chỗ trong quý III.",
    "III. TỔ CHỨC THỰC HIỆN",
    "1. Văn phòng Sở theo dõi, đôn đốc và tổng hợp kết quả thực hiện.",
    "2. Các phòng, đơn vị báo cáo kết quả về Văn phòng Sở trước ngày 15 tháng 11 năm 2026./.",
)
_BOARD = Signer(("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"), "Trần Thị Mẫu")
_APPENDIX_BODY = (
    "1. Danh mục này gồm hồ sơ, tài liệu của các phòng, đơn vị thuộc Sở.",
    "2. Thời hạn bảo quản của từng hồ sơ được ghi tại bìa hồ sơ./.",
)


def _named(kind: str, title: str, short: str, subject: tuple[str, ...], **rest: object) -> Paper:
    """A paper by mẫu 1.4, with the body of a plan unless told otherwise."""
    fields: dict[str, object] = {"body": _PLAN_BODY, **rest}
    return Paper(kind, title, f"Số: 15/{short}-SNV", subject, **fields)  # type: ignore[arg-type]


def _report() -> Paper:
    return _named(
        "bao_cao",
        "BÁO CÁO",
        "BC",
        ("Kết quả công tác văn thư, lưu trữ", "năm 2025 và phương hướng năm 2026"),
        addressees=("Ủy ban nhân dân tỉnh Mẫu",),
        body=(
            "Sở Nội vụ báo cáo kết quả công tác văn thư, lưu trữ năm 2025 như sau:",
            "I. KẾT QUẢ THỰC HIỆN",
            "*1. Công tác văn thư",
            "1.1. Tổng số văn bản đi là 2.150 văn bản, tăng 5% so với năm 2024.",
            "1.2. Tổng số văn bản đến là 4.300 văn bản.",
            "*2. Công tác lưu trữ",
            "2.1. Đã chỉnh lý 35 mét tài liệu.",
            "2.2. Đã số hóa 12.000 trang tài liệu.",
            "II. PHƯƠNG HƯỚNG NĂM 2026",
            "Tiếp tục lập hồ sơ điện tử tại tất cả các phòng, đơn vị.",
            "Sở Nội vụ kính báo cáo Ủy ban nhân dân tỉnh xem xét, chỉ đạo./.",
        ),
        receivers=("- Như trên;", "- Giám đốc Sở (để báo cáo);", "- Lưu: VT, VP."),
    )


def _submission() -> Paper:
    return _named(
        "to_trinh",
        "TỜ TRÌNH",
        "TTr",
        ("Về việc ban hành Danh mục hồ sơ năm 2026",),
        addressees=("Ủy ban nhân dân tỉnh Mẫu",),
        grounds=(*GROUNDS, "Căn cứ chức năng, nhiệm vụ của Sở Nội vụ."),
        body=(
            "Sở Nội vụ kính trình Ủy ban nhân dân tỉnh ban hành Danh mục hồ sơ năm 2026 như sau:",
            "I. SỰ CẦN THIẾT",
            "Danh mục hồ sơ giúp công chức lập hồ sơ đúng và đủ.",
            "II. NỘI DUNG CHÍNH",
            "1. Danh mục gồm 120 hồ sơ của mười phòng, đơn vị.",
            "2. Thời hạn bảo quản được xác định cho từng hồ sơ.",
            "Sở Nội vụ kính trình Ủy ban nhân dân tỉnh xem xét, quyết định./.",
        ),
        receivers=("- Như trên;", "- Sở Tài chính;", "- Lưu: VT, VP."),
    )


def _plan() -> Paper:
    tied = "(Kèm theo Kế hoạch số 15/KH-SNV ngày 05 tháng 01 năm 2026 của Sở Nội vụ)"
    body = list(_PLAN_BODY)
    body[3] = "Nâng cao chất lượng lập hồ sơ (chi tiết tại Phụ lục I và Phụ lục II kèm theo)."
    return _named(
        "ke_hoach",
        "KẾ HOẠCH",
        "KH",
        ("Công tác văn thư, lưu trữ năm 2026",),
        grounds=(*GROUNDS, "Theo đề nghị của Chánh Văn phòng Sở."),
        body=tuple(body),
        appendices=(
            Appendix("Phụ lục I", "DANH MỤC HỒ SƠ", tied, _APPENDIX_BODY),
            Appendix("Phụ lục II", "LỊCH KIỂM TRA", tied, _APPENDIX_BODY),
        ),
    )


def _slip(kind: str, title: str, short: str, subject: str, text: str) -> Paper:
    return _named(kind, title, short, (subject,), body=(text, "Đề nghị quý cơ quan xác nhận bằng văn bản./."))


def _all() -> list[Paper]:
    board = {**PROVINCE, "signers": (_BOARD,), "number": "Số: 02/CTr-UBND"}
    return [
        resolution(),
        decision(),
        _named("chi_thi", "CHỈ THỊ", "CT", ("Về việc tăng cường kỷ luật, kỷ cương hành chính",)),
        attached("quy_che", "QUY CHẾ", "Lập hồ sơ và giao nộp hồ sơ vào lưu trữ"),
        attached("quy_dinh", "QUY ĐỊNH", "Quản lý hồ sơ điện tử của Sở Nội vụ"),
        _named("thong_cao", "THÔNG CÁO", "TC", ("Về kết quả kiểm tra công vụ năm 2025",)),
        _named("thong_bao", "THÔNG BÁO", "TB", ("Về lịch tiếp công dân quý I năm 2026",)),
        _named("huong_dan", "HƯỚNG DẪN", "HD", ("Lập hồ sơ công việc trên môi trường điện tử",)),
        replace(
            _named("chuong_trinh", "CHƯƠNG TRÌNH", "CTr", ("Công tác năm 2026 của Ủy ban nhân dân tỉnh",)),
            **board,  # type: ignore[arg-type]
        ),
        _plan(),
        _named("phuong_an", "PHƯƠNG ÁN", "PA", ("Bố trí kho lưu trữ của Sở Nội vụ",)),
        _named("de_an", "ĐỀ ÁN", "ĐA", ("Số hóa tài liệu lưu trữ giai đoạn 2026 - 2030",)),
        _named("du_an", "DỰ ÁN", "DA", ("Cải tạo, sửa chữa kho lưu trữ của Sở Nội vụ",)),
        _report(),
        minutes(),
        _submission(),
        contract("hop_dong", "HỢP ĐỒNG", "HĐ", "Chỉnh lý tài liệu lưu trữ", "Công ty Lưu trữ Mẫu"),
        letter(),
        wire(),
        contract("ban_ghi_nho", "BẢN GHI NHỚ", "BGN", "Hợp tác chỉnh lý tài liệu", "Trường Cao đẳng Mẫu"),
        contract("ban_thoa_thuan", "BẢN THỎA THUẬN", "BTT", "Phối hợp quản lý tài liệu", "Trung tâm Mẫu"),
        _slip(
            "giay_uy_quyen",
            "GIẤY ỦY QUYỀN",
            "GUQ",
            "Về việc ký văn bản trong thời gian đi công tác",
            "Giám đốc Sở Nội vụ ủy quyền cho ông Hoàng Văn Mẫu, Phó Giám đốc Sở, ký các văn bản hành chính "
            "của Sở từ ngày 12 tháng 01 năm 2026 đến hết ngày 16 tháng 01 năm 2026.",
        ),
        invitation(),
        introduction(),
        leave(),
        _slip(
            "phieu_gui",
            "PHIẾU GỬI",
            "PG",
            "Hồ sơ đề nghị khen thưởng năm 2025",
            "Sở Nội vụ gửi tới Văn phòng Ủy ban nhân dân tỉnh 15 bộ hồ sơ đề nghị khen thưởng.",
        ),
        _slip(
            "phieu_chuyen",
            "PHIẾU CHUYỂN",
            "PC",
            "Đơn kiến nghị của công dân",
            "Sở Nội vụ chuyển đơn kiến nghị của ông Vũ Văn Mẫu tới Sở Xây dựng để giải quyết.",
        ),
        _slip(
            "phieu_bao",
            "PHIẾU BÁO",
            "PB",
            "Kết quả tiếp nhận hồ sơ tuyển dụng",
            "Sở Nội vụ báo để bà Mai Thị Mẫu biết: hồ sơ đăng ký dự tuyển đã được tiếp nhận.",
        ),
        thanks(),
    ]


PAPERS: dict[str, Paper] = {paper.kind: paper for paper in _all()}
"""A lawful paper of each kind, by the code of the kind."""
