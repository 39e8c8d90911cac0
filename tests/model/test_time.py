"""The time of a congress: every form that real plans use, typed, printed, bounded."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic_core import PydanticCustomError

from generator.model import parse_time
from generator.model.time_forms import Days, EventTime, Moment, Span

FORMS = [
    # typed, printed, earliest opening, latest closing
    ("20, 21/02/2025", "Ngày 20, 21/02/2025", date(2025, 2, 20), date(2025, 2, 21)),
    ("Ngày 05, 06/3/2025", "Ngày 05, 06/3/2025", date(2025, 3, 5), date(2025, 3, 6)),
    ("21 - 23/5/2025", "Ngày 21 - 23/5/2025", date(2025, 5, 21), date(2025, 5, 23)),
    ("21-23/05/2025", "Ngày 21 - 23/5/2025", date(2025, 5, 21), date(2025, 5, 23)),
    ("27/02-01/3/2025", "Ngày 27/02 - 01/3/2025", date(2025, 2, 27), date(2025, 3, 1)),
    (
        "30/12/2025 - 02/01/2026",
        "Ngày 30/12/2025 - 02/01/2026",
        date(2025, 12, 30),
        date(2026, 1, 2),
    ),
    ("28/02, 01/3/2025", "Ngày 28/02, 01/3/2025", date(2025, 2, 28), date(2025, 3, 1)),
    ("08/11/2024", "Ngày 08/11/2024", date(2024, 11, 8), date(2024, 11, 8)),
    (
        "dự kiến từ ngày 03/01 đến ngày 10/01/2025",
        "Dự kiến từ ngày 03/01 đến ngày 10/01/2025",
        date(2025, 1, 3),
        date(2025, 1, 10),
    ),
    (
        "từ ngày 16/1/2020 đến 13/3/2020",
        "Từ ngày 16/01 đến ngày 13/3/2020",
        date(2020, 1, 16),
        date(2020, 3, 13),
    ),
    (
        "chiều 24/02 đến hết 25/02/2026",
        "Từ chiều ngày 24/02 đến hết ngày 25/02/2026",
        date(2026, 2, 24),
        date(2026, 2, 25),
    ),
    (
        "chiều 24/02 - sáng 26/02/2026",
        "Từ chiều ngày 24/02 đến sáng ngày 26/02/2026",
        date(2026, 2, 24),
        date(2026, 2, 26),
    ),
    ("sáng 22/8/2025", "Sáng ngày 22/8/2025", date(2025, 8, 22), date(2025, 8, 22)),
    (
        "7h30 ngày 22/8/2025",
        "07 giờ 30 phút ngày 22/8/2025",
        date(2025, 8, 22),
        date(2025, 8, 22),
    ),
    ("14 giờ, 22/8/2025", "14 giờ ngày 22/8/2025", date(2025, 8, 22), date(2025, 8, 22)),
    (
        "chiều 24/02, sáng 26/02/2026",
        "Chiều ngày 24/02/2026, sáng ngày 26/02/2026",
        date(2026, 2, 24),
        date(2026, 2, 26),
    ),
    ("khai mạc 25/2/2025", "Khai mạc ngày 25/02/2025", date(2025, 2, 25), None),
    ("tháng 4/2025", "Tháng 4/2025", date(2025, 4, 1), date(2025, 4, 30)),
    ("Tháng 02 năm 2024", "Tháng 02/2024", date(2024, 2, 1), date(2024, 2, 29)),
    ("quý I/2015", "Quý I/2015", date(2015, 1, 1), date(2015, 3, 31)),
    ("quý 4 năm 2026", "Quý IV/2026", date(2026, 10, 1), date(2026, 12, 31)),
    ("trước 30/6/2025", "Trước ngày 30/6/2025", None, date(2025, 6, 29)),
    ("dự kiến quý II/2025", "Dự kiến quý II/2025", date(2025, 4, 1), date(2025, 6, 30)),
    ("chưa xác định", "Chưa xác định", None, None),
]


@pytest.mark.parametrize(("typed", "printed", "opening", "closing"), FORMS)
def test_a_time_prints_its_official_form_and_knows_its_bounds(
    typed: str, printed: str, opening: date | None, closing: date | None
) -> None:
    time = parse_time(typed)
    assert time.printed() == printed
    assert (time.opening, time.closing) == (opening, closing)


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form[0])
def test_what_is_printed_is_read_back_as_the_same_time(
    form: tuple[str, str, date | None, date | None],
) -> None:
    time = parse_time(form[0])
    assert parse_time(time.printed()) == time


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("2 ngày 7 và 8-5", "not-a-time"),  # the press writes so
        ("7 và 8/5/2020", "not-a-time"),
        ("20/02", "not-a-time"),
        ("20/02/25", "not-a-time"),
        ("2025-02-20", "not-a-time"),
        ("ngày mai", "not-a-time"),
        ("20/02/2025 21/02/2025", "not-a-time"),
        ("20,,21/02/2025", "not-a-time"),
        ("quý V/2025", "not-a-time"),
        ("31/4/2025", "no-such-day"),
        ("29/02/2025", "no-such-day"),
        ("30/13/2025", "no-such-day"),
        ("tháng 13/2025", "no-such-day"),
        ("23 - 21/5/2025", "days-out-of-order"),
        ("20, 20/5/2025", "days-out-of-order"),
        ("25h 1/1/2025", "no-such-hour"),
        ("01/01/1905", "strange-year"),
    ],
)
def test_anything_else_is_refused_never_guessed(typed: str, code: str) -> None:
    with pytest.raises(PydanticCustomError) as error:
        parse_time(typed)
    assert error.value.type == code


days = st.dates(date(2015, 1, 1), date(2040, 12, 31))


@given(st.lists(days, min_size=1, max_size=4, unique=True).map(sorted))
def test_any_listed_days_are_read_back_as_typed(listed: list[date]) -> None:
    time = EventTime(Days(tuple(Moment(day) for day in listed)))
    assert parse_time(str(time)) == time


@given(days, st.integers(1, 400), st.booleans(), st.booleans())
def test_any_span_is_read_back_as_typed(
    first: date,
    length: int,
    in_words: bool,  # noqa: FBT001 - hypothesis gives it
    tentative: bool,  # noqa: FBT001
) -> None:
    last = first + timedelta(days=length)
    time = EventTime(Span(Moment(first), Moment(last), in_words), tentative)
    assert parse_time(str(time)) == time
    assert time.printed().endswith(str(last.year))
