"""The lexicon: its shape, its words, and how a user adds to it."""

import pytest

from vanban.law.lexicon import load_lexicon, parse_lexicon
from vanban.model.errors import SourceError
from vanban.viet.syllables import is_syllable

LEXICON = load_lexicon()


def test_there_are_enough_compounds_and_none_is_also_a_mere_known_pair() -> None:
    assert len(LEXICON.compounds) >= 600
    assert all(len(one.split(" ")) == 2 for one in LEXICON.compounds | LEXICON.known)


@pytest.mark.parametrize("words", ["compounds", "known"])
def test_every_syllable_of_the_lexicon_is_vietnamese(words: str) -> None:
    syllables = {word for pair in getattr(LEXICON, words) for word in pair.split(" ")}
    assert {word for word in syllables if not is_syllable(word)} <= {"web", "b"}


def test_misspelled_words_are_no_right_words() -> None:
    right = LEXICON.compounds | LEXICON.known
    assert not {wrong for wrong, _ in LEXICON.misspelled if wrong in right}


def test_old_names_have_a_day_and_a_present_name_that_is_not_old() -> None:
    old = {one.ten for one in LEXICON.old_agencies}
    assert all(one.tu.year == 2025 and one.nay not in old for one in LEXICON.old_agencies)


def test_a_user_adds_words_without_changing_the_shipped_ones() -> None:
    more = LEXICON.with_more(compounds=["  Quan  TRẮC "], known=["chạm bạc"])
    assert "quan trắc" in more.compounds
    assert "chạm bạc" in more.known
    assert "chạm bạc" not in LEXICON.known


def test_a_faulty_file_is_answered_with_its_line() -> None:
    with pytest.raises(SourceError, match=r"dòng 1"):
        parse_lexicon("co_quan_cuu: []\n")
