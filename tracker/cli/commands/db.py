"""`tracker db`: the database upgraded, backed up, restored, looked at."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from tracker.cli.options import as_json, examples, pass_app
from tracker.cli.output import say, show, show_document
from tracker.errors import InputError

if TYPE_CHECKING:
    from tracker.app import App

FILE = click.Path(path_type=Path)


@click.group(
    epilog=examples(
        "tracker db status",
        "tracker db upgrade",
        "tracker db backup ~/tracker-2026-01-31.db",
        "tracker db restore ~/tracker-2026-01-31.db",
    )
)
def db() -> None:
    """Keep the database: upgrade it, back it up, restore it, look at it."""


@db.command(epilog=examples("tracker db upgrade"))
@as_json
@pass_app
def upgrade(app: App, as_json: bool) -> None:
    """Make the database, or bring an older one up to date; a backup is made first."""
    from tracker.store.migrate import upgrade

    done = upgrade(app.settings.database_url, app.now)
    if as_json:
        kept = str(done.backup) if done.backup else None
        show_document({"schema": "tracker.db.upgrade/1", "old": done.old, "new": done.new, "backup": kept})
        return
    if done.backup:
        say(f"backed up to {done.backup}")
    if done.old == done.new:
        say(f"the database is up to date (revision {done.new})")
    else:
        say(f"upgraded from revision {done.old} to {done.new}" if done.old else f"made, at revision {done.new}")


@db.command(epilog=examples("tracker db backup ~/tracker-2026-01-31.db"))
@click.argument("file", type=FILE)
@as_json
@pass_app
def backup(app: App, file: Path, as_json: bool) -> None:
    """Copy the database to FILE, also while others write to it. FILE must not be there yet."""
    from tracker.store.backup import backup

    backup(app.settings.database_url, file)
    if as_json:
        show_document({"schema": "tracker.db.backup/1", "file": str(file)})
    else:
        say(f"backed up to {file}")


@db.command(epilog=examples("tracker db restore ~/tracker-2026-01-31.db"))
@click.argument("file", type=FILE)
@click.option("--yes", "is_confirmed", is_flag=True, help="Do not ask.")
@as_json
@pass_app
def restore(app: App, file: Path, is_confirmed: bool, as_json: bool) -> None:
    """Put the backup FILE in the place of the database; the present one is kept beside it."""
    from tracker.store.restore import restore

    if not file.is_file():
        raise InputError(f"{file}: there is no such file", "name a backup that `tracker db backup` made")
    if not is_confirmed:
        click.confirm(f"Put {file} in the place of the database?", abort=True, err=True)
    kept = restore(app.settings.database_url, file, app.now)
    if as_json:
        former = str(kept) if kept else None
        show_document({"schema": "tracker.db.restore/1", "file": str(file), "former": former})
    else:
        say(f"restored from {file}" + (f"; the former database is kept as {kept}" if kept else ""))


@db.command(epilog=examples("tracker db status --json"))
@as_json
@pass_app
def status(app: App, as_json: bool) -> None:
    """Say where the database is and whether it is up to date; nothing is made or changed."""
    from tracker.reports.database import report_database
    from tracker.store.migrate import status

    found = status(app.settings.database_url)
    show(report_database(found.place, found.current, found.newest), as_json=as_json)
