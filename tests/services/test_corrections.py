"""Our reading put right, the promisor's moves, and what neither may hide."""

from datetime import date

import pytest

from tracker.core.announcement import Announcement
from tracker.core.status import Review, Status
from tracker.errors import ConflictError, UsageError
from tracker.services.add import add
from tracker.services.amend import Move, move
from tracker.services.annotate import add_note, set_owner, set_tags
from tracker.services.daily_check import check
from tracker.services.edit import Correction, edit
from tracker.services.evidence import read_evidence
from tracker.services.purge import purge
from tracker.services.reference import Reference
from tracker.services.review import accept, dismiss, restore
from tracker.services.settle import Verdict, settle
from tracker.services.undo import undo
from tracker.store import commitments

PAGE = (read_evidence("https://example.org/page"),)


def load(store, number):
    with store.reading() as conn:
        return commitments.get(conn, number.commitment)


def keys(result):
    return [one.stage.key for one in result.said]


def test_a_corrected_date_after_a_move_is_refused_so_that_the_first_date_stays(store, followup, on, number):
    move(store, followup, on("2025-09-04"), number, Move(date(2025, 10, 31), "https://example.org", "rain"))
    with pytest.raises(UsageError, match="moved by its promisor"):
        edit(store, followup, on("2025-09-05"), number, Correction(due=date(2025, 10, 15)))
    assert load(store, number).current.first_due == date(2025, 9, 30)
    edit(store, followup, on("2025-09-05"), number, Correction(deed="publish the plan"))


def test_a_correction_that_corrects_nothing_is_refused_and_arms_nothing(store, followup, on, number):
    for correction in (
        Correction(),
        Correction(due=date(2025, 9, 30)),
        Correction(deed=load(store, number).found.deed),
    ):
        with pytest.raises(UsageError, match="nothing to correct"):
            edit(store, followup, on("2025-09-05"), number, correction)
    assert load(store, number).current.arming == 0


def test_a_corrected_promisor_says_nothing_again_and_a_corrected_date_does(store, followup, on, number):
    assert keys(check(store, followup, on("2025-09-30"))) == ["due"]
    edit(store, followup, on("2025-09-30"), number, Correction(promisor="The harbour master"))
    assert keys(check(store, followup, on("2025-09-30"))) == []
    edit(store, followup, on("2025-09-30"), number, Correction(due=date(2025, 9, 29)))
    assert keys(check(store, followup, on("2025-09-30"))) == ["past+1"]


def test_a_review_day_is_for_what_has_no_due_date(store, followup, on, number):
    with pytest.raises(UsageError, match="has a due date"):
        edit(store, followup, on("2025-09-05"), number, Correction(review_on=date(2025, 12, 1)))
    edit(store, followup, on("2025-09-05"), number, Correction(is_undated=True))
    with pytest.raises(UsageError, match="before the announcement"):
        edit(store, followup, on("2025-09-05"), number, Correction(review_on=date(2025, 9, 1)))
    edit(store, followup, on("2025-09-05"), number, Correction(review_on=date(2025, 10, 6)))
    assert keys(check(store, followup, on("2025-10-06"))) == ["review"]


def test_a_proposal_that_is_past_due_is_accepted_with_a_correction_and_told_as_a_backfill(store, followup, on, take_in):
    number = take_in(accept=False).commitments[0].number
    accept(store, followup, on("2025-12-01"), [number], Correction(due=date(2025, 10, 15)))
    result = check(store, followup, on("2025-12-01"))
    assert (keys(result), len(result.backfilled)) == ([], 1)


def test_what_was_to_be_kept_and_is_past_when_tracked_is_asked_about(store, followup, on, take_in):
    take_in("The harbour board will keep its fees frozen until 30 September 2025.", day="2025-12-01")
    result = check(store, followup, on("2025-12-01"))
    assert (keys(result), result.backfilled) == (["kept+1"], ())


def test_an_undone_tag_or_note_says_nothing_again(store, followup, on, number):
    assert keys(check(store, followup, on("2025-09-30"))) == ["due"]
    set_tags(store, followup, on("2025-09-30"), number, ["harbour"], [])
    undo(store, followup, on("2025-09-30"))
    add_note(store, on("2025-09-30"), number, "asked")
    undo(store, followup, on("2025-09-30"))
    assert keys(check(store, followup, on("2025-09-30"))) == []
    assert load(store, number).tags == frozenset()


def test_an_undone_ingest_takes_its_commitments_away_and_names_them(store, followup, on, number):
    undone = undo(store, followup, on("2025-09-04"))
    assert (undone.commitments, undone.removed) == ((), (number.commitment,))


def test_a_purge_and_what_it_erased_are_final_and_the_rest_is_taken_back_by_number(
    store, followup, on, take_in, number
):
    other = take_in("The board will open the fish hall by 1 October 2025.")
    purge(store, on("2025-09-04"), other.announcement.number, "asked for")
    with pytest.raises(UsageError, match="a purge erased what it did"):
        undo(store, followup, on("2025-09-05"))
    with pytest.raises(UsageError, match="a purge is final"):
        undo(store, followup, on("2025-09-05"), 3)
    assert undo(store, followup, on("2025-09-05"), 1).removed == (number.commitment,)


def test_nothing_can_be_done_to_what_was_erased(store, followup, on, take_in):
    stored = take_in()
    number = Reference(stored.commitments[0].number)
    purge(store, on("2025-09-04"), stored.announcement.number, "asked for")
    for attempt in (
        lambda: settle(store, followup, on("2025-09-05"), number, Verdict(Status.IN_PROGRESS)),
        lambda: edit(store, followup, on("2025-09-05"), number, Correction(deed="x")),
        lambda: add_note(store, on("2025-09-05"), number, "x"),
        lambda: set_owner(store, followup, on("2025-09-05"), number, "x"),
        lambda: set_tags(store, followup, on("2025-09-05"), number, ["x"], []),
        lambda: restore(store, followup, on("2025-09-05"), [number.commitment]),
        lambda: move(store, followup, on("2025-09-05"), number, Move(date(2025, 10, 31), "s", "w")),
    ):
        with pytest.raises(UsageError, match="erased"):
            attempt()
    again = take_in()
    assert (again.is_new, again.announcement.is_erased) == (False, True)


def test_a_deed_before_its_announcement_or_after_today_is_refused(store, followup, on, number):
    for day in (date(2025, 9, 1), date(2025, 9, 11)):
        with pytest.raises(UsageError, match="cannot have been done"):
            settle(store, followup, on("2025-09-10"), number, Verdict(Status.FULFILLED, day, evidence=PAGE))


def test_no_commitment_takes_its_own_place_by_a_detour(store, followup, on, take_in, number):
    other = Reference(take_in("The board will open the fish hall by 1 October 2025.").commitments[0].number)
    why = {"reason": "a new plan"}
    settle(store, followup, on("2025-09-04"), number, Verdict(Status.SUPERSEDED, superseded_by=other.commitment, **why))
    with pytest.raises(UsageError, match="its own place"):
        settle(
            store, followup, on("2025-09-04"), other, Verdict(Status.SUPERSEDED, superseded_by=number.commitment, **why)
        )
    with pytest.raises(UsageError, match="--with"):
        settle(store, followup, on("2025-09-04"), other, Verdict(Status.SUPERSEDED, **why))


def test_a_successor_must_be_tracked(store, followup, on, take_in, number):
    text = "The board will open the fish hall by 1 October 2025."
    proposed = take_in(text, accept=False).commitments[0].number
    verdict = Verdict(Status.SUPERSEDED, reason="a new plan", superseded_by=proposed)
    with pytest.raises(UsageError, match="not tracked"):
        settle(store, followup, on("2025-09-04"), number, verdict)


def test_a_settled_one_is_not_dismissed(store, followup, on, number):
    settle(store, followup, on("2025-09-04"), number, Verdict(Status.WITHDRAWN, reason="dropped"))
    with pytest.raises(UsageError, match="settled as withdrawn"):
        dismiss(store, followup, on("2025-09-05"), [number.commitment], "")


def test_a_decision_on_what_somebody_changed_since_it_was_shown_is_refused_by_name(store, followup, on, take_in):
    (shown,) = take_in(accept=False).commitments
    edit(store, followup, on("2025-09-04", "Maria"), Reference(shown.number), Correction(due=date(2025, 10, 15)))
    for decide in (
        lambda: accept(store, followup, on("2025-09-05"), [shown.number], seen=[shown]),
        lambda: dismiss(store, followup, on("2025-09-05"), [shown.number], "", seen=[shown]),
    ):
        with pytest.raises(ConflictError, match="Maria"):
            decide()
    current = load(store, Reference(shown.number))
    assert current.review is Review.PROPOSED
    accept(store, followup, on("2025-09-05"), [shown.number], seen=[current])


def test_several_decisions_are_one_or_none(store, followup, on, take_in):
    first = take_in(accept=False).commitments[0].number
    second = take_in("The board will open the fish hall by 1 October 2025.").commitments[0].number
    with pytest.raises(UsageError, match="not proposed"):
        accept(store, followup, on("2025-09-05"), [first, second])
    assert load(store, Reference(first)).review is Review.PROPOSED
    assert len(dismiss(store, followup, on("2025-09-05"), [first, second], "no").commitments) == 2


@pytest.fixture
def add_by_hand(store, followup, rules, on):
    """Track a sentence by hand."""

    def add_by_hand(sentence, correction=None, words=None, **fields):
        announcement = Announcement(sentence, date(2025, 9, 2), **fields)
        return add(store, followup, on("2025-09-03"), rules, announcement, correction or Correction(), words)

    return add_by_hand


def test_a_sentence_by_hand_is_read_and_overruled_by_the_person(add_by_hand):
    (read,) = add_by_hand("The board will publish its plan by 30 September 2025.").commitments
    assert (read.review, read.current.due) == (Review.TRACKED, date(2025, 9, 30))
    (told,) = add_by_hand("Fish hall.", Correction(promisor="The board"), "within 30 days").commitments
    assert (told.found.promisor.name, told.current.due) == ("The board", date(2025, 10, 2))
    (published,) = add_by_hand("The plan will be published soon.", publisher="Harbour Board").commitments
    assert published.found.promisor.name == "Harbour Board"


def test_a_sentence_known_already_is_refused_by_its_number(add_by_hand):
    (known,) = add_by_hand("The board will publish its plan by 30 September 2025.").commitments
    with pytest.raises(UsageError, match=f"commitment {known.number} already"):
        add_by_hand("The board will publish its plan by 30 September 2025.", Correction(due=date(2025, 12, 1)))


def test_a_sentence_dismissed_before_is_refused_by_its_number(add_by_hand, take_in, store, followup, on):
    sentence = "The harbour board will publish its dredging plan by 30 September 2025."
    number = take_in(f"Port news. {sentence}").commitments[0].number
    dismiss(store, followup, on("2025-09-04"), [number], "a forecast")
    with pytest.raises(UsageError, match=f"dismissed as commitment {number}"):
        add_by_hand(sentence)


def test_what_is_to_be_kept_is_not_called_kept_before_its_day(store, followup, on, take_in):
    text = "The harbour board will keep its fees frozen until 30 September 2025."
    number = Reference(take_in(text).commitments[0].number)
    kept = Verdict(Status.FULFILLED, date(2025, 9, 10), evidence=PAGE)
    with pytest.raises(UsageError, match="to be kept until 2025-09-30"):
        settle(store, followup, on("2025-09-10"), number, kept)
    settle(store, followup, on("2025-10-02"), number, Verdict(Status.FULFILLED, date(2025, 10, 1), evidence=PAGE))


def test_a_condition_ahead_of_a_promise_is_not_its_promisor_and_makes_it_doubtful(take_in):
    (found,) = take_in("If funds allow, the council will repair the bridge by the end of May.").commitments
    assert (found.found.promisor.name, found.review) == ("the council", Review.PROPOSED)


def test_what_was_withdrawn_from_a_dismissed_one_is_said_again_once_it_is_tracked_again(
    store, routed, on, number, planned
):
    check(store, routed, on("2025-10-01"))
    dismiss(store, routed, on("2025-10-02"), [number.commitment], "a forecast")
    restore(store, routed, on("2025-10-02"), [number.commitment])
    accept(store, routed, on("2025-10-02"), [number.commitment])
    assert [one.stage.key for one in check(store, routed, on("2025-10-02")).said] == ["past+1"]
    assert planned(number) == [("past+1", "desk@x.example")]
