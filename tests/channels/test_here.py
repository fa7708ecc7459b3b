"""Channels of this machine: the console, a program, and apprise's own ways."""

import json
import os
import sys
import time
from pathlib import Path

import pytest

from tracker.core.outbox import MessageKind, Verdict
from tracker.errors import ConfigError


@pytest.fixture
def program(built, tmp_path):
    """A factory of channels that run a Python program of the test's, with what it said in `tmp_path`."""

    def make(source, environment=None, **table):
        file = tmp_path / "program.py"
        file.write_text(source, encoding="utf-8")
        words = [sys.executable, str(file), "two words", "$HOME; rm -rf x"]
        return built("own", environment or {"PATH": os.environ["PATH"]}, **{"kind": "command", "run": words} | table)

    return make


def test_the_console_gets_the_plain_text(built, sent, digest, capsys):
    made = digest(channel="out", recipient="out")
    outcome = sent(built("out", kind="console"), made)
    printed = capsys.readouterr().out
    assert (outcome.verdict, printed.count("$ tracker show")) == (Verdict.SENT, len(made.items))


def test_the_console_gets_no_control_characters(built, sent, notice, item, capsys):
    text = "\x1b[2J\x1b]52;c;aGk=\x07\x9b31m\u202eevil\u2028"
    sent(built("out", kind="console"), notice(item(who=text, deed=text, quote=text, title=text)))
    printed = capsys.readouterr().out
    assert not [one for one in printed if one != "\n" and not one.isprintable()]


def test_a_closed_console_is_tried_again(built, sent, notice, item, monkeypatch, tmp_path):
    with (tmp_path / "out").open("w") as stream:
        monkeypatch.setattr(sys, "stdout", stream)
    assert sent(built("out", kind="console"), notice(item())).verdict is Verdict.RETRY


def test_the_console_has_no_keys(built):
    with pytest.raises(ConfigError, match=r"channels\.out: there is no key colour"):
        built("out", kind="console", colour=True)


def test_a_program_reads_the_document_and_its_arguments_as_they_are(program, sent, notice, item, tmp_path):
    made = notice(item(), kind=MessageKind.SINGLE)
    source = (
        "import json, os, sys; json.dump([sys.stdin.read(), sys.argv[1:], dict(os.environ)], open('said.json', 'w'))"
    )
    outcome = sent(
        program(source, {"PATH": os.environ["PATH"], "SECRET": "canary", "WANTED": "yes"}, pass_env=["WANTED"]), made
    )
    assert outcome.verdict is Verdict.SENT
    document, words, environment = json.loads((tmp_path / "said.json").read_text(encoding="utf-8"))
    assert json.loads(document)["data"]["alerts"][0]["commitment"]["number"] == 12
    assert words == ["two words", "$HOME; rm -rf x"]
    assert environment["TRACKER_MESSAGE_ID"] == made.uuid
    assert environment["WANTED"] == "yes"
    assert "SECRET" not in environment


@pytest.mark.parametrize(
    ("end", "verdict", "said"),
    [
        ("sys.exit(0)", Verdict.SENT, "done"),
        ("sys.exit(75)", Verdict.RETRY, "exit code 75: full \\x1b of queues"),
        ("sys.exit(1)", Verdict.FEW, "exit code 1: full"),
        ("os.kill(os.getpid(), 9)", Verdict.FEW, "ended by signal 9"),
    ],
)
def test_an_exit_code_decides(program, sent, notice, item, end, verdict, said):
    outcome = sent(
        program(f"import os, sys; print('full \\x1b of queues', file=sys.stderr, flush=True); {end}"), notice(item())
    )
    assert outcome.verdict is verdict
    assert said.replace("\\x1b", "").replace("  ", " ")[:12] in outcome.detail
    assert "\x1b" not in outcome.detail


def test_a_program_that_does_not_end_is_ended_with_all_that_it_started(program, sent, notice, item, tmp_path):
    source = (
        "import subprocess, sys, time\n"
        "child = subprocess.Popen([sys.executable, '-c', 'import time; time.sleep(60)'])\n"
        "open('child', 'w').write(str(child.pid))\n"
        "time.sleep(60)\n"
    )
    began = time.monotonic()
    outcome = sent(program(source, timeout=2), notice(item()))
    assert (outcome.verdict, "not done within 2 s" in outcome.detail) == (Verdict.RETRY, True)
    assert time.monotonic() - began < 30
    child = int((tmp_path / "child").read_text())
    end = time.monotonic() + 10
    while is_running(child) and time.monotonic() < end:
        time.sleep(0.05)
    assert not is_running(child)


def is_running(pid):
    """A zombie, which nobody has waited for yet, runs no more."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except FileNotFoundError:
        return False


def test_a_program_that_reads_nothing_and_says_too_much_stops_nobody(program, sent, notice, item):
    made = notice(*(item(number=number) for number in range(1, 300)))
    outcome = sent(program("import sys; sys.stderr.write('x' * 5_000_000)", digest=True), made)
    assert outcome.verdict is Verdict.SENT


def test_a_program_that_is_not_there_is_told(built, sent, notice, item):
    outcome = sent(built("own", {}, kind="command", run=["./missing"]), notice(item()))
    assert (outcome.verdict, outcome.detail) == (Verdict.RETRY, "channel own: ./missing: no such file or directory")
    with pytest.raises(ConfigError, match=r"channels\.own: run is \[\]"):
        built("own", {}, kind="command", run=[])


LIBRARYS_OWN = pytest.mark.filterwarnings("ignore::DeprecationWarning")  # apprise imports modules on their way out


@LIBRARYS_OWN
def test_apprise_tells_its_addresses(built, sent, digest, web):
    address = f"json://127.0.0.1:{web.server_port}/canary-token"
    web.pages["/canary-token"] = (200, {}, b"")
    channel = built("far", {"FAR": address}, kind="apprise", url_env="FAR")
    made = digest(channel="far", recipient="far")
    assert sent(channel, made).verdict is Verdict.SENT
    document = json.loads(web.requests[0][3])
    assert document["title"].startswith("2 overdue")
    assert document["message"].count("$ tracker show") == len(made.items)


@LIBRARYS_OWN
def test_apprise_tells_of_failures_without_an_address(built, sent, digest, web, caplog, tmp_path):
    web.pages["/canary-token"] = (500, {}, b"")
    file = tmp_path / "addresses"
    file.write_text(f"json://127.0.0.1:{web.server_port}/canary-token\n", encoding="utf-8")
    file.chmod(0o600)
    made = digest(channel="far", recipient="far")
    outcomes = [
        sent(built("far", {}, kind="apprise", url_file=str(file)), made),
        sent(built("far", {"FAR": "canary-token://\n"}, kind="apprise", url_env="FAR"), made),
        sent(built("far", {}, kind="apprise", url_env="FAR"), made),
    ]
    assert {outcome.verdict for outcome in outcomes} == {Verdict.RETRY}
    assert "does not understand address 1 of 1" in outcomes[1].detail
    assert "canary" not in str(outcomes) + caplog.text


def test_apprise_where_it_is_not_installed_says_how_to_get_it(built, sent, digest, monkeypatch):
    monkeypatch.setitem(sys.modules, "apprise", None)
    outcome = sent(built("far", {"FAR": "json://a.example"}, kind="apprise", url_env="FAR"), digest())
    assert (outcome.verdict, "pip install 'commitment-tracker[apprise]'" in outcome.detail) == (Verdict.RETRY, True)
