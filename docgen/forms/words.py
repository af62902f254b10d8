"""Take words of a form, give them as they are compared, and patterns that find them however they were retyped."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from docgen.forms.slots import TAG

TICKS = "☑√■✓✔☒✅●🗹🗸☓✗✘"
UNTICKED = "□☐○◻▢"
MARKS = f"[{TICKS}{UNTICKED}]"
ALIKE = {"(": "（", ")": "）", ":": "：", ",": "，", ".": "．", "/": "／", "-": "－"}
"""Signs that are typed either way."""
NARROW = {wide: narrow for narrow, wide in ALIKE.items()}
TO_NARROW = str.maketrans("".join(NARROW), "".join(NARROW.values()))
ORNAMENT = re.compile(r"^(?:[*★]|\(?(?:[0-9]{1,2}|[一二三四五六七八九十]{1,3})(?:[.、)]))+|[*:]+$")
"""What offices put before a label or behind it, squeezed: a star, a number, a colon."""
BRACKET = re.compile(r"\([^()]*\)$")
"""A remark behind a label: 单位名称(盖章)."""


def squeezed(text: str) -> str:
    """Text as labels are compared: without white space, signs half-width, marks of boxes left out."""
    return re.sub(MARKS, "", "".join(text.split())).translate(TO_NARROW).replace("＊", "*")


def plain(label: str) -> str:
    """A squeezed label without number, star, colon, and without a remark in brackets behind it."""
    bare = ORNAMENT.sub("", label)
    return ORNAMENT.sub("", BRACKET.sub("", bare)) or bare


def loose(text: str) -> str:
    """A pattern for words however they were retyped: any white space, signs of either width, boxes ticked or not."""
    found = []
    for char in text:
        if char in TICKS + UNTICKED:
            found.append(f"{MARKS}?")
        elif not char.isspace():
            other = ALIKE.get(char) or NARROW.get(char, "")
            found.append(f"[{re.escape(char)}{re.escape(other)}]" if other else re.escape(char))
    return r"\s*" + r"\s*".join(found) + r"\s*" if found else r"\s*"


def line_pattern(fixed: Sequence[str]) -> re.Pattern[str]:
    """A line with those words, a group wherever a field stands between them."""
    return re.compile("(.*)".join(map(loose, fixed)), re.DOTALL)


def nearest_pattern(before: str, after: str) -> re.Pattern[str]:
    """The field alone between the words that end `before` and those that begin `after`."""
    last, first = _words(before)[-1:], _words(after)[:1]
    begin = loose(last[0]) + r"[:：]?\s*" if last else r"\A\s*"
    end = loose(first[0]) if first else r"\s*\Z"
    return re.compile(f"{begin}(.*?){end}", re.DOTALL)


def _words(text: str) -> list[str]:
    """The words of a text, cut at colons, marks and wide white."""
    return [word for word in re.split(rf"[:：\n]|{MARKS}|\s{{2,}}|　", text) if squeezed(word)]


def fixed_words(texts: Iterable[str]) -> frozenset[str]:
    """All that a template says, squeezed, cut at tags, marks, line ends and white."""
    pieces = (piece for text in texts for part in TAG.sub("\n", text).split("\n") for piece in re.split(MARKS, part))
    return frozenset(filter(None, (squeezed(piece) for piece in pieces)))
