"""What a verb of a sentence is about: the tracked deed's own thing, or another one that only mentions it."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tracker.followup.english.words import STOP, is_past, word_set, words_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tracker.followup.english.words import Word

PREPOSITIONS = word_set(
    "of for on about to into over around regarding behind against towards at in with from by along between near "
    "beside under across off inside outside above below through since"
)
_PARTICLES = word_set("up out off down back forward ahead live")
_AUXILIARIES = word_set("has have had was were is are been be being got gets")
BETWEEN = word_set(
    "now already also just finally last officially since all both not never then still even yet recently soon"
)
_PRONOUNS = word_set("it they them this these both which")
JOINTS = word_set("that which who whom whose where when while as because so but until before after if")
_DETERMINERS = word_set("the a an its their his her our your my this these those all both each every")
_PARTS = word_set(
    "last all each every both whole entirety rest total most some many half one work building copies opening"
)
"""Nouns and counts that stand for the thing itself before "of" or "on"."""

_CARRIERS = word_set(
    "plan plans planned proposal proposals promise promises pledge pledges vow commitment undertaking intention goal "
    "decision idea scheme project work works deadline date timetable "
    "start launch vote"
)
"""Nouns that are moved or dropped in place of the deed, with it behind "of", "for" or "to"."""

_LIKE_ITSELF = word_set("project work works scheme programme building itself proper doors gates door gate")
_TIME = re.compile(
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|may|june|july|august|september|october|"
    r"november|december|spring|summer|autumn|winter|easter|christmas|today|yesterday|tomorrow|morning|afternoon|"
    r"evening|night|noon|weeks?|months?|years?|days?|quarter|\d{1,2}(?:st|nd|rd|th)?|(?:19|20)\d\d|early|late|later|"
    r"ahead|schedule|time|end"
)
_NUMBERED = frozenset(["another", "second", "third", "further"])
_AMOUNTS = word_set("per percent million billion thousand")
_SINGLE = frozenset(["a", "an", "one"])
_NEAR = 2
_LEAST_OF_A_VERB = 4
LONGEST = 2_000
"""Characters of a sentence by which it is judged."""

_NOUN_ENDINGS = ("ment", "ion", "ing", "al", "ance", "ence", "ure")
PASSIVE = frozenset(["was", "were", "is", "are", "been", "be", "being"])
_SAYING = word_set("say says said told announced confirmed reported added reports") | _AUXILIARIES
_HARD = re.compile(r"[,;:()\"“”—–]| - ")
_FIRM = re.compile(r"[;:—–]| - |, (?:and|but) $")


@dataclass(frozen=True, slots=True)
class Deed:
    """What a sentence is asked about: the stems of a deed's verbs, of what they are about, and of all its words.

    heads   the stems that may be the verb's own subject or object: "report", and not "timetable for the report"
    joint   the preposition that the verb takes its object with, if any: "switch to"
    is_negative   it is promised not to do it: "not close the pool"
    is_bare   it names no thing of its own: "be open again"
    """

    verbs: frozenset[str]
    heads: frozenset[str]
    stems: frozenset[str]
    joint: str = ""
    is_negative: bool = False
    is_bare: bool = False

    def names(self, word: Word) -> bool:
        """True for a noun made of one of its verbs: "digitisation", "announcement"."""
        low = word.text.lower()
        return word.stem in self.verbs or any(
            len(verb) >= _LEAST_OF_A_VERB and low.startswith(verb) and low.endswith(_NOUN_ENDINGS)
            for verb in self.verbs
        )


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence: in lower case, its words as they stand, and what stands before each of them."""

    low: str
    words: tuple[Word, ...]
    gaps: tuple[str, ...]

    @classmethod
    def of(cls, text: str) -> Sentence:
        """The sentence of a text; one of over 2,000 characters, which nobody writes, is judged by its beginning."""
        plain = text[:LONGEST].replace("’", "'")
        words = tuple(words_of(plain))
        ends = [0, *(word.start + len(word.text) for word in words)]
        gaps = tuple(plain[end : word.start] for end, word in zip(ends, words, strict=False))
        return cls(plain.lower(), words, gaps)

    def at(self, place: int) -> str:
        """The word at a place, in lower case; empty where there is none."""
        return self.words[place].text.lower() if 0 <= place < len(self.words) else ""

    def place_of(self, offset: int) -> int:
        """The place of the last word that begins before an offset."""
        return bisect_left(self.words, offset, key=lambda word: word.start) - 1

    def begins(self, place: int, *, is_firm: bool = False) -> int:
        """The place of the first word of the clause that holds a place: behind a comma, or, where firm, a semicolon, a
        colon or a comma with "and"."""
        while place > 0:
            gap = self.gaps[place]
            if is_firm:
                if _FIRM.search(gap) or ("," in gap and self.at(place) in ("and", "but")):
                    return place
            elif _HARD.search(gap):
                return place
            place -= 1
        return place


def auxiliaries(sentence: Sentence, place: int) -> frozenset[str]:
    """The auxiliary verbs that stand right before a verb: "has been"."""
    found = set()
    for before in reversed(range(sentence.begins(place), place)):
        word = sentence.at(before)
        if word in _AUXILIARIES:
            found.add(word)
        elif word not in BETWEEN and not word.endswith("ly"):
            break
    return frozenset(found)


def is_about(sentence: Sentence, place: int, deed: Deed, *, with_carriers: bool = False) -> bool:
    """True where the verb at a place is said of the deed's own thing.

    That is its object, or, of a passive and an intransitive verb, its subject. With carriers, plans and dates of the
    deed count for it.
    """
    after = sentence.at(place + 1)
    joined = after != "" and after in ("as", deed.joint)
    own = _object_is_own(sentence, place + 1 + joined, deed, with_carriers=with_carriers)
    if own or (own is not None and after != "as" and PASSIVE.isdisjoint(auxiliaries(sentence, place))):
        return own
    return is_subject(sentence, place, deed, with_carriers=with_carriers)


def is_narrowed(sentence: Sentence, place: int, deed: Deed) -> bool:
    """True where the object of a verb is told more closely than the deed's: "publish a report on noise"."""
    behind = place + 1 + len(list(_noun(sentence, place + 1)))
    if not _NUMBERED.isdisjoint(sentence.at(one) for one in range(place, behind)) and _NUMBERED.isdisjoint(deed.stems):
        return True
    if sentence.at(behind) not in ("on", "about", "into", "for", "of"):
        return False
    told = [one for one in _noun(sentence, behind + 1) if sentence.at(one) not in STOP]
    known = (sentence.words[one].is_name or sentence.words[one].stem in deed.stems for one in told)
    return bool(told) and not any(known) and not is_time(sentence.at(told[0]))


def names_a_figure(sentence: Sentence, deed: Deed) -> bool:
    """True where a sentence says how many of the deed's things, or how much: "60 apprentices", "a tree"."""
    for place, word in enumerate(sentence.words):
        if not word.text[0].isdigit() and word.text.lower() not in _SINGLE:
            continue
        near = range(place + 1, min(place + 1 + _NEAR, len(sentence.words)))
        is_amount = sentence.at(place + 1) in _AMOUNTS or sentence.low[word.start + len(word.text) :].startswith("%")
        if is_amount or any(sentence.words[one].stem in deed.heads for one in near if sentence.at(one) not in STOP):
            return True
    return False


def _object_is_own(sentence: Sentence, place: int, deed: Deed, *, with_carriers: bool) -> bool | None:
    """Whether the noun that begins at a place is the deed's own thing; None where no noun does."""
    while sentence.at(place) in _PARTICLES and not _HARD.search(sentence.gaps[place]):
        place += 1
    place = _behind_time(sentence, place)
    noun = list(_noun(sentence, place))
    behind = place + len(noun)
    said = [one for one in noun if not is_time(sentence.at(one))]
    content = [one for one in said if sentence.at(one) not in STOP]
    if any(sentence.words[one].stem in deed.heads for one in content):
        return sentence.words[content[-1]].stem in deed.heads or sentence.at(content[-1]) in _LIKE_ITSELF
    if said and sentence.at(behind) == "as":
        return _object_is_own(sentence, behind + 1, deed, with_carriers=with_carriers) or (
            None if not content else False
        )
    is_of = sentence.at(behind) == "of"
    if said and is_of and (not content or sentence.at(content[-1]) in _PARTS):
        return _object_is_own(sentence, behind + 1, deed, with_carriers=with_carriers)
    if content and is_of and deed.names(sentence.words[content[-1]]):
        return is_carried(sentence, behind, deed)
    if with_carriers and content and (carried := _carries(sentence, content[-1], behind, deed)) is not None:
        return carried
    if not content:
        return True if any(sentence.at(one) in _PRONOUNS for one in said) else None
    return sentence.at(content[-1]) in _LIKE_ITSELF or (None if sentence.at(content[-1]).endswith("ly") else False)


def _carries(sentence: Sentence, last: int, behind: int, deed: Deed) -> bool | None:
    """Whether a noun that carries a deed ("plans to …") carries this one; None where it carries none."""
    if not deed.names(sentence.words[last]) and sentence.at(last) not in _CARRIERS:
        return None
    return is_carried(sentence, behind, deed)


def is_carried(sentence: Sentence, behind: int, deed: Deed) -> bool:
    """True where what stands behind a carrier is the deed: "to charge visitors", "for the report", or nothing."""
    if sentence.at(behind) not in ("of", "for", "to", "on") or _HARD.search(sentence.gaps[behind]):
        return True
    is_when = is_time(sentence.at(behind + 1)) or sentence.at(behind + 1) in STOP
    if sentence.at(behind) == "to" and not is_when:
        return sentence.words[behind + 1].stem in deed.verbs
    return _object_is_own(sentence, behind + 1, deed, with_carriers=True) is not False


def is_subject(sentence: Sentence, place: int, deed: Deed, *, with_carriers: bool = False) -> bool:
    """True where the nearest of the deed's things before a verb is what it is said of."""
    first = sentence.begins(place, is_firm=True)
    for one in reversed(range(first, place)):
        if sentence.words[one].stem in deed.heads:
            return not (_is_compound(sentence, one, place, deed) or _is_beside(sentence, one, first, deed))
        if with_carriers and _carries(sentence, one, one + 1, deed) and sentence.at(one + 1) in _AUXILIARIES:
            return True
    return any(sentence.at(one) in _PRONOUNS for one in range(first, place))


def _is_compound(sentence: Sentence, head: int, place: int, deed: Deed) -> bool:
    """True where another noun follows: "the bridge café was opened"."""
    after = sentence.at(head + 1)
    is_other = after and head + 1 < place and not _HARD.search(sentence.gaps[head + 1])
    known = _AUXILIARIES | BETWEEN | JOINTS | PREPOSITIONS | _LIKE_ITSELF | STOP
    if not is_other or after in known or after.endswith("ly") or is_time(after) or is_past(after):
        return False
    return sentence.words[head + 1].stem not in deed.stems


def _is_beside(sentence: Sentence, head: int, first: int, deed: Deed) -> bool:
    """True where the thing only tells more of another noun: "the design of the library", "the café in the library"."""
    one = head - 1
    while one >= first and sentence.at(one) not in PREPOSITIONS and sentence.at(one) not in JOINTS:
        if sentence.at(one) in _SAYING or _HARD.search(sentence.gaps[one + 1]):
            return False
        one -= 1
    if one <= first or sentence.at(one) in JOINTS or _HARD.search(sentence.gaps[one + 1]):
        return False
    noun, word = sentence.words[one - 1], sentence.at(one - 1)
    if _HARD.search(sentence.gaps[one]) or word in _PARTS | _CARRIERS or word in STOP or is_past(word):
        return False
    return not (noun.stem in deed.heads or deed.names(noun) or is_time(word))


def _noun(sentence: Sentence, place: int) -> Iterator[int]:
    """The places of the words from a place up to a preposition, a joint or a sign."""
    for one in range(place, len(sentence.words)):
        word = sentence.at(one)
        is_over = word in PREPOSITIONS or word in JOINTS or word in _AUXILIARIES or word in ("will", "or")
        if is_over or (one > place and _HARD.search(sentence.gaps[one])) or _HARD.search(sentence.gaps[one]):
            return
        yield one


def _behind_time(sentence: Sentence, place: int) -> int:
    """The place behind words of time that stand between a verb and its object: "published on Monday its report"."""
    start = place
    while sentence.at(place) in ("on", "in", "last", "this", "at") or is_time(sentence.at(place)):
        place += 1
    is_told = place > start and is_time(sentence.at(place - 1))
    return place if is_told and sentence.at(place) in _DETERMINERS else start


def is_time(word: str) -> bool:
    """True for a word of time: "monday", "2025", "yesterday"."""
    return _TIME.fullmatch(word) is not None
