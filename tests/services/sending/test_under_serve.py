"""The sender as `tracker serve` runs it, ended in the middle of a send."""

import base64
import os
import signal
import subprocess
import sys
import threading

import pytest

PATIENCE = 60
SECRET = "whsec_" + base64.b64encode(b"0" * 32).decode()


@pytest.fixture
def serve(tmp_path, database_url, receiver):
    """Start `tracker serve` with a webhook to the receiver."""
    config, log = tmp_path / "config.toml", tmp_path / "log"
    config.write_text(
        f'database = "{database_url}"\nzone = "UTC"\n'
        f'[channels.hook]\nkind = "webhook"\nurl = "{receiver.url}/"\nsecret_env = ["SECRET"]\n'
        "allow_private = true\nallow_clear = true\n",
        encoding="utf-8",
    )
    started = []

    def serve(*words):
        with log.open("ab") as stream:
            command = [sys.executable, "-m", "tracker", "--config", str(config), "serve", *words]
            started.append(subprocess.Popen(command, stderr=stream, env={**os.environ, "SECRET": SECRET}))
        return started[-1]

    serve.log = log
    yield serve
    for program in started:
        program.kill()
        program.wait()


def test_a_signal_in_the_middle_of_a_send_ends_it_in_time_and_leaves_no_lease(serve, receiver, commit, plan, rows):
    plan(commit(20), is_single=True)
    taken, go_on = threading.Event(), threading.Event()

    def be_slow():
        taken.set()
        go_on.wait(PATIENCE)

    receiver.on_taken["/"] = be_slow
    program = serve("--worker")
    assert taken.wait(PATIENCE), serve.log.read_text(encoding="utf-8")
    program.send_signal(signal.SIGTERM)
    threading.Timer(0.5, go_on.set).start()
    assert program.wait(timeout=PATIENCE) == 0
    messages = rows("message")
    assert {row["state"] for row in messages} == {"sent", "pending"}
    assert [row["state"] for row in messages].count("sent") == len(receiver.taken)
    assert [row for row in messages if row["lease"] or row["leased_until"]] == []
    assert "is_clean=true" in serve.log.read_text(encoding="utf-8")
    receiver.on_taken.clear()
    assert serve("--worker", "--once").wait(timeout=PATIENCE) == 0
    assert {row["state"] for row in rows("message")} == {"sent"}
    assert len(set(receiver.ids)) == len(receiver.ids) == 20
