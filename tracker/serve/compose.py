"""The running program put together: which jobs it has, and what it opens beside them."""

from __future__ import annotations

from contextlib import ExitStack
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tracker.scheduler import Job, Scheduler
from tracker.serve.health import Health
from tracker.serve.jobs import Checking, Keeping, Led, Sending, Turn
from tracker.serve.lead import Lead
from tracker.serve.logs import log
from tracker.serve.notify import Notifier
from tracker.serve.running import run, run_once, tell_failure
from tracker.services.nightly import nightly
from tracker.store.leader import leadership

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from datetime import datetime
    from pathlib import Path

    from tracker.config import Settings
    from tracker.followup.rules import FollowupRules
    from tracker.scheduler import Run
    from tracker.serve.jobs import Sender
    from tracker.serve.ping import Ping
    from tracker.store.store import Store


@dataclass(frozen=True, slots=True)
class Parts:
    """What the program is made of.

    origin         the configuration file's name, for errors; folder: what paths in it are counted from
    backup_folder  where the nightly copies go; None: beside the database
    open_store   opens the database, or gives the open one; make_sender: the one who sends from it
    now          the UTC instant it is
    further      jobs of the leader beyond those of this package, by name
    """

    settings: Settings
    origin: str
    folder: Path
    backup_folder: Path | None
    environment: Mapping[str, str]
    followup: FollowupRules
    open_store: Callable[[], Store]
    make_sender: Callable[[], Sender]
    now: Callable[[], datetime]
    further: Mapping[str, Run] = field(default_factory=dict)


def serve(parts: Parts, *, is_worker: bool, tick: float) -> bool:
    """Run until a signal comes; False where something in flight did not end in time after that.

    Raises AlreadyRunningError where another process leads beside the same file, ConfigError, StoreError.
    """
    with ExitStack() as stack:
        lead = None if is_worker else _lead(parts, stack)
        store = parts.open_store()
        jobs = list(_jobs(parts, store, lead, stack))
        scheduler = Scheduler(jobs, tick=tick, now=parts.now, failed=tell_failure)
        health = Health(store, scheduler, lead, parts.settings.zone_info, parts.now, parts.now())
        log("started", database=store.place, jobs=" ".join(job.name for job in jobs), port=_port(parts, health, stack))
        return run(scheduler, health, Notifier(parts.environment), tick=tick)


def serve_once(parts: Parts, *, is_worker: bool) -> int:
    """Do once what is due now; the exit code: 0, or that of the first job that failed. Raises what `serve` raises."""
    with ExitStack() as stack:
        lead = None if is_worker else _lead(parts, stack)
        return run_once(list(_jobs(parts, parts.open_store(), lead, stack)))


def _lead(parts: Parts, stack: ExitStack) -> Lead:
    lead = Lead(leadership(parts.settings.database_url))
    stack.callback(lead.close)
    return lead


def _jobs(parts: Parts, store: Store, lead: Lead | None, stack: ExitStack) -> Iterator[Job]:
    if lead is not None:
        ping = _ping(parts, stack)
        turn = Turn(parts.settings.zone_info, parts.settings.check.at.time, parts.now)
        yield Job("check", Led(lead, Checking(store, parts.followup, turn, ping)), rouses=("send",))
    yield Job("send", Sending(parts.make_sender(), parts.now))
    if lead is not None:
        if keeping := _keeping(parts):
            yield Job("backup", Led(lead, keeping))
        yield from (Job(name, Led(lead, further)) for name, further in parts.further.items())


def _keeping(parts: Parts) -> Keeping | None:
    backup = parts.settings.backup
    if not backup.keep:
        return None
    copies = nightly(parts.settings.database_url, parts.backup_folder, backup.keep)
    if copies is None:
        log("no_backup", why="a PostgreSQL database is backed up with its own tools: pg_dump")
        return None
    return Keeping(copies, Turn(parts.settings.zone_info, backup.at.time, parts.now))


def _ping(parts: Parts, stack: ExitStack) -> Ping | None:
    from tracker.channels.secrets import Secrets

    ping = parts.settings.ping
    secrets = Secrets(f"{parts.origin}: ping", parts.environment, parts.folder)
    address = secrets.one("url", env=ping.url_env or "", file=ping.url_file)
    if address is None:
        return None
    from tracker.net.client import Client
    from tracker.serve.ping import SECONDS, Ping

    made = Ping(address, Client(timeout=SECONDS, allow_private=ping.allow_private, table="ping"))
    stack.callback(made.close)
    return made


def _port(parts: Parts, health: Health, stack: ExitStack) -> int | None:
    """The port on which the program says how it is; None where it does not."""
    settings = parts.settings.serve
    if settings.port is None:
        return None
    from tracker.serve.endpoint import Endpoint

    endpoint = Endpoint(settings.host, settings.port, health)
    stack.callback(endpoint.close)
    return endpoint.port
