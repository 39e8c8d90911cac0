"""Thể thức as data: the profile of a date, and facts that a printed page is held to."""

from __future__ import annotations

from datetime import date

import pytest

from generator.paper_format import (
    PARTY_HD05,
    PARTY_HD36,
    PROFILES,
    STATE_ND30,
    Confidence,
    Profile,
    party_profile,
)


@pytest.mark.parametrize(
    ("first", "last", "profile"),
    [
        (date(2018, 4, 2), date(2018, 4, 2), None),
        (date(2018, 4, 3), date(2018, 4, 3), PARTY_HD36),
        (date(2024, 11, 1), date(2024, 11, 30), PARTY_HD36),
        (date(2026, 5, 26), date(2026, 5, 26), PARTY_HD36),
        (date(2026, 5, 27), date(2026, 5, 27), PARTY_HD05),
        (date(2026, 5, 1), date(2026, 5, 31), None),  # May 2026 is in both: the data must say
        (date(2026, 9, 1), date(2026, 9, 30), PARTY_HD05),
    ],
)
def test_the_date_of_a_paper_picks_its_profile(
    first: date, last: date, profile: Profile | None
) -> None:
    assert party_profile(first, last) is profile


def test_the_signs_that_differ_between_profiles() -> None:
    assert PARTY_HD36.wording.recipient_separator == ","
    assert PARTY_HD05.wording.recipient_separator == ";"
    assert (
        PARTY_HD36.wording.number.format(number="01", kind="KH", issuer="TU") == "Số 01-KH/TU"
    )
    assert (
        STATE_ND30.wording.number.format(number="01", kind="KH", issuer="UBND")
        == "Số: 01/KH-UBND"
    )
    assert PARTY_HD05.kind_symbols["quy định"] == "QĐ"
    assert STATE_ND30.kind_symbols["quy định"] == "QyĐ"


@pytest.mark.parametrize("profile", PROFILES.values(), ids=lambda profile: profile.code)
def test_every_value_says_what_it_rests_on(profile: Profile) -> None:
    sources = [component.source for component in profile.components.values()]
    sources += [profile.page.source, profile.body.source, profile.wording.source]
    assert all(source.text and source.confidence in Confidence for source in sources)
    assert profile.basis
    for component in profile.components.values():
        assert component.size_pt.preferred in component.size_pt


def test_the_text_is_165_mm_wide() -> None:
    assert PARTY_HD36.page.text_width_mm == 165
