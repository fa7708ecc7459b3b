"""What `tracker serve` takes while nothing is due: its resident memory, and the processor's time of one wake.

It is started on a new database with a mail and a webhook channel, as a process of its own, and woken often. A wake is
every job asking the database once. Linux only: the figures are the kernel's (/proc).
"""

from __future__ import annotations

import re
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

TICK = 0.5
SECONDS = 30.0
GOALS = {"memory": 80.0, "wake": 5.0}
SETTINGS = """
database = "sqlite:///tracker.db"
[check]
at = "00:00"
[serve]
port = 0
[channels.mail]
kind = "email"
host = "127.0.0.1"
from = "tracker@example.org"
to = ["desk@example.org"]
[channels.hook]
kind = "webhook"
url = "https://example.org/hook"
secret_env = ["HOOK_SECRET"]
"""
NANOSECONDS_A_MILLISECOND = 1_000_000


def main() -> None:
    """Print both figures beside their goals; exit code 1 where one is missed."""
    with tempfile.TemporaryDirectory() as folder:
        config = Path(folder, "config.toml")
        config.write_text(SETTINGS, encoding="utf-8")
        log = Path(folder, "log")
        with log.open("wb") as stream:
            command = [sys.executable, "-m", "tracker", "--config", str(config), "serve", "--tick", str(TICK)]
            program = subprocess.Popen(command, stderr=stream)
        try:
            wait_for("backed_up", log, program)
            figures = measure(program.pid)
        finally:
            program.send_signal(signal.SIGTERM)
            code = program.wait(timeout=60)
        if code or " warning " in log.read_text(encoding="utf-8"):
            sys.exit(f"it did not rest well:\n{log.read_text(encoding='utf-8')}")
    print(f"resident memory        {figures['memory']:6.1f} MiB   goal: under {GOALS['memory']:.0f} MiB")
    print(f"a wake, nothing due    {figures['wake']:6.2f} ms    goal: under {GOALS['wake']:.0f} ms of processor time")
    sys.exit(any(figures[name] >= goal for name, goal in GOALS.items()))


def wait_for(event: str, log: Path, program: subprocess.Popen[bytes]) -> None:
    """Return once an event is in the log."""
    while f" {event} " not in log.read_text(encoding="utf-8"):
        if program.poll() is not None:
            sys.exit(log.read_text(encoding="utf-8"))
        time.sleep(0.1)
    time.sleep(2 * TICK)


def measure(pid: int) -> dict[str, float]:
    """Megabytes of memory, and milliseconds of processor time a wake."""
    before = processor_time(pid)
    time.sleep(SECONDS)
    wakes = SECONDS / TICK
    status = Path(f"/proc/{pid}/status").read_text(encoding="ascii")
    resident = re.search(r"VmRSS:\s+(\d+) kB", status)
    if resident is None:
        sys.exit("the kernel tells nothing of its memory")
    return {"memory": int(resident[1]) / 1024, "wake": (processor_time(pid) - before) / wakes}


def processor_time(pid: int) -> float:
    """Milliseconds that all threads of a process have run."""
    runs = (path.read_text(encoding="ascii").split()[0] for path in Path(f"/proc/{pid}/task").glob("*/schedstat"))
    return sum(map(int, runs)) / NANOSECONDS_A_MILLISECOND


if __name__ == "__main__":
    main()
