"""Text for pipes."""

import io
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from tracker.core.clean import clean_line
from tracker.render.plain import align, write
from tracker.reports.table import Cell, Column, Fact, Facts, Passage, Report, Section, Table, Tally, Tone

ID, DEED = Column("id", "ID", is_number=True), Column("deed", "DEED", min_width=10)


def written(report):
    stream = io.StringIO()
    write(report, stream)
    return stream.getvalue()


def test_an_untitled_report_of_one_table_is_that_table_and_nothing_else(report_of):
    assert written(report_of([ID, DEED], (2, "open a library"), (10, "mend roads"), heading="2 deeds")) == (
        "ID  DEED\n"
        " 2  open a library\n"
        "10  mend roads\n"
    )  # fmt: skip


def test_a_titled_report_of_one_table_has_its_heading(report_of):
    report = replace(report_of([ID], (2,), heading="Deeds"), title="1 deed")
    assert written(report) == "1 deed\n\nDeeds\nID\n 2\n"


def test_a_long_text_is_neither_cut_nor_wrapped_and_pushes_its_own_row_only(report_of):
    name = "the council of the united villages of the northern valley"
    lines = written(report_of([DEED, ID], (name, 1), ("x", 2))).split("\n")
    assert lines[1] == f"{name}   1"
    assert lines[2] == f"x{' ' * 39}   2"


def test_wide_characters_line_up_by_the_cells_they_take(report_of):
    who = Column("who", "WHO")
    lines = written(report_of([who, DEED], ("国家发展", "a"), ("e\u0301", "b"))).split("\n")
    assert [cell_len(line[: line.rindex(deed)]) for line, deed in zip(lines[1:], "ab", strict=False)] == [10, 10]


def test_a_missing_value_is_a_dash_so_that_columns_can_be_counted(report_of):
    assert written(report_of([ID, DEED], (1, None), (2, "x"))) == "ID  DEED\n 1  -\n 2  x\n"


def test_columns_for_machines_and_empty_columns_are_left_out(report_of):
    assert written(report_of([ID, Column("uuid"), DEED], (1, "u-1", None))) == "ID\n 1\n"


def test_a_table_of_machine_columns_only_says_nothing():
    hidden = Section("hidden", "Hidden", Table((Column("uuid"),), ((Cell("u-1"),),)), hint="never seen")
    assert written(Report("made_up", "Title", (hidden, hidden))) == "Title\n"


def test_an_empty_table_says_so(report_of):
    assert written(report_of([ID], empty="No commitment matches.")) == "No commitment matches.\n"


def test_sections_are_divided_by_an_empty_line_and_have_their_headings():
    sections = (
        Section(
            "counts", "", Tally((Fact("late", "late", Cell(12)), Fact("none", "none", Cell(0, "")))), hint="see list"
        ),
        Section("facts", "Facts", Facts((Fact("due", "due date", Cell("soon")), Fact("by", "by", Cell("maria"))))),
        Section(
            "quote", "", Passage((Fact("a", "a", Cell("He said")), Fact("b", "b", Cell("“yes”", tone=Tone.STRONG))))
        ),
        Section("silence", "Silence", Passage((Fact("a", "a", Cell("")),))),
    )
    assert written(Report("made_up", "Title", sections)) == (
        "Title\n"
        "\n"
        "12  late\n"
        "see list\n"
        "\n"
        "Facts\n"
        "due date  soon\n"
        "by        maria\n"
        "\n"
        "He said “yes”\n"
    )  # fmt: skip


@given(st.lists(st.tuples(st.text(st.characters()), st.text(st.characters())), min_size=1, max_size=5))
def test_any_text_is_one_line_a_row_with_nothing_lost(rows):
    table = Table((Column("a", "A"), Column("b", "B")), tuple((Cell(a), Cell(b)) for a, b in rows))
    lines = written(Report("made_up", "", (Section("rows", "", table, empty="none"),))).removesuffix("\n").split("\n")
    shown = [(clean_line(a).strip(), clean_line(b).strip()) for a, b in rows]
    if any(a or b for a, b in shown):
        assert len(lines) == len(rows) + 1
        assert all(a in line and b in line for (a, b), line in zip(shown, lines[1:], strict=True))
    else:
        assert lines == ["none"]


def test_numbers_are_to_the_right():
    assert align([["1", "a"], ["10", "b"]], [True, False]) == [" 1  a", "10  b"]


def test_a_joined_passage_keeps_its_lines_and_no_other_sign():
    facts = (
        Fact("a", "a", Cell("We will:\n- ")),
        Fact("b", "b", Cell("pave\x1b it;")),
        Fact("c", "c", Cell("\n- rest")),
    )
    passage = Section("quote", "", Passage(facts, is_joined=True))
    assert written(Report("made_up", "", (passage,))) == "We will:\n- pave it;\n- rest\n"
