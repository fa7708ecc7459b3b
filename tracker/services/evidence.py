"""Evidence as a person gives it on the command line, read into what it is."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from pathlib import Path

from tracker.core.occurrence import EvidenceKind
from tracker.errors import InputError

FORMS = "give --evidence a page's address, a file, 'search: what was looked for, where' or 'question: whom, when'"


@dataclass(frozen=True, slots=True)
class GivenEvidence:
    """What shows what became of a commitment; the fields are those of Evidence."""

    kind: EvidenceKind
    reference: str
    sha256: str = ""


def read_evidence(words: str) -> GivenEvidence:
    """What the words after --evidence mean: an http(s) address, a file, or a search or question in words.

    A file is read for its SHA-256, so that it can be known again. Raises InputError where they mean none of these.
    """
    words = words.strip()
    told = re.match(r"(search|question)\s*:\s*(\S.*)", words, re.DOTALL | re.IGNORECASE)
    if told:
        return GivenEvidence(EvidenceKind(told[1].lower()), told[2])
    if re.match(r"https?://[^\s/]+\.?\S*$", words, re.IGNORECASE):
        return GivenEvidence(EvidenceKind.PAGE, words)
    return _read_file(words)


def _read_file(words: str) -> GivenEvidence:
    path = Path(words).expanduser()
    try:
        with path.open("rb") as file:
            digest = hashlib.file_digest(file, "sha256").hexdigest()
    except (OSError, ValueError) as error:
        why = "is no file that can be read" if path.name else "is empty"
        raise InputError(f"evidence {words!r} {why}", FORMS) from error
    return GivenEvidence(EvidenceKind.FILE, str(path.resolve()), digest)
