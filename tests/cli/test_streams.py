"""Standard streams that are closed, full, gone or a terminal: the exit code is right and nothing is garbled."""

import io
import os
import subprocess
import sys

import pytest

from tracker.cli.main import main

TRACKER = [sys.executable, "-m", "tracker"]
FULL = "tracker: standard output: No space left on device: not all was written\n"
WRITING = (["--help"], ["config", "default"], ["explain", "within 30 days"])
BUFFERINGS = ({}, {"PYTHONUNBUFFERED": "1"})


def environment(**changes):
    plain = {name: value for name, value in os.environ.items() if name != "PYTHONUNBUFFERED"}
    return plain | {"TRACKER_CONFIG": ""} | changes


def run(words, redirection, **changes):
    """Run a command in a shell, which redirects or closes its streams."""
    return subprocess.run(
        ["sh", "-c", f'"$@" {redirection}', "sh", *TRACKER, *words],
        capture_output=True, text=True, timeout=60, check=False, env=environment(**changes),
    )  # fmt: skip


@pytest.mark.parametrize("words", WRITING)
@pytest.mark.parametrize("changes", BUFFERINGS)
def test_a_full_disk_under_the_output_is_one_line_and_its_own_exit_code(words, changes):
    ended = run(words, "> /dev/full", **changes)
    assert (ended.returncode, ended.stderr) == (6, FULL)


@pytest.mark.parametrize("changes", BUFFERINGS)
def test_a_reader_that_goes_away_ends_the_command_quietly(changes):
    for words in WRITING:
        with subprocess.Popen(
            [*TRACKER, *words], stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment(**changes)
        ) as process:
            process.stdout.close()  # long before the first word is written
            assert process.stderr.read() == b""
            assert process.wait(timeout=60) == 0


@pytest.mark.parametrize(("words", "code"), [(["--help"], 0), (["explain", "within 30 days"], 0), (["liist"], 2)])
@pytest.mark.parametrize("closed", [">&-", "2>&-", "<&-", "<&- >&- 2>&-", "2> /dev/full"])
def test_a_closed_stream_leaves_the_exit_code_as_it_is(words, code, closed):
    ended = run(words, closed)
    assert ended.returncode == code
    assert "bug" not in ended.stdout + ended.stderr


def test_standard_input_that_is_closed_is_empty():
    ended = run(["extract", "-"], "<&-")
    assert (ended.returncode, ended.stdout) == (4, "")
    assert "standard input: is empty" in ended.stderr


class Terminal(io.StringIO):
    """An error stream that is a terminal."""

    def isatty(self):
        return True


@pytest.fixture
def many(tmp_path):
    """One file of three announcements and a line that is none."""
    path = tmp_path / "many.jsonl"
    line = '{{"announced_on": "2025-09-17", "text": "The board will publish plan {0} by 30 May 2026."}}\n'
    path.write_text("".join(map(line.format, "abc")) + "{}\n", encoding="utf-8")
    return path


@pytest.fixture
def ingest_at_terminal(config, set_day, many, monkeypatch, capsys):  # noqa: ARG001 - on the day that the fixture sets
    """Ingest the file with the error stream on a terminal; gives what that was sent, and the output."""

    def ingest(quiet_seconds):
        monkeypatch.setattr("tracker.cli.progress.QUIET_SECONDS", quiet_seconds)
        monkeypatch.setattr("tracker.cli.progress.PAUSE_SECONDS", 0)
        monkeypatch.setattr(sys, "stderr", Terminal())
        assert main(["--config", str(config), "ingest", str(many)]) == 4
        return sys.stderr.getvalue(), capsys.readouterr().out

    return ingest


def test_a_long_reading_counts_announcements_and_leaves_the_lines_whole(ingest_at_terminal):
    written, out = ingest_at_terminal(0)
    progress, _, after = written.rpartition("\r")
    assert [part.strip() for part in progress.split("\r")] == [
        "", "1 announcement read", "2 announcements read", "3 announcements read", "",
    ]  # fmt: skip
    assert after.startswith("tracker: ")
    assert "announcements read" not in out


def test_a_short_reading_says_nothing_of_itself(ingest_at_terminal):
    written, _ = ingest_at_terminal(3600)
    assert written.startswith("tracker: ")
    assert "\r" not in written


def test_a_reading_into_a_pipe_says_nothing_of_itself(tracker, many, monkeypatch):
    monkeypatch.setattr("tracker.cli.progress.QUIET_SECONDS", 0)
    assert tracker("ingest", many, code=4).err.count("\n") == 1
    assert "\r" not in tracker("ingest", many, code=4).err
