"""What stands in a paragraph: text, breaks, fields, symbols, wrappers, pictures; nothing falls out without a word."""

from itertools import pairwise

import pytest
from docx_files import document, first_paragraph, p, r, rpr, style, unknown

from docgen.document import CharFormat, Field, Run

PLAIN = CharFormat()
BOLD = CharFormat(bold=True)


def begin():
    return r('<w:fldChar w:fldCharType="begin"/>')


def code(text):
    return r(f'<w:instrText xml:space="preserve">{text}</w:instrText>')


def separate():
    return r('<w:fldChar w:fldCharType="separate"/>')


def end():
    return r('<w:fldChar w:fldCharType="end"/>')


def field(instruction, *result):
    """A complex field; `result` are its runs."""
    return begin() + code(instruction) + separate() + "".join(result) + end()


def inlines(*runs):
    return first_paragraph(p("".join(runs))).inlines


def text(*runs):
    return document(p("".join(runs))).text


def test_runs_of_one_format_are_joined_and_others_are_not():
    assert inlines(r("一"), r("二"), r("三", "<w:b/>"), r("四")) == (
        Run("一二", PLAIN),
        Run("三", BOLD),
        Run("四", PLAIN),
    )


@pytest.mark.parametrize(
    ("element", "expected"),
    [
        ("<w:tab/>", "\t"),
        ('<w:ptab w:alignment="right"/>', "\t"),
        ("<w:br/>", "\n"),
        ('<w:br w:type="textWrapping"/>', "\n"),
        ("<w:cr/>", "\n"),
        ('<w:br w:type="page"/>', "\f"),
        ('<w:br w:type="column"/>', "\v"),
        ("<w:noBreakHyphen/>", "\u2011"),
        ("<w:softHyphen/>", "\u00ad"),
        ('<w:sym w:font="Wingdings" w:char="F0FE"/>', "☑"),
        ('<w:t xml:space="preserve">  两端空格  </w:t>', "  两端空格  "),
        ("<w:t>前<!-- 说明 -->后</w:t>", "前后"),
        ("<w:lastRenderedPageBreak/>", ""),
        ("<w:t/>", ""),
    ],
)
def test_an_element_of_a_run_gives_its_characters(element, expected):
    assert text(r(element)) == expected


def test_an_unknown_symbol_leaves_a_mark_and_is_reported():
    reported, found = unknown(p(r('<w:sym w:font="Webdings" w:char="F04A"/>')))
    assert reported == [("第1段", "符号 Webdings F04A", 1)]
    assert found.text == "〓"


@pytest.mark.parametrize(
    "wrapped",
    [
        '<w:hyperlink r:id="r1">{}</w:hyperlink>',
        "<w:smartTag>{}</w:smartTag>",
        "<w:customXml>{}</w:customXml>",
        "<w:sdt><w:sdtPr><w:alias/></w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>",
        "<w:ins>{}</w:ins>",
        "<w:moveTo>{}</w:moveTo>",
        '<w:dir w:val="ltr">{}</w:dir>',
        '<w:fldSimple w:instr=" HYPERLINK x ">{}</w:fldSimple>',
        "<mc:AlternateContent><mc:Choice>{}</mc:Choice><mc:Fallback><w:r><w:t>旧</w:t></w:r></mc:Fallback>"
        "</mc:AlternateContent>",
        "<mc:AlternateContent><mc:Fallback>{}</mc:Fallback></mc:AlternateContent>",
    ],
)
def test_text_inside_a_wrapper_is_kept(wrapped):
    assert text(r("前"), wrapped.format(r("中")), r("后")) == "前中后"


@pytest.mark.parametrize(
    "dropped",
    [
        "<w:del><w:r><w:delText>删</w:delText></w:r></w:del>",
        "<w:moveFrom><w:r><w:t>移</w:t></w:r></w:moveFrom>",
        '<w:bookmarkStart w:id="0" w:name="书签"/><w:bookmarkEnd w:id="0"/>',
        '<w:commentRangeStart w:id="0"/><w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r>',
        '<w:proofErr w:type="spellStart"/>',
        "<!-- 说明 -->",
    ],
)
def test_deletions_and_marks_that_do_not_print_are_left_out(dropped):
    assert text(r("前"), dropped, r("后")) == "前后"


def test_hidden_text_does_not_print():
    assert text(r("前"), r("藏", "<w:vanish/>"), r("后", '<w:vanish w:val="0"/>')) == "前后"


@pytest.mark.parametrize("piece", ["begin", "code", "end"])
def test_a_field_of_which_a_piece_is_hidden_begins_and_ends(piece):
    hidden = {"begin": begin(), "code": code("PAGE"), "end": end()}
    hidden[piece] = hidden[piece].replace("<w:rPr>", "<w:rPr><w:vanish/>")
    found = inlines(hidden["begin"], hidden["code"], separate(), r("1"), hidden["end"], r("后"))
    assert found == (Field("PAGE", PLAIN, "1"), Run("后", PLAIN))


def test_text_hidden_by_its_style_does_not_print():
    assert document(p("藏", style="a"), styles=style("a", rpr("<w:vanish/>"))).text == ""


def test_capitals_are_set_for_small_letters():
    assert text(r("abc", "<w:caps/>"), r("def")) == "ABCdef"


@pytest.mark.parametrize("name", ["PAGE", "NUMPAGES", "SECTIONPAGES"])
def test_a_computed_field_keeps_its_name_and_what_the_file_stored(name):
    found = inlines(r("第"), field(f" {name} \\* MERGEFORMAT ", r("1"), r("2")), r("页"))
    assert found == (Run("第", PLAIN), Field(name, PLAIN, "12"), Run("页", PLAIN))


def test_a_field_code_may_be_cut_over_several_runs():
    assert inlines(begin(), code(" PA"), code("GE "), separate(), r("3", "<w:b/>"), end()) == (
        Field("PAGE", BOLD, "3"),
    )


def test_all_pieces_of_a_field_may_share_a_run():
    pieces = (
        '<w:fldChar w:fldCharType="begin"/><w:instrText>PAGE</w:instrText><w:fldChar w:fldCharType="separate"/>'
        '<w:t>1</w:t><w:fldChar w:fldCharType="end"/>'
    )
    assert inlines(r(pieces)) == (Field("PAGE", PLAIN, "1"),)


def test_a_computed_field_without_a_result_has_the_format_of_its_last_piece():
    last = r('<w:fldChar w:fldCharType="end"/>', "<w:b/>")
    assert inlines(begin(), code("page"), last) == (Field("PAGE", BOLD),)


@pytest.mark.parametrize("inside", [r("7", "<w:b/>"), f"<w:hyperlink>{r('7', '<w:b/>')}</w:hyperlink>"])
def test_a_simple_field_is_a_field_too(inside):
    assert inlines(f'<w:fldSimple w:instr=" PAGE ">{inside}</w:fldSimple>') == (Field("PAGE", BOLD, "7"),)


def test_a_simple_field_without_a_result_has_the_format_of_its_paragraph():
    found = first_paragraph(p('<w:fldSimple w:instr="NUMPAGES"/>', style="a"), styles=style("a", rpr("<w:b/>")))
    assert found.inlines == (Field("NUMPAGES", BOLD),)


@pytest.mark.parametrize(
    "link",
    [field(' HYPERLINK "a" ', r("链"), r("接")), f'<w:fldSimple w:instr=" HYPERLINK a ">{r("链接")}</w:fldSimple>'],
)
def test_other_fields_show_what_the_file_stored(link):
    assert inlines(r("见"), link) == (Run("见链接", PLAIN),)


def test_a_page_field_inside_a_link_is_computed():
    found = inlines(field(" HYPERLINK x ", r("见第"), field(" PAGE ", r("5")), r("页")))
    assert found == (Run("见第", PLAIN), Field("PAGE", PLAIN, "5"), Run("页", PLAIN))


@pytest.mark.parametrize("inner", [field(" PAGE ", r("1")), field(" QUOTE ", r("1")), r("1")])
def test_what_stands_in_the_code_of_a_field_does_not_show(inner):
    condition = begin() + code(" IF ") + inner + code(' = 1 "首" "余" ') + separate() + r("首") + end()
    assert inlines(condition) == (Run("首", PLAIN),)


def test_a_field_inside_a_computed_one_is_a_part_of_it():
    assert inlines(field(" PAGE ", r("1"), field(" QUOTE ", r("2")), field(" PAGE ", r("3")))) == (
        Field("PAGE", PLAIN, "123"),
    )


def test_a_field_may_end_in_a_later_paragraph():
    body = p(begin() + code(" TOC ") + separate() + r("一、目的")) + p(r("二、范围") + end()) + p("正文")
    assert document(body).text == "一、目的\n二、范围\n正文"


def test_a_page_field_that_never_ends_is_a_field():
    assert inlines(begin(), code("PAGE"), separate(), r("1")) == (Field("PAGE", PLAIN, "1"),)


@pytest.mark.parametrize("piece", [separate(), end(), code("PAGE")])
def test_a_piece_of_no_field_is_nothing(piece):
    assert inlines(r("前"), piece, r("后")) == (Run("前后", PLAIN),)


def test_a_field_that_ends_in_hidden_runs_ends():
    hidden = [r(f'<w:fldChar w:fldCharType="{kind}"/>', "<w:vanish/>") for kind in ("begin", "end")]
    entry = hidden[0] + code(' XE "索引" ').replace("<w:rPr>", "<w:rPr><w:vanish/>") + hidden[1]
    assert text(r("前"), entry, r("后")) == "前后"


def test_a_hidden_page_field_does_not_show():
    assert inlines(field("PAGE", r("1")).replace("<w:rPr>", "<w:rPr><w:vanish/>")) == ()


@pytest.mark.parametrize(("instruction", "name"), [("EQ \\o\\ac(○,1)", "EQ"), (" FORMCHECKBOX ", "FORMCHECKBOX")])
def test_a_field_that_shows_more_than_the_file_stored_is_reported(instruction, name):
    assert unknown(p(begin() + code(instruction) + end()))[0] == [("第1段", f"域 {name}", 1)]


@pytest.mark.parametrize(
    "fields",
    [
        field(" PAGE \\* ROMAN \\* MERGEFORMAT ", r("IV")),
        f'<w:fldSimple w:instr="PAGE \\* ROMAN">{r("IV")}</w:fldSimple>',
    ],
)
def test_a_page_number_in_another_form_is_reported(fields):
    assert unknown(p(fields))[0] == [("第1段", "域 PAGE \\* ROMAN", 1)]


@pytest.mark.parametrize("name", ["XE", "TC", "TA", "RD", "SET", "ASK", "PRIVATE", "BOOKMARK", ""])
def test_fields_that_show_nothing_are_silent(name):
    assert inlines(begin(), code(f" {name} "), end()) == ()


@pytest.mark.parametrize("switch", ["MERGEFORMAT", "CHARFORMAT", "Arabic"])
def test_a_page_number_in_the_usual_form_is_silent(switch):
    assert inlines(field(f" PAGE \\* {switch} ", r("1"))) == (Field("PAGE", PLAIN, "1"),)


def test_a_phonetic_guide_stands_in_brackets_after_its_text():
    guide = r(f"<w:ruby><w:rt>{r('pīn')}</w:rt><w:rubyBase>{r('拼')}</w:rubyBase></w:ruby>")
    reported, found = unknown(p(r("前") + guide + r("后")))
    assert (reported, found.text) == ([("第1段", "文字内容 ruby", 1)], "前拼（pīn）后")


@pytest.mark.parametrize(
    ("inside", "what"),
    [
        (r('<w:footnoteReference w:id="1"/>'), "文字内容 footnoteReference"),
        (r("<w:pgNum/>"), "文字内容 pgNum"),
        ("<w:subDoc/>", "段落内容 subDoc"),
    ],
)
def test_what_is_not_known_is_named_with_its_paragraph(inside, what):
    assert unknown(p("一") + p(inside) + p(inside))[0] == [("第2段", what, 2)]


def test_reports_keep_the_order_of_their_first_places():
    reported, _ = unknown(p(r("<w:pgNum/>")) + p("<w:subDoc/>") + p(r("<w:pgNum/>")))
    assert [int(spot[1:-1]) for spot, _, _ in reported] == [1, 2]
    assert all(one[1] != other[1] for one, other in pairwise(reported))


def test_small_letters_become_small_capitals():
    runs = first_paragraph(p(r("Word 2号", '<w:smallCaps/><w:sz w:val="20"/>'))).inlines
    assert [(run.text, run.format.size) for run in runs] == [("W", 10.0), ("ORD", 8.0), (" 2号", 10.0)]
