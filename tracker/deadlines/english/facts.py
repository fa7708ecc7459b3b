"""Words of time that are no deadline: what is past, how old something is, numbered clauses, versions, sums."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.core.deadline import Sense
from tracker.deadlines.alternation import any_of
from tracker.deadlines.english.lengths import NUMBER_STARTS, UNIT_WORDS
from tracker.deadlines.english.words import EVERY_WEEKDAY, MONTH, MONTH_WORDS, WEEKDAY, word_set
from tracker.deadlines.examples import Example
from tracker.deadlines.rules import DIGITS, FOUR_DIGITS, FactRule, Family, LengthRule
from tracker.deadlines.spec import Counted

if TYPE_CHECKING:
    from tracker.deadlines.rules import Match
    from tracker.deadlines.spec import Length, Meaning, Noun

_STRETCH = (
    r"(?:week|weekend|month|quarter|year|decade|century|night|spring|summer|autumn|fall|winter|fiscal year"
    r"|financial year)"
)
_LAST = (
    r"(?:(?:in|over|during|for|on|from|by|at) (?:the )?(?:end of |start of |beginning of |course of the )?)?"
    r"(?:last|past|previous|preceding) "
)
_GOES_ON = any_of(word_set("and or but by with at in under as while when if unless so to"))
_AGE = r"(?: (?:ago|earlier|old|of age|late|previously|back)|-old)"


def _ago(length: Length, tail: Match, noun: Noun | None) -> Meaning:
    del tail, noun
    return Counted(length, is_before=True)


def _later(length: Length, tail: Match, noun: Noun | None) -> Meaning:
    del tail, noun
    return Counted(length)


RULES = (
    FactRule(
        "past",
        frozenset({"since", "dated"}),
        r"(?:ever )?(?:since|dated)(?: about| around| at least| the)? ",
        takes_noun=True,
    ),
    FactRule(
        "past",
        word_set("last past previous in over during for on from by at"),
        rf"{_LAST}(?:{_STRETCH}|few {_STRETCH}s|several {_STRETCH}s|{MONTH}|{WEEKDAY})(?!\w)",
        words=word_set("last past previous preceding"),
    ),
    LengthRule("past", word_set("last past previous in over during for on from by at"), rf"{_LAST}(?!an?\b)", "", None),
    LengthRule("past", word_set("in within over some more"), r"(?:within|in|over|some|more than) ", _AGE, None),
    LengthRule("past", NUMBER_STARTS, "", r"(?: (?:old|of age|late)|-old)", None, words=UNIT_WORDS),
    LengthRule("ago", NUMBER_STARTS, "", r" (?:ago|earlier|previously|back)", _ago, words=UNIT_WORDS, is_told=True),
    LengthRule("later in a story", NUMBER_STARTS, "", r" later", _later, words=UNIT_WORDS, is_told=True),
    FactRule(
        "past",
        frozenset({"every", "each"}),
        rf"(?:every|each) {_STRETCH} since\b",
        words=frozenset({"since"}),
    ),
    FactRule(
        "past",
        frozenset({"every", "each"}),
        rf"(?:every|each) {_STRETCH} since ",
        takes_noun=True,
        words=frozenset({"since"}),
    ),
    FactRule(
        "name",
        word_set("mr mrs ms miss dr prof sir lady lord senator"),
        rf"(?:mr|mrs|ms|miss|dr|prof|sir|lady|lord|senator)\.? (?:{MONTH}|{WEEKDAY})(?![\w])",
        words=MONTH_WORDS | frozenset(EVERY_WEEKDAY),
    ),
    FactRule(
        "of a month",
        word_set("apply applies applied"),
        rf"appl(?:y|ies|ied) to {MONTH}(?: (?:19|20)\d\d)?(?= (?!{_GOES_ON}\b)[a-z])",
        words=MONTH_WORDS,
    ),
    FactRule("past", word_set("backdated back dated"), r"back-?dated (?:to|from) ", takes_noun=True),
    FactRule(
        "item of a list",
        word_set("on"),
        r"(?:^|(?<=[.!?;:]\s))on (?:item |point )?\d{1,2}(?=:(?!\d))",
        words=frozenset({DIGITS}),
    ),
    FactRule(
        "not only then",
        frozenset({"not"}),
        r"not (?:just|only|merely|simply) (?:until|till|for|in|on|by|through|during|from) ",
        takes_noun=True,
    ),
    FactRule("past", frozenset({"day"}), r"day before yesterday\b", words=frozenset({"yesterday"})),
    FactRule("within one day", frozenset({"in"}), r"in a (?:single )?day\b(?!'s| or)", words=frozenset({"day"})),
    FactRule(
        "numbered",
        word_set(
            "article articles section sections chapter clause clauses paragraph page pages version rule annex "
            "appendix regulation resolution table figure schedule part title directive no number room route flight "
            "line phase stage step item agenda act acts law decree vision horizon strategy release"
        ),
        r"(?:article|section|chapter|clause|paragraph|page|version|rule|annex|appendix|regulation|resolution"
        r"|table|figure|schedule"
        r"|part|title|directive|no\.|number|room|route|flight|line|phase|stage|step|item|agenda"
        r"|acts?(?= no| of)|law|decree|release"
        r"|vision|horizon"
        r"|strategy)s?(?: no\.?| \(?(?:eu|ec)\)?)? (?:of )?\d[\d./-]{0,20}(?:\(\w{1,4}\)){0,6}(?: of \d{4})?",
        words=frozenset({DIGITS}),
    ),
    FactRule(
        "named after a year",
        frozenset({FOUR_DIGITS}),
        r"(?:19|20)\d\d (?:agenda|act|plan|strategy|budget|edition|census|election|elections"
        r"|report|agreement|accord|law|season|world|olympics|results)\b",
    ),
)

EXAMPLES = (
    Example("Since 2019 it has grown, and it will double by 2030.", "2030-12-31", strict_due="2029-12-31"),
    Example("Under Article 17 they report by May.", "2026-05-31", strict_due="2026-04-30"),
    Example("Begun 30 days ago, it ends in June.", "2026-06-30"),
    Example("Last month it slipped; it opens in May.", "2026-05-31"),
    Example("It stays, not just until May, but until 2030.", "2030-12-31", sense=Sense.KEEP),
    Example("Over the past two years it slept; it wakes tomorrow.", "2025-09-18"),
    Example("The 2030 Agenda calls for it by Friday.", "2025-09-19"),
    Example("Section 5 applies from 1 July 2026.", "2026-07-01"),
    Example("Dated 3 May 2024, the plan ends in 2026.", "2026-12-31"),
)

COUNTEREXAMPLES = (
    "Since March 2020 the office has been shut.",
    "Resolution 2254 of 2015 stands.",
    "It fell in the last week.",
    "Vision 2030 is a plan.",
    "The kitchen stays, and not just until Christmas.",
    "The house is 30 years old.",
    "Built in a single day, it stood.",
    "The rule applies to May 2026 graduates.",
    "Sold the day before yesterday.",
    "The rise is backdated to 1 April.",
    "On 4: the text is to be typed and signed.",
)

FAMILY = Family("facts", RULES, EXAMPLES, COUNTEREXAMPLES)
