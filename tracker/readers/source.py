"""What a reader is given, what it gives, and how bytes become text."""

from __future__ import annotations

import codecs
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from tracker.core.announcement import Announcement
from tracker.errors import InputError, UnreadableInputError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

MOST_BYTES = 5_000_000
"""Of one announcement. The longest ones known, budgets and treaties, stay under 2 MB of text."""

_MOST_CONTROLS = 0.02
_PACKAGES = {"docx": "python-docx"}
"""A module → the package that holds it, where its name is another one."""

_LATIN = {"ascii", "us-ascii", "iso8859-1", "latin-1", "latin1"}
_UTF_16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_BINARY = "is binary, not text", "convert it to text first"

Reading = Announcement | InputError


@dataclass(frozen=True, slots=True)
class Source:
    """The bytes of a file and where they come from, in words for a person.

    What follows the origin is what a server said, and empty for a file: `url` is the address in the end, `charset`
    the encoding and `media_type` the format that it named.
    """

    content: bytes
    origin: str
    charset: str = ""
    url: str = ""
    media_type: str = ""


@dataclass(frozen=True, slots=True)
class Given:
    """What the person says of an announcement; it goes before whatever the file says.

    `feed_on` is the day that a feed gives the page: that goes before all but the person's word and the page's fields.
    """

    announced_on: date | None = None
    publisher: str = ""
    url: str = ""
    feed_on: date | None = None


class Reader(Protocol):
    """One format: what is in the bytes, in order."""

    def __call__(self, source: Source, given: Given) -> Iterator[Reading]:
        """Announcements, and an error for each that cannot be used."""


def decoded(source: Source) -> str:
    """The text of the bytes: UTF-8, or UTF-16 with its mark, or what the server named.

    Raises UnreadableInputError where it is too large, binary or in another encoding.
    """
    if len(source.content) > MOST_BYTES:
        raise too_large(source.origin, MOST_BYTES)
    is_wide = source.content.startswith(_UTF_16)
    if b"\0" in source.content and not is_wide:
        raise UnreadableInputError(source.origin, *_BINARY)
    named = codec(source.charset)
    encoding = "utf-16" if is_wide else named if named and named != "utf-8" else "utf-8-sig"
    try:
        return source.content.decode(encoding)
    except UnicodeDecodeError as error:
        why = f"byte {error.start} is not {encoding.removesuffix('-sig').upper()}"
        raise UnreadableInputError(source.origin, why, "convert it: iconv -f WINDOWS-1252 -t UTF-8") from None


def codec(name: str) -> str:
    """An encoding by the name that a document or a server gives it, the Latin ones as browsers take them; "" for none.

    Nobody names UTF-16 in bytes that could be read without it.
    """
    try:
        known = codecs.lookup(name).name if name else ""
        b" ".decode(known or "utf-8")
    except (LookupError, ValueError):  # no such name, or one that is no encoding of text
        return ""
    return "utf-8" if known.startswith("utf-16") else "windows-1252" if known in _LATIN else known


def checked(text: str, origin: str) -> str:
    """The text as it is. Raises UnreadableInputError where it is empty, or holds what no text holds."""
    if not text.strip():
        raise UnreadableInputError(origin, "is empty", "there is nothing to read")
    controls = sum(character < " " and character not in "\t\n\r\f" for character in text)
    if "\0" in text or controls > len(text) * _MOST_CONTROLS:
        raise UnreadableInputError(origin, *_BINARY)
    return text


@contextmanager
def parsing(source: Source, what: str) -> Iterator[None]:
    """Runs a parser over a stranger's bytes. Raises UnreadableInputError for whatever it raises; a package that is
    missing is no fault of the file, and is named."""
    try:
        yield
    except InputError:
        raise
    except ImportError as error:
        package = _package_of(error)
        why = f"a {what} is read with the package {package}, which is not installed"
        raise UnreadableInputError(source.origin, why, f"pip install {package}") from error
    except Exception:  # noqa: BLE001 - on a malformed file a parser may raise anything, and the next file must be read
        raise UnreadableInputError(source.origin, f"is no {what} that can be read", "it may be damaged") from None


def _package_of(error: ImportError) -> str:
    """What to install: the module that the error, or the one behind it, could not find, by the name of its package."""
    at: BaseException | None = error
    name = ""
    while at is not None:
        name = getattr(at, "name", None) or name
        at = at.__cause__ or at.__context__
    module = name.partition(".")[0]
    return _PACKAGES.get(module, module.replace("_", "-"))


def too_large(origin: str, most: int) -> UnreadableInputError:
    """The error for a source of more bytes than are read."""
    return UnreadableInputError(origin, f"is larger than {most // 1_000_000} MB", "split it into smaller files")
