"""What people say who are not bound by it: analysts, unions, passers-by."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tracker.extraction.english.nouns import OUTSIDER
from tracker.extraction.rules import Guard

if TYPE_CHECKING:
    from tracker.extraction.candidate import Clause

_TAIL = re.compile(
    r"[,\"] ?(?:(?:say|says|said|told|according to|in the opinion of|warned|quipped|jeered|urged|"
    r"shouted|predicted)\b (?P<after>(?!(?:that|it|he|she|they|we) )[^\",;]{2,80})|"
    r"(?P<ahead>[^,\"]{2,60}?) (?:say|says|said|told|warned|suggest|"
    r"agree|claim|predict|reckon|feel|believe|fear|shouted|quipped|jeered|urged)\b)"
)
_HEAD = re.compile(
    r"^(?P<who>[^,\"]{2,60}?) (?:say|says|said|told|warned|suggests?|agrees?|claims?|predicts?|"
    r"think|reckon|finds?|found|concludes?|estimates?|expects?)\b"
)
_HEARD_FROM = re.compile(
    r"\baccording to (?:him|her|them|(?:(?:the|its|one|a) )?(?:[a-z]+ )?(?:unions?|opposition|rival|papers?|"
    r"rumours?))\b"
)


def _applies(clause: Clause) -> bool:
    low = clause.sentence.low
    if _HEARD_FROM.search(low):
        return True
    tail = _TAIL.search(low)
    if tail and OUTSIDER.search(tail["after"] or tail["ahead"]):
        return True
    head = _HEAD.search(clause.before)
    return bool(head and OUTSIDER.search(head["who"].partition(" to ")[0]))


_WORDS = """
say says said told according opinion warned quipped jeered urged shouted predicted suggest suggests agree agrees
claim claims predict predicts reckon feel believe fear think finds find found concludes conclude estimates
estimate expects expect warns
"""

GUARD = Guard(
    name="outsider",
    reason="an onlooker says it, who is not bound by it",
    applies=_applies,
    examples=(
        "The price will be cut by May, analysts say.",
        "Economists say that the bank will act in May.",
        "According to the union, the firm has promised all staff a rise from January.",
    ),
    counterexamples=(
        "The price will be cut by May, the minister said.",
        "According to the firm, the price will be cut by May.",
        "The bank said that it will act in May.",
        "The maker, Tidewell, said that it would refund every customer.",
        "The letter to residents says that all will be paid by May.",
    ),
    words=frozenset(_WORDS.split()),
)
