"""What is kept as it is until a day: "fares stay frozen until June", "the ban is extended through March"."""

from __future__ import annotations

from tracker.extraction.rules import Cue

_WORDS = """
stay stays remain remains frozen capped suspended waived extended held kept
"""

CUE = Cue(
    name="held",
    pattern=(
        r" (?:now |also )?(?=(?:stays?|remains?)\b(?! to be\b))(?<!will )(?<!would )(?<!shall )(?<!to )(?<!not )"
        r"|(?:is|are)(?: now| also| being)? (?=(?:frozen|capped|suspended|waived|extended|held|kept)\b)"
    ),
    words=frozenset(_WORDS.split()),
    examples=("Fares on the night bus stay frozen until 30 June 2026.", "The ban is extended until 3 May 2026."),
    counterexamples=("The gate was kept shut until May.", "Much remains to be done by May."),
    reach=90,
)
