"""A sender that never rests, run as a process of its own: `sender.py CONFIG MUTANT`; a MUTANT is a fault, or "none".

It prints "ready" once it is at work, and is there to be killed.
"""

import os
import sys
import time
import uuid
from dataclasses import replace
from pathlib import Path

from tracker import clock
from tracker.app import App
from tracker.core.outbox import MessageState
from tracker.services.deliver import Sender
from tracker.store import outbox_tables


class MarkingFirst:
    """A channel that has its message marked as sent before it is."""

    def __init__(self, channel, store):
        self._channel = channel
        self._store = store

    def __getattr__(self, name):
        return getattr(self._channel, name)

    def send(self, message, at):
        table = outbox_tables.message
        with self._store.working() as conn:
            conn.execute(
                table.update()
                .where(table.c.id == message.id)
                .values(state=MessageState.SENT.value, ended_at=at, lease="", leased_until=None)
            )
        return self._channel.send(message, at)


class Renaming:
    """A channel that gives every retry a name of its own."""

    def __init__(self, channel, _store):
        self._channel = channel

    def __getattr__(self, name):
        return getattr(self._channel, name)

    def send(self, message, at):
        return self._channel.send(replace(message, uuid=str(uuid.uuid4())) if message.attempts else message, at)


MUTANTS = {"mark-before-send": MarkingFirst, "new-id-on-retry": Renaming}


def main(config, mutant):
    with App(Path(config), os.environ) as app:
        channels = app.channels
        if mutant in MUTANTS:
            channels = {name: MUTANTS[mutant](channels[name], app.store) for name in channels}
        sender = Sender(app.store, channels, app.followup, clock.now)
        sys.stdout.write("ready\n")
        sys.stdout.flush()
        while True:
            sender.send_due()
            time.sleep(0.1)


if __name__ == "__main__":
    main(*sys.argv[1:])
