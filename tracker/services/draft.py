"""A letter to whoever promised, for a person to edit and send."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tracker.core.actor import Names, bare_name
from tracker.followup.names import addressee_of, is_common, own_name
from tracker.reports.letter import write_letter
from tracker.reports.wording import capitalise
from tracker.services.reference import check_tracked, check_unsettled
from tracker.services.snapshot import one_commitment
from tracker.store import aliases

if TYPE_CHECKING:
    from datetime import date, tzinfo

    from tracker.services.reference import Reference
    from tracker.store.store import Store


@dataclass(frozen=True, slots=True)
class Draft:
    """A letter, and whom it goes to.

    unnamed   the name that the addressee is listed by, where the letter knows only a common noun; else empty
    """

    text: str
    addressee: str
    unnamed: str = ""


def draft(store: Store, reference: Reference, today: date, zone: tzinfo, by: str) -> Draft:
    """The letter that asks what became of an occurrence, signed by a person. Nothing is written.

    Raises NotFoundError, UsageError where nobody tracks it or it is settled, StoreError.
    """
    snapshot = one_commitment(store, reference, today, zone)
    commitment = snapshot.commitment
    check_tracked(commitment)
    check_unsettled(commitment, snapshot.occurrence or commitment.current)
    with store.reading() as conn:
        names = Names(aliases.all_of(conn))
    place = (bare_name(commitment.found.promisor.name), snapshot.announcement.announcement.publisher)
    addressee = addressee_of(names, *place, commitment.announcement)
    is_unnamed = bool(addressee) and addressee == place[0] and is_common(addressee)
    listed = own_name(names, *place, commitment.announcement) if is_unnamed else ""
    to = capitalise(addressee) if is_unnamed else addressee
    return Draft(write_letter(snapshot, to, by), to, listed)
