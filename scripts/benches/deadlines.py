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
ANNOUNCEMENTS = [ROOT / "tests" / "corpus" / f"{name}.jsonl" for name in ("announcements", "hard", "long")]
RIVALS = {"dateparser": "dateparser", "date_wrangler": "date-wrangler", "parsedatetime": "parsedatetime",
          "metadate": "metadate", "duckling": "pyduckling-native-phihos"}  # fmt: skip
SHARE = 5
"""Of so many sentences of press text one holds a deadline."""
MEGABYTE = 1_000_000
NEAR_MATCHES = (
    "a", "a ", "a day ", "by ", "by the end of the ", "from 1 to ", "within ", "within 30 ", "3/", "1 ", "1-", "12, ",
    "may ", "may, ", "not before ", "not a ", "once a ", "after a ", "every ", "half a ", "30 days of ", "in the ",
    "the first ", "2026-", "q1 ", "(1) ", "last ", "when is ", "on 3 and ", "before the meeting ", "by then ",
    "a week later ", "the eve, ", "17:00 on ", "a day from 2 ", "in the year after ", " ", "'",
)  # fmt: skip
"""What a line of a megabyte is made of: words that begin an expression and never end one."""

COUNTS = (("exact", "dated"), ("false", "undated"))
Lines = list[dict[str, Any]]
Figures = dict[str, Any]


def main(flags: list[str]) -> None:
    """Print both tables, or with `--lines` the growth of time."""
    if flags == ["--lines"]:
        measure_lines()
        return
    dated = [{**one, "sentence": one.get("sentence") or f"The new rules will take effect {one['phrase']}."}
             for one in read(PHRASES) + read(SENTENCES) if one["due"]]  # fmt: skip
    undated = [one for one in read(SENTENCES) if not one["due"]]
    announcements = announced()
    readers = found_readers()
    press = mixed([one for one in dated if "phrase" not in one], without_times(announcements, readers))
    print(
        f"{len(dated)} sentences with a due date decided by hand and {len(undated)} without one, from\n"
        "tests/deadlines/phrases.jsonl and sentences.jsonl.\n"
        f"press: {len(press)} sentences, one in {SHARE} of sentences.jsonl with a due date, as in news; the\n"
        "others of tests/corpus, and none of these readers finds a date in them.\n"
        f"announcements: all {len(announcements)} sentences of tests/corpus, full of dates, past ones among them.\n"
    )
    work = {"dated": dated, "undated": undated, "press": press, "announcements": announcements}
    show({name: run(python, name, work) for name, python in readers.items()})


def read(path: Path) -> Lines:
    """The objects of a JSONL file."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def announced() -> Lines:
    """All sentences of the annotated announcements, as they stand."""
    return [
        {"sentence": sentence, "announced_on": announcement["announced_on"], "country": None}
        for path in ANNOUNCEMENTS
        for announcement in read(path)
        for sentence in sent_tokenize(announcement["text"])
    ]


def without_times(sentences: Lines, readers: dict[str, Path]) -> Lines:
    """The sentences in which no reader finds a date."""
    found = [run(python, name, {"sentences": sentences})["found"] for name, python in readers.items()]
    return [one for one, *marks in zip(sentences, *found, strict=True) if not any(marks)]


def mixed(dated: Lines, plain: Lines) -> Lines:
    """Dated sentences, each among several plain ones."""
    count = min(len(dated), len(plain) // (SHARE - 1))
    return [one for number in range(count) for one in (dated[number], *plain[number : count * (SHARE - 1) : count])]


def found_readers() -> dict[str, Path]:
    """The readers that are installed, this grammar first, each with the Python that has it."""
    python = rivals_python()
    readers = {"tracker": Path(sys.executable)}
    for name, package in RIVALS.items():
        if is_installed(python, package):
            readers[name] = python
        else:
            print(f"left out: {name}; {package} cannot be installed for this Python")
    return readers


def run(python: Path, name: str, work: dict[str, Lines]) -> Figures:
    """The figures of one reader in a process of its own."""
    ended = subprocess.run([python, READER, name], input=json.dumps(work), capture_output=True, text=True, check=True)
    figures: Figures = json.loads(ended.stdout)
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


def show(results: dict[str, Figures]) -> None:
    """One line a reader: what it reads rightly and wrongly, how fast, and how many times slower than this grammar."""
    ours = results["tracker"]
    print(f"{'':14}{'due exact':>13}{'false dates':>14}{'sentences per CPU-second: press, announcements':>60}")
    for name, one in results.items():
        speeds = "".join(f"{one[text]:12,.0f} ({ours[text] / one[text]:5.1f}x)" for text in ("press", "announcements"))
        exact, false = (f"{one[part]:.0f} of {one[whole]:.0f}" for part, whole in COUNTS)
        print(f"{name:14}{exact:>13}{false:>14}{speeds:>60}")


def measure_lines() -> None:
    """How long a line of near-matches takes, and how much longer one of twice the length."""
    said_on = date(2025, 9, 17)
    print(f"{'line of 1 MB':24}{'seconds':>9}{'time(2n)/time(n)':>19}")
    for piece in NEAR_MATCHES:
        half, whole = (seconds_for((piece * (size // len(piece))), said_on) for size in (MEGABYTE // 2, MEGABYTE))
        print(f"{piece!r:24}{whole:9.2f}{whole / half:19.1f}")


def seconds_for(text: str, said_on: date) -> float:
    """CPU seconds that one text takes, the better of two tries."""
    best = float("inf")
    for _ in range(2):
        start = process_time()
        find_deadlines(text, said_on)
        best = min(best, process_time() - start)
    return best


if __name__ == "__main__":
    main(sys.argv[1:])
