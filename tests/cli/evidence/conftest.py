"""Three promises, and a later announcement that speaks of each."""

import pytest

PROMISES = """Elsin Council, 3 March 2025

Elsin Council will open the Eastgate library by 30 September 2025.
Elsin Council will publish an air quality report by 30 August 2025.
Elsin Council will introduce a tourist tax by 31 January 2026.
"""
LATER = """Elsin Post, 3 September 2025

The Eastgate library will not open before 15 January 2026, Elsin Council said, blaming a burst pipe.

Elsin Council has scrapped the tourist tax that it meant to introduce. Its air quality report was published on Monday.

Elsin Council will repave Quay Street by 1 December 2025.
"""


@pytest.fixture
def later(tmp_path):
    """A file that tells of all three promises and makes one of its own."""
    path = tmp_path / "later.txt"
    path.write_text(LATER, encoding="utf-8")
    return path


@pytest.fixture
def promises(tmp_path):
    """A file of three promises."""
    path = tmp_path / "promises.txt"
    path.write_text(PROMISES, encoding="utf-8")
    return path


@pytest.fixture
def numbers(tracker, promises):
    """The numbers of three tracked promises: the library, the report, the tax."""
    (announcement,) = tracker("ingest", "--accept", promises, "--json").document["announcements"]
    assert len(announcement["commitments"]) == 3
    return [one["id"] for one in announcement["commitments"]]


@pytest.fixture
def proposed(tracker, numbers, later):
    """The numbers of the evidence on the library, the report and the tax."""
    tracker("ingest", later)
    evidence = tracker("evidence", "list", "--json").document["evidence"]
    by_commitment = {one["commitment"]: one["evidence"] for one in evidence}
    return [by_commitment[number] for number in numbers]


@pytest.fixture
def listed(tracker):
    """The evidence that `evidence list` shows, by its number."""

    def listed(*words):
        return {one["evidence"]: one for one in tracker("evidence", "list", *words, "--json").document["evidence"]}

    return listed


@pytest.fixture
def told_of(tracker):
    """What `show` tells of a commitment."""

    def told_of(number):
        return tracker("show", number, "--json").document

    return told_of
