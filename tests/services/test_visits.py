"""What a visit takes in for an entry that only sums up its page, and what it leaves for a later one."""

import pytest

from tracker.errors import StoreError
from tracker.services.undo import undo
from tracker.services.watch import unwatch
from tracker.store import announcements

ITEM = (
    "<item><title>News</title><link>{link}</link><pubDate>{day}</pubDate><description>{said}</description>{more}</item>"
)
DAY = "Tue, 02 Sep 2025 10:00:00 GMT"
TEASER = "Read the full statement on our site."
HTML = {"Content-Type": "text/html; charset=utf-8"}


def item(link="", said=TEASER, day=DAY, more=""):
    return ITEM.format(link=link, said=said, day=day, more=more)


def feed(*items, **headers):
    content = f"<rss version='2.0'><channel>{''.join(items)}</channel></rss>".encode()
    return 200, {"Content-Type": "application/rss+xml", **headers}, content


def page(name, head="", top=""):
    body = f"{top}<p>The council will build the {name} library by 31 March 2027.</p><p>It said no more on that day.</p>"
    return 200, HTML, f"<html><head>{head}</head><body><article>{body}</article></body></html>".encode()


@pytest.fixture
def texts(store):
    """The stored texts, each by the library that it speaks of, else as it is."""

    def texts():
        with store.reading() as conn:
            count = conn.exec_driver_sql("SELECT count(*) FROM announcement").scalar()
            found = [announcements.get(conn, number).announcement.text for number in range(1, count + 1)]
        return [one.split(" library")[0].rpartition(" ")[2] if "library" in one else one.strip() for one in found]

    return texts


@pytest.fixture
def stored(store):
    """The stored announcement of a number."""

    def stored(number):
        with store.reading() as conn:
            return announcements.get(conn, number).announcement

    return stored


def test_entries_with_one_teaser_are_told_apart_by_their_pages(visit, add, web, texts):
    names = ("Harbour", "Hill", "Old")
    web.pages.update({f"/{name}": page(name) for name in names})
    web.pages["/feed"] = feed(*(item(f"{web.url}/{name}") for name in names[:2]))
    web.pages["/other"] = feed(item(f"{web.url}/Old"), item(f"{web.url}/Hill"))
    add("/feed")
    add("/other")
    assert [one.announcements for one in visit()] == [2, 1]
    assert texts() == list(names)
    asked = len(web.requests)
    assert [one.announcements for one in visit(hours=2)] == [0, 0]
    assert {path for _, path, *_ in web.requests[asked:]} == {"/robots.txt", "/feed", "/other"}


def test_entries_with_one_teaser_and_one_address_are_told_apart_by_their_names(visit, add, web, texts):
    web.pages["/home"] = page("Harbour")
    web.pages["/feed"] = feed(item(f"{web.url}/home", more="<guid>1</guid>"))
    add("/feed")
    visit()
    web.pages["/home"] = page("Hill")
    web.pages["/feed"] = feed(item(f"{web.url}/home", more="<guid>2</guid>"))
    visit(hours=2)
    assert texts() == ["Harbour", "Hill"]


def test_a_page_that_a_person_took_back_does_not_come_again_with_another_teaser(visit, add, web, store, on, followup):
    web.pages["/Hill"] = page("Hill")
    web.pages["/feed"] = feed(item(f"{web.url}/Hill"))
    add("/feed")
    visit()
    undo(store, followup, on("2025-09-03"))
    web.pages["/feed"] = feed(item(f"{web.url}/Hill", "In other words."))
    assert visit(hours=2)[0].announcements == 0


@pytest.mark.parametrize("status", [500, 503, 429])
def test_a_page_that_is_down_for_a_while_is_read_once_it_is_up(visit, add, web, texts, status):
    web.pages.update({"/Hill": (status, {}, b"busy"), "/feed": feed(item(f"{web.url}/Hill"), ETag='"1"')})
    add("/feed")
    (down,) = visit()
    assert (down.announcements, down.watched.failures, down.watched.etag) == (0, 0, "")
    assert f"/Hill: the server answers {status}" in down.problems[0]
    web.pages["/Hill"] = page("Hill")
    assert visit(hours=2)[0].announcements == 1
    assert texts() == ["Hill"]
    (last,) = visit(hours=4)
    assert (last.announcements, last.problems, last.watched.etag) == (0, (), '"1"')


def test_a_page_that_is_gone_gives_way_to_its_summary_at_once_and_that_is_told(visit, add, web, texts):
    web.pages["/feed"] = feed(item(f"{web.url}/gone?key=canary", "The council will act."))
    add("/feed")
    (found,) = visit()
    assert texts() == ["The council will act."]
    assert (found.announcements, found.problems) == (1, ())
    said = f"{web.url}/gone: the server answers 404 (not found), so what its feed says was taken"
    assert found.notes == (said,)
    assert visit(hours=2)[0].notes == ()


def test_a_page_that_breaks_off_is_down_too(visit, add, web):
    web.pages.update({"/Hill": lambda handler: handler.connection.close(), "/feed": feed(item(f"{web.url}/Hill"))})
    add("/feed")
    assert visit()[0].announcements == 0
    web.pages["/Hill"] = page("Hill")
    assert visit(hours=2)[0].announcements == 1


def test_a_page_that_stays_down_gives_way_to_its_summary(visit, add, web, texts):
    web.pages.update({"/Hill": (503, {}, b""), "/feed": feed(item(f"{web.url}/Hill", "The council will act."))})
    add("/feed")
    assert [visit(hours=hours)[0].announcements for hours in (0, 2, 11, 12, 14)] == [0, 0, 0, 1, 0]
    assert texts() == ["The council will act."]


@pytest.mark.parametrize("status", [200, 503])
def test_what_waits_is_taken_in_when_its_feed_no_longer_holds_it(visit, add, web, texts, status):
    web.pages.update({"/Hill": (503, {}, b""), "/feed": feed(item(f"{web.url}/Hill", "The council will act."))})
    add("/feed")
    visit()
    web.pages["/Hill"] = page("Hill") if status == 200 else (status, {}, b"")
    web.pages["/feed"] = feed(item(said="The council will build the Old library by 31 May 2027. It will be free."))
    assert [visit(hours=hours)[0].announcements for hours in (1, 2)] == [2, 0]
    assert texts() == ["Old", "Hill" if status == 200 else "The council will act."]


def test_what_waits_and_is_summed_up_in_other_words_waits_on(visit, add, web, texts):
    web.pages.update({"/Hill": (503, {}, b""), "/feed": feed(item(f"{web.url}/Hill", "The council will act."))})
    add("/feed")
    visit()
    web.pages["/feed"] = feed(item(f"{web.url}/Hill", "The council will act soon."))
    assert visit(hours=1)[0].announcements == 0
    web.pages["/Hill"] = page("Hill")
    assert visit(hours=2)[0].announcements == 1
    assert texts() == ["Hill"]


def test_what_waits_of_a_page_that_is_watched_no_longer_is_forgotten(visit, add, web, store, on, texts):
    web.pages.update({"/Hill": (503, {}, b""), "/feed": feed(item(f"{web.url}/Hill", "The council will act."))})
    number = add("/feed").number
    visit()
    unwatch(store, on("2025-09-03"), number)
    web.pages["/feed"] = feed(item(said="The council will build the Old library by 31 May 2027. It will be free."))
    add("/feed")
    assert visit()[0].announcements == 1
    assert texts() == ["Old"]


@pytest.mark.parametrize("status", [404, 410, 403])
def test_a_page_that_is_gone_gives_way_to_its_summary_at_once(visit, add, web, texts, status):
    web.pages.update({"/Hill": (status, {}, b""), "/feed": feed(item(f"{web.url}/Hill", "The council will act."))})
    add("/feed")
    assert visit()[0].announcements == 1
    assert texts() == ["The council will act."]


def test_many_pages_that_are_down_are_not_all_asked_for_and_keep_no_other_waiting(visit, add, web, texts):
    web.pages["/feed"] = feed(*(item(f"{web.url}/down{n}") for n in range(5)), item(f"{web.url}/Hill"))
    web.pages.update({f"/down{n}": (503, {}, b"") for n in range(5)})
    web.pages["/Hill"] = page("Hill")
    add("/feed")
    assert visit()[0].announcements == 0
    assert [path for _, path, *_ in web.requests] == ["/robots.txt", "/feed", "/down0", "/down1", "/down2"]
    assert visit(hours=1)[0].announcements == 1
    web.pages.update({f"/down{n}": page(f"New{n}") for n in (3, 4)})
    assert sum(visit(hours=hours)[0].announcements for hours in (2, 3)) == 2
    assert sorted(texts()) == ["Hill", "New3", "New4"]


def test_a_long_feed_whose_pages_are_down_is_visited_again_after_its_pause(visit, add, web):
    web.pages["/feed"] = feed(*(item(f"{web.url}/down{n}") for n in range(101)))
    web.pages.update({f"/down{n}": (503, {}, b"") for n in range(101)})
    add("/feed")
    assert len(visit()) == 1
    assert visit() == []
    assert len(visit(hours=1)) == 1


def test_pages_that_are_down_keep_no_entry_waiting_that_needs_none(visit, add, web, texts):
    down = [item(f"{web.url}/down{n}") for n in range(101)]
    web.pages["/feed"] = feed(*down, item(said="The council will build the Full library by 31 March 2027. It said so."))
    web.pages.update({f"/down{n}": (503, {}, b"") for n in range(101)})
    add("/feed")
    assert visit()[0].announcements == 1
    assert texts() == ["Full"]


def test_an_entry_dated_ahead_is_taken_in_on_its_day(visit, add, web, texts):
    def answer(handler):
        ahead = item(said="The council will build the Early library by May 2027.", day=DAY.replace("02 Sep", "05 Sep"))
        past = item(said="The council will build the Old library by May 2027.")
        is_known = handler.headers.get("If-None-Match") == '"1"'
        content = b"" if is_known else feed(ahead, past)[2]
        handler.send_response(304 if is_known else 200)
        for name, value in {"ETag": '"1"', "Content-Length": str(len(content))}.items():
            handler.send_header(name, value)
        handler.end_headers()
        handler.wfile.write(content)

    web.pages["/feed"] = answer
    add("/feed")
    assert "lies after today" in visit()[0].problems[0]
    assert texts() == ["Old"]
    assert visit("2025-09-06")[0].announcements == 1
    assert texts() == ["Old", "Early"]
    assert visit("2025-09-07")[0].announcements == 0


@pytest.mark.parametrize(
    ("path", "head", "top", "day", "date_source"),
    [
        ("/2025/08/02/Hill", "", "", "2025-09-02", "feed"),
        ("/Hill", "", "<time datetime='2025-08-10'></time>", "2025-09-02", "feed"),
        ("/Hill", "", "<p>The festival is on <time datetime='2025-08-10'>10 August</time>.</p>", "2025-09-02", "feed"),
        ("/Hill", "", "<p>Next meeting, 12 August 2025</p>", "2025-09-02", "feed"),
        ("/Hill", '<meta name="date" content="2025-08-31">', "", "2025-08-31", "metadata"),
        ("/Hill", '<meta name="date" content="2025-10-31">', "", "2025-09-02", "feed"),
    ],
)
def test_of_a_page_only_the_fields_that_date_it_go_before_its_feed(
    visit, add, web, stored, path, head, top, day, date_source
):
    web.pages.update({path: page("Hill", head, top), "/feed": feed(item(f"{web.url}{path}"))})
    add("/feed")
    visit()
    one = stored(1)
    assert "Hill library" in one.text
    assert (str(one.announced_on), one.date_source.value) == (day, date_source)


def test_an_announcement_that_cannot_be_stored_fails_its_visit_and_stops_no_other(visit, add, web, texts):
    add("/feed")
    add("/next")
    web.pages["/feed"] = feed(item(said="The council will build the Bad library."), item(said="Also the Good library."))
    web.pages["/next"] = feed(item(said="Then the Next library."))

    def refuse(announcement):
        if "Bad" in announcement.text:
            raise StoreError("the database: no", "try again")

    first, second = visit(refuse=refuse)
    assert (first.announcements, first.problems) == (1, ("the database: no: try again",))
    assert (first.watched.failures, first.watched.problem) == (1, "the database: no: try again")
    assert (second.announcements, second.problems) == (1, ())
    assert visit(hours=2)[0].announcements == 1
    assert texts() == ["Good", "Next", "Bad"]
