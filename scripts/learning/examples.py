"""Clauses of annotated announcements with their features, and whether they promise: what the weights are fitted on."""

from __future__ import annotations

from datetime import date
from functools import partial
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from corpus import announcement_of, weight_of
from scorer import same_sentence

from tracker import deadlines
from tracker.core.conventions import PLAIN
from tracker.core.deadline import Anchor, Span
from tracker.extraction.candidate import sentence_of
from tracker.extraction.english.clauses import find_clauses
from tracker.extraction.english.cues.registry import CUES
from tracker.extraction.english.events import find_events
from tracker.extraction.english.features import find_guards, name_features, name_pairs
from tracker.extraction.english.guards.registry import GUARDS
from tracker.extraction.english.telling import tell_clause, tell_sentence
from tracker.extraction.pipeline import find_all_clauses
from tracker.extraction.reading import fold, read
from tracker.extraction.score import BOTH, WORD

if TYPE_CHECKING:
    from collections.abc import Iterator

    from corpus import Document

    from tracker.extraction.candidate import Clause
    from tracker.extraction.score import Learned

_ANY_DAY = date(2025, 3, 5)
# How much an example of a rule counts beside a clause of an announcement: what a rule says shall not drown in words.
_OF_A_RULE = 10.0
# Cues whose own examples are less than promises.
_HALF_HEARTED = frozenset({"ready", "hope", "expect", "would"})


class Example(NamedTuple):
    """A clause of a document.

    sentence    the document's id and where the sentence starts
    promises    None where its sentence is annotated, but for another clause's due date
    weight      how much it counts in the fit
    """

    sentence: tuple[str, int]
    features: frozenset[str]
    promises: bool | None
    weight: float = 1.0


def find_examples(document: Document) -> Iterator[Example]:
    """Every clause of a document that extraction would judge."""
    announcement = announcement_of(document)
    text, folded = announcement.text, fold(announcement.text)
    plain = partial(deadlines.find_deadlines, anchor=Anchor(announcement.announced_on), conventions=PLAIN)
    find = partial(plain, events=find_events(text, announcement.announced_on, plain))
    for clauses, _, total in find_all_clauses(text, folded, find):
        sentence = clauses[0].sentence
        own = sentence.span.of(text)
        annotated = [one for one in document["commitments"] if same_sentence(one["sentence"], own)]
        right = [any(_has_due(clause, one["due"]) for one in annotated) for clause in clauses]
        for clause, is_right in zip(clauses, right, strict=True):
            promises = (True if is_right or not any(right) else None) if annotated else False
            features = _features(clause, total)
            yield Example((document["id"], sentence.span.start), features, promises, weight_of(document))


def examples_of_rules() -> Iterator[Example]:
    """The clauses of the guards' own examples, none of which promises, and of the cues', which do.

    So each is learned, also what no announcement happens to hold.
    """
    for guard in GUARDS:
        for clause in chain.from_iterable(map(_clauses_of, guard.examples)):
            if guard.applies(clause):
                yield Example((guard.name, 0), _features(clause), promises=False, weight=_OF_A_RULE)
    for cue in (cue for cue in CUES if cue.name not in _HALF_HEARTED):
        for clause in chain.from_iterable(map(_clauses_of, cue.examples)):
            if clause.cue is cue:
                yield Example((cue.name, 0), _features(clause), promises=True, weight=_OF_A_RULE)


def _clauses_of(text: str) -> list[Clause]:
    find = partial(deadlines.find_deadlines, anchor=Anchor(_ANY_DAY), conventions=PLAIN)
    span = Span(0, len(text))
    return find_clauses(sentence_of(read(fold(text), span), span), find)


def _features(clause: Clause, total: int = 1) -> frozenset[str]:
    told = (*tell_sentence(clause.sentence, total), *tell_clause(clause))
    features = name_features(clause, *find_guards([clause]))
    return frozenset((*features, *map(_named, told), *(f"{BOTH}{pair}" for pair in name_pairs(features))))


def _named(told: Learned) -> str:
    """The whole name of what is told: that of a word and of a pair of classes is known by it alone."""
    if isinstance(told, tuple):
        return WORD + " ".join(told)
    return told if ":" in told[:-1] else WORD + told


def _has_due(clause: Clause, due: str | None) -> bool:
    """True where a clause names an annotated due date, or none where there is none."""
    named = {found.due.isoformat() for found in clause.deadlines if found.due}
    return due in named if due else not named
