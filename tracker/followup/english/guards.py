"""What stands before a verb and takes its word away: denied, wished for, asked, or only said of a time to come."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tracker.followup.english.clauses import auxiliaries
from tracker.followup.english.words import stem, word_set

if TYPE_CHECKING:
    from tracker.followup.english.clauses import Deed, Sentence

BASE_LIKE = word_set("set cut put let hit shut read spread split cost")
"""Past forms that are the bare verb too: "demand that they cut fares"."""

_DENIED = word_set(
    "not never nobody none neither nor hardly barely scarcely cannot can't couldn't won't wouldn't isn't aren't wasn't "
    "weren't don't doesn't hasn't haven't hadn't didn't unable unlikely impossible false untrue denied nowhere "
    "far short"
)
_DENYING = re.compile(
    r"\b(?:no one|no(?! (?:fewer|less|later|more|sooner|doubt|longer than))|refus\w+|fail(?:s|ed|ing)?|forg[eo]t\w*|"
    r"declin(?:e|es|ed|ing) to|rumou?rs?|doubts?|doubted|alleg\w+|pretend\w*)\b"
)
_HARMLESS = re.compile(r"\b(?:not only|not just|not a (?:day|moment|minute) too|far more|so far)\b")
_WISHED = re.compile(
    r"(?<!long )(?<!long-)(?<!much )(?<!much-)(?<!eagerly )(?<!as )\b"
    r"(?:want\w*|wish\w*|hop(?:e|es|ed|ing)|expect\w*|think\w*|thought|believ\w*|demand\w*|ask(?:s|ed|ing)?|"
    r"urg(?:e|es|ed|ing)|insist\w*|suggest\w*|call(?:s|ed|ing)? (?:on|for)|(?:high|about) time|it is time|rather|"
    r"fear\w*|imagin\w*|let|promis\w*|pledg\w*|vow\w*|propos(?:e|es|ed|ing|al)|recommend\w*|request\w*|petition\w*|motion|"
    r"confident|certain|forecast\w*|predict\w*|aim\w*|intend\w*|dream\w*|need(?:s|ed)?|requir\w*|suppos\w*|prefer\w*|"
    r"plead\w*|beg(?:s|ged)?|plans?|planned|due|likely|eager|keen|agree(?:s|d)? to|order(?:s|ed)?|instruct\w*|allow\w*|"
    r"whoever)\b"
)
_TOLD_WISH = re.compile(r"\b(?:that|which) (?:[\w'-]+ ){0,4}$")
_PASSIVE_AHEAD = re.compile(r"\b(?:is|are|was|were|been|being|be) (?:\w+ly )?$")
_SAYING = re.compile(
    r"\b(?:sa(?:id|ys?)|told|add(?:s|ed)|announced|warn\w*|time|clear|argu\w+|insist\w*) (?:that|which) "
)
_UNTIL = word_set("until till before if once unless whether provided lest without despite instead")
_WHILE = word_set("when after while whenever day moment time")
_WHILE_SAID = re.compile(r"\bas (?:soon|long) as\b|\bin case\b|\bso that\b|\bby the time\b|\bfrom the day\b")
_MODALS = word_set("will shall would can could may might must should i'll we'll they'll it'll")
_FINITE = word_set("has have had was were is are")
_NOUN_AHEAD = word_set("the a an its their his her our all both each every those these this that")
_PRESENT = word_set("is are has have")


def is_taken_back(sentence: Sentence, place: int, deed: Deed) -> bool:
    """True where what stands before a past form or a word such as "complete" says that it is not so, or not yet."""
    helping = auxiliaries(sentence, place)
    start, firm = sentence.begins(place), sentence.begins(place, is_firm=True)
    near = [sentence.at(one) for one in range(start, place)]
    far = _text(sentence, firm, place)
    is_present = bool(helping & _PRESENT) and not helping & {"been", "had"}
    is_stated = bool(helping & _FINITE)
    return (
        is_only_said(far, deed)
        or _is_subordinate(near, is_open=bool(helping & _PRESENT))
        or (is_present and not _MODALS.isdisjoint(far.split()))
        or (not is_stated and _is_ahead(near))
        or bool({"be", "being"} & helping)
        or not _MODALS.isdisjoint(near[-4:])
    )


def is_only_said(far: str, deed: Deed) -> bool:
    """True where what stands before a verb, in lower case, denies it, or makes it a wish, a fear or a view."""
    return _is_denied(far) or _is_wished(far, deed)


def is_present(sentence: Sentence, place: int) -> bool:
    """True for "is published", "are open": what may still be to come."""
    return bool(auxiliaries(sentence, place) & {"is", "are"})


def is_bare(sentence: Sentence, place: int) -> bool:
    """True where a form may as well be no past: "set", "cut", without an auxiliary beside it."""
    return sentence.at(place) in BASE_LIKE and not auxiliaries(sentence, place) & _FINITE


def _text(sentence: Sentence, first: int, place: int) -> str:
    return " ".join(sentence.at(one) for one in range(first, place))


def _is_denied(far: str) -> bool:
    far = _HARMLESS.sub("", far)
    return not _DENIED.isdisjoint(far.split()) or _DENYING.search(far) is not None


def _is_wished(far: str, deed: Deed) -> bool:
    """True where the verb hangs on a wish, a plan or a view; not where a wish only tells which one is meant."""
    for found in _WISHED.finditer(far):
        if stem(found[0].split()[0]) in deed.stems:
            continue
        before = far[: found.start()]
        is_telling = found[0].endswith("ed") and _TOLD_WISH.search(before) and not _SAYING.search(before)
        is_adjective = found[0].endswith("ed") and before.endswith(("the ", "its ", "their ", "a "))
        is_by = found[0].endswith("ed") and far.startswith(" by ", found.end()) and not _PASSIVE_AHEAD.search(before)
        if not (is_telling or is_adjective or is_by):
            return True
    return False


def _is_subordinate(near: list[str], *, is_open: bool) -> bool:
    """True where the verb stands behind "until", or, where it is no plain past, behind "when"."""
    if not _UNTIL.isdisjoint(near):
        return True
    return is_open and (not _WHILE.isdisjoint(near) or _WHILE_SAID.search(" ".join(near)) is not None)


def _is_ahead(near: list[str]) -> bool:
    """True where a verb without an auxiliary of its own hangs on "will" or "to" before it: "will raise and cut"."""
    if not _MODALS.isdisjoint(near):
        return True
    return any(one == "to" and near[at + 1 : at + 2] and near[at + 1] not in _NOUN_AHEAD for at, one in enumerate(near))
