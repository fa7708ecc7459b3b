"""Importing the grammar costs next to nothing: heavy libraries and patterns wait for their first use."""

from __future__ import annotations

import subprocess
import sys

PROBE = """
import sys
import tracker.deadlines
import tracker.deadlines.english
from tracker.deadlines.rules import compiled
print(compiled.cache_info().currsize, "holidays" in sys.modules, "dateutil.rrule" in sys.modules)
"""


def test_importing_loads_no_heavy_library_and_compiles_no_pattern() -> None:
    answer = subprocess.run([sys.executable, "-c", PROBE], capture_output=True, text=True, check=True)
    assert answer.stdout.split() == ["0", "False", "False"]
