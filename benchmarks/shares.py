"""Where our time goes: the steps that make a document of its text, each measured by itself."""

from __future__ import annotations

import tempfile
import time
import zlib
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

import base
import dialects
import floor
import spec
from generator import archive
from generator.word import compile_template
from opened import parts_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

TIMES = 200


@dataclass(frozen=True, slots=True)
class Steps:
    """Seconds of each step of one document, and the whole; medians."""

    render: float
    encode: float
    checksum: float
    deflate: float
    zip: float
    write: float


def measured(times: int = TIMES) -> tuple[Steps, Steps]:
    """The steps of ours and of the floor, for the 4-page paper."""
    return _ours(times), _floor(times)


def _ours(times: int) -> Steps:
    """Render is what is left of the whole: text, and the checks of it."""
    content = base.template(dialects.JINJA)
    template = compile_template(content, "mau.docx")
    view = spec.report(0)
    parts = parts_of(template.render(view))
    tagged = [name for name, part in parts_of(content).items() if b"{{" in part]
    texts = {name: parts[name].decode() for name in tagged}
    told = {name: parts[name] for name in tagged}
    members = [archive.deflated(name, part) for name, part in parts.items()]
    whole = took(lambda: template.render(view), times)
    encode = took(lambda: [text.encode() for text in texts.values()], times)
    crc32 = vars(archive).get("fast", zlib).crc32  # of the library that deflates
    checksum = took(lambda: [crc32(part) for part in told.values()], times)
    both = took(lambda: [archive.deflated(*one) for one in told.items()], times)
    zipped = took(lambda: archive.zipped(members), times)
    render = max(0.0, whole - encode - both - zipped)
    write = _write(archive.zipped(members), times)
    return Steps(render, encode, checksum, max(0.0, both - checksum), zipped, write)


def _floor(times: int) -> Steps:
    content = base.template(dialects.PLAIN)
    report = spec.report(0)
    values = {name: getattr(report, name) for name in spec.Report.__slots__}
    render = floor.floor(content)
    file = render(values)
    parts = parts_of(content)
    changing = floor.templates(parts)
    texts = [text for _, text in floor.rendered(changing, values)]
    told = [text.encode() for text in texts]
    members = [floor.member(*one) for one in zip(changing, told, strict=True)]
    same = floor.zipped(floor.member(*one) for one in parts.items() if one[0] not in changing)
    whole = took(lambda: render(values), times)
    encode = took(lambda: [one.encode() for one in texts], times)
    checksum = took(lambda: [zlib.crc32(one) for one in told], times)
    deflate = took(lambda: [floor.deflated(one) for one in told], times)
    zipped = took(lambda: floor.ended(floor.zipped(members, same)), times)
    text = max(0.0, whole - encode - checksum - deflate - zipped)
    return Steps(text, encode, checksum, deflate, zipped, _write(file, times))


def _write(content: bytes, times: int) -> float:
    with tempfile.TemporaryDirectory() as scratch:
        paths: Iterable[Path] = iter([Path(scratch, str(number)) for number in range(times)])
        return took(lambda: next(iter(paths)).write_bytes(content), times)


def took(step: Callable[[], object], times: int) -> float:
    """Seconds of a step, the median of so many times."""
    found = []
    for _ in range(times):
        start = time.perf_counter()
        step()
        found.append(time.perf_counter() - start)
    return median(found)
