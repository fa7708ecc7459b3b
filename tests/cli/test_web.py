"""Pages and feeds on the command line: read by their address, watched, and kept as they came."""

import hashlib

import pytest

PAGE = b"""<html><head><title>Bridge to open</title><meta name="date" content="2025-09-17"></head>
<body><p>The ministry will open the bridge over the river within the next 30 days.</p></body></html>"""
FEED = b"""<?xml version="1.0"?><rss version="2.0"><channel><title>Works</title><item><title>Road</title>
<link>http://127.0.0.1:25/1</link><pubDate>Wed, 17 Sep 2025 10:00:00 GMT</pubDate>
<description>The ministry will repair the road by 30 May 2026.</description></item></channel></rss>"""


@pytest.fixture
def site(web):
    """A site with a page and a feed."""
    web.pages["/bridge"] = (200, {"Content-Type": "text/html"}, PAGE)
    web.pages["/news.xml"] = (200, {"Content-Type": "application/rss+xml"}, FEED)
    return web


@pytest.mark.parametrize("command", ["ingest", "extract"])
def test_a_page_is_read_by_its_address_and_a_bad_one_stops_no_other(tracker, site, command):
    outcome = tracker(command, f"{site.url}/none?key=canary", f"{site.url}/bridge", f"{site.url}/news.xml", code=4)
    assert "Bridge to open, announced on 2025-09-17 (date: its own fields)" in outcome.out
    assert "Road, announced on 2025-09-17 (date: the header of the feed or mail)" in outcome.out
    assert "2025-10-17" in outcome.out
    assert "/none: the server answers 404 (not found)" in outcome.err
    assert "canary" not in outcome.err


def test_what_was_fetched_is_kept_and_can_be_saved(tracker, site, tmp_path, memorandum):
    tracker("ingest", f"{site.url}/bridge", memorandum)
    saved = tmp_path / "page.html"
    said = tracker("archive", 1, "--save", saved).out
    assert f"{site.url}/bridge, fetched on 2025-09-20 at 12:00: text/html" in said
    assert hashlib.sha256(PAGE).hexdigest() in said
    assert saved.read_bytes() == PAGE
    assert tracker("archive", 1, "--json").document["bytes"] == len(PAGE)
    assert "is there already" in tracker("archive", 1, "--save", saved, code=2).err
    assert "no such file or directory" in tracker("archive", 1, "--save", tmp_path / "no" / "page", code=2).err
    assert "what came from a file is not copied" in tracker("archive", 2, code=5).err
    tracker("purge", 1, "--why", "asked for", "--yes")
    tracker("archive", 1, code=5)


def test_private_addresses_are_refused_unless_the_settings_allow_them(tracker, site, config):
    config.write_text(config.read_text().replace("allow_private = true", ""))
    said = (
        "leads to a private or local address: such are connected to only where allow_private = true stands under [web]"
    )
    assert said in tracker("ingest", f"{site.url}/bridge", code=4).err
    assert said in tracker("watch", "add", f"{site.url}/bridge", code=4).err
    assert site.requests == []


def test_a_feed_is_watched_and_what_is_new_waits_for_review(tracker, site):
    assert "Nothing is watched: `tracker watch add URL`." in tracker("watch", "list").out
    assert "Nothing was due for a visit." in tracker("watch", "run").out
    said = tracker("watch", "add", f"{site.url}/news.xml", "--publisher", "Ministry of Works").out
    assert said == f"1 watches {site.url}/news.xml from now on: `tracker watch run` visits it\n"
    assert tracker("watch", "add", f"{site.url}/none", "--json").document["number"] == 2
    outcome = tracker("watch", "run", code=4)
    assert "1 to be decided on: `tracker review`." in outcome.out
    assert "404 (not found)" in outcome.out
    first, second = tracker("watch", "list", "--json").document["watched"]
    assert (first["failures"], second["failures"], second["publisher"]) == (0, 1, "")
    assert first["next_at"] == "2025-09-20T13:00:00Z"
    (visit,) = tracker("watch", "run", 1, "--now", "--json").document["visits"]
    assert (visit["announcements"], visit["problems"]) == (0, [])
    (found,) = tracker("list", "review:proposed", "--json").document["commitments"]
    assert found["due"] == "2026-05-30"


def test_what_is_watched_can_be_taken_off_and_that_undone(tracker, site):
    tracker("watch", "add", f"{site.url}/news.xml")
    tracker("watch", "run")
    assert "is watched no longer" in tracker("watch", "remove", 1).out
    assert tracker("watch", "list", "--json").document["watched"] == []
    tracker("undo")
    (back,) = tracker("watch", "list", "--json").document["watched"]
    assert (back["number"], back["visited_at"]) == (1, None)
    assert tracker("watch", "remove", 1, "--json").document["url"] == f"{site.url}/news.xml"
    tracker("watch", "remove", 1, code=5)
    assert "there is no watched page 1" in tracker("watch", "run", 1, code=5).err
