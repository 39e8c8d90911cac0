"""The charts that a leader looks at: votes by candidate, make-up of the committee."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.statistics.ages import band_labels
from generator.tables import Cell, Chart, ChartKind, Look, Series, Sheet
from generator.vietnamese import upper_first
from generator.views.election_form import ballots as b
from generator.views.election_form import counting as c
from generator.views.election_form.page import Page, computed
from generator.views.election_form.shape import CHARTS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.views.election_form.body import BodyPage
    from generator.views.election_form.makeup import MakeUpSheet
    from generator.views.election_form.shape import Shape

WIDTHS = (11.0,) * 12
WIDE, LEFT_HALF, HIGH = 980, 480, 330
LEFT = 14  # on the hidden sheet: rank, name, votes, majority, labels


def charts(
    shape: Shape, pages: Sequence[BodyPage], made_up: MakeUpSheet, hidden: Page
) -> Sheet | None:
    """The sheet, None where nothing is elected that a chart could show."""
    if not pages:
        return None
    page = Page(CHARTS, WIDTHS)
    page.put(0, 0, Cell("BIỂU ĐỒ", Look.TITLE, span=len(WIDTHS)))
    page.put(
        1,
        0,
        Cell(f"Đại hội {shape.unit}, nhiệm kỳ {shape.term}", Look.SUBTITLE, span=len(WIDTHS)),
    )
    drawn = (_votes(pages[0], hidden), *_makeup(shape, pages[0], made_up, hidden))
    return Sheet(
        CHARTS,
        WIDTHS,
        page.rows(3 + 2 * 18 + 2),
        protected=True,
        landscape=False,
        footer=CHARTS,
        pages_tall=1,
        charts=drawn,
    )


def _votes(one: BodyPage, hidden: Page) -> Chart:
    """The first ballot, high to low, and the votes that are needed."""
    votes = one.counted.inputs.ballots[0].votes
    column = b.LIST_COLUMNS[0]
    count = one.body.rows
    for n in range(count):
        own = one.page.ref(b.LIST_TOP + n, column)
        above = one.page.span(b.LIST_TOP - 1, column, b.LIST_TOP + n - 1)
        rank = f'IF(ISNUMBER({own}),COUNTIF({votes},">"&{own})+COUNTIF({above},{own})+1,0)'
        hidden.put(1 + n, LEFT, computed(rank, 0))
    ranks = hidden.span(1, LEFT, count)
    names = one.counted.page.span(b.LIST_TOP, c.NAME, one.bottom)
    base = one.voter.base
    for n in range(count):
        found = f"MATCH({n + 1},{ranks},0)"
        hidden.put(1 + n, LEFT + 1, computed(f'IFERROR(INDEX({names},{found}),"")'))
        hidden.put(1 + n, LEFT + 2, computed(f'IFERROR(INDEX({votes},{found}),"")'))
        needed = f'IF(AND(ISNUMBER({base}),COUNT({votes})>={n + 1}),INT({base}/2)+1,"")'
        hidden.put(1 + n, LEFT + 3, computed(needed))
    labels = hidden.area(1, LEFT + 1, count)
    series = (
        Series("Số phiếu bầu", labels, hidden.area(1, LEFT + 2, count)),
        Series("Số phiếu cần để trúng cử", labels, hidden.area(1, LEFT + 3, count), line=True),
    )
    title = f"Số phiếu bầu {one.body.title}, lần thứ nhất"
    return Chart(ChartKind.COLUMNS, title, series, 3, 0, WIDE, HIGH + 60)


def _makeup(shape: Shape, one: BodyPage, made_up: MakeUpSheet, hidden: Page) -> Iterator[Chart]:
    """Sex and age of those elected."""
    column = made_up.columns.get(one.number)
    if column is None:
        return
    women, rows = made_up.rows["women"], made_up.rows
    page, top = made_up.page, 3 + 21
    labels = [upper_first(one) for one in ("nữ", "nam", *band_labels(shape.bands))]
    for n, label in enumerate(labels):
        hidden.put(1 + n, LEFT + 4, Cell(label))
    sex = Series("Giới tính", hidden.area(1, LEFT + 4, 2), page.area(women, column, women + 1))
    first = rows["band0"]
    last = first + len(shape.bands)
    named = hidden.area(3, LEFT + 4, len(labels))
    age = Series("Độ tuổi", named, page.area(first, column, last))
    what = one.body.title
    yield Chart(ChartKind.PIE, f"Nam, nữ trong {what}", (sex,), top, 0, LEFT_HALF, HIGH)
    yield Chart(ChartKind.COLUMNS, f"Độ tuổi của {what}", (age,), top, 6, LEFT_HALF, HIGH)
