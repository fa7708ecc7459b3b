"""What the parts of extraction hand to one another: a sentence, its clauses, and what cues and guards are."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from tracker.core.deadline import Deadline, Span
    from tracker.extraction.reading import Reading

_WORD = re.compile(r"[a-z]+(?:'[a-z]+)?")


@dataclass(frozen=True)
class Sentence:
    """One sentence of an announcement, ready to be judged.

    reading     its text; for a bullet the stem stands before it, and `begins` is where its own words start
    low         the same in lower case, character for character
    span        its place in the announcement
    heading     the nearest heading above, in lower case
    """

    reading: Reading
    low: str
    span: Span
    begins: int = 0
    heading: str = ""
    is_bullet: bool = False

    @property
    def text(self) -> str:
        """What is matched: the stem and the sentence, spaces and quotes made plain."""
        return self.reading.text

    @cached_property
    def words(self) -> frozenset[str]:
        """Its words in lower case, each once; a contraction counts whole and in its parts ("we'll", "we", "'ll")."""
        found = set(_WORD.findall(self.low))
        for word in [word for word in found if "'" in word]:
            head, _, tail = word.partition("'")
            found |= {head, "'" + tail}
        if ":" in self.low:
            found.add(":")
        return frozenset(found)


@dataclass(frozen=True, slots=True)
class Cue:
    """A wording that makes a clause a candidate.

    pattern         matched in lower case; what is promised begins where it ends
    words           one of them stands in every match: the gate
    is_nominal      the deed stands before the cue ("the opening is planned for May")
    reach           None, or how many characters off at the most the words of time may stand without which it
                    promises nothing ("the office opens on Monday")
    """

    name: str
    pattern: str
    words: frozenset[str]
    examples: tuple[str, ...]
    counterexamples: tuple[str, ...]
    is_nominal: bool = False
    reach: int | None = None


@dataclass(frozen=True)
class Clause:
    """A part of a sentence that one cue governs.

    start, end      the clause in the reading
    cue_start, cue_end
    subject         the words before the cue that it is said of, in lower case; those of an earlier clause where
                    this one has none of its own ("and will open")
    subject_span    where the subject stands in the reading
    """

    sentence: Sentence
    cue: Cue
    start: int
    end: int
    cue_start: int
    cue_end: int
    subject_span: Span
    deadlines: tuple[Deadline, ...] = ()

    @cached_property
    def subject(self) -> str:
        """The subject in lower case."""
        return self.subject_span.of(self.sentence.low)

    @cached_property
    def subject_text(self) -> str:
        """The subject as it is written."""
        return self.subject_span.of(self.sentence.text)

    @cached_property
    def predicate(self) -> str:
        """The words from behind the cue to the clause's end, in lower case."""
        return self.sentence.low[self.cue_end : self.end].lstrip(" ")

    @cached_property
    def said(self) -> str:
        """The cue's own words, in lower case."""
        return self.sentence.low[self.cue_start : self.cue_end]

    @cached_property
    def before(self) -> str:
        """Everything in the sentence ahead of the cue, in lower case."""
        return self.sentence.low[: self.cue_start]


@dataclass(frozen=True, slots=True)
class Guard:
    """A reason why a clause with a cue is no commitment; its name is the name of its feature.

    `examples` are sentences that it speaks against, `counterexamples` sentences that look alike and pass.
    """

    name: str
    reason: str
    applies: Callable[[Clause], bool]
    examples: tuple[str, ...]
    counterexamples: tuple[str, ...]
