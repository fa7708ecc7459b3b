"""Numbers in Prometheus' text format, version 0.0.4: for each metric its help, its kind and a line a sample."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

CONTENT_TYPE = "text/plain; version=0.0.4; charset=utf-8"
_IN_HELP = str.maketrans({"\\": r"\\", "\n": r"\n"})
_IN_LABELS = str.maketrans({"\\": r"\\", "\n": r"\n", '"': r"\""})


@dataclass(frozen=True, slots=True)
class Metric:
    """A number, or one for each value of a label.

    kind       "gauge", or "counter" for what only rises
    label      what its samples differ in; empty: there is one sample, under ""
    samples    the numbers by the label's value; instants are seconds since 1970 UTC
    """

    name: str
    kind: str
    help: str
    samples: Mapping[str, float]
    label: str = ""


def written(metrics: Iterable[Metric]) -> str:
    """All of them as Prometheus reads them."""
    return "".join(line + "\n" for metric in metrics for line in _lines(metric))


def _lines(metric: Metric) -> Iterable[str]:
    yield f"# HELP {metric.name} {metric.help.translate(_IN_HELP)}"
    yield f"# TYPE {metric.name} {metric.kind}"
    for value, number in metric.samples.items():
        label = f'{{{metric.label}="{value.translate(_IN_LABELS)}"}}' if metric.label else ""
        yield f"{metric.name}{label} {number:.17g}"
