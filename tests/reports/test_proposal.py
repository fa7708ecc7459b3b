"""A proposed commitment as a reviewer sees it."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from tracker.core.announcement import Announcement
from tracker.core.commitment import Band
from tracker.core.deadline import Span
from tracker.core.record import StoredAnnouncement
from tracker.core.status import Review
from tracker.reports.marking import marked_sentence, marked_words, without_marks
from tracker.reports.proposal import describe_waiting, report_proposal
from tracker.reports.reasons import tell_feature, tell_score
from tracker.reports.table import Tone

SENTENCE = "The council will open a library within the next 30 days."


@pytest.fixture
def stored():
    """The announcement in which it was found."""
    text = f"{SENTENCE} It has none so far."
    announcement = Announcement(text, date(2025, 9, 17), title="Autumn programme")
    return StoredAnnouncement(4, announcement, datetime(2025, 9, 17, tzinfo=UTC))


def marked(facts):
    return [fact.cell.value for fact in facts if fact.cell.tone is Tone.MARKED]


def test_the_quote_stands_in_its_paragraph_with_who_what_and_when_marked(commitment, stored):
    report = report_proposal(commitment(12, review=Review.PROPOSED), stored, 2, 5)
    section = report.sections[0]
    assert report.title == "2 of 5 · commitment 12"
    assert section.heading == "Autumn programme, 2025-09-17"
    assert "".join(fact.cell.shown for fact in section.body.facts) == f"{SENTENCE} It has none so far."
    assert marked(section.body.facts) == ["The council", "open a library", "within the next 30 days"]


def test_the_reading_and_its_reasons_are_told_in_words(commitment, stored, values_of, shown_of):
    found = commitment(12, review=Review.PROPOSED)
    features = (("dated", 2.0), ("will", 1.5), ("question", -6.0), ("actor", 0.1))
    found = replace(found, found=replace(found.found, features=features))
    body = report_proposal(found, stored, 1, 1).sections[1].body
    assert values_of(body)["due"] == date(2025, 10, 17)
    assert shown_of(body)["explanation"] == "30 days counted from the announcement"
    assert (
        shown_of(body)["score"]
        == "surely a commitment, 0.90: names a day, says “will”; but is a question, or tells of one"
    )


def test_a_proposal_without_a_date_says_what_kind_it_is(commitment, stored, shown_of):
    found = commitment(review=Review.PROPOSED, read=False, due=None)
    found = replace(found, found=replace(found.found, features=(), band=Band.REVIEW))
    body = report_proposal(found, stored, 1, 1).sections[1].body
    assert shown_of(body)["due"] == "none (open)"
    assert shown_of(body)["score"] == "doubtful, 0.90"


def test_what_was_past_due_when_it_was_announced_is_told_to_be_looked_at_for_that(
    commitment, stored, deadline, shown_of
):
    found = commitment(review=Review.PROPOSED)
    past = replace(found.found, features=(), band=Band.REVIEW, score=0.99, deadline=deadline(is_past=True))
    body = report_proposal(replace(found, found=past), stored, 1, 1).sections[1].body
    assert shown_of(body)["score"] == "to be looked at, since it was past due when it was announced, 0.99"


def test_an_announcement_is_called_by_what_it_has(commitment, stored):
    bare = replace(stored, announcement=replace(stored.announcement, title="", text=f"Before. {SENTENCE}"))
    found = commitment(review=Review.PROPOSED)
    span = Span(8, 8 + len(SENTENCE))
    found = replace(found, found=replace(found.found, span=span))
    section = report_proposal(found, bare, 1, 1).sections[0]
    assert section.heading == "announcement 4, 2025-09-17"
    assert "".join(fact.cell.shown for fact in section.body.facts) == f"Before. {SENTENCE}"
    assert marked(section.body.facts)[-1] == "within the next 30 days"  # by its words: its place was another


def test_of_a_deed_told_in_another_order_the_runs_are_marked(commitment):
    found = replace(commitment().found, deed="a library by the river opened", deadline=None)
    found = replace(found, sentence="A library will be opened by  the river.")
    assert marked(marked_sentence(replace(found, promisor=replace(found.promisor, name="")))) == [
        "A library",
        "opened",
        "by the river",
    ]


def test_a_promisor_and_a_deed_that_are_not_in_the_sentence_are_not_marked(commitment):
    found = replace(commitment().found, deed="to mend it", deadline=None, sentence="We do so to the end.")
    assert marked(marked_sentence(found)) == []


def test_words_that_stand_in_others_are_marked_once(commitment):
    found = replace(commitment().found, deed="open a library within the next 30 days")
    assert marked(marked_sentence(found)) == ["The council", "open a library within the next 30 days"]


def test_the_marks_of_bold_words_are_not_shown():
    assert without_marks("**4. Allotments.** The council will __open__ 5*3 plots.") == (
        "4. Allotments. The council will open 5*3 plots."
    )
    assert marked(marked_words("The **library** opens", ("library",))) == ["library"]
    assert "".join(fact.cell.shown for fact in marked_words("The **library** opens", ())) == "The library opens"


def test_matching_words_are_marked_whatever_their_letter_case():
    assert marked(marked_words("The Library is open, the library!", ("library", "open"))) == [
        "Library",
        "open",
        "library",
    ]


@pytest.mark.parametrize(
    ("features", "told"),
    [
        ((), ""),
        ((("dated", 1.0),), "names a day"),
        ((("no_plan", -1.0),), "against it: says that nothing is planned"),
        ((("timed", -2.0), ("dated", 1.0)), "names a day; but only words of time make a promise of it"),
        ((("going_to", -1.0),), "against it: says “going to”, which alone is little"),
        ((("generic", 1.0), ("will", 0.5)), "says “will”"),
    ],
)
def test_reasons_speak_for_it_against_it_or_both(features, told):
    assert tell_score(features) == told


def test_a_feature_without_words_of_its_own_is_told_by_its_name():
    assert tell_feature("brand_new", 1.0) == "brand new"


def test_what_waits_is_described_by_stable_names(commitment, stored):
    dated = commitment(12, review=Review.PROPOSED)
    undated = commitment(13, review=Review.PROPOSED, read=False, due=None)
    described = describe_waiting([(dated, stored), (undated, stored)], [])
    assert (described["schema"], described["evidence"]) == ("tracker.review/1", [])
    first, second = described["commitments"]
    assert (first["id"], first["announcement"], first["sentence"]) == (12, 4, SENTENCE)
    assert (first["before"], first["after"]) == ("", "It has none so far.")
    assert (first["words"], first["due"]) == ("within the next 30 days", date(2025, 10, 17))
    assert first["reasons"][0] == {"name": "will", "weight": 2.0, "words": "says “will”"}
    assert (second["words"], second["kind"], second["due"], second["explanation"]) == (None, "open", None, None)
