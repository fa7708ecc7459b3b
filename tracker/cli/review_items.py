"""What `tracker review` asks about: a proposed commitment or a proposed piece of evidence, each with its keys."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from tracker.cli.asking import BACK, ask, confirm
from tracker.cli.days import read_day
from tracker.cli.output import say, show
from tracker.core.clean import clean_line
from tracker.core.occurrence import EvidenceState, Stance
from tracker.core.status import Review
from tracker.errors import NotFoundError
from tracker.services import judge
from tracker.services.edit import Correction
from tracker.services.reference import Reference
from tracker.services.review import accept, dismiss
from tracker.services.snapshot import one_commitment

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from tracker.app import App
    from tracker.core.record import StoredCommitment
    from tracker.reports.snapshot import CommitmentSnapshot, EvidenceSnapshot

UNDATED = "none"


class Item(Protocol):
    """One thing to decide on: `keys` are what may be pressed for it, each with its word and with what it does."""

    keys: Mapping[str, tuple[str, str]]

    def load(self) -> bool:
        """Read it as it stands now; False, and a word on it, where there is nothing to decide any more."""

    def show(self, place: int, total: int) -> None:
        """Show it as it was read."""

    def decide(self, key: str) -> list[int]:
        """Carry out what a key means; gives the changes made.

        Raises TrackerError where it cannot be, GoneBack where the person left a question that it asked.
        """


class CommitmentItem:
    """A proposed commitment."""

    keys: Mapping[str, tuple[str, str]] = {
        "a": ("accept", "track it as it was read"),
        "c": ("correct", "change who, what or by when, and track it so"),
        "d": ("dismiss", "it is no commitment, and kept, so that it is not found again"),
    }

    def __init__(self, app: App, by: str | None, number: int) -> None:
        self._app, self._by, self._number = app, by, number
        self._shown: CommitmentSnapshot | None = None

    def load(self) -> bool:
        """See Item."""
        app = self._app
        try:
            self._shown = one_commitment(app.store, Reference(self._number), app.today, app.zone)
        except NotFoundError as error:
            say(str(error))
            return False
        commitment = self._shown.commitment
        if commitment.review is not Review.PROPOSED:
            say(f"Commitment {self._number} is {commitment.review} by now: {commitment.reviewed_by} decided.")
        return commitment.review is Review.PROPOSED

    def show(self, place: int, total: int) -> None:
        """See Item."""
        from tracker.reports.proposal import report_proposal

        if self._shown:
            show(report_proposal(self._shown.commitment, self._shown.announcement, place, total))

    def decide(self, key: str) -> list[int]:
        """See Item."""
        if self._shown is None:
            return []
        app, commitment = self._app, self._shown.commitment
        numbers, seen = [commitment.number], (commitment,)
        if key == "d":
            reason = ask("why is it none", str)
            return [dismiss(app.store, app.followup, app.occasion(self._by), numbers, reason, seen=seen).change]
        correction = self._ask_correction(commitment) if key == "c" else None
        return [accept(app.store, app.followup, app.occasion(self._by), numbers, correction, seen=seen).change]

    def _ask_correction(self, commitment: StoredCommitment) -> Correction:
        """Field by field; an empty answer keeps what was read."""
        say(f"Enter keeps what stands in brackets, {BACK} goes back.")
        found, due = commitment.found, commitment.current.due
        promisor = _ask_words("promisor", found.promisor.name)
        deed = _ask_words("deed", found.deed, is_needed=True)
        said_on = self._shown.announcement.announcement.announced_on if self._shown else None

        def day_or_none(text: str) -> date | None:
            is_none = text.strip().casefold() == UNDATED
            return None if is_none else read_day(text, self._app, said_on=said_on)

        day = ask(f"due (a day, or {UNDATED})", day_or_none, standing=str(due or UNDATED))
        return Correction(
            promisor=promisor,
            deed=deed,
            due=day if day and day != due else None,
            is_undated=day is None and due is not None,
        )


class EvidenceItem:
    """A proposed piece of evidence. Taking it changes no status; that takes one word more."""

    keys: Mapping[str, tuple[str, str]] = {
        "a": ("accept", "it says so of this commitment, which it settles only where you say so"),
        "r": ("reject", "it says nothing of this commitment"),
        "n": ("a new commitment", "it is another promise, to be decided on by itself"),
    }

    def __init__(self, app: App, by: str | None, number: int) -> None:
        self._app, self._by, self._number = app, by, number
        self._shown: EvidenceSnapshot | None = None

    def load(self) -> bool:
        """See Item."""
        try:
            self._shown = judge.one_evidence(self._app.store, self._number)
        except NotFoundError as error:
            say(str(error))
            return False
        state, commitment = self._shown.evidence.state, self._shown.commitment
        if state is EvidenceState.PROPOSED and commitment.review is not Review.TRACKED:
            say(f"Commitment {commitment.number} is {commitment.review} by now: {commitment.reviewed_by} decided.")
            return False
        if state is not EvidenceState.PROPOSED:
            say(f"Evidence {self._number} is {state} by now.")
        return state is EvidenceState.PROPOSED

    def show(self, place: int, total: int) -> None:
        """See Item."""
        from tracker.reports.evidence import report_one_evidence

        if self._shown:
            show(report_one_evidence(self._shown, place, total))

    def decide(self, key: str) -> list[int]:
        """See Item."""
        app, number = self._app, self._number
        if key == "r":
            reason = ask("why not", str)
            return [judge.reject(app.store, app.occasion(self._by), number, reason).change]
        if key == "n":
            return [judge.split(app.store, app.followup, app.occasion(self._by), app.rules, number).change]
        return self._accept()

    def _accept(self) -> list[int]:
        """Take it, and where it tells a day ask whether to draw the conclusion."""
        app, shown = self._app, self._shown
        match = shown.match if shown else None
        occasion = app.occasion(self._by)
        if match and match.stance is Stance.DONE and match.done_on and _is_wanted(f"fulfilled on {match.done_on}"):
            return [judge.accept_and_fulfil(app.store, app.followup, occasion, self._number, None).change]
        if shown and match and match.stance is Stance.MOVED and match.due and _is_wanted(f"moved to {match.due}"):
            reason = ask("their reason", str, standing=clean_line(judge.reason_told(shown)))
            return [judge.accept_and_move(app.store, app.followup, occasion, self._number, None, reason).change]
        return [judge.accept(app.store, occasion, self._number).change]


def _is_wanted(what: str) -> bool:
    return confirm(f"record it as {what}")


def _ask_words(label: str, read: str, *, is_needed: bool = False) -> str | None:
    """Other words than those that were read, which are cleaned for the terminal; None where they stay."""
    shown = clean_line(read)
    given = ask(label, _some_words if is_needed else str, standing=shown)
    return None if given == shown else given


def _some_words(answer: str) -> str:
    if not answer.strip():
        raise ValueError("give some words")
    return answer
