"""The page number in the middle of the header, 10 mm from the edge, not on the first page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.errors import Severity
from generator.inspection.copies.characters import set_colour, set_font, set_size, set_upright
from generator.inspection.copies.fields import (
    in_box,
    is_all,
    number_runs,
    page_number,
    page_numbers,
)
from generator.inspection.copies.furniture import shows
from generator.inspection.copies.margins import put_margins
from generator.inspection.copies.markup import (
    SECTION_ORDER,
    any_of,
    is_on,
    made,
    paragraphs,
    put,
    twips,
    w,
    written,
)
from generator.inspection.copies.spacing import set_plain
from generator.inspection.copies.values import Change
from generator.inspection.document.values import Spot

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element as Element

    from generator.inspection.copies.furniture import Furniture
    from generator.inspection.finding import Remedy

FONT, SIZE_PT, FROM_TOP_MM = "Times New Roman", 14, 10


def with_page_number(furniture: Furniture, remedy: Remedy) -> Iterator[Change]:
    """The section with its page number; `value` is the number that it begins with, or ""."""
    spot = Spot(section=remedy.section)
    said = {"section": str(remedy.section)}
    numbers = [remedy.section, *_with_the_same_foot(furniture, remedy.section)]
    if reason := next(filter(None, (_reason_against(furniture, one) for one in numbers)), ""):
        yield Change(reason, said, spot, Severity.WARNING)
        return
    if any_of([_put_right(furniture, one) for one in numbers]):
        now = {"size": written(SIZE_PT), "top": written(FROM_TOP_MM)}
        yield Change("copy-fixed-page-number", {**said, **now}, spot)
    section = furniture.sections[remedy.section - 1]
    if remedy.value and _restarted(section, int(remedy.value)):
        first = {"now": str(int(remedy.value))}
        yield Change("copy-fixed-page-restart", {**said, **first}, spot)


def _put_right(furniture: Furniture, number: int) -> bool:
    """Whether something of a section had to be put right; all three are tried."""
    steps = (_hidden_first, _placed, _moved)
    return any_of([step(furniture, number) for step in steps])


def _with_the_same_foot(furniture: Furniture, number: int) -> list[int]:
    """The other sections that lose their number when the footer of this one does."""
    numbered = [one for one in _running(furniture, number, "footer") if _numbered(one)]
    others = (one for one in range(1, len(furniture.sections) + 1) if one != number)
    return [
        one
        for one in others
        if any(root in numbered for root in _running(furniture, one, "footer"))
    ]


def _reason_against(furniture: Furniture, number: int) -> str:
    """The code of what a person must settle first, or ""."""
    kinds = ("header", "footer")
    running = [root for kind in kinds for root in _running(furniture, number, kind)]
    if any(not _is_plain(one) for root in running for one in _numbered(root)):
        return "copy-left-number-mixed"
    if number == 1 and any(not _is_plain(one) for one in _on_first(furniture)):
        return "copy-left-number-first"
    return ""


def _on_first(furniture: Furniture) -> list[Element]:
    """The paragraphs with a number that would be shown on the first page."""
    if not is_on(furniture.sections[0].find(w("titlePg"))):
        return []
    roots = (furniture.in_force(1, kind, "first") for kind in ("header", "footer"))
    return [one for root in roots if root is not None for one in _numbered(root)]


def _running(furniture: Furniture, number: int, kind: str) -> Iterator[Element]:
    for pages in furniture.pages:
        root = furniture.in_force(number, kind, pages)
        if root is not None:
            yield root


def _numbered(root: Element) -> list[Element]:
    """The paragraphs of a header or footer with a page number."""
    return [one for one in paragraphs(root) if page_numbers(one)]


def _is_plain(paragraph: Element) -> bool:
    return is_all(paragraph, page_numbers(paragraph)) and not in_box(paragraph)


def _hidden_first(furniture: Furniture, number: int) -> bool:
    """Whether the first page had to be given furniture without the number."""
    if number != 1:
        return False
    begun = not is_on(furniture.sections[0].find(w("titlePg")))
    if begun:
        for kind in ("header", "footer"):
            furniture.first_page_as_before(kind)
        furniture.give_first_page()
    shown = _on_first(furniture)
    for paragraph in shown:
        _without_number(paragraph)
    return begun or bool(shown)


def _placed(furniture: Furniture, number: int) -> bool:
    """Whether a header had to be made or changed so that the number stands in its middle."""
    changed = [_placed_on(furniture, number, pages) for pages in furniture.pages]
    margins = put_margins(furniture.sections[number - 1])
    before = margins.get(w("header"))
    margins.set(w("header"), twips(FROM_TOP_MM))
    return any_of(changed) or before != twips(FROM_TOP_MM)


def _placed_on(furniture: Furniture, number: int, pages: str) -> bool:
    root = furniture.in_force(number, "header", pages)
    if root is None:
        root = furniture.empty("header")
        root.append(_new_paragraph())
        furniture.new(number, "header", pages, root)
        return True
    if numbered := _numbered(root):
        return any_of([_set_look(one) for one in numbered])
    _insert(root)
    return True


def _insert(root: Element) -> None:
    """The number before what the header says, in its first paragraph where that is empty."""
    first = root.find(w("p"))
    if first is None or len(root) == 0 or first is not root[0] or shows(first):
        root.insert(0, _new_paragraph())
        return
    _fill(first)


def _new_paragraph() -> Element:
    paragraph = made("p")
    _fill(paragraph)
    return paragraph


def _fill(paragraph: Element) -> None:
    for run in page_number():
        paragraph.append(run)
    set_plain(paragraph)
    _set_look(paragraph)


def _set_look(paragraph: Element) -> bool:
    """Whether the look of the number had to be set."""
    before = _look(paragraph)
    set_plain(paragraph)
    for run in number_runs(paragraph):
        set_font(run, FONT)
        set_upright(run)
        set_colour(run)
        set_size(run, SIZE_PT)
    return before != _look(paragraph)


def _look(paragraph: Element) -> list[tuple[str, list[tuple[str, str]]]]:
    return [
        (str(node.tag), [(str(key), str(value)) for key, value in node.attrib.items()])
        for node in paragraph.iter()
    ]


def _moved(furniture: Furniture, number: int) -> bool:
    """Whether page numbers had to go from the footers, now that the headers have them."""
    numbered = [
        one for root in _running(furniture, number, "footer") for one in _numbered(root)
    ]
    for paragraph in numbered:
        _without_number(paragraph)
    return bool(numbered)


def _without_number(paragraph: Element) -> None:
    for one in page_numbers(paragraph):
        parent = one.getparent()
        if parent is not None:
            parent.remove(one)


def _restarted(section: Element, first: int) -> bool:
    numbers = put(section, "pgNumType", SECTION_ORDER)
    before = numbers.get(w("start"))
    numbers.set(w("start"), str(first))
    return before != str(first)
