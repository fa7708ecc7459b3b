"""The items of a list under a stem: "The board will: dredge the basin; sell the crane"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.core.commitment import Band, Commitment, Extraction
from tracker.core.deadline import DeadlineKind

if TYPE_CHECKING:
    from collections.abc import Callable

    Extracted = Callable[..., Extraction]


def sure(found: Extraction) -> list[Commitment]:
    return [one for one in found.commitments if one.band is Band.COMMITMENT]


def test_bullets_inherit_the_stem(extracted: Extracted) -> None:
    text = "The harbour board will:\n• dredge the basin by 1 May 2025;\n• sell the crane in due course."
    first, second = sure(extracted(text))
    assert first.sentence == "dredge the basin by 1 May 2025;"
    assert first.promisor.name == "The harbour board"
    assert first.deed == "dredge the basin"
    assert second.kind is DeadlineKind.VAGUE


def test_a_stem_that_tells_the_public_what_to_do_makes_no_promises(extracted: Extracted) -> None:
    text = "Landlords should:\n• register by 1 May 2025;\n• keep their receipts."
    assert extracted(text).commitments == ()


def test_a_stem_that_says_it_all_lends_nothing_to_its_bullets(extracted: Extracted) -> None:
    text = "The board will meet on 2 May 2025 to hear three reports:\n• the new crane;\n• the old crane."
    assert [one.sentence for one in extracted(text).commitments] == [
        "The board will meet on 2 May 2025 to hear three reports:"
    ]


def test_the_words_that_close_a_stem_are_no_promise_beside_its_bullets(extracted: Extracted) -> None:
    text = "By 3 May 2026 we will have:\n- dredged the basin;\n- sold the crane."
    assert [one.deed for one in sure(extracted(text))] == ["dredged the basin", "sold the crane"]


def test_a_bullet_without_a_verb_of_promise_is_told_by_its_own_words(extracted: Extracted) -> None:
    (one,) = extracted("Tasks:\n- Sell the crane by 3 April 2027").commitments
    assert one.deed == "Sell the crane"


def test_a_task_that_is_done_or_dropped_promises_nothing(extracted: Extracted) -> None:
    text = "- Done: Ms Orr to mend the pier by 3 April 2027\n- Dropped: move the archive by 3 May 2027"
    assert extracted(text) == Extraction((), ())
