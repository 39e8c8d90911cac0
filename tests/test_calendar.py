"""Working days on real dates, against plain counting, and the deadlines of five congresses."""

from __future__ import annotations

import pickle
import subprocess
import sys
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.calendar import (
    FIRST_YEAR,
    LAST_YEAR,
    NamedDay,
    Swap,
    UncoveredYearError,
    WorkingCalendar,
    YearDays,
)
from generator.sources.year_file import load_calendar, shipped_years

FOLLOWING = WorkingCalendar(shipped_years())
NOT_FOLLOWING = WorkingCalendar(shipped_years(), follow_swaps=False)
BOTH = pytest.mark.parametrize("following", [True, False], ids=["theo", "không theo"])
DAY = timedelta(days=1)

# day, weekday | offices follow swaps: works or not, working day before, after | they do not:
# the same | the notice and what it gives. "BLLĐ" is the Labour Code of 2019, "VPCP, báo
# 13/10/2025" the Government Office's paper on 2026 whose number the press did not print.
# Typed from the notices and counted apart from the program.
TABLE = """
01/01/2024 T2 | nghỉ 29/12 02/01 | nghỉ 29/12 02/01 | BLLĐ Điều 112: Tết Dương lịch
02/01/2024 T3 | làm  29/12 03/01 | làm  29/12 03/01 |
03/01/2024 T4 | làm  02/01 04/01 | làm  02/01 04/01 |

06/02/2024 T3 | làm  05/02 07/02 | làm  05/02 07/02 |
07/02/2024 T4 | làm  06/02 15/02 | làm  06/02 15/02 |
08/02/2024 T5 | nghỉ 07/02 15/02 | nghỉ 07/02 15/02 | 8662/VPCP-KGVX: Tết
09/02/2024 T6 | nghỉ 07/02 15/02 | nghỉ 07/02 15/02 | 8662/VPCP-KGVX: Tết
10/02/2024 T7 | nghỉ 07/02 15/02 | nghỉ 07/02 15/02 | 8662/VPCP-KGVX: Tết
11/02/2024 CN | nghỉ 07/02 15/02 | nghỉ 07/02 15/02 | 8662/VPCP-KGVX: Tết
12/02/2024 T2 | nghỉ 07/02 15/02 | nghỉ 07/02 15/02 | 8662/VPCP-KGVX: Tết
13/02/2024 T3 | nghỉ 07/02 15/02 | nghỉ 07/02 15/02 | 8662/VPCP-KGVX: Tết
14/02/2024 T4 | nghỉ 07/02 15/02 | nghỉ 07/02 15/02 | 8662/VPCP-KGVX: Tết
15/02/2024 T5 | làm  07/02 16/02 | làm  07/02 16/02 |
16/02/2024 T6 | làm  15/02 19/02 | làm  15/02 19/02 |

17/04/2024 T4 | làm  16/04 19/04 | làm  16/04 19/04 |
18/04/2024 T5 | nghỉ 17/04 19/04 | nghỉ 17/04 19/04 | BLLĐ Điều 112: Giỗ Tổ
19/04/2024 T6 | làm  17/04 22/04 | làm  17/04 22/04 |

26/04/2024 T6 | làm  25/04 02/05 | làm  25/04 29/04 |
27/04/2024 T7 | nghỉ 26/04 02/05 | nghỉ 26/04 29/04 |
28/04/2024 CN | nghỉ 26/04 02/05 | nghỉ 26/04 29/04 |
29/04/2024 T2 | nghỉ 26/04 02/05 | làm  26/04 02/05 | 2450/VPCP-KGVX: nghỉ hoán đổi
30/04/2024 T3 | nghỉ 26/04 02/05 | nghỉ 29/04 02/05 | BLLĐ Điều 112: Ngày Chiến thắng
01/05/2024 T4 | nghỉ 26/04 02/05 | nghỉ 29/04 02/05 | BLLĐ Điều 112: Quốc tế lao động
02/05/2024 T5 | làm  26/04 03/05 | làm  29/04 03/05 |
03/05/2024 T6 | làm  02/05 04/05 | làm  02/05 06/05 |
04/05/2024 T7 | làm  03/05 06/05 | nghỉ 03/05 06/05 | 2450/VPCP-KGVX: làm bù
05/05/2024 CN | nghỉ 04/05 06/05 | nghỉ 03/05 06/05 |
06/05/2024 T2 | làm  04/05 07/05 | làm  03/05 07/05 |

30/08/2024 T6 | làm  29/08 04/09 | làm  29/08 04/09 |
31/08/2024 T7 | nghỉ 30/08 04/09 | nghỉ 30/08 04/09 |
01/09/2024 CN | nghỉ 30/08 04/09 | nghỉ 30/08 04/09 |
02/09/2024 T2 | nghỉ 30/08 04/09 | nghỉ 30/08 04/09 | 8662/VPCP-KGVX: Quốc khánh
03/09/2024 T3 | nghỉ 30/08 04/09 | nghỉ 30/08 04/09 | 8662/VPCP-KGVX: Quốc khánh
04/09/2024 T4 | làm  30/08 05/09 | làm  30/08 05/09 |

31/12/2024 T3 | làm  30/12 02/01 | làm  30/12 02/01 |
01/01/2025 T4 | nghỉ 31/12 02/01 | nghỉ 31/12 02/01 | BLLĐ Điều 112: Tết Dương lịch
02/01/2025 T5 | làm  31/12 03/01 | làm  31/12 03/01 |

23/01/2025 T5 | làm  22/01 24/01 | làm  22/01 24/01 |
24/01/2025 T6 | làm  23/01 03/02 | làm  23/01 03/02 |
25/01/2025 T7 | nghỉ 24/01 03/02 | nghỉ 24/01 03/02 |
26/01/2025 CN | nghỉ 24/01 03/02 | nghỉ 24/01 03/02 |
27/01/2025 T2 | nghỉ 24/01 03/02 | nghỉ 24/01 03/02 | 8726/VPCP-KGVX: Tết
28/01/2025 T3 | nghỉ 24/01 03/02 | nghỉ 24/01 03/02 | 8726/VPCP-KGVX: Tết
29/01/2025 T4 | nghỉ 24/01 03/02 | nghỉ 24/01 03/02 | 8726/VPCP-KGVX: Tết
30/01/2025 T5 | nghỉ 24/01 03/02 | nghỉ 24/01 03/02 | 8726/VPCP-KGVX: Tết
31/01/2025 T6 | nghỉ 24/01 03/02 | nghỉ 24/01 03/02 | 8726/VPCP-KGVX: Tết
01/02/2025 T7 | nghỉ 24/01 03/02 | nghỉ 24/01 03/02 |
02/02/2025 CN | nghỉ 24/01 03/02 | nghỉ 24/01 03/02 |
03/02/2025 T2 | làm  24/01 04/02 | làm  24/01 04/02 |
04/02/2025 T3 | làm  03/02 05/02 | làm  03/02 05/02 |

04/04/2025 T6 | làm  03/04 08/04 | làm  03/04 08/04 |
05/04/2025 T7 | nghỉ 04/04 08/04 | nghỉ 04/04 08/04 |
06/04/2025 CN | nghỉ 04/04 08/04 | nghỉ 04/04 08/04 |
07/04/2025 T2 | nghỉ 04/04 08/04 | nghỉ 04/04 08/04 | BLLĐ Điều 112: Giỗ Tổ
08/04/2025 T3 | làm  04/04 09/04 | làm  04/04 09/04 |

25/04/2025 T6 | làm  24/04 26/04 | làm  24/04 28/04 |
26/04/2025 T7 | làm  25/04 28/04 | nghỉ 25/04 28/04 | 6150/TB-BLĐTBXH: làm bù
27/04/2025 CN | nghỉ 26/04 28/04 | nghỉ 25/04 28/04 |
28/04/2025 T2 | làm  26/04 29/04 | làm  25/04 29/04 |
29/04/2025 T3 | làm  28/04 05/05 | làm  28/04 02/05 |
30/04/2025 T4 | nghỉ 29/04 05/05 | nghỉ 29/04 02/05 | BLLĐ Điều 112: Ngày Chiến thắng
01/05/2025 T5 | nghỉ 29/04 05/05 | nghỉ 29/04 02/05 | BLLĐ Điều 112: Quốc tế lao động
02/05/2025 T6 | nghỉ 29/04 05/05 | làm  29/04 05/05 | 6150/TB-BLĐTBXH: nghỉ hoán đổi
03/05/2025 T7 | nghỉ 29/04 05/05 | nghỉ 02/05 05/05 |
04/05/2025 CN | nghỉ 29/04 05/05 | nghỉ 02/05 05/05 |
05/05/2025 T2 | làm  29/04 06/05 | làm  02/05 06/05 |
06/05/2025 T3 | làm  05/05 07/05 | làm  05/05 07/05 |

29/08/2025 T6 | làm  28/08 03/09 | làm  28/08 03/09 |
30/08/2025 T7 | nghỉ 29/08 03/09 | nghỉ 29/08 03/09 |
31/08/2025 CN | nghỉ 29/08 03/09 | nghỉ 29/08 03/09 |
01/09/2025 T2 | nghỉ 29/08 03/09 | nghỉ 29/08 03/09 | 6150/TB-BLĐTBXH: Quốc khánh
02/09/2025 T3 | nghỉ 29/08 03/09 | nghỉ 29/08 03/09 | 6150/TB-BLĐTBXH: Quốc khánh
03/09/2025 T4 | làm  29/08 04/09 | làm  29/08 04/09 |

31/12/2025 T4 | làm  30/12 05/01 | làm  30/12 02/01 |
01/01/2026 T5 | nghỉ 31/12 05/01 | nghỉ 31/12 02/01 | BLLĐ Điều 112: Tết Dương lịch
02/01/2026 T6 | nghỉ 31/12 05/01 | làm  31/12 05/01 | 12729/VPCP-KGVX: nghỉ hoán đổi
03/01/2026 T7 | nghỉ 31/12 05/01 | nghỉ 02/01 05/01 |
04/01/2026 CN | nghỉ 31/12 05/01 | nghỉ 02/01 05/01 |
05/01/2026 T2 | làm  31/12 06/01 | làm  02/01 06/01 |
06/01/2026 T3 | làm  05/01 07/01 | làm  05/01 07/01 |
07/01/2026 T4 | làm  06/01 08/01 | làm  06/01 08/01 |
08/01/2026 T5 | làm  07/01 09/01 | làm  07/01 09/01 |
09/01/2026 T6 | làm  08/01 10/01 | làm  08/01 12/01 |
10/01/2026 T7 | làm  09/01 12/01 | nghỉ 09/01 12/01 | 12729/VPCP-KGVX: làm bù
11/01/2026 CN | nghỉ 10/01 12/01 | nghỉ 09/01 12/01 |
12/01/2026 T2 | làm  10/01 13/01 | làm  09/01 13/01 |

12/02/2026 T5 | làm  11/02 13/02 | làm  11/02 13/02 |
13/02/2026 T6 | làm  12/02 23/02 | làm  12/02 23/02 |
14/02/2026 T7 | nghỉ 13/02 23/02 | nghỉ 13/02 23/02 |
15/02/2026 CN | nghỉ 13/02 23/02 | nghỉ 13/02 23/02 |
16/02/2026 T2 | nghỉ 13/02 23/02 | nghỉ 13/02 23/02 | VPCP, báo 13/10/2025: Tết
17/02/2026 T3 | nghỉ 13/02 23/02 | nghỉ 13/02 23/02 | VPCP, báo 13/10/2025: Tết
18/02/2026 T4 | nghỉ 13/02 23/02 | nghỉ 13/02 23/02 | VPCP, báo 13/10/2025: Tết
19/02/2026 T5 | nghỉ 13/02 23/02 | nghỉ 13/02 23/02 | VPCP, báo 13/10/2025: Tết
20/02/2026 T6 | nghỉ 13/02 23/02 | nghỉ 13/02 23/02 | VPCP, báo 13/10/2025: Tết
21/02/2026 T7 | nghỉ 13/02 23/02 | nghỉ 13/02 23/02 |
22/02/2026 CN | nghỉ 13/02 23/02 | nghỉ 13/02 23/02 |
23/02/2026 T2 | làm  13/02 24/02 | làm  13/02 24/02 |
24/02/2026 T3 | làm  23/02 25/02 | làm  23/02 25/02 |

24/04/2026 T6 | làm  23/04 28/04 | làm  23/04 28/04 |
25/04/2026 T7 | nghỉ 24/04 28/04 | nghỉ 24/04 28/04 |
26/04/2026 CN | nghỉ 24/04 28/04 | nghỉ 24/04 28/04 | BLLĐ Điều 112: Giỗ Tổ
27/04/2026 T2 | nghỉ 24/04 28/04 | nghỉ 24/04 28/04 | BLLĐ Điều 111.3: nghỉ bù Giỗ Tổ
28/04/2026 T3 | làm  24/04 29/04 | làm  24/04 29/04 |
29/04/2026 T4 | làm  28/04 04/05 | làm  28/04 04/05 |
30/04/2026 T5 | nghỉ 29/04 04/05 | nghỉ 29/04 04/05 | BLLĐ Điều 112: Ngày Chiến thắng
01/05/2026 T6 | nghỉ 29/04 04/05 | nghỉ 29/04 04/05 | BLLĐ Điều 112: Quốc tế lao động
02/05/2026 T7 | nghỉ 29/04 04/05 | nghỉ 29/04 04/05 |
03/05/2026 CN | nghỉ 29/04 04/05 | nghỉ 29/04 04/05 |
04/05/2026 T2 | làm  29/04 05/05 | làm  29/04 05/05 |

20/08/2026 T5 | làm  19/08 21/08 | làm  19/08 21/08 |
21/08/2026 T6 | làm  20/08 22/08 | làm  20/08 24/08 |
22/08/2026 T7 | làm  21/08 24/08 | nghỉ 21/08 24/08 | VPCP, báo 13/10/2025: làm bù
23/08/2026 CN | nghỉ 22/08 24/08 | nghỉ 21/08 24/08 |
24/08/2026 T2 | làm  22/08 25/08 | làm  21/08 25/08 |

28/08/2026 T6 | làm  27/08 03/09 | làm  27/08 31/08 |
29/08/2026 T7 | nghỉ 28/08 03/09 | nghỉ 28/08 31/08 |
30/08/2026 CN | nghỉ 28/08 03/09 | nghỉ 28/08 31/08 |
31/08/2026 T2 | nghỉ 28/08 03/09 | làm  28/08 03/09 | VPCP, báo 13/10/2025: nghỉ hoán đổi
01/09/2026 T3 | nghỉ 28/08 03/09 | nghỉ 31/08 03/09 | VPCP, báo 13/10/2025: Quốc khánh
02/09/2026 T4 | nghỉ 28/08 03/09 | nghỉ 31/08 03/09 | VPCP, báo 13/10/2025: Quốc khánh
03/09/2026 T5 | làm  28/08 04/09 | làm  31/08 04/09 |

21/11/2026 T7 | nghỉ 20/11 23/11 | nghỉ 20/11 23/11 |
22/11/2026 CN | nghỉ 20/11 23/11 | nghỉ 20/11 23/11 |
23/11/2026 T2 | làm  20/11 25/11 | làm  20/11 25/11 |
24/11/2026 T3 | nghỉ 23/11 25/11 | nghỉ 23/11 25/11 | 80-NQ/TW (dự kiến): Ngày Văn hóa
25/11/2026 T4 | làm  23/11 26/11 | làm  23/11 26/11 |
26/11/2026 T5 | làm  25/11 27/11 | làm  25/11 27/11 |
"""
ROWS = [line for line in TABLE.splitlines() if line]


def calendar(*, following: bool) -> WorkingCalendar:
    return FOLLOWING if following else NOT_FOLLOWING


def day_of(text: str) -> date:
    day, month, year = map(int, text.split("/"))
    return date(year, month, day)


@pytest.mark.parametrize("row", ROWS, ids=[row[:10] for row in ROWS])
def test_real_day(row: str) -> None:
    first, *expected, _ = [part.split() for part in row.split("|")]
    day = day_of(first[0])
    assert first[1] == ("T2", "T3", "T4", "T5", "T6", "T7", "CN")[day.weekday()]
    for found, (state, before, after) in zip((FOLLOWING, NOT_FOLLOWING), expected, strict=True):
        assert found.is_working_day(day) == (state == "làm")
        assert (found.reason_off(day) is None) == (state == "làm")
        assert f"{found.working_day_before(day, 1):%d/%m}" == before
        assert f"{found.working_day_after(day, 1):%d/%m}" == after


def test_the_table_is_long_enough_and_names_every_special_day() -> None:
    assert len(ROWS) >= 120
    noted = {day_of(row[:10]) for row in ROWS if row.rpartition("|")[2]}
    special = {off.day for year in shipped_years() for off in year.days_off}
    swaps = [swap for year in shipped_years() for swap in year.swaps]
    special |= {day for swap in swaps for day in (swap.day_off, swap.make_up)}
    assert noted == special


@BOTH
@pytest.mark.parametrize("count", [1, 5, 15, 30])
def test_counting_over_every_day_of_the_table(*, following: bool, count: int) -> None:
    found = calendar(following=following)
    for day in (day_of(row[:10]) for row in ROWS):
        assert found.working_day_before(day, count) == plain(found, day, count, -DAY)
        assert found.working_day_after(day, count) == plain(found, day, count, DAY)


def test_every_day_off_names_its_notice() -> None:
    for year in shipped_years():
        for day in (*year.days_off, *(half for swap in year.swaps for half in swap.halves)):
            entry = FOLLOWING.entry(day.day)
            assert entry is not None
            assert entry.notice


# --- the deadlines of the five congresses of the reference plan -----------------------------
# 15 working days before the opening, 5 after the closing; opening and closing not counted.


@BOTH
def test_tan_lap(*, following: bool) -> None:
    """20, 21/02/2025: back over Tết.

    19/02 (1) 18 (2) 17 (3) | 14 (4) 13 (5) 12 (6) 11 (7) 10 (8) | 07 (9) 06 (10) 05 (11)
    04 (12) 03 (13) | 25/01 - 02/02 off: weekend, Tết 27 - 31/01, weekend | 24/01 (14)
    23/01 (15). After: 24/02 (1) 25 (2) 26 (3) 27 (4) 28 (5).
    """
    found = calendar(following=following)
    assert found.working_day_before(date(2025, 2, 20), 15) == date(2025, 1, 23)
    assert found.working_day_after(date(2025, 2, 21), 5) == date(2025, 2, 28)


@BOTH
def test_van_phong_tinh_uy(*, following: bool) -> None:
    """Tentative, from 03/01 to 10/01/2025: from its earliest opening and its latest closing.

    02/01 (1) | 01/01 off | 31/12 (2) 30/12 (3) | 27/12 (4) 26 (5) 25 (6) 24 (7) 23 (8) |
    20 (9) 19 (10) 18 (11) 17 (12) 16 (13) | 13 (14) 12/12 (15).
    After: 13/01 (1) 14 (2) 15 (3) 16 (4) 17 (5).
    """
    found = calendar(following=following)
    assert found.working_day_before(date(2025, 1, 3), 15) == date(2024, 12, 12)
    assert found.working_day_after(date(2025, 1, 10), 5) == date(2025, 1, 17)


@pytest.mark.parametrize(
    ("following", "papers"), [(True, date(2025, 4, 26)), (False, date(2025, 4, 28))]
)
def test_chau_thanh(*, following: bool, papers: date) -> None:
    """21 - 23/5/2025: back over 30/4 - 01/5 and the swap of 02/5 for Saturday 26/4.

    20/5 (1) 19 (2) | 16 (3) 15 (4) 14 (5) 13 (6) 12 (7) | 09 (8) 08 (9) 07 (10) 06 (11)
    05 (12).
    Following swaps: 30/4 - 04/5 off | 29/4 (13) 28/4 (14) | Sunday 27/4 | Saturday 26/4, made
    up (15). Not following: 02/5 (13) | 30/4, 01/5 off | 29/4 (14) 28/4 (15).
    After: 26/5 (1) 27 (2) 28 (3) 29 (4) 30 (5).
    """
    found = calendar(following=following)
    assert found.working_day_before(date(2025, 5, 21), 15) == papers
    assert found.working_day_after(date(2025, 5, 23), 5) == date(2025, 5, 30)


@BOTH
def test_thanh_phuoc(*, following: bool) -> None:
    """05, 06/3/2025: no holiday on the way.

    04/3 (1) 03/3 (2) | 28/02 (3) 27 (4) 26 (5) 25 (6) 24 (7) | 21 (8) 20 (9) 19 (10) 18 (11)
    17 (12) | 14 (13) 13 (14) 12/02 (15). After: 07/3 (1) | 10 (2) 11 (3) 12 (4) 13 (5).
    """
    found = calendar(following=following)
    assert found.working_day_before(date(2025, 3, 5), 15) == date(2025, 2, 12)
    assert found.working_day_after(date(2025, 3, 6), 5) == date(2025, 3, 13)


@BOTH
def test_phuoc_ninh(*, following: bool) -> None:
    """18, 19/3/2025: no holiday on the way.

    17/3 (1) | 14 (2) 13 (3) 12 (4) 11 (5) 10 (6) | 07 (7) 06 (8) 05 (9) 04 (10) 03 (11) |
    28/02 (12) 27 (13) 26 (14) 25/02 (15). After: 20/3 (1) 21 (2) | 24 (3) 25 (4) 26 (5).
    """
    found = calendar(following=following)
    assert found.working_day_before(date(2025, 3, 18), 15) == date(2025, 2, 25)
    assert found.working_day_after(date(2025, 3, 19), 5) == date(2025, 3, 26)


# --- against plain counting ------------------------------------------------------------------


def plain(found: WorkingCalendar, day: date, count: int, step: timedelta) -> date:
    """The count-th day of the list of all working days on that side of the day."""
    days = [day + n * step for n in range(1, 3 * count + 30)]
    return [other for other in days if found.is_working_day(other)][count - 1]


SOME_DAY = st.dates(date(2024, 1, 1), date(2028, 12, 31))
SOME_DAYS = st.sets(st.dates(date(2025, 1, 1), date(2026, 12, 31)), max_size=40)


@given(day=SOME_DAY, count=st.integers(1, 60), following=st.booleans())
def test_counts_as_a_person_counts(*, day: date, count: int, following: bool) -> None:
    found = calendar(following=following)
    before, after = found.working_day_before(day, count), found.working_day_after(day, count)
    assert before == plain(found, day, count, -DAY)
    assert after == plain(found, day, count, DAY)
    assert found.is_working_day(before)
    assert found.is_working_day(after)
    assert found.working_days_between(before, day - DAY) == count
    assert found.working_days_between(day + DAY, after) == count


@given(off=SOME_DAYS, working=SOME_DAYS, day=SOME_DAY)
def test_local_days_have_the_last_word(off: set[date], working: set[date], day: date) -> None:
    added = YearDays(
        2026,
        local_days_off=tuple(NamedDay(each, "Nghỉ riêng") for each in off),
        local_working_days=tuple(NamedDay(each, "Làm riêng") for each in working - off),
    )
    found = WorkingCalendar((*shipped_years(), added))
    usual = FOLLOWING.is_working_day(day)
    assert found.is_working_day(day) == (day not in off and (usual or day in working))


@given(swapped=SOME_DAYS, day=SOME_DAY)
def test_not_following_leaves_nothing_of_a_swap(swapped: set[date], day: date) -> None:
    off = sorted(each for each in swapped if each.weekday() < 5)
    swaps = tuple(Swap(each, each + (5 - each.weekday()) * DAY) for each in off)
    with_swaps = (*shipped_years(), YearDays(2026, swaps=swaps))
    found = WorkingCalendar(with_swaps, follow_swaps=False)
    assert found.is_working_day(day) == NOT_FOLLOWING.is_working_day(day)


@given(first=SOME_DAY, last=SOME_DAY)
def test_days_between(first: date, last: date) -> None:
    days = [first + n * DAY for n in range(max((last - first).days + 1, 0))]
    expected = len([day for day in days if FOLLOWING.is_working_day(day)])
    assert FOLLOWING.working_days_between(first, last) == expected


def test_none_before_is_the_day_itself_and_a_count_has_one_direction() -> None:
    sunday = date(2026, 11, 22)
    assert FOLLOWING.working_day_before(sunday, 0) == sunday
    with pytest.raises(ValueError, match="one direction"):
        FOLLOWING.working_day_after(sunday, -1)


# --- why a day is off, and what is not sure ---------------------------------------------------


@pytest.mark.parametrize(
    ("day", "reason"),
    [
        (date(2025, 1, 27), "Tết Nguyên đán"),  # 28 tháng Chạp; the library says "29 Tết"
        (date(2025, 5, 2), "Nghỉ hoán đổi"),
        (date(2025, 4, 26), None),  # made up
        (date(2025, 4, 27), "Chủ nhật"),
        (date(2026, 1, 3), "Thứ bảy"),
        (date(2026, 4, 26), "Ngày Giỗ Tổ Hùng Vương"),  # a Sunday, but that is not the reason
        (date(2026, 11, 24), "Ngày Văn hóa Việt Nam (dự kiến)"),
        (date(2027, 2, 4), "Tết Nguyên đán (cuối tháng Chạp) (dự kiến)"),
        (date(2027, 2, 6), "Tết Nguyên đán (mùng 1) (dự kiến)"),
        (date(2027, 5, 3), "Nghỉ bù Ngày Quốc tế Lao động (dự kiến)"),
        (date(2027, 2, 7), "Tết Nguyên đán (mùng 2) (dự kiến)"),
        (date(2027, 2, 14), "Chủ nhật"),
    ],
)
def test_reason(day: date, reason: str | None) -> None:
    assert FOLLOWING.reason_off(day) == reason


def test_a_swap_names_its_other_half_and_its_notice() -> None:
    entry = FOLLOWING.entry(date(2026, 1, 10))
    assert entry is not None
    assert (entry.reason, entry.instead_of) == ("Làm bù", date(2026, 1, 2))
    assert "12729/VPCP-KGVX" in entry.notice
    assert "chưa đọc được văn bản gốc" in entry.notice


def test_provisional() -> None:
    assert [year for year in range(2022, 2030) if not FOLLOWING.is_provisional(year)] == [
        2024,
        2025,
        2026,
    ]
    assert not FOLLOWING.is_provisional_between(date(2026, 1, 1), date(2026, 11, 23))
    assert FOLLOWING.is_provisional_between(date(2026, 11, 23), date(2026, 11, 24))
    assert FOLLOWING.is_provisional_between(date(2026, 12, 25), date(2027, 1, 4))


def test_the_culture_day_is_off_until_the_user_says_otherwise() -> None:
    day = date(2026, 11, 24)
    works = WorkingCalendar((*shipped_years(), YearDays(2026, dropped=(day,))))
    assert works.is_working_day(day)
    assert not works.is_provisional_between(day, day)


# --- files over files -------------------------------------------------------------------------


@pytest.mark.parametrize("half", [date(2026, 8, 31), date(2026, 8, 22)])
def test_dropping_half_of_a_swap_drops_both(half: date) -> None:
    found = WorkingCalendar((*shipped_years(), YearDays(2026, dropped=(half,))))
    assert found.is_working_day(date(2026, 8, 31))
    assert not found.is_working_day(date(2026, 8, 22))


def test_a_dropped_swap_leaves_a_local_day_where_it_was_made_up() -> None:
    saturday = date(2026, 8, 22)
    local = YearDays(2026, local_days_off=(NamedDay(saturday, "Ngày truyền thống"),))
    dropping = YearDays(2026, dropped=(date(2026, 8, 31),))
    found = WorkingCalendar((*shipped_years(), local, dropping))
    assert found.reason_off(saturday) == "Ngày truyền thống"
    assert found.is_working_day(date(2026, 8, 31))


def test_a_make_up_day_alone_is_followed_or_not() -> None:
    saturday = date(2026, 6, 6)
    added = YearDays(2026, make_ups=(NamedDay(saturday, "Làm bù"),))
    assert WorkingCalendar((*shipped_years(), added)).is_working_day(saturday)
    not_following = WorkingCalendar((*shipped_years(), added), follow_swaps=False)
    assert not not_following.is_working_day(saturday)


def test_a_swap_across_new_year() -> None:
    """The library's swap of 31/12/2018 for 05/01/2019, and a file's of the same shape."""
    assert not WorkingCalendar().is_working_day(date(2018, 12, 31))
    assert WorkingCalendar().is_working_day(date(2019, 1, 5))
    assert WorkingCalendar(follow_swaps=False).is_working_day(date(2018, 12, 31))
    assert not WorkingCalendar(follow_swaps=False).is_working_day(date(2019, 1, 5))
    added = YearDays(2027, swaps=(Swap(date(2027, 1, 4), date(2026, 12, 26)),))
    found = WorkingCalendar((*shipped_years(), added))
    assert found.is_working_day(date(2026, 12, 26))
    assert not found.is_working_day(date(2027, 1, 4))


# --- years nobody listed ----------------------------------------------------------------------


@pytest.mark.parametrize(
    "year", [FIRST_YEAR, 1968, 1985, 2007, 2023, 2027, 2030, 2053, LAST_YEAR]
)
def test_no_year_is_without_holidays(year: int) -> None:
    found = WorkingCalendar()
    days = [date(year, 1, 1) + n * DAY for n in range(365)]
    assert not found.is_working_day(date(year, 1, 1))
    assert any("mùng 1" in (found.reason_off(day) or "") for day in days)


@pytest.mark.parametrize("year", [FIRST_YEAR - 1, LAST_YEAR + 1, 2150])
def test_a_year_of_which_nothing_is_known_is_refused(year: int) -> None:
    with pytest.raises(UncoveredYearError, match=str(year)):
        WorkingCalendar().is_working_day(date(year, 6, 1))


def test_counting_runs_into_the_refusal_not_past_it() -> None:
    with pytest.raises(UncoveredYearError):
        WorkingCalendar().working_day_after(date(LAST_YEAR, 12, 31), 5)


def test_tet_of_2030_is_the_vietnamese_one() -> None:
    """02/02/2030 in Vietnam, 03/02 in China."""
    assert WorkingCalendar().reason_off(date(2030, 2, 2)) == "Tết Nguyên đán (mùng 1) (dự kiến)"


def test_the_library_differs_from_the_notices_only_where_known() -> None:
    """It lacks the swap of 02/01/2026; a new difference is to be looked at by a person."""
    expected = WorkingCalendar()
    days = [date(2024, 1, 1) + n * DAY for n in range(3 * 365 + 1)]
    differ = [d for d in days if expected.is_working_day(d) != FOLLOWING.is_working_day(d)]
    assert differ == [date(2026, 1, 2), date(2026, 1, 10)]


def test_every_swap_of_the_library_is_understood() -> None:
    from holidays import country_holidays  # noqa: PLC0415 - the oracle of this test alone

    theirs = country_holidays("VN", years=range(2008, 2029), expand=False)
    days = [date(2008, 1, 1) + n * DAY for n in range(21 * 365)]
    found = WorkingCalendar()
    ours = {day for day in days if day.weekday() >= 5 and found.is_working_day(day)}
    assert ours == theirs.weekend_workdays


# --- a value ----------------------------------------------------------------------------------


def test_a_calendar_is_a_value() -> None:
    again = pickle.loads(pickle.dumps(FOLLOWING))  # noqa: S301 - our own bytes
    assert again == FOLLOWING
    assert hash(again) == hash(FOLLOWING)
    assert again.working_day_before(date(2025, 5, 21), 15) == date(2025, 4, 26)
    with pytest.raises(AttributeError):
        FOLLOWING.follow_swaps = False  # type: ignore[misc]


def test_the_library_is_not_loaded_for_years_with_notices() -> None:
    code = (
        "import sys; from datetime import date; from generator.sources import year_file; "
        "year_file.load_calendar().calendar.working_day_before(date(2025, 5, 21), 15); "
        "sys.exit('holidays' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0  # noqa: S603


def test_the_shipped_calendar_loads_without_a_folder() -> None:
    assert load_calendar().calendar == FOLLOWING
    assert load_calendar(follow_swaps=False).calendar == NOT_FOLLOWING
