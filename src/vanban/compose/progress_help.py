"""The page of a progress workbook that tells an agency how to fill it."""

from typing import Final

HELP_LINES: Final = (
    "1. Chỉ điền các ô nền trắng. Ô nền xám (tên nhiệm vụ, cơ quan, thời hạn…) do cơ quan đầu mối "
    "khóa; nếu thấy sai, báo cho đầu mối, không sửa trong tệp.",
    "2. Trang “Tiến độ”: mỗi nhiệm vụ một dòng. Chọn Trạng thái trong danh sách; không có “quá hạn” "
    "vì máy tự tính từ thời hạn và ngày chốt số liệu.",
    "3. “% hoàn thành” là số nguyên từ 0 đến 100. Ghi 100 khi và chỉ khi Trạng thái là Hoàn thành; "
    "Chưa thực hiện thì ghi 0.",
    "4. “Ngày hoàn thành” chỉ ghi khi đã hoàn thành, gõ như 15/8/2025, không sau ngày chốt số liệu.",
    "5. Trang “Văn bản”: mỗi văn bản đã ban hành một dòng, đủ loại, số, ký hiệu, ngày, cơ quan, trích"
    " yếu để in được ngay trong báo cáo. Dòng đã có sẵn tên sản phẩm mà chưa có văn bản thì để trống "
    "phần còn lại.",
    "6. Trang “Chỉ tiêu”: mỗi chỉ tiêu đo được một dòng, như Lớp tập huấn, kế hoạch giao 50, đã đạt "
    "42, đơn vị lớp.",
    "7. Trang “Khó khăn” và “Kiến nghị”: mỗi ý một dòng, chọn nhãn, chọn cơ quan giải quyết.",
    "8. “Hạn điều chỉnh” chỉ ghi khi có văn bản cho phép, kèm số, ngày văn bản ấy. Báo cáo vẫn giữ "
    "thời hạn của kế hoạch để tính đúng hạn, trễ hạn.",
    "9. Số nhiệm vụ là chữ (2.10 khác 2.1): chọn trong danh sách, đừng gõ.",
    "10. Không thêm, xóa, đổi tên cột và trang; không dùng công thức trong ô cần điền; không thêm "
    "dòng nhiệm vụ. Có thể lọc, đổi độ rộng cột.",
    "11. Ô tô đỏ đậm ở Ngày hoàn thành hoặc % là chỗ chưa khớp với Trạng thái, cần sửa trước khi gửi.",
    "12. Không có gì mới thì vẫn gửi lại tệp: cơ quan được ghi là đã báo cáo kỳ này.",
)
