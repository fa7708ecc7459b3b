from __future__ import annotations

from datetime import date

import pytest

from tracker.core.commitment import Band, PromisorSource
from tracker.core.conventions import PLAIN
from tracker.extraction import read_sentence

ANNOUNCED_ON = date(2025, 3, 5)


def test_who_what_and_by_when_are_read_from_a_typed_sentence() -> None:
    one = read_sentence(" The council will mend the pier by 3 May 2025. ", ANNOUNCED_ON, PLAIN)
    assert one.promisor.name == "The council"
    assert one.deed == "mend the pier"
    assert one.deadline is not None
    assert one.deadline.due == date(2025, 5, 3)
    assert one.band is Band.COMMITMENT
    assert one.sentence == "The council will mend the pier by 3 May 2025."


def test_what_a_guard_would_turn_down_is_kept_when_a_person_types_it() -> None:
    one = read_sentence("Prices will fall by June 2025.", ANNOUNCED_ON, PLAIN)
    assert one.deadline is not None
    assert one.deadline.due == date(2025, 6, 30)


def test_who_says_it_is_the_promisor_where_the_deed_is_passive() -> None:
    one = read_sentence("The pier will be mended, Mayor Ekholm said.", ANNOUNCED_ON, PLAIN)
    assert (one.promisor.name, one.promisor.source) == ("Mayor Ekholm", PromisorSource.SPEAKER)
    assert one.deadline is None


def test_of_who_says_it_a_pronoun_may_be_all_that_is_known() -> None:
    one = read_sentence("The pier will be mended, he said.", ANNOUNCED_ON, PLAIN)
    assert (one.promisor.name, one.promisor.source) == ("he", PromisorSource.SUBJECT)


def test_a_sentence_without_a_cue_is_taken_as_it_stands() -> None:
    one = read_sentence("A new pier, as of 3 May 2019", ANNOUNCED_ON, PLAIN)
    assert one.deed == "A new pier, as of 3 May 2019"
    assert one.promisor.source is PromisorSource.UNKNOWN
    assert one.deadline is not None
    assert one.deadline.due == date(2019, 5, 3)


def test_words_without_a_time_have_no_deadline() -> None:
    assert read_sentence("A new pier", ANNOUNCED_ON, PLAIN).deadline is None


def test_a_blank_sentence_is_refused() -> None:
    with pytest.raises(ValueError, match="promises nothing"):
        read_sentence("  ", ANNOUNCED_ON, PLAIN)
