"""Evidence proposed on both databases: the same, in the same order, whatever the search fetched."""

from dataclasses import replace

import pytest

from tracker.core.announcement import Announcement
from tracker.core.conventions import PLAIN
from tracker.core.occurrence import Stance
from tracker.core.status import Status
from tracker.services.amend import Move, move
from tracker.services.annotate import add_note
from tracker.services.ingest import ingest
from tracker.services.match import preview
from tracker.services.reference import Reference
from tracker.services.settle import Verdict, settle
from tracker.store import notes

PROMISES = (
    "The Harbour Board will open a fish hall in Holm by 1 May 2026.",
    "The Harbour Board will open a fish hall in Varn by 1 May 2026.",
    "The Harbour Board will publish its dredging plan by 30 September 2025.",
    "The Harbour Board will buy two pilot boats by 1 June 2026.",
    "The Harbour Board will dredge the inner channel by 1 March 2026.",
)
TOLD = (
    "Fish halls, boats and silt",
    "The Harbour Board opened its fish hall in Holm on Monday.",
    "It has scrapped the purchase of two pilot boats, which it was to buy by June.",
    "The Harbour Board will now dredge the inner channel by 1 July 2026.",
    "The Harbour Board published its dredging plan.",
)


@pytest.fixture
def promised(take_in):
    """Five promises that are tracked, by the number of each."""
    return [take_in(text).commitments[0].number for text in PROMISES]


@pytest.fixture
def take_in(take_in):
    """Ingest a text, published by the Harbour Board."""

    def taken(text, **fields):
        return take_in(text, **{"publisher": "Harbour Board", **fields})

    return taken


def test_what_is_proposed_and_in_which_order_follows_from_our_own_ranking(promised, store, rules, on):
    holm, _, plan, boats, channel = promised
    later = Announcement("\n\n".join(TOLD), on("2026-02-10").today, publisher="Courier")
    found = preview(store, rules, later)
    assert [(match.commitment, match.stance) for match, _ in found] == [
        (holm, Stance.DONE),
        (plan, Stance.DONE),
        (boats, Stance.DROPPED),
        (channel, Stance.MOVED),
    ]


def test_an_earlier_announcement_says_nothing_of_a_later_promise(promised, store, rules, on):
    assert promised
    earlier = Announcement("\n\n".join(TOLD), on("2025-08-10").today, publisher="Courier")
    assert preview(store, rules, earlier) == ()


def test_without_a_tracked_commitment_nothing_is_searched(store, rules, on):
    later = Announcement("\n\n".join(TOLD), on("2026-02-10").today, publisher="Courier")
    assert preview(store, rules, later) == ()


def test_a_dismissed_and_a_waiting_sentence_are_known_again(take_in):
    first = take_in(PROMISES[0], accept=False)
    again = take_in(f"From the Courier. {PROMISES[0]}", accept=False)
    assert (len(first.commitments), len(again.commitments), again.known_again) == (1, 0, 1)


@pytest.mark.parametrize(
    ("promised", "told", "due"),
    [
        (
            "The Harbour Board told us that all 212 lamps on Piers A to D will be replaced by 1 May 2026.",
            "The Harbour Board has now said the lamps on Piers A to D will not be replaced until the end of August.",
            "2026-08-31",
        ),
        (
            "We have hired Varn Partners to audit our accounts; its report will be on our website by mid-March.",
            "The Harbour Board told us that the report of Varn Partners, due by mid-March, will be delayed.",
            None,
        ),
        (
            "The Harbour Board, Holm's largest employer, will publish its dredging plan by 1 May 2026.",
            "The dredging plan of the Harbour Board will be postponed until the end of August.",
            "2026-08-31",
        ),
    ],
)
def test_a_delay_is_evidence_and_no_second_commitment(take_in, on, promised, told, due):
    assert take_in(promised, announced_on=on("2026-01-05").today).commitments
    later = take_in(told, announced_on=on("2026-02-10").today, publisher="Courier")
    assert [(one.match.stance, one.match.due and str(one.match.due)) for one in later.matched] == [(Stance.MOVED, due)]
    assert later.commitments == ()


def test_a_delay_beside_a_new_promise_takes_nothing_of_it(take_in, on):
    take_in(PROMISES[2], announced_on=on("2025-01-05").today)
    told = "The Harbour Board has delayed its dredging plan, and will open a fish hall in Lode by 1 May 2026."
    later = take_in(told, announced_on=on("2025-09-10").today, publisher="Courier")
    assert [one.match.stance for one in later.matched] == [Stance.MOVED]
    assert [one.found.deed for one in later.commitments] == ["open a fish hall in Lode"]


@pytest.fixture
def take_in_beside(second_store, store, followup, rules, on):
    """Take the later announcement in while Maria acts, as often as it is looked through or only so many times."""

    def take_in_beside(act, times=9):
        acted = []

        def conventions(_publisher):
            if len(acted) < times:
                acted.append(act(second_store, on("2026-02-10", "Maria")))
            return PLAIN

        later = Announcement("\n\n".join(TOLD), on("2026-02-10").today, publisher="Courier")
        reading = replace(rules, conventions_for=conventions)
        ingested = ingest(store, followup, on("2026-02-10"), reading, later, accept=True)
        return {one.match.commitment: (one.match.stance, one.match.due) for one in ingested.matched}

    return take_in_beside


def test_while_an_announcement_is_read_and_matched_others_write(promised, take_in_beside, store):
    varn = Reference(promised[1])
    told = take_in_beside(lambda second, maria: add_note(second, maria, varn, "asked"))
    assert len(told) == 4
    with store.reading() as conn:
        assert len(notes.of_commitment(conn, varn.commitment)) == 2  # as it was matched, as it was read


def test_what_was_settled_meanwhile_gets_no_evidence(promised, take_in_beside, followup):
    boats, withdrawn = Reference(promised[3]), Verdict(Status.WITHDRAWN, reason="dropped")
    told = take_in_beside(lambda second, maria: settle(second, followup, maria, boats, withdrawn), times=1)
    assert boats.commitment not in told
    assert len(told) == 3


def test_what_was_moved_meanwhile_is_matched_as_it_stands_now(promised, take_in_beside, followup, on):
    channel, moved = Reference(promised[4]), Move(on("2026-07-01").today, "https://example.org/channel", "silt")
    told = take_in_beside(lambda second, maria: move(second, followup, maria, channel, moved), times=1)
    assert told[channel.commitment] == (Stance.MOVED, None)  # to the day that it has by now: no new one
    assert len(told) == 4
