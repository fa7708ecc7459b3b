"""Decisions of a script: JSON objects, one a line, each applied or refused with a line.

{"id": 12, "decision": "accept", "due": "2026-03-31", "promisor": "…", "deed": "…", "sense": "keep"}
{"id": 13, "decision": "dismiss", "why": "a forecast"}
{"evidence": 7, "decision": "accept" | "reject" | "split", "why": "…"}
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
    "commitment": {"id", "decision", "why", "due", "promisor", "deed", "sense"},
    "evidence": {"evidence", "decision", "why"},
}
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
    kind = "commitment" if "id" in decision else "evidence"
    if unknown := sorted(set(decision) - _FIELDS[kind]):
        raise InputError(f"there is no field {unknown[0]!r}", f"known are {', '.join(sorted(_FIELDS[kind]))}")
    number = decision["id" if kind == "commitment" else "evidence"]
    if not isinstance(number, int) or isinstance(number, bool) or not 1 <= number <= LARGEST:
        raise InputError(f"{number!r} is no number", _FORM)
    if wrong := [name for name in ("why", "due", "promisor", "deed", "sense") if not _is_text(decision.get(name))]:
        raise InputError(f"{wrong[0]} is no text", "write it between quotes")
    return decision


def _is_text(value: object) -> bool:
    return value is None or isinstance(value, str)


def _apply(app: App, by: str | None, decision: Mapping[str, Any]) -> Mapping[str, Any]:
    if "id" in decision:
        return _decide_commitment(app, by, decision)
    return _decide_evidence(app, by, decision)


def _decide_commitment(app: App, by: str | None, decision: Mapping[str, Any]) -> Mapping[str, Any]:
    store, followup, occasion, numbers = app.store, app.followup, app.occasion(by), [decision["id"]]
    match decision.get("decision"):
        case "accept":
            done = accept(store, followup, occasion, numbers, _correction(decision))
        case "dismiss":
            done = dismiss(store, followup, occasion, numbers, decision.get("why") or "")
        case other:
            raise InputError(f"there is no decision {other!r} on a commitment", "write accept or dismiss")
    (commitment,) = done.commitments
    return {"change": done.change, "review": commitment.review.value, "due": commitment.current.due}


def _correction(decision: Mapping[str, Any]) -> Correction:
    """What is corrected. Raises InputError where a day or a sense is none."""
    due, sense = decision.get("due"), decision.get("sense")
    is_undated = "due" in decision and due is None
    try:
        day = date.fromisoformat(due) if due else None
        held = Sense(sense) if sense else None
    except ValueError as error:
        raise InputError(str(error), "a day is 2026-03-31 or null, a sense achieve or keep") from error
    return Correction(
        promisor=decision.get("promisor"), deed=decision.get("deed"), due=day, is_undated=is_undated, sense=held
    )


def _decide_evidence(app: App, by: str | None, decision: Mapping[str, Any]) -> Mapping[str, Any]:
    store, occasion, number = app.store, app.occasion(by), decision["evidence"]
    match decision.get("decision"):
        case "accept":
            done = judge.accept(store, occasion, number)
        case "reject":
            done = judge.reject(store, occasion, number, decision.get("why") or "")
        case "split":
            done = judge.split(store, app.followup, occasion, app.rules, number)
        case other:
            raise InputError(f"there is no decision {other!r} on evidence", "write accept, reject or split")
    split_off = {"split_off": done.split_off.number} if done.split_off else {}
    return {"change": done.change, "state": done.shown.evidence.state.value, **split_off}
