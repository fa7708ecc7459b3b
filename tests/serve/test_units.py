"""What starts the program with the machine can be read by what it is for."""

import plistlib
import shlex
import shutil
import subprocess
from pathlib import Path

import pytest

from tracker.serve.units import Setup, cron, launchd, systemd

PLAIN = Setup(("/usr/bin/env", "--config", "/etc/tracker/config.toml"), (Path("/var/lib/tracker"),))
ODD = Setup(("/usr/bin/env", '/srv/50% of "it" for $1\\x'), (Path("/srv/50% of it"),))
SECRET = Setup(PLAIN.command, PLAIN.writable, ("HOOK_SECRET", "MAIL_PASSWORD"), Path("/srv/50% of it/tracker.env"))


def verified(unit, tmp_path, *flags):
    """What systemd has against a unit."""
    file = tmp_path / "tracker.service"
    file.write_text(unit, encoding="utf-8")
    ended = subprocess.run(
        ["systemd-analyze", *flags, "verify", "--man=no", "--recursive-errors=no", str(file)],
        capture_output=True, text=True, check=False, timeout=60,
        env={"XDG_RUNTIME_DIR": str(tmp_path), "PATH": "/usr/bin:/bin"},
    )  # fmt: skip
    return ended.returncode, ended.stderr


@pytest.mark.skipif(not shutil.which("systemd-analyze"), reason="there is no systemd-analyze")
@pytest.mark.parametrize("setup", [PLAIN, ODD, SECRET])
@pytest.mark.parametrize(("user", "flags"), [(None, ["--user"]), ("root", ["--system"])])
def test_systemd_has_nothing_against_its_unit(setup, user, flags, tmp_path):
    assert verified(systemd(setup, user), tmp_path, *flags) == (0, "")


@pytest.mark.skipif(not shutil.which("systemd-analyze"), reason="there is no systemd-analyze")
def test_systemd_would_say_so_if_it_had(tmp_path):
    code, said = verified(systemd(PLAIN, None).replace("Type=notify", "Tpye=notify"), tmp_path, "--user")
    assert (code, "Tpye" in said) != (0, False)


def test_the_unit_waits_for_the_program_to_be_ready_and_leaves_a_second_one_alone():
    lines = systemd(PLAIN, None).splitlines()
    assert {"Type=notify", "WatchdogSec=180", "Restart=on-failure", "RestartPreventExitStatus=75"} < set(lines)
    assert "ExecStart=/usr/bin/env --config /etc/tracker/config.toml serve" in lines
    assert not any(line.startswith(("User=", "ProtectSystem=")) for line in lines)


def test_the_systems_unit_runs_as_a_user_and_may_write_where_it_must():
    lines = systemd(PLAIN, "tracker").splitlines()
    assert {"User=tracker", "ProtectSystem=strict", "ReadWritePaths=-/var/lib/tracker", "PrivateTmp=yes"} < set(lines)
    assert "WantedBy=multi-user.target" in lines
    assert not any("ReadWritePaths" in line for line in systemd(Setup(("/x",), ()), "tracker").splitlines())


def test_the_agent_of_launchd_is_a_property_list():
    agent = plistlib.loads(launchd(ODD, Path("/Users/ada/Library/Logs/tracker.log")).encode())
    assert agent["ProgramArguments"] == [*ODD.command, "serve"]
    assert agent["KeepAlive"] == {"SuccessfulExit": False}
    assert agent["Umask"] == 0o077


def test_the_lines_of_cron_are_what_a_shell_is_to_run():
    lines = cron(ODD, "07:05").splitlines()
    assert [line.split("  ", 1)[0] for line in lines] == ["5 7 * * *", "*/5 * * * *"]
    for line, words in zip(lines, (["check", "--send"], ["alerts", "send"]), strict=True):
        command = line.split("  ", 1)[1]
        assert "%" not in command.replace(r"\%", "")
        assert shlex.split(command.replace(r"\%", "%")) == [*ODD.command, *words]


def test_variables_come_from_a_file_that_is_named_with_them():
    lines = systemd(SECRET, None).splitlines()
    assert "EnvironmentFile=-/srv/50%% of it/tracker.env" in lines
    for text in (systemd(SECRET, None), cron(SECRET, "07:05")):
        told = " ".join(line for line in text.splitlines() if line.startswith("#"))
        assert "HOOK_SECRET, MAIL_PASSWORD" in told
        assert "/srv/50% of it/tracker.env (chmod 600)" in told
    assert "EnvironmentFile" not in systemd(PLAIN, None)
    assert not cron(PLAIN, "07:05").startswith("#")


@pytest.mark.parametrize("is_there", [True, False])
def test_cron_and_launchd_run_the_program_with_the_variables_of_that_file(tmp_path, is_there):
    file = tmp_path / "50% of it.env"
    if is_there:
        file.write_text("HOOK_SECRET='its $5; more'\n", encoding="utf-8")
    program = ("sh", "-c", 'printf "%s" "${HOOK_SECRET-none} $*"', "x")
    setup = Setup(program, (), ("HOOK_SECRET",), file)
    line = cron(setup, "07:05").splitlines()[-1].split("  ", 1)[1]
    agent = plistlib.loads(launchd(setup, Path("/log")).encode())["ProgramArguments"]
    for words, tail in ((["sh", "-c", line.replace(r"\%", "%")], "alerts send"), (agent, "serve")):
        ended = subprocess.run(words, capture_output=True, text=True, check=True, env={"PATH": "/usr/bin:/bin"})
        secret = "its $5; more" if is_there else "none"
        assert ended.stdout == f"{secret} {tail}"
