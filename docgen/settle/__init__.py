"""Take a DOCX with its Document and Pages, give the DOCX changed where only the typeset page could tell how.

In this order, so that no decision disturbs an earlier one: 主送机关 (what page 1 shows), letter spacing (lines), the
close (pages), the 版记 (the last page). Decisions are written into the DOCX, so that Word shows the same.
"""

from __future__ import annotations

from docgen.settle.addressees import move_addressees
from docgen.settle.case import Case, Change
from docgen.settle.closing import keep_closings_with_text
from docgen.settle.imprint import settle_imprint
from docgen.settle.package import is_numbered_alike
from docgen.settle.spacing import space_letters

RULES = (move_addressees, space_letters, keep_closings_with_text, settle_imprint)


def settle(case: Case) -> Change | None:
    """The next decisions; None where all stands as it should, or as well as it can."""
    if not is_numbered_alike(case.docx, case.document):
        return None
    return next((change for change in (rule(case) for rule in RULES) if change is not None), None)
