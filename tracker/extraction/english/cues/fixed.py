"""A day named: "the hearing was set for 23 June", "moved the finish to 30 August", "has booked 6 May"."""

from __future__ import annotations

from tracker.extraction.rules import Cue

_WORDS = """
fixed set named booked rebooked rescheduled earmarked pencilled marked moved pushed brought put approved
scheduled be payment delivery publication completion
"""

CUE = Cue(
    name="fixed",
    pattern=(
        r"(?:fixed|set|named(?= \d)|booked|rebooked|rescheduled|earmarked|pencilled in|"
        r"marked)\b(?= [^.;]{0,40}?\b(?:for|on)\b)"
        r"|(?:moved|pushed|brought|put)\b(?: (?:back|forward))? (?:the|its|his|her|their) [a-z ]{2,25}? (?:back |"
        r"forward )?to\b"
        r"|(?:set|fixed|approved|scheduled|ready|earmarked) for\b|to be(?:(?<=, to be)|(?<=^to be))(?= [a-z]+)|"
        r"payable(?= (?:on|by|in|from)\b)|, for "
        r"(?=(?:payment|delivery|publication|completion)\b)"
    ),
    words=frozenset(_WORDS.split()),
    examples=(
        "The judge set the next hearing for 23 June.",
        "He moved the finish to 30 August.",
        "A grant was approved, for payment on 3 May.",
        "To be operational from 3 May, the new depot is built at night.",
    ),
    counterexamples=("They had a set menu.", "He put it away."),
    reach=70,
)
