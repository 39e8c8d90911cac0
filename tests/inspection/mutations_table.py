"""All mutations, in the order in which a paper is read."""

from __future__ import annotations

import mutations_of_layout as layout
import mutations_of_text as text
import mutations_of_words as said

MUTATIONS = (
    *layout.PAGE,
    *layout.SIZES,
    *layout.LOOKS,
    *layout.HEAD,
    *said.NUMBER,
    *said.DAY,
    *said.TITLES,
    *said.LETTERS,
    *said.TEXT,
    *said.CLOSING,
    *said.NUMBERS,
    *said.APPENDICES,
    *said.WORK,
    *text.CHARACTERS,
    *text.SPELLING,
    *text.DATES,
    *text.NUMBERS,
)
