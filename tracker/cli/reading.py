"""Files and addresses of the command line, read one by one: the good ones handed on, the bad ones named at the end."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.cli.output import complain
from tracker.cli.progress import Progress
from tracker.core.announcement import Announcement
from tracker.errors import DatingError, UnreadableInputError
from tracker.readers import read

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from typing import Self

    from tracker.app import App
    from tracker.errors import InputError
    from tracker.readers import Given, Reading


class ReadingFiles:
    """The announcements of files. At the end of the `with`, however it comes, the bad files are named.

    `progress` is cleared by whoever writes lines of their own meanwhile. `option` is the command's own for the day of
    publication, as the errors name it.
    """

    def __init__(self, app: App, places: Sequence[str], given: Given, option: str = "--announced-on") -> None:
        self.progress = Progress()
        self._app = app
        self._places = places
        self._given = given
        self._option = option
        self._bad: list[InputError] = []

    @property
    def exit_code(self) -> int:
        """0 where every file could be used, else the bad ones' exit code."""
        return self._bad[0].exit_code if self._bad else 0

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.progress.clear()
        for error in self._bad:
            complain(str(error))

    def __iter__(self) -> Iterator[Announcement]:
        for place in self._places:
            for one in self._read(place):
                if isinstance(one, Announcement):
                    self.progress.step()
                    yield one
                else:
                    self._bad.append(one.said_with(self._option) if isinstance(one, DatingError) else one)

    def _read(self, place: str) -> Iterator[Reading]:
        if not place:
            return iter([UnreadableInputError("FILE", "the name is empty", "name a file, or - for standard input")])
        return read(place, self._given, today_of=self._app.today_of, fetch=self._app.fetch)
