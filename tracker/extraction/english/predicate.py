"""The verb that a cue leads to: "will soon be |opened|", "is to |publish|"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from tracker.extraction.english.verbs import deed_words, participles

if TYPE_CHECKING:
    from tracker.extraction.candidate import Clause

_PREDICATE = re.compile(
    r"^[ :]*(?:,[^,]{2,70}, ?)?(?:(?:also|now|then|soon|first|still|finally|therefore|meanwhile|again|next|each|"
    r"both|all|in turn|too|once again|"
    r"jointly|together|[a-z]+ly),? )*"
    r"(?P<no>not |never |no longer )?"
    r"(?:(?:also|now|then|soon|first|again|only|[a-z]+ly) )*"
    r"(?P<be>(?:have |has )?(?:be|been|being) (?:(?:also|now|then|soon|first|again|[a-z]+ly) )*)?"
    r"(?:(?:start(?:ing)?|begin(?:ning)?|continu(?:e|ing)|keep(?:ing)?) (?:to (?=[a-z])|(?=[a-z]+ing\b)))?"
    r"(?P<verb>[a-z-]+)?"
)


@dataclass(frozen=True, slots=True)
class Predicate:
    """The verb of a promise, and how it stands: negated, passive ("be opened"), or a state ("be ready")."""

    verb: str
    start: int
    is_negated: bool
    has_be: bool

    @property
    def is_passive(self) -> bool:
        """True for "be" with a past participle."""
        return self.has_be and (self.verb in participles() or self.verb.endswith("ed"))

    @property
    def is_state(self) -> bool:
        """True for "be" with anything else: "be ready", "be a success", "be running"."""
        return self.has_be and not self.is_passive

    @property
    def is_deed(self) -> bool:
        """True where the verb is one of those that people decide to do."""
        return self.verb in (participles() if self.has_be else deed_words())


@lru_cache(maxsize=4096)
def _parse(predicate: str) -> Predicate:
    match = next(_PREDICATE.finditer(predicate))  # every part is optional, so there is always one
    start = match.start("verb") if match["verb"] else match.end()
    return Predicate(match["verb"] or "", start, bool(match["no"]), bool(match["be"]))


def predicate(clause: Clause) -> Predicate:
    """The verb that the clause's cue leads to."""
    return _parse(clause.predicate[:120])
