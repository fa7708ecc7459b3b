"""CSV files of announcements, and tables in Markdown minutes."""

from email.message import EmailMessage

import pytest

from tracker.core.announcement import DateSource
from tracker.errors import InputError
from tracker.readers.rows import read_rows

TABLE = """# Minutes

Date: 3 March 2026

| Action | Owner | Due |
|:---|---|---:|
| Circulate the draft | the clerk | 30 May 2026 |
| MoU to be signed \\| sealed | Ms Orr | within two weeks |
| Survey the road | the board | TBC |

The meeting ended at noon.
"""


def test_a_row_of_an_action_list_is_a_promise(only):
    text = only("minutes.md", TABLE).text
    assert text == (
        "# Minutes\n\nDate: 3 March 2026\n\n"
        "‣ Action: the clerk to circulate the draft by 30 May 2026.\n"
        "‣ Action: Ms Orr to MoU to be signed | sealed within two weeks.\n"
        "‣ Action: the board to survey the road.\n\nThe meeting ended at noon.\n"
    )


MINUTES = """Minutes of the meeting held on 3 March 2026

**Action** | Owner | Due
---|:-:|---
**Circulate the draft** | the clerk | ASAP
Survey the road | the board | as soon as possible
| Call the mayor | Ms Orr | soon |

A | B stands for a choice.
-----
| no table | |
"""


def test_a_table_without_outer_bars_is_read_in_text_too(only):
    assert only("minutes.txt", MINUTES).text == (
        "Minutes of the meeting held on 3 March 2026\n\n"
        "‣ Action: the clerk to circulate the draft ASAP.\n"
        "‣ Action: the board to survey the road as soon as possible.\n"
        "‣ Action: Ms Orr to call the mayor soon.\n\nA | B stands for a choice.\n-----\n| no table | |\n"
    )


LONG = "Circulate the draft to all members. They will comment in writing; it is the third one. " + "So it goes. " * 40


@pytest.mark.parametrize("rule", ["|---|---|---|\n", ""])
def test_the_day_of_a_row_stands_with_its_deed_and_not_behind_all_that_the_cell_says(only, rule):
    rows = (
        f"| Action | Owner | Due |\n{rule}| {LONG} | the clerk | 30 May 2026 |\n| Survey the road | Ms Orr | 1 June |\n"
    )
    text = only("minutes.md", f"Date: 3 March 2026\n\n{rows}").text
    first, second = text.split("\n\n", 1)[1].splitlines()
    assert first.startswith(
        "‣ Action: the clerk to circulate the draft to all members by 30 May 2026. They will comment"
    )
    assert first.endswith("So it goes.")
    assert second == "‣ Action: Ms Orr to survey the road by 1 June."


def test_an_action_list_of_a_page_may_have_long_cells(only):
    rows = (("Action", "Owner", "Due"), (LONG, "the clerk", "30 May 2026"))
    table = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in rows)
    text = only("minutes.html", f"<body><p>Date: 3 March 2026</p><table>{table}</table></body>").text
    assert "‣ Action: the clerk to circulate the draft to all members by 30 May 2026. They will" in text


def test_a_row_that_tells_a_promise_itself_has_its_day_with_it(only):
    table = "| Commitment | Status | Due |\n|-|-|-|\n| The board will survey the road. | open | May |\n"
    rows = f"{table}| Roads |\n| To act | | |\n"
    assert only("plan.md", f"Date: 3 March 2026\n\n{rows}").text == (
        "Date: 3 March 2026\n\n‣ The board will survey the road by May. Status: open\n\nRoads\n\n‣ Commitment: To act\n"
    )


def test_a_row_says_what_became_of_its_deed(only):
    rows = (
        "| Action | Owner | Due | Status |\n|-|-|-|-|\n| Survey the road | Ms Orr | 1 June | **Completed** |\n"
        "| Sell the crane | the clerk | 1 June | dropped |\n| Paint the hall | the clerk | 1 June | half done |\n"
        "\n| Pledge | Due | Done |\n|-|-|-|\n| Plant a tree | May | ✓ |\n| Mend the pier | May | no |\n"
    )
    assert only("plan.md", f"Date: 3 March 2026\n\n{rows}").text.split("\n\n", 1)[1].splitlines() == [
        "‣ Done: Ms Orr to survey the road by 1 June.",
        "‣ Dropped: the clerk to sell the crane by 1 June.",
        "‣ Action: the clerk to paint the hall by 1 June.",
        "‣ Done: Plant a tree by May.",
        "‣ Mend the pier by May. Done: no",
    ]


MOVED = """| Action | Owner | Due | Status |
|--|--|--|--|
| Mend the gate | Ms Orr | 30 October 2026 | {} |
"""


@pytest.mark.parametrize(
    ("state", "told"),
    [
        ("Moved to 15 January 2027", "by 15 January 2027. It had been due by 30 October 2026 and was moved to 15 Jan"),
        ("postponed until the spring", "by the spring. It had been due by 30 October 2026 and was postponed to the sp"),
        ("Delayed - 5 May 2027", "by 5 May 2027. It had been due by 30 October 2026 and was delayed to 5 May 2027."),
        ("Deferred from 1 October", "by 30 October 2026. It had been due by 1 October and was deferred."),
        ("Slipped (was 1 October)", "by 30 October 2026. It had been due by 1 October and was delayed."),
        ("Postponed to 30 October 2026", "by 30 October 2026. It was postponed."),
        ("**Deferred**", "by 30 October 2026. It was deferred."),
    ],
)
def test_a_row_that_was_put_off_has_its_new_day_and_tells_of_the_old_one(only, state, told):
    text = only("plan.md", f"Date: 3 March 2026\n\n{MOVED.format(state)}").text
    assert f"\n‣ Ms Orr will now mend the gate {told}" in text


@pytest.mark.parametrize(
    ("state", "line"),
    [
        ("On hold", "Action: Ms Orr to mend the gate by 30 October 2026. It is on hold."),
        ("Moved to the roads committee", "Action: Ms Orr to mend the gate by 30 October 2026."),
        ("Deferred " * 12, "Action: Ms Orr to mend the gate by 30 October 2026."),
        ("Done in part", "Action: Ms Orr to mend the gate by 30 October 2026."),
        ("Completed on 2 March", "Done: Ms Orr to mend the gate by 30 October 2026. It was completed on 2 March."),
        ("[x]", "Done: Ms Orr to mend the gate by 30 October 2026."),
        ("[ ]", "Action: Ms Orr to mend the gate by 30 October 2026."),
        ("dropped, 2 March", "Dropped: Ms Orr to mend the gate by 30 October 2026. It was dropped on 2 March."),
    ],
)
def test_what_moves_no_day_leaves_it_and_a_day_of_the_deed_is_told(only, state, line):
    text = only("plan.md", f"Date: 3 March 2026\n\n{MOVED.format(state)}").text
    assert text.endswith(f"\n‣ {line}\n")


@pytest.mark.parametrize(
    ("due", "line"),
    [
        ("Deferred to March 2027", "Ms Orr will now mend the gate by March 2027. It was deferred."),
        ("Deferred", "Action: Ms Orr to mend the gate. It was deferred."),
        ("Done", "Done: Ms Orr to mend the gate."),
    ],
)
def test_a_state_may_stand_in_the_place_of_the_day(only, due, line):
    rows = f"| Action | Owner | Due |\n|--|--|--|\n| Mend the gate | Ms Orr | {due} |\n"
    assert only("plan.md", f"Date: 3 March 2026\n\n{rows}").text.endswith(f"\n‣ {line}\n")


def test_a_promise_in_its_own_words_is_put_off_too(only):
    rows = (
        "| Pledge | Due | Status |\n|--|--|--|\n| The board will mend the pier | May | moved to June 2026 |\n"
        "| Plant a tree | May | moved to June 2026 |\n"
    )
    assert only("plan.md", f"Date: 3 March 2026\n\n{rows}").text.endswith(
        "\n‣ The board will now mend the pier by June 2026. It had been due by May and was moved to June 2026.\n"
        "‣ Plant a tree by June 2026. It had been due by May and was moved to June 2026.\n"
    )


def test_a_table_in_a_mail_is_read(only):
    mail = EmailMessage()
    mail["Subject"], mail["Date"] = "Minutes", "Tue, 03 Mar 2026 10:00:00 +0000"
    mail.set_content(MINUTES)
    assert "‣ Action: the clerk to circulate the draft ASAP.\n" in only("minutes.eml", mail.as_bytes()).text


@pytest.mark.parametrize("piece", ["a|\n", "|", "a|b\n-|-\n", "|\n|-|\n", "-|", "a\n-\n"])
def test_near_tables_of_a_megabyte_are_read_like_any_text(only, piece):
    assert only("minutes.txt", "Date: 3 March 2026\n\n" + piece * (1_000_000 // len(piece))).text


@pytest.mark.parametrize("row", ["{}x|", "---{}x|", "-|{}x", "|{}-|{}x", "|-{}|{}:"])
def test_a_row_of_a_megabyte_of_blanks_is_read_like_any_text(only, row):
    text = f"Date: 3 March 2026\n\na|b\n{row.replace('{}', ' ' * 1_000_000)}\nEnd.\n"
    assert only("minutes.txt", text).text.startswith("Date: 3 March 2026\n\na|b\n")


@pytest.mark.parametrize("rule", ["-|-", "| - | :-: |", " |---|:--- | \t", "--:|-", "|  -|  - "])
def test_a_row_of_dashes_may_have_blanks_and_colons_and_no_outer_bars(only, rule):
    assert only("plan.md", f"Date: 3 March 2026\n\nName|Cost\n{rule}\nRoad|5 m\n").text.endswith(
        "\n‣ Name: Road; Cost: 5 m\n"
    )


def test_a_text_without_a_table_is_kept_as_it_is(only):
    text = "# Plan\n\nDate: 3 March 2026\n\n* We will |open| it.\n\n| not a table |\n"
    assert only("plan.txt", text).text == text


@pytest.mark.parametrize(
    ("rows", "lines"),
    [
        ([["Name", "Cost"], ["Road", "5 m"], ["Rail", ""]], ["‣ Name: Road; Cost: 5 m", "‣ Name: Rail"]),
        ([["Task", "Who"], ["Call the mayor", "Orr"]], ["‣ Action: Orr to call the mayor."]),
        ([["Task", "Who", "When"], ["Call", "", "May"], ["", "", ""]], ["‣ Call May"]),
        ([["One cell"]], ["One cell"]),
        ([["a", "b"]], ["a", "b"]),
        ([], []),
        ([["Name", ""], ["Orr", "chair"]], ["‣ Name: Orr; chair"]),
        ([["Action", "Lead"], ["Open", "Orr", "more"]], ["‣ Action: Orr to open."]),
    ],
)  # fmt: skip
def test_tables_become_lines(rows, lines):
    assert read_rows(rows) == lines


CSV = """id,date,title,publisher,link,body
a,2026-03-03,Bridge,Works,https://works.example/a,"We will open it,
by 30 June 2026."
,,,,,
b,,Road,Works,,We will.
c,3 March 2026,'=Sum,Works,,'=We will open '=it.
d,2026-03-03,Short
"""


def test_a_row_is_an_announcement_and_a_bad_one_stops_no_other(readings):
    first, no_day, defused, short = readings("all.csv", CSV)
    assert first.text == "We will open it,\nby 30 June 2026."
    assert (first.id, first.title, first.publisher, first.url) == ("a", "Bridge", "Works", "https://works.example/a")
    assert (first.announced_on.isoformat(), first.date_source) == ("2026-03-03", DateSource.METADATA)
    assert isinstance(no_day, InputError)
    assert "all.csv:4: no publication date found" in str(no_day)
    assert (defused.title, defused.text, defused.announced_on.isoformat()) == (
        "=Sum",
        "=We will open '=it.",
        "2026-03-03",
    )
    assert "all.csv:6: is empty" in str(short)


def test_semicolons_and_tabs_part_columns_too(only):
    assert only("a.csv", "text;date\nWe will, soon.;2026-03-03\n").text == "We will, soon."
    assert only("b.csv", "text\tdate\nWe will; soon.\t2026-03-03\n").text == "We will; soon."


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("", "is empty"),
        ("a,b\n1,2\n", "has no column named text"),
        ("text,date\n,\n", "has no row below its heads"),
        ("text,date\n\"We will" + "x" * 5_000_000, "is larger than 5 MB"),
        (b"text\n\xff", "is not UTF-8"),
    ],
)  # fmt: skip
def test_a_csv_that_cannot_be_used_is_refused(refusal, content, said):
    assert said in refusal("all.csv", content)
