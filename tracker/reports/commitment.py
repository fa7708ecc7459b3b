"""One commitment whole: what was said, what was read from it and why, what became of it, and its story."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import accumulate
from typing import TYPE_CHECKING

from tracker.core.commitment import PromisorSource
from tracker.core.timing import standing_of
from tracker.reports.explanation import deadline_facts
from tracker.reports.history import history_table
from tracker.reports.reasons import tell_feature, telling
from tracker.reports.standing import tell_standing
from tracker.reports.table import Cell, Column, Fact, Facts, Passage, Report, Section, Table, Tone
from tracker.reports.trail import (
    amendment_table,
    evidence_table,
    last_move,
    note_table,
    occurrence_table,
    tell_move,
)
from tracker.reports.wishes import wish_facts
from tracker.reports.wording import (
    STATUS_TONES,
    TIMING_TONES,
    count,
    instant_cell,
    listed_or_quoted,
    spell_date_source,
)

if TYPE_CHECKING:
    from tracker.core.commitment import Commitment
    from tracker.core.deadline import Span
    from tracker.core.occurrence import Occurrence
    from tracker.core.record import StoredAnnouncement, StoredCommitment
    from tracker.core.timing import Standing
    from tracker.reports.snapshot import CommitmentSnapshot

CONTEXT = 160
"""Characters of the announcement shown before and after the sentence, at the most."""
_ITEM = re.compile(r"\n[ \t]*(?=(?:[-–—•‣*]|\d{1,2}[.)])(?:\s|$))")
FEATURES = (Column("name", "THE SENTENCE"), Column("weight", "COUNTS"))
MUCH = 1.5
"""A feature's weight, in log odds, from which on it counts much."""

SOURCE_WORDS = {
    PromisorSource.SUBJECT: "",
    PromisorSource.AGENT: "",
    PromisorSource.SPEAKER: " (inferred: the speaker)",
    PromisorSource.PUBLISHER: " (inferred: the publisher)",
    PromisorSource.PERSON: "",
    PromisorSource.UNKNOWN: " (inferred)",
}


def report_commitment(snapshot: CommitmentSnapshot) -> Report:
    """One commitment on one day; of a recurring one, the occurrence asked for and all of them in a table."""
    commitment = snapshot.commitment
    standing = standing_of(commitment, snapshot.occurrence or commitment.current, snapshot.today)
    sections = (
        Section("quote", "", Passage(_quote(commitment.found, snapshot), is_joined=True)),
        Section("announcement", "", Facts(_announcement(snapshot.announcement))),
        Section("standing", "", Facts(_standing(standing, snapshot))),
        Section("commitment", "", Facts(_commitment(commitment))),
        Section("alerts", "", Facts(wish_facts(snapshot, standing.occurrence))),
        Section("deadline", "Why this date", Facts(_deadline(standing.occurrence, snapshot))),
        Section("occurrences", "Occurrences", occurrence_table(commitment, snapshot.today)),
        Section("amendments", _slippage_heading(standing.occurrence), amendment_table(snapshot)),
        Section("evidence", "Evidence", evidence_table(snapshot)),
        Section("notes", "Notes", note_table(snapshot)),
        Section("history", "History", history_table(snapshot.history, snapshot.zone)),
        Section("features", "Why it counts as a commitment", _features(commitment.found)),
    )
    return Report("commitment", f"{commitment.number}  {commitment.found.deed}", sections, snapshot.today)


def _quote(found: Commitment, snapshot: CommitmentSnapshot) -> tuple[Fact, ...]:
    """The sentence between the words that stand around it in its announcement, where that is still kept."""
    before, after = context_of(snapshot.announcement, found.span)
    said = " ".join(found.sentence.split())
    return (
        Fact("before", "before", Cell(before, ahead_of(before), Tone.MUTED)),
        Fact(
            "sentence",
            "sentence",
            Cell(found.sentence, listed_or_quoted(said, is_of_row=snapshot.is_of_row), Tone.STRONG),
        ),
        Fact("after", "after", Cell(after, behind(after), Tone.MUTED)),
    )


def ahead_of(before: str) -> str:
    """What stands before a sentence, with the space between them."""
    return f"{before} " if before else ""


def behind(after: str) -> str:
    """What stands after a sentence, with the space between them; an item of a list begins a line of its own."""
    return f" {after}" if after and not after.startswith("\n") else after


def context_of(stored: StoredAnnouncement, span: Span) -> tuple[str, str]:
    """What stands on each side of a span in its paragraph, cut between words; quotation marks at the seams go.

    The items of a list stay lines of their own.
    """
    text = "" if stored.is_erased else stored.announcement.text
    before = _words(re.split(r"\n\s*\n", text[: span.start])[-1].rstrip("“‘\"' \n"))
    after = _words(re.split(r"\n\s*\n", text[span.end :])[0].lstrip("”’\"' "))
    kept_before = _fitting(before[::-1])[::-1]
    kept_after = _fitting(after)
    opening = "… " if len(kept_before) < len(before) else ""
    closing = " …" if len(kept_after) < len(after) else ""
    return opening + _lined(kept_before), _lined(kept_after) + closing


def _words(text: str) -> list[str]:
    """The words of a text; the first one of an item of a list begins with its line's end."""
    first, *items = _ITEM.split(text)
    return [*first.split(), *(word for item in items for word in f"\n{' '.join(item.split())}".split(" "))]


def _lined(words: list[str]) -> str:
    return " ".join(words).replace(" \n", "\n")


def _fitting(words: list[str]) -> list[str]:
    """As many of the first words as fit into the context."""
    ends = accumulate(len(word) + 1 for word in words)
    return [word for word, end in zip(words, ends, strict=True) if end <= CONTEXT]


def _announcement(stored: StoredAnnouncement) -> tuple[Fact, ...]:
    announcement = stored.announcement
    title = "(erased)" if stored.is_erased else announcement.title
    source = f" (date: {spell_date_source(announcement.date_source)})"
    return (
        Fact("number", "announcement", Cell(stored.number, f"{stored.number}  {title}".rstrip())),
        Fact("title", "", Cell(announcement.title)),
        Fact("publisher", "publisher", Cell(announcement.publisher)),
        Fact("announced_on", "announced on", Cell(announcement.announced_on, f"{announcement.announced_on}{source}")),
        Fact("date_source", "", Cell(announcement.date_source.value)),
        Fact("url", "url", Cell(announcement.url)),
        Fact("origin", "read from", Cell(announcement.origin, tone=Tone.MUTED)),
        Fact("ingested_at", "", Cell(stored.ingested_at)),
        Fact("is_erased", "", Cell(stored.is_erased)),
    )


def _standing(standing: Standing, snapshot: CommitmentSnapshot) -> tuple[Fact, ...]:
    occurrence = standing.occurrence
    tone = TIMING_TONES.get(standing.timing) or STATUS_TONES.get(occurrence.status, Tone.PLAIN)
    return (
        Fact("told", "stands", Cell(tell_standing(standing, snapshot.zone), tone=tone)),
        Fact("status", "", Cell(occurrence.status.value)),
        Fact("timing", "", Cell(standing.timing.value)),
        Fact("days", "", Cell(standing.days)),
        Fact("due", "", Cell(occurrence.due)),
        Fact("occurrence", "", Cell(occurrence.number)),
        Fact("done_on", "", Cell(occurrence.done_on)),
        Fact("review_on", "", Cell(occurrence.review_on)),
        Fact("reason", "", Cell(occurrence.reason)),
        Fact("settled_by", "", Cell(occurrence.settled_by)),
        Fact("settled_at", "", instant_cell(occurrence.settled_at, snapshot.zone)),
        Fact("superseded_by", "", Cell(occurrence.superseded_by)),
    )


def _commitment(commitment: StoredCommitment) -> tuple[Fact, ...]:
    found, promisor = commitment.found, commitment.found.promisor
    name = (promisor.name or "unknown") + SOURCE_WORDS[promisor.source]
    return (
        Fact("id", "", Cell(commitment.number)),
        Fact("uuid", "", Cell(commitment.uuid)),
        Fact("promisor", "promisor", Cell(promisor.name, name)),
        Fact("promisor_source", "", Cell(promisor.source.value)),
        Fact("deed", "deed", Cell(found.deed)),
        Fact("review", "", Cell(commitment.review.value)),
        Fact("tracked_on", "tracked since", Cell(commitment.tracked_on)),
        Fact("dismissed_for", "", Cell(commitment.dismissed_for)),
        Fact("owner", "owner", Cell(commitment.owner)),
        Fact("tags", "tags", Cell(tuple(sorted(commitment.tags)))),
        Fact("span", "", Cell((found.span.start, found.span.end))),
        Fact("band", "", Cell(found.band.value)),
        Fact("score", "", Cell(found.score)),
    )


def _deadline(occurrence: Occurrence, snapshot: CommitmentSnapshot) -> tuple[Fact, ...]:
    """The due date with its reason: its last move, where it was moved, and how the first one was read. The grammar's
    rules are for machines: the explanation says it in words."""
    deadline, last = snapshot.commitment.found.deadline, last_move(occurrence, snapshot)
    none = Cell(occurrence.due, None if occurrence.due else "none: the sentence names no time")
    read = deadline_facts(deadline, occurrence.due) if deadline else (Fact("due", "due", none),)
    headings = {"rules": "", **({"explanation": "the first date"} if last else {})}
    first = Cell(occurrence.first_due, None if occurrence.slippage else "")
    return (
        *(replace(fact, heading=headings.get(fact.name, fact.heading)) for fact in read),
        Fact("first_due", "first due", first),
        Fact("moved", "moved", Cell(last.new_due if last else None, tell_move(last, snapshot.zone) if last else "")),
        Fact("slippage", "", Cell(occurrence.slippage)),
    )


def _slippage_heading(occurrence: Occurrence) -> str:
    if occurrence.slippage == 0:
        return "Amendments"
    way = "later" if occurrence.slippage > 0 else "earlier"
    return f"Amendments: {count(abs(occurrence.slippage), 'day')} {way} than first announced"


def _features(found: Commitment) -> Table:
    """The features that spoke loudest for it."""
    rows = (
        (Cell(name, tell_feature(name, weight)), Cell(weight, _tell_weight(weight)))
        for name, weight in telling(found.features)
    )
    return Table(FEATURES, tuple(rows))


def _tell_weight(weight: float) -> str:
    """What a weight comes to, in words."""
    much = "much " if abs(weight) >= MUCH else ""
    return f"{much}for it" if weight >= 0 else f"{much}against it"
