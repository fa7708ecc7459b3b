"""What people add of their own to a commitment: tags, an owner, notes."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from tracker.core.record import Note
from tracker.errors import UsageError
from tracker.services.planning import save
from tracker.services.reference import load_to_change
from tracker.store import notes

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tracker.core.record import StoredCommitment
    from tracker.followup.rules import FollowupRules
    from tracker.services.occasion import Occasion
    from tracker.services.reference import Reference
    from tracker.store.store import Store


def set_tags(
    store: Store,
    followup: FollowupRules,
    occasion: Occasion,
    reference: Reference,
    added: Iterable[str],
    removed: Iterable[str],
) -> StoredCommitment:
    """Add tags to a commitment and take others away. Raises NotFoundError, ConflictError."""
    with store.writing("tag", occasion.by, occasion.now) as change:
        commitment, _ = load_to_change(change.conn, reference)
        tags = (commitment.tags | frozenset(added)) - frozenset(removed)
        told = [f"+{tag}" for tag in sorted(tags - commitment.tags)] + [
            f"-{tag}" for tag in sorted(commitment.tags - tags)
        ]
        change.summary = "tags " + " ".join(told)
        return save(change, followup, commitment, replace(commitment, tags=tags))


def set_owner(
    store: Store, followup: FollowupRules, occasion: Occasion, reference: Reference, owner: str
) -> StoredCommitment:
    """Say who follows a commitment up; an empty name says nobody. Raises NotFoundError, ConflictError."""
    owner = " ".join(owner.split())
    with store.writing("owner", occasion.by, occasion.now) as change:
        commitment, _ = load_to_change(change.conn, reference)
        change.summary = f"owner {commitment.owner or 'none'} → {owner or 'none'}"
        return save(change, followup, commitment, replace(commitment, owner=owner))


def add_note(store: Store, occasion: Occasion, reference: Reference, text: str) -> Note:
    """Leave a remark on a commitment. Raises NotFoundError, UsageError where it is empty."""
    if not text.strip():
        raise UsageError("the note is empty", "give some words")
    with store.writing("note", occasion.by, occasion.now) as change:
        commitment, _ = load_to_change(change.conn, reference)
        change.summary = text.strip()
        return notes.add(change, Note(commitment.number, text.strip(), occasion.by, occasion.now))
