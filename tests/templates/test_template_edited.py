"""A template as an editor gives it back: saved by LibreOffice, tags in pieces, a block moved."""

import io
import re
import shutil
import subprocess
import zipfile
from pathlib import Path

import pytest

from vanban.checking import check_layout
from vanban.making.paper import build_docx
from vanban.model.finding import Finding, Severity
from vanban.model.papers import PAPER_KINDS, PaperKind
from vanban.office.soffice import find_soffice
from vanban.samples import sample_document
from vanban.shipped import templates_folder
from vanban.templating.checking import check_template, check_template_file
from vanban.word.observe import observe
from vanban.word.repack import repacked

BODY = "word/document.xml"
each_kind = pytest.mark.parametrize("kind", PAPER_KINDS, ids=lambda kind: kind.ma)


def shipped(kind: PaperKind) -> bytes:
    return (templates_folder() / kind.mau).read_bytes()


def body_of(data: bytes) -> str:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return archive.read(BODY).decode()


def with_body(data: bytes, xml: str) -> bytes:
    return repacked(data, {BODY: xml.encode()}, "mẫu")


def words(data: bytes) -> list[str]:
    return [p.text for p in observe(data).paragraphs if p.zone != "dau_trang" and p.text.strip()]


def told(findings: list[Finding]) -> list[tuple[str, str]]:
    return sorted((finding.ma, finding.loi_van) for finding in findings)


@pytest.fixture(scope="module")
def saved_by_libreoffice(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Every shipped template, opened and saved by LibreOffice."""
    folder = tmp_path_factory.mktemp("mau")
    program = find_soffice()
    assert program is not None
    sources = [shutil.copy(templates_folder() / kind.mau, folder) for kind in PAPER_KINDS]
    saved = folder / "da-luu"
    command = [
        *(str(program), f"-env:UserInstallation={(folder / 'ho-so').as_uri()}", "--headless"),
        *("--convert-to", "docx:MS Word 2007 XML", "--outdir", str(saved), *map(str, sources)),
    ]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    return saved


@pytest.mark.office
@each_kind
def test_what_libreoffice_saved_still_checks_and_makes_the_same_paper(
    kind: PaperKind, saved_by_libreoffice: Path
) -> None:
    assert check_template_file(saved_by_libreoffice / kind.mau).findings == []
    document = sample_document(kind)
    ours, theirs = build_docx(document), build_docx(document, saved_by_libreoffice)
    assert words(theirs) == words(ours)
    assert told(check_layout(theirs, where="a")) == told(check_layout(ours, where="a"))


def in_pieces(xml: str) -> str:
    """Each tag cut into runs as Word does it: spelling marks, bookmarks, ids of revisions."""
    count = iter(range(10_000))

    def cut(found: re.Match[str]) -> str:
        n = next(count)
        head, tag = found[1], found[2]
        at = 1 + n % (len(tag) - 1)
        return (
            f'<w:r w:rsidR="00A{n % 10}"><w:t xml:space="preserve">{head}{tag[:at]}</w:t></w:r>'
            f'<w:proofErr w:type="spellStart"/><w:bookmarkStart w:id="{n}" w:name="b{n}"/>'
            f'<w:r w:rsidRPr="00B1"><w:t xml:space="preserve">{tag[at:]}{found[3]}</w:t></w:r>'
            f'<w:bookmarkEnd w:id="{n}"/><w:proofErr w:type="spellEnd"/>'
        )

    run = r'<w:r><w:t xml:space="preserve">([^<{]*)(\{[{%][^<]*?[%}]\})([^<]*)</w:t></w:r>'
    return re.sub(run, cut, xml)


@each_kind
def test_tags_in_pieces_are_no_fault_and_make_the_same_paper(kind: PaperKind, tmp_path: Path) -> None:
    data = shipped(kind)
    pieces = in_pieces(body_of(data))
    assert pieces.count("w:proofErr") > 20
    edited = with_body(data, pieces)
    assert check_template(edited, where=kind.mau, kind=kind).findings == []
    (tmp_path / kind.mau).write_bytes(edited)
    document = sample_document(kind)
    assert words(build_docx(document, tmp_path)) == words(build_docx(document))


PLAN, SUBMISSION = PAPER_KINDS[0], PAPER_KINDS[1]


def test_curly_quotes_are_only_mentioned(tmp_path: Path) -> None:
    data = shipped(SUBMISSION)
    old = "{{ '.' if loop.last else ';' }}"
    xml = body_of(data)
    assert old in xml
    edited = with_body(data, xml.replace(old, "{{ ‘.’ if loop.last else “;” }}"))
    findings = check_template(edited, where="m", kind=SUBMISSION).findings
    assert [(f.ma, f.muc) for f in findings] == [("mau.dau-nhay-cong", Severity.GOI_Y)]
    (tmp_path / SUBMISSION.mau).write_bytes(edited)
    document = sample_document(SUBMISSION)
    assert words(build_docx(document, tmp_path)) == words(build_docx(document))


def test_words_changed_and_a_block_moved(tmp_path: Path) -> None:
    data = shipped(PLAN)
    paragraphs = re.findall(r"<w:p>.*?</w:p>", body_of(data))
    begin = next(i for i, p in enumerate(paragraphs) if "{%p if kinh_phi %}" in p)
    block = "".join(paragraphs[begin : begin + 6])
    target = next(p for p in paragraphs if "NỘI DUNG KẾ HOẠCH" in p)
    xml = body_of(data)
    assert block in xml
    xml = xml.replace(block, "").replace(target, block + target).replace("TỔ CHỨC THỰC HIỆN", "PHÂN CÔNG")
    edited = with_body(data, xml)
    assert check_template(edited, where=PLAN.mau).findings == []
    (tmp_path / PLAN.mau).write_bytes(edited)
    made = words(build_docx(sample_document(PLAN), tmp_path))
    assert "PHÂN CÔNG" in made
    assert "TỔ CHỨC THỰC HIỆN" not in made
