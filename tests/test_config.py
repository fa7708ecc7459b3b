"""Where settings come from, what a bad one is told, and that the shipped file documents them all."""

from __future__ import annotations

import re
import time
import tomllib
from datetime import datetime
from datetime import time as datetime_time
from pathlib import Path
from zoneinfo import ZoneInfo

import msgspec
import pytest
from dateutil.tz import tzlocal

from tracker.config import Settings, default_text, find_config, load_settings
from tracker.config.followup import NamedPolicy, QuietTable, RouteTable
from tracker.config.settings import Dates, Publisher
from tracker.core.alert import StageKind
from tracker.core.conventions import PLAIN, DateOrder, Hemisphere
from tracker.errors import ConfigError
from tracker.followup.policy import Policy
from tracker.followup.quiet import Quiet
from tracker.followup.route import Route

MAIL = "[channels.mail]\nkind = 'email'\nto = ['a@x.example']\n[[routes]]\nchannel = 'mail'\n"
NOBODY = "[channels.mail]\nkind = 'email'\n"
HOOK = "[channels.hook]\nkind = 'webhook'\n[[routes]]\nchannel = 'hook'\n"
ROUTE = "[[routes]]\nchannel = 'mail'\n"
WEEK = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
TABLES = ("person", "check", "serve", "backup", "ping", "log", "web", "dates")
SHIPPED = Path(__file__).parent.parent / "config.toml"


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty home, which is the working folder as well."""
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.delenv("XDG_CONFIG_HOME", raising=False)
    monkeypatch.delenv("XDG_DATA_HOME", raising=False)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def loaded(folder: Path, text: str) -> Settings:
    file = folder / "settings.toml"
    file.write_text(text, encoding="utf-8")
    return load_settings(file, {})


def test_without_a_file_the_defaults_hold(home: Path) -> None:
    settings = load_settings(None, {})
    assert find_config(None, {}) is None
    assert settings.database_url.startswith(f"sqlite:///{home}")
    assert settings.database_url.endswith("tracker.db")
    assert settings.conventions_for("anybody") == PLAIN
    assert settings.zone_info == tzlocal()


def test_the_file_named_goes_before_the_variable_and_that_before_the_users(home: Path) -> None:
    users = home / ".config" / "tracker" / "config.toml"
    users.parent.mkdir(parents=True)
    named, variable = home / "named.toml", home / "variable.toml"
    for file in (users, variable, named):
        file.touch()
    environment = {"TRACKER_CONFIG": str(variable)}
    assert find_config(named, environment) == named
    assert find_config(None, environment) == variable
    assert find_config(None, {}) == users


def test_a_file_in_the_working_folder_is_not_read(home: Path) -> None:
    (home / "config.toml").write_text("this is not TOML", encoding="utf-8")
    assert load_settings(None, {}).person.name == ""


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('[dates]\ncontry = "PK"', "there is no key dates.contry: did you mean country?"),
        ("databse = 1", "there is no key databse: did you mean database or dates or days?"),
        ("x = 1", "there is no key x: known are database, zone, person, dates, days, check, policies"),
        ('[publishers."Ministry"]\nzon = "UTC"', 'publishers."Ministry": there is no key zon: did you mean zone?'),
        ('[dates]\nzone = "UTC"', "there is no key dates.zone"),
        ('[dates]\ncountry = "Pakistan"', "dates.country is 'Pakistan': expected a country code of two letters"),
        ('[dates]\ndate_order = "dym"', "dates.date_order is 'dym': expected one of dmy, mdy, ymd"),
        ('[dates]\nweekend = ["sunday", "fri"]', "dates.weekend[1] is 'fri': expected one of monday, tuesday"),
        ('[dates]\nfiscal_year_end = "02-30"', "dates.fiscal_year_end is '02-30': expected a month and a day"),
        ('zone = "Asia/Karach"', "zone is 'Asia/Karach': expected a zone of the tz database"),
        ('zone = "Asia"', "zone is 'Asia': expected a zone of the tz database"),
        ('zone = "../zone"', "zone is '../zone': expected a zone of the tz database"),
        ("zone = 5", "zone is 5: expected a text"),
        ("[check]\nreview_vague_after = 0", "check.review_vague_after is 0: expected int >= 1"),
        ('[check]\nladder = [1, "x"]', "check.ladder[1] is 'x': expected int, got str"),
        ("[check]\nladder = [7, 1]", "check is {'ladder': [7, 1]}: expected a ladder of ascending days, each once"),
        (
            f"{HOOK}to = ['owner']",
            "routes[0].to names 'owner', and the channel hook takes no addresses: leave `to` out",
        ),
        (f"{MAIL}to = ['ownr']", "routes[0].to is 'ownr': expected"),
        (NOBODY, "channels.mail: the channel mail has no recipients of its own, and without [[routes]] all goes there"),
        (f"{NOBODY}{ROUTE}", "routes[0]: the channel mail has no recipients of its own, and the route names nobody"),
        (f"{NOBODY}{ROUTE}to = ['owner']", "routes[0]: the channel mail has no recipients of its own, which is told"),
        ("[people]\nMaria = 'by the window'", "people.Maria is 'by the window': expected"),
        ("dates = 3", "dates is 3: expected a table, got int"),
        ("publishers = 3", "publishers is 3: expected a table, got int"),
        ("[publishers]\nX = 3", 'publishers."X": this is 3: expected a table, got int'),
        ('zone = "UTC"\nperson = [', "this is not TOML: "),
        ('database = "mysql://host/name"', "database is 'mysql://host/name': expected sqlite:///FILE"),
        ('database = "sqlite://"', "database is 'sqlite://': expected sqlite:///FILE"),
        ('database = "postgresql://me:word@host/name"', "database holds a password: leave it out"),
        ('database = "postgresql://host/name?password=word"', "database holds a password: leave it out"),
        ('database = "postgresql://host/name?sslPassword=word"', "database: sslpassword is a secret and has no place"),
    ],
)
def test_a_bad_setting_is_refused_with_its_file_its_key_and_what_was_expected(
    tmp_path: Path, text: str, said: str
) -> None:
    with pytest.raises(ConfigError) as refused:
        loaded(tmp_path, text)
    assert str(refused.value).startswith(f"{tmp_path / 'settings.toml'}: {said}")


@pytest.mark.parametrize("host", ["localhost", "127.0.0.2", "::1"])
def test_a_host_of_this_machine_needs_no_leave(tmp_path: Path, host: str) -> None:
    assert loaded(tmp_path, f'[serve]\nhost = "{host}"').serve.host == host
    text = '[serve]\nhost = "0.0.0.0"\nallow_remote = true'
    assert loaded(tmp_path, text).serve.host == "0.0.0.0"  # noqa: S104 - it is what is asked for


def test_broken_toml_is_told_by_its_line(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="line 2"):
        loaded(tmp_path, 'zone = "UTC"\nzone is\n')


@pytest.mark.parametrize("name", ["missing.toml", "."])
def test_a_named_file_that_cannot_be_read_is_an_error(tmp_path: Path, name: str) -> None:
    with pytest.raises(ConfigError, match=re.escape(str(tmp_path / name))):
        load_settings(None, {"TRACKER_CONFIG": str(tmp_path / name)})


def test_a_file_in_another_encoding_is_told_the_byte(tmp_path: Path) -> None:
    file = tmp_path / "settings.toml"
    file.write_bytes('[person]\nname = "Zoë"'.encode("latin-1"))
    with pytest.raises(ConfigError, match="byte 19 is not UTF-8"):
        load_settings(file, {})


def test_a_byte_order_mark_is_no_fault(tmp_path: Path) -> None:
    assert loaded(tmp_path, '\ufeff[person]\nname = "Zoë"').person.name == "Zoë"


@pytest.mark.parametrize(
    ("url", "meant"),
    [
        ("sqlite:///tracker.db", "sqlite:///{folder}/tracker.db"),
        ("sqlite:///a folder/tracker.db", "sqlite:///{folder}/a folder/tracker.db"),
        ("sqlite:////srv/tracker.db", "sqlite:////srv/tracker.db"),
        ("sqlite:///~/tracker.db", "sqlite:///{home}/tracker.db"),
        ("postgresql://me@host/name", "postgresql://me@host/name"),
    ],
)
def test_a_databases_path_is_counted_from_the_folder_of_its_file(home: Path, url: str, meant: str) -> None:
    folder = home / "settings"
    folder.mkdir()
    settings = loaded(folder, f'database = "{url}"')
    assert settings.database_url == meant.format(folder=folder, home=home)


def test_routes_policies_and_quiet_hours_are_what_the_planner_takes(tmp_path: Path) -> None:
    settings = loaded(
        tmp_path,
        """
        [check]
        review_vague_after = 60
        [policies.urgent]
        ladder = [-3, 0]
        [policies.slow]
        review_vague_after = 180
        [channels.mail]
        kind = "email"
        to = ["desk@x.example"]
        [channels.hook]
        kind = "webhook"
        [[routes]]
        channel = "mail"
        to = ["owner"]
        filter = "+health"
        stages = ["due", "past"]
        from_day = 7
        immediate = ["due"]
        [quiet]
        from = "22:00"
        to = "06:30"
        days = ["sunday"]
        """,
    )
    general = settings.check.policy
    assert settings.policies["urgent"].over(general) == Policy((-3, 0), 60)
    assert settings.policies["slow"].over(general) == Policy(review_after=180)
    due, past = StageKind.DUE, StageKind.PAST
    route = Route("mail", ("owner",), "+health", frozenset({due, past}), 7, frozenset({due}))
    assert settings.effective_routes == (route,)
    assert settings.quiet.quiet == Quiet(datetime_time(22), datetime_time(6, 30), frozenset({6}))


@pytest.mark.parametrize(
    "route", [f"{HOOK}to = ['hook']", f"{NOBODY}{ROUTE}to = ['a@x.example']", f"{MAIL}to = ['owner']"]
)
def test_a_route_that_suits_its_channel_is_taken(tmp_path: Path, route: str) -> None:
    assert loaded(tmp_path, route).routes


def test_without_routes_everything_goes_through_every_channel(tmp_path: Path) -> None:
    settings = loaded(
        tmp_path, "[channels.mail]\nkind = 'email'\nto = ['a@x.example']\n[channels.hook]\nkind = 'webhook'"
    )
    assert settings.effective_routes == (Route("mail"), Route("hook"))
    assert load_settings(tmp_path / "settings.toml", {}).quiet.quiet == Quiet()


def test_a_publisher_has_its_own_ways_and_takes_over_the_rest(tmp_path: Path) -> None:
    settings = loaded(
        tmp_path,
        """
        zone = "Europe/London"
        [dates]
        country = "gb"
        subdivision = "SCT"
        date_order = "dmy"
        fiscal_year_end = "03-31"
        weekend = ["saturday", "sunday"]
        [publishers."Ministry of Works"]
        country = "NZ"
        hemisphere = "south"
        zone = "Pacific/Auckland"
        [publishers."US Desk"]
        date_order = "mdy"
        weekend = []
        """,
    )
    general = settings.conventions_for("anybody")
    assert (general.country, general.subdivision, general.fiscal_year_end) == ("GB", "SCT", (3, 31))
    works = settings.conventions_for(" ministry of WORKS ")
    assert (works.country, works.subdivision, works.fiscal_year_end, works.weekend) == ("NZ", None, None, None)
    assert (works.hemisphere, works.date_order) == (Hemisphere.SOUTH, DateOrder.DMY)
    desk = settings.conventions_for("US Desk")
    assert (desk.country, desk.date_order, desk.weekend) == ("GB", DateOrder.MDY, frozenset())
    assert general.weekend == {5, 6}
    assert settings.zone_for("Ministry of Works") == ZoneInfo("Pacific/Auckland")
    assert settings.zone_for("anybody") == settings.zone_info == ZoneInfo("Europe/London")


def test_the_systems_zone_knows_its_summer_time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TZ", "Europe/London")
    time.tzset()
    zone = load_settings(None, {}).zone_info
    offsets = {datetime(2026, month, 1, tzinfo=zone).utcoffset() for month in (1, 7)}
    monkeypatch.undo()
    time.tzset()
    assert len(offsets) == 2


@pytest.mark.usefixtures("home")
def test_the_shipped_file_holds_the_defaults() -> None:
    assert load_settings(SHIPPED, {}) == load_settings(None, {})


def test_the_shipped_file_documents_every_key(tmp_path: Path) -> None:
    text = default_text()
    assert text == SHIPPED.read_text(encoding="utf-8")
    settings = re.sub(r"^#(?=\S)", "", text, flags=re.MULTILINE)
    settings = settings.replace('database = "postgresql', 'other = "postgresql')
    raw = tomllib.loads(settings)
    assert set(raw) - {"other"} == keys(Settings)
    assert {key for table in TABLES for key in raw[table]} == {
        key for field in msgspec.structs.fields(Settings) if field.encode_name in TABLES for key in keys(field.type)
    }
    assert set(raw["policies"]["urgent"]) == keys(NamedPolicy)
    assert set(raw["routes"][0]) == keys(RouteTable)
    assert set(raw["quiet"]) == keys(QuietTable)
    assert set(raw["publishers"]["Ministry of Works"]) <= keys(Publisher)
    assert keys(Publisher) - keys(Dates) <= set(raw["publishers"]["Ministry of Works"])
    loaded(tmp_path, re.sub(r"^other.*$", "", settings, flags=re.MULTILINE))


def keys(kind: type[msgspec.Struct]) -> set[str]:
    return {field.encode_name for field in msgspec.structs.fields(kind)}


def test_every_setting_can_be_written_out_again(tmp_path: Path) -> None:
    text = re.sub(r"^#(?=[a-z[](?!atabase))", "", default_text(), flags=re.MULTILINE)
    written = msgspec.to_builtins(loaded(tmp_path, text), enc_hook=str)
    assert written["zone"] == "Europe/London"
    assert written["dates"] == tomllib.loads(text)["dates"] | {"weekend": ("saturday", "sunday")}
