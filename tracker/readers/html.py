"""Web pages: the main text, without menus, adverts and footers, and what the page says of itself."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from tracker.errors import InputError, UnreadableInputError
from tracker.readers.blocks import text_of
from tracker.readers.claims import announcement
from tracker.readers.markup import decoded_markup
from tracker.readers.page_claims import page_claims
from tracker.readers.source import Given, Reading, Source, parsing

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

_MANY_TAGS, _MOST_TAGS = 8_000, 400_000
"""Tags from which on trafilatura is not asked, as its time grows with their square; and those that are read at all."""

_ASIDE = ("nav", "footer", "aside")


def read(source: Source, given: Given) -> Iterator[Reading]:
    """The one announcement, or why it is none."""
    try:
        markup = decoded_markup(source)
        if markup.count("<") > _MOST_TAGS:
            raise UnreadableInputError(source.origin, f"has more than {_MOST_TAGS:,} tags", "save it as text")
        with parsing(source, "web page"):
            tree = parsed(markup)
            claims = page_claims(tree, source.url)
            text = _main_text(markup, tree)
        if not text.strip():
            raise UnreadableInputError(source.origin, "holds no text", "it may be built by scripts: save it as text")
        yield announcement(text, source, given, claims)
    except InputError as error:
        yield error


def parsed(markup: str) -> _Element:
    """The tree of a page. Scripts are not run, nothing that it names is loaded."""
    from lxml import html

    parser = html.HTMLParser(encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True)
    return html.document_fromstring(markup.encode("utf-8", "replace") or b"<html/>", parser=parser)


def text_of_fragment(markup: str) -> str:
    """The text of a piece of HTML, all of it: a feed's entry, a mail's body."""
    return text_of(parsed(f"<body>{markup}</body>")) if markup.strip() else ""


def _main_text(markup: str, tree: _Element) -> str:
    """What trafilatura finds to be the page's own text; where it finds none, all but what is never that.

    Of a page with very many tags it finds none in a reasonable time.
    """
    import trafilatura

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)  # what it cannot read is our one line, not its own
    if markup.count("<") < _MANY_TAGS:
        found = trafilatura.bare_extraction(markup, include_comments=False, include_tables=True)
        if isinstance(found, trafilatura.settings.Document) and (text := text_of(found.body)).strip():
            return text
    for element in list(tree.iter(*_ASIDE)):
        element.drop_tree()
    return text_of(tree)
