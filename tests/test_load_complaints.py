"""Errors of the models, told at the key or the value in Chinese."""

from __future__ import annotations

import pytest

from docgen.load.complaints import validated
from docgen.load.compose import compose
from docgen.load.schema import Notice
from docgen.load.source import source
from docgen.load.stock import Known

LEAST = "模板: 大工办发\n标题: 通知\n正文: 请参加。\n"


def complaints(text: str) -> list[str]:
    where = source("通知.yaml", text)
    tree, faults = compose(where)
    assert tree is not None
    assert faults == ()
    notice, found = validated(Notice, tree, where, Known({"省级": ({"项目": "甲", "单位": "乙"},), "坏的": None}))
    assert (notice is None) == bool(found)
    return [str(one).removeprefix("通知.yaml:") for one in found]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("发文号: 甲", "4:1: 错误: 没有“发文号”这个键（是不是“发文字号”？）"),
        ("抄送: [市委]", "4:5: 错误: “抄送”应是一段文字，这里写的是列表（请直接写在冒号后面）"),
        ("印发: 甲", "4:5: 错误: “印发”下面应是“键: 值”，这里写的是“甲”（请另起一行，缩进两格写）"),
        ("印发: {标题: 甲, 正文: ''}", "4:13: 错误: “正文”是空的（请在冒号后面补上内容）"),
        ("印发: {标题: 甲, 正问: 乙}", "4:13: 错误: 没有“正问”这个键（是不是“正文”？）"),
        ("署名: [[甲]]", "4:6: 错误: “署名”第1项应是一段文字，这里写的是列表（请直接写在冒号后面）"),
        ("附件: [[甲]]", "4:6: 错误: “附件”第1项下面应是“键: 值”，这里写的是列表（请另起一行，缩进两格写）"),
        (
            "签名章: 市长",
            "4:6: 错误: “签名章”写的是“市长”，职务和姓名要分开写（例如 签名章: {职务: 市长, 姓名: 李明}）",
        ),
        (
            "签名章: [市长]",
            "4:7: 错误: “签名章”第1项写的是“市长”，职务和姓名要分开写（例如 签名章: {职务: 市长, 姓名: 李明}）",
        ),
        ("签名章: {姓名: 李明}", "4:6: 错误: 缺少“职务”（请加上“职务: …”）"),
        ("签名章: {职务: 市长, 性名: 李明}", "4:15: 错误: 没有“性名”这个键（是不是“姓名”？）"),
        ("签名章: []", "4:6: 错误: “签名章”是空的（请补上内容；不需要就把这个键删去）"),
        ("签发人: 、", "4:6: 错误: “签发人”是空的（请补上内容；不需要就把这个键删去）"),
    ],
)
def test_a_fault_is_told_once_at_its_place(text, said):
    assert complaints(LEAST + text) == [said]


@pytest.mark.parametrize(
    ("block", "said"),
    [
        ("{名但: 甲}", "没有“名但”这个键（是不是“名单”？）"),
        (
            "{}",
            "“正文”第1项应是一段文字，或“名单”“表格”“条目”“分页”之中的一个（几样东西请分成几项，每项前面写“- ”）",
        ),
        ("{分页: 否定}", "“分页”写的是“否定”，只能写“是”或“否”"),
        ("{表格: {列: [甲]}}", "“表格”应写“行”或“数据”中的一个"),
        ("{表格: {列: 甲, 行: [[甲]]}}", "“列”应是列表，这里写的是“甲”（每项另起一行，前面写“- ”）"),
        ("{表格: {行: [甲]}}", "“行”第1项应是列表，这里写的是“甲”（每项另起一行，前面写“- ”）"),
        ("{表格: {数据: 市级}}", "“数据”写的是“市级”，“数据”里没有这张清单（是不是“省级”？）"),
        ("{表格: {数据: 省级, 列: [甲]}}", "“数据”清单“省级”里没有“甲”这一列（它有“项目”“单位”）"),
        ("{表格: {行: [[甲]], 列宽: [0]}}", "“列宽”第1项写的是“0”，应是大于0的数（例如 列宽: [1, 4, 2]）"),
        ("{表格: {行: [[甲]], 列宽: [inf]}}", "“列宽”第1项写的是“inf”，应是大于0的数（例如 列宽: [1, 4, 2]）"),
        ("{条目: {}}", "“条目”应写“项”或“数据”中的一个（“项”逐项写出，“数据”是清单的名字）"),
        ("{条目: {数据: 省级, 项: [甲]}}", "“条目”应写“项”或“数据”中的一个（“项”逐项写出，“数据”是清单的名字）"),
        ("{条目: []}", "“条目”是空的（请补上内容；不需要就把这个键删去）"),
        ("{条目: [[甲]]}", "“条目”第1项应是一段文字，这里写的是列表（请直接写在冒号后面）"),
        (
            "{条目: {数据: 省级}}",
            "“条目”缺少“格式”（清单有几列，请写明每一项的样子，例如 格式: '{项目}{单位}'）",
        ),
        (
            "{条目: {数据: 省级, 格式: '{项目.__class__}'}}",
            "“格式”写的是“{项目.__class__}”，清单里没有“项目.__class__”这一列（它有“项目”“单位”）",
        ),
    ],
)
def test_a_fault_within_a_block_is_told_by_its_key(block, said):
    (found,) = complaints(f"模板: 大工办发\n标题: 通知\n正文:\n  - {block}\n")
    assert found.partition("错误: ")[2] == said


def test_a_list_that_could_not_be_read_is_not_complained_of_again():
    body = "正文:\n  - 条目: {数据: 坏的, 格式: '{甲}'}\n  - 表格: {数据: 坏的, 列: [甲]}\n"
    assert complaints(f"模板: 大工办发\n标题: 通知\n{body}") == []


def test_a_misspelt_key_is_not_also_told_as_missing():
    assert complaints("摸板: 大工办发\n标题: 通知\n正文: 请参加。\n") == [
        "1:1: 错误: 没有“摸板”这个键（是不是“模板”？）"
    ]


def test_a_long_wrong_value_is_shortened():
    (found,) = complaints(LEAST + f"密级: {'长' * 100}\n")
    assert f"“{'长' * 30}……”" in found
