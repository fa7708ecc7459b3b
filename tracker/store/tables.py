"""The tables, the same in SQLite and PostgreSQL. `migrations/` builds them; a test proves that both agree.

A derived column is left out of history: it follows from other columns or counts what the program did, so that a later
check never stands in the way of an undo.
"""

from __future__ import annotations

import sqlalchemy as sa

from tracker.core.announcement import DateSource
from tracker.core.commitment import Band, PromisorSource
from tracker.core.deadline import DeadlineKind, Sense
from tracker.core.occurrence import EvidenceKind, EvidenceState, Stance
from tracker.core.status import UNSETTLED, Review, Status
from tracker.store.columns import DERIVED, flag, key, metadata, one_of, quoted, real_days, table, text, to
from tracker.store.types import JSON, TEXT, Instant

announcement = table(
    "announcement",
    key("number"),
    text("sha256"),
    text("text", derived=True),  # long, and never changed: history would only make it harder to purge
    sa.Column("announced_on", sa.Date, nullable=False),
    text("date_source"),
    text("title"),
    text("publisher"),
    text("url"),
    text("kind"),
    text("document"),
    text("origin"),
    sa.Column("ingested_at", Instant, nullable=False),
    to("announcement.number", "version_of", nullable=True),
    flag("is_erased"),
    text("publisher_folded", derived=True),
    sa.UniqueConstraint("sha256"),
    one_of("date_source", DateSource),
    *real_days("announced_on"),
    sa.Index(None, "url"),
)

commitment = table(
    "commitment",
    key("number"),
    text("uuid"),
    to("announcement.number", "announcement"),
    text("sentence"),
    sa.Column("span_start", sa.Integer, nullable=False),
    sa.Column("span_end", sa.Integer, nullable=False),
    text("promisor"),
    text("promisor_source"),
    text("deed"),
    text("band"),
    sa.Column("score", sa.Double, nullable=False),
    sa.Column("features", JSON, nullable=False),
    text("kind"),
    text("sense"),
    sa.Column("words", TEXT),  # from here to is_past null where the sentence names no time
    sa.Column("words_start", sa.Integer),
    sa.Column("words_end", sa.Integer),
    sa.Column("rules", JSON),
    sa.Column("anchor_on", sa.Date),
    sa.Column("anchor_reason", TEXT),
    sa.Column("explanation", TEXT),
    sa.Column("steps", JSON),
    sa.Column("read_due", sa.Date),
    sa.Column("read_opens", sa.Date),
    sa.Column("read_strict_due", sa.Date),
    sa.Column("rrule", TEXT),
    sa.Column("condition", JSON),
    flag("is_past"),
    text("review"),
    sa.Column("tracked_on", sa.Date),
    text("reviewed_by"),
    sa.Column("reviewed_at", Instant),
    text("dismissed_for"),
    text("owner"),
    sa.Column("version", sa.Integer, nullable=False, info={DERIVED: True}),
    text("key", derived=True),
    text("promisor_folded", derived=True),
    text("deed_folded", derived=True),
    text("owner_folded", derived=True),
    text("search_text", derived=True),
    sa.UniqueConstraint("uuid"),
    sa.CheckConstraint("0 <= span_start AND span_start <= span_end", name="span"),
    sa.CheckConstraint("0 <= words_start AND words_start <= words_end", name="words_span"),
    sa.CheckConstraint("version >= 1", name="version"),
    sa.CheckConstraint(
        "(words IS NULL) = (rules IS NULL) AND (words IS NULL) = (anchor_on IS NULL) "
        "AND (words IS NULL) = (explanation IS NULL) AND (words IS NULL) = (steps IS NULL) "
        "AND (words IS NULL) = (words_start IS NULL) AND (words IS NULL) = (words_end IS NULL)",
        name="deadline",
    ),
    sa.CheckConstraint(f"review <> '{Review.TRACKED}' OR tracked_on IS NOT NULL", name="tracked_since"),
    sa.CheckConstraint(f"review <> '{Review.PROPOSED}' OR tracked_on IS NULL", name="not_yet_tracked"),
    one_of("promisor_source", PromisorSource),
    one_of("band", Band),
    one_of("kind", DeadlineKind),
    one_of("sense", Sense),
    one_of("review", Review),
    *real_days("anchor_on", "read_due", "read_opens", "read_strict_due", "tracked_on"),
    sa.Index(None, "announcement"),
    sa.Index(None, "review"),
    sa.Index(None, "key"),
)

commitment_tag = sa.Table(
    "commitment_tag",
    metadata,
    sa.Column("commitment", sa.Integer, sa.ForeignKey("commitment.number"), primary_key=True),
    sa.Column("tag", TEXT, primary_key=True),
    sa.CheckConstraint("tag <> ''", name="tag"),
    sa.Index(None, "tag"),
)

occurrence = table(
    "occurrence",
    key(),
    to("commitment.number", "commitment"),
    sa.Column("number", sa.Integer, nullable=False),
    text("status"),
    sa.Column("due", sa.Date),
    sa.Column("first_due", sa.Date),
    sa.Column("opens", sa.Date),
    sa.Column("strict_due", sa.Date),
    sa.Column("review_on", sa.Date),
    sa.Column("done_on", sa.Date),
    sa.Column("settled_at", Instant),
    text("settled_by"),
    text("reason"),
    to("commitment.number", "superseded_by", nullable=True),
    sa.Column("arming", sa.Integer, nullable=False, info={DERIVED: True}),
    sa.Column("next_stage_on", sa.Date, info={DERIVED: True}),
    sa.Column("version", sa.Integer, nullable=False, info={DERIVED: True}),
    sa.UniqueConstraint("commitment", "number"),
    sa.CheckConstraint("number >= 1", name="number"),
    sa.CheckConstraint("arming >= 0", name="arming"),
    sa.CheckConstraint("version >= 1", name="version"),
    sa.CheckConstraint(f"status <> '{Status.FULFILLED}' OR done_on IS NOT NULL", name="fulfilled_on"),
    sa.CheckConstraint(f"(status IN ({quoted(sorted(UNSETTLED))})) = (settled_at IS NULL)", name="settled_when"),
    sa.CheckConstraint("done_on IS NULL OR settled_at IS NOT NULL", name="done_once_settled"),
    one_of("status", Status),
    *real_days("due", "first_due", "opens", "strict_due", "review_on", "done_on", "next_stage_on"),
    sa.Index(None, "status"),
    sa.Index(None, "due"),
    sa.Index(None, "status", "due"),
    sa.Index(None, "superseded_by"),
    sa.Index(
        None,
        "next_stage_on",
        sqlite_where=sa.text("next_stage_on IS NOT NULL"),
        postgresql_where=sa.text("next_stage_on IS NOT NULL"),
    ),
)

amendment = table(
    "amendment",
    key(),
    to("occurrence.id", "occurrence"),
    sa.Column("old_due", sa.Date),
    sa.Column("new_due", sa.Date, nullable=False),
    text("source"),
    text("reason"),
    text("recorded_by"),
    sa.Column("recorded_at", Instant, nullable=False),
    *real_days("old_due", "new_due"),
    sa.Index(None, "occurrence"),
)

evidence = table(
    "evidence",
    key(),
    to("occurrence.id", "occurrence"),
    text("kind"),
    text("reference"),
    text("stance"),
    text("state"),
    text("quote"),
    text("sha256"),
    text("added_by"),
    sa.Column("added_at", Instant, nullable=False),
    one_of("kind", EvidenceKind),
    one_of("stance", Stance),
    one_of("state", EvidenceState),
    sa.Index(None, "occurrence"),
    sa.Index(None, "state"),
)

event = table(
    "event",
    key(),
    to("announcement.number", "announcement"),
    text("name"),
    sa.Column("happened_on", sa.Date),
    text("source"),
    sa.Column("version", sa.Integer, nullable=False, info={DERIVED: True}),
    sa.UniqueConstraint("announcement", "name"),
    sa.CheckConstraint("version >= 1", name="version"),
    *real_days("happened_on"),
)

note = table(
    "note",
    key(),
    to("commitment.number", "commitment"),
    text("text"),
    text("added_by"),
    sa.Column("added_at", Instant, nullable=False),
    sa.Index(None, "commitment"),
)
