"""Nasty texts in every place of a short file: none is lost, none is obeyed, the paper stays valid."""

import json
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st
from openxml_audit import OpenXmlValidator
from plain_papers import document, docx, lines

from vanban.viet.text import clean

SIGNS = st.sampled_from(
    ["&", "<b>", "{{ ho_ten }}", "{%p if x %}", "}}", "]]>", "\\", "`", "“", "–", "*", "_", "#", ":", "'"]
)
LETTERS = st.text("aăâbcdđeêghiklmnoôơpqrstuưvxyáàảãạ0123456789 ", min_size=1, max_size=12)
NASTY = st.lists(st.one_of(SIGNS, LETTERS), min_size=1, max_size=5).map(" ".join)


def letters(text: str) -> str:
    return "".join(c for c in clean(text.upper()).casefold() if c.isalnum())


def front(**values: object) -> str:
    return "\n".join(f"{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in values.items())


@settings(max_examples=20, deadline=None)
@given(NASTY, NASTY, NASTY, NASTY, NASTY, NASTY)
def test_no_place_loses_or_obeys_a_text(a: str, b: str, c: str, d: str, e: str, f: str) -> None:
    head = front(can_cu=[f"căn {a}"], kinh_gui=[f"nơi {b}", "Nơi khác"], noi_nhan=[f"nhận {c}"])
    head += "\n" + front(nguoi_ky={"quyen_han": [f"Chức {d}"], "ho_ten": f"Tên {e}"})
    table = f"| cột | cột |\n|---|---|\n| ô {c.replace('|', '')} | x |"
    body = f"- gạch {a}\n\n1. khoản {b}\n\n{table}\n\nXem Phụ lục.\n\n# Phụ lục I. Tên {f}\n\nlời {d}"
    said = letters("".join(lines(docx(document("to_trinh", body, head)))))
    wanted = [
        f"ô {c}",
        f"căn {a}",
        f"nơi {b}",
        f"nhận {c}",
        f"chức {d}",
        f"tên {e}",
        f"gạch {a}",
        f"khoản {b}",
        f"tên {f}",
        f"lời {d}",
    ]
    assert [text for text in wanted if letters(text) not in said] == []


@settings(max_examples=8, deadline=None)
@given(st.lists(NASTY, min_size=5, max_size=5))
def test_fields_of_a_form_keep_their_text(texts: list[str]) -> None:
    names = ("kinh_moi", "toi_du", "chu_tri", "thoi_gian", "dia_diem")
    made = document("giay_moi", "", front(**{n: f"{n} {t}" for n, t in zip(names, texts, strict=True)}))
    said = letters("".join(lines(docx(made))))
    assert [t for n, t in zip(names, texts, strict=True) if letters(f"{n} {t}") not in said] == []


def test_a_paper_full_of_signs_is_a_valid_word_file(tmp_path: Path) -> None:
    text = "a & b < c {{ x }} {%p if %} ]]> **đậm & *nghiêng*** \\* “x” – _y_ ***z***"
    body = f"{text}\n\n- {text}\n\n# {text}\n\n| {text} |\n|---|\n| {text} |\n"
    (tmp_path / "vb.docx").write_bytes(docx(document("thong_bao", body)))
    assert [str(e) for e in OpenXmlValidator().validate(str(tmp_path / "vb.docx")).errors] == []
