"""The log: one event a line on a stream, `time level event key=value`, or the same as JSON.

What is logged may be a stranger's words: they are cleaned of what a terminal would obey and quoted, so that an event
cannot be forged and is always one line.
"""

from __future__ import annotations

import json
import logging
import re
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from tracker.core.clean import clean_line

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import TextIO

_LOG = logging.getLogger("tracker")
_FIELDS = "tracker_fields"
_PLAIN = re.compile(r"[^\s\"'=\\]+")
_OWN = ("time", "level", "event")
Value = str | int | float | bool | None | datetime


def log(event: str, /, **fields: Value) -> None:
    """Note that something happened, with what there is to know of it; None is left out."""
    _note(logging.INFO, event, fields)


def warn(event: str, /, **fields: Value) -> None:
    """Note that something is not as it should be."""
    _note(logging.WARNING, event, fields)


def fail(event: str, error: BaseException | None = None, /, **fields: Value) -> None:
    """Note that something failed; an error that nobody foresaw is told with where it arose."""
    _note(logging.ERROR, event, fields, error)


def configure(stream: TextIO, *, as_json: bool) -> None:
    """Let events, and the warnings of libraries, go to a stream."""
    handler = logging.StreamHandler(stream)
    handler.setFormatter(_Lines(as_json=as_json))
    root = logging.getLogger()
    root.handlers[:] = [handler]
    root.setLevel(logging.WARNING)
    _LOG.setLevel(logging.INFO)
    logging.captureWarnings(capture=True)


def _note(level: int, event: str, fields: Mapping[str, Value], error: BaseException | None = None) -> None:
    _LOG.log(level, event, extra={_FIELDS: fields}, exc_info=error)


class _Lines(logging.Formatter):
    """Writes one event as one line."""

    def __init__(self, *, as_json: bool) -> None:
        super().__init__()
        self._write = _as_json if as_json else _as_text

    def format(self, record: logging.LogRecord) -> str:
        told = {
            "time": datetime.fromtimestamp(record.created, UTC),
            "level": record.levelname.lower(),
            **self._event(record),
        }
        return self._write({key: _plain(value) for key, value in told.items() if value is not None})

    def _event(self, record: logging.LogRecord) -> dict[str, Any]:
        trace = self.formatException(record.exc_info) if record.exc_info and record.exc_info[0] else None
        if hasattr(record, _FIELDS):
            return {"event": record.getMessage(), **getattr(record, _FIELDS), "trace": trace}
        return {"event": "library", "logger": record.name, "message": record.getMessage(), "trace": trace}


def _plain(value: Value) -> str | int | float | bool | None:
    """The value as JSON has it, its text cleaned; an instant as ISO 8601 in UTC."""
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
    return clean_line(value) if isinstance(value, str) else value


def _as_json(told: Mapping[str, Any]) -> str:
    return json.dumps(told, ensure_ascii=False)


def _as_text(told: Mapping[str, Any]) -> str:
    head = " ".join(_quoted(told[key]) for key in _OWN)
    return " ".join([head, *(f"{key}={_quoted(value)}" for key, value in told.items() if key not in _OWN)])


def _quoted(value: Any) -> str:
    text = str(value).lower() if isinstance(value, bool) else str(value)
    return text if _PLAIN.fullmatch(text) else json.dumps(text, ensure_ascii=False)
