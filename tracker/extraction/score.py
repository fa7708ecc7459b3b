"""Named features to a score, a score to a band."""

from __future__ import annotations

import json
import math
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tracker.core.commitment import Band

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

VERSION = 2
# Learned features, of which only those with a weight count: a word, or a pair of words' classes; a cue with another
# feature. Their names have a colon, those of the features that were typed have none.
WORD = "word:"
BOTH = "both:"


@dataclass(frozen=True, slots=True)
class Weights:
    """What each named feature adds to the log-odds of a clause being a commitment.

    bias        the log-odds of a clause without any feature
    commitment  the least score, 0 to 1, of the band commitment; `review` of the band review
    features    by name
    learned     those that are learned ("word:rumour", "word:to DEED", "both:dated&schedule"), each with its name, by
                what stands behind the colon; made of `features`
    origin      how the weights came about, for people
    """

    bias: float
    commitment: float
    review: float
    features: Mapping[str, float]
    origin: str
    learned: Mapping[str, tuple[str, float]] = field(init=False)

    def __post_init__(self) -> None:
        """Gather what is learned."""
        learned = {name.partition(":")[2]: (name, weight) for name, weight in self.features.items() if ":" in name}
        object.__setattr__(self, "learned", learned)


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


def known(told: Iterable[str], weights: Weights) -> tuple[tuple[str, float], ...]:
    """Those that have a weight of what may be learned, each as a named feature with its weight."""
    learned = weights.learned
    return tuple(learned[one] for one in told if one in learned)


def weigh(
    features: Iterable[str], learned: Iterable[tuple[str, float]], weights: Weights
) -> tuple[tuple[str, float], ...]:
    """Each feature with its weight, and what was learned beside them; strongest first.

    Raises KeyError for a feature without a weight.
    """
    weighed = [*((name, weights.features[name]) for name in features), *learned]
    return tuple(sorted(weighed, key=lambda pair: (-abs(pair[1]), pair[0])))


def score(weighed: Iterable[tuple[str, float]], weights: Weights) -> float:
    """The logistic score, 0 to 1."""
    return 1 / (1 + math.exp(-(weights.bias + sum(weight for _, weight in weighed))))


def band(value: float, weights: Weights) -> Band:
    """The band that a score falls into."""
    if value >= weights.commitment:
        return Band.COMMITMENT
    return Band.REVIEW if value >= weights.review else Band.DROPPED
