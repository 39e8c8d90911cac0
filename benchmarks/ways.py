"""One engine in a process of its own: it is told how many documents to make, and says how long.

    python ways.py ENGINE FOLDER

A line of JSON comes in ({"rows": 20, "count": 50, "out": "a folder"}), seconds go out.
Templates stand in FOLDER. Engines that share an import name are told apart by PYTHONPATH.
"""

from __future__ import annotations

import io
import json
import sys
import time
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import spec

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    Way = Callable[[Path], tuple["Values", "Render"]]
    Values = Callable[[int, int], Any]
    Render = Callable[[Any], bytes]


def _ours(folder: Path) -> tuple[Values, Render]:
    from generator.word import compile_template  # noqa: PLC0415 - each process has its own

    template = compile_template((folder / "jinja.docx").read_bytes(), "mau.docx")
    return spec.report, template.render


def _floor(folder: Path) -> tuple[Values, Render]:
    from floor import floor  # noqa: PLC0415

    def values(number: int, rows: int) -> dict[str, Any]:
        found = spec.report(number, rows)  # its attributes are read faster than keys
        return {name: getattr(found, name) for name in spec.Report.__slots__}

    return values, floor((folder / "plain.docx").read_bytes())


def _docxtpl(folder: Path) -> tuple[Values, Render]:
    """A new object for each document, as its documentation shows."""
    from docxtpl import DocxTemplate  # noqa: PLC0415

    def render(values: dict[str, Any]) -> bytes:
        template = DocxTemplate(folder / "jinja.docx")
        template.render(values)
        return _saved(template)

    return spec.context, render


def _docxtpl_best(folder: Path) -> tuple[Values, Render]:
    """What depends on the template alone is kept: ten lines that anybody could write."""
    from docxtpl import DocxTemplate  # noqa: PLC0415
    from jinja2 import Environment  # noqa: PLC0415

    known: dict[str, str] = {}

    class Best(DocxTemplate):  # type: ignore[misc]
        def patch_xml(self, source: str) -> str:
            if source not in known:
                known[source] = super().patch_xml(source)
            return known[source]

    class Remembering(Environment):
        from_string = lru_cache(Environment.from_string)  # type: ignore[assignment]

    environment = Remembering()

    def render(values: dict[str, Any]) -> bytes:
        template = Best(folder / "jinja.docx")
        template.render(values, environment)
        return _saved(template)

    return spec.context, render


def _docxtpl_ng(folder: Path) -> tuple[Values, Render]:
    """Its own class, kept, and set back before each document."""
    import docxtpl  # noqa: PLC0415

    template = docxtpl.Template(str(folder / "jinja.docx"))

    def render(values: dict[str, Any]) -> bytes:
        template.reload()
        template.render(values)
        return _saved(template)

    return spec.context, render


def _python_docx(folder: Path) -> tuple[Values, Render]:
    import by_code  # noqa: PLC0415

    def render(values: dict[str, Any]) -> bytes:
        return _saved(by_code.made(folder / "base.docx", values))

    return spec.context, render


def _saved(document: Any) -> bytes:
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


WAYS: dict[str, Way] = {
    "ours": _ours,
    "floor": _floor,
    "docxtpl": _docxtpl,
    "docxtpl-best": _docxtpl_best,
    "docxtpl-ng": _docxtpl_ng,
    "rust-docxtpl": _docxtpl,
    "python-docx": _python_docx,
}


def timed(render: Render, documents: list[Any], count: int, out: Path) -> float:
    """Seconds for so many documents, each written to a new file."""
    for old in out.glob("*.docx"):
        old.unlink()
    paths = [str(out / f"{number}.docx") for number in range(count)]
    start = time.perf_counter()
    for number, path in enumerate(paths):
        content = render(documents[number % len(documents)])
        with open(path, "wb") as file:  # noqa: PTH123 - what is fastest, for everybody
            file.write(content)
    return time.perf_counter() - start


def answers(values: Values, render: Render, orders: Iterator[str]) -> Iterator[float]:
    """What each order took, in seconds."""
    known: tuple[int, list[Any]] = (0, [])
    for line in orders:
        order = json.loads(line)
        rows = order["rows"]
        if known[0] != rows:
            known = (rows, [values(number, rows) for number in range(spec.documents(rows))])
        yield timed(render, known[1], order["count"], Path(order["out"]))


def main(engine: str, folder: str) -> None:
    """Make what is asked for, until nothing more is asked for."""
    replies = sys.stdout
    sys.stdout = sys.stderr  # an engine that prints must not answer
    values, render = WAYS[engine](Path(folder))
    for seconds in answers(values, render, iter(sys.stdin)):
        print(seconds, file=replies, flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
