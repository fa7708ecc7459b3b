"""Filters: the database finds what the pure functions say that a query means, on both databases."""

from collections import Counter
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tracker.core.deadline import Sense
from tracker.core.query import parse_query
from tracker.core.status import Review, Status
from tracker.core.terms import StandingWord
from tracker.core.timing import Timing, timing_of
from tracker.store import commitments
from tracker.store.pressing import pressing

TODAY = date(2026, 1, 31)
near_today = st.integers(-40, 40).map(lambda days: TODAY + timedelta(days=days))
maybe_near_today = st.none() | near_today


def find(load, words):
    return load(commitments.find, parse_query(words, TODAY), TODAY)


TRUE_OF_IT = [
    'actor:"harbour BOARD"',
    "actor~board",
    "deed~dredge",
    "text~channel",
    "publisher:harbour",
    "owner:MARÍA",
    "tag:money",
    "+money",
    "-absent",
    "status:open,stalled",
    "review:tracked",
    "kind:dated",
    "sense:achieve",
    "due:2026-03-02",
    "due.before:2026-03-03",
    "due.after:2026-03-01",
    "announced:today",
    "done:none",
    "id:{number},9999999999,99999999999999999999",
    "{number}",
    '"channel within"',
    "-status:stalled",
    "-owner:none",
    "+money dredge -due:none",
    "",
]
FALSE_OF_IT = [
    'actor:"board of harbours"',
    "-actor~board",
    "deed~within",
    "publisher:board-",
    "owner:none",
    "-owner:maría",
    "-money",
    "+absent",
    "status:stalled",
    "-review:tracked",
    "kind:vague",
    "sense:keep",
    "due:none",
    "due.before:2026-03-02",
    "due.after:2026-03-02",
    "announced.before:today",
    "-done:none",
    "id:99999999999999999999",
    "-{number}",
    '-"channel within"',
    "dredge +absent",
]


@pytest.mark.parametrize("words", TRUE_OF_IT)
def test_a_commitment_is_found_by_what_is_true_of_it(add, load, words):
    commitment = add(owner="María", tags=frozenset({"money"}))
    assert find(load, words.format(number=commitment.number)) == (commitment,)


@pytest.mark.parametrize("words", FALSE_OF_IT)
def test_a_commitment_is_not_found_by_what_is_false_of_it(add, load, words):
    commitment = add(owner="María", tags=frozenset({"money"}))
    assert find(load, words.format(number=commitment.number)) == ()


@pytest.mark.parametrize("mark", ["%", "_", "\\", "/", "'", "*", "NEAR(", "a;--", "ß", "İ"])
def test_every_character_means_itself(add, load, mark):
    add(found={"deed": "dredge the channel"})
    marked = add(found={"deed": f"dredge {mark} channel"})
    assert find(load, [f"deed~{mark}"]) == (marked,)


def test_a_match_never_spans_two_fields(add, load):
    add(found={"deed": "sand", "sentence": "dredge it"})
    assert find(load, '"sand dredge"') == ()


def test_what_is_missing_lies_neither_before_nor_after_a_day(add, load):
    undated = add(None)
    assert find(load, "due.before:9999-12-31") == find(load, "due.after:0001-01-01") == ()
    assert find(load, "-due.before:9999-12-31") == find(load, "-due.after:0001-01-01") == (undated,)


def test_moved_is_what_is_no_longer_due_as_first_announced(make, add, save, load):
    same, moved = add(), add()
    later = save(moved, make.with_occurrence(moved, due=date(2026, 6, 1)))
    assert find(load, "+MOVED") == (later,)
    assert find(load, "-MOVED") == (same,)


@st.composite
def occurrences(draw):
    """The fields of an occurrence that decide where it stands."""
    status = draw(st.sampled_from(Status))
    done_on = draw(near_today if status is Status.FULFILLED else maybe_near_today) if status.is_settled else None
    return {"status": status, "due": draw(maybe_near_today), "review_on": draw(maybe_near_today), "done_on": done_on}


def made(make, announcement, drawn):
    """A commitment of the drawn fields, its sense and its state of review."""
    fields, sense, review = drawn
    commitment = make.commitment(announcement)
    return replace(
        make.with_occurrence(commitment, settled_at=make.now if fields["status"].is_settled else None, **fields),
        found=replace(commitment.found, deadline=replace(commitment.found.deadline, sense=sense)),
        review=review,
        tracked_on=TODAY if review is Review.TRACKED else None,
    )


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(occurrences(), st.sampled_from(Sense), st.sampled_from(Review)), min_size=1, max_size=40))
def test_a_word_in_capitals_means_what_the_pure_functions_say(make, store, announcement, drawn):
    with store.writing("ingest", "Ada", make.now) as change, change.conn.begin_nested() as savepoint:
        stored = [commitments.add(change, made(make, announcement, one)) for one in drawn]
        for word in StandingWord:
            expected = {one.number for one in stored if holds(word, one)}
            assert numbers(change, f"+{word}") == expected
            assert numbers(change, f"-{word}") == {one.number for one in stored} - expected
        counted, presses = commitments.counts(change.conn, TODAY), pressing(change.conn, TODAY)
        savepoint.rollback()
    tracked = [one for one in stored if one.review is Review.TRACKED]
    assert counted.by_timing == Counter(timing_of(one.current, one.found.sense, TODAY) for one in tracked)
    assert counted.by_review == Counter(one.review for one in stored)
    assert presses.overdue == counted.by_timing.get(Timing.OVERDUE, 0) + counted.by_timing.get(Timing.LONG_OVERDUE, 0)


def test_every_word_begins_and_ends_on_its_day(make, store, announcement):
    drawn = [
        ({"status": Status.OPEN, "due": TODAY + timedelta(days=days)}, sense, Review.TRACKED)
        for days in (-32, -31, -30, -29, -2, -1, 0, 1, 2, 6, 7, 8, 9)
        for sense in Sense
    ]
    with store.writing("ingest", "Ada", make.now) as change:
        stored = [commitments.add(change, made(make, announcement, one)) for one in drawn]
        for word in StandingWord:
            assert numbers(change, f"+{word}") == {one.number for one in stored if holds(word, one)}


def numbers(change, words):
    """The numbers of what is found in the middle of a change."""
    return {one.number for one in commitments.find(change.conn, parse_query(words, TODAY), TODAY)}


def holds(word, commitment):
    """What a word in capitals means, told with the pure functions alone."""
    occurrence = commitment.current
    timing = timing_of(occurrence, commitment.found.sense, TODAY)
    others = {
        "OVERDUE": timing in (Timing.OVERDUE, Timing.LONG_OVERDUE),
        "SETTLED": occurrence.status.is_settled,
        "UNSETTLED": not occurrence.status.is_settled,
        "MOVED": occurrence.due != occurrence.first_due,
    }
    return others.get(word, word in (timing.name, commitment.review.name))
