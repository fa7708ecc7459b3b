"""What a sentence says of a deed: done, moved, dropped, still to come, or only spoken of."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tracker.core.occurrence import Stance
from tracker.followup.english.words import is_past

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from tracker.followup.english.words import Word

# A plan, a call or a wish to give it up does not give it up: the bare verb counts only behind a decision.
_DECIDED = r"(?:will|(?:decided|agreed|voted|chose|chosen|forced|is|are) to) "
_MOVED = re.compile(
    rf"\b(?:{_DECIDED}(?:postpone|delay|defer|reschedule)|"
    r"postpon(?:ed|es|ing)|delay(?:ed|s|ing)|deferr(?:ed|ing)|deferral|postponement|reschedul(?:ed|es|ing)|"
    r"(?:put|push\w*|mov\w+) (?:\w+ ){0,4}?(?:back|off|forward)|(?:brought|bring\w*) (?:\w+ ){0,4}?forward|"
    r"moved (?:\w+ )?(?:to|from)|slipp\w+|extend\w* (?:the |its |their )?(?:deadline|date)|"
    r"(?:longer|later) than (?:\w+ )?(?:planned|expected|promised|thought|hoped)|"
    r"not (?:\w+ ){0,5}(?:before|until)|now (?:expect|aim|plan|hope|intend|due|schedul|set|likely)\w*|will now|"
    r"new (?:deadline|target date|timetable)|revised (?:date|timetable|deadline))\b"
)
_DROPPED = re.compile(
    rf"\b(?:{_DECIDED}(?:scrap|abandon|shelve|cancel|axe|ditch|withdraw|drop|give up)|"
    r"scrapp(?:ed|ing)|scraps|abandon(?:ed|s|ing)|shelv(?:ed|es|ing)|cancell?(?:ed|ing|ation)|cancels|axed|"
    r"ditch(?:ed|es|ing)|withdrew|withdrawn|withdraws|called off|dropp(?:ed|ing)|drops|gave up|given up|ruled out|"
    r"(?:reversed|overturned) (?:its|their|the) (?:decision|plans?)|"
    r"no longer (?:\w+ )?(?:intend|plan|will|want|propos|going|be)\w*|(?:decided|chosen|chose|resolved) not to|"
    r"(?:will|would|is|are) not (?:\w+ ){1,12}after all|"
    r"(?:will|would) not (?:go ahead|proceed|happen|take place)|won't)\b"
)
_DENIED = re.compile(
    r"\b(?:not|never|denie[sd]|deny|denying|nor)\b"
    r"(?: \w+){0,4} (?:it |they )?(?:had |has |have |been |be |was |were )*$"
)
_OPEN_QUESTION = re.compile(
    r"\?|\b(?:has|have|had) yet to\b|\b(?:not|never) yet\b|\bstill (?:not|waiting|covers?|ha[sv]e? not)\b|"
    r"\b(?:whether|how many|how much|why)\b|\b(?:was|were) (?:due|supposed|meant|expected|scheduled|to have)\b|"
    r"\bshould have\b|\b(?:if|once|unless|as soon as)\b|\bha[sv]e? not\b|"
    r"\b(?:did|was|were|had) not\b|\bhasn't|\bhaven't|\bdidn't|\bden(?:y|ies|ied)\b"
)
_AHEAD = frozenset(["will", "shall", "would", "to", "can", "could", "may", "might", "must", "should", "ll"])
_AHEAD_CUE = re.compile(
    r"\b(?:will|shall|would|is to|are to|due to|plan(?:s|ning)? to|intend(?:s|ing)? to|"
    r"aim(?:s|ing)? to|expect(?:s|ing)? to|hop(?:es|ing) to|going to|"
    r"promis\w+|pledg\w+|vow\w*|undert\w+|committed to|on (?:track|course) to)\b"
)
_OVER = re.compile(
    r"\b(?:(?:is|are|has been|have been|was|were) (?:now )?"
    r"(?:complete|completed|finished|over|in place|open(?! to\b)|closed|delivered)|"
    r"(?:went|gone|goes) live|(?:came|come|entered) into (?:force|effect|circulation|service|operation)|"
    r"took (?:place|effect)|"
    r"kept (?:its|his|her|their) (?:promise|word))\b"
)
_PARTLY = re.compile(
    r"\b(?:partly|partially|half|work (?:has )?beg[au]n|begun (?:work|building)|started (?:work|building)|"
    r"halfway|being|so far|(?:most|some|many|part) of|almost|nearly|"
    r"first (?:\d+|phase|stage|part)|\d+ of (?:the |its )?\d+)\b"
)
_LOOK_BACK = 4


def stance_of(text: str, words: Sequence[Word], verbs: Collection[str], *, is_kept: bool) -> Stance:
    """What a sentence says of the deed whose verbs have these stems; `is_kept` where it is held, not done.

    `words` are the sentence's. Reported done only where the deed's own verb, or a word that something is over, stands
    in the past and nothing makes it a wish, a plan or a question.
    """
    low = text.lower().replace("’", "'")
    if not is_kept and _says(_DROPPED, low):
        return Stance.DROPPED
    if _says(_MOVED, low):
        return Stance.MOVED
    if _OPEN_QUESTION.search(low):
        return Stance.MENTION
    if is_kept:
        return Stance.RESTATED if _AHEAD_CUE.search(low) else Stance.MENTION
    is_done = _is_done(words, verbs) or _OVER.search(low) is not None
    if is_done and not _is_ahead(words, verbs) and not _PARTLY.search(low):
        return Stance.DONE
    return Stance.RESTATED if _AHEAD_CUE.search(low) else Stance.MENTION


def _says(cue: re.Pattern[str], low: str) -> bool:
    """True where a cue stands in a sentence and is not denied just before."""
    return any(not _DENIED.search(low[: found.start()]) for found in cue.finditer(low))


def _is_ahead(words: Sequence[Word], verbs: Collection[str]) -> bool:
    """True where a verb of the deed stands behind a word that puts it ahead: "which will open"."""
    return any(
        word.stem in verbs and not _AHEAD.isdisjoint(one.text.lower() for one in words[max(0, place - 2) : place])
        for place, word in enumerate(words)
    )


def _is_done(words: Sequence[Word], verbs: Collection[str]) -> bool:
    """True where a verb of the deed stands in the past, with nothing before it that puts it ahead."""
    for place, word in enumerate(words):
        if word.stem in verbs and is_past(word.text.lower()):
            before = {one.text.lower() for one in words[max(0, place - _LOOK_BACK) : place]}
            if before.isdisjoint(_AHEAD | {"not", "never", "be", "being"}):
                return True
    return False
