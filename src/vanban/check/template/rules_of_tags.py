"""Rules on how tags are written and where they stand."""

from typing import Final

from vanban.check.rule import Rule
from vanban.model.finding import CUSTOM, Severity

_LOST = (
    "Khi tạo văn bản, cả đoạn (hàng, ô) chứa thẻ này biến mất; những gì đứng cạnh thẻ mất theo, không ai hay."
)


def _rule(ma: str, muc: Severity, ten: str, vi_sao: str, sai: str, dung: str) -> Rule:
    return Rule(ma=f"mau.{ma}", muc=muc, ten=ten, vi_sao=vi_sao, can_cu=CUSTOM, sai=sai, dung=dung)


UNCLOSED: Final = _rule(
    "the-chua-dong",
    Severity.LOI,
    "Thẻ chưa đóng",
    "Thẻ thiếu }} hoặc %} thì dữ liệu không được điền, và chữ sau đó bị hiểu là một phần của thẻ.",
    "Số {{ dau_trang.so_ky_hieu }",
    "Số {{ dau_trang.so_ky_hieu }}",
)
STRAY: Final = _rule(
    "the-chua-mo",
    Severity.LOI,
    "Dấu đóng thẻ không có dấu mở",
    "Dấu }} hoặc %} lẻ được in nguyên ra giấy, còn trường thì không được điền.",
    "trich_yeu }}",
    "{{ trich_yeu }}",
)
ONE_BRACE: Final = _rule(
    "the-mot-ngoac",
    Severity.CANH_BAO,
    "Tên trường trong một ngoặc",
    "Chỉ hai ngoặc liền nhau mới là thẻ; một ngoặc thì tên trường được in nguyên ra giấy.",
    "{trich_yeu}",
    "{{ trich_yeu }}",
)
LOOSE_SCOPE: Final = _rule(
    "the-viet-roi",
    Severity.LOI,
    "Chữ p, tr, tc viết rời",
    "Chữ p, tr, tc, r phải viết liền sau {% và có một dấu cách ở sau; viết rời thì thẻ không được hiểu.",
    "{% p for dong in can_cu %}",
    "{%p for dong in can_cu %}",
)
NO_SPACE: Final = _rule(
    "the-viet-dinh",
    Severity.LOI,
    "Chữ p, tr, tc viết dính",
    "Sau {%p, {%tr, {%tc phải có một dấu cách thường; thiếu thì thẻ không được hiểu.",
    "{%pfor dong in can_cu %}",
    "{%p for dong in can_cu %}",
)
CURLY: Final = _rule(
    "dau-nhay-cong",
    Severity.GOI_Y,
    "Dấu nháy cong trong thẻ",
    "Word và LibreOffice tự đổi nháy thẳng thành nháy cong; chương trình vẫn hiểu, nháy thẳng chắc hơn.",
    "{{ noi_nhan|join(‘, ’) }}",
    "{{ noi_nhan|join(', ') }}",
)
TWO_LOOKS: Final = _rule(
    "the-nhieu-dinh-dang",
    Severity.GOI_Y,
    "Thẻ có nhiều định dạng",
    "Một thẻ chỉ có một định dạng: chữ điền vào lấy định dạng của ký tự đầu thẻ, phần còn lại bị bỏ qua.",
    "{{ trich_yeu }} với chữ “yeu” in đậm",
    "{{ trich_yeu }} cùng một định dạng từ {{ đến }}",
)
PLAIN_SCOPE: Final = _rule(
    "the-chen-khoi",
    Severity.LOI,
    "Thẻ chèn khối với trường chữ",
    "{{p …}}, {{tr …}}, {{tc …}}, {{r …}} chèn cả một khối Word; trường chỉ có chữ sẽ mất khỏi giấy.",
    "{{r trich_yeu }}",
    "{{ trich_yeu }}",
)
TWO_IN_ONE: Final = _rule(
    "hai-the-mot-cho",
    Severity.LOI,
    "Hai thẻ {%p, {%tr, {%tc cùng một chỗ",
    "Mỗi thẻ {%p cần một đoạn riêng, {%tr một hàng riêng, {%tc một ô riêng; thẻ sau làm mất thẻ trước.",
    "{%p if can_cu %}{%p for dong in can_cu %} trong một đoạn",
    "{%p if can_cu %} và {%p for dong in can_cu %}, mỗi thẻ một đoạn",
)
BESIDE: Final = _rule(
    "chu-canh-the",
    Severity.LOI,
    "Chữ cạnh thẻ sẽ mất",
    _LOST,
    "Căn cứ: {%p for dong in can_cu %}",
    "{%p for dong in can_cu %} đứng một mình trong đoạn",
)
OUTSIDE_TABLE: Final = _rule(
    "ngoai-bang",
    Severity.LOI,
    "Thẻ của bảng đứng ngoài bảng",
    "{%tr lặp hàng, {%tc lặp ô của bảng; đứng ngoài bảng thì không có gì để lặp.",
    "{%tr for dong in can_cu %} trong một đoạn thường",
    "{%p for dong in can_cu %}",
)
TAG_RULES: Final = (
    *(UNCLOSED, STRAY, ONE_BRACE, LOOSE_SCOPE, NO_SPACE, CURLY, TWO_LOOKS),
    *(PLAIN_SCOPE, TWO_IN_ONE, BESIDE, OUTSIDE_TABLE),
)
