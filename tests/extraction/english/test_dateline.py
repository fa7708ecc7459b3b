"""The dateline ahead of a first sentence, which is none of its words."""

import pytest

from tracker.core.deadline import Span
from tracker.extraction.english.dateline import without_dateline
from tracker.extraction.reading import fold


def rest(text: str) -> str:
    return without_dateline(fold(text), Span(0, len(text))).of(text)


@pytest.mark.parametrize(
    "dateline",
    [
        "BALANGO — ",
        "PORT ADAIR, Dec 17 — ",
        "NORDA, Vel. -- ",
        "ST ANNE, Norda (NWA) – ",
        "EASTMOOR, Tuesday 3 March 2026 - ",
        "CAPE HOLM, March 18, 2026 (Wednesday) — ",
        "Port Elsin, 17 September 2025 — ",
        "Elsin, July 29, NNA — ",
    ],
)
def test_a_dateline_is_left_out(dateline: str) -> None:
    told = "The Harbour Board on Friday signed a lease of the old pier and of all that stands on it."
    assert rest(dateline + told) == told


@pytest.mark.parametrize(
    "text",
    [
        "UNOP — with its partners — will open a clinic in Norda by the third of May of next year.",
        "JB – Order the glass by Friday and have it put into the windows of the hall before the fair.",
        "The Ministry of Works — Norda's largest — will open a clinic by the third of May of next year.",
        "Porto, 9 June – Second meeting of the partners.",
        "ACTION: the clerk to circulate the draft by Friday.",
        "BALANGO — ",
    ],
)
def test_what_is_no_dateline_stays(text: str) -> None:
    assert rest(text) == text
