"""What robots.txt allows, by the words and the examples of RFC 9309."""

import pytest

from tracker.readers.robots import read_robots

SITE = "https://works.example"


@pytest.mark.parametrize(
    ("rules", "path", "is_allowed"),
    [
        ("", "/a", True),
        ("User-agent: *\nDisallow:", "/a", True),
        ("User-agent: *\nDisallow: /", "/a", False),
        ("User-agent: *\nDisallow: /", "", False),
        ("User-agent: *\nDisallow: /", "/robots.txt", True),
        ("\ufeffUser-agent: *\nDisallow: /", "/a", False),
        ("user-agent : *\r\ndisallow : /a # private\r\n", "/a", False),
        ("User-agent: *\rDisallow: /a", "/a", False),
        ("User-agent: *\nDisallow: /*/x", "/a/x", False),
        ("User-agent: *\nDisallow: /*/x", "/a/y", True),
        ("User-agent: *\nDisallow: *.pdf$", "/a/b.pdf", False),
        ("User-agent: *\nDisallow: *.pdf$", "/a/b.pdf.html", True),
        ("User-agent: *\nDisallow: /a$", "/a", False),
        ("User-agent: *\nDisallow: /a$", "/ab", True),
        ("User-agent: *\nDisallow: /a*a$", "/a", True),
        ("User-agent: *\nDisallow: /a*c*b$", "/a-b-b", True),
        ("User-agent: *\nDisallow: /a*b*", "/a-b-c", False),
        ("User-agent: *\nDisallow: /\nAllow: /private/", "/private/a", True),
        ("User-agent: *\nAllow: /\nDisallow: /private/", "/private/a", False),
        ("User-agent: *\nDisallow: /page\nAllow: /page", "/page", True),
        ("User-agent: *\nAllow: /p\nDisallow: /", "/page", True),
        ("User-agent: *\nAllow: /folder\nDisallow: /folder", "/folder/page", True),
        ("User-agent: *\nAllow: /page\nDisallow: /*.htm", "/page.htm", False),
        ("User-agent: *\nDisallow: /*?key=", "/a?key=1", False),
        ("User-agent: *\nDisallow: /caf%c3%a9", "/café", False),
        ("User-agent: *\nDisallow: /café", "/caf%C3%A9", False),
        ("User-agent: *\nDisallow: /%61", "/a", False),
        ("User-agent: *\nDisallow: /a%2Fb", "/a/b", True),
        ("User-agent: *\nDisallow: /a%2A", "/a*b", False),
        ("User-agent: *\nDisallow: /a%24", "/a$b", False),
        ("User-agent: *\nDisallow: /a$b", "/a$b/c", False),
        ("User-agent: *\nDisallow: /a$b$", "/a$b", False),
        ("User-agent: *\nDisallow: /a$b$", "/a$b/c", True),
        ("User-agent: *\nDisallow: /a$$", "/a$", False),
        ("User-agent: *\nDisallow: a", "/a", True),
        ("Disallow: /", "/a", True),
        ("User-agent: other\nDisallow: /", "/a", True),
        ("User-agent: Commitment-Tracker/1.0\nDisallow: /a\n\nUser-agent: *\nDisallow: /", "/b", True),
        ("User-agent: *\nDisallow: /\n\nUser-agent: commitment-tracker\nDisallow:", "/b", True),
        ("User-agent: *\nDisallow: /\n\nUser-agent: commitment-tracker\nUser-agent: x\n", "/b", True),
        ("User-agent: commitment-tracker-plus\nDisallow: /", "/b", True),
        ("User-agent: x\nCrawl-delay: 5\nUser-agent: commitment-tracker\nDisallow: /a", "/a", False),
        ("User-agent: commitment-tracker\nDisallow: /a\n\nUser-agent: commitment-tracker\nDisallow: /b", "/b", False),
        ("User-agent: x\n\nSitemap: https://works.example/a\n\nUser-agent: *\nDisallow: /a", "/a", False),
        ("User-agent: 7\nUser-agent: *\nDisallow: /a", "/a", False),
    ],
)  # fmt: skip
def test_a_rule_holds_for_what_it_says(rules, path, is_allowed):
    assert read_robots(rules.encode(), "commitment-tracker").allows(SITE + path) is is_allowed


def test_a_rule_of_many_stars_is_matched_in_one_pass():
    robots = read_robots(b"User-agent: *\nDisallow: /" + b"*a" * 5_000 + b"b", "commitment-tracker")
    assert robots.allows(SITE + "/" + "a" * 7_000)


def test_what_comes_after_half_a_megabyte_is_not_read():
    content = b"User-agent: *\n" + b"# nothing\n" * 60_000 + b"Disallow: /"
    assert read_robots(content, "commitment-tracker").allows(SITE + "/a")
