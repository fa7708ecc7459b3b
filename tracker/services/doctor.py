"""The installation looked over: the database, its files' modes, the daily check, the outbox."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from tracker.core.health import Finding, Health
from tracker.errors import TrackerError
from tracker.services.outbox_health import examine_outbox
from tracker.store import backup, checks, commitments
from tracker.store.engine import file_of, is_sqlite, parse_url
from tracker.store.migrate import status

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator
    from datetime import datetime

    from tracker.core.timing import Counts
    from tracker.services.occasion import Occasion
    from tracker.store.store import Store

LATEST_CHECK = timedelta(hours=26)
"""A daily check that is two hours late still counts as daily."""

PRIVATE, PRIVATE_FOLDER = 0o600, 0o700


def examine(
    url: str, open_store: Callable[[], Store], occasion: Occasion, channels: Collection[str] = ()
) -> list[Finding]:
    """What was seen of the database at an address, of its checks and its outbox; what cannot be looked at is a finding
    too. `channels` are the names of the configured ones."""
    findings = [*_guarded("database", lambda: _examine_database(url))]
    if any(one.health is Health.BAD for one in findings):
        return findings
    findings += _guarded("files", lambda: _examine_files(url))
    if status(url).is_current:
        findings += _guarded("daily check", lambda: _examine_checks(open_store(), occasion))
        findings += _guarded("alerts", lambda: examine_outbox(open_store(), channels))
    return findings


def _guarded(subject: str, look: Callable[[], Iterator[Finding]]) -> list[Finding]:
    try:
        return list(look())
    except (TrackerError, OSError) as error:
        return [Finding(subject, Health.BAD, str(error))]


def _examine_database(url: str) -> Iterator[Finding]:
    found = status(url)
    if found.current is None:
        yield Finding("database", Health.WARNING, f"{found.place} is not there yet: it is made on first use")
        return
    if not found.is_current:
        yield Finding("database", Health.WARNING, f"{found.place} is at revision {found.current}: tracker db upgrade")
    parsed = parse_url(url)
    if is_sqlite(parsed):
        backup.check(file_of(parsed))
    yield Finding("database", Health.GOOD, f"{found.place} is sound")


def _examine_files(url: str) -> Iterator[Finding]:
    parsed = parse_url(url)
    if not is_sqlite(parsed):
        return
    path = file_of(parsed)
    folder = path.parent
    if path.exists() and (mode := folder.stat().st_mode & 0o777) & ~PRIVATE_FOLDER:
        yield Finding("files", Health.WARNING, f"{folder} can be listed by others (mode {mode:o}): chmod 700 {folder}")
    loose = [one for one in sorted(folder.glob(f"{path.name}*")) if one.stat().st_mode & 0o777 & ~PRIVATE]
    for one in loose:
        mode = one.stat().st_mode & 0o777
        yield Finding("files", Health.BAD, f"{one} can be read by others (mode {mode:o}): chmod 600 {one}")
    if path.exists() and not loose:
        yield Finding("files", Health.GOOD, f"only you can read {path}")


def _examine_checks(store: Store, occasion: Occasion) -> Iterator[Finding]:
    with store.reading() as conn:
        last, counts = checks.last_run(conn), commitments.counts(conn, occasion.today)
    yield _examine_last_check(last[1] if last else None, counts, occasion)
    if counts.review_urgent:
        yield Finding(
            "review", Health.WARNING, f"{counts.review_urgent} proposals are due within 7 days or past: tracker review"
        )


def _examine_last_check(last: datetime | None, counts: Counts, occasion: Occasion) -> Finding:
    if last is None:
        health = Health.WARNING if counts.by_timing else Health.GOOD
        return Finding("daily check", health, "none has run yet: run `tracker check` every day")
    if occasion.now - last > LATEST_CHECK:
        return Finding(
            "daily check", Health.BAD, f"the last one ran on {last:%Y-%m-%d %H:%M} UTC: run `tracker check` every day"
        )
    return Finding("daily check", Health.GOOD, f"the last one ran on {last:%Y-%m-%d %H:%M} UTC")
