"""What the words of a sentence tell by themselves: each word, and each pair of neighbours by their class.

These are learned, not typed: of them only those count that stand in weights.json.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import chain, pairwise
from typing import TYPE_CHECKING

from tracker.extraction.english.verbs import BENEFIT, DEED, HAPPENING, gerund, past, third

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tracker.extraction.candidate import Sentence
    from tracker.extraction.score import Learned

_TOKEN = re.compile(r"[a-z']+|\d+|[^\sa-z\d]")
# Words that stand for themselves in a pair; every other word stands for its class.
_GRAMMAR = """
i we you he she it they us our my your his her its their me him them will would shall can could may might must should
is are was were be been being has have had do does did not no n't if when until till before after by from to that which
who because so but and or for in on at with without within of the a an this these those there
"""
_OF_GRAMMAR = frozenset(_GRAMMAR.split())
_VERBS = DEED | HAPPENING | BENEFIT
_THIRDS = frozenset(map(third, _VERBS))
_PASTS = frozenset(form for verb in _VERBS for form in past(verb))
_GERUNDS = frozenset(form for verb in _VERBS for form in gerund(verb))
_CLASSES = ((DEED, "DEED"), (_THIRDS, "DOES"), (_PASTS, "DONE"), (_GERUNDS, "DOING"))
_ENDINGS = (("ed", "-ed"), ("ing", "-ing"), ("ly", "-ly"), ("s", "-s"))
_BEGINS, _ENDS = "^", "$"


@lru_cache(maxsize=8192)
def class_of(token: str) -> str:
    """What a token stands for in a pair: a word of grammar and a mark for itself, a number for all numbers."""
    if token.isdigit():
        return "#"
    if token in _OF_GRAMMAR or not token.isalpha():
        return token
    for words, name in _CLASSES:
        if token in words:
            return name
    return next((name for ending, name in _ENDINGS if token.endswith(ending)), "X")


def telling_words(sentence: Sentence) -> Iterator[Learned]:
    """Each word of a sentence once, and each pair of its own words' classes."""
    own = [_BEGINS, *map(class_of, _TOKEN.findall(sentence.low, sentence.begins)), _ENDS]
    return chain(sentence.words, pairwise(own))
