"""What is left empty goes, whether a page is read whole or some rows at a time."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from generator.word.repairing import in_rows, repaired


def row(cells: list[str]) -> str:
    return f"<w:tr>{''.join(f'<w:tc>{one}</w:tc>' for one in cells)}</w:tr>"


def table(rows: list[list[str]]) -> str:
    return f"<w:tbl><w:tblGrid/>{''.join(map(row, rows))}</w:tbl>"


cells = st.recursive(
    st.sampled_from(["", "<w:p/>", "<w:p>a</w:p>"]),
    lambda inner: st.lists(st.lists(inner, max_size=3), max_size=3).map(table),
    max_leaves=12,
)
pages = st.lists(st.lists(st.lists(cells, max_size=3), max_size=4).map(table)).map("".join)


@given(pages, st.lists(st.integers(0, 600), max_size=8))
def test_rows_at_a_time_give_the_same_page(page: str, cuts: list[int]) -> None:
    ends = sorted({min(cut, len(page)) for cut in cuts})
    starts = [0, *ends]
    texts = [page[a:b] for a, b in zip(starts, [*ends, len(page)], strict=True)]
    assert "".join(in_rows(texts)) == repaired(page)


def test_what_is_empty_is_taken_away() -> None:
    assert repaired(table([]) + table([[""]])) == table([["<w:p/>"]])
    assert repaired(table([[]]) + "x") == "x"
