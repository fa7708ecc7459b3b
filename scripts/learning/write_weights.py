"""Fit the weights of extraction on the annotated corpus and write them to tracker/extraction/english/weights.json."""

from __future__ import annotations

import argparse
import json
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from corpus import read_kinds
from examples import find_examples
from figures import FOLDS, cross_validated, figures_of, table
from fitting import fit_weights

from tracker.extraction.score import VERSION

if TYPE_CHECKING:
    from collections.abc import Sequence

    from corpus import Document
    from figures import Figures

WEIGHTS = Path(__file__).parents[2] / "tracker" / "extraction" / "english" / "weights.json"


def main(arguments: list[str]) -> None:
    """Write the weights with the date and the figures, or print them without."""
    parser = argparse.ArgumentParser(prog="scripts/train", description=__doc__)
    parser.add_argument(
        "--print", action="store_true", help="print the weights, undated and without figures, and write nothing"
    )
    is_only_printed = parser.parse_args(arguments).print
    kinds = read_kinds()
    documents = [one for kind in kinds.values() for one in kind]
    weights = fitted(documents)
    if is_only_printed:
        print(_text(weights))
        return
    found = cross_validated(documents)
    rows = {kind: (len(ones), figures_of(ones, lambda one: found[one["id"]])) for kind, ones in kinds.items()}
    told = {
        "fitted_on": datetime.now(UTC).date().isoformat(),
        "figures": {"folds": FOLDS} | {kind: _plain(one) for kind, (_, one) in rows.items()},
    }
    WEIGHTS.write_text(_text(weights | told) + "\n", encoding="utf-8")
    print(table(rows))


def fitted(documents: Sequence[Document]) -> dict[str, object]:
    """The weights fitted on all documents, as they are written."""
    weights = fit_weights([example for one in documents for example in find_examples(one)], "")
    return {
        "version": VERSION,
        "origin": f"Fitted by scripts/train on {len(documents)} annotated announcements.",
        "bias": weights.bias,
        "bands": {"commitment": weights.commitment, "review": weights.review},
        "features": dict(sorted(weights.features.items())),
    }


def _plain(one: Figures) -> Figures:
    """The figures that are shares, to three digits."""
    return {
        name: {key: round(value, 3) for key, value in values.items()}
        for name, values in one.items()
        if name != "counts"
    }


def _text(content: dict[str, object]) -> str:
    return json.dumps(content, indent=1, ensure_ascii=False)


if __name__ == "__main__":
    main(sys.argv[1:])
