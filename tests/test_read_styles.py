"""The cascade: document defaults, table style, paragraph styles, character style, direct properties; typefaces of themes."""

import pytest
from docx_files import NAMESPACES, document, first_paragraph, p, ppr, r, rpr, style, tbl, tc, tr, unknown

from docgen.document import Align, Border, CharFormat, Pitch, PitchRule, Run, TabStop

FANG = '<w:rFonts w:eastAsia="仿宋_GB2312"/>'
KAI = '<w:rFonts w:eastAsia="楷体_GB2312"/>'
HEI = '<w:rFonts w:eastAsia="黑体"/>'
SIZE_3 = '<w:sz w:val="32"/>'
SIZE_2 = '<w:sz w:val="44"/>'
BOLD = "<w:b/>"
DEFAULTS = f"<w:docDefaults><w:rPrDefault>{rpr(FANG + SIZE_3)}</w:rPrDefault></w:docDefaults>"


def defaults(run="", paragraph=""):
    return (
        f"<w:docDefaults><w:rPrDefault>{rpr(run)}</w:rPrDefault>"
        f"<w:pPrDefault>{ppr(paragraph)}</w:pPrDefault></w:docDefaults>"
    )


def look(body, styles):
    """Face and size of the first run."""
    used = first_paragraph(body, styles=styles).inlines[0].format
    return used.east_asia, used.size


def test_without_any_style_word_sets_ten_points_of_song():
    assert look(p("文"), "") == ("宋体", 10.0)


def test_a_run_takes_the_document_defaults():
    assert look(p("文"), DEFAULTS) == ("仿宋_GB2312", 16.0)


def test_a_run_takes_the_default_paragraph_style_over_the_document_defaults():
    assert look(p("文"), DEFAULTS + style("a", rpr(KAI), default=True)) == ("楷体_GB2312", 16.0)


def test_a_run_takes_the_face_of_its_paragraph_style_and_the_size_of_its_ancestor():
    styles = DEFAULTS + style("a", rpr(KAI)) + style("b", rpr(SIZE_2), based="a") + style("c", rpr(HEI), based="b")
    assert look(p("文", style="c"), styles) == ("黑体", 22.0)


def test_a_run_takes_the_face_of_its_character_style():
    styles = DEFAULTS + style("a", rpr(KAI + SIZE_2)) + style("字", rpr(HEI), kind="character")
    assert look(p(r("文", '<w:rStyle w:val="字"/>'), style="a"), styles) == ("黑体", 22.0)


def test_a_run_takes_its_own_face_over_that_of_its_character_style():
    styles = style("字", rpr(HEI + SIZE_2), kind="character")
    assert look(p(r("文", f'<w:rStyle w:val="字"/>{KAI}')), styles) == ("楷体_GB2312", 22.0)


def test_a_character_style_that_is_not_there_says_nothing():
    assert look(p(r("文", '<w:rStyle w:val="无"/>')), DEFAULTS) == ("仿宋_GB2312", 16.0)


def test_a_paragraph_of_a_style_that_is_not_there_has_the_default_style():
    found = first_paragraph(p("文", style="无"), styles=style("a", rpr(KAI), default=True) + style("b"))
    assert (found.style, found.inlines[0].format.east_asia) == ("a", "楷体_GB2312")


@pytest.mark.parametrize(("word", "expected"), [("1", "a"), ("true", "a"), ("on", "a"), ("0", ""), ("false", "")])
def test_a_style_is_the_default_by_each_word_for_yes(word, expected):
    styles = style("a", default=True).replace('w:default="1"', f'w:default="{word}"')
    assert first_paragraph(p("文"), styles=styles).style == expected


def test_a_style_without_a_type_is_a_paragraph_style():
    styles = style("a", default=True).replace('w:type="paragraph"', "")
    assert first_paragraph(p("文"), styles=styles).style == "a"


def test_a_paragraph_of_a_style_that_is_not_there_has_no_style_where_none_is_default():
    assert first_paragraph(p("文", style="无")).style == ""


def test_the_paragraph_mark_has_its_own_format_over_the_style():
    found = first_paragraph(p("", rpr(HEI), style="a"), styles=style("a", rpr(KAI + SIZE_2)))
    assert (found.inlines, found.mark.east_asia, found.mark.size) == ((), "黑体", 22.0)


def test_the_format_of_the_mark_does_not_reach_the_runs():
    assert look(p("文", rpr(HEI + SIZE_2)), DEFAULTS) == ("仿宋_GB2312", 16.0)


@pytest.mark.parametrize(
    ("base", "derived", "direct", "expected"),
    [
        (BOLD, "", "", True),
        (BOLD, '<w:b w:val="0"/>', "", False),
        (BOLD, "", '<w:b w:val="0"/>', False),
        ('<w:b w:val="0"/>', BOLD, "", True),
        ("", "", BOLD, True),
    ],
)
def test_a_toggle_is_switched_off_further_down(base, derived, direct, expected):
    styles = style("a", rpr(base)) + style("b", rpr(derived), based="a")
    found = first_paragraph(p(r("文", direct), style="b"), styles=styles)
    assert found.inlines[0].format.bold is expected


def test_bold_of_a_character_style_in_a_bold_paragraph_is_plain_as_in_word():
    styles = style("a", rpr(BOLD)) + style("字", rpr(BOLD), kind="character")
    emphatic = '<w:rStyle w:val="字"/>'
    found = first_paragraph(p(r("一") + r("二", emphatic) + r("三", emphatic + BOLD), style="a"), styles=styles)
    assert [(run.text, run.format.bold) for run in found.inlines] == [("一", True), ("二", False), ("三", True)]


@pytest.mark.parametrize("toggle", ["<w:i/>", "<w:strike/>", "<w:caps/>", "<w:vanish/>"])
def test_any_toggle_set_by_both_styles_is_off(toggle):
    styles = style("a", rpr(toggle)) + style("字", rpr(toggle), kind="character")
    found = first_paragraph(p(r("ab", '<w:rStyle w:val="字"/>'), style="a"), styles=styles)
    assert found.inlines == (Run("ab", CharFormat()),)


def test_capitals_come_from_any_level():
    styles = style("a", rpr("<w:caps/>"))
    assert document(p(r("abc") + r("def", '<w:caps w:val="0"/>'), style="a"), styles=styles).text == "ABCdef"


def test_borders_and_tabs_merge_edge_by_edge_and_stop_by_stop():
    edge = '<w:{} w:val="single" w:sz="8" w:color="FF0000"/>'
    base = f"<w:pBdr>{edge.format('top')}{edge.format('bottom')}</w:pBdr>"
    base += '<w:tabs><w:tab w:val="left" w:pos="400"/><w:tab w:val="left" w:pos="800"/></w:tabs>'
    direct = '<w:pBdr><w:top w:val="nil"/></w:pBdr>'
    direct += '<w:tabs><w:tab w:val="clear" w:pos="400"/><w:tab w:val="right" w:pos="1000"/></w:tabs>'
    used = first_paragraph(p("文", direct, style="a"), styles=style("a", ppr(base))).format
    assert (used.edges.top, used.edges.bottom) == (None, Border(1.0, "FF0000"))
    assert used.tabs == (TabStop(40.0), TabStop(50.0, "right"))


def test_paragraph_properties_pass_down_the_chain_to_the_paragraph():
    styles = defaults(paragraph='<w:spacing w:after="200"/><w:jc w:val="both"/>')
    styles += style("a", ppr('<w:spacing w:line="592" w:lineRule="exact"/>'), default=True)
    styles += style("b", ppr('<w:ind w:firstLineChars="200"/>') + rpr(SIZE_3), based="a")
    used = first_paragraph(p("文", '<w:spacing w:before="100"/>', style="b"), styles=styles).format
    assert (used.align, used.first, used.before, used.after) == (Align.JUSTIFY, 32.0, 5.0, 10.0)
    assert used.pitch == Pitch(29.6, PitchRule.EXACT)


def test_a_length_given_directly_takes_back_the_indent_in_characters():
    styles = style("a", ppr('<w:ind w:firstLineChars="200" w:leftChars="100"/>'))
    used = first_paragraph(p("文", '<w:ind w:left="0" w:firstLine="100"/>', style="a"), styles=styles).format
    assert (used.left, used.first) == (0.0, 5.0)
    used = first_paragraph(p("文", '<w:ind w:left="100"/>', style="a"), styles=styles).format
    assert (used.left, used.first) == (5.0, 20.0)


def test_cells_take_the_table_style_under_the_paragraph_style():
    styles = style("t", ppr('<w:jc w:val="center"/>') + rpr(HEI + SIZE_2), kind="table") + style("a", rpr(KAI))
    body = tbl(tr(f"<w:tc>{p('格', style='a')}</w:tc>"), properties='<w:tblStyle w:val="t"/>') + p("外", style="a")
    inside, outside = document(body, styles=styles).paragraphs
    assert (inside.format.align, inside.inlines[0].format.east_asia) == (Align.CENTER, "楷体_GB2312")
    assert inside.inlines[0].format.size == 22.0
    assert (outside.format.align, outside.inlines[0].format.size) == (Align.LEFT, 10.0)


def test_the_default_table_style_serves_tables_that_name_none():
    styles = style("t", rpr(HEI), kind="table", default=True)
    assert document(tbl(tr(tc("格"))), styles=styles).paragraphs[0].inlines[0].format.east_asia == "黑体"


def test_styles_that_go_round_in_a_ring_end():
    styles = style("a", rpr(KAI), based="b") + style("b", rpr(SIZE_2), based="a")
    assert look(p("文", style="a"), styles) == ("楷体_GB2312", 22.0)


def test_a_style_based_on_itself_ends():
    assert look(p("文", style="a"), style("a", rpr(KAI), based="a")) == ("楷体_GB2312", 10.0)


@pytest.mark.parametrize(
    ("stored", "shown"),
    [
        ("Normal", "正文"),
        ("Title", "标题"),
        ("Subtitle", "副标题"),
        ("header", "页眉"),
        ("footer", "页脚"),
        ("heading 1", "标题 1"),
        ("heading 9", "标题 9"),
        ("公文标题", "公文标题"),
    ],
)
def test_a_paragraph_bears_the_name_that_chinese_word_shows(stored, shown):
    assert first_paragraph(p("文", style=stored), styles=style(stored)).style == shown


def test_what_a_used_style_says_and_nobody_understands_is_reported_where_it_is_used():
    styles = style("a", rpr("<w:outline/>"), based="b") + style("b", ppr("<w:framePr/>"))
    reported, _ = unknown(p("一") + p("二", style="a") + p("三", style="a"), styles=styles)
    assert reported == [("第2段", "段落格式 framePr", 2), ("第2段", "字符格式 outline", 2)]


def test_an_unused_style_may_say_what_it_likes():
    assert document(p("一"), styles=style("a", rpr("<w:outline/>") + ppr("<w:framePr/>"))).text == "一"


def test_what_the_document_defaults_say_and_nobody_understands_is_reported_once():
    assert unknown(p("一") + p("二"), styles=defaults("<w:outline/>"))[0] == [("第1段", "字符格式 outline", 1)]


THEME = f"""<a:theme {NAMESPACES}><a:themeElements><a:fontScheme>
<a:majorFont><a:latin typeface="Cambria"/><a:ea typeface=""/><a:font script="Hans" typeface="华文中宋"/>
<a:font script="Hant" typeface="細明體"/><a:font script="Jpan" typeface="ＭＳ 明朝"/>
<a:font script="Hang" typeface="바탕"/></a:majorFont>
<a:minorFont><a:latin typeface="Calibri"/><a:ea typeface="微软雅黑"/><a:font script="Hans" typeface="宋体"/></a:minorFont>
</a:fontScheme></a:themeElements></a:theme>"""


def themed(fonts, direct="", settings="", theme=THEME):
    """(Chinese face, Latin face) of a run whose style has `fonts` and which itself has `direct`."""
    found = first_paragraph(
        p(r("文", direct), style="a"),
        styles=style("a", rpr(f'<w:rFonts w:eastAsia="黑体" w:ascii="Arial" {fonts}/>')),
        settings=settings,
        related=[("rTheme", "theme", "theme.xml", theme)],
    )
    return found.inlines[0].format.east_asia, found.inlines[0].format.ascii


@pytest.mark.parametrize(
    ("fonts", "expected"),
    [
        ('w:eastAsiaTheme="minorEastAsia" w:asciiTheme="minorHAnsi"', ("微软雅黑", "Calibri")),
        ('w:eastAsiaTheme="majorEastAsia" w:asciiTheme="majorAscii"', ("华文中宋", "Cambria")),
        ('w:asciiTheme="minorEastAsia"', ("黑体", "微软雅黑")),
        ('w:eastAsiaTheme="nonsense"', ("黑体", "Arial")),
    ],
)
def test_theme_faces_win_over_named_ones(fonts, expected):
    assert themed(fonts) == expected


def test_a_face_named_further_down_wins_over_a_theme_face():
    theme_fonts = 'w:eastAsiaTheme="minorEastAsia" w:asciiTheme="minorHAnsi"'
    assert themed(theme_fonts, '<w:rFonts w:eastAsia="仿宋"/>') == ("仿宋", "Calibri")
    assert themed(theme_fonts, '<w:rFonts w:ascii="Times"/>') == ("微软雅黑", "Times")


@pytest.mark.parametrize(
    ("language", "expected"),
    [("zh-CN", "华文中宋"), ("", "华文中宋"), ("zh-TW", "細明體"), ("ja-JP", "ＭＳ 明朝"), ("ko-KR", "바탕")],
)
def test_the_theme_language_chooses_the_script(language, expected):
    settings = f'<w:themeFontLang w:eastAsia="{language}"/>'
    assert themed('w:eastAsiaTheme="majorEastAsia"', settings=settings) == (expected, "Arial")


def test_a_theme_that_is_no_xml_is_none():
    assert themed('w:eastAsiaTheme="minorEastAsia"', theme="<a:theme") == ("黑体", "Arial")
