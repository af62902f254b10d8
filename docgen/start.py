"""Where the program starts: its modules are loaded without looking for garbage among them, and never looked at again.

They leave a hundred thousand objects that live as long as the program. To search these over and over while they are
made takes an eighth of the start; left out of later searches, they cost long documents nothing either.
"""

from __future__ import annotations

import gc

gc.disable()

from docgen.cli import main  # noqa: E402 – what is imported here is what the search must not look at

gc.freeze()
gc.enable()

__all__ = ("main",)
