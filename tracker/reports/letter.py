"""A short question to a promisor's press office, to be edited and sent by a person."""

from __future__ import annotations

import textwrap
from datetime import timedelta
from typing import TYPE_CHECKING

from tracker.core.deadline import Sense
from tracker.core.occurrence import EvidenceState, Stance
from tracker.core.timing import standing_of
from tracker.reports.wording import count, spell_day

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from tracker.core.deadline import Deadline
    from tracker.core.occurrence import Occurrence
    from tracker.core.timing import Standing
    from tracker.reports.snapshot import CommitmentSnapshot

WIDTH = 72
"""Characters a line, as mail in plain text is wrapped."""

INDENT = "    "
ANSWER_WITHIN = timedelta(days=7)


def write_letter(snapshot: CommitmentSnapshot, to: str, by: str) -> str:
    """The letter on one occurrence of a commitment, as it stands on the snapshot's day, to whoever promised, signed by
    a person; in brackets what is not known, of either where it is empty."""
    return "\n\n".join("\n".join(lines) for lines in _paragraphs(snapshot, to, by)) + "\n"


def _paragraphs(snapshot: CommitmentSnapshot, to: str, by: str) -> Iterator[list[str]]:
    commitment = snapshot.commitment
    standing = standing_of(commitment, snapshot.occurrence or commitment.current, snapshot.today)
    subject = f"Your commitment of {_day(snapshot.announcement.announcement.announced_on)}: {commitment.found.deed}"
    yield [
        f"To: {to or '[the promisor]'}, press office",
        textwrap.shorten(f"Subject: {subject}", WIDTH, placeholder=" …"),
    ]
    yield ["Dear Sir or Madam,"]
    yield _wrapped(_source(snapshot))
    said = " ".join(commitment.found.sentence.split())
    yield _wrapped(said if snapshot.is_of_row else _quoted(said), INDENT)
    if snapshot.announcement.announcement.url:
        yield [INDENT + snapshot.announcement.announcement.url]
    if moved := _moved(standing.occurrence, snapshot):
        yield _wrapped(moved)
    reported = _reported_done(standing.occurrence, snapshot)
    yield from map(_wrapped, reported)
    yield _wrapped("Was it done, and on which day?" if reported else _question(standing))
    yield _wrapped(
        "Please point us to a page or a document that shows it. We should be glad of your answer by "
        f"{spell_day(snapshot.today + ANSWER_WITHIN)}."
    )
    yield ["Yours faithfully,", by or "[your name]"]


def _wrapped(text: str, indent: str = "") -> list[str]:
    return textwrap.wrap(
        text, WIDTH, initial_indent=indent, subsequent_indent=indent, break_long_words=False, break_on_hyphens=False
    )


def _day(day: date) -> str:
    return f"{day.day} {day:%B} {day.year}"


def _source(snapshot: CommitmentSnapshot) -> str:
    announcement = snapshot.announcement.announcement
    title = f" in “{announcement.title}”" if announcement.title else ""
    publisher = f" by {announcement.publisher}" if announcement.publisher else ""
    told = "listed" if snapshot.is_of_row else "announced"
    how = ", in a row that we give as a sentence" if snapshot.is_of_row else ""
    return f"On {_day(announcement.announced_on)} this was {told}{publisher}{title}{how}:"


def _moved(occurrence: Occurrence, snapshot: CommitmentSnapshot) -> str:
    """What became of the first due date, where it was moved; empty where it was not."""
    moves = [one for one in snapshot.amendments if one.occurrence == occurrence.id]
    if not moves or occurrence.first_due is None or occurrence.due is None or not occurrence.slippage:
        return ""
    way = "later" if occurrence.slippage > 0 else "earlier"
    return (
        f"The date was {_day(occurrence.first_due)} at first; it has since been moved to {_day(occurrence.due)}, "
        f"{count(abs(occurrence.slippage), 'day')} {way} ({moves[-1].source})."
    )


def _reported_done(occurrence: Occurrence, snapshot: CommitmentSnapshot) -> list[str]:
    """What accepted evidence reports as done, latest last; nobody is to be told that nothing shows it."""
    shown = [
        one
        for one in snapshot.evidence
        if one.occurrence == occurrence.id and (one.state, one.stance) == (EvidenceState.ACCEPTED, Stance.DONE)
    ]
    quotes = [f": “{' '.join(one.quote.split())}”" if one.quote else "" for one in shown]
    return [f"It is reported done in {one.reference}{quote}" for one, quote in zip(shown, quotes, strict=True)]


def _quoted(sentence: str) -> str:
    """A sentence in quotation marks, unless it has a pair around it already."""
    is_quoted = sentence.startswith("“") and sentence.endswith("”") and sentence.count("“") == 1
    return sentence if is_quoted else f"“{sentence}”"


def _question(standing: Standing) -> str:
    due, days = standing.occurrence.due, standing.days
    if due is None or days is None:
        return f"{_undated(standing.commitment.found.deadline)} What has been done so far, and by when will it be done?"
    if standing.commitment.found.sense is Sense.KEEP:
        return _question_on_what_is_kept(spell_day(due), days)
    if days > 0:
        return (
            f"We read this to be due by {spell_day(due)}, in {count(days, 'day')}. What has been done so far, and will "
            "the date be kept?"
        )
    if days == 0:
        return f"We read this to be due today, {spell_day(due)}. Has it been done? If not, by when will it be?"
    return (
        f"We read this to have been due by {spell_day(due)}, {count(-days, 'day')} ago, and our records do not show "
        "that it was done. Has it been done, and on which day? If not, by when will it be?"
    )


def _undated(said: Deadline | None) -> str:
    """What is known of the date of what has none: what it hangs on, or the words that name no day."""
    if said is None or said.due is not None:
        return "We know of no date for it."
    words = f"“{' '.join(said.words.split())}”"
    if said.condition is not None:
        event = " ".join(said.condition.event.split())
        return f"Its date, {words}, hangs on an event: “{event}”. Has that come about, and on which day?"
    return f"We read no day in {words}."


def _question_on_what_is_kept(due: str, days: int) -> str:
    if days >= 0:
        left = f"for {count(days, 'day')} more" if days else "until today"
        return f"We read this to hold until {due}, {left}. Does it still hold, and will it until then?"
    return f"We read this to have held until {due}, {count(-days, 'day')} ago. Was it kept all that time?"
