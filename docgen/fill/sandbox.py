"""Jinja for templates: it reaches nothing but what it is given and escapes text; what it compiled once it remembers."""

from __future__ import annotations

from functools import lru_cache
from types import CodeType
from typing import Any

from jinja2 import StrictUndefined, Undefined
from jinja2.sandbox import SandboxedEnvironment

COMPILED = 256
"""Sources remembered; a template has nine: its body, its footers, its properties."""


class Sandbox(SandboxedEnvironment):
    """Jinja without globals. `undefined` says what becomes of names it does not know; by default they are errors."""

    def __init__(self, undefined: type[Undefined] = StrictUndefined) -> None:
        super().__init__(autoescape=True, undefined=undefined)
        self.globals.clear()

    def compile(self, source: Any, *rest: Any, **more: Any) -> Any:
        """As Jinja does; docxtpl has the same template compiled again for each document of a batch."""
        if isinstance(source, str) and not rest and not more:
            return _compiled(source)
        return super().compile(source, *rest, **more)


@lru_cache(maxsize=COMPILED)
def _compiled(source: str) -> CodeType:
    return SandboxedEnvironment(autoescape=True).compile(source)
