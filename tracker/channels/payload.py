"""A notice as the JSON document that webhooks and commands are given; `webhook.schema.json` describes it."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from tracker.core.clean import clean_line
from tracker.core.outbox import MessageKind
from tracker.followup.digest import summary_of
from tracker.followup.wording import tell

if TYPE_CHECKING:
    from tracker.core.occurrence import Amendment
    from tracker.core.record import StoredAnnouncement, StoredCommitment
    from tracker.core.timing import Standing
    from tracker.followup.notice import Besides, Item, Notice

_ALERT = "alert"


def payload(notice: Notice) -> str:
    """The document as one line of ASCII. Texts in it are exact, as they were read; `headline` is cleaned for people."""
    document = {
        "type": _type_of(notice),
        "timestamp": _instant(notice.composed_at),
        "data": {
            "summary": clean_line(summary_of(notice)),
            "channel": notice.channel,
            "today": _day(notice.today),
            "alerts": [_alert(item) for item in notice.items],
            "besides": _besides(notice.besides),
        },
    }
    return json.dumps(document, allow_nan=False, separators=(",", ":"))


def schema() -> str:
    """The JSON Schema of the document."""
    return files("tracker.channels").joinpath("webhook.schema.json").read_text(encoding="utf-8")


def _type_of(notice: Notice) -> str:
    """What it is, general word first: "alert.past", "digest", "quiet", "test"."""
    if notice.kind is MessageKind.SINGLE and len(notice.items) == 1:
        return f"{_ALERT}.{notice.items[0].stage.kind}"
    return MessageKind.DIGEST.value if notice.kind is MessageKind.SINGLE else notice.kind.value


def _alert(item: Item) -> dict[str, Any]:
    standing = item.standing
    return {
        "id": item.alert,
        "headline": clean_line(tell(item).headline),
        "stage": {"kind": item.stage.kind.value, "key": item.stage.key, "on": _day(item.stage.on)},
        "timing": standing.timing.value,
        "days": standing.days,
        "commitment": _commitment(standing.commitment),
        "occurrence": _occurrence(standing),
        "moved": _moved(item.amendment) if item.amendment else None,
        "announcement": _announcement(item.announcement),
    }


def _commitment(stored: StoredCommitment) -> dict[str, Any]:
    found, deadline = stored.found, stored.found.deadline
    return {
        "number": stored.number,
        "uuid": stored.uuid,
        "promisor": found.promisor.name,
        "promisor_is_inferred": found.promisor.is_inferred,
        "deed": found.deed,
        "sentence": found.sentence,
        "sense": found.sense.value,
        "kind": found.kind.value,
        "words": deadline.words if deadline else None,
        "explanation": deadline.explanation if deadline else None,
        "owner": stored.owner,
        "tags": sorted(stored.tags),
    }


def _occurrence(standing: Standing) -> dict[str, Any]:
    occurrence = standing.occurrence
    days = ("due", "first_due", "opens", "strict_due", "review_on", "done_on")
    return {
        "number": occurrence.number,
        "status": occurrence.status.value,
        **{name: _day(getattr(occurrence, name)) for name in days},
        "slippage": occurrence.slippage,
    }


def _moved(amendment: Amendment) -> dict[str, Any]:
    return {
        "from": _day(amendment.old_due),
        "to": _day(amendment.new_due),
        "source": amendment.source,
        "reason": amendment.reason,
    }


def _announcement(stored: StoredAnnouncement) -> dict[str, Any]:
    said = stored.announcement
    return {
        "number": stored.number,
        "title": said.title,
        "publisher": said.publisher,
        "url": said.url,
        "announced_on": _day(said.announced_on),
    }


def _besides(besides: Besides) -> dict[str, int]:
    names = ("overdue", "waiting", "evidence_proposed", "backfilled", "silenced", "dead")
    return {name: getattr(besides, name) for name in names}


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _instant(at: datetime) -> str:
    return at.astimezone(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
