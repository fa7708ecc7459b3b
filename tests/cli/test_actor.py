"""Who promised, under which names, and how they kept their word."""

import pytest

TEXT = """Castor Daily, 3 March 2025

The Ministry of Health will open a clinic in Holm by 30 April 2025.
The Ministry of Health will publish waiting lists by 1 December 2025.
MoH will hire forty midwives by 30 June 2025.
Holm Ferries will paint the quay by 31 May 2025.
"""


@pytest.fixture
def numbers(tracker, tmp_path):
    """The numbers of four tracked promises by two promisors, one of them under two names."""
    path = tmp_path / "promises.txt"
    path.write_text(TEXT, encoding="utf-8")
    document = tracker("ingest", "--accept", path, "--json").document["announcements"][0]
    assert len(document["commitments"]) == 4
    return [one["id"] for one in document["commitments"]]


def record(tracker):
    return {one["actor"]: one for one in tracker("actor", "list", "--json").document["actors"]}


def test_each_promisor_is_listed_with_its_record(tracker, numbers):
    clinic, _, midwives, quay = numbers
    tracker("fulfil", clinic, "--on", "2025-04-20", "--evidence", "https://example.org/clinic")
    tracker("fulfil", quay, "--on", "2025-06-10", "--evidence", "https://example.org/quay")
    actors = record(tracker)
    health = actors["The Ministry of Health"]
    assert (health["promised"], health["on_time"], health["late"], health["open"]) == (2, 1, 0, 1)
    assert (actors["MoH"]["overdue"], actors["Holm Ferries"]["late"]) == (1, 1)
    assert midwives
    assert "Holm Ferries" in tracker("actor", "list").out


def test_an_alias_joins_two_names_in_the_record_and_in_the_filter(tracker, numbers):
    assert "MoH stands for The Ministry of Health" in tracker("actor", "alias", "MoH", "The Ministry of Health").out
    assert record(tracker)["The Ministry of Health"]["promised"] == 3
    for name in ("MoH", "moh", "ministry of health", "health"):
        found = tracker("list", f"actor:{name}", "--json").document["commitments"]
        assert sorted(one["id"] for one in found) == sorted(numbers[:3]), name
    assert len(tracker("list", "-actor:MoH", "--json").document["commitments"]) == 1


@pytest.mark.usefixtures("numbers")
def test_one_promisor_is_shown_with_all_it_promised_by_any_of_its_names(tracker):
    tracker("actor", "alias", "MoH", "Ministry of Health")
    for name in ("MoH", "the ministry of health"):
        document = tracker("actor", "show", name, "--json").document
        assert document["record"]["aliases"] == ["MoH"]
        assert len(document["commitments"]) == 3
    assert "overdue" in tracker("actor", "show", "MoH").out
    assert "there is no actor" in tracker("actor", "show", "Nobody", code=5).err


def promise(tracker, tmp_path, name, sentence, *publisher):
    path = tmp_path / f"{name}.txt"
    path.write_text(f"Date: 3 March 2025\n\n{sentence}\n", encoding="utf-8")
    tracker("ingest", "--accept", path, *(["--publisher", *publisher] if publisher else []))


@pytest.fixture
def roles(tracker, tmp_path):
    """Six promises by councils and ministers: of Elsin, of two ministries, of two texts that nobody signed."""
    own = "The council will open the library by 1 May 2025."
    promise(tracker, tmp_path, "own", own, "Elsin Council")
    promise(tracker, tmp_path, "named", "Elsin Council will pave the quay by 1 June 2025.", "Elsin Post")
    promise(tracker, tmp_path, "works", "The minister will open the tunnel by 1 May 2025.", "Ministry of Works")
    promise(tracker, tmp_path, "health", "The minister will open the clinic by 1 May 2025.", "Ministry of Health")
    promise(tracker, tmp_path, "one", "The minister will publish a plan by 1 July 2025.")
    promise(tracker, tmp_path, "two", "The minister will publish the accounts by 1 July 2025.")


@pytest.mark.usefixtures("roles")
def test_a_bare_role_is_an_actor_of_its_publisher_or_of_its_text(tracker):
    assert {name: one["promised"] for name, one in record(tracker).items()} == {
        "Elsin Council": 2,
        "The minister, Ministry of Works": 1,
        "The minister, Ministry of Health": 1,
        "The minister, announcement 5": 1,
        "The minister, announcement 6": 1,
    }
    assert len(tracker("actor", "show", "the council", "--json").document["commitments"]) == 2
    assert len(tracker("actor", "show", "the minister, ministry of works", "--json").document["commitments"]) == 1
    several = tracker("actor", "show", "the minister", code=2).err
    assert "4 go by 'the minister': give one of" in several
    assert "'The minister, Ministry of Works'" in several


@pytest.mark.usefixtures("roles")
def test_a_role_is_joined_with_a_name_in_its_own_texts_alone(tracker):
    tracker("actor", "alias", "The minister, Ministry of Works", "Ada Orr")
    assert record(tracker)["Ada Orr"]["promised"] == 1
    assert record(tracker)["The minister, Ministry of Health"]["promised"] == 1


@pytest.mark.usefixtures("roles")
@pytest.mark.parametrize(
    ("alias", "name", "told"),
    [
        ("the minister", "Ben Rowe", "'The minister, announcement 5' or 'The minister, announcement 6'"),
        ("Ben Rowe", "Minister", "'minister' means somebody else in each text: give the one that is meant: "),
        ("The Council", "Elsin Council", "'The Council' means somebody else in each text: in its own texts it is "),
        ("the company", "Holm Ferries", "give a name in full, or one of `tracker actor list`"),
        ("EC", "The Town Council", "'The Town Council' means somebody else in each text"),
    ],
)
def test_a_name_for_many_is_no_alias_and_the_one_that_is_meant_is_asked_for(tracker, alias, name, told):
    assert told.casefold() in tracker("actor", "alias", alias, name, code=2).err.casefold()


def test_a_ministry_is_itself_in_its_own_texts_and_another_in_those_of_another(tracker, tmp_path):
    promise(tracker, tmp_path, "one", "The Ministry will open a line by 1 May 2025.", "MINISTRY OF TRANSPORT")
    promise(tracker, tmp_path, "two", "The Ministry of Transport will open a bus stop by 1 May 2025.", "Elsin Post")
    promise(tracker, tmp_path, "three", "The Ministry will open two wards by 1 May 2025.", "Ministry of Health")
    found = {name: one["promised"] for name, one in record(tracker).items()}
    assert found == {"MINISTRY OF TRANSPORT": 2, "Ministry of Health": 1}
    tracker("actor", "alias", "MoT", "Ministry of Transport")
    promise(tracker, tmp_path, "four", "The Ministry will open a road by 1 May 2025.", "MoT")
    assert record(tracker)["MINISTRY OF TRANSPORT"]["promised"] == 3


def test_a_body_that_is_listed_by_itself_may_have_another_name(tracker):
    tracker("add", "Parliament will publish its accounts by 1 June 2025.", "--announced-on", "2025-03-03")
    assert list(record(tracker)) == ["Parliament"]
    tracker("actor", "alias", "Riksdag", "Parliament")
    assert record(tracker)["Parliament"]["aliases"] == ["Riksdag"]


def test_a_role_that_was_given_a_name_is_found_by_it_in_later_texts(tracker, tmp_path):
    promise(tracker, tmp_path, "one", "The mayor will open the bridge at Holm by 1 May 2025.", "Elsin Post")
    later = tmp_path / "later.txt"
    later.write_text("Date: 2 May 2025\n\nAda Orr opened the bridge at Holm on 28 April.\n", encoding="utf-8")

    def found():
        (announcement,) = tracker("match", later, "--json").document["announcements"]
        return [one["stance"] for one in announcement["matches"]]

    before = found()
    tracker("actor", "alias", "The mayor, Elsin Post", "Ada Orr")
    assert (before, found()) == ([], ["done"])


def test_an_alias_helps_to_find_evidence(tracker, numbers, tmp_path):
    later = tmp_path / "later.txt"
    later.write_text("Castor Daily, 2 May 2025\n\nMoH opened a clinic in Holm on 28 April.\n", encoding="utf-8")
    assert tracker("match", later, "--json").document["announcements"][0]["matches"] == []
    tracker("actor", "alias", "MoH", "Ministry of Health")
    (found,) = tracker("match", later, "--json").document["announcements"][0]["matches"]
    assert (found["commitment"], found["stance"], found["done_on"]) == (numbers[0], "done", "2025-04-28")


def test_an_alias_is_taken_away_and_the_change_undone(tracker):
    tracker("actor", "alias", "MoH", "Ministry of Health")
    tracker("actor", "alias", "moh", "--remove")
    assert "stands for nobody" not in tracker("undo").out
    assert "already" in tracker("actor", "alias", "MoH", "Another Ministry", code=2).err
    assert "there is no alias" in tracker("actor", "alias", "XY", "--remove", code=5).err


@pytest.mark.parametrize(
    "words",
    [
        ["MoH"],
        ["MoH", "Ministry of Health", "--remove"],
        ["MoH", "the moh"],
        ["", "Ministry of Health"],
        ["the", ""],
    ],
)
def test_what_makes_no_sense_is_refused(tracker, words):
    tracker("actor", "alias", *words, code=2)


def test_chains_are_shortened_and_circles_refused(tracker):
    tracker("actor", "alias", "MoH", "Ministry of Health")
    assert "stands for Ministry of Health" in tracker("actor", "alias", "Health Ministry", "MoH").out
    assert "other names itself" in tracker("actor", "alias", "Ministry of Health", "Department of Health", code=2).err


@pytest.mark.usefixtures("numbers")
@pytest.mark.parametrize("words", ['"', "NEAR(a", "*", "%", "_", "a AND b", "'"])
def test_signs_in_a_name_mean_themselves(tracker, words):
    tracker("actor", "alias", "MoH", "Ministry of Health")
    assert tracker("list", f"actor~{words}x", "--json").document["commitments"] == []
