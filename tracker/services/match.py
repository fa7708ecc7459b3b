"""What announcements say of commitments that are tracked: shown, or proposed as evidence."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from tracker.core.actor import Names, bare_name
from tracker.core.announcement import normalised
from tracker.core.deadline import Span
from tracker.core.occurrence import Evidence, EvidenceKind, EvidenceState, Stance
from tracker.core.status import Review
from tracker.extraction import find_told
from tracker.followup.candidates import Report, Told, Tracked, sharing
from tracker.followup.english.words import telling
from tracker.followup.matching import is_same_promise, is_told_again, match
from tracker.followup.names import other_names
from tracker.store import aliases, announcements, commitments, evidence, search, versions

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence
    from datetime import datetime

    from tracker.core.announcement import Announcement
    from tracker.core.commitment import Commitment
    from tracker.core.match import Match, Matched
    from tracker.core.record import StoredAnnouncement, StoredCommitment
    from tracker.services.occasion import Occasion
    from tracker.services.reading import ReadingRules
    from tracker.store.change import Change
    from tracker.store.store import Connection, Store

Looked: TypeAlias = "tuple[tuple[Match, Tracked], ...]"
"""What an announcement says, each with its commitment as it stood then."""

PROPOSER = "tracker"
"""Who proposes evidence: no person."""

LONGEST = 2000
"""Characters of a sentence that are read; what is longer is a table that lost its line breaks."""


def preview(
    store: Store, rules: ReadingRules, announcement: Announcement
) -> tuple[tuple[Match, StoredCommitment], ...] | None:
    """What would be proposed of an announcement, each with its commitment; None for one that is stored already.

    Nothing is written. Raises StoreError.
    """
    with store.reading() as conn:
        if announcements.by_sha256(conn, announcement.sha256) is None:
            return tuple((one, tracked.commitment) for one, tracked in look(conn, rules, announcement))
        return None


def look(
    conn: Connection, rules: ReadingRules, announcement: Announcement, at: datetime | None = None, after: int = 0
) -> Looked:
    """What an announcement, read at a UTC instant, says of commitments that are tracked and not settled.

    The work is in reading, so that it needs no lock: `propose` looks again at what it concerns. What was stored since
    has numbers after the newest one of then, and is looked at by itself.
    """
    if not search.has_open(conn, after):
        return ()
    report = _report(announcement)
    earlier = versions.earlier(conn, versions.latest_before(conn, announcement, at))
    return _matched(rules, announcement, report, _candidates(conn, announcement, report, earlier, after))


def propose(
    change: Change, occasion: Occasion, rules: ReadingRules, stored: StoredAnnouncement, looked: Looked
) -> tuple[Matched, ...]:
    """Propose as evidence what an announcement, just stored, was seen to say of commitments that still stand so."""
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
                occurrence=tracked.commitment.current.id,
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
        for one, tracked in _still_so(change.conn, rules, announcement, looked)
    )


def _still_so(conn: Connection, rules: ReadingRules, announcement: Announcement, looked: Looked) -> Looked:
    """What was seen, without what was settled or let go since; what was changed since is matched again."""
    now = {one.number: one for one in commitments.of_numbers(conn, {one.commitment for one, _ in looked})}
    same = tuple((one, before) for one, before in looked if now.get(one.commitment) == before.commitment)
    changed = [
        now[one.commitment] for one, before in looked if now.get(one.commitment) not in (None, before.commitment)
    ]
    open_ones = [one for one in changed if one.review is Review.TRACKED and not one.current.status.is_settled]
    if not open_ones:
        return same
    return (*same, *_matched(rules, announcement, _report(announcement), _named(conn, open_ones)))


def told_again(found: Iterable[Commitment], looked: Looked) -> dict[str, set[int]]:
    """By the key of each commitment found, the tracked ones that it tells again.

    Of what is only spoken of, that is the same deed by the same day; of all else, what shares most of it.
    """
    return {one.key: {match.commitment for match, known in looked if _is_again(one, match, known)} for one in found}


def _is_again(found: Commitment, one: Match, tracked: Tracked) -> bool:
    if is_same_promise(found, tracked):
        return True
    return one.stance is not Stance.MENTION and is_told_again(found, one, tracked)


def _matched(rules: ReadingRules, announcement: Announcement, report: Report, tracked: Sequence[Tracked]) -> Looked:
    known = {one.commitment.number: one for one in tracked}
    found = match(report, tracked, rules.conventions_for(announcement.publisher))
    return tuple((one, known[one.commitment]) for one in found)


def _report(announcement: Announcement) -> Report:
    text = announcement.text
    spans = (Span(span.start, min(span.end, span.start + LONGEST)) for span in find_told(text))
    told = tuple(Told(span.of(text), span) for span in spans)
    return Report(announcement.announced_on, told, announcement.publisher, announcement.title)


def _candidates(
    conn: Connection, announcement: Announcement, report: Report, earlier: Collection[int], after: int
) -> list[Tracked]:
    """The open commitments, of numbers after one, that an announcement may speak of: announced no later.

    What an earlier version of it said in the same words is no news.
    """
    asked = {word.text.lower() for told in report.sentences for word in telling(told.words)}
    found = search.find_open(conn, asked, after)
    near = sharing(report, found)
    text = normalised(announcement.text)
    open_ones = [
        one
        for one in commitments.of_numbers(conn, near)
        if one.announced_on <= announcement.announced_on
        and not (one.announcement in earlier and normalised(one.found.sentence) in text)
    ]
    return _named(conn, open_ones)


def _named(conn: Connection, those: Sequence[StoredCommitment]) -> list[Tracked]:
    """Commitments with the names that their promisors go by."""
    names = Names(aliases.all_of(conn))
    publishers = announcements.publishers_of(conn, {one.announcement for one in those})
    return [
        Tracked(one, other_names(names, bare_name(one.found.promisor.name), publisher, one.announcement), publisher)
        for one in those
        for publisher in [publishers[one.announcement]]
    ]
