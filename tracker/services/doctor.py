"""The installation looked over: the database, its files' modes, the daily check, the outbox."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from functools import partial
from typing import TYPE_CHECKING

from tracker.core.health import Finding, Health
from tracker.errors import TrackerError
from tracker.followup.rules import FollowupRules
from tracker.services.outbox_health import examine_outbox, examine_owners
from tracker.services.surroundings import (
    examine_channels,
    examine_copies,
    examine_env_file,
    examine_holidays,
    examine_zone_data,
)
from tracker.store import backup, checks, commitments
from tracker.store.engine import file_of, is_sqlite, parse_url
from tracker.store.migrate import status

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

    from tracker.channels.channel import Channel
    from tracker.core.conventions import Conventions
    from tracker.core.timing import Counts
    from tracker.services.nightly import Nightly
    from tracker.services.occasion import Occasion
    from tracker.store.store import Store

LATEST_CHECK = timedelta(hours=26)
"""A daily check that is two hours late still counts as daily."""

PRIVATE, PRIVATE_FOLDER = 0o600, 0o700


@dataclass(frozen=True, slots=True)
class Installation:
    """What is looked at.

    channels       the configured ones by name; asking for one raises ConfigError where its settings are wrong
    followup       who is told of what
    conventions    how dates are read, by publisher; "" is everybody else
    copies         the nightly copies of the database; None where it is on a server
    env_file       where the variables of a service are written, if they are; None where there are no settings
    """

    url: str
    open_store: Callable[[], Store]
    occasion: Occasion
    channels: Mapping[str, Channel] = field(default_factory=dict)
    followup: FollowupRules = field(default_factory=FollowupRules)
    conventions: Mapping[str, Conventions] = field(default_factory=dict)
    copies: Nightly | None = None
    env_file: Path | None = None


def examine(here: Installation) -> list[Finding]:
    """What was seen of an installation; what cannot be looked at is a finding too."""
    findings = [one for subject, look in OF_THE_SURROUNDINGS.items() for one in _guarded(subject, partial(look, here))]
    database = _guarded("database", lambda: _examine_database(here.url))
    if any(one.health is Health.BAD for one in database):
        return database + findings
    looks = {**OF_THE_FILES, **(OF_THE_STORE if status(here.url).is_current else {})}
    return database + [one for name, look in looks.items() for one in _guarded(name, partial(look, here))] + findings


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


def _examine_files(here: Installation) -> Iterator[Finding]:
    parsed = parse_url(here.url)
    if not is_sqlite(parsed):
        return
    path = file_of(parsed)
    if not path.exists():
        return
    places = [(path.parent, f"{path.name}*"), *([(here.copies.folder, "*")] if here.copies else [])]
    for folder, _ in places:
        if folder.is_dir() and (mode := _mode(folder)) & ~PRIVATE_FOLDER:
            detail = f"{folder} can be listed by others (mode {mode:o}): chmod 700 {folder}"
            yield Finding("files", Health.WARNING, detail)
    files = (one for folder, names in places for one in sorted(folder.glob(names)) if one.is_file())
    loose = [one for one in files if _mode(one) & ~PRIVATE]
    for one in loose:
        yield Finding("files", Health.BAD, f"{one} can be read by others (mode {_mode(one):o}): chmod 600 {one}")
    if not loose:
        yield Finding("files", Health.GOOD, f"only you can read {path}")


def _mode(path: Path) -> int:
    return path.stat().st_mode & 0o777


def _examine_checks(here: Installation) -> Iterator[Finding]:
    occasion = here.occasion
    with here.open_store().reading() as conn:
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


def _examine_outbox(here: Installation) -> Iterator[Finding]:
    store = here.open_store()
    yield from examine_outbox(store, here.channels, here.occasion.now)
    yield from examine_owners(store, here.followup)


Look = Callable[[Installation], Iterator[Finding]]
OF_THE_FILES: Mapping[str, Look] = {"files": _examine_files}
OF_THE_STORE: Mapping[str, Look] = {"daily check": _examine_checks, "alerts": _examine_outbox}
OF_THE_SURROUNDINGS: Mapping[str, Look] = {
    "channels": lambda here: examine_channels(here.channels),
    "secrets": lambda here: examine_env_file(here.env_file),
    "holidays": lambda here: examine_holidays(here.conventions.values(), here.occasion.today.year + 1),
    "time zones": lambda here: examine_zone_data(here.occasion.today),
    "backups": lambda here: examine_copies(here.copies, here.occasion.now),
}
"""What is looked at, by subject: of the files, of the store where it is of the newest revision, and of the rest."""
