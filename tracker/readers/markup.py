"""HTML and XML from strangers: how its bytes are encoded, and what of it is not read at all."""

from __future__ import annotations

import codecs
import re
import sys
from itertools import accumulate
from typing import TYPE_CHECKING

from tracker.errors import UnreadableInputError
from tracker.readers.source import MOST_BYTES, codec, too_large

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tracker.readers.source import Source

_DEEPEST = 200
_MOST_NULS = 0.02
_MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_DECLARED = re.compile(
    rb"<(?:meta[^>]{1,200}?charset|\?xml[^>]{1,100}?encoding)\s*=\s*[\"']?\s*([A-Za-z0-9_.:-]{1,40})", re.IGNORECASE
)
_REFERENCE = re.compile(r"&#(?:[xX]0*([0-9A-Fa-f]{1,8})|0*([0-9]{1,9}));")
_NO_CHARACTER = re.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML has no character for (XML 1.0, 2.2)."""

_ENDS = {"<!--": "-->", "<![CDATA[": "]]>"}
_TAG = re.compile(r"(?P<skipped><!--|<!\[CDATA\[)|<(?P<closes>/?)[A-Za-z_][^<>]*?(?P<alone>/?)>")


def decoded_markup(source: Source) -> str:
    """The text of a page or a feed. Its encoding is what its mark, the server or the document itself says, as browsers
    take it; where nobody says, UTF-8, or else Windows-1252.

    Raises UnreadableInputError where it is too large or binary.
    """
    content = source.content
    if len(content) > MOST_BYTES:
        raise too_large(source.origin, MOST_BYTES)
    text = _decoded(content, source.charset)
    if text.count("\0") > len(text) * _MOST_NULS:
        raise UnreadableInputError(source.origin, "is binary, not text", "convert it to text first")
    return text.replace("\0", "\ufffd")


def _decoded(content: bytes, charset: str) -> str:
    for mark, name in _MARKS:
        if content.startswith(mark):
            return content[len(mark) :].decode(name, "replace")
    declared = _DECLARED.search(content[:2048])
    for name in (charset, declared[1].decode("ascii") if declared else ""):
        if known := codec(name):
            return content.decode(known, "replace")
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        return content.decode("windows-1252", "replace")


def without_impossible_characters(text: str) -> str:
    """The text with U+FFFD for each character, and each reference to one, that XML does not have."""

    def possible(reference: re.Match[str]) -> str:
        number = int(reference[1], 16) if reference[1] else int(reference[2])
        is_one = number <= sys.maxunicode and not _NO_CHARACTER.match(chr(number))
        return reference[0] if is_one else "\ufffd"

    return _NO_CHARACTER.sub("\ufffd", _REFERENCE.sub(possible, text))


def refuse_tricks(text: str, origin: str) -> str:
    """The text as it is. Raises UnreadableInputError for XML that declares entities, or nests beyond all use."""
    if "<!ENTITY" in text:
        raise UnreadableInputError(origin, "declares entities of its own", "such XML is not read")
    if max(accumulate(_steps(text)), default=0) > _DEEPEST:
        raise UnreadableInputError(origin, f"nests more than {_DEEPEST} tags", "such XML is not read")
    return text


def _steps(text: str) -> Iterator[int]:
    """1 for each tag that opens, -1 for each that closes; what stands in comments and character data is neither."""
    place = 0
    while tag := _TAG.search(text, place):
        place = tag.end()
        if tag["skipped"]:
            end = text.find(_ENDS[tag["skipped"]], place)
            place = end if end >= 0 else len(text)
        elif not tag["alone"]:
            yield -1 if tag["closes"] else 1
