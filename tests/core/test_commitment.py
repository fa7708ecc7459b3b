from __future__ import annotations

from datetime import date

import pytest

from tracker.core.commitment import Band, Commitment, Promisor, PromisorSource
from tracker.core.deadline import Anchor, Deadline, DeadlineKind, Sense, Span


def commitment(deadline: Deadline | None) -> Commitment:
    promisor = Promisor("the council", PromisorSource.SUBJECT)
    return Commitment("It will open.", Span(0, 13), promisor, "open", Band.COMMITMENT, 0.9, deadline=deadline)


def test_a_commitment_without_words_of_time_is_open_and_to_be_achieved() -> None:
    assert commitment(None).kind is DeadlineKind.OPEN
    assert commitment(None).sense is Sense.ACHIEVE


def test_kind_and_sense_are_those_of_the_deadline() -> None:
    anchor = Anchor(date(2025, 3, 5))
    held = Deadline("until May", Span(0, 9), DeadlineKind.DATED, (), anchor, "", date(2025, 5, 31), sense=Sense.KEEP)
    assert commitment(held).kind is DeadlineKind.DATED
    assert commitment(held).sense is Sense.KEEP


@pytest.mark.parametrize(
    ("source", "is_inferred"),
    [
        (PromisorSource.SUBJECT, False),
        (PromisorSource.AGENT, False),
        (PromisorSource.SPEAKER, True),
        (PromisorSource.PUBLISHER, True),
        (PromisorSource.PERSON, False),
        (PromisorSource.UNKNOWN, True),
    ],
)
def test_a_promisor_is_inferred_where_the_sentence_does_not_say_who(source: PromisorSource, is_inferred: bool) -> None:
    assert Promisor("the council", source).is_inferred is is_inferred
