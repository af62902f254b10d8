"""The account of a batch: rows, lists, documents and printed pages agree, or it is said which does not."""

from __future__ import annotations

from press_samples import BULLETIN, PAPER, PEOPLE, ROSTER, batch_of

from docgen.press.items import Outcome
from docgen.press.reckoning import account_of

BULLETIN_MADE = {(0, "通报"): Outcome(0, "通报", "号", "键", 2)}


def made(batch, **changes):
    """Every document made, those of `changes` (by row) otherwise."""
    papers = {
        (entry.number, "获奖通知"): changes.get(f"row{entry.number}", Outcome(entry.number, "获奖通知", "名", "键", 1))
        for entry in batch.roster.entries
    }
    return {**BULLETIN_MADE, **papers}


def said(account):
    return [str(fault).partition("（")[0] for fault in account.faults]


def test_what_agrees_is_counted():
    batch = batch_of()
    account = account_of(batch, made(batch), {"通报": 1, "获奖通知": 3})
    assert (account.faults, account.remarks) == ((), ())
    assert dict(account.counts) == {
        "名册行数": 3,
        "用到的行": 3,
        "筛去的行": 0,
        "退回的行": 0,
        "通报清单里的条目": 3,
        "获奖通知份数": 3,
        "付印文件里的获奖通知": 3,
    }


def test_rows_read_are_rows_used_and_left_out():
    text = ROSTER.replace("奖项: 奖项}", "奖项: 奖项}\n  筛选: {单位: [市总工会办公室, 中山区总工会]}") + PAPER
    batch = batch_of(text, (*PEOPLE, ("", "中山区总工会", "二等奖")))
    counts = dict(account_of(batch, made(batch), {"获奖通知": 2}).counts)
    assert [counts[what] for what in ("名册行数", "用到的行", "筛去的行", "退回的行")] == [4, 2, 1, 1]


def test_a_winner_without_a_document_is_named_with_the_row():
    batch = batch_of()
    account = account_of(batch, made(batch, row3=Outcome(3, "获奖通知", "名")), {"通报": 1, "获奖通知": 2})
    assert said(account) == ["名册.csv:第3行第1列: 错误: “阿卜杜拉·买买提”的获奖通知没有做成"]


def test_a_document_that_is_not_in_the_job_is_missed():
    batch = batch_of()
    account = account_of(batch, made(batch), {"通报": 1, "获奖通知": 2})
    assert said(account) == ["名册.csv:第2行第1列: 错误: 获奖通知做成3份，付印文件里有2份"]


def test_a_bulletin_that_failed_is_a_disagreement():
    batch = batch_of()
    account = account_of(batch, {**made(batch), (0, "通报"): Outcome(0, "通报", "号")}, {"获奖通知": 3})
    assert said(account) == ["大工发〔2018〕4号: 错误: 通报没有做成"]


def test_a_winner_whom_no_list_of_the_bulletin_prints_is_named():
    without = BULLETIN.replace('    - 条目: {标题: 二等奖, 数据: 二等奖, 格式: "{姓名}（{单位}）"}\n', "")
    batch = batch_of(ROSTER + without + PAPER)
    account = account_of(batch, made(batch), {"通报": 1, "获奖通知": 3})
    assert [line.rpartition(" ")[2] for line in said(account)] == [
        "“阿卜杜拉·买买提”没有进通报的清单",
        "“王强”没有进通报的清单",
    ]


def test_the_list_of_all_serves_as_well():
    whole = BULLETIN.partition("    - 条目")[0] + '    - 条目: {数据: 名册, 格式: "{姓名}"}\n'
    batch = batch_of(ROSTER + whole + PAPER)
    assert account_of(batch, made(batch), {"通报": 1, "获奖通知": 3}).faults == ()


def test_a_document_longer_than_the_others_is_a_warning():
    batch = batch_of()
    account = account_of(batch, made(batch, row4=Outcome(4, "获奖通知", "名", "键", 2)), {"通报": 1, "获奖通知": 3})
    assert account.faults == ()
    assert [str(each).partition("（")[0] for each in account.remarks] == [
        "名册.csv:第4行第1列: 警告: “王强”的获奖通知有2页，别的是1页"
    ]
