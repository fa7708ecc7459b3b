"""What is loaded, and when: purity and laziness beyond what the import contracts can say."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import grimp
import pytest

HEAVY = {
    "sqlalchemy",
    "alembic",
    "rich",
    "apscheduler",
    "trafilatura",
    "urllib3",
    "feedparser",
    "pypdf",
    "docx",
    "lxml",
}
PURE = ("core", "deadlines", "extraction", "followup", "reports", "registry", "errors")
LIBRARIES_OF_THE_PURE = {"dateutil", "holidays", "nupunkt"}


def loaded_by(statements: str) -> set[str]:
    """The top-level packages in a fresh Python's memory once the statements have run."""
    program = f"{statements}\nimport sys\nsys.stderr.write(' '.join(sys.modules))"
    ended = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    return {name.partition(".")[0] for name in ended.stderr.split()}


@pytest.mark.parametrize("argument", ["--help", "--version"])
def test_help_and_version_load_nothing_heavy(argument: str) -> None:
    statements = f"from tracker.cli.main import main\nassert main([{argument!r}]) == 0"
    assert not loaded_by(statements) & HEAVY


@pytest.mark.parametrize("package", PURE)
def test_a_pure_package_loads_no_library_before_it_is_used(package: str) -> None:
    """But for dateutil's arithmetic, which is as light as the standard library's."""
    assert not loaded_by(f"import tracker.{package}") & (HEAVY | LIBRARIES_OF_THE_PURE - {"dateutil"})


def test_pure_packages_know_three_libraries_and_no_other() -> None:
    graph = grimp.build_graph("tracker", include_external_packages=True)
    pure = {
        module for package in PURE for module in {f"tracker.{package}", *graph.find_descendants(f"tracker.{package}")}
    }
    imported = {name for module in pure for name in graph.find_modules_directly_imported_by(module)}
    outside = {name for name in imported if not name.startswith("tracker.")}
    assert outside - sys.stdlib_module_names <= LIBRARIES_OF_THE_PURE


def imported(tree: ast.AST) -> set[str]:
    """The modules that a file imports, by their whole names."""
    plain = {alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names}
    named = [node for node in ast.walk(tree) if isinstance(node, ast.ImportFrom) and node.module]
    return plain | {f"{node.module}.{alias.name}" for node in named for alias in node.names}


def test_only_the_net_opens_urls() -> None:
    """The import contracts know packages and not the modules in them, and much else of urllib is needed everywhere."""
    tracker = Path(__file__).parents[2] / "tracker"
    openers = ("http.client", "urllib.request", "ftplib", "requests")
    opening = {
        path.relative_to(tracker).parts[0]
        for path in tracker.rglob("*.py")
        if any(name.startswith(openers) for name in imported(ast.parse(path.read_text(encoding="utf-8"))))
    }
    assert opening == {"net"}
