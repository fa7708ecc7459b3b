"""What the jobs of the running program need."""

import io
import logging

import pytest

from tracker.serve import logs


@pytest.fixture
def log():
    """The log's stream, as text."""
    root, own = logging.getLogger(), logging.getLogger("tracker")
    before = root.handlers[:], root.level, own.level
    stream = io.StringIO()
    logs.configure(stream, as_json=False)
    logging.captureWarnings(capture=False)
    yield stream
    root.handlers[:] = before[0]
    root.setLevel(before[1])
    own.setLevel(before[2])
