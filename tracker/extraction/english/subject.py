"""The subject of a clause without what leads up to it or is put in between."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tracker.core.deadline import Span
from tracker.extraction.english.nouns import ACTOR, head_of, is_name

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tracker.core.deadline import Deadline

_LABEL = re.compile(
    r"(?:date:? )?\d{4}-\d\d-\d\d |(?:Sec|Section|Art|Article)\.? \d+\.? |[A-Z][A-Z'’., ]{2,} ?(?:--|[—–:-]) ?"
)
_FRONTED = re.compile(
    r"(?:last|this|earlier this|late last) (?:week|month|year|night|[a-z]+day) (?=the |[A-Z])"
    r"|(?:we|i|they|he|she) (?:also |all |still )?(?:believe|think|hope|trust|feel|know|fear)s? (?:that )?(?=\w)"
    r"|in (?:19|20)\d\d (?=[a-z])|(?:[a-z]+|\d+) (?:years?|months?|weeks?|days?) ago,? (?=[a-z])|"
    r"in return (?=[a-z])"
    r"|(?:at |in )?which (?![^,]*, )|in (?:a|its|the) (?:letter|statement|report|note|speech|decision|"
    r"order)(?: [^,]{2,30}?)? (?=the )"
    r"|(?:first|next|further|later|together|finally), |(?:and|but|so|also|meanwhile|separately|then|however|moreover|"
    r"today|tonight|replying|asked|"
    r"instead|furthermore|additionally|"
    r"yesterday|now|in turn|in addition|similarly|therefore|as a result)\b,? "
    r"|(?:[a-z]+ing|under|of|by|in|on|at|from|within|before|after|to|for|with|having|during|as|over|ahead|"
    r"following|once|when|while|whenever|wherever|until|since|if|unless|provided|assuming|"
    r"because|not|which|at which|in which|although|alongside|between|besides|through|using|building|addressing|"
    r"highlighting|according|replying|"
    r"asked)\b[^,]*, ",
    re.IGNORECASE,
)
_LIST = re.compile(r"^(?:[^,]{2,50}, )+(?:and )?[^,]{2,50}(?: and|,) [^,]{2,60}$")
_AUXILIARIES = (
    "has|have|had|was|were|been|now|also|is|are|then|each|both|all|currently|therefore|next|again|first|soon|later|hereby|can|could|may|do|does|did|"
    "finally|still|further|already"
)
_AUXILIARY = re.compile(rf"(?<=\S),? (?:{_AUXILIARIES}),? ?(?=$)")
_LONGEST_AUXILIARY = len(", currently, ")
_RELATIVE = re.compile(r",? \b(?:which|who|that)\b")
# An object may stand ahead of its subject: "The old pier we will mend".
_PRONOUN_LAST = re.compile(r"[ ,](?P<pronoun>i|we|he|she|it|they)[ ,]*$", re.IGNORECASE)
_LONGEST_PRONOUN = len(" they") + 10  # and marks
_COMMA = re.compile(r",(?!\d{3})")
_MOST_WORDS = 6
_STRIPPED = " ,\"'“”"


def _told_apart(text: str, start: int, comma: int, end: int) -> tuple[int, int]:
    """Of words with a comma in them the subject: what stands ahead of it, with its name if that follows.

    What stands behind the last comma, where only that is somebody.
    """
    last = text.rfind(", ", start, end) + 2
    behind = text[last:end].strip(_STRIPPED)
    ahead = text[start:comma].lower()
    if (
        not ACTOR.search(head_of(ahead))
        and ACTOR.search(head_of(behind.lower()))
        and len(behind.split()) <= _MOST_WORDS
    ):
        return last, end
    is_named = len(ahead.split()) <= _MOST_WORDS and is_name(behind) and text.find(",", comma + 1, last - 2) < 0
    return start, end if is_named else comma


def after_label(text: str) -> int:
    """Where a sentence begins behind what it is labelled with ("Sec. 5. The …", "LEE: We …"); 0 where it has none."""
    match = _LABEL.match(text)
    return match.end() if match else 0


def narrow(text: str, span: Span, deadlines: Sequence[Deadline]) -> Span:
    """The place of the subject itself within the words that stand before a cue."""
    start, end = span.start, span.end
    if match := _LABEL.match(text, start, end):
        start = match.end()
    start += len(text[start:end]) - len(text[start:end].lstrip(" "))
    while True:
        led_by = [found.span.end for found in deadlines if 0 <= found.span.start - start <= 2 and found.span.end < end]
        if led_by:
            start = max(led_by)
        elif match := _FRONTED.match(text, start, end):
            start = match.end()
        else:
            break
    while match := _AUXILIARY.search(text, max(start, end - _LONGEST_AUXILIARY), end):
        end = match.start()
    if match := _RELATIVE.search(text, start + 1, end):
        end = match.start()
    if pronoun := _PRONOUN_LAST.search(text, max(start + 1, end - _LONGEST_PRONOUN), end):
        start = pronoun.start("pronoun")
    words = text[start:end]
    start += len(words) - len(words.lstrip(_STRIPPED))
    end = max(start, start + len(text[start:end].rstrip(_STRIPPED)))
    if (comma := _COMMA.search(text, start, end)) and not _LIST.match(text[start:end].rstrip(_STRIPPED)):
        start, end = _told_apart(text, start, comma.start(), end)
    words = text[start:end]
    start += len(words) - len(words.lstrip(_STRIPPED))
    return Span(start, max(start, start + len(text[start:end].rstrip(_STRIPPED))))
