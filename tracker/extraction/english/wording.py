"""What words in a clause beside its cue tell of it: a past tense, a condition, a word given, an imperative."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tracker.extraction.english.predicate import is_due
from tracker.extraction.english.verbs import DEED

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tracker.extraction.candidate import Clause

# A sentence's length: as many words as five times the number, and up to four more.
_LENGTHS = tuple(f"length_{number}" for number in range(7))
_WORDS_EACH = 5
_MARKS = {'"': "quoted", "?": "asked", "!": "cried", ":": "colon", ";": "semicolon", "(": "brackets"}

WORDINGS = frozenset(
    {
        *("past_tense", "perfect", "modal", "if", "you", "until_clause", "promise_word", "imperative", "by"),
        *("quoted", "asked", "cried", "colon", "semicolon", "brackets", "goes_on", "untimed"),
        *_LENGTHS,
    }
)

# A finite past tense, as far as endings tell; "is frozen", "to be opened" and "an armed guard" have none.
_PAST_TENSE = re.compile(
    r"\b(?:was|were|had|did|went|took|came|gave|got|made|saw|told|said|met|won|lost|fell|rose|left|began|held|spent|"
    r"became|thought|knew|found|kept|brought|ran|stood|sat|broke|wrote|drew|grew|paid|sent|built|bought|sold|led|tore|caught|threw|sank|shook|fled|flew|struck|swept|shot|fought|"
    r"stole|stuck|swore|taught|woke|wore|blew|chose|died|tied|tried|cried|lied|drove|rode|ate|felt|meant|forgot|heard|"
    r"sought|spoke|(?<=day )(?:put|set|cut|hit|let|shut)|fed|hung|burnt|dealt|"
    r"rang|rusted|slept|slid|crept|hid|swam|sang|burst)\b"
    r"|\b(?=[a-z]{2,}[^e\W]ed\b)(?<!\bbe )(?<!\bbeen )(?<!\bbeing )(?<!\bis )(?<!\bare )(?<!\bget )(?<!\bgets )"
    r"(?<!\bthe )(?<!\ba )(?<!\ban )(?<!\bhas )(?<!\bhave )(?<!\bnot )[a-z]{2,}[^e\W]ed\b(?! by\b)"
    r"(?! [a-z]+s?\b (?:will|is|are)\b)"
)
_PERFECT = re.compile(
    r"\b(?:has|have|'ve)(?: [a-z]+ly| also| now| already)? "
    r"(?:been|[a-z]+ed|[a-z]+en|become|begun|bought|brought|built|come|cut|done|drawn|fought|found|gone|grown|had|held|"
    r"kept|known|led|left|lost|made|met|paid|put|run|said|seen|sent|set|sold|sought|spent|stood|taught|told|won)\b"
)
_HAVE = frozenset({"has", "have", "'ve"})
_MODAL = re.compile(r"\b(?:must|might|could|should|can|cannot|ought|(?<!-)may(?! \d))\b")
_MODALS = frozenset({"must", "might", "could", "should", "can", "cannot", "ought", "may"})
_MONTH = re.compile(
    r"\b(?:in|by|of|from|until|till|before|during|since|and|to|early|mid|late|end|this|next|last)[- ]may\b"
)
_IF = re.compile(r"\b(?:if|unless|provided|depending|subject to)\b")
_IFS = frozenset({"if", "unless", "provided", "depending", "subject"})
_YOU = re.compile(r"\byou(?:r|'ll|'re|'ve)?\b")
_YOUS = frozenset({"you", "your"})
# What ends when something else happens ("until the bridge is safe").
_UNTIL = re.compile(
    r"\b(?:until|till|unless|before|as soon as|once|when|while) (?:the|an?|its|it|they|he|she|we|i|you|all|every|this|"
    r"that|their|his|her|our|another|somebody) "
)
_UNTILS = frozenset({"until", "till", "unless", "before", "soon", "once", "when", "while"})
_PROMISES_WORDS = """
pledge pledges pledged pledging promise promises promised promising commit committed commits commitment commitments
undertook undertake undertakes undertaking vow vows vowed guarantee guarantees guaranteed resolved word assurance
assurances assured
"""
_PROMISES = frozenset(_PROMISES_WORDS.split())
_FIRST_WORD = re.compile(r"\W*(?:please |do not |don't |never |always )?(?P<verb>[a-z]+)")
_IMPERATIVES = DEED | {"please", "see", "stay", "let", "try", "remember", "look", "be", "do"}
_CHARGES = frozenset({"action", "resolved", "assigned", "timed"})


def wordings(clause: Clause) -> Iterator[str]:
    """The names of the features of a clause that single words of it give."""
    own = _own(clause)
    words = clause.sentence.words
    if clause.cue.reach is not None or clause.cue.is_last_resort:
        begins = clause.cue_start - clause.start
        beside = own[:begins] + own[begins + len(clause.said) :]
        if _PAST_TENSE.search(beside):
            yield "past_tense"
        if not _HAVE.isdisjoint(words) and _PERFECT.search(own):
            yield "perfect"
    if not _MODALS.isdisjoint(words) and _MODAL.search(_MONTH.sub("", own)):
        yield "modal"
    if not _IFS.isdisjoint(words) and _IF.search(own):
        yield "if"
    if not _YOUS.isdisjoint(words) and _YOU.search(own):
        yield "you"
    if is_due(clause):
        yield "by"
    yield from _bonds(clause, own)
    yield from _shape(clause)


def _shape(clause: Clause) -> Iterator[str]:
    """How long the sentence is, and its marks; a small letter at its beginning goes on with what stood above."""
    said = clause.sentence.text[clause.sentence.begins :]
    yield _LENGTHS[min(len(said.split()) // _WORDS_EACH, len(_LENGTHS) - 1)]
    for mark, name in _MARKS.items():
        if mark in said:
            yield name
    if said[:1].islower():
        yield "goes_on"
    if clause.cue.is_last_resort and not clause.deadlines:
        yield "untimed"


def _own(clause: Clause) -> str:
    """The clause in lower case, up to the end of a quotation: what stands behind that tells who said it."""
    own = clause.sentence.low[clause.start : clause.end]
    told = own.find('"', clause.cue_end - clause.start)
    return own[:told] if told >= 0 else own


def _bonds(clause: Clause, own: str) -> Iterator[str]:
    sentence = clause.sentence
    if not _UNTILS.isdisjoint(sentence.words) and _UNTIL.search(sentence.low, clause.cue_end, clause.end):
        yield "until_clause"
    if not _PROMISES.isdisjoint(sentence.words):
        yield "promise_word"
    first = _FIRST_WORD.match(own)
    if first and first["verb"] in _IMPERATIVES and clause.cue.name not in _CHARGES:
        yield "imperative"
