"""Tables to workbook bytes: canonical, no name and no clock in them. Owns XlsxWriter."""

from __future__ import annotations

from generator.excel.filling import Template, Templates, compile_template
from generator.excel.writing import TextTooLongError, is_large, render, streamed

__all__ = [
    "Template",
    "Templates",
    "TextTooLongError",
    "compile_template",
    "is_large",
    "render",
    "streamed",
]
