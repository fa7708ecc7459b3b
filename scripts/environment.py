"""The scripts' own Python environment, `.venv`: made where there is none, repaired where it is broken, else left alone.

Only the standard library is imported here. What has been installed is noted inside the environment, so that the
second run has nothing to do.
"""

from __future__ import annotations

import fcntl
import hashlib
import os
import shutil
import subprocess
import sys
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).resolve().parent.parent
RUN_LOCK = ROOT / "scripts" / "requirements.txt"
DEV_LOCK = ROOT / "scripts" / "requirements-dev.txt"

_OLDEST = (3, 11)
_VENV = ROOT / ".venv"
_PYTHON = _VENV / "bin" / "python"
_UNFINISHED = _VENV / "unfinished"
_PIP = [str(_PYTHON), "-m", "pip", "--quiet", "--quiet", "--no-input", "--disable-pip-version-check"]


def prepare(lock: Path) -> Path:
    """The Python of an environment that holds a lock's requirements and this project, editable.

    Exits with one line where this Python is too old or a step fails. Two at once wait for one another.
    """
    if sys.version_info < _OLDEST:
        sys.exit("Python {}.{} or newer is needed, this is {}.{}".format(*_OLDEST, *sys.version_info))
    with _alone():
        if not _is_usable():
            _make()
        # The lock is complete. Resolving it anew, an older pip takes `coverage[toml]` for another package than the
        # locked `coverage`, and refuses it as soon as a newer release is out. To compile all of it takes a third of
        # the time, and what is imported is compiled then.
        _install(lock.name, lock, ["--no-deps", "--no-compile", "--requirement", str(lock)])
        _install("project", ROOT / "pyproject.toml", ["--no-deps", "--no-build-isolation", "--editable", str(ROOT)])
    return _PYTHON


@contextmanager
def _alone() -> Iterator[None]:
    """Hold the scripts folder's lock; the system lets it go when the process ends, however it ends."""
    folder = os.open(ROOT / "scripts", os.O_RDONLY)
    try:
        fcntl.flock(folder, fcntl.LOCK_EX)
        yield
    finally:
        os.close(folder)


def _is_usable() -> bool:
    """True where the environment was made to its end, and its Python is new enough, starts and has pip."""
    if _UNFINISHED.exists() or not _PYTHON.exists():
        return False
    probe = f"import pip, sys; sys.exit(sys.version_info < {_OLDEST})"
    return subprocess.run([str(_PYTHON), "-c", probe], capture_output=True, check=False).returncode == 0


def _make() -> None:
    _say("making .venv")
    shutil.rmtree(_VENV, ignore_errors=True)
    _VENV.mkdir()
    _UNFINISHED.touch()
    _run([sys.executable, "-m", "venv", str(_VENV)], "on Debian: apt install python3-venv")


def _install(name: str, source: Path, arguments: list[str]) -> None:
    """Install unless the note says that this very source was installed, from this very place."""
    note = _VENV / f"installed-{name}"
    wanted = hashlib.sha256(bytes(ROOT) + source.read_bytes()).hexdigest()
    if note.exists() and note.read_text(encoding="ascii") == wanted:
        return
    _say(f"installing {name}")
    _UNFINISHED.touch()  # stays behind where this process is killed, and only then
    try:
        _run([*_PIP, "install", *arguments], "is there a network, and room on the disk?")
    except SystemExit:
        _UNFINISHED.unlink()
        raise
    note.write_text(wanted, encoding="ascii")
    _UNFINISHED.unlink()


def _run(command: list[str], remedy: str) -> None:
    """Run a step of the preparation; where it fails, its own words stand above our line."""
    if subprocess.run(command, cwd=ROOT, stdin=subprocess.DEVNULL, stdout=sys.stderr, check=False).returncode:
        sys.exit(f"{' '.join(command)}\nfailed: {remedy}")


def _say(line: str) -> None:
    sys.stderr.write(f"{line} ...\n")
