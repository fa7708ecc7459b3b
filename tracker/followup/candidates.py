"""What is matched with what: a later announcement's sentences, and the commitments that are tracked."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING

from tracker.core.actor import bare_name, folded_name
from tracker.followup.english.clauses import PREPOSITIONS, Deed, Sentence
from tracker.followup.english.words import STOP, WEAK, Word, is_past, stem, telling, word_set, words_of
from tracker.followup.names import forms_of, is_common

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from tracker.core.deadline import Span
    from tracker.core.record import StoredCommitment

LEAST_WORDS = 2
"""The fewest words of a deed that a sentence must share, where the deed has so many."""

_PLACING = re.compile(r"\b(?:in|at|to|from|with|by|into|across|along|between|off)\b")
_RIDER = re.compile(
    r",? \b(?:at (?:a|an|no|the) (?:\w+ ){0,2}(?:cost|price|expense)|in (?:line|accordance|keeping|compliance) with|"
    r"as (?:a )?part of|subject to|on condition|not exceeding|costing|worth|within (?:the|its|a) budget|"
    r"with (?:a (?:\w+ )?(?:budget|view)|funding|help|support)|in order to|so as to|so that|with the aim of|"
    r"(?:funded|financed|paid for) by|in (?:co-?operation|partnership|consultation|collaboration) with|"
    r"together with|pursuant to|under the terms of|on the basis of|as (?:required|agreed|set out|provided)|"
    r"including|with a total)\b"
)
"""What begins a condition, a price or a setting behind a deed, which a report of the deed leaves out."""

_IN_PLACE = re.compile(r" in (?:place|force|operation|service)\b| on (?:its|our|their|the) (?:own )?web ?site\b")
"""What tells of a state behind a verb, and not where, or only where to read of it: "put a hotline in place"."""

_PARTICLE = re.compile(r"^(\w+) (?:forward|back|ahead|away|together|aside)\b")
"""What stands behind a verb and goes with it: "bring forward a bill"."""

_STATES = frozenset(map(stem, ("open", "ready", "live")))
"""States that a deed names in place of a verb: "the pool to be open again"."""

_COUNTS = word_set("four five six seven eight nine ten eleven twelve fifteen twenty thirty forty fifty several half")
_VERBS_TOO = frozenset(["announce", "end", "say", "tell"])


@dataclass(frozen=True)
class Told:
    """One sentence of a later announcement as it stands there, and its place."""

    text: str
    span: Span

    @cached_property
    def words(self) -> tuple[Word, ...]:
        """Its words."""
        return self.sentence.words

    @cached_property
    def sentence(self) -> Sentence:
        """The sentence, to be asked who does what in it."""
        return Sentence.of(self.text)


@dataclass(frozen=True)
class Report:
    """A later announcement, ready to be matched: its sentences, and who published it under what title."""

    announced_on: date
    sentences: tuple[Told, ...]
    publisher: str = ""
    title: str = ""

    @cached_property
    def stems(self) -> frozenset[str]:
        """The stems of all its words."""
        texts = (self.publisher, self.title, *(told.text for told in self.sentences))
        return frozenset(word.stem for text in texts for word in words_of(text))


@dataclass(frozen=True)
class Tracked:
    """A commitment that is tracked, with the names that its promisor goes by.

    publisher   of the announcement it was found in: whom "the council" means there
    """

    commitment: StoredCommitment
    names: tuple[str, ...] = ()
    publisher: str = ""

    @cached_property
    def words(self) -> tuple[Word, ...]:
        """The words that say what the deed is about, each stem once, without those of the promisor's name and of a
        rider."""
        named = {word.stem for word in words_of(self.commitment.found.promisor.name)}
        deed = _bare(self.commitment.found.deed)
        found = {word.stem: word for word in reversed(telling(words_of(deed)))}
        return tuple(word for stem, word in found.items() if stem not in named) or tuple(found.values())

    @cached_property
    def verbs(self) -> frozenset[str]:
        """The stems of the deed's verbs: its first word, or, where it begins with who or what, past forms and what
        stands behind "to", or a state."""
        words = [word for word in words_of(self.commitment.found.deed) if word.text != "not"]
        if words and _may_be_a_verb(words[0]) and words[0].text not in _COUNTS:
            return frozenset({words[0].stem})
        behind = [word for before, word in pairwise(words) if before.text == "to" and _may_be_a_verb(word)]
        past = [word for word in words if is_past(word.text.lower())]
        found = frozenset(word.stem for word in (*behind, *past))
        return found or _STATES.intersection(word.stem for word in words)

    @cached_property
    def core(self) -> frozenset[str]:
        """The stems that tell this deed from its like: what it is about, up to where and how, and its names."""
        ahead = {word.stem for word in words_of(_PLACING.split(self.commitment.found.deed, maxsplit=1)[0])}
        return frozenset(
            word.stem for word in self.words if word.is_name or (word.stem in ahead and word.stem not in self.verbs)
        )

    @property
    def is_thin(self) -> bool:
        """True for a deed that names no more than many others do: "its report"."""
        return WEAK.issuperset(word.stem for word in self.words)

    @cached_property
    def figures(self) -> frozenset[str]:
        """The stems of its figures: "all 212 boilers", "by 15%"."""
        return frozenset(word.stem for word in self.words if word.text[0].isdigit())

    @cached_property
    def heads(self) -> frozenset[str]:
        """The stems of what its verb is done to: the words up to the first preposition, or all there are.

        A deed that has none, "be open again", is its promisor's own.
        """
        said = words_of(self.commitment.found.deed)
        own = {word.stem for word in self.words}
        things = self.deed_stems - self.verbs
        ahead: list[str] = []
        for word in said:
            if word.text.lower() in PREPOSITIONS and not things.isdisjoint(ahead):
                break
            ahead.append(word.stem)
        found = things.intersection(ahead)
        return (found & own) or found or frozenset(own | {word.stem for word in telling(words_of(self.all_names[0]))})

    @cached_property
    def deed(self) -> Deed:
        """What a sentence is asked about."""
        said = words_of(self.commitment.found.deed)
        joint = said[1].text if len(said) > 1 and said[1].text in PREPOSITIONS else ""
        is_negative = any(word.text.lower() in ("not", "never") for word in said[:2])
        is_bare = self.verbs.issuperset(word.stem for word in self.words)
        return Deed(self.verbs, self.heads, frozenset(word.stem for word in said), joint, is_negative, is_bare)

    @cached_property
    def deed_stems(self) -> frozenset[str]:
        """The stems of all the telling words of its deed."""
        return frozenset(word.stem for word in telling(words_of(self.commitment.found.deed)))

    @cached_property
    def folded_names(self) -> frozenset[str]:
        """All its promisor's names as they are compared."""
        return frozenset(folded_name(bare_name(name)) for name in self.all_names)

    @cached_property
    def all_names(self) -> tuple[str, ...]:
        """The promisor's names; its publisher's too, where the promisor is called by a common noun or not at all."""
        name = bare_name(self.commitment.found.promisor.name)
        said = (name, *self.names, *((self.publisher,) if is_common(name) else ()))
        return tuple(dict.fromkeys((*said, *(form for one in said for form in forms_of(one)))))


def _may_be_a_verb(word: Word) -> bool:
    """True for a word in lower case that says something."""
    return word.text.islower() and (word.text not in STOP or word.text in _VERBS_TOO)


def _bare(deed: str) -> str:
    """A deed without its riders, and without what stands by its verb and says nothing of what it is about."""
    return _IN_PLACE.sub("", without_rider(_PARTICLE.sub(r"\1", deed)))


def without_rider(deed: str) -> str:
    """A deed up to its first rider, "at a cost of …", "subject to …", where enough stands before that."""
    head = _RIDER.split(deed, maxsplit=1)[0]
    return head if len(telling(words_of(head))) > LEAST_WORDS else deed


def sharing(report: Report, deeds: Mapping[int, tuple[str, str]]) -> set[int]:
    """Of deeds with their promisors, by number, those that share enough words with a sentence of a report, or with it
    and the one before, to be looked at."""
    index: dict[str, list[int]] = defaultdict(list)
    least: dict[int, int] = {}
    for number, (promisor, deed) in deeds.items():
        stems = {word.stem for word in telling(words_of(_bare(deed)))}
        least[number] = min(LEAST_WORDS, len(stems - {word.stem for word in words_of(promisor)}) or 1)
        for one in stems:
            index[one].append(number)
    found: set[int] = set()
    told = [{word.stem for word in telling(one.words)} for one in report.sentences]
    for before, here in pairwise([set(), *told]):
        counts = Counter(number for stem in before | here for number in index.get(stem, ()))
        found.update(number for number, count in counts.items() if count >= least[number])
    return found
