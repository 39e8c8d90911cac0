"""Tables to workbook bytes: canonical, no name and no clock in them. Owns XlsxWriter."""

from __future__ import annotations

from generator.excel.writing import TextTooLongError, render

__all__ = ["TextTooLongError", "render"]
