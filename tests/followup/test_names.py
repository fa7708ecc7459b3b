"""By what name a promisor is told from all others, and by what name it is asked."""

import pytest

from tracker.core.actor import Alias, Names
from tracker.followup.names import addressee_of, is_generic, name_in_lists, other_names, own_name

NAMES = Names([Alias("MoH", "Ministry of Health"), Alias("the mayor, Elsin Post", "Ada Orr")])


@pytest.mark.parametrize(
    ("name", "publisher", "listed"),
    [
        ("The council", "Elsin Council", "Elsin Council"),
        ("the ministry", "Castoria's Ministry of Works", "Castoria's Ministry of Works"),
        ("The Bank", "Central Bank, Castoria", "Central Bank, Castoria"),
        ("The council", "Elsin Post", "The council, Elsin Post"),
        ("the county council", "Elsin Council", "the county council, Elsin Council"),
        ("the minister", "", "the minister, announcement 7"),
        ("The Ministry", "", "The Ministry, announcement 7"),
        ("The Mayor", "Elsin Post", "The Mayor, Elsin Post"),
        ("The Ministry", "Ministry of Works", "Ministry of Works"),
        ("Parliament", "Elsin Post", "Parliament"),
        ("the council", "–", "the council, –"),
        ("Elsin Council", "Elsin Post", "Elsin Council"),
        ("", "Elsin Post", ""),
        ("the ministry", "MINISTRY OF WORKS", "MINISTRY OF WORKS"),
        ("The Council", "Town of Elsmere", "Town of Elsmere"),
        ("The Town Council", "Elsmere Town Council", "Elsmere Town Council"),
        ("the county", "Elsmere Town Council", "the county, Elsmere Town Council"),
        ("the works ministry", "Ministry of Works", "Ministry of Works"),
        ("The company", "Lindqvist Foods plc", "Lindqvist Foods plc"),
        ("Town Clerk", "", "Town Clerk, announcement 7"),
        ("Another Ministry", "Ministry of Works", "Another Ministry"),
    ],
)
def test_a_role_is_told_from_all_others_by_its_publisher_or_its_text(name, publisher, listed):
    assert name_in_lists(name, publisher, 7) == listed


@pytest.mark.parametrize(
    ("name", "publisher", "own", "others", "addressee"),
    [
        ("MoH", "Elsin Post", "Ministry of Health", ("Ministry of Health", "MoH"), "Ministry of Health"),
        ("The Ministry", "MoH", "Ministry of Health", ("Ministry of Health", "MoH"), "Ministry of Health"),
        ("the mayor", "Elsin Post", "Ada Orr", ("Ada Orr",), "Ada Orr"),
        ("the mayor", "City of Elsin", "the mayor, City of Elsin", (), "City of Elsin"),
        (
            "the health minister",
            "Ministry of Health",
            "the health minister, Ministry of Health",
            (),
            "Ministry of Health",
        ),
        (
            "the health minister",
            "Ministry of Works",
            "the health minister, Ministry of Works",
            (),
            "the health minister",
        ),
        ("the government", "Elm Tenants' Union", "the government, Elm Tenants' Union", (), "the government"),
        ("members", "", "members, announcement 7", (), "members"),
        ("Elsin Council", "Elsin Post", "Elsin Council", ("Elsin Council",), "Elsin Council"),
        ("", "Elsin Post", "", ("",), ""),
    ],
)
def test_a_role_has_the_names_that_people_gave_it_in_its_own_texts(name, publisher, own, others, addressee):
    place = (NAMES, name, publisher, 7)
    assert (own_name(*place), other_names(*place), addressee_of(*place)) == (own, others, addressee)


@pytest.mark.parametrize("name", ["The Ministry", "Ministry", "company", "the housing minister", "The Town Council"])
def test_what_means_somebody_else_in_each_text_is_generic(name):
    assert is_generic(name)


@pytest.mark.parametrize("name", ["MoH", "moh", "Another Ministry", "The Monetary Policy Board", "Ministry of Health"])
def test_what_is_a_name_is_not_generic(name):
    assert not is_generic(name)
