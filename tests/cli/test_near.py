"""A filter that finds nothing says what in it names nothing, and the nearest that is there."""

import pytest


@pytest.fixture
def told_of(tracker, tracked):
    """What `list` says of a filter, where one commitment is tracked, with a tag and an owner."""
    tracker("tag", tracked, "+budget")
    tracker("owner", tracked, "Maria")

    def told_of(*words):
        return tracker("list", *words).out.strip()

    return told_of


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("+budgett", "No commitment has the tag budgett: did you mean budget?"),
        ("+xyz", "No commitment has the tag xyz: known are budget."),
        ("owner:maira", "No commitment has the owner maira: did you mean Maria?"),
        ("status:fulfilled", "None of the tracked ones is fulfilled; they are open."),
        ("status:not_fulfilled", "None of the tracked ones is not fulfilled; they are open."),
        ("publisher:xyz", "No commitment has a publisher named xyz."),
        ("text~nothing", "Not all were looked at: --all looks among the settled, proposed and dismissed ones too."),
        ("-status:open", "Not all were looked at"),
        ("due:none +budget", "Not all were looked at"),
    ],
)
def test_what_names_nothing_is_told_with_what_is_nearest(told_of, words, said):
    told = told_of(*words.split())
    assert told.startswith(f"No commitment matches. {said}")


def test_a_promisor_is_near_by_a_word_of_its_name(told_of, tracker, tracked):
    name = tracker("show", tracked, "--json").document["commitment"]["promisor"]
    assert f"did you mean {name}?" in told_of(f"actor:{name.split()[0]}x")


def test_a_promisor_is_near_by_its_name_alone(told_of, tracker):
    for who in ("We", "Northmere Water"):
        sentence = f"{who} will repair the main by 30 November 2025."
        tracker("add", sentence, "--publisher", "Northmere Water", "--announced-on", "2025-09-17")
    assert told_of("actor:nortmere").endswith("did you mean Northmere Water?")


def test_a_mistyped_tag_in_capitals_is_told_how_tags_are_written(tracker):
    assert ", DISMISSED. A tag is written in small letters: +xyzzy" in tracker("list", "+XYZZY", code=2).err
    said = "did you mean UNSETTLED? A tag is written in small letters: +budgett"
    assert said in tracker("list", "+BUDGETT", code=2).err


def test_where_nothing_is_stored_nothing_is_near(tracker):
    assert tracker("list", "status:open").out == "No commitment matches. None of the tracked ones is open.\n"
    assert "No commitment has the tag budget.\n" in tracker("list", "+budget").out
