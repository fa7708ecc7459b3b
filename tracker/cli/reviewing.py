"""The conversation of `tracker review`: one proposal after the other, a key each, every decision kept at once."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from tracker.cli.asking import BACK, GoneBack, tell
from tracker.cli.output import say
from tracker.errors import TrackerError
from tracker.services.undo import undo

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from tracker.app import App
    from tracker.cli.review_items import Item

KEYS = {
    "s": ("skip", "leave it for another time"),
    "u": ("undo", "take the last decision made here back, and go to what it was about"),
    "q": ("quit", "end here; what was decided is kept"),
    "?": ("help", "what each key does"),
}


class Reviewing:
    """One person going through proposals. What was decided can be undone, the last first, and nothing else can."""

    def __init__(self, app: App, by: str | None) -> None:
        self._app = app
        self._by = by
        self._decided: list[tuple[int, list[int]]] = []  # the place of each, and the numbers of its changes
        self._gone: set[int] = set()

    def go_through(self, items: Sequence[Item]) -> None:
        """Ask about each in turn until the last one or the person quits. Raises click.Abort on Ctrl-C."""
        place, is_begun = 0, False
        while place < len(items):
            item = items[place]
            if not item.load():
                self._gone.add(place)
                place += 1
                continue
            if is_begun:
                say("")
            is_begun = True
            item.show(place + 1, len(items))
            match _key(item.keys):
                case "q":
                    break
                case "u":
                    place = self._undo(place)
                case "s":
                    place += 1
                case key:
                    place += self._decide(item, place, key)
        left = len(items) - len(self._decided) - len(self._gone)
        say(f"{len(self._decided)} decided, {left} left for another time.")

    def _decide(self, item: Item, place: int, key: str) -> bool:
        """Carry a decision out; False where it failed, or was gone back from, and is to be asked about again."""
        try:
            changes = item.decide(key)
        except GoneBack:
            return False
        except TrackerError as error:
            tell(str(error))
            return False
        self._decided.append((place, changes))
        return True

    def _undo(self, place: int) -> int:
        """Take the last decision made here back and go to the one it was about."""
        if not self._decided:
            say("Nothing to undo.")
            return place
        decided, changes = self._decided[-1]
        try:
            while changes:
                undo(self._app.store, self._app.followup, self._app.occasion(self._by), changes[-1])
                changes.pop()
        except TrackerError as error:
            tell(str(error))
            return place
        self._decided.pop()
        return decided


def _key(of_item: Mapping[str, tuple[str, str]]) -> str:
    """One of the keys of an item, or of all; anything else is asked again. The end of input quits."""
    keys = {**of_item, **KEYS}
    told = " · ".join(f"{key} {word}" for key, (word, _) in keys.items())
    while True:
        click.echo(f"[{told}] ", nl=False)
        if sys.stdin.isatty():
            key = _pressed_key()
            click.echo(key if key.isprintable() else "")
        else:
            key = (sys.stdin.readline() or "q").strip()[:1]
            click.echo()
        if key == "?":
            _explain(keys)
        elif key.lower() in keys:
            return key.lower()


def _explain(keys: Mapping[str, tuple[str, str]]) -> None:
    for key, (word, meaning) in keys.items():
        tell(f"{key}  {word}: {meaning}")
    tell(f"At a question Enter takes what stands in brackets, and {BACK} goes back to these keys.")


def _pressed_key() -> str:
    try:
        return click.getchar()
    except EOFError:  # Ctrl-D
        return "q"
