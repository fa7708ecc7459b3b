"""Decisions of a script: JSON objects, one a line, each applied or refused with a line.

{"id": 12, "decision": "accept", "due": "2026-03-31", "promisor": "…", "deed": "…", "sense": "keep"}
{"id": 13, "decision": "dismiss", "why": "a forecast"}
{"evidence": 7, "decision": "accept"}
{"evidence": 7, "decision": "fulfil", "on": "2025-10-15"}
{"evidence": 9, "decision": "move", "to": "2026-03-31", "why": "…"}
{"evidence": 8, "decision": "reject", "why": "…"}
{"evidence": 8, "decision": "split"}

Each decision takes the fields that the command line takes with it, and no others.
"""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING, Any

from tracker.cli.output import show_line
from tracker.core.deadline import Sense
from tracker.errors import InputError, TrackerError
from tracker.services import judge
from tracker.services.edit import Correction
from tracker.services.reference import LARGEST
from tracker.services.review import accept, dismiss

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from tracker.app import App

_FIELDS = {
    "id": {"accept": {"due", "promisor", "deed", "sense"}, "dismiss": {"why"}},
    "evidence": {"accept": set(), "fulfil": {"on"}, "move": {"to", "why"}, "reject": {"why"}, "split": set()},
}
"""What each decision takes, beside what it is on."""

_FORM = 'write {"id": 12, "decision": "accept"} or {"evidence": 7, "decision": "reject"}'


def decide_lines(app: App, by: str | None, lines: Iterable[str]) -> int:
    """Apply each line's decision and say so in a line of JSON; gives the exit code of the first one refused, or 0."""
    exit_code = 0
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        told: dict[str, Any] = {"schema": "tracker.decision/1", "line": number}
        try:
            decision = _read(line)
            told |= {name: decision[name] for name in ("id", "evidence", "decision") if name in decision}
            told |= {"is_applied": True, **_apply(app, by, decision)}
        except TrackerError as error:
            told |= {"is_applied": False, "problem": str(error)}
            exit_code = exit_code or error.exit_code
        show_line(told)
    return exit_code


def _read(line: str) -> Mapping[str, Any]:
    """The decision in a line. Raises InputError where it is none."""
    try:
        decision = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise InputError("this line is no JSON", _FORM) from error
    if not isinstance(decision, dict) or ("id" in decision) == ("evidence" in decision):
        raise InputError("this line decides on nothing", _FORM)
    kind = "id" if "id" in decision else "evidence"
    number = decision[kind]
    if not isinstance(number, int) or isinstance(number, bool) or not 1 <= number <= LARGEST:
        raise InputError(f"{number!r} is no number", _FORM)
    _check_fields(kind, decision)
    return decision


def _check_fields(kind: str, decision: Mapping[str, Any]) -> None:
    """Raises InputError where there is no such decision, or it does not take one of the fields given."""
    word, known = decision.get("decision"), _FIELDS[kind]
    what = "a commitment" if kind == "id" else "evidence"
    if not isinstance(word, str) or word not in known:
        raise InputError(f"there is no decision {word!r} on {what}", f"write one of {', '.join(known)}")
    if unknown := sorted(set(decision) - known[word] - {kind, "decision"}):
        takes = f"it takes {', '.join(sorted(known[word]))}" if known[word] else "it takes no more than that"
        raise InputError(f"{word} on {what} takes no field {unknown[0]!r}", takes)
    if wrong := [name for name in sorted(known[word]) if not _is_text(decision.get(name))]:
        raise InputError(f"{wrong[0]} is no text", "write it between quotes")


def _is_text(value: object) -> bool:
    return value is None or isinstance(value, str)


def _apply(app: App, by: str | None, decision: Mapping[str, Any]) -> Mapping[str, Any]:
    if "id" in decision:
        return _decide_commitment(app, by, decision)
    return _decide_evidence(app, by, decision)


def _decide_commitment(app: App, by: str | None, decision: Mapping[str, Any]) -> Mapping[str, Any]:
    store, followup, occasion, numbers = app.store, app.followup, app.occasion(by), [decision["id"]]
    if decision["decision"] == "accept":
        done = accept(store, followup, occasion, numbers, _correction(decision))
    else:
        done = dismiss(store, followup, occasion, numbers, decision.get("why") or "")
    (commitment,) = done.commitments
    return {"change": done.change, "review": commitment.review.value, "due": commitment.current.due}


def _correction(decision: Mapping[str, Any]) -> Correction:
    """What is corrected. Raises InputError where a day or a sense is none."""
    sense, is_undated = decision.get("sense"), "due" in decision and decision["due"] is None
    try:
        held = Sense(sense) if sense is not None else None
    except ValueError as error:
        raise InputError(str(error), "a sense is achieve or keep") from error
    day = _day(decision, "due")
    return Correction(
        promisor=decision.get("promisor"), deed=decision.get("deed"), due=day, is_undated=is_undated, sense=held
    )


def _day(decision: Mapping[str, Any], name: str) -> date | None:
    """The day in a field; None where there is none. Raises InputError where it is no day."""
    text = decision.get(name)
    try:
        return date.fromisoformat(text) if text is not None else None
    except ValueError as error:
        raise InputError(f"{name}: {error}", "a day is 2026-03-31") from error


def _decide_evidence(app: App, by: str | None, decision: Mapping[str, Any]) -> Mapping[str, Any]:
    store, followup, occasion, number = app.store, app.followup, app.occasion(by), decision["evidence"]
    reason = decision.get("why") or ""
    match decision["decision"]:
        case "fulfil":
            return _tell_concluded(judge.accept_and_fulfil(store, followup, occasion, number, _day(decision, "on")))
        case "move":
            due = _day(decision, "to")
            return _tell_concluded(judge.accept_and_move(store, followup, occasion, number, due, reason))
        case "accept":
            done = judge.accept(store, occasion, number)
        case "reject":
            done = judge.reject(store, occasion, number, reason)
        case _:
            done = judge.split(store, followup, occasion, app.rules, number)
    split_off = {"split_off": done.split_off.number} if done.split_off else {}
    return {"change": done.change, "state": done.shown.evidence.state.value, **split_off}


def _tell_concluded(done: judge.Concluded) -> Mapping[str, Any]:
    occurrence = done.standing.occurrence
    return {
        "change": done.change,
        "state": done.shown.evidence.state.value,
        "status": occurrence.status.value,
        "due": occurrence.due,
        "done_on": occurrence.done_on,
    }
