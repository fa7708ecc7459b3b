"""What stands beside a finite verb, where the same word may be a noun: "the board plans the …", "its plans"."""

from __future__ import annotations

_AHEAD_OF_NOUNS = """
the a an its his her their our my your these those all some any no every each of in on at by for with from to and or
but two three four five six seven eight nine ten more most many few several new not into onto than as
"""
# As a pattern: no word stands ahead that a noun follows sooner than a verb.
NO_SUBJECT = "".join(rf"(?<!\b{word} )" for word in _AHEAD_OF_NOUNS.split())
# What stands behind a verb sooner than behind a plural.
BEHIND = (
    r"(?:the|an?|its|his|her|their|our|my|your|this|that|these|those|every|each|all|both|no|some|two|three|four|five|"
    r"six|seven|eight|nine|ten|on|in|at|from|into|for|with|by|back|up|out|off|down|over|through|until|next|again|"
    r"here|there|as|new|free|full|open|shut|[a-z]+ly|[0-9£$€][^ ]*|(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b"
)
