"""What LibreOffice is told, in a profile of its own: PDF/A-2b, Vietnamese, no macro, no net.

The settings stand in the profile and not on the command line, where Windows would take the
quotes away, and where Word papers and workbooks could not be converted by one call.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

_PDF = "Office.Common/Filter/PDF/Export"
_SCRIPTING = "Office.Common/Security/Scripting"
_SETTINGS = (
    (_PDF, "SelectPdfVersion", "2"),  # PDF/A-2b
    (_PDF, "ExportBookmarks", "true"),
    (_PDF, "UseTaggedPDF", "true"),
    (_PDF, "ExportFormFields", "false"),
    ("Office.Linguistic/General", "DefaultLocale", "vi-VN"),  # a workbook names no language
    ("Setup/L10N", "ooSetupSystemLocale", "vi-VN"),  # 1.234,5 on every machine
    (_SCRIPTING, "MacroSecurityLevel", "3"),
    (_SCRIPTING, "DisableMacrosExecution", "true"),
    (_SCRIPTING, "BlockUntrustedRefererLinks", "true"),
    ("Office.Writer/Content/Update", "Link", "0"),
    ("Office.Calc/Content/Update", "Link", "1"),  # here 1 is never
)
_SPACES = (
    'xmlns:oor="http://openoffice.org/2001/registry" '
    'xmlns:xs="http://www.w3.org/2001/XMLSchema" '
    'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"'
)


def make_profile(folder: Path) -> None:
    """Write a profile that LibreOffice fills up when it starts."""
    items = "\n".join(_item(*setting) for setting in _SETTINGS)
    text = (
        f'<?xml version="1.0" encoding="UTF-8"?>\n<oor:items {_SPACES}>\n{items}\n</oor:items>'
    )
    (folder / "user").mkdir(parents=True)
    (folder / "user" / "registrymodifications.xcu").write_text(text, encoding="utf-8")


def _item(path: str, name: str, value: str) -> str:
    return (
        f'<item oor:path="/org.openoffice.{path}">'
        f'<prop oor:name="{name}" oor:op="fuse"><value>{value}</value></prop></item>'
    )
