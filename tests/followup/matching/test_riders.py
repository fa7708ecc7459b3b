"""What rides along with a deed, a price or a condition: no report of the deed needs to repeat it."""

import pytest


@pytest.mark.parametrize(
    "rider",
    [
        "at a cost not exceeding £38,000",
        "in line with its new master plan for the old town",
        "as part of the flood defence programme",
        "subject to the consent of the county",
        "in partnership with Varn Housing and two charities",
    ],
)
def test_what_only_rides_along_with_a_deed_need_not_be_reported(told_of, rider):
    said = f"The council will restore the Eastgate town wall {rider} by 30 September 2025."
    assert told_of(said, "Elsin Council restored the Eastgate town wall on Monday.") == ("done", "2025-09-01")
    assert told_of(said, "Elsin Council restored the Westgate town wall on Monday.") is None
    assert told_of(f"The council will plant trees {rider} by May 2026.", "Elsin Council planted trees.") is None
