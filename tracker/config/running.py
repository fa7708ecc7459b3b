"""The settings of the program that keeps running."""

from __future__ import annotations

import ipaddress
from enum import StrEnum
from typing import Annotated

import msgspec

from tracker.channels.settings import Variable
from tracker.config.section import Section
from tracker.config.types import ClockTime


class Serve(Section, frozen=True):
    """Where `tracker serve` says how it is; without a port, nowhere."""

    port: Annotated[int, msgspec.Meta(ge=0, le=65535)] | None = None
    host: str = "127.0.0.1"
    allow_remote: bool = False

    def __post_init__(self) -> None:
        if not self.allow_remote and not _is_loopback(self.host):
            raise ValueError("expected a host that only this machine reaches, such as 127.0.0.1, or allow_remote")


def _is_loopback(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


class Backup(Section, frozen=True):
    """The nightly copies of a SQLite database: how many nights are kept, when and where they are made."""

    keep: Annotated[int, msgspec.Meta(ge=0, le=3650)] = 14
    at: ClockTime = ClockTime("03:00")
    folder: str = ""


class Ping(Section, frozen=True):
    """An address that hears of every daily check; it is a secret, so that only its place stands here."""

    url_env: Variable | None = None
    url_file: str = ""
    allow_private: bool = False


class LogFormat(StrEnum):
    """How an event of the log is written."""

    TEXT = "text"
    JSON = "json"


class Log(Section, frozen=True):
    """What `tracker serve` writes to standard error."""

    format: LogFormat = LogFormat.TEXT
