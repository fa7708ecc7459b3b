"""What wishes and silences make of the stages of an occurrence, on any days that a check runs."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from tracker.core.alert import Alert
from tracker.core.commitment import Band, Commitment, Promisor, PromisorSource
from tracker.core.deadline import Anchor, Deadline, DeadlineKind, Sense, Span
from tracker.core.occurrence import Occurrence
from tracker.core.record import StoredCommitment
from tracker.core.status import Review, Status
from tracker.core.timing import Timing, timing_of
from tracker.core.wish import Silence, Wish, Wishes, WishKind
from tracker.followup.plan import Known, Step, next_stage_on, step_on
from tracker.followup.policy import Policy
from tracker.followup.stages import stages_until

ANNOUNCED, DUE = date(2025, 9, 17), date(2025, 12, 17)
POLICY = Policy()
AT = datetime(2025, 9, 17, 12, tzinfo=UTC)


def commitment(sense=Sense.ACHIEVE, **dates):
    deadline = Deadline("w", Span(0, 1), DeadlineKind.DATED, ("by",), Anchor(ANNOUNCED), "", sense=sense)
    found = Commitment("s", Span(0, 1), Promisor("p", PromisorSource.SUBJECT), "d", Band.COMMITMENT, 1.0, (), deadline)
    occurrence = Occurrence(1, id=7, **(dates or {"due": DUE}))
    return StoredCommitment(
        1, "u", 1, ANNOUNCED, found, Review.TRACKED, tracked_on=ANNOUNCED, occurrences=(occurrence,)
    )


def wish(kind, day=None, timing=None, arming=0):
    return Wish(7, kind, day, timing, arming, "Ada", AT)


def acknowledged(timing, day=None, arming=0):
    return Wishes(acknowledged=wish(WishKind.ACKNOWLEDGE, day, timing, arming))


def snoozed(day, arming=0):
    return Wishes(snoozed=wish(WishKind.SNOOZE, day, arming=arming))


def said(one, wishes, last):
    return [(stage.key, (stage.on - DUE).days) for stage in stages_until(one, one.current, POLICY, last, wishes)]


def after(days):
    return DUE + timedelta(days=days)


def test_no_step_is_said_while_it_stands_as_acknowledged_nor_one_that_was_reached_before():
    one = commitment()
    assert said(one, acknowledged(Timing.OVERDUE), after(60)) == [("past+60", 60)]
    assert said(one, acknowledged(Timing.DUE_SOON), after(0)) == [("due", 0)]


def test_an_acknowledgement_that_ends_by_its_day_says_the_latest():
    one = commitment()
    assert said(one, acknowledged(Timing.OVERDUE, after(10)), after(30)) == [("again", 10), ("past+30", 30)]
    assert said(one, acknowledged(Timing.OVERDUE, after(40)), after(60)) == [("past+60", 60)]


def test_what_was_to_be_kept_is_asked_about_though_it_was_acknowledged_before():
    one = commitment(Sense.KEEP, due=DUE)
    assert said(one, acknowledged(Timing.DUE_SOON), after(1)) == [("kept+1", 1)]
    assert said(one, acknowledged(Timing.REVIEW_DUE, after(50)), after(91)) == [("again", 50), ("kept+91", 91)]


def test_an_undated_one_that_is_acknowledged_for_good_has_nothing_to_say():
    one = commitment(review_on=DUE)
    assert next_stage_on(one, one.current, POLICY, Known(wishes=acknowledged(Timing.REVIEW_DUE))) is None


def test_nothing_is_said_before_the_end_of_a_snooze():
    one = commitment(due=DUE, opens=after(-20), strict_due=after(-10))
    assert said(one, snoozed(after(5)), after(7)) == [("again", 5), ("past+7", 7)]
    assert said(one, snoozed(after(7)), after(7)) == [("again", 7), ("past+7", 7)]


def test_what_was_acknowledged_after_a_snooze_is_not_said_when_that_ends_unless_it_stands_otherwise():
    one = commitment()
    first, then = wish(WishKind.SNOOZE, after(10)), wish(WishKind.ACKNOWLEDGE, timing=Timing.OVERDUE)
    since = replace(then, at=AT + timedelta(hours=1))
    assert said(one, Wishes(since, first), after(60)) == [("past+60", 60)]
    assert said(one, Wishes(replace(since, timing=Timing.UPCOMING), first), after(11)) == [("again", 10)]
    assert said(one, Wishes(replace(then, at=AT - timedelta(hours=1)), first), after(11)) == [("again", 10)]


def test_a_reminder_takes_the_place_of_steps_within_two_days():
    one = commitment()
    wishes = Wishes(reminders=(after(-9), after(5)))
    assert said(one, wishes, after(30))[1:] == [
        ("reminder", -9), ("ahead-1", -1), ("due", 0), ("past+1", 1), ("reminder", 5), ("past+30", 30)
    ]  # fmt: skip
    assert ("reminder", 5) not in said(one, replace(wishes, reminded=frozenset({after(5)})), after(30))


def test_a_wish_under_an_older_arming_has_no_effect_but_for_a_reminder():
    one = commitment(due=DUE, arming=1)
    plain = said(one, Wishes(), after(30))
    for wishes in (snoozed(after(20)), acknowledged(Timing.OVERDUE)):
        assert said(one, wishes, after(30)) == plain
    assert said(one, Wishes(reminders=(after(15),)), after(30)) != plain


def test_what_a_silence_kept_back_is_said_on_the_day_that_it_ends():
    one, last = commitment(), Alert(1, 7, 0, "due", DUE, DUE)
    known = Known(last, after(5))
    assert next_stage_on(one, one.current, POLICY, known) == after(1)
    assert step_on(one, one.current, POLICY, known, after(0)).next_on == after(1)
    later = Known(Alert(1, 7, 0, "past+7", after(7), after(7)), after(9))
    assert step_on(one, one.current, POLICY, later, after(8)).next_on == after(9)
    assert step_on(one, one.current, POLICY, later, after(9)).stage.key == "again"
    ended_that_day = Known(last, DUE)
    assert step_on(one, one.current, POLICY, ended_that_day, DUE).stage.key == "again"
    again = Known(Alert(1, 7, 0, "again", DUE, DUE), DUE)
    assert step_on(one, one.current, POLICY, again, DUE).next_on == after(1)
    assert step_on(one, one.current, POLICY, again, after(1)).stage.key == "past+1"


def test_a_verdict_that_a_silence_kept_back_is_told_on_the_day_that_it_ends():
    one = commitment(due=DUE, status=Status.WITHDRAWN)
    told = Alert(1, 7, 0, "status_changed", after(3), after(3))
    kept_back = Known(silenced_until=after(9), verdict=told)
    assert next_stage_on(one, one.current, POLICY, kept_back) == after(9)
    assert step_on(one, one.current, POLICY, kept_back, after(8)) == Step(None, after(9))
    found = step_on(one, one.current, POLICY, kept_back, after(9))
    assert (found.stage.key, found.stage.on, found.next_on) == ("status_changed", after(9), None)
    ended_that_day = Known(silenced_until=after(3), verdict=told)
    assert next_stage_on(one, one.current, POLICY, ended_that_day) == after(4)
    for known in (Known(verdict=told), Known(last=told, silenced_until=after(9))):
        assert next_stage_on(one, one.current, POLICY, known) is None
        assert step_on(one, one.current, POLICY, known, after(9)) == Step(None, None)


def test_a_move_tells_what_its_day_would_say_but_for_a_reminder():
    one, moved = commitment(), Alert(1, 7, 0, "due_changed", after(1), after(1))
    assert step_on(one, one.current, POLICY, Known(moved), after(1)) == Step(None, after(7))
    wished = Known(moved, wishes=Wishes(reminders=(after(1),)))
    assert next_stage_on(one, one.current, POLICY, wished) == after(1)
    assert step_on(one, one.current, POLICY, wished, after(1)).stage.key == "reminder"
    said_before = Known(moved, wishes=Wishes(reminders=(after(1),), reminded=frozenset({after(1)})))
    assert step_on(one, one.current, POLICY, said_before, after(1)) == Step(None, after(7))


def test_a_snooze_before_anything_was_said_of_a_past_one_ends_in_its_own_words():
    one = replace(commitment(), tracked_on=after(10))
    assert step_on(one, one.current, POLICY, Known(wishes=snoozed(after(20))), after(20)).stage.key == "again"
    assert step_on(one, one.current, POLICY, Known(wishes=snoozed(after(20))), after(31)).stage.key == "backfill"


def test_wishes_in_force_are_those_of_this_arming_whose_day_is_to_come():
    wishes = replace(
        acknowledged(Timing.OVERDUE), snoozed=snoozed(DUE).snoozed, reminders=(after(-1), DUE, after(1)),
        reminded=frozenset({DUE}),
    )  # fmt: skip
    found = wishes.in_force_on(after(-1), 0, Timing.OVERDUE)
    assert (found.acknowledged, found.snoozed, found.reminders) == (
        wishes.acknowledged, wishes.snoozed, (after(-1), after(1))
    )  # fmt: skip
    assert wishes.in_force_on(DUE, 1, Timing.OVERDUE) == Wishes(reminders=(after(1),))
    assert wishes.in_force_on(DUE, 0, Timing.LONG_OVERDUE) == Wishes(reminders=(after(1),))


def test_a_silence_holds_from_its_first_day_until_the_one_that_ends_it():
    silence = Silence("+x", DUE, after(2), "", "Ada", AT)
    assert [silence.holds_on(after(day)) for day in (-1, 0, 1, 2)] == [False, True, True, False]


OFFSETS = st.integers(-80, 150)
SOME = settings(max_examples=40)


@st.composite
def situations(draw):
    """A commitment and what is wished of it."""
    one = draw(
        st.sampled_from(
            [
                commitment(),
                commitment(Sense.KEEP, due=DUE),
                commitment(review_on=DUE),
                commitment(due=DUE, opens=after(-40), strict_due=after(-20)),
            ]
        )
    )
    made_on = after(draw(OFFSETS))
    word = timing_of(one.current, one.found.sense, made_on)
    end = draw(st.none() | st.integers(1, 120).map(lambda days: made_on + timedelta(days=days)))
    ack = draw(st.none() | st.just(wish(WishKind.ACKNOWLEDGE, end, word)))
    snooze = draw(st.none() | OFFSETS.map(lambda day: wish(WishKind.SNOOZE, after(day))))
    reminders = tuple(sorted(draw(st.sets(OFFSETS.map(after), max_size=3))))
    return one, Wishes(ack, snooze, reminders)


def run(one, wishes, days, silence=None):
    """What is said where a check runs on these days, and whether each was planned for its day."""
    known, told = Known(wishes=wishes), []
    for today in sorted(days):
        planned = next_stage_on(one, one.current, POLICY, known)
        found = step_on(one, one.current, POLICY, known, today)
        assert (found.stage is not None) == (planned is not None and planned <= today)
        assert found.next_on is None or found.next_on > today
        if found.stage:
            told.append((found.stage.key, found.stage.on))
            reminded = wishes.reminded | ({found.stage.on} if found.stage.key == "reminder" else frozenset())
            wishes = replace(wishes, reminded=reminded)
            is_silenced = silence is not None and silence[0] <= today < silence[1]
            known = Known(Alert(1, 7, 0, *told[-1], today), silence[1] if is_silenced else None, wishes)
        again = step_on(one, one.current, POLICY, known, today)
        assert again.stage is None
        assert not told or again.next_on == next_stage_on(one, one.current, POLICY, known)
    return told


@SOME
@given(situations(), st.sets(OFFSETS, min_size=1, max_size=40))
def test_the_planned_day_is_the_first_to_speak_and_nothing_is_said_twice(situation, offsets):
    told = run(*situation, [after(day) for day in offsets])
    assert len(told) == len(set(told))


@SOME
@given(situations(), st.sets(OFFSETS, max_size=20), OFFSETS)
def test_after_any_downtime_the_last_said_is_what_a_check_a_day_would_have_said_last(situation, offsets, end):
    every_day = [after(day) for day in range(-100, end + 1)]
    some_days = [after(day) for day in {*offsets, end} if day <= end]
    steady, broken = run(*situation, every_day), run(*situation, some_days)
    assert steady[-1:] == broken[-1:]
    assert len(broken) <= len(steady)


@SOME
@given(situations(), st.sets(OFFSETS, min_size=1, max_size=40), OFFSETS, st.integers(1, 60))
def test_what_a_silence_kept_back_is_said_once_it_is_over(situation, offsets, start, length):
    silence = after(start), after(start + length)
    days = sorted({*(after(day) for day in offsets), silence[1]})
    told = run(*situation, days, silence)
    assert len(told) == len(set(told))
    during = run(*situation, [day for day in days if day < silence[1]], silence)
    before = run(*situation, [day for day in days if day < silence[0]], silence)
    assert (len(told) > len(during)) >= (len(during) > len(before))
