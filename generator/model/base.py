"""What every record of the model shares: frozen, typed, titled, no unknown key."""

from __future__ import annotations

import re
from enum import Enum
from typing import TYPE_CHECKING, Annotated, Any, LiteralString, Self, TypeVar, get_origin

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    ValidationInfo,
)
from pydantic_core import PydanticCustomError

if TYPE_CHECKING:
    from collections.abc import Callable

    from pydantic.fields import FieldInfo

T = TypeVar("T")
_DIGITS = re.compile(r"-?[0-9]+")
_GIVEN: dict[frozenset[str], set[str]] = {}  # as many as there are ways to fill in a record


class Record(BaseModel):
    """A frozen value of the model; an unknown key in the data is an error."""

    model_config = ConfigDict(
        extra="forbid", frozen=True, str_min_length=1, validate_default=False
    )

    def model_post_init(self, _: Any, /) -> None:
        """Share the set of given fields among all records that were given the same.

        A set of five names weighs more than the rest of a record; no record changes its own.
        """
        given = self.__pydantic_fields_set__
        shared = _GIVEN.setdefault(frozenset(given), given)
        object.__setattr__(self, "__pydantic_fields_set__", shared)

    def __copy__(self) -> Self:
        """A copy that works out anew what depends on its fields: they may be changed in it."""
        copied = super().__copy__()
        for name in copied.__dict__.keys() - type(self).model_fields.keys():
            del copied.__dict__[name]
        return copied


ORGANIZATIONS = "organizations"
TIERS = "tiers"
ROW = "dòng "


def _known(
    collection: str, code: LiteralString = "unknown-reference"
) -> Callable[[str, ValidationInfo], str]:
    def check(value: str, info: ValidationInfo) -> str:
        ids = (info.context or {}).get(collection)
        if ids is not None and value not in ids:
            context = {"value": value, "known": ids}
            raise PydanticCustomError(code, "unknown reference", context)
        return value

    return check


PLACEHOLDER = re.compile(r"\{(term|previous_term)\}")


def _with_known_placeholders(value: str) -> str:
    left = PLACEHOLDER.sub("", value)
    if "{" in left or "}" in left:
        raise PydanticCustomError("unknown-placeholder", "placeholder", {"value": value})
    return value


def _in_digits(value: Any) -> Any:
    """Only digits: pydantic takes 1.000, a thousand in Vietnam, for 1."""
    if isinstance(value, str) and not _DIGITS.fullmatch(value):
        raise PydanticCustomError("not-a-number", "not a number", {"value": value})
    return value


OrganizationRef = Annotated[str, AfterValidator(_known(ORGANIZATIONS))]
TierRef = Annotated[str, AfterValidator(_known(TIERS))]
# Windows makes no folder with these names
_RESERVED = {
    *("con", "prn", "aux", "nul"),
    *(f"{port}{number}" for port in ("com", "lpt") for number in range(10)),
}


def _not_reserved(value: str) -> str:
    if value in _RESERVED:
        raise PydanticCustomError("reserved-identifier", "reserved", {"value": value})
    return value


Identifier = Annotated[
    str,
    Field(pattern=r"^[a-z0-9]+(?:[-_][a-z0-9]+)*$", max_length=60),
    AfterValidator(_not_reserved),
]
Text = Annotated[str, Field(max_length=4000)]
TermText = Annotated[Text, AfterValidator(_with_known_placeholders)]
Count = Annotated[int, BeforeValidator(_in_digits), Field(ge=0, le=1_000_000)]
WorkingDays = Annotated[int, BeforeValidator(_in_digits), Field(ge=1, le=250)]
Positive = Annotated[int, BeforeValidator(_in_digits), Field(ge=1, le=1_000_000)]


def titles(model: type[BaseModel], path: tuple[str | int, ...]) -> tuple[str, ...]:
    """The titles on the way to a value: ("Lịch đại hội", "dòng 2", "Ngày kiểm tra")."""
    found: list[str] = []
    for length, step in enumerate(path):
        if isinstance(step, int):
            found.append(f"{ROW}{step + 1}")
            continue
        field = _field_at(model, path[: length + 1])
        if field is None:
            break
        found.append(field.title or step)
    return tuple(found)


def record_at(model: type[BaseModel], path: tuple[str | int, ...]) -> type[BaseModel] | None:
    """The record that stands at a path of the data, None where a plain value does."""
    field = _field_at(model, path)
    if not any(isinstance(step, str) for step in path):
        return model
    return _record_within(field.annotation) if field else None


def is_list_of_records(model: type[BaseModel], path: tuple[str | int, ...]) -> bool:
    """Whether a list of records stands at a path of the data."""
    field = _field_at(model, path)
    is_list = field is not None and get_origin(field.annotation) is tuple
    return is_list and isinstance(path[-1], str) and record_at(model, path) is not None


def choices_at(model: type[BaseModel], path: tuple[str | int, ...]) -> list[str]:
    """The values that a closed list at a path allows."""
    return [str(member.value) for kind in types_at(model, path, Enum) for member in kind]


def types_at(
    model: type[BaseModel], path: tuple[str | int, ...], base: type[T]
) -> list[type[T]]:
    """The types of a kind that the value at a path of the data may have."""
    field = _field_at(model, path)
    return types_within(field.annotation, base) if field else []


def _field_at(model: type[BaseModel], path: tuple[str | int, ...]) -> FieldInfo | None:
    field: FieldInfo | None = None
    record: type[BaseModel] | None = model
    for step in path:
        if isinstance(step, str):
            field = record.model_fields.get(step) if record else None
            record = _record_within(field.annotation) if field else None
    return field


def _record_within(annotation: Any) -> type[BaseModel] | None:
    return next(iter(types_within(annotation, BaseModel)), None)


def types_within(annotation: Any, base: type[T]) -> list[type[T]]:
    """The types of a kind within an annotation, in its order."""
    if isinstance(annotation, type) and issubclass(annotation, base):
        return [annotation]
    inner = (types_within(part, base) for part in getattr(annotation, "__args__", ()))
    return [kind for kinds in inner for kind in kinds]
