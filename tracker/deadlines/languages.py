"""The languages that deadlines can be read in; a language is a folder with its rules, loaded on first use."""

from __future__ import annotations

LANGUAGES = {"en": "tracker.deadlines.english:ENGLISH"}
