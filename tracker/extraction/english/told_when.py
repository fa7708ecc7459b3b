"""Words of time that are no deadline: they tell when something was said, made or owned, or to whom it goes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tracker.extraction.english.verbs import REPORTING, REPORTING_WORDS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tracker.core.deadline import Deadline
    from tracker.extraction.candidate import Sentence

_SAID_WHEN = re.compile(
    rf"(?<!\bbe )(?<!\bbeen )\b{REPORTING}(?:(?: (?!to\b|that\b|would\b|will\b)[\w.']+){{0,6}} \(?"
    r"|(?: (?!to\b|that\b|would\b|will\b)[\w.']+){0,14} (?:during|when|after|at|following)"
    r"(?: (?!to\b|that\b|would\b|will\b)[\w.']+){1,12} )$"
)
# "That much we signed in Oskarvik today", "which both sides shook hands on late Friday".
_SIGNED_WHEN = re.compile(
    r"(?<!\bbe )(?<!\bbeen )\b(?:signed|initialled|sealed|shook hands)"
    r"(?: (?:in|at|with|on|off|it|this|that|here|there)\b(?: [\w']+){0,3}?)? (?:late |early )?$"
)
_BOUNDS = ("by ", "until ", "till ", "before ", "from ", "within ", "through ", "to ", "in time for ", "no later than ")
# "Announced a public hearing on 11 February", "has promised the class a night out in June": it is the thing that has
# the day, unless what was said follows.
_GAVE = re.compile(
    r"\b(?:announced|promised|pledged|guaranteed|scheduled|offered)(?: (?:the|his|her|its|their|our|my) [a-z]+)? "
    r"(?:an?|the|its|his|her|their|our|my|another|two|three|\d+) [^,;:]{2,80}$"
)
_SAYS_ON = re.compile(r" ?(?:that\b|to (?!the\b|an?\b)[a-z]+|,)")
# "The office, asked on Monday, said": between the commas stands when it was said.
_ASKED = re.compile(
    r",? (?:asked|speaking|pressed|questioned|reached|interviewed|writing|contacted|quoted|challenged)[^,;:]{0,60}$"
)
# "Pledged to the union on Tuesday that it would": what was promised follows its day.
_TOLD_ON = re.compile(r"\b(?:pledged|promised|agreed|undertook|vowed|swore|assured|guaranteed) [^,;:]{0,60}$")
_DAY_TOLD = ("on mon", "on tue", "on wed", "on thu", "on fri", "on sat", "on sun", "today", "yesterday")
# "To shareholders of record on 3 May", "to those who own the stock on 3 May": whom it goes to.
_OWNED = re.compile(
    r"\b(?:of record|on the register|registered|(?:who|that) (?:own|hold|held|owned)(?: [a-z]+){1,4})"
    r"(?: (?:as|at)(?: (?:of|the|close|business)){1,4})? ?$"
)
# "Following the burst main on 2 November", "about the leak on 2 November": what happened has the day, if that is past.
_HAPPENED = re.compile(
    r"\b(?:following|after|since|about|regarding|concerning|because of|due to|caused by|in response to|in the wake of)"
    r" (?:the|this|that|our|your|last|an?|[a-z]+'s) [^,;:]{2,80}$"
)
# "Answers every letter within five days", "reply to complaints within 48 hours": how long each takes, from its own day.
_SERVED = re.compile(
    r"\b(?:answer|reply|replies|respond|get back|acknowledge)(?:s|ing)?(?: to)? (?:(?:every|any)(?: [a-z]+){1,4}"
    r"|(?:all )?(?:letters|complaints|questions|requests|e-?mails|messages|calls|queries|[ei]nquiries|comments|"
    r"tickets)(?: [a-z]+){0,3}) $"
)
# What takes longer is one answer to all of them: "will respond to questions within 30 days".
_MOST_DAYS_SERVED = 9
_FAR_DAYS = 270
"""A day without its year that is most of a year ahead may as well be just past."""
_DAYS = (("on", "date"), ("date",), ("on", "date in digits"), ("date in digits",))
_WRITTEN_YEAR = re.compile(r"\b20\d\d\b")
_SAYING = REPORTING_WORDS | {"signed", "met", "agreed", "undertook", "offered", "initialled", "sealed", "shook"}
_SAID_AHEAD = 160
# "More than today"; "every boat built before 2019": neither is a deadline.
_SAID_NEXT = re.compile(rf" (?:{REPORTING}|signed|met|agreed|undertook|offered)\b")
_MADE = re.compile(
    r"\b(?:[a-z]+ed|made|built|bought|sold|born|taken|held|paid) (?:before|by|on|in|since|until|after) [^,;]*$"
)


def without_told(sentence: Sentence, deadlines: Sequence[Deadline]) -> Sequence[Deadline]:
    """The words of time of a sentence but for those that tell when something was said or made."""
    if not deadlines:
        return deadlines
    may_tell_when = not _SAYING.isdisjoint(sentence.words)
    return [found for found in deadlines if not _tells_when(sentence.low, found, may_tell_when)]


def _tells_when(low: str, found: Deadline, may_tell_when_said: bool) -> bool:
    """True where the words tell when something was said or made: "the mayor said on Friday"."""
    start = max(0, found.span.start - _SAID_AHEAD)
    if low.startswith("than ", found.span.start - 5) or (found.is_past and _MADE.search(low, start, found.span.end)):
        return True
    if not low.startswith(_BOUNDS, found.span.start) and _OWNED.search(low, start, found.span.start):
        return True
    if found.rules == ("within",) and _is_served(low, found, start):
        return True
    if may_be_past(found) and _HAPPENED.search(low, start, found.span.start):
        return True
    if low.startswith(_DAY_TOLD, found.span.start):
        is_aside = low.startswith(",", found.span.end) and _ASKED.search(low, start, found.span.start)
        goes_on = low.startswith(" that ", found.span.end) and _TOLD_ON.search(low, start, found.span.start)
        if is_aside or goes_on:
            return True
    if not may_tell_when_said:
        return False
    if _SAID_NEXT.match(low, found.span.end):
        return True
    if low.startswith(_BOUNDS, found.span.start) or _has_the_day(low, found, start):
        return False
    return bool(_SAID_WHEN.search(low, start, found.span.start) or _SIGNED_WHEN.search(low, start, found.span.start))


def _is_served(low: str, found: Deadline, start: int) -> bool:
    """True for the time that each of many letters, complaints or questions takes."""
    is_short = found.due is not None and (found.due - found.anchor.on).days <= _MOST_DAYS_SERVED
    return is_short and _SERVED.search(low, start, found.span.start) is not None


def may_be_past(found: Deadline) -> bool:
    """True for a day, without its year, that was read as most of a year ahead and may as well be just past."""
    is_far = found.due is not None and (found.due - found.anchor.on).days > _FAR_DAYS
    return is_far and found.rules[:2] in _DAYS and not _WRITTEN_YEAR.search(found.words)


def _has_the_day(low: str, found: Deadline, start: int) -> bool:
    """True where the thing that was announced or promised has the day, not the saying."""
    is_saying = _SAYS_ON.match(low, found.span.end) or low[found.span.end :].strip(' ."') == ""
    if is_saying and low.startswith(_DAY_TOLD, found.span.start):
        return False
    return _GAVE.search(low, start, found.span.start) is not None
