"""Evidence in tables: what is proposed and what was decided, and what an announcement would propose."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tracker.core.occurrence import EvidenceState, Stance
from tracker.reports.grouping import grouped
from tracker.reports.marking import marked_words
from tracker.reports.proposal import describe_evidence, in_paragraph, tell_source
from tracker.reports.table import Cell, Column, Fact, Facts, Passage, Report, Section, Table, Tone
from tracker.reports.trail import STATE_TONES, quote_cell, tell_stance, told_with
from tracker.reports.wording import count, listed_or_quoted, promisor_cell

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from tracker.core.announcement import Announcement
    from tracker.core.match import Match
    from tracker.core.record import StoredCommitment
    from tracker.reports.snapshot import EvidenceSnapshot

EVIDENCE = (
    Column("number", "NO", is_number=True),
    Column("state", "STATE"),
    Column("told", "SAYS"),
    Column("id", "ID", is_number=True),
    Column("promisor", "PROMISOR", min_width=14),
    Column("deed", "DEED", min_width=24),
    Column("quote", "QUOTE", min_width=30),
    Column("reference", "WHERE", min_width=16),
)
MATCHES = (
    Column("told", "SAYS"),
    Column("id", "ID", is_number=True),
    Column("promisor", "PROMISOR", min_width=14),
    Column("deed", "DEED", min_width=24),
    Column("quote", "QUOTE", min_width=30),
    Column("words", "WORDS", min_width=14),
)
STORED = "It is stored already: tracker evidence list shows what was proposed of it."
STANCE_TONES = {
    Stance.DONE: Tone.GOOD,
    Stance.MOVED: Tone.WARNING,
    Stance.DROPPED: Tone.ALARM,
    Stance.NOT_DONE: Tone.ALARM,
    Stance.PARTLY_DONE: Tone.WARNING,
}


def report_evidence(shown: Sequence[EvidenceSnapshot]) -> Report:
    """Pieces of evidence, a row each; those that say the same follow the first of them."""
    rows = tuple(_row(one, group[0]) for group in groups_of(shown) for one in group)
    waiting = sum(one.evidence.state is EvidenceState.PROPOSED for one in shown)
    hint = "Decide with tracker review, or tracker evidence accept NO, reject NO." if waiting else ""
    return Report(
        "evidence", "", (Section("evidence", "", Table(EVIDENCE, rows), empty="No evidence waits.", hint=hint),)
    )


def report_matches(found: Iterable[tuple[Announcement, Sequence[tuple[Match, StoredCommitment]] | None]]) -> Report:
    """What each announcement would propose, one section each; of None, that it is stored already."""
    sections = tuple(
        Section(
            f"announcement_{number}",
            f"{one.title or one.publisher or one.origin or one.id or 'announcement'}, announced on {one.announced_on}",
            Table(MATCHES, tuple(_match_row(one, match, commitment) for match, commitment in matches or ())),
            empty=STORED if matches is None else "It speaks of nothing that is tracked.",
        )
        for number, (one, matches) in enumerate(found, 1)
    )
    return Report("match", "Nothing is stored.", sections)


def report_one_evidence(shown: EvidenceSnapshot, place: int, total: int) -> Report:
    """One piece of evidence as a reviewer sees it, the `place`-th of so many."""
    evidence, commitment = shown.evidence, shown.commitment
    quote = marked_words(evidence.quote, shown.match.words if shown.match else ())
    if shown.match and shown.announcement:
        quote = in_paragraph(quote, shown.announcement, shown.match.span)
    promised = f"{commitment.announced_on}: “{' '.join(commitment.found.sentence.split())}”"
    facts = (
        Fact("told", "says", _told_cell(evidence.stance, shown.match)),
        Fact("deed", "of", Cell(f"commitment {commitment.number}: {commitment.found.deed}")),
        Fact("promised", "promised", Cell(promised)),
        Fact("promisor", "promisor", promisor_cell(commitment)),
        Fact("due", "due", Cell(shown.occurrence.due, None if shown.occurrence.due else "none")),
        Fact("reference", "where", Cell(evidence.reference)),
    )
    sections = (
        Section("quote", tell_source(shown.announcement) if shown.announcement else "", Passage(quote, is_joined=True)),
        Section("proposal", "", Facts(facts)),
    )
    return Report("one_evidence", f"{place} of {total} · evidence {evidence.id}", sections)


def next_step(shown: EvidenceSnapshot) -> str:
    """The command that draws the conclusion from a piece of evidence that was accepted; empty where none does."""
    number, match = reference_of(shown), shown.match
    match shown.evidence.stance:
        case Stance.DONE:
            return f"tracker fulfil {number} --on {(match and match.done_on) or 'DAY'}"
        case Stance.PARTLY_DONE:
            return f'tracker partly {number} --why "…"'
        case Stance.NOT_DONE:
            return f'tracker fail {number} --why "…"'
        case Stance.MOVED:
            source = shown.evidence.reference.replace('"', "'")
            return f'tracker move {number} --to {(match and match.due) or "DAY"} --source "{source}" --why "…"'
        case Stance.DROPPED:
            return f'tracker withdraw {number} --why "…"'
        case _:
            return ""


def reference_of(shown: EvidenceSnapshot) -> str:
    """How people name what a piece of evidence is of: "12", or "12.3" where it falls due again and again."""
    number = str(shown.commitment.number)
    return f"{number}.{shown.occurrence.number}" if len(shown.commitment.occurrences) > 1 else number


def _told_cell(stance: Stance, match: Match | None) -> Cell:
    return Cell(stance.value, tell_stance(stance, match), STANCE_TONES.get(stance, Tone.NOTICE))


def groups_of(shown: Sequence[EvidenceSnapshot]) -> tuple[tuple[EvidenceSnapshot, ...], ...]:
    """Those that say the same together."""
    return grouped(shown, lambda one: one.evidence, lambda one: one.match)


def describe_listed(shown: Sequence[EvidenceSnapshot]) -> list[dict[str, Any]]:
    """Pieces of evidence as JSON objects, those that say the same beside the first of them, whose number is `group`."""
    return [{**describe_evidence(one), "group": group[0].evidence.id} for group in groups_of(shown) for one in group]


def _row(shown: EvidenceSnapshot, first: EvidenceSnapshot) -> tuple[Cell, ...]:
    evidence, commitment = shown.evidence, shown.commitment
    same = told_with(evidence, first.evidence)
    return (
        Cell(evidence.id, tone=Tone.STRONG),
        Cell(evidence.state.value, tone=STATE_TONES.get(evidence.state, Tone.PLAIN)),
        Cell(evidence.stance.value, same, Tone.MUTED) if same else _told_cell(evidence.stance, shown.match),
        Cell(commitment.number),
        Cell(commitment.found.promisor.name, "") if same else promisor_cell(commitment),
        Cell(commitment.found.deed, "" if same else None),
        quote_cell(evidence, first.evidence),
        Cell(evidence.reference),
    )


def _match_row(announcement: Announcement, match: Match, commitment: StoredCommitment) -> tuple[Cell, ...]:
    return (
        _told_cell(match.stance, match),
        Cell(commitment.number, tone=Tone.STRONG),
        promisor_cell(commitment),
        Cell(commitment.found.deed),
        Cell(match.quote, listed_or_quoted(match.quote, is_of_row=announcement.is_of_row(match.span))),
        Cell(match.words, tone=Tone.MUTED),
    )


def describe_matches(
    found: Iterable[tuple[Announcement, Sequence[tuple[Match, StoredCommitment]] | None]],
) -> dict[str, Any]:
    """What each announcement would propose, as one JSON object; its names are stable."""
    return {
        "schema": "tracker.match/1",
        "announcements": [
            {
                "title": one.title,
                "origin": one.id or one.origin,
                "announced_on": one.announced_on,
                "is_stored": matches is None,
                "matches": [_describe_match(*each) for each in matches or ()],
            }
            for one, matches in found
        ],
    }


def _describe_match(match: Match, commitment: StoredCommitment) -> dict[str, Any]:
    return {
        "commitment": match.commitment,
        "uuid": commitment.uuid,
        "promisor": commitment.found.promisor.name,
        "deed": commitment.found.deed,
        "stance": match.stance.value,
        "quote": match.quote,
        "span": [match.span.start, match.span.end],
        "words": list(match.words),
        "score": match.score,
        "new_due": match.due,
        "done_on": match.done_on,
    }


def tell_proposed(number: int) -> str:
    """How many pieces of evidence an announcement proposed, and where to decide; empty for none."""
    return f"{count(number, 'piece')} of evidence proposed: `tracker evidence list`." if number else ""
