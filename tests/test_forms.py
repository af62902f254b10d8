"""Blank and filled forms as DOCX and PDF."""

import pytest
from form_samples import samples_for, sheets

from docgen.diagnostics import Place
from docgen.form import Form
from docgen.forms import Sheet, bound, make_one_page, make_sheet, sheet_name
from docgen.pipeline import PAPER, machine_fonts
from docgen.write import write_pdf

SHEETS = sheets()
LONG = next(sheet for sheet in SHEETS if sheet.form.field("项目简介"))


@pytest.fixture(scope="module")
def fonts():
    return machine_fonts()


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda sheet: sheet.form.name)
def test_a_blank_form_is_one_page(sheet, fonts):
    made = make_sheet(sheet, {}, sheet.form.name, fonts)
    assert [str(found) for found in made.diagnostics if "代替" not in str(found)] == []
    assert made.docx.startswith(b"PK")
    assert made.pdf.startswith(b"%PDF")
    assert len(made.pages.pages) == 1


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda sheet: sheet.form.name)
def test_every_value_stands_on_the_page(sheet, fonts):
    values = samples_for(sheet.form, 3)
    made = make_sheet(sheet, values, "填", fonts)
    shown = "".join(made.pages.text.split())
    for name, given in values.items():
        if sheet.form.field(name).kind.value != "勾选":
            assert all("".join(text.split()) in shown for text in given), name


def test_a_long_text_flows_on_to_a_second_page(fonts):
    made = make_sheet(LONG, {"项目简介": ("项目内容很多。" * 100,)}, "长", fonts)
    assert len(made.pages.pages) == 2
    assert made.pdf is not None


def test_on_one_page_a_long_text_shrinks(fonts):
    made = make_one_page(LONG, {"项目简介": ("项目内容很多。" * 75,)}, "长", (fonts, PAPER))
    assert (len(made.pages.pages), made.pdf is not None) == (1, True)
    sizes = {item.size for item in made.pages.pages[0].texts if "很多" in item.text}
    assert max(sizes) < 14.0


def test_what_no_shrinking_brings_on_one_page_names_the_longest_field(fonts):
    values, places = {"项目简介": ("长" * 3000,), "项目名称": ("名",)}, {"项目简介": Place("单位.xlsx", spot="名单!C2")}
    made = make_one_page(LONG, values, "长", (fonts, PAPER), places)
    assert (made.docx, made.pdf) == (None, None)
    assert str(made.diagnostics[-1]) == (
        "单位.xlsx:名单!C2: 错误: 缩到最小字号一页仍放不下，最长的是“项目简介”，3000字（请压缩文字，或去掉 --one-page）"
    )


@pytest.mark.parametrize(
    ("pattern", "values", "wanted"),
    [
        ("{单位}-{项目}", {"单位": ("机床厂",), "项目": ("驿站",)}, "机床厂-驿站"),
        ("{单位}-{项目}", {"单位": ("机床厂",)}, "机床厂"),
        ("{单位}", {"单位": ("../../etc/甲:乙*?",)}, "etc甲乙"),
        ("{单位}", {}, "表-7"),
        ("", {"单位": ("机床厂",)}, "表-7"),
        ("{单位}-{项目}", {"单位": ("长" * 60,), "项目": ("名" * 60,)}, "长" * 60 + "-" + "名" * 14),
    ],
)
def test_a_filled_form_is_named_by_its_pattern_and_never_leaves_its_folder(pattern, values, wanted):
    fields = LONG.form.fields[:0]
    form = Form("表", tuple(_text(name) for name in ("单位", "项目")) or fields, file_name=pattern)
    assert sheet_name(form, values, 7) == wanted


def _text(name):
    return type(LONG.form.fields[0])(name)


def test_all_forms_bound_have_a_bookmark_each(fonts):
    made = [make_sheet(sheet, {}, sheet.form.name, fonts) for sheet in SHEETS]
    pages = bound(made)
    assert len(pages.pages) == len(SHEETS)
    assert [(mark.title, mark.page) for mark in pages.outline] == [
        (sheet.form.name, at) for at, sheet in enumerate(SHEETS, start=1)
    ]
    assert write_pdf(pages).startswith(b"%PDF")


def test_a_template_that_does_not_agree_makes_nothing(fonts):
    made = make_sheet(Sheet(Form("别的表", ()), LONG.template), {}, "别", fonts)
    assert (made.docx, made.pdf, len(made.diagnostics)) == (None, None, 5)
