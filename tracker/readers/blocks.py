"""A tree of HTML, or of what trafilatura makes of it, to blocks: paragraphs, headings, bullets and tables' rows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.readers.layout import BULLET, laid_out, tidy
from tracker.readers.rows import names_actions, read_rows

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

_HEADINGS = {"head", "h1", "h2", "h3", "h4", "h5", "h6"}
_ITEMS = {"item", "li", "dd"}
_ROWS, _CELLS = ("row", "tr"), ("cell", "td", "th")
_BLOCKS = {
    *("p", "div", "section", "article", "main", "header", "footer", "aside", "figure", "figcaption", "address", "pre"),
    *("quote", "blockquote", "list", "ul", "ol", "dl", "dt", "hr", "body", "center", "table", "caption", "tbody"),
    *_HEADINGS,
    *_ITEMS,
    *_ROWS,
    *_CELLS,
}
_HIDDEN = {"script", "style", "template", "noscript", "title", "meta", "link", "iframe", "svg", "select", "button"}
_LONGEST_CELL = 400


def text_of(tree: _Element) -> str:
    """The text of a tree, laid out by its blocks."""
    return laid_out(_blocks(tree))


def _blocks(tree: _Element) -> Iterator[str]:
    from lxml import etree

    written, mark = "", ""
    walk = etree.iterwalk(tree, events=("start", "end"))
    for event, element in walk:
        tag = element.tag if isinstance(element.tag, str) else "script"  # a comment, an instruction
        if tag in _BLOCKS and (block := tidy(written)):
            yield mark + block
            written, mark = "", ""
        if event == "end":
            mark = "" if tag in _ITEMS else mark
            written += element.tail or "" if element is not tree else ""
        elif tag in _HIDDEN:
            walk.skip_subtree()
        elif tag == "table" and (rows := _data(element)):
            yield from read_rows(rows)
            walk.skip_subtree()
        else:
            mark = BULLET if tag in _ITEMS else mark
            written += "\n" if tag in ("br", "lb") else element.text or ""
    if block := tidy(written):
        yield block


def _data(table: _Element) -> list[list[str]]:
    """The rows of a table that holds data; none for one that only arranges a page."""
    if table.find(".//table") is not None:
        return []
    rows = [[tidy("".join(cell.itertext())) for cell in row.iter(*_CELLS)] for row in table.iter(*_ROWS)]
    if max(map(len, rows), default=0) < 2:
        return []
    if any(len(cell) > _LONGEST_CELL for row in rows for cell in row) and not any(map(names_actions, rows[:2])):
        return []
    return [[cell.replace("\n", " ") for cell in row] for row in rows]
