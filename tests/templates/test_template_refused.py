"""Templates that must not be used are refused with the reason; what a changed record breaks is found."""

import io
import zipfile
from pathlib import Path

import pytest
from pydantic import create_model

from vanban.making.paper import filled
from vanban.model.document import Document, SubmissionDocument
from vanban.model.errors import TemplateError
from vanban.model.finding import Severity
from vanban.model.papers import PAPER_KINDS, PaperKind
from vanban.samples import sample_document
from vanban.shipped import templates_folder
from vanban.templating.checking import check_template, check_template_file
from vanban.word.template import render

KIND = PAPER_KINDS[1]
TEMPLATE = (templates_folder() / KIND.mau).read_bytes()
RELATIONS = "word/_rels/document.xml.rels"


def changed(changes: dict[str, bytes], added: dict[str, bytes] | None = None) -> bytes:
    """The shipped template of the Tờ trình with other parts."""
    result = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(TEMPLATE)) as old,
        zipfile.ZipFile(result, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for name in old.namelist():
            new.writestr(name, changes.get(name, old.read(name)))
        for name, data in (added or {}).items():
            new.writestr(name, data)
    return result.getvalue()


def part(name: str) -> str:
    with zipfile.ZipFile(io.BytesIO(TEMPLATE)) as archive:
        return archive.read(name).decode()


def with_link(kind: str, target: str) -> bytes:
    arrow = f'<Relationship Id="rIdX" Type="http://x/{kind}" Target="{target}" TargetMode="External"/>'
    return changed(
        {RELATIONS: part(RELATIONS).replace("</Relationships>", f"{arrow}</Relationships>").encode()}
    )


REFUSED = {
    "macro": (changed({}, {"word/vbaProject.bin": b"x"}), "macro"),
    "hình từ ngoài tệp": (with_link("image", "http://mau.example/a.png"), "nối ra ngoài tệp"),
    "mẫu đính kèm": (with_link("attachedTemplate", "file:///a.dotm"), "nối ra ngoài tệp"),
    "zip bomb": (changed({}, {"word/media/x.bin": bytes(50 * 2**20)}), "zip bomb"),
    "không phải Word": (b"PK\x03\x04 x", "hỏng"),
    "cắt cụt": (TEMPLATE[: len(TEMPLATE) // 2], "cắt cụt"),
}


@pytest.mark.parametrize(("data", "told"), REFUSED.values(), ids=REFUSED)
def test_a_dangerous_template_is_refused_with_the_reason(data: bytes, told: str) -> None:
    for use in (
        lambda: check_template(data, where="mau.docx", kind=KIND),
        lambda: render(data, {}, where="mau.docx"),
    ):
        with pytest.raises(TemplateError, match=told) as refused:
            use()
        assert refused.value.where == "mau.docx"
        assert refused.value.next_step


@pytest.mark.parametrize(
    "code",
    [
        "{{ ''.__class__.__mro__[1].__subclasses__() }}",
        "{{ trich_yeu|attr('__class__') }}",
        "{{ range(999999999)|list }}",
        "{{ 'a' * 999999999 }}",
        "{{ trich_yeu.__init__.__globals__ }}",
        "{{ cycler.__init__ }}",
    ],
)
def test_code_in_a_template_is_found_by_the_check_and_stopped_by_the_engine(code: str) -> None:
    xml = part("word/document.xml").replace("{{ trich_yeu }}", code)
    data = changed({"word/document.xml": xml.encode()})
    found = {finding.ma for finding in check_template(data, where="m", kind=KIND).findings}
    assert found & {"mau.chay-ma", "mau.phep-tinh", "mau.truong-la"}
    with pytest.raises(TemplateError):
        render(data, {"trich_yeu": "a"}, where="m")


def test_a_field_that_is_gone_from_the_record_is_found_where_the_template_asks_for_it() -> None:
    kept = {
        name: (info.annotation, info)
        for name, info in SubmissionDocument.model_fields.items()
        if name not in Document.model_fields and name != "thoi_han"
    }
    changed_record = create_model("Changed", __base__=Document, han=(str, ...), **kept)  # type: ignore[call-overload]
    kind = PaperKind("to_trinh", "Tờ trình", KIND.mau, changed_record)
    found = {finding.ma: finding for finding in check_template(TEMPLATE, where="m", kind=kind).findings}
    assert "thoi_han" in found["mau.truong-la"].loi_van
    assert found["mau.truong-la"].noi.doan
    assert "han" in found["mau.thieu-truong"].loi_van


def test_the_check_of_a_file_names_the_file(tmp_path: Path) -> None:
    path = tmp_path / "to-trinh.docx"
    path.write_bytes(REFUSED["macro"][0])
    with pytest.raises(TemplateError, match=r"to-trinh\.docx"):
        check_template_file(path)


@pytest.mark.parametrize(
    ("old", "new", "place"),
    [
        ("{{ mo_dau }}", "{{ mo_dauu }}", "đoạn 31"),
        ("{{ mo_dau }}", "{{ mo_dau|khong_co }}", "đoạn 31"),
        ("{{ kien_nghi }}", "{{ kien_nghi }", "đoạn 50"),
        ("{%p for doan in qua_trinh %}", "{%p for doan in qua_trin %}", "đoạn 37"),
        ("{{ doan }}{{ khac }}", "", ""),
    ],
)
def test_an_error_at_the_making_of_a_paper_carries_the_place_that_the_check_gives(
    old: str, new: str, place: str
) -> None:
    xml = part("word/document.xml")
    if not place:  # the third of four tags that say the same
        pieces = xml.split("{{ doan }}")
        xml, place = "{{ doan }}".join(pieces[:3]) + "{{ doan.x }}" + "{{ doan }}".join(pieces[3:]), "đoạn 42"
    data = changed({"word/document.xml": xml.replace(old, new).encode()})
    (found,) = [f for f in check_template(data, where="m", kind=KIND).findings if f.muc is Severity.LOI]
    with pytest.raises(TemplateError) as stopped:
        filled(data, sample_document(KIND), where="m")
    assert str(found.noi).removeprefix("m, ") in stopped.value.where
    assert place in stopped.value.where
