"""All guards. Each that applies counts; a rejection names the one that weighs most."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.extraction.english.guards import (
    aphorism,
    belief,
    benefit,
    demand,
    denial,
    done,
    forecast,
    history,
    hypothesis,
    lapse,
    law,
    narrative,
    negation,
    no_plan,
    outsider,
    public_duty,
    purpose,
    question,
    safe_harbour,
    state,
    subordinate,
    time_given,
)

if TYPE_CHECKING:
    from tracker.extraction.rules import Guard

GUARDS: tuple[Guard, ...] = (
    safe_harbour.GUARD,
    question.GUARD,
    history.GUARD,
    done.GUARD,
    narrative.GUARD,
    demand.GUARD,
    denial.GUARD,
    public_duty.GUARD,
    law.GUARD,
    belief.GUARD,
    hypothesis.GUARD,
    outsider.GUARD,
    forecast.GUARD,
    lapse.GUARD,
    benefit.GUARD,
    state.GUARD,
    negation.GUARD,
    purpose.GUARD,
    no_plan.GUARD,
    time_given.GUARD,
    aphorism.GUARD,
    subordinate.GUARD,
)
