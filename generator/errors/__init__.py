"""What went wrong: a place, a code, the values; the sentence is made when it is printed."""

from __future__ import annotations

from generator.errors.messages import MESSAGES, sentence
from generator.errors.problem import (
    BuildError,
    GeneratorError,
    Place,
    Problem,
    Severity,
    TemplateError,
    WrongDataError,
    has_errors,
)

__all__ = [
    "MESSAGES",
    "BuildError",
    "GeneratorError",
    "Place",
    "Problem",
    "Severity",
    "TemplateError",
    "WrongDataError",
    "has_errors",
    "sentence",
]
