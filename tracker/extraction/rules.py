"""What a language adds to, one file each: cues, which make a clause a candidate, and guards, which speak against it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from tracker.extraction.candidate import Clause


@dataclass(frozen=True, slots=True)
class Cue:
    """A wording that makes a clause a candidate.

    pattern         matched in lower case where a word begins, or at the sentence's own beginning only (^); what is
                    promised begins where it ends, unless a group "deed" holds it; a group "who" holds who is charged
    words           one of them stands in every match: the gate
    is_nominal      the deed stands before the cue ("the opening is planned for May")
    reach           None, or how many characters off at the most the words of time may stand without which it
                    promises nothing ("the office opens on Monday")
    is_last_resort  tried only where a sentence names a time ahead and no other cue stands in it; needs no words
    """

    name: str
    pattern: str
    words: frozenset[str]
    examples: tuple[str, ...]
    counterexamples: tuple[str, ...]
    is_nominal: bool = False
    reach: int | None = None
    is_last_resort: bool = False


@dataclass(frozen=True, slots=True)
class Guard:
    """A reason why a clause with a cue is no commitment; its name is the name of its feature.

    words       one of them stands in every sentence that it speaks against: the gate; empty where it has none
    `examples` are sentences that it speaks against, `counterexamples` sentences that look alike and pass.
    """

    name: str
    reason: str
    applies: Callable[[Clause], bool]
    examples: tuple[str, ...]
    counterexamples: tuple[str, ...]
    words: frozenset[str] = frozenset()
