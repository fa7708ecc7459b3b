"""By what name a promisor is told from all others."""

import pytest

from tracker.followup.names import name_in_lists


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
    ],
)
def test_a_role_is_told_from_all_others_by_its_publisher_or_its_text(name, publisher, listed):
    assert name_in_lists(name, publisher, 7) == listed
