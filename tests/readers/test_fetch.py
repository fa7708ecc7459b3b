"""Pages from the web: fetched politely, checked at every step, kept as they came."""

import gzip
from datetime import date

import pytest

from tracker.core.announcement import Announcement, DateSource
from tracker.errors import InputError, NetError, NetFault
from tracker.net import Client
from tracker.readers import read
from tracker.readers.fetch import MOST_FETCHED, MOST_REDIRECTS, Fetcher, Marks

PAGE = b"""<html><head><title>Bridge</title><meta name="date" content="2026-03-03"></head>
<body><p>The ministry will open the bridge over the river by 30 June 2026.</p></body></html>"""
FEED = b"""<?xml version="1.0"?><rss version="2.0"><channel><item><description>We will.</description>
<pubDate>Tue, 03 Mar 2026 10:00:00 GMT</pubDate></item></channel></rss>"""
HTML = {"Content-Type": "text/html; charset=utf-8"}


@pytest.fixture
def fetcher():
    """A fetcher that may reach this machine."""
    with Client(timeout=5, most=MOST_FETCHED, allow_private=True, most_redirects=MOST_REDIRECTS) as client:
        yield Fetcher(client)


@pytest.fixture
def readings(fetcher):
    """What is read from an address."""
    return lambda url: list(read(url, today_of=lambda _: date(2026, 3, 10), fetch=fetcher.page))


def failure(fetcher, url):
    with pytest.raises(NetError) as caught:
        fetcher.page(url)
    assert "\n" not in str(caught.value)
    return caught.value


def test_a_page_is_read_and_kept_as_it_came(readings, web):
    web.pages["/a"] = (200, HTML, PAGE)
    (one,) = readings(f"{web.url}/a?key=1#top")
    assert one.text == "The ministry will open the bridge over the river by 30 June 2026.\n"
    assert (one.title, one.announced_on, one.date_source) == ("Bridge", date(2026, 3, 3), DateSource.METADATA)
    assert (one.url, one.origin) == (f"{web.url}/a?key=1", f"{web.url}/a")
    assert (one.original.content, one.original.media_type) == (PAGE, "text/html")
    assert len(one.original.sha256) == 64


def test_an_entry_without_an_address_does_not_take_its_feeds(readings, web):
    web.pages["/feed"] = (200, {"Content-Type": "application/rss+xml"}, FEED)
    (one,) = readings(f"{web.url}/feed")
    assert one.url == ""
    assert one.original.content == FEED


def test_a_key_in_the_address_is_in_no_error(readings, web):
    web.pages["/a"] = (200, HTML, b"<p>We will open the bridge over the river by 30 June 2026.")
    (error,) = readings(f"{web.url}/a?key=canary")
    assert str(error).startswith(f"{web.url}/a: no publication date found")


def test_redirects_are_followed_and_the_last_address_kept(readings, web):
    web.pages.update({"/a": (301, {"Location": "/b"}, b""), "/b": (200, HTML, PAGE)})
    (one,) = readings(f"{web.url}/a")
    assert one.url == f"{web.url}/b"


def test_a_private_address_is_not_asked(web):
    web.pages["/a"] = (200, HTML, PAGE)
    with Client(timeout=5) as client:
        assert failure(Fetcher(client), f"{web.url}/a").fault is NetFault.REFUSED
    assert web.requests == []


def test_robots_txt_is_respected_and_asked_for_once(fetcher, web):
    web.pages["/robots.txt"] = (200, {}, b"User-agent: *\nDisallow: /private\n")
    web.pages.update({"/private/a": (200, HTML, PAGE), "/b": (200, HTML, PAGE), "/c": (302, {"Location": "/b"}, b"")})
    assert failure(fetcher, f"{web.url}/private/a").fault is NetFault.ROBOTS
    for name in ("b", "c", "b"):
        assert fetcher.page(f"{web.url}/{name}").content == PAGE
    assert [path for _, path, *_ in web.requests] == ["/robots.txt", "/b", "/c", "/b", "/b"]


def test_rules_for_this_program_go_before_those_for_all(fetcher, web):
    web.pages["/robots.txt"] = (200, {}, b"User-agent: commitment-tracker\nDisallow:\n\nUser-agent: *\nDisallow: /\n")
    web.pages["/a"] = (200, HTML, PAGE)
    assert fetcher.page(f"{web.url}/a").content == PAGE


def test_where_the_rules_cannot_be_had_nothing_is_asked(fetcher, web):
    web.pages["/robots.txt"] = (503, {}, b"")
    web.pages["/a"] = (200, HTML, PAGE)
    error = failure(fetcher, f"{web.url}/a")
    assert (error.fault, error.status) == (NetFault.STATUS, 503)
    assert "/robots.txt: the server answers 503 (service unavailable): try it later" in str(error)


@pytest.mark.parametrize(
    ("status", "said"),
    [(404, "the server answers 404 (not found): open it in a browser"), (500, "try it later"), (429, "try it later"),
     (299, "the server answers 299"), (304, "the server answers 304 (not modified)")],
)  # fmt: skip
def test_an_answer_that_is_no_page_is_told(fetcher, web, status, said):
    web.pages["/a"] = (status, {}, b"")
    error = failure(fetcher, f"{web.url}/a?key=canary")
    assert error.status == status
    assert said in str(error)
    assert "canary" not in str(error)


def test_a_page_that_has_not_changed_is_not_sent_again(fetcher, web):
    def page(handler):
        is_known = handler.headers.get("If-None-Match") == '"7"' and handler.headers["If-Modified-Since"] == "Tue"
        handler.send_response(304 if is_known else 200)
        for name, value in {"ETag": '"7"', "Last-Modified": "Tue", "Content-Length": "0"}.items():
            handler.send_header(name, value)
        handler.end_headers()

    web.pages["/a"] = page
    source, marks = fetcher.changed(f"{web.url}/a", Marks())
    assert (source.content, marks) == (b"", Marks('"7"', "Tue"))
    assert fetcher.changed(f"{web.url}/a", marks) is None


@pytest.mark.parametrize("mark", ['"a\0b"', "x" * 1_001])
def test_a_mark_that_no_database_holds_is_none(fetcher, web, mark):
    web.pages["/a"] = (200, {"ETag": mark}, b"x")
    assert fetcher.changed(f"{web.url}/a", Marks())[1] == Marks()


@pytest.mark.parametrize(
    ("name", "media_type", "content", "text"),
    [
        ("/a", "text/plain; charset=iso-8859-1", b"Date: 3 March 2026\n\nInaugur\xe9.", "Inauguré"),
        ("/a.md", "application/octet-stream", b"Date: 3 March 2026\n\nWe will.", "We will."),
        ("/a", "", PAGE, "The ministry will"),
        ("/a.php", "text/html", PAGE, "The ministry will"),
        ("/feed", "text/plain", FEED, "We will."),
        ("/a", "application/x-ndjson", b'{"text": "We will.", "announced_on": "2026-03-03"}', "We will."),
    ],
    ids=["latin", "ending", "unnamed", "php", "feed", "jsonl"],
)  # fmt: skip
def test_the_format_is_what_the_server_the_address_or_the_bytes_say(readings, web, name, media_type, content, text):
    web.pages[name] = (200, {"Content-Type": media_type}, content)
    (one,) = readings(f"{web.url}{name}")
    assert text in one.text


def test_a_compressed_bomb_and_a_page_too_large_stop_at_5_mb(readings, web):
    bomb = gzip.compress(b"<p>" + b"We will. " * 10_000_000)
    web.pages["/bomb"] = (200, {**HTML, "Content-Encoding": "gzip"}, bomb)
    web.pages["/large"] = (200, HTML, b"x" * 5_000_001)
    for name in ("bomb", "large"):
        (one,) = readings(f"{web.url}/{name}")
        assert isinstance(one, InputError)
        assert "the answer is larger than 5 MB" in str(one)


def test_a_bad_page_stops_no_other(readings, web):
    web.pages["/b"] = (200, HTML, PAGE)
    found = [one for name in ("a", "b") for one in readings(f"{web.url}/{name}")]
    assert [type(one) for one in found] == [NetError, Announcement]


def test_robots_txt_is_respected_before_each_redirect_is_followed(fetcher, web):
    web.pages["/robots.txt"] = (200, {}, b"User-agent: *\nDisallow: /private\n")
    web.pages.update({"/a": (302, {"Location": "/b"}, b""), "/b": (302, {"Location": "/private/x"}, b"")})
    web.pages["/private/x"] = (200, HTML, PAGE)
    error = failure(fetcher, f"{web.url}/a")
    assert error.fault is NetFault.ROBOTS
    assert "/private/x: its robots.txt asks programs to stay away" in str(error)
    assert [path for _, path, *_ in web.requests] == ["/robots.txt", "/a", "/b"]


def test_a_site_that_a_redirect_leads_to_is_asked_for_its_own_rules_first(fetcher, web):
    other = web.url.replace("127.0.0.1", "localhost")
    web.pages["/a"] = (302, {"Location": f"{other}/b"}, b"")
    web.pages["/b"] = (200, HTML, PAGE)
    assert fetcher.page(f"{web.url}/a").content == PAGE
    assert [path for _, path, *_ in web.requests] == ["/robots.txt", "/a", "/robots.txt", "/b"]


def test_a_server_that_is_asked_too_much_for_its_rules_is_left_alone(fetcher, web):
    web.pages["/robots.txt"] = (429, {}, b"")
    error = failure(fetcher, f"{web.url}/a")
    assert (error.status, error.may_pass) == (429, True)
    assert len(web.requests) == 1
