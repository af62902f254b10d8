"""Take what follows the signature of an old document, or its whole body, find the text that it carries (印发).

Its title is told by its style, by what the title of the notice quotes, by its look, or by how it ends.
"""

from __future__ import annotations

from collections.abc import Sequence

from docgen.load.characters import without_spaces
from docgen.recover.findings import Findings
from docgen.recover.head import set_as_title
from docgen.recover.pieces import Line, Piece
from docgen.recover.signs import CARRIES, ENDS_TITLE, MARK, number_of, same_title
from docgen.recover.titles import TITLE_LINE, TITLE_LINES, ending, leading, lines_of_title

TITLE_STYLE = "印发标题"


def carried_at(pieces: Sequence[Piece], found: Findings, *, house: bool) -> int | None:
    """Where the title of a carried text begins; None where there is none, or only the signature tells."""
    if house:
        return next((at for at, piece in enumerate(pieces) if _is_styled(piece)), None)
    quoted = quoted_title(found)
    if not quoted:
        return None
    places = (at for at in range(1, len(pieces)) if title_length(pieces[at : at + TITLE_LINES], quoted))
    return next(places, None)


def may_carry(found: Findings) -> bool:
    """Whether the notice is one of those that carry a text."""
    return bool(found.order_number or CARRIES.search(found.title))


def take_title(pieces: Sequence[Piece], found: Findings) -> tuple[str, list[Piece]]:
    """The title of a carried text, and what stands below it; head and number of a forwarded one go below."""
    head = next((at for at, piece in enumerate(pieces) if not _is_head(piece)), 0)
    above, pieces = pieces[:head], pieces[head:]
    lines = lines_of_title(pieces)
    count = leading(lines, _is_styled) or title_length(lines, quoted_title(found)) or set_as_title(lines, pieces)
    count = count or ending(lines, lambda line: ENDS_TITLE.search(line.bare))
    count += _rest(lines, count, found)
    if not count:
        count = 1 if lines else 0
        found.warn(("印发", "标题"), pieces[0].spot, "印发的文件的标题没有把握")
    if above:
        found.warn(("印发", "正文"), above[0].spot, "所转发文件的红头和文号放在了它的正文开头")
    title = "\n".join(line.text for line in lines[:count]) or quoted_title(found)
    return title, [*above, *pieces[count:]]


def _is_head(piece: Piece) -> bool:
    """Whether a line is mark or number of a document that is forwarded."""
    if not isinstance(piece, Line) or piece.style or len(piece.text) > TITLE_LINE:
        return False
    return bool(MARK.fullmatch(piece.bare) and "关于" not in piece.text) or bool(number_of(piece.text))


def quoted_title(found: Findings) -> str:
    """What the title of the notice quotes, without its line breaks."""
    _, _, behind = without_spaces(found.title).partition("《")
    quoted, _, _ = behind.rpartition("》")
    return quoted if may_carry(found) else ""


def title_length(pieces: Sequence[Piece], title: str) -> int:
    """How many of the first lines are together the title; 0 where they are not."""
    joined = ""
    for count, piece in enumerate(pieces[:TITLE_LINES], start=1):
        if (
            not title
            or not isinstance(piece, Line)
            or piece.style not in ("", TITLE_STYLE)
            or len(piece.text) > 2 * TITLE_LINE
        ):
            return 0
        joined += piece.text
        if same_title(joined, title):
            return count
    return 0


def _is_styled(piece: Piece) -> bool:
    return isinstance(piece, Line) and piece.style == TITLE_STYLE


def _rest(lines: Sequence[Line], count: int, found: Findings) -> int:
    """The further lines of a title, in brackets, as the title of the notice has them."""
    joined = "".join(line.bare for line in lines[:count])
    rest = 0
    for line in lines[count:] if count else ():
        joined += line.bare
        if not line.text.startswith("（") or joined not in without_spaces(found.title):
            break
        rest += 1
    return rest
