"""The search over commitments: generous, in step with what is stored, and the same questions in both databases."""

from dataclasses import replace

import pytest

from tracker.core.status import Review
from tracker.store import announcements, commitments, search


@pytest.fixture
def find(load):
    """The numbers of the open commitments in which any of these words stands."""
    return lambda *words: set(load(search.find_open, words))


def named(add, deed, **changes):
    return add(found={"deed": deed, "sentence": f"The board will {deed}."}, **changes).number


def test_words_are_found_in_all_their_forms(add, find):
    ferry, clinic = named(add, "buy two ferries"), named(add, "open a clinic")
    assert find("ferry") == {ferry}
    assert find("opened", "ferries") == {ferry, clinic}
    assert find("clinics") == {clinic}
    assert find("harbour") == {ferry, clinic}  # the promisor of both
    assert find("hospital") == set()
    assert find() == set()


@pytest.mark.parametrize(
    "word",
    ['"', '""', "NEAR(", "*", "%", "fer*", 'ferry"', "a OR b", "-ferry", "^x", "col:x", "'", "\0", "a\0b", "&|!", ""],
)
def test_signs_mean_themselves_and_raise_no_error(add, find, word):
    ferry = named(add, "buy two ferries")
    assert find(word) <= {ferry}
    assert ferry in find(word, "ferries")


def test_a_word_with_a_star_stands_for_no_other_word(add, find):
    named(add, "buy two ferries")
    assert find("ferr*") == set()
    assert find("%err%") == set()


def test_only_what_is_tracked_and_not_settled_is_found(add, find, load, make, save):
    number = named(add, "buy two ferries")
    named(add, "sell two ferries", review=Review.PROPOSED, tracked_on=None)
    assert load(search.has_open)
    assert find("ferries") == {number}
    commitment = load(commitments.get, number)
    save(commitment, make.fulfilled(commitment))
    assert find("ferries") == set()
    assert not load(search.has_open)


def test_the_search_keeps_step_with_corrections_and_with_what_is_taken_away(add, find, load, save, writing):
    number = named(add, "buy two ferries")
    commitment = load(commitments.get, number)
    found = replace(commitment.found, deed="buy two trams", sentence="The board will buy two trams.")
    save(commitment, replace(commitment, found=found))
    assert (find("ferries"), find("trams")) == (set(), {number})
    with writing("purge") as change:
        announcements.erase(change, commitment.announcement, "asked for by law", change.at)
    assert find("trams") == set()


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_what_was_purged_is_gone_from_the_index_too(add, load, writing, store):
    number = named(add, "buy two unmistakableferries")
    commitment = load(commitments.get, number)
    with store.reading() as conn:
        data = "SELECT group_concat(hex(block)) FROM commitment_search_data"
        stem = b"unmistak".hex().upper()
        assert stem in conn.exec_driver_sql(data).scalar()
    with writing("purge") as change:
        announcements.erase(change, commitment.announcement, "asked for by law", change.at)
    with store.reading() as conn:
        assert stem not in conn.exec_driver_sql(data).scalar()


def test_very_many_words_are_asked_for_piece_by_piece(add, find, load, monkeypatch):
    monkeypatch.setattr(search, "AT_ONCE", 2)
    many = [named(add, f"paint bench {number}") for number in range(4)]
    red = named(add, "mend the red gate by the lake")
    assert find("paint", "red", "hospital", "lake", "gate", "bench") == {*many, red}
    assert load(search.find_open, ["red", "lake"])[red][1] == "mend the red gate by the lake"
