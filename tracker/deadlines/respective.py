"""Lists that "respectively" pairs: of "the north and the south line open in March and June respectively" the dates."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.deadlines.rules import compiled

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tracker.core.deadline import Deadline


def listed_last(text: str, deadlines: Sequence[Deadline], list_link: str, respectively: str) -> tuple[Deadline, ...]:
    """The deadlines of the list that the word for "respectively" ends or begins; empty where there is no such list.

    `text` is folded, `deadlines` are all that stand in it, in order.
    """
    for word in compiled(rf"\b{respectively}\b").finditer(text):
        before = [one for one in deadlines if one.span.end <= word.start()]
        behind = [one for one in deadlines if one.span.start >= word.end()]
        for run in (_run_back(text, before, word.start(), list_link), _run(text, behind, word.end(), list_link)):
            if len(run) > 1:
                return run
    return ()


def _run_back(text: str, deadlines: list[Deadline], end: int, link: str) -> tuple[Deadline, ...]:
    """The deadlines right before an offset, with nothing but list links between them."""
    run: list[Deadline] = []
    for one in reversed(deadlines):
        if not _is_link(text[one.span.end : end], link):
            break
        run.insert(0, one)
        end = one.span.start
    return tuple(run)


def _run(text: str, deadlines: list[Deadline], start: int, link: str) -> tuple[Deadline, ...]:
    """The deadlines right behind an offset."""
    run: list[Deadline] = []
    for one in deadlines:
        if not _is_link(text[start : one.span.start], link):
            break
        run.append(one)
        start = one.span.end
    return tuple(run)


def _is_link(between: str, link: str) -> bool:
    """True for a comma, a space or what links the items of a list."""
    return compiled(rf"(?:{link}|[, ]{{0,3}})").fullmatch(between) is not None
