"""The channel "command": a program of the user's own, which reads the JSON document on its standard input.

Its exit code says what became of it: 0 done; 75 (EX_TEMPFAIL of sysexits.h) not now; any other hardly ever.
"""

from __future__ import annotations

import os
import signal
import subprocess
import tempfile
import threading
from pathlib import Path
from typing import IO, TYPE_CHECKING, Annotated

import msgspec

from tracker.channels.settings import ChannelSettings, PerMinute, Seconds, Variable, check_own_name
from tracker.core.clean import clean_line
from tracker.core.outbox import Outcome, Verdict

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime
    from typing import Self

    from tracker.channels.secrets import Secrets
    from tracker.core.outbox import Message
    from tracker.followup.notice import Notice

_TEMPORARY_FAILURE = 75
_ALWAYS_PASSED = ("PATH", "HOME", "LANG", "LC_ALL", "TZ", "TMPDIR")
_MOST_SAID = 4_096


class CommandSettings(ChannelSettings, frozen=True):
    """The table of a channel whose kind is "command"."""

    run: Annotated[tuple[str, ...], msgspec.Meta(min_length=1)]
    pass_env: tuple[Variable, ...] = ()
    digest: bool = False
    timeout: Seconds = 30.0
    per_minute: PerMinute | None = None


class Command:
    """A program and its arguments; no shell reads them."""

    Settings = CommandSettings

    def __init__(
        self, name: str, settings: CommandSettings, environment: Mapping[str, str], folder: Path, place: str
    ) -> None:
        self._name = name
        program = settings.run[0]
        self._words = (str(Path(program).expanduser()) if program.startswith("~") else program, *settings.run[1:])
        self._environment = environment
        self._folder = folder
        self._place = place
        self._seconds = settings.timeout
        self.recipients: tuple[str, ...] = (name,)
        self.is_grouping = settings.digest
        self.per_minute = settings.per_minute
        self.timeout = settings.timeout + 5

    @classmethod
    def from_settings(cls, name: str, settings: CommandSettings, secrets: Secrets) -> Self:
        """The channel. The program gets a few variables that every program needs, and those that are named."""
        passed = (*_ALWAYS_PASSED, *settings.pass_env)
        environment = {key: secrets.environment[key] for key in passed if key in secrets.environment}
        return cls(name, settings, environment, secrets.folder, secrets.place)

    def check_recipient(self, recipient: str) -> None:
        """Raises ConfigError for anything but the channel's own name."""
        check_own_name(self._place, self._name, recipient)

    def check_secrets(self) -> None:
        """It has none."""

    def compose(self, notice: Notice) -> str:
        """The JSON document."""
        from tracker.channels.payload import payload

        return payload(notice)

    def send(self, message: Message, at: datetime) -> Outcome:  # noqa: ARG002 - the document has its date already
        """Run the program once, and end it and all that it started when its time is up."""
        with tempfile.TemporaryFile() as document:
            document.write(message.body.encode("utf-8") + b"\n")
            document.seek(0)
            try:
                program = self._started(document, message.uuid)
            except OSError as error:
                why = (error.strerror or str(error)).lower()
                return Outcome(Verdict.RETRY, f"channel {self._name}: {self._words[0]}: {why}")
            return self._ended(program)

    def close(self) -> None:
        """There is nothing to let go of."""

    def _started(self, document: IO[bytes], identity: str) -> subprocess.Popen[bytes]:
        return subprocess.Popen(  # noqa: S603 - the settings name the program, and no shell reads its arguments
            self._words,
            stdin=document,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            env={**self._environment, "TRACKER_MESSAGE_ID": identity},
            cwd=self._folder,
            start_new_session=True,
        )

    def _ended(self, program: subprocess.Popen[bytes]) -> Outcome:
        said = bytearray()
        reader = threading.Thread(target=_read, args=(program.stderr, said), daemon=True)
        reader.start()
        try:
            code: int | None = program.wait(self._seconds)
        except subprocess.TimeoutExpired:
            code = None
            os.killpg(program.pid, signal.SIGKILL)  # not waited for yet, so that the number is still its own
            program.wait()
        reader.join(1)
        words = clean_line(" ".join(bytes(said).decode("utf-8", "replace").split()))[:200]
        return _outcome(code, f"channel {self._name}: {self._words[0]}", words, self._seconds)


def _read(stream: IO[bytes] | None, said: bytearray) -> None:
    """Keep the beginning of what a program says on its error stream, and let the rest go by."""
    if stream is None:
        return
    with stream:
        while chunk := stream.read(_MOST_SAID):
            said.extend(chunk[: _MOST_SAID - len(said)])


def _outcome(code: int | None, place: str, said: str, seconds: float) -> Outcome:
    words = f": {said}" if said else ""
    if code is None:
        return Outcome(Verdict.RETRY, f"{place}: not done within {seconds:g} s{words}")
    if code == 0:
        return Outcome(Verdict.SENT, f"{place}: done")
    what = f"exit code {code}" if code > 0 else f"ended by signal {-code}"
    return Outcome(Verdict.RETRY if code == _TEMPORARY_FAILURE else Verdict.FEW, f"{place}: {what}{words}")
