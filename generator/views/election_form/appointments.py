"""The foot of a body's sheet: who is in it without a vote, and who counted the votes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.model.election import Election, Placement, PlacementKind
from generator.tables import Cell, Input, InputKind, Look
from generator.views.election_form import ballots as b
from generator.views.election_form.page import Page, Ref, choice_input, text_input

if TYPE_CHECKING:
    from generator.views.election_form.page import Desk, Path
    from generator.views.election_form.shape import Shape
    from generator.views.election_form.voters import VoterRefs

BESIDE = "Trang này kèm theo biên bản kiểm phiếu, không thay biên bản."
SIGNERS = ("NGƯỜI LẬP BIỂU", "TRƯỞNG BAN KIỂM PHIẾU")
SIGN_HINT, SIGN_LINES, SIGN_COLUMN = "(Ký, ghi rõ họ và tên)", 3, 3
NAME, NOMINATED, DECISION = 1, 2, 3
PLACED_WIDTH = b.PRINTED - DECISION


@dataclass(frozen=True, slots=True)
class Bench:
    """What the sheet of a body is made with."""

    shape: Shape
    desk: Desk
    names: str
    voter: VoterRefs
    maker: Ref


def put_placements(page: Page, bench: Bench, path: Path, top: int) -> int:
    """Who is in the body without a vote; the first row of the table."""
    page.put(
        top - 2,
        0,
        Cell("Chỉ định, đương nhiên (không qua bầu cử)", Look.GROUP, span=b.PRINTED),
    )
    page.put(top - 1, 0, Cell("TT", Look.HEADING))
    titles = {
        1: "Họ và tên",
        2: b.title_of(Placement, "kind"),
        3: b.title_of(Placement, "decision"),
    }
    for column, title in titles.items():
        span = PLACED_WIDTH if column == DECISION else 1
        page.put(top - 1, column, Cell(title, Look.HEADING, span=span))
    kinds = [str(kind.value) for kind in PlacementKind]
    name = Input(
        InputKind.CHOICE,
        "Họ và tên",
        "Chọn từ trang Nhân sự, hoặc gõ.",
        bench.names,
        strict=False,
    )
    kind = choice_input(titles[2], "Để trống là chỉ định.", kinds)
    decision = text_input(titles[3], "Số, ngày, cơ quan ban hành quyết định.")
    for n in range(bench.shape.placements):
        own: Path = (*path, "placements", n)
        page.put(top + n, 0, Cell(n + 1, Look.CENTER))
        page.put(top + n, 1, bench.desk.input((*own, "name"), name))
        page.put(top + n, 2, bench.desk.input((*own, "kind"), kind))
        page.put(top + n, 3, bench.desk.input((*own, "decision"), decision, span=PLACED_WIDTH))
    return top


def put_signing(page: Page, bench: Bench, path: Path, top: int) -> Ref:
    """The counting committee, what the minutes need besides, who signs; the head's cell."""
    refs = {}
    for n, name in enumerate(("counting_head", "counting_members", "chair", "complaints")):
        title = b.title_of(Election, name)
        page.put(top + n, 0, Cell(title, span=2))
        takes = text_input(title, "Không có thì để trống.")
        refs[name] = page.put(
            top + n, 2, bench.desk.input((*path, name), takes, span=b.PRINTED - 2)
        )
    head = refs["counting_head"]
    _put_signatures(page, top + len(refs) + 1, (bench.maker, head))
    return head


def _put_signatures(page: Page, top: int, names: tuple[Ref, Ref]) -> None:
    """Who made the form, left; the head of the counting committee, right."""
    places = ((0, SIGN_COLUMN), (SIGN_COLUMN, b.PRINTED - SIGN_COLUMN))
    for (column, span), title, name in zip(places, SIGNERS, names, strict=True):
        page.put(top, column, Cell(title, Look.SUBTITLE, span=span))
        page.put(top + 1, column, Cell(SIGN_HINT, Look.SIGN, span=span))
        shown = f'=IF({name}="","",{name})'
        page.put(top + 2, column, Cell(None, Look.PLAIN, lines=SIGN_LINES))
        page.put(top + 3, column, Cell("", Look.SUBTITLE, formula=shown, span=span))
    page.put(top + 4, 0, Cell(BESIDE, Look.NOTE, span=b.PRINTED))
