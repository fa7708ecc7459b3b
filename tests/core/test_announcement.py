"""What makes an announcement, a sentence and an event the same ones again, and what a list of many needs of each."""

import hashlib
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from tracker.core.announcement import ROW, Announcement, Original
from tracker.core.commitment import Band, Commitment, Promisor, PromisorSource, Rejection
from tracker.core.deadline import Anchor, Condition, Deadline, DeadlineKind, Span
from tracker.core.event import event_name
from tracker.core.record import Ingested, StoredAnnouncement

DAY = date(2025, 9, 17)
PAGE = Original(b"<p>The board met.</p>", "text/html")
ANNOUNCEMENT = Announcement("The board met.", DAY, title="News", original=PAGE)


@pytest.fixture
def commitment():
    """A sentence that was read as a commitment, without a date."""
    sentence = "The board will open the quay after the signing."
    promisor = Promisor("The board", PromisorSource.SUBJECT)
    return Commitment(sentence, Span(0, len(sentence)), promisor, "open the quay", Band.COMMITMENT, 0.9)


def test_a_text_is_the_same_whatever_its_spaces_and_its_form_of_letters():
    def sha256(text):
        return Announcement(text, DAY).sha256

    assert sha256("The caf\u00e9 \n opens. ") == sha256("The cafe\u0301 opens.")
    assert sha256("The cafe opens.") != sha256("The cafes open.")


def test_what_was_fetched_is_told_apart_by_its_bytes():
    assert PAGE.sha256 == hashlib.sha256(PAGE.content).hexdigest()


def test_a_sentence_is_the_same_by_its_words_and_its_promisor(commitment):
    spaced = replace(commitment, sentence=commitment.sentence.replace(" ", "\n "), span=Span(9, 99), deed="open it")
    assert spaced.key == commitment.key
    assert replace(commitment, promisor=Promisor("The council", PromisorSource.SUBJECT)).key != commitment.key
    assert replace(commitment, sentence="The board will open the gate.").key != commitment.key


def test_an_event_goes_by_its_words(commitment):
    condition = Condition("the\n signing")
    span = Span(29, 46)
    after = Deadline("after the signing", span, DeadlineKind.CONDITIONAL, (), Anchor(DAY), "", condition=condition)
    assert event_name(replace(commitment, deadline=after)) == "the signing"
    assert event_name(replace(commitment, deadline=replace(after, condition=None))) == ""
    assert event_name(commitment) == ""


def test_in_a_list_of_many_an_announcement_stands_without_its_text():
    lean = ANNOUNCEMENT.without_text()
    assert (lean.text, lean.original, lean.title) == ("", None, "News")
    stored = StoredAnnouncement(4, ANNOUNCEMENT, datetime(2025, 9, 18, tzinfo=UTC))
    rejection = Rejection("It was a great day.", Span(0, 19), "praise", "praise, no promise", 0.2)
    ingested = Ingested(stored, True, (), (rejection,), known_again=2)
    assert ingested.without_text() == Ingested(replace(stored, announcement=lean), True, (), known_again=2)


def test_a_line_that_a_reader_made_of_a_row_is_told_from_those_that_stand_there():
    text = f"{ROW}The clerk will go. It was deferred.\n- The clerk will stay.\n"
    one = Announcement(text, date(2025, 9, 17))
    starts = (2, text.index("It"), text.index("The clerk will stay"))
    assert [one.is_of_row(Span(start, start + 3)) for start in starts] == [True, True, False]
