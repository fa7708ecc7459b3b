"""`tracker tag`: tags added and taken away."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import click

from tracker.cli.options import SIGNED, SignedCommand, as_json, by, examples, pass_app, reference
from tracker.cli.output import show_outcome
from tracker.errors import UsageError

if TYPE_CHECKING:
    from tracker.app import App
    from tracker.services.reference import Reference

TAG = re.compile(r"([+-]?)((?!\d+$)[^\W_][\w-]*)")


@click.command(
    cls=SignedCommand,
    epilog=examples("tracker tag 12 health +mou", "tracker tag 12 -mou", "tracker list +health"),
)
@reference
@click.argument("tags", nargs=-1, required=True, type=SIGNED, metavar="[+|-]TAG…")
@by
@as_json
@pass_app
def tag(app: App, reference: Reference, tags: tuple[str, ...], by: str | None, as_json: bool) -> None:
    """Add tags to a commitment, and take away those that begin with a minus.

    A tag is in lower case: letters, digits, - and _.
    """
    from tracker.core.timing import standing_of
    from tracker.services.annotate import set_tags

    signed = [_parse(word) for word in tags]
    added = [name for sign, name in signed if sign != "-"]
    removed = [name for sign, name in signed if sign == "-"]
    commitment = set_tags(app.store, app.followup, app.occasion(by), reference, added, removed)
    standing = standing_of(commitment, commitment.current, app.today)
    told = " ".join(sorted(commitment.tags)) or "none"
    show_outcome(standing, app.today, f"{commitment.number} has the tags: {told}", as_json=as_json)


def _parse(word: str) -> tuple[str, str]:
    from tracker.core.terms import StandingWord

    match = TAG.fullmatch(word)
    if match is None:
        raise UsageError(f"{word!r} is no tag", "a tag is of letters, digits, - and _: +health")
    sign, name = match.groups()
    if name != name.casefold():
        raise UsageError(f"{word!r} is no tag", f"a tag is in lower case: {sign}{name.casefold()}")
    if sign != "-" and name.upper() in StandingWord.__members__:
        raise UsageError(f"{name!r} can be no tag", f"+{name.upper()} says in a filter where a commitment stands")
    return sign, name
