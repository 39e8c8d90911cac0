"""The unit's workbook: what it knows beforehand, what only it takes, what its formulas say."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from functools import cache
from typing import TYPE_CHECKING, Any

import pytest

from conftest import SAMPLE
from generator import excel
from generator.elections import bodies_of, counted, regulation_of
from generator.model.result import CongressResult
from generator.sources import load_round
from generator.sources.regulation_file import shipped_regulations
from generator.tables import Cell, Form, address, column_letters
from generator.vietnamese import name_key
from generator.views import election_form, form_of, round_mark
from generator.views.election_form.shape import SORTING
from generator.views.election_form.sorting import SORTED
from recalculated import Cells, expected_cells, read_cells, recalculated
from typist import LockedError, entries_of, typed

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from pathlib import Path

    from generator.elections import Counted
    from generator.model import Congress, Round

Data = dict[str, Any]

# what Excel 2010 and LibreOffice 7.4 both have, by the same name
ALLOWED = {
    *("IF", "IFERROR", "AND", "OR", "NOT", "ISNUMBER", "ISERROR", "N", "CHOOSE"),
    *("COUNT", "COUNTA", "COUNTIF", "COUNTIFS", "SUM", "SUMPRODUCT", "MAX", "INT", "MOD"),
    *("INDEX", "MATCH", "OFFSET", "ROW", "LEFT", "RIGHT", "MID", "LEN", "FIND", "TRIM"),
    *("SUBSTITUTE", "REPT", "LOWER", "UPPER", "VALUE", "TEXT"),
    *("DATE", "DAY", "MONTH", "YEAR", "WEEKDAY"),
}
_TEXT = re.compile(r'"(?:[^"]|"")*"')
_NAMED = re.compile(r"'[^']*'!")


def sample() -> Round:
    found = load_round(SAMPLE).round
    assert found is not None
    return found


def congress_of(found: Round, identifier: str) -> Congress:
    return next(one for one in found.congresses if one.organization == identifier)


def form_for(identifier: str, due: date | None = None) -> Form:
    found = sample()
    congress = congress_of(found, identifier)
    regulation = regulation_of(shipped_regulations(), found, congress)
    return election_form(found, congress, regulation, due)


@cache
def school() -> tuple[Form, bytes]:
    """The form of the school of the sample round, and its bytes."""
    form = form_for("truong-thpt", date(2026, 11, 24))
    return form, excel.render(form.workbook)


def cells(form: Form) -> Iterator[tuple[str, str, Cell]]:
    for sheet in form.workbook.sheets:
        for row, line in enumerate(sheet.rows):
            for column, cell in enumerate(line):
                if cell:
                    yield sheet.name, address(row, column), cell


def count(data: Data) -> Counted:
    """The arithmetic of Python on the same data."""
    found = sample()
    congress = congress_of(found, "truong-thpt")
    regulation = regulation_of(shipped_regulations(), found, congress)
    bodies = bodies_of(regulation, found, congress)
    return counted(CongressResult.model_validate(data), congress, regulation, bodies)


def person(name: str, born: str = "05/3/1980", **more: str) -> Data:
    return {"name": name, "born": born, "sex": "nam", **more}


def ballot(number: int, papers: int, **more: object) -> Data:
    same = dict.fromkeys(("present", "issued", "returned", "valid"), papers)
    return {"number": number, **same, "invalid": 0, **more}


def votes(names: Mapping[str, int | tuple[int | None, ...]]) -> list[Data]:
    return [
        {"name": name, "votes": list(given) if isinstance(given, tuple) else [given]}
        for name, given in names.items()
    ]


AN, BINH, CHI, DUNG, EM = (
    *("Nguyễn Văn An Thử", "Trần Thị Bình Thử", "Lê Văn Chi Thử"),
    *("Phạm Thị Dung Thử", "Đỗ Văn Em Thử"),
)
EVERYBODY = (AN, BINH, CHI, DUNG, EM)
COMMITTEE, SECRETARY = "ban-chap-hanh", "bi-thu"


def result(*elections: Data, **more: object) -> Data:
    """A result of the school: twenty members convened, one absent with a good reason."""
    return {
        "congress": "truong-thpt",
        "kind": "đại hội đảng viên",
        "opened_on": "13/11/2026",
        "closed_on": "13/11/2026",
        "assemblies": [
            {"voter": "đại hội", "convened": 21, "excused": 1},
            {"voter": "hội nghị lần thứ nhất của ban chấp hành", "convened": 3},
        ],
        "people": [person(name) for name in EVERYBODY],
        "elections": list(elections),
        **more,
    }


def committee(
    names: Mapping[str, int | tuple[int | None, ...]], *ballots: Data, **more: object
) -> Data:
    return {
        "body": COMMITTEE,
        "mode": "bầu",
        "ballots": list(ballots),
        "candidates": votes(names),
        "planned_size": 4,
        **more,
    }


CASES: dict[str, Data] = {
    "đủ số lượng, một người ngoài số lượng": result(
        committee({AN: 20, BINH: 19, CHI: 18, DUNG: 11}, ballot(3, 20), planned_size=3)
    ),
    "một người không quá nửa": result(
        committee({AN: 20, BINH: 19, CHI: 7, DUNG: 10}, ballot(3, 20), planned_size=5)
    ),
    "bằng phiếu ở suất cuối": result(
        committee({AN: 20, BINH: 15, CHI: 12, DUNG: 12}, ballot(3, 20))
    ),
    "bầu lại người bằng phiếu": result(
        committee(
            {AN: (20,), BINH: (15,), CHI: (12, 8), DUNG: (12, 9)},
            ballot(3, 20),
            ballot(1, 19, kind="bằng phiếu"),
        )
    ),
    "vẫn bằng phiếu, đại hội công nhận": result(
        {
            **committee(
                {AN: (20,), BINH: (15,), CHI: (12, 9), DUNG: (12, 9)},
                ballot(3, 20),
                ballot(1, 19, kind="bằng phiếu"),
            ),
            "candidates": [
                {**one, **({"settled": True} if one["name"] == DUNG else {})}
                for one in votes({AN: (20,), BINH: (15,), CHI: (12, 9), DUNG: (12, 9)})
            ],
        }
    ),
    "bầu tiếp cho đủ": result(
        committee(
            {AN: (20,), BINH: (19,), CHI: (7, 6), DUNG: (10, 14)},
            ballot(3, 20),
            ballot(1, 20, kind="bầu tiếp"),
            planned_size=3,
        )
    ),
    "tất cả phiếu không hợp lệ": result(
        committee({AN: 0, BINH: 0}, {**ballot(1, 20), "valid": 0, "invalid": 20})
    ),
    "có người được chỉ định": result(
        committee(
            {AN: 20, BINH: 19, CHI: 5},
            ballot(2, 20),
            planned_size=4,
            placements=[{"name": DUNG, "kind": "chỉ định", "decision": "Quyết định 01"}],
        )
    ),
}


def _kinds() -> None:
    """The words of the model in the data above, not abbreviated."""
    full = {
        "bằng phiếu": "bầu lại giữa những người bằng phiếu",
        "bầu tiếp": "bầu tiếp cho đủ số lượng",
    }
    for data in CASES.values():
        for election in data["elections"]:
            for one in election.get("ballots", ()):
                one["kind"] = full.get(one.get("kind", ""), one.get("kind", "lần đầu"))


_kinds()


def filled(data: Data) -> bytes:
    form, content = school()
    return typed(content, entries_of(form, data))


@cache
def calculated() -> dict[str, Cells]:
    """All the cases, typed and calculated by LibreOffice in one run; the blank form too."""
    books = {name: filled(data) for name, data in CASES.items()}
    return recalculated({**books, "": school()[1]})


@pytest.mark.parametrize("name", CASES)
def test_the_formulas_say_what_the_arithmetic_says(name: str) -> None:
    form = school()[0]
    expected = expected_cells(form, count(CASES[name]))
    found = calculated()[name]
    assert len(expected) > 10
    assert {at: found.get(at, "") for at in expected} == pytest.approx(expected)


def test_a_blank_form_carries_the_values_that_its_formulas_have() -> None:
    assert calculated()[""] == read_cells(school()[1])


def test_a_form_is_rebuilt_from_its_stamp_with_nothing_in_it() -> None:
    form = school()[0]
    again = form_of(form.stamp)
    inputs = [cell for _, _, cell in cells(again) if cell.input]
    assert {cell.path for cell in inputs} == {c.path for _, _, c in cells(form) if c.input}
    assert not any(cell.value for cell in inputs)
    assert again.fixed == form.fixed
    assert again.weak == form.weak


@pytest.mark.parametrize("shape", ["", "{}", "[]", '{"unit":1}', "null"])
def test_a_strange_stamp_is_refused(shape: str) -> None:
    with pytest.raises(ValueError, match=r".+"):
        form_of(replace(school()[0].stamp, shape=shape))


def test_another_version_is_refused() -> None:
    with pytest.raises(ValueError, match="not our form"):
        form_of(replace(school()[0].stamp, version="0"))


def test_each_input_has_a_path_of_the_result_and_none_has_two() -> None:
    paths = [cell.path for _, _, cell in cells(school()[0]) if cell.input]
    assert all(paths)
    assert len(paths) == len(set(paths))


def test_the_form_knows_its_round_congress_and_days() -> None:
    form = school()[0]
    values = {cell.path: cell.value for _, _, cell in cells(form) if cell.input}
    assert form.stamp.round == round_mark(sample())
    assert form.stamp.congress == "truong-thpt"
    assert values["opened_on",] == values["closed_on",] == "13/11/2026"
    assert values["kind",] == "đại hội đảng viên"
    texts = [cell.value for name, _, cell in cells(form) if name == "Hướng dẫn"]
    assert "Gửi về Ban Xây dựng Đảng của Đảng ủy xã, chậm nhất ngày 24/11/2026" in texts
    assert "Thứ Sáu, ngày 13 tháng 11 năm 2026" in texts


def test_formulas_use_only_what_both_programs_have() -> None:
    found: set[str] = set()
    for identifier in ("truong-thpt", "benh-vien", "khoa-noi"):
        for _, _, cell in cells(form_for(identifier)):
            text = _NAMED.sub("", _TEXT.sub("", cell.formula or ""))
            found |= set(re.findall(r"([A-Z.]+)\(", text))
            assert ";" not in text
            assert "{" not in text
    assert found <= ALLOWED
    assert len(found) > 30


def test_only_inputs_take_what_is_typed() -> None:
    form, content = school()
    locked = [(s, a) for s, a, cell in cells(form) if not cell.input]
    with pytest.raises(LockedError):
        typed(content, {locked[0]: "x"})
    state = next((s, a) for s, a in locked if (s, a) == ("Kiểm tra", "D5"))
    with pytest.raises(LockedError, match="Kiểm tra!D5 is locked"):
        typed(content, {state: "Đạt"})
    assert all(sheet.protected for sheet in form.workbook.sheets)


def test_what_is_typed_is_read_back_as_typed() -> None:
    form = school()[0]
    data = CASES["bầu lại người bằng phiếu"]
    entries = entries_of(form, data)
    found = read_cells(filled(data))
    assert {at: found[at] for at in entries} == entries


AWKWARD = (
    *("Trần Thị Ánh", "Trần Thị Anh", "Lê Văn Anh", "Lê  Anh ", "Đỗ Ân", "Đỗ Ấn", "Đào Ăn"),
    *("Y Blô Niê", "K'Brơi", "Ksor H'Nghiêng", "Nguyễn Thị Thuỳ Dung", "Nguyễn Thị Thùy Dung"),
    *(
        "Hoàng Đức",
        "Hoàng Dức",
        "Ông Văn Ơn",
        "Nguyễn Ngọc Minh Anh Thư Thảo",
        "An",
        "Lê An An",
    ),
    *(
        "Vũ Hòa",
        "Vũ Hoà",
        "Vũ Hoa",
        "Vũ Hoan",
        "NGUYỄN VĂN AN",
        "Nguyễn Văn Ản",
        "Nguyễn Văn An Ba",
    ),
)


@cache
def wrong_ones() -> dict[str, Cells]:
    """What the check sheet says of results that do not add up, in one run of LibreOffice."""
    first = {AN: 20, BINH: 19, CHI: 18, DUNG: 11}
    bad = {
        "phiếu thu": result(committee(first, ballot(3, 20, returned=19, issued=18))),
        "hợp lệ": result(committee(first, ballot(3, 20, invalid=1))),
        "vượt phiếu": result(committee({**first, AN: 21}, ballot(3, 20))),
        "tên hai lần": result(
            {
                **committee(first, ballot(3, 20)),
                "candidates": [*votes(first), *votes({AN: 3})],
            }
        ),
        "không trong ban chấp hành": result(
            committee(first, ballot(3, 20)),
            {
                "body": "pho-bi-thu",
                "mode": "bầu",
                "ballots": [ballot(1, 3)],
                "candidates": votes({EM: 3}),
            },
        ),
        "có mặt": result(committee(first, ballot(3, 22, issued=20, returned=20, valid=20))),
        "danh sách": result(committee({AN: 20, BINH: 19, CHI: 18}, ballot(3, 20))),
        "ngày": result(closed_on="12/11/2026"),
        "sinh": result(people=[person(AN, "31/02/1980"), person(AN, "1980")]),
        "vần": result(people=[person(name) for name in AWKWARD]),
    }
    return recalculated({name: filled(data) for name, data in bad.items()})


SAID = {
    "phiếu thu": "SAI: số phiếu thu vào 19 lớn hơn số phiếu phát ra 18 (ô C12) (trang",
    "hợp lệ": "SAI: hợp lệ và không hợp lệ cộng lại là 21, số phiếu thu vào là 20",
    "vượt phiếu": "SAI: số phiếu lần 1 là 21 lớn hơn số phiếu hợp lệ 20 (trang Ban chấp hành",
    "tên hai lần": "SAI: tên có hai lần trong danh sách (trang Ban chấp hành, ô I",
    "không trong ban chấp hành": "SAI: trúng cử nhưng không có trong ban chấp hành (trang Phó",
    "có mặt": "SAI: số người có mặt khi bầu 22 lớn hơn số người được triệu tập 21",
    "danh sách": "SAI: danh sách có 3 người, phải nhiều hơn số lượng bầu 3",
    "ngày": "SAI: ngày bế mạc trước ngày khai mạc (trang Hướng dẫn)",
    "sinh": "SAI: tên có hai lần; trùng tên thì ghi thêm năm sinh (trang Nhân sự, ô P5)",
}


@pytest.mark.parametrize("name", SAID)
def test_the_check_sheet_says_in_words_what_is_wrong_and_where(name: str) -> None:
    found = wrong_ones()[name]
    states = [
        str(text) for (sheet, at), text in found.items() if sheet == "Kiểm tra" and at[0] == "D"
    ]
    assert any(text.startswith(SAID[name]) for text in states), [
        t for t in states if "SAI" in t
    ]
    state = next(t for (s, _), t in found.items() if s == "Hướng dẫn" and "chỗ sai" in str(t))
    assert str(state).startswith("SAI: còn ")


def test_names_are_in_the_order_of_the_alphabet() -> None:
    found = wrong_ones()["vần"]
    column = column_letters(SORTED)
    listed = [found[SORTING, f"{column}{n}"] for n in range(2, 2 + len(AWKWARD))]
    tidy = [" ".join(name.split()) for name in AWKWARD]
    assert listed == sorted(tidy, key=name_key)


def test_the_form_is_a_valid_workbook(
    tmp_path: Path, assert_valid_xlsx: Callable[[Path | str], None]
) -> None:
    path = tmp_path / "thong-ke-bau-cu.xlsx"
    path.write_bytes(school()[1])
    assert_valid_xlsx(path)
