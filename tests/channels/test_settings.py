"""Tables of channels in the settings: what is wrong is told by its key, and nothing secret stands there."""

import ast
import inspect
import re
import subprocess
import sys
import tomllib

import msgspec
import pytest

from tracker.app import App
from tracker.channels import CHANNELS
from tracker.channels.secrets import Secrets
from tracker.config import default_text
from tracker.config.channels import Channels
from tracker.config.loading import convert
from tracker.core.outbox import Verdict
from tracker.errors import ConfigError
from tracker.registry import load


@pytest.mark.parametrize(
    "recipient", ["a@b.example, c@d.example", "a@b.example\nX: y", "a@b.example> RCPT TO:<c@d.example"]
)
def test_a_recipient_is_one_address(email, recipient):
    with pytest.raises(ConfigError, match="is no recipient: expected one mail address"):
        email(25).check_recipient(recipient)
    with pytest.raises(ConfigError, match=r"config\.toml: channels\.mail: to\[1\] is .*: expected one mail address"):
        email(25, to=["desk@elsin.example", recipient])


@pytest.mark.parametrize(
    ("table", "said"),
    [
        ({"prot": 25}, "channels.mail: there is no key prot: did you mean port or host or from?"),
        ({"port": "25"}, "channels.mail: port is '25': expected"),
        ({"host": "a b"}, "channels.mail: host is 'a b': expected a name"),
        ({"security": "ssl"}, "channels.mail: security is 'ssl': expected one of starttls, tls, none"),
        ({"host": "post.example"}, 'security = "none" would send mail in clear to post.example'),
        ({"user": "desk"}, "there is user and no password_env: a login needs both"),
        ({"password_env": "X"}, "there is a password and no user: a login needs both"),
        (
            {"password_env": "hunter 2"},
            "password_env is not what it should be: expected the name of an environment variable",
        ),
        ({"password_env": "X", "password_file": "y"}, "password_env and password_file are both there"),
        ({"from": "Tracker"}, "channels.mail: from is 'Tracker': expected one mail address"),
        ({"timeout": 0}, "channels.mail: timeout is 0"),
        ({"kind": "mail"}, "channels.mail: kind is 'mail': did you mean email?"),
        ({"kind": "fax"}, "channels.mail: kind is 'fax': expected one of email, webhook"),
        ({"kind": ""}, "channels.mail: has no kind: expected one of email"),
    ],
)
def test_a_wrong_table_is_told_by_its_key(email, table, said):
    with pytest.raises(ConfigError) as refused:
        email(25, **table)
    assert said in str(refused.value)


def test_a_file_without_certificates_is_told(email, sent, notice, item, tmp_path):
    (tmp_path / "empty.pem").touch()
    for name, why in (("empty.pem", "holds no certificates"), ("missing.pem", "no such file or directory")):
        outcome = sent(email(25, security="starttls", ca_file=name), notice(item()))
        assert (outcome.verdict, why in outcome.detail) == (Verdict.RETRY, True)


@pytest.mark.parametrize("kind", [*CHANNELS])
def test_a_key_that_a_channel_does_not_know_is_refused_by_its_name(built, kind):
    with pytest.raises(ConfigError, match=r"config\.toml: channels\.one: there is no key colour: "):
        built("one", {}, kind=kind, colour="red")


def test_building_one_channel_loads_no_other():
    program = (
        "import sys; from pathlib import Path; from tracker.channels.secrets import Secrets; "
        "from tracker.config.channels import Channels; "
        "channels = Channels({'out': {'kind': 'console'}, 'bad': {'kind': 'fax'}}, Secrets('', {}, Path())); "
        "assert 'bad' in channels and len(channels) == 2; channels['out']; "
        "ours = ('tracker.channels.', 'smtplib', 'urllib3', 'apprise'); "
        "print([name for name in sys.modules if name.startswith(ours)])"
    )
    ended = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    loaded = set(ast.literal_eval(ended.stdout))
    assert loaded == {f"tracker.channels.{name}" for name in ("console", "secrets", "settings")}


def loaded(folder, text, environment=None):
    """The channels of a configuration file."""
    file = folder / "config.toml"
    file.write_text(text, encoding="utf-8")
    return App(file, environment or {}).channels


@pytest.mark.parametrize(
    ("table", "key", "ways"),
    [
        ('kind = "email"\npassword = "canary"', "password", "password_env or password_file or password_keyring"),
        ('kind = "webhook"\nsecret = "canary"', "secret", "secret_env or secret_file or secret_keyring"),
        ('kind = "slack"\nurl = "https://canary.example"', "url", "url_env or url_file"),
        ('kind = "apprise"\nurls = ["json://canary"]', "urls", "url_env or url_file"),
    ],
)
def test_a_secret_in_the_file_is_refused_and_not_repeated(tmp_path, table, key, ways):
    with pytest.raises(ConfigError) as refused:
        loaded(tmp_path, f"[channels.one]\n{table}\n")
    place = f"{tmp_path / 'config.toml'}: channels.one"
    assert str(refused.value) == f"{place}: {key} is a secret and has no place here: say where it is: {ways}"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("channels = 3", "channels is 3: expected a table"),
        ("[channels]\none = 3", "channels.one is no table: write [channels.one]"),
        ('[channels."a b"]\nkind = "console"', "channels has the name 'a b': use letters, digits, - and _"),
    ],
)
def test_a_channel_is_a_table_with_a_plain_name(tmp_path, text, said):
    with pytest.raises(ConfigError) as refused:
        loaded(tmp_path, text)
    assert said in str(refused.value)


def test_a_wrong_channel_keeps_no_other_from_use(tmp_path):
    channels = loaded(tmp_path, '[channels.bad]\nkind = "fax"\n[channels.out]\nkind = "console"\n')
    assert list(channels) == ["bad", "out"]
    assert channels["out"] is channels["out"]
    assert "none" not in channels
    with pytest.raises(ConfigError, match=r"channels\.bad: kind is 'fax'"):
        channels["bad"]


def test_without_a_file_there_are_no_channels(tmp_path, monkeypatch):
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.delenv("XDG_CONFIG_HOME", raising=False)
    assert len(App(None, {}).channels) == 0


def test_the_shipped_file_documents_every_key_of_every_channel():
    raw = tomllib.loads(re.sub(r"^#(?=\S)(?!database)", "", default_text(), flags=re.MULTILINE))["channels"]
    chats = {"slack", "teams", "discord", "mattermost"}
    assert {table["kind"] for table in raw.values()} | chats == set(CHANNELS)
    for table in raw.values():
        settings = load(CHANNELS[table.pop("kind")]).Settings
        assert set(table) == {field.encode_name for field in msgspec.structs.fields(settings)}
        convert(table, settings, "config.toml")


@pytest.mark.parametrize("kind", [*CHANNELS])
def test_every_channel_does_what_a_channel_does(kind):
    made = load(CHANNELS[kind])
    for name in ("from_settings", "check_recipient", "compose", "send", "close"):
        assert list(inspect.signature(getattr(made, name)).parameters)[: len(SIGNATURES[name])] == SIGNATURES[name]


SIGNATURES = {
    "from_settings": ["name", "settings", "secrets"],
    "check_recipient": ["self", "recipient"],
    "compose": ["self", "notice"],
    "send": ["self", "message", "at"],
    "close": ["self"],
}


def test_a_channel_that_cannot_be_closed_hinders_no_other(tmp_path, monkeypatch):
    closed = []

    def close(self):
        closed.append(self)
        raise OSError("it has gone")

    channels = Channels({"one": {"kind": "console"}, "two": {"kind": "console"}}, Secrets("x", {}, tmp_path))
    monkeypatch.setattr(type(channels["one"]), "close", close)
    built = [channels[name] for name in channels]
    with pytest.raises(OSError, match="it has gone"):
        channels.close()
    assert set(closed) == set(built)
