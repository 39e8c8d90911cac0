"""Writing: each file whole, beside its place, then in it; never over a person's change.

A manifest in the folder says what was made from what. A file whose bytes are not those that the
manifest knows is a person's: the new version goes beside it. One run at a time has the folder.
A file is up to date when its bytes are those that were written, and it would be made from the
same things: the program's version, the template, the values that it prints.
"""

from __future__ import annotations

from generator.output.files import File, fingerprint, unwritable, write_beside, write_new
from generator.output.manifest import JOURNAL, MANIFEST
from generator.output.stored import Stored
from generator.output.writing import LOCK, Outcome, Output, opened, write

__all__ = [
    "JOURNAL",
    "LOCK",
    "MANIFEST",
    "File",
    "Outcome",
    "Output",
    "Stored",
    "fingerprint",
    "opened",
    "unwritable",
    "write",
    "write_beside",
    "write_new",
]
