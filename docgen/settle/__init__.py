"""Take a DOCX with its Document and Pages, give the DOCX changed where only the typeset page could tell how.

In this order, so that no decision disturbs an earlier one: 主送机关 (what page 1 shows), letter spacing (lines), the
close (pages), the 版记 (the last page). Decisions are written into the DOCX, so that Word shows the same.
"""

from __future__ import annotations

from collections.abc import Collection

from docgen.settle.addressees import move_addressees
from docgen.settle.case import Case, Change, Decision
from docgen.settle.closing import keep_closings_with_text
from docgen.settle.imprint import settle_imprint
from docgen.settle.spacing import ELEMENT as SPACING
from docgen.settle.spacing import space_letters

RULES = (move_addressees, space_letters, keep_closings_with_text, settle_imprint)


def settle(case: Case, taken: Collection[Decision] = ()) -> Change | None:
    """The next decisions after those `taken`; None where all stands as it should, or as well as it can.

    Letter spacing is decided once: the first trial tells of all paragraphs what helps and what does not.
    """
    if case.document.renumbered:
        return None
    spaced = any(decision.element == SPACING for decision in taken)
    rules = (rule for rule in RULES if not (spaced and rule is space_letters))
    return next((change for change in (rule(case) for rule in rules) if change is not None), None)
