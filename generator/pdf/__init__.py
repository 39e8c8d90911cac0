"""LibreOffice, found, run, checked: it exits 0 also where it made nothing.

`convert` turns files into PDF/A, a few at a time in memory; `converted` does the same with
documents that are bytes; `pictures` draws the pages of a PDF.
"""

from __future__ import annotations

from generator.pdf.converting import Converted, convert, converted
from generator.pdf.fonts import summed
from generator.pdf.pictures import pictures
from generator.pdf.programs import MissingProgramError, find_pdftoppm, find_soffice

SUFFIXES = (".docx", ".xlsx")  # what is made into a PDF

__all__ = [
    "SUFFIXES",
    "Converted",
    "MissingProgramError",
    "convert",
    "converted",
    "find_pdftoppm",
    "find_soffice",
    "pictures",
    "summed",
]
