"""What announcements say of commitments that are tracked: shown, or proposed as evidence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.core.actor import Names
from tracker.core.announcement import normalised
from tracker.core.deadline import Span
from tracker.core.occurrence import Evidence, EvidenceKind, EvidenceState, Stance
from tracker.extraction import find_told
from tracker.followup.english.words import telling, words_of
from tracker.followup.matching import Report, Told, Tracked, is_told_again, match
from tracker.store import aliases, announcements, commitments, evidence, search, versions

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from tracker.core.announcement import Announcement
    from tracker.core.commitment import Commitment
    from tracker.core.match import Match, Matched
    from tracker.core.record import StoredAnnouncement, StoredCommitment
    from tracker.services.occasion import Occasion
    from tracker.services.reading import ReadingRules
    from tracker.store.change import Change
    from tracker.store.store import Connection, Store

PROPOSER = "tracker"
"""Who proposes evidence: no person."""

LONGEST = 2000
"""Characters of a sentence that are read; what is longer is a table that lost its line breaks."""


def preview(
    store: Store, rules: ReadingRules, announcement: Announcement
) -> tuple[tuple[Match, StoredCommitment], ...]:
    """What would be proposed of an announcement, each with its commitment; nothing is written. Raises StoreError."""
    with store.reading() as conn:
        if announcements.by_sha256(conn, announcement.sha256) is None:
            return _look(conn, rules, announcement, versions.latest_before(conn, announcement))
        return ()


def propose(change: Change, occasion: Occasion, rules: ReadingRules, stored: StoredAnnouncement) -> tuple[Matched, ...]:
    """Propose as evidence what an announcement, just stored, says of commitments that are tracked and not settled."""
    announcement = stored.announcement
    named = (
        announcement.title or f"announcement {stored.number}",
        announcement.publisher,
        str(announcement.announced_on),
    )
    reference = announcement.url or ", ".join(filter(None, named))
    return tuple(
        evidence.propose(
            change,
            Evidence(
                occurrence=commitment.current.id,
                kind=EvidenceKind.ANNOUNCEMENT,
                reference=reference,
                stance=one.stance,
                state=EvidenceState.PROPOSED,
                by=PROPOSER,
                at=occasion.now,
                quote=one.quote,
            ),
            stored.number,
            one,
        )
        for one, commitment in _look(change.conn, rules, announcement, stored.version_of)
    )


def told_anew(conn: Connection, found: Iterable[Commitment], matched: Iterable[Matched]) -> list[Commitment]:
    """The commitments found that are none of those that were matched."""
    matches = {one.match.commitment: one.match for one in matched if one.match.stance is not Stance.MENTION}
    known = [(matches[one.number], one) for one in commitments.of_numbers(conn, matches.keys())]
    return [one for one in found if not any(is_told_again(one, *each) for each in known)]


def _look(
    conn: Connection, rules: ReadingRules, announcement: Announcement, version_of: int | None
) -> tuple[tuple[Match, StoredCommitment], ...]:
    if not search.has_open(conn):
        return ()
    report = _report(announcement)
    tracked = _candidates(conn, announcement, report, versions.earlier(conn, version_of))
    if not tracked:
        return ()
    commitment = {one.commitment.number: one.commitment for one in tracked}
    found = match(report, tracked, rules.conventions_for(announcement.publisher))
    return tuple((one, commitment[one.commitment]) for one in found)


def _report(announcement: Announcement) -> Report:
    text = announcement.text
    spans = (Span(span.start, min(span.end, span.start + LONGEST)) for span in find_told(text))
    told = tuple(Told(span.of(text), span) for span in spans)
    return Report(announcement.announced_on, told, announcement.publisher, announcement.title)


def _candidates(
    conn: Connection, announcement: Announcement, report: Report, earlier: Collection[int]
) -> list[Tracked]:
    """The open commitments that an announcement may speak of: announced no later.

    What an earlier version of it said in the same words is no news.
    """
    asked = [sorted({word.text.lower() for word in telling(words_of(told.text))}) for told in report.sentences]
    text = normalised(announcement.text)
    open_ones = [
        one
        for one in commitments.of_numbers(conn, search.find_open(conn, asked))
        if one.announced_on <= announcement.announced_on
        and not (one.announcement in earlier and normalised(one.found.sentence) in text)
    ]
    names = Names(aliases.all_of(conn))
    publishers = announcements.publishers_of(conn, {one.announcement for one in open_ones})
    return [Tracked(one, names.others(one.found.promisor.name), publishers[one.announcement]) for one in open_ones]
