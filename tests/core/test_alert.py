"""An alert's key and the stage that it tells of."""

from datetime import date

import pytest

from tracker.core.alert import Alert, Stage, StageKind

DAY = date(2025, 10, 17)


@pytest.mark.parametrize(
    "stage", [Stage(StageKind.AHEAD, -7, DAY), Stage(StageKind.DUE, 0, DAY), Stage(StageKind.STATUS_CHANGED, 17, DAY)]
)
def test_an_alert_knows_the_stage_that_it_tells_of(stage):
    assert Alert(1, 1, 0, stage.key, DAY, DAY).reached == stage


@pytest.mark.parametrize("key", ["", "nonsense", "due 7"])
def test_a_key_that_names_no_stage_is_refused(key):
    with pytest.raises(ValueError, match=r"stage|StageKind"):
        _ = Alert(1, 1, 0, key, DAY, DAY).reached
