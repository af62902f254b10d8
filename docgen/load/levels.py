"""Take the text of a body, give its paragraphs with their levels (GB/T 9704-2012, 7.3.3).

A level is read from the number a line starts with; a backslash before it switches that off and goes away.
All other characters stay as typed.
"""

from __future__ import annotations

import re

from docgen.content import Prose
from docgen.load.characters import SPACES, lines_of

HEADING_LENGTH = 30
"""About one line of print (28 characters, GB/T 9704-2012, 5.2.3): a longer first sentence is no heading."""

_CHINESE = "(?:[一二三四五六七八九]?十[一二三四五六七八九]?|[一二三四五六七八九])"

# After an Arabic number a digit means a decimal (3.5亿元) or a list of numbers (1、2号楼), unless it begins a year.
_NO_DECIMAL = r"(?!\d)|(?=(?:19|20)\d\d年)"

NUMBERS = (
    re.compile(f"{_CHINESE}、"),
    re.compile(f"[（(]{_CHINESE}[）)]"),
    re.compile(rf"\d{{1,3}}[.．、](?:{_NO_DECIMAL})"),
    re.compile(r"[（(]\d{1,3}[）)]"),
)
"""What opens a paragraph of level 1, 2, 3, 4."""

FACED_LEVELS = (1, 2)
"""The levels whose heading has a face of its own (黑体, 楷体); 3 and 4 look like the body."""

SENTENCE = re.compile("[^。]*。[”’」』）》〉】]*")
"""The first sentence of a line, with the closing signs behind its stop."""

QUOTED = re.compile("“[^”]*”|‘[^’]*’|《[^》]*》|（[^）]*）|\\([^)]*\\)")

CLAUSE_SIGNS = re.compile("[，；：,;:]")


def paragraphs(text: str) -> tuple[Prose, ...]:
    """Each line of tidied `text` that holds something, as a paragraph."""
    return tuple(paragraph(line) for line in lines_of(text))


def paragraph(line: str) -> Prose:
    """A single line as a paragraph.

    Level 1 and 2: the heading is the line up to its first 。; a line with none, or with one only at its end,
    is a heading as a whole.
    Level 3 and 4: the same, but only if that heading is a short single clause: at most 30 characters, and
    without ，；： outside of quotation marks and brackets. Otherwise the line is running text with a level
    and without a heading.
    """
    if line.startswith("\\") and line != "\\":
        return Prose(0, "", line[1:].strip(SPACES))
    level, number = _level(line)
    if level == 0:
        return Prose(0, "", line)
    head = _first_sentence(line)
    if level in FACED_LEVELS or _is_heading(head[len(number) :]):
        return Prose(level, head, line[len(head) :])
    return Prose(level, "", line)


def _level(line: str) -> tuple[int, str]:
    """The level of `line` and the number that shows it; level 0 where nothing follows the number."""
    for level, pattern in enumerate(NUMBERS, start=1):
        found = pattern.match(line)
        if found and line[found.end() :].strip():
            return level, found.group()
    return 0, ""


def _first_sentence(line: str) -> str:
    found = SENTENCE.match(line)
    return found.group() if found else line


def _is_heading(sentence: str) -> bool:
    return len(sentence.strip()) <= HEADING_LENGTH and not CLAUSE_SIGNS.search(QUOTED.sub("", sentence))
