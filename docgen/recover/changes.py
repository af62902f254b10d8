"""Take the labels of 附件 and the 附件说明 of a document, tell where they will be printed otherwise than they stand.

Both are made by the template from the titles (GB/T 9704-2012, 7.3.4, 7.3.7), whatever the old document had.
"""

from __future__ import annotations

from collections.abc import Sequence

from docgen.load.characters import without_spaces
from docgen.recover.contentfile import Where
from docgen.recover.findings import Findings
from docgen.recover.labels import Section
from docgen.recover.notes import Listed

STOPS = ("；", ";", "。")
"""7.3.4: no mark stands behind a name."""


def tell_labels(sections: Sequence[Section], before: int, whole: int, where: Where, found: Findings) -> None:
    """Tell of the labels; `before` other 附件 come first, `whole` there are in all."""
    for number, section in enumerate(sections, start=before + 1):
        label = "附件" if whole == 1 else f"附件{number}"
        if section.label.bare != label:
            found.note(
                (*where, number - before - 1),
                section.label.spot,
                f"原文写的是“{section.label.text}”，标签印出来是“{label}”",
            )


def tell_listed(listed: Sequence[Listed], whole: int, where: Where, found: Findings) -> None:
    """Tell of an 附件说明; where it does not list all 附件, of which there are `whole`, only of stops that go."""
    numbers = [f"{number}." if len(listed) > 1 else "" for number in range(1, len(listed) + 1)]
    printed = "附件：" + " ".join(number + each.title for number, each in zip(numbers, listed, strict=True))
    typed = " ".join(each.typed for each in listed if each.typed)
    stopped = any(each.typed.endswith(STOPS) for each in listed)
    changed = without_spaces(printed) != without_spaces(typed) if len(listed) == whole else stopped
    if typed and changed:
        found.note(where, listed[0].spot, f"附件说明原文写的是“{typed}”，印出来是“{printed}”")
