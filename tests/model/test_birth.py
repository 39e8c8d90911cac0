"""The day of a person's life: as much of it as the papers know, and the age that follows."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from generator.model.birth import BirthField, LifeDate

FIELD: TypeAdapter[LifeDate] = TypeAdapter(BirthField)


@pytest.mark.parametrize(
    ("typed", "read", "printed"),
    [
        ("05/3/1980", LifeDate(1980, 3, 5), "05/3/1980"),
        ("5/03/1980", LifeDate(1980, 3, 5), "05/3/1980"),
        ("29/02/1980", LifeDate(1980, 2, 29), "29/02/1980"),
        ("3/1980", LifeDate(1980, 3), "3/1980"),
        ("02/1980", LifeDate(1980, 2), "02/1980"),
        ("1980", LifeDate(1980), "1980"),
        ("1930", LifeDate(1930), "1930"),
    ],
)
def test_what_is_known_is_read_and_printed(typed: str, read: LifeDate, printed: str) -> None:
    assert FIELD.validate_python(typed) == read
    assert str(read) == printed
    assert FIELD.validate_python(printed) == read
    assert FIELD.dump_python(read) == printed


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("khoảng 1980", "not-a-life-date"),
        ("80", "not-a-life-date"),
        ("5/3/80", "not-a-life-date"),
        ("1980-03-05", "not-a-life-date"),
        ("05/3/1980 ", "not-a-life-date"),
        ("/1980", "not-a-life-date"),
        ("", "not-a-life-date"),
        ("30/02/1980", "no-such-day"),
        ("29/02/1981", "no-such-day"),
        ("13/1980", "no-such-day"),
        ("00/1980", "no-such-day"),
        ("00/3/1980", "no-such-day"),
        ("1929", "strange-year"),
        ("05/3/2101", "strange-year"),
    ],
)
def test_what_cannot_be_is_refused(typed: str, code: str) -> None:
    with pytest.raises(ValidationError) as refused:
        FIELD.validate_python(typed)
    (error,) = refused.value.errors()
    assert error["type"] == code
    assert error["ctx"]["value"] == typed


@pytest.mark.parametrize("value", [["1980"], {"năm": 1980}])
def test_a_list_is_no_date(value: Any) -> None:
    with pytest.raises(ValidationError, match="not text"):
        FIELD.validate_python(value)


@pytest.mark.parametrize(
    ("born", "on", "age"),
    [
        (LifeDate(1985, 3, 5), date(2025, 3, 4), 39),
        (LifeDate(1985, 3, 5), date(2025, 3, 5), 40),
        (LifeDate(1984, 2, 29), date(2025, 2, 28), 40),
        (LifeDate(1984, 2, 29), date(2025, 3, 1), 41),
        # of a month its first day is taken, of a year its first day
        (LifeDate(1985, 3), date(2025, 2, 28), 39),
        (LifeDate(1985, 3), date(2025, 3, 1), 40),
        (LifeDate(1985), date(2025, 1, 1), 40),
        (LifeDate(1985), date(2025, 12, 31), 40),
    ],
)
def test_the_age_in_full_years(born: LifeDate, on: date, age: int) -> None:
    assert born.age_on(on) == age


@given(
    born=st.dates(date(1930, 1, 1), date(1990, 12, 31)),
    on=st.dates(date(2015, 1, 1), date(2030, 12, 31)),
)
def test_an_age_goes_up_by_one_on_the_birthday_alone(born: date, on: date) -> None:
    life = LifeDate(born.year, born.month, born.day)
    before, after = life.age_on(on), life.age_on(on + timedelta(days=1))
    next_day = on + timedelta(days=1)
    leapt = (born.month, born.day) == (2, 29) and (on.month, on.day) == (2, 28)
    is_birthday = (next_day.month, next_day.day) == (born.month, born.day)
    if is_birthday or (leapt and next_day.month == 3):
        assert after == before + 1
    else:
        assert after == before


@given(
    year=st.integers(1930, 2100),
    month=st.none() | st.integers(1, 12),
    day=st.none() | st.integers(1, 28),
)
def test_what_is_printed_is_read_again(year: int, month: int | None, day: int | None) -> None:
    life = LifeDate(year, month, day if month else None)
    assert FIELD.validate_python(str(life)) == life
