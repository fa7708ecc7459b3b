"""Word documents: what their body says, in its order. What the archive says of its size is checked first."""

from __future__ import annotations

import re
from io import BytesIO
from itertools import chain
from typing import TYPE_CHECKING
from zipfile import BadZipFile, ZipFile

from tracker.core.announcement import DateSource
from tracker.errors import InputError, UnreadableInputError
from tracker.readers.claims import Claims, announcement
from tracker.readers.heading import find_title
from tracker.readers.layout import laid_out
from tracker.readers.source import Given, Reading, Source, parsing
from tracker.readers.word import blocks_of, blocks_of_notes

if TYPE_CHECKING:
    from collections.abc import Iterator
    from zipfile import ZipInfo

    from docx.document import Document
    from lxml.etree import _Element

_MOST_PARTS = 2_000
_MOST_UNPACKED = 60_000_000
_MOST_RATIO = 200
_SMALL = 1_000_000  # a part of at most so many bytes may be packed as tightly as it likes
_REMEDY = "it is not unpacked"


def read(source: Source, given: Given) -> Iterator[Reading]:
    """The one announcement, or why it is none."""
    try:
        with parsing(source, "Word document"):
            _check_archive(source)
            text, claims = _read(source)
        yield announcement(text, source, given, claims)
    except InputError as error:
        yield error


def _check_archive(source: Source) -> None:
    """Raises UnreadableInputError for an archive that would fill the memory or write outside its place."""
    try:
        with ZipFile(BytesIO(source.content)) as archive:
            parts = archive.infolist()
    except BadZipFile:
        why, remedy = "is no .docx document", "save older .doc files as .docx first"
        raise UnreadableInputError(source.origin, why, remedy) from None
    if len(parts) > _MOST_PARTS:
        raise UnreadableInputError(source.origin, f"has more than {_MOST_PARTS} parts", _REMEDY)
    if sum(part.file_size for part in parts) > _MOST_UNPACKED:
        why = f"unpacks to more than {_MOST_UNPACKED // 1_000_000} MB"
        raise UnreadableInputError(source.origin, why, _REMEDY)
    if any(_is_bomb(part) for part in parts):
        raise UnreadableInputError(source.origin, "is packed too tightly to be a document", _REMEDY)
    if any(_leads_out(part.filename) for part in parts):
        raise UnreadableInputError(source.origin, "has a part that leads out of the archive", _REMEDY)


def _is_bomb(part: ZipInfo) -> bool:
    return part.file_size > _SMALL and part.file_size > _MOST_RATIO * max(part.compress_size, 1)


def _leads_out(name: str) -> bool:
    return name.startswith(("/", "\\")) or ":" in name or ".." in re.split(r"[/\\]", name)


def _read(source: Source) -> tuple[str, Claims]:
    import docx

    document = docx.Document(BytesIO(source.content))
    styles = {style.style_id: style.name or "" for style in document.styles}
    body = document.element.body
    text = laid_out(chain(blocks_of(body, styles), blocks_of_notes(body, _notes(document), styles)))
    about = document.core_properties
    made = about.created
    return text, Claims(
        title=find_title(text) or about.title or "", days={DateSource.GUESSED: made.date() if made else None}
    )


def _notes(document: Document) -> dict[str, _Element]:
    """The parts that hold its footnotes and its endnotes, by what the body calls one of them."""
    from docx.opc.constants import RELATIONSHIP_TYPE
    from docx.oxml import parse_xml

    kinds = {RELATIONSHIP_TYPE.FOOTNOTES: "footnote", RELATIONSHIP_TYPE.ENDNOTES: "endnote"}
    related = {one.reltype: one for one in document.part.rels.values() if not one.is_external}
    return {name: parse_xml(related[kind].target_part.blob) for kind, name in kinds.items() if kind in related}
