"""The filter grammar: what each term means, and what is said of one that means nothing."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.core.announcement import normalised
from tracker.core.query import Query, parse_query
from tracker.core.status import Review
from tracker.core.terms import Contains, Field, OnDay, OneOf, Side, StandingWord, Stands, Term
from tracker.core.timing import Timing
from tracker.errors import UnknownNameError, UsageError

TODAY = date(2026, 1, 31)


def parse(words, **options):
    return parse_query(words, TODAY, **options).terms


def condition(words, **options):
    (term,) = parse(words, **options)
    assert not term.is_negated
    return term.condition


@pytest.mark.parametrize(
    ("words", "meant"),
    [
        ("status:open", OneOf(Field.STATUS, ("open",))),
        ("status:open,in-progress", OneOf(Field.STATUS, ("open", "in_progress"))),
        ("STATUS:Open", OneOf(Field.STATUS, ("open",))),
        ("review:dismissed", OneOf(Field.REVIEW, ("dismissed",))),
        ("kind:vague", OneOf(Field.KIND, ("vague",))),
        ("sense:keep", OneOf(Field.SENSE, ("keep",))),
        ("owner:María", OneOf(Field.OWNER, ("maría",))),
        ("owner:none", OneOf(Field.OWNER, ("",))),
        ("owner:me", OneOf(Field.OWNER, ("me",))),
        ("tag:Health", OneOf(Field.TAG, ("health",))),
        ("+health", OneOf(Field.TAG, ("health",))),
        ("id:12,13", OneOf(Field.ID, ("12", "13"))),
        ("12", OneOf(Field.ID, ("12",))),
        ('"12"', Contains(Field.TEXT, "12")),
        ('actor:"Ministry  of HEALTH"', Contains(Field.ACTOR, "ministry of health")),
        ("actor~ministry", Contains(Field.ACTOR, "ministry")),
        ("deed~fund", Contains(Field.DEED, "fund")),
        ("publisher:council", Contains(Field.PUBLISHER, "council")),
        ("text~a:b~c", Contains(Field.TEXT, "a:b~c")),
        ("Word", Contains(Field.TEXT, "word")),
        ('"working group"', Contains(Field.TEXT, "working group")),
        ("12:30", Contains(Field.TEXT, "12:30")),
        ("due:none", OnDay(Field.DUE, Side.ON, None)),
        ("due:2026-02-01", OnDay(Field.DUE, Side.ON, date(2026, 2, 1))),
        ("due.before:today", OnDay(Field.DUE, Side.BEFORE, TODAY)),
        ("due.AFTER:Yesterday", OnDay(Field.DUE, Side.AFTER, date(2026, 1, 30))),
        ("announced:tomorrow", OnDay(Field.ANNOUNCED, Side.ON, date(2026, 2, 1))),
        ("done.after:-7d", OnDay(Field.DONE, Side.AFTER, date(2026, 1, 24))),
        ("due.before:+7d", OnDay(Field.DUE, Side.BEFORE, date(2026, 2, 7))),
        ("+OVERDUE", Stands(StandingWord.OVERDUE)),
    ],
)
def test_a_term_means_what_it_says(words, meant):
    assert condition(words) == meant


@pytest.mark.parametrize("words", ["status:open", "actor:x", "due:none", "12", '"a phrase"'])
def test_a_minus_turns_a_term_round(words):
    (negated,) = parse(f"-{words}")
    assert negated == Term(condition(words), is_negated=True)


def test_a_minus_before_a_word_is_without_that_tag():
    assert parse("-health -OVERDUE") == (
        Term(OneOf(Field.TAG, ("health",)), is_negated=True),
        Term(Stands(StandingWord.OVERDUE), is_negated=True),
    )


def test_a_sign_alone_is_a_text():
    assert [term.condition for term in parse("- +")] == [Contains(Field.TEXT, "-"), Contains(Field.TEXT, "+")]


def test_terms_are_split_at_spaces_outside_quotes():
    assert parse('  status:open   actor:"Ministry of Health"  +health ') == parse(
        ["status:open", "actor:Ministry of Health", "+health"]
    )


def test_no_words_mean_everything():
    assert parse_query("", TODAY) == parse_query([], TODAY) == parse_query([" "], TODAY) == Query()


def test_me_is_the_person_who_asks():
    assert condition("owner:me", me="Ada Lowe") == OneOf(Field.OWNER, ("ada lowe",))


@pytest.mark.parametrize(
    ("words", "says"),
    [
        ("stauts:open", r"there is no field 'stauts': did you mean status"),
        ("status:opne", r"there is no status 'opne': did you mean open"),
        ("status:open,", r"there is no status ''"),
        ("+overdue", r"'\+overdue': where one stands is said in capitals: write \+OVERDUE"),
        ("-Late", r"write -LATE"),
        ("+OVERDEU", r"there is no word in capitals 'OVERDEU': did you mean OVERDUE"),
        ("-XYZQ", r"there is no word in capitals 'XYZQ': known are"),
        ("due:someday", r"'due:someday': 'someday' is no day: write 2026-01-31"),
        ("due.before:none", r"'none' is no day"),
        ("due:2026-02-30", r"is no day"),
        ("due:20260201", r"is no day"),
        ("due:+9999999d", r"is no day"),
        ("due.around:today", r"there is no 'around': write .before or .after"),
        ("actor.before:x", r"actor has no before: only due, announced, done"),
        ("actor:", r"nothing stands after actor:"),
        ('text~""', r"nothing stands after text~"),
        ("status~open", r"status is not searched in: write status:open"),
        ("due~today", r"due is not searched in"),
        ("id:twelve", r"'twelve' is no number"),
        ('actor:"Ministry', r"a quote is not closed"),
    ],
)
def test_what_means_nothing_is_named(words, says):
    with pytest.raises(UsageError, match=says):
        parse(words)


def test_an_unknown_name_carries_the_nearest_known_one():
    with pytest.raises(UnknownNameError) as error:
        parse("actr:x")
    assert "actor" in error.value.remedy


@given(st.text())
def test_whatever_is_typed_is_read_or_refused_with_what_to_write(words):
    try:
        outcome = parse_query(words, TODAY)
    except UsageError as error:
        outcome = error
    assert isinstance(outcome, Query) or outcome.remedy


@given(st.text().filter(lambda text: text.strip() and '"' not in text))
def test_quoted_words_are_a_text(words):
    assert condition([f'"{words}"']) == Contains(Field.TEXT, normalised(words))


def test_a_day_in_words_is_read_by_whoever_can():
    def in_words(words, side):
        return date(2026, 6, 1) if (words, side) == ("summer", Side.BEFORE) else None

    (term,) = parse_query("due.before:summer", TODAY, None, in_words).terms
    assert term.condition == OnDay(Field.DUE, Side.BEFORE, date(2026, 6, 1))
    with pytest.raises(UsageError, match=r"'summer' is no day: write 2026-01-31, .* or a day in words: next friday"):
        parse_query("due:summer", TODAY, None, in_words)
    with pytest.raises(UsageError, match=r"'summer' is no day: write 2026-01-31, .* or -7d$"):
        parse_query("due:summer", TODAY)


@pytest.mark.parametrize("word", StandingWord)
def test_a_word_in_capitals_is_of_timing_of_review_or_of_status(word):
    kinds = [bool(word.timings), word.review is not None, word.name in ("SETTLED", "UNSETTLED", "MOVED")]
    assert kinds.count(True) == 1


def test_every_timing_and_review_has_its_word():
    assert frozenset().union(*(word.timings for word in StandingWord)) == set(Timing)
    assert {word.review for word in StandingWord} - {None} == set(Review)


def test_overdue_means_the_long_overdue_too():
    assert StandingWord.OVERDUE.timings == {Timing.OVERDUE, Timing.LONG_OVERDUE}
    assert StandingWord.LONG_OVERDUE.timings == {Timing.LONG_OVERDUE}


@pytest.mark.parametrize(
    ("words", "field"),
    [
        ("status:open", "status"),
        ("+SETTLED", "status"),
        ("-LATE", "status"),
        ("+PROPOSED", "review"),
        ("+OVERDUE", "standing"),
        ("+MOVED", "standing"),
        ("12", "id"),
        ("done:none", "done"),
    ],
)
def test_a_query_knows_what_it_speaks_of(words, field):
    query = parse_query(f"dredge {words}", TODAY)
    assert query.speaks_of("no such field", field)
    assert not parse_query("dredge", TODAY).speaks_of(field)


def test_joined_queries_hold_both():
    one, two = parse_query("status:open", TODAY), parse_query("+health", TODAY)
    assert one.joined(two) == parse_query("status:open +health", TODAY)
