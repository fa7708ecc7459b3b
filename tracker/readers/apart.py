"""Readers whose parsers are others' run in a process of their own, which is ended where a file takes too long.

A stranger may write a small file that a parser chews on for minutes: five kilobytes of a PDF unpack to millions of
instructions. Nothing inside a process stops a parser that is at it; ending its process does. There is one such process,
begun with the first file that needs it, which reads one file after the other and ends with the program: however that
one ended, the process sees to its own end.
"""

from __future__ import annotations

import atexit
import os
import signal
import sys
import threading
from contextlib import suppress
from functools import cache
from time import monotonic, sleep
from typing import TYPE_CHECKING

from tracker.errors import TrackerError, UnreadableInputError
from tracker.registry import load

if TYPE_CHECKING:
    import subprocess
    from collections.abc import Iterator
    from multiprocessing.connection import Connection

    from tracker.readers.source import Given, Reader, Reading, Source

    Answer = Reading | RuntimeError | None
    """What was found, a fault of ours, or None at the end."""

_SECONDS, _SECONDS_A_MEGABYTE, _MOST_SECONDS = 15.0, 10.0, 300.0
"""What a file may take: so much and more for each megabyte, but no more than the last. A PDF of 300 full pages, 1.5 MB,
takes three seconds on a plain machine."""

_GRACE = 5
"""Seconds beyond the limit, after which the system ends a process that nobody else has ended."""

_PROGRAM = (
    "import sys; sys.path[:] = sys.argv[3:]; from tracker.readers.apart import serve; serve(*map(int, sys.argv[1:3]))"
)


def read_apart(reader: str, source: Source, given: Given, limit: float = _SECONDS) -> Iterator[Reading]:
    """What the reader of this name, "module:attribute", finds. What it found before its time ran out (`limit` seconds,
    and more for each megabyte) is kept, and an error tells of the rest.

    Raises TrackerError where no process can be begun.
    """
    yield from _worker().readings(reader, source, given, limit)


def end() -> None:
    """End the process, where there is one: for a program that leaves without its own last rites."""
    _worker().end()


def serve(descriptor: int, parent: int) -> None:
    """What the process does: reads what it is asked to until nobody asks any more, or the parent is gone."""
    from multiprocessing.connection import Connection

    threading.Thread(target=_end_with, args=[parent], daemon=True).start()
    with Connection(descriptor) as asked, suppress(EOFError, OSError):
        while True:
            most, name, source, given = asked.recv()
            _limit(most)
            for answer in _answers(name, source, given):
                asked.send(answer)
            _limit(0)


def _end_with(parent: int) -> None:
    """A parser that is at it hears of nobody's end: a killed program would leave it behind."""
    while os.getppid() == parent:
        sleep(1)
    os._exit(1)


def _limit(seconds: int) -> None:
    """Let the system end this process after so many seconds, 0: never. A parser that keeps the interpreter to itself
    lets no thread of ours do it."""
    if hasattr(signal, "alarm"):
        signal.alarm(seconds)


def _answers(name: str, source: Source, given: Given) -> Iterator[Answer]:
    try:
        reader: Reader = load(name)
        yield from reader(source, given)
        yield None
    except Exception:  # noqa: BLE001 - a fault of ours is raised where a person sees it
        import traceback

        yield RuntimeError(traceback.format_exc())


class _Worker:
    """The process, begun when it is needed, for one thread at a time."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._running: tuple[subprocess.Popen[bytes], Connection] | None = None

    def readings(self, reader: str, source: Source, given: Given, limit: float) -> list[Reading]:
        """What was found in the time that the size of the source gives, `limit` seconds and more for each megabyte.
        Raises what the reader should not have, and TrackerError where no process can be begun.

        Where the process is gone at once it may have been before, for another reason: one more try is made.
        """
        seconds = min(limit + _SECONDS_A_MEGABYTE * len(source.content) / 1_000_000, _MOST_SECONDS)
        found: list[Reading] = []
        with self._lock:
            for _ in range(2):
                answers = self._begun()
                try:
                    for answer in self._asked(answers, (reader, source, given), seconds):
                        found.append(answer)  # noqa: PERF402 - what came before it ended is kept
                except TimeoutError:
                    why = f"takes more than {seconds:.0f} seconds to read"
                    return [*found, UnreadableInputError(source.origin, why, "save its text, or parts of it")]
                except (EOFError, OSError):
                    if found:
                        break
                else:
                    return found
        return [*found, UnreadableInputError(source.origin, "ends the program that reads it", "save its text")]

    def _begun(self) -> Connection:
        """The way to the process that runs, or to a new one. Raises TrackerError: that is no fault of a file."""
        try:
            _, answers = self._running = self._running or _begun()
        except OSError as error:
            problem = f"no process can be begun to read files in ({error.strerror or error})"
            raise TrackerError(problem, "try again once the machine has room for it") from error
        return answers

    def _asked(self, answers: Connection, what: tuple[str, Source, Given], seconds: float) -> Iterator[Reading]:
        """The answers. The process is ended unless all of them came."""
        until = monotonic() + seconds
        try:
            answers.send((int(seconds) + _GRACE, *what))
            while answer := _next(answers, until):
                yield answer
        except BaseException:
            self.end()
            raise

    def end(self) -> None:
        """Nobody is at it then: its answer, if any, was given up."""
        if self._running:
            process, answers = self._running
            self._running = None
            answers.close()
            process.kill()
            process.wait()


def _next(answers: Connection, until: float) -> Reading | None:
    if not answers.poll(max(until - monotonic(), 0)):
        raise TimeoutError
    answer: Answer = answers.recv()
    if isinstance(answer, RuntimeError):
        raise answer
    return answer


def _begun() -> tuple[subprocess.Popen[bytes], Connection]:
    """The process, which finds modules where this one does, and hears neither its terminal nor its Ctrl-C."""
    import subprocess
    from multiprocessing.connection import Pipe

    ours, theirs = Pipe()
    with theirs:
        process = subprocess.Popen(  # noqa: S603 - this very Python, with a program of ours
            [sys.executable, "-c", _PROGRAM, str(theirs.fileno()), str(os.getpid()), *sys.path],
            pass_fds=[theirs.fileno()],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
    return process, ours


@cache
def _worker() -> _Worker:
    worker = _Worker()
    atexit.register(worker.end)
    return worker
