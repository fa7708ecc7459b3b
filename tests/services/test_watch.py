"""The watch list against a real web server: once each, politely, and one bad feed stops no other."""

import socket
from datetime import timedelta

import pytest

from tracker.errors import AddressError, NotFoundError, UsageError
from tracker.services.purge import purge
from tracker.services.undo import undo
from tracker.services.watch import unwatch, watch, watch_list
from tracker.store import announcements, archives, commitments

ITEM = """<item><title>Bridge {n}</title><link>{base}/{n}</link>
<pubDate>Tue, 02 Sep 2025 10:00:00 GMT</pubDate>
<description>The ministry will open bridge number {n} by 30 June 2026.</description></item>"""
PAGE = b"""<html><head><meta name="date" content="2025-09-02"></head>
<body><p>The board will publish its plan by 30 May 2026, it said.</p></body></html>"""


def feed(*numbers, base="http://127.0.0.1:25"):
    """A feed whose entries link to pages that are never fetched, unless a base says where they are."""
    items = "".join(ITEM.format(n=n, base=base) for n in numbers)
    return 200, {"Content-Type": "application/rss+xml"}, f"<rss version='2.0'><channel>{items}</channel></rss>".encode()


def test_new_entries_are_taken_in_once_and_proposed(store, visit, add, web):
    add("/feed", publisher="Ministry of Works")
    web.pages["/feed"] = feed(1, 2)
    (first,) = visit()
    assert (first.announcements, first.commitments, first.problems) == (2, 2, ())
    web.pages["/feed"] = feed(3, 2, 1)
    (second,) = visit(hours=2)
    assert (second.announcements, second.commitments) == (1, 1)
    with store.reading() as conn:
        found = commitments.get(conn, 3)
        assert found.review.value == "proposed"
        kept = archives.of_announcement(conn, 3)
    assert kept.original.content == feed(3, 2, 1)[2]
    assert kept.url == "http://127.0.0.1:25/3"


def test_what_a_person_took_back_does_not_come_again(store, visit, add, web, on, followup):
    add("/feed")
    web.pages["/feed"] = feed(1)
    visit()
    undo(store, followup, on("2025-09-03"))
    (again,) = visit(hours=2)
    assert again.announcements == 0


def test_only_what_is_due_is_visited_unless_asked_for(visit, add, web):
    add("/a")
    add("/b")
    web.pages["/a"] = web.pages["/b"] = feed(1)
    assert len(visit()) == 2
    assert visit(hours=0.9) == []
    assert [one.watched.number for one in visit("2025-09-03", 0.9, 2, is_forced=True)] == [2]
    assert len(visit(hours=1)) == 1
    assert len(visit(hours=2)) == 2


def test_what_has_not_changed_is_not_sent_again(store, visit, add, web):
    sent = []

    def page(handler):
        sent.append(dict(handler.headers.items()))
        is_known = handler.headers.get("If-None-Match") == '"v1"' and "If-Modified-Since" in handler.headers
        body = b"" if is_known else feed(1)[2]
        handler.send_response(304 if is_known else 200)
        for name, value in {"ETag": '"v1"', "Last-Modified": "Tue, 02 Sep 2025 10:00:00 GMT"}.items():
            handler.send_header(name, value)
        handler.send_header("Content-Length", str(len(body)))
        handler.end_headers()
        handler.wfile.write(body)

    web.pages["/feed"] = page
    add("/feed")
    assert [visit(hours=2 * n)[0].announcements for n in range(3)] == [1, 0, 0]
    assert "If-None-Match" not in sent[0]
    assert sent[2]["If-Modified-Since"] == "Tue, 02 Sep 2025 10:00:00 GMT"
    assert watch_list(store)[0].problem == ""


def test_one_bad_feed_stops_no_other_and_waits_longer_each_time(store, visit, add, web, on):
    for path in ("/gone", "/bomb", "/drop", "/good"):
        add(path)
    web.pages.update({"/gone": (410, {}, b""), "/bomb": (200, {}, b"<rss><!DOCTYPE x [<!ENTITY a 'b'>]></rss>")})
    web.pages.update({"/drop": lambda handler: handler.connection.shutdown(socket.SHUT_RDWR), "/good": feed(1)})
    *bad, good = visit()
    assert good.announcements == 1
    assert ["410 (gone)" in bad[0].problems[0], "entities" in bad[1].problems[0]] == [True, True]
    assert all(one.problems for one in bad)
    start = on("2025-09-03").now
    waits = []
    for _ in range(7):
        gone = watch_list(store)[0]
        waits.append((gone.next_at - gone.visited_at) / timedelta(hours=1))
        visit(hours=(gone.next_at - start) / timedelta(hours=1))
    assert waits == [1, 2, 4, 8, 16, 24, 24]
    web.pages["/gone"] = feed(2)
    (again,) = visit("2025-09-30", 0, 1)
    assert (again.announcements, again.watched.failures, again.watched.problem) == (1, 0, "")


def test_an_entry_that_cannot_be_used_is_told_and_the_feed_goes_on(store, visit, add, web):
    undated = b"<item><title>x</title><description>We will.</description></item></channel>"
    status, headers, content = feed(1)
    web.pages["/feed"] = status, headers, content.replace(b"</channel>", undated)
    add("/feed")
    (found,) = visit()
    assert found.announcements == 1
    asked = "no publication date found: give it with tracker ingest ADDRESS --announced-on YYYY-MM-DD"
    assert asked in found.problems[0]
    assert watch_list(store)[0].failures == 0


def test_of_an_entry_that_only_sums_up_its_page_is_read(store, visit, add, web):
    body = b"<p>The board will publish its plan by 30 May 2026, it said on Tuesday.</p>" * 2
    undated = b"<html><body>" + body + b"</body></html>"
    pages = {"/1": PAGE.replace(b"<p>", body + b"<p>"), "/2": undated, "/3": b"<p>Short."}
    web.pages.update({path: (200, {"Content-Type": "text/html"}, page) for path, page in pages.items()})
    web.pages["/4"] = (200, {"Content-Type": "application/zip"}, b"\0zip")
    web.pages["/feed"] = feed(1, 2, 3, 4, 5, base=web.url)
    add("/feed", publisher="The Board")
    assert visit()[0].announcements == 5
    with store.reading() as conn:
        found = [announcements.get(conn, number).announcement for number in range(1, 6)]
        assert archives.of_announcement(conn, 1).original.content == pages["/1"]
    assert ["its plan" in one.text for one in found] == [True, True, False, False, False]
    assert [one.date_source.value for one in found] == ["metadata", "feed", "feed", "feed", "feed"]
    assert [one.url for one in found] == [f"{web.url}/{n}" for n in range(1, 6)]
    assert found[1].publisher == "The Board"
    asked = len(web.requests)
    assert visit(hours=2)[0].announcements == 0
    assert len(web.requests) == asked + 2  # the rules and the feed


def test_a_long_feed_is_taken_in_by_several_visits(visit, add, web, monkeypatch):
    monkeypatch.setattr("tracker.services.visit.MOST_AT_ONCE", 4)
    status, headers, content = feed(*range(6))
    web.pages["/feed"] = status, {**headers, "ETag": '"v1"'}, content
    add("/feed")
    assert [visit(hours=hours)[0].announcements for hours in (0, 0, 2)] == [4, 2, 0]


LISTING = """<html><head><title>News</title>{links}</head><body><ul><li>Bridge</li><li>Road</li></ul></body></html>"""
LINK = '<link rel="alternate" type="application/rss+xml" href="{href}">'


@pytest.mark.parametrize(
    ("links", "said"),
    [
        (LINK.format(href="/feed"), "is no announcement itself: watch its feed: {url}/feed"),
        (LINK.format(href="https://works.example/feed"), "watch its feed: https://works.example/feed"),
        (LINK.format(href="javascript:alert(1)"), "no publication date found"),
        ('<link rel="stylesheet" href="/style.css">', "no publication date found"),
        ("", "no publication date found"),
    ],
)
def test_a_list_of_news_names_the_feed_to_be_watched_in_its_place(visit, add, web, links, said):
    web.pages["/news"] = (200, {"Content-Type": "text/html"}, LISTING.format(links=links).encode())
    add("/news")
    (found,) = visit()
    assert said.format(url=web.url) in found.problems[0]
    assert found.watched.failures == 1


def test_a_page_that_changes_is_a_new_version(visit, add, web):
    add("/page")
    web.pages["/page"] = (200, {"Content-Type": "text/html"}, PAGE)
    assert visit()[0].announcements == 1
    longer = PAGE.replace(b"it said.", b"it said. The board will hire ten divers by May 2026.")
    web.pages["/page"] = (200, {"Content-Type": "text/html"}, longer)
    (again,) = visit(hours=2)
    assert (again.announcements, again.commitments) == (1, 1)


def test_a_purge_erases_the_archived_copy_unless_another_was_read_from_it(store, visit, add, web, on):
    add("/feed")
    web.pages["/feed"] = feed(1, 2)
    visit()
    purge(store, on("2025-09-04"), 1, "asked for by law")
    with store.reading() as conn:
        assert archives.of_announcement(conn, 2).original.content == feed(1, 2)[2]
        with pytest.raises(NotFoundError):
            archives.of_announcement(conn, 1)
    purge(store, on("2025-09-04"), 2, "asked for by law")
    with store.reading() as conn:
        assert conn.exec_driver_sql("SELECT count(*) FROM archive").scalar() == 0


def test_an_address_is_watched_once_and_can_be_taken_off(store, add, on):
    one = add("/feed")
    with pytest.raises(UsageError, match="is watched already: it is number 1"):
        add("/feed")
    unwatch(store, on("2025-09-04"), one.number)
    with pytest.raises(NotFoundError):
        unwatch(store, on("2025-09-04"), one.number)
    assert watch_list(store) == ()


@pytest.mark.parametrize("url", ["http://127.0.0.1/feed", "ftp://works.example/", "https://a:b@works.example/", "no"])
def test_an_address_that_is_never_fetched_is_not_watched(store, on, url):
    with pytest.raises(AddressError):
        watch(store, on("2025-09-03"), url)
    assert watch_list(store) == ()
