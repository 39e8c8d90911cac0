"""Charts that print on A4: columns with a threshold over them, bars, pies."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from generator.excel.looks import FONT
from generator.tables import ChartKind, column_letters

if TYPE_CHECKING:
    from generator.tables import Area, Chart, Series, Sheet

KINDS = {ChartKind.BARS: "bar", ChartKind.COLUMNS: "column", ChartKind.PIE: "pie"}
# grey shades tell columns apart on a black and white printer too
FILLS = ("#2F5C8F", "#9DB8D6", "#5E7FA6", "#C9D8E8", "#1D3A5C", "#B7B7B7", "#7F7F7F")
THRESHOLD = {"color": "#C00000", "width": 2, "dash_type": "dash"}
TITLE, LETTERS = {"name": FONT, "size": 13}, {"name": FONT, "size": 9}


def set_charts(file: Any, page: Any, sheet: Sheet) -> None:
    """The charts of a sheet, each at its place."""
    for chart in sheet.charts:
        page.insert_chart(chart.row, chart.column, _made(file, chart), {"object_position": 2})


def _made(file: Any, chart: Chart) -> Any:
    made = _plain(file, chart, KINDS[chart.kind])
    lines = [one for one in chart.series if one.line]
    if lines:
        over = file.add_chart({"type": "line"})
        for one in lines:
            over.add_series({**_series(one), "line": THRESHOLD, "marker": {"type": "none"}})
        made.combine(over)
    made.set_title({"name": chart.title, "name_font": TITLE, "overlay": False})
    made.set_size({"width": chart.width, "height": chart.height})
    if chart.kind is not ChartKind.PIE:
        _set_axes(made, chart)
    return made


def _plain(file: Any, chart: Chart, kind: str) -> Any:
    options = {"type": kind, **({"subtype": "stacked"} if chart.stacked else {})}
    made = file.add_chart(options)
    columns = [one for one in chart.series if not one.line]
    for number, one in enumerate(columns):
        look: dict[str, Any] = {"fill": {"color": FILLS[number % len(FILLS)]}}
        if chart.kind is ChartKind.PIE:
            points = one.values.bottom - one.values.top + 1
            look = {
                "points": [{"fill": {"color": FILLS[i % len(FILLS)]}} for i in range(points)]
            }
        labels = {"value": True, "font": LETTERS}
        if chart.kind is ChartKind.PIE:
            labels |= {"percentage": True, "separator": "\n"}
        made.add_series({**_series(one), **look, "data_labels": labels, "gap": 60})
    return made


def _set_axes(made: Any, chart: Chart) -> None:
    made.set_x_axis({"num_font": {**LETTERS, "rotation": _turned(chart)}})
    made.set_y_axis({"num_font": LETTERS, "min": 0, "major_gridlines": {"visible": True}})
    if chart.kind is ChartKind.BARS:
        made.set_y_axis({"num_font": LETTERS, "reverse": True})
        made.set_x_axis({"num_font": LETTERS, "min": 0})
    legend = {"position": "bottom", "font": LETTERS}
    made.set_legend(legend if len(chart.series) > 1 else {"none": True})


def _turned(chart: Chart) -> int:
    """Names stand upright where there are many."""
    count = max((one.labels.bottom - one.labels.top for one in chart.series), default=0)
    many = 8
    return -90 if chart.kind is ChartKind.COLUMNS and count > many else 0


def _series(one: Series) -> dict[str, Any]:
    return {
        "name": one.name,
        "categories": _range(one.labels),
        "values": _range(one.values),
    }


def _range(area: Area) -> str:
    first = f"${column_letters(area.left)}${area.top + 1}"
    last = f"${column_letters(area.right)}${area.bottom + 1}"
    return f"='{area.sheet}'!{first}:{last}"
