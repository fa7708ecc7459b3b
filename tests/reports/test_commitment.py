"""One commitment whole."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from tracker.core.announcement import Announcement, DateSource
from tracker.core.commitment import PromisorSource
from tracker.core.deadline import Span
from tracker.core.occurrence import Amendment, Evidence, EvidenceKind, EvidenceState, Occurrence, Stance
from tracker.core.record import ChangeSet, Note, StoredAnnouncement
from tracker.core.status import Status
from tracker.reports.commitment import CONTEXT, report_commitment
from tracker.reports.snapshot import CommitmentSnapshot

TODAY = date(2025, 11, 20)
AT = datetime(2025, 10, 1, 12, 0, tzinfo=UTC)
SENTENCE = "The council will open a library within the next 30 days."


@pytest.fixture
def snapshot(commitment):
    """A factory of snapshots of a commitment that stands in a text."""

    def make(text=SENTENCE, *, is_erased=False, one=None, **fields):
        one = one or commitment()
        start = text.find(SENTENCE)
        one = replace(one, found=replace(one.found, span=Span(start, start + len(SENTENCE))))
        announcement = Announcement(text, date(2025, 9, 17), DateSource.DATELINE, "Library news", "The council")
        return CommitmentSnapshot(TODAY, one, StoredAnnouncement(4, announcement, AT, is_erased=is_erased), **fields)

    return make


def test_the_quote_stands_in_its_paragraph(snapshot, section_of, shown_of):
    text = f"Old news.\n\nThe mayor said: “{SENTENCE}” She was\npleased.\n\nContacts."
    quote = shown_of(section_of(report_commitment(snapshot(text)), "quote").body)
    assert quote == {"before": "The mayor said: ", "sentence": f"“{SENTENCE}”", "after": " She was pleased."}


def test_the_items_of_a_list_beside_the_quote_stay_lines_of_their_own(snapshot, section_of, values_of, shown_of):
    text = f"We will:\n- pave the\n  quay;\n- {SENTENCE}\n- rest;\n 2) sleep\non.\n\nContacts."
    body = section_of(report_commitment(snapshot(text)), "quote").body
    assert "".join(shown_of(body).values()) == (f"We will:\n- pave the quay;\n- “{SENTENCE}”\n- rest;\n2) sleep on.")
    assert values_of(body)["after"] == "\n- rest;\n2) sleep on."


def test_long_context_is_cut_between_words(snapshot, section_of, shown_of):
    text = f"{'before ' * 100}{SENTENCE}{' after' * 100}"
    quote = shown_of(section_of(report_commitment(snapshot(text)), "quote").body)
    assert quote["before"].startswith("… before before")
    assert quote["after"].endswith("after after …")
    assert CONTEXT - 10 < len(quote["before"]) <= CONTEXT + 2


def test_an_erased_announcement_leaves_the_sentence(snapshot, section_of, shown_of):
    report = report_commitment(snapshot(f"Before. {SENTENCE}", is_erased=True))
    assert shown_of(section_of(report, "quote").body)["before"] == ""
    assert shown_of(section_of(report, "announcement").body)["number"] == "4  (erased)"


def test_who_when_and_why_are_told(snapshot, section_of, shown_of, values_of, commitment):
    report = report_commitment(snapshot(one=commitment(source=PromisorSource.SPEAKER)))
    assert report.title == "1  open a library"
    assert shown_of(section_of(report, "announcement").body)["announced_on"] == "2025-09-17 (date: dateline)"
    assert shown_of(section_of(report, "commitment").body)["promisor"] == "The council (inferred: the speaker)"
    assert shown_of(section_of(report, "standing").body)["told"] == "Open: 34 days overdue."
    assert shown_of(section_of(report, "deadline").body)["explanation"] == "30 days counted from the announcement"
    assert values_of(section_of(report, "standing").body)["timing"] == "long_overdue"


def test_the_three_strongest_features_say_in_words_why_it_is_a_commitment(snapshot, section_of, shown_of, values_of):
    assert shown_of(section_of(report_commitment(snapshot()), "features").body) == [
        {"name": "says “will”", "weight": "much for it"},
        {"name": "names a day", "weight": "much for it"},
        {"name": "names no time", "weight": "against it"},
    ]
    assert values_of(section_of(report_commitment(snapshot()), "features").body)[0] == {"name": "will", "weight": 2.0}


def test_a_sentence_without_words_of_time_says_so(snapshot, commitment, section_of, shown_of):
    report = report_commitment(snapshot(one=commitment(read=False, due=None)))
    assert shown_of(section_of(report, "deadline").body)["due"] == "none: the sentence names no time"
    given = report_commitment(snapshot(one=commitment(read=False, due=date(2025, 12, 1))))
    assert shown_of(section_of(given, "deadline").body)["due"] == "2025-12-01"


@pytest.mark.parametrize(
    ("due", "heading", "first"),
    [
        (date(2025, 10, 17), "Amendments", ""),
        (date(2025, 10, 18), "Amendments: 1 day later than first announced", "2025-10-17"),
        (date(2025, 10, 7), "Amendments: 10 days earlier than first announced", "2025-10-17"),
    ],
)
def test_slippage_is_counted_from_the_first_date(snapshot, commitment, section_of, shown_of, due, heading, first):
    one = commitment(due=due, first_due=date(2025, 10, 17))
    report = report_commitment(snapshot(one=one))
    assert section_of(report, "amendments").heading == heading
    assert shown_of(section_of(report, "deadline").body)["first_due"] == first


@pytest.mark.parametrize(
    ("old", "now", "moved", "heading"),
    [
        (date(2025, 10, 17), date(2025, 12, 1), "from 2025-10-17 to 2025-12-01", "the first date"),
        (None, date(2025, 12, 1), "from no date to 2025-12-01", "the first date"),
        (date(2025, 10, 17), date(2025, 11, 30), None, "explanation"),
    ],
)
def test_a_moved_date_is_explained_by_its_last_move(snapshot, commitment, section_of, old, now, moved, heading):
    one = commitment(due=now, first_due=old)
    moves = (
        Amendment(99, old, date(2026, 1, 1), "https://example.org/other", "another's", "maria", AT),
        Amendment(10, old, date(2025, 12, 1), "https://example.org/1", "rain", "maria", AT),
    )
    facts = section_of(report_commitment(snapshot(one=one, amendments=moves)), "deadline").body.facts
    told = {fact.name: (fact.heading, fact.cell.shown) for fact in facts}
    said = f"{moved}, recorded on 2025-10-01 by maria, announced in https://example.org/1: rain" if moved else ""
    assert told["moved"] == ("moved", said)
    assert told["explanation"] == (heading, "30 days counted from the announcement")
    assert told["rules"][0] == ""


def test_amendments_evidence_and_notes_are_told(snapshot, section_of, shown_of, values_of):
    trail = {
        "amendments": (
            Amendment(10, None, date(2025, 10, 17), "https://example.org/1", "a date at last", "maria", AT),
            Amendment(10, date(2025, 10, 17), date(2025, 10, 27), "https://example.org/2", "rain", "maria", AT),
            Amendment(10, date(2025, 10, 27), date(2025, 10, 26), "https://example.org/3", "sun", "maria", AT),
        ),
        "evidence": (
            Evidence(
                10, EvidenceKind.PAGE, "https://example.org", Stance.DONE, EvidenceState.PROPOSED, "maria", AT, "x"
            ),
            Evidence(10, EvidenceKind.SEARCH, "library", Stance.NOT_DONE, EvidenceState.ACCEPTED, "maria", AT),
        ),
        "notes": (Note(1, "asked the clerk", "maria", AT),),
        "history": (ChangeSet(3, "note", "asked the clerk", "maria", AT, commitments=(1,)),),
    }
    report = report_commitment(snapshot(**trail))
    moved = shown_of(section_of(report, "amendments").body)
    assert [row["days"] for row in moved] == ["", "10 days", "-1 day"]
    assert [row["old_due"] for row in moved] == ["no date", "2025-10-17", "2025-10-27"]
    assert [row["quote"] for row in shown_of(section_of(report, "evidence").body)] == ["“x”", ""]
    assert values_of(section_of(report, "evidence").body)[1]["occurrence"] == 1
    assert values_of(section_of(report, "notes").body) == [{"at": AT, "by": "maria", "text": "asked the clerk"}]
    assert values_of(section_of(report, "history").body)[0]["change"] == 3


def test_people_see_the_occurrences_of_a_recurring_one_only(snapshot, commitment, section_of, shown_of):
    def headings(report):
        return [column.heading for column in section_of(report, "occurrences").body.columns if column.heading]

    assert headings(report_commitment(snapshot())) == []
    done = Occurrence(1, 1, 10, Status.FULFILLED, date(2025, 9, 30), done_on=date(2025, 9, 29))
    nearest = Occurrence(1, 2, 11, due=date(2025, 12, 31))
    report = report_commitment(snapshot(one=commitment(stored={"occurrences": (done, nearest)})))
    assert headings(report) == ["NO", "DUE", "TIMING", "STATUS", "DONE ON"]
    rows = shown_of(section_of(report, "occurrences").body)
    assert [(row["occurrence"], row["timing"]) for row in rows] == [("1.1", "on time"), ("1.2", "due in 41 days")]
    assert shown_of(section_of(report, "standing").body)["occurrence"] == "2"


def test_the_occurrence_that_was_asked_for_is_the_one_shown(snapshot, commitment, section_of, shown_of):

    first = Occurrence(1, id=1, due=date(2025, 10, 17), first_due=date(2025, 10, 17))
    second = replace(first, id=2, number=2, due=date(2026, 1, 17), first_due=date(2026, 1, 17))
    one = commitment(stored={"occurrences": (first, second)})
    report = report_commitment(replace(snapshot(one=one), occurrence=second))
    assert shown_of(section_of(report, "standing").body)["occurrence"] == "2"
