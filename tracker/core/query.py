"""The filter that is typed everywhere: `status:open actor:"Ministry of Health" due.before:2026-01-01 +OVERDUE`.

    query    terms side by side; all must hold
    term     [-] field:value[,value]…    one of the values: status review kind sense owner tag id; owner:me, owner:none
             [-] field:words             within the text: actor publisher
             [-] field~words             within the text: actor deed text publisher; bare words mean text~words
             [-] field:day | field.before:day | field.after:day | field:none     due announced done
             +tag -tag                   with the tag, without it; tags are in lower case
             +WORD -WORD                 where it stands, in capitals: +OVERDUE, -DUE_SOON, +PROPOSED …
             [-] 12                      the commitment of that number
    day      2026-01-31, today, tomorrow, yesterday, +7d, -7d; in words too where the caller can read them

Words are compared without regard to letter case and spacing. A commitment stands where its current occurrence does.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from tracker.core.announcement import normalised
from tracker.core.calendar import DAY_FORMS, parse_day
from tracker.core.deadline import DeadlineKind, Sense
from tracker.core.status import Review, Status
from tracker.core.terms import Contains, Field, OnDay, OneOf, Side, StandingWord, Stands, Term
from tracker.errors import UnknownNameError, UsageError
from tracker.registry import nearest

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date
    from enum import StrEnum

    from tracker.core.terms import Condition

_VALUES: dict[Field, type[StrEnum]] = {
    Field.STATUS: Status,
    Field.REVIEW: Review,
    Field.KIND: DeadlineKind,
    Field.SENSE: Sense,
}
_WITHIN = (Field.ACTOR, Field.DEED, Field.TEXT, Field.PUBLISHER)
_DAYS = (Field.DUE, Field.ANNOUNCED, Field.DONE)
_TYPED = [field.value for field in Field if field is not Field.STANDING]

_WORD = re.compile(r'(?:"[^"]*"|[^\s"])+|"')
_TERM = re.compile(r"(?P<field>[A-Za-z_]+)(?:\.(?P<side>[A-Za-z]+))?(?P<joint>[:~])(?P<value>.*)", re.DOTALL)


class DayInWords(Protocol):
    """Reads a day in words of time, such as "next friday" or "summer"."""

    def __call__(self, words: str, side: Side, /) -> date | None:
        """The day that bounds what lies on this side of it: the first of a period where that is before, else the last;
        None for what is no day."""


@dataclass(frozen=True, slots=True)
class _Asked:
    """As of which day, by whom, and how words of time are read."""

    today: date
    me: str | None
    in_words: DayInWords | None


@dataclass(frozen=True, slots=True)
class Query:
    """Terms that must all hold; without any, everything is meant."""

    terms: tuple[Term, ...] = ()

    def speaks_of(self, *fields: str) -> bool:
        """True where a term asks about one of these fields, by name or by a word in capitals."""
        return any(term.condition.field.value in fields for term in self.terms)

    def joined(self, other: Query) -> Query:
        """What both mean."""
        return Query(self.terms + other.terms)


def parse_query(
    words: Sequence[str] | str, today: date, me: str | None = None, in_words: DayInWords | None = None
) -> Query:
    """What words typed by a person mean; a sequence holds one term a word, a string is split at its spaces.

    Days are counted from `today`; `me` is the person that `owner:me` means; `in_words` reads a day that is none of
    DAY_FORMS ("next friday"), and gives None for what is no day either. Raises UsageError, which names the term.
    """
    terms = _split(words) if isinstance(words, str) else [word for word in words if word.strip()]
    asked = _Asked(today, me, in_words)
    return Query(tuple(_read_term(term, asked) for term in terms))


def _split(words: str) -> list[str]:
    """At the spaces outside double quotes."""
    parts = _WORD.findall(words)
    if '"' in parts:
        raise UsageError(f"a quote is not closed in {words!r}", 'write actor:"Ministry of Health"')
    return parts


def _read_term(term: str, asked: _Asked) -> Term:
    if term[0] in "+-" and term[1:2] not in ("", '"') and not _TERM.match(term, 1) and not term[1:].isdecimal():
        return Term(_read_tag(term), is_negated=term[0] == "-")
    is_negated = term.startswith("-") and len(term) > 1
    return Term(_read_condition(term[is_negated:], term, asked), is_negated)


def _read_tag(term: str) -> Condition:
    name = _unquoted(term[1:])
    if name in StandingWord.__members__:
        return Stands(StandingWord(name))
    if name.isupper():
        error = _unknown("word in capitals", name, [word.value for word in StandingWord])
        stop = "" if error.remedy.endswith("?") else "."
        error.remedy += f"{stop} A tag is written in small letters: {term[0]}{name.lower()}"
        raise error
    if name.upper() in StandingWord.__members__:
        raise UsageError(f"{term!r}: where one stands is said in capitals", f"write {term[0]}{name.upper()}")
    return OneOf(Field.TAG, (name.casefold(),))


def _read_condition(words: str, term: str, asked: _Asked) -> Condition:
    match = _TERM.fullmatch(words)
    if match is None:
        return OneOf(Field.ID, (words,)) if words.isdecimal() else Contains(Field.TEXT, normalised(_unquoted(words)))
    name, side, joint, value = match["field"].lower(), match["side"], match["joint"], _unquoted(match["value"])
    if name not in _TYPED:
        raise _unknown("field", name, _TYPED)
    field = Field(name)
    if field in _DAYS and joint == ":":
        where = _read_side(side, term)
        is_none = value.strip().casefold() == "none" and side is None
        return OnDay(field, where, None if is_none else _read_day(value, where, term, asked))
    if side is not None:
        raise UsageError(f"{term!r}: {name} has no {side}", f"only {', '.join(_DAYS)} have before and after")
    if not value.strip():
        raise UsageError(f"{term!r}: nothing stands after {name}{joint}", "write a value behind it")
    if field in _WITHIN:
        return Contains(field, normalised(value))
    if joint == "~":
        raise UsageError(f"{term!r}: {name} is not searched in", f"write {name}:{value}, or text~{value}")
    return OneOf(field, tuple(_read_value(field, one.strip(), term, asked.me) for one in value.split(",")))


def _read_value(field: Field, value: str, term: str, me: str | None) -> str:
    if field in _VALUES:
        word = value.casefold().replace("-", "_").replace(" ", "_")
        if word not in list(_VALUES[field]):
            raise _unknown(field.value, value, [known.value for known in _VALUES[field]])
        return word
    if field is Field.OWNER:
        owners = {"none": "", "me": value if me is None else me}
        return normalised(owners.get(value.casefold(), value))
    if field is Field.ID and not value.isdecimal():
        raise UsageError(f"{term!r}: {value!r} is no number", "write id:12 or id:12,13")
    return value.casefold()


def _read_side(word: str | None, term: str) -> Side:
    if word is None:
        return Side.ON
    if word.lower() not in (Side.BEFORE, Side.AFTER):
        raise UsageError(f"{term!r}: there is no {word!r}", "write .before or .after")
    return Side(word.lower())


def _read_day(value: str, side: Side, term: str, asked: _Asked) -> date:
    try:
        return parse_day(value, asked.today)
    except ValueError as error:
        if asked.in_words and (day := asked.in_words(value, side)):
            return day
        further = ", or a day in words: next friday" if asked.in_words else ""
        raise UsageError(f"{term!r}: {value!r} is no day", f"write {DAY_FORMS}{further}") from error


def _unquoted(words: str) -> str:
    return words.replace('"', "")


def _unknown(kind: str, name: str, known: Iterable[str]) -> UnknownNameError:
    names = list(known)
    return UnknownNameError(kind, name, nearest(name, names), names)
