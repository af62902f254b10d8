"""The command for batches: what is made, said and counted, and with which exit code it ends."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from click.testing import CliRunner
from press_samples import BULLETIN, PAPER, PEOPLE, ROSTER, csv_of
from samples import ROOT

from docgen.cli import main
from docgen.cli.bulletins import SHOWN, summary
from docgen.diagnostics import Place, error, note

OUT = Path("output/bulletins")


def run(*arguments):
    return CliRunner().invoke(main, ["bulletins", *map(str, arguments)], catch_exceptions=False)


@pytest.fixture
def office(tmp_path, monkeypatch):
    """A working folder with the templates of the office and a folder of batches."""
    shutil.copytree(ROOT / "templates_docx", tmp_path / "templates_docx")
    (tmp_path / "批次").mkdir()
    monkeypatch.chdir(tmp_path)
    return tmp_path


def batch(name="甲", text=ROSTER + BULLETIN + PAPER, rows=PEOPLE):
    Path("批次", f"{name}.yaml").write_text(text.replace("名册.csv", f"{name}.csv"), "utf-8")
    Path("批次", f"{name}.csv").write_bytes(csv_of(rows))


def told(result):
    return [line for line in result.stderr.splitlines() if "字体" not in line and "提示" not in line]


def test_a_folder_of_batches_is_carried_out_and_counted(office):
    batch()
    result = run("批次")
    assert (result.exit_code, told(result)) == (0, [])
    assert result.stdout.splitlines() == [
        "甲：文书 4 份，成功 4 份，失败 0 份。",
        "名册行数 3，用到的行 3，筛去的行 0，退回的行 0，通报清单里的条目 3，获奖通知份数 3，付印文件里的获奖通知 3。",
        "付印 8 页，核对一致。输出在 output/bulletins/甲/（付印.pdf、清单.xlsx）",
    ]


def test_one_bad_batch_stops_no_other(office):
    batch("甲", "名册: {文件: 没有.csv}\n" + PAPER)
    batch("乙")
    result = run("批次")
    assert result.exit_code == 1
    assert "批次/甲.yaml:1:10: 错误: 找不到文件“没有.csv”（它应和批次文件在同一个文件夹里）" in told(result)
    assert (OUT / "乙" / "付印.pdf").exists()
    assert "共 2 批：成功 1 批，失败 1 批。" in result.stdout


def test_a_rejected_row_is_named_and_ends_with_an_error_though_the_rest_is_made(office):
    batch(rows=(*PEOPLE, ("", "某区总工会", "二等奖"), PEOPLE[0]))
    result = run("批次")
    assert result.exit_code == 1
    assert [line.partition("（")[0] for line in told(result)[:2]] == [
        "甲.csv:第5行第1列: 错误: 第5行没有用：“姓名”是空的",
        "甲.csv:第6行第1列: 错误: 第6行没有用：“于波”和第2行重复",
    ]
    assert len(list((OUT / "甲" / "获奖通知").glob("*.docx"))) == 3


def test_batches_of_one_name_are_refused(office):
    batch()
    shutil.copytree("批次", "别处")
    result = run("批次", "别处")
    assert result.exit_code == 2
    assert "有几个批次文件都叫“甲”" in result.stderr


def test_a_folder_without_batches_is_said(office):
    assert "没有找到批次文件" in run("批次").stderr


def test_pdfs_come_where_they_are_wanted(office):
    batch()
    assert run("批次", "--format", "docx,pdf", "--workers", 1).exit_code == 0
    assert len(list((OUT / "甲" / "获奖通知").glob("*.pdf"))) == 3


def test_a_run_that_is_killed_goes_on_where_it_stopped(office):
    batch(text=ROSTER + PAPER, rows=[(f"王强{number}", "市总工会", "二等奖") for number in range(200)])
    program = Path(sys.executable).with_name("docgen")
    running = subprocess.Popen(
        [program, "bulletins", "批次", "--workers", "1"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    made = OUT / "甲" / "获奖通知"
    while not made.is_dir() or len(list(made.glob("*.docx"))) < 60:
        assert running.poll() is None
        time.sleep(0.01)
    os.kill(running.pid, signal.SIGKILL)
    running.wait()
    assert not (OUT / "甲" / "付印.pdf").exists()
    result = run("批次")
    assert result.exit_code == 0
    earlier = int(result.stdout.partition("其中 ")[2].partition(" 份")[0])
    assert 25 <= earlier < 200
    assert len(list((OUT / "甲" / "获奖通知").glob("*.docx"))) == 200


def test_findings_of_one_kind_are_shown_a_few_times_and_counted():
    found = [
        *(note("定版", Place(f"{n}.docx"), "挪了") for n in range(5)),
        *(error("缺字", Place("甲"), f"{n}") for n in range(30)),
    ]
    lines = list(summary(found))
    assert len(lines) == 1 + SHOWN[found[-1].severity] + 2
    assert "另有 4 处同类的提示" in lines[-2]
    assert "另有 10 处同类的错误" in lines[-1]
