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
# What single words tell: named features that a sentence may have without there being a weight for them.
WORD = "word:"


@dataclass(frozen=True, slots=True)
class Weights:
    """What each named feature adds to the log-odds of a clause being a commitment.

    bias        the log-odds of a clause without any feature
    commitment  the least score, 0 to 1, of the band commitment; `review` of the band review
    features    by name; those that words tell ("word:rumour", "word:to DEED") are in `words` too, each with its name, by
                what stands behind the colon
    origin      how the weights came about, for people
    """

    bias: float
    commitment: float
    review: float
    features: Mapping[str, float]
    origin: str
    words: Mapping[str, tuple[str, float]] = field(init=False)

    def __post_init__(self) -> None:
        """Gather the words."""
        words = {name[len(WORD) :]: (name, weight) for name, weight in self.features.items() if name.startswith(WORD)}
        object.__setattr__(self, "words", words)


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


def known(words: Iterable[str], weights: Weights) -> tuple[tuple[str, float], ...]:
    """Those of the words that have a weight, each as a named feature with its weight."""
    found = weights.words
    return tuple(found[word] for word in words if word in found)


def weigh(features: Iterable[str], words: Iterable[tuple[str, float]], weights: Weights) -> tuple[tuple[str, float], ...]:
    """Each feature with its weight, and what the sentence's words weigh; strongest first.

    Raises KeyError for a feature without a weight.
    """
    weighed = [*((name, weights.features[name]) for name in features), *words]
    return tuple(sorted(weighed, key=lambda pair: (-abs(pair[1]), pair[0])))


def score(weighed: Iterable[tuple[str, float]], weights: Weights) -> float:
    """The logistic score, 0 to 1."""
    return 1 / (1 + math.exp(-(weights.bias + sum(weight for _, weight in weighed))))


def band(value: float, weights: Weights) -> Band:
    """The band that a score falls into."""
    if value >= weights.commitment:
        return Band.COMMITMENT
    return Band.REVIEW if value >= weights.review else Band.DROPPED
