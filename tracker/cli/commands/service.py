"""`tracker service`: what starts `tracker serve`, or the daily check, with the machine."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from tracker.cli.options import examples, pass_app
from tracker.core.clean import clean_line
from tracker.errors import UsageError

if TYPE_CHECKING:
    from tracker.app import App
    from tracker.config import Settings
    from tracker.serve.units import Setup


@click.group(
    epilog=examples(
        "tracker service systemd > ~/.config/systemd/user/tracker.service",
        "tracker service launchd > ~/Library/LaunchAgents/tracker.plist",
        "tracker service cron",
    )
)
def service() -> None:
    """Print what starts it with the machine, with the paths of this installation and this configuration.

    Secrets that the configuration looks for in variables come from a file beside it, tracker.env, which you write.
    """


@service.command(
    epilog=examples(
        "tracker service systemd > ~/.config/systemd/user/tracker.service",
        "tracker service systemd --system --user tracker | sudo tee /etc/systemd/system/tracker.service",
    )
)
@click.option("--system", "is_system", is_flag=True, help="A unit of the whole system, not of one person.")
@click.option("--user", metavar="NAME", help="With --system: whom it runs as, where that is not you.")
@pass_app
def systemd(app: App, is_system: bool, user: str | None) -> None:
    """A unit that keeps `tracker serve` running under systemd.

    Save it, then `systemctl --user daemon-reload` and `systemctl --user enable --now tracker`; `loginctl
    enable-linger` lets it run while you are logged out. With --system the same without --user.
    """
    from tracker.app import login
    from tracker.serve.units import systemd

    if user and not is_system:
        raise UsageError("--user is for a unit of the whole system", "add --system")
    sys.stdout.write(systemd(_setup(app), (user or login()) if is_system else None))


@service.command(epilog=examples("tracker service launchd > ~/Library/LaunchAgents/tracker.plist"))
@pass_app
def launchd(app: App) -> None:
    """An agent that keeps `tracker serve` running on macOS: save it, then `launchctl bootstrap gui/$UID FILE`."""
    from tracker.serve.units import launchd

    sys.stdout.write(launchd(_setup(app), Path.home() / "Library" / "Logs" / "tracker.log"))


@service.command(epilog=examples("tracker service cron"))
@pass_app
def cron(app: App) -> None:
    """Lines for `crontab -e`, where nothing is to keep running: the daily check, and what waits to be sent."""
    from tracker.serve.units import cron

    sys.stdout.write(cron(_setup(app), app.settings.check.at))


def _setup(app: App) -> Setup:
    from tracker.serve.units import Setup
    from tracker.services.nightly import nightly

    program = Path(sys.executable).with_name("tracker")
    command = [str(program)] if program.exists() else [sys.executable, "-m", "tracker"]
    if app.config_origin:
        command += ["--config", str(Path(app.config_origin).absolute())]
    copies = nightly(app.settings.database_url, app.backup_folder, app.settings.backup.keep)
    folders = [copies.database.parent, copies.folder] if copies else []
    writable = tuple(dict.fromkeys(folders))
    return Setup(tuple(command), writable, _variables(app.settings), app.env_file)


def _variables(settings: Settings) -> tuple[str, ...]:
    """The variables in which the settings look for something."""
    tables = [*settings.channels.values(), {"url_env": settings.ping.url_env}]
    named = [value for table in tables for key, value in table.items() if key.endswith("_env") and value]
    names = [name for value in named for name in (value if isinstance(value, list) else [value])]
    return tuple(dict.fromkeys(clean_line(str(name)) for name in names))
