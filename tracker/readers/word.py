"""The body of a Word document to blocks: every word that a reader of the document sees, in its order.

What was inserted is read and what was deleted is not, as if all tracked changes were accepted; what stands in a content
control, a nested table or a text box is read like what stands beside it (ECMA-376 part 1, 17.2 to 17.5 and 17.13).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.readers.layout import BULLET, tidy
from tracker.readers.rows import read_rows

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from lxml.etree import _Element

_MAIN = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_PARAGRAPH, _TABLE, _ROW, _CELL = (f"{_MAIN}{name}" for name in ("p", "tbl", "tr", "tc"))
_BOX = f"{_MAIN}txbxContent"
_UNSEEN = {_FALLBACK, *(f"{_MAIN}{name}" for name in ("del", "moveFrom", "pPr", "rPr", "sdtPr", "tblPr", "instrText"))}
_SIGNS = {
    **{f"{_MAIN}{name}": "\n" for name in ("br", "cr")},
    **{f"{_MAIN}{name}": "\t" for name in ("tab", "ptab")},
    f"{_MAIN}noBreakHyphen": "-",
}
_TEXT = f"{_MAIN}t"
_MOST_COLUMNS = 63


def blocks_of(body: _Element, styles: Mapping[str, str]) -> Iterator[str]:
    """The blocks of a body, a cell or a text box; `styles` are the names of styles by what paragraphs call them."""
    for part in _nearest(body, {_PARAGRAPH, _TABLE}):
        if part.tag == _TABLE:
            yield from _blocks_of_table(part, styles)
            continue
        if block := tidy(_text(part)):
            yield BULLET + block if _is_bullet(part, _style(part, styles)) else block
        for box in _nearest(part, {_BOX}):
            yield from blocks_of(box, styles)


def blocks_of_notes(body: _Element, notes: Mapping[str, _Element], styles: Mapping[str, str]) -> Iterator[str]:
    """The blocks of the notes that a body points to, in its order, those at the foot of pages first.

    `notes` are the parts that hold them, by kind: "footnote", "endnote".
    """
    for kind, part in notes.items():
        held = {note.get(f"{_MAIN}id"): note for note in part.iter(f"{_MAIN}{kind}")}
        for pointer in _nearest(body, {f"{_MAIN}{kind}Reference"}):
            note = held.pop(pointer.get(f"{_MAIN}id"), None)
            if note is not None:
                yield from blocks_of(note, styles)


def _blocks_of_table(table: _Element, styles: Mapping[str, str]) -> Iterator[str]:
    """The rows of a table of data; of one that holds others, which it only arranges, what is in its cells."""
    rows = (row for row in _nearest(table, {_ROW}) if row.find(f"{_MAIN}trPr/{_MAIN}del") is None)
    cells = [list(_nearest(row, {_CELL})) for row in rows]
    if any(next(_nearest(cell, {_TABLE}), None) is not None for row in cells for cell in row):
        for cell in (cell for row in cells for cell in row):
            yield from blocks_of(cell, styles)
        return
    yield from read_rows(list(_filled(cells, styles)))


def _filled(rows: list[list[_Element]], styles: Mapping[str, str]) -> Iterator[list[str]]:
    """The words of each column; a cell that goes on over several rows has them in each.

    One over several columns has them in the first of them, but in the head, which names the others too; one over all
    columns is the only one of its row.
    """
    above: dict[int, str] = {}
    is_head = True
    widest = max((sum(map(_span, row)) for row in rows), default=0)
    for row in rows:
        words: list[str] = []
        for cell in row:
            place, span = len(words), _span(cell)
            said = " ".join(block.removeprefix(BULLET) for block in blocks_of(cell, styles))
            merge = cell.find(f"{_MAIN}tcPr/{_MAIN}vMerge")
            goes_on = merge is not None and merge.get(f"{_MAIN}val", "continue") == "continue"
            above[place] = above.get(place, "") if goes_on else said
            words += [" ".join(above[place].split())] + [" ".join(said.split()) if is_head else ""] * (span - 1)
        is_whole = len(row) == 1 and widest > 1 and len(words) == widest
        is_head = is_head and is_whole
        yield words[:1] if is_whole else words


def _span(cell: _Element) -> int:
    """How many columns a cell takes, at most as many as Word has."""
    span = cell.find(f"{_MAIN}tcPr/{_MAIN}gridSpan")
    written = "" if span is None else span.get(f"{_MAIN}val") or ""
    return min(max(int(written), 1), _MOST_COLUMNS) if written.isdecimal() else 1


def _nearest(element: _Element, tags: set[str]) -> Iterator[_Element]:
    """The descendants of these tags that are in no other of them, without what is not seen."""
    for child in element:
        if child.tag in tags:
            yield child
        elif child.tag not in _UNSEEN:
            yield from _nearest(child, tags)


def _text(element: _Element) -> str:
    """The words of a paragraph, those of its text boxes left out."""
    if element.tag == _TEXT:
        return element.text or ""
    if element.tag in _UNSEEN or element.tag == _BOX or _is_hidden(element):
        return ""
    return _SIGNS.get(str(element.tag), "") or "".join(map(_text, element))


def _is_hidden(run: _Element) -> bool:
    """True for a run whose writer hid it."""
    hides = run.find(f"{_MAIN}rPr/{_MAIN}vanish")
    return hides is not None and hides.get(f"{_MAIN}val") not in ("0", "false", "off")


def _style(paragraph: _Element, styles: Mapping[str, str]) -> str:
    called = paragraph.find(f"{_MAIN}pPr/{_MAIN}pStyle")
    return "" if called is None else styles.get(called.get(f"{_MAIN}val") or "", "")


def _is_bullet(paragraph: _Element, style: str) -> bool:
    """True for an item of a list, by its style or by its own numbering."""
    is_numbered = paragraph.find(f"{_MAIN}pPr/{_MAIN}numPr") is not None
    return (is_numbered and not style.startswith("Heading")) or style.startswith("List")
