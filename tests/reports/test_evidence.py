"""Evidence in tables and one by one, proposed by the program or given by a person."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from tracker.core.announcement import Announcement
from tracker.core.deadline import Span
from tracker.core.match import Match
from tracker.core.occurrence import Evidence, EvidenceKind, EvidenceState, Stance
from tracker.core.record import StoredAnnouncement
from tracker.reports.evidence import (
    describe_listed,
    describe_matches,
    groups_of,
    next_step,
    report_evidence,
    report_matches,
    report_one_evidence,
    tell_proposed,
)
from tracker.reports.proposal import describe_evidence
from tracker.reports.snapshot import EvidenceSnapshot
from tracker.reports.trail import tell_stance

AT = datetime(2025, 11, 1, tzinfo=UTC)
QUOTE = "The library was opened on Monday."


@pytest.fixture
def shown(commitment):
    """A factory of pieces of evidence on commitment 1."""

    def make(stance=Stance.DONE, *, is_matched=True, state=EvidenceState.PROPOSED, **days):
        one = Evidence(10, EvidenceKind.ANNOUNCEMENT, 'Elsin "Post"', stance, state, "tracker", AT, QUOTE, id=7)
        if not is_matched:
            return EvidenceSnapshot(one, commitment())
        match = Match(1, stance, QUOTE, Span(7, 7 + len(QUOTE)), ("library", "opened"), 0.9, **days)
        source = Announcement(f"Hello. {QUOTE}", date(2025, 11, 1), title="Library open")
        return EvidenceSnapshot(one, commitment(), match, StoredAnnouncement(5, source, AT))

    return make


@pytest.mark.parametrize(
    ("stance", "days", "command"),
    [
        (Stance.DONE, {"done_on": date(2025, 10, 27)}, "tracker fulfil 1 --on 2025-10-27"),
        (Stance.DONE, {}, "tracker fulfil 1 --on DAY"),
        (Stance.MOVED, {"due": date(2026, 1, 1)}, 'tracker move 1 --to 2026-01-01 --source "Elsin \'Post\'" --why "…"'),
        (Stance.DROPPED, {}, 'tracker withdraw 1 --why "…"'),
        (Stance.PARTLY_DONE, {}, 'tracker partly 1 --why "…"'),
        (Stance.NOT_DONE, {}, 'tracker fail 1 --why "…"'),
        (Stance.MENTION, {}, ""),
    ],
)
def test_each_stance_leads_to_the_command_that_draws_the_conclusion(shown, stance, days, command):
    assert next_step(shown(stance, **days)) == command


def test_of_what_falls_due_again_and_again_the_one_that_it_is_of_is_named(shown):
    one = shown(Stance.DROPPED)
    first = one.commitment.occurrences[0]
    again = replace(one.commitment, occurrences=(replace(first, id=9), replace(first, number=2)))
    assert next_step(replace(one, commitment=again)) == 'tracker withdraw 1.2 --why "…"'


def test_of_what_a_person_gave_no_day_is_known(shown):
    assert next_step(shown(is_matched=False)) == "tracker fulfil 1 --on DAY"
    assert next_step(shown(Stance.MOVED, is_matched=False)).startswith("tracker move 1 --to DAY")
    assert tell_stance(Stance.DONE, None) == "reported done"
    found = shown(done_on=date(2025, 10, 27))
    assert tell_stance(Stance.DONE, found.match) == "reported done on 2025-10-27"
    described = describe_evidence(shown(is_matched=False))
    assert (described["announcement"], described["words"], described["score"]) == (None, None, None)


def test_a_proposal_is_quoted_in_its_paragraph_and_what_a_person_gave_alone(shown):
    section = report_one_evidence(shown(), 1, 2).sections[0]
    assert section.heading == "Library open, 2025-11-01"
    assert "".join(fact.cell.shown for fact in section.body.facts) == f"Hello. {QUOTE}"
    section = report_one_evidence(shown(is_matched=False), 1, 2).sections[0]
    assert section.heading == ""
    assert "".join(fact.cell.shown for fact in section.body.facts) == QUOTE


def test_a_commitment_without_a_due_date_says_so(shown, commitment, shown_of):
    undated = replace(shown(), commitment=commitment(due=None))
    assert shown_of(report_one_evidence(undated, 1, 1).sections[1].body)["due"] == "none"


def test_only_what_waits_is_to_be_decided_on(shown):
    assert "tracker review" in report_evidence([shown()]).sections[0].hint
    assert (
        report_evidence([replace(shown(), evidence=replace(shown().evidence, quote="", state=EvidenceState.ACCEPTED))])
        .sections[0]
        .hint
        == ""
    )


def test_how_much_is_proposed_is_counted():
    assert tell_proposed(0) == ""
    assert tell_proposed(1) == "1 piece of evidence proposed: `tracker evidence list`."


def test_reports_that_say_the_same_stand_together_and_are_told_in_full_once(shown, shown_of):
    day = date(2025, 10, 27)
    first, other = shown(done_on=day), shown(Stance.RESTATED)
    ids = {7: first, 8: other, 9: first, 10: shown(done_on=date(2025, 10, 28)), 11: shown(is_matched=False), 12: first}
    said = [replace(one, evidence=replace(one.evidence, id=number)) for number, one in ids.items()]
    said[-1] = replace(said[-1], evidence=replace(said[-1].evidence, quote="It opened on 27 October."))
    rows = shown_of(report_evidence(said).sections[0].body)
    assert [row["number"] for row in rows] == ["7", "9", "12", "8", "10", "11"]
    assert [row["told"] for row in rows[:4]] == [
        "reported done on 2025-10-27", "the same as 7", "the same as 7", "said again",
    ]  # fmt: skip
    assert [row["quote"] for row in rows[:3]] == [f"“{QUOTE}”", "", "“It opened on 27 October.”"]
    assert [row["deed"] for row in rows[:3]] == ["open a library", "", ""]
    assert [one["group"] for one in describe_listed(said)] == [7, 7, 7, 8, 10, 11]


def test_what_only_speaks_of_it_is_the_same_in_the_same_words_alone(shown):
    said = [shown(Stance.MENTION) for _ in range(3)]
    said[1] = replace(said[1], evidence=replace(said[1].evidence, quote="The library is a fine one."))
    assert [len(group) for group in groups_of(said)] == [2, 1]


def test_what_an_announcement_would_propose_is_told_and_described(commitment, values_of, shown_of):
    match = Match(1, Stance.MOVED, QUOTE, Span(7, 40), ("library",), 0.9, due=date(2026, 1, 1))
    titled = Announcement("text", date(2025, 11, 1), title="Library open", id="a-1", origin="news.txt")
    found = [(titled, [(match, commitment())]), (replace(titled, title="", id=""), []), (titled, None)]
    report = report_matches(found)
    first, second, third = report.sections
    assert ("is tracked" in second.empty, "is stored already" in third.empty) == (True, True)
    assert [first.heading, second.heading] == [
        "Library open, announced on 2025-11-01",
        "news.txt, announced on 2025-11-01",
    ]
    (row,) = shown_of(first.body)
    assert "moved to 2026-01-01" in row.values()
    assert f"“{QUOTE}”" in row.values()
    assert values_of(second.body) == []
    described = describe_matches(found)
    assert (described["schema"], [one["origin"] for one in described["announcements"]]) == (
        "tracker.match/1",
        ["a-1", "news.txt", "a-1"],
    )
    assert [one["is_stored"] for one in described["announcements"]] == [False, False, True]
    (one,) = described["announcements"][0]["matches"]
    assert (one["commitment"], one["uuid"], one["stance"]) == (1, "uuid-1", "moved")
    assert (one["span"], one["words"], one["new_due"], one["done_on"]) == ([7, 40], ["library"], date(2026, 1, 1), None)
