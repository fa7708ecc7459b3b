"""A notice as paragraphs of marked text for chat services, and those packed into as many posts as they need.

Nothing is dropped where a service has a limit: the rest goes into further posts, and only a single text of great
length (a deed, a quote) is cut.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto
from typing import TYPE_CHECKING, TypeVar

from tracker.channels.plain import is_link
from tracker.core.clean import clean_line
from tracker.core.wording import spell_day
from tracker.followup.digest import besides_of, groups_of, intro_of
from tracker.followup.wording import tell

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from tracker.followup.notice import Item, Notice

Written = TypeVar("Written")

_CUTS = (600, 200, 60)
"""Characters that a text may keep: the fewer, the less the whole item fits otherwise."""

_LONGEST_LINK = 500


class Mark(Enum):
    """How a piece of text looks."""

    PLAIN = auto()
    STRONG = auto()
    QUOTE = auto()
    CODE = auto()
    LINK = auto()


@dataclass(frozen=True, slots=True)
class Span:
    """A piece of text on one line, not yet escaped; `url` where a link leads."""

    text: str
    mark: Mark = Mark.PLAIN
    url: str = ""


Paragraph = tuple[tuple[Span, ...], ...]
"""Lines of spans."""


def written(
    notice: Notice, write: Callable[[Paragraph], Written], size: Callable[[Written], int], most: int
) -> list[Written]:
    """Every paragraph as a service writes it, none larger than `most`."""
    return [_fitted(versions, write, size, most) for versions in _paragraphs(notice)]


def packed(pieces: Iterable[Written], size: Callable[[Written], int], most: int, count: int) -> list[list[Written]]:
    """The pieces in their order, in as few packs as greed finds: none larger than `most`, or of more than `count`."""
    packs: list[list[Written]] = []
    room = 0
    for piece in pieces:
        if not packs or size(piece) > room or len(packs[-1]) == count:
            packs.append([])
            room = most
        packs[-1].append(piece)
        room -= size(piece)
    return packs


def _fitted(
    versions: tuple[Paragraph, ...], write: Callable[[Paragraph], Written], size: Callable[[Written], int], most: int
) -> Written:
    """The longest version that fits."""
    pieces = (write(version) for version in versions)
    return next((piece for piece in pieces if size(piece) <= most), write(versions[-1]))


def _paragraphs(notice: Notice) -> Iterator[tuple[Paragraph, ...]]:
    """Each paragraph, with shorter versions of it."""
    if intro := intro_of(notice, notice.zone):
        yield _versions(intro)
    for group in groups_of(notice):
        yield (((Span(f"{group.title} ({len(group.items):,})", Mark.STRONG),),),)
        for item in group.items:
            yield tuple(_item(item, cut) for cut in _CUTS)
    for words, command in besides_of(notice.besides):
        yield (((Span(f"{words}: "), Span(command, Mark.CODE)),),)
    yield (((Span(spell_day(notice.today)),),),)


def _versions(text: str) -> tuple[Paragraph, ...]:
    return tuple(((Span(_cut(text, cut)),),) for cut in _CUTS)


def _item(item: Item, cut: int) -> Paragraph:
    words = tell(item)
    title = Span(_cut(f"{words.number} · {words.who}: {words.deed}", cut), Mark.STRONG)
    lines = [(title,), (Span(_cut(f"{words.timing} ({words.due})", cut)),)]
    told = (words.occasion, words.moved and f"Moved: {words.moved}")
    lines.extend((Span(_cut(text, cut)),) for text in told if text)
    if words.quote:
        lines.append((Span(f"“{_cut(words.quote, cut)}”", Mark.QUOTE),))
    if is_link(words.url) and len(words.url) <= _LONGEST_LINK:
        lines.append((Span(_cut(words.source or words.url, cut), Mark.LINK, words.url),))
    elif words.source:
        lines.append((Span(_cut(words.source, cut)),))
    lines.append((Span(words.answers[0], Mark.CODE),))
    return tuple(lines)


def _cut(text: str, most: int) -> str:
    text = clean_line(text)
    return text if len(text) <= most else text[: most - 1] + "…"
