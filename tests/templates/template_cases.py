"""Faults that editors make in templates: the body of a template, and what must be found, nothing else.

Each case: a name, the paragraphs (or XML) of the body, and the findings as (rule, the words at fault, a
piece of the remedy).
"""

from raw_docx import docx, p, r

from vanban.check.template.checks import check_tags
from vanban.check.template.reading import TemplateReading
from vanban.law.decree import load_decree, load_kinds
from vanban.model.finding import Finding
from vanban.model.papers import paper_kind
from vanban.word.locate import observe_located
from vanban.word.template_language import TemplateLanguage
from vanban.word.template_tags import tags_of

NEEDS = ("mau.thieu-truong", "mau.truong-khong-in")


def findings(body: str, kind: str = "ke-hoach", **parts: str) -> list[Finding]:
    """What the tags of this body bring, apart from what a whole template would need."""
    located = observe_located(docx(body, **parts), "mẫu.docx")
    found_kind = paper_kind(kind)
    assert found_kind is not None
    elements = {e: n for n, home in enumerate(located.homes, start=1) for e in home.elements}
    reading = TemplateReading(
        "mẫu.docx", found_kind, located.sheet, tags_of(located), elements, TemplateLanguage()
    )
    found, _ = check_tags(reading, load_decree(), load_kinds())
    texts = {paragraph.number: paragraph.text for paragraph in located.sheet.paragraphs}
    for finding in found:
        if finding.vi_tri:
            start, end = finding.vi_tri
            finding.trich = texts[finding.noi.doan or 0][start:end]
    return [finding for finding in found if finding.ma not in NEEDS]


def cell(*paragraphs: str) -> str:
    return f'<w:tc><w:tcPr><w:tcW w:w="4000" w:type="dxa"/></w:tcPr>{"".join(paragraphs)}</w:tc>'


def table(*rows: tuple[str, ...]) -> str:
    grid = "".join('<w:gridCol w:w="4000"/>' for _ in rows[0])
    body = "".join(f"<w:tr>{''.join(row)}</w:tr>" for row in rows)
    return f"<w:tbl><w:tblPr/><w:tblGrid>{grid}</w:tblGrid>{body}</w:tbl>"


def lines(*texts: str) -> str:
    return "".join(p(text) for text in texts)


DRAWING = "<w:r><w:drawing/></w:r>"
_FOR, _END = "{%p for dong in can_cu %}", "{%p endfor %}"

CASES: list[tuple[str, str, list[tuple[str, str, str]]]] = [
    (
        "thiếu một ngoặc",
        lines("Về {{ trich_yeu }"),
        [("the-chua-dong", "{{ trich_yeu }", "thay } ở cuối thẻ bằng }}")],
    ),
    ("không đóng", lines("Về {{ trich_yeu"), [("the-chua-dong", "{{ trich_yeu", "gõ }}")]),
    (
        "đóng sai dấu",
        lines("{%p for dong in can_cu }}", "{{ dong }}", _END),
        [("the-chua-dong", "{%p for dong in can_cu }}", "thay }} ở cuối thẻ bằng %}")],
    ),
    ("đóng mà không mở", lines("Về trich_yeu }}"), [("the-chua-mo", "}}", "gõ {{")]),
    ("một ngoặc", lines("Về {trich_yeu}, {abc}"), [("the-mot-ngoac", "{trich_yeu}", "{{ trich_yeu }}")]),
    (
        "p viết rời",
        lines("{% p for dong in can_cu %}", "{{ dong }}", _END),
        [("the-viet-roi", "{% p for dong in can_cu %}", "{%p for dong in can_cu %}")],
    ),
    (
        "p viết dính",
        lines("{%pfor dong in can_cu %}", "{{ dong }}", _END),
        [("the-viet-dinh", "{%pfor dong in can_cu %}", "{%p for dong in can_cu %}")],
    ),
    (
        "dấu cách không ngắt",
        lines("{%p\xa0for dong in can_cu %}", "{{ dong }}", _END),
        [("the-viet-dinh", "{%p\xa0for dong in can_cu %}", "dấu cách thường")],
    ),
    (
        "nháy cong",
        lines("{{ noi_nhan|join(‘, ’) }}"),
        [("dau-nhay-cong", "{{ noi_nhan|join(‘, ’) }}", "nháy thẳng")],
    ),
    (
        "thẻ bị chia vì kiểm lỗi chính tả: không sao",
        f"<w:p>{r('{{ trich')}<w:proofErr w:type='spellStart'/>{r('_yeu }}')}</w:p>",
        [],
    ),
    (
        "thẻ nửa đậm",
        f"<w:p>{r('{{ trich')}{r('_yeu }}', '<w:b/>')}</w:p>",
        [("the-nhieu-dinh-dang", "{{ trich_yeu }}", "một định dạng")],
    ),
    ("chèn khối", lines("{{r trich_yeu }}"), [("the-chen-khoi", "{{r trich_yeu }}", "{{ trich_yeu }}")]),
    (
        "hai thẻ một đoạn",
        lines("{%p if can_cu %}" + _FOR, "{{ dong }}", _END, "{%p endif %}"),
        [("hai-the-mot-cho", _FOR, "một đoạn riêng")],
    ),
    (
        "chữ cạnh thẻ",
        lines(f"Các căn cứ: {_FOR}", "{{ dong }}", _END),
        [("chu-canh-the", _FOR, "một đoạn riêng")],
    ),
    (
        "hình cạnh thẻ",
        f"<w:p>{r(_FOR)}{DRAWING}</w:p>" + lines("{{ dong }}", _END),
        [("chu-canh-the", _FOR, "một đoạn riêng")],
    ),
    (
        "chữ ở ô khác của hàng",
        table(
            (cell(p("{%tr for d in can_cu %}")), cell(p("Cột"))),
            (cell(p("{{ d }}")), cell(p())),
            (cell(p("{%tr endfor %}")), cell(p())),
        ),
        [("chu-canh-the", "{%tr for d in can_cu %}", "một hàng riêng")],
    ),
    (
        "tr ngoài bảng",
        lines("{%tr for d in can_cu %}", "{{ d }}", "{%tr endfor %}"),
        [("ngoai-bang", "{%tr for d in can_cu %}", "{%p"), ("ngoai-bang", "{%tr endfor %}", "{%p")],
    ),
    (
        "thiếu endfor",
        lines("{%p if nhom %}", _FOR, "{{ dong }}", "{%p endif %}"),
        [("khoi-chua-dong", _FOR, "{%p endfor %}")],
    ),
    (
        "thừa endif",
        lines(_FOR, "{{ dong }}", _END, "{%p endif %}"),
        [("khoi-chua-mo", "{%p endif %}", "xóa thẻ này")],
    ),
    ("else lẻ", lines("{%p else %}"), [("khoi-chua-mo", "{%p else %}", "xóa thẻ này")]),
    (
        "chéo nhau",
        lines(_FOR, "{%p if dong %}", "{{ dong }}", _END, "{%p endif %}"),
        [("khoi-cheo", _END, "{%p endif %}")],
    ),
    (
        "vào trong ô",
        lines("{%p if can_cu %}") + table((cell(p("x"), p("{%p endif %}")),)),
        [("khoi-lech-cho", "{%p endif %}", "cùng ô bảng")],
    ),
    (
        "một thẻ có p, một thẻ không",
        lines("{%p if can_cu %}", "chữ {% endif %}"),
        [("khoi-lech-cho", "{% endif %}", "{%p endif %}")],
    ),
    (
        "qua hai ô",
        table((cell(p("{% if can_cu %}a")), cell(p("b{% endif %}")))),
        [("khoi-qua-o", "{% endif %}", "{%tc")],
    ),
    ("qua hai đoạn: không sao", lines("{% if can_cu %}một", "hai{% endif %}"), []),
    (
        "lệnh gõ sai",
        lines("{%p fro dong in can_cu %}", "{{ dong }}", _END),
        [("lenh-la", "{%p fro dong in can_cu %}", "“for”")],
    ),
    (
        "end for viết rời",
        lines(_FOR, "{{ dong }}", "{%p end for %}"),
        [("lenh-la", "{%p end for %}", "“endfor”")],
    ),
    ("lấy tệp khác", lines("{% include 'x' %}"), [("lenh-la", "{% include 'x' %}", "tệp khác")]),
    ("tên có dấu cách", lines("{{ trich yeu }}"), [("bieu-thuc-sai", "{{ trich yeu }}", "“trich_yeu”")]),
    (
        "thiếu in",
        lines("{%p for dong can_cu %}", "{{ mo_dau }}", _END),
        [("bieu-thuc-sai", "{%p for dong can_cu %}", "in can_cu")],
    ),
    (
        "một dấu bằng",
        lines("{% if mo_dau = 'a' %}x{% endif %}"),
        [("bieu-thuc-sai", "{% if mo_dau = 'a' %}", "==")],
    ),
    ("thẻ rỗng", lines("{{ }}"), [("bieu-thuc-sai", "{{ }}", "tên trường")]),
    ("ngoặc thừa", lines("{{ (mo_dau }}"), [("bieu-thuc-sai", "{{ (mo_dau }}", "ngoặc")]),
    ("trường gõ sai", lines("{{ trich_iu }}"), [("truong-la", "{{ trich_iu }}", "“trich_yeu”")]),
    ("trường gõ có dấu", lines("{{ Trích_Yếu }}"), [("truong-la", "{{ Trích_Yếu }}", "“trich_yeu”")]),
    ("trường ở chỗ khác", lines("{{ ho_ten }}"), [("truong-la", "{{ ho_ten }}", "“khoi_ky.ho_ten”")]),
    (
        "trường sâu",
        lines("{%p for n in nhom %}", "{{ n.nhiem_vu[0].thoihan }}", _END),
        [("truong-la", "{{ n.nhiem_vu[0].thoihan }}", "“thoi_han”")],
    ),
    (
        "quên biến của vòng lặp",
        lines("{%p for n in nhom %}", "{%p for nv in n.nhiem_vu %}", "{{ san_pham }}", _END, _END),
        [("truong-la", "{{ san_pham }}", "“nv.san_pham”")],
    ),
    ("biến hết hạn", lines(_FOR, "{{ dong }}", _END, "{{ dong }}"), [("truong-la", "{{ dong }}", "")]),
    (
        "trường của danh sách",
        lines("{{ nhom.ten }}"),
        [("truong-la", "{{ nhom.ten }}", "{%p for n in nhom %}")],
    ),
    ("trường của chữ", lines("{{ mo_dau.ten }}"), [("truong-la", "{{ mo_dau.ten }}", "bỏ “.ten”")]),
    (
        "trường trong bộ lọc",
        lines("{{ nhom|map(attribute='tenn')|join(', ') }}"),
        [("truong-la", "{{ nhom|map(attribute='tenn')|join(', ') }}", "“ten”")],
    ),
    (
        "loop ngoài vòng lặp",
        lines("{{ loop.index }}"),
        [("truong-la", "{{ loop.index }}", "giữa for và endfor")],
    ),
    ("bộ lọc lạ", lines("{{ mo_dau|in_hao }}"), [("bo-loc-la", "{{ mo_dau|in_hao }}", "“in_hoa”")]),
    (
        "phép thử lạ",
        lines("{% if mo_dau is definedd %}x{% endif %}"),
        [("bo-loc-la", "{% if mo_dau is definedd %}", "“defined”")],
    ),
    ("chạy mã", lines("{{ ''.__class__.__mro__ }}"), [("chay-ma", "{{ ''.__class__.__mro__ }}", "chỉ dùng")]),
    (
        "chạy mã qua bộ lọc",
        lines("{{ mo_dau|attr('__class__') }}"),
        [("chay-ma", "{{ mo_dau|attr('__class__') }}", "chỉ dùng")],
    ),
    ("gọi hàm", lines("{{ range(9) }}"), [("chay-ma", "{{ range(9) }}", "chỉ dùng")]),
    ("hàm bị chặn", lines("{{ mo_dau.format(1) }}"), [("chay-ma", "{{ mo_dau.format(1) }}", "chỉ dùng")]),
    ("hàm vô hại: được", lines("{% if mo_dau.startswith('a') %}x{% endif %}"), []),
    ("phép nhân", lines("{{ nhom|length * 2 }}"), [("phep-tinh", "{{ nhom|length * 2 }}", "tính sẵn")]),
    ("cộng chữ với số", lines("{{ mo_dau + 1 }}"), [("phep-tinh", "{{ mo_dau + 1 }}", "~")]),
    ("in cả danh sách", lines("{{ can_cu }}"), [("in-ca-khoi", "{{ can_cu }}", "can_cu|noi_va")]),
    ("in cả nhóm", lines("{{ khoi_ky }}"), [("in-ca-khoi", "{{ khoi_ky }}", "quyen_han, ho_ten")]),
    ("in đúng sai", lines("{{ dau_trang.du_thao }}"), [("in-ca-khoi", "{{ dau_trang.du_thao }}", "{% if")]),
    (
        "lặp trên chữ",
        lines("{%p for dong in mo_dau %}", "{{ dong }}", _END),
        [("lap-sai", "{%p for dong in mo_dau %}", "{{ mo_dau }}")],
    ),
    ("biến tự đặt", lines("{% set ten = mo_dau %}{{ ten|in_hoa }}"), []),
    ("lời chú", lines("{# nhớ hỏi lại {{ }} #}"), []),
]
