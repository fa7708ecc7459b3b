"""What a rule of a language is. Rules grow by addition: a new one is matched with all that are there.

*Nouns* name a period, *parts* narrow it, *frames* turn it into a deadline, *joints* take two of them, *phrases* stand
alone, *length rules* take a length of time ("within", "30 days", "of"), *tails* follow a noun ("at the latest"), and
*facts* are words of time that are no deadline ("Article 17"): they are stepped over.

In a pattern one space stands for any run of up to eight, letters are lower case, dashes are hyphens and apostrophes
straight, as `tracker.deadlines.text.folded` makes them. `starts` lists every word that a match can begin with; for
numbers see NUMBERS. `words` lists words of which at least one stands in every match, `far` those of which one stands in
every match behind the first word: where none is near, the rule is not tried.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING, Any, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from tracker.deadlines.examples import Example
    from tracker.deadlines.spec import Length, Meaning, Noun

LengthBuild: TypeAlias = "Callable[[Length, Match, Noun | None], Meaning | None]"
DIGITS = "#"
SHORT_DIGITS = "##"
FOUR_DIGITS = "####"
NUMBERS = frozenset({DIGITS, SHORT_DIGITS, FOUR_DIGITS})
"""Stand for any number, one of one or two digits and one of four, where a rule lists the words that it begins with."""
ENDS = frozenset({"", ".", ";", ":", "!", "?", ")"})
"""The marks that no joint, tail or link of a list begins with: behind a noun they end what can be read."""
_SPACES = r"\[[^\]]*\]| \??"
_ENDS_WORD = r"(?![\w]|'s\b)"


@cache
def compiled(pattern: str) -> re.Pattern[str]:
    """A rule's pattern, compiled on first use; a space in it stands for one to eight of them."""
    return re.compile(re.sub(_SPACES, _spaces, pattern))


def _spaces(match: re.Match[str]) -> str:
    """A character class stays as it is."""
    return {" ?": " {0,8}", " ": " {1,8}"}.get(match[0], match[0])


class Match:
    """What a rule's pattern matched: its named groups, and the offsets of the whole.

    Many rules are matched as one pattern: `groups` tells which of its groups are the rule's own, `end` where it ends.
    """

    __slots__ = ("_found", "_groups", "end", "start")

    def __init__(self, found: re.Match[str], groups: Mapping[str, int], end: int) -> None:
        self._found = found
        self._groups = groups
        self.start = found.pos
        self.end = end

    def __getitem__(self, name: str) -> str | Any:
        """The words of a group; None where it took no part. Raises KeyError where the pattern has no such group."""
        return self._found[self._groups[name]]

    def get(self, name: str) -> str | None:
        """The words of a group; None where it took no part or the pattern has no such group."""
        return self._found[self._groups[name]] if name in self._groups else None

    @property
    def own_start(self) -> int:
        """Where the words of time begin: at the group "own"; of a pattern without it, at its start."""
        return self._found.start(self._groups["own"]) if "own" in self._groups else self.start

    @property
    def words(self) -> str:
        """All words that were matched."""
        return self._found.string[self.start : self.end]


@dataclass(frozen=True, slots=True)
class Rule:
    """What all rules share: `name` is its link in a deadline's chain of rules."""

    name: str
    starts: frozenset[str]
    pattern: str

    @property
    def full_pattern(self) -> str:
        """The pattern with what must follow it."""
        return self.pattern

    @property
    def first_words(self) -> frozenset[str]:
        """The words that a match can begin with; any number is also one of each sort of numbers."""
        return self.starts | NUMBERS if DIGITS in self.starts else self.starts


@dataclass(frozen=True, slots=True)
class NounRule(Rule):
    """Names a period. `build` may decline with None ("32 May"); a bare one is a deadline without any frame."""

    build: Callable[[Match], Noun | None]
    words: frozenset[str] = frozenset()
    is_bare: bool = False
    far: frozenset[str] = frozenset()

    @property
    def full_pattern(self) -> str:
        """The pattern, ending where a word ends."""
        return self.pattern + _ENDS_WORD


@dataclass(frozen=True, slots=True)
class PartRule(Rule):
    """Stands before a noun and narrows it."""

    build: Callable[[Match, Noun], Noun | None]
    is_bare: bool = False
    words: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class FrameRule(Rule):
    """Stands before a noun and makes a deadline of it."""

    build: Callable[[Match, Noun], Meaning | None]
    words: frozenset[str] = frozenset()
    far: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class JointRule(Rule):
    """Takes two nouns: `pattern` before the first (empty: nothing), `link` between them; a bare one needs no frame."""

    link: str
    build: Callable[[Noun, Noun], Noun | None]
    words: frozenset[str] = frozenset()
    is_bare: bool = True


@dataclass(frozen=True, slots=True)
class TailRule(Rule):
    """Follows a noun and makes a deadline of it, whatever stands before: "31 March at the latest".

    With `behind` only where one of the rules of these names has read what stands before: "before March is out".
    """

    build: Callable[[Noun], Meaning]
    words: frozenset[str] = frozenset()
    behind: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class PhraseRule(Rule):
    """A deadline of its own."""

    build: Callable[[Match], Meaning | None]
    words: frozenset[str] = frozenset()
    far: frozenset[str] = frozenset()

    @property
    def full_pattern(self) -> str:
        """The pattern, ending where a word ends."""
        return self.pattern + _ENDS_WORD


@dataclass(frozen=True, slots=True)
class LengthRule(Rule):
    """Takes a length of time: `pattern` stands before it (empty: nothing), `tail` behind it, then a noun where
    `takes_noun`.

    `build` is given the length, the match of the tail and the noun; None for words of time that are no deadline.
    `is_told` where the words belong to a story ("two days later").
    """

    tail: str
    build: LengthBuild | None
    takes_noun: bool = False
    words: frozenset[str] = frozenset()
    is_told: bool = False

    @property
    def full_tail(self) -> str:
        """The tail, ending where a word ends unless a noun follows."""
        return self.tail if self.takes_noun else self.tail + _ENDS_WORD


@dataclass(frozen=True, slots=True)
class FactRule(Rule):
    """Words of time that are no deadline; where `takes_noun` a noun follows and is stepped over with them."""

    takes_noun: bool = False
    words: frozenset[str] = frozenset()


AnyRule: TypeAlias = NounRule | PartRule | FrameRule | JointRule | TailRule | PhraseRule | LengthRule | FactRule


@dataclass(frozen=True, slots=True)
class Family:
    """The rules of one kind of wording, with texts that they read and texts that they leave alone."""

    name: str
    rules: tuple[AnyRule, ...]
    examples: tuple[Example, ...] = field(repr=False)
    counterexamples: tuple[str, ...] = field(repr=False)


@dataclass(frozen=True, slots=True)
class Happening:
    """Words that tell of an event: its names, patterns that say that it has happened, and that it will or may."""

    names: tuple[str, ...]
    told: str
    expected: str


@dataclass(frozen=True, slots=True)
class Telling:
    """How a clause tells of the past, as patterns.

    begins    stands right before a clause
    told      a clause up to a day that it tells of as past
    not_told  stands in a clause that tells of no past, whatever verb it has
    heads     stands right before the first clause of a sentence, and at the start of a text
    joins     stands right before a further one, where no comma may part it from its first words
    behind    what follows a day at the head of a clause that tells of it as past
    on        what may join the day to such a clause
    compared  a clause up to a length of time that it looks back over: "its first rise" (in two years)
    over      what joins that length to it
    goes_on   lies between a day told as past and a following one ("and left the next day") that is past, too
    is_said   what a comparison may stand behind, though it tells of what will be: "it will be" (the first in years)
    """

    begins: str
    told: str
    not_told: str
    heads: str
    joins: str
    behind: str
    on: str
    compared: str
    over: str
    goes_on: str
    is_said: str


@dataclass(frozen=True, slots=True)
class LengthWords:
    """How a language writes a length of time; one of its `units` is in each. `build` may decline ("0 days")."""

    starts: frozenset[str]
    units: frozenset[str]
    pattern: str
    build: Callable[[re.Match[str]], Length | None]


@dataclass(frozen=True, slots=True)
class Language:
    """A language: its families of rules, its lengths, the article before a noun, and what links a list's items.

    `further` is a pattern of what stands between two deadlines of a list of things ("half by June and the rest by
    December"): those go on from year to year. `numbers` is a pattern of those that can be a date where a text holds no
    other word of time; `respectively` gives each thing of one list the deadline at its place in another; `telling`
    knows a clause about the past; `happenings` tell on which days the events of a text fall; `apart` is a pattern of
    what keeps "two weeks later" apart from a date before it; `founded` are two, of what stands before and behind the
    day on which somebody is appointed who then has so long ("a panel will be named by 27 May and is to report within").
    """

    families: tuple[Family, ...]
    lengths: LengthWords
    article: str
    list_link: str
    further: str
    numbers: str
    respectively: str
    telling: Telling
    happenings: tuple[Happening, ...] = ()
    apart: str = "(?!)"
    founded: tuple[str, str] = ("(?!)", "(?!)")

    @property
    def rules(self) -> tuple[AnyRule, ...]:
        """The rules of all families, in order."""
        return tuple(rule for family in self.families for rule in family.rules)
