"""The benches: each has its file, and asked for none the program lists them."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

SCRIPTS = Path(__file__).parents[2] / "scripts"


def test_without_a_name_the_benches_are_listed() -> None:
    ended = subprocess.run([sys.executable, SCRIPTS / "bench"], capture_output=True, text=True, check=False)
    named = {line.split()[0] for line in ended.stderr.splitlines()[1:]}
    assert ended.returncode == 1
    assert "deadlines" in named
    assert all((SCRIPTS / "benches" / f"{name}.py").is_file() for name in named)
