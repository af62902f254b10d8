"""The error a validator raises: what is wrong with a value, in words that follow its key."""

from __future__ import annotations

from pydantic_core import PydanticCustomError

SHOWN = 30
"""Characters of a wrong value that a message repeats: a line of print, enough to find it."""


def refusal(message: str, hint: str = "", path: tuple[str | int, ...] = ()) -> PydanticCustomError:
    """The error whose diagnostic reads “key” + `message`; `path` leads further in from the value refused."""
    return PydanticCustomError("refusal", "{message}", {"message": message, "hint": hint, "path": path})


def shown(value: str) -> str:
    """`value` in quotation marks, on one line, shortened."""
    line = value.replace("\n", " ")
    return f"“{line[:SHOWN]}……”" if len(line) > SHOWN else f"“{line}”"


def instead(value: str, wanted: str, hint: str = "") -> PydanticCustomError:
    """The error over `value` where `wanted` was expected."""
    return refusal(f"写的是{shown(value)}，{wanted}", hint)
