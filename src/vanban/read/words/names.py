"""Names of bodies and people in running text, without a book: where a list of names begins and ends.

A name begins with a head word ("Sở", "Phòng", "các") and ends at a mark or at a verb; its own syllables
after the first may be small ("Sở Khoa học và Công nghệ"), so the verbs are a list.
"""

import re

from vanban.viet.text import LOWER, UPPER

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
_NOT_HEADS = (
    r"(?!Hội (?:nghị|thảo|thi|chợ|diễn)|Xã hội|Đoàn kết|Ban hành|Bộ (?:tiêu chí|chỉ số|luật|Luật)|Tổ chức"
)
_NOT_HEADS += r"|Báo cáo|Nhà nước|Trường hợp|Quỹ đất|Hạt nhân|Công ty mẹ|Đài thọ|Cơ quan nào|Trung tâm hóa)"
_BODIES = (
    "sở", "ban", "ngành", "cơ quan",
    "đơn vị", "phòng", "địa phương", "tổ", "xã", "phường", "đặc khu",
    "thôn", "huyện", "thành phố", "thị trấn", "trường", "cấp", "đoàn thể", "hội", "doanh nghiệp",
    "chi cục", "cục", "bộ", "đồng chí", "khối", "khu phố", "khu dân cư", "cá nhân", "thành viên", "tập thể",
    "trung tâm", "hộ", "cán bộ", "công chức", "giáo viên", "tỉnh", "viện", "cơ sở", "lực lượng", "hợp tác xã",
    "ngân hàng", "siêu thị", "nhà trường", "nhà thầu", "khoa", "chủ đầu tư", "chợ",
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
    "đăng ký", "giao(?! thông| dịch)", "giới thiệu", "bồi dưỡng", "đào tạo", "tập huấn", "lấy",
    "đẩy nhanh", "nêu cao", "hoàn tất", "bám sát", "kiện toàn", "tích cực", "quyết liệt", "chấp hành",
    "tuần tra", "ra quân", "sưu tầm", "tu bổ", "lắp đặt", "phun", "trồng", "nạo vét", "treo", "cử", "trực",
    "bàn giao", "cam kết", "rút ngắn", "quy định", "bổ sung", "điều chỉnh", "phối", "đồng ý", "thống nhất",
    "cụ thể hóa", "cụ thể hoá", "phổ biến",
)  # fmt: skip
_STOP = re.compile(
    rf"[;:.()“”\"]|\s(?:{'|'.join(sorted(_VERBS, key=len, reverse=True))})(?!\w)|\s[-–—]\s(?=[{LOWER}])"
)
_NOUN_AFTER = re.compile(r"(?:các|những|,|và|cơ quan,|đơn vị,)$", re.IGNORECASE)
_JOINT = re.compile(r"\s*(?:,\s*và\s+|[,;]\s*|\s+và\s+|\s+cùng(?:\s+với)?\s+|\s+với\s+)")
_LISTED = re.compile(
    rf"(?:(?:các|những)\s+)?(?:{'|'.join(_BODIES)}|khoa|tổ dân phố|ủy ban nhân dân|bộ phận|các)(?!\w)"
)
_UNITS = "Phòng|Ban|Khoa|Tổ|Bộ phận|Trung tâm|Chi cục|Văn phòng|Vụ|Trạm|Đội"
_NEEDS_OBJECT = re.compile(
    rf"(?:^|(?<=\s))(?:(?!Ban Quản lý$)(?:{_UNITS}))\s+(?:[{UPPER}]\S*\s+(?:\S+\s+)?(?:-|và)\s+)?"
    r"(?:Quản lý|Hỗ trợ|Phát triển|Kiểm soát|Giám sát|Xử lý|Cung ứng|Xúc tiến|Bảo vệ|Kiểm định|Điều hành)$"
)
"""A name that has just begun with a verb: the word after it belongs to it ("Phòng Quản lý khai thác")."""
_ONE_UNIT = re.compile(
    rf"(?:Phòng|Khoa|Tổ|Vụ|Trường)\s[^,;]+(?P<part>,\s+[{UPPER}][{LOWER}]*(?:\s+[{LOWER}]+){{0,2}}?)"
    rf"(?=\s*(?:$|[;.:()])|\s+(?:{'|'.join(sorted(_VERBS, key=len, reverse=True))})(?!\w))"
)
"""Two fields of work in one name: "Phòng Thanh tra, Pháp chế"; a third would make it a list of names."""


_CAPITAL = re.compile(rf"(?:(?:các|những)\s+)?[{UPPER}]")
_GENERAL = re.compile(
    r"^(?:toàn thể|tất cả|mỗi|từng|cơ quan|đơn vị)(?!\w)|(?<!\w)(?:các|những)(?!\w)", re.IGNORECASE
)


_GOES_ON = re.compile(
    rf",\s+(?P<part>[{UPPER}][{LOWER}]+(?:\s+[{LOWER}]+){{0,2}}\s+và\s+[{UPPER}][{LOWER}]+(?:\s+[{LOWER}]+)?)"
)
"""The second half of a name with a comma in it: "Sở Văn hóa, Thể thao và Du lịch"."""


def goes_on(text: str, at: int, start: int | None = None) -> bool:
    """Whether the comma at `at` stands within a name ("…, Thể thao và Du lịch").

    `start` tells where the name begins, where that is known: "Phòng Thanh tra, Pháp chế" is one.
    """
    found = _GOES_ON.match(text, at)
    if found is not None:
        return not begins_name(text, found.start("part"))
    one = _ONE_UNIT.match(text, start) if start is not None else None
    return one is not None and one.start("part") == at and not begins_name(text, at + 2)


def begins_name(text: str, at: int = 0) -> bool:
    """Whether a head word of a name stands at `at`."""
    return _HEAD.match(text, at) is not None


def names_end(text: str, at: int = 0, *, awaited: bool = False) -> int | None:
    """Where the list of names that begins at `at` ends; None if no name begins there.

    Where a name is `awaited` (after "phối hợp với") any capital begins one.
    """

    def begins(place: int) -> bool:
        return begins_name(text, place) or (awaited and _CAPITAL.match(text, place) is not None)

    if not begins(at):
        return None
    end = _name_end(text, at)
    general = text[at : at + 1].islower() or _is_general(text[at:end])
    start = at
    while joint := _JOINT.match(text, end):
        after = joint.end()
        if goes_on(text, end, start):
            longer = _GOES_ON.match(text, end) or _ONE_UNIT.match(text, start)
            assert longer is not None
            end = longer.end()
            continue
        if not begins(after) and not (general and _LISTED.match(text, after)):
            break
        end, start = _name_end(text, after), after
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
        is_noun = is_noun or (stop.group()[0].isspace() and _NEEDS_OBJECT.search(text[at : stop.start()]))
        if not is_noun and stop.start() >= start - 1:
            return stop.start()
    return limit
