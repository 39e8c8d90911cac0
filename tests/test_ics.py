"""The calendar file: read by a strict reader of our own and by the library's."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from icalendar import Calendar

from conftest import REFERENCE, SAMPLE
from generator import ics, sources
from generator.deadlines import DutyKind, duties
from generator.views import agenda

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import Golden
    from generator.deadlines import Duty
    from generator.model import Round

ROUNDS = pytest.mark.parametrize("folder", [REFERENCE, SAMPLE], ids=["tay-ninh", "mau"])
LINE = re.compile(r"([A-Z-]+)((?:;[A-Z-]+=[^;:]+)*):(.*)", re.DOTALL)
TEXTS = {"SUMMARY", "DESCRIPTION", "LOCATION", "X-WR-CALNAME"}
ONCE = {
    "VCALENDAR": {"VERSION", "PRODID", "CALSCALE", "METHOD", "X-WR-CALNAME"},
    "VEVENT": {"UID", "DTSTAMP", "DTSTART", "DTEND", "SUMMARY", "STATUS", "TRANSP"},
    "VALARM": {"ACTION", "TRIGGER", "DESCRIPTION"},
}


@dataclass
class Part:
    """A component as its lines say it."""

    name: str
    properties: dict[str, list[str]] = field(default_factory=dict)
    parts: list[Part] = field(default_factory=list)

    def value(self, name: str) -> str:
        (line,) = self.properties[name]
        return line.partition(":")[2]


def read(content: bytes) -> Part:
    """The calendar of a file that keeps every rule of RFC 5545 that we rely on."""
    root = Part("")
    stack = [root]
    for line in unfolded(content):
        matched = LINE.fullmatch(line)
        assert matched, line
        name, _, value = matched.groups()
        if name == "BEGIN":
            stack.append(Part(value))
            stack[-2].parts.append(stack[-1])
        elif name == "END":
            assert stack.pop().name == value
        else:
            stack[-1].properties.setdefault(name, []).append(line)
            assert name not in TEXTS or well_escaped(value), line
    assert stack == [root]
    (calendar,) = root.parts
    return calendar


def unfolded(content: bytes) -> list[str]:
    """The lines, once it is known that they end and fold as they must."""
    assert content.endswith(b"\r\n")
    assert not re.search(rb"(?<!\r)\n|\r(?!\n)|[\x00-\x08\x0b\x0c\x0e-\x1f]", content)
    physical = content[:-2].split(b"\r\n")
    assert all(0 < len(line) <= 75 for line in physical)
    folded = [line.decode() for line in physical]  # fails where a letter was cut
    return "\r\n".join(folded).replace("\r\n ", "").split("\r\n")


def well_escaped(text: str) -> bool:
    return not re.search(r"[,;]|\\(?![\\,;nN])", re.sub(r"\\[\\,;nN]", "", text))


def plain(text: str) -> str:
    return re.sub(r"\\(.)", lambda found: {"n": "\n"}.get(found[1], found[1]), text)


def loaded(folder: Path) -> tuple[Round, tuple[Duty, ...]]:
    found = sources.load_round(folder).round
    assert found
    calendar = sources.load_calendar(folder).calendar
    assert calendar
    return found, duties(found, calendar)


def made(folder: Path) -> bytes:
    view = agenda(*loaded(folder))
    assert view
    return ics.render(view)


@ROUNDS
def test_a_strict_reader_takes_it(folder: Path) -> None:
    calendar = read(made(folder))
    assert calendar.name == "VCALENDAR"
    assert calendar.value("VERSION") == "2.0"
    assert calendar.value("METHOD") == "PUBLISH"
    for part in (calendar, *calendar.parts, *(a for e in calendar.parts for a in e.parts)):
        assert ONCE[part.name] <= set(part.properties)
        assert all(len(lines) == 1 for lines in part.properties.values())


@ROUNDS
def test_each_duty_is_an_event_of_whole_days_under_its_own_name(folder: Path) -> None:
    _, listed = loaded(folder)
    events = read(made(folder)).parts
    names = [event.value("UID") for event in events]
    assert len(events) == len(listed)
    assert max(Counter(names).values()) == 1
    assert all(name.isascii() and name.endswith("@vankien") for name in names)
    for event, duty in zip(events, listed, strict=True):
        assert event.properties["DTSTART"] == [f"DTSTART;VALUE=DATE:{duty.first:%Y%m%d}"]
        after = duty.last + timedelta(days=1)
        assert event.properties["DTEND"] == [f"DTEND;VALUE=DATE:{after:%Y%m%d}"]
        assert event.value("TRANSP") == "TRANSPARENT"
        assert event.value("STATUS") == ("TENTATIVE" if duty.provisional else "CONFIRMED")
        assert duty.what[1:] in plain(event.value("SUMMARY"))
        assert f"Thực hiện: {duty.who}\n" in plain(event.value("DESCRIPTION"))
        assert plain(event.value("CATEGORIES")) == duty.kind


@ROUNDS
def test_what_is_due_rings_at_eight_on_the_day_before(folder: Path) -> None:
    _, listed = loaded(folder)
    for event, duty in zip(
        Calendar.from_ical(made(folder)).walk("VEVENT"), listed, strict=True
    ):
        alarms = event.walk("VALARM")
        due = duty.kind in (DutyKind.NOTICE, DutyKind.PAPERS, DutyKind.REPORT)
        assert len(alarms) == due
        for alarm in alarms:
            begins = datetime.combine(duty.first, datetime.min.time(), UTC)
            rings = begins + alarm.decoded("TRIGGER")
            day_before = duty.last - timedelta(days=1)
            assert (rings.date(), rings.hour) == (day_before, 8)


@ROUNDS
def test_the_library_reads_back_what_was_written(folder: Path) -> None:
    view = agenda(*loaded(folder))
    assert view
    read_back = Calendar.from_ical(ics.render(view))
    assert str(read_back["X-WR-CALNAME"]) == view.title
    for event, entry in zip(read_back.walk("VEVENT"), view.entries, strict=True):
        assert (event.decoded("DTSTART"), str(event["UID"])) == (entry.first, entry.uid)
        assert str(event["SUMMARY"]) == entry.summary
        assert str(event["DESCRIPTION"]) == entry.description
        assert str(event.get("LOCATION", "")) == entry.location


def test_it_is_stamped_by_the_plan_or_the_first_duty_never_by_the_clock() -> None:
    found, listed = loaded(SAMPLE)
    stamps = {event.value("DTSTAMP") for event in read(made(SAMPLE)).parts}
    assert stamps == {"20261001T000000Z"}
    undated = found.model_copy(
        update={"plan": found.plan.model_copy(update={"issued_on": None})}
    )
    view = agenda(undated, listed)
    assert view
    assert view.stamp == date(2026, 10, 1)


def test_two_tiers_announced_in_one_month_are_two_events() -> None:
    found, listed = loaded(SAMPLE)
    notice = next(duty for duty in listed if duty.kind is DutyKind.NOTICE)
    view = agenda(found, [notice, replace(notice, what="Thông báo khác")])
    assert view
    assert len({entry.uid for entry in view.entries}) == 2


def test_a_round_without_a_date_has_no_calendar_file() -> None:
    found, _ = loaded(SAMPLE)
    assert agenda(found, ()) is None


def test_whatever_a_name_holds_the_file_stays_whole() -> None:
    summary = "a,b;c\\d\ne: “đ”\r\nBEGIN:VEVENT " + "ề" * 200 + " 🎌" * 40
    day = date(2026, 4, 3)
    entry = ics.Entry("a@vankien", day, day, summary, summary, "x, y", location=summary)
    calendar = read(ics.render(ics.Agenda(summary, day, (entry,))))
    (event,) = calendar.parts
    assert plain(event.value("SUMMARY")) == summary.replace("\r\n", "\n")
    assert event.value("CATEGORIES") == "x\\, y"


@ROUNDS
def test_it_reads_as_it_was_approved(folder: Path, golden: Golden) -> None:
    name = "mau" if folder == SAMPLE else "tay-ninh"
    golden(f"{name}.lich-cong-tac.ics.txt", "\n".join(unfolded(made(folder))) + "\n")
