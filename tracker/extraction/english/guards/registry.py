"""All guards. Each that applies counts; a rejection names the one that weighs most."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.extraction.english.guards import (
    aphorism,
    belief,
    benefit,
    demand,
    forecast,
    history,
    hypothesis,
    law,
    narrative,
    negation,
    outsider,
    public_duty,
    purpose,
    question,
    safe_harbour,
    state,
)

if TYPE_CHECKING:
    from tracker.extraction.candidate import Guard

GUARDS: tuple[Guard, ...] = (
    safe_harbour.GUARD,
    question.GUARD,
    history.GUARD,
    narrative.GUARD,
    demand.GUARD,
    public_duty.GUARD,
    law.GUARD,
    belief.GUARD,
    hypothesis.GUARD,
    outsider.GUARD,
    forecast.GUARD,
    benefit.GUARD,
    state.GUARD,
    negation.GUARD,
    purpose.GUARD,
    aphorism.GUARD,
)
