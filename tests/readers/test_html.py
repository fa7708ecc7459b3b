"""Web pages: their own text in blocks, and what they say of themselves."""

from datetime import date

import pytest

from tracker.core.announcement import DateSource
from tracker.readers import Given

PAGE = """<!doctype html><html><head><title>Bridge | Works</title>{head}</head><body>
<nav><ul><li><a href="/">Home</a></li><li><a href="/news">All our news</a></li></ul></nav>
<article><h1>Bridge to open</h1>{top}
<p>The ministry will open the bridge over the Lenn by 30 June 2026, the minister said at the site.</p>
<h2>Further steps</h2><p>The ministry will:</p>
<ul><li>publish the survey by 1 May 2026;</li><li>hire <b>twenty</b> engineers<br>for the works</li></ul>
<table><tr><th>Action</th><th>Owner</th><th>Due</th></tr>
<tr><td>Circulate the draft</td><td>the clerk</td><td>30 May 2026</td></tr></table>
<blockquote><p>“We will keep the toll frozen until 2027,” she said.</p></blockquote></article>
<footer><p>Copyright 2023-2026 The Works. All rights are reserved by it.</p></footer></body></html>"""
TEXT = """The ministry will open the bridge over the Lenn by 30 June 2026, the minister said at the site.

Further steps

The ministry will:

- publish the survey by 1 May 2026;
- hire twenty engineers
for the works
‣ Action: the clerk to circulate the draft by 30 May 2026.

“We will keep the toll frozen until 2027,” she said.
"""
META = '<meta property="article:published_time" content="2026-03-03T23:30:00+11:00">'
LINKED = """<script type="application/ld+json">{"@context": "https://schema.org", "@graph": [
{"@type": "WebSite", "name": "Works"}, {"@type": "NewsArticle", "headline": "The bridge opens",
"datePublished": "2026-03-02", "dateModified": "2026-03-09", "publisher": {"name": "Ministry of Works"}}]}</script>"""


def page(head="", top=""):
    return PAGE.format(head=head, top=top)


def test_the_text_is_the_pages_own_in_blocks(only):
    text = only("page.html", page(META)).text
    assert text.removeprefix("Bridge to open\n\n") == TEXT


def test_json_ld_goes_before_the_meta_tags(only):
    found = only("page.html", page(META + LINKED))
    assert (found.announced_on.isoformat(), found.date_source) == ("2026-03-02", DateSource.METADATA)
    assert (found.title, found.publisher) == ("The bridge opens", "Ministry of Works")


def test_meta_tags_name_title_publisher_day_and_address(only):
    tags = '<meta property="og:title" content="Open bridge"><meta property="og:site_name" content="The Works">'
    link = '<link rel="canonical" href="https://works.example/bridge">'
    found = only("page.htm", page(META + tags + link))
    assert (found.announced_on.isoformat(), found.date_source) == ("2026-03-03", DateSource.METADATA)
    assert (found.title, found.publisher, found.url) == ("Open bridge", "The Works", "https://works.example/bridge")


@pytest.mark.parametrize(
    ("head", "top", "day", "date_source"),
    [
        ("", "<p>Published: 4 March 2026</p>", "2026-03-04", DateSource.DATELINE),
        ("", '<time datetime="2026-03-05"></time><p>Published: 4 March 2026</p>', "2026-03-04", DateSource.DATELINE),
        ("", '<time datetime="2026-03-05T10:00Z">yesterday</time>', "2026-03-05", DateSource.GUESSED),
        ("", "<p><time>6 March 2026</time></p>", "2026-03-06", DateSource.GUESSED),
        ("", "<p>Posted on <time>6 March 2026</time> by the press office</p>", "2026-03-06", DateSource.GUESSED),
        ("", "<p>News | <b><time>6 March 2026</time></b></p>", "2026-03-06", DateSource.GUESSED),
        ("", "<time pubdate datetime='2026-03-06'></time>", "2026-03-06", DateSource.TIME_TAG),
        ('<link rel="canonical" href="https://a.example/2026/03/07/b">', "", "2026-03-07", DateSource.GUESSED),
        ('<meta name="date" content="nonsense"><meta name="dc.date" content="Tue, 03 Mar 2026 23:00:00 -0500">', "",
         "2026-03-03", DateSource.METADATA),
    ],
)  # fmt: skip
def test_the_day_is_taken_from_the_most_trusted_place(only, head, top, day, date_source):
    found = only("page.html", page(head, top))
    assert (found.announced_on.isoformat(), found.date_source) == (day, date_source)


@pytest.mark.parametrize(
    ("aside", "top", "day"),
    [
        ("<time>1 March 2026</time><time>2 March 2026</time>", "<time>6 March 2026</time>", "2026-03-06"),
        ("<time itemprop='datePublished'>1 March 2026</time>", "<time>6 March 2026</time>", "2026-03-01"),
        ("<time pubdate>never</time>", "<time>6 March 2026</time>", "2026-03-06"),
        ("<time>1 March 2026</time><time>1 March 2026</time>", "", "2026-03-01"),
        ("<time>1 March 2026</time><time>2 March 2026</time>", "", ""),
        ("", "<p>The festival is on <time datetime='2026-02-10'>10 February</time>.</p>", ""),
        ("", "<ul><li><time>10 February 2026</time>, the festival of bridges</li></ul>", ""),
        ("<time>2 March 2026</time>", "<p>On <time>10 February 2026</time> it rained.</p>", "2026-03-02"),
    ],
)
def test_the_time_that_dates_the_page_is_told_from_others(readings, aside, top, day):
    (one,) = readings("page.html", page("", top).replace("</nav>", f"{aside}</nav>"))
    assert getattr(one, "announced_on", "") == (date.fromisoformat(day) if day else "")


def test_the_persons_word_goes_before_the_pages(only):
    found = only("page.html", page(META), Given(date(2026, 3, 1), "Me", "https://me.example/"))
    assert (found.announced_on, found.date_source) == (date(2026, 3, 1), DateSource.GIVEN)
    assert (found.publisher, found.url) == ("Me", "https://me.example/")


def test_a_copyright_year_is_no_day(refusal):
    assert "no publication date found" in refusal("page.html", page())


@pytest.mark.parametrize(
    ("declared", "encoding"),
    [
        ('<meta charset="utf-8">', "utf-8"),
        ('<meta http-equiv="Content-Type" content="text/html; charset=iso-8859-1">', "windows-1252"),
        ('<meta charset="windows-1251">', "utf-8-sig"),
        ('<meta charset="rot13">', "utf-8"),
        ('<meta charset="no-such-thing">', "windows-1252"),
        ("", "windows-1252"),
        ("", "utf-16"),
        ('<meta charset="shift_jis">', "shift_jis"),
    ],
)
def test_pages_are_read_in_the_encoding_that_browsers_take(only, declared, encoding):
    word = "入札" if encoding == "shift_jis" else "Lenné"
    content = page(META + declared).replace("Lenn", word).replace("“", "").replace("”", "")
    assert f"the bridge over the {word} by" in only("page.html", content.encode(encoding)).text


@pytest.mark.parametrize(
    "content",
    [
        "",
        "<html></html>",
        "<div>" * 100_000 + "We will open it by 3 May 2026." + "</div>" * 100_000,
        "<!doctype html><body><script>document.write('We will')</script></body>",
        "\0" * 100,
        "<!--" * 200_000,
    ],
    ids=["nothing", "empty", "nested", "script", "binary", "comments"],
)
def test_a_page_without_text_is_refused(refusal, content):
    said = refusal("page.html", content)
    assert "holds no text" in said or "is empty" in said or "is no web page" in said or "is binary" in said


@pytest.mark.parametrize(
    "bad", ["{", '{"datePublished": 5}', "[[[", "[" * 100_000, '{"@graph": 3, "publisher": []}', "7"]
)
def test_json_ld_that_is_none_is_left_alone(only, bad):
    found = only("page.html", page(f'{META}<script type="application/ld+json">{bad}</script>'))
    assert found.announced_on.isoformat() == "2026-03-03"


def test_a_page_without_a_main_text_is_read_without_its_sides(only):
    found = only("page.html", f"<html><head>{META}</head><body>We will.<footer>Imprint</footer></body></html>")
    assert found.text == "We will.\n"


def test_a_page_of_very_many_tags_is_read_as_it_stands_or_refused(only, refusal):
    assert only("page.html", page(META) + "<br>" * 8_000).text.startswith("Bridge to open\n\nThe ministry will open")
    assert "has more than 400,000 tags" in refusal("page.html", page(META) + "<p>" * 400_000)


def test_an_entity_bomb_expands_to_nothing(only):
    bomb = '<!DOCTYPE html [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;"><!ENTITY c SYSTEM "file:///etc/passwd">]>'
    text = only("page.html", bomb + page(META).replace("the minister said", "&b; &c; said")).text
    assert "root:" not in text
    assert "aaaaaaaaaa" not in text
