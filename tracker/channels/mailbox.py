"""Mail addresses: one in each place, with nothing in it that could end a header or a command."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tracker.core.clean import clean_line

if TYPE_CHECKING:
    from email.headerregistry import Address as HeaderAddress

_LOCAL = re.compile(r'[^\s,<>"():;@\\\[\]]{1,64}')
_DOMAIN = re.compile(r"(?=.{1,253}$)[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?(\.[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)*")
_LONGEST = 254
_NAMED = re.compile(r'"?(?P<name>[^<>"@]*?)"?\s*<(?P<address>[^<>]*)>')


class Address(str):
    """One bare address, NAME@HOST; an international host in its ASCII form. Raises ValueError for anything else."""

    __slots__ = ()

    def __new__(cls, text: str) -> Address:
        local, at, written = text.rpartition("@")
        try:
            domain = written.encode("idna").decode("ascii").lower() if written else ""
        except UnicodeError:
            domain = ""
        is_whole = bool(at and _LOCAL.fullmatch(local) and _DOMAIN.fullmatch(domain) and text.isprintable())
        if not is_whole or local.startswith(".") or local.endswith(".") or ".." in local or len(text) > _LONGEST:
            raise ValueError("expected one mail address, such as desk@example.org")
        return super().__new__(cls, f"{local}@{domain}")

    @property
    def local(self) -> str:
        """What stands before the @."""
        return self.rpartition("@")[0]

    @property
    def domain(self) -> str:
        """What stands after the @."""
        return self.rpartition("@")[2]


class Mailbox(str):
    """An address with a name before it or none: "Tracker <tracker@example.org>". Raises ValueError otherwise."""

    __slots__ = ()

    def __new__(cls, text: str) -> Mailbox:
        named = _NAMED.fullmatch(text.strip())
        address = Address(named["address"] if named else text.strip())
        name = named["name"].strip() if named else ""
        if clean_line(name) != name or "=?" in name:
            raise ValueError("expected a name of plain text and an address, such as Tracker <tracker@example.org>")
        return super().__new__(cls, f"{name} <{address}>" if name else address)

    @property
    def address(self) -> Address:
        """The address alone."""
        return Address(self.rpartition("<")[2].rstrip(">"))

    @property
    def name(self) -> str:
        """The name alone; empty where there is none."""
        return self.rpartition("<")[0].strip()

    @property
    def header(self) -> HeaderAddress:
        """The same as a header's value."""
        from email.headerregistry import Address as HeaderAddress

        return HeaderAddress(self.name, self.address.local, self.address.domain)
