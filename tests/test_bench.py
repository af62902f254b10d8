"""The bench itself: what it computes and says. Nothing here is timed."""

from __future__ import annotations

import stat

import click
import pytest
from bench import __main__ as command
from bench import growth, measure, office
from bench.cases import CASES, build
from bench.grow import Growth, grown
from bench.table import HEADS, Row, milliseconds, printed, width
from click.testing import CliRunner
from samples import content, filled

DROPS_TWO = """#!/bin/sh
while [ "$1" != "--outdir" ]; do shift; done
out=$2; shift 2
for file in "$@"; do
  name=$(basename "$file" .docx)
  [ "$name" = 2 ] || printf '%%PDF-1.7' > "$out/$name.pdf"
done
"""


def test_columns_stand_under_one_another_though_chinese_is_twice_as_wide():
    lines = list(printed([Row("读", "3 毫秒", "4 毫秒", 2.0, 3.0), Row("DOCX → PDF", "1 秒", "没有")]))
    assert lines[0].split() == list(filter(None, HEADS))
    columns = {width(line[: line.index(cell)]) for line, cell in zip(lines, ("docgen", "3 毫秒", "1 秒"), strict=True)}
    assert len(columns) == 1


@pytest.mark.parametrize(
    ("ratio", "wanted", "most", "said"),
    [(3.2, 3.0, False, "达到"), (2.9, 3.0, False, "未达到"), (1.2, 1.3, True, "达到"), (1.4, 1.3, True, "未达到")],
)
def test_a_row_says_whether_its_ratio_is_what_was_wanted(ratio, wanted, most, said):
    assert Row("", "", "", ratio, wanted, most).cells[-1] == said


def test_what_was_not_measured_is_not_judged():
    assert Row("", "1 秒", "没有 LibreOffice", wanted=3.0).cells[3:] == ("–", "≥ 3", "")


def test_times_have_three_digits():
    assert [milliseconds(each) for each in (0.000123456, 0.0123456, 1.23456)] == ["0.123 毫秒", "12.3 毫秒", "1.23 秒"]


def test_tasks_take_turns_and_the_middle_of_five_counts():
    order, values = [], iter([5.0, 1.0, 4.0, 2.0, 3.0])

    def one():
        order.append("甲")
        return next(values)

    def other():
        order.append("乙")
        return 7.0

    assert measure.medians(one, other) == (3.0, 7.0)
    assert order == ["甲", "乙"] * 5


def test_a_file_that_libreoffice_drops_is_noticed(tmp_path, monkeypatch):
    program = tmp_path / "soffice"
    program.write_text(DROPS_TWO)
    program.chmod(program.stat().st_mode | stat.S_IXUSR)
    monkeypatch.setattr(office, "write_fonts", lambda documents, folder: folder)
    documents = [tmp_path / f"{number}.docx" for number in (1, 2, 3)]
    ours = office.Office(str(program), tmp_path / "office", documents[0])
    ours.convert(documents[::2])
    with pytest.raises(click.ClickException, match=r"没有转换：2$"):
        ours.convert(documents)


def test_without_libreoffice_there_is_no_peer(tmp_path, monkeypatch):
    monkeypatch.setattr(office.shutil, "which", lambda program: None)
    assert office.find_office(tmp_path, tmp_path / "1.docx") is None


def test_the_peer_fills_the_same_template_with_the_same_values(tmp_path):
    template, values = build.prepared(tmp_path)
    measure.run_module("peer", (str(template), str(values), str(tmp_path / "filled.docx")))
    assert (tmp_path / "filled.docx").stat().st_size > 10_000


def test_growth_compares_what_a_unit_takes_in_the_smallest_and_in_the_largest():
    found = {
        10: Growth(1.0, 2.0, 3.0, 10, 50.0),
        20: Growth(2.0, 4.0, 6.0, 20, 60.0),
        40: Growth(4.0, 16.0, 3.0, 40, 90.0),
    }
    rows = list(growth.growth_rows("每页", found, {10: 10, 20: 20, 40: 40}))
    assert [round(row.ratio, 2) for row in rows] == [1.0, 2.0, 0.25, 1.5]
    assert [row.cells[-1] for row in rows] == ["达到", "未达到", "达到", "未达到"]


def test_a_document_is_measured_in_all_stages():
    docx = filled(content())
    found = grown(docx, docx)
    assert found.pages == 1
    assert min(found.read, found.layout, found.write, found.memory) > 0


def test_the_table_is_printed_and_a_target_that_is_missed_is_no_failure(monkeypatch):
    class Slow:
        @staticmethod
        def rows(folder):
            assert folder.is_dir()
            yield Row("慢", "9 秒", "1 秒", 0.1, 2.0)

    monkeypatch.setattr(command, "CASES", (Slow,))
    monkeypatch.setattr(command, "NAMES", ("slow",))
    found = CliRunner().invoke(command.main, [])
    assert found.exit_code == 0
    assert "未达到" in found.stdout


def test_every_case_gives_rows():
    assert all(callable(case.rows) for case in CASES)
