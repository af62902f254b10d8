"""Lists: how their labels count, look, and indent their paragraphs."""

import pytest
from docx_files import document, docx_file, p, ppr, r, root, rpr, style, tbl, tc, tr, unknown

from docgen.read import read


def level(at, text="", fmt="decimal", more="", *, indents="", look=""):
    shown = text or f"%{at + 1}."
    return (
        f'<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="{fmt}"/>{more}<w:lvlText w:val="{shown}"/>'
        f"{ppr(indents)}{rpr(look)}</w:lvl>"
    )


def abstract(*levels, name=0, more=""):
    return f'<w:abstractNum w:abstractNumId="{name}">{more}{"".join(levels)}</w:abstractNum>'


def num(name, of=0, more=""):
    return f'<w:num w:numId="{name}"><w:abstractNumId w:val="{of}"/>{more}</w:num>'


def override(at, inside):
    return f'<w:lvlOverride w:ilvl="{at}">{inside}</w:lvlOverride>'


def of_list(name=1, at=0):
    return f'<w:numPr><w:ilvl w:val="{at}"/><w:numId w:val="{name}"/></w:numPr>'


def items(*places):
    """Paragraphs by (list, level)."""
    return "".join(p("文", of_list(*place)) for place in places)


def labels(body, numbering, **others):
    return [each.label and each.label.run.text for each in document(body, numbering=numbering, **others).paragraphs]


def on_levels(*levels, places, more=""):
    return labels(items(*((1, at) for at in places)), abstract(*levels) + num(1, more=more))


THREE = (level(0), level(1, "%1.%2"), level(2, "%1.%2.%3"))


def test_paragraphs_of_a_level_are_counted():
    assert on_levels(level(0), places=[0, 0, 0]) == ["1.", "2.", "3."]


def test_a_deeper_level_begins_anew_under_each_higher_one():
    assert on_levels(*THREE, places=[0, 1, 1, 2, 0, 1]) == ["1.", "1.1", "1.2", "1.2.1", "2.", "2.1"]


def test_a_level_that_was_skipped_shows_its_first_number():
    assert on_levels(*THREE, places=[2, 2, 0]) == ["1.1.1", "1.1.2", "2."]


def test_a_level_may_go_on_counting():
    never = level(1, "%2)", more='<w:lvlRestart w:val="0"/>')
    assert on_levels(level(0), never, places=[0, 1, 0, 1]) == ["1.", "1)", "2.", "2)"]


def test_a_level_may_begin_anew_under_one_level_only():
    under_first = level(2, "%3)", more='<w:lvlRestart w:val="1"/>')
    assert on_levels(level(0), level(1), under_first, places=[2, 1, 2, 0, 2]) == ["1)", "1.", "2)", "1.", "1)"]


def test_numbers_of_higher_levels_keep_their_format_or_become_arabic():
    roman = level(0, "%1", "upperRoman")
    assert on_levels(roman, level(1, "%1.%2"), places=[0, 1]) == ["I", "I.1"]
    assert on_levels(roman, level(1, "%1.%2", more="<w:isLgl/>"), places=[0, 1]) == ["I", "1.1"]


def test_lists_of_one_definition_count_on_together():
    assert labels(items((1, 0), (2, 0), (1, 0)), abstract(level(0)) + num(1) + num(2)) == ["1.", "2.", "3."]


def test_a_list_may_begin_anew_once():
    anew = num(2, more=override(0, '<w:startOverride w:val="5"/>'))
    assert labels(items((1, 0), (2, 0), (2, 0), (1, 0)), abstract(level(0)) + num(1) + anew) == ["1.", "5.", "6.", "7."]


def test_a_list_may_have_a_level_of_its_own():
    own = num(1, more=override(0, level(0, "第%1条", "chineseCounting")))
    assert labels(items((1, 0)), abstract(level(0)) + own) == ["第一条"]


def test_a_list_is_found_through_a_numbering_style():
    styles = style("s", ppr('<w:numPr><w:numId w:val="1"/></w:numPr>'), kind="numbering")
    definitions = (
        abstract(level(0, "%1)"), more='<w:styleLink w:val="s"/>')
        + abstract(name=1, more='<w:numStyleLink w:val="s"/>')
        + num(1)
        + num(2, 1)
    )
    assert labels(items((1, 0), (2, 0)), definitions, styles=styles) == ["1)", "2)"]


def test_lists_that_lead_to_each_other_have_no_label():
    styles = style("s", ppr('<w:numPr><w:numId w:val="1"/></w:numPr>'), kind="numbering")
    assert labels(items((1, 0)), abstract(more='<w:numStyleLink w:val="s"/>') + num(1), styles=styles) == [None]


@pytest.mark.parametrize("place", [(0, 0), (9, 0), (1, 8), (1, 99)])
def test_a_list_or_level_that_is_not_there_gives_no_label(place):
    assert labels(items(place), abstract(level(0)) + num(1)) == [None]


def test_a_file_without_lists_gives_no_label():
    assert document(items((1, 0))).paragraphs[0].label is None


def test_labels_in_tables_count_with_those_around():
    body = items((1, 0)) + tbl(tr(f"<w:tc>{items((1, 0))}</w:tc>", tc("格"))) + items((1, 0))
    assert labels(body, abstract(level(0)) + num(1)) == ["1.", "2.", None, "3."]


def test_a_deleted_paragraph_does_not_count():
    gone = f"<w:p><w:pPr>{of_list()}<w:rPr><w:del/></w:rPr></w:pPr></w:p>"
    assert labels(items((1, 0)) + gone + items((1, 0)), abstract(level(0)) + num(1)) == ["1.", "2."]


def test_a_header_counts_for_itself():
    header = ("h1", "header", "h1.xml", root("hdr", items((1, 0))))
    body = items((1, 0), (1, 0)) + '<w:sectPr><w:headerReference w:type="default" r:id="h1"/></w:sectPr>'
    found = document(body, numbering=abstract(level(0)) + num(1), related=[header])
    assert [each.label.run.text for each in found.paragraphs] == ["1.", "2."]
    assert found.sections[0].headers.default[0].label.run.text == "1."


@pytest.mark.parametrize(
    ("more", "suffix", "align"),
    [
        ("", "\t", "left"),
        ('<w:suff w:val="space"/>', " ", "left"),
        ('<w:suff w:val="nothing"/><w:lvlJc w:val="right"/>', "", "right"),
        ('<w:suff w:val="tab"/><w:lvlJc w:val="center"/>', "\t", "center"),
    ],
)
def test_what_stands_after_a_label_and_where_it_stands(more, suffix, align):
    found = document(items((1, 0)), numbering=abstract(level(0, more=more)) + num(1)).paragraphs[0].label
    assert (found.suffix, found.align) == (suffix, align)


def test_a_label_looks_like_the_paragraph_mark_with_what_its_level_says():
    looks = rpr('<w:sz w:val="40"/><w:color w:val="FF0000"/>')
    body = p(r("文", "<w:b/>"), of_list() + looks)
    found = document(body, numbering=abstract(level(0, look='<w:color w:val="00FF00"/><w:i/>')) + num(1))
    used = found.paragraphs[0].label.run.format
    assert (used.size, used.color, used.italic, used.bold) == (20.0, "00FF00", True, False)


def test_capitals_and_hidden_labels():
    small = level(0, "%1)", "lowerLetter", look="<w:caps/>")
    assert on_levels(small, places=[0]) == ["A)"]
    assert on_levels(level(0, look="<w:vanish/>"), places=[0]) == [None]


@pytest.mark.parametrize(
    ("font", "sign", "shown"), [("Symbol", "\uf0b7", "•"), ("Wingdings", "\uf06c", "●"), ("Courier New", "o", "o")]
)
def test_bullets_of_symbol_fonts_become_those_of_unicode(font, sign, shown):
    bullet = level(0, sign, "bullet", look=f'<w:rFonts w:ascii="{font}" w:hAnsi="{font}"/>')
    found = document(items((1, 0)), numbering=abstract(bullet) + num(1)).paragraphs[0].label.run
    assert found.text == shown
    assert found.format.ascii == ("Courier New" if font == "Courier New" else "Times New Roman")


@pytest.mark.parametrize(
    ("given", "message"),
    [
        (level(0, "\uf0ff", "bullet", look='<w:rFonts w:ascii="Webdings"/>'), "符号 Webdings F0FF"),
        (level(0, "•", "bullet", more='<w:lvlPicBulletId w:val="0"/>'), "编号格式 lvlPicBulletId"),
    ],
)
def test_a_bullet_that_nobody_knows_is_a_dot_and_a_warning(given, message):
    reported, found = unknown(items((1, 0), (1, 0)), numbering=abstract(given) + num(1))
    assert reported == [("第1段", message, 2)]
    assert found.paragraphs[0].label.run.text == "•"


def test_a_numeral_that_nobody_knows_is_arabic_and_a_warning():
    reported, found = unknown(items((1, 0)), numbering=abstract(level(0, fmt="bahtText")) + num(1))
    assert reported == [("第1段", "编号格式 bahtText", 1)]
    assert found.paragraphs[0].label.run.text == "1."


HANGING = '<w:ind w:left="800" w:hanging="400"/>'


def indents(body, **others):
    found = document(body, numbering=abstract(level(0, indents=HANGING)) + num(1), **others).paragraphs[0]
    return found.format.left, found.format.first, found.label is not None


NUMBERED = style("n", ppr(of_list()))


def test_a_level_indents_its_paragraph():
    assert indents(items((1, 0))) == (40.0, -20.0, True)


def test_direct_indents_win_over_those_of_the_level():
    assert indents(p("文", of_list() + '<w:ind w:left="100"/>')) == (5.0, -20.0, True)


def test_a_list_named_directly_wins_over_the_indents_of_the_style():
    assert indents(p("文", of_list(), style="a"), styles=style("a", ppr('<w:ind w:left="100"/>'))) == (
        40.0,
        -20.0,
        True,
    )


def test_a_style_may_name_a_list_and_indent_otherwise():
    styles = style("a", ppr(of_list() + '<w:ind w:left="100"/>'))
    assert indents(p("文", style="a"), styles=styles) == (5.0, -20.0, True)


def test_a_style_based_on_a_numbered_one_may_indent_otherwise():
    styles = NUMBERED + style("a", ppr('<w:ind w:left="100"/>'), based="n")
    assert indents(p("文", style="a"), styles=styles) == (5.0, -20.0, True)


def test_a_numbered_style_wins_over_the_indents_that_it_is_based_on():
    styles = style("a", ppr('<w:ind w:left="100"/>')) + style("n", ppr(of_list()), based="a")
    assert indents(p("文", style="n"), styles=styles) == (40.0, -20.0, True)


def test_list_0_takes_label_and_indents_back():
    assert indents(p("文", of_list(0), style="n"), styles=NUMBERED) == (0.0, 0.0, False)


def test_a_style_is_numbered_on_the_level_that_names_it():
    styles = style("a", ppr('<w:numPr><w:numId w:val="1"/></w:numPr>')) + style("b", based="a")
    definitions = abstract(level(0), level(1, "（%2）", more='<w:pStyle w:val="a"/>')) + num(1)
    assert labels(p("文", style="a") + p("文", style="b"), definitions, styles=styles) == ["（1）", "（2）"]


def test_a_label_is_no_text_of_its_paragraph():
    found = document(items((1, 0)), numbering=abstract(level(0)) + num(1))
    assert found.text == "文"
    assert [inline.text for inline in found.paragraphs[0].printed] == ["1.", "文"]


@pytest.mark.parametrize(
    "broken",
    [
        "<w:abstractNum/><w:num/>",
        abstract(level(0, "%9%0%"), level("x", "x"), level(99)) + num(1, 7),
        abstract('<w:lvl w:ilvl="0"/>') + num(1, more="<w:lvlOverride/>"),
        abstract(level(0)) + num(1, more=override(0, '<w:startOverride w:val="-9999999999"/>')),
    ],
)
def test_no_broken_list_makes_read_raise(broken):
    found, _ = read(docx_file(items((1, 0)), numbering=broken), "试验.docx")
    assert found.text == "文"
