"""The figures of extraction on the annotated corpus, and those of the baselines."""

from __future__ import annotations

import argparse
import sys
from importlib.resources import files
from typing import TYPE_CHECKING

from corpus import KINDS, read_held, read_kinds
from figures import FOLDS, cross_validated, every_sentence, extracted, figures_of, table, will_or_shall
from scorer import misses

from tracker.extraction import parse_weights

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from corpus import Document
    from figures import Figures

SHIPPED = files("tracker.extraction.english") / "weights.json"


def main(arguments: list[str]) -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(prog="scripts/score", description=__doc__)
    parser.add_argument("--held", action="store_true", help="score the held-back documents with the shipped weights")
    parser.add_argument("--misses", choices=KINDS, help="list what was missed, wrong or too much in a kind")
    chosen = parser.parse_args(arguments)
    if chosen.held:
        _print_held()
        return
    kinds = read_kinds()
    found = cross_validated([one for documents in kinds.values() for one in documents])
    if chosen.misses:
        for one in kinds[chosen.misses]:
            print(*misses(one, found[one["id"]]), sep="\n")
        return
    print(f"tracker, cross-validated by document in {FOLDS} folds\n")
    print(table({kind: _row(documents, lambda one: found[one["id"]]) for kind, documents in kinds.items()}))
    for name, baseline in (("every will and shall", will_or_shall), ("every sentence", every_sentence)):
        print(f"\n{name}\n")
        print(table({kind: _row(documents, baseline) for kind, documents in kinds.items()}))


def _row(documents: Sequence[Document], predict: Callable[[Document], Document]) -> tuple[int, Figures]:
    return len(documents), figures_of(documents, predict)


def _print_held() -> None:
    weights = parse_weights(SHIPPED.read_text(encoding="utf-8"))
    print("documents that nothing was fitted on, with the shipped weights\n")
    print(table({kind: _row(ones, lambda one: extracted(one, weights)) for kind, ones in read_held().items()}))


if __name__ == "__main__":
    main(sys.argv[1:])
