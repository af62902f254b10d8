"""Rosters: which rows count, in which order, and why the others do not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from test_load_sheets import edited, workbook

from docgen.diagnostics import Diagnostic, Severity
from docgen.load.compose import compose
from docgen.load.sheets import UnusableError
from docgen.load.source import source
from docgen.load.tree import Listing
from docgen.load.winners import MOST_ROWS, Meaning, Roster, Wanted, sheet_roster, tree_roster

HEAD = ["姓名", "单位", "奖项"]
MEANING = Meaning(*HEAD)
WANTED = Wanted(MEANING)
FILE = "名册.xlsx"

Read = tuple[Roster | None, list[Diagnostic]]


def read(*rows: list[object], wanted: Wanted = WANTED, head: list[str] = HEAD) -> Read:
    return sheet_roster(workbook(head, *rows), FILE, "", wanted)


def read_csv(text: str, wanted: Wanted = WANTED) -> Read:
    return sheet_roster(text.encode(), "名册.csv", "", wanted)


def typed(text: str, wanted: Wanted = WANTED) -> Read:
    where = source("批.yaml", text)
    rows = compose(where)[0]
    assert isinstance(rows, Listing)
    return tree_roster(rows, where, wanted)


def whole(result: Read) -> Roster:
    """The roster of which there is nothing to say."""
    roster, found = result
    assert roster is not None
    assert told(found) == []
    return roster


def told(found: list[Diagnostic]) -> list[str]:
    assert all(each.rule == "名册" for each in found)
    return [str(each) for each in found]


def names(roster: Roster | None) -> list[str]:
    assert roster is not None
    return [entry.cells["姓名"] for entry in roster.entries]


def refusals(roster: Roster | None) -> list[tuple[int, str, bool]]:
    assert roster is not None
    return [(each.number, each.why, each.wanted) for each in roster.refused]


def test_every_row_counts():
    roster = whole(read(["甲", "一厂", "一等奖"], [None], ["乙", "二厂", "二等奖"]))
    assert (names(roster), roster.read, roster.refused) == (["甲", "乙"], 2, ())


def test_the_lists_are_all_rows_and_those_of_each_award():
    roster = whole(
        read(["甲", "一厂", "二等奖"], ["乙", "二厂", "一等奖"], ["丙", "三厂", "二等奖"], ["丁", "四厂", None])
    )
    lists = {name: [row["姓名"] for row in rows] for name, rows in roster.lists.items()}
    assert lists == {"名册": ["甲", "乙", "丙", "丁"], "二等奖": ["甲", "丙"], "一等奖": ["乙"]}
    assert list(lists) == ["名册", "二等奖", "一等奖"]


def test_an_award_called_as_the_whole_list_hides_it_not():
    roster = whole(read(["甲", "一厂", "名册"], ["乙", "二厂", "一等奖"]))
    assert [len(rows) for rows in roster.lists.values()] == [2, 1]


def test_units_and_awards_are_not_asked_for():
    roster = whole(read(["甲"], ["乙"], head=["姓名"], wanted=Wanted(Meaning("姓名"))))
    assert list(roster.lists) == ["名册"]
    assert roster.of(roster.entries[0], "") == ""


def test_a_missing_column_is_an_error_with_the_one_probably_meant():
    roster, found = read(["甲", "一厂", "一等奖"], head=["姓名", "单位", "奖顶"])
    assert roster is None
    assert told(found) == ["名册.xlsx:Sheet: 错误: 名册里没有“奖项”这一列（是不是“奖顶”？）"]


def test_all_missing_columns_are_told_at_once():
    wanted = Wanted(Meaning("负责人", "单位"), {"结果": ("认定",)}, ("届次",))
    _, found = read(["甲", "一厂", "一等奖"], wanted=wanted)
    assert [each.message for each in found] == [f"名册里没有“{name}”这一列" for name in ("负责人", "结果", "届次")]
    assert found[0].hint == "名册里有“姓名”“单位”“奖项”"


def test_a_wrong_sheet_is_refused_with_those_there_are():
    with pytest.raises(UnusableError) as caught:
        sheet_roster(workbook(["姓名"], ["甲"], 市级=[["姓名"], ["乙"]]), FILE, "省级", Wanted(Meaning("姓名")))
    assert (caught.value.message, caught.value.hint) == ("没有名为“省级”的工作表", "有：Sheet、市级")


def test_the_choice_of_the_first_of_two_sheets_is_said():
    data = workbook(["姓名"], ["甲"], 市级=[["姓名"], ["乙"]])
    roster, found = sheet_roster(data, FILE, "", Wanted(Meaning("姓名")))
    assert names(roster) == ["甲"]
    assert told(found) == ["名册.xlsx: 提示: 有2张工作表，用了第一张“Sheet”（要用别的一张，请写“工作表: 名字”）"]
    assert names(whole(sheet_roster(data, FILE, "市级", Wanted(Meaning("姓名"))))) == ["乙"]


def test_a_merged_award_belongs_to_all_its_winners():
    data = edited(
        lambda sheet: sheet.merge_cells("C2:C3"),
        HEAD,
        ["甲", "一厂", "一等奖"],
        ["乙", "二厂", None],
        ["丙", "三厂", "二等奖"],
    )
    roster = whole(sheet_roster(data, FILE, "", WANTED))
    assert [row["姓名"] for row in roster.lists["一等奖"]] == ["甲", "乙"]


def hide(sheet):
    sheet.row_dimensions[3].hidden = True


HIDDEN = edited(hide, HEAD, ["甲", "一厂", "一等奖"], ["乙", "二厂", "二等奖"])


def test_a_hidden_row_is_refused():
    roster, found = sheet_roster(HIDDEN, FILE, "", WANTED)
    assert (names(roster), refusals(roster)) == (["甲"], [(3, "这一行隐藏着", True)])
    assert told(found) == [
        "名册.xlsx:Sheet!A3: 错误: 第3行没有用：这一行隐藏着（请取消隐藏；确实要用就写“隐藏行: 是”，不要的请删去）"
    ]


def test_hidden_rows_are_used_where_the_batch_says_so():
    assert names(whole(sheet_roster(HIDDEN, FILE, "", Wanted(MEANING, hidden=True)))) == ["甲", "乙"]


def test_a_hidden_row_that_the_filter_takes_away_anyway_is_no_error():
    roster = whole(sheet_roster(HIDDEN, FILE, "", Wanted(MEANING, {"奖项": ("一等奖",)})))
    assert refusals(roster) == [(3, "筛选：“奖项”是“二等奖”，不是“一等奖”", False)]


@pytest.mark.parametrize(
    ("row", "place", "why"),
    [
        (["甲", "=B9", "一等奖"], "Sheet!B2", "这一格的公式还没有算出结果"),
        (["甲", "#REF!", "一等奖"], "Sheet!B2", "这一格的公式出错：#REF!"),
        (["#REF!", "一厂", "一等奖"], "Sheet!A2", "这一格的公式出错：#REF!"),
        ([None, "一厂", "一等奖"], "Sheet!A2", "“姓名”是空的"),
        (["　", "一厂", "一等奖"], "Sheet!A2", "“姓名”是空的"),
        (["一等奖", "一等奖", "一等奖"], "Sheet!A2", "“姓名”和“奖项”都是“一等奖”，像是一行小标题"),
    ],
)
def test_a_row_that_cannot_be_used_is_left_out_by_itself(row, place, why):
    roster, found = read(row, ["乙", "二厂", "二等奖"])
    assert (names(roster), refusals(roster)) == (["乙"], [(2, why, True)])
    assert [(str(each.place), each.severity, each.message) for each in found] == [
        (f"名册.xlsx:{place}", Severity.ERROR, f"第2行没有用：{why}")
    ]


def test_a_cell_that_failed_is_no_reason_to_be_filtered_out():
    roster, found = read(
        ["甲", "一厂", "#REF!"], ["乙", "二厂", "一等奖"], wanted=Wanted(MEANING, {"奖项": ("一等奖",)})
    )
    assert refusals(roster) == [(2, "这一格的公式出错：#REF!", True)]
    assert len(found) == 1


@pytest.mark.parametrize("number", [43101, 43101.5, "43101"])
def test_a_date_that_is_a_number_is_refused(number):
    roster, found = read(
        ["甲", number], ["乙", "2018年1月5日"], head=["姓名", "获奖日期"], wanted=Wanted(Meaning("姓名"))
    )
    assert names(roster) == ["乙"]
    assert told(found) == [
        f"名册.xlsx:Sheet!B2: 错误: 第2行没有用：“获奖日期”是数字{number}，不是日期（请在 Excel 里把这一格的格式改为日期）"
    ]


@pytest.mark.parametrize(
    ("head", "cell"), [("编号", "43101"), ("日期", "2018"), ("日期", "9" * 5000), ("日期", "1-43101")]
)
def test_a_number_that_is_no_date_passes(head, cell):
    assert names(whole(read_csv(f"姓名,{head}\n甲,{cell}\n", Wanted(Meaning("姓名"))))) == ["甲"]


def test_a_roster_of_which_no_row_is_left_is_none():
    roster, found = read([None, "一厂", "一等奖"])
    assert roster is None
    assert [each.message for each in found] == ["第2行没有用：“姓名”是空的", "名册里没有一行能用"]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (["王强", "一厂", "一等奖"], ["王强", "一厂", "一等奖"]),
        (["王强", "一厂", "一等奖"], ["王　强", " 一厂", "一等奖"]),
        (["ＡＢＣ小组", "一厂", "一等奖"], ["abc小组", "一厂", "一等奖"]),
        (["阿依古丽·买买提", "一厂", "一等奖"], ["阿依古丽•买买提", "一厂", "一等奖"]),
        (["创新(一期)", "一厂", "一等奖"], ["创新（一期）", "一厂", "一等奖"]),
    ],
)
def test_who_is_there_twice_is_refused_with_both_rows_named(first, second):
    roster, found = read(first, ["乙", "二厂", "二等奖"], second)
    assert names(roster) == [first[0], "乙"]
    assert told(found) == [
        f"名册.xlsx:Sheet!A4: 错误: 第4行没有用：“{second[0]}”和第2行重复"
        "（确是两个人的，请在姓名后面注明，例如 王强（女））"
    ]


def test_namesakes_with_a_mark_behind_the_name_are_two():
    roster, found = read(["王强", "一厂", "一等奖"], ["王强（女）", "一厂", "一等奖"])
    assert (names(roster), found) == (["王强", "王强（女）"], [])


def test_namesakes_of_two_units_are_two():
    assert names(whole(read(["王强", "一厂", "一等奖"], ["王强", "二厂", "一等奖"]))) == ["王强", "王强"]


def test_one_person_with_two_awards_is_a_warning():
    roster, found = read(["王强", "一厂", "一等奖"], ["王 强", "一厂", "二等奖"])
    assert names(roster) == ["王强", "王 强"]
    assert told(found) == ["名册.xlsx:Sheet!A3: 警告: “王 强”在第2行已有一个奖项（确实得了两个奖就不用改）"]


def test_a_row_filtered_out_is_nobody_s_double():
    wanted = Wanted(MEANING, {"单位": ("一厂",)})
    assert names(whole(read(["王强", "二厂", "一等奖"], ["王强", "一厂", "一等奖"], wanted=wanted))) == ["王强"]


def test_units_that_look_alike_are_told_once_each_with_the_cell():
    rows = [
        ["甲", "大连市总工会", "一等奖"],
        ["乙", "大连 市总工会", "一等奖"],
        ["丙", "大连 市总工会", "一等奖"],
        ["丁", "大连市（总工会）", "一等奖"],
    ]
    roster, found = read(*rows)
    assert names(roster) == ["甲", "乙", "丙", "丁"]
    assert told(found) == [
        "名册.xlsx:Sheet!B3: 警告: “大连 市总工会”和第2行的“大连市总工会”像是同一个单位（请改成一样的写法）",
        "名册.xlsx:Sheet!B5: 警告: “大连市（总工会）”和第2行的“大连市总工会”像是同一个单位（请改成一样的写法）",
    ]


@pytest.mark.parametrize(("values", "left"), [(("一等奖",), ["甲"]), (("一等奖", "二等奖"), ["甲", "乙"])])
def test_a_filter_takes_one_value_or_several(values, left):
    roster = whole(
        read(
            ["甲", "一厂", "一等奖"],
            ["乙", "二厂", "二等奖"],
            ["丙", "三厂", "三等奖"],
            wanted=Wanted(MEANING, {"奖项": values}),
        )
    )
    assert names(roster) == left
    assert roster.read == 3
    assert not any(each.wanted for each in roster.refused)


def test_a_row_must_pass_every_filter():
    wanted = Wanted(MEANING, {"奖项": ("一等奖",), "单位": ("一厂",)})
    roster = whole(read(["甲", "一厂", "一等奖"], ["乙", "二厂", "一等奖"], ["丙", "一厂", "二等奖"], wanted=wanted))
    assert refusals(roster) == [
        (3, "筛选：“单位”是“二厂”，不是“一厂”", False),
        (4, "筛选：“奖项”是“二等奖”，不是“一等奖”", False),
    ]


def ordered(*cells: str) -> list[str]:
    """The cells of a column after they are put in order."""
    rows = [[f"第{number}位", "一厂", cell] for number, cell in enumerate(cells)]
    roster = whole(read(*rows, wanted=Wanted(Meaning("姓名", "单位"), order=("奖项",))))
    return [entry.cells["奖项"] for entry in roster.entries]


@pytest.mark.parametrize(
    "right",
    [
        ["2", "10", "100"],
        ["２", "１０"],
        ["一等奖", "二等奖", "三等奖", "十一等奖", "二十等奖"],
        ["第2名", "第三名", "第10名"],
        ["97.9", "98.25", "98.5"],
        ["2017年12月1日", "2018年9月30日", "2018年10月1日"],
        ["大工发〔2018〕4号", "大工发〔2018〕31号"],
        ["特等奖", "一等奖", "优秀奖"],
    ],
)
def test_numbers_are_ordered_by_value(right):
    assert ordered(*reversed(right)) == right
    assert ordered(*right) == right


def test_texts_come_in_order_of_their_first_appearance():
    assert ordered("优秀奖", "鼓励奖", "优秀奖", "鼓励奖") == ["优秀奖", "优秀奖", "鼓励奖", "鼓励奖"]


def test_the_first_of_several_columns_counts_most_and_equals_keep_their_order():
    wanted = Wanted(MEANING, order=("奖项", "单位"))
    rows = [["甲", "2厂", "二等奖"], ["乙", "2厂", "一等奖"], ["丙", "1厂", "二等奖"], ["丁", "2厂", "一等奖"]]
    assert names(whole(read(*rows, wanted=wanted))) == ["乙", "丁", "丙", "甲"]


def test_a_csv_file_names_its_cells_by_row_and_column():
    _, found = read_csv("姓名,单位,奖项\n甲,一厂,一等奖\n,二厂,一等奖\n")
    assert told(found) == ["名册.csv:第3行第1列: 错误: 第3行没有用：“姓名”是空的（请补上，或删去这一行）"]


def test_typed_rows_are_told_by_their_line():
    roster, found = typed("- {姓名: 甲, 单位: 一厂, 奖项: 一等奖}\n- {姓名: '', 单位: 二厂}\n- 乙\n")
    assert (names(roster), roster.read) == (["甲"], 3)
    assert told(found) == [
        "批.yaml:2:3: 错误: 第2行没有用：“姓名”是空的（请补上，或删去这一行）",
        "批.yaml:3:3: 错误: 第3行没有用：这一项应是“列名: 内容”（例如 - {姓名: 于波, 单位: 市总工会}）",
    ]


def test_typed_rows_without_columns_are_each_told():
    roster, found = typed("[甲, 乙]", Wanted(Meaning("姓名")))
    assert roster is None
    assert [(str(each.place), each.message, each.hint[:2]) for each in found] == [
        ("批.yaml:1:1", "名册里没有“姓名”这一列", ""),
        ("批.yaml:1:2", "第1行没有用：这一项应是“列名: 内容”", "例如"),
        ("批.yaml:1:5", "第2行没有用：这一项应是“列名: 内容”", "例如"),
    ]


def test_a_roster_as_long_as_it_may_be_is_read_and_a_longer_one_refused():
    rows = "".join(f"第{number}人\n" for number in range(MOST_ROWS))
    assert whole(read_csv(f"姓名\n{rows}", Wanted(Meaning("姓名")))).read == MOST_ROWS
    with pytest.raises(UnusableError) as caught:
        read_csv(f"姓名\n{rows}又一人\n", Wanted(Meaning("姓名")))
    assert (caught.value.message, caught.value.hint) == (f"超过{MOST_ROWS}行", "请分成几个文件")


CELLS = st.tuples(
    st.sampled_from(["", "甲", "甲 ", "乙", "ＡＢ", "ab", "一等奖"]),
    st.sampled_from(["", "一厂", "一 厂", "二厂"]),
    st.sampled_from(["", "一等奖", "二等奖", "十等奖", "优秀奖", "特等奖", "9"]),
    st.sampled_from(["", "43101", "2018年1月5日"]),
)
ROWS = st.lists(CELLS, max_size=25)
LAST = ("末", "末厂", "一等奖", "")
"""A row to which nothing can be objected, so that there is a roster."""
FILTERS = st.sampled_from([{}, {"奖项": ("一等奖",)}, {"奖项": ("一等奖", "9")}, {"日期": ("",), "奖项": ("一等奖",)}])


def listed(rows: list[tuple[str, ...]], wanted: Wanted) -> Read:
    return read_csv("\n".join(map(",".join, [(*HEAD, "日期"), *rows, LAST])), wanted)


def errors(found: list[Diagnostic]) -> list[Diagnostic]:
    return [each for each in found if each.severity is Severity.ERROR]


@given(ROWS, FILTERS)
def test_every_row_that_is_read_is_used_or_refused_and_none_is_both(rows, filters):
    roster, found = listed(rows, Wanted(MEANING, filters))
    assert roster is not None
    filled = [number for number, row in enumerate([*rows, LAST], start=2) if any(cell.strip() for cell in row)]
    counted = [*(entry.number for entry in roster.entries), *(each.number for each in roster.refused)]
    assert sorted(counted) == filled
    assert roster.read == len(filled)
    assert len(errors(found)) == sum(each.wanted for each in roster.refused)


@given(ROWS)
def test_the_lists_of_the_awards_are_the_rows_that_have_one(rows):
    roster, _ = listed(rows, WANTED)
    assert roster is not None
    whole_list, *groups = roster.lists.values()
    assert len(whole_list) == len(roster.entries)
    assert sum(map(len, groups)) == sum(bool(row["奖项"]) for row in whole_list)


@given(ROWS, st.permutations(HEAD), st.integers(0, 3))
def test_an_order_changes_the_places_of_rows_and_nothing_else(rows, columns, count):
    plain, found = listed(rows, WANTED)
    sorted_, same = listed(rows, Wanted(MEANING, order=tuple(columns[:count])))
    assert plain is not None
    assert sorted_ is not None
    assert sorted(entry.number for entry in sorted_.entries) == [entry.number for entry in plain.entries]
    assert sorted_.refused == plain.refused
    assert errors(found) == errors(same)


@given(ROWS)
def test_rows_that_are_in_order_stay_as_they_are(rows):
    wanted = Wanted(MEANING, order=("奖项",))
    once, _ = listed(rows, wanted)
    assert once is not None
    again, _ = listed([tuple(entry.cells.values()) for entry in once.entries if entry.cells["姓名"] != "末"], wanted)
    assert again is not None
    awards = [[entry.cells["奖项"] for entry in each.entries if entry.cells["姓名"] != "末"] for each in (once, again)]
    assert awards[0] == awards[1]


@pytest.mark.parametrize("cell", ["一" * 30_000, "·" * 30_000, "(" * 30_000, "1." * 15_000, "日期" * 10_000])
def test_a_very_long_cell_is_read_like_any_other(cell):
    roster = whole(
        read_csv(f"姓名,奖项\n甲{cell},{cell}\n乙,{cell}\n", Wanted(Meaning("姓名", "", "奖项"), order=("奖项",)))
    )
    assert roster.read == 2
