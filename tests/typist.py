"""A clerk who types into the unlocked cells of a protected sheet, and nowhere else.

The XML of the sheet is changed cell by cell, as saving would; formulas, charts and rules stay.
"""

from __future__ import annotations

import io
import re
import zipfile
from typing import TYPE_CHECKING, Any
from xml.sax.saxutils import escape

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from generator.tables import Form

Entries = dict[tuple[str, str], str | int]

_SHEET = re.compile(r'<sheet name="([^"]*)" sheetId="\d+"[^>]*r:id="([^"]+)"')
_RELATION = re.compile(r'Id="([^"]+)"[^>]*Target="([^"]+)"|Target="([^"]+)"[^>]*Id="([^"]+)"')


class LockedError(Exception):
    """The cell is locked, or its sheet is not protected: a person could not type only there."""


def typed(content: bytes, entries: Mapping[tuple[str, str], str | int]) -> bytes:
    """The workbook with these values typed; None of them into a locked cell."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    files = _sheet_files(parts)
    unlocked = _unlocked_styles(parts["xl/styles.xml"].decode())
    by_sheet: dict[str, dict[str, str | int]] = {}
    for (sheet, cell), value in entries.items():
        by_sheet.setdefault(sheet, {})[cell] = value
    for sheet, values in by_sheet.items():
        part = files[sheet]
        xml = parts[part].decode()
        if "<sheetProtection" not in xml:
            raise LockedError(f"{sheet} is not protected")
        parts[part] = _typed_into(xml, sheet, values, unlocked).encode()
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return stream.getvalue()


def entries_of(form: Form, data: Mapping[str, Any]) -> Entries:
    """Where each value of a result is typed: the data as nested plain values, by path.

    Elections stand where the form has their body, assemblies where it has their voter.
    """
    places = {
        cell.path: (sheet.name, _address(row, column))
        for sheet in form.workbook.sheets
        for row, cells in enumerate(sheet.rows)
        for column, cell in enumerate(cells)
        if cell and cell.input
    }
    fixed = dict(form.fixed)
    found: Entries = {}
    for path, value in _leaves(_in_order(data, form), ()):
        if path in places:
            found[places[path]] = _as_typed(value)
        elif path not in fixed:
            raise KeyError(f"no input for {path}")
        elif fixed[path] != _as_typed(value):
            raise ValueError(f"{path} is fixed as {fixed[path]}, not {value}")
    return found


def _in_order(data: Mapping[str, Any], form: Form) -> dict[str, Any]:
    """The data with its elections and assemblies in the order of the form."""
    found = dict(data)
    for name, key in (("elections", "body"), ("assemblies", "voter")):
        order = [text for path, text in form.fixed if path[0] == name and path[-1] == key]
        given = {str(one[key]): one for one in data.get(name, ())}
        unknown = set(given) - set(order)
        if unknown:
            raise KeyError(f"the form has no place for {sorted(unknown)}")
        found[name] = [given.get(one, {}) for one in order]
    return found


def _as_typed(value: Any) -> str | int:
    if isinstance(value, bool):
        return "có" if value else "không"
    return value if isinstance(value, int) else str(value)


def _leaves(value: Any, path: tuple[str | int, ...]) -> Iterator[tuple[Any, Any]]:
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from _leaves(inner, (*path, key))
    elif isinstance(value, list | tuple):
        for number, inner in enumerate(value):
            yield from _leaves(inner, (*path, number))
    elif value is not None:
        yield path, value


def _address(row: int, column: int) -> str:
    letters = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(65 + rest) + letters
    return f"{letters}{row + 1}"


def _sheet_files(parts: Mapping[str, bytes]) -> dict[str, str]:
    """The part of each sheet by its name."""
    relations = {}
    for found in _RELATION.findall(parts["xl/_rels/workbook.xml.rels"].decode()):
        relations[found[0] or found[3]] = found[1] or found[2]
    names = _SHEET.findall(parts["xl/workbook.xml"].decode())
    return {
        name.replace("&amp;", "&"): f"xl/{relations[key].removeprefix('/xl/')}"
        for name, key in names
    }


def _unlocked_styles(xml: str) -> frozenset[int]:
    """The cell formats that say locked="0"."""
    block = re.search(r"<cellXfs[^>]*>(.*?)</cellXfs>", xml, re.DOTALL)
    assert block
    formats = re.findall(r"<xf [^>]*?/>|<xf [^>]*?>.*?</xf>", block[1], re.DOTALL)
    return frozenset(n for n, one in enumerate(formats) if 'locked="0"' in one)


def _typed_into(
    xml: str, sheet: str, values: Mapping[str, str | int], unlocked: frozenset[int]
) -> str:
    left = dict(values)

    def change(found: re.Match[str]) -> str:
        address = found["address"]
        if address not in left:
            return found[0]
        value = left.pop(address)
        style = re.search(r' s="(\d+)"', found[0])
        if not style or int(style[1]) not in unlocked or "<f" in found[0]:
            raise LockedError(f"{sheet}!{address} is locked")
        return _cell(address, style[1], value)

    changed = re.sub(r'<c r="(?P<address>[A-Z]+\d+)"[^>]*?(?:/>|>.*?</c>)', change, xml)
    if left:
        raise LockedError(f"{sheet} has no such input: {sorted(left)}")
    return changed


def _cell(address: str, style: str, value: str | int) -> str:
    if isinstance(value, int):
        return f'<c r="{address}" s="{style}"><v>{value}</v></c>'
    text = f'<is><t xml:space="preserve">{escape(value)}</t></is>'
    return f'<c r="{address}" s="{style}" t="inlineStr">{text}</c>'
