"""The papers: code, Vietnamese title, what each is made for, its form, template and view."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Any

from generator import views
from generator.deadlines import duties
from generator.ics import Agenda
from generator.tables import Workbook

if TYPE_CHECKING:
    from collections.abc import Callable

    from generator.calendar import WorkingCalendar
    from generator.model import Congress, Round


class Scope(StrEnum):
    """What one copy of a paper is made for."""

    ROUND = "đợt"
    CONGRESS = "đại hội"


class Form(StrEnum):
    """What kind of file a paper is; the value is how its name ends."""

    WORD = "docx"
    EXCEL = "xlsx"
    CALENDAR = "ics"


@dataclass(frozen=True, slots=True)
class Case:
    """What a view is made of; without a congress where the paper is of the round."""

    round: Round
    calendar: WorkingCalendar
    congress: Congress | None
    draft: bool


@dataclass(frozen=True, slots=True)
class Paper:
    """One kind of paper that `build` makes; that of a Word paper fills `code`.docx.

    A view that is None says that there is nothing to print yet.
    """

    code: str
    title: str
    scope: Scope
    view_type: type
    view: Callable[[Case], Any]
    form: Form = Form.WORD


def _plan(case: Case) -> views.PlanView:
    return views.plan(case.round, draft=case.draft)


def _report(case: Case) -> views.ReportView:
    if case.congress is None:
        raise ValueError("a report is made for a congress")
    return views.report(case.round, case.congress, draft=case.draft)


def _work_calendar(case: Case) -> Workbook:
    return views.work_calendar(case.round, duties(case.round, case.calendar), case.calendar)


def _agenda(case: Case) -> Agenda | None:
    return views.agenda(case.round, duties(case.round, case.calendar))


PAPERS: tuple[Paper, ...] = (
    Paper("ke-hoach", "Kế hoạch với ba phụ lục", Scope.ROUND, views.PlanView, _plan),
    Paper(
        "lich-cong-tac",
        "Lịch công tác (bảng tính)",
        Scope.ROUND,
        Workbook,
        _work_calendar,
        Form.EXCEL,
    ),
    Paper(
        "lich-cong-tac",
        "Lịch công tác (cho Outlook, điện thoại)",
        Scope.ROUND,
        Agenda,
        _agenda,
        Form.CALENDAR,
    ),
    Paper(
        "bao-cao-ket-qua",
        "Báo cáo kết quả đại hội (khung)",
        Scope.CONGRESS,
        views.ReportView,
        _report,
    ),
    # thong-ke-bau-cu, the workbook of each congress, has its line here when elections come
)
CODES = tuple(dict.fromkeys(paper.code for paper in PAPERS))
TEMPLATE_CODES = tuple(paper.code for paper in PAPERS if paper.form is Form.WORD)


def paper(code: str) -> Paper:
    """The paper with this code."""
    return next(one for one in PAPERS if one.code == code)


def shipped_template(code: str) -> Path:
    """The template that travels with the program, in the wheel or beside the package."""
    package = Path(__file__).parent
    shipped = package / "_templates"
    root = shipped if shipped.is_dir() else package.parent / "templates"
    return root / "word" / f"{code}.docx"


def template_path(code: str, folder: Path) -> Path:
    """The template of a paper: the round's own where it has one, else the shipped one."""
    own = folder / "templates" / f"{code}.docx"
    return own if own.is_file() else shipped_template(code)
