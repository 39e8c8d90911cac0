"""The rules of a profile that are not a size: lines, signs, words, what must be there."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.paper_format.values import Confidence, Source

if TYPE_CHECKING:
    from collections.abc import Mapping

    from generator.paper_format.values import Range

# what anyone sees who reads the paper: no regulation is needed to say so
PLAIN = Source("bản trình ký không còn dấu vết soạn thảo, không thiếu chữ", Confidence.A)


@dataclass(frozen=True, slots=True)
class Stroke:
    """A line under a component; its length is a share of the text above it.

    `object_source` is what says that it is drawn, not typed nor an underline; None where any
    will do. Papers of the kinds of `unless` may be without.
    """

    title: str
    under: str
    share: Range
    source: Source
    object_source: Source | None = None
    unless: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Required:
    """A component that every paper has, but those of the kinds of `unless`.

    Where none of `words` (small letters) is in the head block, or with `anywhere` in the whole
    document, the component is surely missing. A paper that is issued with another ("kèm theo
    Quyết định …") has none of those with `of_its_own`.
    """

    component: str
    words: tuple[str, ...]
    source: Source
    unless: tuple[str, ...] = ()
    anywhere: bool = False
    of_its_own: bool = False


@dataclass(frozen=True, slots=True)
class Head:
    """The head block: what is written there, the lines and the star.

    `headings` are the accepted spellings, the one we print first; `foreign` are headings of
    other papers. `star` is empty where a line stands instead of it.
    """

    headings: tuple[str, ...]
    mottoes: tuple[str, ...]
    foreign: tuple[str, ...]
    star: str
    source: Source
    star_source: Source
    strokes: Mapping[str, Stroke]
    required: tuple[Required, ...]


@dataclass(frozen=True, slots=True)
class Signing:
    """The signature block: prefixes, titles and names.

    `foreign` maps a prefix of other papers to ours. `organs` are names of organs that a
    title does not repeat, `honours` what does not stand before a name; `beside` is the word
    between two posts. `bold_alone`: a title without authority above it may be bold.
    """

    prefixes: tuple[str, ...]
    foreign: Mapping[str, str]
    organs: tuple[str, ...]
    honours: tuple[str, ...]
    source: Source
    title_source: Source
    name_source: Source
    beside: str = "kiêm"
    bold_alone: bool = True


@dataclass(frozen=True, slots=True)
class Citing:
    """The grounds (căn cứ), one a paragraph: how each begins and ends."""

    opening: str
    end: str
    last_ends: tuple[str, ...]
    source: Source


@dataclass(frozen=True, slots=True)
class Addressing:
    """Which kinds of papers say whom they are sent to under the title, and with which word.

    `others_may` where other kinds may have it too (a report that goes up).
    """

    words: Mapping[str, str]
    source: Source
    others_may: bool = False


@dataclass(frozen=True, slots=True)
class Numbering:
    """Symbols of kinds that are wrong, with the right one, and the order of points a), b)…

    `copies` are symbols that name no kind: a copy keeps the title of the original.
    `letter` is the kind that has no title of its own.
    """

    wrong_symbols: Mapping[str, str]
    copies: tuple[str, ...]
    symbol_source: Source
    points: str
    points_source: Source
    cited_source: Source | None
    letter: str = "công văn"
