"""What a later announcement says of a commitment: who, what and tense, each where it could be mistaken."""

from dataclasses import replace
from datetime import date

import pytest

from tracker.core.commitment import Promisor, PromisorSource
from tracker.core.conventions import PLAIN
from tracker.core.deadline import Span
from tracker.core.match import Match
from tracker.core.occurrence import Stance
from tracker.followup.candidates import sharing
from tracker.followup.english.clauses import Deed
from tracker.followup.english.days import done_on, is_older, moved_to, names_due
from tracker.followup.english.stances import stance_of
from tracker.followup.english.words import is_past, stem, words_of
from tracker.followup.matching import is_same_promise, is_told_again, match
from tracker.followup.names import NAMED, NAMED_IN_PART, NAMED_NEARBY, NAMED_VAGUELY, speaks_of

LIBRARY = "The council will open the Eastgate library by 30 September 2025."
WEDNESDAY = date(2025, 9, 3)


@pytest.mark.parametrize(
    ("told", "stance", "day"),
    [
        ("The Eastgate library opened its doors on Saturday, Elsin Council said.", "done", "2025-08-30"),
        ("Elsin Council kept its promise: the Eastgate library is open.", "done", ""),
        ("Elsin Council opened the Eastgate library yesterday.", "done", "2025-09-02"),
        ("The Eastgate library will open on 30 September, says Elsin Council.", "restated", ""),
        ("Elsin Council will open the Eastgate library in September.", "restated", ""),
        ("The Eastgate library will open on 12 November, says Elsin Council.", "moved", "2025-11-12"),
        ("Elsin Council will delay the Eastgate library.", "moved", ""),
        ("The Eastgate library has been delayed by two weeks, said Elsin Council.", "moved", "2025-10-14"),
        ("Elsin Council voted to scrap the Eastgate library.", "dropped", ""),
        ("Done: Elsin Council to open the Eastgate library by 30 September 2025.", "done", ""),
        ("- Dropped: Elsin Council to open the Eastgate library by 30 September 2025.", "dropped", ""),
        ("Done: Elsin Council to paint the Eastgate library by 30 September 2025.", "mention", ""),
    ],
)
def test_what_is_said_of_it_is_told_with_its_day(told_of, told, stance, day):
    assert told_of(LIBRARY, told) == (stance, day)


@pytest.mark.parametrize(
    "told",
    [
        "A motion to scrap the Eastgate library, which Elsin Council means to open, was rejected.",
        "Elsin Council has not scrapped the Eastgate library, which it wants to open.",
        "Elsin Council is ready to open the Eastgate library.",
        "The Eastgate library, opened by Elsin Council on 3 May 1954, was flooded.",
        "The Eastgate library, opened by Elsin Council on 1 March, is another one.",
        "Elsin Council denied that it had opened the Eastgate library too early.",
        "If Elsin Council opened the Eastgate library, people would come.",
        "The first phase of the Eastgate library was opened by Elsin Council.",
        "Has Elsin Council opened the Eastgate library?",
        "Elsin Council has yet to open the Eastgate library.",
        "Visitors saw the Eastgate library, which Elsin Council wants to open.",
    ],
)
def test_nothing_is_called_done_or_dropped_that_is_not(told_of, told):
    assert told_of(LIBRARY, told) == ("mention", "")


def test_a_sentence_without_an_end_is_judged_by_its_beginning(told_of):
    opened = "Elsin Council opened the Eastgate library on Monday"
    assert told_of(LIBRARY, opened + " and it was opened" * 30_000) == ("done", "2025-09-01")
    assert told_of(LIBRARY, "and so on, " * 30_000 + opened) is None


def test_what_was_done_and_comes_again_is_still_to_come(told_of):
    text = "Elsin Council, which opened a library in 2019, will open the Eastgate library by September."
    assert told_of(LIBRARY, text) == ("restated", "")


def test_what_is_kept_is_never_reported_done(told_of):
    fares = "Fares will stay frozen until 30 June 2026."
    assert told_of(fares, "Fares will stay frozen until June 2026, Elsin Council said.") == ("restated", "")
    assert told_of(fares, "Fares were kept frozen by Elsin Council in March.") == ("mention", "")
    assert told_of(fares, "Elsin Council extended the deadline: fares stay frozen until 1 May 2027.") == (
        "moved",
        "2027-05-01",
    )


@pytest.mark.parametrize(
    "told",
    [
        "Elsin Council opened the Westgate pool.",
        "Varn opened the Eastgate library.",
        "The council of another town opened a library.",
        "Elsin Council met.",
    ],
)
def test_another_deed_and_another_promisor_are_none_of_it(told_of, told):
    assert told_of(LIBRARY, told, publisher="") is None


def test_another_word_of_what_the_verb_is_about_is_another_deed(told_of):
    bail = "The ministry of justice will submit the bail bill to parliament by October 2025."
    assert told_of(bail, "The ministry of justice submitted the prisons bill to parliament.") is None


def test_a_sentence_that_says_nothing_of_it_must_share_more(told_of):
    said = "Elsin Council will plant trees along the river bank by May 2025."
    assert told_of(said, "Residents wrote to Elsin Council about planting trees at the river bank.") == ("mention", "")
    assert told_of(said, "Residents wrote to Elsin Council about planting trees at the river.") is None


def test_a_pronoun_points_to_the_sentence_before(told_of):
    text = "Elsin Council showed the Eastgate library to the press. It was opened on Monday."
    assert told_of(LIBRARY, text) == ("done", "2025-09-01")


def test_the_promisor_may_be_named_elsewhere_and_by_another_name(told_of):
    said = "The Ministry of Health will open a clinic in Holm by May 2025."
    assert told_of(said, "Holm has its clinic. A clinic in Holm was opened.", publisher="MoH") is None
    assert told_of(said, "A clinic in Holm was opened.", publisher="MoH", names=("MoH",)) == ("done", "")


def test_we_is_whoever_publishes(told_of):
    said = "The Parks Trust will plant trees along the Orrin by May 2025."
    assert told_of(said, "We planted the trees along the Orrin.", publisher="The Parks Trust") == ("done", "")


def test_who_is_only_inferred_need_not_be_named_where_the_whole_deed_is(told_of):
    speaker = Promisor("Minister Ilena Marsh", PromisorSource.SPEAKER)
    said = "A joint working group on water will be established within 60 days."
    text = "A joint working group on water was established."
    assert told_of(said, text, promisor=speaker, publisher="") == ("done", "")
    assert told_of(said, "A joint working group was established.", promisor=speaker, publisher="") is None


def test_of_several_sentences_the_one_that_tells_most_is_quoted(make_tracked, make_report):
    text = (
        "Elsin Council will open the Eastgate library. The Eastgate library was delayed, Elsin Council said. "
        "Elsin Council postponed the Eastgate library to 1 December 2025."
    )
    (found,) = match(make_report(text), [make_tracked(LIBRARY, "Elsin Council")], PLAIN)
    assert (found.stance, found.due) == (Stance.MOVED, date(2025, 12, 1))
    assert found.quote == found.span.of(text) == text[text.index("Elsin Council postponed") :]
    assert found.words == ("Eastgate", "library")


def test_the_surest_comes_first_and_a_much_lesser_one_not_at_all(make_tracked, make_report):
    near = make_tracked("The council will open the Eastgate library and museum shop by May 2025.", "Elsin Council", 1)
    right, twin = (make_tracked(LIBRARY, "Elsin Council", number) for number in (3, 2))
    found = match(make_report("Elsin Council opened the Eastgate library."), [near, right, twin], PLAIN)
    assert [one.commitment for one in found] == [2, 3]


def test_a_deed_without_words_matches_nothing(make_tracked, make_report):
    assert match(make_report("It is so."), [make_tracked(LIBRARY, "Elsin Council", deed="")], PLAIN) == ()


def test_a_promise_told_again_is_known_by_its_sentence_and_by_its_words(make_tracked):
    tracked = make_tracked(LIBRARY, "Elsin Council")
    here, elsewhere = Span(0, 40), Span(50, 90)
    one = Match(1, Stance.MOVED, "q", here, ("Eastgate", "library"), 1.0)

    def found(deed, span):
        return replace(tracked.commitment.found, deed=deed, span=span)

    assert is_told_again(found("not open", here), one, tracked)
    assert not is_told_again(found("mend the roof", here), one, tracked)
    assert is_told_again(found("have the Eastgate library opened", elsewhere), one, tracked)
    assert not is_told_again(found("open the Westgate pool", elsewhere), one, tracked)
    assert not is_told_again(found("mend the roof", elsewhere), one, tracked)


def test_a_deed_is_looked_at_where_enough_of_its_words_stand_in_a_sentence_or_in_two(make_report):
    deeds = {
        1: ("elsin council", "open the eastgate library"),
        2: ("the mayor", "resign"),
        3: ("varn", "buy two boats"),
    }
    assert sharing(make_report("The Eastgate library opened. It rained."), deeds) == {1}
    assert sharing(make_report("Eastgate rejoiced. It has a library."), deeds) == {1}
    assert sharing(make_report("The mayor resigned. A boat sank."), deeds) == {2}
    assert sharing(make_report("It rained."), deeds) == set()


def test_the_same_promise_has_the_same_deed_promisor_and_due_date(make_tracked):
    tracked = make_tracked(LIBRARY, "Elsin Council")

    def found(said, publisher="Elsin Council"):
        return make_tracked(said, publisher).commitment.found

    assert is_same_promise(found(LIBRARY), tracked)
    assert is_same_promise(found("Elsin Council will open an Eastgate library on 30 September 2025."), tracked)
    assert not is_same_promise(found("Norden Council will open the Eastgate library by 30 September 2025."), tracked)
    assert not is_same_promise(found("Elsin Council will open the Eastgate library by 30 October 2025."), tracked)
    assert not is_same_promise(found("Elsin Council will open the Eastgate library."), tracked)
    assert not is_same_promise(found("Elsin Council will mend the Eastgate library by 30 September 2025."), tracked)


@pytest.mark.parametrize(
    ("names", "text", "whole", "surely"),
    [
        (["Ministry of Health"], "The health ministry said so", "", NAMED),
        (["the ministry"], "the ministry said so", "", NAMED_VAGUELY),
        (["Mayor Odo Fenn"], "Mayor Fenn said so", "", NAMED_IN_PART),
        (["Ministry of Health"], "the ministry said so", "ministry health", NAMED_IN_PART),
        (["Ministry of Health"], "it said so", "ministry health", NAMED_NEARBY),
        (["Ministry of Health"], "the ministry said so", "ministry defence", 0.0),
        (["", "of the"], "it said so", "", 0.0),
    ],
)
def test_a_promisor_is_named_more_or_less_surely(names, text, whole, surely):
    assert speaks_of(names, words_of(text), {stem(word) for word in whole.split()}) == surely


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("published", "publishing"),
        ("unveiled", "published"),
        ("reopened", "open"),
        ("libraries", "library"),
        ("built", "constructing"),
        ("council's", "councils"),
        ("planned", "plan"),
        ("40,000", "40000"),
        ("pass", "passed"),
        ("ratify", "ratified"),
    ],
)
def test_forms_of_a_word_and_verbs_of_one_meaning_share_their_stem(one, other):
    assert stem(one) == stem(other)


def test_a_past_form_ends_in_ed_or_is_known():
    assert is_past("opened")
    assert is_past("built")
    assert not is_past("open")
    assert not is_past("bed")


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("opened on Monday", "2025-09-01"),
        ("opened today", "2025-09-03"),
        ("opened three days ago", "2025-08-31"),
        ("opened on 3 May", "2025-05-03"),
        ("opened in May", None),
        ("opened last Friday", "2025-08-29"),
        ("opened", None),
    ],
)
def test_the_day_of_the_deed_lies_before_its_report(text, day):
    assert done_on(text, WEDNESDAY, PLAIN) == (date.fromisoformat(day) if day else None)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("postponed until 30 June 2026", "2026-06-30"),
        ("moved from 30 September to 30 April 2026", "2026-04-30"),
        ("delayed by three months", "2025-12-30"),
        ("will not open before 15 January 2026", "2026-01-15"),
        ("will not open before the flood is over", None),
        ("delayed", None),
    ],
)
def test_the_new_date_is_read(text, day):
    assert moved_to(text, WEDNESDAY, date(2025, 9, 30), PLAIN) == (date.fromisoformat(day) if day else None)


def test_a_month_or_a_year_that_holds_the_due_date_names_it():
    assert names_due("by the end of September 2025", WEDNESDAY, date(2025, 9, 30), PLAIN)
    assert names_due("in 2025", WEDNESDAY, date(2025, 9, 30), PLAIN)
    assert not names_due("in April 2026", WEDNESDAY, date(2026, 3, 31), PLAIN)
    assert not names_due("on 1 October 2025", WEDNESDAY, date(2025, 9, 30), PLAIN)
    assert not names_due("once it is built", WEDNESDAY, date(2025, 9, 30), PLAIN)
    assert moved_to("by 1 December 2025", WEDNESDAY, None, PLAIN) == date(2025, 12, 1)


def test_what_was_done_before_it_was_promised_is_older():
    assert is_older("opened on 3 May 1954", WEDNESDAY, date(2025, 3, 3), PLAIN)
    assert not is_older("opened", WEDNESDAY, date(2025, 3, 3), PLAIN)


def test_a_sentence_without_the_deeds_verb_says_nothing_of_it():
    text = "The library looks well."
    deed = Deed(frozenset(["open"]), frozenset(["library"]), frozenset(["open", "library"]))
    assert stance_of(text, deed, is_kept=False).stance is Stance.MENTION
