"""The figures of extraction by kind of document, by cross-validation, and of two baselines that learn nothing."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from corpus import announcement_of
from examples import find_examples
from fitting import fit_weights, folds_of
from scorer import score

from tracker.core.conventions import PLAIN
from tracker.deadlines import find_deadlines
from tracker.extraction import extract
from tracker.extraction.blocks import find_blocks
from tracker.extraction.reading import fold
from tracker.extraction.sentences import find_sentences

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from corpus import Document

    from tracker.core.commitment import Commitment
    from tracker.core.deadline import Deadline
    from tracker.extraction import Weights

FOLDS = 5
_WILL = re.compile(r"\b(?:will|shall)\b|'ll\b", re.IGNORECASE)

Figures = dict[str, Any]


def figures_of(documents: Sequence[Document], predict: Callable[[Document], Document]) -> Figures:
    """The scorer's figures of what is predicted of each document."""
    return score(documents, [predict(one) for one in documents])


def cross_validated(documents: Sequence[Document]) -> dict[str, Document]:
    """What is extracted from each document, by its id, with weights fitted on the documents of the other folds."""
    examples = {one["id"]: list(find_examples(one)) for one in documents}
    found: dict[str, Document] = {}
    for held in folds_of([one["id"] for one in documents], FOLDS):
        unseen = {documents[number]["id"] for number in held}
        seen = [example for one in documents if one["id"] not in unseen for example in examples[one["id"]]]
        weights = fit_weights(seen, "a fold")
        found |= {documents[number]["id"]: extracted(documents[number], weights) for number in held}
    return found


def extracted(document: Document, weights: Weights) -> Document:
    """What extraction finds in a document, as the scorer reads it."""
    found = extract(announcement_of(document), PLAIN, weights)
    return {"id": document["id"], "commitments": [_as_predicted(one) for one in found.commitments]}


def _as_predicted(one: Commitment) -> dict[str, object]:
    return {
        "sentence": one.sentence,
        "promisor": one.promisor.name,
        "deed": one.deed,
        "band": one.band.value,
        "deadline": _as_deadline(one.deadline),
    }


def _as_deadline(found: Deadline | None) -> dict[str, object] | None:
    if found is None:
        return None
    return {"words": found.words, "kind": found.kind.value, "due": found.due.isoformat() if found.due else None}


def will_or_shall(document: Document) -> Document:
    """The first baseline: every sentence that says will or shall, with its first due date."""
    return _taken(document, lambda sentence: bool(_WILL.search(sentence)))


def every_sentence(document: Document) -> Document:
    """The second baseline: every sentence, with its first due date."""
    return _taken(document, lambda _sentence: True)


def _taken(document: Document, is_taken: Callable[[str], bool]) -> Document:
    announcement = announcement_of(document)
    commitments = []
    for sentence in _sentences(announcement.text):
        if is_taken(sentence):
            due = next((found for found in find_deadlines(sentence, announcement.announced_on) if found.due), None)
            commitments.append({"sentence": sentence, "promisor": "", "deed": "", "deadline": _as_deadline(due)})
    return {"id": document["id"], "commitments": commitments}


def _sentences(text: str) -> Iterator[str]:
    folded = fold(text)
    return (span.of(text) for block in find_blocks(text) for span in find_sentences(folded, block.span))


def table(rows: Mapping[str, tuple[int, Figures]]) -> str:
    """Figures in a Markdown table: a row for each kind of document, with how many there are."""
    head = (
        "| documents | found P | R | F1 | dated P | R | F1 | recall with review | in review, each | promisor | traps |",
        "|---|" + "--:|" * 10,
    )
    return "\n".join((*head, *(f"| {name} ({count}) | {_cells(one)} |" for name, (count, one) in rows.items())))


def _cells(one: Figures) -> str:
    found, dated = one["found"], one["dated"]
    values = (
        *(found["precision"], found["recall"], found["f1"]),
        *(dated["precision"], dated["recall"], dated["f1"]),
        *(one["review"]["recall"], one["review"]["size"], one["promisor"]["right"], one["traps"]["hit"]),
    )
    return " | ".join(f"{value:.3f}" for value in values)
