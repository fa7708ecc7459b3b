"""The dateline ahead of an announcement's first sentence: "ISLAMABAD, Aug 11 — The canal …"."""

from __future__ import annotations

import re

from tracker.core.deadline import Span

# Two or three letters alone are the initials of who is charged: "JB – Order the glass".
_IN_CAPITALS = r"(?:[A-ZÀ-Þ][A-ZÀ-Þ'.-]{3,}|[A-ZÀ-Þ][A-ZÀ-Þ'.-]{1,2} [A-ZÀ-Þ][A-ZÀ-Þ'.-]+)(?: [A-ZÀ-Þ'.-]+){0,3}"
_PLACE = r"[A-ZÀ-Þ][\w'.-]{1,30}(?: (?:of|de|du|la|al|upon|[A-ZÀ-Þ])[\w'.-]{0,30}){0,3}"
_REGION = r"(?:, (?:[A-Z][A-Za-z]{1,15}\.?|[A-Z]\.[A-Z]\.)(?: [A-Z][a-z]{1,15})?){0,2}"
_DAY = (
    r"(?:,? (?:[A-Z][a-z]{2,5}day,? )?(?:[A-Z][a-z]{2,8}\.? \d{1,2}|\d{1,2} [A-Z][a-z]{2,8}\.?)(?:,? \d{4})?"
    r"(?: \([A-Z][a-z]{2,5}day\))?)"
)
_AGENCY = r"(?:,? \([A-Za-z./ ]{2,30}\)|, [A-Z]{2,8})"
_DASH = r" ?(?:--|[—–]|(?<= )-(?= )) ?(?=[\"'A-ZÀ-Þ0-9])"
_DATELINE = re.compile(
    rf"{_IN_CAPITALS}{_REGION}{_DAY}?{_AGENCY}?{_DASH}|{_PLACE}{_REGION}{_DAY}{_AGENCY}?{_DASH}(?=.{{60}})"
)
_LONGEST = 120


def without_dateline(folded: str, sentence: Span) -> Span:
    """The place of a sentence behind its dateline, in a text whose quotes and spaces are plain.

    A place in small letters counts only with a day behind it, and ahead of more than an entry ("Porto, 9 June – Second
    meeting").
    """
    match = _DATELINE.match(folded, sentence.start, min(sentence.end, sentence.start + 2 * _LONGEST))
    if not match or match.end() - sentence.start > _LONGEST or match.end() >= sentence.end:
        return sentence
    return Span(match.end(), sentence.end)
