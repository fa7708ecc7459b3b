"""The locked requirements: complete, pinned, hashed, and of one mind."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[2]
TESTED_EXTRAS = ("dev", "postgres", "apprise", "keyring")


def pins(name: str) -> dict[str, str]:
    """Each locked distribution and its version."""
    text = (ROOT / "scripts" / name).read_text(encoding="utf-8")
    entries = re.findall(r"^([\w.-]+)==(\S+)(.*?)(?=^\w|\Z)", text, re.MULTILINE | re.DOTALL)
    assert all("--hash=sha256:" in rest for _, _, rest in entries)
    return {canonicalize_name(distribution): version for distribution, version, _ in entries}


def wanted(*extras: str) -> list[Requirement]:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    lines = [*project["dependencies"], *(line for extra in extras for line in project["optional-dependencies"][extra])]
    return [Requirement(line) for line in lines]


def test_the_locks_hold_every_requirement_of_the_project() -> None:
    for name, requirements in (("requirements.txt", wanted()), ("requirements-dev.txt", wanted(*TESTED_EXTRAS))):
        locked = pins(name)
        for requirement in requirements:
            assert requirement.specifier.contains(locked[canonicalize_name(requirement.name)])


def test_running_and_testing_take_the_same_versions() -> None:
    assert pins("requirements.txt").items() <= pins("requirements-dev.txt").items()


def test_the_locks_hold_what_an_editable_installation_is_built_with() -> None:
    assert {"hatchling", "editables"} <= pins("requirements.txt").keys()
