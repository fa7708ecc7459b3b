"""What a sentence says became of a commitment: the stance, with the day of the deed or the new due date."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tracker.core.occurrence import Stance
from tracker.followup.english.days import (
    done_on,
    is_older,
    lies_ahead,
    moved_to,
    names_due,
    names_time_ahead,
    waits_until,
)

if TYPE_CHECKING:
    from datetime import date

    from tracker.core.conventions import Conventions
    from tracker.core.record import StoredCommitment
    from tracker.followup.candidates import Tracked
    from tracker.followup.english.denials import Denial
    from tracker.followup.english.stances import Saying

_INSTEAD = re.compile(r" but |; |: | [-–—] ")
"""What stands between the day that is denied and the one that takes its place."""

_DO_SO = re.compile(r"\b(?:will|would|'ll) (?:\w+ly |now )?(?:do (?:so|it|this|that)|have (?:it|this|that) done)\b")


def became(
    saying: Saying, text: str, announced_on: date, each: Tracked, conventions: Conventions
) -> tuple[Stance, date | None, date | None]:
    """The stance with the new due date or the day of the deed; what is still to come on another date was moved."""
    stance, commitment = saying.stance, each.commitment
    due = commitment.current.due
    if stance is Stance.DONE:
        done = _dated_done(saying, saying.told, announced_on, commitment, conventions)
        if done[0] is Stance.DONE or not saying.is_overtaken:
            return done
        stance = Stance.MOVED
    if stance is Stance.MOVED:
        if each.deed.is_negative and due and names_due(text, announced_on, due, conventions):
            return Stance.RESTATED, None, None
        new = moved_to(text, announced_on, due, conventions, each.deed)
        is_held_to = new is None and due is not None and waits_until(text, announced_on, due, conventions)
        return (Stance.RESTATED if is_held_to else stance), new, None
    if saying.denial:
        return _dated_denial(saying, saying.denial, announced_on, due, conventions)
    if stance is Stance.RESTATED and due and not names_due(text, announced_on, due, conventions):
        new = None if saying.is_turning else moved_to(text, announced_on, due, conventions, each.deed)
        if new and saying.is_narrowed:
            return Stance.MENTION, None, None
        return (Stance.MOVED if new else stance), new, None
    return stance, None, None


def _dated_denial(
    saying: Saying, denial: Denial, announced_on: date, due: date | None, conventions: Conventions
) -> tuple[Stance, date | None, date | None]:
    """Not to be done by a time is moved, and not dropped; not done yet is not done only behind the due date."""
    behind = saying.told[denial.behind :]
    if saying.stance is Stance.NOT_DONE:
        if new := put_off(behind, announced_on, due, conventions):
            return Stance.MOVED, new, None
        is_open = denial.is_so_far and (due is None or announced_on <= due)
        return (Stance.MENTION if is_open else saying.stance), None, None
    if saying.stance is Stance.MENTION and not (
        denial.is_by_day and due and names_due(behind, announced_on, due, conventions)
    ):
        return saying.stance, None, None
    if not names_time_ahead(behind, announced_on, conventions):
        return saying.stance, None, None
    instead = _INSTEAD.search(behind)
    return Stance.MOVED, moved_to(behind[instead.end() :], announced_on, due, conventions) if instead else None, None


def _dated_done(
    saying: Saying, text: str, announced_on: date, commitment: StoredCommitment, conventions: Conventions
) -> tuple[Stance, date | None, date | None]:
    """Done with its day; only spoken of where the sentence names another time, or none where one is needed."""
    day = done_on(text, announced_on, conventions)
    is_older_deed = day is not None and day < commitment.announced_on
    if is_older_deed or is_older(text, announced_on, commitment.announced_on, conventions):
        return Stance.MENTION, None, None
    if lies_ahead(text, announced_on, conventions, is_present=saying.is_present):
        return Stance.RESTATED, None, None
    if saying.needs_day and day is None:
        return Stance.MENTION, None, None
    return Stance.DONE, None, day


def put_off(text: str, announced_on: date, due: date | None, conventions: Conventions) -> date | None:
    """The day by which a sentence says that what was not done will be: "he would do so by Monday"; None without one."""
    later = _DO_SO.search(text)
    return moved_to(text[later.end() :], announced_on, due, conventions) if later else None
