"""What a copy cannot keep of a document, and what it keeps that hinders; the words it keeps."""

from __future__ import annotations

from typing import TYPE_CHECKING
from unicodedata import normalize

from generator.errors import Severity
from generator.inspection.copies.fields import page_numbers
from generator.inspection.copies.markup import paragraphs, w
from generator.inspection.copies.package import Package
from generator.inspection.copies.relations import Relations
from generator.inspection.copies.values import Change
from generator.inspection.copies.writing import parsed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element as Element

_SIGNATURES = "_xmlsignatures/"
_WORDS = {w(name) for name in ("t", "delText", "instrText", "delInstrText")}
_SIGNS = {w("tab"): "\t", w("br"): "\n", w("cr"): "\n", w("noBreakHyphen"): "-"}


class TextChangedError(Exception):
    """A copy would say something else than its document: a defect of ours, nothing is made."""


def losses(content: bytes) -> tuple[Change, ...]:
    """What the reader of a changed copy should know: signatures gone, protection in force."""
    package = Package(content)
    return (*_signed(package), *_protected(package))


def unsigned(package: Package) -> None:
    """The package without digital signatures: those of another content would be false."""
    if not _is_signed(package):
        return
    for name in [one for one in package.parts if one.startswith(_SIGNATURES)]:
        package.drop(name)
    Relations(package, "").drop("origin")


def check_words(package: Package) -> None:
    """Refuse a package whose changed parts say something else than before, but for its form."""
    for name, content in package.changed():
        if _words(parsed(content)) != _words(parsed(package.parts[name])):
            raise TextChangedError(name)


def _words(root: Element) -> list[str]:
    """What the paragraphs of a part say, deleted text and fields too, page numbers not."""
    said = (_said(one) for one in paragraphs(root))
    return [one for one in said if one]


def _said(paragraph: Element) -> str:
    numbers = {node for one in page_numbers(paragraph) for node in one.iter()}
    nodes = (node for node in paragraph.iter() if node not in numbers)
    return normalize("NFC", "".join(_text(node) for node in nodes))


def _text(node: Element) -> str:
    if node.tag in _WORDS:
        return node.text or ""
    return _SIGNS.get(str(node.tag), "")


def _is_signed(package: Package) -> bool:
    return any(one.startswith(_SIGNATURES) for one in package.parts)


def _signed(package: Package) -> Iterator[Change]:
    if _is_signed(package):
        yield Change("copy-loses-signature", severity=Severity.WARNING)


def _protected(package: Package) -> Iterator[Change]:
    settings = package.settings()
    if settings is None:
        return
    protection = settings.find(w("documentProtection"))
    enforced = protection is not None and _is_on(protection.get(w("enforcement")))
    if enforced or settings.find(w("writeProtection")) is not None:
        yield Change("copy-keeps-protection", severity=Severity.WARNING)


def _is_on(value: str | None) -> bool:
    """Whether an on/off attribute is given and on."""
    return value in ("1", "true", "on")
