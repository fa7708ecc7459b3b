"""How the cells of a terminal are shared out."""

from hypothesis import given
from hypothesis import strategies as st

from tracker.render.columns import share_out
from tracker.render.layout import GAP
from tracker.reports.table import Column

FIXED, LONG = Column("id", "ID"), Column("deed", "DEED", min_width=10)


def test_every_column_has_its_natural_width_where_there_is_room():
    assert share_out([FIXED, LONG], [4, 30], 80) == [4, 30]


def test_the_columns_that_may_be_wrapped_share_what_is_left():
    assert share_out([FIXED, LONG, LONG], [4, 50, 90], 48) == [4, 16, 23]


def test_a_column_shorter_than_its_least_width_takes_no_more_than_it_needs():
    assert share_out([FIXED, LONG], [4, 6], 12) == [4, 6]


def test_there_is_no_sharing_below_the_least_widths():
    assert share_out([FIXED, LONG], [4, 50], 4 + GAP + 10) == [4, 10]
    assert share_out([FIXED, LONG], [4, 50], 4 + GAP + 9) is None


@given(
    st.lists(st.tuples(st.integers(0, 60), st.sampled_from([0, 5, 20])), min_size=1, max_size=8), st.integers(1, 200)
)
def test_shared_widths_fit_and_no_fixed_column_loses_a_cell(shapes, width):
    naturals = [natural for natural, _ in shapes]
    columns = [Column("c", "C", min_width=least) for _, least in shapes]
    widths = share_out(columns, naturals, width)
    if widths is not None:
        assert sum(widths) + GAP * (len(widths) - 1) <= width
        assert all(given <= natural for given, natural in zip(widths, naturals, strict=True))
        assert all(
            given == natural if not column.min_width else given >= min(natural, column.min_width)
            for column, given, natural in zip(columns, widths, naturals, strict=True)
        )
