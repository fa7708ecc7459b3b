"""What `tracker service` prints names this installation and this configuration."""

import plistlib
import shlex
import sys
from pathlib import Path

import pytest

PROGRAM = Path(sys.executable).with_name("tracker")


def value_of(key, unit):
    return next(line.partition("=")[2] for line in unit.splitlines() if line.startswith(f"{key}="))


@pytest.mark.parametrize("words", [[], ["--system"]])
def test_a_unit_starts_this_program_with_this_configuration(tracker, config, words):
    unit = tracker("service", "systemd", *words).out
    assert shlex.split(value_of("ExecStart", unit)) == [str(PROGRAM), "--config", str(config), "serve"]
    assert PROGRAM.is_absolute()


def test_a_unit_of_the_system_runs_as_whom_one_names(tracker):
    assert value_of("User", tracker("service", "systemd", "--system", "--user", "tracker").out) == "tracker"
    assert "add --system" in tracker("service", "systemd", "--user", "tracker", code=2).err


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_a_unit_of_the_system_may_write_where_the_database_and_its_backups_are(tracker, config, tmp_path):
    with config.open("a", encoding="utf-8") as file:
        file.write('[backup]\nfolder = "kept"\n')
    unit = tracker("service", "systemd", "--system").out
    assert value_of("ReadWritePaths", unit) == f"-{tmp_path} -{config.parent / 'kept'}"


@pytest.mark.parametrize("database_url", ["postgresql"], indirect=True)
def test_with_a_database_on_a_server_it_writes_nowhere(tracker):
    assert "ReadWritePaths" not in tracker("service", "systemd", "--system").out


def test_an_agent_and_the_lines_of_cron_name_it_too(tracker, config):
    agent = plistlib.loads(tracker("service", "launchd").out.encode())
    assert agent["ProgramArguments"] == [str(PROGRAM), "--config", str(config), "serve"]
    lines = tracker("service", "cron").out.splitlines()
    assert lines == [
        f"0 7 * * *  {shlex.quote(str(PROGRAM))} --config {config} check --send",
        f"*/5 * * * *  {shlex.quote(str(PROGRAM))} --config {config} alerts send",
    ]


def test_the_variables_that_channels_and_the_ping_name_come_from_a_file_beside_the_configuration(tracker, config):
    with config.open("a", encoding="utf-8") as file:
        file.write('[channels.hook]\nkind = "webhook"\nurl = "https://x.example/"\nsecret_env = ["ONE", "TWO"]\n')
        file.write('[ping]\nurl_env = "PING"\n')
    for kind in ("systemd", "cron"):
        assert "Write ONE, TWO, PING into" in tracker("service", kind).out
    assert value_of("EnvironmentFile", tracker("service", "systemd").out) == f"-{config.parent / 'tracker.env'}"
