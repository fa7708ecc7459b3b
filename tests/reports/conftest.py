"""Made-up commitments to report on, and a way to read a report by its names."""

from dataclasses import replace
from datetime import date

import pytest

from tracker.core.commitment import Band, Commitment, Promisor, PromisorSource
from tracker.core.deadline import Anchor, Deadline, DeadlineKind, Sense, Span
from tracker.core.occurrence import Occurrence
from tracker.core.record import StoredCommitment
from tracker.core.status import Review
from tracker.core.timing import standing_of

ANNOUNCED = date(2025, 9, 17)
SENTENCE = "The council will open a library within the next 30 days."


@pytest.fixture
def deadline():
    """A factory of deadlines read from "within the next 30 days"."""

    def make(**fields):
        plain = Deadline(
            "within the next 30 days",
            Span(32, 55),
            DeadlineKind.DATED,
            ("within", "days"),
            Anchor(ANNOUNCED),
            "30 days counted from the announcement",
            due=date(2025, 10, 17),
        )
        return replace(plain, **fields)

    return make


@pytest.fixture
def commitment(deadline):
    """A factory of commitments with one occurrence; `fields` are the occurrence's."""

    def make(number=1, *, deed="open a library", source=PromisorSource.SUBJECT, sense=Sense.ACHIEVE, read=True,
             review=Review.TRACKED, stored=None, **fields):  # fmt: skip
        found = Commitment(
            SENTENCE,
            Span(0, len(SENTENCE)),
            Promisor("The council", source),
            deed,
            Band.COMMITMENT,
            0.9,
            (("will", 2.0), ("word:next", 1.8), ("dated", 1.5), ("length_2", -0.7), ("undated", -0.5), ("stem", 0.1)),
            deadline(sense=sense) if read else None,
        )
        occurrence = Occurrence(number, **{"id": number * 10, "due": date(2025, 10, 17), **fields})
        return StoredCommitment(
            number,
            f"uuid-{number}",
            4,
            ANNOUNCED,
            found,
            review,
            **{
                "occurrences": (replace(occurrence, first_due=occurrence.first_due or occurrence.due),),
                **(stored or {}),
            },
        )

    return make


@pytest.fixture
def standing(commitment):
    """A factory of standings on a day."""

    def make(today, number=1, **fields):
        one = commitment(number, **fields)
        return standing_of(one, one.current, today)

    return make


@pytest.fixture
def section_of():
    """The section of a report with a name."""

    def find(report, name):
        return next(section for section in report.sections if section.name == name)

    return find


@pytest.fixture
def values_of():
    """The values of a section as machines get them: a list of mappings, or one."""

    def read(body):
        if hasattr(body, "rows"):
            names = [column.name for column in body.columns]
            return [dict(zip(names, (cell.value for cell in row), strict=True)) for row in body.rows]
        return {fact.name: fact.cell.value for fact in body.facts}

    return read


@pytest.fixture
def shown_of():
    """What people read of a section, by the names of its columns or facts."""

    def read(body):
        if hasattr(body, "rows"):
            names = [column.name for column in body.columns]
            return [dict(zip(names, (cell.shown for cell in row), strict=True)) for row in body.rows]
        return {fact.name: fact.cell.shown for fact in body.facts}

    return read
