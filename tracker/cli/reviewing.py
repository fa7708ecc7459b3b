"""The conversation of `tracker review`: one proposal after the other, a key each, every decision kept at once."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from tracker.cli.output import say, show
from tracker.core.calendar import DAY_FORMS, parse_day
from tracker.core.clean import clean_line
from tracker.core.status import Review
from tracker.errors import NotFoundError, TrackerError
from tracker.services.edit import Correction
from tracker.services.reference import Reference
from tracker.services.review import accept, dismiss
from tracker.services.snapshot import one_commitment
from tracker.services.undo import undo

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from tracker.app import App
    from tracker.core.record import StoredCommitment

KEYS = "a accept · c correct · d dismiss · s skip · u undo · q quit"
UNDATED = "none"


class Reviewing:
    """One person going through proposals. What was decided can be undone, the last first, and nothing else can."""

    def __init__(self, app: App, by: str | None) -> None:
        self._app = app
        self._by = by
        self._decided: list[tuple[int, int]] = []  # the place of each, and the number of its change
        self._gone: set[int] = set()

    def go_through(self, numbers: Sequence[int]) -> None:
        """Ask about each in turn until the last one or the person quits. Raises click.Abort on Ctrl-C."""
        place = 0
        while place < len(numbers):
            commitment = self._load(numbers[place])
            if commitment is None:
                self._gone.add(place)
                place += 1
                continue
            self._show(commitment, place, len(numbers))
            match self._key():
                case "q":
                    break
                case "u":
                    place = self._undo(place)
                case key:
                    place += self._decide(commitment, place, key)
        left = len(numbers) - len(self._decided) - len(self._gone)
        say(f"{len(self._decided)} decided, {left} left for another time.")

    def _load(self, number: int) -> StoredCommitment | None:
        """The commitment as it stands now; None, and a word on it, where somebody else has decided meanwhile."""
        app = self._app
        try:
            commitment = one_commitment(app.store, Reference(number), app.today, app.zone).commitment
        except NotFoundError as error:
            say(str(error))
            return None
        if commitment.review is Review.PROPOSED:
            return commitment
        say(f"Commitment {number} is {commitment.review} by now: {commitment.reviewed_by} decided.")
        return None

    def _show(self, commitment: StoredCommitment, place: int, total: int) -> None:
        from tracker.reports.proposal import report_proposal

        show(report_proposal(commitment, place + 1, total))

    def _key(self) -> str:
        """One of the keys; anything else is asked again. The end of input quits."""
        while True:
            click.echo(f"[{KEYS}] ", nl=False)
            if sys.stdin.isatty():
                key = _pressed_key()
                click.echo(key if key.isprintable() else "")
            else:
                key = (sys.stdin.readline() or "q").strip()[:1]
                click.echo()
            if key.lower() in set("acdsuq") and key:
                return key.lower()

    def _decide(self, commitment: StoredCommitment, place: int, key: str) -> bool:
        """Carry a decision out; False where it failed and the same one is to be asked about again."""
        app, seen = self._app, (commitment,)
        if key == "s":
            return True
        try:
            if key == "d":
                reason = click.prompt("why is it none", default="", show_default=False)
                done = dismiss(app.store, app.followup, app.occasion(self._by), [commitment.number], reason, seen=seen)
            else:
                correction = self._ask_correction(commitment) if key == "c" else None
                done = accept(
                    app.store, app.followup, app.occasion(self._by), [commitment.number], correction, seen=seen
                )
        except TrackerError as error:
            say(str(error))
            return False
        self._decided.append((place, done.change))
        return True

    def _ask_correction(self, commitment: StoredCommitment) -> Correction:
        """Field by field; an empty answer keeps what was read."""
        found, due = commitment.found, commitment.current.due
        promisor = _ask_words("promisor", found.promisor.name)
        deed = _ask_words("deed", found.deed)
        day = click.prompt(f"due (a day, or {UNDATED})", default=str(due or UNDATED), value_proc=self._day_or_none)
        return Correction(
            promisor=promisor,
            deed=deed,
            due=day if day and day != due else None,
            is_undated=day is None and due is not None,
        )

    def _day_or_none(self, text: str) -> date | None:
        if text.strip().casefold() == UNDATED:
            return None
        try:
            return parse_day(text, self._app.today)
        except ValueError as error:
            raise click.BadParameter(f"{error}; write {DAY_FORMS}") from error

    def _undo(self, place: int) -> int:
        """Take the last decision made here back and go to the one it was about."""
        if not self._decided:
            say("Nothing to undo.")
            return place
        decided, change = self._decided[-1]
        try:
            undo(self._app.store, self._app.followup, self._app.occasion(self._by), change)
        except TrackerError as error:
            say(str(error))
            return place
        self._decided.pop()
        return decided


def _pressed_key() -> str:
    try:
        return click.getchar()
    except EOFError:  # Ctrl-D
        return "q"


def _ask_words(label: str, read: str) -> str | None:
    """Other words than those that were read, which are cleaned for the terminal; None where they stay."""
    shown = clean_line(read)
    given: str = click.prompt(label, default=shown)
    return None if given == shown else given
