"""Faults planted one by one into lawful papers of other people, with the rules that must tell of them."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

from foreign_layouts import Layout
from foreign_words import Appendix, Paper, Signer

Change = Callable[[Paper, Layout], tuple[Paper, Layout]]
TABLES = ("bang-mot-hang", "bang-hai-hang", "bang-ba-cot")
MIXED = ("bang-mot-hang", "bang-ba-hang", "tab")
ALL_WAYS = ("bang-hai-hang", "bang-ba-hang", "ngat-dong")


@dataclass(frozen=True)
class Fault:
    """One fault: where it is planted, and the rules (as patterns) that are to find it."""

    name: str
    kind: str
    change: Change
    rules: tuple[str, ...]
    ways: tuple[str, ...] = MIXED


def words(**fields: Any) -> Change:
    """Other words in the paper."""
    return lambda paper, layout: (replace(paper, **fields), layout)


def look(code: str, **values: Any) -> Change:
    """Another look of one component."""
    return lambda paper, layout: (paper, replace(layout, bend={code: values}))


def looks(codes: tuple[str, ...], **values: Any) -> Change:
    """The same other look of several components."""
    return lambda paper, layout: (paper, replace(layout, bend=dict.fromkeys(codes, values)))


def page(**fields: Any) -> Change:
    """Another layout of the page, its number or its rule lines."""
    return lambda paper, layout: (paper, replace(layout, **fields))


def body(old: str, new: str) -> Change:
    """Other words in one paragraph of the body; the words must be there."""

    def change(paper: Paper, layout: Layout) -> tuple[Paper, Layout]:
        assert any(line.startswith(old) for line in paper.body)
        lines = tuple(new + line[len(old) :] if line.startswith(old) else line for line in paper.body)
        return replace(paper, body=lines), layout

    return change


def appendices(edit: Callable[[int, Appendix], Appendix]) -> Change:
    """Other words in the appendices; the index counts from 1."""

    def change(paper: Paper, layout: Layout) -> tuple[Paper, Layout]:
        edited = tuple(edit(index, each) for index, each in enumerate(paper.appendices, start=1))
        return replace(paper, appendices=edited), layout

    return change


def signer(*lines: str, name: str = "Hoàng Văn Mẫu") -> Change:
    return words(signers=(Signer(lines, name),))


_HEAD = (
    Fault("Quốc hiệu cỡ 14", "ke_hoach", look("quoc_hieu", size=14), ("*quoc-hieu.co-chu",)),
    Fault("Quốc hiệu không đậm", "bao_cao", look("quoc_hieu", bold=False), ("*quoc-hieu.dam",)),
    Fault("Tiêu ngữ cỡ 12", "cong_van", look("tieu_ngu", size=12), ("*tieu-ngu.co-chu",)),
    Fault("Tiêu ngữ nghiêng", "thong_bao", look("tieu_ngu", italic=True), ("*tieu-ngu.nghieng",)),
    Fault(
        "Tiêu ngữ gạch dài",
        "quyet_dinh",
        page(tieu_ngu="Độc lập – Tự do – Hạnh phúc"),
        ("*tieu-ngu.mau-chu",),
    ),
    Fault("cơ quan không đậm", "ke_hoach", look("co_quan_ban_hanh", bold=False), ("*co-quan-ban-hanh.dam",)),
    Fault("cơ quan cỡ 14", "cong_van", look("co_quan_ban_hanh", size=14), ("*co-quan-ban-hanh.co-chu",)),
    Fault("chủ quản đậm", "to_trinh", look("co_quan_chu_quan", bold=True), ("*co-quan-chu-quan.dam",)),
    Fault("chủ quản cỡ 14", "bao_cao", look("co_quan_chu_quan", size=14), ("*co-quan-chu-quan.co-chu",)),
    Fault("số không có 0", "cong_van", words(number="Số: 5/SNV-VP"), ("*so-ky-hieu.so-khong",)),
    Fault("ký hiệu cách chữ", "ke_hoach", words(number="Số: 15/KH - SNV"), ("*so-ky-hieu.cach-chu",)),
    Fault("số cỡ 14", "quyet_dinh", look("so_ky_hieu", size=14), ("*so-ky-hieu.co-chu",)),
    Fault("số chữ đậm", "thong_bao", look("so_ky_hieu", bold=True), ("*so-ky-hieu.dam",)),
    Fault("sai chữ viết tắt", "ke_hoach", words(number="Số: 15/BC-SNV"), ("*so-ky-hieu.loai",)),
    Fault("CV trong ký hiệu", "cong_van", words(number="Số: 15/CV-SNV"), ("*so-ky-hieu.loai",)),
    Fault("gạch chéo đổi chỗ", "bao_cao", words(number="Số: 15-BC/SNV"), ("*so-ky-hieu.*",)),
    Fault(
        "ngày không có 0",
        "ke_hoach",
        words(place_date="Mẫu, ngày 5 tháng 01 năm 2026"),
        ("*thoi-gian.so-khong",),
    ),
    Fault(
        "tháng không có 0",
        "cong_van",
        words(place_date="Mẫu, ngày 15 tháng 1 năm 2026"),
        ("*thoi-gian.so-khong",),
    ),
    Fault(
        "ngày 31 tháng 6",
        "bao_cao",
        words(place_date="Mẫu, ngày 31 tháng 6 năm 2026"),
        ("*ngay-khong-co",),
    ),
    Fault(
        "địa danh thiếu phẩy",
        "to_trinh",
        words(place_date="Mẫu ngày 05 tháng 01 năm 2026"),
        ("*thoi-gian.dau-phay",),
    ),
    Fault("ngày chữ đứng", "thong_bao", look("dia_danh_thoi_gian", italic=False), ("*thoi-gian.nghieng",)),
)
_TITLE = (
    Fault("tên loại cỡ 16", "ke_hoach", look("ten_loai", size=16), ("*ten-loai.co-chu",)),
    Fault("tên loại không đậm", "bao_cao", look("ten_loai", bold=False), ("*ten-loai.dam",), ALL_WAYS[:2]),
    Fault("trích yếu không đậm", "ke_hoach", look("trich_yeu", bold=False), ("*trich-yeu.dam",)),
    Fault("trích yếu canh trái", "thong_bao", look("trich_yeu", align="left"), ("*trich-yeu.canh",)),
    Fault("V/v đậm", "cong_van", look("trich_yeu_cong_van", bold=True), ("*trich-yeu-cong-van.dam",)),
    Fault("V/v cỡ 14", "cong_van", look("trich_yeu_cong_van", size=14), ("*trich-yeu-cong-van.co-chu",)),
    Fault(
        "V/v sát số", "cong_van", look("trich_yeu_cong_van", before=2), ("*trich-yeu-cong-van.*",), TABLES[:2]
    ),
    Fault("công văn có tên loại", "cong_van", words(stray_title="CÔNG VĂN"), ("*ten-loai.cong-van",)),
    Fault("kẻ Tiêu ngữ ngắn", "ke_hoach", page(rules={"tieu_ngu": 0.5}), ("*ke-tieu-ngu.do-dai",), TABLES),
    Fault("kẻ Tiêu ngữ thiếu", "cong_van", page(rules={"tieu_ngu": None}), ("*ke-tieu-ngu.thieu",), TABLES),
    Fault("kẻ cơ quan dài", "ke_hoach", page(rules={"co_quan_ban_hanh": 0.9}), ("*ke-co-quan*",), TABLES),
    Fault("kẻ cơ quan thiếu", "bao_cao", page(rules={"co_quan_ban_hanh": None}), ("*ke-co-quan*",), TABLES),
    Fault("kẻ trích yếu dài", "thong_bao", page(rules={"trich_yeu": 0.9}), ("*ke-trich-yeu.do-dai",)),
    Fault("kẻ trích yếu thiếu", "ke_hoach", page(rules={"trich_yeu": None}), ("*ke-trich-yeu.thieu",)),
)
_RIGHT_GROUNDS = "Căn cứ Luật Lưu trữ ngày 21 tháng 6 năm 2024;"
_BODY = (
    Fault("căn cứ đứng", "quyet_dinh", look("can_cu", italic=False), ("*can-cu.nghieng",)),
    Fault(
        "căn cứ cuối có chấm phẩy",
        "to_trinh",
        words(grounds=(_RIGHT_GROUNDS, "Căn cứ chức năng, nhiệm vụ của Sở Nội vụ;")),
        ("*can-cu.dau-cuoi-dong",),
    ),
    Fault(
        "căn cứ giữa có chấm",
        "quyet_dinh",
        words(grounds=(_RIGHT_GROUNDS[:-1] + ".", "Theo đề nghị của Chánh Văn phòng Sở.")),
        ("*can-cu.dau-cuoi-dong",),
    ),
    Fault("lời văn canh trái", "ke_hoach", look("doan", align="left"), ("*doan-van.canh",)),
    Fault("đoạn cách 3 pt", "bao_cao", look("doan", before=3), ("*doan-van.cach-doan",)),
    Fault("lùi đầu dòng 20 mm", "ke_hoach", look("doan", first=20), ("*doan-van.thut-dau-dong",)),
    Fault("giãn dòng đôi", "thong_bao", look("doan", line=("auto", 2.0)), ("*doan-van.gian-dong",)),
    Fault("lời văn cỡ 12", "bao_cao", look("doan", size=12), ("*.co-chu",)),
    Fault("lời văn nghiêng", "thong_bao", look("doan", italic=True), ("*.nghieng",)),
    Fault("chữ đỏ", "ke_hoach", look("doan", color="FF0000"), ("*trang.mau",)),
    Fault("phông Arial", "cong_van", look("doan", font="Arial"), ("*trang.phong",)),
    Fault("số 1, 2, 4", "quy_che", body("2. Các phòng", "3. Các phòng"), ("*danh-so.lien-tuc",)),
    Fault(
        "mục I, II, II",
        "ke_hoach",
        body("III. TỔ CHỨC", "II. TỔ CHỨC"),
        ("*danh-so.lien-tuc",),
    ),
    Fault("điểm a, b, d", "quy_dinh", body("c) Kết thúc", "d) Kết thúc"), ("*danh-so.lien-tuc",)),
    Fault("Điều 1, 2, 4", "quyet_dinh", body("Điều 3.", "Điều 4."), ("*danh-so.lien-tuc",)),
    Fault("khoản 1.1, 1.3", "bao_cao", body("1.2. Tổng", "1.3. Tổng"), ("*danh-so.lien-tuc",)),
)
_END = (
    Fault("Nơi nhận không nghiêng", "ke_hoach", look("noi_nhan", italic=False), ("*noi-nhan.nghieng",)),
    Fault("Nơi nhận cỡ 14", "quyet_dinh", look("noi_nhan", size=14), ("*noi-nhan.co-chu",)),
    Fault("danh sách cỡ 12", "bao_cao", look("noi_nhan_danh_sach", size=12), ("*danh-sach.co-chu",)),
    Fault(
        "thiếu Như trên",
        "cong_van",
        words(receivers=("- Ủy ban nhân dân tỉnh;", "- Lưu: VT, VP.")),
        ("*nhu-tren",),
    ),
    Fault(
        "Lưu thiếu hai chấm",
        "ke_hoach",
        words(receivers=("- Ủy ban nhân dân tỉnh;", "- Lưu VT, VP.")),
        ("*danh-sach.luu",),
    ),
    Fault(
        "Lưu thiếu chấm cuối",
        "thong_bao",
        words(receivers=("- Ủy ban nhân dân tỉnh;", "- Lưu: VT, VP")),
        ("*danh-sach.luu",),
    ),
    Fault(
        "dòng nơi nhận có chấm",
        "to_trinh",
        words(receivers=("- Như trên.", "- Lưu: VT, VP.")),
        ("*danh-sach.dau-dong",),
    ),
    Fault("KT. GIÁM ĐỐC ký là GIÁM ĐỐC", "cong_van", signer("KT. GIÁM ĐỐC", "GIÁM ĐỐC"), ("*quyen-han.*",)),
    Fault("T/M", "chuong_trinh", signer("T/M ỦY BAN NHÂN DÂN", "CHỦ TỊCH"), ("*quyen-han.chu-viet-tat",)),
    Fault("TM. CHỦ TỊCH", "chuong_trinh", signer("TM. CHỦ TỊCH", "PHÓ CHỦ TỊCH"), ("*quyen-han.*",)),
    Fault("học vị trước họ tên", "bao_cao", signer("GIÁM ĐỐC", name="TS. Hoàng Văn Mẫu"), ("*hoc-vi",)),
    Fault("họ tên in hoa", "ke_hoach", signer("GIÁM ĐỐC", name="HOÀNG VĂN MẪU"), ("*ho-ten.in-hoa",)),
    Fault("chức vụ không đậm", "thong_bao", look("ky", bold=False), ("*quyen-han.dam", "*chuc-vu.dam")),
    Fault("họ tên cỡ 16", "quyet_dinh", look("ho_ten", size=16), ("*ho-ten.co-chu",)),
    Fault(
        "Kính gửi trong quyết định",
        "quyet_dinh",
        words(addressees=("Các phòng, đơn vị thuộc Sở",), receivers=("- Như trên;", "- Lưu: VT, VP.")),
        ("*kinh-gui.khong-dung",),
        TABLES,
    ),
    Fault("Kính gửi đậm", "to_trinh", look("kinh_gui", bold=True), ("*kinh-gui.dam",)),
    Fault("thiếu Kính gửi", "to_trinh", words(addressees=()), ("*thanh-phan.thieu", "*kinh-gui*")),
    Fault("thiếu ngày tháng", "ke_hoach", words(place_date=""), ("*thanh-phan.thieu",), TABLES),
    Fault("thiếu Nơi nhận", "thong_bao", words(receivers=()), ("*thanh-phan.thieu",), TABLES),
)
_PAGE = (
    Fault("lề trên 15 mm", "ke_hoach", page(margins_mm=(15, 20, 30, 20)), ("*trang.le-tren",)),
    Fault("lề dưới 15 mm", "bao_cao", page(margins_mm=(20, 15, 30, 20)), ("*trang.le-duoi",)),
    Fault("không có số trang", "ke_hoach", page(page_number="khong"), ("*so-trang.thieu",)),
    Fault("số trang bên phải", "bao_cao", page(page_number="phai"), ("*so-trang.canh",)),
    Fault("số trang cỡ 12", "cong_van", look("so_trang", size=12), ("*so-trang.co-chu",)),
    Fault(
        "phụ lục đánh số Ả Rập",
        "ke_hoach",
        appendices(lambda index, each: replace(each, heading=f"Phụ lục {index}")),
        ("*phu-luc.so-la-ma",),
    ),
    Fault(
        "phụ lục thiếu Kèm theo",
        "ke_hoach",
        appendices(lambda index, each: replace(each, tied="")),
        ("*phu-luc.kem-theo",),
    ),
    Fault("phụ lục cỡ 13", "ke_hoach", look("phu_luc", size=13), ("*phu-luc.co-chu",)),
    Fault("kèm theo chữ đứng", "ke_hoach", look("kem_theo", italic=False), ("*kem-theo.nghieng",)),
    Fault(
        "số trang chạy tiếp sang phụ lục", "ke_hoach", page(own_appendix_pages=False), ("*so-trang.phu-luc",)
    ),
    Fault(
        "lời văn không nhắc phụ lục",
        "ke_hoach",
        body(
            "Nâng cao chất lượng lập hồ sơ (chi tiết tại Phụ lục I và Phụ lục II kèm theo)",
            "Nâng cao chất lượng lập hồ sơ",
        ),
        ("*phu-luc.chi-dan",),
    ),
)
FAULTS = (*_HEAD, *_TITLE, *_BODY, *_END, *_PAGE)
