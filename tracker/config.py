"""The settings: one TOML file, every key typed, an unknown one refused.

The file is `--config`, else TRACKER_CONFIG, else config.toml in the user's config folder; never one in the working
folder, since a stranger's folder must not configure this program. `config.toml` in the project documents every key.
"""

from __future__ import annotations

import re
import tomllib
from datetime import date, tzinfo
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, TypeVar, get_args
from urllib.parse import parse_qs, urlsplit
from zoneinfo import ZoneInfo

import msgspec
import platformdirs
from dateutil.tz import tzlocal

from tracker.core.conventions import PLAIN, Conventions, DateOrder, Hemisphere
from tracker.errors import ConfigError
from tracker.followup.policy import LADDER, Policy
from tracker.registry import nearest

if TYPE_CHECKING:
    from collections.abc import Mapping

Table = TypeVar("Table", bound="_Table")


class Weekday(StrEnum):
    """A day of the week by its English name, Monday first."""

    MONDAY = "monday"
    TUESDAY = "tuesday"
    WEDNESDAY = "wednesday"
    THURSDAY = "thursday"
    FRIDAY = "friday"
    SATURDAY = "saturday"
    SUNDAY = "sunday"


class Country(str):
    """An ISO 3166-1 alpha-2 code, in capitals. Raises ValueError for anything else."""

    __slots__ = ()

    def __new__(cls, text: str) -> Country:
        if not re.fullmatch(r"[A-Za-z]{2}", text):
            raise ValueError('expected a country code of two letters, such as "PK"')
        return super().__new__(cls, text.upper())


class MonthDay(str):
    """A day of every year, "MM-DD". Raises ValueError where no year has it."""

    __slots__ = ()

    def __new__(cls, text: str) -> MonthDay:
        try:
            date.fromisoformat(f"2000-{text}")
        except ValueError:
            raise ValueError('expected a month and a day, such as "03-31"') from None
        return super().__new__(cls, text)

    @property
    def month_and_day(self) -> tuple[int, int]:
        """The same as numbers."""
        return int(self[:2]), int(self[3:])


class _Table(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A table of the file."""


class Person(_Table, frozen=True):
    """Who settles, unless a command says so: `name` is written into the history."""

    name: str = ""


class Dates(_Table, frozen=True):
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


Step = Annotated[int, msgspec.Meta(ge=-3650, le=3650)]


class Check(_Table, frozen=True):
    """What the daily check speaks of, in days."""

    review_vague_after: Annotated[int, msgspec.Meta(ge=1, le=3650)] = Policy().review_after
    ladder: tuple[Step, ...] = LADDER

    def __post_init__(self) -> None:
        if list(self.ladder) != sorted(set(self.ladder)):
            raise ValueError("expected a ladder of ascending days, each once")


class Web(_Table, frozen=True):
    """How pages and feeds are fetched: `timeout` in seconds for a whole page, `watch_every` in minutes."""

    timeout: Annotated[float, msgspec.Meta(gt=0, le=600)] = 30
    allow_private: bool = False
    watch_every: Annotated[int, msgspec.Meta(ge=1, le=525_600)] = 60


class Settings(_Table, frozen=True):
    """Everything that the file can say. `zone` None is the system's; `database_url` is absolute once loaded."""

    database_url: str = msgspec.field(default="", name="database")
    zone: ZoneInfo | None = None
    person: Person = Person()
    dates: Dates = Dates()
    check: Check = Check()
    web: Web = Web()
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
        )

    def zone_for(self, publisher: str) -> tzinfo:
        """The zone of this publisher's days."""
        return self._publisher(publisher).zone or self.zone_info

    def _publisher(self, name: str) -> Publisher:
        wanted = name.strip().casefold()
        matches = (keys for known, keys in self.publishers.items() if known.strip().casefold() == wanted)
        return next(matches, Publisher())


def find_config(path: Path | None, environment: Mapping[str, str]) -> Path | None:
    """The file that holds: the one named, else TRACKER_CONFIG's, else the user's; None where there is none.

    Raises ConfigError where a named one does not exist.
    """
    named = path or (Path(environment["TRACKER_CONFIG"]) if environment.get("TRACKER_CONFIG") else None)
    users = platformdirs.user_config_path("tracker", appauthor=False) / "config.toml"
    found = (named or users).expanduser()
    if found.exists():
        return found
    if named:
        raise ConfigError(f"{found}: there is no such file", "--config or TRACKER_CONFIG names the settings")
    return None


def load_settings(path: Path | None, environment: Mapping[str, str]) -> Settings:
    """The settings of the file that `find_config` finds; the defaults where there is none.

    Raises ConfigError, which names the file, the key, what it is and what was expected.
    """
    found = find_config(path, environment)
    settings = _read(found) if found else Settings()
    return msgspec.structs.replace(settings, database_url=_database(settings.database_url, found))


def default_text() -> str:
    """The commented default: inside the package once installed, beside it in a checkout."""
    package = Path(__file__).parent
    installed = package / "config.toml"
    return (installed if installed.exists() else package.parent / "config.toml").read_text(encoding="utf-8")


def _read(path: Path) -> Settings:
    try:
        raw = tomllib.loads(path.read_bytes().decode("utf-8-sig"))
    except OSError as error:
        raise ConfigError(f"{path}: {(error.strerror or str(error)).lower()}", "it must be a readable file") from None
    except UnicodeDecodeError as error:
        raise ConfigError(f"{path}: byte {error.start} is not UTF-8", "save the file as UTF-8") from None
    except tomllib.TOMLDecodeError as error:
        raise ConfigError(f"{path}: this is not TOML", str(error)) from None
    return _settings(raw, str(path))


def _settings(raw: dict[str, Any], origin: str) -> Settings:
    """The typed settings; publishers one by one, so that an error can name its own."""
    publishers = raw.get("publishers")
    if not isinstance(publishers, dict):
        return _convert(raw, Settings, origin)
    settings = _convert({**raw, "publishers": {}}, Settings, origin)
    own = {name: _convert(keys, Publisher, f'{origin}: publishers."{name}"') for name, keys in publishers.items()}
    return msgspec.structs.replace(settings, publishers=own)


def _convert(raw: Any, kind: type[Table], origin: str) -> Table:
    try:
        return msgspec.convert(raw, kind, dec_hook=_own_type)
    except msgspec.ValidationError as error:
        raise _refusal(raw, kind, origin, str(error)) from None


def _own_type(kind: type[Any], value: Any) -> Any:
    """A value of a type that TOML does not know. Raises ValueError, which msgspec gives the key's path."""
    if not isinstance(value, str):
        raise ValueError("expected a text")
    try:
        return kind(value)
    except (KeyError, OSError, ValueError) as error:
        if kind is not ZoneInfo:
            raise
        raise ValueError('expected a zone of the tz database, such as "Asia/Karachi"') from error


def _refusal(raw: Any, kind: type[_Table], origin: str, message: str) -> ConfigError:
    """What msgspec says, `Expected `int`, got `str` - at `$.check.ladder[0]``, in words for a person."""
    what, _, place = message.partition(" - at `$")
    path, steps = place.strip(".`"), re.findall(r"\w+", place)
    unknown = re.search(r"unknown field `(.*)`", what)
    type_at, value = _follow(kind, raw, steps)
    if unknown:
        known = [field.encode_name for field in msgspec.structs.fields(type_at)]
        near = nearest(unknown[1], known)
        remedy = f"did you mean {' or '.join(near)}?" if near else f"known are {', '.join(known)}"
        return ConfigError(f"{origin}: there is no key {'.'.join([*steps, unknown[1]])}", remedy)
    is_choice = isinstance(type_at, type) and issubclass(type_at, StrEnum)
    expected = f"expected one of {', '.join(type_at)}" if is_choice else what[0].lower() + what[1:]
    plain = expected.replace("`", "").replace("object", "a table")
    return ConfigError(f"{origin}: {path or 'this'} is {value!r}", plain)


def _follow(kind: Any, value: Any, steps: list[str]) -> tuple[Any, Any]:
    """The type and the value that a path leads to."""
    for step in steps:
        if step.isdigit():
            kind, value = get_args(kind)[0], value[int(step)]
        else:
            types = {field.encode_name: field.type for field in msgspec.structs.fields(kind)}
            kind, value = types[step], value[step]
        if type(None) in get_args(kind):
            kind = get_args(kind)[0]
    return kind, value


def _database(url: str, config: Path | None) -> str:
    """The database's address with an absolute path, which is counted from the folder of the file that names it."""
    if not url:
        return f"sqlite:///{platformdirs.user_data_path('tracker', appauthor=False) / 'tracker.db'}"
    parts = urlsplit(url)
    if parts.password is not None or "password" in parse_qs(parts.query):
        remedy = "leave it out; PGPASSFILE, PGPASSWORD or ~/.pgpass hold it"
        raise ConfigError(f"{config}: database holds a password", remedy)
    if parts.scheme.startswith("postgresql"):
        return url
    if parts.scheme != "sqlite" or parts.netloc or not parts.path.strip("/"):
        raise ConfigError(f"{config}: database is {url!r}", "expected sqlite:///FILE or postgresql://USER@HOST/NAME")
    named = Path(url.removeprefix("sqlite:///")).expanduser()
    return f"sqlite:///{(config.parent if config else Path()).absolute() / named}"
