"""Every registered name loads, and every file of a folder that is found through a registry stands in it."""

from __future__ import annotations

import ast
from importlib import import_module
from pathlib import Path

import pytest

from tracker.channels import CHANNELS
from tracker.cli.commands import COMMANDS
from tracker.deadlines.english import RULES
from tracker.deadlines.languages import LANGUAGES
from tracker.extraction.english.cues.registry import CUES
from tracker.extraction.english.guards.registry import GUARDS
from tracker.readers import READERS
from tracker.registry import load
from tracker.render import FORMATS

TRACKER = Path(__file__).parents[2] / "tracker"
TARGETS = {
    "cli/commands": [entry.target for entry in COMMANDS.values()],
    "deadlines": list(LANGUAGES.values()),
    "readers": list(READERS.values()),
    "render": list(FORMATS.values()),
    "channels": list(CHANNELS.values()),
}
OBJECTS = {
    ("deadlines/english", "FAMILY"): RULES,
    ("extraction/english/cues", "CUE"): CUES,
    ("extraction/english/guards", "GUARD"): GUARDS,
}


def modules_with(folder: str, name: str) -> set[str]:
    """The modules of a folder that define a name at their top."""
    return {
        f"tracker.{folder.replace('/', '.')}.{path.stem}"
        for path in (TRACKER / folder).glob("*.py")
        if name in defined(ast.parse(path.read_text(encoding="utf-8")))
    }


def defined(tree: ast.Module) -> set[str]:
    """The names of functions and of assigned values at a module's top."""
    functions = {node.name for node in tree.body if isinstance(node, ast.FunctionDef)}
    assigned = {ast.unparse(target) for node in tree.body if isinstance(node, ast.Assign) for target in node.targets}
    annotated = {ast.unparse(node.target) for node in tree.body if isinstance(node, ast.AnnAssign)}
    return functions | assigned | annotated


@pytest.mark.parametrize("target", [target for targets in TARGETS.values() for target in targets])
def test_every_registered_name_loads(target: str) -> None:
    assert load(target) is not None


def test_every_command_file_is_registered() -> None:
    files = {f"tracker.cli.commands.{path.stem}" for path in (TRACKER / "cli" / "commands").glob("[!_]*.py")}
    assert files == {target.partition(":")[0] for target in TARGETS["cli/commands"]}


@pytest.mark.parametrize(("folder", "name", "door"), [("readers", "read", "intake"), ("render", "write", "")])
def test_every_format_file_is_registered(folder: str, name: str, door: str) -> None:
    registered = {target.partition(":")[0] for target in TARGETS[folder]}
    assert modules_with(folder, name) - {f"tracker.{folder}.{door}"} == registered


def test_every_channel_file_is_registered() -> None:
    """A file that can make a channel from its settings, or takes over how that is done, holds one."""
    makers = {
        f"tracker.channels.{path.stem}"
        for path in (TRACKER / "channels").glob("*.py")
        if any(word in path.read_text(encoding="utf-8") for word in ("def from_settings", "(Chat):"))
    }
    assert makers - {"tracker.channels.chat"} == {target.partition(":")[0] for target in TARGETS["channels"]}


@pytest.mark.parametrize(("place", "registry"), OBJECTS.items())
def test_every_rule_cue_and_guard_is_registered_once(place: tuple[str, str], registry: tuple[object, ...]) -> None:
    written = [getattr(import_module(module), place[1]) for module in sorted(modules_with(*place))]
    assert sorted(map(id, written)) == sorted(map(id, registry))
