"""What the parts of extraction hand to one another: a sentence and its clauses."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tracker.core.deadline import Deadline, Span
    from tracker.extraction.reading import Reading
    from tracker.extraction.rules import Cue

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
        """Its words in lower case, each once; a contraction counts whole and in its parts ("we'll", "we", "'ll").

        A colon and a question mark are words too.
        """
        found = _WORD.findall(self.low)
        if "'" in self.low:
            for word in [word for word in found if "'" in word]:
                head, _, tail = word.partition("'")
                found += (head, "'" + tail)
        return frozenset((*found, *(mark for mark in ":?" if mark in self.low)))


@dataclass(frozen=True, slots=True)
class Predicate:
    """The verb that a cue leads to, and how it stands.

    start       where the verb begins in the words behind the cue
    is_passive  "be" with a past participle
    is_deed     people decide to do it
    """

    verb: str
    start: int
    is_negated: bool
    has_be: bool
    is_passive: bool
    is_deed: bool

    @property
    def is_state(self) -> bool:
        """True for "be" with no participle: "be ready", "be a success", "be running"."""
        return self.has_be and not self.is_passive


@dataclass(frozen=True)
class Clause:
    """A part of a sentence that one cue governs.

    start, end      the clause in the reading
    cue_start, cue_end
    subject         the words before the cue that it is said of, in lower case; those of an earlier clause where
                    this one has none of its own ("and will open")
    subject_span    where the subject stands in the reading
    predicate       the verb that the cue leads to
    deed_span       where the deed stands, if the cue's own words hold it ("completion is planned for …")
    voucher_span    where stands who gives the word for it, in "X promised that Y would"
    """

    sentence: Sentence
    cue: Cue
    start: int
    end: int
    cue_start: int
    cue_end: int
    subject_span: Span
    predicate: Predicate
    deadlines: tuple[Deadline, ...] = ()
    voucher_span: Span | None = None
    deed_span: Span | None = None

    @cached_property
    def subject(self) -> str:
        """The subject in lower case."""
        return self.subject_span.of(self.sentence.low)

    @cached_property
    def subject_text(self) -> str:
        """The subject as it is written."""
        return self.subject_span.of(self.sentence.text)

    @property
    def voucher(self) -> str:
        """Who gives the word for it, as it is written; empty where the clause stands for itself."""
        return self.voucher_span.of(self.sentence.text) if self.voucher_span else ""

    @cached_property
    def behind(self) -> str:
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
