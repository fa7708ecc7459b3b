"""The registry of output formats."""

import pkgutil

import pytest

import tracker.render
from tracker.registry import load
from tracker.render import FORMATS

SHARED = {"clean", "columns", "layout", "styles"}


@pytest.mark.parametrize("name", FORMATS)
def test_every_registered_format_loads(name):
    assert callable(load(FORMATS[name]))


def test_every_format_file_is_registered():
    files = {module.name for module in pkgutil.iter_modules(tracker.render.__path__)}
    assert files - SHARED == set(FORMATS)
