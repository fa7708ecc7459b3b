"""Words that promise time without giving any: "soon", "in due course", "in the coming weeks", "as soon as possible"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tracker.deadlines.alternation import any_of
from tracker.deadlines.english.words import word_set
from tracker.deadlines.examples import vague
from tracker.deadlines.rules import Family, PhraseRule
from tracker.deadlines.spec import Vague

if TYPE_CHECKING:
    from tracker.deadlines.rules import Match
    from tracker.deadlines.spec import Meaning

_FIXED = (
    "soon", "very soon", "shortly", "in due course", "in due time", "in good time", "as soon as possible", "asap",
    "as soon as practicable", "as soon as practical", "as soon as reasonably practicable", "as soon as feasible",
    "at the earliest", "at the earliest opportunity", "at the earliest possible date",
    "at the earliest possible opportunity",
    "at an early date", "at a later date", "at a later stage", "at a later point", "at a future date",
    "in the near future",
    "in the not too distant future", "in the not-too-distant future", "in the foreseeable future", "in the future",
    "in the short term", "in the medium term", "in the long term", "in the longer term", "in the near term",
    "before long", "until further notice", "within days", "within weeks", "within months", "within hours",
    "within the hour", "before too long", "sooner rather than later", "eventually", "over time", "promptly",
    "imminently", "immediately", "forthwith", "without delay", "without further delay", "without undue delay",
    "at once",
    "right away", "straight away", "with immediate effect", "when the time comes", "when the time is right",
    "at the next meeting",
    "any day now", "any time now", "in the run-up", "at the appropriate time", "in a timely manner", "speedily",
    "as early as possible", "as quickly as possible", "as fast as possible", "at short notice", "down the line",
)  # fmt: skip
_UNITS = r"(?:hours|days|weeks|months|years|decades|quarters|period|term)"
_COMING = r"(?:coming|next few|next several|next couple of|following few|upcoming|ensuing|forthcoming|days ahead|near)"
_UNIT_WORDS = word_set("hours days weeks months years decades quarters period term")
_FEW = r"(?:a few|several|some|a number of|a matter of|a handful of)"


_COMMON = word_set("within before without rather right further straight short next")


def _rare_word(phrase: str) -> str:
    """The word of a phrase that is most likely rare: the longest but for some; of equally long ones the last."""
    words = re.findall("[a-z]+", phrase)
    return str(max(reversed(words), key=lambda word: (word not in _COMMON, len(word))))


def _vague(match: Match) -> Meaning:
    return Vague(" ".join(match.words.split()))


RULES = (
    PhraseRule(
        "vague",
        frozenset(words.split()[0] for words in _FIXED),
        any_of(_FIXED),
        _vague,
        frozenset(_rare_word(words) for words in _FIXED),
    ),
    PhraseRule(
        "vague",
        word_set("in over during within for across through throughout"),
        rf"(?:in|over|during|within|for|across|throughout|through) the (?:course of the )?{_COMING} (?:two "
        rf"|few )?{_UNITS}"
        rf"(?: and (?:weeks|months|years))?(?: ahead)?",
        _vague,
        _UNIT_WORDS,
    ),
    PhraseRule(
        "vague",
        word_set("in over within during"),
        r"(?:in|over|within|during) (?:the )?(?:days|weeks|months|years)(?: and (?:weeks|months|years))?"
        r" (?:ahead|to come|that follow)",
        _vague,
        _UNIT_WORDS,
    ),
    PhraseRule(
        "vague",
        word_set("in over during within by before after until at for ahead"),
        r"(?:in|over|during|within|by|before|after|until|at|ahead of|for(?= (?:the )?(?:[a-z]{1,12} )?half)) (?:the )?"
        r"(?:(?!before |after |by |until )[a-z]{1,12} )?"
        r"(?:half[- ]term|school holidays)"
        r"(?: (?:break|holidays?|week))?",
        _vague,
        word_set("term holidays"),
    ),
    PhraseRule(
        "vague",
        frozenset({"in", "within"}),
        rf"(?:in|within) {_FEW} (?:short )?{_UNITS}(?:'? time)?(?! (?:of|ago)\b)",
        _vague,
        _UNIT_WORDS,
    ),
)

EXAMPLES = (
    vague("The site opens soon."),
    vague("The site opens shortly."),
    vague("The site opens in due course."),
    vague("The site opens as soon as possible."),
    vague("The site opens in the near future."),
    vague("The site opens in the coming weeks."),
    vague("The site opens over the next few months."),
    vague("The site opens in the days ahead."),
    vague("The site opens within a few days."),
    vague("The site opens at a later date."),
    vague("The site opens after half-term."),
    vague("The site opens over the school holidays."),
    vague("The site opens for the May half-term."),
)

COUNTEREXAMPLES = (
    "They arrived just in time.",
    "The course was long.",
    "It was possible.",
    "The half-term tests were dull.",
    "He is a man of the near east.",
)

FAMILY = Family("vague", RULES, EXAMPLES, COUNTEREXAMPLES)
