"""The README's five lines, run as they stand."""

import os
import re
import shutil
import socket
import subprocess
import sys
from pathlib import Path

import pytest

README = Path(__file__).parents[1] / "README.md"
LINES = re.search(
    r"^(?:    .+\n)+", README.read_text(encoding="utf-8").partition("After `scripts/demo` these five")[2], re.MULTILINE
)[0]

PORTS = (8025, 8026)


def is_taken(port):
    """True where another program of this machine listens on a port."""
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0


@pytest.mark.skipif(shutil.which("openssl") is None, reason="the lines make a secret with openssl")
def test_the_five_lines_bring_the_overdue_commitment_by_mail_and_by_signed_webhook(tmp_path):
    assert len(LINES.splitlines()) == 5
    if taken := [port for port in PORTS if is_taken(port)]:
        pytest.skip(f"the lines listen on ports {PORTS}, and somebody has {taken}")
    program = tmp_path / ".venv" / "bin" / "tracker"
    program.parent.mkdir(parents=True)
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m tracker "$@"\n', encoding="utf-8")
    program.chmod(0o755)
    environment = {**os.environ, "PYTHONPATH": str(README.parent)}
    done = subprocess.run(
        ["bash", "-c", LINES], cwd=tmp_path, env=environment, capture_output=True, text=True, timeout=120, check=False
    )
    assert done.returncode == 0, done.stderr
    assert "--- MAIL from tracker@example.org to desk@example.org" in done.stdout, done.stderr
    mails, hooks = (
        [one for one in done.stdout.split("\n--- ") if one.startswith(kind)] for kind in ("MAIL", "WEBHOOK")
    )
    assert [one for one in mails if "joint health working group" in one and "overdue" in one]
    told = [one for one in hooks if "joint health working group" in one and '"type": "alert' in one]
    assert told
    assert all("signature: good" in one for one in hooks)
