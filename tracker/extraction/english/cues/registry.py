"""All cues, in the order in which they are tried."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.extraction.english.cues import (
    action,
    agenda,
    be_to,
    due_to,
    expect,
    fixed,
    going_to,
    hope,
    intend,
    planned_for,
    pledge,
    progressive,
    ready,
    schedule,
    self_imposed,
    shall,
    will,
    would,
)

if TYPE_CHECKING:
    from tracker.extraction.candidate import Cue

CUES: tuple[Cue, ...] = (
    action.CUE,
    pledge.CUE,
    intend.CUE,
    due_to.CUE,
    planned_for.CUE,
    going_to.CUE,
    be_to.CUE,
    expect.CUE,
    hope.CUE,
    ready.CUE,
    will.CUE,
    shall.CUE,
    would.CUE,
    self_imposed.CUE,
    fixed.CUE,
    progressive.CUE,
    agenda.CUE,
    schedule.CUE,
)
