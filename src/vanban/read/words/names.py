"""Names of bodies and people in running text, without a book: where a list of names begins and ends.

A name begins with a head word ("Sở", "Phòng", "các") and ends at a mark or at a verb; its own syllables
after the first may be small ("Sở Khoa học và Công nghệ"), so the verbs are a list.
"""

import re

_HEADS = (
    "Sở", "Ban", "Phòng", "Văn phòng", "Ủy ban", "Uỷ ban", "UBND", "UBMTTQ", "HĐND", "Hội đồng", "Công an",
    "Trường", "Trung tâm", "Chi cục", "Cục", "Tổng cục", "Vụ", "Tổ", "Bộ", "Hội", "Đoàn", "Mặt trận", "MTTQ",
    "Liên đoàn", "LĐLĐ", "Liên minh", "Công đoàn", "Đảng ủy", "Đảng uỷ", "Chi bộ", "Tỉnh ủy", "Thành ủy",
    "Viện", "Học viện", "Đại học", "Bệnh viện", "Trạm", "Thanh tra", "Kho bạc", "Bảo hiểm", "Thuế", "Tòa án",
    "Toà án", "Ngân hàng", "Hiệu trưởng", "Phó Hiệu trưởng", "Giáo viên", "Tập đoàn", "Tổng công ty",
    "Công ty", "Điện lực", "Bưu điện", "Báo", "Đài", "Đội", "Hạt", "Lãnh đạo", "Đồng chí", "Ông", "Bà", "Cô",
    "Thầy", "Kế toán", "Tổng phụ trách", "Chủ tịch", "Giám đốc", "Trưởng", "Thủ trưởng", "Bí thư", "Quỹ",
    "Đơn vị", "Cơ quan", "Bộ phận", "Khoa", "Nhà", "Thư viện", "Bảo tàng", "Xã", "Phường", "Thường trực",
    "Văn thư", "Y tế", "Nhân viên", "Cán bộ", "Công chức", "Người đứng đầu", "Ngành", "Sư đoàn", "Thôn",
    "Cấp tỉnh", "Cấp huyện", "Cấp xã", "Chi đoàn", "Chi hội",
)  # fmt: skip
_GENERAL_HEADS = (
    "các", "những", "toàn thể", "tất cả", "mỗi", "từng", "Các", "Toàn thể", "Tất cả", "Từng", "Mỗi",
)  # fmt: skip
_NOT_HEADS = r"(?!Hội (?:nghị|thảo|thi|chợ|diễn)|Đoàn kết|Ban hành|Bộ (?:tiêu chí|chỉ số|luật|Luật)|Tổ chức"
_NOT_HEADS += r"|Báo cáo|Nhà nước|Trường hợp|Quỹ đất|Hạt nhân|Công ty mẹ|Đài thọ|Cơ quan nào|Trung tâm hóa)"
_BODIES = (
    "sở", "ban", "ngành", "cơ quan",
    "đơn vị", "phòng", "địa phương", "tổ", "xã", "phường", "đặc khu",
    "thôn", "huyện", "thành phố", "thị trấn", "trường", "cấp", "đoàn thể", "hội", "doanh nghiệp",
    "chi cục", "cục", "bộ", "đồng chí", "khối", "khu phố", "khu dân cư", "cá nhân", "thành viên", "tập thể",
    "trung tâm", "hộ", "cán bộ", "công chức", "giáo viên", "tỉnh", "viện", "cơ sở", "lực lượng", "hợp tác xã",
    "uỷ ban", "ủy ban", "câu lạc bộ", "chi hội", "chi đoàn", "trạm", "tổ chức", "bệnh viện", "ấp",
    "bản",
)  # fmt: skip
"""What "các …" must go on with to name bodies: "các nhiệm vụ" are none."""
_OF_BODIES = "|".join(f"[{noun[0]}{noun[0].upper()}]{noun[1:]}" for noun in _BODIES)
_HEAD = re.compile(
    rf"(?<![\w/]){_NOT_HEADS}(?:(?:{'|'.join(_HEADS)})|(?:{'|'.join(_GENERAL_HEADS)})\s+(?:{_OF_BODIES}|UBND))(?!\w)"
    r"(?!\s+(?:nghị|thảo|thi|chợ|diễn|tiêu chí|chỉ số|luật|đề|công nghiệp|máy)(?!\w))"
)
_VERBS = (
    "xây dựng", "tham mưu", "triển khai", "rà soát", "báo cáo", "tổng hợp", "hướng dẫn", "thực hiện", "làm",
    "ban hành", "kiểm tra", "theo dõi", "đôn đốc", "hoàn thành", "hoàn thiện", "trình", "lập", "đề xuất",
    "thẩm định", "cập nhật", "phối hợp", "chủ trì", "chịu", "căn cứ", "bố trí", "cấp", "xem xét",
    "nghiên cứu", "đánh giá", "khảo sát", "cung cấp", "tăng cường", "đẩy mạnh", "tuyên truyền",
    "quán triệt", "vận động", "hỗ trợ", "tạo", "đưa", "xử lý", "phê duyệt", "công bố", "tiếp tục",
    "chuẩn bị", "tiến hành", "giúp", "thường xuyên", "định kỳ", "kịp thời", "chủ động", "có trách nhiệm",
    "để", "trong", "trước", "theo", "về", "là", "và báo cáo", "phải", "cần", "khẩn trương", "nghiêm túc",
    "tập trung", "quản lý", "gửi", "lồng ghép", "đăng", "mở", "thành lập", "tiếp nhận", "giải quyết",
    "bảo đảm", "đảm bảo", "đề nghị", "huy động", "rút", "phân công", "giám sát", "thống kê", "in ấn",
    "biên soạn", "soạn thảo", "chỉ đạo", "quan tâm", "tham gia", "thông báo", "thông tin", "vận hành",
    "duy trì", "khai thác", "nâng cao", "nâng cấp", "đổi mới", "số hóa", "ứng dụng", "sử dụng", "mua sắm",
    "sửa chữa", "khắc phục", "tổ chức", "ký", "thu", "chi", "nhằm", "đến", "từ", "tại", "cho", "sau", "khi",
    "năm", "ngày", "tháng", "thanh tra", "hằng", "hàng", "chậm nhất", "xong", "được", "sẽ", "đã", "tự",
    "phát động", "phát hiện", "phân bổ", "phân tích", "chuyển", "niêm yết", "rà", "thẩm tra", "tính toán",
    "đăng ký", "giao", "giới thiệu", "bồi dưỡng", "đào tạo", "tập huấn", "lấy",
    "đẩy nhanh", "nêu cao", "hoàn tất", "bám sát", "kiện toàn", "tích cực", "quyết liệt", "chấp hành",
    "tuần tra", "ra quân", "sưu tầm", "tu bổ", "lắp đặt", "phun", "trồng", "nạo vét", "treo", "cử", "trực",
    "bàn giao", "cam kết", "rút ngắn", "quy định", "bổ sung", "điều chỉnh", "phối", "đồng ý", "thống nhất",
)  # fmt: skip
_STOP = re.compile(
    rf"[;:.()“”\"]|\s(?:{'|'.join(sorted(_VERBS, key=len, reverse=True))})(?!\w)|\s[-–—]\s(?=[a-zđà-ỹ])"
)
_NOUN_AFTER = re.compile(r"(?:các|những|,|và|cơ quan,|đơn vị,)$", re.IGNORECASE)
_JOINT = re.compile(r"\s*(?:,\s*và\s+|[,;]\s*|\s+và\s+|\s+cùng(?:\s+với)?\s+|\s+với\s+)")
_LISTED = re.compile(
    r"(?:(?:các|những)\s+)?(?:ban|ngành|địa phương|đơn vị|phường|xã|đặc khu|thị trấn|đoàn thể|tổ chức|cá nhân"
    r"|doanh nghiệp|cơ quan|phòng|sở|hội|khu phố|khu dân cư|tổ dân phố|thôn|ấp|bản|trường|ủy ban nhân dân|cấp"
    r"|câu lạc bộ|chi hội|chi đoàn|bộ phận|hợp tác xã|hộ|các)(?!\w)"
)


_GENERAL = re.compile(
    r"^(?:toàn thể|tất cả|mỗi|từng|cơ quan|đơn vị)(?!\w)|(?<!\w)(?:các|những)(?!\w)", re.IGNORECASE
)


_GOES_ON = re.compile(
    r",\s+(?P<part>[A-ZĐÂĂÊÔƠƯÁ-Ỹ][a-zà-ỹđ]+(?:\s+[a-zà-ỹđ]+){0,2}\s+và\s+[A-ZĐÂĂÊÔƠƯÁ-Ỹ][a-zà-ỹđ]+(?:\s+[a-zà-ỹđ]+)?)"
)
"""The second half of a name with a comma in it: "Sở Văn hóa, Thể thao và Du lịch"."""


def goes_on(text: str, at: int) -> bool:
    """Whether the comma at `at` stands within a name ("…, Thể thao và Du lịch")."""
    found = _GOES_ON.match(text, at)
    return found is not None and not begins_name(text, found.start("part"))


def begins_name(text: str, at: int = 0) -> bool:
    """Whether a head word of a name stands at `at`."""
    return _HEAD.match(text, at) is not None


def names_end(text: str, at: int = 0) -> int | None:
    """Where the list of names that begins at `at` ends; None if no name begins there."""
    if not begins_name(text, at):
        return None
    end = _name_end(text, at)
    general = text[at : at + 1].islower() or _is_general(text[at:end])
    while joint := _JOINT.match(text, end):
        after = joint.end()
        longer = _GOES_ON.match(text, end) if goes_on(text, end) else None
        if longer:
            end = longer.end()
            continue
        if not begins_name(text, after) and not (general and _LISTED.match(text, after)):
            break
        end = _name_end(text, after)
        general = general or _is_general(text[after:end])
    return end


def find_names(text: str, at: int = 0) -> tuple[int, int] | None:
    """The first list of names in `text` from `at` on, as (start, end)."""
    head = _HEAD.search(text, at)
    if head is None:
        return None
    end = names_end(text, head.start())
    return (head.start(), end) if end is not None else None


def _is_general(name: str) -> bool:
    return bool(_GENERAL.search(name))


def _name_end(text: str, at: int) -> int:
    """Where one name ends: at a mark, a verb, or where another name is joined on."""
    head = _HEAD.match(text, at)
    start = head.end() if head else at
    limit = len(text)
    comma = text.find(",", start)
    limit = comma if comma >= 0 else limit
    for joint in re.finditer(r"\s+(?:và|cùng(?:\s+với)?|với)\s+", text[start:limit]):
        if begins_name(text, start + joint.end()):
            limit = start + joint.start()
            break
    for stop in _STOP.finditer(text, at, limit):
        if stop.group().strip() == "xây dựng" and text[: stop.start()].endswith("đầu tư"):
            continue
        is_noun = stop.group().strip() == "tổ chức" and _NOUN_AFTER.search(text[at : stop.start()])
        if not is_noun and stop.start() >= start - 1:
            return stop.start()
    return limit
