"""From a round, and what its units sent back, to the bytes of its papers."""

from __future__ import annotations

from generator.making.copies import is_of_results, title_of
from generator.making.placing import placed
from generator.making.run import (
    congress_documents,
    refuse_input_as_output,
    round_documents,
    stock_of,
)
from generator.making.samples import findings_in_samples
from generator.making.workshop import Made, Stock

__all__ = [
    "Made",
    "Stock",
    "congress_documents",
    "findings_in_samples",
    "is_of_results",
    "placed",
    "refuse_input_as_output",
    "round_documents",
    "stock_of",
    "title_of",
]
