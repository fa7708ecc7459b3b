"""What only sounds as if a deed were moved, refused or done in part: the past of a delay, and other deadlines."""

import pytest

BRIDGE = "The ministry of works will open the Vik bridge by 31 December 2025."
LIBRARY = "The council will open the Vik library by 31 December 2025."
NURSES = "Elsin Council will hire 60 nurses by 31 December 2025."
FIRST = ("done", "2025-09-01")


@pytest.mark.parametrize(
    "told",
    [
        "The Vik bridge, long behind schedule, opened on 1 September, the ministry of works said.",
        "The Vik bridge, running late for months, opened on 1 September, the ministry of works said.",
        "The Vik bridge opened on 1 September, two years behind schedule, the ministry of works said.",
        "The Vik bridge remained closed until 1 September, when the ministry of works opened it.",
        "The Vik bridge was on hold until May and opened on 1 September, the ministry of works said.",
        "After the ministry of works needed more time for the Vik bridge, it opened it on 1 September.",
        "The Vik bridge, delayed by floods, opened on 1 September, the ministry of works said.",
        "The ministry of works opened the Vik bridge on 1 September, much later than planned.",
        "The Vik bridge, which was delayed for a year, was opened by the ministry of works on 1 September.",
        "The Vik bridge opened on 1 September after many delays, the ministry of works said.",
        "The Vik bridge has been delayed for years but opened on 1 September, the ministry of works said.",
        "The Vik bridge was delayed by floods but opened on 1 September, the ministry of works said.",
    ],
)
def test_what_was_late_and_is_done_is_done(told_of, told):
    assert told_of(BRIDGE, told) == FIRST


def test_what_was_late_and_has_opened_on_a_day_untold_is_done(told_of):
    told = "The Vik bridge was delayed by floods but has opened, the ministry of works said."
    assert told_of(BRIDGE, told) == ("done", "")


def test_what_stayed_as_it_was_until_a_day_is_not_moved(told_of):
    told = "The Vik bridge stayed shut until the ministry of works opened it on 1 September."
    assert told_of(BRIDGE, told) in (FIRST, ("mention", ""))
    told = "The Vik bridge remained closed until 1 September, the ministry of works said."
    assert told_of(BRIDGE, told) == ("mention", "")


@pytest.mark.parametrize(
    ("told", "day"),
    [
        ("The Vik bridge is behind schedule and will open in March 2026, the ministry of works said.", "2026-03-31"),
        ("The ministry of works opened the Lode tunnel but delayed the Vik bridge until March 2026.", "2026-03-31"),
        ("The Vik bridge, which opened in 1920, will stay closed until March 2026, the ministry of works said.", None),
        ("The Vik bridge will remain closed until March 2026, the ministry of works said.", "2026-03-31"),
        ("The Vik bridge is to remain closed until March 2026, the ministry of works said.", "2026-03-31"),
        ("The ministry of works has delayed the Vik bridge, due to be opened in December.", ""),
        ("The ministry of works, which opened a road on 1 September, has delayed the Vik bridge.", None),
        ("The ministry of works delayed the Vik bridge after tenders were opened on 1 September.", None),
        ("The Vik bridge was delayed, and works began on 1 September, the ministry of works said.", None),
        ("The Vik bridge, which opened to walkers in June, is delayed, the ministry of works said.", ""),
        (
            "The ministry of works delayed the Vik bridge it had opened in June to walkers until March 2026.",
            None,
        ),
        ("The ministry of works has not opened the Vik bridge, which is behind schedule.", ""),
        ("The ministry of works said that the Vik bridge was delayed by floods and has been.", ""),
        ("The Vik bridge, delayed by floods, opened on 1 March 1954, the ministry of works said.", ""),
        ("The Vik bridge was delayed by floods but opens on 12 November, the ministry of works said.", "2025-11-12"),
    ],
)
def test_what_is_late_and_not_done_stays_moved(told_of, told, day):
    stance, due = told_of(BRIDGE, told)
    assert stance == "moved"
    assert day is None or due == day


@pytest.mark.parametrize(
    "told",
    [
        "The Vik bridge will be ready by late December, the ministry of works said.",
        "The opening of the Vik bridge by the ministry of works will be in late December.",
        "The ministry of works said the Vik bridge would be open by late 2025.",
        "The Vik bridge will be open late on Fridays, the ministry of works said.",
        "The Vik bridge will be open until late, the ministry of works said.",
    ],
)
def test_late_in_a_month_is_not_too_late(told_of, told):
    assert told_of(BRIDGE, told)[0] in ("restated", "mention")


def test_what_will_be_late_is_moved(told_of):
    assert told_of(BRIDGE, "The Vik bridge will be two months late, the ministry of works said.")[0] == "moved"
    assert (
        told_of(BRIDGE, "The Vik bridge will be a year late and over budget, the ministry of works said.")[0] == "moved"
    )
    assert told_of(BRIDGE, "The Vik bridge will be late, the ministry of works said.")[0] == "moved"


@pytest.mark.parametrize(
    ("told", "stances"),
    [
        (
            "The council will miss its recycling target, but the Vik library will open by 31 December 2025.",
            ["restated"],
        ),
        ("The council is to miss its budget target for the Vik library.", ["mention"]),
        (
            "The council cannot meet its budget target after it opened the Vik library on 1 September.",
            ["done", "mention"],
        ),
        ("The council will miss its own deadline for the Vik library.", ["moved"]),
        ("The council will miss its target to open the Vik library.", ["moved"]),
        ("The council cannot meet its opening target for the Vik library.", ["moved"]),
        ("The council cannot meet the deadline for the Vik library.", ["moved"]),
        ("The Vik library will miss its December deadline, the council said.", ["moved"]),
    ],
)
def test_only_the_deeds_own_deadline_is_missed(told_of, told, stances):
    assert told_of(LIBRARY, told, publisher="Elsin Council")[0] in stances


@pytest.mark.parametrize(
    ("told", "stance"),
    [
        ("The council said the Vik library may stay closed until March 2026.", "mention"),
        ("The council said the Vik library might well remain shut until March 2026.", "mention"),
        ("The council warned the Vik library would stay closed until March 2026 unless the state pays.", "mention"),
        ("The Vik library will be delayed until March 2026 unless the state pays, the council said.", "mention"),
        ("The Vik library will be delayed until March 2026 if it rains, the council said.", "mention"),
        ("The council warned the Vik library would stay closed until March 2026.", "moved"),
        ("The council said the Vik library may be put back to March 2026.", "mention"),
        ("The council could put back the Vik library to March 2026.", "mention"),
        ("The council will not open the Vik library unless the state pays.", "mention"),
        ("The council can not open the Vik library before March 2026.", "moved"),
        ("Residents fear that the council can not open the Vik library before March 2026.", "mention"),
        ("The council will not open the Vik library before March 2026 unless the state pays.", "mention"),
        ("The council said the Vik library will stay closed until March 2026.", "moved"),
        ("The Vik library has been delayed until March 2026, the council said, and asked if buses could run.", "moved"),
    ],
)
def test_what_may_move_it_does_not_move_it(told_of, told, stance):
    assert told_of(LIBRARY, told, publisher="Elsin Council")[0] == stance


@pytest.mark.parametrize(
    "told",
    [
        "The ministry of works opened the Vik bridge on 1 September, but in the rain.",
        "The ministry of works opened the Vik bridge on 1 September, but at a cost of 2 million.",
        "The ministry of works opened the Vik bridge on 1 September, though in silence.",
    ],
)
def test_a_manner_of_what_is_done_leaves_it_done(told_of, told):
    assert told_of(BRIDGE, told) == FIRST


@pytest.mark.parametrize(
    "told",
    [
        "The ministry of works opened the Vik bridge on 1 September, but not to lorries.",
        "The ministry of works opened the Vik bridge on 1 September, but only to buses.",
        "The ministry of works opened the Vik bridge on 1 September, though for one day.",
        "The ministry of works opened the Vik bridge on 1 September, except at night.",
    ],
)
def test_a_part_of_it_is_not_all_of_it(told_of, told):
    assert told_of(BRIDGE, told)[0] != "done"


@pytest.mark.parametrize(
    ("told", "stances"),
    [
        ("The council will not be ready to open the Vik library.", ["mention"]),
        ("The council will be unable to open the Vik library before March 2026.", ["moved"]),
        ("The council will not be ready to open the Vik library before March 2026.", ["moved"]),
        ("The council cannot open the Vik library to schools by 31 December 2025.", ["mention"]),
        ("The council cannot open the Vik library by 31 December 2025.", ["moved"]),
        ("The council hadn't opened the Vik library; it has now.", ["mention", "done"]),
        ("The council had not opened the Vik library by June, but it is open now.", ["mention", "done"]),
        ("The council has not opened the Vik library.", ["not_done"]),
        ("The council has not opened the Vik library, but it has opened a café.", ["not_done", "mention"]),
        ("The council will not open the Vik library to the public.", ["dropped"]),
        ("The council will not open the Vik library, according to the mayor.", ["dropped"]),
        ("The council will not open the Vik library that it promised.", ["dropped"]),
        ("The council will not open the Vik library to schools.", ["mention"]),
        ("The council has not opened the Vik library and is now considering its future.", ["not_done"]),
        ("The council did not open the Vik library by 31 December 2025.", ["not_done"]),
        ("Done: clerk to the council to open the Vik library.", ["mention", "done"]),
        ("Done: open the Vik library, the council.", ["done"]),
        ("Done: clerk to ask the council to open the Vik library.", ["mention"]),
        ("Done: the council not to open the Vik library.", ["mention"]),
        ("Done: the council to never open the Vik library.", ["mention"]),
        ("Done: the council to open the Vik library by 31 December 2025.", ["done"]),
        ("Dropped: the council to open the Vik library.", ["dropped"]),
    ],
)
def test_a_denial_or_a_tick_says_no_more_than_its_words(told_of, told, stances):
    assert (
        told_of(LIBRARY, told, "2026-01-10" if "not_done" in stances else "2025-09-03", "Elsin Council")[0] in stances
    )


@pytest.mark.parametrize(
    "told",
    [
        "Elsin Council will not hire nurses from abroad.",
        "Elsin Council will not hire nurses who lack a licence.",
        "Elsin Council will not hire nurses that smoke.",
    ],
)
def test_some_of_them_refused_are_not_all(told_of, told):
    assert told_of(NURSES, told) in (None, ("mention", ""))


def test_all_of_them_refused_are_dropped(told_of):
    assert told_of(NURSES, "Elsin Council will not hire the nurses.") == ("dropped", "")
