"""Who stands behind a deed whose own words name nobody: a list's first line, a body beside it, whoever says "I"."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from tracker.core.commitment import Extraction

    Extracted = Callable[..., Extraction]


def _names(found: Extraction) -> list[str]:
    return [one.promisor.name for one in found.commitments]


def test_the_entries_of_a_list_bind_who_acts_in_the_line_that_they_hang_on(extracted: Extracted) -> None:
    text = (
        "Norda Pharmacies has undertaken to the Authority as follows.\n"
        "1. To sell the shops in the north to a rival within 180 days of this notice.\n"
        "2. Not to buy any shop in the nine towns before 2030.\n"
    )
    assert _names(extracted(text, "Competition Authority")) == ["Norda Pharmacies", "Norda Pharmacies"]


def test_the_entries_of_a_list_bind_who_is_named_right_ahead_of_its_colon(extracted: Extracted) -> None:
    text = (
        "Under the undertakings, which take effect today, Norda Mobile:\n\n"
        "(a) pays two million euros into the Universal Service Fund within 30 days;\n"
    )
    assert _names(extracted(text, "Communications Regulator"))[-1] == "Norda Mobile"


@pytest.mark.parametrize(
    "text",
    [
        "The rules of the house are short.\n\n(a) pays two million euros into the fund within 30 days;\n",
        "They have undertaken as follows.\n1. To sell the shops in the north to a rival within 180 days.\n",
        "1. To sell the shops in the north to a rival within 180 days of this notice.\n",
    ],
)
def test_a_list_whose_first_line_names_nobody_binds_the_publisher(extracted: Extracted, text: str) -> None:
    assert _names(extracted(text, "Norda Pharmacies")) == ["Norda Pharmacies"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The next meeting of the Housing Committee will be on Thursday 11 June 2026.", "the Housing Committee"),
        ("Negotiations with the Civil Service Association will resume on 4 May.", "the Civil Service Association"),
        ("The parts, on behalf of Hebrica, will be delivered on 4 May.", "Hebrica"),
        ("The parts will be delivered on 4 May, as settled with the insurers.", "Town Council"),
    ],
)
def test_a_body_beside_the_deed_goes_ahead_of_the_publisher(extracted: Extracted, text: str, name: str) -> None:
    assert _names(extracted(text, "Town Council")) == [name]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("We owe our donors a full account and they will have it by 3 May.", "Town Council (we)"),
        ("I have told the board about it, and it will open on 3 May.", "Town Council (I)"),
        ("The board met on Monday. As we hear, it will open the bridge on 3 May.", "The board (it)"),
    ],
)
def test_who_speaks_of_himself_ahead_of_a_pronoun_gives_the_word(extracted: Extracted, text: str, name: str) -> None:
    assert _names(extracted(text, "Town Council")) == [name]


def test_a_thing_that_was_agreed_on_says_nothing(extracted: Extracted) -> None:
    text = "A loan agreed today lets us order the chillers this week; the vault will be cold by 3 September."
    assert set(_names(extracted(text, "Film Institute"))) == {"Film Institute (us)"}


def test_nobody_says_nothing(extracted: Extracted) -> None:
    text = "Nothing that was said is to be dropped; the deans have agreed to recover the lost weeks by 3 May."
    assert "the deans" in _names(extracted(text, "University"))


def test_the_last_who_acts_ahead_of_the_day_is_charged_where_only_the_day_tells(extracted: Extracted) -> None:
    text = "Lift B. Managing agent: parts through customs by Wednesday."
    assert _names(extracted(text, "Housing Estate")) == ["Managing agent"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Dana Hale is the clerk. Ms Ruth Orr said that she will sign the list on 3 June.", "Ms Ruth Orr (she)"),
        ("Dana Hale is the clerk. The board said that she will sign the list on 3 June.", "Dana Hale (she)"),
        ("Asked why, Norda Foods blamed a printer and said it would send new labels by 31 May.", "Norda Foods (it)"),
        ("Chain to be replaced (JT, 4 January).", "JT"),
    ],
)
def test_a_pronoun_is_for_who_says_it_and_initials_in_brackets_are_charged(
    extracted: Extracted, text: str, name: str
) -> None:
    assert _names(extracted(text, "Harbour Board"))[-1] == name
