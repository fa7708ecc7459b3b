"""Names that mean the same promisor."""

import pytest

from tracker.core.actor import Alias, Names, bare_name, folded_name


@pytest.mark.parametrize(
    ("name", "bare"),
    [
        ("Elsin Council (We)", "Elsin Council"),
        ("(We)", "(We)"),
        ("Ministry (Health) of Elsin", "Ministry (Health) of Elsin"),
    ],
)
def test_the_pronoun_behind_a_name_is_no_part_of_it(name, bare):
    assert bare_name(name) == bare


def test_names_are_compared_without_article_letter_case_and_spacing():
    assert folded_name("The  Ministry of HEALTH") == folded_name("ministry of health")


def test_a_name_and_its_aliases_mean_the_same():
    names = Names([Alias("MoH", "Ministry of Health"), Alias("Health Office", "the ministry of health")])
    assert names.own("the moh") == "Ministry of Health"
    assert names.own("Harbour Board (it)") == "Harbour Board"
    assert names.others("MoH") == ("Ministry of Health", "MoH", "Health Office")
    assert names.others("Harbour Board") == ("Harbour Board",)
