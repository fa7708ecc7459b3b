"""The port on which the program says how it is."""

import http.client
import json
import socket
from datetime import UTC, datetime, timedelta
from types import SimpleNamespace

import pytest

from tracker.errors import ConfigError, StoreError
from tracker.scheduler import Progress
from tracker.serve.endpoint import Endpoint
from tracker.serve.health import LONGEST_RUN, Health
from tracker.serve.metrics import Metric, written
from tracker.store import checks

NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)
HOUR = timedelta(hours=1)


class Scheduler:
    """A scheduler as far as it is looked at."""

    def __init__(self):
        self.progress = {"check": Progress(succeeded_at=NOW), "send": Progress(failed=2)}
        self.running = 0.0

    def longest_run(self):
        return self.running


@pytest.fixture
def health(store):
    """The health of a leader that has been running for two days, on an empty database."""
    lead = SimpleNamespace(is_leading=True)
    return Health(store, Scheduler(), lead, UTC, lambda: NOW, NOW - 48 * HOUR)


@pytest.fixture
def get(health):
    """Asks for a page: get("/healthz") gives its status and its text."""
    endpoint = Endpoint("127.0.0.1", 0, health)

    def get(path, method="GET"):
        asking = http.client.HTTPConnection("127.0.0.1", endpoint.port, timeout=20)
        asking.request(method, path)
        with asking.getresponse() as answer:
            return answer.status, answer.read().decode()

    get.port = endpoint.port
    yield get
    endpoint.close()


def check_at(store, at):
    with store.writing("check", "check", at) as change:
        checks.record_run(change, at.date(), at, 0)


def test_all_is_well_after_a_check(store, get):
    check_at(store, NOW - HOUR)
    status, text = get("/healthz")
    told = json.loads(text)
    assert (status, told["healthy"], told["problems"], told["leads"]) == (200, True, [], True)
    assert told["last_check"] == {"day": "2026-03-01", "at": "2026-03-01T11:00:00+00:00"}
    assert told["last_send"] is None


@pytest.mark.parametrize("at", [None, NOW - 27 * HOUR])
def test_a_check_that_is_missing_for_26_hours_is_a_problem(store, get, at):
    if at:
        check_at(store, at)
    status, text = get("/healthz")
    assert (status, json.loads(text)["problems"]) == (503, ["the last check is older than 26 hours"])


def test_a_program_that_was_just_started_has_time_for_its_check(health):
    assert Health(health.store, health.scheduler, health.lead, UTC, lambda: NOW, NOW - HOUR).report()["healthy"]


def test_one_that_only_sends_answers_for_no_check(health):
    report = Health(health.store, health.scheduler, None, UTC, lambda: NOW, NOW - 48 * HOUR).report()
    assert (report["healthy"], report["leads"]) == (True, False)


def test_a_job_that_fails_again_and_again_or_hangs_is_a_problem(store, health):
    check_at(store, NOW)
    health.scheduler.progress["send"].failures = 3
    health.scheduler.running = LONGEST_RUN
    assert health.report()["problems"] == [
        "the job send failed 3 times in a row",
        "a job has been running for over an hour",
    ]
    assert not health.is_alive()


def test_a_database_that_cannot_be_read_is_a_problem_and_no_crash(get, health, monkeypatch):
    def gone():
        raise StoreError("the server is gone")

    monkeypatch.setattr(health.store, "reading", gone)
    status, text = get("/healthz")
    assert (status, json.loads(text)["problems"]) == (503, ["the server is gone"])
    assert get("/metrics") == (503, "the server is gone\n")


def test_the_metrics_are_in_the_text_format(store, get):
    check_at(store, NOW)
    status, text = get("/metrics")
    lines = text.splitlines()
    assert status == 200
    assert text.endswith("\n")
    for line in (
        "# TYPE tracker_commitments gauge",
        'tracker_commitments{timing="overdue"} 0',
        'tracker_messages{state="dead"} 0',
        f"tracker_last_check_timestamp_seconds {NOW.timestamp():.17g}",
        'tracker_job_failures_total{job="send"} 2',
        "tracker_leader 1",
    ):
        assert line in lines
    helped = [line.split()[2] for line in lines if line.startswith("# HELP")]
    assert len(helped) == len(set(helped))


def test_what_a_label_may_not_hold_is_escaped():
    metric = Metric("x", "gauge", "a\nb\\c", {'q"\\\n': 1.5}, "label")
    assert written([metric]) == '# HELP x a\\nb\\\\c\n# TYPE x gauge\nx{label="q\\"\\\\\\n"} 1.5\n'


def test_there_is_nothing_else_and_nothing_to_write(get):
    assert get("/") == (404, "there are /healthz and /metrics\n")
    assert get("/healthz?x=1", "HEAD")[1] == ""
    assert get("/healthz", "POST")[0] == 501


def test_whoever_hangs_up_disturbs_nobody(get, capfd):
    with socket.create_connection(("127.0.0.1", get.port)) as line:
        line.send(b"GET / HTTP/1.1\r\n")
    with socket.create_connection(("127.0.0.1", get.port)) as line:
        line.send(b"\x00\xff\r\n\r\n")
        line.recv(1000)
    assert get("/")[0] == 404
    assert capfd.readouterr().err == ""


def test_a_bug_in_a_page_is_logged_and_ends_nothing(get, health, monkeypatch, log):
    monkeypatch.setattr(health.store, "reading", None)
    with pytest.raises(http.client.RemoteDisconnected):
        get("/metrics")
    assert " error failed job=endpoint trace=" in log.getvalue()
    assert get("/")[0] == 404


def test_a_port_that_is_taken_is_one_line(get, health):
    with pytest.raises(ConfigError, match=f"serve.port is {get.port}: "):
        Endpoint("127.0.0.1", get.port, health)
