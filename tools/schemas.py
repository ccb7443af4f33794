"""Writes the JSON Schemas of the files that people edit into docs/luoc-do.

    python tools/schemas.py [FOLDER]

An editor that knows them completes keys and marks a wrong one while it is typed.
"""

import json
import sys
from pathlib import Path

from vanban.model.agency import AgencyBook
from vanban.model.house_rules import HouseRules
from vanban.model.ledger import ClosedPeriod, ProgressImport
from vanban.model.meeting import Meeting
from vanban.model.plain import PlainPaper
from vanban.model.plain_forms import (
    IntroductionForm,
    InvitationForm,
    LeaveForm,
    MinutesForm,
    PartiesForm,
    TelegramForm,
)
from vanban.model.plan import Plan
from vanban.model.progress import Progress
from vanban.model.record import Record


class AnyPaper(
    PlainPaper, InvitationForm, IntroductionForm, LeaveForm, MinutesForm, TelegramForm, PartiesForm
):
    """Phần đầu của một tệp ngắn: các khóa chung, và các khóa riêng của từng loại."""


SCHEMAS: dict[str, type[Record]] = {
    "ke-hoach": Plan,
    "tien-do": Progress,
    "lan-nhap-tien-do": ProgressImport,
    "ky-da-chot": ClosedPeriod,
    "cuoc-hop": Meeting,
    "co-quan": AgencyBook,
    "quy-uoc": HouseRules,
    "van-ban": AnyPaper,
}


def schema(name: str) -> str:
    """The schema of one kind of file, as text."""
    shape = SCHEMAS[name].model_json_schema()
    return json.dumps(shape, ensure_ascii=False, indent=2, sort_keys=True) + "\n"


def main() -> None:
    """Writes all schemas."""
    default = Path(__file__).resolve().parents[1] / "docs" / "luoc-do"
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else default
    folder.mkdir(parents=True, exist_ok=True)
    for name in SCHEMAS:
        (folder / f"{name}.schema.json").write_text(schema(name), encoding="utf-8")
        print(folder / f"{name}.schema.json")


if __name__ == "__main__":
    main()
