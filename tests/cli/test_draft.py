"""The letter to a press office: plain text to be edited, worded for where the promise stands."""

import pytest

from tracker.reports.letter import WIDTH

PROMISE = """Elsin Council, 3 March 2025

Spring programme

The council will open the Eastgate library, with a reading room, a hall and a garden for everybody, by {day}.
"""


@pytest.fixture
def promised(tracker, tmp_path):
    """Track a promise due on a day; gives its number."""

    def promised(day="30 September 2025", text=PROMISE):
        path = tmp_path / "promise.txt"
        path.write_text(text.format(day=day), encoding="utf-8")
        words = ("--publisher", "Elsin Council", "--url", "https://example.org/spring")
        document = tracker("ingest", "--accept", path, *words, "--json").document
        return document["announcements"][0]["commitments"][0]["id"]

    return promised


def flowing(text):
    return " ".join(text.split())


@pytest.mark.parametrize(
    ("day", "told"),
    [
        ("30 September 2025", "due by Tuesday 30 September 2025, in 10 days."),
        ("20 September 2025", "due today, Saturday 20 September 2025. Has it been done?"),
        ("1 September 2025", "due by Monday 1 September 2025, 19 days ago, and our records do not show"),
    ],
)
def test_it_asks_as_the_day_demands(tracker, promised, day, told):
    letter = tracker("draft", promised(day)).out
    assert told in flowing(letter)
    assert "https://example.org/spring" in letter
    assert "“The council will open the Eastgate library, with a reading room" in flowing(letter)
    assert letter.startswith("To: Elsin Council, press office\nSubject: Your commitment of 3 March 2025")
    assert letter.endswith("Yours faithfully,\nAda\n")


def test_no_line_is_wider_than_mail_takes(tracker, promised):
    assert max(map(len, tracker("draft", promised()).out.splitlines())) <= WIDTH


@pytest.mark.parametrize(
    ("day", "told"),
    [
        ("a day to be named", "We know of no date for it. What has been done so far, and by when will it be done?"),
        ("by 31 February 2026", "We read no day in “by 31 February 2026”."),
        ("as soon as possible", "We read no day in “as soon as possible”. What has been done so far"),
        (
            "six months after the first meeting of its board",
            "hangs on an event: “the first meeting of its board”. Has that come about, and on which day? What has been",
        ),
        ("once funding is secured", "hangs on an event: “funding is secured”. Has that come about"),
    ],
)
def test_what_has_no_day_is_asked_for_one_by_the_words_that_were_given(tracker, promised, day, told):
    text = PROMISE.replace(", by {day}.", " {day}.")
    assert told in flowing(tracker("draft", promised(day, text)).out)


def test_a_move_is_held_against_them(tracker, promised):
    number = promised("1 September 2025")
    tracker("move", number, "--to", "2025-10-01", "--source", "https://example.org/delay", "--why", "a burst pipe")
    letter = flowing(tracker("draft", number).out)
    assert (
        "The date was 1 September 2025 at first; it has since been moved to 1 October 2025, 30 days later "
        "(https://example.org/delay)." in letter
    )


def test_only_what_is_tracked_and_open_is_asked_about(tracker, promised):
    number = promised()
    tracker("withdraw", number, "--why", "dropped")
    assert "is settled as withdrawn" in tracker("draft", number, code=2).err
    assert "there is no commitment 99" in tracker("draft", 99, code=5).err


def test_nothing_dangerous_from_an_announcement_reaches_the_letter(tracker, promised):
    text = "Elsin Council, 3 March 2025\n\nThe council will open\x1b[2J the \u202elibrary by {day}.\n"
    letter = tracker("draft", promised(text=text)).out
    assert "\x1b" not in letter
    assert "\u202e" not in letter


def test_without_a_configured_name_the_signer_is_left_open(tracker, promised, config):
    number = promised()
    config.write_text(config.read_text(encoding="utf-8").replace('name = "Ada"', 'name = ""'), encoding="utf-8")
    assert tracker("draft", number).out.endswith("Yours faithfully,\n[your name]\n")
    assert tracker("draft", number, "--by", "Maria").out.endswith("Yours faithfully,\nMaria\n")


@pytest.fixture
def addressed(tracker, tmp_path):
    """Track a sentence of a publisher's; gives the number of its promise."""

    def addressed(sentence, publisher):
        path = tmp_path / "told.txt"
        path.write_text(f"3 March 2025\n\n{sentence}\n", encoding="utf-8")
        words = ("--publisher", publisher, "--json")
        number = tracker("ingest", path, *words).document["announcements"][0]["commitments"][0]["id"]
        tracker("review", number, "--accept")
        return number

    return addressed


@pytest.mark.parametrize(
    ("sentence", "publisher", "addressee"),
    [
        ("The minister said that the government would cap rents by May 2026.", "Elm Tenants' Union", "The government"),
        ("The Council will clear the culvert by May 2026.", "TOWN OF ELSMERE", "TOWN OF ELSMERE"),
        ("The Ministry will open two wards by May 2026.", "MINISTRY OF HEALTH", "MINISTRY OF HEALTH"),
        ("The mayor will open the bridge by May 2026.", "Elsin Town Council", "Elsin Town Council"),
        ("The mayor will open the bridge by May 2026.", "Elsin Post", "The mayor"),
        ("The company will replace the boilers by May 2026.", "Lindqvist Foods plc", "Lindqvist Foods plc"),
        ("The company will replace the boilers by May 2026.", "Elm Tenants' Union", "The company"),
    ],
)
def test_it_goes_to_who_promised_and_not_to_who_told_of_it(tracker, addressed, sentence, publisher, addressee):
    drafted = tracker("draft", addressed(sentence, publisher))
    assert drafted.out.startswith(f"To: {addressee}, press office\n")
    assert ("is nobody's name" in drafted.err) == (addressee != publisher)


def test_a_role_that_was_given_a_name_is_written_to_by_that(tracker, addressed):
    number = addressed("The mayor will open the bridge by May 2026.", "Elsin Post")
    assert "give 'The mayor, Elsin Post' one with `tracker actor alias`" in tracker("draft", number).err
    tracker("actor", "alias", "the mayor, Elsin Post", "Ada Orr")
    drafted = tracker("draft", number)
    assert (drafted.out.startswith("To: Ada Orr, press office\n"), drafted.err) == (True, "")
