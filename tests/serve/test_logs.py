"""One event is one line that nobody can forge."""

import io
import json
import logging
import re
import warnings
from datetime import UTC, datetime

import pytest

from tracker.errors import StoreError
from tracker.serve import logs

TIME = r"20\d\d-\d\d-\d\dT\d\d:\d\d:\d\d\.\d\d\dZ"


@pytest.fixture
def written():
    """Configure the log: written(as_json=False) gives its stream. What was configured before is put back."""
    root, own = logging.getLogger(), logging.getLogger("tracker")
    before = root.handlers[:], root.level, own.level
    stream = io.StringIO()

    def configure(*, as_json=False):
        logs.configure(stream, as_json=as_json)
        return stream

    yield configure
    logging.captureWarnings(capture=False)
    root.handlers[:], root.level, own.level = before


def test_an_event_is_its_time_its_level_its_name_and_what_there_is_to_know(written):
    stream = written()
    logs.log("checked", day="2026-03-01", said=3, is_first=True, at=datetime(2026, 3, 1, 7, tzinfo=UTC), nothing=None)
    line = stream.getvalue()
    assert re.fullmatch(TIME + r" info checked day=2026-03-01 said=3 is_first=true at=2026-03-01T07:00:00.000Z\n", line)


def test_in_json_it_is_the_same(written):
    stream = written(as_json=True)
    logs.warn("slow", job="send", seconds=4.5)
    told = json.loads(stream.getvalue())
    assert re.fullmatch(TIME, told.pop("time"))
    assert told == {"level": "warning", "event": "slow", "job": "send", "seconds": 4.5}


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ("two words", '"two words"'),
        ("a=b", '"a=b"'),
        ('a"b', r'"a\"b"'),
        ("", '""'),
        ("one\ntwo", '"one two"'),
        ("one\r\n2026-03-01T07:00:00.000Z info checked", '"one 2026-03-01T07:00:00.000Z info checked"'),
        ("\x1b]52;c;eA==\x07", '"]52;c;eA=="'),
        ("\u202eevil", "evil"),
        ("Škoda", "Škoda"),
    ],
)
@pytest.mark.parametrize("as_json", [False, True])
def test_strangers_words_are_cleaned_and_quoted(written, said, shown, as_json):
    stream = written(as_json=as_json)
    logs.log("sent", to=said)
    assert stream.getvalue().count("\n") == 1
    if as_json:
        assert not re.search("[\x00-\x09\x0b-\x1f\u202e]", stream.getvalue())
    else:
        assert stream.getvalue().endswith(f" to={shown}\n")


def test_an_error_that_nobody_foresaw_says_where_it_arose_in_one_line(written):
    stream = written()
    try:
        raise ValueError("no")
    except ValueError as error:
        logs.fail("failed", error, job="send")
    assert stream.getvalue().count("\n") == 1
    assert "trace=" in stream.getvalue()
    assert "ValueError: no" in stream.getvalue()


def test_a_failure_without_a_trace_has_none(written):
    stream = written()
    logs.fail("failed", job="send", error=str(StoreError("the disk is full", "free some space")))
    assert stream.getvalue().endswith(' error failed job=send error="the disk is full: free some space"\n')


def test_what_libraries_warn_of_is_an_event_too(written):
    with warnings.catch_warnings(action="always"):
        stream = written()
        warnings.warn("old", UserWarning, stacklevel=1)
    logging.getLogger("apscheduler.scheduler").info("Added job")
    logging.getLogger("somebody.elses").warning("odd %s", "answer")
    second, first = stream.getvalue().splitlines()
    assert first.endswith(' warning library logger=somebody.elses message="odd answer"')
    assert "UserWarning: old" in second
