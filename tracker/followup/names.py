"""Whom a name means: whether a sentence speaks of a promisor, and by what name it is told from all others."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tracker.core.actor import bare_name, folded_name
from tracker.followup.english.bodies import is_body, is_office_of, is_role
from tracker.followup.english.words import STOP, telling, words_of

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from tracker.core.actor import Names
    from tracker.followup.english.words import Word

NAMED, NAMED_IN_PART, NAMED_NEARBY, NAMED_VAGUELY = 1.0, 0.8, 0.6, 0.4
"""How surely a sentence speaks of a promisor."""

_LEGAL_FORM = re.compile(
    r"(?<=\w),? (?:plc|PLC|Ltd|Limited|Inc|LLC|LLP|GmbH|AG|SE|SA|S\.A|NV|N\.V|BV|B\.V|AB|Oyj?|ASA|AS|SpA|Srl|Corp"
    r"|Co)\.?$"
)
_OURSELVES = frozenset({"we", "our", "us"})


def speaks_of(names: Iterable[str], words: Collection[Word], whole: Collection[str], *, is_own: bool = False) -> float:
    """How surely a sentence speaks of one of these names, 0 to 1.

    words    the sentence's
    whole    the stems of the whole announcement, its title and its publisher
    is_own   the announcement is the promisor's own, so that "we" means it
    """
    stems = {word.stem for word in words}
    surest = max((_surest(name, stems, whole) for name in names), default=0.0)
    is_we = is_own and not _OURSELVES.isdisjoint(word.text.lower() for word in words)
    return max(surest, NAMED) if is_we else surest


def forms_of(name: str) -> tuple[str, ...]:
    """What a promisor is called beside its full name: without its legal form, "Varn Homes plc", and without what tells
    who it is, "The national rail operator, CastRail"."""
    bare = _LEGAL_FORM.sub("", name)
    one, _, other = bare.partition(", ")
    told = [part for part, beside in ((one, other), (other, one)) if _is_proper(part) and _is_description(beside)]
    return tuple(form for form in (bare, *told) if form != name)


def _is_proper(name: str) -> bool:
    said = words_of(name)
    return bool(said) and all(word.text[0].isupper() for word in said) and not is_common(name)


def _is_description(text: str) -> bool:
    """True for what stands for a name and is none: "the Minister of Transport", "our treasurer"."""
    words = words_of(text)
    return bool(words) and (words[0].text.lower() in STOP or all(word.text.islower() for word in words))


def is_common(name: str) -> bool:
    """True for a name of common nouns alone: "the council", "members", whoever that is where it was said.

    A capital makes no name of a bare role: "The Ministry", "Town Clerk".
    """
    has_article = name.lower().startswith("the ")
    said = telling(words_of(name))
    return (is_role(name) and (has_article or len(said) > 1)) or not any(word.is_name for word in said)


def is_generic(name: str) -> bool:
    """True for what stands for no one promisor, however it is written: "The Ministry", "company", "the new board"."""
    return is_role(name) or (name.lower().startswith("the ") and is_common(name))


def name_in_lists(name: str, publisher: str, announcement: int) -> str:
    """The name by which a promisor is told from all others; empty for one that has none.

    "The council" is its publisher where that is one, "Elsin Council"; else a council of that publisher, or, where
    nobody is said to have published it, of that announcement: "the council, Elsin Post".
    """
    if _is_publisher(name, publisher):
        return publisher
    if not name or not is_common(name):
        return name
    return f"{name}, {publisher or f'announcement {announcement}'}"


def own_name(names: Names, name: str, publisher: str, announcement: int) -> str:
    """The name that a promisor is listed by: what its name there is an alias of, else that name itself."""
    listed = name_in_lists(name, names.own(publisher), announcement)
    return _alias_of(names, listed) or listed


def other_names(names: Names, name: str, publisher: str, announcement: int) -> tuple[str, ...]:
    """All names of the same promisor that people gave it; none of a role that nobody named."""
    listed = name_in_lists(name, names.own(publisher), announcement)
    is_made_up = listed not in (name, names.own(publisher))
    return tuple(one for one in names.others(listed) if not is_made_up or folded_name(one) != folded_name(listed))


def addressee_of(names: Names, name: str, publisher: str, announcement: int) -> str:
    """Whom to ask about a promise: its promisor, by the name that it is listed by; empty where it has none.

    A role that nobody named is asked by that role. Its publisher is asked in its place only where the role is its own,
    "the council" or "the mayor" in a council's text, and never where it may tell of others: "the government" of a
    newsletter.
    """
    own = own_name(names, name, publisher, announcement)
    publisher = names.own(publisher)
    if own in (name, publisher) or own != name_in_lists(name, publisher, announcement):
        return own
    return publisher if is_office_of(name, publisher) else name


def _alias_of(names: Names, name: str) -> str:
    """What a name is an alias of; empty for one that is none."""
    own = names.own(name)
    return own if own != bare_name(name) else ""


def _is_publisher(name: str, publisher: str) -> bool:
    """True where a promisor is called by what its publisher is."""
    return is_body(name, publisher) and (len(telling(words_of(name))) == 1 or is_common(name))


def _surest(name: str, stems: set[str], whole: Collection[str]) -> float:
    parts = [word for word in words_of(name) if word.text.lower() not in STOP]
    wanted = {word.stem for word in parts}
    if not wanted:
        return 0.0
    is_proper = len(wanted) > 1 or not is_common(name)
    if wanted <= stems:
        return NAMED if is_proper else NAMED_VAGUELY
    is_in_part = parts[-1].stem in stems and parts[-1].is_name
    if is_proper and wanted <= set(whole):
        return NAMED_IN_PART if is_in_part or len(wanted & stems) * 2 >= len(wanted) else NAMED_NEARBY
    return NAMED_IN_PART if is_in_part and len(wanted & stems) > 1 else 0.0
