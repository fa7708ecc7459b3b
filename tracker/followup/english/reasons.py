"""The reason that a report gives for what became of a promise: "because the drawings are not complete"."""

from __future__ import annotations

import re

_REASON = re.compile(
    r"\b(?<!not )(?:because|blaming|citing|owing to|on account of|as a (?:result|consequence) of|"
    r"due to (?:an?|the|its|their|his|her|lack|delays?|problems|difficulties|shortages?)\b)[^.;:“”]*",
    re.IGNORECASE,
)
_BEHIND = re.compile(
    r",\s+(?:(?:and|but|so|which|who|it|they|he|she)\b|(?:[\w’']+ ){0,5}(?:said|says|told|added|admitted)\b)"
)
"""What ends a reason: the next clause, or who gave it."""


def reason_in(quote: str) -> str:
    """A report's words for the reason, on one line; empty where it gives none."""
    found = _REASON.search(quote)
    return " ".join(_BEHIND.split(found[0], maxsplit=1)[0].split()).rstrip(" ,\"'") if found else ""
