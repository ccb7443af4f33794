"""Shipped templates keep up with the law: they are worded in Word, but their styles come from one place."""

import pytest

from vanban.law.decree import load_decree
from vanban.model.papers import PAPER_KINDS, PaperKind
from vanban.shipped import templates_folder
from vanban.word.package import open_package
from vanban.word.styles import styles_xml


@pytest.mark.parametrize("kind", PAPER_KINDS, ids=lambda kind: kind.ma)
def test_a_shipped_template_carries_the_styles_of_the_law(kind: PaperKind) -> None:
    package = open_package((templates_folder() / kind.mau).read_bytes(), kind.mau)
    styles = package.part("word/styles.xml") or b""
    assert styles.decode() == styles_xml(load_decree())
