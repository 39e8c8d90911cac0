"""The names of an organisation follow from its kind, unit and name, or are given."""

from __future__ import annotations

import pytest

from generator.model import Organization, OrganizationKind, UnitKind
from generator.model.organization import Names


def unit(where: UnitKind, name: str, **more: object) -> Organization:
    return Organization.model_validate({"id": "x", "unit": where, "name": name, **more})


@pytest.mark.parametrize(
    ("organization", "full", "committee", "standing", "generic", "symbol"),
    [
        (
            unit(UnitKind.TINH, "Tây Ninh"),
            "Đảng bộ tỉnh Tây Ninh",
            "Tỉnh ủy Tây Ninh",
            "Ban Thường vụ Tỉnh ủy Tây Ninh",
            "tỉnh ủy",
            "TU",
        ),
        (
            unit(UnitKind.HUYEN, "Châu Thành"),
            "Đảng bộ huyện Châu Thành",
            "Huyện ủy Châu Thành",
            "Ban Thường vụ Huyện ủy Châu Thành",
            "huyện ủy",
            "HU",
        ),
        (
            unit(UnitKind.DAC_KHU, "Phú Quý"),
            "Đảng bộ đặc khu Phú Quý",
            "Đảng ủy đặc khu Phú Quý",
            "Ban Thường vụ Đảng ủy đặc khu Phú Quý",
            "đảng ủy đặc khu",
            "ĐU",
        ),
        (
            unit(UnitKind.KHOI, "Khối Cơ quan và Doanh nghiệp tỉnh"),
            "Đảng bộ Khối Cơ quan và Doanh nghiệp tỉnh",
            "Đảng ủy Khối Cơ quan và Doanh nghiệp tỉnh",
            "Ban Thường vụ Đảng ủy Khối Cơ quan và Doanh nghiệp tỉnh",
            "Đảng ủy khối",
            "ĐUK",
        ),
        (
            unit(UnitKind.KHOM, "1", kind=OrganizationKind.CHI_BO),
            "Chi bộ khóm 1",
            "Chi ủy khóm 1",
            "Chi bộ khóm 1",
            "chi ủy khóm",
            "CB",
        ),
        (
            unit(UnitKind.KHAC, "điểm đại hội", kind=OrganizationKind.NHOM, members=3),
            "03 điểm đại hội",
            "Cấp ủy 03 điểm đại hội",
            "Cấp ủy 03 điểm đại hội",
            "cấp ủy 03 điểm đại hội",
            "ĐU",
        ),
        (
            unit(
                UnitKind.KHAC,
                "đảng bộ huyện",
                kind=OrganizationKind.NHOM,
                names=Names(committee="các huyện ủy"),
            ),
            "Các đảng bộ huyện",
            "các huyện ủy",
            "Ban Thường vụ các huyện ủy",
            "các huyện ủy",
            "ĐU",
        ),
    ],
)
def test_names_follow_the_rule(  # noqa: PLR0913, PLR0917 - one column a name
    organization: Organization,
    full: str,
    committee: str,
    standing: str,
    generic: str,
    symbol: str,
) -> None:
    assert organization.full_name == full
    assert organization.committee == committee
    assert organization.standing_committee == standing
    assert organization.generic_committee == generic
    assert organization.symbol == symbol


def test_a_given_name_wins() -> None:
    names = Names(committee="Quân ủy", symbol="QUTW", place_name="Hà Nội")
    organization = unit(UnitKind.QUAN_SU, "Quân khu 7", names=names)
    assert organization.committee == "Quân ủy"
    assert organization.standing_committee == "Ban Thường vụ Quân ủy"
    assert organization.symbol == "QUTW"


def test_no_symbol_is_invented_where_no_rule_was_found() -> None:
    assert unit(UnitKind.THI_XA, "Kỳ Anh").symbol is None
