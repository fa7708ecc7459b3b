"""The process that reads strangers' files: a fault in it is raised here, and where it ends another one is begun."""

import os
import signal
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path

import pytest

from tracker.errors import InputError
from tracker.readers.apart import read_apart
from tracker.readers.source import Given, Source

PAGE = Source(b"<meta name='date' content='2026-03-03'><p>The board will open the bridge by 30 June 2026.</p>", "page")
HTML = "tracker.readers.html:read"


def readers():
    """The numbers of the processes that read for this one."""
    children = Path(f"/proc/{os.getpid()}/task/{os.getpid()}/children").read_text(encoding="ascii").split()
    return [int(one) for one in children if b"tracker.readers.apart" in Path(f"/proc/{one}/cmdline").read_bytes()]


def test_a_fault_of_ours_is_raised_with_its_place_and_the_next_file_is_read():
    with pytest.raises(RuntimeError, match=r"AttributeError: .*nothing_of_the_kind"):
        list(read_apart("tracker.readers.html:nothing_of_the_kind", PAGE, Given()))
    (one,) = read_apart(HTML, PAGE, Given())
    assert "open the bridge" in one.text


def test_an_error_comes_back_as_what_it_is():
    (error,) = read_apart(HTML, Source(b"<p>We will open the bridge by 30 June 2026.</p>", "page"), Given())
    assert isinstance(error, InputError)
    assert type(error).__name__ == "MissingDateError"
    assert str(error) == "page: no publication date found: give it with --announced-on YYYY-MM-DD"


@pytest.mark.skipif(sys.platform != "linux", reason="looks for the process in /proc")
def test_a_process_that_somebody_ended_is_begun_anew_and_one_that_a_file_ends_is_told(tmp_path, monkeypatch):
    list(read_apart(HTML, PAGE, Given()))
    (number,) = readers()
    os.kill(number, signal.SIGKILL)
    (tmp_path / "ending.py").write_text("import os\ndef read(source, given):\n    yield from ()\n    os._exit(1)\n")
    monkeypatch.syspath_prepend(tmp_path)
    (one,) = read_apart(HTML, PAGE, Given())
    assert "open the bridge" in one.text
    assert readers() != [number]
    (error,) = read_apart("ending:read", PAGE, Given())
    assert str(error) == "page: ends the program that reads it: save its text"
    (one,) = read_apart(HTML, PAGE, Given())
    assert "open the bridge" in one.text


def test_what_was_found_before_the_time_ran_out_is_kept(tmp_path):
    """A process of its own, so that the module here is found by it."""
    (tmp_path / "slow.py").write_text(
        "import time\nfrom tracker.errors import InputError\n"
        "def read(source, given):\n    yield InputError('first')\n    time.sleep(600)\n"
    )
    program = (
        "from tracker.readers import apart, Given; from tracker.readers.source import Source\n"
        "list(apart.read_apart('tracker.readers.html:read', Source(b'<p>It rains.</p>', 'page'), Given()))\n"
        "print(*apart.read_apart('slow:read', Source(b'', 'page'), Given(), 1), sep='\\n')\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=tmp_path, capture_output=True, text=True, check=True, timeout=60
    )
    assert done.stdout == "first\npage: takes more than 1 seconds to read: save its text, or parts of it\n"


@pytest.mark.skipif(sys.platform != "linux", reason="looks for the process in /proc")
def test_a_process_at_its_work_ends_where_the_program_was_killed(tmp_path):
    (tmp_path / "spinning.py").write_text(
        "import os\ndef read(source, given):\n"
        "    open('number', 'w').write(str(os.getpid()))\n    os.rename('number', 'told')\n"
        "    while True:\n        pass\n"
    )
    program = (
        "from tracker.readers import apart, Given; from tracker.readers.source import Source\n"
        "list(apart.read_apart('spinning:read', Source(b'', 'page'), Given(), 60))\n"
    )
    with subprocess.Popen([sys.executable, "-c", program], cwd=tmp_path) as running:
        told = tmp_path / "told"
        assert within_seconds(30, told.exists)
        running.terminate()
    assert within_seconds(20, lambda: not is_running(int(told.read_text())))


def within_seconds(most, is_so):
    until = time.monotonic() + most
    while not is_so() and time.monotonic() < until:
        time.sleep(0.05)
    return is_so()


def is_running(number):
    with suppress(OSError):
        return Path(f"/proc/{number}/stat").read_text(encoding="ascii").rpartition(")")[2].split()[0] != "Z"
    return False


@pytest.mark.skipif(sys.platform != "linux", reason="counts open files as Linux does")
def test_where_no_process_can_be_begun_the_file_is_not_blamed():
    program = (
        "import resource; from tracker.readers import apart, Given; from tracker.readers.source import Source\n"
        "import subprocess, multiprocessing.connection, socket\n"
        "resource.setrlimit(resource.RLIMIT_NOFILE, (3, 3))\n"
        "list(apart.read_apart('tracker.readers.html:read', Source(b'<p>It rains.</p>', 'page'), Given()))\n"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False, timeout=60)
    assert "TrackerError: no process can be begun to read files in (Too many open files)" in done.stderr
    assert "ends the program" not in done.stderr
