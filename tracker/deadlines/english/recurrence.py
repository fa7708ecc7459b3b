"""What comes again: "every quarter", "twice a year", "monthly", "every six months, from March"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.core.deadline import DeadlineKind
from tracker.deadlines.alternation import any_of
from tracker.deadlines.english.lengths import NUMBER, number_of
from tracker.deadlines.english.words import ORDINALS, word_set
from tracker.deadlines.examples import Example, recurring
from tracker.deadlines.rules import Family, FrameRule, PhraseRule
from tracker.deadlines.spec import CalendarDay, MonthOf, Relative, Repeated, SeasonOf, Stretch

if TYPE_CHECKING:
    from tracker.deadlines.rules import Match
    from tracker.deadlines.spec import Meaning, Noun

_STRETCHES = {"day": Stretch.DAY, "week": Stretch.WEEK, "weekend": Stretch.WEEKEND, "fortnight": Stretch.FORTNIGHT,
              "month": Stretch.MONTH, "quarter": Stretch.QUARTER, "half-year": Stretch.HALF, "year": Stretch.YEAR,
              "decade": Stretch.DECADE}  # fmt: skip
_DAY_PARTS = ("morning", "noon", "midday", "afternoon", "evening", "night", "midnight")
_PLURALS = {f"{word}s": stretch for word, stretch in _STRETCHES.items()}
_ADVERBS = {"daily": (Stretch.DAY, 1), "weekly": (Stretch.WEEK, 1), "fortnightly": (Stretch.FORTNIGHT, 1),
            "biweekly": (Stretch.FORTNIGHT, 1), "bi-weekly": (Stretch.FORTNIGHT, 1), "monthly": (Stretch.MONTH, 1),
            "bimonthly": (Stretch.MONTH, 2), "bi-monthly": (Stretch.MONTH, 2), "quarterly": (Stretch.QUARTER, 1),
            "half-yearly": (Stretch.HALF, 1), "semi-annually": (Stretch.HALF, 1), "semiannually": (Stretch.HALF, 1),
            "biannually": (Stretch.HALF, 1), "bi-annually": (Stretch.HALF, 1), "yearly": (Stretch.YEAR, 1),
            "annually": (Stretch.YEAR, 1), "biennially": (Stretch.YEAR, 2)}  # fmt: skip
_BASES = {"daily": Stretch.DAY, "weekly": Stretch.WEEK, "fortnightly": Stretch.FORTNIGHT, "monthly": Stretch.MONTH,
          "quarterly": Stretch.QUARTER, "half-yearly": Stretch.HALF, "six-monthly": Stretch.HALF,
          "yearly": Stretch.YEAR,
          "annual": Stretch.YEAR, "regular quarterly": Stretch.QUARTER, "bi-annual": Stretch.HALF}  # fmt: skip
_TIMES = {"once": 1, "twice": 2, "three times": 3, "thrice": 3, "four times": 4, "six times": 6, "twelve times": 12}
_EVERY = r"(?:every|each)"
_NTH = {**ORDINALS, "1st": 1, "2nd": 2, "3rd": 3, "4th": 4, "last": -1, "other": 2}
_NTH_WORD = any_of(name for name, number in _NTH.items() if number <= 5)
_STRETCH = rf"(?P<stretch>{any_of(_STRETCHES)})"
_STRETCH_TOO = rf"(?P<once>{any_of(_STRETCHES)})"
_EVERY_STARTS = frozenset({"every", "each"})
_WORDS = frozenset(word.split("-")[0] for word in _STRETCHES) | frozenset(_PLURALS) | {"half"}


def _every(match: Match) -> Meaning:
    which = match.get("which")
    every = _NTH[which] if which else 1
    return Repeated(_STRETCHES[match["stretch"]], max(every, 1))


def _every_day(match: Match) -> Meaning:
    del match
    return Repeated(Stretch.DAY)


def _every_several(match: Match) -> Meaning | None:
    return _several(match["number"], match["stretch"])


def _several(words: str, stretches: str) -> Repeated | None:
    number = number_of(words)
    if number.denominator != 1 or number < 1:
        return None
    return _regular(_PLURALS[stretches], int(number))


def _regular(stretch: Stretch, every: int) -> Repeated:
    """Three months are a quarter and twelve a year, with the calendar's own ends; other numbers are counted."""
    known = {
        (Stretch.MONTH, 3): Stretch.QUARTER,
        (Stretch.MONTH, 12): Stretch.YEAR,
        (Stretch.WEEK, 2): Stretch.FORTNIGHT,
    }
    calendar = known.get((stretch, every))
    return Repeated(calendar) if calendar else Repeated(stretch, every)


def _adverb(match: Match) -> Meaning:
    stretch, every = _ADVERBS[match["adverb"]]
    return Repeated(stretch, every)


def _basis(match: Match) -> Meaning:
    return Repeated(_BASES[match["basis"]])


def _times(match: Match) -> Meaning:
    return Repeated(_STRETCHES[match["stretch"]], times=_TIMES[" ".join(match["times"].split())])


def _with_this_one(match: Match) -> Meaning:
    stretch = _STRETCHES[match["stretch"]]
    return Repeated(stretch, begins=Relative(stretch))


def _thereafter(match: Match) -> Meaning | None:
    if match["adverb"]:
        return Repeated(*_ADVERBS[match["adverb"]], is_next=True)
    if match["stretch"]:
        return Repeated(_STRETCHES[match["stretch"]], is_next=True)
    several = _several(match["number"], match["stretches"])
    return several and several._replace(is_next=True)


def _beginning(match: Match, noun: Noun) -> Meaning | None:
    if match["adverb"]:
        stretch, every = _ADVERBS[match["adverb"]]
    elif match["number"]:
        stretch, every = _PLURALS[match["stretches"]], int(number_of(match["number"]))
    else:
        stretch, every = _STRETCHES[match["stretch"] or match["once"]], 1
    is_within = stretch is Stretch.YEAR and isinstance(noun, (CalendarDay, MonthOf, SeasonOf))
    return Repeated(stretch, every, begins=noun, is_first=bool(match["first"]) or is_within)


_ADVERB = rf"(?P<adverb>{any_of(_ADVERBS)})"
FROM = (
    r",? (?:from|starting(?: in| on| from| with)?|beginning(?: in| on| from| with)?|as of|as from"
    r"|(?P<first>for the first time|(?:the )?(?:first|next)(?: one| time| of (?:them|these|which|those))?"
    r"(?: due)?)(?: in| on| by| at)?)"
)

RULES = (
    PhraseRule(
        "every",
        _EVERY_STARTS,
        rf"{_EVERY} (?:(?P<which>{_NTH_WORD}) )?{_STRETCH}",
        _every,
        _WORDS,
    ),
    PhraseRule(
        "every",
        _EVERY_STARTS,
        rf"{_EVERY} (?P<number>{NUMBER}) (?P<stretch>{any_of(_PLURALS)})",
        _every_several,
        _WORDS,
    ),
    PhraseRule(
        "every",
        frozenset(word.split("-")[0] for word in _ADVERBS),
        rf"(?<!the\s){_ADVERB}(?! (?:newspaper|magazine|basis|life))",
        _adverb,
        frozenset(part for word in _ADVERBS for part in word.split("-")),
    ),
    PhraseRule(
        "every",
        _EVERY_STARTS,
        rf"{_EVERY} (?:{any_of(_DAY_PARTS)})",
        _every_day,
        frozenset(_DAY_PARTS),
    ),
    PhraseRule(
        "every, from this",
        _EVERY_STARTS,
        rf"{_EVERY} {_STRETCH}{FROM} (?:the current|this)(?: one)?",
        _with_this_one,
        _WORDS,
    ),
    PhraseRule(
        "every, thereafter",
        _EVERY_STARTS | frozenset(word.split("-")[0] for word in _ADVERBS),
        rf"(?:{_ADVERB}|{_EVERY} (?:(?P<number>{NUMBER}) (?P<stretches>{any_of(_PLURALS)})|{_STRETCH}))"
        r" (?:thereafter|afterwards?|after that(?! [a-z])|from (?:then|there) on)",
        _thereafter,
        frozenset({"thereafter", "afterward", "afterwards", "after", "then", "there"}),
    ),
    PhraseRule("every", frozenset({"on"}), rf"on an? (?P<basis>{any_of(_BASES)}) basis", _basis, frozenset({"basis"})),
    PhraseRule(
        "every",
        frozenset(words.split()[0] for words in _TIMES),
        rf"(?P<times>{any_of(_TIMES)}) (?:an? |per |each |every ){_STRETCH}",
        _times,
        word_set("once twice thrice times"),
    ),
    FrameRule(
        "every, from",
        _EVERY_STARTS | {"once"} | frozenset(word.split("-")[0] for word in _ADVERBS),
        rf"(?:{_ADVERB}|once an? {_STRETCH_TOO}|{_EVERY} "
        rf"(?:(?P<number>{NUMBER}) (?P<stretches>{any_of(_PLURALS)})|{_STRETCH})){FROM} ",
        _beginning,
    ),
)

EXAMPLES = (
    recurring("We publish every quarter.", "2025-12-31", "FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=-1"),
    recurring("We publish monthly.", "2025-10-31", "FREQ=MONTHLY;INTERVAL=1;BYMONTHDAY=-1"),
    recurring("We publish monthly.", "2025-09-30", "FREQ=MONTHLY;INTERVAL=1;BYMONTHDAY=-1", announced_on="2025-09-05"),
    recurring("We publish weekly.", "2025-09-28", "FREQ=WEEKLY;INTERVAL=1;BYDAY=SU"),
    recurring(
        "We will mark it each year, beginning in January 2027.", "2027-01-31", "FREQ=MONTHLY;INTERVAL=12;BYMONTHDAY=-1"
    ),
    recurring(
        "A report follows every year, the first of them by the end of June 2026.",
        "2026-06-30",
        "FREQ=MONTHLY;INTERVAL=12;BYMONTHDAY=-1",
    ),
    recurring("One of us stands there every noon.", "2025-09-18", "FREQ=DAILY;INTERVAL=1"),
    recurring("We publish twice a year.", "2026-06-30", "FREQ=MONTHLY;INTERVAL=6;BYMONTHDAY=-1"),
    recurring("We publish every month from March.", "2026-03-31", "FREQ=MONTHLY;INTERVAL=1;BYMONTHDAY=-1"),
    Example(
        "It is due on 3 May, and every three months thereafter.",
        "2026-08-03",
        kind=DeadlineKind.RECURRING,
        rrule="FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=3",
        named="2026-05-03",
    ),
    Example(
        "It is due on 31 March and yearly from then on.",
        "2027-03-31",
        kind=DeadlineKind.RECURRING,
        rrule="FREQ=MONTHLY;INTERVAL=12;BYMONTHDAY=-1",
        named="2026-03-31",
    ),
    Example(
        "It is due by Friday and every week after that.",
        "2025-09-26",
        kind=DeadlineKind.RECURRING,
        rrule="FREQ=DAILY;INTERVAL=7",
        named="2025-09-19",
    ),
    recurring("We publish every quarter thereafter.", "2025-12-31", "FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=-1"),
    recurring("We publish every six months.", "2026-03-17", "FREQ=MONTHLY;INTERVAL=6;BYMONTHDAY=17"),
    recurring("We publish on a quarterly basis.", "2025-12-31", "FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=-1"),
    recurring("We publish daily as from 1 June.", "2026-06-01", "FREQ=DAILY;INTERVAL=1"),
    recurring("We publish annually, first in March 2027.", "2027-03-31", "FREQ=MONTHLY;INTERVAL=12;BYMONTHDAY=-1"),
    recurring("We publish monthly, the first on 5 May.", "2026-05-05", "FREQ=MONTHLY;INTERVAL=1;BYMONTHDAY=5"),
    recurring("We publish once a month, the next time on 5 May.", "2026-05-05", "FREQ=MONTHLY;INTERVAL=1;BYMONTHDAY=5"),
    recurring("We publish weekly, for the first time on Friday.", "2025-09-19", "FREQ=DAILY;INTERVAL=7"),
    recurring(
        "We publish every quarter, starting with this one.", "2025-09-30", "FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=-1"
    ),
)

COUNTEREXAMPLES = (
    "Every school has a roof.",
    "Each one is painted.",
    "The monthly newspaper folded twice.",
    "They won twice.",
    "Every two and a half weeks thereafter it broke.",
    "They restored the daily flight.",
)

FAMILY = Family("recurrence", RULES, EXAMPLES, COUNTEREXAMPLES)
