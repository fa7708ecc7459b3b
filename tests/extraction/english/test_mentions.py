"""Who was named earlier: full names, offices, institutions, and the parties of an agreement."""

from __future__ import annotations

import pytest

from tracker.extraction.english.mentions import NOBODY, Mentions


@pytest.mark.parametrize(
    ("text", "name", "full"),
    [
        ("Energy Minister Ada Maria Holm spoke. Holm said no.", "Holm", "Energy Minister Ada Maria Holm"),
        ("Ada Holm spoke. Ms Holm said no.", "Ms Holm", "Ada Holm"),
        ("On Monday Ada Holm spoke. Holm said no.", "Holm", "Ada Holm"),
        ("Meanwhile Holm spoke.", "Holm", "Holm"),
        ("Ada Holm and Per Holm spoke.", "Holm", "Holm"),
        ("The Bank of Veland spoke.", "Veland", "Veland"),
        ("Nobody spoke.", "Holm", "Holm"),
        ("Ada Holm spoke.", "the port of Berga", "the port of Berga"),
        ("The energy minister spoke.", "The minister", "the energy minister"),
        ("Energy Minister Ada Holm spoke. The energy minister left.", "the minister", "Energy Minister Ada Holm"),
        ("The minister for Energy spoke.", "the minister", "the minister for Energy"),
        ("The energy minister met the health minister.", "the minister", "the minister"),
        ("A minister spoke. The minister left.", "the minister", "the minister"),
    ],
)
def test_the_fullest_mention_is_the_name(text: str, name: str, full: str) -> None:
    assert Mentions(text).full_name(name, len(text)) == full


def test_only_what_was_said_before_counts() -> None:
    text = "Holm said no. Ada Holm said it again."
    assert Mentions(text).full_name("Holm", 10) == "Holm"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The harbour board has met. It adjourned.", "The harbour board"),
        ("The harbour board has met. The Bank of Veland has not.", "The Bank of Veland"),
        ("Central Bank of Castoria said so.", "Central Bank of Castoria"),
        ("They saw the board.", ""),
    ],
)
def test_the_last_institution_that_a_sentence_begins_with_is_found(text: str, name: str) -> None:
    assert Mentions(text).institution(len(text)).name == name


def test_ahead_of_all_institutions_there_is_nobody() -> None:
    assert Mentions("The harbour board has met.").institution(0) == NOBODY


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        ("Norda and the State of Veland have signed a charter.", "Norda and the State of Veland"),
        ("A charter was signed by Norda and Veland.", "Norda and Veland"),
        ("The clerk signed for the parcel.", ""),
    ],
)
def test_the_parties_of_an_agreement_are_those_who_signed_it(text: str, parties: str) -> None:
    assert Mentions(text).parties == parties
