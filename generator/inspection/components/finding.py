"""The anatomy of a document, put together from its head, its end, its text and appendices."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.inspection.anatomy import Anatomy, Attachment, Found
from generator.inspection.components.appendices import (
    attachments_of,
    placed_of,
    starts_of,
)
from generator.inspection.components.closing import begins_closing, closing_of
from generator.inspection.components.furniture import furniture_of, is_contact
from generator.inspection.components.head import head_of
from generator.inspection.components.ladder import doubtful, ladder_of
from generator.inspection.components.opening import opening_of
from generator.inspection.components.others import begins_at
from generator.inspection.components.tables import cells_of
from generator.inspection.document.values import Paragraph, Piece, Table, paragraphs_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from generator.inspection.components.appendices import Placed
    from generator.inspection.document.values import Block, Document, Key
    from generator.paper_format import Profile

_CONTACT = 0.9
_NO_HEAD = "tài liệu không có khối đầu văn bản"


def anatomy_of(document: Document, profile: Profile) -> Anatomy:
    """The components of a document.

    `profile` says what it will be held to; what is found does not depend on it, so that what
    belongs to another profile (Quốc hiệu in a paper of the Party) is found too.
    """
    del profile
    placed = placed_of(document)
    starts = starts_of(placed, _closing_block(placed))
    signed = [one.block for one in placed[: starts[0].block if starts else None]]
    end = begins_at(signed)
    main, other = signed[:end], signed[end:]
    opening = opening_of(main)
    head, taken = head_of(opening)
    closing = closing_of(main)
    used = {strip.paragraph.key for strip in opening.strips[:taken]} | closing.paragraphs
    contacts = list(_contacts(main, closing.paragraphs))
    used |= {piece.paragraph.key for one in contacts for piece in one.pieces}
    text = (*ladder_of(list(_text(main, used))), *ladder_of(list(_text(other, used))))
    tables = [one.block for one in placed if isinstance(one.block, Table)]
    cells = cells_of(one for one in tables if not _is_used(one, used))
    found: list[Found] = [*head, *closing.found, *contacts, *text, *cells]
    if not opening.anchored:
        found = list(doubtful(found, _NO_HEAD))
    attachments = attachments_of(placed, starts)
    return Anatomy(
        _by_component([*found, *furniture_of(document), *_headings(attachments)]), attachments
    )


def _closing_block(placed: Sequence[Placed]) -> int | None:
    """Where the first closing is: appendices come after it."""
    return next((at for at, one in enumerate(placed) if begins_closing(one.block)), None)


def _contacts(blocks: Sequence[Block], closing: frozenset[Key]) -> Iterator[Found]:
    """Where to reach the office, under the signatures."""
    signed = False
    for one in paragraphs_of(tuple(blocks)):
        signed = signed or one.key in closing
        if signed and is_contact(one) and one.key not in closing:
            yield Found("contact", (Piece(one),), _CONTACT, "địa chỉ, điện thoại dưới chữ ký")


def _is_used(table: Table, used: set[Key]) -> bool:
    """Whether a table is the frame of the head block or of the signatures."""
    return any(one.key in used for one in paragraphs_of((table,)) if one.plain)


def _text(blocks: Iterable[Block], used: set[Key]) -> Iterator[Paragraph]:
    """The paragraphs that belong to the text of the paper."""
    for block in blocks:
        if isinstance(block, Paragraph) and block.key not in used and not block.in_box:
            yield block


def _headings(attachments: Iterable[Attachment]) -> Iterator[Found]:
    """The heading, the title and the note of each appendix."""
    for one in attachments:
        yield from (part for part in (one.heading, one.title, one.note) if part is not None)


def _by_component(found: Iterable[Found]) -> dict[str, tuple[Found, ...]]:
    """What was found by component, in reading order within each."""
    groups: dict[str, list[Found]] = {}
    for one in found:
        groups.setdefault(one.component, []).append(one)
    return {component: tuple(group) for component, group in groups.items()}
