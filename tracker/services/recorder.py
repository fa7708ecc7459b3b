"""Writing down what came of attempts while the next ones are made: a commit waits for the disk, a send for the network.

What has come of attempts while the last commit was under way is written with the next one. No more than MOST of them
wait: a sender that dies leaves those in doubt, and the one that it was sending.
"""

from __future__ import annotations

from threading import Condition, Thread
from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from types import TracebackType
    from typing import Self

Item = TypeVar("Item")

MOST = 4
"""The most that is not written down yet, what is being written among it."""


class Recorder(Generic[Item]):
    """One thread that writes, in the order in which it was handed things.

    `write` writes several in one transaction; what it raises is raised by the next call, or at the end of the `with`
    block, which waits until all is written.
    """

    def __init__(self, write: Callable[[Sequence[Item]], None]) -> None:
        self._write = write
        self._changed = Condition()
        self._waiting: list[Item] = []
        self._unwritten = 0
        self._is_over = False
        self._error: BaseException | None = None
        self._thread = Thread(target=self._run, name="record", daemon=True)

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        with self._changed:
            self._is_over = True
            self._changed.notify()
        self._thread.join()
        if error is None and self._error is not None:
            raise self._error

    def hand(self, item: Item) -> None:
        """Have it written soon; wait where too much is not written yet."""
        with self._changed:
            self._changed.wait_for(lambda: self._unwritten < MOST or self._error is not None)
            if self._error is not None:
                raise self._error
            self._waiting.append(item)
            self._unwritten += 1
            self._changed.notify()

    def _run(self) -> None:
        while batch := self._next():
            try:
                self._write(batch)
            except BaseException as error:  # noqa: BLE001 - the thread that hands things over is to hear of it
                with self._changed:
                    self._error = error
                    self._changed.notify()
                return
            with self._changed:
                self._unwritten -= len(batch)
                self._changed.notify()

    def _next(self) -> list[Item]:
        """All that waits, once something does; nothing at the end."""
        with self._changed:
            self._changed.wait_for(lambda: self._waiting or self._is_over)
            batch, self._waiting = self._waiting, []
            return batch
