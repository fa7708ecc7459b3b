"""Every error that a person may see. Each builds its own sentence: what is wrong, where, and what to do next.

TrackerError ........................ exit code
├── UsageError ...................... 2   the command line asks for something that cannot be
│   └── UnknownNameError
├── ConfigError ..................... 3   the configuration file
│   └── MissingVariableError
├── InputError ...................... 4   an announcement, a date, a piece of evidence
│   ├── UnreadableInputError
│   ├── DatingError
│   │   ├── MissingDateError
│   │   └── FutureDateError
│   └── NetError ....................     an address that cannot be used, or gave no usable answer
│       └── AddressError
├── NotFoundError ................... 5   a number that stands for nothing
├── StoreError ...................... 6   the database
│   ├── NewerDatabaseError
│   └── ConflictError
├── DeliveryError ................... 7   an alert that could not be delivered
└── AlreadyRunningError ............. 75  another process holds the place
1 is kept for findings (`check --fail-on`), 70 for a bug, 130 for an interrupt.
"""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

FINDINGS, BUG, INTERRUPTED = 1, 70, 130


class TrackerError(Exception):
    """The root: one line for a person, in two parts, and an exit code.

    `problem` says what is wrong and where, `remedy` what to do next.
    """

    exit_code = BUG

    def __init__(self, problem: str, remedy: str = "") -> None:
        super().__init__(problem)
        self.problem = problem
        self.remedy = remedy

    def __str__(self) -> str:
        return f"{self.problem}: {self.remedy}" if self.remedy else self.problem

    def __reduce__(self) -> tuple[object, ...]:
        """What builds its own sentence is made again from that, where another process is told of it."""
        return _again, (type(self), self.args), self.__dict__


def _again(kind: type[TrackerError], args: tuple[object, ...]) -> TrackerError:
    return kind.__new__(kind, *args)


class UsageError(TrackerError):
    """The command line asks for something that cannot be."""

    exit_code = 2


class UnknownNameError(UsageError):
    """A name that no registry holds; carries the nearest known ones."""

    def __init__(self, kind: str, name: str, near: Sequence[str], known: Sequence[str]) -> None:
        remedy = f"did you mean {' or '.join(near)}?" if near else f"known are {', '.join(known)}"
        super().__init__(f"there is no {kind} {name!r}", remedy)


class ConfigError(TrackerError):
    """The configuration file cannot be used."""

    exit_code = 3


class MissingVariableError(ConfigError):
    """The settings name a variable that this process's environment lacks; that of another may have it."""


class InputError(TrackerError):
    """An announcement, a date or a piece of evidence cannot be used."""

    exit_code = 4


class UnreadableInputError(InputError):
    """A file that is empty, binary, missing, a folder, or in an encoding that is not the one it claims."""

    def __init__(self, origin: str, why: str, remedy: str) -> None:
        super().__init__(f"{origin}: {why}", remedy)


class DatingError(InputError):
    """An announcement whose day of publication cannot be used: a person has to say it."""

    def said_with(self, option: str) -> InputError:
        """The same of a command whose option for that day has another name."""
        return InputError(self.problem, self.remedy.replace("--announced-on", option))


class MissingDateError(DatingError):
    """An announcement that does not say when it was published; today is never guessed."""

    def __init__(self, origin: str) -> None:
        super().__init__(f"{origin}: no publication date found", "give it with --announced-on YYYY-MM-DD")


class FutureDateError(DatingError):
    """An announcement dated after today."""

    def __init__(self, origin: str, announced_on: date, today: date) -> None:
        super().__init__(
            f"{origin}: announced on {announced_on}, which lies after today ({today})",
            "correct it with --announced-on YYYY-MM-DD",
        )


class NetFault(StrEnum):
    """What went wrong on the way to a server and back."""

    REFUSED = "refused"
    LOOKUP = "lookup"
    CONNECT = "connect"
    TLS = "tls"
    TIMEOUT = "timeout"
    TOO_LARGE = "too_large"
    PROTOCOL = "protocol"
    REDIRECTS = "redirects"
    STATUS = "status"
    ROBOTS = "robots"


_PASSING = {NetFault.LOOKUP, NetFault.CONNECT, NetFault.TLS, NetFault.TIMEOUT, NetFault.PROTOCOL}
_BUSY = {408, 425, 429}
_OF_THE_SERVER = 500
"""HTTP's statuses from here on are faults of the server's own."""


class NetError(InputError):
    """A server that gave no usable answer.

    `place` names it without what may be secret in its address. `status` is the answer's, where it had come before
    the rest failed.
    """

    def __init__(self, place: str, fault: NetFault, why: str, remedy: str = "", status: int | None = None) -> None:
        super().__init__(f"{place}: {why}", remedy)
        self.fault = fault
        self.status = status

    @property
    def may_pass(self) -> bool:
        """True for what may be well again soon: the network is away, the server is busy or being mended."""
        if self.fault is NetFault.STATUS:
            return self.status in _BUSY or (self.status or 0) >= _OF_THE_SERVER
        return self.fault in _PASSING


class AddressError(NetError):
    """An address to which no connection is opened."""

    def __init__(self, place: str, why: str, remedy: str = "") -> None:
        super().__init__(place, NetFault.REFUSED, why, remedy)


class NotFoundError(TrackerError):
    """A number that stands for nothing."""

    exit_code = 5

    def __init__(self, kind: str, number: str | int, remedy: str = "`tracker list` shows what there is") -> None:
        super().__init__(f"there is no {kind} {number}", remedy)


class StoreError(TrackerError):
    """The database cannot be read or written."""

    exit_code = 6


class NewerDatabaseError(StoreError):
    """A database written by a later version of this program; it is left as it is."""

    def __init__(self, place: str, revision: str) -> None:
        super().__init__(
            f"{place}: the database is newer (revision {revision}) than this program",
            "install the newer tracker; the file was not changed",
        )


class ConflictError(StoreError):
    """Somebody else changed the row between reading and writing."""

    def __init__(self, what: str, by: str) -> None:
        super().__init__(f"{what} was changed meanwhile by {by}", "look at it again and repeat the command")


class DeliveryError(TrackerError):
    """An alert could not be delivered."""

    exit_code = 7


class AlreadyRunningError(TrackerError):
    """Another process holds the place."""

    exit_code = 75
