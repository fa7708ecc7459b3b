"""What the parts of extraction hand to one another: a sentence and its clauses."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from tracker.extraction.reading import lowered

if TYPE_CHECKING:
    from tracker.core.deadline import Deadline, Span
    from tracker.extraction.reading import Reading
    from tracker.extraction.rules import Cue

_WORD = re.compile(r"[a-z]+(?:'[a-z]+)?")


class Sentence(NamedTuple):
    """One sentence of an announcement, ready to be judged; `sentence_of` makes it.

    reading     its text with where it stood; for a bullet the stem stands before it, and `begins` is where its own
                words start
    text        what is matched: the stem and the sentence, spaces and quotes made plain
    low         the same in lower case, character for character
    words       its words in lower case, each once; a contraction counts whole and in its parts ("we'll", "we", "'ll");
                a colon and a question mark are words too
    span        its place in the announcement
    heading     the nearest heading above, in lower case
    """

    reading: Reading
    text: str
    low: str
    words: frozenset[str]
    span: Span
    begins: int
    heading: str
    is_bullet: bool


def sentence_of(
    reading: Reading, span: Span, *, begins: int = 0, heading: str = "", is_bullet: bool = False
) -> Sentence:
    """A sentence from its text and its place."""
    low = lowered(reading.text)
    return Sentence(reading, reading.text, low, _words_of(low), span, begins, heading, is_bullet)


def _words_of(low: str) -> frozenset[str]:
    found = _WORD.findall(low)
    if "'" in low:
        for word in [word for word in found if "'" in word]:
            head, _, tail = word.partition("'")
            found += (head, "'" + tail)
    found += [mark for mark in ":?" if mark in low]
    return frozenset(found)


class Predicate(NamedTuple):
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


class Clause(NamedTuple):
    """A part of a sentence that one cue governs.

    start, end      the clause in the reading
    cue_start, cue_end
    subject_span    where the subject stands in the reading: the words before the cue that it is said of; those of an
                    earlier clause where this one has none of its own ("and will open")
    predicate       the verb that the cue leads to
    deed_span       where the deed stands, if the cue's own words hold it ("completion is planned for …")
    subject         the subject in lower case; `subject_text` as it is written
    said            the cue's own words, `before` everything in the sentence ahead of them, `behind` what follows to the
                    clause's end; all in lower case
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
    deadlines: tuple[Deadline, ...]
    deed_span: Span | None
    subject: str
    subject_text: str
    said: str
    before: str
    behind: str
    voucher_span: Span | None = None

    @property
    def voucher(self) -> str:
        """Who gives the word for it, as it is written; empty where the clause stands for itself."""
        return self.voucher_span.of(self.sentence.text) if self.voucher_span else ""

    @property
    def has_own_subject(self) -> bool:
        """True where the clause says itself who, and does not go on with the subject of the one before."""
        return self.start <= self.subject_span.start < self.subject_span.end
