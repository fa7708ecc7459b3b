"""The sender as `tracker serve` runs it: ended in the middle of a send, and without a secret."""

import base64
import os
import signal
import subprocess
import sys
import threading
import time

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

    serve.log, serve.config = log, config
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


def test_what_lacks_its_secret_waits_untried_is_told_once_and_goes_out_when_the_secret_is_there(
    serve, tmp_path, receiver, commit, plan, rows
):
    settings = serve.config.read_text(encoding="utf-8").replace('secret_env = ["SECRET"]', 'secret_file = ["secret"]')
    serve.config.write_text(settings, encoding="utf-8")
    plan(commit(2), is_single=True)
    taken = threading.Semaphore(0)
    receiver.on_taken["/"] = taken.release
    serve("--worker", "--tick", "0.2")
    end = time.monotonic() + PATIENCE
    while "not_sent" not in serve.log.read_text(encoding="utf-8") and time.monotonic() < end:
        time.sleep(0.05)
    assert serve("--worker", "--once").wait(timeout=PATIENCE) == 0  # another look, which leaves it alone too
    assert rows("message") == rows("attempt") == []
    (tmp_path / "secret").write_text(SECRET, encoding="utf-8")
    (tmp_path / "secret").chmod(0o600)
    assert taken.acquire(timeout=PATIENCE)
    assert taken.acquire(timeout=PATIENCE)
    (first, second) = serve.log.read_text(encoding="utf-8").split("no such file or directory")[:-1]  # one of each
    assert " warning not_sent " in first
    assert " warning not_sent " in second
