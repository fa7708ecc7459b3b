"""Commitments: stored and read whole, saved by what differs, found by number, day and filter."""

import uuid
from dataclasses import replace
from datetime import date, timedelta

import pytest
import sqlalchemy as sa

from tracker.core.commitment import PromisorSource
from tracker.core.deadline import Anchor, Condition, Deadline, DeadlineKind, Sense, Span, Unit
from tracker.core.occurrence import Evidence, EvidenceKind, EvidenceState, Occurrence, Stance
from tracker.core.query import parse_query
from tracker.core.status import Review, Status
from tracker.core.timing import Timing
from tracker.errors import ConflictError, NotFoundError
from tracker.store import commitments, evidence, history
from tracker.store.pressing import pressing

EVERY_FIELD = Deadline(
    words="two months after “entry into force”",
    span=Span(5, 40),
    kind=DeadlineKind.CONDITIONAL,
    rules=("after", "event"),
    anchor=Anchor(date(2026, 1, 2), "the signing"),
    explanation="two months after an event",
    due=date(2026, 5, 31),
    opens=date(2026, 4, 1),
    strict_due=date(2026, 4, 30),
    sense=Sense.KEEP,
    rrule="FREQ=MONTHLY",
    condition=Condition("entry into force", 2, Unit.MONTH),
    is_past=True,
    steps=("a", "b"),
)


def test_a_commitment_comes_back_as_it_was_stored(make, add, load):
    added = add(
        found={"deadline": EVERY_FIELD},
        owner="maría",
        tags=frozenset({"harbour", "money"}),
        occurrences=(
            Occurrence(0, 1, status=Status.STALLED, due=make.today, first_due=make.today, arming=2),
            Occurrence(0, 2, opens=make.today, strict_due=make.today, review_on=make.today, next_stage_on=make.today),
        ),
    )
    assert load(commitments.get, added.number) == added
    assert added.found.deadline == EVERY_FIELD


def test_a_commitment_without_a_deadline_comes_back_so(add, load):
    added = add(None, found={"deadline": None})
    assert load(commitments.get, added.number) == added
    assert added.found.deadline is None


def test_numbers_are_never_used_again(add, writing):
    first = add()
    with writing("undo") as change:
        history.take_back(change, history.last_of(change.conn, "Ada"))
    assert add().number > first.number


def test_an_unknown_number_is_not_found(load):
    with pytest.raises(NotFoundError, match="there is no commitment 12"):
        load(commitments.get, 12)
    assert not load(commitments.is_there, 12)


def test_reading_a_commitment_takes_two_statements(add, store):
    number = add(tags=frozenset({"a", "b"})).number
    told = []
    with store.reading() as conn:
        sa.event.listen(conn, "before_cursor_execute", lambda *about: told.append(about[2]))
        commitments.get(conn, number)
    assert len(told) == 2


def test_saving_writes_what_differs_and_raises_its_version(make, add, save, load):
    before = add(tags=frozenset({"old"}))
    after = replace(make.fulfilled(before), owner="Ben", tags=frozenset({"new"}))
    saved = save(before, after)
    assert load(commitments.get, before.number) == saved
    assert (saved.version, saved.occurrences[0].version) == (2, 2)
    assert replace(saved, version=1, occurrences=after.occurrences) == after


def test_saving_what_is_the_same_writes_nothing(add, save, load):
    before = add()
    assert save(before, before) == before
    assert [one.action for one in load(history.recent, None)] == ["ingest", "ingest"]


def test_saving_adds_the_occurrences_that_have_no_id(make, add, save, load):
    before = add()
    following = Occurrence(before.number, 2, due=make.today, first_due=make.today)
    saved = save(before, replace(before, occurrences=(*before.occurrences, following)))
    assert load(commitments.get, before.number) == saved
    assert saved.occurrences[1].id > saved.occurrences[0].id


def test_only_the_fields_that_differ_are_in_history(make, add, save, load):
    before = add()
    save(before, make.with_occurrence(replace(before, owner="Ben"), arming=1, next_stage_on=make.today))
    (row,) = load(history.get, load(history.last_of, "Ada").number).rows
    assert (row.table, row.before, row.after) == ("commitment", {"owner": ""}, {"owner": "Ben"})


@pytest.mark.parametrize("part", ["commitment", "tags", "occurrence"])
def test_who_changed_it_meanwhile_is_named(make, add, save, load, part):
    read = add()
    changes = {
        "commitment": replace(read, owner="Ben"),
        "tags": replace(read, tags=frozenset({"ben"})),
        "occurrence": make.with_occurrence(read, status=Status.STALLED),
    }
    saved = save(read, changes[part], by="Ben")
    late = make.fulfilled(replace(read, owner="Ada", tags=frozenset({"ada"})))
    with pytest.raises(ConflictError, match=f"commitment {read.number} was changed meanwhile by Ben"):
        save(read, late)
    assert load(commitments.get, read.number) == saved


def test_two_people_may_change_different_rows_of_one_commitment(make, add, save, load):
    read = add()
    save(read, replace(read, owner="Ben"), by="Ben")
    save(read, make.with_occurrence(read, status=Status.STALLED))
    now = load(commitments.get, read.number)
    assert (now.owner, now.current.status) == ("Ben", Status.STALLED)


def test_saving_what_is_gone_is_a_conflict(add, save, writing):
    read = add()
    with writing("undo") as change:
        history.take_back(change, history.last_of(change.conn, "Ada"))
    with pytest.raises(ConflictError):
        save(read, replace(read, owner="Ben"))


def test_commitments_are_found_by_due_date_then_number(make, add, load):
    late, none, soon, same = add(date(2026, 3, 1)), add(None), add(date(2026, 2, 1)), add(date(2026, 3, 1))
    everything = load(commitments.find, parse_query("", make.today), make.today)
    assert everything == (soon, late, same, none)
    assert load(commitments.find, parse_query("", make.today), make.today, 2) == (soon, late)


def test_a_commitment_stands_by_its_earliest_unsettled_occurrence(make, add, load):
    settled = make.fulfilled(add()).occurrences[0]
    days = [date(2026, 1, 1), date(2026, 2, 1), date(2026, 3, 1)]
    first, second, third = (Occurrence(0, number, due=day, first_due=day) for number, day in enumerate(days, start=1))
    done = {"status": settled.status, "done_on": settled.done_on, "settled_at": settled.settled_at}
    running = add(occurrences=(replace(first, **done), second, third))
    over = add(occurrences=(replace(first, **done), replace(second, **done)))
    assert load(commitments.find, parse_query("due:2026-02-01", make.today), make.today) == (running, over)
    assert load(commitments.find, parse_query("due:2026-02-01 +SETTLED", make.today), make.today) == (over,)


def test_the_commitments_of_an_announcement_are_in_the_order_of_their_numbers(announcement, add, load):
    added = (add(date(2026, 3, 1)), add(date(2026, 2, 1)))
    assert load(commitments.of_announcement, announcement.number) == added


def test_the_check_reads_what_is_tracked_unsettled_and_has_something_to_say(make, add, save, load):
    tomorrow = make.today + timedelta(days=1)

    def planned(day, **changes):
        added = add(**changes)
        return save(added, make.with_occurrence(added, next_stage_on=day))

    ready = planned(make.today)
    planned(tomorrow)
    planned(None)
    planned(make.today, review=Review.PROPOSED, tracked_on=None)
    settled = add()
    save(settled, make.fulfilled(settled))
    assert load(commitments.plan_due, make.today) == (ready,)


def test_the_check_finds_its_rows_by_index(store):
    with store.reading() as conn:
        is_sqlite = conn.dialect.name == "sqlite"
        if not is_sqlite:  # it scans a table this small, whatever its indexes
            conn.exec_driver_sql("SET LOCAL enable_seqscan = off")
        explain = "EXPLAIN QUERY PLAN" if is_sqlite else "EXPLAIN"
        query = "SELECT commitment FROM occurrence WHERE next_stage_on <= '2026-01-31'"
        plan = conn.exec_driver_sql(f"{explain} {query}").all()
    assert "ix_occurrence_next_stage_on" in str(plan)


def test_a_dismissed_sentence_is_known_again(add, load):
    dismissed = add(review=Review.DISMISSED, tracked_on=None, dismissed_for="an ambition")
    add(found={"sentence": "Another one."})
    shouted = replace(dismissed.found, sentence=dismissed.found.sentence.upper().replace(" ", "\n"))
    assert load(commitments.twins, [shouted.key, "no such key"], [Review.DISMISSED]) == {shouted.key: dismissed.number}


def test_a_dismissed_sentence_is_known_again_after_its_promisor_was_corrected(add, save, load):
    dismissed = add(review=Review.DISMISSED, tracked_on=None)
    corrected = replace(dismissed.found.promisor, name="Port Authority", source=PromisorSource.PERSON)
    save(dismissed, replace(dismissed, found=replace(dismissed.found, promisor=corrected)))
    assert load(commitments.twins, [dismissed.found.key], [Review.DISMISSED]) == {dismissed.found.key: dismissed.number}


def test_very_many_keys_are_asked_for_at_once(add, load):
    dismissed = add(review=Review.DISMISSED, tracked_on=None)
    keys = [dismissed.found.key, *(f"{number:064}" for number in range(40_000))]
    assert load(commitments.twins, keys, [Review.DISMISSED]) == {dismissed.found.key: dismissed.number}


def test_counts_are_by_timing_review_and_what_waits(make, add, save, writing, load):
    in_days = {days: make.today + timedelta(days=days) for days in (-31, -1, 0, 7, 8)}
    for day in in_days.values():
        add(day)
    proposed = {"review": Review.PROPOSED, "tracked_on": None}
    for day in (in_days[-31], in_days[7], in_days[8], None):
        add(day, **proposed)
    done = add(in_days[0])
    save(done, make.fulfilled(done))
    with writing() as change:
        for state in (EvidenceState.PROPOSED, EvidenceState.ACCEPTED):
            page = (EvidenceKind.PAGE, "https://harbour.example", Stance.DONE, state, "Ada", make.now)
            evidence.add(change, Evidence(done.occurrences[0].id, *page))
    counted = load(commitments.counts, make.today)
    assert counted.by_timing == {
        Timing.LONG_OVERDUE: 1,
        Timing.OVERDUE: 1,
        Timing.DUE_TODAY: 1,
        Timing.DUE_SOON: 1,
        Timing.UPCOMING: 1,
        Timing.ON_TIME: 1,
    }
    assert counted.by_review == {Review.TRACKED: 6, Review.PROPOSED: 4}
    assert (counted.evidence_proposed, counted.review_urgent) == (1, 2)
    assert load(pressing, make.today) == (2, 2, 1)


def test_an_empty_store_counts_nothing(make, load):
    counted = load(commitments.counts, make.today)
    assert (counted.by_timing, counted.by_review) == ({}, {})
    assert (counted.evidence_proposed, counted.review_urgent) == (0, 0)
    assert load(pressing, make.today) == (0, 0, 0)


def test_a_uuid_belongs_to_one_commitment(add):
    name = str(uuid.uuid4())
    add(uuid=name)
    with pytest.raises(sa.exc.IntegrityError):
        add(uuid=name)
