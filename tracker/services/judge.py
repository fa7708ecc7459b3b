"""A person's word on evidence: taken, turned down, split off as a commitment of its own, or added by hand."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from tracker.core.occurrence import Evidence, EvidenceState, Stance
from tracker.core.status import VERBS, Status
from tracker.errors import UsageError
from tracker.extraction import read_sentence
from tracker.followup.english.reasons import reason_in
from tracker.reports.evidence import next_step, reference_of
from tracker.reports.snapshot import EvidenceSnapshot
from tracker.reports.trail import tell_stance
from tracker.services.amend import Move, move_in
from tracker.services.ingest import add_found
from tracker.services.reference import Reference, check_tracked, load_to_change
from tracker.services.settle import Verdict, settle_in
from tracker.store import announcements, commitments, evidence

if TYPE_CHECKING:
    from collections.abc import Collection
    from datetime import date

    from tracker.core.commitment import Commitment
    from tracker.core.match import Match
    from tracker.core.record import StoredAnnouncement, StoredCommitment
    from tracker.core.timing import Standing
    from tracker.followup.rules import FollowupRules
    from tracker.services.evidence import GivenEvidence
    from tracker.services.occasion import Occasion
    from tracker.services.reading import ReadingRules
    from tracker.store.change import Change
    from tracker.store.store import Connection, Store

PROPOSED = frozenset({EvidenceState.PROPOSED})
_MAY_MOVE = frozenset({Stance.MOVED, Stance.RESTATED, Stance.MENTION})
UNEXPLAINED = "no reason given"


@dataclass(frozen=True, slots=True)
class Judged:
    """What one decision did: the number of its change set, the evidence as it stands now, and what was split off."""

    change: int
    shown: EvidenceSnapshot
    split_off: StoredCommitment | None = None


@dataclass(frozen=True, slots=True)
class Concluded:
    """What was concluded from a piece of evidence: the number of the change set, the evidence as it stands now, and how
    the commitment stands by it."""

    change: int
    shown: EvidenceSnapshot
    standing: Standing


def find_evidence(
    store: Store, states: Collection[EvidenceState] = PROPOSED, commitment: int | None = None
) -> tuple[EvidenceSnapshot, ...]:
    """The evidence in these states, of one commitment or of all, in the order in which it was added.

    What is proposed of a commitment that nobody tracks waits for no one, and is left out unless all is asked for.

    Raises NotFoundError where there is no such commitment, StoreError.
    """
    with store.reading() as conn:
        if commitment is not None:
            commitments.get(conn, commitment)
        found = evidence.find(conn, states, commitment, tracked_only=states == PROPOSED)
        known = {one.number: one for one in commitments.of_numbers(conn, {number for _, number in found})}
        matches = evidence.matches_of(conn, [one.id for one, _ in found])
        return tuple(_snapshot(conn, one, known[number], matches.get(one.id)) for one, number in found)


def one_evidence(store: Store, number: int) -> EvidenceSnapshot:
    """The evidence of a number. Raises NotFoundError, StoreError."""
    with store.reading() as conn:
        return _load(conn, number)


def accept(store: Store, occasion: Occasion, number: int) -> Judged:
    """Take a proposed piece of evidence; the commitment's status stays as it is.

    Raises NotFoundError, UsageError where it is not proposed or nobody tracks the commitment, ConflictError.
    """
    with store.writing("evidence", occasion.by, occasion.now) as change:
        shown = _take(change, number)
        change.summary = f"evidence {number} accepted: {shown.evidence.stance.value.replace('_', ' ')}"
        return Judged(change.number, shown)


def reject(store: Store, occasion: Occasion, number: int, reason: str) -> Judged:
    """Turn a proposed piece of evidence down; it is kept. Raises as `accept` does."""
    with store.writing("evidence", occasion.by, occasion.now) as change:
        shown = _decide(change, number, EvidenceState.REJECTED)
        change.summary = f"evidence {number} rejected" + (f": {reason.strip()}" if reason.strip() else "")
        return Judged(change.number, shown)


def split(store: Store, followup: FollowupRules, occasion: Occasion, rules: ReadingRules, number: int) -> Judged:
    """Say that the sentence speaks of no tracked commitment, and propose it as one of its own, where it is none yet.

    Raises NotFoundError, UsageError where the evidence is not proposed or was given by a person, ConflictError.
    """
    with store.writing("split", occasion.by, occasion.now) as change:
        shown = _decide(change, number, EvidenceState.REJECTED)
        if shown.match is None or shown.announcement is None:
            raise UsageError(f"evidence {number} was read in no announcement", "tracker add adds a commitment by hand")
        added = _there_already(change.conn, shown.announcement, shown.match)
        if added is None:
            found = _read_again(rules, shown.announcement, shown.match)
            added = add_found(change, followup, occasion, shown.announcement, found, accept=False)
        change.summary = f"evidence {number} is a commitment of its own: {added.found.deed}"
        return Judged(change.number, shown, added)


def accept_and_fulfil(
    store: Store, followup: FollowupRules, occasion: Occasion, number: int, done_on: date | None
) -> Concluded:
    """Take a piece of evidence, or one that was taken, and by it settle its occurrence as fulfilled; both, or neither.

    `done_on` is the day of the deed (None: as the evidence tells). Raises as `accept` and `settle` do, and UsageError
    where the evidence does not say that it was done.
    """
    with store.writing(VERBS[Status.FULFILLED], occasion.by, occasion.now) as change:
        shown = _take_to_conclude(change, number)
        if shown.evidence.stance is not Stance.DONE:
            own = f"a verdict of your own is tracker fulfil {reference_of(shown)} --on DAY --evidence WHERE"
            raise _shows_another(shown, "fulfilled", own)
        day = done_on or (shown.match.done_on if shown.match else None)
        if day is None:
            raise UsageError(f"evidence {number} does not tell the day of the deed", "give it with --on YYYY-MM-DD")
        standing = settle_in(change, followup, occasion, _reference(shown), Verdict(Status.FULFILLED, done_on=day))
        return _concluded(change, shown, standing)


def accept_and_move(
    store: Store, followup: FollowupRules, occasion: Occasion, number: int, due: date | None, reason: str
) -> Concluded:
    """Take a piece of evidence, or one that was taken, and record the move that it tells of; both, or neither.

    `due` is the new due date, `reason` the promisor's (None, empty: as the evidence tells). Raises as `accept` and
    `move` do, and UsageError where the evidence says that it was done or dropped.
    """
    with store.writing("move", occasion.by, occasion.now) as change:
        shown = _take_to_conclude(change, number)
        if shown.evidence.stance not in _MAY_MOVE:
            raise _shows_another(shown, "moved")
        day = due or (shown.match.due if shown.match else None)
        if day is None:
            raise UsageError(f"evidence {number} does not tell the new due date", "give it with --to YYYY-MM-DD")
        moved = Move(day, shown.evidence.reference, reason.strip() or reason_told(shown))
        return _concluded(change, shown, move_in(change, followup, occasion, _reference(shown), moved))


def reason_told(shown: EvidenceSnapshot) -> str:
    """The promisor's reason as a piece of evidence gives it; that there is none, where it gives none."""
    return reason_in(shown.evidence.quote) or UNEXPLAINED


def add(
    store: Store, occasion: Occasion, reference: Reference, given: GivenEvidence, stance: Stance, quote: str
) -> EvidenceSnapshot:
    """Add a piece of evidence by hand. Raises NotFoundError, UsageError where nobody tracks the commitment."""
    with store.writing("evidence", occasion.by, occasion.now) as change:
        commitment, occurrence = load_to_change(change.conn, reference)
        check_tracked(commitment)
        added = evidence.add(
            change,
            Evidence(
                occurrence=occurrence.id,
                kind=given.kind,
                reference=given.reference,
                stance=stance,
                state=EvidenceState.ACCEPTED,
                by=occasion.by,
                at=occasion.now,
                quote=" ".join(quote.split()),
                sha256=given.sha256,
            ),
        )
        change.summary = f"evidence added: {stance.value.replace('_', ' ')}, {given.reference}"
        return EvidenceSnapshot(added, commitment)


def _shows_another(shown: EvidenceSnapshot, verdict: str, own: str = "") -> UsageError:
    """The error for a conclusion that a piece of evidence does not bear out, with the one that it does, or `own`."""
    evidence, step = shown.evidence, next_step(shown)
    told = tell_stance(evidence.stance, shown.match)
    leads = f"tracker evidence accept {evidence.id}, and then {step}" if step else own
    return UsageError(f"evidence {evidence.id} says “{told}”, so nothing is {verdict} by it", leads)


def _take(change: Change, number: int) -> EvidenceSnapshot:
    """The evidence, accepted. Raises as `accept` does."""
    shown = _load(change.conn, number)
    if shown.evidence.state is EvidenceState.PROPOSED:
        check_tracked(shown.commitment)
    return _decide(change, number, EvidenceState.ACCEPTED)


def _take_to_conclude(change: Change, number: int) -> EvidenceSnapshot:
    """The evidence, accepted now or before. Raises as `accept` does."""
    shown = _load(change.conn, number)
    return shown if shown.evidence.state is EvidenceState.ACCEPTED else _take(change, number)


def _concluded(change: Change, shown: EvidenceSnapshot, standing: Standing) -> Concluded:
    change.summary += f"; evidence {shown.evidence.id} accepted"
    return Concluded(change.number, shown, standing)


def _reference(shown: EvidenceSnapshot) -> Reference:
    return Reference(shown.commitment.number, shown.occurrence.number)


def _decide(change: Change, number: int, state: EvidenceState) -> EvidenceSnapshot:
    shown = _load(change.conn, number)
    if shown.evidence.state is not EvidenceState.PROPOSED:
        raise UsageError(
            f"evidence {number} is {shown.evidence.state} already",
            "`tracker log` shows by whom, and in which change: tracker undo CHANGE takes that back",
        )
    return replace(shown, evidence=evidence.decide(change, shown.evidence, state))


def _load(conn: Connection, number: int) -> EvidenceSnapshot:
    one, commitment = evidence.get(conn, number)
    return _snapshot(conn, one, commitments.get(conn, commitment), evidence.matches_of(conn, [number]).get(number))


def _snapshot(
    conn: Connection, one: Evidence, commitment: StoredCommitment, matched: tuple[int, Match] | None
) -> EvidenceSnapshot:
    if matched is None:
        return EvidenceSnapshot(one, commitment)
    announcement, match = matched
    return EvidenceSnapshot(one, commitment, match, announcements.get(conn, announcement))


def _there_already(conn: Connection, stored: StoredAnnouncement, match: Match) -> StoredCommitment | None:
    """The commitment that was found in the sentence before, or split off from it."""
    known = commitments.of_announcement(conn, stored.number)
    return next((one for one in known if one.found.span == match.span), None)


def _read_again(rules: ReadingRules, stored: StoredAnnouncement, match: Match) -> Commitment:
    """What the sentence promises, read anew; by hand, as it were, where extraction finds nothing in it."""
    announcement = stored.announcement
    found = [one for one in rules.extract(announcement).commitments if one.span == match.span]
    conventions = rules.conventions_for(announcement.publisher)
    return (
        found[0]
        if found
        else replace(read_sentence(match.quote, announcement.announced_on, conventions), span=match.span)
    )
