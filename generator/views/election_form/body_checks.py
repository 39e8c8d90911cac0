"""What must hold in one election: each row of the list, each ballot, the whole."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.model.election import BallotKind, Mode
from generator.tables import address
from generator.views.election_form import ballots as b
from generator.views.election_form import counting as c
from generator.views.election_form.page import Check, Ref, judged, said, words
from generator.views.election_form.people import row_check
from generator.views.election_form.sorting import tidy_name

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.views.election_form.body import BodyPage
    from generator.views.election_form.counting import BallotInputs
    from generator.views.election_form.shape import Shape


@dataclass(frozen=True, slots=True)
class BodyChecks:
    """The checks of one body's sheet."""

    shape: Shape
    one: BodyPage

    @property
    def _name(self) -> str:
        return self.one.page.name

    @property
    def _there(self) -> str:
        return f" (trang {self._name})"

    def checks(self) -> Iterator[Check]:
        """The lines of the check sheet about this body."""
        yield self._mode()
        for n in range(len(self.one.figures)):
            yield from self._ballot(n)
        page, blank = self.one.page, self._blank
        states = page.span(b.LIST_TOP, b.STATE, self.one.bottom)
        yield row_check(
            states, (self._name, b.STATE, b.LIST_TOP), "Từng người trong danh sách", blank
        )
        placed = page.span(
            self.one.placed_top, b.STATE, self.one.placed_top + self.one.placements - 1
        )
        count = self.one.counted.total(c.PLACED)
        place = (self._name, b.STATE, self.one.placed_top)
        yield row_check(placed, place, "Chỉ định, đương nhiên", f"AND({count}=0,{blank})")
        yield self._list_length()
        yield self._seats()
        yield self._next()
        yield self._head_of_counting()

    @property
    def _blank(self) -> str:
        """Nothing is said yet, and it is not said that there was no election."""
        counted = self.one.counted
        mode = counted.inputs.mode
        none = f"AND({mode}<>{words(Mode.BAU.value)},{mode}<>" + '"")'
        return f"AND({counted.total(c.LAST)}=0,NOT({none}))"

    @property
    def _no_election(self) -> str:
        mode = self.one.counted.inputs.mode
        return f"AND({mode}<>{words(Mode.BAU.value)},{mode}<>" + '"")'

    def _mode(self) -> Check:
        counted = self.one.counted
        mode, placed = counted.inputs.mode, counted.total(c.PLACED)
        typed = ",".join(
            (
                *(one.area for one in self.one.figures),
                *(one.votes for one in counted.inputs.ballots),
            )
        )
        findings = (
            (
                f'AND({mode}="",COUNT({typed})>0)',
                words(
                    f"SAI: chưa chọn hình thức (trang {self._name}, ô {address(b.MODE_ROW, 2)})"
                ),
            ),
            (
                f"AND({self._no_election},COUNT({typed})>0)",
                said("SAI: hình thức là “", mode, f"” nhưng có số phiếu (trang {self._name})"),
            ),
            (
                f"AND({mode}={words(Mode.KHONG.value)},{placed}>0)",
                words(
                    "CHÚ Ý: không bầu lần này nhưng có người được chỉ định "
                    f"(trang {self._name})"
                ),
            ),
            (
                f"AND({mode}={words(Mode.CHI_DINH.value)},{placed}=0)",
                words(
                    "CHÚ Ý: chỉ định nhưng chưa có tên người được chỉ định "
                    f"(trang {self._name})"
                ),
            ),
        )
        blank = f"AND(COUNT({typed})=0,NOT({self._no_election}))"
        return Check(self._name, "Hình thức", judged(blank, *findings))

    def _ballot(self, n: int) -> Iterator[Check]:
        """The numbers of one ballot: in words as beside them, then against the votes."""
        figures, ballot = self.one.figures[n], self.one.counted.inputs.ballots[n]
        words_of = [f'LEFT({state},3)="SAI"' for state in figures.states]
        found = [
            (wrong, said(state, self._there))
            for wrong, state in zip(words_of, figures.states, strict=True)
        ]
        blank = f"COUNT({figures.area},{ballot.votes})=0"
        otherwise = judged(blank, *self._kind(n), *found, *self._votes(n, ballot))
        if n:  # a ballot that was not needed is no gap
            otherwise = f"IF({blank},{words('Không có')},{otherwise})"
        else:
            otherwise = f"IF({self._no_election},{words('Không có')},{otherwise})"
        value = "Chưa nhập" if not n else "Không có"
        yield Check(self._name, f"Số phiếu lần {n + 1}", otherwise, value)

    def _kind(self, n: int) -> Iterator[tuple[str, str]]:
        if not n:
            return
        kind, counted = self.one.figures[n].kind, self.one.counted
        place = address(b.KIND_ROW, b.FIGURE_COLUMNS[n])
        yield (
            f'{kind}=""',
            words(f"SAI: chưa chọn loại lần bầu (trang {self._name}, ô {place})"),
        )
        before = f"COUNT({self.one.figures[n - 1].area})=0"
        yield (
            before,
            words(
                f"SAI: có lần bầu thứ {n + 1} nhưng chưa nhập lần thứ {n} (trang {self._name})"
            ),
        )
        ties = counted.span(n - 1, c.CODE)
        no_tie = f"AND({kind}={words(BallotKind.BANG_PHIEU.value)},COUNTIF({ties},{c.TIED})=0)"
        yield (
            no_tie,
            words(f"SAI: lần {n} không có ai bằng phiếu (trang {self._name}, ô {place})"),
        )

    def _votes(self, n: int, ballot: BallotInputs) -> Iterator[tuple[str, str]]:
        """The sum of the votes, and the number to elect of a further ballot."""
        of, counted = self.one.figures[n].of, self.one.counted
        spare = counted.inputs.alternates if not n else None  # they are on the same list
        names = f"({of['number']}+N({spare}))" if spare else of["number"]
        total, most = Ref(f"SUM({ballot.votes})"), Ref(f"({of['valid']}*{names})")
        yield (
            f"{total}>{most}",
            said(
                f"SAI: tổng số phiếu lần {n + 1} là ",
                total,
                ", nhiều nhất chỉ có thể là ",
                most,
                self._there,
            ),
        )
        if n:
            won = "+".join(str(counted.number(k, c.WINNERS)) for k in range(n))
            left = f"MAX(0,{counted.number(0, c.SEATS)}-({won}))"
            spare = counted.inputs.alternates
            room = f"IF({left}>0,{left},N({spare}))" if spare else left
            again = f"{self.one.figures[n].kind}={words(BallotKind.BANG_PHIEU.value)}"
            most = Ref(f"IF({again},{self._tied_seats(n - 1)},{room})")
            yield (
                f"{of['number']}>{most}",
                said(
                    f"SAI: lần {n + 1} bầu ",
                    of["number"],
                    " người nhưng chỉ còn thiếu ",
                    most,
                    self._there,
                ),
            )

    def _tied_seats(self, n: int) -> str:
        """For how many seats those tied in a round stand again."""
        counted = self.one.counted
        spare = counted.inputs.alternates
        seats = f"{counted.number(n, c.SEATS)}-{counted.number(n, c.WINNERS)}"
        if not spare:
            return seats
        alternates = f"N({spare})-{counted.number(n, c.SPARES)}"
        return f"IF({counted.number(n, c.TIE)}=1,{seats},{alternates})"

    def _list_length(self) -> Check:
        counted = self.one.counted
        seats = counted.number(0, c.SEATS)
        listed = Ref(f"COUNT({counted.inputs.ballots[0].votes})")
        alternates = counted.inputs.alternates
        most = Ref(f"({seats}+MAX(1,INT({seats}*{self.shape.surplus_max}/100)))")
        findings = [
            (
                f"{listed}<{seats}",
                said(
                    "SAI: danh sách có ",
                    listed,
                    " người, ít hơn số lượng bầu ",
                    seats,
                    self._there,
                ),
            )
        ]
        if self.one.body.surplus:
            few = said(
                "SAI: danh sách có ",
                listed,
                " người, phải nhiều hơn số lượng bầu ",
                seats,
                f" ({self.one.body.why_surplus}) (trang {self._name})",
            )
            findings.append((f"{listed}<={seats}", few))
        over = said(
            "CHÚ Ý: danh sách có ",
            listed,
            " người, số dư tối đa cho phép đến ",
            most,
            f" ({self.shape.why_limit}) (trang {self._name})",
        )
        bounded = f"{listed}>{most}" + (f"+N({alternates})" if alternates else "")
        findings.append((bounded, over))
        return self._of_election("Số người trong danh sách, số dư", *findings)

    def _of_election(self, what: str, *findings: tuple[str, str]) -> Check:
        expression = (
            f"IF({self._no_election},{words('Không có')},{judged(self._blank, *findings)})"
        )
        return Check(self._name, what, expression)

    def _seats(self) -> Check:
        counted = self.one.counted
        elected, placed = counted.total(c.ELECTED), counted.total(c.PLACED)
        planned, seats = counted.inputs.planned, counted.number(0, c.SEATS)
        more = said(
            "SAI: trúng cử ", elected, " người, nhiều hơn số lượng bầu ", seats, self._there
        )
        over = said(
            "CHÚ Ý: được bầu ",
            elected,
            " và không qua bầu ",
            placed,
            " người, nhiều hơn đề án ",
            planned,
            self._there,
        )
        short = said(
            "CHÚ Ý: còn khuyết ", counted.total(c.VACANT), f" so với đề án (trang {self._name})"
        )
        findings = (
            (f"AND({counted.total(c.LAST)}>0,{elected}>{seats})", more),
            (f"AND(ISNUMBER({planned}),{elected}+{placed}>N({planned}))", over),
            (f"N({counted.total(c.VACANT)})>0", short),
        )
        return Check(
            self._name,
            "Số người trúng cử so với số lượng bầu, đề án",
            judged(self._blank, *findings),
        )

    def _next(self) -> Check:
        counted = self.one.counted
        step = counted.total(c.STEP)
        first = Ref(f"LOWER(LEFT({step},1))&MID({step},2,200)")
        tie = said(
            "CHÚ Ý: ",
            counted.total(c.OPEN),
            " người bằng phiếu chưa giải quyết; ",
            first,
            self._there,
        )
        unfilled = said(
            "CHÚ Ý: còn thiếu ", counted.total(c.UNFILLED), " người; ", first, self._there
        )
        return self._of_election(
            "Bằng phiếu, bầu thiếu",
            (f"{counted.total(c.OPEN)}>0", tie),
            (f"{counted.total(c.UNFILLED)}>0", unfilled),
        )

    def _head_of_counting(self) -> Check:
        head = tidy_name(self.one.head)
        names = self.one.counted.page.span(b.LIST_TOP, c.NAME, self.one.bottom)
        wrong = f'AND({head}<>"",SUMPRODUCT(--({names}={head}))>0)'
        text = said(
            "SAI: trưởng ban kiểm phiếu ",
            Ref(head),
            f" có tên trong danh sách bầu cử (trang {self._name})",
        )
        return self._of_election(
            "Trưởng ban kiểm phiếu không có trong danh sách", (wrong, text)
        )
