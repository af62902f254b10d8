"""What stands in a field, checked."""

import pytest
from pydantic_core import PydanticCustomError

from docgen.form import Field, Kind
from docgen.load.values import checked

LEVELS = Field("层级", Kind.BOXES, choices=("市级", "区市县、产业级"), most=1)
NATURE = Field("性质", Kind.CHOICE, choices=("国有及控股企业", "集体企业", "其他企业"))
STAFF = Field("人数", Kind.INTEGER, least=1, most=500_000, unit="人")


@pytest.mark.parametrize(
    ("field", "text", "wanted"),
    [
        (Field("栏"), " 机床\n厂 ", "机床厂"),
        (Field("栏", Kind.LONG), "甲  \n\n　　乙\n", "甲\n　　乙"),
        (STAFF, "1280", "1280"),
        (STAFF, "１，２８０人", "1280"),
        (STAFF, "1 280", "1280"),
        (STAFF, "1.2万", "12000"),
        (STAFF, "1.2万人", "12000"),
        (Field("钱", Kind.MONEY, unit="万元"), "12.50万元", "12.5"),
        (Field("钱", Kind.MONEY, unit="元"), "3万元", "30000"),
        (Field("日", Kind.DATE), "2018-01-05", "2018年1月5日"),
        (Field("话", Kind.PHONE), "0411—83630000", "0411-83630000"),
        (Field("话", Kind.PHONE), "13912345678", "13912345678"),
        (Field("话", Kind.PHONE), "83630000、13912345678", "83630000、13912345678"),
        (Field("话", Kind.PHONE), "（0411）83630000转8001", "（0411）83630000转8001"),
        (Field("邮", Kind.EMAIL), "gh @example.com", "gh@example.com"),
        (NATURE, "集体 企业", "集体企业"),
        (LEVELS, "区市县、产业级", "区市县、产业级"),
        (Field("签", Kind.SIGN), "于波", "于波"),
    ],
)
def test_what_is_right_comes_as_the_form_wants_it(field, text, wanted):
    assert checked(field, text) == (wanted,)


def test_several_choices_come_in_the_order_of_the_form():
    field = Field("栏", Kind.BOXES, choices=("甲", "乙", "丙"))
    assert checked(field, "丙、甲") == ("甲", "丙")


def test_an_empty_field_is_nothing_unless_it_is_required():
    assert checked(Field("栏"), " 　\n") == ()
    with pytest.raises(PydanticCustomError, match="是空的"):
        checked(Field("栏", required=True), " ")


@pytest.mark.parametrize(
    ("field", "text", "message"),
    [
        (Field("栏", most=3), "一二三四", "有4字，最多3字"),
        (Field("栏", least=3), "一二", "只有2字，至少3字"),
        (STAFF, "一百", "写的是“一百”，应是整数，单位是人"),
        (STAFF, "1.5", "写的是“1.5”，应是整数"),
        (STAFF, "12台", "写的是“12台”，应是整数，单位是人"),
        (STAFF, "0", "写的是“0”，不应小于1"),
        (STAFF, "60万", "写的是“60万”，不应大于500000"),
        (STAFF, "1" * 40, f"写的是“{'1' * 30}……”，不应大于500000"),
        (Field("钱", Kind.MONEY, unit="万元"), "12美元", "写的是“12美元”，应是金额，单位是万元"),
        (Field("日", Kind.DATE), "年底", "写的是“年底”，不是完整的年月日"),
        (Field("话", Kind.PHONE), "12345", "写的是“12345”，应是电话号码"),
        (Field("邮", Kind.EMAIL), "gh.example.com", "写的是“gh.example.com”，应是邮箱"),
        (NATURE, "国有企业", "写的是“国有企业”，不是这里的选项"),
        (NATURE, "集体企业、其他企业", "写的是“集体企业、其他企业”，应选一项"),
        (LEVELS, "市级、区市县、产业级", "写的是“市级、区市县、产业级”，最多选1项"),
    ],
)
def test_what_is_wrong_is_refused(field, text, message):
    with pytest.raises(PydanticCustomError) as refused:
        checked(field, text)
    assert refused.value.context["message"] == message
