"""What a sentence says of another deed or another promisor is not said of the one that is tracked."""

import pytest

from tracker.core.conventions import PLAIN
from tracker.core.occurrence import Stance
from tracker.followup.matching import match

BRIDGE = "Elsin Council will open the Ferry Bridge by 31 March 2026."
REPORT = "Elsin Council will publish an air quality report by 31 December 2025."
HEALTH = "The Ministry of Health will publish an air quality report by 31 December 2025."
BOARD = "The harbour board will publish an air quality report by 31 December 2025."


@pytest.mark.parametrize(
    ("said", "told"),
    [
        (
            REPORT,
            "Elsin Council, whose air quality report is to be published as promised, will plant trees by 1 May 2026.",
        ),
        (REPORT, "Elsin Council will publish its air quality report and will plant trees by 1 May 2026."),
        (BRIDGE, "Elsin Council will extend the deadline for comments on the Ferry Bridge it will open to 4 May 2026."),
        (BRIDGE, "Elsin Council has set a new deadline for comments on the Ferry Bridge, 4 May 2026."),
        (REPORT, "Elsin Council dropped plans to charge visitors for the air quality report it will publish."),
        (REPORT, "Plans to charge visitors for the air quality report were dropped by Elsin Council."),
        (REPORT, "Elsin Council will publish an air quality report on noise by 1 May 2026."),
        (REPORT, "Elsin Council will publish a second air quality report by 1 May 2026."),
        (REPORT, "Elsin Council will publish a timetable for its air quality report by 1 May 2026."),
        (BRIDGE, "Elsin Council, which will open the Ferry Bridge, postponed the budget to 1 May 2026."),
        (BRIDGE, "The budget that pays for the Ferry Bridge was postponed by Elsin Council to 1 May 2026."),
        (BRIDGE, "Elsin Council scrapped the toll on the Ferry Bridge, which will open in March."),
        (BRIDGE, "Elsin Council cancelled the party for the Ferry Bridge it will open."),
        (BRIDGE, "Elsin Council will now charge drivers by 1 May 2026 for the Ferry Bridge."),
        (BRIDGE, "Elsin Council announced the cancellation of the fair at the Ferry Bridge that it will open."),
    ],
)
def test_a_move_or_an_end_of_another_deed_is_none_of_this_one(told_of, said, told):
    stance = told_of(said, told)
    assert stance is None or stance[0] in ("mention", "restated")


@pytest.mark.parametrize(
    ("told", "stance", "day"),
    [
        ("Elsin Council put the Ferry Bridge off until 30 June 2026.", "moved", "2026-06-30"),
        ("Elsin Council will now open the Ferry Bridge by 30 June 2026.", "moved", "2026-06-30"),
        ("The opening of the Ferry Bridge has slipped to June 2026, Elsin Council said.", "moved", "2026-06-30"),
        ("Elsin Council has set a new deadline for the Ferry Bridge: 30 June 2026.", "moved", "2026-06-30"),
        ("The Ferry Bridge will not now open until 30 June 2026, Elsin Council said.", "moved", "2026-06-30"),
        ("Elsin Council announced the postponement of the Ferry Bridge to 30 June 2026.", "moved", "2026-06-30"),
        ("Elsin Council will open the Ferry Bridge by 30 June 2026.", "moved", "2026-06-30"),
        ("The Ferry Bridge will be ready by 30 June 2026, Elsin Council said.", "moved", "2026-06-30"),
        ("The opening was delayed by Elsin Council: the Ferry Bridge needs more time.", "moved", ""),
        ("Elsin Council no longer plans to open the Ferry Bridge.", "dropped", ""),
        ("Elsin Council has dropped its plan for the Ferry Bridge.", "dropped", ""),
        ("Elsin Council has dropped its plan to open the Ferry Bridge.", "dropped", ""),
        ("Plans for the Ferry Bridge were abandoned by Elsin Council.", "dropped", ""),
        ("The Ferry Bridge, which Elsin Council meant to open in March, was scrapped.", "dropped", ""),
        ("Elsin Council has called off the Ferry Bridge.", "dropped", ""),
        ("Elsin Council says the Ferry Bridge will not go ahead.", "dropped", ""),
    ],
)
def test_its_own_move_and_its_own_end_are_read(told_of, told, stance, day):
    assert told_of(BRIDGE, told) == (stance, day)


@pytest.mark.parametrize(
    ("said", "told"),
    [
        (REPORT, "Elsin Council met on Monday. Norden Council published its air quality report."),
        (REPORT, "Elsin Council met on Monday. Norden Council's air quality report was published."),
        (REPORT, "Elsin Council met on Monday. The air quality report of Norden Council was published."),
        (REPORT, "Elsin Council met on Monday. The air quality report was published by Norden Council."),
        (REPORT, "Elsin Council met on Monday. Varn published its air quality report on Friday."),
        (REPORT, "Elsin Council said that Norden Council had published its air quality report."),
        (REPORT, "Elsin Council met on Monday. The Council of Norden published its air quality report."),
        (REPORT, "Elsin Council met on Monday. The Ministry of Health published its air quality report."),
        (REPORT, "Elsin Council met. Norden Council was busy. It published its air quality report."),
        (REPORT, "Elsin Council met. Norden Council was busy. The council published its air quality report."),
        (HEALTH, "The Ministry of Health met. The Ministry of Transport published its air quality report."),
        (HEALTH, "The Ministry of Health met. The Department of Transport published its air quality report."),
        (BOARD, "The harbour board met. The parks board published its air quality report."),
        (
            "Castoria Rail will open the Ferry Bridge by 1 May 2026.",
            "Castoria Rail met. Velmara Rail opened the Ferry Bridge.",
        ),
        (BRIDGE, "Elsin Council met. Norden Council will open the Ferry Bridge by 1 May 2026."),
        (BRIDGE, "Elsin Council met. Norden Council scrapped the Ferry Bridge."),
    ],
)
def test_what_another_promisor_does_is_no_word_on_this_one(told_of, said, told):
    assert told_of(said, told) is None


@pytest.mark.parametrize(
    ("said", "told"),
    [
        (REPORT, "Elsin Council met on Monday. The council published its air quality report."),
        (REPORT, "Elsin Council met on Monday. The full council published its air quality report."),
        (REPORT, "Elsin Council, like Norden Council, published its air quality report."),
        (REPORT, "Together with Norden Council, Elsin Council published its air quality report."),
        (REPORT, "Elsin Council published its air quality report, and Norden Council complained."),
        (REPORT, "Elsin Council met on Monday. Mayor Fenn published its air quality report."),
        (REPORT, "Elsin Council met on Monday. In Elsin the air quality report was published."),
        (HEALTH, "The Ministry of Health met. The health department published its air quality report."),
        (BOARD, "The harbour board met. The board published its air quality report."),
        (BOARD, "Harbour board: on Monday they published the air quality report."),
        (BRIDGE, "Elsin Council met. Workers from Norden College opened the Ferry Bridge."),
    ],
)
def test_it_is_the_same_promisor_by_a_part_of_its_name_and_beside_others(told_of, said, told):
    assert told_of(said, told)[0] == "done"


def test_a_bare_role_is_another_promisor_in_another_text(make_tracked, make_report):
    said = "The Ministry will publish a ferry timetable by 30 September 2025."
    told = "The Ministry published a ferry timetable on Monday."
    works = "Ministry of Works"
    assert match(make_report(told), [make_tracked(said)], PLAIN) == ()
    assert match(make_report(told, publisher="Ministry of Health"), [make_tracked(said, works)], PLAIN) == ()
    (found,) = match(make_report(told, publisher=works), [make_tracked(said, works)], PLAIN)
    assert found.stance is Stance.DONE
