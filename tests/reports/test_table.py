"""The values that every report is made of."""

from datetime import date

import pytest

from tracker.reports.table import Cell, Column, Report, Table


@pytest.mark.parametrize(
    ("cell", "shown"),
    [
        (Cell(None), ""),
        (Cell(date(2026, 1, 2)), "2026-01-02"),
        (Cell(-7), "-7"),
        (Cell(("b", "a")), "b, a"),
        (Cell(None, "unknown"), "unknown"),
        (Cell("kept for machines", ""), ""),
    ],
)
def test_a_cell_is_shown_as_its_text_or_else_its_value(cell, shown):
    assert cell.shown == shown


def test_a_row_needs_a_cell_for_every_column():
    with pytest.raises(ValueError, match="row 1 has 2 cells for 1 columns"):
        Table((Column("id"),), ((Cell(1),), (Cell(1), Cell(2))))


def test_a_report_is_known_by_its_name_and_version():
    assert Report("list", "", ()).schema == "tracker.list/1"
    assert Report("list", "", (), version=2).schema == "tracker.list/2"
