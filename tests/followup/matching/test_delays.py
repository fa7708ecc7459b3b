"""What a delay says of a deed with few words, and what of it is no promise of its own."""

from dataclasses import replace
from datetime import date

import pytest

from tracker.core.conventions import PLAIN
from tracker.core.deadline import Span
from tracker.core.match import Match
from tracker.core.occurrence import Stance
from tracker.followup.matching import is_told_again, match

LIBRARY = "The council will open the Eastgate library by 30 September 2025."


@pytest.mark.parametrize(
    ("deed", "stance", "is_again"),
    [
        ("the library delayed", Stance.MOVED, True),
        ("not open the library until funds are found", Stance.DROPPED, True),
        ("the council now expects", Stance.MOVED, True),
        ("the museum delayed", Stance.MOVED, False),
        ("mend the roof of the library", Stance.MOVED, False),
        ("the library delayed", Stance.RESTATED, False),
        ("Done: Elsin Council to open the Eastgate library", Stance.DONE, True),
        ("The library promised by Elsin Council is open since Thursday", Stance.DONE, True),
        ("extend the library by May", Stance.DONE, False),
        ("extend it", Stance.DONE, False),
    ],
)
def test_the_turn_of_a_deed_is_no_deed_of_its_own(make_tracked, deed, stance, is_again):
    tracked = make_tracked(LIBRARY, "Elsin Council")
    here = Span(0, 40)
    found = replace(tracked.commitment.found, deed=deed, span=here)
    assert is_told_again(found, Match(1, stance, "q", here, (), 1.0), tracked) is is_again


@pytest.mark.parametrize(
    ("told", "found"),
    [
        ("Varn Foods said that the report, due by 15 January, will be delayed until 31 March 2026.", "2026-03-31"),
        ("Varn Foods said that the report will be delayed until 31 March 2026.", ""),
        ("Varn Foods published its annual report.", ""),
    ],
)
def test_a_deed_that_says_little_is_told_of_by_its_due_date(make_tracked, make_report, told, found):
    tracked = make_tracked("We will have its report on our website by 15 January 2026.", "Varn Foods plc")
    assert [str(one.due) for one in match(make_report(told), [tracked], PLAIN)] == ([found] if found else [])


def test_a_deed_that_says_little_without_a_due_date_is_told_of_by_nothing(make_tracked, make_report):
    tracked = make_tracked("We will publish its report.", "Varn Foods plc", deed="its report on our website")
    assert match(make_report("Varn Foods has delayed its report."), [tracked], PLAIN) == ()


def test_who_does_it_says_how_many(make_tracked, make_report):
    tracked = make_tracked("The Arts Fund will hire 40 apprentices by 31 August 2025.", "Arts Fund")
    assert match(make_report("The Arts Fund hired apprentices on Monday."), [tracked], PLAIN) == ()
    assert match(make_report("The Arts Fund has scrapped 30 apprentices' jobs."), [tracked], PLAIN) == ()
    (found,) = match(make_report("The Arts Fund has put off hiring apprentices to 1 May 2026."), [tracked], PLAIN)
    assert (found.stance, found.due) == (Stance.MOVED, date(2026, 5, 1))
