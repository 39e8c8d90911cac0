"""Thể thức as data: what each part of a paper looks like, by profile, with what it rests on.

One authority for making (`word`) and for measuring (`inspection`). Sizes are points, lengths
millimetres. The texts of Hướng dẫn 36-HD/VPTW and 05-HD/VPTW were read only in part and through
implementers who had them: each value says how sure it is. A value marked A or B may be an error
when a paper breaks it, C at most a warning; P, M and UNKNOWN are defaults that data overrides.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from generator.paper_format.party import PARTY, PARTY_HD05, PARTY_HD36, party_profile
from generator.paper_format.rules import (
    PLAIN,
    Addressing,
    Citing,
    Head,
    Numbering,
    Required,
    Signing,
    Stroke,
)
from generator.paper_format.state import STATE_ND30
from generator.paper_format.values import (
    Align,
    Body,
    Component,
    Confidence,
    Page,
    PageNumber,
    Profile,
    ProfileCode,
    Range,
    Source,
    Wording,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = [
    "PARTY",
    "PARTY_HD05",
    "PARTY_HD36",
    "PLAIN",
    "PROFILES",
    "STATE_ND30",
    "Addressing",
    "Align",
    "Body",
    "Citing",
    "Component",
    "Confidence",
    "Head",
    "Numbering",
    "Page",
    "PageNumber",
    "Profile",
    "ProfileCode",
    "Range",
    "Required",
    "Signing",
    "Source",
    "Stroke",
    "Wording",
    "party_profile",
]

PROFILES: Mapping[ProfileCode, Profile] = MappingProxyType(
    {profile.code: profile for profile in (PARTY_HD36, PARTY_HD05, STATE_ND30)}
)
