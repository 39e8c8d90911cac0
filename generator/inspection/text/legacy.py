"""Text of the time before Unicode: its fonts, and what it looks like in a font of today."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.errors import Severity
from generator.inspection.document.values import Piece
from generator.inspection.text.characters import of_the_character_set, places_of
from generator.inspection.text.passages import paragraphs, shown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.inspection.anatomy import Case
    from generator.inspection.document.values import Paragraph, Run
    from generator.inspection.finding import Finding

_OLD_FONT = re.compile(r"\.Vn|VNI[- ]|VK[. ]?Sans|ABC ", re.IGNORECASE)


def fonts_are_of_unicode(case: Case) -> Iterator[Finding]:
    """Nothing is written in a font of TCVN3 or VNI; one finding for each such font."""
    used: dict[str, Paragraph] = {}
    for paragraph in paragraphs(case.document):
        for run in paragraph.runs:
            if _is_old(run):
                used.setdefault(run.look.font, paragraph)
    rule = of_the_character_set(case, "text-legacy-font", Severity.ERROR)
    for font, paragraph in used.items():
        yield rule.broken(Piece(paragraph), {"font": font})


def _is_old(run: Run) -> bool:
    return bool(run.text.strip() and _OLD_FONT.match(run.look.font))


# "§¶ng Céng s¶n", "Ñaûng Coäng saûn", "Äáº£ng Cá»™ng sáº£n"
_TCVN3 = re.compile(
    "[a-zA-Z\u00a7\u00a6][\u00a8-\u00ae\u00b5-\u00be][a-zA-Z\u00b5-\u00b9]{0,9}"
    "|[\u00a7\u00ae][a-zA-Z\u00a9\u00ab\u00b5-\u00be]{1,6}"
)
_VNI = re.compile(r"[a-zA-ZñÑ]{0,6}[aeiouyAEIOUYôöÔÖ][ûäùøõïåáéúüëÛÄÙØÕÏÅÁÉÚÜË][a-zA-Z]{0,6}")
_MOJIBAKE = re.compile(
    "á»[\\S ]|áº[\\S ]|Ä[\u0090\u0091‘]|Æ[°¡]|Ã[\u00a1-\u00a3\u00a8-\u00ad\u00b2-\u00bd]"
)
_FEWEST = 3  # such words in one paragraph: one may be a name, or a sign of a paragraph (§)
_FOREIGN = re.compile("[ăĂơƠưƯđĐ\u1ea0-\u1ef9]")  # letters that neither old code shows


def text_is_in_unicode(case: Case) -> Iterator[Finding]:
    """No paragraph reads as one that was typed in an old code, or decoded wrongly."""
    broken = [one for one in paragraphs(case.document) if _broken_words(one.text)]
    if broken:
        values = {
            "count": str(len(broken)),
            "words": shown(_broken_words(broken[0].text)),
            "places": places_of(Piece(one) for one in broken),
        }
        rule = of_the_character_set(case, "text-legacy-text", Severity.ERROR)
        yield rule.broken(Piece(broken[0]), values)


def _broken_words(text: str) -> list[str]:
    """The words of a paragraph in a wrong code, or none where it speaks Vietnamese."""
    if text.isascii():
        return []
    if len(found := _MOJIBAKE.findall(text)) >= _FEWEST:
        return list(found)
    if _FOREIGN.search(text):
        return []
    several = (pattern.findall(text) for pattern in (_TCVN3, _VNI))
    return next((list(words) for words in several if len(words) >= _FEWEST), [])


CHECKS = (fonts_are_of_unicode, text_is_in_unicode)
