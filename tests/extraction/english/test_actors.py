"""Who is named in a text, and what part each plays there."""

from __future__ import annotations

import pytest

from tracker.extraction.english.actors import Role, find_actors, is_sensible, last_to_act
from tracker.extraction.english.somebody import Kind, is_somebody, kind_of


def parts(text: str) -> list[tuple[str, str]]:
    return [(one.name, one.role.value) for one in find_actors(text)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Unit 3 is cooling, and our engineers mean to mend it.", [("our engineers", "subject")]),
        ("The board of the Corn Exchange will meet.", [("The board of the Corn Exchange", "subject")]),
        ("The clerk, who has the key, will open it.", [("The clerk", "subject")]),
        ("The clerk of the works, Ms Aro, will open it.", [("The clerk", "subject"), ("Ms Aro", "subject")]),
        ("The mayor of Port Ellan (Ostra) has left.", [("The mayor of Port Ellan (Ostra)", "subject")]),
        ("It is open, the club having paid for it.", [("the club", "subject")]),
        ("With the trust taking over, it opens.", [("the trust", "subject")]),
        ("The lock that the union governs is shut.", [("the union", "subject")]),
        ("It lies with a notary, who lets go of it.", [("a notary", "subject")]),
        ("“No,” said Ada Holm on Friday.".replace("“", '"').replace("”", '"'), [("Ada Holm", "subject")]),
        ("It will be mended by the harbour board.", [("the harbour board", "agent")]),
        ("It stands by the harbour board.", []),
        ("The court took from Norda Water an undertaking.", [("The court", "subject"), ("Norda Water", "pledger")]),
        ("It has the word of the harbour board.", [("the harbour board", "pledger")]),
        ("The army's bridge is at Koro.", [("The army", "owner")]),
        ("Colin's doing the list.", [("Colin", "subject")]),
        ("Ostra's mayor is laying on buses.", [("Ostra's mayor", "subject")]),
        ("The crane was sold by nobody, and the clerk was dismissed.", [("the clerk", "patient")]),
        ("Dues are up, as the trustees resolved.", [("the trustees", "subject")]),
        ("Summit DECIDED to meet.", [("Summit", "subject")]),
        ("Both ministers mean it.", [("Both ministers", "subject")]),
        ("On Monday we paid.", [("we", "subject")]),
        ("The old ones, Mr Speaker, have gone.", []),
        ("Cameras are to go into it.", []),
        ("Prices rise.", []),
        ("Norgas has agreed.", [("Norgas", "subject")]),
        ("Ministers met.", [("Ministers", "subject")]),
        ("Mann, who left on Monday, accused them.", [("Mann", "subject")]),
        ("The councils pay.", []),
        ("The head of the works, a tall man, has left.", [("The head", "subject")]),
        ("Item 5 is open.", []),
        ("Today The Hague pays.", [("The Hague", "subject")]),
        ("The pier is for the harbour board.", []),
        ("A member of the crew of the old grey ship of", []),
    ],
)
def test_each_is_found_with_the_part_that_they_play(text: str, found: list[tuple[str, str]]) -> None:
    assert parts(text) == found


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("the harbour director", Kind.PERSON),
        ("Ada Holm", Kind.PERSON),
        ("the harbour board", Kind.BODY),
        ("both sides", Kind.MANY),
        ("Norda", Kind.NAME),
    ],
)
def test_a_pronoun_may_stand_for_some_and_not_for_others(name: str, kind: Kind) -> None:
    assert kind_of(name) is kind


@pytest.mark.parametrize(
    "name", ["The board has met and", "To make it safe", "decided", "Even so", "Ada Holm left", ""]
)
def test_a_clause_is_no_name(name: str) -> None:
    assert not is_sensible(name)


@pytest.mark.parametrize("name", ["The harbour board", "Ada Holm", "United Docks", "ten porters"])
def test_a_name_is_one(name: str) -> None:
    assert is_sensible(name)


def test_the_last_to_act_is_the_last_subject() -> None:
    assert last_to_act("The board met, and the clerk said") == "the clerk"
    assert last_to_act("It was late, and it") == ""


@pytest.mark.parametrize(
    "subject", ["The East Stand", "Unit 3", "The 14", "the shopping list", "The boilers", "a pier"]
)
def test_a_thing_is_nobody(subject: str) -> None:
    assert not is_somebody(subject)


@pytest.mark.parametrize(
    "subject", ["A crew of 34", "the surveyors", "Autovía del Golfo", "two of the clerks", "Ada Holm"]
)
def test_somebody_is_known_by_noun_or_name(subject: str) -> None:
    assert is_somebody(subject)


def test_roles_stand_in_the_order_in_which_they_are_trusted() -> None:
    assert next(iter(Role)) is Role.PLEDGER
