from __future__ import annotations

import json

import pytest

from tracker.core.commitment import Band
from tracker.extraction import Weights, parse_weights
from tracker.extraction.english.circumstances import CIRCUMSTANCES
from tracker.extraction.english.cues.registry import CUES
from tracker.extraction.english.guards.registry import GUARDS
from tracker.extraction.score import band, known, rank, score, weigh

SMALL = Weights(-1.0, 0.6, 0.3, {"will": 2.0, "history": -4.0, "dated": 0.5, "word:rumour": -1.0}, "by hand")


def test_the_strongest_feature_comes_first() -> None:
    assert weigh(rank(["dated", "history", "will"], (), SMALL), SMALL) == (
        ("history", -4.0),
        ("will", 2.0),
        ("dated", 0.5),
    )


def test_a_word_counts_where_it_has_a_weight() -> None:
    ranks = rank(["will"], known(["rumour", "has", "it"], SMALL), SMALL)
    assert weigh(ranks, SMALL) == (("will", 2.0), ("word:rumour", -1.0))


def test_a_feature_adds_its_weight_to_the_log_odds() -> None:
    assert score(rank(["will"], (), SMALL), SMALL) == pytest.approx(0.7311, abs=1e-4)


def test_a_clause_without_features_has_the_odds_of_the_bias() -> None:
    assert score((), SMALL) == pytest.approx(0.2689, abs=1e-4)


@pytest.mark.parametrize(("value", "expected"), [(0.6, Band.COMMITMENT), (0.59, Band.REVIEW), (0.29, Band.DROPPED)])
def test_a_score_falls_into_its_band(value: float, expected: Band) -> None:
    assert band(value, SMALL) is expected


def test_a_feature_without_a_weight_is_an_error() -> None:
    with pytest.raises(KeyError):
        rank(["unheard_of"], (), SMALL)


def test_every_feature_has_a_weight_and_every_weight_a_feature(weights: Weights) -> None:
    named = {cue.name for cue in CUES} | {guard.name for guard in GUARDS} | CIRCUMSTANCES
    assert {name for name in weights.features if ":" not in name} == named


def test_guards_weigh_against(weights: Weights) -> None:
    assert all(weights.features[guard.name] <= 0 for guard in GUARDS)


def test_what_speaks_for_a_promise_weighs_for_it(weights: Weights) -> None:
    assert all(weights.features[name] > 0 for name in ("dated", "first_person", "agent_acts", "passive_deed"))


def test_the_weights_say_how_they_came_about(weights: Weights) -> None:
    assert "scripts/train" in weights.origin


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("[]", "version 2"),
        ('{"version": 1}', "version 2"),
        (json.dumps({"version": 2, "bias": 0, "features": {}, "origin": ""}), "lack bands"),
    ],
)
def test_weights_that_cannot_be_used_are_refused(text: str, complaint: str) -> None:
    with pytest.raises(ValueError, match=complaint):
        parse_weights(text)
