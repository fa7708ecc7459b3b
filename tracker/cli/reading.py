"""Files named on the command line, read one by one: the good ones are handed on, the bad ones named at the end."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from tracker.cli.options import warn
from tracker.core.announcement import Announcement
from tracker.readers import read

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tracker.app import App
    from tracker.errors import InputError
    from tracker.readers import Given

MANY = 10
"""Files from which on a person at a terminal is shown how far the reading is."""


class ReadingFiles:
    """The announcements of files; once they are read, `exit_code` says whether any was bad."""

    def __init__(self, app: App, places: Sequence[str], given: Given) -> None:
        self._app = app
        self._places = places
        self._given = given
        self._bad: list[InputError] = []

    @property
    def exit_code(self) -> int:
        """0 where every file could be used, else the bad ones' exit code."""
        return self._bad[0].exit_code if self._bad else 0

    def __iter__(self) -> Iterator[Announcement]:
        is_quiet = len(self._places) < MANY or not sys.stderr.isatty()
        with click.progressbar(self._places, label="reading", file=sys.stderr, hidden=is_quiet) as places:
            for place in places:
                yield from self._announcements(place)
        for error in self._bad:
            warn(error)

    def _announcements(self, place: str) -> Iterator[Announcement]:
        for one in read(place, self._given, today_of=self._app.today_of):
            if isinstance(one, Announcement):
                yield one
            else:
                self._bad.append(one)
