"""What a sentence says of a deed: done, not done, moved, dropped, still to come, or only spoken of."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from tracker.core.occurrence import Stance
from tracker.followup.english.clauses import Sentence, is_about, is_narrowed
from tracker.followup.english.denials import EVERYONE, Denial, failure_of, is_refused, refusal_of
from tracker.followup.english.guards import is_bare, is_present, is_taken_back
from tracker.followup.english.overtaken import told_beside
from tracker.followup.english.recalled import without_recalled
from tracker.followup.english.turns import DROPPED, MOVED, is_held_back, turn_of
from tracker.followup.english.words import is_past, stem, words_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tracker.followup.english.clauses import Deed
    from tracker.followup.english.turns import Turn

_OPEN_QUESTION = re.compile(
    r"\?|^(?:were|had|should)\b|\b(?:whether|how many|how much|why)\b|"
    r"\b(?:was|were) (?:due|supposed|meant|expected|scheduled|to have)\b|"
    r"\bshould have\b|\b(?:if|once|unless|as soon as)\b|\bden(?:y|ies|ied)\b"
)
_NOT_SO = re.compile(
    r"\b(?:has|have|had) yet to\b|\b(?:not|never) yet\b|\bstill (?:not|waiting|covers?|ha[sv]e? not)\b|"
    r"\bha[sv]e? not\b|\b(?:did|was|were|had) not\b|\b(?:has|have|had|did|was|were)n't"
)
_AHEAD = frozenset(["will", "shall", "would", "to", "can", "could", "may", "might", "must", "should", "ll"])
_AHEAD_CUE = re.compile(
    r"\b(?:will|shall|would|is to|are to|due to|plan(?:s|ning)? to|intend(?:s|ing)? to|"
    r"aim(?:s|ing)? to|expect(?:s|ing)? to|hop(?:es|ing) to|going to|"
    r"promis\w+|pledg\w+|vow\w*|undert\w+|committed to|on (?:track|course) to)\b"
)
_OVER = re.compile(
    r"\b(?:(?:is|are|has been|have been|was|were) (?:now )?"
    rf"(?:complete|completed|finished|over|in place|delivered|open(?! to (?!{EVERYONE})))|"
    r"(?:went|gone|goes) live|(?:came|come|entered) into (?:force|effect|circulation|service|operation)|"
    r"took (?:place|effect)|(?:is|are|was|were|been) (?:\w+ )?up and running|"
    r"kept (?:its|his|her|their) (?:promise|word))\b"
)
_MANNER = (
    r"(?:in (?:the )?(?:rain|snow|fog|wind|dark|darkness|heat|cold|silence|secret|private|haste|style|protest|front|"
    r"chaos|bad weather|heavy rain)|at (?:(?:a|an|the|its|great|huge|high|extra|\w+ times|twice|double)(?: \w+)? )?"
    r"(?:cost|price|expense|loss)|to (?:little |loud )?(?:cheers|boos|applause|protests?|criticism|jeers))\b"
)
_PARTLY = re.compile(
    r"\b(?:partly|partially|half|work (?:has )?beg[au]n|begun (?:work|building)|started (?:work|building)|"
    r"halfway|being|so far|(?:most|some|many|part) of|almost|nearly|"
    r"first (?:\d+|phase|stage|part)|\d+ of (?:the |its )?\d+)\b|"
    rf"\b(?:but|though|except)(?: not| only)?(?: yet)? (?:those\b|(?!{_MANNER})(?:at|in|on|for|to|from) "
    r"(?!(?:the )?(?:time|schedule|budget|"
    r"full|way|manner|end|\d|(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|may\b|"
    r"june|july|august|september|october|november|december|spring|summer|autumn|winter)))"
)
_FINISHED = frozenset(["completed", "finished", "delivered"])
_SHUT = stem("close")
_KEPT = re.compile(r"\bkept (?:its|his|her|their) (?:promise|word)\b")
# A task that is ticked or crossed out, as the readers write it: "Done: the clerk to circulate the draft by 3 May".
_TICKED = re.compile(r"\W*(?P<mark>done|dropped): ", re.IGNORECASE)
# What stands before the deed in a task of another kind: to ask somebody for it, or not to do it.
_ANOTHER_TASK = re.compile(
    r"\b(?:ask|urge|remind|press|tell|invite|instruct|request|want|expect)(?:s|ed|ing)?\b|"
    r"\bto (?!(?:the|an?|our|its|their|his|her|all|each|every)\b)(?=.*\bto $)"
)
_NOT_TO = re.compile(r"\b(?:not|never|no longer)\b")
_ASIDE = re.compile(r", (?:which|who|whose|where|as|the|an?|due|says?|said)\b[^,;:]*,")


@dataclass(frozen=True, slots=True)
class Saying:
    """What a sentence says of a deed.

    is_present    told in the present, as what is to come is told too: "is published"
    needs_day     only a past day makes it past: "cut", "set"
    is_turning    it moves or drops another thing: its dates are not the deed's
    is_narrowed   it is told more closely than the deed, as another of its like would be: "a report on noise"
    is_overtaken  it was moved before it was done, and is moved still where its day lies ahead
    told          the sentence without what it only recalls of the promise, whose times are not those of the deed
    denial        what it denies of the deed, where it is dropped or not done by that
    """

    stance: Stance
    is_present: bool = False
    needs_day: bool = False
    is_turning: bool = False
    is_narrowed: bool = False
    is_overtaken: bool = False
    told: str = ""
    denial: Denial | None = None


def stance_of(text: str, deed: Deed, *, is_kept: bool) -> Saying:
    """What a sentence says of a deed; `is_kept` where it is held, not done.

    Reported done only where the deed's own verb, or a word that something is over, stands in the past, is said of the
    deed's own thing, and nothing makes it a wish, a plan, a question or a time to come.
    """
    if not is_kept and (mark := _TICKED.match(text)):
        return _ticked(text, mark["mark"].lower(), deed)
    told = _without_asides(text, deed)
    turn = turn_of(Sentence.of(told), deed, is_kept=is_kept)
    if turn and turn.is_surely:
        if turn.stance is Stance.MOVED and not is_kept and (done := _overtaken(told, turn, deed)):
            return replace(done, is_overtaken=True, told=told)
        return Saying(turn.stance, told=told, denial=Denial(turn.behind, is_surely=True) if turn.is_denied else None)
    told = _without_asides(without_recalled(text, deed), deed)
    sentence = Sentence.of(told)
    if _OPEN_QUESTION.search(sentence.low):
        return Saying(Stance.MENTION)
    if not deed.is_negative and (denied := _denied(sentence, deed)):
        return replace(denied, told=told)
    if _NOT_SO.search(sentence.low):
        return Saying(Stance.MENTION)
    if not is_kept and not _PARTLY.search(sentence.low) and (done := _done(sentence, deed)):
        return replace(done, told=without_recalled(text, deed))
    return Saying(Stance.MENTION) if turn else _ahead(sentence, deed, is_kept=is_kept)


def _ticked(text: str, mark: str, deed: Deed) -> Saying:
    """What a ticked task says of the deed: its own words and its date are those of the promise."""
    sentence = Sentence.of(text)
    owns = (
        word.start
        for place, word in enumerate(sentence.words)
        if word.stem in deed.verbs and is_about(sentence, place, deed)
    )
    first = next(owns, None)
    before = sentence.low[:first]
    if first is None or _ANOTHER_TASK.search(before) or (not deed.is_negative and _NOT_TO.search(before)):
        return Saying(Stance.MENTION)
    return Saying(Stance.DONE if mark == "done" else Stance.DROPPED)


def _denied(sentence: Sentence, deed: Deed) -> Saying | None:
    """The deed told as given up or not done; only spoken of where it is unsure what is denied; else None."""
    if refusal := refusal_of(sentence, deed):
        if refusal.is_late:
            return Saying(Stance.MOVED)
        return Saying(Stance.DROPPED if refusal.is_surely else Stance.MENTION, denial=refusal)
    if failure := failure_of(sentence, deed):
        return Saying(Stance.NOT_DONE, denial=failure)
    return None


def _ahead(sentence: Sentence, deed: Deed, *, is_kept: bool) -> Saying:
    """The deed told as still to come, or only spoken of."""
    low = sentence.low
    if _AHEAD_CUE.search(low) is None or (not is_kept and _is_another(sentence, deed)):
        return Saying(Stance.MENTION)
    if deed.is_negative and refusal_of(sentence, deed) is None:
        return Saying(Stance.MENTION)
    ahead = [place for place in range(len(sentence.words)) if _is_put_ahead(sentence, place, deed)]
    if not deed.is_negative and not ahead and (is_refused(sentence) or is_held_back(sentence, deed)):
        return Saying(Stance.MENTION)
    is_turning = MOVED.search(low) is not None or DROPPED.search(low) is not None
    narrowed = bool(ahead) and all(is_narrowed(sentence, place, deed) for place in ahead)
    return Saying(Stance.RESTATED, is_turning=is_turning, is_narrowed=narrowed)


def _without_asides(text: str, deed: Deed) -> str:
    """The sentence without what is only put in between commas and does not speak of the deed."""

    def shortened(found: re.Match[str]) -> str:
        stems = {word.stem for word in words_of(found[0].lower())}
        return found[0] if stems & {*deed.verbs, *deed.heads} else " "

    return _ASIDE.sub(shortened, text)


def _done(sentence: Sentence, deed: Deed) -> Saying | None:
    """The deed told as done; None where it is not, or where it is told as still ahead beside that."""
    if any(_is_put_ahead(sentence, place, deed) for place in range(len(sentence.words))):
        return None
    told = [place for place in _told_over(sentence, deed) if not is_taken_back(sentence, place, deed)]
    sayings = [
        Saying(Stance.DONE, is_present=is_present(sentence, place), needs_day=is_bare(sentence, place))
        for place in told
    ]
    return min(sayings, key=lambda one: (one.is_present, one.needs_day), default=None)


def _overtaken(text: str, turn: Turn, deed: Deed) -> Saying | None:
    """The deed told as done beside a move of the past: "delayed by floods, it opened"; None where it is moved still."""
    beside = (Sentence.of(one) for one in told_beside(text, turn, deed))
    told = (_done(one, deed) for one in beside if not _OPEN_QUESTION.search(one.low) and not _PARTLY.search(one.low))
    return next((one for one in told if one), None)


def _told_over(sentence: Sentence, deed: Deed) -> Iterator[int]:
    """The places of the verbs, and of words such as "complete", that tell of the deed's own thing."""
    over = (found for found in _OVER.finditer(sentence.low) if not (found[0].endswith("open") and _SHUT in deed.verbs))
    ends = {sentence.place_of(found.end()) for found in over}
    kept = {sentence.place_of(found.end()) for found in _KEPT.finditer(sentence.low)}
    for place, word in enumerate(sentence.words):
        is_verb = word.stem in deed.verbs and is_past(sentence.at(place))
        if place in kept or (
            (is_verb or place in ends or sentence.at(place) in _FINISHED) and is_about(sentence, place, deed)
        ):
            yield place


def _is_put_ahead(sentence: Sentence, place: int, deed: Deed) -> bool:
    """True for a verb of the deed behind a word that puts it ahead: "which will open"."""
    before = (sentence.at(place - 1), sentence.at(place - 2))
    return sentence.words[place].stem in deed.verbs and not _AHEAD.isdisjoint(before)


def _is_another(sentence: Sentence, deed: Deed) -> bool:
    """True where what is put ahead is done to another thing: "will publish a timetable for the report"."""
    ahead = [place for place in range(len(sentence.words)) if _is_put_ahead(sentence, place, deed)]
    return bool(ahead) and not any(is_about(sentence, place, deed) for place in ahead)
