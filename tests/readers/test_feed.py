"""RSS and Atom: an announcement an entry, the bad ones told, bombs refused."""

import pytest

from tracker.core.announcement import Announcement, DateSource
from tracker.errors import InputError

RSS = """<?xml version="1.0" encoding="utf-8"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/">
<channel><title>Ministry of Works</title><link>https://works.example/</link>{items}</channel></rss>"""
ITEM = """<item><title>Bridge &amp; road</title><link>https://works.example/{n}</link><guid>works-{n}</guid>
<pubDate>Tue, 03 Mar 2026 23:30:00 -0500</pubDate>
<description>In short.</description>
<content:encoded><![CDATA[<p>The ministry will open bridge {n} by 30 June 2026.</p>
<ul><li>Then the road</li></ul>]]></content:encoded>
</item>"""
ATOM = """<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>Works</title>
<entry><title>Bridge</title><id>tag:1</id><updated>2026-03-05T01:00:00Z</updated><published>2026-03-04T01:00:00Z</published>
<link href="https://works.example/a"/><content type="html">&lt;p&gt;We will open it.&lt;/p&gt;</content></entry>
<entry><title>Road</title><id>tag:2</id><updated>2026-03-05T01:00:00Z</updated>
<summary>We will &lt;repair&gt; it.</summary></entry>
</feed>"""


def rss(*items):
    return RSS.format(items="".join(items))


def test_an_entry_is_an_announcement(only):
    found = only("news.xml", rss(ITEM.format(n=7)))
    assert found.text == "The ministry will open bridge 7 by 30 June 2026.\n\n- Then the road\n"
    assert (found.title, found.publisher) == ("Bridge & road", "Ministry of Works")
    assert (found.url, found.id) == ("https://works.example/7", "works-7")
    assert (found.announced_on.isoformat(), found.date_source) == ("2026-03-03", DateSource.FEED)


def test_atom_names_days_and_texts_its_own_way(readings):
    first, second = readings("news.atom", ATOM)
    assert (first.text, first.announced_on.isoformat()) == ("We will open it.\n", "2026-03-04")
    assert (second.text, second.announced_on.isoformat()) == ("We will <repair> it.\n", "2026-03-05")
    assert second.url == ""


def test_an_entry_that_cannot_be_used_stops_no_other(readings):
    bad = "<item><title>No day</title><description>We will.</description></item>"
    ahead = ITEM.format(n=2).replace("03 Mar 2026", "30 Mar 2026")
    first, no_day, early, last = readings("news.rss", rss(ITEM.format(n=1), bad, ahead, ITEM.format(n=3)))
    assert isinstance(first, Announcement)
    assert isinstance(last, Announcement)
    assert "news.rss:2: no publication date found" in str(no_day)
    assert "lies after today" in str(early)
    assert isinstance(early, InputError)


def test_a_feed_of_two_thousand_entries_is_read(readings):
    found = readings("news.xml", rss(*(ITEM.format(n=n) for n in range(2_000))))
    assert len(found) == 2_000
    assert {type(one) for one in found} == {Announcement}
    assert found[1_999].url == "https://works.example/1999"


def test_a_feed_in_another_encoding_is_read(only):
    content = rss(ITEM.format(n=1)).replace("utf-8", "iso-8859-1").replace("bridge", "pont inauguré")
    assert "pont inauguré" in only("news.xml", content.encode("iso-8859-1")).text


BOMB = (
    '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">'
    + "".join(f'<!ENTITY {name} "{f"&{chr(ord(name) - 1)};" * 10}">' for name in "bcdefghij")
    + "]><rss version='2.0'><channel><item><title>&j;</title></item></channel></rss>"
)
EXTERNAL = (
    '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
    '<rss version="2.0"><channel><title>&a;</title></channel></rss>'
)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (BOMB, "declares entities of its own"),
        (EXTERNAL, "declares entities of its own"),
        (EXTERNAL.encode("utf-16"), "declares entities of its own"),
        (rss("<a>" * 100_000 + "</a>" * 100_000), "nests more than 200 tags"),
        (rss("<item><description>" + "<a>" * 100_000), "nests more than 200 tags"),
        ("<html><body>We will.</body></html>", "is no RSS or Atom feed"),
        ("", "is no RSS or Atom feed"),
        ("\0\1\2", "is binary, not text"),
        ("<!--" * 1_000_000, "is no RSS or Atom feed"),
        (rss(), "has no entries"),
        ("<" * 1_000_000, "is no RSS or Atom feed"),
        ("x" * 5_000_001, "is larger than 5 MB"),
    ],
    ids=[
        "bomb",
        "external",
        "utf-16",
        "nested",
        "unclosed",
        "page",
        "empty",
        "binary",
        "comments",
        "no entries",
        "angles",
        "large",
    ],
)
def test_what_is_no_feed_or_a_trap_is_refused(refusal, content, said):
    assert said in refusal("news.xml", content)


def test_the_nested_html_of_an_entry_is_cut_and_not_followed(readings):
    deep = "<![CDATA[" + "<div>" * 100_000 + "We will." + "]]>"
    item = ITEM.format(n=1).replace("<content:encoded><![CDATA[", f"<content:encoded>{deep}<![CDATA[")
    (one,) = readings("news.xml", rss(item))
    assert isinstance(one, (Announcement, InputError))


@pytest.mark.parametrize(
    "bad",
    ["&#55296;", "&#xD800;", "&#xdfff;", "&#0;", "&#x1b;", "&#x110000;", "&#999999999;", "\x00", "\x1b", "\ufffe"],
)
def test_a_character_that_there_is_not_costs_no_entry(readings, bad):
    strange = ITEM.format(n=1).replace("Bridge &amp;", f"Bridge {bad}").replace("The ministry", f"The {bad} ministry")
    first, second = readings("news.xml", rss(strange, ITEM.format(n=2)))
    assert "will open bridge 1 by 30 June 2026" in first.text
    assert first.title.startswith("Bridge ")
    assert second.title == "Bridge & road"


def test_other_references_are_read_as_they_are(only):
    assert (
        only("news.xml", rss(ITEM.format(n=1).replace("Bridge", "&#x1F309; Br&#252;cke"))).title == "🌉 Brücke & road"
    )
