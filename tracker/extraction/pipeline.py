"""From an announcement to its commitments, step by step."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, NamedTuple, Protocol

from tracker import deadlines
from tracker.core.commitment import Band, Commitment, Extraction, Rejection
from tracker.core.deadline import Anchor, Span
from tracker.extraction.assemble import assemble
from tracker.extraction.blocks import BlockKind, find_blocks
from tracker.extraction.candidate import sentence_of
from tracker.extraction.duplicates import drop_duplicates, one_for_each_due
from tracker.extraction.english.boilerplate import drop_boilerplate, is_settled
from tracker.extraction.english.clauses import find_each_clauses
from tracker.extraction.english.dateline import without_dateline
from tracker.extraction.english.events import find_events
from tracker.extraction.english.features import find_guards, name_features, name_pairs
from tracker.extraction.english.mentions import NOBODY, Mention, Mentions
from tracker.extraction.english.speaker import find_speaker, is_pronoun
from tracker.extraction.english.telling import tell_clause, tell_sentence
from tracker.extraction.english.voices import Voices
from tracker.extraction.reading import fold, read, with_headings_apart
from tracker.extraction.score import band, known, rank, score, weigh
from tracker.extraction.sentences import find_sentences

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from tracker.core.announcement import Announcement
    from tracker.core.commitment import Promisor
    from tracker.core.conventions import Conventions
    from tracker.core.deadline import Deadline
    from tracker.extraction.blocks import Block
    from tracker.extraction.candidate import Clause, Sentence
    from tracker.extraction.reading import Reading
    from tracker.extraction.rules import Guard
    from tracker.extraction.score import Learned, Weights

    class Find(Protocol):
        """Reads the words of time of a sentence, the one before it being given."""

        def __call__(self, text: str, *, preceding: str = "") -> Sequence[Deadline]: ...


# What is longer is a table or a list that lost its line breaks; it is judged by its beginning, or it would be slow.
_MOST_CHARACTERS = 2000
_MOST_NAME_WORDS = 6
# The kind of announcements whose publisher is not who promises.
_NEWS = "news"


def _read(folded: str, span: Span) -> Reading:
    return read(folded, Span(span.start, min(span.end, span.start + _MOST_CHARACTERS)))


def _read_stem(folded: str, stem: Span) -> Reading:
    """The last sentence of the block that bullets hang on, or its end where it is long."""
    *_, last = find_sentences(folded, stem)
    return read(folded, Span(max(last.start, last.end - _MOST_CHARACTERS), last.end))


def _sentences_of(block: Block, folded: str, stem: Reading | None) -> Iterator[Sentence]:
    """The sentences of a block, behind its dateline; the first one of a bullet is read with its stem before it."""
    is_bullet, heading = block.kind is BlockKind.BULLET, block.heading.lower()
    for span in find_sentences(folded, block.span):
        if span.start == block.span.start and not is_bullet:
            span = without_dateline(folded, span)
        reading, begins = _read(folded, span), 0
        if stem:
            reading, begins, stem = stem.followed_by(reading), len(stem.text) + 1, None
        yield sentence_of(reading, span, begins=begins, heading=heading, is_bullet=is_bullet)


def find_candidates(text: str, folded: str) -> Iterator[tuple[Sentence, str]]:
    """The sentences of a text that may promise something, each with its speaker.

    Headings, boilerplate and tasks that are settled are left out.

    `folded` is the text with its quotes and spaces made plain.
    """
    told = drop_boilerplate(text, list(find_blocks(text)))
    blocks = [one for one in told if one.kind is not BlockKind.HEADING]
    stems = {stem: _read_stem(folded, stem) for stem in dict.fromkeys(block.stem for block in blocks) if stem}
    all_sentences = [list(_sentences_of(block, folded, stems[block.stem] if block.stem else None)) for block in blocks]
    all_said_by = [[_named(sentence) for sentence in sentences] for sentences in all_sentences]
    speaker = ""
    for sentences, said_by in zip(all_sentences, all_said_by, strict=True):
        quoted = ""  # who is named only where the quotation ends that a sentence has opened
        for number, sentence in enumerate(sentences):
            speaker = said_by[number] or speaker
            if sentence.text.count('"', sentence.begins) % 2:
                is_opened = not said_by[number] and not quoted
                quoted = _closing(sentences[number + 1 :], said_by[number + 1 :]) if is_opened else ""
            if not is_settled(sentence.text[sentence.begins :]):
                yield sentence, quoted or speaker


def _named(sentence: Sentence) -> str:
    """Who is named as saying a sentence."""
    name = find_speaker(sentence.text, sentence.words)
    return "" if is_pronoun(name) else name


def _closing(sentences: list[Sentence], said_by: list[str]) -> str:
    """Who is named where a quotation ends that an earlier sentence of the block has opened."""
    for sentence, name in zip(sentences, said_by, strict=True):
        if '"' in sentence.text:
            return name
    return ""


def find_all_clauses(text: str, folded: str, find: Find) -> Iterator[tuple[list[Clause], str, int]]:
    """The clauses of each sentence of a text that may promise something, with its speaker.

    Beside them stands how many such sentences there are. `find` reads the words of time of one; where they count from a
    date named before, from the sentence before it under the same heading.
    """
    candidates = list(find_candidates(text, folded))
    sentences = [sentence for sentence, _ in candidates]
    deadlines = []
    for before, sentence in zip((None, *sentences), sentences, strict=False):
        preceding = before.text if before and before.heading == sentence.heading else ""
        deadlines.append(find(sentence.text, preceding=preceding))
    for clauses, (_, speaker) in zip(find_each_clauses(sentences, deadlines), candidates, strict=True):
        if clauses:
            yield clauses, speaker, len(candidates)


class _Judged(NamedTuple):
    """A clause with the guards that speak against it, the ranks of all its features, and its score."""

    clause: Clause
    guards: list[Guard]
    ranks: list[int]
    score: float


def _judge(sentences: Sequence[tuple[list[Clause], int]], weights: Weights) -> list[list[_Judged]]:
    """The clauses of each of several sentences, judged; beside them stands how many such sentences there are.

    One step is made in all of them before the next one: its patterns are at hand then, which makes it faster.
    """
    clauses = [clause for own, _ in sentences for clause in own]
    guards = find_guards(clauses)
    features = [name_features(*pair) for pair in zip(clauses, guards, strict=True)]
    pairs = [(*tell_clause(clause), *name_pairs(own)) for clause, own in zip(clauses, features, strict=True)]
    said = [known(tell_sentence(own[0].sentence, total), weights) for own, total in sentences]
    each = zip(clauses, guards, features, pairs, strict=True)
    return [
        [_weighed(*next(each), by_itself, weights) for _ in own]
        for (own, _), by_itself in zip(sentences, said, strict=True)
    ]


def _weighed(
    clause: Clause, guards: list[Guard], features: list[str], told: Iterable[Learned], said: set[int], weights: Weights
) -> _Judged:
    """A clause judged by its features, by what is told of it, and by what its sentence says by itself."""
    ranks = rank(features, said | known(told, weights), weights)
    return _Judged(clause, guards, ranks, score(ranks, weights))


def _assemble(
    judged: list[_Judged], weights: Weights, voices: Voices, text: str
) -> tuple[list[Commitment], Rejection | None]:
    """The commitments of one sentence, or why there is none."""
    sentence = judged[0].clause.sentence
    commitments: list[list[Commitment]] = []
    own: set[int] = set()  # the places of the clauses that say who
    turned_down: list[tuple[float, list[Guard]]] = []
    for clause, guards, ranks, value in judged:
        reached = band(value, weights)
        if reached is not Band.DROPPED:
            if clause.has_own_subject:
                own.add(len(commitments))
            commitments.append(list(assemble(clause, (reached, value, weigh(ranks, weights)), voices, text)))
        else:
            turned_down.append((value, guards))
    if commitments:
        return one_for_each_due(commitments, own), None
    best, against = max(turned_down, key=lambda one: one[0])
    guard = min(against, key=lambda one: weights.features[one.name], default=None)
    name, reason = (guard.name, guard.reason) if guard else ("", "too little speaks for a commitment")
    return [], Rejection(sentence.span.of(text), sentence.span, name, reason, best)


def _is_named(promisor: Promisor) -> bool:
    """True where a sentence names its promisor itself, and by no pronoun."""
    is_short = len(promisor.name.split()) <= _MOST_NAME_WORDS
    return is_short and not promisor.is_inferred and not promisor.name.endswith(")")


def extract(announcement: Announcement, conventions: Conventions, weights: Weights) -> Extraction:
    """All commitments of an announcement, and the candidates that were turned down, in the order of the text."""
    text = announcement.text
    plain = partial(deadlines.find_deadlines, anchor=Anchor(announcement.announced_on), conventions=conventions)
    find = partial(plain, events=find_events(text, announcement.announced_on, plain))
    folded = fold(text)
    mentions, topic = Mentions(with_headings_apart(text, folded)), NOBODY
    commitments: list[Commitment] = []
    rejections: list[Rejection] = []
    all_clauses = list(find_all_clauses(text, folded, find))
    all_judged = _judge([(clauses, total) for clauses, _, total in all_clauses], weights)
    for (clauses, speaker, _), judged in zip(all_clauses, all_judged, strict=True):
        sentence = clauses[0].sentence
        voices = Voices(speaker, topic, announcement.publisher, mentions, announcement.kind == _NEWS)
        found, rejection = _assemble(judged, weights, voices, text)
        commitments += found
        if rejection:
            rejections.append(rejection)
        named = [one.promisor.name for one in found if _is_named(one.promisor)]
        topic = Mention(sentence.span.start, named[-1]) if named else topic
    return Extraction(tuple(drop_duplicates(commitments)), tuple(rejections))
