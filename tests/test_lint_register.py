"""The register of 发文字号: double numbers, gaps, dates that run backwards."""

from datetime import date
from io import BytesIO

import openpyxl
import pytest

from docgen.diagnostics import Place
from docgen.lint.manuscript import Line, Manuscript
from docgen.lint.register import register, table, workbook


def manuscript(number, dated="", title="关于试验的通知", name=""):
    elements = {"发文字号": number, "标题": title, "成文日期": dated}
    file = name or f"{number}.yaml"
    lines = tuple(
        Line(role, text, Place(file, at, 1)) for at, (role, text) in enumerate(elements.items(), start=1) if text
    )
    return Manuscript(file, lines)


def said(*manuscripts):
    return [found.message for found in register(manuscripts).found]


def test_numbers_that_run_on_are_in_order():
    assert said(manuscript("大工发〔2018〕3号", "2018年1月5日"), manuscript("大工发〔2018〕4号", "2018年1月5日")) == []


def test_each_organ_code_and_year_has_its_own_numbers():
    assert (
        said(manuscript("大工发〔2018〕3号"), manuscript("大工办发〔2018〕9号"), manuscript("大工发〔2017〕1号")) == []
    )


def test_a_double_number_is_found():
    first = manuscript("大工发〔2018〕3号", name="甲.yaml", title="关于征求意见的通知")
    assert said(first, manuscript("大工发〔2018〕3号", name="乙.yaml")) == ["大工发〔2018〕3号和 乙.yaml 重号"]


def test_a_number_of_two_dates_is_double():
    first = manuscript("大工发〔2018〕3号", "2018年1月5日", name="甲.yaml")
    assert len(said(first, manuscript("大工发〔2018〕3号", "2018年1月8日", name="乙.yaml"))) == 1


def test_a_document_in_two_files_is_one_entry():
    files = [manuscript("大工发〔2018〕3号", name=name) for name in ("批次.yaml", "通报.yaml")]
    found = register([*files, manuscript("大工发〔2018〕4号")])
    assert found.found == ()
    assert list(table(found))[:2] == [
        "大工发〔2018〕：2 份",
        "  3号　没有日期　关于试验的通知（批次.yaml、通报.yaml）",
    ]


@pytest.mark.parametrize(
    ("last", "message"), [(5, "大工发〔2018〕缺4号"), (7, "大工发〔2018〕缺4、5、6号"), (90, "大工发〔2018〕缺4至89号")]
)
def test_missing_numbers_are_found(last, message):
    assert said(manuscript("大工发〔2018〕3号"), manuscript(f"大工发〔2018〕{last}号")) == [message]


def test_a_date_that_runs_backwards_is_found():
    found = said(manuscript("大工发〔2018〕3号", "2018年2月5日"), manuscript("大工发〔2018〕4号", "2018年1月5日"))
    assert found == ["大工发〔2018〕4号的成文日期2018年1月5日早于大工发〔2018〕3号的2018年2月5日"]


def test_dates_are_compared_across_documents_without_one():
    found = said(
        manuscript("大工发〔2018〕3号", "2018年2月5日"),
        manuscript("大工发〔2018〕4号"),
        manuscript("大工发〔2018〕5号", "2018-01-05"),
    )
    assert len(found) == 1


def test_one_wrong_date_does_not_accuse_the_ones_behind_it():
    found = said(
        manuscript("大工发〔2018〕3号", "2018年2月5日"),
        manuscript("大工发〔2018〕4号", "2018年1月5日"),
        manuscript("大工发〔2018〕5号", "2018年2月6日"),
    )
    assert len(found) == 1


def test_the_table_lists_entries_and_files_without_a_number():
    given = (
        manuscript("大工发〔2018〕4号", "2018年1月5日"),
        manuscript("大工发〔2018〕3号"),
        manuscript("", name="丙.yaml"),
    )
    assert list(table(register(given))) == [
        "大工发〔2018〕：2 份",
        "  3号　没有日期　关于试验的通知（大工发〔2018〕3号.yaml）",
        "  4号　2018年1月5日　关于试验的通知（大工发〔2018〕4号.yaml）",
        "没有发文字号：1 份",
        "  丙.yaml",
    ]


def test_a_number_that_is_none_is_no_entry():
    assert register([manuscript("大工发[2018]4号")]).unnumbered == ("大工发[2018]4号.yaml",)


def test_the_workbook_has_a_row_for_each_entry_and_no_formula():
    given = (manuscript("大工发〔2018〕4号", "2018年1月5日", "=1+1"), manuscript("大工发〔2018〕6号", "2018年2月30日"))
    sheet = openpyxl.load_workbook(BytesIO(workbook(register(given))))["发文登记"]
    first, second = ([cell.value for cell in row] for row in sheet.iter_rows(min_row=2))
    assert first[:5] == ["大工发", 2018, 4, "大工发〔2018〕4号", "=1+1"]
    assert sheet["E2"].data_type == "s"
    assert first[5].date() == date(2018, 1, 5)
    assert (second[5], second[7]) == (None, "大工发〔2018〕缺5号")
