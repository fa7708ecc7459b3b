"""What a sentence denies of a deed: that it will be done, or that it was done."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tracker.followup.english.clauses import is_about, is_narrowed
from tracker.followup.english.guards import is_only_said
from tracker.followup.english.words import word_set

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tracker.followup.english.clauses import Deed, Sentence

_MODAL = r"(?:will|shall|would)"
_REFUSED = re.compile(
    rf"\b(?:{_MODAL}(?: (?:now|also|thus|therefore|then|however|\w+ly))? (?:not|never)(?: be able to)?|"
    r"won't(?: be able to)?|refus(?:ed|es) to|"
    r"(?:is|are) (?:not|no longer)(?: now)? (?:going )?to)\b(?! (?:only|just|merely|simply|fail)\b)"
)
_NONE = re.compile(rf"\b(?:{_MODAL} \w+|there {_MODAL} be|there (?:is|are) to be) no\b(?! (?:later|fewer|less|more)\b)")
_NO_THING = re.compile(rf"\bno (?:[\w-]+ ){{1,5}}?{_MODAL}\b")
_NO_THING_YET = re.compile(r"\bno (?!other |more |further |longer |later )(?:[\w-]+ ){1,5}?(?:has|have|was|were)\b")
_FAILED = re.compile(
    r"\b(?:(?:has|have)(?: (?:\w+ly|still|as yet|yet))? (?:not|never)|hasn't|haven't|did not|didn't|"
    r"(?:was|were) (?:not|never)|wasn't|weren't|(?:has |have )?failed to|"
    r"(?:broke|has broken|have broken) (?:its|his|her|their) (?:promise|pledge|word|commitment) to|"
    r"(?:has |have )?missed (?:its|his|her|their) (?:own )?(?:deadline|target|date) to)\b"
    r"(?! (?:only|just|merely|simply|fail)\b)"
)
_CONDITION = re.compile(r"\b(?:until|unless|without|before|as long as)\b")
_SO_FAR = re.compile(r"\b(?:yet|still|so far)\b")
_BETWEEN = word_set("be been have now also yet still then even being")
_BOUND = re.compile(
    r"\b(?:without|except|other than|alone|only|all|every|both|fully|properly|(?:on|in) time|"
    r"as (?:planned|promised|expected|scheduled|announced)|by (?:the|a|an|its|their)|"
    r"on (?:mon|tues|wednes|thurs|fri|satur|sun)day)\b|(?<!,) but\b(?! (?:by|on|in|at|from)\b)"
)
"""What denies a part or a manner of a deed only: "without a vote", "by the mayor"."""


@dataclass(frozen=True, slots=True)
class Denial:
    """What is denied of a deed.

    behind      where the denied verb ends: a time told behind it is denied too, and not the deed
    is_surely   the verb that is denied is surely the deed's, with all of its thing
    is_so_far   it may still come: "has not yet"
    """

    behind: int
    is_surely: bool
    is_so_far: bool = False


def refusal_of(sentence: Sentence, deed: Deed) -> Denial | None:
    """That the deed will not be done; None where nothing of the kind is said."""
    spans = ((found.start(), found.end()) for cue in (_REFUSED, _NO_THING) for found in cue.finditer(sentence.low))
    denials = [one for start, end in spans if (one := _denial(sentence, start, end, deed))]
    for found in _NONE.finditer(sentence.low):
        verb = sentence.place_of(found.end()) - 1
        if sentence.at(verb) == "be" or sentence.words[verb].stem in deed.verbs:
            is_own = is_about(sentence, verb, deed)
            denials += [_judged(sentence, found.start(), verb, deed)] if is_own else []
    return max(denials, key=lambda one: one.is_surely, default=None)


def failure_of(sentence: Sentence, deed: Deed) -> Denial | None:
    """That the deed was not done, where that is surely what is said; None where it is not."""
    spans = ((found.start(), found.end()) for cue in (_FAILED, _NO_THING_YET) for found in cue.finditer(sentence.low))
    denials = (_denial(sentence, start, end, deed) for start, end in spans)
    return next((one for one in denials if one is not None and one.is_surely), None)


def _denial(sentence: Sentence, start: int, end: int, deed: Deed) -> Denial | None:
    """The denial whose cue stands between two offsets; unsure where the deed's verb does not follow at once."""
    last = sentence.place_of(end)
    for place in _clause(sentence, last + 1):
        if sentence.words[place].stem in deed.verbs:
            is_next = all(_is_between(sentence.at(one)) for one in range(last + 1, place))
            if is_next and is_about(sentence, place, deed):
                return _judged(sentence, start, place, deed)
            return Denial(sentence.words[place].start, is_surely=False)
    return None


def _judged(sentence: Sentence, start: int, verb: int, deed: Deed) -> Denial:
    behind = sentence.words[verb].start + len(sentence.words[verb].text)
    first = sentence.place_of(start + 1)
    far = sentence.low[sentence.words[sentence.begins(first, is_firm=True)].start : start]
    is_bound = _BOUND.search(sentence.low, behind) is not None or _CONDITION.search(far) is not None
    is_part = is_bound or is_narrowed(sentence, verb, deed)
    is_so_far = _SO_FAR.search(sentence.low) is not None
    return Denial(behind, is_surely=not is_part and not is_only_said(far, deed), is_so_far=is_so_far)


def _clause(sentence: Sentence, place: int) -> Iterator[int]:
    """The places from one up to the next sign."""
    for one in range(place, len(sentence.words)):
        if not sentence.gaps[one].isspace():
            return
        yield one


def _is_between(word: str) -> bool:
    return word in _BETWEEN or word.endswith("ly")
