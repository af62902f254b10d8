"""Print jobs as files: what a PDF reader finds in them is what was to be printed, and nothing old is left."""

from __future__ import annotations

import json

import pypdfium2
import pytest
from msgspec.structs import replace
from press_samples import BULLETIN, PAPER, ROSTER, batch_of, carried_out

from docgen.load.batches import Printing
from docgen.load.batchfile import Backs
from docgen.page import Page, Pages, Rule
from docgen.pipeline import Edition
from docgen.press import job
from docgen.press.crew import Crew, on_this_machine
from docgen.press.items import Outcome
from docgen.press.job import BACKS, BOOKLET, FRONTS, JOB, print_job
from docgen.press.printer import sheets_of
from docgen.witness import bare

NUMBERED = BULLETIN.replace("通报:\n", '通报:\n  份号: "000001"\n')


def texts(pdf):
    with pypdfium2.PdfDocument(pdf) as read:
        return [bare(page.get_textpage().get_text_range()) for page in read]


def plain(name, count):
    return Outcome(0, "通报", name, "键", count)


def printed(documents, printing, out, width=100.0):
    """The job of documents that have nothing but lines on their pages."""

    def fetch(document):
        numbers = range(1, document.pages + 1)
        return Pages(tuple(Page(width, 200.0, n, str(n), (Rule(0.0, 1.0, float(n), 1.0, 1.0),)) for n in numbers))

    with Crew(on_this_machine, 1) as crew:
        return print_job(documents, fetch, printing, out, Edition(), crew)


def sizes(pdf):
    with pypdfium2.PdfDocument(pdf) as read:
        return [read.get_page_size(number) for number in range(len(read))]


def files(folder):
    return {file.name for file in folder.iterdir()}


def test_odd_and_even_sides_are_files_of_their_own_for_printers_that_turn_nothing(tmp_path):
    found = printed([plain("甲", 3), plain("乙", 1)], Printing(backs=Backs.BACKWARD), tmp_path)
    assert (found.files, found.faults) == ((JOB, FRONTS, BACKS), ())
    assert [len(sizes(tmp_path / name)) for name in found.files] == [6, 3, 3]
    assert {sheets_of(tmp_path / name).sides for name in (FRONTS, BACKS)} == {"one-sided"}


def test_a_booklet_is_printed_on_sheets_twice_as_wide_turned_along_their_short_edge(tmp_path):
    printed([plain("甲", 5)], Printing({"": 2}, booklet=True), tmp_path)
    assert sizes(tmp_path / BOOKLET) == [(200.0, 200.0)] * 8
    assert sheets_of(tmp_path / BOOKLET).sides == "two-sided-short-edge"


@pytest.mark.parametrize(("width", "sides"), [(100.0, "two-sided-long-edge"), (300.0, "two-sided-short-edge")])
def test_landscape_sheets_are_turned_along_their_short_edge(tmp_path, width, sides):
    printed([plain("甲", 1)], Printing(), tmp_path, width)
    assert sheets_of(tmp_path / JOB).sides == sides


def test_where_one_side_is_printed_the_file_says_so(tmp_path):
    printed([plain("甲", 1)], Printing(duplex=False), tmp_path)
    assert sheets_of(tmp_path / JOB).sides == "one-sided"


def test_files_that_are_no_longer_wanted_go(tmp_path):
    printed([plain("甲", 1)], Printing(backs=Backs.FORWARD, booklet=True), tmp_path)
    printed([plain("甲", 1)], Printing(), tmp_path)
    assert files(tmp_path) == {JOB}


def test_nothing_to_print_leaves_no_file(tmp_path):
    printed([plain("甲", 1)], Printing(), tmp_path)
    assert printed([], Printing(booklet=True), tmp_path).files == ()
    assert files(tmp_path) == set()


def test_a_file_that_lacks_a_page_never_bears_its_name(tmp_path, monkeypatch):
    write = job.write_job

    def forgetful(stack, out, edition):
        pages = list(stack.pages)
        write(replace(stack, pages=pages[:-1], outline=()), out, edition)

    monkeypatch.setattr(job, "write_job", forgetful)
    found = printed([plain("甲", 3)], Printing(duplex=False), tmp_path)
    assert [str(fault) for fault in found.faults] == [
        "付印.pdf: 错误: PDF 应有3页，读出来是2页（这是程序的问题，请把内容文件发给维护者；此文件没有输出）"
    ]
    assert (found.files, files(tmp_path)) == ((), set())
    assert (found.printed(), found.places()) == ({}, {})


def test_copies_of_the_bulletin_bear_their_numbers(tmp_path):
    text = ROSTER + NUMBERED + PAPER + '付印: {份数: {通报: 3}, 份号: "000007", 双面: 否}\n'
    run = carried_out(batch_of(text), tmp_path)
    assert run.is_whole
    pages = texts(tmp_path / JOB)
    found = {number for number in range(1, 20) if any(page.startswith(f"{number:06}") for page in pages)}
    assert found == {7, 8, 9}


def test_a_mismatch_is_an_error_and_no_note(tmp_path):
    run = carried_out(
        batch_of(ROSTER + BULLETIN.replace("{标题: 二等奖, 数据: 二等奖,", "{标题: 二等奖, 数据: 一等奖,") + PAPER),
        tmp_path,
    )
    assert not run.is_whole
    said = [str(each) for each in run.account.faults]
    assert [line.partition(": ")[2].partition("（")[0] for line in said] == [
        "错误: “于波”在通报的清单里出现2次",
        "错误: “阿卜杜拉·买买提”没有进通报的清单",
        "错误: “王强”没有进通报的清单",
    ]
    manifest = json.loads((tmp_path / "manifest.json").read_text("utf-8"))
    assert manifest["核对"]["一致"] is False
    assert len(manifest["核对"]["不一致"]) == 3
