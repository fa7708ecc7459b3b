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
        # Minutes.
        ("Laundry money: Bea counts the float on 3 May 2025.", "Bea"),
        ("Risk form: chair has it half done, the rest by 3 May 2025.", "chair"),
        ("Agreed, finance committee to have them on 3 May 2025.", "finance committee"),
    ],
)
def test_who_is_meant_is_named(text: str, name: str, extracted: Extracted) -> None:
    assert extracted(text, "Harbour News").commitments[-1].promisor.name == name
