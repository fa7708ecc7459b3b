"""What starts the program with the machine: a unit of systemd, an agent of launchd, lines of cron.

Each is a text made of the absolute command line. What has a meaning of its own there (%, $, quotes, blanks) is
escaped, by systemd.syntax(7), crontab(5) and sh(1).

None of the three gives a program the variables of a login, so that secrets in variables come from a file of lines
NAME='value', which systemd and a shell read alike.
"""

from __future__ import annotations

import plistlib
import re
import shlex
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

LABEL = "tracker"
_STOP_SECONDS = 30
_WATCHDOG_SECONDS = 180
_ALREADY_RUNNING = 75
_PLAIN = re.compile(r"[\w@+=:,./-]+", re.ASCII)

_WITH_VARIABLES = 'set -a; test ! -r "$0" || . "$0"; exec "$@"'
"""For sh: run the words with the variables of a file, where there is one."""

_HARDENING = """\
NoNewPrivileges=yes
LockPersonality=yes
RestrictRealtime=yes
RestrictSUIDSGID=yes
RestrictNamespaces=yes
SystemCallArchitectures=native
"""
# A user's own manager cannot do these everywhere: they need the right to make namespaces.
_SYSTEM_HARDENING = """\
ProtectSystem=strict
ReadWritePaths={writable}
ProtectHome=read-only
PrivateTmp=yes
PrivateDevices=yes
ProtectKernelTunables=yes
ProtectKernelModules=yes
ProtectKernelLogs=yes
ProtectControlGroups=yes
ProtectClock=yes
ProtectHostname=yes
ProtectProc=invisible
CapabilityBoundingSet=
"""


@dataclass(frozen=True, slots=True)
class Setup:
    """What is started and what it needs.

    command    the absolute command line that begins every call: the program, with its configuration file
    writable   the folders in which it writes; empty where the database is on a server
    variables  the variables in which the settings look for secrets
    env_file   where these are to be written, a line each
    """

    command: tuple[str, ...]
    writable: tuple[Path, ...]
    variables: tuple[str, ...] = ()
    env_file: Path = Path("/etc/tracker/tracker.env")


def systemd(setup: Setup, user: str | None) -> str:
    """A unit for `systemctl --user`; with the name of a user it is one for the whole system, hardened further."""
    command = " ".join(map(_in_unit, (*setup.command, "serve")))
    hardening = _HARDENING
    if user:
        writable = " ".join(_in_unit(f"-{folder}") for folder in setup.writable)
        strict = _SYSTEM_HARDENING.format(writable=writable)
        hardening += strict if writable else strict.replace("ReadWritePaths=\n", "")
    return (
        "[Unit]\n"
        "Description=Follow up announced commitments\n"
        + ("Wants=network-online.target\nAfter=network-online.target postgresql.service\n" if user else "")
        + "StartLimitIntervalSec=0\n"
        "\n"
        "[Service]\n"
        "Type=notify\n"
        + _environment(setup)
        + f"ExecStart={command}\n"
        + (f"User={user}\n" if user else "")
        + "Restart=on-failure\n"
        "RestartSec=10\n"
        f"RestartPreventExitStatus={_ALREADY_RUNNING}\n"
        f"TimeoutStopSec={_STOP_SECONDS}\n"
        f"WatchdogSec={_WATCHDOG_SECONDS}\n"
        "UMask=0077\n"
        f"{hardening}"
        "\n"
        "[Install]\n"
        f"WantedBy={'multi-user' if user else 'default'}.target\n"
    )


def launchd(setup: Setup, log: Path) -> str:
    """A property list for ~/Library/LaunchAgents; what the program says goes to a file of mode 600."""
    before = ("/bin/sh", "-c", _WITH_VARIABLES, str(setup.env_file)) if setup.variables else ()
    agent = {
        "Label": LABEL,
        "ProgramArguments": [*before, *setup.command, "serve"],
        "RunAtLoad": True,
        "KeepAlive": {"SuccessfulExit": False},
        "ThrottleInterval": 60,
        "ExitTimeOut": _STOP_SECONDS,
        "ProcessType": "Background",
        "Umask": 0o077,
        "StandardErrorPath": str(log),
    }
    return plistlib.dumps(agent, sort_keys=False).decode()


def cron(setup: Setup, at: str) -> str:
    """Lines for a crontab: the check with its sending at a time of day, "HH:MM", and every five minutes what waits."""
    hour, minute = at.split(":")
    before = ("/bin/sh", "-c", _WITH_VARIABLES, str(setup.env_file)) if setup.variables else ()
    lines = (
        *_hint(setup),
        f"{int(minute)} {int(hour)} * * *  {_in_crontab((*before, *setup.command, 'check', '--send'))}",
        f"*/5 * * * *  {_in_crontab((*before, *setup.command, 'alerts', 'send'))}",
    )
    return "".join(line + "\n" for line in lines)


def _environment(setup: Setup) -> str:
    """Where the unit has its variables from; a path stands there as it is, but for its specifiers."""
    if not setup.variables:
        return ""
    path = str(setup.env_file).replace("%", "%%")
    return "".join(line + "\n" for line in (*_hint(setup), f"EnvironmentFile=-{path}"))


def _hint(setup: Setup) -> tuple[str, ...]:
    """What to do about the variables, as comments."""
    if not setup.variables:
        return ()
    return (
        f"# It has no variables of your login. Write {', '.join(setup.variables)} into",
        f"# {setup.env_file} (chmod 600), a line NAME='value' each;",
        "# or name files instead in the settings: secret_file, password_file, url_file.",
    )


def _in_unit(word: str) -> str:
    escaped = word.replace("\\", "\\\\").replace("%", "%%").replace("$", "$$").replace('"', '\\"')
    return escaped if _PLAIN.fullmatch(escaped) else f'"{escaped}"'


def _in_crontab(words: Sequence[str]) -> str:
    return shlex.join(words).replace("%", r"\%")
