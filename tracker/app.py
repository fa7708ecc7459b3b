"""The composition root: settings become parts, each built on first use."""

from __future__ import annotations

import getpass
from datetime import timedelta
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING

from tracker import clock
from tracker.config import find_config, load_settings

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date, datetime, tzinfo
    from types import TracebackType
    from typing import Self

    from tracker.config import Settings
    from tracker.config.channels import Channels
    from tracker.core.announcement import Announcement
    from tracker.core.record import Ingested
    from tracker.followup.rules import FollowupRules
    from tracker.net import Client
    from tracker.readers.fetch import Fetcher
    from tracker.readers.source import Source
    from tracker.serve.compose import Parts
    from tracker.services.deliver import Sender
    from tracker.services.doctor import Installation
    from tracker.services.occasion import Occasion
    from tracker.services.reading import ReadingRules
    from tracker.services.watch import Visiting
    from tracker.store.store import Store


class App:
    """All parts of one run, made from one configuration; `today` and `now` are asked for once.

    What a part raises while it is built (ConfigError, StoreError) passes through.
    """

    def __init__(self, config_file: Path | None, environment: Mapping[str, str]) -> None:
        self._config_file = config_file
        self._environment = environment
        self._opened: Store | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if "channels" in self.__dict__:
            self.channels.close()
        if self._opened is not None:
            self._opened.close()

    @cached_property
    def settings(self) -> Settings:
        """The configuration in force."""
        return load_settings(self._config_file, self._environment)

    @property
    def config_origin(self) -> str | None:
        """The file that the configuration comes from; None where the defaults hold."""
        found = find_config(self._config_file, self._environment)
        return str(found) if found else None

    @property
    def folder(self) -> Path:
        """What the paths in the settings are counted from: the folder of their file."""
        return Path(self.config_origin or "").parent.absolute()

    @property
    def backup_folder(self) -> Path | None:
        """Where the nightly copies go; None: beside the database."""
        named = self.settings.backup.folder
        return self.folder / Path(named).expanduser() if named else None

    @property
    def env_file(self) -> Path:
        """Where the variables of a program that a service manager starts are written, a line each."""
        return self.folder / "tracker.env"

    @cached_property
    def now(self) -> datetime:
        """The UTC instant at which this run asked for the time."""
        return clock.now()

    @property
    def zone(self) -> tzinfo:
        """The zone whose days count."""
        return self.settings.zone_info

    @property
    def today(self) -> date:
        """The configured zone's day."""
        return self.now.astimezone(self.zone).date()

    def today_of(self, publisher: str) -> date:
        """The day it is where a publisher is."""
        return self._day_of(publisher, self.now)

    def _day_of(self, publisher: str, at: datetime) -> date:
        return at.astimezone(self.settings.zone_for(publisher)).date()

    def occasion(self, by: str | None = None) -> Occasion:
        """This command, done now: by the person named, else the configured one, else the login."""
        from tracker.services.occasion import Occasion

        return Occasion(" ".join((by or "").split()) or self.settings.person.name or login(), self.today, self.now)

    @cached_property
    def followup(self) -> FollowupRules:
        """How commitments are followed up."""
        from tracker.followup.policy import Policies
        from tracker.followup.rules import FollowupRules

        settings, general = self.settings, self.settings.check.policy
        return FollowupRules(
            Policies(general, {name: table.over(general) for name, table in settings.policies.items()}),
            routes=settings.effective_routes,
            quiet=settings.quiet.quiet,
            zone=self.zone,
            people={name.strip().casefold(): address.strip() for name, address in settings.people.items()},
            me=settings.person.name or None,
            recipients=self.channels.recipients,
        )

    @cached_property
    def channels(self) -> Channels:
        """The ways to tell somebody, by name."""
        from tracker.channels.secrets import Secrets
        from tracker.config.channels import Channels

        secrets = Secrets(self.config_origin or "", self._environment, self.folder)
        return Channels(self.settings.channels, secrets)

    @cached_property
    def rules(self) -> ReadingRules:
        """How announcements are read."""
        from importlib.resources import files

        from tracker.extraction import parse_weights
        from tracker.services.reading import ReadingRules

        weights = files("tracker.extraction.english").joinpath("weights.json").read_text(encoding="utf-8")
        return ReadingRules(parse_weights(weights), self.settings.conventions_for)

    def sender(self) -> Sender:
        """Who sends what is due."""
        from tracker.services.deliver import Sender

        return Sender(self.store, self.channels, self.followup, clock.now)

    def serving(self) -> Parts:
        """What `tracker serve` is made of; it asks for the time again and again."""
        from tracker.serve.compose import Parts
        from tracker.serve.watching import WATCHER, Watching

        watching = Watching(lambda: self.store, self.visiting, self.zone, clock.now)
        return Parts(
            settings=self.settings,
            origin=self.config_origin or "the settings",
            folder=self.folder,
            backup_folder=self.backup_folder,
            environment=self._environment,
            followup=self.followup,
            open_store=lambda: self.store,
            make_sender=self.sender,
            now=clock.now,
            further={WATCHER: watching},
        )

    def installation(self) -> Installation:
        """What the doctor looks at."""
        from tracker.services.doctor import Installation
        from tracker.services.nightly import nightly

        settings = self.settings
        return Installation(
            url=settings.database_url,
            open_store=lambda: self.store,
            occasion=self.occasion(),
            channels=self.channels,
            followup=self.followup,
            conventions={name: settings.conventions_for(name) for name in ("", *settings.publishers)},
            copies=nightly(settings.database_url, self.backup_folder, settings.backup.keep),
            env_file=self.env_file if self.config_origin else None,
        )

    @cached_property
    def client(self) -> Client:
        """What asks for pages and feeds."""
        from tracker.net import Client
        from tracker.readers.fetch import MOST_FETCHED, MOST_REDIRECTS

        web = self.settings.web
        return Client(
            timeout=web.timeout,
            most=MOST_FETCHED,
            allow_private=web.allow_private,
            table="web",
            most_redirects=MOST_REDIRECTS,
        )

    @cached_property
    def fetcher(self) -> Fetcher:
        """How pages are fetched."""
        from tracker.readers.fetch import Fetcher

        return Fetcher(self.client)

    def fetch(self, url: str) -> Source:
        """What stands at an address, asked for without regard to earlier visits. Raises NetError."""
        return self.fetcher.page(url)

    def visiting(self, occasion: Occasion) -> Visiting:
        """What visits of the watch list need; what they find is judged and stored as of one occasion."""
        from tracker.readers.fetch import Fetcher
        from tracker.services.ingest import ingest
        from tracker.services.watch import Visiting

        def take_in(announcement: Announcement) -> Ingested:
            return ingest(self.store, self.followup, occasion, self.rules, announcement, accept=False)

        every = timedelta(minutes=self.settings.web.watch_every)
        today_of = partial(self._day_of, at=occasion.now)
        return Visiting(Fetcher(self.client), take_in, today_of, every)  # robots.txt is read anew each time

    @cached_property
    def store(self) -> Store:
        """The database, made or upgraded where needed."""
        from tracker.store.store import Store

        self._opened = Store.open(self.settings.database_url, now=self.now)
        return self._opened


def login() -> str:
    """The name of the login; a system that knows none is no reason to stop."""
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return "somebody"
