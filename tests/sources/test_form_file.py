"""Workbooks that came back damaged or misfilled: what is told, where; nothing is lost."""

from __future__ import annotations

import copy
import shutil
import unicodedata
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

import pytest
from openpyxl.cell.cell import MergedCell
from openpyxl.utils.datetime import CALENDAR_MAC_1904

import damage
from conftest import ROOT, SAMPLE
from generator import excel, guard, sources, views
from generator.cli.printing import line
from generator.elections import bodies_of, regulation_of
from generator.errors import Place, Problem
from generator.guard import UnsafeFileError
from generator.model.result import CongressResult
from generator.tables import STAMP, Stamp
from plausible import plausible
from typist import entries_of, typed

if TYPE_CHECKING:
    from collections.abc import Callable

    from openpyxl import Workbook
    from openpyxl.cell.cell import Cell
    from openpyxl.worksheet.worksheet import Worksheet

    from generator.sources import ReadResult
    from generator.tables import Form

    Change = Callable[[Workbook], Any]
    Path_ = tuple[str | int, ...]

FILE = "xa-thu.xlsx"
TOLD = Path(__file__).parent / "damaged_forms.txt"
HEAD = """\
# What is told of each damaged or misfilled workbook, at which cell. A name, then the lines; "-"
# where nothing is told. SỐ LIỆU THỬ: the names are false. Written by test_form_file.py
# --update-golden and read by a person."""
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
GONE = None
BODIES = ("ban-chap-hanh", "ban-thuong-vu")
NAME, PEOPLE, RESULTS = "name", "Nhân sự", "Kết quả"
FIRST, VOTES, ISSUED = (
    ("people", 0),
    ("elections", 0, "candidates", 2, "votes", 0),
    ("elections", 0, "ballots", 0, "issued"),
)

needs_soffice = pytest.mark.skipif(shutil.which("soffice") is None, reason="cần LibreOffice")


@dataclass(frozen=True)
class Sent:
    """The form of a congress, the data that was typed into it, the filled workbook."""

    form: Form
    data: dict[str, Any]
    content: bytes
    cells: dict[Path_, tuple[str, str]] = field(default_factory=dict)

    @property
    def outline(self) -> sources.Outline:
        return sources.outline_of(self.form)

    def cell(self, book: Workbook, *path: str | int) -> Cell:
        sheet, cell = self.cells[path]
        found: Cell = book[sheet][cell]
        return found


@cache
def sent() -> Sent:
    found = sources.load_round(SAMPLE).round
    assert found
    congress = next(one for one in found.reporting if one.known_time.is_exact)
    regulation = regulation_of(sources.shipped_regulations(), found, congress)
    few = [
        body.model_copy(update={"rows": 20}) for body in regulation.bodies if body.id in BODIES
    ]
    regulation = regulation.model_copy(update={"bodies": tuple(few)})
    form = views.election_form(found, congress, regulation)
    opened, closed = congress.known_time.opening, congress.known_time.closing
    assert opened
    assert closed
    data = plausible(congress, bodies_of(regulation, found, congress), opened, closed)
    content = typed(excel.render(form.workbook), entries_of(form, data))
    return Sent(form, data, content, damage.cells_of(form))


@dataclass(frozen=True)
class Damage:
    """What was done to the workbook, and what of its data is read otherwise or not at all."""

    name: str
    harm: Callable[[bytes], bytes]
    other: tuple[tuple[Path_, Any], ...] = ()


def by_hand(name: str, change: Change, *other: tuple[Path_, Any]) -> Damage:
    """Damage done in a program that edits workbooks."""
    return Damage(name, lambda content: damage.edited(content, change), other)


def entered(name: str, value: Any, path: Path_, *read: Any) -> Damage:
    """Something typed into one input, and what is read of it."""

    def change(book: Workbook) -> None:
        cell = sent().cell(book, *path)
        cell.value = value
        if isinstance(value, date):
            cell.number_format = "dd/mm/yyyy"

    return by_hand(name, change, *((path, one) for one in read))


def sheet_of(book: Workbook, *path: str | int) -> Worksheet:
    found: Worksheet = book[sent().cells[path][0]]
    return found


def spot(*path: str | int) -> tuple[int, int]:
    """The row and the column of an input, from 1."""
    return damage.place(sent().cells[path][1])


def down(values: Callable[[str], Any], last: str) -> Change:
    """What the inputs of one column of all people hold is made something else."""

    def change(book: Workbook) -> None:
        for number in range(len(sent().data["people"])):
            cell = sent().cell(book, "people", number, last)
            cell.value = values(str(cell.value))
            if isinstance(cell.value, date):
                cell.number_format = "dd/mm/yyyy"

    return change


def as_day(text: str) -> datetime:
    day, month, year = map(int, text.split("/"))
    return datetime(year, month, day)  # noqa: DTZ001 - a day of the calendar


def in_people(change: Callable[[Worksheet], Any]) -> Change:
    return lambda book: change(book[PEOPLE])


def row_of_person(number: int) -> int:
    return spot("people", number, NAME)[0]


def sorted_by_hand(book: Workbook) -> None:
    """The first two people change places, with their numbers."""
    sheet, first = book[PEOPLE], row_of_person(0)
    for column in range(1, spot(*FIRST, "is_local")[1] + 1):
        one, other = sheet.cell(first, column), sheet.cell(first + 1, column)
        if one.data_type != "f":
            one.value, other.value = other.value, one.value


def written_in_new_row(book: Workbook) -> None:
    row = row_of_person(2)
    damage.put_rows(book[PEOPLE], row)
    book[PEOPLE].cell(row, spot(*FIRST, NAME)[1]).value = "Nguyễn Văn Chèn"


def merged(count: int) -> Change:
    """The names of a few people are merged, from the last one that is there or before."""

    def change(book: Workbook) -> None:
        row, column = spot("people", 1, NAME)
        book[PEOPLE].merge_cells(None, row, column, row + count - 1, column)

    return change


def merged_blank(book: Workbook) -> None:
    row, column = spot("people", len(sent().data["people"]) + 1, NAME)
    book[PEOPLE].merge_cells(None, row, column, row + 2, column)


def beyond(book: Workbook) -> None:
    last = max(path[1] for path in sent().cells if path[0] == "people")
    row, column = spot("people", last, NAME)
    book[PEOPLE].cell(row + 1, column).value = "Nguyễn Văn Thừa"


def beside(book: Workbook) -> None:
    book[PEOPLE].cell(row_of_person(2), book[PEOPLE].max_column + 2).value = "gọi lại"


def filtered(book: Workbook) -> None:
    sheet, row = book[PEOPLE], row_of_person(0)
    sheet.auto_filter.ref = f"A{row - 1}:B{row + 5}"
    for hidden in (row, row + 2, row + 3):
        sheet.row_dimensions[hidden].hidden = True


def hide_column(book: Workbook) -> None:
    letter = damage.letter(spot(*FIRST, "born")[1])
    book[PEOPLE].column_dimensions[letter].hidden = True


def label_of(*path: str | int) -> Callable[[Workbook], Cell]:
    """The words of the form to the left of an input."""

    def find(book: Workbook) -> Cell:
        row, column = spot(*path)
        cells = (sheet_of(book, *path).cell(row, one) for one in range(column - 1, 0, -1))
        found: Cell = next(cell for cell in cells if cell.value)
        return found

    return find


def heading(book: Workbook, last: str) -> Cell:
    row, column = spot(*FIRST, last)
    cells = (book[PEOPLE].cell(one, column) for one in range(row - 1, 0, -1))
    found: Cell = next(cell for cell in cells if isinstance(cell.value, str))
    return found


def from_1904(book: Workbook) -> None:
    book.epoch = CALENDAR_MAC_1904
    cell = sent().cell(book, *FIRST, "born")
    cell.value, cell.number_format = as_day("20/5/1980"), "dd/mm/yyyy"


def unlocked(book: Workbook) -> None:
    for sheet in (book[PEOPLE], sheet_of(book, *ISSUED)):
        sheet.protection.sheet = False


def stamped(**values: str) -> Change:
    """The hidden sheet says something else."""

    def change(book: Workbook) -> None:
        for row in book[STAMP].iter_rows():
            if row[0].value in values:
                row[1].value = values[str(row[0].value)]

    return change


def in_names(content: bytes) -> bytes:
    """All names in separate letters and marks, as an old Mac writes them."""
    change = down(lambda text: unicodedata.normalize("NFD", text), NAME)
    return damage.edited(content, change)


def born(number: int) -> Path_:
    return ("people", number, "born")


def damages() -> tuple[Damage, ...]:
    """Everything that was ever seen or feared."""
    here = sent()
    people, last = here.data["people"], len(here.data["people"])
    votes = spot(*VOTES)
    committee = here.cells[VOTES][0]
    row = row_of_person(2)
    return (
        # The form itself
        by_hand("rows inserted among people", in_people(lambda s: damage.put_rows(s, row, 2))),
        by_hand("row inserted and written in", written_in_new_row),
        by_hand("rows inserted at the top", lambda b: damage.put_rows(b[committee], 1, 3)),
        by_hand(
            "row of a person deleted",
            in_people(lambda s: damage.cut_rows(s, row)),
            (("people", 2), GONE),
        ),
        by_hand(
            "blank rows deleted",
            in_people(lambda s: damage.cut_rows(s, row_of_person(last + 1), 2)),
        ),
        by_hand(
            "row of a figure deleted",
            lambda b: damage.cut_rows(b[committee], spot(*ISSUED)[0]),
            (ISSUED, GONE),
        ),
        by_hand(
            "column inserted",
            in_people(lambda s: damage.put_columns(s, spot(*FIRST, "sex")[1])),
        ),
        by_hand(
            "column deleted that must be there",
            in_people(lambda s: damage.cut_columns(s, spot(*FIRST, "sex")[1])),
            *((("people", n, "sex"), GONE) for n in range(last)),
        ),
        by_hand(
            "column deleted that may be missing",
            in_people(lambda s: damage.cut_columns(s, spot(*FIRST, "hometown")[1])),
            *((("people", n, "hometown"), GONE) for n in range(last)),
        ),
        by_hand(
            "columns exchanged",
            in_people(
                lambda s: damage.swap_columns(
                    s,
                    spot(*FIRST, "hometown")[1],
                    spot(*FIRST, "position")[1],
                    row_of_person(0) - 1,
                )
            ),
        ),
        by_hand(
            "sorted by hand with the numbers",
            sorted_by_hand,
            (("people", 0), people[1]),
            (("people", 1), people[0]),
        ),
        by_hand("other order of sheets", lambda b: b.move_sheet(PEOPLE, -2)),
        by_hand("sheet deleted", lambda b: b.remove(b[PEOPLE]), (("people",), GONE)),
        by_hand("computed sheet deleted", lambda b: b.remove(b[RESULTS])),
        by_hand("sheet renamed", lambda b: setattr(b[PEOPLE], "title", "DS nhân sự")),
        by_hand("sheet copied", lambda b: b.copy_worksheet(b[PEOPLE])),
        by_hand("sheet of one's own", lambda b: b.create_sheet("Nháp").append(["ghi chú"])),
        by_hand("hidden sheet", lambda b: setattr(b[PEOPLE], "sheet_state", "hidden")),
        by_hand("values pasted over formulas", lambda b: damage.paste_values(b[PEOPLE])),
        by_hand("everything pasted as values", lambda b: [*map(damage.paste_values, b)]),
        by_hand("lock taken off", unlocked),
        by_hand(
            "words of the form changed",
            lambda b: setattr(label_of(*ISSUED)(b), "value", "Phát ra"),
        ),
        by_hand(
            "words of the form deleted", lambda b: setattr(label_of(*ISSUED)(b), "value", None)
        ),
        by_hand("heading changed", lambda b: setattr(heading(b, "hometown"), "value", "Nơi ở")),
        by_hand(
            "rows exchanged",
            lambda b: exchanged(b[committee], spot(*ISSUED)[0]),
        ),
        by_hand(
            "cells pushed down in one column",
            lambda b: b[committee].move_range(f"A{spot(*ISSUED)[0] - 3}:A40", 1),
            (("elections",), GONE),
        ),
        by_hand("more people than rows", beyond),
        by_hand("note beside the table", beside),
        by_hand("hidden row", in_people(lambda s: _hide(s, row))),
        by_hand("hidden column", hide_column),
        by_hand("filtered", filtered),
        # What was typed
        entered("words for a number", "mười", VOTES, "mười"),
        entered("number as text", "12 ", VOTES, "12"),
        entered("number with a dot", "1.000", VOTES, "1.000"),
        entered("number with a comma", "12,5", VOTES, "12,5"),
        entered("part of a number", 12.5, VOTES, "12,5"),
        entered("negative number", -3, VOTES, "-3"),
        entered("huge number", 1e9, VOTES, "1000000000"),
        entered("share", 0.8, VOTES, "0,8"),
        entered("truth for a number", bool(1), VOTES, GONE),
        entered("number that Excel made a day", as_day("12/5/2026"), VOTES, GONE),
        entered("formula", "=1+2", VOTES, GONE),
        by_hand(
            "formulas down a column",
            lambda b: [
                b[committee].cell(votes[0] + n, votes[1], f"=J{n + 1}") for n in range(3)
            ],
            *((("elections", 0, "candidates", n + 2, "votes", 0), GONE) for n in range(3)),
        ),
        entered("error value", "#DIV/0!", VOTES, GONE),
        entered("reference that is gone", "#REF!", VOTES, GONE),
        entered("value that must be there", None, ISSUED, GONE),
        entered("day with dashes", "05-03-1980", born(0), "05/03/1980"),
        entered("day with dots", "5.3.1980", born(0), "5/3/1980"),
        entered("day from the year", "1980-03-05", born(0), "05/03/1980"),
        entered("day in words", "Ngày 05 tháng 3 năm 1980", born(0), "05/3/1980"),
        entered("year alone", 1980, born(0), "1980"),
        entered("year of two digits", "05/3/80", born(0), "05/3/80"),
        entered("day that is not there", "31/02/1980", born(0), "31/02/1980"),
        entered("month before day", "02/20/1980", born(0), "02/20/1980"),
        entered("real date", as_day("20/5/1980"), born(0), "20/5/1980"),
        by_hand("real dates down a column", down(as_day, "born")),
        by_hand("days counted from 1904", from_1904, (born(0), "20/5/1980")),
        by_hand(
            "names merged",
            merged(3),
            *((("people", n, NAME), GONE) for n in (1, 2, 3)),
        ),
        by_hand("blank cells merged", merged_blank),
        entered("choice in capitals", " NỮ ", ("people", 0, "sex"), "nữ"),
        entered("choice misspelt", "đai học", ("people", 0, "degree"), "đai học"),
        entered("choice that means nothing", "???", ("people", 0, "degree"), "???"),
        entered("x for yes", "X", ("people", 0, "is_local"), "true"),
        entered("neither yes nor no", "đúng", ("people", 0, "is_local"), "đúng"),
        Damage("names in letters and marks", in_names),
        entered("eth for Đ", "Ðỗ Văn Thử", (*FIRST, NAME), "Ðỗ Văn Thử"),
        entered(
            "spaces that do not break", "Đỗ\u00a0Văn\u200b Thử", (*FIRST, NAME), "Đỗ Văn Thử"
        ),
        entered("tabs and lines in a name", "Đỗ\tVăn\nThử ", (*FIRST, NAME), "Đỗ Văn Thử"),
        entered("tag of a template", "{{ name }}", (*FIRST, NAME), "{{ name }}"),
        entered("number for a name", 12.5, (*FIRST, NAME), GONE),
        # Other programs
        by_hand("saved by another program", lambda _: None),
        by_hand("hidden sheet renamed", lambda b: setattr(b[STAMP], "title", "Sheet9")),
        # Not to be read
        by_hand("hidden sheet deleted", lambda b: b.remove(b[STAMP]), ((), GONE)),
        by_hand("hidden sheet broken", stamped(shape='{"unit":'), ((), GONE)),
        by_hand("another round", stamped(round="Đợt khác"), ((), GONE)),
        by_hand("older form", stamped(version="0"), ((), GONE)),
        by_hand("newer form", stamped(version="99"), ((), GONE)),
        by_hand("unknown congress", stamped(congress="la-la"), ((), GONE)),
        Damage("password, or .xls", lambda _: OLE + bytes(1000), (((), GONE),)),
        Damage(
            "macro",
            lambda content: damage.with_part(content, "xl/vbaProject.bin", b"x"),
            (((), GONE),),
        ),
        Damage("half a file", lambda content: content[: len(content) // 2], (((), GONE),)),
        Damage("empty file", lambda _: b"", (((), GONE),)),
        Damage("Word file", lambda _: word_file(), (((), GONE),)),
        by_hand("cell far away", in_people(_far), ((), GONE)),
    )


def _hide(sheet: Worksheet, row: int) -> None:
    sheet.row_dimensions[row].hidden = True


def exchanged(sheet: Worksheet, row: int) -> None:
    """Cut a row and put it below the next one."""
    for column in range(1, sheet.max_column + 1):
        one, other = sheet.cell(row, column), sheet.cell(row + 1, column)
        if not isinstance(one, MergedCell) and not isinstance(other, MergedCell):
            one.value, other.value = other.value, one.value


def _far(sheet: Worksheet) -> None:
    sheet["XFD1048576"] = "x"


def word_file() -> bytes:
    return (ROOT / "templates" / "word" / "ke-hoach.docx").read_bytes()


def received(content: bytes, folder: Path) -> tuple[ReadResult | None, tuple[Problem, ...]]:
    """What `collect` makes of a file: the door, the stamp, the reading."""
    path = folder / FILE
    path.write_bytes(content)
    own = sent().form.stamp
    try:
        safe = guard.package(path, FILE, guard.EXCEL)
        stamp = sources.stamp_of(safe, FILE)
        problems = sources.check_stamp(
            stamp,
            form=own.form,
            version=own.version,
            round_mark=own.round,
            congresses=(own.congress,),
            file=FILE,
        )
        if problems or stamp is None:
            return None, problems
        read = sources.read_result(safe, FILE, sources.outline_of(views.form_of(stamp)))
    except UnsafeFileError as error:
        return None, (error.problem,)
    except ValueError:
        return None, (Problem("form-stamp-broken", place=Place(FILE)),)
    return read, read.problems


def expected(other: tuple[tuple[Path_, Any], ...]) -> Any:
    """What was typed, with what a damage takes away or changes."""
    data = copy.deepcopy(plain())
    for path, value in other:
        if not path:
            return None
        around: Any = data
        last: Any = path[-1]
        for step in path[:-1]:
            around = around[step]
        if value is not GONE:
            around[last] = as_text(value)
        elif isinstance(around, list) and not isinstance(around[last], dict):
            around[last] = None
        else:
            del around[last]
    return trimmed(data)


def plain() -> Any:
    return sources.read_result(sent().content, FILE, sent().outline).data


def as_text(value: Any) -> Any:
    """Data as the reader hands it on: text."""
    if isinstance(value, dict):
        return {key: as_text(one) for key, one in value.items()}
    if isinstance(value, list):
        return [as_text(one) for one in value]
    return {"có": "true", "không": "false"}.get(str(value), str(value))


def trimmed(value: Any) -> Any:
    """Without lists in which nothing is left."""
    if isinstance(value, list):
        return [trimmed(one) for one in value]
    if isinstance(value, dict):
        kept = {key: trimmed(one) for key, one in value.items()}
        return {k: v for k, v in kept.items() if v is not None and v != [None]}
    return value


def test_what_is_typed_is_read() -> None:
    """Every value that was typed is in the result, and nothing else."""
    read = sources.read_result(sent().content, FILE, sent().outline)

    assert read.problems == ()
    wanted = CongressResult.model_validate(
        as_text({**sent().data, "congress": sent().form.stamp.congress})
    )
    assert read.result == wanted


@cache
def damaged(name: str) -> tuple[ReadResult | None, tuple[Problem, ...]]:
    """What is made of a damaged workbook, each made once."""
    harm = next(one for one in damages() if one.name == name)
    with TemporaryDirectory() as folder:
        return received(harm.harm(sent().content), Path(folder))


@pytest.mark.parametrize("harm", damages(), ids=lambda one: one.name)
def test_whatever_can_be_read_is_read(harm: Damage) -> None:
    """Beside what a damage takes away everything that was typed is still there."""
    read, _ = damaged(harm.name)

    wanted = expected(harm.other)
    assert (read.data if read else None) == wanted


def test_each_damage_is_told_once_and_where(request: pytest.FixtureRequest) -> None:
    """The sentences for all damages, reviewed by a person; --update-golden writes them."""
    blocks = []
    for harm in damages():
        _, problems = damaged(harm.name)
        said = [f"{one.severity}: {line(one)}" for one in problems]
        blocks.append("\n".join((harm.name, *(f"  {one}" for one in said or ["-"]))))
    text = "\n\n".join((HEAD, *blocks)) + "\n"
    if request.config.getoption("--update-golden"):
        TOLD.write_text(text, encoding="utf-8")
    assert text == TOLD.read_text(encoding="utf-8")


@needs_soffice
def test_a_workbook_saved_by_libreoffice_is_read_without_a_word(tmp_path: Path) -> None:
    """The unit has no Excel."""
    read, problems = received(damage.through_libreoffice(sent().content), tmp_path)

    assert problems == ()
    assert read
    assert read.result == sources.read_result(sent().content, FILE, sent().outline).result


def test_what_rules_find_is_placed_at_its_cell() -> None:
    """Blank rows are not in the result; a place is found by the number of the row in it."""
    change = in_people(clear)
    read = sources.read_result(damage.edited(sent().content, change), FILE, sent().outline)

    problem = Problem("same-name", ("people", 1, NAME))
    (placed,) = read.located([problem])

    assert (placed.place.sheet, placed.place.cell) == sent().cells["people", 2, NAME]
    assert placed.titles == ("Danh sách nhân sự", "Họ và tên")


def clear(sheet: Worksheet) -> None:
    """Nothing is left of the second person."""
    for path in sent().cells:
        if path[:2] == ("people", 1):
            sheet[sent().cells[path][1]].value = None


def test_a_blank_form_holds_only_what_it_came_with() -> None:
    """Prefilled cells alone make no record; the days of the congress must be there."""
    read = sources.read_result(excel.render(sent().form.workbook), FILE, sent().outline)

    assert read.result is None or not read.result.elections
    assert "people" not in read.data
    assert "elections" not in read.data


def test_a_second_ballot_alone_is_not_taken_for_the_first() -> None:
    """The numbers of the ballots are those of the columns of votes."""
    form = sent().form
    ballots = [path for path in sent().cells if path[:4] == ("elections", 0, "ballots", 0)]

    def change(book: Workbook) -> None:
        for path in ballots:
            here, there = sent().cell(book, *path), sent().cell(book, *path[:3], 1, *path[4:])
            there.value, here.value = here.value, None

    read = sources.read_result(
        damage.edited(sent().content, change), FILE, sources.outline_of(form)
    )
    found = read.data["elections"][0]["ballots"]

    assert "issued" not in found[0]
    assert found[1]["issued"] == str(sent().data["elections"][0]["ballots"][0]["issued"])


def test_a_stamp_is_none_where_there_is_no_form() -> None:
    """Somebody else's workbook."""
    book = damage.edited(sent().content, lambda b: b.remove(b[STAMP]))
    other = Stamp("form", "1", "dot", "xa", "{}")

    assert sources.stamp_of(book) is None
    assert sources.stamp_of(sent().content) == sent().form.stamp
    assert sources.check_stamp(
        replace(other, form="khac"),
        form="form",
        version="1",
        round_mark="dot",
        congresses=("xa",),
        file=FILE,
    ) == (Problem("form-not-ours", place=Place(FILE)),)
