"""What a site's robots.txt lets this program ask for, by RFC 9309.

The groups that name us hold, all of them together, else those for all ("*"). Of the rules that match an address the
longest decides, and of two as long the one that allows; "*" stands for anything, "$" at the end for the end.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import quote, urlsplit

if TYPE_CHECKING:
    from collections.abc import Iterator

_MOST_BYTES = 512_000
"""Bytes that are read; RFC 9309 (2.5) asks for 500 KiB at the least."""

_TOKEN = re.compile(r"[A-Za-z_-]+|\*")
_CODED = re.compile(r"%([0-9A-Fa-f]{2})")
_UNRESERVED = re.compile(r"[A-Za-z0-9._~-]")


@dataclass(frozen=True, slots=True)
class Rule:
    """Whether addresses that match are allowed; `pattern` is in the form that paths are compared in."""

    pattern: str
    is_allowed: bool

    def matches(self, path: str) -> bool:
        """True where the pattern matches from the path's beginning. Takes the time of one search for each "*"."""
        is_anchored = self.pattern.endswith("$")
        first, *others = self.pattern.removesuffix("$").split("*")
        if not path.startswith(first):
            return False
        place = len(first)
        last = others.pop() if others and is_anchored else None
        for piece in others:
            found = path.find(piece, place)
            if found < 0:
                return False
            place = found + len(piece)
        if last is not None:
            return path.endswith(last) and len(path) - len(last) >= place
        return not is_anchored or place == len(path)


@dataclass(frozen=True, slots=True)
class Robots:
    """The rules of a site that hold for us; none: everything is allowed."""

    rules: tuple[Rule, ...] = ()

    def allows(self, url: str) -> bool:
        """True where the address may be asked for."""
        parts = urlsplit(url)
        path = _compared(f"{parts.path or '/'}?{parts.query}" if parts.query else parts.path or "/")
        path = path.replace("*", "%2A").replace("$", "%24")
        matching = [(len(rule.pattern), rule.is_allowed) for rule in self.rules if rule.matches(path)]
        return path == "/robots.txt" or max(matching, default=(0, True))[1]


def read_robots(content: bytes, name: str) -> Robots:
    """The rules in a robots.txt for the program of a name. What is no line of it is left alone."""
    ours, for_all = [], []
    is_named = False
    for is_ours, is_for_all, rule in _grouped(content[:_MOST_BYTES].decode("utf-8-sig", "replace"), name.lower()):
        is_named = is_named or is_ours
        if rule is not None and is_ours:
            ours.append(rule)
        elif rule is not None and is_for_all:
            for_all.append(rule)
    return Robots(tuple(ours if is_named else for_all))


def _grouped(text: str, name: str) -> Iterator[tuple[bool, bool, Rule | None]]:
    """Each rule with whether its group names us, and all; and each group also without one, as it may have none."""
    is_ours = is_for_all = False
    has_rules = True
    for key, value in _lines(text):
        if key == "user-agent":
            token = _TOKEN.match(value)
            agent = token[0].lower() if token else ""
            is_ours = agent == name or (is_ours and not has_rules)
            is_for_all = agent == "*" or (is_for_all and not has_rules)
            has_rules = False
            yield is_ours, is_for_all, None
        elif key in ("allow", "disallow"):
            has_rules = True
            if value.startswith(("/", "*")):
                yield is_ours, is_for_all, Rule(_pattern(value), key == "allow")


def _lines(text: str) -> Iterator[tuple[str, str]]:
    for line in re.split(r"[\r\n]+", text):
        key, mark, value = line.partition("#")[0].partition(":")
        if mark:
            yield key.strip().lower(), value.strip()


def _pattern(value: str) -> str:
    """A rule's path as it is compared; "$" means the end only where it stands there, and itself elsewhere."""
    end = "$" if value.endswith("$") else ""
    return _compared(value.removesuffix("$")).replace("$", "%24") + end


def _compared(path: str) -> str:
    """A path as RFC 9309 (2.2.2) compares it: what needs no coding is not coded, all else is."""

    def plain(match: re.Match[str]) -> str:
        character = chr(int(match[1], 16))
        return character if _UNRESERVED.match(character) else match[0].upper()

    return _CODED.sub(plain, quote(path, safe="%/:?#[]@!$&'()*+,;=~"))
