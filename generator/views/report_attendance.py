"""Who took part in the congress, as one sentence of the report."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.elections import share
from generator.model.election import Voter
from generator.views import result_words
from generator.views.outline import Control, prompting, saying
from generator.views.result_words import numeral

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.elections import Counted
    from generator.model import Congress
    from generator.model.result import Delegates

TAG, TITLE = "thanh-phan", "Thành phần dự đại hội"
ATTENDANCE_PROMPT = (
    "[Nhấp vào đây để viết: tổng số đảng viên; số đại biểu (đảng viên) được triệu tập, có mặt]"
)


def attendance(congress: Congress, counted: Counted | None) -> Control:
    """The control about those who took part: a prompt until the result says it."""
    lines = tuple(_lines(congress, counted)) if counted else ()
    if not lines:
        return prompting(TAG, TITLE, ATTENDANCE_PROMPT)
    return saying(TAG, TITLE, lines)


def _lines(congress: Congress, counted: Counted) -> Iterator[str]:
    if counted.result.members is not None:
        yield f"Tổng số đảng viên: {numeral(counted.result.members)}."
    given = counted.result.delegates
    if given:
        noun = result_words.voters(congress, Voter.DAI_HOI, counted)
        by = result_words.in_text(share(given.present, given.convened), counted.regulation)
        of_whom = f", bằng {by} so với số được triệu tập" if by else ""
        from_where = _sources(given)
        origin = f" ({from_where})" if from_where else ""
        present = f"có mặt {numeral(given.present)}{of_whom}"
        yield f"Số {noun} được triệu tập {numeral(given.convened)}{origin}, {present}."
        parts = "; ".join(part for part in _parts(given) if part)
        if parts:
            yield f"Trong số {noun} {_counted_among(given)}: {parts}."


def _sources(given: Delegates) -> str:
    """Where those convened come from."""
    return _counts(
        ("đương nhiên", given.ex_officio),
        ("được bầu", given.elected),
        ("được chỉ định", given.appointed),
    )


def _counted_among(given: Delegates) -> str:
    """Of whom the make-up is: those present, unless men and women are all those convened."""
    both = None if given.men is None or given.women is None else given.men + given.women
    return "được triệu tập" if both == given.convened != given.present else "có mặt"


def _parts(given: Delegates) -> Iterator[str]:
    """The make-up, group by group; what the unit did not say or counted as none is left out."""
    yield _counts(("nam", given.men), ("nữ", given.women))
    yield _counts(("dân tộc thiểu số", given.minorities))
    yield _counts(("trình độ đại học", given.university), ("trên đại học", given.postgraduate))


def _counts(*pairs: tuple[str, int | None]) -> str:
    return ", ".join(f"{words} {numeral(count)}" for words, count in pairs if count)
