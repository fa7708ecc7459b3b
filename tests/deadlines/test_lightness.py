"""Importing the grammar costs next to nothing: heavy libraries and patterns wait for their first use."""

from __future__ import annotations

import subprocess
import sys

PROBE = """
import re, sys
compiled_by = []
compile_pattern = re.compile
def told(*arguments, **options):
    compiled_by.append(sys._getframe(1).f_globals["__name__"])
    return compile_pattern(*arguments, **options)
re.compile = told
import tracker.deadlines
import tracker.deadlines.english
print([name for name in compiled_by if name.startswith("tracker.deadlines")])
print([name for name in ("holidays", "dateutil.rrule") if name in sys.modules])
tracker.deadlines.find_deadlines("It opens by 3 May.", __import__("datetime").date(2026, 1, 1))
print(any(name.startswith("tracker.deadlines") for name in compiled_by))
"""


def test_importing_loads_no_heavy_library_and_compiles_no_pattern() -> None:
    answer = subprocess.run([sys.executable, "-c", PROBE], capture_output=True, text=True, check=True)
    assert answer.stdout.splitlines() == ["[]", "[]", "True"]
