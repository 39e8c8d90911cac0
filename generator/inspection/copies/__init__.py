"""Copies of a person's document: with what was found written in it, or with it put right.

The document itself is only read. `annotated` writes Word comments, `fixed` applies remedies,
`losses` says what neither copy keeps of the document.
"""

from generator.inspection.copies.annotating import annotated
from generator.inspection.copies.fixing import fixed
from generator.inspection.copies.guarding import losses
from generator.inspection.copies.values import AUTHOR, Change, Fixed, Note

__all__ = ["AUTHOR", "Change", "Fixed", "Note", "annotated", "fixed", "losses"]
