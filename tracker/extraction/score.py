"""Named features to a score, a score to a band."""

from __future__ import annotations

import json
import math
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeAlias

from tracker.core.commitment import Band

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Set

VERSION = 2
# What single words tell: named features that a sentence may have without there being a weight for them.
WORD = "word:"
Telling: TypeAlias = "str | tuple[str, str]"
"""A word, an ending, or a pair of neighbours."""


@dataclass(frozen=True, slots=True)
class Weights:
    """What each named feature adds to the log-odds of a clause being a commitment.

    bias        the log-odds of a clause without any feature
    commitment  the least score, 0 to 1, of the band commitment; `review` of the band review
    features    by name
    origin      how the weights came about, for people
    strongest   the features with their weights, strongest first
    ranks       where a feature stands there
    words       where that stands there which words tell ("word:rumour", "word:to DEED"), by what is behind the colon
    """

    bias: float
    commitment: float
    review: float
    features: Mapping[str, float]
    origin: str
    strongest: tuple[tuple[str, float], ...] = field(init=False)
    ranks: Mapping[str, int] = field(init=False)
    words: Mapping[Telling, int] = field(init=False)

    def __post_init__(self) -> None:
        """Rank the features."""
        strongest = tuple(sorted(self.features.items(), key=lambda pair: (-abs(pair[1]), pair[0])))
        ranks = {name: rank for rank, (name, _) in enumerate(strongest)}
        words = {_telling(name[len(WORD) :]): rank for name, rank in ranks.items() if name.startswith(WORD)}
        for name, value in (("strongest", strongest), ("ranks", ranks), ("words", words)):
            object.__setattr__(self, name, value)


def _telling(told: str) -> Telling:
    one, _, other = told.partition(" ")
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


def known(words: Set[Telling], weights: Weights) -> list[int]:
    """The ranks of those words that have a weight."""
    return [weights.words[word] for word in weights.words.keys() & words]


def weigh(features: Iterable[str], words: Iterable[int], weights: Weights) -> tuple[tuple[str, float], ...]:
    """Each feature, and each word by its rank, with its weight; strongest first.

    Raises KeyError for a feature without a weight.
    """
    ranks = [weights.ranks[name] for name in features]
    ranks += words
    ranks.sort()
    return tuple([weights.strongest[rank] for rank in ranks])


def score(weighed: Iterable[tuple[str, float]], weights: Weights) -> float:
    """The logistic score, 0 to 1."""
    return 1 / (1 + math.exp(-(weights.bias + sum([weight for _, weight in weighed]))))


def band(value: float, weights: Weights) -> Band:
    """The band that a score falls into."""
    if value >= weights.commitment:
        return Band.COMMITMENT
    return Band.REVIEW if value >= weights.review else Band.DROPPED
