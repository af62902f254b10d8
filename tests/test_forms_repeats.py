"""What LibreOffice wrote more than once."""

import pytest
from docx.oxml.ns import qn
from docx_files import docx_file

from docgen.forms.repeats import drop_repeats, has_input_fields, once
from docgen.package import open_package


def control(alias, *texts, tag=""):
    named = f'<w:alias w:val="{alias}"/>' + (f'<w:tag w:val="{tag}"/>' if tag else "")
    pieces = "".join(f"<w:t>{text}</w:t>" for text in texts)
    return f"<w:sdt><w:sdtPr>{named}</w:sdtPr><w:sdtContent><w:r>{pieces}</w:r></w:sdtContent></w:sdt>"


def left(*controls):
    document = open_package(docx_file(f"<w:p>{''.join(controls)}</w:p>"), "试验.docx")
    drop_repeats(document)
    return "".join(piece.text for piece in document.element.body.iter(qn("w:t")))


def test_of_one_value_written_three_times_one_stays():
    first, second, third = control("栏", "机床12"), control("栏", "机床", "机床12"), control("栏", "12", "机床12")
    assert left(first, second, third) == "机床12"


def test_other_controls_stay():
    assert left(control("甲", "机床"), control("乙", "机床")) == "机床机床"
    assert left(control("甲", "机床"), control("甲", "轴承")) == "机床轴承"


def test_controls_with_a_tag_stay():
    assert left(control("甲", "机床", tag="甲"), control("甲", "机床", tag="甲")) == "机床机床"


def test_what_stands_between_parts_them():
    assert left(control("甲", "机床"), "<w:r><w:t>和</w:t></w:r>", control("甲", "机床")) == "机床和机床"


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("机床12机床机床1212机床12", "机床12"),
        ("于波于波于波", "于波"),
        ("机床厂", "机床厂"),
        ("机床机床", "机床机床"),
        ("", ""),
    ],
)
def test_a_text_that_repeats_itself_is_given_once(text, wanted):
    assert once(text) == wanted


def test_input_fields_are_noticed():
    field = '<w:p><w:r><w:instrText xml:space="preserve"> FILLIN "" </w:instrText></w:r></w:p>'
    assert [has_input_fields(open_package(docx_file(body), "试验.docx")) for body in (field, "<w:p/>")] == [True, False]
