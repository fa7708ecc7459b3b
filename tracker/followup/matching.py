"""What a later announcement says of commitments that are tracked: the ranking, by who, what and tense.

A sentence speaks of a commitment where it names the promisor and shares most of what the deed is about. What sets one
deed apart from others weighs more: names, numbers, and words that few of the candidates have. Precision comes first: a
proposal costs a person's time.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from tracker.core.actor import bare_name, folded_name
from tracker.core.deadline import Sense
from tracker.core.match import Match
from tracker.core.occurrence import Stance
from tracker.followup.became import became, put_off
from tracker.followup.candidates import LEAST_WORDS, Tracked
from tracker.followup.english.clauses import is_time, names_a_figure
from tracker.followup.english.days import names_due
from tracker.followup.english.promisors import tells_of_another
from tracker.followup.english.stances import stance_of
from tracker.followup.english.turns import OVER, TURNING, is_turn
from tracker.followup.english.words import WEAK, Word, telling, words_of
from tracker.followup.names import NAMED_NEARBY, speaks_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from tracker.core.commitment import Commitment
    from tracker.core.conventions import Conventions
    from tracker.followup.candidates import Report, Told

LEAST_SHARED = 0.6
"""The part of a deed that a sentence must share, by weight."""

LEAST_MENTIONED = 0.75
"""The same for a sentence that says neither done, moved, dropped nor still to come."""

LEAST_WITHOUT_NAME = 0.85
"""The same where the sentence does not name the promisor, and nobody knows surely who that is."""

LEAST_WORDS_WITHOUT_NAME = 3
"""The words of the deed that it must share there: "hold them" is said of many."""

LEAST_IN_PART = 0.8
"""The same where a name, or a word of what the verb is about, is missing: another town, another bill, another deed."""

NAME_WEIGHT, WEAK_WEIGHT, VERB_WEIGHT = 1.5, 0.5, 0.6
CARRIED = 0.8
"""What a word counts that stands in the sentence before, to which a pronoun or an opening "the" points."""

NEAR_BEST = 0.1
"""Of two commitments that one sentence speaks of, how far the lesser may lie behind."""

_AGAIN = frozenset(["he", "she", "it", "they", "this"])
_POINTING = frozenset(["it", "its", "they", "their", "them", "this", "these"])
_TURNING = frozenset([Stance.NOT_DONE, Stance.MOVED, Stance.DROPPED])
_TELLING = _TURNING | {Stance.DONE}


def match(report: Report, tracked: Sequence[Tracked], conventions: Conventions) -> tuple[Match, ...]:
    """What an announcement says of tracked commitments, at the most one match for each, the surest first.

    Of equally sure ones the lower number comes first.
    """
    index, weights = _index(tracked), _weights(tracked)
    known = {each.commitment.number: each for each in tracked}
    best: dict[int, Match] = {}
    before: Told | None = None
    said: tuple[Match, ...] = ()
    for told in report.sentences:
        later = (_put_off(one, told, report, known[one.commitment], conventions) for one in said)
        said = tuple(_of_sentence(told, before, report, index, weights, conventions))
        for one in (*filter(None, later), *said):
            best[one.commitment] = min(best.get(one.commitment, one), one, key=_rank)
        before = told
    return tuple(sorted(best.values(), key=lambda one: (-one.score, one.commitment)))


def is_told_again(found: Commitment, one: Match, tracked: Tracked) -> bool:
    """True where a commitment found in an announcement is the tracked one that the announcement was matched with.

    In the sentence that matched, it is where most of its own deed's words are the tracked one's too, or where it is no
    more than the turn of it ("the report delayed"); in another sentence, where it shares what a match takes.
    """
    own = {word.stem for word in telling(words_of(found.deed))}
    if found.span == one.span:
        if one.stance in _TURNING and is_turn(found.deed) and not own.isdisjoint(tracked.heads):
            return True
        if one.stance in _TELLING:
            own -= (TURNING if one.stance in _TURNING else OVER) | {
                word.stem for name in tracked.all_names for word in words_of(name)
            }
            own -= {word.stem for word in words_of(found.deed) if is_time(word.text.lower())}
        known = tracked.deed.stems | {word.stem for word in words_of(" ".join(one.words))}
        return len(own & known) >= LEAST_SHARED * len(own)
    if own.isdisjoint(tracked.deed_stems):
        return False
    even = dict.fromkeys((word.stem for word in tracked.words), 1.0)
    share, shared = _share(tracked, words_of(f"{found.promisor.name} {found.deed}"), (), even)
    return share >= (LEAST_SHARED if tracked.core <= shared else LEAST_IN_PART)


def is_same_promise(found: Commitment, tracked: Tracked) -> bool:
    """True where a commitment found is of the same deed, promisor and due date as the tracked one."""
    due = found.deadline.due if found.deadline else None
    if due != tracked.commitment.current.due:
        return False
    is_named = found.promisor.is_inferred or folded_name(bare_name(found.promisor.name)) in tracked.folded_names
    return is_named and {word.stem for word in telling(words_of(found.deed))} == tracked.deed_stems


def _rank(one: Match) -> tuple[bool, bool, float, int]:
    """Which of two sentences on a commitment to show: one that says what became of it, with its day, the surest."""
    is_telling = one.stance in _TELLING
    has_day = one.due is not None or one.done_on is not None
    return (not is_telling, not has_day, -one.score, one.span.start)


def _index(tracked: Sequence[Tracked]) -> Mapping[str, Sequence[Tracked]]:
    """For each stem the commitments whose deed has it."""
    index: dict[str, list[Tracked]] = defaultdict(list)
    for one in tracked:
        for word in one.words:
            index[word.stem].append(one)
    return index


def _sharing(stems: Iterable[str], index: Mapping[str, Sequence[Tracked]]) -> list[Tracked]:
    """The commitments whose deed shares enough of these stems to be looked at."""
    found: dict[int, Tracked] = {}
    counts: Counter[int] = Counter()
    for stem in stems:
        for one in index.get(stem, ()):
            found[id(one)] = one
            counts[id(one)] += 1
    return [one for key, one in found.items() if counts[key] >= min(LEAST_WORDS, len(one.words))]


def _weights(tracked: Sequence[Tracked]) -> Mapping[str, float]:
    """What each stem tells: less where many of the candidates' deeds have it."""
    counts = Counter(word.stem for one in tracked for word in one.words)
    return {stem: 1 / (1 + math.log(count)) for stem, count in counts.items()}


def _of_sentence(
    told: Told,
    before: Told | None,
    report: Report,
    index: Mapping[str, Sequence[Tracked]],
    weights: Mapping[str, float],
    conventions: Conventions,
) -> Iterable[Match]:
    words = told.words
    is_pointing = told.text.startswith("The ") or not _POINTING.isdisjoint(word.text.lower() for word in words)
    carried = before.words if before and is_pointing else ()
    found = [
        one
        for each in _sharing({word.stem for word in (*words, *carried)}, index)
        if (one := _match_one(each, told, before, carried, report, weights, conventions)) is not None
    ]
    best = max((one.score for one in found), default=0.0)
    return [one for one in found if one.score >= best - NEAR_BEST]


def _put_off(one: Match, told: Told, report: Report, each: Tracked, conventions: Conventions) -> Match | None:
    """What the sentence behind a match adds to it: not done, and "he will do so by Monday"."""
    if one.stance is not Stance.NOT_DONE or told.sentence.at(0) not in _AGAIN:
        return None
    due = put_off(told.text, report.announced_on, each.commitment.current.due, conventions)
    return Match(one.commitment, Stance.MOVED, told.text, told.span, (), one.score, due) if due else None


def _match_one(
    each: Tracked,
    told: Told,
    before: Told | None,
    carried: Sequence[Word],
    report: Report,
    weights: Mapping[str, float],
    conventions: Conventions,
) -> Match | None:
    """The match of one sentence with one commitment; None where it does not speak of it."""
    words = told.words
    share, shared = _share(each, words, carried, weights)
    is_whole = share >= _least(each.core, shared)
    if not is_whole:
        if not each.figures.isdisjoint(shared) or names_a_figure(told.sentence, each.deed):
            return None
        share, shared = _share(each, words, carried, weights, without=each.figures)
        if share < _least(each.core - each.figures, shared):
            return None
    commitment = each.commitment
    names = each.all_names
    named = speaks_of(names, (*words, *carried), report.stems, is_own=_is_one_of(report.publisher, names))
    if named < NAMED_NEARBY and not (
        commitment.found.promisor.is_inferred
        and share >= LEAST_WITHOUT_NAME
        and len(shared) >= LEAST_WORDS_WITHOUT_NAME
    ):
        return None
    if tells_of_another(told.sentence, before.sentence if before else None, names, each.deed):
        return None
    is_kept = commitment.found.sense is Sense.KEEP
    saying = stance_of(told.text, each.deed, is_kept=is_kept)
    if saying.stance is Stance.MENTION and share < LEAST_MENTIONED:
        return None
    if each.is_thin and not _names_due(each, told.text, report, conventions):
        return None
    if not is_whole and saying.stance not in _TURNING:
        return None
    stance, due, day = became(saying, told.text, report.announced_on, each, conventions)
    quoted = tuple(dict.fromkeys(word.text for word in words if word.stem in shared))
    return Match(commitment.number, stance, told.text, told.span, quoted, _score(share, named), due, day)


def _names_due(each: Tracked, text: str, report: Report, conventions: Conventions) -> bool:
    due = each.commitment.current.due
    return due is not None and names_due(text, report.announced_on, due, conventions)


def _least(core: frozenset[str], shared: frozenset[str]) -> float:
    return LEAST_SHARED if core <= shared else LEAST_IN_PART


def _is_one_of(publisher: str, names: Iterable[str]) -> bool:
    return bool(publisher) and folded_name(publisher) in map(folded_name, names)


def _score(share: float, named: float) -> float:
    return round(0.7 * share + 0.3 * named, 3)


def _share(
    each: Tracked,
    words: Sequence[Word],
    carried: Sequence[Word],
    weights: Mapping[str, float],
    without: frozenset[str] = frozenset(),
) -> tuple[float, frozenset[str]]:
    """The part of the deed that a sentence shares, 0 to 1 by weight, and the stems shared; `without` some of its own.

    Who moves or gives up a deed may leave out how many there were to be; who does it may not.
    """
    here, earlier = {word.stem for word in words}, {word.stem for word in carried}
    whole = got = 0.0
    shared = set()
    for word in each.words:
        if word.stem in without:
            continue
        weight = weights[word.stem] * _weight_of(word, each)
        whole += weight
        if word.stem in here or word.stem in earlier:
            shared.add(word.stem)
            got += weight if word.stem in here else weight * CARRIED
    return (got / whole if whole else 0.0), frozenset(shared)


def _weight_of(word: Word, each: Tracked) -> float:
    if word.is_name:
        return NAME_WEIGHT
    if word.stem in each.verbs:
        return VERB_WEIGHT
    return WEAK_WEIGHT if word.stem in WEAK else 1.0
