"""Characters that print as Vietnamese but are not: the form, the unseen, the look-alikes."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import replace
from typing import TYPE_CHECKING

from generator.errors import Severity
from generator.inspection.document.values import Piece
from generator.inspection.finding import Property, Remedy
from generator.inspection.text.passages import MOST_SHOWN, Rule, paragraphs, passages, shown
from generator.inspection.text.spelling import is_syllable
from generator.paper_format import Confidence, ProfileCode, Source

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from generator.inspection.anatomy import Case
    from generator.inspection.finding import Finding
    from generator.inspection.text.passages import Passage

_PARTY = Source(
    "bộ mã Unicode TCVN 6909:2001 (05-HD/VPTW, mục IV.1, theo những người có văn bản)",
    Confidence.B,
)
_STATE = Source(
    "bộ mã Unicode TCVN 6909:2001 (Nghị định 30/2020/NĐ-CP, Phụ lục I, mục I)", Confidence.A
)
_ONE_FORM = Source(
    "Unicode dạng dựng sẵn (NFC): khuyến nghị của W3C; TCVN 6909:2001 cho cả hai dạng",
    Confidence.C,
)
_NOT_NFC = Rule("text-not-nfc", _ONE_FORM)


def of_the_character_set(case: Case, code: str, most: Severity = Severity.WARNING) -> Rule:
    """A rule that rests on the character set of the profile."""
    state = case.profile.code == ProfileCode.STATE_ND30
    return Rule(code, _STATE if state else _PARTY, most)


def places_of(pieces: Iterable[Piece]) -> str:
    """Where the pieces are, the first few."""
    spots = list(dict.fromkeys(str(one.paragraph.spot) for one in pieces))
    return "; ".join(spots[:MOST_SHOWN]) + ("; …" if len(spots) > MOST_SHOWN else "")


def letters_are_in_one_form(case: Case) -> Iterator[Finding]:
    """Letters and their marks are one character each; one finding, a remedy for each place."""
    apart = [
        Piece(one)
        for one in paragraphs(case.document)
        if not unicodedata.is_normalized("NFC", one.text)
    ]
    if apart:
        values = {"count": str(len(apart)), "places": places_of(apart)}
        remedies = tuple(Remedy(Property.NORMAL_FORM, piece=one) for one in apart)
        yield replace(_NOT_NFC.broken(apart[0], values), remedies=remedies)


_INVISIBLE = re.compile(
    "[\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff"
    "\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]"
)
_PRIVATE = re.compile("[\ue000-\uf8ff\U000f0000-\U0010fffd]")
_SYMBOL_FONTS = ("symbol", "webdings", "wingdings", "marlett", "mt extra")


def nothing_is_invisible(case: Case) -> Iterator[Finding]:
    """No character of no width, no control, no turning of the direction of writing."""
    found = [
        (Piece(one, at.start(), at.end()), at[0])
        for one in paragraphs(case.document)
        for at in _INVISIBLE.finditer(one.text)
    ]
    yield from _of_characters(of_the_character_set(case, "text-invisible"), found)


def nothing_is_private(case: Case) -> Iterator[Finding]:
    """No character that only one font knows; signs of symbol fonts are known to Word."""
    found = [
        (Piece(one), at[0])
        for one in paragraphs(case.document)
        for run in one.runs
        if not run.look.font.lower().startswith(_SYMBOL_FONTS)
        for at in _PRIVATE.finditer(run.text)
    ]
    yield from _of_characters(of_the_character_set(case, "text-private-use"), found)


def _of_characters(rule: Rule, found: Sequence[tuple[Piece, str]]) -> Iterator[Finding]:
    """One finding for all, with the numbers of the characters."""
    if found:
        numbers = dict.fromkeys(f"U+{ord(one):04X}" for _, one in found)
        values = {
            "count": str(len(found)),
            "characters": ", ".join([*numbers][:MOST_SHOWN]),
            "places": places_of(piece for piece, _ in found),
        }
        yield rule.broken(found[0][0], values)


_OF_DD = str.maketrans("ÐƉðɖǍǎ", "ĐĐđđĂă")
_CYRILLIC_GREEK = str.maketrans(
    "аеорсухіјѕһԁАВЕЅІЈКМНОРСТУХҺΑΒΕΖΗΙΚΜΝΟΡΤΥΧο", "aeopcyxijshdABESIJKMHOPCTYXhABEZHIKMNOPTYXo"
)
_ALIKE = str.maketrans({**_OF_DD, **_CYRILLIC_GREEK})
_WORD = re.compile(r"[^\W\d_]+")
_OTHER_SCRIPT = re.compile("[\u0370-\u03ff\u0400-\u052f]")
_FOREIGN_D = re.compile("[ÐƉðɖǍǎ]")
_SHORT_FORM = 6  # letters of an abbreviation: QĐ/TU, UBKTTW


def letters_are_vietnamese(case: Case) -> Iterator[Finding]:
    """Đ is Đ, not a letter of Iceland; no word has a letter of Cyrillic or Greek in it."""
    wrong = [
        (passage.piece(at.start(), at.end()), at[0])
        for passage in passages(case.document)
        for at in _strange_words(passage)
    ]
    if wrong:
        words = [f"{word} → {word.translate(_ALIKE)}" for _, word in wrong]
        values = {
            "count": str(len(wrong)),
            "words": shown(words),
            "places": places_of(piece for piece, _ in wrong),
        }
        yield of_the_character_set(case, "text-look-alike").broken(wrong[0][0], values)


def _strange_words(passage: Passage) -> Iterator[re.Match[str]]:
    """The words that only look Vietnamese."""
    if not (_FOREIGN_D.search(passage.text) or _OTHER_SCRIPT.search(passage.text)):
        return
    foreign = _speaks_another_script(passage.text)
    for found in _WORD.finditer(passage.text):
        if _is_disguised(found[0], foreign=foreign):
            yield found


def _speaks_another_script(text: str) -> bool:
    """Whether it is really Greek or Russian: it has letters that look like no Latin one."""
    return any(_OTHER_SCRIPT.match(one) for one in text.translate(_ALIKE))


def _is_disguised(word: str, *, foreign: bool) -> bool:
    if _FOREIGN_D.search(word):
        plain = word.translate(_ALIKE)
        return is_syllable(plain) or (plain.isupper() and len(plain) <= _SHORT_FORM)
    strange = _OTHER_SCRIPT.findall(word)
    if not strange or len(word) == 1:
        return False
    plain = word.translate(_ALIKE)
    return not _OTHER_SCRIPT.search(plain) and (len(strange) < len(word) or not foreign)


_LOOSE = re.compile("[a-zA-ZđĐ\u00c0-\u1ef9][\u0300-\u036f]+")


def marks_sit_on_their_letters(case: Case) -> Iterator[Finding]:
    """A mark that no letter takes: on a consonant, or one too many on a vowel."""
    rule = of_the_character_set(case, "text-loose-mark")
    loose = [
        (passage.piece(at.start(), at.end()), at[0])
        for passage in passages(case.document)
        for at in _LOOSE.finditer(passage.text)
    ]
    if loose:
        values = {
            "count": str(len(loose)),
            "letters": shown(letters for _, letters in loose),
            "places": places_of(piece for piece, _ in loose),
        }
        yield rule.broken(loose[0][0], values)


CHECKS = (
    letters_are_in_one_form,
    nothing_is_invisible,
    nothing_is_private,
    letters_are_vietnamese,
    marks_sit_on_their_letters,
)
