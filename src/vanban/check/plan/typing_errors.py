"""Typing errors that leave every syllable valid: "phòng trào" for "phong trào".

Vietnamese typing errors mostly change a mark, and the syllable stays a syllable; only the pair is
wrong. A pair is suspected when it differs in marks alone from a compound of the list below, or from a
pair far more frequent in the same plan. Since neighbours of two compounds also meet as a pair ("hiệu
năng" + "cao" looks like "nâng cao", "vận chuyển" + "đối với" like "chuyển đổi"), a pair is let go when one
of its syllables often stands alone or belongs to a compound with the neighbour on its other side, and the
syllable that is right must be one that hardly occurs outside the compound ("trào", "tuệ", "thí").
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from functools import lru_cache

from vanban.check.rule import Rule
from vanban.model.finding import CUSTOM, Severity
from vanban.viet.text import strip_marks, tone_key

RULE = Rule(
    ma="ke-hoach.go-nham",
    muc=Severity.CANH_BAO,
    ten="Có thể gõ nhầm dấu",
    vi_sao="Từng chữ đúng chính tả nhưng cả từ thì lạ: thường là gõ nhầm dấu.",
    can_cu=CUSTOM,
    sai="phòng trào thi đua; Đề án thí điềm",
    dung="phong trào thi đua; Đề án thí điểm",
)


@lru_cache(maxsize=8192)
def _key(words: str) -> str:
    return tone_key(words)


def _marked_letters(pair: str) -> str:
    """The pair without tone and vowel marks; đ stays đ, for it is a letter of its own."""
    return strip_marks(pair.replace("đ", "\ue000")).replace("\ue000", "đ")


_LIST = """
    an ninh|an toàn|ban hành|bán dẫn|báo cáo|bảo đảm|bảo mật|bảo vệ|bền vững|biện pháp|bộ máy|bồi dưỡng
    bổ sung
    cải cách|cải thiện|căn cứ|cán bộ|cạnh tranh|cập nhật|cấp bách|chất lượng|chiến lược|chính quyền|chính sách
    chính thức|chủ động|chủ tịch|chủ trì|chủ trương|chuẩn hóa|chức năng|chứng nhận|chương trình|chuyên đề
    chuyên gia|chuyển đổi|chuyển giao|cộng đồng|công bố|công cụ|công dân|công khai|công nghệ|công nghiệp
    công tác
    công chức|công trình|công văn|cơ chế|cơ hội|cơ quan|cơ sở|cơ cấu|danh mục|danh sách|dịch vụ
    doanh nghiệp|dữ liệu
    dự án|dự kiến|dự thảo|đáp ứng|đánh giá|đào tạo|đảm bảo|đặc khu|đầu mối|đầu tư|đề án|đề nghị|đề xuất
    địa bàn
    địa phương|điện tử|điều hành|điều kiện|định hướng|định kỳ|đoàn thể|đô thị|đổi mới|đôn đốc|đồng bộ|động lực
    đột phá|đơn vị|giai đoạn|giám sát|giao dịch|giáo dục|giải pháp|hạ tầng|hài lòng|hành chính|hành động
    hệ thống
    hiện đại|hiện hành|hiệu lực|hiệu năng|hiệu quả|hình thành|hình thức|hoàn thành|hoàn thiện|hoạt động
    học viên
    hội đồng|hội nghị|hỗ trợ|hợp đồng|hợp tác|hướng dẫn|kế hoạch|kết luận|kết nối|kết quả|khả năng|khai thác
    khẩn trương|khảo sát|khen thưởng|khởi nghiệp|khoa học|khu vực|khuyến khích|kiểm tra|kiến nghị|kiến thức
    kiến trúc|kinh doanh|kinh nghiệm|kinh phí|kinh tế|kỹ năng|kỹ thuật|lãnh đạo|liên kết|liên quan
    liên thông|lộ trình|lợi thế|mạnh mẽ|mô hình|mô phỏng|mục tiêu|năng lực|năng suất|nâng cấp|nền tảng
    nghị định
    nghị quyết|nghiên cứu|nghiệp vụ|nguyên tắc|ngân sách|nguồn lực|nhà nước|nhân dân|nhân lực|nhân tài
    nhận thức
    nhiệm vụ|nội dung|nội vụ|phân công|phân tích|pháp luật|phát triển|phê duyệt|phong trào|phòng chống
    phối hợp
    phổ biến|phổ cập|phương án|phương pháp|phương thức|phương tiện|quan hệ|quan điểm|quan tâm|quản lý|quản trị
    quốc gia|quốc hội|quốc phòng|quốc tế|quyết định|quyết liệt|quyết tâm|quy chế|quy định|quy hoạch
    quy mô|quy trình
    rà soát|sáng kiến|sáng tạo|sản phẩm|sản xuất|sắp xếp|sinh thái|sinh viên|số hóa|sở hữu|sự kiện|tài chính
    tài liệu|tài năng|tài nguyên|tài sản|tạo lập|tập đoàn|tập huấn|tập trung|tăng cường|tăng trưởng|tham gia
    tham mưu|thành lập|thành phần|thành phố|thành ủy|thẩm định|thẩm quyền|thể chế|theo dõi|thi đua|thí điểm
    thiết bị|thiết kế|thiết thực|thống kê|thống nhất|thông báo|thông minh|thông tin|thông tư|thời gian
    thời hạn
    thủ trưởng|thủ tục|thủ tướng|thúc đẩy|thực hiện|thực tiễn|thực chất|thường xuyên|thương mại|tích cực
    tích hợp
    tiềm lực|tiềm năng|tiên phong|tiến độ|tiếp cận|tiếp nhận|tiếp tục|tiêu chí|tiêu chuẩn|tính toán|tổ chức
    tổng hợp|tổng kết|trách nhiệm|triển khai|trình độ|trí tuệ|trọng dụng|trọng điểm|trọng tâm|trung tâm
    trung ương
    truyền thông|truyền thống|trực thuộc|trực tuyến|tuyên truyền|tư duy|tư nhân|tư tưởng|tự động|ứng dụng
    ưu đãi
    ưu tiên|ủy ban|vận động|vận hành|văn bản|văn hóa|văn phòng|viễn thông|vướng mắc|xã hội|xây dựng|xử lý
    xúc tiến
    xung lực|y tế|yêu cầu
"""
COMPOUNDS = frozenset(one.strip() for line in _LIST.splitlines() for one in line.split("|") if one.strip())
"""Compounds of administrative language; a plain list of common words."""

_KEYS = frozenset(_key(one) for one in COMPOUNDS)

_BY_LETTERS = {_marked_letters(one): one for one in sorted(COMPOUNDS)}
_SYLLABLES = Counter(_key(word) for one in COMPOUNDS for word in one.split())
_ONCE = frozenset(word for word, count in _SYLLABLES.items() if count == 1)
"""Syllables of one compound only: beside them a strange partner is telling."""

_ALONE_LIST = """
    ai ba bằng bị bộ cả các cách cao cần chế chi chính cho chủ chung chưa có cơ con còn công của cũng
    cùng cụ cũ do dù
    dùng dự đã đang đầu đây để đề đến đều điểm đó độ đội động đồng đợt đưa được giá giao giữa gồm hai
    hàng hạn hành hay
    hết hoá hóa học hội hơn khác khi khó khu không kỳ là lại làm lên lớn lực lý mà mang mỗi mới một mức
    năm nên nếu
    người nhà nhất nhóm như nhưng nơi nước phải phần phí phố qua quá quan quản quy ra rõ sẽ sao sau sở số
    sự tại
    tài tăng thành thay thấy theo thì thu thời thức tiền tin tính tỉnh tố tới trả trên trong trước trường
    tự tư từ từng
    tử vào vẫn vấn vậy về vì việc viên vốn vụ vừa với vùng xã xem xong ý
"""
_ALONE = frozenset(_ALONE_LIST.split())
"""Syllables that are words of their own, or end so many compounds that a neighbour proves nothing."""

_PAIR = re.compile(r"(?<![\w&.-])([^\W\d_]+) (?=([^\W\d_]+)(?![\w&-]))")
FREQUENT = 6
"""A pair this frequent in the plan is taken for right."""


class Typist:
    """Knows the right pairs of one plan, and finds the suspect ones."""

    def __init__(self, texts: Sequence[str]) -> None:
        pairs = [pair.casefold() for text in texts for pair, _, _ in _pairs(text)]
        self._count = Counter(_key(pair) for pair in pairs)
        self._beside: dict[str, Counter[str]] = defaultdict(Counter)
        for pair in pairs:
            for word in pair.split():
                self._beside[_key(word)][_key(pair)] += 1
        self._frequent = {
            _marked_letters(pair): pair
            for pair in pairs
            if self._count[_key(pair)] >= FREQUENT and not _has_alone(pair)
        }

    def errors(self, text: str) -> Iterator[tuple[str, str]]:
        """Each suspect pair of the text with the compound that it is probably meant to be."""
        for pair, before, after in _pairs(text):
            right = self._meant(pair.casefold(), before.casefold(), after.casefold())
            if right:
                yield pair, _with_case(right, pair)

    def _meant(self, pair: str, before: str, after: str) -> str:
        if _key(pair) in _KEYS or _has_alone(pair):
            return ""
        first, second = pair.split()
        if _listed(before, first) or _listed(second, after):
            return ""
        letters, count = _marked_letters(pair), self._count[_key(pair)]
        right = _BY_LETTERS.get(letters, "")
        if right and _kept(pair, right) in _ONCE and count <= max(self._count[_key(right)], 3):
            return right
        right = self._frequent.get(letters, "")
        if right and count == 1 and self._binds(_kept(pair, right), right, pair):
            return right
        return ""

    def _binds(self, kept: str, right: str, wrong: str) -> bool:
        """Whether the plan has the kept syllable beside its partner, and nearly nowhere else."""
        pairs = self._beside[_key(kept)]
        inside = self._count[_key(right)] + self._count[_key(wrong)]
        return bool(kept) and 2 * inside >= sum(pairs.values())


def _kept(pair: str, right: str) -> str:
    """The one syllable that two pairs have in common at the same place; "" if both or none."""
    same = [one for one, other in zip(pair.split(), right.split(), strict=True) if _key(one) == _key(other)]
    return _key(same[0]) if len(same) == 1 else ""


def _listed(first: str, second: str) -> bool:
    return _key(f"{first} {second}") in _KEYS


def _pairs(text: str) -> Iterator[tuple[str, str, str]]:
    """Neighbouring syllables with nothing but one space between, and the syllables on both sides."""
    for match in _PAIR.finditer(text):
        before = re.search(r"([^\W\d_]+) $", text[: match.start()])
        after = re.match(r" ([^\W\d_]+)", text[match.end(2) :])
        yield f"{match[1]} {match[2]}", before[1] if before else "", after[1] if after else ""


def _has_alone(pair: str) -> bool:
    return any(word.casefold() in _ALONE for word in pair.split())


def _with_case(right: str, like: str) -> str:
    if like.isupper():
        return right.upper()
    pieces = zip(right.split(), like.split(), strict=True)
    return " ".join(one.capitalize() if other[0].isupper() else one for one, other in pieces)
