"""Markdown: its words without their marks, and what stands ahead of a page."""

from datetime import date

import pytest

from tracker.core.announcement import DateSource

PAGE = """# Northmere Water: our plan

*Published 3 March 2026*

**Northmere Water will replace all
four pumps by 30 November 2026.** The [full plan](https://northmere.example/plan "the plan") comes *within two weeks*.

What follows
------------

1. **Leaks:** we repair `every` leak<br>within 48 hours.
2. Meters

   are read each <b>month</b>. ![a meter](meter.png)
   * by hand

> \\*No\\* home is cut off.

<div class="note"><p>We will answer <em>all</em> letters.</p></div>

***
"""


def test_words_are_read_without_their_marks(only):
    one = only("plan.md", PAGE)
    assert one.text == (
        "# Northmere Water: our plan\n\nPublished 3 March 2026\n\n"
        "Northmere Water will replace all\nfour pumps by 30 November 2026. The full plan comes within two weeks.\n\n"
        "## What follows\n\n"
        "- Leaks: we repair every leak\nwithin 48 hours.\n- Meters\n\nare read each month.\n\n- by hand\n\n"
        "*No* home is cut off.\n\nWe will answer all letters.\n"
    )
    assert (one.title, one.announced_on, one.date_source) == (
        "Northmere Water: our plan",
        date(2026, 3, 3),
        DateSource.DATELINE,
    )


@pytest.mark.parametrize(
    "ahead",
    [
        (
            '---\nTitle: "Our: plan"\ndate: 2026-03-04T10:00:00Z\npublisher: Northmere Water\ndraft: false\n'
            "permalink: https://northmere.example/plan\ntags:\n  - water\n---\n"
        ),
        (
            "+++\ntitle = 'Our: plan'\ndate = 2026-03-04\norganisation = 'Northmere Water'\n"
            "url = 'https://northmere.example/plan'\n[params]\nx = 1\n+++\n"
        ),
    ],
)
def test_what_stands_ahead_of_a_page_tells_its_title_day_publisher_and_address(only, ahead):
    one = only("plan.md", f"{ahead}\nWe will open it by May.\n")
    assert (one.title, one.announced_on, one.date_source) == ("Our: plan", date(2026, 3, 4), DateSource.METADATA)
    assert (one.publisher, one.url) == ("Northmere Water", "https://northmere.example/plan")
    assert one.text == "We will open it by May.\n"


@pytest.mark.parametrize("ahead", ["---\nWe will open it.\n---\n", "+++\nWe will open it.\n+++\n"])
def test_rules_around_a_sentence_are_no_fields(only, ahead):
    assert "We will open it." in only("plan.md", f"{ahead}\nDate: 4 March 2026\n").text


@pytest.mark.parametrize("piece", ["[", "> ", "*", "`", "![", "- ", "<b>", "<!--", "&", "_a", "](", "#\n"])
def test_marks_that_never_end_are_read_like_any_text(only, piece):
    assert only("plan.md", "Date: 4 March 2026\n\n" + piece * (100_000 // len(piece))).text


def test_a_block_of_code_is_not_read(only):
    page = "Date: 4 March 2026\n\n```yaml\n# We will reboot by May.\n```\n\n    We will halt.\n\nWe will go.\n"
    assert only("plan.md", page).text == "Date: 4 March 2026\n\nWe will go.\n"


def test_a_task_is_read_without_its_box_and_what_is_struck_through_not_at_all(only):
    tasks = "- [ ] Clerk: buy lamps by May\n- [x] Clerk: sell the crane\n- [1] a note\n\nWe ~~buy~~ sell it.\n"
    assert only("plan.md", f"Date: 4 March 2026\n\n{tasks}").text == (
        "Date: 4 March 2026\n\n- Clerk: buy lamps by May\n‣ Done: Clerk: sell the crane\n- [1] a note\n\nWe sell it.\n"
    )


@pytest.mark.parametrize(
    ("task", "line"),
    [
        ("- [ ] @orr: buy lamps by May", "‣ Action: orr to buy lamps by May"),
        ("- [ ] @a.orr to buy lamps by May", "‣ Action: a.orr to buy lamps by May"),
        ("- [X] @orr - buy lamps by May", "‣ Done: orr to buy lamps by May"),
        ("- [ ] Buy lamps (?) - Q1 2027", "‣ Buy lamps by Q1 2027 (?)"),
        ("- [ ] Buy lamps (??) for Elsin - all of it", "‣ Buy lamps for Elsin - all of it (??)"),
        ("- Buy lamps (?) in May", "‣ Buy lamps in May (?)"),
        ("- @orr: we buy lamps by May", "- @orr: we buy lamps by May"),
        ("- [ ] Buy lamps - Q1 2027 (?)", "- Buy lamps - Q1 2027 (?)"),
    ],
)
def test_whom_a_task_calls_on_is_to_do_it_and_its_doubt_stands_behind_its_day(only, task, line):
    assert only("plan.md", f"Date: 4 March 2026\n\n{task}\n").text == f"Date: 4 March 2026\n\n{line}\n"


def test_of_a_task_that_is_struck_through_no_box_is_left(only):
    tasks = "- [ ] ~~Buy lamps by May~~\n- [x] ~~Buy oil~~\n- ~~Buy rope~~\n\nWe will go.\n"
    assert only("plan.md", f"Date: 4 March 2026\n\n{tasks}").text == "Date: 4 March 2026\n\nWe will go.\n"


def test_prose_between_two_rules_is_kept(only):
    page = "---\n\n**Date: 3 March 2026**\n\nWe will open it. Contact: press office.\n\n---\n\nWe will go.\n"
    text = only("plan.md", page).text
    assert "We will open it. Contact: press office." in text
    assert "We will go." in text


def test_what_stands_deeper_ahead_of_a_page_is_no_field_of_its_own(only):
    ahead = "title: Our plan\nsource: https://x.example\nabout: >-\n  long\ndate: 2026-03-04\n"
    deeper = "event:\n  date: 2027-05-01\n  title: A\n"
    one = only("plan.md", f"---\n{ahead}{deeper}---\nWe will go.\n")
    assert (one.title, one.publisher, one.announced_on) == ("Our plan", "", date(2026, 3, 4))
