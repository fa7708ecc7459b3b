"""What a sentence denies of a deed: that it will be done, or that it was done."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from tracker.followup.english.clauses import is_about, is_narrowed, is_time
from tracker.followup.english.guards import is_only_said
from tracker.followup.english.words import stem, word_set

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tracker.followup.english.clauses import Deed, Sentence

_MODAL = r"(?:will|shall|would)"
_REFUSED = re.compile(
    rf"\b(?:{_MODAL}(?: (?:now|also|thus|therefore|then|however|\w+ly))? (?:not|never)(?: be able to)?|"
    r"won't(?: be able to)?|refus(?:ed|es) to|"
    r"(?:is|are) (?:not|no longer)(?: now)? (?:going )?to)\b(?! (?:only|just|merely|simply|fail)\b)"
)
_UNABLE = re.compile(
    rf"\b(?:cannot|can't|can not|(?:is|are|be) (?:not able|unable) to|(?:{_MODAL} (?:not|never)|won't) be ready to)\b"
)
_NONE = re.compile(rf"\b(?:{_MODAL} \w+|there {_MODAL} be|there (?:is|are) to be) no\b(?! (?:later|fewer|less|more)\b)")
_NO_THING = re.compile(rf"\bno (?:[\w-]+ ){{1,5}}?{_MODAL}\b")
_NO_THING_YET = re.compile(r"\bno (?!other |more |further |longer |later )(?:[\w-]+ ){1,5}?(?:has|have|was|were)\b")
_FAILED = re.compile(
    r"\b(?:(?:has|have|had)(?: (?:\w+ly|still|as yet|yet))? (?:not|never)|hasn't|haven't|hadn't|did not|didn't|"
    r"(?:was|were) (?:not|never)|wasn't|weren't|(?:has |have )?failed to|"
    r"(?:broke|has broken|have broken) (?:its|his|her|their) (?:promise|pledge|word|commitment) to|"
    r"(?:has |have )?missed (?:its|his|her|their) (?:own )?(?:deadline|target|date) to)\b"
    r"(?! (?:only|just|merely|simply|fail)\b)"
)
_TURN = re.compile(r" (?:be )?(?:delay|postpon|defer|reschedul|scrap|abandon|shelv|cancel|drop|withdraw|mov|put)")
_LATE = re.compile(r"\b(?:on|in) time\b|\bon schedule\b|\bby (?:the|its|their) (?:own )?deadline\b")
_THEN = re.compile(r"\b(?:before|until|till|when|while|by the time|at the time)\b")
"""What stands behind a failure that may have been made good since: "had not opened it when the flood came"."""

EVERYONE = (
    r"(?:the )?(?:public|visitors|traffic|passengers|everyone|everybody|all|customers|readers|patients|pupils|"
    r"members)\b"
)
"""To whom a thing is opened that is open: to these, and not to some of them alone."""

_TO_SOME = re.compile(
    rf"[^,;:]*?(?<!due )(?<!according )(?<!owing )(?<!thanks )(?<!up )\bto (?!{EVERYONE}|date\b|him\b|me\b|\d)"
)
_OF_SOME = re.compile(
    r"[^,;:]*?(?<!,) (?:(?P<which>who|that)(?! (?:it|they|he|she|we|was|were|is|are|had|the \w+) (?:had |has |been )*"
    r"(?:promis|pledg|plann|announc|due))|(?:from|with) (?:the |a |its |their )?(?P<noun>\w+))\b"
)
"""What is denied of some of the deed's things only: "open it to lorries", "nurses from abroad"."""

_OPEN = frozenset([stem("open"), stem("close")])
_MADE_GOOD = re.compile(
    r"\b(?:has|have|is|are|did)(?: \w+){0,2}? (?:now|since)(?=[.,;!]|$)|"
    r"\b(?:has|have|is|are) (?:(?:now|since|finally|at last|later|then) )+(?:been )?(?:open|done|complete|\w+ed)\b|"
    r"\bnow (?:it|they) (?:has|have|is|are)\b|\bis open\b"
)
"""What was not so once may be so by now: "had not opened it; it has now"."""

_CONDITION = re.compile(r"\b(?:until|unless|without|before|as long as)\b")
_SO_FAR = re.compile(r"\b(?:yet|still|so far)\b")
_BETWEEN = word_set("be been have now also yet still then even being")
_BOUND = re.compile(
    r"\b(?:without|unless|except|other than|alone|only|(?<!after )all|every|both|fully|properly|(?:on|in) time|"
    r"as (?:planned|promised|expected|scheduled|announced)|by (?:the|a|an|its|their)|"
    r"on (?:mon|tues|wednes|thurs|fri|satur|sun)day)\b|"
    r"(?<!,) but\b(?! (?:by|on|in|at|from)\b| (?:\w+ ){0,3}(?:will|would) do (?:so|it)\b)"
)
"""What denies a part or a manner of a deed only: "without a vote", "by the mayor"."""


@dataclass(frozen=True, slots=True)
class Denial:
    """What is denied of a deed.

    behind      where the denied verb ends: a time told behind it is denied too, and not the deed
    is_surely   the verb that is denied is surely the deed's, with all of its thing
    is_so_far   it may still come: "has not yet"
    is_late     only that it will be done in time is denied
    is_by_day   it says something of the deed only where its due date is denied: a deed that names no thing of its own,
                or one that cannot be done
    """

    behind: int
    is_surely: bool
    is_so_far: bool = False
    is_late: bool = False
    is_by_day: bool = False


def refusal_of(sentence: Sentence, deed: Deed) -> Denial | None:
    """That the deed will not be done; None where nothing of the kind is said."""
    denials = [one for cue in (_REFUSED, _NO_THING) for one in _denials(cue, sentence, deed)]
    denials += [
        replace(one, is_surely=False, is_by_day=one.is_surely or one.is_by_day)
        for one in _denials(_UNABLE, sentence, deed)
    ]
    for found in _NONE.finditer(sentence.low):
        verb = sentence.place_of(found.end()) - 1
        if sentence.at(verb) == "be" or sentence.words[verb].stem in deed.verbs:
            is_own = is_about(sentence, verb, deed)
            denials += [_judged(sentence, found.start(), verb, deed)] if is_own else []
    return max(denials, key=lambda one: (one.is_surely, one.is_late, one.is_by_day), default=None)


def failure_of(sentence: Sentence, deed: Deed) -> Denial | None:
    """That the deed was not done, where that is surely what is said; None where it is not."""
    denials = (one for cue in (_FAILED, _NO_THING_YET) for one in _denials(cue, sentence, deed))
    return next((one for one in denials if one.is_surely and not _is_made_good(sentence.low[one.behind :])), None)


def _is_made_good(behind: str) -> bool:
    """True where what stands behind a failure says that it may have been made good since."""
    return _THEN.search(behind) is not None or _MADE_GOOD.search(behind) is not None


def is_refused(sentence: Sentence) -> bool:
    """True where a sentence denies that something will be; not where it denies that it will be moved or dropped."""
    found = (one for cue in (_REFUSED, _NO_THING, _NONE) for one in cue.finditer(sentence.low))
    return any(not _TURN.match(sentence.low, one.end()) for one in found)


def _denials(cue: re.Pattern[str], sentence: Sentence, deed: Deed) -> Iterator[Denial]:
    for found in cue.finditer(sentence.low):
        if (one := _denial(sentence, found.start(), found.end(), deed)) is not None:
            yield one


def _denial(sentence: Sentence, start: int, end: int, deed: Deed) -> Denial | None:
    """The denial whose cue stands between two offsets; unsure where the deed's verb does not follow at once."""
    last = sentence.place_of(end)
    for place in _clause(sentence, last + 1):
        if sentence.words[place].stem in deed.verbs:
            is_next = all(_is_between(sentence.at(one)) for one in range(last + 1, place))
            if is_next and is_about(sentence, place, deed):
                return _judged(sentence, start, place, deed)
            if is_next and deed.is_bare:
                judged = _judged(sentence, start, place, deed)
                return replace(judged, is_surely=False, is_by_day=judged.is_surely)
            return Denial(sentence.words[place].start, is_surely=False)
    return None


def _judged(sentence: Sentence, start: int, verb: int, deed: Deed) -> Denial:
    behind = sentence.words[verb].start + len(sentence.words[verb].text)
    first = sentence.place_of(start + 1)
    far = sentence.low[sentence.words[sentence.begins(first, is_firm=True)].start : start]
    is_free = _CONDITION.search(far) is None and not is_only_said(far, deed)
    bounds = (found[0] for found in _BOUND.finditer(sentence.low, behind))
    is_part = any(stem(bound) not in deed.stems for bound in bounds) or is_narrowed(sentence, verb, deed)
    is_part = is_part or _is_of_some(sentence.low[behind:], deed)
    is_late = is_free and _LATE.search(sentence.low, behind) is not None
    is_so_far = _SO_FAR.search(sentence.low) is not None
    return Denial(behind, is_surely=is_free and not is_part, is_so_far=is_so_far, is_late=is_late)


def _is_of_some(behind: str, deed: Deed) -> bool:
    """True where what is denied is so of some of the deed's things, or for some people, only."""
    if not _OPEN.isdisjoint(deed.verbs) and _TO_SOME.match(behind):
        return True
    found = _OF_SOME.match(behind)
    return found is not None and (found["which"] is not None or not _is_known(found["noun"], deed))


def _is_known(noun: str, deed: Deed) -> bool:
    return is_time(noun) or noun[0].isdigit() or noun in ("now", "then", "next", "this") or stem(noun) in deed.stems


def _clause(sentence: Sentence, place: int) -> Iterator[int]:
    """The places from one up to the next sign."""
    for one in range(place, len(sentence.words)):
        if not sentence.gaps[one].isspace():
            return
        yield one


def _is_between(word: str) -> bool:
    return word in _BETWEEN or word.endswith("ly")
