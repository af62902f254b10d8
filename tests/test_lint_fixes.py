"""What a machine may mend: in place, every other byte as it was, and twice is once."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from docgen.lint import ALONE, Setting, edits_of
from docgen.lint.fixes import difference, mended
from docgen.load import examine

WRONG = """\
# 注释,不动
模板:   大工发
发文字号: 大工发[2018] 04号   # 说明,不动
标题: "关于召开会议的通知。"
主送: '各区总工会:'
正文: |
  请于4月1号前报送(以下简称报送),联系 a,b@c.com。
  1、完成15-30天、等工作...

  二0二六年
附件:
  - {标题: 《申报表》, 正文: '落实"放管服"改革.'}
"""
RIGHT = """\
# 注释,不动
模板:   大工发
发文字号: 大工发〔2018〕4号   # 说明,不动
标题: "关于召开会议的通知"
主送: '各区总工会:'
正文: |
  请于4月1日前报送（以下简称报送），联系 a,b@c.com。
  1.完成15～30天等工作……

  二〇二六年
附件:
  - {标题: 申报表, 正文: '落实“放管服”改革。'}
"""


def mend(text, encoding="utf-8", setting=ALONE):
    return mended(text.encode(encoding), "试验.yaml", setting.off)[0].decode(encoding)


def test_what_a_machine_may_mend_is_mended_and_nothing_else():
    assert mend(WRONG) == RIGHT


@pytest.mark.parametrize("end", ["\r\n", "\r"])
def test_line_ends_stay_as_they_are(end):
    assert mend(WRONG.replace("\n", end)) == RIGHT.replace("\n", end)


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "gb18030"])
def test_the_encoding_stays_as_it_is(encoding):
    assert mended(WRONG.encode(encoding), "试验.yaml", ALONE.off)[0] == RIGHT.encode(encoding)


def test_mending_twice_is_mending_once():
    once = mended(WRONG.encode(), "试验.yaml", ALONE.off)
    assert mended(once[0], "试验.yaml", ALONE.off) == (once[0], 0)


def test_what_is_switched_off_is_not_mended():
    text = "模板: 大工发\n标题: 关于试验的通知\n正文: 一个,两个。 # 不查 半角标点：照录\n"
    assert mend(text) == text
    assert mend("正文: 一个,两个。\n", setting=Setting(off={"半角标点": "照录"})) == "正文: 一个,两个。\n"


def test_full_width_keys_and_tabs_keep_their_places():
    assert mend("正文：一个,两个。\n") == "正文：一个，两个。\n"
    assert mend("正文: |\n\t一个,两个。\n\t三个,四个。\n") == "正文: |\n\t一个，两个。\n\t三个，四个。\n"


def test_an_escaped_text_is_left_alone():
    assert mend('正文: "一个\\u002C两个,三个。"\n') == '正文: "一个\\u002C两个,三个。"\n'


def test_a_mend_that_would_make_a_text_a_comment_is_not_made():
    text = "模板: 大工发\n标题: 关于试验的通知\n正文: 正文。\n附件:\n  - 表格: 《#甲表》\n"
    assert mend(text) == text


@pytest.mark.parametrize("data", [b"", b"\x00\x01", b"PK\x03\x04", "正文: [".encode(), b"\xff\xfe\x00"])
def test_what_cannot_be_read_stays_as_it_is(data):
    assert mended(data, "试验.yaml", ALONE.off) == (data, 0)


def test_the_difference_shows_what_would_change():
    shown = difference(WRONG.encode(), RIGHT.encode(), "试验.yaml").split("\n")
    assert '-标题: "关于召开会议的通知。"' in shown
    assert '+标题: "关于召开会议的通知"' in shown


SIGNS = (
    "一二三甲乙丙大工发号第年月日至等是、，。；：？！,.;:?!()（）[]〔〕《》<>“”\"'‘’ \u3000-—～~…0159０５%万元天KVkm•·"
)


@settings(max_examples=300, deadline=None)
@given(st.lists(st.text(SIGNS, min_size=1, max_size=40), min_size=1, max_size=4))
def test_mending_is_idempotent_and_never_breaks_the_file(lines):
    text = "模板: 大工发\n标题: 关于试验的通知\n正文: |\n" + "".join(f"  甲{line}\n" for line in lines)
    once, _ = mended(text.encode(), "试验.yaml", ALONE.off)
    assert mended(once, "试验.yaml", ALONE.off) == (once, 0)
    assert once.count(b"\n") == text.count("\n")
    assert once.decode().startswith("模板: 大工发\n标题: 关于试验的通知\n正文: |\n")


@settings(max_examples=200, deadline=None)
@given(st.lists(st.text(SIGNS, min_size=1, max_size=40), min_size=1, max_size=4), st.sampled_from(["|", "'", ""]))
def test_every_edit_stands_where_it_says(lines, quote):
    body = {
        "|": "|\n" + "".join(f"  甲{line}\n" for line in lines),
        "'": "'甲" + lines[0].replace("'", "") + "'\n",
        "": "甲" + lines[0].replace(":", "").replace("#", "") + "\n",
    }[quote]
    text = f"模板: 大工发\n标题: 关于试验的通知\n正文: {body}"
    examined = examine(text, "试验.yaml")
    for edit in edits_of(examined.tree, examined.source, {}):
        assert text.split("\n")[edit.line - 1][edit.column - 1 :].startswith(edit.old)
