"""What every source file keeps to: short, excused with a reason, and with the clock in one place."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SOURCES = {
    path.relative_to(ROOT): path.read_text(encoding="utf-8")
    for folder in ("tracker", "migrations", "scripts", "tests")
    for path in sorted((ROOT / folder).rglob("*"))
    if path.suffix == ".py"
    or (not path.suffix and path.is_file() and path.read_bytes().startswith(b"#!/usr/bin/env python"))
}
EXCUSE = re.compile(r"#\s*(?:type:\s*ignore|noqa|pragma:\s*no)\b(?P<rest>.*)")
REASON = re.compile(r"(?:\[[\w, -]+\]|:\s*[A-Z]+\d+(?:,\s*[A-Z]+\d+)*|\s*(?:cover|branch))\s*[-#;]\s*\S+ \S+")
CLOCKS = {("date", "today"), ("datetime", "now"), ("datetime", "today"), ("datetime", "utcnow"), ("time", "time")}


def functions(text: str) -> list[ast.FunctionDef]:
    return [node for node in ast.walk(ast.parse(text)) if isinstance(node, ast.FunctionDef)]


def length(function: ast.FunctionDef) -> int:
    return (function.end_lineno or 0) - function.lineno + 1


def is_unexcused(line: str) -> bool:
    excuse = EXCUSE.search(line)
    return excuse is not None and REASON.match(excuse["rest"]) is None


def asks_the_clock(node: ast.AST) -> bool:
    if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)):
        return False
    return (ast.unparse(node.func.value), node.func.attr) in CLOCKS


def test_no_file_is_over_300_lines() -> None:
    assert {str(path): count for path, text in SOURCES.items() if (count := text.count("\n")) > 300} == {}


def test_no_function_is_over_50_lines() -> None:
    long = [(str(path), one.name) for path, text in SOURCES.items() for one in functions(text) if length(one) > 50]
    assert long == []


def test_every_excuse_has_its_reason_beside_it() -> None:
    bare = [(str(path), line) for path, text in SOURCES.items() for line in text.splitlines() if is_unexcused(line)]
    assert bare == []


@pytest.mark.parametrize(
    ("comment", "is_bare"),
    [
        ("noqa", True),
        ("noqa: S101", True),
        ("type: ignore[attr-defined]", True),
        ("pragma: no cover", True),
        ("noqa: S101 - the caller chose it", False),
        ("type: ignore[attr-defined]  # the stub lacks it", False),
        ("pragma: no cover - only on Windows", False),
    ],
)
def test_an_excuse_without_a_reason_is_seen(comment: str, is_bare: bool) -> None:
    assert is_unexcused(f"x = 1  # {comment}") is is_bare


def test_only_the_clock_asks_what_time_it_is() -> None:
    asking = [
        str(path)
        for path, text in SOURCES.items()
        if path.parts[0] == "tracker" and any(asks_the_clock(node) for node in ast.walk(ast.parse(text)))
    ]
    assert asking == ["tracker/clock.py"]
