"""What the words of a sentence tell by themselves, what stands ahead of a clause, and how long the text is.

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

    from tracker.extraction.candidate import Clause, Sentence
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
_WORD = re.compile(r"[a-z]+(?:'[a-z]+)?")
_MARK = re.compile(r"[^\w\s](?=\s*$)")
# How far ahead of a clause its two words and its mark are looked for, in characters.
_AHEAD, _MARK_AHEAD = 40, 4
_MOST_FIVES, _MOST_DEADLINES = 8, 4
# A text of at most so many sentences is named by that number: the longer it is, the fewer of them promise.
_SIZES = (8, 16)


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


def tell_sentence(sentence: Sentence, total: int) -> Iterator[Learned]:
    """What a sentence tells, one of so many of its text that may promise something.

    Each word once, each pair of its own words' classes, its ends, its length, how long the text is.
    """
    own = [_BEGINS, *map(class_of, _TOKEN.findall(sentence.low, sentence.begins)), _ENDS]
    return chain(sentence.words, pairwise(own), _ends(sentence), (_size(total),))


def _ends(sentence: Sentence) -> Iterator[str]:
    words = _WORD.findall(sentence.low, sentence.begins)
    first, second, third = map(class_of, (*words, "", "", "")[:3])
    yield f"first:{words[0] if words else ''}"
    yield f"firsts:{first} {second}"
    yield f"firsts:{first} {second} {third}"
    yield f"last:{words[-1] if words else ''}"
    yield f"fives:{min(_MOST_FIVES, len(sentence.words) // 5)}"


def _size(total: int) -> str:
    return f"text:{next((size for size in _SIZES if total <= size), 'long')}"


def tell_clause(clause: Clause) -> Iterator[str]:
    """What tells of a clause beside its named features: the words and the mark ahead of it, its words of time."""
    low = clause.sentence.low
    ahead = _WORD.findall(low, max(0, clause.start - _AHEAD), clause.start)[-2:]
    if mark := _MARK.search(low, max(0, clause.start - _MARK_AHEAD), clause.start):
        yield f"mark:{mark[0]}"
    for word in ahead:
        yield f"ahead:{word}"
    if ahead:
        yield f"next:{ahead[-1]}"
        yield f"next:{class_of(ahead[-1])}"
    yield f"dates:{min(_MOST_DEADLINES, len(clause.deadlines))}"
    if clause.deadlines:
        found = clause.deadlines[0]
        yield f"when:{'ahead' if found.span.start < clause.cue_start else 'behind'}"
        yield from (f"rule:{rule}" for rule in dict.fromkeys(found.rules))
