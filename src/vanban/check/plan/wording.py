"""Words at fault that can be told with certainty: doubled, miswritten, left open, outdated."""

import re
from collections.abc import Iterator

from vanban.check.plan.places import Passage, capital, passages
from vanban.check.plan.typing_errors import RULE as TYPING_ERROR
from vanban.check.plan.typing_errors import Typist
from vanban.check.rule import Rule
from vanban.model.agency import AgencyBook
from vanban.model.finding import CUSTOM, Finding, Severity
from vanban.model.plan import Plan

DOUBLED = Rule(
    ma="ke-hoach.lap-am-tiet",
    muc=Severity.CANH_BAO,
    ten="Lặp chữ",
    vi_sao="Hai chữ giống nhau liền nhau, không thuộc hai từ khác nhau, thường là gõ thừa.",
    can_cu=CUSTOM,
    sai="khánh thành Tòa nhà nhà Trung tâm",
    dung="khánh thành Tòa nhà Trung tâm; đánh giá sơ kết kết quả",
)
CITY = Rule(
    ma="ke-hoach.viet-hoa-tp-hcm",
    muc=Severity.LOI,
    ten="Viết hoa Thành phố Hồ Chí Minh",
    vi_sao="“Thành phố Hồ Chí Minh” là trường hợp viết hoa đặc biệt: viết hoa cả chữ “Thành”.",
    can_cu="Phụ lục II, Mục III.1.c",
    sai="trên địa bàn thành phố Hồ Chí Minh",
    dung="trên địa bàn Thành phố Hồ Chí Minh",
)
BODY = Rule(
    ma="ke-hoach.viet-hoa-co-quan",
    muc=Severity.LOI,
    ten="Viết hoa tên cơ quan",
    vi_sao="Viết hoa chữ cái đầu của các từ chỉ loại hình, chức năng, lĩnh vực hoạt động của cơ "
    "quan, tổ chức.",
    can_cu="Phụ lục II, Mục IV.1.a",
    sai="Mặt trận tổ quốc; Ủy Ban nhân dân",
    dung="Mặt trận Tổ quốc; Ủy ban nhân dân",
)
COMMON_NOUN = Rule(
    ma="ke-hoach.viet-hoa-thua",
    muc=Severity.CANH_BAO,
    ten="Viết hoa danh từ chung",
    vi_sao="“Thành phố” sau một con số là danh từ chung, không phải tên riêng.",
    can_cu=CUSTOM,
    sai="top 100 Thành phố có hệ sinh thái năng động",
    dung="top 100 thành phố có hệ sinh thái năng động",
)
LAST_MARK = Rule(
    ma="ke-hoach.dau-cuoi-thua",
    muc=Severity.CANH_BAO,
    ten="Dấu thừa ở cuối dòng",
    vi_sao="Dòng cuối của một trường kết thúc bằng dấu phẩy hay hai chấm là câu viết dở.",
    can_cu=CUSTOM,
    sai="… phường Xuân Hòa),",
    dung="… phường Xuân Hòa).",
)
SEMICOLON_AND = Rule(
    ma="ke-hoach.cham-phay-va",
    muc=Severity.GOI_Y,
    ten="Dấu chấm phẩy trước chữ “và”",
    vi_sao="Chữ “và” đã nối hai vế; dấu chấm phẩy trước nó thường thừa.",
    can_cu=CUSTOM,
    sai="sàn giao dịch công nghệ; và nền tảng dùng chung",
    dung="sàn giao dịch công nghệ và nền tảng dùng chung",
)
ELLIPSIS = Rule(
    ma="ke-hoach.bo-ba-cham",
    muc=Severity.GOI_Y,
    ten="Bỏ lửng bằng dấu ba chấm",
    vi_sao="“…” trong nhiệm vụ không cho biết còn gì nữa; văn bản giao việc cần liệt kê đủ.",
    can_cu=CUSTOM,
    sai="các đối tác (A, B, …)",
    dung="các đối tác A, B",
)
OUTDATED = Rule(
    ma="ke-hoach.thuat-ngu-cu",
    muc=Severity.GOI_Y,
    ten="Thuật ngữ đã thay",
    vi_sao="Nghị định số 42/2022/NĐ-CP chia dịch vụ công trực tuyến thành toàn trình và một "
    "phần, thay các mức độ 1 đến 4.",
    can_cu=CUSTOM,
    sai="dịch vụ công mức độ 3, 4",
    dung="dịch vụ công trực tuyến toàn trình, một phần",
)
RULES = (
    DOUBLED, CITY, BODY, COMMON_NOUN, LAST_MARK, SEMICOLON_AND, ELLIPSIS, OUTDATED, TYPING_ERROR,
)  # fmt: skip

_CITY = re.compile(r"(?<!\w)thành phố Hồ Chí Minh")
_NUMBER_CITY = re.compile(r"\b\d+ Thành phố (?=[^\W\d_])(\w+)")
_BODIES = ("Mặt trận Tổ quốc", "Ủy ban nhân dân", "Hội đồng nhân dân")
_SERVICE_LEVEL = re.compile(
    r"dịch vụ công(?: trực tuyến)? (?:ở )?mức(?: độ)? [1-4](?:\s*(?:,|và)\s*[1-4])*", re.IGNORECASE
)
_TWICE = re.compile(r"(?<![\w-])([^\W\d_]+) (\1)(?![\w-])", re.IGNORECASE)
_FUNCTION_WORDS = "các của và được cho với trong trên để là về theo đã đang sẽ tại những này do bị"
_NEVER_TWICE = frozenset(_FUNCTION_WORDS.split())
_REDUPLICATED = (
    "luôn dần từ thường ngày đều mãi nhà người nơi lớp đời hằng đêm xa cao hay vân song cùng ai khác rất "
    "ào chuồn ba năm mươi tầng lâu sau"
)
_LAWFUL_TWICE = frozenset(_REDUPLICATED.split())


def check(plan: Plan, book: AgencyBook) -> Iterator[Finding]:
    """Findings on wording."""
    rows = list(passages(plan))
    typist = Typist([row.text for row in rows])
    for row in rows:
        yield from _doubled(row)
        yield from _capitals(row)
        yield from _marks(row)
        for match in _SERVICE_LEVEL.finditer(row.text):
            yield OUTDATED.finding(
                row.place,
                f"{capital(row.who())}: “{match.group()}” là cách chia cũ.",
                trich=match.group(),
                cach_sua="Thay bằng “dịch vụ công trực tuyến toàn trình, một phần”.",
            )
        for wrong, right in typist.errors(row.text):
            yield TYPING_ERROR.finding(
                row.place,
                f"{capital(row.who())}: “{wrong}” có thể là gõ nhầm của “{right}”.",
                trich=wrong,
                cach_sua=f"Nếu đúng là gõ nhầm thì sửa thành “{right}”.",
            )


def _doubled(row: Passage) -> Iterator[Finding]:
    for match in _TWICE.finditer(row.text):
        word = match[1].casefold()
        before = re.search(r"([^\W\d_]+) $", row.text[: match.start()])
        after = re.match(r" ([^\W_]+)", row.text[match.end() :])
        stands_alone = after is None or after[1][0].isupper()
        function_before = before is None or before[1].casefold() in _NEVER_TWICE
        lawful = word in _LAWFUL_TWICE and not (stands_alone and before and word == "nhà")
        if word in _NEVER_TWICE or (not lawful and (stands_alone or function_before)):
            yield DOUBLED.finding(
                row.place,
                f"{capital(row.who())}: lặp chữ “{match.group()}”.",
                trich=match.group(),
                cach_sua=f"Bỏ một chữ “{match[2]}”.",
            )


def _capitals(row: Passage) -> Iterator[Finding]:
    for match in _CITY.finditer(row.text):
        yield CITY.finding(
            row.place,
            f"{capital(row.who())}: “{match.group()}” phải viết hoa chữ “Thành”.",
            trich=match.group(),
            cach_sua="Viết “Thành phố Hồ Chí Minh”.",
        )
    for right in _BODIES:
        for match in re.finditer(rf"(?<!\w){right}(?!\w)", row.text, re.IGNORECASE):
            written = match.group()
            if written == right or written.isupper() or written[0].islower():
                continue
            yield BODY.finding(
                row.place,
                f"{capital(row.who())}: “{written}” viết hoa chưa đúng.",
                trich=written,
                cach_sua=f"Viết “{right}”.",
            )
    for match in _NUMBER_CITY.finditer(row.text):
        if match[1][0].islower():
            words = match.group().rsplit(" ", 1)[0]
            yield COMMON_NOUN.finding(
                row.place,
                f"{capital(row.who())}: “{words}” viết hoa danh từ chung.",
                trich=words,
                cach_sua=f"Viết “{words.replace('Thành', 'thành')}”.",
            )


def _marks(row: Passage) -> Iterator[Finding]:
    text = row.text.rstrip()
    last = _last_line(row)
    if last.endswith((",", ":")):
        yield LAST_MARK.finding(
            row.place,
            f"{capital(row.who())}: dòng cuối kết thúc bằng dấu “{last[-1]}”.",
            trich=_tail(last),
            cach_sua="Thay bằng dấu chấm, hoặc viết nốt phần còn thiếu.",
        )
    for match in re.finditer(r"\S+; và \S+", text):
        yield SEMICOLON_AND.finding(
            row.place,
            f"{capital(row.who())}: “{match.group()}” có dấu chấm phẩy trước chữ “và”.",
            trich=match.group(),
            cach_sua="Bỏ dấu chấm phẩy.",
        )
    if row.task and row.key in ("ten", "noi_dung", "san_pham"):
        for match in re.finditer(r"\S*\s?(?:…|\.\.\.)", text):
            yield ELLIPSIS.finding(
                row.place,
                f"{capital(row.who())}: bỏ lửng bằng “…” sau “{match.group().rstrip('… .')}”.",
                trich=match.group().strip(),
                cach_sua="Liệt kê đủ, hoặc bỏ dấu ba chấm.",
            )


def _tail(line: str, limit: int = 40) -> str:
    """The last words of a line, whole, at most `limit` characters where there is a place to cut."""
    if len(line) <= limit:
        return line
    cut = line.find(" ", len(line) - limit - 1)
    return line[cut + 1 :] if cut >= 0 else line


def _last_line(row: Passage) -> str:
    """The last line of a task's content as printed; "" for all other passages.

    Reading trims the marks at the end, so the printed words are asked first.
    """
    if row.task is None or row.key != "noi_dung" or row.task.nhiem_vu.noi_dung[-1] != row.text:
        return ""
    raw = row.task.nhiem_vu.raw("noi_dung")
    printed = [text.rstrip() for text in raw.gia_tri if text.strip()] if raw else []
    return printed[-1] if printed and row.text.rstrip(" .;:,") in printed[-1] else row.text.rstrip()
