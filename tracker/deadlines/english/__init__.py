"""The grammar of English deadlines: one file a family of wording, one line each here."""

from __future__ import annotations

from tracker.deadlines.alternation import any_of
from tracker.deadlines.english import (
    anaphora,
    appositions,
    beside,
    counts,
    dates,
    digits,
    endings,
    events,
    facts,
    festivals,
    fiscal,
    formal,
    frames,
    holding,
    known_events,
    month_things,
    nth,
    own_day,
    parts,
    periods,
    recurrence,
    recurring_days,
    relative,
    seasons,
    sittings,
    terms,
    times,
    vague,
    weekdays,
)
from tracker.deadlines.english.happenings import HAPPENINGS
from tracker.deadlines.english.lengths import LENGTHS
from tracker.deadlines.english.telling import TELLING
from tracker.deadlines.english.words import word_set
from tracker.deadlines.rules import Language

_CLAUSE_WORDS = any_of(
    word_set(
        "will shall would is are was were has have had can could may might must should that which who whose before to "
        "after until since because but if when while we they he she it you"
    )
)
_LINK = r"(?:,? (?:and then|and|then|with)|[,;](?= (?:the|its|their|our|an?|another|phase)\b))"
_FURTHER = rf"{_LINK} (?:(?!{_CLAUSE_WORDS}\b)[\w'-]+ ){{1,7}}"

RULES = (
    anaphora.FAMILY,
    endings.FAMILY,
    formal.FAMILY,
    beside.FAMILY,
    month_things.FAMILY,
    facts.FAMILY,
    vague.FAMILY,
    counts.FAMILY,
    recurrence.FAMILY,
    recurring_days.FAMILY,
    terms.FAMILY,
    frames.FAMILY,
    holding.FAMILY,
    own_day.FAMILY,
    appositions.FAMILY,
    events.FAMILY,
    known_events.FAMILY,
    sittings.FAMILY,
    dates.FAMILY,
    digits.FAMILY,
    periods.FAMILY,
    seasons.FAMILY,
    fiscal.FAMILY,
    festivals.FAMILY,
    weekdays.FAMILY,
    relative.FAMILY,
    parts.FAMILY,
    nth.FAMILY,
    times.FAMILY,
)
"""In order: where two rules read equally far, the earlier one wins."""

ENGLISH = Language(
    families=RULES,
    lengths=LENGTHS,
    article=r"(?:the |)",
    list_link=r"(?:,? and|,| or) ",
    further=_FURTHER,
    numbers=digits.ALONE,
    respectively="respectively",
    telling=TELLING,
    happenings=HAPPENINGS,
    apart=anaphora.APART,
    founded=(anaphora.FOUNDED, anaphora.GOES_ON),
)
