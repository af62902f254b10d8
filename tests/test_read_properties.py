"""Properties of runs and paragraphs: what is said is used, what says nothing is passed over, the rest is reported."""

import pytest
from docx_files import first_paragraph, p, r, style, unknown

from docgen.document import Align, Border, CharFormat, Edges, ParagraphFormat, Pitch, PitchRule, TabStop
from docgen.read.properties import number


def run_format(properties):
    return first_paragraph(p(r("文", properties))).inlines[0].format


def paragraph_format(properties):
    return first_paragraph(p("文", properties)).format


@pytest.mark.parametrize(
    ("properties", "expected"),
    [
        ('<w:rFonts w:eastAsia="仿宋_GB2312" w:ascii="宋体"/>', {"east_asia": "仿宋_GB2312", "ascii": "宋体"}),
        ('<w:rFonts w:hint="eastAsia"/>', {"east_asia_hint": True}),
        ('<w:sz w:val="32"/>', {"size": 16.0}),
        ('<w:sz w:val="21"/>', {"size": 10.5}),
        ("<w:b/>", {"bold": True}),
        ('<w:b w:val="1"/><w:i w:val="true"/>', {"bold": True, "italic": True}),
        ('<w:color w:val="ff0000"/>', {"color": "FF0000"}),
        ('<w:color w:val="auto"/>', {"color": "000000"}),
        ('<w:spacing w:val="-5"/>', {"spacing": -0.25}),
        ('<w:position w:val="6"/>', {"raised": 3.0}),
        ('<w:w w:val="80"/>', {"scale": 0.8}),
        ('<w:snapToGrid w:val="0"/>', {"snaps": False}),
        ('<w:em w:val="dot"/>', {"emphasis": "below"}),
        ('<w:em w:val="underDot"/>', {"emphasis": "below"}),
        ('<w:em w:val="circle"/>', {"emphasis": "above"}),
        ('<w:em w:val="none"/>', {"emphasis": ""}),
        ('<w:bdr w:val="single" w:sz="4" w:color="FF0000"/>', {"border": Border(0.5, "FF0000")}),
        ('<w:bdr w:val="nil"/>', {"border": None}),
        ('<w:u w:val="wave"/>', {"underline": "wave"}),
        ("<w:u/>", {"underline": "single"}),
        ("<w:strike/>", {"strike": True}),
        ("<w:dstrike/>", {"double_strike": True}),
        ('<w:highlight w:val="yellow"/>', {"shade": "FFFF00"}),
        ('<w:shd w:val="clear" w:fill="d9d9d9"/>', {"shade": "D9D9D9"}),
        ('<w:shd w:val="clear" w:fill="auto"/>', {"shade": ""}),
        ('<w:sz w:val="40"/><w:vertAlign w:val="superscript"/>', {"size": 13.0, "raised": pytest.approx(20 / 3)}),
        ('<w:sz w:val="36"/><w:vertAlign w:val="subscript"/>', {"size": pytest.approx(11.7), "raised": -3.0}),
    ],
)
def test_a_run_is_set_as_its_properties_say(properties, expected):
    assert {name: getattr(run_format(properties), name) for name in expected} == expected


@pytest.mark.parametrize(
    ("name", "color"),
    [
        ("green", "00FF00"),
        ("cyan", "00FFFF"),
        ("magenta", "FF00FF"),
        ("red", "FF0000"),
        ("blue", "0000FF"),
        ("lightGray", "C0C0C0"),
        ("darkGray", "808080"),
        ("black", "000000"),
        ("white", "FFFFFF"),
        ("darkBlue", "000080"),
        ("darkCyan", "008080"),
        ("darkGreen", "008000"),
        ("darkMagenta", "800080"),
        ("darkRed", "800000"),
        ("darkYellow", "808000"),
    ],
)
def test_a_highlighter_has_its_color(name, color):
    assert run_format(f'<w:highlight w:val="{name}"/>').shade == color


@pytest.mark.parametrize("word", ["0", "false", "off", "none"])
def test_a_toggle_is_switched_off_by_each_word_for_no(word):
    assert run_format(f'<w:b w:val="{word}"/><w:i w:val="{word}"/><w:strike w:val="{word}"/>') == CharFormat()


@pytest.mark.parametrize(
    ("said", "expected"), [("", True), ("<w:snapToGrid/>", True), ('<w:snapToGrid w:val="0"/>', False)]
)
def test_a_paragraph_may_leave_the_grid(said, expected):
    assert paragraph_format(said).snaps is expected


def test_bars_are_no_tab_stops():
    found = paragraph_format('<w:tabs><w:tab w:val="bar" w:pos="200"/><w:tab w:val="left" w:pos="100"/></w:tabs>')
    assert (found.bars, [stop.position for stop in found.tabs]) == ((10.0,), [5.0])


def test_an_underline_of_none_is_none():
    assert run_format('<w:u w:val="none"/>') == CharFormat()


@pytest.mark.parametrize(
    "properties",
    [
        '<w:sz w:val="abc"/>',
        '<w:sz w:val="-20"/>',
        '<w:sz w:val="0"/>',
        '<w:sz w:val="99999999"/>',
        '<w:sz w:val="nan"/>',
        '<w:sz w:val="1e3"/>',
        "<w:sz/>",
        '<w:w w:val="0"/>',
        '<w:color w:val="红色"/>',
        '<w:highlight w:val="none"/>',
        '<w:highlight w:val="chartreuse"/>',
        '<w:shd w:fill="12"/>',
        '<w:spacing w:val=""/>',
        '<w:vertAlign w:val="baseline"/>',
    ],
)
def test_a_run_property_that_makes_no_sense_says_nothing(properties):
    assert run_format(properties) == CharFormat()


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("left", Align.LEFT),
        ("start", Align.LEFT),
        ("center", Align.CENTER),
        ("right", Align.RIGHT),
        ("end", Align.RIGHT),
        ("both", Align.JUSTIFY),
        ("distribute", Align.DISTRIBUTE),
        ("thaiDistribute", Align.DISTRIBUTE),
        ("lowKashida", Align.JUSTIFY),
        ("mediumKashida", Align.JUSTIFY),
        ("highKashida", Align.JUSTIFY),
        ("sideways", Align.LEFT),
    ],
)
def test_lines_are_aligned_by_the_word_for_it(word, expected):
    assert paragraph_format(f'<w:jc w:val="{word}"/>').align is expected


@pytest.mark.parametrize(
    ("attributes", "expected"),
    [
        ('w:left="640" w:right="320"', (32.0, 16.0, 0.0)),
        ('w:start="640" w:end="320"', (32.0, 16.0, 0.0)),
        ('w:firstLine="640"', (0.0, 0.0, 32.0)),
        ('w:left="640" w:hanging="320"', (32.0, 0.0, -16.0)),
        ('w:firstLineChars="200"', (0.0, 0.0, 24.0)),
        ('w:firstLineChars="200" w:firstLine="640"', (0.0, 0.0, 24.0)),
        ('w:leftChars="300" w:rightChars="100"', (36.0, 12.0, 0.0)),
        ('w:startChars="300" w:endChars="100"', (36.0, 12.0, 0.0)),
        ('w:left="99" w:leftChars="300" w:hangingChars="200" w:hanging="99"', (36.0, 0.0, -24.0)),
        ('w:firstLineChars="0" w:firstLine="640"', (0.0, 0.0, 32.0)),
        ('w:firstLineChars="200" w:hangingChars="0"', (0.0, 0.0, 24.0)),
        ('w:left="-200"', (-10.0, 0.0, 0.0)),
        ('w:left="12pt"', (12.0, 0.0, 0.0)),
        ('w:left="" w:firstLine="two" w:firstLineChars="x"', (0.0, 0.0, 0.0)),
    ],
)
def test_indents_in_characters_win_over_lengths(attributes, expected):
    sized = style("s", '<w:rPr><w:sz w:val="24"/></w:rPr>', default=True)
    found = first_paragraph(p("文", f"<w:ind {attributes}/>"), styles=sized).format
    assert (found.left, found.right, found.first) == expected


@pytest.mark.parametrize(
    ("attributes", "expected"),
    [
        ('w:line="592" w:lineRule="exact"', Pitch(29.6, PitchRule.EXACT)),
        ('w:line="400" w:lineRule="atLeast"', Pitch(20.0, PitchRule.AT_LEAST)),
        ('w:line="0" w:lineRule="atLeast"', Pitch(0.0, PitchRule.AT_LEAST)),
        ('w:line="360" w:lineRule="auto"', Pitch(1.5, PitchRule.MULTIPLE)),
        ('w:line="360"', Pitch(1.5, PitchRule.MULTIPLE)),
        ('w:line="360" w:lineRule="foo"', Pitch(1.5, PitchRule.MULTIPLE)),
        ('w:line="" w:lineRule="exact"', Pitch()),
        ('w:line="0" w:lineRule="exact"', Pitch()),
        ('w:line="-240"', Pitch()),
    ],
)
def test_the_pitch_of_lines_is_exact_at_least_or_multiple(attributes, expected):
    assert paragraph_format(f"<w:spacing {attributes}/>").pitch == expected


def test_white_before_and_after_is_read():
    found = paragraph_format('<w:spacing w:before="120" w:after="60"/>')
    assert (found.before, found.after) == (6.0, 3.0)


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ('w:before="156" w:beforeLines="50"', (7.8, 0.5, False)),
        ('w:beforeLines="50"', (6.0, 0.5, False)),
        ('w:before="156" w:beforeLines="0"', (0.0, 0.0, False)),
        ('w:before="100" w:beforeAutospacing="1"', (5.0, 0.0, True)),
        ('w:before="100" w:beforeAutospacing="0"', (5.0, 0.0, False)),
    ],
)
def test_white_may_count_lines_or_be_automatic(said, expected):
    found = paragraph_format(f"<w:spacing {said}/>")
    assert (found.before, found.before_lines, found.before_auto) == expected


@pytest.mark.parametrize(
    ("word", "expected"), [("center", "center"), ("decimal", "decimal"), ("num", "left"), ("foo", "left")]
)
def test_a_tab_stop_aligns_as_its_word_says(word, expected):
    found = paragraph_format(f'<w:tabs><w:tab w:val="{word}" w:pos="420"/></w:tabs>')
    assert found.tabs == (TabStop(21.0, expected),)


def test_tab_stops_stand_in_order_with_kind_and_leader():
    found = paragraph_format(
        '<w:tabs><w:tab w:val="right" w:pos="8000" w:leader="dot"/><w:tab w:val="start" w:pos="420"/>'
        '<w:tab w:val="end" w:pos="900"/><w:tab w:val="bar" w:pos="100"/><w:tab w:val="clear" w:pos="200"/></w:tabs>'
    )
    assert found.tabs == (TabStop(21.0), TabStop(45.0, "right"), TabStop(400.0, "right", "dot"))


def test_paragraph_edges_are_read_and_nil_ones_are_none():
    found = paragraph_format(
        '<w:pBdr><w:bottom w:val="single" w:sz="12" w:space="11" w:color="FF0000"/><w:top w:val="nil"/>'
        '<w:start w:val="double" w:sz="-4" w:space="x"/><w:end w:sz="4"/>'
        '<w:between w:val="dotted" w:sz="4"/><w:bar w:val="single"/></w:pBdr>'
    )
    assert found.edges == Edges(
        bottom=Border(1.5, "FF0000", 11.0),
        left=Border(0.0, style="double"),
        inside_h=Border(0.5, style="dotted"),
    )


@pytest.mark.parametrize(
    ("name", "attribute", "usual"),
    [
        ("keepNext", "keep_next", False),
        ("keepLines", "keep_lines", False),
        ("pageBreakBefore", "page_break_before", False),
        ("widowControl", "widow_control", True),
        ("kinsoku", "kinsoku", True),
        ("overflowPunct", "hang_punctuation", True),
        ("autoSpaceDE", "space_east_asia", True),
        ("contextualSpacing", "contextual_spacing", False),
    ],
)
def test_a_paragraph_switch_is_on_alone_and_off_with_0(name, attribute, usual):
    assert getattr(paragraph_format(""), attribute) is usual
    assert getattr(paragraph_format(f"<w:{name}/>"), attribute) is True
    assert getattr(paragraph_format(f'<w:{name} w:val="0"/>'), attribute) is False


@pytest.mark.parametrize(("level", "expected"), [("0", 0), ("8", 8), ("9", None), ("-1", None), ("x", None)])
def test_only_nine_outline_levels_are_headings(level, expected):
    assert paragraph_format(f'<w:outlineLvl w:val="{level}"/>').outline_level == expected


@pytest.mark.parametrize(("word", "expected"), [("nil", None), ("none", None), ("single", Border(0.5))])
def test_an_edge_is_drawn_unless_it_is_nil_or_none(word, expected):
    assert paragraph_format(f'<w:pBdr><w:right w:val="{word}" w:sz="4"/></w:pBdr>').edges.right == expected


def test_shading_of_a_paragraph_is_its_fill():
    assert paragraph_format('<w:shd w:val="clear" w:fill="EEEEEE"/>') == ParagraphFormat(shade="EEEEEE")


@pytest.mark.parametrize(
    ("properties", "what"),
    [
        ("<w:eastAsianLayout/>", "字符格式 eastAsianLayout"),
        ('<w:eastAsianLayout w:combine="1"/>', "字符格式 eastAsianLayout"),
    ],
)
def test_an_unknown_run_property_is_named_with_its_paragraph(properties, what):
    reported, found = unknown(p("一") + p(r("二", properties)) + p(r("三", properties)))
    assert reported == [("第2段", what, 2)]
    assert found.text == "一\n二\n三"


def test_an_unknown_paragraph_property_is_named_once_for_each_paragraph():
    assert unknown(p("一", "<w:framePr/>"))[0] == [("第1段", "段落格式 framePr", 1)]


@pytest.mark.parametrize(
    "properties",
    [
        '<w:em w:val="none"/><w:bdr w:val="nil"/><w:shadow w:val="0"/><w:smallCaps w:val="false"/>',
        '<w:lang w:eastAsia="zh-CN"/><w:noProof/><w:kern w:val="2"/><w:szCs w:val="32"/><w:effect w:val="lights"/>',
        "<w:ins/><w:rPrChange/><!-- 说明 -->",
    ],
)
def test_what_changes_nothing_on_paper_is_passed_over(properties):
    assert run_format(properties) == CharFormat()


def test_a_numbering_without_a_list_is_none():
    assert paragraph_format('<w:numPr><w:ilvl w:val="0"/><w:numId w:val="0"/></w:numPr>') == ParagraphFormat()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("12", 12.0),
        (" -3.5 ", -3.5),
        ("+2", 2.0),
        ("50%", 50.0),
        ("12pt", 12.0),
        ("", None),
        ("1_0", None),
        ("1e3", None),
        ("nan", None),
        ("inf", None),
        ("9" * 400, None),
        (None, None),
    ],
)
def test_a_number_is_digits_with_a_sign_and_a_point(text, expected):
    assert number(text) == expected


@pytest.mark.parametrize(
    ("shading", "shade"),
    [
        ('w:val="pct25" w:color="auto" w:fill="auto"', "BFBFBF"),
        ('w:val="pct50" w:color="FF0000" w:fill="FFFF00"', "FF8000"),
        ('w:val="pct12" w:fill="auto"', "DFDFDF"),
        ('w:val="solid" w:color="00FF00" w:fill="FFFF00"', "00FF00"),
        ('w:val="thinDiagStripe" w:color="auto" w:fill="auto"', "AAAAAA"),
        ('w:val="nil" w:color="FF0000" w:fill="auto"', ""),
        ('w:val="pctx" w:fill="FFFFFF"', "AAAAAA"),
    ],
)
def test_a_pattern_of_shading_is_a_mixed_colour(shading, shade):
    assert run_format(f"<w:shd {shading}/>").shade == shade
