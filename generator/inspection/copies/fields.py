"""Page numbers in a paragraph, whichever way Word wrote their field."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.inspection.copies.markup import made, set_text, w, within

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element as Element

_OWN = ("t", "tab", "br", "cr", "noBreakHyphen", "sym", "drawing", "pict", "object")


def page_numbers(paragraph: Element) -> list[Element]:
    """The runs (or simple fields) of a paragraph that are its page number, in order."""
    return [*_simple(paragraph), *_complex(paragraph)]


def is_all(paragraph: Element, numbers: list[Element]) -> bool:
    """Whether the paragraph prints nothing but its page number."""
    inside = {node for one in numbers for node in one.iter()}
    wanted = {w(name) for name in _OWN}
    return not any(
        node.tag in wanted and node not in inside and _prints(node) for node in paragraph.iter()
    )


def number_runs(paragraph: Element) -> list[Element]:
    """The runs that are its page number; a field that was never counted gets a result."""
    numbers = page_numbers(paragraph)
    for one in numbers:
        if one.tag == w("fldSimple") and one.find(w("r")) is None:
            one.append(_result())
    return [run for one in numbers for run in one.iter(w("r"))]


def page_number() -> list[Element]:
    """A page number as Word writes it: five runs, with a result until it is counted."""
    begin, code, separate, end = (made("r") for _ in range(4))
    for run, kind in ((begin, "begin"), (separate, "separate"), (end, "end")):
        run.append(made("fldChar", fldCharType=kind))
    instruction = made("instrText")
    set_text(instruction, " PAGE ")
    code.append(instruction)
    return [begin, code, separate, _result(), end]


def _result() -> Element:
    run, shown = made("r"), made("t")
    set_text(shown, "2")
    run.append(shown)
    return run


def _prints(node: Element) -> bool:
    return node.tag != w("t") or bool((node.text or "").strip())


def _simple(paragraph: Element) -> Iterator[Element]:
    for one in paragraph.iter(w("fldSimple")):
        if _is_page(one.get(w("instr"), "")):
            yield one


def _complex(paragraph: Element) -> Iterator[Element]:
    """The runs from the beginning to the end of each page field; the old way is one run."""
    open_runs: list[Element] = []
    depth = 0
    for run in paragraph.iter(w("r")):
        if run.find(w("pgNum")) is not None:
            yield run
        kinds = [one.get(w("fldCharType")) for one in run.findall(w("fldChar"))]
        depth += kinds.count("begin")
        if depth:
            open_runs.append(run)
        depth = max(depth - kinds.count("end"), 0)
        if open_runs and not depth:
            yield from open_runs if _is_page(_instruction(open_runs)) else ()
            open_runs = []


def _instruction(runs: list[Element]) -> str:
    return "".join(one.text or "" for run in runs for one in run.iter(w("instrText")))


def _is_page(instruction: str) -> bool:
    return instruction.split()[:1] == ["PAGE"]


def in_box(paragraph: Element) -> bool:
    """Whether the paragraph stands in a text box."""
    return within(paragraph, "txbxContent")
