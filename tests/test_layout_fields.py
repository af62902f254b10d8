"""Fields in the body show the values that they have where they stand."""

from documents import cell, char, document, laid_out, pages_of, para, row, run, section, shown, table

from docgen.document import Field, Label
from docgen.layout.fields import has_fields


def field(name, stored="?"):
    return Field(name, char(), stored)


def test_a_page_number_in_the_body_is_that_of_its_page():
    pages = laid_out("一", para("第", field("PAGE"), "页"), para("第", field("PAGE"), "页", page_break_before=True))
    assert shown(pages) == [["一", "第", "1", "页"], ["第", "2", "页"]]


def test_the_number_of_pages_is_known_on_the_first():
    pages = laid_out(para("共", field("NUMPAGES"), "页"), para("二", page_break_before=True))
    assert shown(pages) == [["共", "2", "页"], ["二"]]


def test_pages_of_the_section_are_counted():
    given = document(section(para(field("SECTIONPAGES"))), section(para(field("NUMPAGES"), field("SECTIONPAGES"))))
    assert shown(pages_of(given)) == [["1"], ["21"]]


def test_a_field_in_a_paragraph_over_two_pages_shows_the_page_where_it_stands():
    pages = laid_out(para("大" * 45, field("PAGE"), "大" * 10, field("PAGE"), widow_control=False))
    assert "".join(shown(pages)[0]).strip("大") == "1"
    assert "".join(shown(pages)[1]).strip("大") == "2"


def test_a_field_in_a_cell_is_filled_too():
    given = table(row(cell(para("第", field("PAGE"), "页")), "乙"))
    assert shown(laid_out(given)) == [["第", "1", "页", "乙"]]


def test_the_label_of_a_list_counts_as_text_before_a_field():
    paragraph = para(field("PAGE"), "大" * 49, field("PAGE"), first=0.0, widow_control=False)
    labelled = type(paragraph)(
        paragraph.style, paragraph.format, paragraph.inlines, paragraph.mark, label=Label(run("第一条"), "")
    )
    assert [page[-1] for page in shown(laid_out(labelled))] == ["大" * 10, "2"]


def test_a_longer_value_moves_the_text_after_it():
    pages = laid_out(para(field("NUMPAGES", "1" * 30), "大" * 9))
    assert [item.text for item in pages.pages[0].texts] == ["1", "大" * 9]
    assert len({item.y for item in pages.pages[0].texts}) == 1


def test_only_a_body_with_fields_is_laid_out_twice():
    assert not has_fields(document(section("一")))
    assert has_fields(document(section(table(row(cell(para(field("PAGE"))))))))
