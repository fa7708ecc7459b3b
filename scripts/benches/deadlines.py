"""How exact and how fast the grammar of deadlines is, beside other readers of dates, on the same sentences.

Each reader runs in a process of its own, the others in `.venv-bench`, which this program makes from the extra `bench`.
What cannot be installed is left out, and said so. `--lines` measures instead how time grows with a text's length.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tomllib
from datetime import date
from pathlib import Path
from time import process_time
from typing import Any

from nupunkt import sent_tokenize

from tracker.deadlines import find_deadlines

ROOT = Path(__file__).parents[2]
READER = Path(__file__).with_name("deadline_readers.py")
VENV = ROOT / ".venv-bench"
PHRASES = ROOT / "tests" / "deadlines" / "phrases.jsonl"
SENTENCES = ROOT / "tests" / "deadlines" / "sentences.jsonl"
ANNOUNCEMENTS = [ROOT / "tests" / "corpus" / f"{name}.jsonl" for name in ("announcements", "long")]
RIVALS = {"dateparser": "dateparser", "date_wrangler": "date-wrangler", "parsedatetime": "parsedatetime",
          "metadate": "metadate", "duckling": "pyduckling-native-phihos"}  # fmt: skip
SHARE = 5
"""Of so many sentences of press text one holds a deadline."""
MEGABYTE = 1_000_000
NEAR_MATCHES = (
    "a", "a ", "a day ", "by ", "by the end of the ", "from 1 to ", "within ", "within 30 ", "3/", "1 ", "1-", "12, ",
    "may ", "may, ", "not before ", "not a ", "once a ", "after a ", "every ", "half a ", "30 days of ", "in the ",
    "the first ", "2026-", "q1 ", "(1) ", "last ", "when is ", "on 3 and ", "before the meeting ", " ", "'",
)  # fmt: skip
"""What a line of a megabyte is made of: words that begin an expression and never end one."""

Lines = list[dict[str, Any]]


def main(flags: list[str]) -> None:
    """Print both tables, or with `--lines` the growth of time."""
    if flags == ["--lines"]:
        measure_lines()
        return
    dated = [{**one, "sentence": one.get("sentence") or f"The new rules will take effect {one['phrase']}."}
             for one in read(PHRASES) + read(SENTENCES) if one["due"]]  # fmt: skip
    undated = [one for one in read(SENTENCES) if not one["due"]]
    press = mixed([one for one in dated if "phrase" not in one])
    told = (
        f"{len(dated)} sentences with a due date decided by hand, {len(undated)} without one "
        f"(tests/deadlines/phrases.jsonl and sentences.jsonl);\n"
        f"speed on {len(press)} sentences of press text, one in {SHARE} of them with a deadline "
        "(sentences.jsonl, the rest from tests/corpus)\n"
    )
    print(told)
    work = json.dumps({"dated": dated, "undated": undated, "press": press})
    show({name: result for name, result in run_all(work).items() if result})


def read(path: Path) -> Lines:
    """The objects of a JSONL file."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def mixed(dated: Lines) -> Lines:
    """Dated sentences among others of the annotated announcements in which no deadline is annotated."""
    plain = [
        {"sentence": sentence, "announced_on": announcement["announced_on"], "country": None}
        for path in ANNOUNCEMENTS
        for announcement in read(path)
        for sentence in sent_tokenize(announcement["text"])
        if not any(one["deadline"] and one["deadline"] in sentence for one in announcement["commitments"])
    ]
    count = min(len(dated), len(plain) // (SHARE - 1))
    rest = plain[: count * (SHARE - 1)]
    return [one for number in range(count) for one in (dated[number], *rest[number::count])]


def run_all(work: str) -> dict[str, dict[str, float] | None]:
    """What each reader came to, this grammar first; None for one that is left out."""
    results = {"tracker": run(Path(sys.executable), "tracker", work)}
    python = rivals_python()
    for name, package in RIVALS.items():
        results[name] = run(python, name, work) if is_installed(python, package) else None
        if results[name] is None:
            print(f"left out: {name}; {package} cannot be installed for this Python")
    return results


def run(python: Path, name: str, work: str) -> dict[str, float]:
    """The figures of one reader in a process of its own."""
    ended = subprocess.run([python, READER, name], input=work, capture_output=True, text=True, check=True)
    figures: dict[str, float] = json.loads(ended.stdout)
    return figures


def rivals_python() -> Path:
    """The Python of an environment with all of the extra `bench` that can be installed."""
    python = VENV / "bin" / "python"
    if not python.exists():
        subprocess.run([sys.executable, "-m", "venv", VENV], check=True)
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    wanted = project["optional-dependencies"]["bench"]
    note = VENV / "installed"
    if note.exists() and note.read_text(encoding="utf-8") == repr(wanted):
        return python
    for requirement in wanted:
        pip = [python, "-m", "pip", "--quiet", "--quiet", "--disable-pip-version-check", "install", requirement]
        subprocess.run(pip, check=False)
    note.write_text(repr(wanted), encoding="utf-8")
    return python


def is_installed(python: Path, package: str) -> bool:
    """True where an environment holds a package."""
    return subprocess.run([python, "-m", "pip", "show", "--quiet", package], capture_output=True).returncode == 0


def show(results: dict[str, dict[str, float]]) -> None:
    """One line a reader: what it reads rightly and wrongly, how fast, and how many times slower than this grammar."""
    ours = results["tracker"]["speed"]
    print(f"{'reader':15}{'due exact':>11}{'of':>5}{'false':>7}{'of':>5}{'sentences/s':>13}{'ours is':>10}")
    for name, one in results.items():
        print(
            f"{name:15}{one['exact']:11.0f}{one['dated']:5.0f}{one['false']:7.0f}{one['undated']:5.0f}"
            f"{one['speed']:13,.0f}{ours / one['speed']:9.1f}x"
        )


def measure_lines() -> None:
    """How long a line of near-matches takes, and how much longer one of twice the length."""
    said_on = date(2025, 9, 17)
    print(f"{'line of 1 MB':24}{'seconds':>9}{'time(2n)/time(n)':>19}")
    for piece in NEAR_MATCHES:
        half, whole = (seconds_for((piece * (size // len(piece))), said_on) for size in (MEGABYTE // 2, MEGABYTE))
        print(f"{piece!r:24}{whole:9.2f}{whole / half:19.1f}")


def seconds_for(text: str, said_on: date) -> float:
    """CPU seconds that one text takes, the best of three."""
    best = float("inf")
    for _ in range(3):
        start = process_time()
        find_deadlines(text, said_on)
        best = min(best, process_time() - start)
    return best


if __name__ == "__main__":
    main(sys.argv[1:])
