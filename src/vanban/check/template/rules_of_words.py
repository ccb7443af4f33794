"""Rules on what tags say: blocks, fields, filters, and what a kind of paper needs."""

from typing import Final

from vanban.check.rule import Rule
from vanban.model.finding import CUSTOM, Severity


def _rule(ma: str, muc: Severity, ten: str, vi_sao: str, sai: str, dung: str) -> Rule:
    return Rule(ma=f"mau.{ma}", muc=muc, ten=ten, vi_sao=vi_sao, can_cu=CUSTOM, sai=sai, dung=dung)


UNENDED: Final = _rule(
    "khoi-chua-dong",
    Severity.LOI,
    "Khối chưa đóng",
    "Mỗi for cần endfor, mỗi if cần endif; thiếu thì không văn bản nào tạo được từ mẫu.",
    "{%p for dong in can_cu %} … hết mẫu",
    "{%p for dong in can_cu %} … {%p endfor %}",
)
UNBEGUN: Final = _rule(
    "khoi-chua-mo",
    Severity.LOI,
    "Thẻ đóng không có thẻ mở",
    "endfor, endif, else, elif chỉ có nghĩa sau for hoặc if đang mở; xóa thẻ mở thì xóa cả thẻ đóng.",
    "{%p endif %} mà trước đó không có {%p if … %}",
    "{%p if can_cu %} … {%p endif %}",
)
CROSSED: Final = _rule(
    "khoi-cheo",
    Severity.LOI,
    "Hai khối chéo nhau",
    "Khối mở sau phải đóng trước, như ngoặc lồng nhau.",
    "{%p for n in nhom %} {%p if n.ten %} {%p endfor %} {%p endif %}",
    "{%p for n in nhom %} {%p if n.ten %} {%p endif %} {%p endfor %}",
)
UNEVEN: Final = _rule(
    "khoi-lech-cho",
    Severity.LOI,
    "Thẻ mở và thẻ đóng ở hai cấp khác nhau",
    "Thẻ mở trong ô bảng mà thẻ đóng ngoài bảng (hoặc một thẻ có p, thẻ kia không) thì văn bản tạo ra hỏng.",
    "{%p if can_cu %} ngoài bảng, {%p endif %} trong một ô của bảng",
    "cả hai thẻ ở cùng một ô, hoặc cùng ở ngoài bảng",
)
OVER_CELLS: Final = _rule(
    "khoi-qua-o",
    Severity.CANH_BAO,
    "Khối đi qua ranh giới ô hoặc hàng",
    "Khối mở ở ô này, đóng ở ô khác thì hàng có thể thừa hoặc thiếu ô; {%tc và {%tr được làm cho việc ấy.",
    "{% if can_cu %} ở ô thứ nhất, {% endif %} ở ô thứ hai",
    "{%tc if can_cu %} và {%tc endif %}, mỗi thẻ một ô riêng",
)
STATEMENT: Final = _rule(
    "lenh-la",
    Severity.LOI,
    "Lệnh không có",
    "Mẫu chỉ dùng for, if, elif, else, endfor, endif, set; lệnh khác không chạy hoặc lấy tệp ngoài mẫu.",
    "{%p fro dong in can_cu %}",
    "{%p for dong in can_cu %}",
)
SYNTAX: Final = _rule(
    "bieu-thuc-sai",
    Severity.LOI,
    "Thẻ viết sai",
    "Thẻ không đọc được thì không văn bản nào tạo được từ mẫu.",
    "{{ trich yeu }}",
    "{{ trich_yeu }}",
)
FIELD: Final = _rule(
    "truong-la",
    Severity.LOI,
    "Trường không có",
    "Văn bản loại này không có trường ấy: tạo văn bản dừng ở đây. Thường do gõ sai hoặc trường đã đổi tên.",
    "{{ trich_iu }}",
    "{{ trich_yeu }}",
)
FILTER: Final = _rule(
    "bo-loc-la",
    Severity.LOI,
    "Bộ lọc hoặc phép thử không có",
    "Tên đứng sau dấu | hoặc sau chữ is phải là bộ lọc, phép thử có trong danh mục.",
    "{{ ngay_lap|ngay_daydu }}",
    "{{ ngay_lap|ngay_day_du }}",
)
CODE: Final = _rule(
    "chay-ma",
    Severity.LOI,
    "Biểu thức chạy mã",
    "Mẫu chỉ được hỏi trường, lặp, chọn và lọc; gọi hàm và thuộc tính có dấu gạch dưới ở đầu bị từ chối.",
    "{{ ''.__class__ }}",
    "{{ trich_yeu }}",
)
OPERATOR: Final = _rule(
    "phep-tinh",
    Severity.LOI,
    "Phép tính không được dùng",
    "Mẫu không tính toán: số liệu được tính và kiểm tra trước khi vào mẫu.",
    "{{ nhom|length * 2 }}",
    "{{ nhom|length }}",
)
WHOLE: Final = _rule(
    "in-ca-khoi",
    Severity.LOI,
    "In thẳng danh sách hoặc nhóm trường",
    "Danh sách, nhóm trường và giá trị đúng sai in thẳng ra giấy thành mã máy như ['…'] hoặc True.",
    "{{ can_cu }}",
    "{%p for dong in can_cu %} {{ dong }} {%p endfor %}",
)
LOOP: Final = _rule(
    "lap-sai",
    Severity.LOI,
    "Lặp trên thứ không phải danh sách",
    "Lặp trên một đoạn chữ thì in từng chữ cái một.",
    "{%p for dong in trich_yeu %}",
    "{%p for dong in can_cu %}",
)
NEEDED: Final = _rule(
    "thieu-truong",
    Severity.LOI,
    "Mẫu không in trường bắt buộc",
    "Trường này văn bản nào của loại cũng có; mẫu không in thì giấy thiếu một thành phần.",
    "mẫu Tờ trình không có {{ trich_yeu }}",
    "{{ trich_yeu }} đứng ở kiểu đoạn “VB Trích yếu”",
)
UNPRINTED: Final = _rule(
    "truong-khong-in",
    Severity.CANH_BAO,
    "Mẫu không in trường có thể có chữ",
    "Khi kế hoạch có nội dung này, nội dung sẽ không ra giấy.",
    "mẫu Kế hoạch không có {{ kinh_phi }}",
    "{%p for doan in kinh_phi %} {{ doan }} {%p endfor %}",
)
UNUSABLE: Final = _rule(
    "khong-dung-duoc",
    Severity.LOI,
    "Không tạo được văn bản mẫu",
    "Điền dữ liệu mẫu vào mẫu này thì dừng lại: có lỗi mà các quy tắc khác không nhận ra.",
    "mẫu dừng khi tạo thử văn bản",
    "mẫu tạo được văn bản từ dữ liệu mẫu",
)
WORD_RULES: Final = (
    *(UNENDED, UNBEGUN, CROSSED, UNEVEN, OVER_CELLS, STATEMENT, SYNTAX, FIELD, FILTER, CODE),
    *(OPERATOR, WHOLE, LOOP, NEEDED, UNPRINTED, UNUSABLE),
)
