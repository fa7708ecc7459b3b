"""Where a report goes: JSON where it was asked for, tables on a terminal, plain text in a pipe."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

from tracker.registry import lookup
from tracker.render import FORMATS

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date
    from typing import Any, TextIO

    from tracker.core.timing import Standing
    from tracker.reports.table import Report


def show(report: Report, *, as_json: bool = False) -> None:
    """Write a report to standard output."""
    name = "json" if as_json else "terminal" if sys.stdout.isatty() else "plain"
    lookup("format", FORMATS, name)(report, sys.stdout)


def show_line(document: Mapping[str, Any]) -> None:
    """Write one JSON object as one line."""
    from tracker.render.json import encode

    sys.stdout.write(encode(document) + "\n")


def say(line: str) -> None:
    """Write one line for a person, cleaned."""
    from tracker.core.clean import clean_line

    sys.stdout.write(clean_line(line) + "\n")


def complain(line: str) -> None:
    """Say in one line what is wrong, or how it was understood, cleaned, on the error stream; where that is broken,
    nobody can be told."""
    from tracker.core.clean import clean_line

    try:
        sys.stderr.write(f"tracker: {clean_line(line)}\n")
        sys.stderr.flush()
    except OSError:
        silence(sys.stderr)


def silence(stream: TextIO) -> None:
    """Lead a broken stream nowhere; what is left in its buffer must not raise at the very end."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def show_outcome(standing: Standing, today: date, line: str, *, as_json: bool) -> None:
    """Say in one line what became of a commitment, or print it as the list has it in JSON."""
    if as_json:
        from tracker.reports.commitments import report_commitments

        show(report_commitments([standing], today), as_json=True)
    else:
        say(line)


def show_document(document: Mapping[str, Any]) -> None:
    """Write one JSON object, indented."""
    from tracker.render.json import encode

    sys.stdout.write(encode(document, indent=2) + "\n")
