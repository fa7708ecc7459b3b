"""All cues, in the order in which they are tried."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.extraction.english.cues import (
    action,
    agenda,
    assigned,
    be_to,
    due_to,
    expect,
    fixed,
    going_to,
    held,
    held_until,
    hope,
    intend,
    milestone,
    planned_for,
    pledge,
    present,
    progressive,
    ready,
    resolved,
    schedule,
    self_imposed,
    shall,
    timed,
    will,
    word_given,
    would,
)

if TYPE_CHECKING:
    from tracker.extraction.rules import Cue

CUES: tuple[Cue, ...] = (
    action.CUE,
    resolved.CUE,
    assigned.CUE,
    word_given.CUE,
    pledge.CUE,
    intend.CUE,
    due_to.CUE,
    planned_for.CUE,
    milestone.CUE,
    going_to.CUE,
    be_to.CUE,
    expect.CUE,
    hope.CUE,
    ready.CUE,
    will.CUE,
    shall.CUE,
    would.CUE,
    held_until.CUE,
    held.CUE,
    self_imposed.CUE,
    fixed.CUE,
    progressive.CUE,
    agenda.CUE,
    schedule.CUE,
    present.CUE,
    timed.CUE,
)
