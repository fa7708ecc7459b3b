"""What an installation stands on, looked over: its channels, the holidays, the time zones, the nightly copies."""

from __future__ import annotations

import shlex
import zoneinfo
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from tracker.core.health import Finding, Health
from tracker.errors import ConfigError, MissingVariableError, NetError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from datetime import datetime

    from tracker.channels.channel import Channel
    from tracker.core.conventions import Conventions
    from tracker.services.nightly import Nightly

NEWEST_COPY = timedelta(hours=50)
"""A nightly copy may miss one night."""

OLD_RULES = 2
"""Years after which rules of time zones are old: governments change theirs several times a year."""


def examine_channels(channels: Mapping[str, Channel]) -> Iterator[Finding]:
    """Whether each channel can be made of its settings and has its secrets; nothing is sent.

    A variable that is missing here is a warning: `tracker serve`, which sends, may have it in its own environment.
    """
    for name in channels:
        try:
            channels[name].check_secrets()
        except MissingVariableError as error:
            yield Finding("channels", Health.WARNING, f"{name} cannot be used from here: {error}")
        except (ConfigError, NetError) as error:
            yield Finding("channels", Health.BAD, str(error))
        else:
            yield Finding("channels", Health.GOOD, f"{name} can be used: `tracker alerts test {name}` tries it")


def examine_env_file(path: Path | None) -> Iterator[Finding]:
    """Whether the file with the variables of a service, where there is one, is its owner's alone."""
    if path is None or not path.is_file():
        return
    mode = path.stat().st_mode & 0o777
    if mode & ~0o700:
        detail = f"others can read or change {path} (mode {mode:o}): chmod 600 {shlex.quote(str(path))}"
        yield Finding("secrets", Health.WARNING, detail)
    else:
        yield Finding("secrets", Health.GOOD, f"only you can read {path}")


def examine_holidays(conventions: Iterable[Conventions], year: int) -> Iterator[Finding]:
    """Whether the public holidays of a year are known in each country that dates are read for."""
    countries = sorted({(one.country, one.subdivision or "") for one in conventions if one.country})
    for country, subdivision in countries:
        where = f"{country}-{subdivision}" if subdivision else country
        if _holidays(country, subdivision, year):
            yield Finding("holidays", Health.GOOD, f"those of {year} in {where} are known")
        else:
            remedy = "install a newer version of the library `holidays`; until then they count as working days"
            yield Finding("holidays", Health.BAD, f"those of {year} in {where} are not known: {remedy}")


def _holidays(country: str, subdivision: str, year: int) -> int:
    """How many public holidays are known; none for a country that the library does not know."""
    from holidays import country_holidays

    try:
        return len(country_holidays(country, subdiv=subdivision or None, years=year))
    except NotImplementedError:
        return 0


def examine_zone_data(today: date) -> Iterator[Finding]:
    """How old the rules of the time zones are, the system's or, where it has none, the library's."""
    version = _version_of_zones()
    if not version[:4].isdigit():
        return
    if today.year - int(version[:4]) >= OLD_RULES:
        yield Finding("time zones", Health.WARNING, f"their rules are of {version}: update the package tzdata")
    else:
        yield Finding("time zones", Health.GOOD, f"their rules are of {version}")


def _version_of_zones() -> str:
    """The version of the tz database, such as 2026a; empty where nothing says so."""
    for folder in map(Path, zoneinfo.TZPATH):
        if (folder / "Etc" / "UTC").exists():  # zoneinfo takes the first folder that has the zone
            head = (folder / "tzdata.zi").read_text(encoding="ascii")[:40] if (folder / "tzdata.zi").exists() else ""
            return head.removeprefix("# version ").partition("\n")[0]
    import tzdata

    return str(tzdata.IANA_VERSION)


def examine_copies(copies: Nightly | None, now: datetime) -> Iterator[Finding]:
    """Whether the nightly copies, where there were any, are still made."""
    last = copies.last(now) if copies and copies.keep else None
    if last is None:
        return
    if now - last > NEWEST_COPY:
        detail = f"the last nightly one is of {last:%Y-%m-%d %H:%M} UTC: is `tracker serve` running?"
        yield Finding("backups", Health.WARNING, detail)
    else:
        yield Finding("backups", Health.GOOD, f"the last nightly one is of {last:%Y-%m-%d %H:%M} UTC")
