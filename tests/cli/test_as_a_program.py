"""The command as the system starts it: a process, a pipe, a terminal."""

import os
import re
import subprocess
import sys

import pytest

from tracker.cli.commands import COMMANDS
from tracker.cli.main import main

TRACKER = [sys.executable, "-m", "tracker"]
HEAVY = (
    *("sqlalchemy", "alembic", "rich", "apscheduler", "trafilatura", "urllib3"),
    *("feedparser", "pypdf", "docx", "lxml"),
)


def run(*words, **options):
    return subprocess.run([*TRACKER, *words], capture_output=True, text=True, timeout=60, check=False, **options)


@pytest.mark.parametrize("words", [["--help"], ["-h"], ["--version"], ["ingest", "-h"], ["no-such-command"]])
def test_help_and_version_load_nothing_heavy(words):
    program = (
        "import sys; from tracker.cli.main import main; code = main(sys.argv[1:]);"
        f"print(sorted({{name.split('.')[0] for name in sys.modules}} & set({HEAVY!r})))"
    )
    ended = subprocess.run(
        [sys.executable, "-c", program, *words], capture_output=True, text=True, timeout=60, check=True
    )
    assert ended.stdout.splitlines()[-1] == "[]"


def test_extract_opens_no_database(memorandum, tmp_path):
    program = (
        "import sys; from tracker.cli.main import main; main(sys.argv[1:]);"
        "print('sqlalchemy' in sys.modules, file=sys.stderr)"
    )
    environment = {**os.environ, "XDG_DATA_HOME": str(tmp_path / "data"), "XDG_CONFIG_HOME": str(tmp_path / "config")}
    ended = subprocess.run(
        [sys.executable, "-c", program, "extract", "--json", str(memorandum)],
        capture_output=True, text=True, timeout=60, check=True, env=environment,
    )  # fmt: skip
    assert '"due": "2025-10-17"' in ended.stdout
    assert ended.stderr == "False\n"
    assert not (tmp_path / "data").exists()


def test_a_pipe_gets_plain_text_without_colours(tracked, config):
    ended = run("--config", str(config), "list")
    assert f"{tracked}" in ended.stdout
    assert "\x1b" not in ended.stdout


@pytest.mark.parametrize("columns", [80, 120])
def test_a_terminal_gets_colours_and_no_line_too_long_and_no_word_cut(tracker, tracked, in_terminal, columns):
    tracker("edit", tracked, "--promisor", "The Joint Permanent Committee of the Two Countries on Health and Welfare")
    written = in_terminal("list", columns=columns)
    assert "\x1b[" in written
    plain = re.sub(r"\x1b\[[0-9;]*m", "", written)
    assert all(len(line) <= columns for line in plain.splitlines())
    assert "long overdue" in plain
    assert "…" not in plain


@pytest.mark.usefixtures("tracked")
def test_no_color_is_honoured(in_terminal):
    written = in_terminal("list", environment={"NO_COLOR": "1"})
    assert "long overdue" in written
    assert not re.search(r"\x1b\[[0-9;]*3[0-9]m", written)


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_the_completion_script_of_a_shell_is_printed(shell):
    assert "_TRACKER_COMPLETE" in run("completion", shell).stdout


def test_completion_knows_the_commands():
    environment = {**os.environ, "_TRACKER_COMPLETE": "bash_complete", "COMP_WORDS": "tracker over", "COMP_CWORD": "1"}
    assert "overdue" in run(env=environment).stdout


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_help_with_examples(name, capsys):
    assert main([name, "-h"]) == 0
    assert "tracker" in capsys.readouterr().out.partition("Examples:")[2]
