"""What commitments wait for, in a table."""

from datetime import date

from tracker.core.event import AwaitedEvent, Event
from tracker.reports.events import report_events

TODAY = date(2025, 10, 18)


def test_an_event_is_told_with_its_day_or_that_it_is_not_known(commitment, values_of, shown_of):
    signed = AwaitedEvent(Event(4, "the signing", date(2025, 10, 1), "https://x.example", id=1), (commitment(3),))
    awaited = AwaitedEvent(Event(4, "the vote", id=2), (commitment(5), commitment(7)))
    (section,) = report_events([signed, awaited], TODAY).sections
    assert [row["happened_on"] for row in shown_of(section.body)] == ["2025-10-01", "not known"]
    assert values_of(section.body)[0] == {
        "id": 1,
        "name": "the signing",
        "happened_on": date(2025, 10, 1),
        "commitments": (3,),
        "source": "https://x.example",
        "announcement": 4,
    }
    assert values_of(section.body)[1]["commitments"] == (5, 7)
    assert section.hint == "Say when one happened: tracker event ID --on DAY --source URL"
    assert report_events([signed], TODAY).sections[0].hint == ""
    assert report_events([], TODAY).sections[0].empty == "Nothing waits for an event."
