"""What is denied: a deed that will not be done, or was not; and what is moved by it, or only held to."""

import pytest

LIBRARY = "The council will open the Eastgate library by 30 September 2025."
POOL = "Elsin Council will not close the Westgate pool before 2028."


@pytest.mark.parametrize(
    "told",
    [
        "The Eastgate library will not be opened, Elsin Council said.",
        "Elsin Council will not now open the Eastgate library.",
        "Elsin Council won't open the Eastgate library.",
        "Elsin Council will now not open the Eastgate library.",
        "Elsin Council will not be able to open the Eastgate library.",
        "Elsin Council has refused to open the Eastgate library.",
        "Elsin Council is not going to open the Eastgate library.",
        "Elsin Council will open no Eastgate library.",
        "There will be no Eastgate library, Elsin Council said.",
        "No Eastgate library will be opened by Elsin Council.",
    ],
)
def test_what_will_not_be_done_is_dropped_and_never_said_again(told_of, told):
    assert told_of(LIBRARY, told) == ("dropped", "")


@pytest.mark.parametrize(
    ("told", "day"),
    [
        ("Elsin Council will not open the Eastgate library by 30 September.", ""),
        ("Elsin Council will not open the Eastgate library by 30 September but by 15 October.", "2025-10-15"),
        ("The Eastgate library will never be opened before 1 December, Elsin Council said.", "2025-12-01"),
    ],
)
def test_what_will_not_be_done_by_a_day_is_moved(told_of, told, day):
    assert told_of(LIBRARY, told) == ("moved", day)


@pytest.mark.parametrize(
    ("told", "stance"),
    [
        ("Elsin Council will not open the Eastgate library without lights.", "mention"),
        ("Residents fear that Elsin Council will not open the Eastgate library.", "mention"),
        ("Until it is paid Elsin Council will not open the Eastgate library.", "mention"),
        ("It will not be long before Elsin Council has the Eastgate library opened.", "mention"),
        ("Elsin Council will not hesitate to open the Eastgate library.", "mention"),
        ("Elsin Council will not open a room, it will open the Eastgate library.", "mention"),
        ("Elsin Council will open the Eastgate library, which its critics will not celebrate.", "restated"),
        ("Elsin Council will not only open the Eastgate library but furnish it.", "restated"),
        ("Elsin Council will open the Eastgate library no later than 30 September.", "restated"),
        ("Elsin Council will mend no roof, it will open the Eastgate library.", "restated"),
        ("Elsin Council will open no café, it will open the Eastgate library.", "restated"),
    ],
)
def test_what_is_denied_in_part_or_of_another_deed_drops_nothing(told_of, told, stance):
    assert told_of(LIBRARY, told) == (stance, "")


@pytest.mark.parametrize(
    ("told", "on", "stance"),
    [
        ("Elsin Council has not opened the Eastgate library.", "2025-09-03", "not_done"),
        ("The Eastgate library was not opened, Elsin Council said.", "2025-10-03", "not_done"),
        ("Elsin Council failed to open the Eastgate library.", "2025-10-03", "not_done"),
        ("Elsin Council broke its promise to open the Eastgate library.", "2025-10-03", "not_done"),
        ("Elsin Council has missed its deadline to open the Eastgate library.", "2025-10-03", "not_done"),
        ("Elsin Council has not yet opened the Eastgate library.", "2025-09-03", "mention"),
        ("Elsin Council has not yet opened the Eastgate library.", "2025-10-03", "not_done"),
        ("Elsin Council did not open the Eastgate library on Monday.", "2025-10-03", "mention"),
        ("Elsin Council denied that it had not opened the Eastgate library.", "2025-10-03", "mention"),
    ],
)
def test_what_was_not_done_is_told_so_unless_it_may_still_come(told_of, told, on, stance):
    assert told_of(LIBRARY, told, on) == (stance, "")


@pytest.mark.parametrize(
    ("told", "stance"),
    [
        ("Elsin Council will not close the Westgate pool before 2028.", "restated"),
        ("Elsin Council repeated that the Westgate pool will not be closed.", "restated"),
        ("Elsin Council will close the Westgate pool in May 2027.", "mention"),
        ("Elsin Council has not closed the Westgate pool.", "mention"),
    ],
)
def test_a_promise_not_to_do_it_is_said_again_by_a_denial(told_of, told, stance):
    assert told_of(POOL, told) == (stance, "")


@pytest.mark.parametrize(
    ("told", "on", "stance"),
    [
        ("No ombudsman has yet been appointed by Elsin Council.", "2025-10-03", "not_done"),
        ("No ombudsman has been appointed, Elsin Council admitted.", "2025-10-03", "not_done"),
        ("No ombudsman has yet been appointed by Elsin Council.", "2025-09-03", "mention"),
        ("No other ombudsman has been appointed by Elsin Council.", "2025-10-03", "mention"),
        ("No judge was asked before Elsin Council appointed an ombudsman.", "2025-10-03", "mention"),
    ],
)
def test_that_no_such_thing_was_done_is_not_done(told_of, told, on, stance):
    promise = "Elsin Council will appoint an ombudsman by 30 September 2025."
    assert told_of(promise, told, on, publisher="Elsin Council") == (stance, "")


def test_of_two_sentences_the_denial_is_quoted(told_of):
    text = "Elsin Council spoke of the Eastgate library. Elsin Council has not opened the Eastgate library."
    assert told_of(LIBRARY, text) == ("not_done", "")


@pytest.mark.parametrize(
    ("told", "day"),
    [
        ("The Eastgate library is to be opened on 15 October instead of 30 September.", "2025-10-15"),
        ("The Eastgate library will open in October, not in September.", "2025-10-31"),
        ("The Eastgate library will open on 15 October rather than on 30 September.", "2025-10-15"),
        ("The Eastgate library will open not on 30 September but on 15 October.", "2025-10-15"),
        ("The Eastgate library will open on 15 October, two weeks later than 30 September.", "2025-10-15"),
        ("The Eastgate library, promised to Parliament by 30 September, was postponed to 15 October.", "2025-10-15"),
    ],
)
def test_a_day_in_place_of_the_due_date_moves_it(told_of, told, day):
    assert told_of(LIBRARY, f"Elsin Council met. {told}", publisher="Elsin Council") == ("moved", day)
