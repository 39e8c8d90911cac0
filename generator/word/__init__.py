"""Word files: templates compiled once and rendered, checked, made from a profile.

Sees views and formats, never the model. Owns docxtpl, Jinja2 and python-docx.
"""

from __future__ import annotations

from generator.word.checking import check_template
from generator.word.drift import check_format
from generator.word.filling import Filled, fill, filled
from generator.word.maker import new_template, restyled
from generator.word.template import Template, compile_template
from generator.word.words import mark_of, words_of

__all__ = [
    "Filled",
    "Template",
    "check_format",
    "check_template",
    "compile_template",
    "fill",
    "filled",
    "mark_of",
    "new_template",
    "restyled",
    "words_of",
]
