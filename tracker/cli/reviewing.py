"""The conversation of `tracker review`: one proposal after the other, a key each, every decision kept at once."""

from __future__ import annotations

import sys
from datetime import date
from typing import TYPE_CHECKING

import click

from tracker.cli.output import say, show
from tracker.errors import TrackerError
from tracker.services.edit import Correction
from tracker.services.review import accept, dismiss
from tracker.services.undo import undo

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tracker.app import App
    from tracker.core.record import StoredCommitment

KEYS = "a accept · c correct · d dismiss · s skip · u undo · q quit"
UNDATED = "none"


class Reviewing:
    """One person going through proposals; `decided` remembers what undo takes back."""

    def __init__(self, app: App, by: str | None) -> None:
        self._app = app
        self._by = by
        self._decided: list[int] = []

    def go_through(self, waiting: Sequence[StoredCommitment]) -> None:
        """Ask about each in turn until the last one or the person quits. Raises click.Abort on Ctrl-C."""
        place = 0
        while place < len(waiting):
            commitment = waiting[place]
            self._show(commitment, place, len(waiting))
            match self._key():
                case "q":
                    break
                case "u":
                    place = self._undo(waiting, place)
                case key:
                    place += self._decide(commitment, key)
        say(f"{len(self._decided)} decided, {len(waiting) - len(self._decided)} left for another time.")

    def _show(self, commitment: StoredCommitment, place: int, total: int) -> None:
        from tracker.reports.proposal import report_proposal

        show(report_proposal(commitment, place + 1, total))

    def _key(self) -> str:
        """One of the keys; anything else is asked again. The end of input quits."""
        while True:
            click.echo(f"[{KEYS}] ", nl=False)
            if sys.stdin.isatty():
                key = click.getchar()
                click.echo(key if key.isprintable() else "")
            else:
                key = (sys.stdin.readline() or "q").strip()[:1]
                click.echo()
            if key.lower() in set("acdsuq") and key:
                return key.lower()

    def _decide(self, commitment: StoredCommitment, key: str) -> bool:
        """Carry a decision out; False where it failed and the same one is to be asked about again."""
        app, number = self._app, commitment.number
        try:
            if key == "a":
                accept(app.store, app.policy, app.occasion(self._by), [number])
            elif key == "c":
                accept(app.store, app.policy, app.occasion(self._by), [number], self._ask_correction(commitment))
            elif key == "d":
                reason = click.prompt("why is it none", default="", show_default=False)
                dismiss(app.store, app.policy, app.occasion(self._by), number, reason)
            else:
                return True
        except TrackerError as error:
            say(str(error))
            return False
        self._decided.append(number)
        return True

    def _ask_correction(self, commitment: StoredCommitment) -> Correction:
        """Field by field; an empty answer keeps what was read."""
        found, due = commitment.found, commitment.current.due
        promisor = click.prompt("promisor", default=found.promisor.name)
        deed = click.prompt("deed", default=found.deed)
        day = click.prompt(f"due (a day, or {UNDATED})", default=str(due or UNDATED), value_proc=_day_or_none)
        return Correction(
            promisor=promisor if promisor != found.promisor.name else None,
            deed=deed if deed != found.deed else None,
            due=day if day and day != due else None,
            is_undated=day is None and due is not None,
        )

    def _undo(self, waiting: Sequence[StoredCommitment], place: int) -> int:
        """Take the last decision back and go to the one it was about."""
        if not self._decided:
            say("Nothing to undo.")
            return place
        undo(self._app.store, self._app.policy, self._app.occasion(self._by))
        number = self._decided.pop()
        return next(at for at, one in enumerate(waiting) if one.number == number)


def _day_or_none(text: str) -> date | None:
    if text.strip().lower() == UNDATED:
        return None
    try:
        return date.fromisoformat(text.strip())
    except ValueError as error:
        raise click.BadParameter("write a day as 2026-01-31") from error
