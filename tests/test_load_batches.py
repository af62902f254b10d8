"""Batch files: the sample of the office, what each part may hold, and what is said of those that are wrong."""

from __future__ import annotations

import pickle
import random
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from test_load_sheets import edited, fetching, workbook

from docgen.content import Entries, Grid
from docgen.diagnostics import Diagnostic, has_errors
from docgen.files import list_file, shelf_for
from docgen.load import REPORTED, load
from docgen.load.batches import ROSTER_LIMIT, Batch, Paper, Printing, load_batch
from docgen.load.batchfile import MOST_COPIES, Backs, Order
from docgen.load.stock import Stock

SAMPLE = Path(__file__).parents[1] / "content" / "bulletins" / "2017年度创新成果.yaml"
STOCK = Stock(frozenset(("大工发", "荣誉证书", "获奖通知")), frozenset(("回执",)))
HEAD = ["姓名", "单位", "奖项"]
WINNERS = (["甲", "一厂", "一等奖"], ["乙", "二厂", "二等奖"], ["丙", "三厂", "二等奖"])
FILES = {
    "名册.xlsx": workbook(HEAD, *WINNERS),
    "几张.xlsx": workbook(["别的"], ["甲"], 市级=[HEAD, ["丁", "四厂", "一等奖"]]),
    "名册.csv": "姓名,单位,奖项\n甲,一厂,一等奖\n".encode("gb18030"),
    "退回.xlsx": workbook(HEAD, *WINNERS, [None, "四厂", "一等奖"]),
    "标题.xlsx": edited(lambda sheet: sheet.merge_cells("A1:B1"), ["获奖名单"], ["姓名", "单位"], ["甲", "一厂"]),
    "退回.csv": ("姓名,单位,奖项\n甲,一厂,一等奖\n" + ",二厂,二等奖\n" * 1_000).encode(),
    "列名.xlsx": workbook(["姓名", "单位（全称）"], ["甲", "第一机床厂"]),
    "括号.csv": '姓名,单位,奖项\n{{ 1 + 1 }},"{% if %}",{姓名}\n'.encode(),
    "坏.xlsx": b"PK",
    "旧.xls": b"",
    "大.xlsx": b"0" * (ROSTER_LIMIT + 1),
}
fetch = fetching(FILES)


ROSTER = "名册:\n  文件: 名册.xlsx\n  列: {单位: 单位, 奖项: 奖项}\n"
TYPED = """名册:
  行:
    - {姓名: 甲, 单位: 一厂, 奖项: 一等奖, 日期: 2018年1月5日}
    - {姓名: 乙, 单位: 二厂, 奖项: 二等奖, 日期: 明天}
  列: {单位: 单位, 奖项: 奖项}
"""
BULLETIN = """通报:
  模板: 大工发
  发文字号: 大工发〔2018〕4号
  标题: 关于表彰的通报
  正文:
    - 共{{ 名册|数 }}名。
    - 条目: {数据: 名册, 格式: "{姓名}（{单位}）"}
"""
PAPER = """获奖文书:
  - 模板: 荣誉证书
    标题: 荣誉证书
    主送: "{{ 单位 }}"
    正文: |
      {{ 姓名 }}获{{ 奖项 }}。
"""


def read(text: str) -> tuple[Batch | None, tuple[Diagnostic, ...]]:
    return load_batch(text.encode(), "批次/表彰.yaml", fetch, STOCK)


def whole(text: str) -> Batch:
    """The batch of which there is nothing to say."""
    batch, found = read(text)
    assert [str(one) for one in found] == []
    assert batch is not None
    return batch


def told(found: tuple[Diagnostic, ...]) -> list[str]:
    return [str(each).removeprefix("批次/表彰.yaml:") for each in found]


def refused(text: str) -> list[str]:
    """What is wrong with a batch file that cannot be carried out."""
    batch, found = read(text)
    assert batch is None
    return told(found)


def names(batch: Batch) -> list[str]:
    return [entry.cells["姓名"] for entry in batch.roster.entries]


def paper(text: str) -> Paper:
    (only,) = whole(ROSTER + text).papers
    return only


# The whole.


def test_the_sample_of_the_office_is_read_without_a_word():
    shelf = shelf_for(SAMPLE)
    batch, found = load_batch(SAMPLE.read_bytes(), SAMPLE.name, shelf.list_file, shelf.stock)
    assert found == ()
    assert batch is not None
    sizes = {name: len(rows) for name, rows in batch.roster.lists.items()}
    assert sizes == {"名册": 37, "省级成果": 5, "十大成果": 10, "创新项目": 22}
    assert batch.printed == {"省级成果": 1, "十大成果": 1, "创新项目": 1}
    assert [kind.name for kind in batch.papers] == ["获奖通知", "荣誉证书"]
    for kind in batch.papers:
        assert all(kind.content(entry, "甲") != (None, ()) for entry in batch.roster.entries)


def test_the_bulletin_of_the_sample_is_the_one_among_the_notices():
    shelf = shelf_for(SAMPLE)
    batch, _ = load_batch(SAMPLE.read_bytes(), SAMPLE.name, shelf.list_file, shelf.stock)
    notice = SAMPLE.parents[1] / "notices" / "大工发〔2018〕4号.yaml"
    assert batch is not None
    assert batch.bulletin == load(notice.read_bytes(), notice.name, shelf_for(notice).list_file, shelf.stock)[0]


def test_a_batch_has_a_roster_a_bulletin_papers_and_a_print_job():
    batch = whole(ROSTER + BULLETIN + PAPER)
    assert (batch.name, names(batch)) == ("表彰", ["甲", "乙", "丙"])
    assert batch.bulletin is not None
    assert batch.bulletin.name == "大工发〔2018〕4号"
    assert batch.bulletin.body[1] == Entries("", ("甲（一厂）", "乙（二厂）", "丙（三厂）"))
    assert [kind.name for kind in batch.papers] == ["荣誉证书"]
    assert (batch.printing, batch.printed) == (Printing(), {"名册": 1})


def test_a_bulletin_without_a_number_is_called_as_its_batch():
    batch = whole(ROSTER + BULLETIN.replace("  发文字号: 大工发〔2018〕4号\n", ""))
    assert batch.bulletin is not None
    assert batch.bulletin.name == "表彰"


def test_a_batch_may_have_a_bulletin_or_papers_alone():
    assert whole(ROSTER + BULLETIN).papers == ()
    assert whole(ROSTER + PAPER).bulletin is None


@pytest.mark.parametrize("text", [ROSTER, f"{ROSTER}获奖文书: []\n"])
def test_a_batch_that_makes_nothing_is_refused(text):
    assert refused(text) == ["1:1: 错误: 既没有“通报”，也没有“获奖文书”（至少要有“名册”，以及“通报”或“获奖文书”）"]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "1:1: 错误: 文件是空的（至少要有“名册”，以及“通报”或“获奖文书”）"),
        ("- 甲", "1:1: 错误: 文件应由“键: 值”组成（至少要有“名册”，以及“通报”或“获奖文书”）"),
        (PAPER, "1:1: 错误: 缺少“名册”（请加上“名册: …”）"),
        (
            f"名册: 名册.xlsx\n{PAPER}",
            "1:5: 错误: “名册”下面应是“键: 值”，这里写的是“名册.xlsx”（请另起一行，缩进两格写）",
        ),
        (f"{ROSTER}获奖文件:\n  - 模板: 荣誉证书\n", "4:1: 错误: 没有“获奖文件”这个键（是不是“获奖文书”？）"),
        (f"{ROSTER}  隐藏行: 也许\n{PAPER}", "4:8: 错误: “隐藏行”写的是“也许”，只能写“是”或“否”"),
        (f"{ROSTER}通报: 大工发\n", "4:5: 错误: “通报”下面应是“键: 值”（写法和 content/notices 里的内容文件一样）"),
        (f"{ROSTER}获奖文书: 荣誉证书\n", "4:7: 错误: “获奖文书”的每一项应是“键: 值”（例如 - 模板: 荣誉证书）"),
        (f"{ROSTER}获奖文书:\n  - 荣誉证书\n", "5:5: 错误: “获奖文书”的每一项应是“键: 值”（例如 - 模板: 荣誉证书）"),
    ],
)
def test_what_is_no_batch_is_told_where_it_is_wrong(text, message):
    assert refused(text) == [message]


SLIPS = (
    "",
    "{",
    "}",
    "[",
    ": ",
    "\n",
    "  ",
    "- ",
    "'",
    '"',
    "{{",
    "}}",
    "|",
    "9" * 40,
    "甲",
    "名册",
    "#",
    "&甲 ",
    "\t",
    "：",
    "\\",
)
"""What a hand may slip in."""
TEXTS = (
    f"{TYPED}{BULLETIN}{PAPER}付印: {{份数: {{通报: 2}}, 排列: 成摞}}\n",
    f"{ROSTER}  筛选: {{奖项: [一等奖, 二等奖]}}\n  排序: [奖项]\n{BULLETIN}{PAPER}    文件名: '{{姓名}}'\n",
)


@given(st.integers(0, 10**9), st.sampled_from(TEXTS))
def test_a_batch_file_is_carried_out_or_refused_with_an_error_whatever_is_typed(seed, text):
    chance = random.Random(seed)
    for _ in range(3):
        start = chance.randrange(len(text))
        text = text[:start] + chance.choice(SLIPS) + text[start + chance.choice((0, 1, 5)) :]
    batch, found = read(text)
    assert batch is not None or has_errors(found)
    for kind in batch.papers if batch else ():
        for entry in batch.roster.entries:
            content, faults = kind.content(entry, "甲")
            assert (content is None) == has_errors(faults)


@pytest.mark.parametrize(("key", "meant"), [("排续", "排序"), ("筛先", "筛选")])
def test_a_misspelt_key_of_the_roster_suggests_one_of_the_roster(key, meant):
    assert refused(f"{ROSTER}  {key}: {{奖项: 一等奖}}\n{PAPER}") == [
        f"4:3: 错误: 没有“{key}”这个键（是不是“{meant}”？）"
    ]


# 名册.


def test_a_roster_comes_from_a_workbook_a_csv_or_the_batch_file():
    assert names(whole(ROSTER + PAPER)) == ["甲", "乙", "丙"]
    assert names(whole(ROSTER.replace("xlsx", "csv") + PAPER)) == ["甲"]
    assert names(whole(TYPED + PAPER)) == ["甲", "乙"]


def test_filter_order_and_sheet_are_taken_from_the_batch_file():
    assert names(whole(f"{ROSTER}  筛选: {{奖项: [二等奖, 一等奖], 单位: 三厂}}\n{PAPER}")) == ["丙"]
    assert names(whole(f"{ROSTER}  筛选: {{奖项: 二等奖}}\n{PAPER}")) == ["乙", "丙"]
    assert names(whole(f"{TYPED}  排序: [奖项]\n{PAPER}")) == ["甲", "乙"]
    assert names(whole(f"名册: {{文件: 几张.xlsx, 工作表: 市级}}\n{PAPER}")) == ["丁"]


@pytest.mark.parametrize(
    ("file", "message"),
    [
        ("没有.xlsx", "2:7: 错误: 找不到文件“没有.xlsx”（它应和批次文件在同一个文件夹里）"),
        ("锁住.xlsx", "2:7: 错误: 打不开文件“锁住.xlsx”：Permission denied"),
        ("坏.xlsx", "2:7: 错误: “坏.xlsx”不是完整的 .xlsx 文件，或加了密码（请用 Excel 或 WPS 打开，另存为 .xlsx）"),
        ("旧.xls", "2:7: 错误: “旧.xls”是旧的 .xls 格式（请用 Excel 或 WPS 另存为 .xlsx）"),
        ("名册.docx", "2:7: 错误: 找不到文件“名册.docx”（它应和批次文件在同一个文件夹里）"),
        ("大.xlsx", "2:7: 错误: “大.xlsx”超过50MB（请删去图片和多余的工作表）"),
        (
            "标题.xlsx",
            "标题.xlsx:Sheet!B1: 错误: 列名“获奖名单”出现两次（请改成不同的列名；列名上面若有大标题，请把它删去）",
        ),
        ("几张.xlsx", "几张.xlsx:Sheet: 错误: 名册里没有“姓名”这一列（名册里有“别的”）"),
    ],
)
def test_a_roster_that_cannot_be_read_stops_its_batch(file, message):
    assert message in refused(f"名册:\n  文件: {file}\n{PAPER}")


def test_a_wrong_sheet_is_told_with_those_there_are():
    assert refused(f"名册: {{文件: 几张.xlsx, 工作表: 省级}}\n{PAPER}") == [
        "1:10: 错误: “几张.xlsx”没有名为“省级”的工作表（有：Sheet、市级）"
    ]


@pytest.mark.parametrize("text", ["名册: {列: {单位: 单位}}\n", "名册: {文件: 名册.xlsx, 行: [{姓名: 甲}]}\n"])
def test_a_roster_is_a_file_or_typed_and_not_both(text):
    assert refused(text + PAPER) == ["1:5: 错误: “名册”应写“文件”或“行”中的一个（例如 文件: 获奖名单.xlsx）"]


@pytest.mark.parametrize("rows", ["甲", "[]", "{姓名: 甲}"])
def test_typed_rows_are_a_list(rows):
    assert refused(f"名册:\n  行: {rows}\n{PAPER}") == [
        "2:6: 错误: “行”下面每个获奖者写一项（例如 - {姓名: 于波, 单位: 市总工会}）"
    ]


def test_a_row_that_cannot_be_used_does_not_stop_its_batch():
    batch, found = read(ROSTER.replace("名册.xlsx", "退回.xlsx") + BULLETIN + PAPER)
    assert batch is not None
    assert (names(batch), batch.roster.read) == (["甲", "乙", "丙"], 4)
    assert told(found) == ["退回.xlsx:Sheet!A5: 错误: 第5行没有用：“姓名”是空的（请补上，或删去这一行）"]


def test_a_typed_row_that_cannot_be_used_is_told_at_its_line():
    batch, found = read(TYPED.replace("姓名: 乙", "姓名: ''") + PAPER)
    assert batch is not None
    assert names(batch) == ["甲"]
    assert told(found) == ["4:7: 错误: 第2行没有用：“姓名”是空的（请补上，或删去这一行）"]


def test_of_very_many_rows_that_cannot_be_used_the_first_are_told_and_how_many_there_are():
    batch, found = read(ROSTER.replace("名册.xlsx", "退回.csv") + PAPER)
    assert batch is not None
    assert (names(batch), len(batch.roster.refused)) == (["甲"], 1_000)
    assert [each.message for each in found[REPORTED - 1 :]] == [
        f"第{REPORTED + 2}行没有用：“姓名”是空的",
        f"一共有1000处问题，这里只列出前{REPORTED}处",
    ]


def test_a_batch_of_which_no_row_is_left_is_refused():
    assert refused(f"{ROSTER}  筛选: {{奖项: 三等奖}}\n{BULLETIN}") == [
        "名册.xlsx:Sheet: 错误: 名册里没有一行能用（请看各行的原因；写了“筛选”的，请核对它的值）"
    ]


@pytest.mark.parametrize("inside", ["批次/名册.csv", "批次/下级/名册.csv"])
def test_a_roster_beside_or_below_the_batch_file_is_found(tmp_path, inside):
    file = tmp_path / inside
    file.parent.mkdir(parents=True)
    file.write_text("姓名,单位,奖项\n甲,乙,丙\n")
    name = inside.removeprefix("批次/")
    batch, found = load_batch(
        f"名册: {{文件: {name}}}\n{PAPER}".encode(), "a.yaml", lambda path: list_file(tmp_path / "批次", path), STOCK
    )
    assert (batch is not None, found) == (True, ())


@pytest.mark.parametrize(
    "path",
    ["../名册.csv", "下级/../../名册.csv", "{here}/名册.csv", "外面.csv", ".", "下级", "..", "\\\\..\\\\名册.csv"],
)
def test_a_roster_outside_the_folder_is_never_read(tmp_path, path):
    folder = tmp_path / "批次"
    (folder / "下级").mkdir(parents=True)
    (tmp_path / "名册.csv").write_text("姓名\n甲\n")
    (folder / "外面.csv").symlink_to(tmp_path / "名册.csv")
    text = f'名册: {{文件: "{path.format(here=tmp_path)}"}}\n{PAPER}'
    batch, (only,) = load_batch(text.encode(), "a.yaml", shelf_for(folder / "a.yaml").list_file, STOCK)
    assert batch is None
    assert only.message.startswith(("找不到文件“", "打不开文件“"))


# 通报.


def test_a_list_of_the_bulletin_s_own_stands_beside_those_of_the_roster():
    batch = whole(
        ROSTER + BULLETIN.replace("正文:\n", "数据: {委员: [丁, 戊]}\n  正文:\n    - 评审{{ 委员|数 }}人。\n")
    )
    assert batch.bulletin is not None
    assert batch.bulletin.body[0].text == "评审2人。"


def test_a_list_of_the_bulletin_s_own_may_not_be_called_as_one_of_the_roster():
    assert refused(ROSTER + BULLETIN.replace("正文:\n", "数据: {一等奖: [丁], 委员: [戊]}\n  正文:\n")) == [
        "5:3: 错误: “数据”里的清单“一等奖”和名册的清单同名（请换一个名字）"
    ]


def test_the_lists_of_the_awards_serve_tables_entries_and_expressions():
    text = (
        BULLETIN.replace("数据: 名册,", "标题: '', 数据: 二等奖,")
        + "    - 表格: {列: [姓名, 奖项], 数据: 一等奖}\n    - 二等奖{{ 二等奖|数 }}名，{{ 一等奖[0].单位 }}\n"
    )
    batch = whole(ROSTER + text)
    assert batch.bulletin is not None
    _, entries, grid, paragraph = batch.bulletin.body
    assert isinstance(entries, Entries)
    assert isinstance(grid, Grid)
    assert (entries.items, grid.rows) == (("乙（二厂）", "丙（三厂）"), (("甲", "一等奖"),))
    assert paragraph.text == "二等奖2名，一厂"
    assert batch.printed == {"二等奖": 1, "一等奖": 1}


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        (
            "共{{ 名册|数 }}名",
            "一等奖5名",
            "9:7: 错误: 写的是“一等奖5名”，名册里“一等奖”有1项（请改成 {{ 一等奖|数 }}，数字就不会错）",
        ),
        ("名册|数", "名单|数", "9:8: 错误: “数据”里没有清单“名单”（是不是“名册”？）"),
        ("数据: 名册", "数据: 一等将", "10:16: 错误: “数据”写的是“一等将”，“数据”里没有这张清单（是不是“一等奖”？）"),
        (
            "{姓名}",
            "{名字}",
            "10:24: 错误: “格式”写的是“{名字}（{单位}）”，清单里没有“名字”这一列（它有“姓名”“单位”“奖项”）",
        ),
        ("模板: 大工发", "模板: 大工法", "5:7: 错误: “模板”写的是“大工法”，没有这个模板（是不是“大工发”？）"),
    ],
)
def test_a_fault_of_the_bulletin_stops_its_batch(old, new, message):
    assert refused(ROSTER + BULLETIN.replace(old, new)) == [message]


def test_a_wrong_count_that_stands_twice_is_told_once():
    assert len(refused(ROSTER + BULLETIN.replace("共{{ 名册|数 }}名", "一等奖5名，一等奖5名"))) == 1


def test_a_total_that_may_speak_of_something_else_is_a_warning():
    batch, found = read(ROSTER + BULLETIN.replace("共{{ 名册|数 }}名", "共120个单位参加"))
    assert batch is not None
    assert told(found) == ["9:7: 警告: 写的是“共120个”，名册里有3项（说的是别的数就不用改；否则请改成 {{ 名册|数 }}）"]


def test_the_faults_of_all_parts_are_told_at_once():
    text = (
        ROSTER.replace("名册.xlsx", "退回.xlsx")
        + BULLETIN.replace("大工发\n", "大工法\n")
        + PAPER.replace("模板", "文件名: '{性名}'\n    模板")
        + "付印: {份数: {证书: 2}}\n"
    )
    assert [each.split(":")[0] for each in refused(text)] == ["5", "12", "18", "退回.xlsx"]


@pytest.mark.parametrize(
    "number", ["../../大工发〔2018〕4号", "大工发/办〔2018〕4号", "大工\\发〔2018〕4号", ".大工发〔2018〕4号"]
)
def test_the_number_of_a_bulletin_is_no_way_out_of_the_folder(number):
    batch = whole(ROSTER + BULLETIN.replace("大工发〔2018〕4号", number))
    assert batch.bulletin is not None
    assert not {"/", "\\"} & set(batch.bulletin.name)
    assert not batch.bulletin.name.startswith(".")


# 获奖文书.


def test_a_paper_is_filled_with_the_cells_of_its_winner():
    batch = whole(ROSTER + PAPER)
    content, found = batch.papers[0].content(batch.roster.entries[1], "二厂-乙")
    assert found == ()
    assert content is not None
    assert (content.name, content.addressees, content.body[0].text) == ("二厂-乙", "二厂", "乙获二等奖。")


def test_a_column_whose_name_is_no_word_is_reached_through_the_row():
    text = PAPER.replace("{{ 单位 }}", "{{ 本行['单位（全称）'] }}").replace("获{{ 奖项 }}", "")
    batch = whole("名册: {文件: 列名.xlsx}\n" + text)
    content, _ = batch.papers[0].content(batch.roster.entries[0], "甲")
    assert content is not None
    assert content.addressees == "第一机床厂"


def test_a_paper_may_speak_of_the_lists_of_the_roster():
    batch = whole(ROSTER + PAPER.replace("获{{ 奖项 }}", "在{{ 名册|数 }}人之中"))
    content, _ = batch.papers[0].content(batch.roster.entries[0], "甲")
    assert content is not None
    assert content.body[0].text == "甲在3人之中。"


def test_what_a_cell_says_is_never_an_expression():
    batch = whole(ROSTER.replace("名册.xlsx", "括号.csv") + PAPER)
    content, _ = batch.papers[0].content(batch.roster.entries[0], "甲")
    assert content is not None
    assert (content.addressees, content.body[0].text) == ("{% if %}", "{{ 1 + 1 }}获{姓名}。")


def test_an_unknown_column_is_told_once_with_the_one_probably_meant():
    assert refused(ROSTER + PAPER.replace("{{ 奖项 }}", "{{ 奖相 }}")) == [
        "9:16: 错误: 没有“奖相”这一列，也没有这张清单（是不是“奖项”？）"
    ]


def test_a_document_that_fails_for_one_winner_is_made_for_the_others():
    batch = whole(TYPED + PAPER + '    成文日期: "{{ 日期 }}"\n')
    (good, nothing), (bad, found) = (batch.papers[0].content(entry, "甲") for entry in batch.roster.entries)
    assert good is not None
    assert good.date == "2018年1月5日"
    assert (nothing, bad) == ((), None)
    assert [str(each.place) for each in found] == ["批次/表彰.yaml:4:7"]
    assert "明天" in found[0].message


def test_a_paper_is_called_by_its_template_unless_it_has_a_name():
    assert paper(PAPER).name == "荣誉证书"
    assert paper(PAPER.replace("模板:", "名称: 奖状\n    模板:")).name == "奖状"
    assert (
        (found := paper(PAPER.replace("荣誉证书\n    标题", "荣誉证书.docx\n    标题"))).name
        == found.template
        == "荣誉证书"
    )


def test_files_are_called_by_unit_and_name_unless_there_is_a_pattern():
    assert paper(PAPER).pattern == "{单位}-{姓名}"
    assert paper(PAPER.replace("模板:", "文件名: '{奖项}{姓名}'\n    模板:")).pattern == "{奖项}{姓名}"
    assert whole("名册: {文件: 名册.xlsx}\n" + PAPER).papers[0].pattern == "{姓名}"


def test_a_pattern_may_name_only_columns_of_the_roster():
    text = PAPER.replace("模板:", "文件名: '{性名}-{届}'\n    模板:")
    assert refused(ROSTER + text) == [
        "5:5: 错误: “文件名”里的“性名”不是名册的一列（是不是“姓名”？）",
        "5:5: 错误: “文件名”里的“届”不是名册的一列（名册里有“姓名”“单位”“奖项”）",
    ]


def test_a_pattern_without_quotes_is_understood():
    batch = whole(ROSTER + PAPER.replace("模板:", "文件名: {单位}-{姓名}\n    模板:"))
    assert batch.papers[0].pattern == "{单位}-{姓名}"


SECOND = PAPER.removeprefix("获奖文书:\n")


@pytest.mark.parametrize("second", [SECOND, SECOND.replace("模板: 荣誉证书", "名称: 荣誉证书\n    模板: 获奖通知")])
def test_two_papers_need_two_names(second):
    assert refused(ROSTER + PAPER + second) == ["10:5: 错误: 有两种获奖文书都叫“荣誉证书”（请写“名称: …”把它们分开）"]


def test_names_of_papers_that_differ_in_capitals_are_one_folder():
    text = PAPER.replace("模板:", "名称: A\n    模板:") + SECOND.replace("模板:", "名称: a\n    模板:")
    assert len(refused(ROSTER + text)) == 1


@pytest.mark.parametrize("name", ["../../证书", "证书/甲", "证书\\甲", ".证书", "证:书", "通报"])
def test_a_paper_is_never_called_what_is_no_folder_of_its_own(name):
    (only,) = refused(ROSTER + PAPER.replace("模板:", f"名称: {name}\n    模板:"))
    assert only == f"5:5: 错误: 获奖文书不能叫“{name}”（它是输出文件夹的名字，不含路径和符号，例如 荣誉证书）"


def test_a_template_is_never_looked_for_outside_its_folder():
    assert refused(ROSTER + PAPER.replace("模板: 荣誉证书", "模板: ../荣誉证书"))[0].startswith(
        "5:5: 错误: 获奖文书不能叫“../荣誉证书”"
    )
    batch = whole(ROSTER + PAPER.replace("模板: 荣誉证书", "名称: 证书\n    模板: ../荣誉证书"))
    assert batch.papers[0].content(batch.roster.entries[0], "甲")[0] is None


def test_lists_of_a_paper_s_own_are_refused_not_passed_over():
    assert refused(ROSTER + PAPER + "    数据: {委员: [丁]}\n") == [
        "10:5: 错误: “获奖文书”里不能写“数据”（这里可以用名册的各列和清单；别的清单写在“通报”里）"
    ]


def test_a_paper_knows_the_forms_that_it_attaches():
    assert paper(PAPER + "    附件: {表格: 回执}\n").forms == {"回执"}
    assert paper(PAPER).forms == frozenset()


def test_papers_and_winners_travel_to_workers_and_back():
    batch = whole(ROSTER + PAPER)
    for value in (batch.papers[0], *batch.roster.entries):
        assert pickle.loads(pickle.dumps(value)) == value
    entry, kind = (pickle.loads(pickle.dumps(each)) for each in (batch.roster.entries[2], batch.papers[0]))
    assert str(entry.spot("单位")) == "名册.xlsx:Sheet!B4"
    assert kind.content(entry, "丙") == batch.papers[0].content(batch.roster.entries[2], "丙")


def test_only_the_lists_that_a_paper_names_travel_along():
    assert paper(PAPER).lists == {}
    counting = paper(PAPER.replace("获{{ 奖项 }}", "等{{ 二等奖|数 }}名"))
    assert list(counting.lists) == ["二等奖"]
    assert "丙".encode() not in pickle.dumps(paper(PAPER))
    assert "丙".encode() in pickle.dumps(counting)


def test_a_winner_travels_without_the_others():
    batch = whole(ROSTER + PAPER)
    assert "乙".encode() not in pickle.dumps(batch.roster.entries[0])


# 付印.


def printing(text: str) -> Printing:
    numbered = BULLETIN.replace("标题:", '份号: "000001"\n  标题:')
    return whole(f"{ROSTER}{numbered}{PAPER}付印: {text}\n").printing


def test_copies_are_for_all_or_for_each_kind():
    assert [printing("{份数: 3}").copies_of(kind) for kind in ("通报", "荣誉证书")] == [3, 3]
    assert [printing("{份数: {通报: 六十份}}").copies_of(kind) for kind in ("通报", "荣誉证书")] == [60, 1]
    assert printing("{份数: {通报: 1, 荣誉证书: 2}}").copies == {"通报": 1, "荣誉证书": 2}
    assert Printing().copies_of("通报") == 1


def test_the_print_job_is_as_the_batch_file_says():
    wanted = printing('{排列: 成摞, 手动双面: 倒序, 小册子: 是, 份号: "000101"}')
    assert wanted == Printing({}, Order.STACKS, True, Backs.BACKWARD, True, "000101")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("{份数: 很多}", "“份数”写的是“很多”，应是份数"),
        ("{份数: 0}", "“份数”写的是“0”，应是份数"),
        (f"{{份数: {MOST_COPIES + 1}}}", f"“份数”写的是“{MOST_COPIES + 1}”，应是份数"),
        ("{份数: {通报: -1}}", "“通报”写的是“-1”，应是份数"),
        ("{份数: {奖状: 2}}", "“份数”里的“奖状”不在这一批里"),
        ("{排列: 乱}", "“排列”写的是“乱”，只能写“成套”或“成摞”"),
        ("{手动双面: 是}", "“手动双面”写的是“是”，只能写“正序”或“倒序”"),
        ("{双面: 单}", "“双面”写的是“单”，只能写“是”或“否”"),
        ("{份号: 1}", "“份号”写的是“1”，份号是6位阿拉伯数字"),
        ("{分数: 2}", "没有“分数”这个键"),
    ],
)
def test_a_print_job_that_cannot_be_is_told(text, message):
    (only,) = refused(f"{ROSTER}{BULLETIN}{PAPER}付印: {text}\n")
    assert f": 错误: {message}" in only


def test_an_absurd_number_of_copies_is_refused_like_any_other():
    (only,) = refused(f"{ROSTER}{BULLETIN}付印: {{份数: {'9' * 5000}}}\n")
    assert only.startswith("11:10: 错误: “份数”")


def test_numbers_of_copies_need_a_place_in_the_bulletin():
    assert refused(f'{ROSTER}{BULLETIN}付印: {{份号: "000001"}}\n') == [
        '11:5: 错误: 要印份号，通报里却没有留出份号的位置（请在“通报”里写 份号: "000001"，付印时逐份改号）'
    ]


@pytest.mark.parametrize("text", ['{份号: "000001"}', "{小册子: 是}"])
def test_numbers_and_booklets_are_for_bulletins(text):
    assert refused(f"{ROSTER}{PAPER}付印: {text}\n") == [
        "10:5: 错误: “份号”和“小册子”是给通报用的，这一批没有通报（请删去，或写上“通报”）"
    ]


def test_a_job_on_one_side_has_no_backs_to_print_by_hand():
    assert refused(f"{ROSTER}{PAPER}付印: {{双面: 否, 手动双面: 正序}}\n")[0].endswith(
        "错误: 写了“手动双面”，“双面”又是否（单面印的请删去“手动双面”）"
    )


@pytest.mark.parametrize(("old", "new"), [("模板: ", "模板: 没有的"), ("标题: ", "标提: "), ("{{ ", "{{ 没有的")])
def test_what_is_wrong_in_every_row_is_told_once_and_stops_the_batch(old, new):
    assert old in PAPER
    found = refused(ROSTER + PAPER.replace(old, new, 1))
    assert len(found) == len(set(found))
    assert found


def test_columns_that_the_roster_lacks_are_told_where_the_batch_names_them():
    text = f"{ROSTER}  筛选: {{层级: 省级}}\n  排序: [名次]\n{PAPER}".replace("奖项: 奖项", "奖项: 奖顶")
    assert [line.partition("（")[0] for line in refused(text)] == [
        "3:19: 错误: 名册里没有“奖顶”这一列",
        "4:8: 错误: 名册里没有“层级”这一列",
        "5:8: 错误: 名册里没有“名次”这一列",
    ]


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("模板: ", "模版: ", "没有“模版”这个键"),
        ("模板: 荣誉证书", "模板: 没有的", "没有这个模板"),
        ("标题: ", "标提: ", "没有“标提”这个键"),
    ],
)
def test_wrong_keys_are_told_together_with_a_roster_that_cannot_be_used(old, new, said):
    assert old in PAPER
    found = refused(ROSTER.replace("奖项: 奖项", "奖项: 奖顶") + PAPER.replace(old, new, 1))
    assert any("没有“奖顶”这一列" in line for line in found)
    assert sum(said in line for line in found) == 1
    found = refused(ROSTER.replace("奖项: 奖项", "奖项: 奖顶") + BULLETIN.replace("标题: ", "标提: ", 1))
    assert sum("没有“标提”这个键" in line for line in found) == 1
