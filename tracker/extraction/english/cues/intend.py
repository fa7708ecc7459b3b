"""A declared purpose: "the board intends to sell", "we plan to", "is determined to"."""

from __future__ import annotations

from tracker.extraction.rules import Cue

_WORDS = """
intend intends intended plan plans planned aim aims aimed propose proposes proposed mean means meant determined
resolved intention target targets
"""

CUE = Cue(
    name="intend",
    pattern=(
        r"\b(?<!\ba )(?<!\bthe )(?<!\bits )(?<!\btheir )(?<!\bhis )(?<!\bher )(?<!\bthis )(?<!\bof )"
        r"(?:intend|plan|aim|propose|"
        r"(?<!is )(?<!are )(?<!was )(?<!were )(?<!be )mean)(?:s|ed|ned|d|t)?(?:,? too,?)? to"
        r"(?= (?!(?:the|an?|its|his|her|their|our|those|these)\b)[a-z]|:)"
        r"|\b(?:am|is|are|we're|i'm|it's)?(?: now| also| fully)? ?(?:determined|resolved) (?:to|that)\b"
        r"|\b(?:plans|proposes) (?=(?:a|an|another|its|two|three|further)\b)"
        r"|\btargets? (?=(?:a|an|net|zero|[0-9])\b)"
        r"|\b(?:has|have) (?:plans|every intention) (?:to|of)\b"
    ),
    words=frozenset(_WORDS.split()),
    examples=(
        "The board intends to sell both farms.",
        "We plan to hire 40 nurses.",
        "She is determined to end the wait.",
    ),
    counterexamples=(
        "The plan is good.",
        "They published a plan to cut waiting times.",
        "It means the world to her.",
        "The dam is meant to water farms.",
        "The court was sent a rescue plan to the letter.",
    ),
)
