"""名单: every form a clerk may write or paste gives the same members."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic_core import PydanticCustomError

from docgen.content import Member
from docgen.load.rosters import members

GROUP = (
    Member("组长", "陈凤荣", "市总工会常务副主席"),
    Member("成员", "王光宇", "市总工会秘书长"),
    Member("", "于波", "市总工会办公室主任、副秘书长"),
)

PASTED = """组  长：陈凤荣  市总工会常务副主席
成  员：王光宇  市总工会秘书长

于  波  市总工会办公室主任、副秘书长"""


@pytest.mark.parametrize(
    "written",
    [
        PASTED,
        PASTED.split("\n\n"),
        PASTED.replace("\n\n", "\n").split("\n"),
        {
            "组  长": "陈凤荣  市总工会常务副主席",
            "成员": ["王光宇 市总工会秘书长", "于　波　市总工会办公室主任、副秘书长"],
        },
        {"组长": "陈凤荣 市总工会常务副主席", "成员": "王光宇 市总工会秘书长\n于波 市总工会办公室主任、副秘书长"},
        [
            {"组": "组长", "姓名": "陈凤荣", "职务": "市总工会常务副主席"},
            {"组": "成员", "姓名": "王光宇", "职务": "市总工会秘书长"},
            {"姓名": "于 波", "职务": "市总工会办公室主任、副秘书长"},
        ],
    ],
)
def test_a_roster_is_understood_in_every_form(written):
    assert members(written) == GROUP


@pytest.mark.parametrize(
    ("line", "name", "post"),
    [
        ("王强", "王强", ""),
        ("王  强", "王强", ""),
        ("王  强  市总工会组织建设部部长", "王强", "市总工会组织建设部部长"),
        ("欧 阳 修 主席", "欧阳修", "主席"),
        ("王强 A 区 主席", "王强", "A 区 主席"),
        ("买买提·艾力  副主席", "买买提·艾力", "副主席"),
    ],
)
def test_the_name_ends_at_the_first_space_unless_it_is_spread(line, name, post):
    assert members([line]) == (Member("", name, post),)


@pytest.mark.parametrize(
    ("written", "message", "path"),
    [
        ("", "是空的", ()),
        ([], "是空的", ()),
        ({}, "是空的", ()),
        ("组长：", "这里缺少姓名", ()),
        ({"组长": ""}, "后面应是“姓名 职务”，几个人就写成列表", ("组长",)),
        ({"组长": []}, "后面应是“姓名 职务”，几个人就写成列表", ("组长",)),
        ({"组长": [["甲"]]}, "后面应是“姓名 职务”，几个人就写成列表", ("组长",)),
        ([["甲"]], "应是一行文字", (0,)),
        ([{"组": "组长"}], "缺少“姓名”", (0,)),
        ([{"性名": "甲"}], "不是名单的一列", (0, "性名")),
        ([{"姓名": ["甲"]}], "应是一段文字", (0, "姓名")),
    ],
)
def test_what_is_no_member_is_refused_at_its_place(written, message, path):
    with pytest.raises(PydanticCustomError) as caught:
        members(written)
    context = caught.value.context or {}
    assert (context["message"], context["path"]) == (message, path)


NAME = st.text(st.sampled_from("王李张伟芳·"), min_size=2, max_size=4)
POST = st.text(st.sampled_from("市总工会主席部长、"), max_size=8)


@given(st.lists(st.tuples(NAME, POST), min_size=1, max_size=5))
def test_people_come_out_in_order_with_their_posts(people):
    lines = "\n".join(f"{name}  {post}".strip() for name, post in people)
    assert [(member.name, member.post) for member in members(lines)] == people
