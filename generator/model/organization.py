"""A Party organisation and its names: all follow from its kind, unit and name, or are given."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from pydantic import Field

from generator import vietnamese
from generator.model.base import Identifier, OrganizationRef, Positive, Record, Text

if TYPE_CHECKING:
    from collections.abc import Iterable


class OrganizationKind(StrEnum):
    """What the organisation is in the Charter; or several that are not named one by one."""

    DANG_BO = "đảng bộ"
    CHI_BO = "chi bộ"
    NHOM = "nhóm tổ chức đảng"

    @property
    def noun(self) -> str:
        """What one of them is called: "đảng bộ", of a group "tổ chức đảng"."""
        return self.removeprefix("nhóm ")


class UnitKind(StrEnum):
    """The unit in which the organisation is set up."""

    TINH = "tỉnh"
    THANH_PHO = "thành phố"
    HUYEN = "huyện"
    QUAN = "quận"
    THI_XA = "thị xã"
    XA = "xã"
    PHUONG = "phường"
    THI_TRAN = "thị trấn"
    DAC_KHU = "đặc khu"
    AP = "ấp"
    THON = "thôn"
    KHOM = "khóm"
    KHU_PHO = "khu phố"
    KHOI = "khối"
    CO_QUAN = "cơ quan"
    DOANH_NGHIEP = "doanh nghiệp"
    TRUONG_HOC = "trường học"
    BENH_VIEN = "bệnh viện"
    CONG_AN = "công an"
    QUAN_SU = "quân sự"
    KHAC = "khác"


_COMMITTEE_WORDS = {
    UnitKind.TINH: "Tỉnh ủy",
    UnitKind.THANH_PHO: "Thành ủy",
    UnitKind.HUYEN: "Huyện ủy",
    UnitKind.QUAN: "Quận ủy",
    UnitKind.THI_XA: "Thị ủy",
}
_LOCAL_COMMITTEES = (UnitKind.XA, UnitKind.PHUONG, UnitKind.THI_TRAN, UnitKind.DAC_KHU)
_HAMLETS = (UnitKind.AP, UnitKind.THON, UnitKind.KHOM, UnitKind.KHU_PHO)
TERRITORIAL = (*_COMMITTEE_WORDS, *_LOCAL_COMMITTEES, *_HAMLETS)
# Hướng dẫn 36-HD/VPTW, 05-HD/VPTW: TU, HU, ĐU, CB as seen in official examples
# (reference format-rules §1.6); for quận and thị xã none was seen: the data must say.
_SYMBOLS = {
    UnitKind.TINH: "TU",
    UnitKind.THANH_PHO: "TU",
    UnitKind.HUYEN: "HU",
    UnitKind.QUAN: None,
    UnitKind.THI_XA: None,
    UnitKind.KHOI: "ĐUK",  # practice, one source
}


class Names(Record):
    """Names that do not follow the rule."""

    full_name: Text | None = Field(None, title="Tên đầy đủ")
    committee: Text | None = Field(None, title="Tên cấp ủy")
    standing_committee: Text | None = Field(None, title="Tên ban thường vụ")
    generic_committee: Text | None = Field(None, title="Tên chung của cấp ủy")
    symbol: Text | None = Field(None, title="Ký hiệu trong số văn bản")
    place_name: Text | None = Field(None, title="Địa danh ghi trên văn bản")


class Organization(Record):
    """A Party organisation of the round, or a group of them that has one line in the plan.

    The name of a group is that of its members without their number: "điểm đại hội".
    """

    id: Identifier = Field(title="Mã")
    kind: OrganizationKind = Field(OrganizationKind.DANG_BO, title="Loại tổ chức đảng")
    unit: UnitKind = Field(title="Loại đơn vị")
    name: Text = Field(title="Tên riêng")
    superior: OrganizationRef | None = Field(None, title="Tổ chức đảng cấp trên trực tiếp")
    members: Positive | None = Field(None, title="Số tổ chức đảng trong nhóm")
    has_standing_committee: bool = Field(default=True, title="Có ban thường vụ")
    names: Names = Field(Names(), title="Tên gọi khác quy tắc")

    @property
    def has_advisory_bodies(self) -> bool:
        """Whether its committee has a standing board and offices of its own (custom).

        So do the committees of places down to the commune and of blocks; that of an agency, a
        school or an enterprise does not.
        """
        units = (*_COMMITTEE_WORDS, *_LOCAL_COMMITTEES, UnitKind.KHOI)
        return self.kind is OrganizationKind.DANG_BO and self.unit in units

    @property
    def is_group(self) -> bool:
        """Whether it stands for several organisations."""
        return self.kind is OrganizationKind.NHOM

    @property
    def size(self) -> int | None:
        """How many organisations it stands for; None for a group whose number is not known."""
        return self.members if self.is_group else 1

    @property
    def is_territorial(self) -> bool:
        """Whether its name is that of a place."""
        return self.unit in TERRITORIAL and not self.is_group

    @property
    def unit_name(self) -> str:
        """The unit: "huyện Tân Biên", "Văn phòng Tỉnh ủy"."""
        return f"{self.unit} {self.name}" if self.is_territorial else self.name

    @property
    def full_name(self) -> str:
        """The organisation: "Đảng bộ huyện Tân Biên"; a group: "03 điểm đại hội"."""
        first = vietnamese.upper_first(self.kind)
        if self.is_group:
            first = vietnamese.two_digits(self.members) if self.members else "Các"
        return self.names.full_name or f"{first} {self.unit_name}"

    @property
    def name_in_text(self) -> str:
        """The organisation within a sentence: "các điểm đại hội"."""
        return vietnamese.lower_first(self.full_name) if self.is_group else self.full_name

    @property
    def committee(self) -> str:
        """Its committee: "Huyện ủy Tân Biên", "Đảng ủy xã Tân Lập", "Chi ủy ấp 3"."""
        word = _COMMITTEE_WORDS.get(self.unit)
        by_rule = f"{word} {self.name}" if word else f"{self._committee_kind} {self.unit_name}"
        if self.is_group:
            by_rule = f"Cấp ủy {self.name_in_text}"
        return self.names.committee or by_rule

    @property
    def short_committee(self) -> str:
        """Its committee where no other is meant: "Tỉnh ủy", "Đảng ủy xã"."""
        word = _COMMITTEE_WORDS.get(self.unit)
        if word or self.names.committee:
            return self.names.committee or str(word)
        return f"{self._committee_kind} {self.unit}" if self.is_territorial else self.committee

    @property
    def generic_committee(self) -> str:
        """Its committee as one of a kind, in a sentence: "huyện ủy", "Đảng ủy khối"."""
        if self.is_group:
            return self.names.generic_committee or vietnamese.lower_first(self.committee)
        word = _COMMITTEE_WORDS.get(self.unit)
        if word or self.names.generic_committee:
            return self.names.generic_committee or str(word).lower()
        kind = self._committee_kind
        return f"{kind} khối" if self.unit is UnitKind.KHOI else f"{kind.lower()} {self.unit}"

    @property
    def generic_name(self) -> str:
        """The organisation as one of a kind: "đảng bộ huyện"."""
        return f"{self.kind} {self.unit}" if self.is_territorial else self.kind.noun

    @property
    def standing_committee(self) -> str:
        """Its standing committee: "Ban Thường vụ Huyện ủy Tân Biên"; of a cell, the cell."""
        if self.kind is OrganizationKind.CHI_BO:
            return self.names.standing_committee or self.full_name
        if self.is_group and not self.names.committee:
            return self.names.standing_committee or self.committee
        has_none = not self.has_standing_committee
        by_rule = self.committee if has_none else f"Ban Thường vụ {self.committee}"
        return self.names.standing_committee or by_rule

    @property
    def acts_by_board(self) -> bool:
        """Whether a standing committee acts for it, by its rule or its given name."""
        return "thường vụ" in self.standing_committee.lower()

    @property
    def symbol(self) -> str | None:
        """Its sign in a paper's number: TU, HU, ĐU, CB; None where no rule was found."""
        if self.names.symbol:
            return self.names.symbol
        if self.kind is OrganizationKind.CHI_BO:
            return "CB"
        return _SYMBOLS.get(self.unit, "ĐU")

    @property
    def _committee_kind(self) -> str:
        return "Chi ủy" if self.kind is OrganizationKind.CHI_BO else "Đảng ủy"


def number_of(organizations: Iterable[Organization]) -> int | None:
    """How many organisations they are in all; None where a group does not say."""
    sizes = [one.size for one in organizations]
    known = [size for size in sizes if size is not None]
    return sum(known) if len(known) == len(sizes) else None


def committees_of(unit: UnitKind) -> str:
    """Several committees of one unit kind, before their names: "các huyện ủy"."""
    word = _COMMITTEE_WORDS.get(unit)
    return f"các {word.lower()}" if word else f"đảng ủy các {unit}"
