"""Tags, owners and filters as they are typed."""

import pytest


@pytest.fixture
def other(tracker, tracked):
    """The number of a second tracked commitment."""
    tracker("add", "The committee will report by 31 March 2026.", "--announced-on", "2025-09-19")
    return tracked + 1


def listed(tracker, *words):
    return [one["id"] for one in tracker("list", *words, "--json").document["commitments"]]


@pytest.mark.parametrize("word", ["health", "youth", "h", "2026-plan", "öffentlich"])
def test_a_tag_is_given_found_left_out_and_taken_away(tracker, tracked, other, word):
    tracker("tag", tracked, word)
    assert listed(tracker, f"+{word}") == [tracked]
    if word != "h":  # a lone -h asks for help
        assert listed(tracker, f"-{word}") == [other]
        tracker("tag", tracked, f"-{word}")
    else:
        tracker("tag", tracked, "--", "-h")
    assert listed(tracker, f"+{word}") == []


@pytest.mark.parametrize("flag", ["-h", "--help"])
def test_help_is_help_among_signed_words(tracker, flag):
    assert tracker("list", "-health", flag).out.startswith("Usage: tracker list")
    assert tracker("tag", "12", "-health", flag).out.startswith("Usage: tracker tag")


def test_an_option_that_there_is_not_is_no_word_of_a_filter(tracker):
    assert "'--all'" in tracker("list", "--alll", code=2).err
    assert "No such option" in tracker("tag", "1", "health", "--jsn", code=2).err


@pytest.mark.parametrize("word", ["Health", "+ÖFFENTLICH", "-Mou", "late", "+moved", "a b", "+", ""])
def test_what_can_be_no_tag_is_refused_with_what_to_write(tracker, tracked, word):
    outcome = tracker("tag", tracked, word, code=2)
    assert outcome.err.count("\n") == 1
    assert tracker("list", "--json").document["commitments"][0]["tags"] == []


def test_a_tag_in_capitals_is_refused_with_its_lower_case(tracker, tracked):
    assert "+health" in tracker("tag", tracked, "+Health", code=2).err


@pytest.mark.parametrize(("word", "hint"), [("+late", "+LATE"), ("-Overdue", "-OVERDUE")])
def test_where_one_stands_is_said_in_capitals(tracker, word, hint):
    assert f"write {hint}" in tracker("list", word, code=2).err


def test_me_is_the_person_who_types(tracker, tracked, other):
    assert tracker("owner", tracked, "me").out.startswith(f"{tracked} is followed up by Ada")
    tracker("owner", other, "me", "--by", "Maria")
    assert listed(tracker, "owner:me") == [tracked]
    assert listed(tracker, "-owner:me") == [other]
    assert listed(tracker, "owner:me,maria") == [tracked, other]


def test_nobody_is_an_option_and_no_name(tracker, tracked):
    tracker("owner", tracked, "Maria")
    assert f"tracker owner {tracked} --nobody" in tracker("owner", tracked, "None", code=2).err
    tracker("owner", tracked, code=2)
    tracker("owner", tracked, "Maria", "--nobody", code=2)
    assert tracker("owner", tracked, "--nobody").out == f"{tracked} is followed up by nobody\n"
    assert listed(tracker, "owner:none") == [tracked]
    (changed,) = tracker("owner", tracked, "Maria", "--json").document["commitments"]
    assert changed["owner"] == "Maria"


@pytest.mark.parametrize("day", ["+26d", "2025-10-16"])
def test_a_filter_knows_the_days_that_options_know(tracker, tracked, day):
    tracker("edit", tracked, "--due", day)
    assert listed(tracker, f"due:{day}") == [tracked]
