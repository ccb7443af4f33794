"""The typed shape of the law file, and its loader.

Numbers are data: one component of the table in Phụ lục I, Phần I, Mục V is one `Component`, and one
named Word paragraph style. `min` and `max` serve the checker, `use` serves the maker of templates,
`cite` stands in every finding. A misspelt key, or a `use` outside its range, is refused.
"""

from functools import lru_cache
from importlib import resources
from typing import Literal

from pydantic import Field, model_validator

from vanban.law.source import parse
from vanban.model.record import Record, Text


class Range(Record):
    """A lawful range and the value that new papers use."""

    min: float
    max: float
    use: float
    cite: Text | None = None

    @model_validator(mode="after")
    def _use_is_lawful(self) -> "Range":
        if self.min > self.max:
            raise ValueError(f"min {self.min:g} lớn hơn max {self.max:g}")
        if not self.min <= self.use <= self.max:
            raise ValueError(f"giá trị dùng {self.use:g} nằm ngoài khoảng {self.min:g}–{self.max:g}")
        return self


class Choice(Record):
    """A few lawful values, the tolerance of measuring, and the value that new papers use."""

    values: list[float] = Field(min_length=1)
    tolerance: float = 0.0
    use: float
    cite: Text

    @model_validator(mode="after")
    def _use_is_lawful(self) -> "Choice":
        if self.use not in self.values:
            values = ", ".join(f"{value:g}" for value in self.values)
            raise ValueError(f"giá trị dùng {self.use:g} không nằm trong các giá trị {values}")
        return self


class Page(Record):
    """Paper, margins, font (Phụ lục I, Phần I, Mục I)."""

    rong_mm: Range
    cao_mm: Range
    le_tren_mm: Range
    le_duoi_mm: Range
    le_trai_mm: Range
    le_phai_mm: Range
    phong: Text
    phong_cite: Text
    mau: Text
    mau_cite: Text


class PageNumber(Record):
    """Page numbers (Phụ lục I, Phần I, Mục I.7)."""

    bat_dau: int
    canh: Literal["center"]
    hien_trang_dau: bool
    cite: Text
    phu_luc_cite: Text


class Body(Record):
    """Paragraphs of the content (Phụ lục I, Phần I, Mục II.6.e)."""

    canh: Literal["both"]
    canh_cite: Text
    thut_dau_dong_mm: Choice
    cach_doan_pt: Range
    gian_dong: Range


class Line(Record):
    """A rule line: its length as a share of the text line that it stands under."""

    ma: Text
    duoi: Text
    ty_le: Range
    cite: Text


class Component(Record):
    """One component of a paper and its look. None means that the decree is silent.

    `ma` names it in the code and in rule ids, `style` in Word, `o_so` is its cell in the scheme of
    Mục IV, `hang` its row in the table of Mục V ("6b" for the second half of row 6; None when only the
    wording of Mục II or III speaks of it). `la_noi_dung` marks those that obey `Body` too. `mau_chu`
    is the exact wording where the decree fixes it (any of the spellings); `bat_dau` what the words
    must begin with.
    """

    ma: Text
    ten: Text
    style: Text
    hang: Text | None = None
    o_so: Text | None = None
    co_chu_pt: Range
    in_hoa: bool | None = None
    dam: bool | None = None
    nghieng: bool | None = None
    canh: Literal["left", "center", "right", "both"] | None = None
    canh_cite: Text | None = None
    la_noi_dung: bool = False
    mau_chu: list[Text] = Field(default_factory=list)
    bat_dau: list[Text] = Field(default_factory=list)
    vi_du: Text | None = None
    cite: Text

    @model_validator(mode="after")
    def _alignment_is_cited(self) -> "Component":
        if self.canh is not None and self.canh_cite is None:
            raise ValueError("có canh thì phải có canh_cite (điều khoản định cách canh)")
        return self


class Decree(Record):
    """A whole law of form. `thu_tu` is the order of the components down the page (codes `ma`)."""

    ten: Text
    so_ky_hieu: Text
    page: Page
    page_number: PageNumber
    body: Body
    components: list[Component]
    lines: list[Line]
    thu_tu: list[Text]
    thu_tu_cite: Text

    @model_validator(mode="after")
    def _names_resolve(self) -> "Decree":
        known = [c.ma for c in self.components]
        _refuse_doubles("components: mã thành phần", known)
        _refuse_doubles("components: kiểu Word (style)", [c.style for c in self.components])
        _refuse_doubles("lines: mã đường kẻ", [line.ma for line in self.lines])
        _refuse_doubles("thu_tu: mã thành phần", self.thu_tu)
        for key, codes in (("thu_tu", self.thu_tu), ("lines", [line.duoi for line in self.lines])):
            unknown = sorted(set(codes) - set(known))
            if unknown:
                raise ValueError(f"{key}: không có thành phần nào mang mã {', '.join(unknown)}")
        return self

    def component(self, ma: str) -> Component:
        """The component with this code; KeyError if there is none."""
        for component in self.components:
            if component.ma == ma:
                return component
        raise KeyError(ma)


class Kind(Record):
    """A kind of administrative document (Điều 7), its abbreviation and its components.

    `viet_tat` is None for the two kinds without one (công văn, thư công). `mau` is the sample form
    of Phụ lục III. `bat_buoc` are components that it must have, `co_the` those that it may have.
    """

    ma: Text
    ten: Text
    viet_tat: Text | None = None
    mau: Text | None = None
    co_kinh_gui: bool = False
    bat_buoc: list[Text] = Field(default_factory=list)
    co_the: list[Text] = Field(default_factory=list)
    cite: Text


class Copy(Record):
    """A kind of copy (sao y, sao lục, trích sao)."""

    ma: Text
    ten: Text
    viet_tat: Text
    hinh_thuc: Text
    cite: Text


class Kinds(Record):
    """All kinds of document and of copy."""

    kinds: list[Kind]
    copies: list[Copy]

    @model_validator(mode="after")
    def _names_are_unique(self) -> "Kinds":
        every: list[Kind | Copy] = [*self.kinds, *self.copies]
        _refuse_doubles("mã (ma)", [kind.ma for kind in every])
        _refuse_doubles("chữ viết tắt (viet_tat)", [kind.viet_tat for kind in every if kind.viet_tat])
        return self

    def by_code(self, ma: str) -> Kind | None:
        """The kind with this code (`to_trinh`), or None."""
        return next((k for k in self.kinds if k.ma == ma), None)

    def by_abbreviation(self, viet_tat: str) -> Kind | None:
        """The kind with this abbreviation (`TTr`), or None."""
        return next((k for k in self.kinds if k.viet_tat == viet_tat), None)


def parse_decree(text: str, where: str = "nd30.yaml") -> Decree:
    """The law in `text`; SourceError names every fault with its key."""
    return parse(text, where, Decree)


def parse_kinds(text: str, where: str = "kinds.yaml") -> Kinds:
    """The kinds in `text`; SourceError names every fault with its key."""
    return parse(text, where, Kinds)


@lru_cache(maxsize=1)
def load_decree() -> Decree:
    """Nghị định 30/2020/NĐ-CP, as shipped."""
    return parse_decree(_shipped("nd30.yaml"))


@lru_cache(maxsize=1)
def load_kinds() -> Kinds:
    """The 29 kinds of Điều 7, as shipped."""
    return parse_kinds(_shipped("kinds.yaml"))


def _shipped(name: str) -> str:
    return resources.files("vanban.law").joinpath(name).read_text(encoding="utf-8")


def _refuse_doubles(name: str, values: list[str]) -> None:
    doubled = sorted({value for value in values if values.count(value) > 1})
    if doubled:
        raise ValueError(f"{name} bị trùng: {', '.join(doubled)}")
