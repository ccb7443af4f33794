"""Builds the paper of a case: a lawful paper of other people, with the differences that the case names.

What the words of the paper say goes through `foreign_words.Paper`, what all of it looks like through
`foreign_layouts.Layout`, and what stands in one line alone is retouched in the finished file.
"""

import json
from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from typing import Any

from foreign_files import build
from foreign_layouts import Layout
from foreign_marks import Hand
from foreign_papers import PAPERS
from foreign_ways import BY_NAME
from foreign_words import Appendix, Paper, Signer
from form_case_retouch import retouched
from form_papers import changed, found, submission

from vanban import workflow
from vanban.model.finding import Finding

Difference = Mapping[str, Any]

PLAIN_WORDS = {"so_ky_hieu": "number", "dia_danh_thoi_gian": "place_date"}
LISTS = {
    "co_quan_chu_quan": "superior",
    "co_quan_ban_hanh": "agency",
    "trich_yeu": "subject",
    "can_cu": "grounds",
    "noi_dung": "body",
    "noi_nhan": "receivers",
}
OF_PAPER = {*PLAIN_WORDS, *LISTS, "ten_loai", "kinh_gui", "khoi_ky", "phu_luc"}
OF_LAYOUT = {"co_chu", "duong_ke", "bo_ma"}
OF_FILE = {"trang", "so_trang", "trinh_bay", "thay", "dat_truoc", "chi_co", "tep"}
KEYS = {"mau", "bo_cuc", *OF_PAPER, *OF_LAYOUT, *OF_FILE}
OWN_KEYS = {"mau_cua_vanban", "giu_voi_doan_sau", "dat_truoc"}
TO_REPLACE = ("Nơi thứ nhất", "Nơi thứ hai")
"""Addressees that stand in the file until the lines of the case take their place."""


def docx_of(difference: Difference) -> bytes:
    """The .docx of a case."""
    return _docx_of(json.dumps(difference))


@cache
def _docx_of(difference_as_text: str) -> bytes:
    difference = json.loads(difference_as_text)
    unknown = set(difference) - KEYS
    assert not unknown, f"không có khóa {unknown}"
    paper = paper_of(difference)
    layout = layout_of(difference)
    file = {key: value for key, value in difference.items() if key in OF_FILE}
    lines = as_list(difference.get("kinh_gui", []))
    if len(lines) > 1:
        first, second = TO_REPLACE
        own = {"Kính gửi:": lines[0], f"- {first};": list(lines[1:]), f"- {second}.": None}
        file["thay"] = {**own, **file.get("thay", {})}
    data = build(paper, layout)
    return retouched(data, file) if file else data


def as_list(value: Any) -> list[str]:
    """One text, several, or none."""
    if not value or value == "không":
        return []
    return [value] if isinstance(value, str) else list(value)


def paper_of(difference: Difference) -> Paper:
    """The words of the base paper with those of the case."""
    paper = PAPERS[difference["mau"]]
    fields: dict[str, Any] = {}
    for key, value in difference.items():
        if key in LISTS:
            fields[LISTS[key]] = tuple(as_list(value))
        elif key in PLAIN_WORDS:
            fields[PLAIN_WORDS[key]] = "" if value == "không" else value
        elif key == "ten_loai":
            fields["title" if paper.title else "stray_title"] = value
        elif key == "kinh_gui":
            fields["addressees"] = addressees(as_list(value))
        elif key == "khoi_ky":
            fields["signers"] = (Signer(tuple(value[:-1]), value[-1]),)
        elif key == "phu_luc":
            fields["appendices"] = tuple(appendix(each) for each in value or [])
    return replace(paper, **fields)


def addressees(lines: list[str]) -> tuple[str, ...]:
    if len(lines) == 1:
        return (lines[0].removeprefix("Kính gửi: "),)
    return TO_REPLACE if lines else ()


def appendix(words: Mapping[str, Any]) -> Appendix:
    model = PAPERS["ke_hoach"].appendices[0]
    return Appendix(
        words["so"],
        words.get("ten", model.title),
        "" if words.get("kem_theo") == "không" else words.get("kem_theo", model.tied),
        tuple(words.get("noi_dung", model.body)),
    )


def layout_of(difference: Difference) -> Layout:
    """The layout of the case: a lawful one, bent as the case says."""
    fields: dict[str, Any] = {}
    if difference.get("bo_ma") == "tổ hợp":
        fields["hand"] = Hand(nfd=True)
    if sizes := difference.get("co_chu"):
        fields["bend"] = {code: {"size": float(size)} for code, size in sizes.items()}
    if lines := difference.get("duong_ke"):
        fields["rules"] = {name: share(said) for name, said in lines.items()}
    return replace(BY_NAME[difference.get("bo_cuc", "bang-mot-hang")], **fields)


def share(said: str) -> float | None:
    """The length of a rule line as a share of the words above it; None for no line."""
    return None if said == "không" else int(said.removesuffix("%")) / 100


def findings_of(difference: Difference) -> list[Finding]:
    """What the check of the form says of the paper of a case."""
    if "mau_cua_vanban" in difference:
        return findings_of_own(difference)
    return layout_findings(docx_of(difference))


@cache
def layout_findings(data: bytes) -> list[Finding]:
    return workflow.check_layout(data, where="van-ban.docx")


def findings_of_own(difference: Difference) -> list[Finding]:
    """The same of a Tờ trình made with the templates of this project, where only such a paper is judged."""
    assert difference["mau_cua_vanban"] == "to_trinh"
    assert not set(difference) - OWN_KEYS
    lines = submission()
    if difference.get("giu_voi_doan_sau") == "không":
        last = next(each.text for each in lines if each.code == "noi_dung")
        lines = changed(lines, "noi_dung", last, keep_next=False)
    for start, other in difference.get("dat_truoc", {}).items():
        moved = next(each for each in lines if each.text.startswith(start))
        lines.remove(moved)
        lines.insert(next(at for at, each in enumerate(lines) if each.text.startswith(other)), moved)
    return found(lines)
