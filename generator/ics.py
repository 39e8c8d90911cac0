"""Days to be kept, as iCalendar bytes (RFC 5545): Outlook and phones take them.

Every event is of whole days, with a name that stays the same when the file is made again; its
stamp is given, never read from a clock. The library folds lines and escapes text.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from icalendar import Alarm, Event

PRODUCT = "-//vankien//lich cong tac//VI"
REMINDER_HOUR = timedelta(hours=8)
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Entry:
    """One event, from its first day to its last, both counted.

    `remind` asks for an alarm in the morning of the day before the last one.
    """

    uid: str
    first: date
    last: date
    summary: str
    description: str
    category: str
    location: str = ""
    tentative: bool = False
    remind: bool = False


@dataclass(frozen=True, slots=True)
class Agenda:
    """A calendar: its name, the day that stamps it, its events."""

    title: str
    stamp: date
    entries: Sequence[Entry]


def render(agenda: Agenda) -> bytes:
    """The bytes of a calendar file."""
    return b"".join(pieces(agenda))


def pieces(agenda: Agenda) -> Iterator[bytes]:
    """The same, one event at a time: that of a country has thirty thousand."""
    from icalendar import Calendar, vText  # noqa: PLC0415 - heavy, and only `build` needs it

    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", vText(agenda.title))  # not escaped otherwise
    frame: bytes = calendar.to_ical()
    head, end, tail = frame.rpartition(b"END:VCALENDAR")
    yield head
    for entry in agenda.entries:  # as objects of the library thirty thousand take 300 MB
        yield _event(entry, agenda.stamp).to_ical()
    yield end + tail


def _event(entry: Entry, stamp: date) -> Event:
    from icalendar import Event  # noqa: PLC0415

    event = Event()
    event.add("uid", entry.uid)
    event.add("dtstamp", datetime.combine(stamp, time(), UTC))
    event.add("dtstart", entry.first)
    event.add("dtend", entry.last + _DAY)
    event.add("summary", entry.summary)
    event.add("description", entry.description)
    event.add("categories", [entry.category])
    if entry.location:
        event.add("location", entry.location)
    event.add("status", "TENTATIVE" if entry.tentative else "CONFIRMED")
    event.add("transp", "TRANSPARENT")
    if entry.remind:
        event.add_component(_alarm(entry))
    return event


def _alarm(entry: Entry) -> Alarm:
    """Counted from the start: not every program takes an alarm that is counted from the end."""
    from icalendar import Alarm  # noqa: PLC0415

    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", entry.summary)
    alarm.add("trigger", entry.last - entry.first - _DAY + REMINDER_HOUR)
    return alarm
