"""The receiver for trying things out, as the README sets it up: what is sent to it is printed, and judged."""

import base64
import json
import os
import re
import signal
import socket
import subprocess
import sys
from contextlib import contextmanager
from importlib.resources import files

import pytest

from tracker.channels.payload import schema
from tracker.cli.main import main

SECRET = "whsec_" + base64.b64encode(b"a secret for trying things out!!").decode()
CONFIG = 'database = "sqlite:///try.db"\n\n' + (files("tracker") / "demo" / "alerts.toml").read_text(encoding="utf-8")


def heed_interrupts():
    """What a shell starts in the background, the tests perhaps, ignores SIGINT, and so does what it starts in turn."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


@contextmanager
def running(*words, **variables):
    """A receiver of its own process, with what it printed until it listens, and the configuration of its senders."""
    environment = {**os.environ, "TRACKER_HOOK_SECRET": SECRET, **variables}
    program = [sys.executable, "-m", "tracker", "alerts", "sink", "--smtp", "0", "--http", "0", *words]
    pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "text": True}
    with subprocess.Popen(program, **pipes, env=environment, preexec_fn=heed_interrupts) as sink:
        try:
            smtp, http = (int(re.findall(r"\d+", sink.stdout.readline())[-1]) for _ in range(2))
            yield sink, CONFIG.replace("8025", str(smtp)).replace("8026", str(http))
        finally:
            sink.kill()


@pytest.fixture
def sending(tmp_path, monkeypatch):
    """Write a configuration and send a test through each of its channels."""
    monkeypatch.setenv("TRACKER_HOOK_SECRET", SECRET)

    def send(config, *channels):
        file = tmp_path / "config.toml"
        file.write_text(config, encoding="utf-8")
        return [main(["--config", str(file), "alerts", "test", name]) for name in channels]

    return send


def test_mail_and_a_signed_webhook_arrive_and_are_printed(sending):
    with running("--count", "2", "--secret-env", "TRACKER_HOOK_SECRET") as (sink, config):
        assert sending(config, "mail", "hook") == [0, 0]
        printed, _ = sink.communicate(timeout=30)
        assert sink.returncode == 0
    assert "--- MAIL from tracker@example.org to desk@example.org\nFrom: Tracker <tracker@example.org>" in printed
    assert "Subject: Test message" in printed
    assert "--- WEBHOOK to /" in printed
    assert "signature: good" in printed
    assert json.loads(printed[printed.index("{") :])["type"] == "test"


@pytest.mark.parametrize(
    ("words", "judged"),
    [
        (("--secret-env", "OTHER"), "signature: BAD"),
        ((), "signature: not verified: --secret-env names the variable"),
    ],
)
def test_another_secret_or_none_is_said(sending, words, judged):
    with running("--once", *words, OTHER=base64.b64encode(b"quite another secret of 24 bytes").decode()) as (
        sink,
        config,
    ):
        assert sending(config, "hook") == [0]
        printed, _ = sink.communicate(timeout=30)
    assert judged in printed


def test_it_ends_cleanly_when_it_is_interrupted():
    with running() as (sink, _):
        sink.stdout.readline()
        sink.send_signal(signal.SIGINT)
        _, complained = sink.communicate(timeout=30)
        assert (sink.returncode, complained) == (0, "")


def test_a_port_that_is_taken_is_one_line(capsys):
    with running() as (_, config):
        for port, option in zip(re.findall(r"(?:port = |:)(\d+)", config), ("--smtp", "--http"), strict=True):
            other = "--http" if option == "--smtp" else "--smtp"
            assert main(["alerts", "sink", option, port, other, "0"]) == 7
            assert capsys.readouterr().err.startswith(f"tracker: port {port}: ")


@pytest.mark.parametrize(
    ("value", "said"),
    [(None, "the environment has no variable TRY_SECRET"), ("short", "TRY_SECRET: the secret")],
)
def test_a_secret_that_cannot_be_used_is_told(monkeypatch, capsys, value, said):
    if value is not None:
        monkeypatch.setenv("TRY_SECRET", value)
    assert main(["alerts", "sink", "--secret-env", "TRY_SECRET"]) == 2
    printed = capsys.readouterr()
    assert said in printed.err
    assert printed.out == ""


def test_the_schema_is_printed_as_it_is_shipped(capsys):
    assert main(["alerts", "schema"]) == 0
    assert capsys.readouterr().out == schema()


def test_a_command_runs_once_it_listens_and_ends_it(tmp_path, monkeypatch, capfd):
    monkeypatch.setenv("TRACKER_HOOK_SECRET", SECRET)
    ports = []
    for _ in range(2):
        with socket.create_server(("127.0.0.1", 0)) as free:
            ports.append(str(free.getsockname()[1]))
    file = tmp_path / "config.toml"
    file.write_text(CONFIG.replace("8025", ports[0]).replace("8026", ports[1]), encoding="utf-8")
    own = ["alerts", "sink", "--smtp", ports[0], "--http", ports[1], "--secret-env", "TRACKER_HOOK_SECRET"]
    assert main([*own, sys.executable, "-m", "tracker", "--config", str(file), "alerts", "test", "hook"]) == 0
    assert "signature: good" in capfd.readouterr().out


@pytest.mark.parametrize(("script", "code"), [("exit 3", 3), ("kill -TERM $$", 143)])
def test_it_ends_with_the_exit_code_of_its_command(script, code):
    assert main(["alerts", "sink", "--smtp", "0", "--http", "0", "sh", "-c", script]) == code


@pytest.mark.parametrize(
    ("words", "said"),
    [(["--once", "true"], "leave --count and --once out"), (["/nowhere/program"], "/nowhere/program: no such file")],
)
def test_a_command_that_cannot_be_run_is_told(words, said, capsys):
    assert main(["alerts", "sink", "--smtp", "0", "--http", "0", *words]) == 2
    assert said in capsys.readouterr().err
