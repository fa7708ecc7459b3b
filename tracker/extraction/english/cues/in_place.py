"""Where a thing is by a day: "all of it is out on Monday", "wages are in the bank by six", "it's ours by June"."""

from __future__ import annotations

from tracker.extraction.rules import Cue

_PLACES = """
in on at out back off down up over through under with behind before ready done gone open free closed shut clear live
here there yours ours theirs mine complete available operational fit due home away dark safe dry whole
"""

CUE = Cue(
    name="in_place",
    pattern=r"(?:am|is|are|'m|'s|'re)(?: now| already| then| all| also| both| first| next)? "
    rf"(?=(?:{'|'.join(_PLACES.split())})\b)",
    words=frozenset({"am", "is", "are", "'m", "'s", "'re"}),
    examples=(
        "The whole of it is out on 3 May 2026.",
        "The wages are in the bank by 3 May 2026.",
        "The overtime ban is off from 3 May 2026.",
    ),
    counterexamples=("The pier was out of use until 3 May.", "The pier is long."),
    reach=60,
)
