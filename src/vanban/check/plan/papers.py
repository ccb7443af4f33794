"""Papers that a task's authority names, held against the products: the same papers, the same verbs."""

import re
from collections.abc import Iterator

from vanban.check.plan.places import at_task, capital, short, task_name
from vanban.check.plan.products import empty_words
from vanban.check.plan.reading import Reading
from vanban.check.rule import Rule
from vanban.model.finding import CUSTOM, Finding, Severity
from vanban.model.plan import Numbered, Plan, Role, RoleKind
from vanban.viet.doc_numbers import KINDS
from vanban.viet.text import LOWER, strip_marks

NOT_A_PRODUCT = Rule(
    ma="ke-hoach.tham-quyen-thieu-san-pham",
    muc=Severity.GOI_Y,
    ten="Văn bản ở thẩm quyền không có trong sản phẩm",
    vi_sao="Dòng thẩm quyền nói ban hành một văn bản mà sản phẩm không có thì dễ bị quên khi lập danh mục "
    "văn bản phải trình.",
    can_cu=CUSTOM,
    sai="Sản phẩm: Báo cáo, danh sách học viên. Thẩm quyền: Ủy ban nhân dân Thành phố ban hành Kế hoạch.",
    dung="Sản phẩm: Kế hoạch; Báo cáo. Thẩm quyền: Ủy ban nhân dân Thành phố ban hành Kế hoạch.",
)
OTHER_VERB = Rule(
    ma="ke-hoach.dong-tu-khong-khop",
    muc=Severity.GOI_Y,
    ten="Sản phẩm và thẩm quyền dùng hai động từ",
    vi_sao="Ban hành, phê duyệt, ký kết là ba việc khác nhau: hồ sơ trình và thể thức văn bản cũng khác.",
    can_cu=CUSTOM,
    sai="Sản phẩm: Đề án được phê duyệt. Thẩm quyền: Ủy ban nhân dân Thành phố ban hành Đề án.",
    dung="Sản phẩm: Đề án được phê duyệt. Thẩm quyền: Ủy ban nhân dân Thành phố phê duyệt Đề án.",
)
TITLE_ONLY = Rule(
    ma="ke-hoach.ten-thieu-san-pham",
    muc=Severity.GOI_Y,
    ten="Văn bản ở tên không có trong sản phẩm",
    vi_sao="Tên nhiệm vụ hứa một văn bản mà sản phẩm không có: khi nghiệm thu không biết đòi gì.",
    can_cu=CUSTOM,
    sai="Xây dựng Nghị quyết về chính sách A. Sản phẩm: danh mục chính sách được chấp thuận.",
    dung="Xây dựng Nghị quyết về chính sách A. Sản phẩm: Nghị quyết được ban hành.",
)
OTHER_NAME = Rule(
    ma="ke-hoach.ten-van-ban-lech",
    muc=Severity.GOI_Y,
    ten="Một văn bản hai tên",
    vi_sao="Thẩm quyền gọi văn bản khác với tên, nội dung, sản phẩm: người trình không biết tên nào đúng.",
    can_cu=CUSTOM,
    sai="Tên: Chương trình hợp tác A. Thẩm quyền: … ký kết Chương trình phối hợp.",
    dung="Tên: Chương trình hợp tác A. Thẩm quyền: … ký kết Chương trình hợp tác.",
)
RULES = (NOT_A_PRODUCT, OTHER_VERB, TITLE_ONLY, OTHER_NAME)

_TWO_WORDS = rf"[{LOWER}]+ [{LOWER}]+"
_FULL_NAME = re.compile(
    rf"(Chương trình|Đề án|Kế hoạch|Dự án|Phương án) (?!triển khai|thực hiện|hành động){_TWO_WORDS}"
)
_PROMISED = re.compile(
    r"(?:(?:[Xx]ây dựng|[Bb]an hành|[Ss]oạn thảo|[Tt]rình)(?: và (?:ban hành|trình))? |(?<=và ))"
    r"(Nghị quyết|Kế hoạch|Đề án|Chương trình|Quy chế|Quyết định|Phương án)(?= [a-zđ])"
)
_VERBS = {
    RoleKind.BAN_HANH: "ban hành",
    RoleKind.PHE_DUYET: "phê duyệt",
    RoleKind.KY_KET: "ký kết",
}
_KIND = "|".join(kind for kind in KINDS if kind != "Văn bản")
_NAMED = re.compile(rf"^(?:các |những )?({_KIND})(?!\w)", re.IGNORECASE)
_OUTCOME = re.compile(
    rf"^\W*({_KIND})(?!\w).*\bđược (?:[^,;]{{0,60}} )?(ban hành|phê duyệt|ký kết)\b", re.IGNORECASE
)
_DECISION = re.compile(rf"^Quyết định (ban hành|phê duyệt) ({_KIND})(?!\w)", re.IGNORECASE)
_ABOUT_IT = re.compile(r"\b(?:theo|kết quả|tiến độ|thực hiện|triển khai)\b", re.IGNORECASE)
"""Before the name of a paper: the product is not that paper, but what is done under it."""


def check(reading: Reading) -> Iterator[Finding]:
    """Findings on papers, for tasks that have both products and authority."""
    plan = reading.plan
    for task in reading.tasks:
        yield from _not_products(plan, task)
        yield from _verbs(plan, task)
        yield from _title(plan, task)
        yield from _names(plan, task)


def _kind(role: Role) -> str:
    """The kind of paper that a role is about, in small letters; "" where it names none."""
    match = _NAMED.match(role.doi_tuong or "")
    return match[1].casefold() if match else ""


def _not_products(plan: Plan, task: Numbered) -> Iterator[Finding]:
    if not task.nhiem_vu.san_pham:
        return
    told: set[str] = set()
    for role in task.nhiem_vu.tham_quyen:
        kind = _kind(role) if role.vai in (RoleKind.BAN_HANH, RoleKind.PHE_DUYET) else ""
        if not kind or kind in told or any(_is_named(kind, one.ten) for one in task.nhiem_vu.san_pham):
            continue
        told.add(kind)
        name = short(role.doi_tuong or "")
        yield NOT_A_PRODUCT.finding(
            at_task(plan, task, "tham_quyen", role.nguyen_van),
            f"{capital(task_name(task))}: thẩm quyền nói {_VERBS[role.vai]} “{name}” nhưng "
            f"sản phẩm không có {kind} nào.",
            trich=name,
            cach_sua=f"Ghi {kind} vào sản phẩm, hoặc sửa dòng thẩm quyền.",
        )


def _is_named(kind: str, product: str) -> bool:
    """Whether the product is such a paper; a Quyết định is the form in which papers are issued."""
    if product.casefold().startswith("quyết định"):
        return True
    at = product.casefold().find(kind)
    return at >= 0 and not _ABOUT_IT.search(product[:at])


def _verbs(plan: Plan, task: Numbered) -> Iterator[Finding]:
    for product in task.nhiem_vu.san_pham:
        said = _outcome(product.ten)
        if said is None:
            continue
        kind, verb = said
        roles = [one for one in task.nhiem_vu.tham_quyen if one.vai in _VERBS and _kind(one) == kind]
        if roles and not any(verb in role.nguyen_van.casefold() for role in roles):
            yield OTHER_VERB.finding(
                at_task(plan, task, "san_pham", product.ten),
                f"{capital(task_name(task))}: sản phẩm nói {kind} được {verb}, thẩm quyền nói "
                f"{_VERBS[roles[0].vai]} (“{short(roles[0].nguyen_van)}”).",
                trich=product.ten,
                cach_sua="Dùng một động từ ở cả hai chỗ, đúng với việc phải làm.",
            )


def _outcome(product: str) -> tuple[str, str] | None:
    """The kind of paper and what is done to it, in small letters, where the product says both."""
    if match := _DECISION.match(product):
        return match[2].casefold(), match[1].casefold()
    if match := _OUTCOME.match(product):
        return match[1].casefold(), match[2].casefold()
    return None


def _title(plan: Plan, task: Numbered) -> Iterator[Finding]:
    products = [one.ten for one in task.nhiem_vu.san_pham]
    match = _PROMISED.search(task.nhiem_vu.ten or "")
    if match is None or not products or any(empty_words(one) for one in products):
        return
    kind = match[1].casefold()
    issued = any(one.casefold().startswith(("quyết định", "tờ trình")) for one in products)
    powers = [one for one in task.nhiem_vu.tham_quyen if _kind(one) == kind]
    if issued or powers or any(_is_named(kind, one) for one in products):
        return
    yield TITLE_ONLY.finding(
        at_task(plan, task, "ten"),
        f"{capital(task_name(task))}: tên nói “{match.group().strip()}” nhưng sản phẩm không có {kind} nào "
        f"(“{short('; '.join(products))}”).",
        trich=match.group().strip(),
        cach_sua=f"Ghi {kind} vào sản phẩm, hoặc sửa tên.",
    )


def _names(plan: Plan, task: Numbered) -> Iterator[Finding]:
    one = task.nhiem_vu
    text = "\n".join([one.ten or "", *one.noi_dung, *(product.ten for product in one.san_pham)])
    for role in one.tham_quyen:
        match = _FULL_NAME.match(role.doi_tuong or "")
        if match is None or strip_marks(match.group()).casefold() in strip_marks(text).casefold():
            continue
        others = dict.fromkeys(found.group() for found in re.finditer(rf"{match[1]} {_TWO_WORDS}", text))
        if len(others) == 1:
            (other,) = others
            yield OTHER_NAME.finding(
                at_task(plan, task, "tham_quyen", role.nguyen_van),
                f"{capital(task_name(task))}: thẩm quyền gọi “{match.group()}”, các trường khác gọi "
                f"“{other}”.",
                trich=match.group(),
                cach_sua="Dùng một tên ở mọi trường.",
            )
