"""What papers share: the head block, the signature, the recipients."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.model import OrganizationKind
from generator.vietnamese import NBSP, date_line, two_digits, upper_first

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.model import Organization, PartialDate, Signatory
    from generator.paper_format import Profile

DRAFT = "Dự thảo"
BLANK = NBSP * 5


@dataclass(frozen=True, slots=True)
class Head:
    """The head block: who issues the paper, its number, its place and date."""

    superior: str | None
    issuer: str
    number: str
    place_date: str
    draft: str | None


@dataclass(frozen=True, slots=True)
class SignatureLine:
    """One line above the name; the right to sign is bold, the post is not."""

    text: str
    strong: bool


@dataclass(frozen=True, slots=True)
class Signature:
    """The signature block."""

    lines: tuple[SignatureLine, ...]
    name: str


def number_line(profile: Profile, number: str | None, kind: str, issuer: str) -> str:
    """The number of a paper, a blank where it is not signed: "Số      -KH/TU"."""
    digits = two_digits(int(number)) if number else BLANK
    symbol = profile.kind_symbols[kind]
    line = profile.wording.number.format(number=digits, kind=symbol, issuer=issuer)
    return line.replace(" ", NBSP)


def place_date(place: str, day: PartialDate | None) -> str:
    """Place and date: "Tây Ninh, ngày    tháng 11 năm 2024"."""
    month = day.month if day else None
    return f"{place}, " + date_line(
        day.day if day else None, month.month if month else None, month.year if month else None
    )


def recipients(profile: Profile, names: Sequence[str]) -> tuple[str, ...]:
    """The recipients, each with its sign: a comma in 36-HD/VPTW, a semicolon in 05-HD/VPTW."""
    wording = profile.wording
    *others, last = names
    separated = (f"{name}{wording.recipient_separator}" for name in others)
    return (*separated, f"{last}{wording.recipient_end}")


def filed(profile: Profile, place: str) -> str:
    """The last recipient: who keeps the file copy."""
    return profile.wording.filing.format(office=place)


def signature(signatory: Signatory, group: str) -> Signature:
    """The block of a signatory.

    A post that is the only right to sign is bold (unsettled; what tools and papers do);
    "kiêm" stands between two posts, as in the reference plan (custom); where the steering
    group issues the paper, the second is a post of it and its name follows.
    """
    lines: list[SignatureLine] = []
    if signatory.formula:
        body = signatory.on_behalf_of or ""
        lines.append(SignatureLine(f"{signatory.formula} {body.upper()}".strip(), strong=True))
    alone = not lines
    lines.append(SignatureLine(signatory.position.upper(), strong=alone))
    if signatory.concurrently:
        second = f"{signatory.concurrently} {group}".strip().upper()
        lines += [SignatureLine("kiêm", strong=False), SignatureLine(second, strong=alone)]
    return Signature(tuple(lines), signatory.name)


def office(organization: Organization) -> str:
    """The office that keeps the file copy: "Văn phòng Huyện ủy", of a cell the cell itself."""
    if organization.kind is OrganizationKind.CHI_BO:
        return upper_first(organization.kind)
    if not organization.has_advisory_bodies:
        return "Đảng ủy"
    short = organization.generic_committee
    return f"Văn phòng {'Đảng ủy' if 'đảng ủy' in short.lower() else upper_first(short)}"
