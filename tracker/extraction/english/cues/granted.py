"""What has just been decided in somebody's favour: "declared a dividend", "approved a buyback", "accepted a ban"."""

from __future__ import annotations

from tracker.extraction.rules import Cue

_GRANTED = """
accepted approved granted declared authorised authorized allocated awarded ordered commissioned chartered hired booked
conceded dropped waived lifted extended postponed earmarked allotted invited
"""

CUE = Cue(
    name="granted",
    pattern=(
        rf"(?:{'|'.join(_GRANTED.split())}) (?=(?:an?|its|his|her|their|our|the|another|all|[0-9£$€]\S*|two|three|"
        rf"four|five|six|"
        r"up to|[a-z]+ (?:million|billion|crore|lakh))\b|[£$€])|rul(?:ed|es|ing) out (?=[a-z])"
        r"|accepted an invitation to\b|(?:set|put) aside (?=[a-z0-9£$€])"
    ),
    words=frozenset((*_GRANTED.split(), "ruled", "rules", "ruling", "aside")),
    examples=(
        "The board declared a dividend of 18 cents, payable on 3 May 2026.",
        "It also approved a buyback over the next two years.",
        "He ruled out any closure until 3 May 2026.",
    ),
    counterexamples=("The plan was approved on 3 May.", "The dividend is small by 3 May 2026."),
    reach=150,
)
