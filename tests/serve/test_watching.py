"""The running program visits what is on the watch list."""

import subprocess
import sys
import time

import pytest

from tracker.cli.main import main

FEED = """<?xml version="1.0"?><rss version="2.0"><channel><title>Harbour Board</title><item>
<title>Dredging</title><link>{url}/dredging</link><pubDate>Tue, 02 Sep 2025 10:00:00 GMT</pubDate>
<description>The harbour board will publish its dredging plan by 30 September 2025.</description>
</item></channel></rss>"""


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_what_is_due_on_the_watch_list_is_visited_and_a_bad_feed_stops_nothing(tmp_path, database_url, web, capsys):
    web.pages["/feed"] = (200, {"Content-Type": "application/rss+xml"}, FEED.format(url=web.url).encode())
    config = tmp_path / "config.toml"
    config.write_text(f'database = "{database_url}"\n[web]\nallow_private = true\n', encoding="utf-8")

    def tracker(*words):
        assert main(["--config", str(config), *words]) == 0
        return capsys.readouterr().out

    tracker("watch", "add", f"{web.url}/none")
    tracker("watch", "add", f"{web.url}/feed")
    log = tmp_path / "log"
    with log.open("wb") as stream:
        command = [sys.executable, "-m", "tracker", "--config", str(config), "serve", "--tick", "0.1"]
        program = subprocess.Popen(command, stderr=stream)
    try:
        end = time.monotonic() + 60
        while " watched " not in log.read_text(encoding="utf-8"):
            assert time.monotonic() < end, log.read_text(encoding="utf-8")
            time.sleep(0.05)
    finally:
        program.terminate()
        assert program.wait(timeout=40) == 0
    assert f"not_read url={web.url}/none" in log.read_text(encoding="utf-8")
    assert "dredging plan" in tracker("list", "review:proposed")
