"""What `tracker review` asks a person: every question may be gone back from, and what is said fits the terminal."""

from __future__ import annotations

import shutil
import sys
import textwrap
from typing import TYPE_CHECKING, TypeVar

import click

from tracker.cli.output import say

if TYPE_CHECKING:
    from collections.abc import Callable

_Read = TypeVar("_Read")

BACK = "<"
"""What is typed to leave a question."""


class GoneBack(Exception):  # noqa: N818 - it is no error
    """The person left a question: nothing is decided."""


def ask(question: str, read: Callable[[str], _Read], *, standing: str = "") -> _Read:
    """What a person answers, once `read` takes it; an empty answer is `standing`, which is shown in brackets.

    Where `read` raises ValueError, that is told and the question asked again. Raises GoneBack, click.Abort.
    """
    while True:
        answer: str = click.prompt(question, default=standing, show_default=bool(standing))
        if answer.strip() == BACK:
            raise GoneBack
        try:
            return read(answer)
        except ValueError as error:
            tell(f"{error}; {BACK} goes back")


def confirm(question: str) -> bool:
    """Whether a person says yes; no is what an empty answer says. Raises GoneBack, click.Abort."""
    return ask(f"{question} (y or n)", _yes_or_no, standing="n")


def tell(line: str) -> None:
    """Say a line for a person; on a terminal it is broken between words."""
    if not sys.stdout.isatty():
        say(line)
        return
    width = shutil.get_terminal_size().columns - 1
    for part in textwrap.wrap(line, width, break_long_words=False, break_on_hyphens=False):
        say(part)


def _yes_or_no(answer: str) -> bool:
    word = answer.strip().casefold()
    if word not in ("y", "yes", "n", "no"):
        raise ValueError("answer y or n")
    return word.startswith("y")
