"""The promisor where somebody else is named beside it, or where only part of its name stands there."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from tracker.core.commitment import Extraction

    Extracted = Callable[..., Extraction]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        # Whole names.
        ("The gate: the firm's manager has the parts and fits them on 3 May 2025.", "the firm's manager"),
        ("A panel under Dr Holm, set up today, reports to the town on 3 May 2025.", "A panel under Dr Holm"),
        (
            "The yard spoke. Its solicitor gave her word that it would close by 3 May 2025.",
            "The yard (Its solicitor) (it)",
        ),
        ("Its solicitor gave her word that no crane would move before 3 May 2025.", "Harbour News (Its solicitor)"),
        # Who is told, who is allowed, who is only described.
        ("Work on the pier, Ada Holm told the board, is on course to end on 3 May 2025.", "Ada Holm"),
        ("The founder has at last let the bishop have a day, 3 May 2025.", "The founder"),
        ("Ada Holm, our new warden, has drawn up a plan, and the fence is live on 3 May 2025.", "Ada Holm"),
        # Who is addressed promises nothing.
        ("You will know the name by 3 May 2025, because we intend to print it.", "Harbour News (we)"),
        ("Children get a look at it from 3 May 2025.", "Harbour News"),
        ("Everyone without water gets a letter on 3 May 2025.", "Harbour News"),
        # No clause, no month, no thing.
        ("What our chairman wants is a yard that is open by 3 May 2025.", "Harbour News (our chairman)"),
        ("“May's wages will be paid before the month runs out, by 31 May 2025,” Ada Holm pledged.", "Ada Holm"),
        ("Service to the isles follows inside two years, the partners have sworn.", "the partners"),
        (
            "Counsel for the port swore that, for as long as the judges think, it stays shut until 3 May 2025.",
            "Counsel for the port (it)",
        ),
        # The pronoun right ahead of the verb.
        ("Tenants who had to pay can send the bill, and we'll refund it by 3 May 2025.", "Harbour News (we)"),
        # Who speaks, and who is quoted.
        ("Two more divers, Ms Holm said, were joining on 3 May 2025.", "Two more divers (Ms Holm)"),
        ("“I have told each of them that the pier will be mended by 3 May 2025,” said Ada Holm.", "Ada Holm (I)"),
        ("Ada Holm spoke. “Our word stands: no sale before 3 May 2025,” she said.", "Ada Holm (we)"),
        ("“My boats are old, and the pier will be mended by 3 May 2025,” said Ada Holm.", "Ada Holm"),
        ("Well 4 (the deep one, i.e. ours) goes down on 3 May 2025, and we aim for oil.", "Harbour News (we)"),
        # "It" of nobody who was named.
        ("Mr Holm, for the agent, gave his word that it would be running by 3 May 2025.", "Mr Holm (it)"),
        # Who only gets it, and who gives it.
        ("The court announced that the parties would have its decision by 3 May 2025.", "The court"),
        ("The board spoke: the parties would have a decision by 3 May 2025, its clerk said.", "The board"),
        ("The parties will have a letter from Ms Holm by 3 May 2025.", "Ms Holm"),
        ("The parties will have a letter by 3 May 2025.", "The parties"),
        ("Until the board meets, they will have it by 3 May 2025.", "the board (they)"),
        ("The firm has offered, and the harbour board has accepted, repayment by 3 May 2025.", "The firm"),
        ("Norda undertakes to dredge the canal by May 2025, and Veland to replace the buoys by 3 June 2025.", "Veland"),
        ("Norda undertakes to dredge the canal by May 2025, and later to replace the buoys by 3 June 2025.", "Norda"),
        ("Ada Holm said that the parties would have a decision by 3 May 2025.", "Ada Holm"),
        ("Today Norda Water offered, and the harbour board has accepted, repayment by 3 May 2025.", "Norda Water"),
        # Who gives the word, and who only stands beside it.
        ("He had brought it along, and gave the hall his word that it would be open by 3 May 2025.", "He"),
        ("The board gave its word that the box would stand empty by 3 May 2025.", "The board"),
        ("An engineer came and, on behalf of Norda Water, set a day: 3 May 2025.", "Norda Water"),
        (
            "What it does stand by, a spokeswoman said, is the ferry, which stays until 3 May 2025.",
            "Harbour News (a spokeswoman)",
        ),
        ("Resolved that a common list be drawn up by the ministers within six months.", "the ministers"),
        ("The pump is being checked; Norda has asked for help, done by 3 May 2025.", "Norda"),
        ("The pump is being checked by 3 May 2025; it is old.", "Harbour News"),
        ("The union, he said, was compiling a list for 3 May 2025.", "The union (he)"),
        ("Mrs Ada Holm is away. She flies home on 3 May 2025, her office said.", "Mrs Ada Holm (She)"),
        ("Lectures stop on 3 May 2025, by decision of the union.", "the union"),
        # What a clause opens with.
        ("Homeless, the choir is pitching its tents from 3 May 2025.", "the choir"),
        ("For the study our ship sails on 3 May 2025.", "Harbour News (our ship)"),
        ("To those our plumbers go on 3 May 2025.", "Harbour News (our plumbers)"),
        (
            "Manager Rui Castell is said to leave, though he has ended that: “I stay until 3 May 2025.”",
            "Harbour News (I)",
        ),
        ("Manager Rui Castell: lift mended by 3 May 2025.", "Manager Rui Castell"),
        # No part of the noun of a thing.
        ("School classes go first, on 3 May 2025.", "Harbour News"),
        ("Our four service vans go on 3 May 2025.", "Harbour News (Our four service vans)"),
        ("The two posts left empty since autumn are advertised on 3 May 2025, the board has sworn.", "the board"),
        # Whose the thing is.
        ("Mrs Holm is leaving us. Her last day is 3 May 2025.", "Mrs Holm (Her)"),
        ("Its last day is 3 May 2025.", "Harbour News"),
        ("Mr Per Lund sat with Ms Ada Holm. She would bring a figure on 3 May 2025.", "Ms Ada Holm (She)"),
        # The whole name of a body, without the heading above it.
        ("The Health Agency met. The agency will sell the crane by 3 May 2025.", "the Health Agency"),
        ("The Agency for Ports met. The agency will sell the crane by 3 May 2025.", "the Agency for Ports"),
        ("That Agency met. The agency will sell the crane by 3 May 2025.", "The agency"),
        ("Staffing\nMrs Holm is leaving us. Her last day is 3 May 2025.", "Mrs Holm (Her)"),
        # Lists and quotations.
        ("Norda has undertaken as follows. 1. Pumps of the new sort in all tanks by 3 May 2025.", "Norda"),
        ("Ministers met. They agreed as follows:\n(a) a joint watch, operational by 3 May 2025.", "Ministers (They)"),
        ("“Power back on 3 May 2025. The rest on 4 May 2025. All well,” posted Ada Holm on Friday.", "Ada Holm"),
        # Minutes.
        ("Carried: that the Board pay out the second half by 3 May 2025.", "the Board"),
        ("Laundry money: Bea counts the float on 3 May 2025.", "Bea"),
        ("Risk form: chair has it half done, the rest by 3 May 2025.", "chair"),
        ("Agreed, finance committee to have them on 3 May 2025.", "finance committee"),
    ],
)
def test_who_is_meant_is_named(text: str, name: str, extracted: Extracted) -> None:
    assert extracted(text, "Harbour News").commitments[-1].promisor.name == name
