"""Who was named earlier in an announcement: full names, offices, institutions, the parties of an agreement."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from tracker.extraction.english.actors import ACTING, Actor, find_actors, first_to_act
from tracker.extraction.english.nouns import INSTITUTIONS, OUTSIDER
from tracker.extraction.english.somebody import NAME, Kind
from tracker.extraction.english.speaker import is_pronoun
from tracker.extraction.reading import lowered

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_TITLES = "Mr|Mrs|Ms|Dr|Prof|Sir|Dame|Cllr|Councillor|Minister|President|Mayor|Governor|Senator|Commissioner|Judge"
_CAPITAL = r"(?:[A-Z]\.|(?:Mr|Mrs|Ms|Dr|Prof)\.|[A-Z][\w'-]*)"
_AHEAD_OF_SURNAME = re.compile(rf"(?<![\w'-])(?:{_CAPITAL} (?:(?:of|for|de|van|von|bin|al|el|der|la) )?)+$")
_BARE = re.compile(rf"^(?:(?:{_TITLES})\.? )?(?P<surname>[A-Z][\w'-]+)$")
_TITLE_WORDS = frozenset(("a", "an", "the", "mr", "mrs", "ms", "dr", "prof", "sir", "dame"))
_LEADING = re.compile(
    r"^(?:(?:On|In|At|By|The|A|An|But|And|So|When|While|If|As|Under|For|With|From|To|Since|After|Before|Then|Now|Later|"
    r"Today|Dear|What|How|Nor|Yesterday|Meanwhile|However|Although|Because|Asked|Both|(?!King)[A-Z][a-z]{2,}ing|[A-Z][a-z]+day|"
    r"January|February|March|April|May|June|July|August|September|October|November|December) )+"
)
_OFFICE = re.compile(
    r"^the (?P<office>prime minister|minister|president|premier|chancellor|secretary|mayor|governor|director|"
    r"ambassador|commissioner|chief executive|chair(?:man|woman|person)?|spokes(?:man|woman|person)|judge|bishop|"
    r"manager)$"
)
_AHEAD_OF_OFFICE = re.compile(
    r"(?:\b[tT]he |\b[A-Z][\w-]*(?: [A-Z][\w-]*)*'s )(?:[a-z]+ ){0,2}$|(?<![\w'-])(?:[A-Z][\w-]* ){1,3}$"
)
_BEHIND_OFFICE = re.compile(
    rf"(?: (?:of|for) (?:the )?[A-Z][\w-]*(?:(?:,| and) [A-Z][\w-]*)*)?(?: {_CAPITAL}){{0,4}}(?![\w'-])"
)
# "The agency", of which the text has told that it is the Health Agency, or the Agency for Ports.
_BODY = re.compile(rf"^[Tt]he (?P<noun>{'|'.join(INSTITUTIONS)})$")
_AHEAD_OF_BODY = re.compile(r"(?:^|[^\w])[Tt]he (?P<own>(?:[A-Z][\w'-]+ (?:and )?){0,3})$")
_OF_BODY = re.compile(r" (?:of|for)(?: the)?(?: [A-Z][\w-]+)+")
_WITHIN = re.compile(r"[a-z,] ")
_ENDS_WORD = re.compile(r"\b")
_FARTHEST = 80
_PARTY = r"(?:[Tt]he )?[A-Z][\w'-]*(?: (?:of (?:the )?)?[A-Z][\w'-]*)*"
_SIGNED = re.compile(
    rf"\b(?P<ahead>{_PARTY} and {_PARTY})(?: (?:have|has|had|today|formally|jointly|also|yesterday|on [A-Z][a-z]+day))*"
    rf" (?:signed|initialled|sealed|concluded)\b"
    rf"|\b(?:signed|concluded|agreement|memorandum|treaty|accord) (?:by|between) (?P<behind>{_PARTY} and {_PARTY})"
)
_SIGNING = ("signed", "initialled", "sealed", "concluded", "agreement", "memorandum", "treaty", "accord")
_OF_WHAT = r"(?: (?:of|for)(?: the)?(?: [A-Z][\w'-]*)+)?"
_INSTITUTION = re.compile(
    rf"(?:^|[.!?:\"] +| {{2,}}|, |\n)(?P<name>(?:(?:[Tt]he|[Oo]ur) (?:[\w'-]+ ){{0,3}}?(?:{'|'.join(INSTITUTIONS)})"
    rf"|(?:[A-Z][\w'&-]* ){{0,4}}(?:{'|'.join(INSTITUTIONS).title()})){_OF_WHAT})(?= [a-z])"
)
# "Norda Utilities plc" by itself at the top of a letter.
_LETTERHEAD = re.compile(
    rf"\s*(?P<name>(?:The )?(?:[A-Z][\w'&-]* |(?:of|for|and|&|the) ){{1,6}}"
    rf"(?:plc|PLC|Ltd|Limited|Inc|LLC|{'|'.join(INSTITUTIONS).title()})\.?)[ \t]*(?:\n| {{2,}}|$)"
)


_STANDS_FOR = {
    "it": ((Kind.BODY, Kind.NAME),),
    "they": ((Kind.MANY, Kind.BODY), (Kind.NAME,)),
    "he": ((Kind.PERSON,), (Kind.NAME,)),
    "she": ((Kind.PERSON,), (Kind.NAME,)),
} | dict.fromkeys(("each", "both", "all"), ((Kind.MANY,),))
# What stands ahead of an entry of a numbered list, and the line that such a list hangs on.
_ENTRY = re.compile(r"(?:^|[.;:,]? {1,3})(?<=[.;:, ] )(?:\([a-z\d]{1,2}\)|\d{1,2}[.)]|[a-z]\)|[-•‣*–]) *$")
_STEM = re.compile(r"(?:^|[.!?:] +|\n *|  )(?P<line>[^.:\n]{5,200}(?::|follows\.))(?=\s)")
# "Under the undertakings Norda Mobile:", whose entries go on with the verb.
_CHARGED = re.compile(rf"[a-z,] (?P<name>{NAME}):$")
_UNDERTAKES = re.compile(
    r"\b(?:undert[ao]k|agree|pledg|promis|resolv|decid|commit|will|shall|is to|are to|plans?|means?|bound|follow)"
)
_MARK, _FARTHEST_STEM = 8, 1200
_GAP = re.compile(r" {2}|\n")
_OWNED = re.compile(r"(?:its|their|his|her|our) ", re.IGNORECASE)
_TITLED = {
    "he": re.compile(r"\bMr\.?(?: [A-Z][\w'-]+){1,3}"),
    "she": re.compile(r"\b(?:Mrs|Ms|Miss)\.?(?: [A-Z][\w'-]+){1,3}"),
}
_OTHER_TITLES = {
    "he": re.compile(r"\b(?:Mrs|Ms|Miss|Dame|Lady|woman)\b"),
    "she": re.compile(r"\b(?:Mr|Sir|Lord|man)\b"),
}


class Mention(NamedTuple):
    """A name and the offset at which it stands; of two the later is the greater."""

    at: int
    name: str


NOBODY = Mention(-1, "")


class Mentions:
    """What a text names, and where. Nothing is searched before it is asked for, and nothing twice."""

    def __init__(self, folded: str) -> None:
        self._text = folded
        self._fullest: dict[str, list[Mention]] = {}
        self._actors: dict[int, list[Actor]] = {}

    def full_name(self, name: str, before: int) -> str:
        """The fullest mention ahead of an offset of who is named by a surname or an office; else the name itself."""
        if bare := _BARE.match(name):
            return self._fullest_of(bare["surname"], self._people, before) or name
        if body := _BODY.match(name):
            return self._fullest_of(body["noun"].title(), self._bodies, before) or name
        if office := _OFFICE.match(name.lower()):
            return self._fullest_of(office["office"], self._holders, before) or name
        return name

    def institution(self, before: int) -> Mention:
        """The last institution that a sentence ahead of an offset begins with, and where; empty where there is none."""
        return _last(self._institutions, before)

    def is_quoted(self, at: int) -> bool:
        """True at an offset within quote marks that its paragraph has opened."""
        begins = self._text.rfind("  ", 0, at) + 1
        return self._text.count('"', begins, at) % 2 == 1

    def is_name(self, word: str) -> bool:
        """True where the text writes a word with a capital within a sentence."""
        return any(
            at > 1 and _WITHIN.match(self._text, at - 2) and _ENDS_WORD.match(self._text, at + len(word))
            for at in _places(self._text, word)
        )

    def antecedent(self, pronoun: str, before: int) -> Mention:
        """Who acts last ahead of an offset of those for whom a pronoun may stand; where nobody does, who is named."""
        kinds = _STANDS_FOR.get(pronoun.lower(), _STANDS_FOR["it"])
        acting = self._acting_as(pronoun, kinds, before)
        return self._titled(pronoun, before) if acting == NOBODY else acting

    def _titled(self, pronoun: str, before: int) -> Mention:
        """Who is named last, by Mr or Ms, in the paragraph that reaches to an offset; "she" is no Mr."""
        title = _TITLED.get(pronoun.lower())
        begins = self._paragraphs[bisect_right(self._paragraphs, before) - 1]
        found = [*title.finditer(self._text, begins, before)] if title else []
        return Mention(found[-1].start(), found[-1][0]) if found else NOBODY

    def _acting_as(self, pronoun: str, kinds: tuple[tuple[Kind, ...], ...], before: int) -> Mention:
        wrong = _OTHER_TITLES.get(pronoun.lower())
        for wanted in kinds:
            for one in self._acting(before):
                is_owned = _OWNED.match(one.name) and wanted[0] is Kind.BODY
                if one.kind in wanted and not is_owned and not (wrong and wrong.search(one.name)):
                    return Mention(one.span.start, one.name)
        return NOBODY

    def stem(self, before: int) -> str:
        """Who acts in the last line ahead of an offset that a numbered list hangs on; empty where none does."""
        here = _ENTRY.search(self._text, max(0, before - _MARK), before)
        stems = [*_STEM.finditer(self._text, max(0, before - _FARTHEST_STEM), before)] if here else []
        if not stems or not _UNDERTAKES.search(stems[-1]["line"]):
            return ""
        charged = _CHARGED.search(stems[-1]["line"])
        name = charged["name"] if charged else first_to_act(stems[-1]["line"])
        return "" if is_pronoun(name) else name

    def actor(self, before: int) -> Mention:
        """Who acts last ahead of an offset."""
        one = next(self._acting(before), None)
        return Mention(one.span.start, one.name) if one else NOBODY

    def _acting(self, before: int) -> Iterator[Actor]:
        """Who acts ahead of an offset, the last first; a paragraph is read when it is reached."""
        for number in range(bisect_right(self._paragraphs, before) - 1, -1, -1):
            if number not in self._actors:
                self._actors[number] = self._actors_of(number)
            yield from (one for one in self._actors[number] if one.span.end < before)

    def _actors_of(self, number: int) -> list[Actor]:
        """Who acts in a paragraph, the last first."""
        begins, ends = self._paragraphs[number : number + 2]
        acting = [
            one
            for one in find_actors(self._text, begins, ends)
            if one.role in ACTING and not is_pronoun(one.name) and not OUTSIDER.search(one.name.lower())
        ]
        return acting[::-1]

    @cached_property
    def _paragraphs(self) -> list[int]:
        """Where the paragraphs begin, which no name crosses, and where the last one ends."""
        return [0, *(gap.end() for gap in _GAP.finditer(self._text)), len(self._text) + 1]

    @cached_property
    def parties(self) -> str:
        """Who signed the agreement that the text tells of; empty where it names none."""
        match = _SIGNED.search(self._text) if any(word in self._text for word in _SIGNING) else None
        return (match["ahead"] or match["behind"]) if match else ""

    @cached_property
    def letterhead(self) -> str:
        """The body whose name is the whole first line of the text; empty where that is anything else."""
        match = _LETTERHEAD.match(self._text)
        return match["name"] if match else ""

    @cached_property
    def _institutions(self) -> list[Mention]:
        return [Mention(match.start("name"), match["name"]) for match in _INSTITUTION.finditer(self._text)]

    @cached_property
    def _low(self) -> str:
        return lowered(self._text)

    def _fullest_of(self, word: str, find: Callable[[str], Iterator[Mention]], before: int) -> str:
        """The fullest mention found for a surname or an office ahead of an offset."""
        if word not in self._fullest:
            self._fullest[word] = list(_growing(find(word)))
        return _last(self._fullest[word], before).name

    def _people(self, surname: str) -> Iterator[Mention]:
        for at in _places(self._text, f" {surname}"):
            ahead = _AHEAD_OF_SURNAME.search(self._text, max(0, at - _FARTHEST), at + 1)
            words = _LEADING.sub("", ahead[0]).split() if ahead else []
            if words and words[-1] not in ("of", "for"):
                yield Mention(at, " ".join((*words, surname)))

    def _bodies(self, noun: str) -> Iterator[Mention]:
        for at in _places(self._text, f" {noun}"):
            ahead = _AHEAD_OF_BODY.search(self._text, max(0, at - _FARTHEST), at + 1)
            behind = _OF_BODY.match(self._text, at + 1 + len(noun))
            if ahead and (ahead["own"] or behind):
                name = f"{ahead['own']}{noun}{behind[0] if behind else ''}"
                yield Mention(at, f"the {name}")

    def _holders(self, office: str) -> Iterator[Mention]:
        for at in _places(self._low, office):
            ahead = _AHEAD_OF_OFFICE.search(self._text, max(0, at - _FARTHEST), at)
            behind = _BEHIND_OFFICE.match(self._text, at + len(office))
            if ahead and behind and len(_plain(name := self._text[ahead.start() : behind.end()])) > len(office.split()):
                yield Mention(at, re.sub(r"^The ", "the ", name))


def _growing(mentions: Iterator[Mention]) -> Iterator[Mention]:
    """At each mention the fullest one until then; empty from where two different ones have been named."""
    fullest, known = "", frozenset[str]()
    for one in mentions:
        known |= _plain(one.name)
        fullest = max(fullest, one.name, key=lambda name: len(_plain(name)))
        yield Mention(one.at, fullest if known <= _plain(fullest) else "")


def _last(mentions: list[Mention], before: int) -> Mention:
    """The last one ahead of an offset."""
    number = bisect_left(mentions, before, key=lambda one: one.at)
    return mentions[number - 1] if number else NOBODY


def _places(text: str, words: str) -> Iterator[int]:
    """Where words stand in a text."""
    at = text.find(words)
    while at >= 0:
        yield at
        at = text.find(words, at + 1)


def _plain(name: str) -> frozenset[str]:
    """The words that tell one bearer of a name from another, in lower case."""
    return frozenset(name.lower().replace(".", "").split()) - _TITLE_WORDS
