"""Blocks that promise nothing whatever they say: safe-harbour text, "About X", contacts, quoted mail, signatures."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tracker.extraction.blocks import BlockKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from tracker.extraction.blocks import Block

# Under such a heading everything is dropped, until another heading stands.
_HEADING = re.compile(
    r"^(?:about (?:the )?[A-Z].*|(?:media |press |investor )?(?:contacts?|enquiries|inquiries|relations)(?: "
    r"information| details)?|"
    r"(?:notes?|information) (?:to|for) (?:the )?editors?|boilerplate|disclaimer|"
    r"(?:(?:cautionary|safe[- ]harbou?r|special) )?(?:note|statement|provision)?s? ?(?:on|regarding|concerning)? ?"
    r"forward[- ]looking (?:statements?|information)|safe[- ]harbou?r(?: statement)?|legal notice|related (?:links|"
    r"stories|articles)|"
    r"press office|further reading|share this(?: page)?|subscribe|copyright)\b:?.{0,40}$",
    re.IGNORECASE,
)
_ABOUT = re.compile(r"^about (?:the )?[A-Z]", re.IGNORECASE)
# Such a block is dropped by itself.
_OPENING = re.compile(
    r"^(?:this (?:press release|news release|announcement|statement|letter) (?:contains|includes|may contain)|"
    r"forward-looking|"
    r"(?:media|press) (?:contact|office|enquiries)|for (?:media|press|further|more) (?:enquiries|inquiries|"
    r"information)|contact:|"
    r"copyright|©|all rights reserved|follow us|subscribe|unsubscribe|share this|sign up|click here|read more|"
    r"from:|to:|cc:|sent:|"
    r"you (?:are receiving|received) this)",
    re.IGNORECASE,
)
_FORWARD_LOOKING = re.compile(r"forward[- ]looking (?:statements|information)")
_QUOTED_MAIL = re.compile(r"^(?:On .{6,60} wrote:|-{2,} ?(?:Original|Forwarded) [Mm]essage ?-{2,}|_{5,})$")


# A task that is ticked or crossed out, as the readers write it: it tells what became of a promise, and makes none.
_SETTLED = re.compile(r"(?:done|dropped): ", re.IGNORECASE)


def is_settled(piece: str) -> bool:
    """True for the words of a task that was done or dropped: "Done: the clerk to circulate the draft"."""
    return bool(_SETTLED.match(piece))


def drop_boilerplate(text: str, blocks: Iterable[Block]) -> Iterator[Block]:
    """The blocks of a text without the boilerplate."""
    is_dropping, is_mail = False, False
    for block in blocks:
        piece = block.span.of(text)
        is_mail = is_mail or bool(_QUOTED_MAIL.match(piece))
        if block.kind is BlockKind.HEADING or _is_title(piece):
            is_dropping = bool(_HEADING.match(piece))
        if is_dropping or is_mail or block.kind is BlockKind.QUOTED or _is_notice(piece):
            continue
        yield block


def _is_title(piece: str) -> bool:
    return len(piece) < 60 and bool(_HEADING.match(piece)) and (piece.endswith(":") or not _ABOUT.match(piece))


def _is_notice(piece: str) -> bool:
    return bool(_OPENING.match(piece)) or (len(piece) > 120 and bool(_FORWARD_LOOKING.search(piece[:400].lower())))
