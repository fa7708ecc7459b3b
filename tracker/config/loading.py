"""From the file to the settings: found, read, typed; what is wrong with it said in one line."""

from __future__ import annotations

import re
import tomllib
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar, get_args
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

import msgspec
import platformdirs

from tracker.config.followup import NamedPolicy
from tracker.config.routing import check_routes
from tracker.config.secrecy import check_channels, check_database
from tracker.config.settings import Publisher, Settings
from tracker.core.calendar import Period
from tracker.errors import ConfigError
from tracker.registry import nearest

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tracker.config.section import Section

Table = TypeVar("Table", bound=msgspec.Struct)


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
    package = Path(__file__).parents[1]
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
    check_channels(raw.get("channels"), str(path))
    return _settings(raw, str(path))


TABLES_BY_NAME: dict[str, type[Section]] = {"publishers": Publisher, "policies": NamedPolicy}
"""Tables of tables; each is read by itself, so that an error can name it."""


def _settings(raw: dict[str, Any], origin: str) -> Settings:
    """The typed settings, which agree with each other."""
    named = {key: raw[key] for key in (*TABLES_BY_NAME, "days") if isinstance(raw.get(key), dict)}
    settings = convert({**raw, **{key: {} for key in named}}, Settings, origin)
    days = {name: _named_days(value, f'{origin}: days."{name}"') for name, value in named.pop("days", {}).items()}
    own = {
        key: {name: convert(keys, TABLES_BY_NAME[key], f'{origin}: {key}."{name}"') for name, keys in tables.items()}
        for key, tables in named.items()
    }
    check_routes(settings, origin)
    return msgspec.structs.replace(settings, days=days, **own)


def _named_days(value: Any, place: str) -> Period:
    """A day, or the first and the last of several."""
    try:
        first, last = msgspec.convert(value if isinstance(value, list) else [value, value], tuple[date, date])
        return Period(first, last)
    except (msgspec.ValidationError, ValueError):
        shown = [str(one) for one in value] if isinstance(value, list) else str(value)
        raise ConfigError(f"{place} is {shown!r}", "expected a day, or a first and a last one") from None


def convert(raw: Any, kind: type[Table], origin: str) -> Table:
    """A table as its type. Raises ConfigError, which names the key, what it is and what was expected."""
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


def _refusal(raw: Any, kind: type[msgspec.Struct], origin: str, message: str) -> ConfigError:
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
    if path.partition("[")[0].endswith("_env"):  # it may be the secret itself, which somebody wrote in the wrong place
        return ConfigError(f"{origin}: {path} is not what it should be", plain)
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
    check_database(parts, f"{config}: database")
    if parts.scheme.startswith("postgresql"):
        return url
    if parts.scheme != "sqlite" or parts.netloc or not parts.path.strip("/"):
        raise ConfigError(f"{config}: database is {url!r}", "expected sqlite:///FILE or postgresql://USER@HOST/NAME")
    named = Path(url.removeprefix("sqlite:///")).expanduser()
    return f"sqlite:///{(config.parent if config else Path()).absolute() / named}"
