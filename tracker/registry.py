"""Names that stand for objects loaded on first use, so that a neighbour's weight is paid by nobody else."""

from __future__ import annotations

import difflib
from importlib import import_module
from typing import TYPE_CHECKING, Any

from tracker.errors import UnknownNameError

if TYPE_CHECKING:
    from collections.abc import Mapping


def nearest(name: str, known: Mapping[str, object] | list[str], most: int = 3) -> list[str]:
    """The known names closest to a mistyped one, nearest first, at the most `most` of them."""
    return difflib.get_close_matches(name, list(known), n=most, cutoff=0.5)


def load(target: str) -> Any:
    """The object that a target "package.module:attribute" names, imported now."""
    module, _, attribute = target.partition(":")
    return getattr(import_module(module), attribute)


def lookup(kind: str, registry: Mapping[str, str], name: str) -> Any:
    """The object registered under a name; `kind` says in the error what the name was to be.

    Raises UnknownNameError, which carries the nearest known names.
    """
    if name not in registry:
        raise UnknownNameError(kind, name, nearest(name, registry), sorted(registry))
    return load(registry[name])
