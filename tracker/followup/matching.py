"""What a later announcement says of commitments that are tracked: the ranking, by who, what and tense.

A sentence speaks of a commitment where it names the promisor and shares most of what the deed is about. What sets one
deed apart from others weighs more: names, numbers, and words that few of the candidates have. Precision comes first: a
proposal costs a person's time.
"""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from tracker.core.actor import bare_name, folded_name
from tracker.core.deadline import Sense
from tracker.core.match import Match
from tracker.core.occurrence import Stance
from tracker.followup.candidates import LEAST_WORDS, Tracked
from tracker.followup.english.clauses import names_a_figure
from tracker.followup.english.days import (
    done_on,
    is_older,
    lies_ahead,
    moved_to,
    names_due,
    names_time_ahead,
    waits_until,
)
from tracker.followup.english.promisors import tells_of_another
from tracker.followup.english.stances import stance_of
from tracker.followup.english.turns import TURNING
from tracker.followup.english.words import WEAK, Word, telling, words_of
from tracker.followup.names import NAMED_NEARBY, speaks_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import date

    from tracker.core.commitment import Commitment
    from tracker.core.conventions import Conventions
    from tracker.core.record import StoredCommitment
    from tracker.followup.candidates import Report, Told
    from tracker.followup.english.denials import Denial
    from tracker.followup.english.stances import Saying

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

_INSTEAD = re.compile(r" but |; |: | [-–—] ")
"""What stands between the day that is denied and the one that takes its place."""

_POINTING = frozenset(["it", "its", "they", "their", "them", "this", "these"])
_TURNING = frozenset([Stance.NOT_DONE, Stance.MOVED, Stance.DROPPED])
_TELLING = _TURNING | {Stance.DONE}


def match(report: Report, tracked: Sequence[Tracked], conventions: Conventions) -> tuple[Match, ...]:
    """What an announcement says of tracked commitments, at the most one match for each, the surest first.

    Of equally sure ones the lower number comes first.
    """
    index, weights = _index(tracked), _weights(tracked)
    best: dict[int, Match] = {}
    for place, told in enumerate(report.sentences):
        before = report.sentences[place - 1] if place else None
        for one in _of_sentence(told, before, report, index, weights, conventions):
            known = best.get(one.commitment)
            if known is None or _rank(one) < _rank(known):
                best[one.commitment] = one
    return tuple(sorted(best.values(), key=lambda one: (-one.score, one.commitment)))


def is_told_again(found: Commitment, one: Match, tracked: Tracked) -> bool:
    """True where a commitment found in an announcement is the tracked one that the announcement was matched with.

    In the sentence that matched, it is where most of its own deed's words are the tracked one's too; in another
    sentence, where it shares what a match takes.
    """
    own = {word.stem for word in telling(words_of(found.deed))}
    if found.span == one.span:
        if one.stance in _TURNING:
            own -= TURNING | {word.stem for name in tracked.all_names for word in words_of(name)}
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
    if not is_whole and saying.stance not in _TURNING:
        return None
    stance, due, day = _dated(saying, told.text, report.announced_on, each, conventions)
    quoted = tuple(dict.fromkeys(word.text for word in words if word.stem in shared))
    return Match(commitment.number, stance, told.text, told.span, quoted, _score(share, named), due, day)


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


def _dated(
    saying: Saying, text: str, announced_on: date, each: Tracked, conventions: Conventions
) -> tuple[Stance, date | None, date | None]:
    """The stance with the new due date or the day of the deed; what is still to come on another date was moved."""
    stance, commitment = saying.stance, each.commitment
    due = commitment.current.due
    if stance is Stance.DONE:
        return _dated_done(saying, saying.told, announced_on, commitment, conventions)
    if stance is Stance.MOVED:
        if each.deed.is_negative and due and names_due(text, announced_on, due, conventions):
            return Stance.RESTATED, None, None
        new = moved_to(text, announced_on, due, conventions, each.deed)
        is_held_to = new is None and due is not None and waits_until(text, announced_on, due, conventions)
        return (Stance.RESTATED if is_held_to else stance), new, None
    if saying.denial:
        return _dated_denial(saying, saying.denial, announced_on, due, conventions)
    if stance is Stance.RESTATED and due and not names_due(text, announced_on, due, conventions):
        new = None if saying.is_turning else moved_to(text, announced_on, due, conventions, each.deed)
        if new and saying.is_narrowed:
            return Stance.MENTION, None, None
        return (Stance.MOVED if new else stance), new, None
    return stance, None, None


def _dated_denial(
    saying: Saying, denial: Denial, announced_on: date, due: date | None, conventions: Conventions
) -> tuple[Stance, date | None, date | None]:
    """Not to be done by a time is moved, and not dropped; not done yet is not done only behind the due date."""
    if saying.stance is Stance.NOT_DONE:
        is_open = denial.is_so_far and (due is None or announced_on <= due)
        return (Stance.MENTION if is_open else saying.stance), None, None
    behind = saying.told[denial.behind :]
    if saying.stance is Stance.MENTION and not (
        denial.is_by_day and due and names_due(behind, announced_on, due, conventions)
    ):
        return saying.stance, None, None
    if not names_time_ahead(behind, announced_on, conventions):
        return saying.stance, None, None
    instead = _INSTEAD.search(behind)
    return Stance.MOVED, moved_to(behind[instead.end() :], announced_on, due, conventions) if instead else None, None


def _dated_done(
    saying: Saying, text: str, announced_on: date, commitment: StoredCommitment, conventions: Conventions
) -> tuple[Stance, date | None, date | None]:
    """Done with its day; only spoken of where the sentence names another time, or none where one is needed."""
    day = done_on(text, announced_on, conventions)
    is_older_deed = day is not None and day < commitment.announced_on
    if is_older_deed or is_older(text, announced_on, commitment.announced_on, conventions):
        return Stance.MENTION, None, None
    if lies_ahead(text, announced_on, conventions, is_present=saying.is_present):
        return Stance.RESTATED, None, None
    if saying.needs_day and day is None:
        return Stance.MENTION, None, None
    return Stance.DONE, None, day
