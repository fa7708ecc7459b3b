"""Whether it is another promisor that a sentence tells of: Norden Council, and not Elsin Council."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tracker.followup.english.clauses import BETWEEN, JOINTS, PASSIVE, PREPOSITIONS, Sentence, auxiliaries, is_time
from tracker.followup.english.words import STOP, is_past, stem, word_set, words_of

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from tracker.followup.english.clauses import Deed

HEADS = frozenset(
    map(
        stem,
        word_set(
            "council ministry department board authority trust agency commission committee government bank university "
            "institute association society company corporation party parliament assembly federation foundation union "
            "college court regulator secretariat municipality county directorate"
        ),
    )
)
"""What organisations are: the word alone names none of them."""

_ANY = word_set(
    "full town city new local county district borough municipal whole entire national federal regional central own "
    "mr mrs ms dr prof sir lady lord minister mayor councillor president chancellor chair director"
)
"""Words beside such a head that tell no promisor from another."""

ROLES = word_set("mr mrs ms dr prof sir lady lord minister mayor councillor president chancellor")
"""What people are before their names."""

_NOT_BEFORE = PREPOSITIONS | {"and", "or", "like", "unlike", "than", "as"}
_AHEAD = frozenset(["will", "would", "shall", "may", "is", "are", "was", "were", "has", "have", "had", "plans"])
_NEAR = 4


@dataclass(frozen=True, slots=True)
class _Named:
    """A promisor as a sentence names it: the places of its first word and behind its last one, and what tells it."""

    first: int
    end: int
    telling: frozenset[str]


def tells_of_another(sentence: Sentence, before: Sentence | None, names: Iterable[str], deed: Deed) -> bool:
    """True where a sentence says it of another promisor than of the one with these names.

    `before` is the sentence ahead of it, which tells whom "it" and "the council" mean.
    """
    own, heads = _own_words(names)
    if not own:
        return False
    named = list(_named(sentence, heads, deed))
    is_ours = any(one.telling & own for one in named) or not own.isdisjoint(word.stem for word in sentence.words)
    others = [one for one in named if one.telling and not one.telling & own]
    if any(_does_it(sentence, one, deed) or (not is_ours and _does_any(sentence, one)) for one in others):
        return True
    if (name := _bare_name(sentence, own, deed)) and (not is_ours or name == 1):
        return True
    is_pointing = sentence.at(0) in ("it", "its", "they", "their") or any(not one.telling for one in named)
    return before is not None and is_pointing and not is_ours and tells_of_another(before, None, names, deed)


def _own_words(names: Iterable[str]) -> tuple[frozenset[str], frozenset[str]]:
    """The stems that tell the promisor from others, and those that say what it is."""
    own: set[str] = set()
    heads = set(HEADS)
    for name in (part for whole in names for part in whole.split(", ")):
        words = [word for word in words_of(name) if word.text.lower() not in STOP]
        if len(words) > 1 and words[0].text.lower() not in ROLES:
            heads.add(words[-1].stem if " of " not in name else words[0].stem)
        own |= {word.stem for word in words if word.text.lower() not in _ANY}
    return frozenset(own - heads), frozenset(heads)


def _named(sentence: Sentence, heads: Collection[str], deed: Deed) -> Iterator[_Named]:
    """The promisors that a sentence names by what they are: "Norden Council", "the ministry of health"."""
    for place, word in enumerate(sentence.words):
        if word.stem not in heads or word.stem in deed.stems:
            continue
        first = place
        while first > 0 and _is_beside(sentence, first):
            first -= 1
            if not sentence.words[first].is_name:
                break
        end = _behind_complement(sentence, place + 1)
        told = {one for one in range(first, end) if one != place and sentence.at(one) not in STOP | _ANY}
        yield _Named(first, end, frozenset(sentence.words[one].stem for one in told))


def _is_beside(sentence: Sentence, place: int) -> bool:
    """True where the word before a place belongs to the same name."""
    word = sentence.at(place - 1)
    is_word = word not in STOP and word not in PREPOSITIONS | JOINTS | {"and"} and not is_past(word)
    return is_word and sentence.gaps[place] == " " and not is_time(word) and not word.endswith("'s")


def _behind_complement(sentence: Sentence, place: int) -> int:
    """The place behind "of Health", "of the environment"; the same place where nothing of the kind stands there."""
    if sentence.at(place) not in ("of", "for") or sentence.gaps[place] != " " or sentence.at(place - 1).endswith("'s"):
        return place
    end = place + 1 + (sentence.at(place + 1) == "the")
    while end < len(sentence.words) and sentence.words[end].is_name and sentence.gaps[end] == " ":
        end += 1
    return max(end, place + 2)


def _does_it(sentence: Sentence, one: _Named, deed: Deed) -> bool:
    """True where a named promisor is who does the deed, or whose thing it is."""
    if sentence.at(one.first - 1) == "by":
        return True
    near = range(one.end, min(one.end + _NEAR, len(sentence.words)))
    if sentence.at(one.end - 1).endswith("'s"):
        return any(sentence.words[place].stem in deed.heads for place in near)
    start = one.first - (sentence.at(one.first - 1) == "the")
    if sentence.at(start - 1) == "of":
        return sentence.words[start - 2].stem in deed.heads if start >= 2 else False
    if sentence.at(start - 1) in _NOT_BEFORE:
        return False
    return any(sentence.words[place].stem in deed.verbs and _is_next_verb(sentence, one.end, place) for place in near)


def _is_next_verb(sentence: Sentence, end: int, place: int) -> bool:
    """True where nothing but auxiliaries and their like stands between a name and a verb."""
    helping = _AHEAD | {"been", "now", "already", "also", "to", "be"}
    between = [sentence.at(one) for one in range(end, place)]
    return all(word in helping or word.endswith("ly") for word in between) and sentence.gaps[end] == " "


def _does_any(sentence: Sentence, one: _Named) -> bool:
    """True where a named promisor is who the sentence tells of: a verb follows it."""
    start = one.first - (sentence.at(one.first - 1) == "the")
    after = sentence.at(one.end)
    is_verb = after in _AHEAD or (is_past(after) and sentence.gaps[one.end] == " ")
    return is_verb and sentence.at(start - 1) not in _NOT_BEFORE


def _bare_name(sentence: Sentence, own: Collection[str], deed: Deed) -> int:
    """How many words the name has that does the deed and is none of the promisor's: "Varn published its report".

    0 where there is none. One of two words may be a person's, who acts for the promisor that stands beside it.
    """
    for place, word in enumerate(sentence.words):
        if word.stem not in deed.verbs or not is_past(sentence.at(place)):
            continue
        helping = auxiliaries(sentence, place)
        if helping & PASSIVE:
            continue
        last = place - 1 - len(helping)
        names = []
        while last >= 0 and sentence.words[last].text[0].isupper() and sentence.gaps[last + 1] == " ":
            names.append(last)
            last -= 1
        if names and sentence.at(last) not in _NOT_BEFORE and all(_is_name(sentence, one, own, deed) for one in names):
            return len(names)
    return 0


def _is_name(sentence: Sentence, place: int, own: Collection[str], deed: Deed) -> bool:
    word = sentence.at(place)
    known = {*own, *deed.stems, *HEADS}
    is_no_name = place == 0 and (word.endswith(("s", "ly")) or word in BETWEEN)
    return sentence.words[place].stem not in known and word not in STOP | _ANY and not (is_time(word) or is_no_name)
