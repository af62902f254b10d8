"""layout, on texts and documents that nobody would write: nothing is lost, doubled, too wide or on top of another."""

from __future__ import annotations

from collections import defaultdict
from itertools import combinations, pairwise

from documents import BOX, cell, document, exact, pages_of, para, section, setting, sheet, table
from fake_fonts import FakeFonts
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from docgen.document import (
    Align,
    Document,
    Edges,
    Float,
    Margins,
    Merge,
    Paragraph,
    ParagraphFormat,
    Row,
    TabStop,
    paragraphs_of,
)
from docgen.layout.blocks import blocks_bands
from docgen.layout.breaks import BLANKS, HANGING, may_break
from docgen.layout.lines import set_lines
from docgen.layout.shape import shape
from docgen.layout.spans import BREAKS, EPSILON, Column, Span, indent_of, natural_width, spans_of
from docgen.page import Page, Pages, Text

CALM = settings(
    derandomize=True,
    database=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
FEW = settings(CALM, max_examples=150)

DROPPED = frozenset(" \t\n\f\u3000")
"""What the end of a line or a stop may swallow."""
TEXTS = st.text(st.sampled_from("大小年月日，。、：；“”‘’（）《》〔〕—…％ab12.-@/ \u3000\u00a0\t\n"), max_size=60)
WIDTHS = st.floats(1.0, 120.0)
ROOM = 10.0
"""Margins of the small pages, 40 × 40 points of text on 60 × 60."""
HAN = 9.0
"""Baselines nearer than this, one above the other, would print letters into one another."""
STOPS = ((), ((15.0, "left"),), ((30.0, "right"),), ((20.0, "center"), (40.0, "left")))


def formats(**fixed) -> st.SearchStrategy[dict]:
    """Formats of paragraphs by their names."""
    known = {
        "align": st.sampled_from(Align),
        "kinsoku": st.booleans(),
        "hang_punctuation": st.booleans(),
        "space_east_asia": st.booleans(),
    }
    indents = st.sampled_from(({}, {"first": 20.0}, {"left": 15.0, "first": -15.0}, {"right": 10.0}))
    return st.tuples(st.fixed_dictionaries(known), indents).map(lambda both: {**both[0], **both[1], **fixed})


def divided(text: str, width: float, used: dict) -> tuple[ParagraphFormat, Column, list[Span]]:
    paragraph = para(text, **used)
    column = Column(width)
    return paragraph.format, column, list(spans_of(shape(paragraph, FakeFonts(), {}), paragraph.format, column))


@CALM
@given(TEXTS, WIDTHS, formats())
def test_lines_share_out_every_character_once(text, width, used):
    _, _, spans = divided(text, width, used)
    assert (spans[0].start, spans[-1].end) == (0, len(text))
    assert all(before.end == after.start for before, after in pairwise(spans))
    assert all(set(text[span.shown : span.end]) <= BLANKS | BREAKS for span in spans)
    assert not any(set(text[span.start : span.shown]) & BREAKS for span in spans)


@CALM
@given(TEXTS, WIDTHS, formats())
def test_the_pieces_of_lines_joined_give_the_text_back(text, width, used):
    lines, _ = set_lines(para(text, **used), Column(width), FakeFonts(), {})
    shown = "".join(line.text for line in lines)
    assert [char for char in shown if char not in DROPPED] == [char for char in text if char not in DROPPED]


@CALM
@given(TEXTS.filter(lambda text: "\t" not in text), WIDTHS, formats())
def test_no_line_is_wider_than_its_measure_but_by_a_hung_mark_or_a_single_character(text, width, used):
    shaped = shape(para(text, **used), FakeFonts(), {})
    known, _, spans = divided(text, width, used)
    for span in spans:
        room = width - known.right - indent_of(span.start, known) + EPSILON
        hung = known.hang_punctuation and text[span.shown - 1 : span.shown] in HANGING
        inside = replace(span, shown=span.shown - 1) if hung and span.shown > span.start else span
        drawn = text[span.start : inside.shown]
        single = len(drawn.lstrip(" \u3000")) <= 1
        assert single or natural_width(shaped, inside) <= room + EPSILON


@CALM
@given(TEXTS, st.floats(1.0, 60.0), st.sampled_from(STOPS))
def test_tabs_put_text_outside_the_measure_only_up_to_a_stop_there(text, width, stops):
    tabs = tuple(TabStop(position, align) for position, align in stops)
    measure = max([width, *(stop.position for stop in tabs if stop.align != "left")])
    for line in set_lines(para(text, tabs=tabs), Column(width), FakeFonts(), {})[0]:
        drawn = [piece for piece in line.pieces if piece.text.strip(" \u3000")]
        for before, after in pairwise(drawn):
            assert after.x >= before.x + before.width - EPSILON
        if len(bare(line.text)) > 1 and drawn[-1].text[-1] not in BLANKS:
            assert drawn[-1].x + drawn[-1].width <= measure + 2 * EPSILON


@CALM
@given(TEXTS, WIDTHS, formats())
def test_a_line_ends_where_it_may_or_has_no_such_place(text, width, used):
    known, _, spans = divided(text, width, used)
    for span in spans[:-1]:
        if text[span.end - 1] not in BREAKS and not may_break(text, span.end, kinsoku=known.kinsoku):
            inner = range(span.start + 1, span.shown)
            assert not any(may_break(text, at, kinsoku=known.kinsoku) for at in inner)


@CALM
@given(TEXTS.filter(lambda text: not set(text) & {"\t", "\n"}), st.floats(30.0, 120.0))
def test_justified_lines_end_at_their_measure(text, width):
    lines, _ = set_lines(para(text, align=Align.JUSTIFY), Column(width), FakeFonts(), {})
    for line in lines[:-1]:
        assert all(piece.extra >= 0 for piece in line.pieces)
        if any(piece.extra for piece in line.pieces) and len(line.text) > 1:
            assert abs(line.pieces[-1].x + line.pieces[-1].width - width) < EPSILON


LOOKS = (
    {},
    {},
    {"widow_control": True},
    {"keep_lines": True, "widow_control": True},
    {"keep_next": True},
    {"keep_next": True, "keep_lines": True, "before": 5.0},
    {"before": 3.0, "after": 30.0},
    {"after": 7.0, "hang_punctuation": True},
    {"align": Align.RIGHT, "contextual_spacing": True, "before": 5.0, "after": 5.0},
    {"align": Align.JUSTIFY, "right": 5.0},
)
"""Formats for cells and pages."""
PAGE_LOOKS = (
    *LOOKS,
    {"page_break_before": True},
    {"edges": BOX, "after": 4.0},
    {"left": 15.0, "first": -15.0},
    {"first": 20.0},
)
SENTENCES = (
    "",
    "大",
    "大小",
    "ab 12",
    "年，月。“日”",
    "（大小年月日）——大小",
    "ab12@ab.1-2 ab",
    "大\n小",
    "大\t小 ",
    "大小年月日" * 4,
)
LINE = exact(12.0)


def paragraphs(looks: tuple[dict, ...] = PAGE_LOOKS) -> st.SearchStrategy[Paragraph]:
    return st.builds(
        lambda text, look: para(text, pitch=LINE, **look), st.sampled_from(SENTENCES), st.sampled_from(looks)
    )


CELL_LOOKS = tuple(
    {"edges": edges, "valign": valign, "margins": Margins(top=top)}
    for edges in (Edges(), BOX)
    for valign, top in (("top", 0.0), ("center", 2.0), ("bottom", 0.0))
)
MERGES = (Merge.NONE, Merge.NONE, Merge.START, Merge.GOES_ON)
ROW_LOOKS = (
    {},
    {},
    {"cant_split": True},
    {"height": 15.0},
    {"height": 39.0},
    {"height": 70.0},
    {"height": 200.0, "cant_split": True},
)


@st.composite
def cells(draw, depth: int):
    merge = draw(st.sampled_from(MERGES))
    blocks = [para(pitch=LINE)]
    if merge is not Merge.GOES_ON:
        blocks = draw(st.lists(paragraphs(LOOKS), min_size=1, max_size=3))
    if depth and merge is Merge.NONE and draw(st.integers(0, 4)) == 4:
        blocks.insert(draw(st.integers(0, len(blocks))), draw(tables(depth - 1)))
    return cell(*blocks, merge=merge, **draw(st.sampled_from(CELL_LOOKS)))


@st.composite
def tables(draw, depth: int = 1):
    """A table 40 points wide, or 20 in a cell; its first rows may be head rows."""
    count = draw(st.integers(1, 2)) if depth else 1
    heads = draw(st.sampled_from((0, 0, 1, 2)))
    rows = [
        Row(tuple(draw(cells(depth)) for _ in range(count)), header=at < heads, **draw(st.sampled_from(ROW_LOOKS)))
        for at in range(draw(st.integers(1, 4)))
    ]
    return table(*rows, columns=((40.0 if depth else 20.0) / count,) * count)


@st.composite
def documents(draw, *, floats: bool = False) -> Document:
    made = []
    for _ in range(draw(st.integers(1, 2))):
        blocks = draw(st.lists(st.one_of(paragraphs(), tables()), min_size=1, max_size=6))
        if floats:
            low = Float(
                y_anchor=draw(st.sampled_from(("page", "margin"))), y_align=draw(st.sampled_from(("bottom", "top")))
            )
            height = draw(st.sampled_from((12.0, 20.0, 60.0)))
            blocks.insert(0, table(Row((cell(para("浮", pitch=LINE)),), height), columns=(30.0,), floating=low))
        start = draw(st.sampled_from(("nextPage", "continuous", "evenPage", "oddPage")))
        made.append(section(*blocks, para("末", pitch=LINE), paper=sheet(60.0, 60.0, ROOM), start=start))
    return document(*made, adds_white=draw(st.booleans()))


def sketch(given: Document) -> str:
    """A document in few words, for the report of a failure."""

    def words(block):
        if isinstance(block, Paragraph):
            used = block.format
            flags = [
                name
                for name in ("keep_next", "keep_lines", "widow_control", "page_break_before")
                if getattr(used, name)
            ]
            white = f"{used.before:g}/{used.after:g}" if used.before or used.after else ""
            return f"{block.index}{block.text!r}{' '.join(flags)}{white}{'□' if used.edges.top else ''} {used.align.value if used.align.value != 'left' else ''} {used.left:g} {used.first:g} {used.right:g}"
        rows = [
            f"[{row.height:g}{'H' if row.header else ''}{'!' if row.cant_split else ''}: "
            + " | ".join(
                f"{c.merge.value[0]}{'□' if c.edges.top else ''}{c.valign[0]}{c.margins.top:g} "
                + "; ".join(map(words, c.blocks))
                for c in row.cells
            )
            + "]"
            for row in block.rows
        ]
        return f"table{block.columns}{'~' if block.floating else ''}(" + "\n    ".join(rows) + ")"

    return "\n".join(each.start + ": " + "\n  ".join(map(words, each.blocks)) for each in given.sections)


def bare(text: str) -> str:
    return "".join(char for char in text if char not in DROPPED)


def head_paragraphs(given: Document) -> set[int]:
    """Numbers of paragraphs in rows that come again."""
    return {
        paragraph.index
        for each in given.sections
        for block in each.blocks
        if not isinstance(block, Paragraph)
        for row in block.rows
        if row.header
        for one in row.cells
        for paragraph in paragraphs_of(one.blocks)
    }


def by_paragraph(pages: Pages) -> dict[int, list[tuple[int, Text]]]:
    found = defaultdict(list)
    for page in pages.pages:
        for item in page.texts:
            found[item.source].append((page.number, item))
    return found


def assert_conserved(given: Document, pages: Pages) -> None:
    found, heads = by_paragraph(pages), head_paragraphs(given)
    for paragraph in given.paragraphs:
        wanted = bare(paragraph.text)
        shown = bare("".join(item.text for _, item in found[paragraph.index]))
        times = len(shown) // len(wanted) if wanted and paragraph.index in heads else 1
        assert shown == wanted * max(1, times)
        if paragraph.index not in heads:
            spots = [(page, round(item.y, 3), item.x) for page, item in found[paragraph.index]]
            assert spots == sorted(spots)


def assert_inside(page: Page) -> None:
    for item in page.texts:
        assert ROOM <= item.y <= page.height - ROOM + EPSILON, item


def assert_apart(page: Page) -> None:
    for one, other in combinations(page.texts, 2):
        beside = one.x + one.width <= other.x + 1.0 or other.x + other.width <= one.x + 1.0
        assert beside or abs(one.y - other.y) >= HAN, (one, other)


@FEW
@given(documents())
def test_small_pages_conserve_every_text_in_order_inside_the_margins_and_apart(made):
    pages = pages_of(made)
    assert_conserved(made, pages)
    for page in pages.pages:
        assert_inside(page)
        assert_apart(page)


@FEW
@given(documents(floats=True))
def test_floating_tables_lose_nothing_and_keep_to_the_paper(made):
    pages = pages_of(made)
    assert_conserved(made, pages)
    assert all(0.0 <= item.y <= page.height for page in pages.pages for item in page.texts)


@FEW
@given(tables(), st.floats(0.0, 80.0))
def test_parting_a_table_anywhere_loses_nothing(made, room):
    for band in blocks_bands((made,), Column(40.0), setting()):
        whole = [item.text for item in band.body.place(0.0, 0.0) if isinstance(item, Text)]
        parts = band.split(room, True)
        shown = [item.text for part in parts for item in part.body.place(0.0, 0.0) if isinstance(item, Text)]
        assert sorted(shown) == sorted(whole) or not parts
