"""What was sent and what waits: the outbox as a list, one message whole, and what one turn of sending came to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.core.outbox import MessageState, Verdict
from tracker.reports.table import Cell, Column, Fact, Facts, Passage, Report, Section, Table, Tally, Tone
from tracker.reports.wording import count, instant_cell, spell_instant

if TYPE_CHECKING:
    from datetime import date, tzinfo

    from tracker.core.outbox import Attempt, Message, SwitchedOff
    from tracker.core.sent import Sent, Trouble
    from tracker.reports.snapshot import MessageSnapshot, OutboxSnapshot

MESSAGES = (
    Column("message", "MESSAGE", is_number=True),
    Column("composed_at", "COMPOSED"),
    Column("state", "STATE"),
    Column("channel", "CHANNEL"),
    Column("recipient", "TO", min_width=24),
    Column("summary", "SAYS", min_width=24),
    Column("attempts", "TRIES", is_number=True),
    Column("next_attempt_at", "NEXT TRY"),
    Column("kind"),
    Column("ended_at"),
    Column("uuid"),
)
PLANNED = (Column("channel", "CHANNEL"), Column("planned", "PLANNED", is_number=True))
OFF = (
    Column("channel", "CHANNEL"),
    Column("recipient", "TO", min_width=24),
    Column("since", "SINCE"),
    Column("reason", "WHY", min_width=16),
)
ATTEMPTS = (
    Column("attempt", "TRY", is_number=True),
    Column("started_at", "WHEN"),
    Column("verdict", "CAME TO"),
    Column("detail", "ANSWER", min_width=24),
    Column("next_attempt_at", "NEXT TRY"),
    Column("ended_at"),
)
TOLD = (Column("commitment", "ID", is_number=True), Column("stage", "STAGE"), Column("alert"))
TROUBLES = (
    Column("message", is_number=True),
    Column("channel"),
    Column("recipient"),
    Column("detail"),
    Column("is_dead"),
    Column("next_attempt_at"),
)
STATE_TONES = {
    MessageState.SENT: Tone.GOOD,
    MessageState.DEAD: Tone.ALARM,
    MessageState.WITHDRAWN: Tone.MUTED,
}


def report_outbox(snapshot: OutboxSnapshot, today: date, zone: tzinfo) -> Report:
    """Messages, newest first, with what is not in one; their instants on the clock of a zone."""
    planned = tuple((Cell(channel), Cell(number)) for channel, number in sorted(snapshot.planned.items()))
    sections = (
        Section(
            "messages",
            "",
            Table(MESSAGES, tuple(_message_row(message, zone) for message in snapshot.messages)),
            empty="No message.",
            hint="There are older ones: --limit shows more." if snapshot.has_more else "",
        ),
        Section("counts", "", Tally(tuple(_count(state, snapshot.counts.get(state, 0)) for state in MessageState))),
        Section("planned", "Planned, to be sent when their time comes", Table(PLANNED, planned)),
        Section(
            "switched_off",
            "Switched off, as their servers wished",
            Table(OFF, tuple(_off_row(off, zone) for off in snapshot.off)),
            hint="On again: tracker alerts retry --all" if snapshot.off else "",
        ),
    )
    return Report("alerts", "", sections, today)


def report_message(snapshot: MessageSnapshot, today: date, zone: tzinfo) -> Report:
    """One message with every attempt and what it tells of; its body is for machines."""
    attempts = tuple(_attempt_row(place, one, zone) for place, one in enumerate(snapshot.attempts, 1))
    told = tuple((Cell(one.commitment, tone=Tone.STRONG), Cell(one.stage), Cell(one.alert)) for one in snapshot.told)
    sections = (
        Section("message", "", Facts(_message_facts(snapshot.message, zone))),
        Section("attempts", "Attempts", Table(ATTEMPTS, attempts), empty="None was made yet."),
        Section("told", "Tells of", Table(TOLD, told)),
    )
    return Report("alerts.message", f"Message {snapshot.message.id}", sections, today)


def report_sent(sent: Sent, today: date, zone: tzinfo) -> Report:
    """What one turn of sending came to; what went wrong is listed for machines, as people are told on its own."""
    troubles = tuple(_trouble_row(trouble) for trouble in sent.troubles)
    withdrawn = f"{sent.withdrawn:,} {'delivery' if sent.withdrawn == 1 else 'deliveries'} no longer held."
    facts = (
        Fact("sent", "sent", Cell(sent.sent, f"{count(sent.sent, 'message')} sent." if sent.sent else "")),
        Fact("failed", "failed", Cell(sent.failed, f"{sent.failed:,} failed." if sent.failed else "", Tone.WARNING)),
        Fact("dead", "given up", Cell(sent.dead, f"{sent.dead:,} given up." if sent.dead else "", Tone.ALARM)),
        Fact("withdrawn", "withdrawn", Cell(sent.withdrawn, withdrawn if sent.withdrawn else "", Tone.MUTED)),
        Fact("is_idle", "nothing", _idle_cell(sent, zone)),
    )
    return Report(
        "alerts.sent",
        "",
        (Section("sent", "", Passage(facts)), Section("troubles", "", Table(TROUBLES, troubles))),
        today,
    )


def tell_trouble(trouble: Trouble, zone: tzinfo) -> str:
    """One thing that could not be sent, in a line: where, what happened, what comes next."""
    where = f"{trouble.channel} to {trouble.recipient}" if trouble.recipient else trouble.channel
    told = f"{where}: {trouble.detail}"
    if trouble.is_dead:
        return f"{told}: given up; `tracker alerts retry {trouble.message}` sends it again"
    if trouble.next_attempt_at is not None:
        return f"{told}: message {trouble.message} is tried again at {spell_instant(trouble.next_attempt_at, zone)}"
    return told


def _idle_cell(sent: Sent, zone: tzinfo) -> Cell:
    is_idle = not (sent.sent or sent.failed or sent.dead or sent.withdrawn or sent.troubles)
    if sent.quiet_until is not None:
        told = f"Nothing is sent before {spell_instant(sent.quiet_until, zone)}: it is quiet."
        return Cell(is_idle, told, Tone.MUTED)
    return Cell(is_idle, "Nothing is due." if is_idle else "", Tone.MUTED)


def _message_row(message: Message, zone: tzinfo) -> tuple[Cell, ...]:
    is_pending = message.state is MessageState.PENDING
    return (
        Cell(message.id, tone=Tone.STRONG),
        instant_cell(message.composed_at, zone),
        _state_cell(message.state),
        Cell(message.channel),
        Cell(message.recipient),
        Cell(message.summary),
        Cell(message.attempts),
        instant_cell(message.next_attempt_at if is_pending else None, zone),
        Cell(message.kind.value),
        Cell(message.ended_at),
        Cell(message.uuid),
    )


def _message_facts(message: Message, zone: tzinfo) -> tuple[Fact, ...]:
    is_pending = message.state is MessageState.PENDING
    return (
        Fact("message", "", Cell(message.id)),
        Fact("uuid", "uuid", Cell(message.uuid, tone=Tone.MUTED)),
        Fact("kind", "kind", Cell(message.kind.value)),
        Fact("channel", "channel", Cell(message.channel)),
        Fact("recipient", "to", Cell(message.recipient)),
        Fact("summary", "says", Cell(message.summary, tone=Tone.STRONG)),
        Fact("state", "state", _state_cell(message.state)),
        Fact("composed_at", "composed", instant_cell(message.composed_at, zone)),
        Fact("attempts_made", "tries", Cell(message.attempts)),
        Fact("next_attempt_at", "next try", instant_cell(message.next_attempt_at if is_pending else None, zone)),
        Fact("leased_until", "held until", instant_cell(message.leased_until, zone, Tone.MUTED)),
        Fact("ended_at", "ended", instant_cell(message.ended_at, zone)),
        Fact("body", "", Cell(message.body)),
    )


def _attempt_row(place: int, attempt: Attempt, zone: tzinfo) -> tuple[Cell, ...]:
    is_sent = attempt.outcome.verdict is Verdict.SENT
    return (
        Cell(place),
        instant_cell(attempt.started_at, zone),
        Cell(attempt.outcome.verdict.value, tone=Tone.GOOD if is_sent else Tone.WARNING),
        Cell(attempt.outcome.detail),
        instant_cell(attempt.next_attempt_at, zone),
        Cell(attempt.ended_at),
    )


def _off_row(off: SwitchedOff, zone: tzinfo) -> tuple[Cell, ...]:
    return Cell(off.channel), Cell(off.recipient), instant_cell(off.since, zone), Cell(off.reason)


def _trouble_row(trouble: Trouble) -> tuple[Cell, ...]:
    return (
        Cell(trouble.message),
        Cell(trouble.channel),
        Cell(trouble.recipient),
        Cell(trouble.detail),
        Cell(trouble.is_dead),
        Cell(trouble.next_attempt_at),
    )


def _state_cell(state: MessageState) -> Cell:
    return Cell(state.value, tone=STATE_TONES.get(state, Tone.PLAIN))


def _count(state: MessageState, number: int) -> Fact:
    return Fact(
        state.value, state.value, Cell(number, f"{number:,}" if number else "", STATE_TONES.get(state, Tone.PLAIN))
    )
