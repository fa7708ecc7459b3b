"""Periods that the settings give a name."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from tracker.config import Settings, load_settings
from tracker.core.calendar import Period
from tracker.errors import ConfigError

if TYPE_CHECKING:
    from pathlib import Path


def loaded(folder: Path, text: str) -> Settings:
    file = folder / "settings.toml"
    file.write_text(text, encoding="utf-8")
    return load_settings(file, {})


def test_a_period_has_a_name_of_its_own(tmp_path: Path) -> None:
    settings = loaded(tmp_path, '[days]\n"COP31" = [2026-11-09, "2026-11-20"]\n"Founding Day" = 2026-08-14\n')
    named = {one.name: one.period for one in settings.conventions_for("anybody").named_days}
    assert named == {
        "COP31": Period(date(2026, 11, 9), date(2026, 11, 20)),
        "Founding Day": Period(date(2026, 8, 14), date(2026, 8, 14)),
    }


@pytest.mark.parametrize("value", ["[2026-11-20, 2026-11-09]", "[2026-11-09]", '"soon"', "12"])
def test_a_period_that_is_none_is_refused_by_its_name(tmp_path: Path, value: str) -> None:
    with pytest.raises(ConfigError, match=r'days\."COP31" is'):
        loaded(tmp_path, f'[days]\n"COP31" = {value}\n')
