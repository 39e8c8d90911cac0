"""Finding the components of a document that somebody else made.

Recognition is by words, position and neighbourhood, and by the look only as one sign among
several: a wrong look is what the checks judge. Names of styles are never used.
"""

from __future__ import annotations

from generator.inspection.components.finding import anatomy_of
from generator.inspection.components.ladder import ladder_of
from generator.inspection.components.profiles import Identified, profile_of

__all__ = ["Identified", "anatomy_of", "ladder_of", "profile_of"]
