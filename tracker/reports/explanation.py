"""A due date worked out: the words, what they were read as, and the arithmetic step by step."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.core.deadline import DeadlineKind, Sense
from tracker.reports.table import Cell, Column, Fact, Facts, Report, Section, Table, Tone
from tracker.reports.wording import count, spell, spell_day

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from tracker.core.announcement import Announcement
    from tracker.core.deadline import Condition, Deadline

STEPS = (Column("number", "STEP", is_number=True), Column("step", "WHAT IS DONE", min_width=30))
BETWEEN_RULES = " · "


def report_explanation(deadline: Deadline, today: date) -> Report:
    """A deadline with its arithmetic, one step a row."""
    steps = tuple((Cell(number), Cell(step)) for number, step in enumerate(steps_of(deadline), 1))
    sections = (
        Section("deadline", "", Facts((*deadline_facts(deadline, deadline.due), *_past_facts(deadline)))),
        Section("steps", "Step by step", Table(STEPS, steps)),
    )
    return Report("explanation", "", sections, today)


def explained_line(announcement: Announcement, found: Sequence[Deadline]) -> Mapping[str, object]:
    """A text with its deadlines for machines: the first one's kind and due date, then all that was read."""
    first = found[0] if found else None
    return {
        "schema": "tracker.explained/1",
        "id": announcement.id,
        "announced_on": announcement.announced_on,
        "text": announcement.text,
        "kind": first.kind.value if first else DeadlineKind.OPEN.value,
        "due": first.due if first else None,
        "is_past": bool(first and first.is_past),
        "explanation": first.explanation if first else "",
        "deadlines": [
            {**{fact.name: fact.cell.value for fact in deadline_facts(one, one.due)}, "steps": steps_of(one)}
            for one in found
        ],
    }


def steps_of(deadline: Deadline) -> tuple[str, ...]:
    """The arithmetic, each step once: one that a later step comes to as well stands where that is."""
    return tuple(reversed(dict.fromkeys(reversed(deadline.steps))))


def deadline_facts(deadline: Deadline, due: date | None) -> tuple[Fact, ...]:
    """What was read from words of time; `due` is the due date as it stands now."""
    anchor = deadline.anchor
    return (
        Fact("words", "words", Cell(deadline.words, f"“{deadline.words}”")),
        Fact("due", "due", _due_cell(deadline, due)),
        Fact("kind", "kind", Cell(deadline.kind.value)),
        Fact("sense", "sense", Cell(deadline.sense.value, _tell_sense(deadline.sense))),
        Fact("opens", "opens", _day_cell(deadline.opens)),
        Fact("strict_due", "strict due", _day_cell(deadline.strict_due, " without the benefit of the doubt")),
        Fact("condition", "waits for", _condition_cell(deadline.condition)),
        Fact("condition_amount", "", Cell(deadline.condition.amount if deadline.condition else None)),
        Fact("condition_unit", "", Cell(deadline.condition.unit.value if deadline.condition else None)),
        Fact("rrule", "recurs", Cell(deadline.rrule)),
        Fact("rules", "rules", Cell(deadline.rules, BETWEEN_RULES.join(deadline.rules), Tone.MUTED)),
        Fact("anchor", "counted from", Cell(anchor.on, f"{spell_day(anchor.on)}, {anchor.reason}")),
        Fact("anchor_reason", "", Cell(anchor.reason)),
        Fact("explanation", "explanation", Cell(deadline.explanation)),
    )


def _past_facts(deadline: Deadline) -> tuple[Fact, ...]:
    text = "The written date lies before the announcement." if deadline.is_past else ""
    return (Fact("is_past", "look again", Cell(deadline.is_past, text, Tone.WARNING)),)


def _due_cell(deadline: Deadline, due: date | None) -> Cell:
    if due is not None:
        return _day_cell(due, tone=Tone.STRONG)
    if deadline.is_undetermined:
        return Cell(None, "no date: the explanation says why", Tone.MUTED)
    words = {DeadlineKind.CONDITIONAL: "not before its condition is met", DeadlineKind.VAGUE: "no date: it is vague"}
    return Cell(None, words.get(deadline.kind, "no date"), Tone.MUTED)


def _day_cell(day: date | None, remark: str = "", tone: Tone = Tone.PLAIN) -> Cell:
    return Cell(day, f"{day}, {spell_day(day)}{remark}" if day else "", tone)


def _tell_sense(sense: Sense) -> str:
    return "to be held until then" if sense is Sense.KEEP else ""


def _condition_cell(condition: Condition | None) -> Cell:
    if condition is None:
        return Cell(None)
    distance = f"{count(condition.amount, spell(condition.unit))} from " if condition.amount else ""
    return Cell(condition.event, f"{distance}{condition.event}")
