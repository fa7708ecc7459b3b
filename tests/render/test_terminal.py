"""Tables on a terminal."""

import io
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from tracker.core.clean import clean_line, is_dangerous
from tracker.core.status import Status
from tracker.core.timing import Timing
from tracker.render.terminal import WIDEST_PROSE, write
from tracker.reports.table import Cell, Column, Fact, Facts, Passage, Report, Section, Table, Tally, Tone

LIST = (
    Column("id", "ID", is_number=True),
    Column("timing", "TIMING"),
    Column("status", "STATUS"),
    Column("promisor", "PROMISOR", min_width=14),
    Column("deed", "DEED", min_width=24),
)
PROMISOR, DEED = (
    "The council of the united villages",
    "open a library in the old mill, with a reading room for children",
)


def drawn(report, width):
    stream = io.StringIO()
    write(report, stream, width)
    return stream.getvalue()


def words(text):
    return re.findall(r"[\w,-]+", text)


@pytest.mark.parametrize("width", [80, 120])
@pytest.mark.parametrize("status", [status.value.replace("_", " ") for status in Status])
@pytest.mark.parametrize("timing", [timing.value.replace("_", " ") for timing in Timing])
def test_no_word_of_status_or_timing_is_cut_or_wrapped(report_of, width, status, timing):
    text = drawn(report_of(LIST, (1234, timing, status, PROMISOR, DEED)), width)
    assert any(timing in line and status in line and "1234" in line for line in text.split("\n"))
    assert sorted(words(text)) == sorted(
        words(f"ID TIMING STATUS 1234 {timing} {status} {PROMISOR} {DEED}")
        + (["PROMISOR", "DEED"] if "PROMISOR" in text else [])
    )


def test_a_table_that_fits_is_side_by_side(report_of):
    assert drawn(report_of(LIST, (1, "overdue", "open", "The council", "mend roads")), 80) == (
        "  ID  TIMING   STATUS  PROMISOR     DEED\n"
        "   1  overdue  open    The council  mend roads\n"
    )  # fmt: skip


def test_a_table_that_does_not_fit_is_stacked(report_of):
    assert drawn(report_of(LIST, (1, "long overdue", "partly fulfilled", PROMISOR, DEED), (2, "", "", "", "")), 62) == (
        "  ID  TIMING        STATUS\n"
        "   1  long overdue  partly fulfilled\n"
        "      The council of the united villages · open a library in\n"
        "      the old mill, with a reading room for children\n"
        "   2\n"
    )  # fmt: skip


def test_long_texts_alone_are_stacked_too(report_of):
    wide = [Column("a", "A", min_width=20), Column("b", "B", min_width=20)]
    assert drawn(report_of(wide, ("a" * 20, "b" * 20)), 30) == f"  {'a' * 20} ·\n  {'b' * 20}\n"


def test_a_word_too_long_for_a_line_is_folded_and_not_cut(report_of):
    url = "https://example.org/" + "x" * 100
    assert "".join(drawn(report_of([Column("url", "URL", min_width=10)], (url,)), 40).split()) == f"URL{url}"


def test_markup_and_emoji_codes_are_printed_as_they_stand(report_of):
    text = "[bold]x[/] [/x] [link=https://example.org] :bomb: [red"
    assert text in drawn(report_of([Column("deed", "DEED", min_width=20)], (text,)), 80)


def test_headings_titles_and_hints_are_cleaned_too():
    table = Table((Column("a", "A"),), ((Cell("x"),),))
    report = Report("made_up", "ti\x1btle", (Section("rows", "he\x1bad", table, hint="hi\x1bnt"),))
    assert drawn(report, 80) == "title\n\nhead\n  A\n  x\n  hint\n"


def test_an_empty_table_says_so_or_is_left_out(report_of):
    assert drawn(report_of(LIST, heading="0 found", empty="Nothing."), 80) == "0 found\n  Nothing.\n"
    assert drawn(report_of(LIST, heading="0 found"), 80) == ""


def test_facts_counts_and_passages_are_drawn_and_empty_ones_left_out():
    sections = (
        Section("counts", "", Tally((Fact("late", "late", Cell(12)), Fact("soon", "due soon", Cell(3))))),
        Section("facts", "Facts", Facts((Fact("by", "by", Cell("maria")), Fact("due", "due date", Cell("soon"))))),
        Section("quote", "", Passage((Fact("a", "a", Cell("He said")), Fact("b", "b", Cell("“yes”"))))),
        *(Section("none", "None", body((Fact("a", "a", Cell("")),))) for body in (Tally, Facts, Passage)),
    )
    assert drawn(Report("made_up", "", sections), 80) == (
        "  12 late   3 due soon\n"
        "\n"
        "Facts\n"
        "  by        maria\n"
        "  due date  soon\n"
        "\n"
        "  He said “yes”\n"
    )  # fmt: skip


def test_running_text_is_no_wider_than_is_good_to_read():
    passage = Section("quote", "", Passage((Fact("a", "a", Cell("word " * 100)),)))
    assert max(map(len, drawn(Report("made_up", "", (passage,)), 200).split("\n"))) <= WIDEST_PROSE + 2


def test_a_terminal_has_colours_and_its_own_width(report_of, terminal_stream):
    write(report_of([Column("deed", "DEED", min_width=10)], (Cell("late " * 40, tone=Tone.ALARM),)), terminal_stream)
    assert "\x1b[1;31mlate" in terminal_stream.getvalue()
    plain = re.sub(r"\x1b\[[\d;]*m", "", terminal_stream.getvalue())
    assert 70 < max(map(len, plain.split("\n"))) <= 80


def test_no_color_leaves_no_colour(report_of, terminal_stream, monkeypatch):
    monkeypatch.setenv("NO_COLOR", "1")
    write(report_of([Column("deed", "DEED")], (Cell("late", tone=Tone.WARNING),)), terminal_stream)
    assert not re.search(r"\x1b\[[\d;]*3\d", terminal_stream.getvalue())
    assert "late" in terminal_stream.getvalue()


def test_a_file_gets_no_escape_characters(report_of):
    assert "\x1b" not in drawn(report_of([Column("deed", "DEED")], (Cell("late", tone=Tone.ALARM),)), 80)


def test_a_broken_pipe_passes_through(report_of):
    class Broken(io.StringIO):
        def write(self, _):
            raise BrokenPipeError

        def writelines(self, lines):
            for line in lines:
                self.write(line)

    with pytest.raises(BrokenPipeError):
        write(report_of([Column("deed", "DEED")], ("x",)), Broken(), 80)


@given(st.lists(st.text(st.characters()), min_size=1, max_size=4), st.integers(12, 140))
def test_any_text_fits_the_terminal_is_safe_and_loses_nothing(texts, width):
    table = Table((Column("deed", "D", min_width=8),), tuple((Cell(text),) for text in texts))
    text = drawn(Report("made_up", "", (Section("rows", "", table),)), width)
    assert not any(is_dangerous(character) for character in text if character != "\n")
    assert all(cell_len(line) <= width for line in text.split("\n"))
    kept = "".join("".join(clean_line(one).split()) for one in texts)
    assert "".join(text.split()) == (f"D{kept}" if kept else "")


@given(st.lists(st.tuples(*[st.text(st.characters(), max_size=30)] * 5), min_size=1, max_size=3), st.integers(1, 200))
def test_any_table_fits_any_terminal(rows, width):
    table = Table(LIST, tuple(tuple(map(Cell, row)) for row in rows))
    text = drawn(Report("made_up", "", (Section("rows", "", table),)), width)
    assert width < 12 or all(cell_len(line) <= width for line in text.split("\n"))
