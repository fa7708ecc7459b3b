"""Words reduced to what two tellings of the same deed share: stems, verbs of one meaning, words that say nothing."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

_TOKEN = re.compile(r"\d[\d,.]*\d|[^\W_]+(?:['’][^\W_]+)?")
_VOWEL = re.compile(r"[aeiouy]")


def word_set(words: str) -> frozenset[str]:
    """The words between the spaces of a text."""
    return frozenset(words.split())


_STOP = """
    a an the of and or to in on at by for from with as is are was were be been being has have had do does did it its
    they their them he she his her we our us you your i this that these those which who whom whose what when where
    how will would shall should can could may might must not no all any each every some more most many much such
    than then there here so if but about into over under after before until within during through between per out up
    off down also only just now yet still again first last next new own same other another said says say told
    announced announce according year years month months week weeks day days today yesterday tomorrow end early late
    later one two three both along across around behind beside beyond inside near onto outside past toward towards upon
    via against among below above
"""
STOP = word_set(_STOP)
"""Words that say nothing of what a deed is about."""

SAME = (
    "publish release issue unveil print publication",
    "open reopen inaugurate launch start begin commence live inauguration",
    "establish create form found constitute set",
    "build construct erect construction",
    "complete finish completion conclude over ready",
    "appoint name hire recruit appointment recruitment",
    "close shut closure",
    "reduce cut lower halve reduction",
    "raise increase",
    "sign signing signature",
    "hold convene host held",
    "submit table present introduce lay submission introduction",
    "adopt pass approve enact adoption approval",
    "buy purchase acquire procure",
    "install fit add instal installation",
    "repair mend restore renovate refurbish replace restoration replacement renovation refurbishment",
    "pay disburse transfer payment",
    "deliver supply provide distribute hand delivery",
    "remove phase eliminate removal",
    "extend expand extension expansion",
    "connect link connection",
    "decide decision rule",
    "sell sale",
)
"""Words for the same deed, the first of each line for all of them."""

IRREGULAR = {
    "built": "build", "began": "begin", "begun": "begin", "paid": "pay", "held": "hold", "met": "meet",
    "laid": "lay", "sent": "send", "made": "make", "bought": "buy", "brought": "bring", "sold": "sell",
    "lent": "lend", "spent": "spend", "kept": "keep", "gave": "give", "given": "give", "took": "take",
    "taken": "take", "came": "come", "went": "go", "gone": "go", "ran": "run", "grew": "grow", "grown": "grow",
    "wrote": "write", "written": "write", "drew": "draw", "drawn": "draw", "chose": "choose", "chosen": "choose",
    "taught": "teach", "won": "win", "led": "lead", "left": "leave", "dug": "dig", "froze": "freeze",
    "frozen": "freeze", "set": "set", "cut": "cut", "put": "put", "shut": "shut", "let": "let", "hit": "hit",
}  # fmt: skip
"""Past forms that no ending shows, with their verbs."""

_WEAK = """
    plan report work programme program project public service system national local scheme number people
"""
WEAK = word_set(_WEAK)
"""Words that many deeds share."""


@dataclass(frozen=True, slots=True)
class Word:
    """A word as it stands in a text: its stem, and where it begins."""

    text: str
    stem: str
    start: int

    @property
    def is_name(self) -> bool:
        """True for a word with a capital and for a number: what tells one clinic from another."""
        return self.text[0].isupper() or self.text[0].isdigit()


def words_of(text: str) -> list[Word]:
    """All words of a text, in its order."""
    return [Word(found[0], stem(found[0].lower()), found.start()) for found in _TOKEN.finditer(text)]


def telling(words: Iterable[Word]) -> list[Word]:
    """The words that say what it is about."""
    return [word for word in words if word.text.lower() not in STOP and len(word.text) > 1]


@lru_cache(maxsize=50_000)
def stem(word: str) -> str:
    """What a word in lower case shares with its other forms, and with the verbs of the same meaning."""
    if word[0].isdigit():
        return word.replace(",", "")
    word = re.sub(r"['’]s?$", "", word)
    bare = _stripped(IRREGULAR.get(word, word))
    return _CLASSES.get(bare, bare)


def _stripped(word: str) -> str:
    """The word without the endings of plural, past and gerund, and without the e that they hide."""
    if word.endswith(("ies", "ied")) and len(word) > 4:
        word = word[:-3] + "y"
    elif word.endswith("s") and not word.endswith(("ss", "us", "is")) and len(word) > 3:
        word = word[:-1]
    for ending in ("ing", "ed"):
        bare = word.removesuffix(ending)
        if bare != word and len(bare) >= 3 and _VOWEL.search(bare):
            word = bare[:-1] if bare[-1] == bare[-2] and bare[-1] not in "ls" else bare
            break
    return word[:-1] if word.endswith("e") and len(word) > 3 else word


_CLASSES = {_stripped(word): _stripped(line.split()[0]) for line in SAME for word in line.split()}


def is_past(word: str) -> bool:
    """True for a word in lower case that may be a past form."""
    return word in IRREGULAR or (word.endswith("ed") and len(word) > 3)
