"""How reports are written: one file an output format. A format is loaded when it is asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, TextIO

if TYPE_CHECKING:
    from tracker.reports.table import Report

FORMATS = {
    "json": "tracker.render.json:write",
    "plain": "tracker.render.plain:write",
    "terminal": "tracker.render.terminal:write",
}


class Format(Protocol):
    """Writes a report to a stream, whole; what the stream raises (a broken pipe, a full disk) passes through."""

    def __call__(self, report: Report, stream: TextIO) -> None: ...
