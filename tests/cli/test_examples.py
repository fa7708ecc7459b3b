"""Every example in every help is a command line that can be typed."""

import os
import re
import shlex

import click
import pytest

from tracker.app import App
from tracker.cli.commands import COMMANDS
from tracker.cli.main import main
from tracker.cli.main import tracker as root

LISTING = ("tag", "list")


def commands():
    """Every command and subcommand, by the words that call it."""
    for name in COMMANDS:
        command = root.get_command(click.Context(root), name)
        yield (name,), command
        if isinstance(command, click.Group):
            yield from (((name, sub), below) for sub, below in command.commands.items())


def examples_of(command):
    """The command lines in a help's examples, without what a shell does around them."""
    lines = (command.epilog or "").partition("Examples:")[2].splitlines()
    found = (re.search(r"\btracker\b[^|>)]*", line) for line in lines if line.strip())
    return [match[0].strip() for match in found]


CALLED = list(commands())
EXAMPLES = {line: words for words, command in CALLED for line in examples_of(command)}


@pytest.mark.parametrize(("words", "command"), CALLED)
def test_every_command_has_examples_that_call_it(words, command):
    lines = examples_of(command)
    assert lines
    assert any(shlex.split(line)[1 : 1 + len(words)] == list(words) or line == "tracker" for line in lines)


@pytest.mark.parametrize("line", EXAMPLES)
def test_every_example_can_be_parsed(line):
    with App(None, os.environ) as app:
        command, context = root, click.Context(root, info_name="tracker", obj=app, **root.context_settings)
        words = shlex.split(line)[1:]
        while isinstance(command, click.Group) and words:
            name = words.pop(0)
            command = command.get_command(context, name)
            assert command is not None, name
        if command is not root:
            command.make_context(name, words, parent=context)


@pytest.mark.parametrize("line", [line for line, words in EXAMPLES.items() if words[0] in LISTING])
def test_every_example_with_signed_words_does_what_it_says(tracker, tracked, line):
    words = shlex.split(line.replace("12", str(tracked), 1) if " 12 " in line else line)
    assert "Usage:" not in tracker(*words[1:]).out


@pytest.mark.parametrize(("words", "command"), CALLED)
@pytest.mark.parametrize("flag", ["-h", "--help"])
def test_every_command_has_help(words, command, flag, capsys):  # noqa: ARG001 - the words are enough
    assert main([*words, flag]) == 0
    assert capsys.readouterr().out.startswith(f"Usage: tracker {' '.join(words)}")


@pytest.mark.parametrize("name", ["db", "config"])
def test_a_bare_group_prints_its_help_line_by_line_and_is_a_usage_error(name, capsys):
    assert main([name]) == 2
    printed = capsys.readouterr()
    assert printed.out == ""
    assert printed.err.startswith(f"Usage: tracker {name}")
    assert printed.err.count("\n") > 10


@pytest.mark.parametrize(
    "words", [["due", "--from"], ["fulfil", "3", "--nope"], ["list", "--alll"], ["db", "upgrade", "x"]]
)
def test_a_usage_error_names_the_help_of_its_own_command(words, capsys):
    assert main(words) == 2
    own = " ".join(words[: 2 if words[0] == "db" else 1])
    assert f"`tracker {own} -h` explains" in capsys.readouterr().err


def test_an_option_without_its_value_names_the_help_of_its_own_command(capsys):
    assert main(["fulfil", "3", "--on"]) == 2
    assert capsys.readouterr().err == "tracker: Option '--on' requires an argument: `tracker fulfil -h` explains\n"
