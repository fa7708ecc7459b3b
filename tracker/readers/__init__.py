"""Announcements from files: one file of this folder a format, found by the name's ending.

`read` takes one file, or standard input, and gives what is in it: announcements, and an error for each that cannot
be used, so that a bad one does not stop the good ones beside it.
"""

from __future__ import annotations

from tracker.readers.intake import READERS, read
from tracker.readers.source import Given, Reading

__all__ = ["READERS", "Given", "Reading", "read"]
