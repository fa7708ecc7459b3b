"""The fit: a logistic regression on the features of clauses, and the review's limit, cross-validated.

Everything here is deterministic: the same examples give the same weights.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from typing import TYPE_CHECKING, NamedTuple

from examples import examples_of_rules
from names import tells_a_name
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold
from threadpoolctl import threadpool_limits

from tracker.extraction import Weights
from tracker.extraction.english.circumstances import CIRCUMSTANCES
from tracker.extraction.english.cues.registry import CUES
from tracker.extraction.english.guards.registry import GUARDS
from tracker.extraction.score import BOTH, WORD

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from examples import Example

# The inverse strength of the L2 penalty. A larger column is penalised less: a guard was written because it tells
# much, a word is one of many, what stands around a clause one of more. Chosen by cross-validation.
STRENGTH = 4.0
GUARD_SCALE = 2.0
WORD_SCALE = 0.3
NEIGHBOURS_SCALE = 0.2
BOTH_SCALE = 0.3
AROUND_SCALE = 0.18
# What is learned must stand in so many clauses.
LEAST_CLAUSES = 4
# The least probability of the band commitment: what is more likely one than not. Where F1 is best wanders, as examples
# come and go, along a stretch from 0.4 to 0.6 that is as good as flat.
COMMITMENT = 0.5
# How many candidates there may be in the band review for each annotated commitment: a person has to read them.
MOST_REVIEW = 0.4
DIGITS = 3

GUARD_NAMES = frozenset(guard.name for guard in GUARDS)
NAMES = sorted({cue.name for cue in CUES} | GUARD_NAMES | CIRCUMSTANCES)


class Linear(NamedTuple):
    """The log-odds of a clause: a bias, and what each feature adds."""

    bias: float
    features: dict[str, float]

    def probability(self, features: Iterable[str]) -> float:
        """How probable it is that a clause with such features promises something, 0 to 1."""
        total = math.fsum((self.bias, *(self.features.get(name, 0.0) for name in features)))  # whatever their order
        return 1 / (1 + math.exp(-total))


def folds_of(groups: Sequence[str], count: int) -> list[list[int]]:
    """The places of each fold's members; those of one group (a document) are all in one fold."""
    return [list(held) for _, held in GroupKFold(n_splits=count).split(groups, groups=groups)]


def fit_linear(examples: Iterable[Example]) -> Linear:
    """The weights that fit best; a guard that would speak for a promise is left out, and weighs nothing."""
    labelled = [one for one in (*examples, *examples_of_rules()) if one.promises is not None]
    counts = Counter(name for one in labelled for name in one.features)
    kept = {name for name, count in counts.items() if not _is_learned(name) or _may_be_learned(name, count)}
    while True:
        fitted = _fit(labelled, kept)
        wrong = {name for name in GUARD_NAMES & kept if fitted.features[name] > 0}
        if not wrong:
            return Linear(fitted.bias, dict.fromkeys(NAMES, 0.0) | fitted.features)
        kept -= wrong


def _is_learned(name: str) -> bool:
    return ":" in name


def _may_be_learned(name: str, count: int) -> bool:
    return count >= LEAST_CLAUSES and not tells_a_name(name)


def _scale(name: str) -> float:
    if name.startswith(BOTH):
        return BOTH_SCALE
    if name.startswith(WORD):
        return NEIGHBOURS_SCALE if " " in name else WORD_SCALE
    if _is_learned(name):
        return AROUND_SCALE
    return GUARD_SCALE if name in GUARD_NAMES else 1.0


def _fit(examples: Sequence[Example], kept: set[str]) -> Linear:
    vectorizer = DictVectorizer()
    rows = vectorizer.fit_transform([{name: _scale(name) for name in sorted(one.features & kept)} for one in examples])
    model = LogisticRegression(C=STRENGTH, max_iter=10_000, tol=1e-8)
    with threadpool_limits(1):  # the order in which threads add up would change the last digits
        model.fit(rows, [one.promises for one in examples], sample_weight=[one.weight for one in examples])
    names = vectorizer.get_feature_names_out()
    weights = {
        name: round(float(weight) * _scale(name), DIGITS) for name, weight in zip(names, model.coef_[0], strict=True)
    }
    return Linear(round(float(model.intercept_[0]), DIGITS), weights)


def fit_weights(examples: Sequence[Example], origin: str, folds: int = 4) -> Weights:
    """The weights, and the review's limit, set by examples that the fit has not seen."""
    judged: list[tuple[Example, float]] = []
    for held in folds_of([one.sentence[0] for one in examples], folds):
        unseen = set(held)
        linear = fit_linear(one for number, one in enumerate(examples) if number not in unseen)
        judged += [(examples[number], linear.probability(examples[number].features)) for number in held]
    linear = fit_linear(examples)
    return Weights(linear.bias, COMMITMENT, _review_limit(judged), linear.features, origin)


def _review_limit(judged: Iterable[tuple[Example, float]]) -> float:
    """The least probability of the band review, which holds no more than a person can read."""
    best: dict[tuple[str, int], float] = defaultdict(float)
    annotated = set()
    for one, probability in judged:
        best[one.sentence] = max(best[one.sentence], probability)
        if one.promises is not False:
            annotated.add(one.sentence)
    ranked = sorted(best.values(), reverse=True)
    sure = sum(value >= COMMITMENT for value in ranked)
    last = min(len(ranked), sure + int(MOST_REVIEW * len(annotated))) - 1
    return round(min(COMMITMENT, ranked[last]), DIGITS)
