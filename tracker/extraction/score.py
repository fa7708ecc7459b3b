"""Named features to a score, a score to a band."""

from __future__ import annotations

import json
import math
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeAlias

from tracker.core.commitment import Band

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

VERSION = 2
# Learned features, of which only those with a weight count. Their names have a colon, those of the features that were
# typed have none. The two sorts of which a sentence has most, words and pairs of words' classes ("word:") and pairs of
# features ("both:"), are looked up by what stands behind the colon, all others by their whole name.
WORD = "word:"
BOTH = "both:"
Learned: TypeAlias = "str | tuple[str, str]"
"""A learned feature as it is looked up: a pair of words' classes is a pair here, too."""


@dataclass(frozen=True, slots=True)
class Weights:
    """What each named feature adds to the log-odds of a clause being a commitment.

    bias        the log-odds of a clause without any feature
    commitment  the least score, 0 to 1, of the band commitment; `review` of the band review
    features    by name
    origin      how the weights came about, for people
    strongest   the features with their weights, strongest first
    values      the weights alone, in the same order
    ranks       where a feature stands there
    learned     where those stand there that are learned ("word:rumour", "word:to DEED", "both:schedule&dated",
                "ahead:whether")
    """

    bias: float
    commitment: float
    review: float
    features: Mapping[str, float]
    origin: str
    strongest: tuple[tuple[str, float], ...] = field(init=False)
    values: tuple[float, ...] = field(init=False)
    ranks: Mapping[str, int] = field(init=False)
    learned: Mapping[Learned, int] = field(init=False)

    def __post_init__(self) -> None:
        """Rank the features."""
        strongest = tuple(sorted(self.features.items(), key=lambda pair: (-abs(pair[1]), pair[0])))
        ranks = {name: place for place, (name, _) in enumerate(strongest)}
        learned = {_learned(name): place for name, place in ranks.items() if ":" in name}
        values = tuple(value for _, value in strongest)
        for name, made in (("strongest", strongest), ("values", values), ("ranks", ranks), ("learned", learned)):
            object.__setattr__(self, name, made)


def _learned(name: str) -> Learned:
    if not name.startswith((WORD, BOTH)):
        return name
    one, _, other = name.partition(":")[2].partition(" ")
    return (one, other) if other else one


def parse_weights(text: str) -> Weights:
    """The weights in a JSON text. Raises ValueError where it is no JSON, of another version, or lacks a part."""
    parts = json.loads(text)
    if not isinstance(parts, dict) or parts.get("version") != VERSION:
        raise ValueError(f"weights of version {VERSION} are needed")
    missing = {"bias", "bands", "features", "origin"} - set(parts)
    if missing:
        raise ValueError(f"the weights lack {', '.join(sorted(missing))}")
    bands = parts["bands"]
    return Weights(parts["bias"], bands["commitment"], bands["review"], parts["features"], parts["origin"])


def known(told: Iterable[Learned], weights: Weights) -> set[int]:
    """The ranks of those that have a weight of what may be learned."""
    learned = weights.learned
    return {place for place in map(learned.get, told) if place is not None}


def rank(features: Iterable[str], learned: Iterable[int], weights: Weights) -> list[int]:
    """The ranks of all features, given by their names, and of what was learned beside them; strongest first.

    Raises KeyError for a feature without a weight.
    """
    ranks = [*map(weights.ranks.__getitem__, features), *learned]
    ranks.sort()
    return ranks


def weigh(ranks: Iterable[int], weights: Weights) -> tuple[tuple[str, float], ...]:
    """Each feature, given by its rank, with its weight."""
    return tuple(map(weights.strongest.__getitem__, ranks))


def score(ranks: Iterable[int], weights: Weights) -> float:
    """The logistic score, 0 to 1, of features given by their ranks."""
    return 1 / (1 + math.exp(-(weights.bias + sum(map(weights.values.__getitem__, ranks)))))


def band(value: float, weights: Weights) -> Band:
    """The band that a score falls into."""
    if value >= weights.commitment:
        return Band.COMMITMENT
    return Band.REVIEW if value >= weights.review else Band.DROPPED
