"""Who says what a sentence reports."""

from __future__ import annotations

import re

from tracker.core.deadline import Span
from tracker.extraction.english.actors import is_sensible, last_to_act
from tracker.extraction.english.nouns import ACTOR, head_of, is_name
from tracker.extraction.english.somebody import is_somebody
from tracker.extraction.english.subject import narrow

_VERB = re.compile(
    r"\b(?:said|says|told|tells|added|adds|announced|announces|promised|stated|confirmed|declared|informed|assured|"
    r"insisted|"
    r"disclosed|revealed|replied|explained|pledged|vowed|wrote|went on|continued|concluded|remarked|maintained|warned|"
    r"decided|settled|swore|answered|ruled|voted|posted|conceded|tweeted|lets it be known|shouted|quipped|argued|"
    r"let it be known|swears|insists|resolved|agreed|undertakes|admits|directed|placed on record|put on record|"
    r"gave it out|gave out)\b"
)
_FIRST_WORDS = """
said says told tells added adds announced announces promised stated confirmed declared informed assured insisted
disclosed revealed replied explained pledged vowed wrote went continued concluded remarked maintained warned decided
settled swore answered ruled voted posted conceded tweeted lets shouted quipped argued according saying
placed put gave let insists swears resolved agreed undertakes admits directed
"""
_PASSIVE = re.compile(r"\b(?:be|been|being|was|were|is|are|to|not)$")
_WORDS = frozenset(_FIRST_WORDS.split())
# A full stop in "Mr." or "A. K." does not end a name.
_LETTER = r"(?:[^,;:.\"()–—]|(?<=\bMr)\.|(?<=\bDr)\.|(?<=\bMs)\.|(?<=\bMrs)\.|(?<= [A-Z])\.)"
_NAME_ENDS = (
    r"(?:(?=[,;\"]|$| to (?:reporters|parliament|the)| at | in | on | after | during | as )"
    r"|(?<!\bMr)(?<!\bDr)(?<!\bMs)(?<!\bMrs)(?<! [A-Z])(?=\.))"
)
_AFTER = re.compile(rf"(?P<name>{_LETTER}{{2,90}}?){_NAME_ENDS}")
_ACCORDING = re.compile(r"\baccording to (?=\w)|\bquoted (?=[A-Z])", re.IGNORECASE)
_RELATIVE = re.compile(r"who\b|which\b")
_AUXILIARIES = re.compile(r"(?:,? (?:has|have|had|also|further|then|later|will|would|and|yesterday|today|tonight))+$")
_PRONOUN = re.compile(r"^(?:he|she|it|they|who|which|we|i|you|that|this|there|one|what|nobody|as)\b", re.IGNORECASE)
# "…, the movement's spokesman, Ada Holm, said": for whom somebody speaks.
_ROLE = re.compile(
    r"(?:the|its|their|an?|[\w-]+'s) (?:[\w'-]+ ){0,4}?(?:[a-z]+-)?(?:spokes\w+|minister|mayor|director|chair\w*|"
    r"secretary|"
    r"executive|head|manager|president|governor|officer|leader|commissioner|owner|captain|lawyer|clerk)$",
    re.IGNORECASE,
)
_CALLED = re.compile(r", (?P<name>[A-Z][\w'-]+(?: [A-Z][\w'-]+){1,2})(?=[,;:.\"]|$)")
# What is written says nothing by itself.
_PAPER = re.compile(
    r"\b(?:letter|statement|notice|report|document|paper|leaflet|poster|website|email|e-mail|message|bulletin|circular)$"
)
# "No evictions, answered the board": verbs that stand ahead of their subject.
_INVERTED = frozenset({"said", "says", "replied", "answered", "added", "announced", "wrote", "promised", "insisted"})
# What is no name, whatever verb stands behind it: "Nothing", "10 working days", "The customs say".
_NO_SPEAKER = re.compile(
    r"^(?:(?:nothing|nobody|no one|none|anyone|anybody|everyone|everybody|what|why|how)\b|\W|\d[\d,.]* )"
    r"|;| (?:says?|said)$",
    re.IGNORECASE,
)
# What is said of a thing that has been agreed or promised: "a loan agreed today", "a third promised by the roofer".
_IS_DONE = re.compile(r"(?<=ed) (?:by|today|yesterday|tonight|last|earlier)\b")
_MOST_WORDS = 14
_LAST_WORDS = 60


def find_speaker(text: str, words: frozenset[str]) -> str:
    """The name of who is reported to say it; empty where nobody is, a pronoun where no more is said."""
    if words.isdisjoint(_WORDS):
        return ""
    if match := _ACCORDING.search(text):
        named = _AFTER.match(text, match.end())
        return named["name"].strip() if named else ""
    begun = _begins_quoted(text)
    for verb in _VERB.finditer(text):
        if (text.count('"', 0, verb.start()) + begun) % 2 or _PASSIVE.search(text, 0, verb.start() - 1):
            continue
        name = _name_at(text, verb)
        if (
            name
            and len(name.split()) <= _MOST_WORDS
            and _may_speak(name, is_done=bool(_IS_DONE.match(text, verb.end())))
        ):
            return name
    return ""


def _begins_quoted(text: str) -> bool:
    """True for the last sentence of a quotation: its first quote mark closes."""
    first = text.find('"')
    return first > 0 and text[first - 1] != " " and text.count('"') % 2 == 1


def _name_at(text: str, verb: re.Match[str]) -> str:
    """The subject of a reporting verb: behind it in `"…," said X`, else ahead of it."""
    before = text[: verb.start()].rstrip(" ")
    if before.endswith('"'):
        return _named_behind(text, verb.end() + 1)
    if before.endswith(",") and verb[0] in _INVERTED and _is_somebody(name := _named_behind(text, verb.end() + 1)):
        return name
    before = _AUXILIARIES.sub("", before)
    start = before.rfind('"') + 1
    last = before[start:].rpartition(", ")[2]
    is_aside = text[verb.end() : verb.end() + 1] == "," or len(text) - verb.end() < _LAST_WORDS
    if is_aside and len(last.split()) <= _MOST_WORDS // 2 and not _RELATIVE.match(last):
        role = before[start : len(before) - len(last)].rstrip(" ,").rpartition(", ")[2]
        if _ROLE.match(role.lstrip()):
            return f"{role.lstrip()}, {last}".strip(" ,'")
        start = len(before) - len(last)
    name = narrow(text, Span(start, len(before)), ()).of(text).strip(" ,'")
    if is_pronoun(name) or is_sensible(name):
        return name
    return last_to_act(text[before.rfind('"') + 1 : verb.end()])


def _named_behind(text: str, at: int) -> str:
    """Who is named behind a reporting verb, with the name that follows an office: "our team leader, Senka Vuk"."""
    named = _AFTER.match(text, at)
    if not named:
        return ""
    called = _CALLED.match(text, named.end())
    return named["name"].strip() + (called[0] if called and not called["name"].startswith(("The ", "On ")) else "")


def _may_speak(name: str, *, is_done: bool) -> bool:
    """True for who may say something: no paper, nobody, no number; where a thing may be meant, somebody only."""
    if _PAPER.search(head_of(name.lower())) or _NO_SPEAKER.search(name):
        return False
    return not is_done or is_pronoun(name) or is_somebody(name)


def _is_somebody(name: str) -> bool:
    return is_sensible(name) and not is_pronoun(name) and (is_name(name) or bool(ACTOR.search(head_of(name.lower()))))


def is_pronoun(name: str) -> bool:
    """True where a name stands for one that was said before."""
    return bool(_PRONOUN.match(name))
