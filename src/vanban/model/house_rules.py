"""A unit's own rules (`quy-uoc.yaml`): how grave a rule is here, other numbers, own words.

The decree stands above them: whoever switches a rule off, makes it milder or widens a number says why
(`ly_do`), and every report repeats it.
"""

from fnmatch import fnmatchcase
from typing import Annotated, Final, Literal

from pydantic import Field

from vanban.model.finding import Severity
from vanban.model.record import Record, Text

Level = Literal["tat", "goi-y", "canh-bao", "loi"]
OFF: Final = "tat"
LEVELS: Final[dict[str, Severity]] = {
    "loi": Severity.LOI,
    "canh-bao": Severity.CANH_BAO,
    "goi-y": Severity.GOI_Y,
}
"""The severities as people type them."""

Number = Annotated[float, Field(ge=0, le=1000, allow_inf_nan=False)]


class RuleSetting(Record):
    """How grave the findings of a rule are in this unit; `tat` switches it off."""

    muc: Level
    ly_do: Text | None = None


class RangeSetting(Record):
    """Another range for one number of the law; a key that is left out keeps the law's value."""

    min: Number | None = None
    max: Number | None = None
    use: Number | None = None
    ly_do: Text | None = None


class ChoiceSetting(Record):
    """Other lawful values for one number of the law; a key that is left out keeps the law's value."""

    values: list[Number] | None = Field(default=None, min_length=1)
    tolerance: Number | None = None
    use: Number | None = None
    ly_do: Text | None = None


class PageSettings(Record):
    """Numbers of the page; lengths in mm."""

    rong_mm: RangeSetting | None = None
    cao_mm: RangeSetting | None = None
    le_tren_mm: RangeSetting | None = None
    le_duoi_mm: RangeSetting | None = None
    le_trai_mm: RangeSetting | None = None
    le_phai_mm: RangeSetting | None = None


class BodySettings(Record):
    """Numbers of the paragraphs of the content."""

    thut_dau_dong_mm: ChoiceSetting | None = None
    cach_doan_pt: RangeSetting | None = None
    gian_dong: RangeSetting | None = None


class ComponentSettings(Record):
    """Numbers of one component."""

    co_chu_pt: RangeSetting | None = None


class LineSettings(Record):
    """Numbers of one rule line."""

    ty_le: RangeSetting | None = None


class LawSettings(Record):
    """Other numbers than those of the law file, under the same keys; parts and lines by their `ma`."""

    page: PageSettings = Field(default_factory=PageSettings)
    body: BodySettings = Field(default_factory=BodySettings)
    components: dict[Text, ComponentSettings] = Field(default_factory=dict)
    lines: dict[Text, LineSettings] = Field(default_factory=dict)


class OwnWords(Record):
    """Words of the unit: `tu_ghep` are right compounds, `bo_qua` words that spelling lets pass."""

    tu_ghep: list[Text] = Field(default_factory=list)
    bo_qua: list[Text] = Field(default_factory=list)


class HouseRules(Record):
    """All own rules of a unit. `quy_tac` goes by ids of rules, or patterns of them with `*`."""

    ten: Text = Field(min_length=1)
    quy_tac: dict[Text, RuleSetting] = Field(default_factory=dict)
    nghi_dinh: LawSettings = Field(default_factory=LawSettings)
    tu_dien: OwnWords = Field(default_factory=OwnWords)

    def setting_of(self, ma: str) -> tuple[str, RuleSetting] | None:
        """The setting for a rule, with the id or pattern it stands under; the longest that fits wins."""
        fitting = [key for key in self.quy_tac if fits(ma, key)]
        key = max(fitting, key=lambda one: (one == ma, len(one)), default=None)
        return None if key is None else (key, self.quy_tac[key])


def fits(ma: str, pattern: str) -> bool:
    """Whether the id of a rule is meant by a key of `quy_tac`."""
    return fnmatchcase(ma, pattern)


def reason_of(setting: RuleSetting | RangeSetting | ChoiceSetting) -> str:
    """The reason that stands in a setting, "" if none does."""
    return (setting.ly_do or "").strip()
