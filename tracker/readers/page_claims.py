"""What a web page says of itself: JSON-LD, meta tags, a `<time>` that dates it; and, as a guess, what else may."""

from __future__ import annotations

import json
import re
from itertools import chain, islice
from typing import TYPE_CHECKING, Any

from tracker.core.announcement import DateSource
from tracker.readers.claims import Claims, day_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from lxml.etree import _Element

_DATES = (
    *("article:published_time", "og:published_time", "datepublished", "date", "dc.date", "dc.date.issued"),
    *("dcterms.issued", "dcterms.date", "dcterms.created", "dc.date.created", "pubdate", "publishdate"),
    *("publish-date", "publish_date", "publication_date", "citation_publication_date", "parsely-pub-date"),
    *("sailthru.date", "article.published", "published_at", "release_date"),
)
_TITLES = ("og:title", "twitter:title", "dc.title", "dcterms.title", "headline")
_PUBLISHERS = ("og:site_name", "publisher", "dc.publisher", "dcterms.publisher", "application-name")
_IN_URL = re.compile(r"/((?:19|20)\d\d)[/-](\d\d)[/-](\d\d)(?=[/_.-]|$)")
_PARAGRAPHS = ("p", "li", "td", "dd", "dt", "blockquote", "h1", "h2", "h3", "h4", "h5", "h6")
_AHEAD_OF_A_DATE = re.compile(
    r"(?:.{0,60}[|·•])?\W*(?:(?:first |date )?(?:published|posted|issued|released|date)(?: on)?)?\W*",
    re.IGNORECASE | re.DOTALL,
)
_BEHIND_A_DATE = re.compile(r"[\s.)]*(?:$|[|·•]|by\b)", re.IGNORECASE)
_LONGEST_LABEL = 200
_MOST_SCRIPTS, _MOST_TIMES = 20, 50


def page_claims(tree: _Element, url: str = "") -> Claims:
    """The claims of a page; `url` is the address it was fetched from, where it was."""
    meta = _meta(tree)
    linked = list(_linked_data(tree))
    address = url or _canonical(tree, meta)
    return Claims(
        title=_first(linked, "headline") or _of(meta, _TITLES) or _text(tree, "h1") or _text(tree, "title"),
        publisher=_publisher(linked) or _of(meta, _PUBLISHERS),
        url=address,
        days={
            DateSource.METADATA: day_of(_first(linked, "datePublished")) or _day(meta),
            DateSource.TIME_TAG: _time_tag(tree),
            DateSource.GUESSED: _in_address(address) or _bare_time(tree),
        },
    )


def _meta(tree: _Element) -> dict[str, str]:
    """The meta tags by name; the first of a name counts."""
    found: dict[str, str] = {}
    for element in tree.iter("meta"):
        name = element.get("property") or element.get("name") or element.get("itemprop") or ""
        found.setdefault(name.strip().lower(), (element.get("content") or "").strip())
    return found


def _of(meta: dict[str, str], names: tuple[str, ...]) -> str:
    return next((meta[name] for name in names if meta.get(name)), "")


def _day(meta: dict[str, str]) -> date | None:
    return next(filter(None, (day_of(meta.get(name)) for name in _DATES)), None)


def _linked_data(tree: _Element) -> Iterator[dict[str, Any]]:
    """The JSON-LD objects that are a document, or hold one in their graph; what is no JSON is left out."""
    scripts = tree.xpath("//script[@type='application/ld+json']")
    for script in scripts[:_MOST_SCRIPTS]:
        try:
            found = json.loads(script.text or "", strict=False)  # pages put line ends and half characters in strings
        except (ValueError, RecursionError):
            continue
        for one in found if isinstance(found, list) else [found]:
            graph = one.get("@graph") if isinstance(one, dict) else None
            yield from (
                each for each in chain([one], graph if isinstance(graph, list) else []) if isinstance(each, dict)
            )


def _first(linked: list[dict[str, Any]], name: str) -> str:
    return next((one[name] for one in linked if isinstance(one.get(name), str)), "")


def _publisher(linked: list[dict[str, Any]]) -> str:
    """The name of the publisher of a document that has one."""
    for one in linked:
        named = one.get("publisher")
        name = named.get("name") if isinstance(named, dict) else named
        if isinstance(name, str) and name:
            return name
    return ""


def _canonical(tree: _Element, meta: dict[str, str]) -> str:
    """The address that a saved page gives for itself."""
    links = (element.get("href") or "" for element in tree.iter("link") if element.get("rel") == "canonical")
    return next((one for one in (*links, meta.get("og:url", "")) if one.startswith(("https://", "http://"))), "")


def _text(tree: _Element, tag: str) -> str:
    element = next(tree.iter(tag), None)
    return "" if element is None else "".join(element.itertext()).strip()


def _time_tag(tree: _Element) -> date | None:
    """The day of the `<time>` that says it dates the page."""
    return next(filter(None, map(_time, tree.xpath("//time[@pubdate or @itemprop='datePublished']")[:1])), None)


def _bare_time(tree: _Element) -> date | None:
    """The day of the article's first `<time>`, or of the only one there is: it may date the page.

    One in a running sentence is some event's.
    """
    inside = tree.xpath("//*[self::article or self::main]//time")[:_MOST_TIMES]
    first = next((one for one in inside if not _is_in_a_sentence(one)), None)
    if first is not None and (day := _time(first)):
        return day
    every = list(islice(tree.iter("time"), _MOST_TIMES))
    days = {_time(element) for element in every if not _is_in_a_sentence(element)}
    return days.pop() if len(days) == 1 else None


def _is_in_a_sentence(element: _Element) -> bool:
    """True where words of its paragraph stand around it, but for those that label a date and name who wrote."""
    paragraph = next(element.iterancestors(*_PARAGRAPHS), None)
    if paragraph is None:
        return False
    words, has_met = {False: "", True: ""}, False
    for piece in _pieces(paragraph, element):
        has_met = has_met or piece is None
        words[has_met] += (piece or "")[: _LONGEST_LABEL + 1]
        if len(words[has_met]) > _LONGEST_LABEL:
            break
    is_labelled = has_met and len(words[False]) <= _LONGEST_LABEL and _AHEAD_OF_A_DATE.fullmatch(words[False])
    return not (is_labelled and _BEHIND_A_DATE.match(words[True]))


def _pieces(paragraph: _Element, mark: _Element) -> Iterator[str | None]:
    """The text of a paragraph, with None in the place of what is in one of its elements."""
    from lxml import etree

    walk = etree.iterwalk(paragraph, events=("start", "end"))
    for event, element in walk:
        if event == "end":
            yield (element.tail or "") if element is not paragraph else ""
        elif element is mark:
            yield None
            walk.skip_subtree()
        else:
            yield element.text or ""


def _time(element: _Element) -> date | None:
    return day_of(element.get("datetime")) or day_of("".join(element.itertext()))


def _in_address(url: str) -> date | None:
    match = _IN_URL.search(url)
    return day_of("-".join(match.groups())) if match else None
