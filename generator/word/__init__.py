"""Word files: templates compiled once and rendered, checked, made from a profile.

Sees views and formats, never the model. Owns docxtpl, Jinja2 and python-docx.
"""

from __future__ import annotations

from generator.word.checking import check_template
from generator.word.drift import check_format
from generator.word.maker import new_template, restyled
from generator.word.template import Template, compile_template

__all__ = [
    "Template",
    "check_format",
    "check_template",
    "compile_template",
    "new_template",
    "restyled",
]
