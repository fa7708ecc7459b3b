"""Readers whose parsers are others' run in a process of their own, which is ended where a file takes too long.

A stranger may write a small file that a parser chews on for minutes: five kilobytes of a PDF unpack to millions of
instructions. Nothing inside a process stops a parser that is at it; ending its process does. There is one such process,
begun with the first file that needs it, which reads one file after the other and ends with the program.
"""

from __future__ import annotations

import atexit
import sys
import threading
from contextlib import suppress
from functools import cache
from time import monotonic
from typing import TYPE_CHECKING

from tracker.errors import UnreadableInputError
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

_PROGRAM = "import sys; sys.path[:] = sys.argv[2:]; from tracker.readers.apart import serve; serve(int(sys.argv[1]))"


def read_apart(reader: str, source: Source, given: Given) -> Iterator[Reading]:
    """What the reader of this name, "module:attribute", finds. What it found before its time ran out is kept, and an
    error tells of the rest."""
    yield from _worker().readings(reader, source, given)


def serve(descriptor: int) -> None:
    """What the process does: reads what it is asked to until nobody asks any more."""
    from multiprocessing.connection import Connection

    with Connection(descriptor) as asked, suppress(EOFError, OSError):
        while True:
            for answer in _answers(*asked.recv()):
                asked.send(answer)


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

    def readings(self, reader: str, source: Source, given: Given) -> list[Reading]:
        """What was found in the time that the size of the source gives. Raises what the reader should not have.

        Where the process is gone at once it may have been before, for another reason: one more try is made.
        """
        seconds = min(_SECONDS + _SECONDS_A_MEGABYTE * len(source.content) / 1_000_000, _MOST_SECONDS)
        found: list[Reading] = []
        with self._lock:
            for _ in range(2):
                try:
                    for answer in self._asked(reader, source, given, monotonic() + seconds):
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

    def _asked(self, reader: str, source: Source, given: Given, until: float) -> Iterator[Reading]:
        """The answers. The process is ended unless all of them came."""
        try:
            _, answers = self._running = self._running or _begun()
            answers.send((reader, source, given))
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
            [sys.executable, "-c", _PROGRAM, str(theirs.fileno()), *sys.path],
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
