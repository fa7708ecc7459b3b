"""`tracker archive`: what an announcement was read from, as the server sent it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from tracker.cli.options import WHOLE, as_json, examples, pass_app
from tracker.cli.output import say, show_document
from tracker.errors import UsageError

if TYPE_CHECKING:
    from tracker.app import App


@click.command(epilog=examples("tracker archive 3", "tracker archive 3 --save page.html"))
@click.argument("announcement", type=WHOLE)
@click.option("--save", "file", type=click.Path(path_type=Path), metavar="FILE", help="Write the bytes to a new FILE.")
@as_json
@pass_app
def archive(app: App, announcement: int, file: Path | None, as_json: bool) -> None:
    """Say what is kept of the page that ANNOUNCEMENT was read from: address, day, size and SHA-256.

    ANNOUNCEMENT is its number, which `tracker show` prints. What was read from a file has no copy.
    """
    from tracker.services.archive import archived_copy

    copy = archived_copy(app.store, announcement)
    original = copy.original
    if file:
        _save(file, original.content)
    if as_json:
        told = {"media_type": original.media_type, "bytes": len(original.content), "sha256": original.sha256}
        document = {"announcement": announcement, "url": copy.url, "fetched_at": copy.fetched_at, **told}
        show_document({"schema": "tracker.archive/1", **document})
        return
    at = copy.fetched_at.astimezone(app.zone)
    say(f"{copy.url}, fetched on {at.date()} at {at:%H:%M}: {original.media_type or 'no type'}, "
        f"{len(original.content):,} bytes, SHA-256 {original.sha256}")  # fmt: skip
    if file:
        say(f"saved as {file}")


def _save(file: Path, content: bytes) -> None:
    try:
        with file.open("xb") as stream:
            stream.write(content)
    except FileExistsError:
        raise UsageError(f"{file} is there already", "name a new file") from None
    except OSError as error:
        raise UsageError(f"{file}: {(error.strerror or str(error)).lower()}", "name another file") from None
