"""Secrets: found where the settings say, refused where others could read them, and seen nowhere."""

import json
import logging
import sys
import traceback
from datetime import UTC, datetime
from types import ModuleType

import pytest

from tracker.app import App
from tracker.channels.secrets import Secrets
from tracker.cli.main import main
from tracker.core.outbox import Message, MessageKind, Verdict
from tracker.errors import ConfigError

CANARY = "canary-4b2a-secret"


@pytest.fixture
def secrets(tmp_path):
    """Where secrets are found: a variable and a folder."""
    return Secrets("config.toml: channels.mail", {"HELD": f" {CANARY}\n", "EMPTY": ""}, tmp_path)


@pytest.fixture
def keyring(monkeypatch):
    """A keyring that holds what it is told to; the library's own asks the desktop."""

    class KeyringError(Exception):
        """What a keyring raises."""

    module, errors = ModuleType("keyring"), ModuleType("keyring.errors")
    errors.KeyringError = KeyringError
    module.errors, module.held = errors, {("tracker", "desk"): CANARY}
    module.get_password = lambda service, user: module.held.get((service, user))
    monkeypatch.setitem(sys.modules, "keyring", module)
    monkeypatch.setitem(sys.modules, "keyring.errors", errors)
    return module


def written(folder, text, mode=0o600):
    file = folder / "secret"
    file.write_text(text, encoding="utf-8")
    file.chmod(mode)
    return str(file)


def test_a_secret_stands_in_a_variable_a_file_or_the_keyring(secrets, tmp_path, keyring):
    written(tmp_path, f"{CANARY}\n")
    assert secrets.one("password", env="HELD").read() == CANARY
    assert secrets.one("password", file="secret").read() == CANARY
    assert secrets.one("password", keyring="tracker/desk").read() == CANARY
    assert secrets.one("password") is None
    assert keyring.held


def test_several_secrets_keep_their_order(secrets, tmp_path):
    written(tmp_path, "other")
    assert [one.read() for one in secrets.several("secret", env=["HELD"], file=["secret"])] == [CANARY, "other"]


@pytest.mark.parametrize(
    ("sources", "said"),
    [
        (
            {"env": "MISSING"},
            "password_env: the environment has no variable MISSING: set it for",
        ),
        ({"env": "EMPTY"}, "password_env: EMPTY is empty"),
        ({"file": "missing"}, "missing: no such file or directory"),
        ({"file": "."}, "is a directory"),
        ({"keyring": "tracker/nobody"}, "password_keyring: the keyring has no password of nobody for tracker"),
    ],
)
@pytest.mark.usefixtures("keyring")
def test_a_secret_that_is_not_there_is_told(secrets, sources, said):
    with pytest.raises(ConfigError) as refused:
        secrets.one("password", **sources).read()
    assert said in str(refused.value)
    assert str(refused.value).startswith("config.toml: channels.mail: ")


def test_a_locked_keyring_is_told(secrets, keyring):
    def locked(_service, _user):
        raise keyring.errors.KeyringError("it is locked")

    keyring.get_password = locked
    with pytest.raises(ConfigError, match="the keyring: it is locked"):
        secrets.one("password", keyring="tracker/desk").read()


def test_a_keyring_that_is_not_installed_is_told(secrets, monkeypatch):
    monkeypatch.setitem(sys.modules, "keyring", None)
    with pytest.raises(ConfigError, match=r"pip install 'commitment-tracker\[keyring\]'"):
        secrets.one("password", keyring="tracker/desk").read()


@pytest.mark.parametrize("mode", [0o644, 0o604, 0o602])
def test_a_file_that_everybody_may_read_is_refused(secrets, tmp_path, mode):
    path = written(tmp_path, CANARY, mode)
    with pytest.raises(ConfigError) as refused:
        secrets.one("password", file=path).read()
    assert f"everybody may read {path}: chmod 600 {path}" in str(refused.value)


def test_a_file_that_is_no_text_is_told_without_its_bytes(secrets, tmp_path):
    (tmp_path / "secret").write_bytes(b"\xff\xfe")
    (tmp_path / "secret").chmod(0o600)
    with pytest.raises(ConfigError, match="is not UTF-8") as refused:
        secrets.one("password", file="secret").read()
    assert "xff" not in "".join(traceback.format_exception(refused.value))


def test_neither_repr_nor_text_tells_a_secret(secrets):
    held = secrets.one("password", env="HELD")
    held.read()
    assert CANARY not in repr(held) + str(held) + repr(held.__dict__.get("_known"))


CONFIG = """
database = "sqlite:///tracker.db"
zone = "UTC"
[channels.mail]
kind = "email"
host = "localhost"
port = {port}
timeout = 1
security = "none"
from = "t@elsin.example"
to = ["desk@elsin.example"]
user = "desk"
password_env = "MAIL_PASSWORD"
[channels.hook]
kind = "webhook"
url_file = "address"
secret_env = ["HOOK_SECRET"]
allow_private = true
[channels.chat]
kind = "slack"
url_env = "CHAT"
allow_private = true
[channels.far]
kind = "apprise"
url_env = "FAR"
"""


@pytest.mark.filterwarnings("ignore::DeprecationWarning")  # apprise imports modules on their way out
def test_a_secret_is_seen_nowhere(tmp_path, web, notice, item, capsys, caplog, monkeypatch):

    caplog.set_level(logging.DEBUG)
    web.pages |= {path: (status, {}, CANARY.encode()) for path, status in ((f"/{CANARY}", 404), ("/x", 500))}
    address = f"{web.url}/{CANARY}"
    (tmp_path / "address").write_text(address, encoding="utf-8")
    (tmp_path / "address").chmod(0o600)
    variables = {
        "MAIL_PASSWORD": CANARY,
        "HOOK_SECRET": f"{CANARY}!",
        "CHAT": address,
        "FAR": f"json://{CANARY}.invalid/{CANARY}",
    }
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setenv("TRACKER_DEBUG", "1")
    file = tmp_path / "config.toml"
    file.write_text(CONFIG.format(port=web.server_port), encoding="utf-8")
    seen = []
    with App(file, variables) as app:
        for name, channel in app.channels.items():
            made = notice(item(), kind=MessageKind.SINGLE, channel=name, recipient=channel.recipients[0])
            outcomes = [attempt(channel, made) for _ in range(2)]
            assert {outcome.verdict for outcome in outcomes} <= {Verdict.RETRY, Verdict.FEW}
            seen += [repr(channel), channel.compose(made), str(outcomes)]
        seen.append(repr(app.settings))
    told = [["alerts", "test", name] for name in ("mail", "hook", "chat", "far")]
    for words in (*told, ["config", "show"], ["config", "show", "--json"], ["doctor"], ["alerts", "list", "--json"]):
        main(["--config", str(file), *words])
    assert b"canary" not in b"".join(path.read_bytes() for path in tmp_path.glob("tracker.db*"))
    printed = capsys.readouterr()
    assert "channels.mail.password_env" in printed.out
    assert "MAIL_PASSWORD" in printed.out
    everything = "".join(seen) + printed.out + printed.err + caplog.text
    assert "canary" not in everything.replace(str(tmp_path), "")


def attempt(channel, notice):
    now = datetime.now(UTC)
    body = channel.compose(notice)
    return channel.send(Message(notice.uuid, notice.channel, notice.recipient, notice.kind, "", body, now, now), now)


def test_a_secret_in_the_file_stops_every_command_and_is_not_printed(tmp_path, capsys):
    file = tmp_path / "config.toml"
    file.write_text(f'[channels.mail]\nkind = "email"\npassword = "{CANARY}"\n', encoding="utf-8")
    assert main(["--config", str(file), "config", "show", "--json"]) == 3
    printed = capsys.readouterr()
    assert CANARY not in printed.out + printed.err
    assert "password is a secret and has no place here" in printed.err
    assert json.dumps(CANARY) not in printed.err
