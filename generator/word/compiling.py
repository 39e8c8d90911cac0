"""Jinja compiled as our templates need it: a plain attribute is read by Python itself.

Jinja asks its environment for every attribute and passes every value through three functions;
that is most of the time that a page takes. A view is made of frozen values, so an attribute
can be read at once where its name is known to be harmless; every other access, and every call
that is not one of ours, still goes through the sandbox.
"""

from __future__ import annotations

from contextlib import contextmanager
from keyword import iskeyword
from typing import TYPE_CHECKING

import jinja2.sandbox as jail
from jinja2.compiler import CodeGenerator
from jinja2.nodes import Getattr, Name

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jinja2.compiler import Frame
    from jinja2.nodes import Call, Expr, Filter, Test

# what a rendering is given beside the values of its view: see `template.py`
OUR_FUNCTIONS = frozenset({"next_id", "same_id", "outside_run"})
_GUARDED = frozenset().union(
    jail.UNSAFE_FUNCTION_ATTRIBUTES,
    jail.UNSAFE_METHOD_ATTRIBUTES,
    jail.UNSAFE_GENERATOR_ATTRIBUTES,
    jail.UNSAFE_COROUTINE_ATTRIBUTES,
    jail.UNSAFE_ASYNC_GENERATOR_ATTRIBUTES,
    ("mro", "format", "format_map"),  # the sandbox has its own answer to these
)


def is_harmless(attribute: str) -> bool:
    """Whether an attribute of this name can be read without asking the sandbox."""
    plain = attribute.isascii() and attribute.isidentifier() and not iskeyword(attribute)
    return plain and not attribute.startswith("_") and attribute not in _GUARDED


class Compiler(CodeGenerator):
    """Jinja's own, with a short way for attributes, values and our functions.

    The environment has `printed`, which makes text of a value.
    """

    _asks = 0  # inside what may ask whether a name is defined, or call something

    def write_commons(self) -> None:
        """Give every function of the template what prints a value."""
        super().write_commons()
        self.writeline("printed = environment.printed")

    def _output_child_pre(self, node: Expr, frame: Frame, finalize: object) -> None:
        self.write("printed(")

    def _output_child_post(self, node: Expr, frame: Frame, finalize: object) -> None:
        self.write(")")

    def visit_Getattr(self, node: Getattr, frame: Frame) -> None:
        """Read a harmless attribute at once."""
        if self._asks or not is_harmless(node.attr):
            super().visit_Getattr(node, frame)
            return
        self.visit(node.node, frame)
        self.write(f".{node.attr}")

    def visit_Call(self, node: Call, frame: Frame, forward_caller: bool = False) -> None:
        """Call a function of ours at once."""
        if not (isinstance(node.node, Name) and node.node.name in OUR_FUNCTIONS):
            with self._asking():
                super().visit_Call(node, frame, forward_caller=forward_caller)
            return
        self.visit(node.node, frame)
        self.write("(")
        for given in node.args:  # one at most
            self.visit(given, frame)
        self.write(")")

    def visit_Filter(self, node: Filter, frame: Frame) -> None:
        """Leave a filter as it is: it may take what is not defined."""
        with self._asking():
            super().visit_Filter(node, frame)

    def visit_Test(self, node: Test, frame: Frame) -> None:
        """Leave a test as it is: it may ask whether something is defined."""
        with self._asking():
            super().visit_Test(node, frame)

    @contextmanager
    def _asking(self) -> Iterator[None]:
        self._asks += 1
        yield
        self._asks -= 1
