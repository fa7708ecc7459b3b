"""What turns a deed: the words that move it or give it up, and whether they are said of this one, and surely so."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tracker.core.occurrence import Stance
from tracker.followup.english.clauses import is_about, is_carried, is_subject, is_time
from tracker.followup.english.words import stem, word_set, words_of

if TYPE_CHECKING:
    from tracker.followup.english.clauses import Deed, Sentence

# A plan, a call or a wish to give it up does not give it up: the bare verb counts only behind a decision.
_DECIDED = r"(?:will|(?:decided|agreed|voted|chose|chosen|forced|is|are) to) "
_TIME_LIMIT = r"(?:its|the|their|his|her|a|any)(?: own| \w+){0,2} (?:deadline|target|timetable)"
_MISSED = rf"(?:(?:will|would|to) miss|(?:not|never|won't|cannot|can't) (?:be able to )?meet) {_TIME_LIMIT}"
_WHEN = (
    r"(?:(?:early|late|mid|the end of|next|the|this) )?(?:\d|january|february|march|april|may\b|june|july|august|"
    r"september|october|november|december|spring|summer|autumn|winter|week|month|year)"
)
_TOO_LATE = (
    r"(?<!by )(?<!in )(?<!until )(?<!till )(?<!since )late(?=$|[^\w ]| (?:because|due|owing|thanks|again|but|and)\b)"
)
# What had not happened until a day happened on it; what was not expected until then has not.
_NOT_PAST = (
    r"(?<!had )(?<!has )(?<!have )(?<!did )"
    r"(?:(?<!was )(?<!were )|(?=not (?:now |yet )?(?:expect|due|likely|going|schedul|plan|to)))"
)
MOVED = re.compile(
    rf"\b(?:{_DECIDED}(?:postpone|delay|defer|reschedule)|"
    r"postpon(?:ed|es|ing)|delay(?:ed|s|ing)|deferr(?:ed|ing)|deferral|postponement|reschedul(?:ed|es|ing)|"
    r"(?:put|push\w*|mov\w+) (?:[\w'-]+ ){0,8}?(?:back|off|forward)|(?:brought|bring\w*) (?:\w+ ){0,4}?forward|"
    rf"moved (?:\w+ )?(?:to|from)|moved (?:[\w'-]+ ){{1,8}}?(?:to|from) (?={_WHEN})|"
    r"slipp\w+|extend\w* (?:the |its |their )?(?:deadline|date)|"
    r"(?:put|placed) (?:[\w'-]+ ){0,8}?on (?:hold|ice)|on (?:hold|ice)|"
    r"(?:longer|later) than (?:\w+ )?(?:planned|expected|promised|thought|hoped)|"
    rf"{_NOT_PAST}(?:not|never|won't|cannot|can't|(?<!been )unable) (?!be long\b)(?:[\w'-]+ ){{0,12}}?(?:before|until)|"
    r"(?:remain|stay)s? (?:closed|shut) until|"
    rf"behind schedule|run(?:s|ning)? (?:\w+ )?late(?! (?:on|at|in|into|until|every|{_WHEN}))|"
    rf"(?:will|would) (?:be|come) (?:(?!open\b)[\w-]+ ){{0,3}}{_TOO_LATE}|"
    rf"{_MISSED}|"
    r"(?:needs?|needed|ask(?:s|ed|ing)? for|requires?|required) more time|"
    r"now (?:expect|aim|plan|hope|intend|due|schedul|set|likely)\w*|will now(?! not\b)|"
    r"new (?:deadline|target date|timetable)|revised (?:date|timetable|deadline))\b"
)
_NOT_AT_ALL = r"(?:(?:will|would) (?:not|never)|won't) (?:go ahead|proceed|happen|take place)"
DROPPED = re.compile(
    rf"\b(?:{_DECIDED}(?:scrap|abandon|shelve|cancel|axe|ditch|withdraw|drop|give up)|"
    r"scrapp(?:ed|ing)|scraps|abandon(?:ed|s|ing)|shelv(?:ed|es|ing)|cancell?(?:ed|ing|ation)|cancels|axed|"
    r"ditch(?:ed|es|ing)|withdrew|withdrawn|withdraws|called off|dropp(?:ed|ing)|drops|gave up|given up|ruled out|"
    r"(?:reversed|overturned) (?:its|their|the) (?:decision|plans?)|"
    r"no longer (?:\w+ )?(?:intend|plan|will|want|propos|going|be)\w*|(?:decided|chosen|chose|resolved) not to|"
    rf"(?:will|would|is|are) not (?:\w+ ){{1,12}}after all|{_NOT_AT_ALL})\b"
)
_DENIED = re.compile(
    r"\b(?:not|never|denie[sd]|deny|denying|nor)\b"
    r"(?: \w+){0,4} (?:it |they )?(?:had |has |have |been |be |was |were )*$"
)
_UNSURE = re.compile(
    r"\b(?:fear(?:s|ed|ing)?|worr(?:y|ies|ied)|risk(?:s|ed|ing)?|rumou?rs?|whether|if|unless|urg(?:e|es|ed|ing)|"
    r"demand(?:s|ed|ing)?|call(?:s|ed|ing)? (?:on|for)|den(?:y|ies|ied|ying)|hopes? that)\b|"
    r"\b(?:may|might|could|can|should)(?: well| also| yet| now)*(?: have)?(?: be| been)? $"
)
"""What stands before a cue of a turn that is feared, asked for, denied or only possible."""

_CANNOT = re.compile(r"\b(?:could|can|should) $")
"""The same ahead of "not", which is sure: "could not open until May"."""

_UNLESS = re.compile(r".*\bunless\b|[^,;:]*(?<!even )(?<!as )(?<!ask )(?<!see )(?<!asked )\bif\b|.*\bprovided that\b")
"""What stands behind one that waits for something else."""

_STAYS = re.compile(r"\b(?:remain|stay)\w* (un)?(\w+)")
_MISSES = re.compile(rf"\b{_MISSED}\b")
_OF_A_STAY = re.compile(r"(?:remain|stay)")
_OF_A_STATE = re.compile(r"behind schedule|run\w* |(?:will|would) (?:be|come)|on (?:hold|ice)")
_OF_A_NOUN = re.compile(r"(?:deferral|postponement|cancellation)$|(?:deadline|date|timetable|target)$")
_OF_A_LIMIT = re.compile(r".*\b(?:miss|meet) \w+ (?P<which>(?:\w+ )*)\w+$")
_OF_A_NEED = re.compile(r"more time$")
_OF_A_VERB = re.compile(r"now\b|\bnow |(?:not|never|won't|cannot|can't|unable)\b|no longer|chose|resolved|after all")
_SAYS_ALL = re.compile(r"than ")
_BEHIND_A_DECISION = re.compile(r"(?:will|decided|agreed|voted|chose|chosen|forced|is|are)\b")
_LIGHT = word_set("be been have has to not now only also take taken come happen go proceed expect ready")
_FAR = 4
_HELD_UP = re.compile(r"(?:expect|aim|plan|hope|intend|due|schedul|set|likely|want|propos|going)\w*")
_OPEN = stem("open")
_TURNS = frozenset(
    map(
        stem,
        word_set(
            "delay delayed postpone postponed defer deferred reschedule rescheduled put push pushed move moved slip "
            "slipped scrap scrapped abandon abandoned shelve shelved cancel cancelled axe axed ditch ditched withdraw "
            "withdrawn drop dropped not never"
        ),
    )
)
TURNING = _TURNS | frozenset(
    map(
        stem,
        word_set(
            "deferral postponement cancellation bring extend miss meet late later hold ice longer planned expect aim "
            "plan hope intend due schedule likely remain stay new deadline target timetable revised time give rule "
            "reverse overturn proceed happen place"
        ),
    )
)
"""The stems of the words that turn a deed: a sentence that says no more than them of a deed promises nothing new."""

OVER = frozenset(map(stem, word_set("done dropped promised pledged planned since running complete finished live")))
"""The stems of the words that tell of a deed that it is over, or only that it was promised."""


@dataclass(frozen=True, slots=True)
class Turn:
    """That a deed is moved or dropped.

    start       where the words begin that say so
    behind      where they end
    is_surely   it is not only feared, asked for or possible
    is_denied   it is said not to happen, which a day behind it may bound: "will not take place this year"
    """

    stance: Stance
    start: int
    behind: int
    is_surely: bool = True
    is_denied: bool = False


def turn_of(sentence: Sentence, deed: Deed, *, is_kept: bool) -> Turn | None:
    """How a sentence turns a deed: dropped before moved, sure before unsure; None where it does not.

    What is kept (`is_kept`) ends by being dropped, and is only moved here.
    """
    cues = ((Stance.MOVED, MOVED),) if is_kept else ((Stance.DROPPED, DROPPED), (Stance.MOVED, MOVED))
    turns = [turn for stance, cue in cues for turn in _turns(stance, cue, sentence, deed)]
    return min(turns, key=lambda one: not one.is_surely, default=None)


def _turns(stance: Stance, cue: re.Pattern[str], sentence: Sentence, deed: Deed) -> list[Turn]:
    """The turns by one kind of cue, without those that are denied just before."""
    turns = []
    for found in cue.finditer(sentence.low):
        if _DENIED.search(sentence.low[: found.start()]) or not is_turned(sentence, found[0], found.end(), deed):
            continue
        first = sentence.words[sentence.begins(sentence.place_of(found.start() + 1), is_firm=True)].start
        is_surely = _is_sure(sentence.low[first : found.start()], found[0], sentence.low[found.end() :])
        is_denied = re.fullmatch(_NOT_AT_ALL, found[0]) is not None
        turns.append(Turn(stance, found.start(), found.end(), is_surely, is_denied))
    return turns


def _is_sure(before: str, cue: str, behind: str) -> bool:
    """True where what stands before a cue and behind it makes it no fear, no wish and no condition."""
    if _UNLESS.match(behind):
        return False
    return _UNSURE.search(_CANNOT.sub("", before) if cue.startswith("not") else before) is None


def is_turned(sentence: Sentence, cue: str, end: int, deed: Deed) -> bool:
    """True where a cue, which ends at an offset, is said of the deed, or of its plan or its date."""
    last = sentence.place_of(end)
    first = sentence.place_of(end - len(cue) + 1)
    if _is_the_deed(sentence, first, last, deed):
        return False
    if _SAYS_ALL.search(cue):
        return True
    if _OF_A_STAY.match(cue):
        return _OPEN in deed.verbs and is_subject(sentence, first, deed)
    if _OF_A_STATE.match(cue) or (_OF_A_NEED.search(cue) and sentence.at(last + 1) not in ("to", "for")):
        return is_subject(sentence, first, deed)
    if limit := _OF_A_LIMIT.match(cue):
        return _is_own_limit(sentence, limit["which"], first, last, deed)
    if _OF_A_NOUN.search(cue) or _OF_A_NEED.search(cue):
        return is_carried(sentence, last + 1, deed)
    if _OF_A_VERB.search(cue):
        return _holds_verb(sentence, first, last, deed)
    return is_about(sentence, last if _BEHIND_A_DECISION.match(cue) else first, deed, with_carriers=True)


def _is_own_limit(sentence: Sentence, which: str, first: int, last: int, deed: Deed) -> bool:
    """True where a deadline is the deed's, by its own words ("its opening target") or by what is told beside it."""
    telling = [word for word in which.split() if word != "own" and not is_time(word)]
    if any(stem(word) not in deed.stems | deed.verbs for word in telling):
        return False
    if sentence.at(last + 1) in ("of", "for", "to", "on"):
        return is_carried(sentence, last + 1, deed)
    return bool(telling) or is_subject(sentence, first, deed)


def is_turn(deed: str) -> bool:
    """True for what is read as a deed and is only the turn of another: "not replace the boilers"."""
    return not _TURNS.isdisjoint(word.stem for word in words_of(deed))


def is_held_back(sentence: Sentence, deed: Deed) -> bool:
    """True where the deed's thing stays as it was ("will remain closed"), or some deadline is missed."""
    return _MISSES.search(sentence.low) is not None or any(
        stem(found[2]) in deed.verbs if found[1] else found[2] in ("closed", "shut") and _OPEN in deed.verbs
        for found in _STAYS.finditer(sentence.low)
    )


def _is_the_deed(sentence: Sentence, first: int, last: int, deed: Deed) -> bool:
    """True where the cue is what was promised: a toll to be scrapped, a bill to be brought forward."""
    ends = {sentence.words[first].stem, sentence.words[last].stem}
    return not ends.isdisjoint(deed.verbs) and sentence.words[last].stem in deed.stems


def _holds_verb(sentence: Sentence, first: int, last: int, deed: Deed) -> bool:
    """True where the verb that is denied or put off ("will not open before", "now aims to open") is the deed's."""
    for place in range(first, min(last + _FAR, len(sentence.words))):
        if sentence.words[place].stem in deed.verbs:
            return is_about(sentence, place, deed)
        word = sentence.at(place)
        if place > last and word not in _LIGHT and not _HELD_UP.fullmatch(word):
            break
    return is_subject(sentence, first, deed)
