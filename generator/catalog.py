"""The papers: code, Vietnamese title, what each is made for, its form, template and view."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Any

from generator import views
from generator.deadlines import duties, report_due
from generator.elections import regulation_of
from generator.ics import Agenda
from generator.returns import NOTHING
from generator.sources import shipped_regulations
from generator.tables import Filling, Workbook

if TYPE_CHECKING:
    from collections.abc import Callable

    from generator.calendar import WorkingCalendar
    from generator.model import Congress, Round
    from generator.paper_format import Profile
    from generator.returns import Returned, Sums


class Scope(StrEnum):
    """What one copy of a paper is made for."""

    ROUND = "đợt"
    CONGRESS = "đại hội"
    ELECTION = "cuộc bầu cử"


class Form(StrEnum):
    """What kind of file a paper is; the value is how its name ends."""

    WORD = "docx"
    EXCEL = "xlsx"
    CALENDAR = "ics"


class Source(StrEnum):
    """What a paper is made from; a report is a skeleton until there are results."""

    ROUND = "dữ liệu của đợt"
    BOTH = "dữ liệu của đợt, rồi kết quả đại hội"
    RESULTS = "kết quả đại hội"


@dataclass(frozen=True, slots=True)
class Case:
    """What a view is made of; without a congress where the paper is of the round.

    `body` is what was elected where the paper is of one election; `returned` is what came back
    of the congress, `sums` what came back of the round.
    """

    round: Round
    calendar: WorkingCalendar
    congress: Congress | None
    draft: bool
    body: str = ""
    returned: Returned = NOTHING
    sums: Sums | None = None

    @property
    def is_fillable(self) -> bool:
        """Whether there are figures that may stand among the unit's own words."""
        return self.returned.counted is not None and not self.returned.doubtful

    @property
    def of(self) -> Congress:
        """The congress of a paper that is made for one."""
        if self.congress is None:
            raise ValueError("this paper is made for a congress")
        return self.congress


def _profile(case: Case) -> Profile:
    """What the form of a paper follows: the day of its congress, or as the plan."""
    if case.congress:
        return views.report_profile(case.round, case.congress)
    return views.profile_of(case.round)


def _steering_profile(case: Case) -> Profile:
    """The day of the figures, where there are any."""
    if case.sums:
        return views.steering_profile(case.round, case.sums.roll_up)
    return views.profile_of(case.round)


@dataclass(frozen=True, slots=True)
class Paper:
    """One kind of paper that `build` makes; that of a Word paper fills `code`.docx.

    A view that is None says that there is nothing to print yet. `filling` says how a view is
    put into the paper that the unit itself has written in, `profile` what its form follows.
    """

    code: str
    title: str
    scope: Scope
    view_type: type
    view: Callable[[Case], Any]
    form: Form = Form.WORD
    source: Source = Source.ROUND
    filling: Callable[[Any], Any] | None = None
    profile: Callable[[Case], Profile] = _profile

    def follows_from(self, case: Case) -> bool:
        """Whether the paper of this case is made from results that came back."""
        if self.source is Source.RESULTS:
            return True
        has_come = case.returned.counted is not None or case.returned.doubtful
        return self.source is Source.BOTH and has_come


def _plan(case: Case) -> views.PlanView:
    return views.plan(case.round, draft=case.draft)


def _report(case: Case) -> views.ReportView:
    came = case.returned
    return views.report(
        case.round, case.of, draft=case.draft, counted=came.counted, findings=came.findings
    )


def _election_form(case: Case) -> Filling:
    regulation = regulation_of(shipped_regulations(), case.round, case.of)
    due = report_due(case.round, case.of, case.calendar)
    return views.election_workbook(case.round, case.of, regulation, due)


def _minutes(case: Case) -> views.MinutesView | None:
    came, counted = case.returned, case.returned.counted
    if counted is None:
        return None
    return views.minutes(
        case.round, counted, case.body, draft=case.draft, findings=came.findings
    )


def _roll_up(case: Case) -> Workbook | None:
    return views.roll_up_workbook(case.round, case.sums.roll_up) if case.sums else None


def _steering_report(case: Case) -> views.SteeringReportView | None:
    sums = case.sums
    if sums is None:
        return None
    return views.steering_report(case.round, sums.roll_up, sums.words, draft=case.draft)


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
        "tong-hop-ket-qua-bau-cu",
        "Tổng hợp kết quả bầu cử",
        Scope.ROUND,
        Workbook,
        _roll_up,
        Form.EXCEL,
        Source.RESULTS,
    ),
    Paper(
        "bao-cao-ket-qua-chi-dao",
        "Báo cáo kết quả chỉ đạo đại hội",
        Scope.ROUND,
        views.SteeringReportView,
        _steering_report,
        source=Source.RESULTS,
        profile=_steering_profile,
    ),
    Paper(
        "thong-ke-bau-cu",
        "Biểu thống kê kết quả bầu cử (đơn vị điền)",
        Scope.CONGRESS,
        Filling,
        _election_form,
        Form.EXCEL,
    ),
    Paper(
        "bao-cao-ket-qua",
        "Báo cáo kết quả đại hội",
        Scope.CONGRESS,
        views.ReportView,
        _report,
        source=Source.BOTH,
        filling=views.report_filling,
    ),
    Paper(
        "bien-ban-kiem-phieu",
        "Biên bản kiểm phiếu",
        Scope.ELECTION,
        views.MinutesView,
        _minutes,
        source=Source.RESULTS,
    ),
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
