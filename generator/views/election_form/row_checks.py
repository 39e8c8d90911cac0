"""What must hold in each row of a body's sheet; said beside the row."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.tables import Cell
from generator.views.election_form import ballots as b
from generator.views.election_form import counting as c
from generator.views.election_form.appointments import NAME
from generator.views.election_form.page import Ref, cases, said, words
from generator.views.election_form.sorting import tidy_name

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.views.election_form.body import BodyPage
    from generator.views.election_form.members import Members
    from generator.views.election_form.people import People
    from generator.views.election_form.shape import Shape


@dataclass(frozen=True, slots=True)
class RowChecks:
    """The checks of the rows of one body's sheet."""

    shape: Shape
    one: BodyPage
    known: People
    everybody: Members

    def put_row_states(self) -> None:
        """Beside each name what is wrong with its row."""
        for row in range(b.LIST_TOP, self.one.bottom + 1):
            self._copy(row)
            told = self.one.counted.tell(row, c.STATE, self._row_words(row))
            self.one.page.put(row, b.STATE, Cell("", formula=f"={told}", alarm=True))
        for n in range(self.one.placements):
            row = self.one.placed_top + n
            state = Cell("", formula=f"={self._placed_words(row)}", alarm=True)
            self.one.page.put(row, b.STATE, state)

    def _copy(self, row: int) -> None:
        """What other sheets say of a name: votes against, its order, whether it is a member."""
        counted, page, sorting = self.one.counted, self.one.page, self.known.sorting
        name = counted.page.ref(row, c.NAME)
        for n, one in enumerate(counted.inputs.ballots):
            against = page.ref(row, one.votes_left[1])
            counted.tell(row, c.AGAINSTS + n, f'IF({against}="","",{against})')
        place = f"INDEX({sorting.orders},MATCH({name},{sorting.names},0))"
        counted.tell(row, c.PLACE, f'IF({name}="",0,IFERROR({place},0))', 0)
        source = self.shape.number_of(self.one.body.drawn_from or "")
        if source is not None:
            member = self.everybody.is_member(source, name)
            counted.tell(row, c.MEMBER, f'IF({name}="",0,{member})', 0)

    def _row_words(self, row: int) -> str:
        counted = self.one.counted
        name = counted.page.ref(row, c.NAME)
        names = counted.page.span(b.LIST_TOP, c.NAME, self.one.bottom)
        votes = [counted.votes(n, row) for n in range(len(counted.inputs.ballots))]
        typed = f"COUNT({','.join(votes)})"
        live = counted.total(c.LAST)
        untied = f"{counted.of(row, c.LAST_CODE)}<>{c.TIED}"
        in_vain = f"AND({counted.is_settled(row)}=1,{live}>0,{untied})"
        return cases(
            (f'AND({name}="",{typed}=0)', '""'),
            (f'{name}=""', words("SAI: có số phiếu nhưng chưa có họ tên")),
            (f"SUMPRODUCT(--({names}={name}))>1", words("SAI: tên có hai lần trong danh sách")),
            *self._vote_findings(row),
            (f"AND({live}>0,{typed}=0)", words("SAI: chưa nhập số phiếu")),
            *self._drawn(row),
            (in_vain, words("SAI: không bằng phiếu ở lần cuối nên không công nhận được")),
            *self._listed(row),
            otherwise=words("Đạt"),
        )

    def _vote_findings(self, row: int) -> Iterator[tuple[str, str]]:
        """Votes above the valid ballots, text for numbers, who stands again."""
        counted = self.one.counted
        won: list[str] = []
        for n in range(len(counted.inputs.ballots)):
            votes, against = counted.votes(n, row), counted.told(row, c.AGAINSTS + n)
            valid = counted.number(n, c.VALID)
            both = f"{votes},{against}"
            yield (
                f'({votes}<>"")+({against}<>"")<>COUNT({both})',
                words(f"SAI: số phiếu lần {n + 1} không phải là số"),
            )
            more = said(
                f"SAI: số phiếu lần {n + 1} là ", votes, " lớn hơn số phiếu hợp lệ ", valid
            )
            yield f"AND(ISNUMBER({valid}),N({votes})>N({valid}))", more
            text = said(
                f"SAI: đồng ý và không đồng ý lần {n + 1} cộng lại là ",
                Ref(f"({votes}+{against})"),
                ", lớn hơn số phiếu hợp lệ ",
                valid,
            )
            yield f"AND(COUNT({both},{valid})=3,N({votes})+N({against})>N({valid}))", text
            if n:
                yield from self._standing_again(row, n, (votes, won))
            won.append(f"{counted.cell(n, c.CODE, row)}={c.WON}")

    def _standing_again(
        self, row: int, n: int, known: tuple[Ref, list[str]]
    ) -> Iterator[tuple[str, str]]:
        """Who is elected leaves the list; those tied stand again alone."""
        votes, won = known
        again = f"AND(ISNUMBER({votes}),OR({','.join(won)}))"
        yield again, words(f"SAI: đã trúng cử, không còn trong danh sách lần {n + 1}")
        tie = f"{self.one.counted.number(n, c.HALF)}=0"
        tied = f"{self.one.counted.cell(n - 1, c.CODE, row)}={c.TIED}"
        other = f"AND(ISNUMBER({votes}),{tie},NOT({tied}))"
        yield other, words(f"SAI: lần {n} không bằng phiếu, không bầu lại lần {n + 1}")

    def _drawn(self, row: int) -> Iterator[tuple[str, str]]:
        """Elected from among a body that they are not in."""
        source = self.shape.number_of(self.one.body.drawn_from or "")
        if source is None:
            return
        counted = self.one.counted
        title = self.shape.bodies[source].title
        missing = f"AND({counted.of(row, c.STATUS)}=1,{counted.told(row, c.MEMBER)}=0)"
        yield missing, words(f"SAI: trúng cử nhưng không có trong {title}")

    def _listed(self, row: int) -> Iterator[tuple[str, str]]:
        """Not among the people; or not in the order of the alphabet."""
        place = self.one.counted.told(row, c.PLACE)
        before = self.one.counted.told(row - 1, c.PLACE)  # nothing stands above the first
        yield f"{place}=0", words("CHÚ Ý: chưa có trong trang Nhân sự")
        yield f"N({before})>{place}", words("CHÚ Ý: chưa theo thứ tự vần A, B, C")

    def _placed_words(self, row: int) -> str:
        page = self.one.page
        name, number = tidy_name(page.ref(row, NAME)), self.one.number
        rest = page.span(row, NAME + 1, row, 3)
        source = self.shape.number_of(self.one.body.drawn_from or "")
        drawn = []
        if source is not None:
            missing = f"{self.everybody.is_member(source, name)}=0"
            drawn = [
                (missing, words(f"CHÚ Ý: không có trong {self.shape.bodies[source].title}"))
            ]
        sorting = self.known.sorting
        return cases(
            (f'AND({name}="",COUNTA({rest})=0)', '""'),
            (f'{name}=""', words("SAI: chưa có họ tên")),
            (f"{self.everybody.is_placed(number, name)}>1", words("SAI: tên có hai lần")),
            (
                f"{self.everybody.is_elected(number, name)}>0",
                words("SAI: đã trúng cử vào cơ quan này"),
            ),
            *drawn,
            (
                f"ISERROR(MATCH({name},{sorting.names},0))",
                words("CHÚ Ý: chưa có trong trang Nhân sự"),
            ),
            otherwise=words("Đạt"),
        )
