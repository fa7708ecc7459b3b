from __future__ import annotations

from datetime import date

import pytest

from tracker.core.deadline import Anchor, Deadline
from tracker.deadlines import find_deadlines
from tracker.extraction.english.events import find_events

WEDNESDAY = date(2025, 3, 5)


@pytest.mark.parametrize(
    ("text", "signed_on"),
    [
        ("The charter was signed today.", WEDNESDAY),
        ("The two sides today signed a charter.", WEDNESDAY),
        ("The charter was signed on 1 March 2025 in Berga.", date(2025, 3, 1)),
        ("The charter, signed on Tuesday, has nine articles.", date(2025, 3, 4)),
        ("The charter was signed on Wednesday.", WEDNESDAY),
        ("The two have signed a charter.", WEDNESDAY),
        (
            "The two have signed a charter on trade, fish and the use of the river ports on 3 March 2025.",
            date(2025, 3, 3),
        ),
        ("Signed this fifth day of March 2025.", WEDNESDAY),
        ("The charter was signed on 1 March 2025, and another signed on 3 March 2025.", date(2025, 3, 1)),
    ],
)
def test_the_day_of_a_signing_is_read(text: str, signed_on: date) -> None:
    events = find_events(text, WEDNESDAY, lambda piece: find_deadlines(piece, WEDNESDAY))
    assert events["signing"].on == events["signature"].on == signed_on


@pytest.mark.parametrize("text", ["The charter was signed in ink.", "It was signed by all on a rainy day."])
def test_a_signing_without_a_past_day_is_no_event(text: str) -> None:
    assert "signing" not in find_events(text, WEDNESDAY, lambda piece: find_deadlines(piece, WEDNESDAY))


@pytest.mark.parametrize(
    ("text", "name", "on"),
    [
        ("The launch is set for 21 May.", "launch", date(2025, 5, 21)),
        ("The launch has a day: May 21.", "launch", date(2025, 5, 21)),
        ("The launch of the probe, planned for 21 May, is in doubt.", "launch", date(2025, 5, 21)),
        ("Polling is on 12 April, and all may vote.", "election", date(2025, 4, 12)),
        ("The treaty takes effect on 1 July.", "entry into force", date(2025, 7, 1)),
        ("Ministers will attend the signing, on 6 October, in Berga.", "signing", date(2025, 10, 6)),
        ("The accord is to be signed on 6 October.", "signature", date(2025, 10, 6)),
        ("10. Next meeting\n18 May 2025, in the hall.", "meeting", date(2025, 5, 18)),
        ("Rain fell. The council meets on Tuesday.", "meeting", date(2025, 3, 11)),
        ("The race ends with the finish on 7 September in Berga.", "finish", date(2025, 9, 7)),
        ("The ceremony will be held at noon on 14 April.", "ceremony", date(2025, 4, 14)),
        ("The summit (14 April 2026) is far off.", "summit", date(2026, 4, 14)),
        ("The meeting is planned for the day of the vote on 3 May.", "meeting", date(2025, 5, 3)),
        ("The opening is on 3 May. Once more: the opening, on 3 May, is free.", "opening", date(2025, 5, 3)),
    ],
)
def test_the_day_of_what_is_to_come_is_read(text: str, name: str, on: date) -> None:
    events = find_events(text, WEDNESDAY, lambda piece: find_deadlines(piece, WEDNESDAY))
    assert events[name] == Anchor(on, f"the {name}")


@pytest.mark.parametrize(
    "text",
    [
        "The opening is on 3 May. A second opening is on 5 June.",
        "The opening is set for May.",
        "The opening is due on 3 to 5 May.",
        "The opening was held on 3 February.",
        "At the opening on 1 March the mayor spoke.",
        "The opening on 1 February is still talked of.",
        "The opening is on the first Monday of each month.",
        "The opening is on 3 February 2025.",
        "The opening is on the hill.",
        "In April, the opening is on the hill for 3 May Street.",
    ],
)
def test_what_is_to_come_without_one_day_of_its_own_is_no_event(text: str) -> None:
    assert "opening" not in find_events(text, WEDNESDAY, lambda piece: find_deadlines(piece, WEDNESDAY))


def test_a_line_of_many_events_is_not_read_anew_for_each() -> None:
    text = "Planning committee meeting: 3 May 2026, Town Hall; " * 200
    read: list[str] = []

    def find(piece: str) -> list[Deadline]:
        read.append(piece)
        return find_deadlines(piece, WEDNESDAY)

    assert find_events(text, WEDNESDAY, find)["meeting"].on == date(2026, 5, 3)
    assert sum(map(len, read)) <= 2 * len(text)


def test_no_more_than_the_words_right_behind_an_event_are_read() -> None:
    read: list[str] = []
    find_events("The opening is on 3 May, " + "and so on, " * 100, WEDNESDAY, lambda piece: read.append(piece) or [])
    assert max(map(len, read)) < 250


def test_then_is_the_only_day_to_come_that_the_text_names() -> None:
    def then(text: str) -> Anchor | None:
        return find_events(text, WEDNESDAY, lambda piece: find_deadlines(piece, WEDNESDAY)).get("then")

    assert then("The vote is on 5 November. By then all will be ready.") == Anchor(
        date(2025, 11, 5), "the date named before"
    )
    assert then("The vote is on 5 November, the count on 6 November. By then all will be ready.") is None
    assert then("The vote is on 5 November. All will be ready.") is None


def test_the_document_s_own_day_is_known() -> None:
    assert find_events("", WEDNESDAY, lambda _: ())["this order"].on == WEDNESDAY
