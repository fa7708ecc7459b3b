"""Everything that the file can say, as typed tables; `config.toml` in the project documents every key."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any
from zoneinfo import ZoneInfo

import msgspec
from dateutil.tz import tzlocal

from tracker.config.followup import Check, Name, NamedPolicy, QuietTable, RouteTable
from tracker.config.running import Backup, Log, Ping, Serve
from tracker.config.section import Section
from tracker.config.types import Country, MonthDay, Weekday
from tracker.core.calendar import Period
from tracker.core.conventions import PLAIN, Conventions, DateOrder, Hemisphere, NamedDays
from tracker.followup.route import Route

if TYPE_CHECKING:
    from datetime import tzinfo


class Person(Section, frozen=True):
    """Who settles, unless a command says so: `name` is written into the history."""

    name: str = ""


class Dates(Section, frozen=True):
    """How dates are read; a key that is not set leaves it to the country, else to `tracker.core.conventions`."""

    country: Country | None = None
    subdivision: str | None = None
    date_order: DateOrder | None = None
    fiscal_year_end: MonthDay | None = None
    weekend: tuple[Weekday, ...] | None = None
    hemisphere: Hemisphere | None = None


class Publisher(Dates, frozen=True):
    """How one publisher's dates are read, and the zone of its days."""

    zone: ZoneInfo | None = None


class Web(Section, frozen=True):
    """How pages and feeds are fetched: `timeout` in seconds for a whole page, `watch_every` in minutes."""

    timeout: Annotated[float, msgspec.Meta(gt=0, le=600)] = 30
    allow_private: bool = False
    watch_every: Annotated[int, msgspec.Meta(ge=1, le=525_600)] = 60


class Settings(Section, frozen=True):
    """Everything that the file can say. `zone` None is the system's; `database_url` is absolute once loaded.

    `channels` stays as it was read: what a channel's keys are, its own file says.
    """

    database_url: str = msgspec.field(default="", name="database")
    zone: ZoneInfo | None = None
    person: Person = Person()
    dates: Dates = Dates()
    days: dict[str, Period] = msgspec.field(default_factory=dict)
    check: Check = Check()
    policies: dict[str, NamedPolicy] = msgspec.field(default_factory=dict)
    quiet: QuietTable = QuietTable()
    people: dict[str, Name] = msgspec.field(default_factory=dict)
    serve: Serve = Serve()
    backup: Backup = Backup()
    ping: Ping = Ping()
    log: Log = Log()
    web: Web = Web()
    channels: dict[str, dict[str, Any]] = msgspec.field(default_factory=dict)
    routes: tuple[RouteTable, ...] = ()
    publishers: dict[str, Publisher] = msgspec.field(default_factory=dict)

    @property
    def zone_info(self) -> tzinfo:
        """The zone whose days count: the configured one, else the system's."""
        return self.zone or tzlocal()

    def conventions_for(self, publisher: str) -> Conventions:
        """How this publisher's dates are read: its own keys first, then those of [dates].

        A publisher of another country takes over nothing that belongs to the general country alone.
        """
        own, general = self._publisher(publisher), self.dates
        if own.country not in (None, general.country):
            general = msgspec.structs.replace(general, subdivision=None, fiscal_year_end=None, weekend=None)
        year_end = own.fiscal_year_end or general.fiscal_year_end
        weekend = general.weekend if own.weekend is None else own.weekend
        return Conventions(
            country=own.country or general.country,
            subdivision=own.subdivision or general.subdivision,
            date_order=own.date_order or general.date_order or PLAIN.date_order,
            fiscal_year_end=year_end.month_and_day if year_end else None,
            weekend=None if weekend is None else frozenset(list(Weekday).index(day) for day in weekend),
            hemisphere=own.hemisphere or general.hemisphere or PLAIN.hemisphere,
            named_days=tuple(NamedDays(name, period) for name, period in self.days.items()),
        )

    @property
    def effective_routes(self) -> tuple[Route, ...]:
        """The routes; where there are none, everything goes through every channel to its own recipients."""
        return tuple(table.route for table in self.routes) or tuple(map(Route, self.channels))

    def zone_for(self, publisher: str) -> tzinfo:
        """The zone of this publisher's days."""
        return self._publisher(publisher).zone or self.zone_info

    def _publisher(self, name: str) -> Publisher:
        wanted = name.strip().casefold()
        matches = (keys for known, keys in self.publishers.items() if known.strip().casefold() == wanted)
        return next(matches, Publisher())
