"""Elements of the standard: right values pass, wrong ones are refused with everything that is wrong."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic_core import PydanticCustomError

from docgen.load.elements import (
    addressees,
    copies,
    copy_number,
    document_number,
    file_stem,
    names,
    order_number,
    remark,
    secrecy,
    urgency,
    yes_or_no,
)


def refused(check: Callable[[str], object], value: str) -> tuple[str, str]:
    """Message and hint."""
    with pytest.raises(PydanticCustomError) as caught:
        check(value)
    context = caught.value.context or {}
    return context["message"], context["hint"]


@pytest.mark.parametrize(
    ("check", "value"),
    [
        (document_number, "大工发〔2018〕4号"),
        (document_number, "国办发明电〔2018〕12号"),
        (copy_number, "000001"),
        (secrecy, "秘密"),
        (secrecy, "机密★1年"),
        (secrecy, "秘密★6个月"),
        (secrecy, "绝密★启用前"),
        (urgency, "特急"),
        (urgency, "加急"),
        (order_number, "第12号"),
        (order_number, "2026年第3号"),
        (file_stem, "大工办发"),
        (file_stem, "2018年度建议表（企事业）"),
    ],
)
def test_right_values_pass_as_they_are(check, value):
    assert check(value) == value


@pytest.mark.parametrize(
    ("typed", "faults", "right"),
    [
        ("大工发[2018]04号", "年份应放在六角括号“〔〕”里；序号前不加0", "大工发〔2018〕4号"),
        ("大工发（2018）4号", "年份应放在六角括号“〔〕”里", "大工发〔2018〕4号"),
        ("大工发［2018］4号", "年份应放在六角括号“〔〕”里", "大工发〔2018〕4号"),
        ("大工发【2018】4号", "年份应放在六角括号“〔〕”里", "大工发〔2018〕4号"),
        ("大工发〔2018〕第4号", "序号前不加“第”", "大工发〔2018〕4号"),
        ("大工发〔2018〕4", "末尾少“号”字", "大工发〔2018〕4号"),
        ("大工发〔2018〕 4号", "中间不留空格", "大工发〔2018〕4号"),
        ("大工发〔２０１８〕４号", "年份和序号用半角阿拉伯数字", "大工发〔2018〕4号"),
        ("大工发〔二〇一八〕十二号", "年份和序号用半角阿拉伯数字", "大工发〔2018〕12号"),
    ],
)
def test_everything_wrong_with_a_document_number_is_said_at_once(typed, faults, right):
    assert refused(document_number, typed) == (f"写的是“{typed}”：{faults}", f"应写“{right}”")


@pytest.mark.parametrize(
    ("typed", "fault"),
    [("大工发〔18〕4号", "年份写全四位"), ("〔2018〕4号", "缺少发文机关代字"), ("大工发〔2018〕0号", "序号前不加0")],
)
def test_no_right_form_is_offered_where_it_would_be_a_guess(typed, fault):
    message, hint = refused(document_number, typed)
    assert fault in message
    assert hint == "例如 大工发〔2018〕4号"


@pytest.mark.parametrize("typed", ["四号文", "大工发2018-4", "甲发〔2026〕1号 乙发〔2026〕2号", "", "〔"])
def test_what_is_no_document_number_is_refused(typed):
    refused(document_number, typed)


@given(st.text(st.sampled_from("大工发〔〕[]（）20184号第 ０"), max_size=20))
def test_a_document_number_that_passes_is_unchanged(typed):
    with suppress(PydanticCustomError):
        assert document_number(typed) == typed


@pytest.mark.parametrize(
    ("typed", "hint"),
    [("1", "应写“000001”"), ("№000017", "应写“000017”"), ("０００００１", "应写“000001”"), ("甲", "例如 000001")],
)
def test_a_copy_number_has_six_digits(typed, hint):
    assert refused(copy_number, typed)[1] == hint


@pytest.mark.parametrize(
    ("typed", "right"),
    [
        ("机密*1年", "机密★1年"),
        ("机密1年", "机密★1年"),
        ("机密★一年", "机密★1年"),
        ("机密 ★ 10年", "机密★10年"),
        ("秘密★06月", "秘密★6个月"),
    ],
)
def test_secrecy_is_refused_with_its_right_form(typed, right):
    assert refused(secrecy, typed)[1] == f"应写“{right}”"


def test_there_are_three_levels_of_secrecy():
    assert "密级只有绝密、机密、秘密" in refused(secrecy, "内部")[0]


def test_the_urgency_of_telegrams_is_explained():
    assert "只用于电报" in refused(urgency, "平急")[0]
    assert "只有特急、加急" in refused(urgency, "急件")[0]


@pytest.mark.parametrize("typed", ["../大工办发", "甲/乙", "甲\\乙", "c:甲", ".甲", "", ".docx", "甲?"])
def test_a_name_of_a_template_never_leaves_its_folder(typed):
    assert "应是文件名" in refused(file_stem, typed)[0]


def test_the_suffix_of_a_template_may_be_typed():
    assert file_stem("大工办发.docx") == "大工办发"


@pytest.mark.parametrize(("typed", "meant"), [("是", True), ("否", False), ("有", True), ("True", True), ("no", False)])
def test_yes_and_no_are_understood(typed, meant):
    assert yes_or_no(typed) is meant


def test_perhaps_is_neither_yes_nor_no():
    assert refused(yes_or_no, "也许")[0] == "写的是“也许”，只能写“是”或“否”"


@pytest.mark.parametrize(
    ("typed", "people"),
    [
        ("赵某、李某", ["赵某", "李某"]),
        ("赵某，李某", ["赵某", "李某"]),
        ("赵某　李某", ["赵某", "李某"]),
        ("于  波、王光宇", ["于波", "王光宇"]),
        ("欧 阳 修", ["欧阳修"]),
    ],
)
def test_signers_are_told_apart(typed, people):
    assert names(typed) == people


@pytest.mark.parametrize("typed", ["于 波 王 强", "赵某、于　波　王　强"])
def test_signers_who_cannot_be_told_apart_are_asked_for(typed):
    assert "分不清是几个人" in refused(names, typed)[0]


@pytest.mark.parametrize(
    ("clean", "typed", "bare"),
    [
        (addressees, "各单位：", "各单位"),
        (addressees, "各单位:", "各单位"),
        (addressees, "主送：各单位：", "各单位"),
        (copies, "抄送：市委。", "市委"),
        (copies, "市委", "市委"),
        (remark, "（此件公开发布）", "此件公开发布"),
        (remark, "(联系人：李某（女）)", "联系人：李某（女）"),
        (remark, "（甲）和（乙）", "（甲）和（乙）"),
        (remark, "此件公开（暂行）", "此件公开（暂行）"),
    ],
)
def test_what_the_document_adds_itself_may_be_typed(clean, typed, bare):
    assert clean(typed) == bare


@pytest.mark.parametrize(
    ("typed", "right"),
    [
        ("12号", "第12号"),
        ("12", "第12号"),
        ("第十二号", "第12号"),
        ("第０３号", "第3号"),
        ("第 5 号", "第5号"),
        ("二〇二六年第三号", "2026年第3号"),
    ],
)
def test_the_number_of_an_order_is_refused_with_the_right_form(typed, right):
    assert refused(order_number, typed) == (f"写的是“{typed}”，令号由“第”、阿拉伯数字和“号”组成", f"应写“{right}”")


@pytest.mark.parametrize("typed", ["甲令", "第零号", "第1号令", "某令〔2026〕1号"])
def test_what_is_no_number_of_an_order_gets_an_example(typed):
    assert refused(order_number, typed)[1] == "例如 第12号"
