"""A draft shows what is missing: every run that names a gap is highlighted."""

from __future__ import annotations

import re

from lxml import etree

from generator.word.tags import W

GAP = re.compile(r"\[thiếu:", re.IGNORECASE)  # a post is printed in capitals
# the schema keeps the properties of a run in order
_AFTER_HIGHLIGHT = {
    f"{W}{name}"
    for name in [
        "u",
        "effect",
        "bdr",
        "shd",
        "fitText",
        "vertAlign",
        "rtl",
        "cs",
        "em",
        "lang",
        "eastAsianLayout",
        "specVanish",
        "oMath",
        "rPrChange",
    ]
}


def marked(text: str) -> str:
    """The document with the runs that name a gap in yellow."""
    root = etree.fromstring(text.encode())
    for run in root.iter(f"{W}r"):
        if GAP.search("".join(node.text or "" for node in run.iter(f"{W}t"))):
            _highlight(run)
    body: str = etree.tostring(root, encoding="unicode")
    return f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n{body}'


def _highlight(run: etree._Element) -> None:
    properties = run.find(f"{W}rPr")
    if properties is None:
        properties = etree.Element(f"{W}rPr")
        run.insert(0, properties)
    for old in properties.findall(f"{W}highlight"):
        properties.remove(old)
    mark = etree.Element(f"{W}highlight")
    mark.set(f"{W}val", "yellow")
    after = next((node for node in properties if node.tag in _AFTER_HIGHLIGHT), None)
    if after is None:
        properties.append(mark)
    else:
        after.addprevious(mark)
