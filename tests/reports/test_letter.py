"""The letter, worded for what is kept, undated, moved and signed."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from tracker.core.announcement import Announcement
from tracker.core.deadline import Condition, Deadline, DeadlineKind, Sense
from tracker.core.occurrence import Amendment, Evidence, EvidenceKind, EvidenceState, Stance
from tracker.core.record import StoredAnnouncement
from tracker.reports.letter import write_letter
from tracker.reports.snapshot import CommitmentSnapshot

TODAY = date(2025, 9, 27)
AT = datetime(2025, 9, 27, tzinfo=UTC)


@pytest.fixture
def letter(commitment):
    """The letter on a commitment, its lines flowing; `fields` are the announcement's."""

    def letter(today=TODAY, amendments=(), to="Elsin Council", *, evidence=(), announcement=None, read=True, **fields):
        made = commitment(read=read is True, **fields)
        if isinstance(read, Deadline):
            made = replace(made, found=replace(made.found, deadline=read))
        source = Announcement("", date(2025, 9, 17), **(announcement or {}))
        snapshot = CommitmentSnapshot(
            today, made, StoredAnnouncement(4, source, AT), amendments=amendments, evidence=evidence
        )
        return " ".join(write_letter(snapshot, to, "Ada").split())

    return letter


@pytest.mark.parametrize(
    ("today", "told"),
    [
        (date(2025, 10, 15), "hold until Friday 17 October 2025, for 2 days more. Does it still hold"),
        (date(2025, 10, 17), "hold until Friday 17 October 2025, until today."),
        (date(2025, 10, 18), "have held until Friday 17 October 2025, 1 day ago. Was it kept all that time?"),
    ],
)
def test_what_is_kept_is_asked_whether_it_holds(letter, today, told):
    assert told in letter(today, sense=Sense.KEEP)


@pytest.mark.parametrize(
    ("today", "asked"),
    [
        (
            date(2025, 10, 15),
            "due by Friday 17 October 2025, in 2 days. What has been done so far, and will the date be",
        ),
        (date(2025, 10, 17), "due today, Friday 17 October 2025. Has it been done? If not, by when will it be?"),
        (date(2025, 10, 18), "been due by Friday 17 October 2025, 1 day ago, and our records do not show that it was"),
    ],
)
def test_what_is_to_be_done_is_asked_for_by_where_it_stands(letter, today, asked):
    assert asked in letter(today)


def test_what_has_no_date_is_asked_for_one(letter):
    assert "We know of no date for it. What has been done so far, and by when" in letter(read=False, due=None)


def test_words_that_name_no_day_are_quoted(letter, deadline):
    said = deadline(words="in due\n course", kind=DeadlineKind.VAGUE, rules=("vague",), due=None)
    assert "We read no day in “in due course”." in letter(due=None, read=said)
    hangs = replace(said, words="a month after its first\n meeting", condition=Condition("its first\n meeting", 1))
    told = "Its date, “a month after its first meeting”, hangs on an event: “its first meeting”. Has that come about"
    assert told in letter(due=None, read=hangs)


def test_a_date_that_was_read_and_taken_away_is_not_called_unread(letter):
    assert "We read no day" not in letter(due=None)


def test_only_a_move_that_changed_the_date_is_told(letter):
    moved = (Amendment(10, date(2025, 10, 31), date(2025, 10, 17), "https://x.example", "", "Ada", AT),)
    assert "at first" not in letter(amendments=moved)
    assert "at first" not in letter(first_due=date(2025, 10, 31))
    told = "moved to 17 October 2025, 14 days earlier (https://x.example)."
    assert told in letter(amendments=moved, first_due=date(2025, 10, 31))


@pytest.mark.parametrize(("to", "addressee"), [("Elsin Council", "Elsin Council"), ("", "[the promisor]")])
def test_it_goes_to_whoever_is_bound(letter, to, addressee):
    assert letter(to=to).startswith(f"To: {addressee}, press office")


def test_its_source_is_named_as_far_as_it_is_known(letter):
    assert "On 17 September 2025 this was announced:" in letter()
    named = letter(announcement={"title": "Plan", "publisher": "Post", "url": "https://x.example"})
    assert "this was announced by Post in “Plan”:" in named
    assert "https://x.example" in named


def test_what_is_reported_done_is_asked_to_be_confirmed(letter, commitment):
    def report(stance=Stance.DONE, state=EvidenceState.ACCEPTED, quote="It opened\n on 15 October."):
        of = commitment().current.id
        return Evidence(of, EvidenceKind.ANNOUNCEMENT, "https://example.org/open", stance, state, "Ada", AT, quote)

    told = letter(date(2025, 12, 1), evidence=(report(),))
    assert "It is reported done in https://example.org/open: “It opened on 15 October.” Was it done, and on" in told
    assert "do not show" not in told
    assert "https://example.org/open Was it" in letter(date(2025, 12, 1), evidence=(report(quote=""),))
    others = (report(Stance.MENTION), report(state=EvidenceState.PROPOSED))
    assert "do not show that it was done" in letter(date(2025, 12, 1), evidence=others)


@pytest.mark.parametrize(("text", "is_of_row"), [("‣ The council will", True), ("- The council will", False)])
def test_a_row_of_a_table_is_listed_and_not_quoted(commitment, text, is_of_row):
    stored = StoredAnnouncement(4, Announcement(text, date(2025, 9, 17)), AT)
    letter = " ".join(write_letter(CommitmentSnapshot(TODAY, commitment(), stored), "The council", "Ada").split())
    assert ("this was listed, in a row that we give as a sentence: The council will open" in letter) is is_of_row
    assert ("this was announced: “The council will open" in letter) is not is_of_row
