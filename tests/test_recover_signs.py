"""recover/signs: what a text means as an element, however it is written."""

import pytest

from docgen.recover import signs


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("大工发〔2018〕4号", "大工发〔2018〕4号"),
        ("大工发[2018] 4 号", "大工发〔2018〕4号"),
        ("大工发（２０１８）第０４号", "大工发〔2018〕4号"),
        ("大 工 发【2018】4号", "大工发〔2018〕4号"),
        ("文号：大工发〔2018〕4号", "大工发〔2018〕4号"),
        ("大工发〔18〕4号", ""),
        ("〔2018〕4号", ""),
        ("根据大工发〔2018〕4号文件", ""),
        ("大工发〔2018〕号", ""),
    ],
)
def test_a_number_is_written_as_the_standard_has_it(text, number):
    assert signs.number_of(text) == number


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("2018年1月5日", "2018年1月5日"),
        ("2018 年 01 月 05 日", "2018年1月5日"),
        ("二〇一八年十二月三十一日", "2018年12月31日"),
        ("二○一二年二月九日", "2012年2月9日"),
        ("２０１８年１月５日", "2018年1月5日"),
        ("2018-1-5", "2018年1月5日"),
        ("2018.01.05", "2018年1月5日"),
        ("2018年2月30日", ""),
        ("2018年1月", ""),
        ("2018年1月5日前", ""),
    ],
)
def test_a_date_is_written_in_arabic_digits(text, date):
    assert signs.date_of(text) == date


@pytest.mark.parametrize(
    ("found", "text", "value"),
    [
        (signs.copy_number_of, "№000012", "000012"),
        (signs.copy_number_of, "０００１２３", "000123"),
        (signs.copy_number_of, "12", ""),
        (signs.secrecy_of, "机 密 ★ 1 年", "机密★1年"),
        (signs.secrecy_of, "密级：秘密", "秘密"),
        (signs.secrecy_of, "机密文件管理办法", ""),
        (signs.urgency_of, "特　急", "特急"),
        (signs.urgency_of, "平急", ""),
        (signs.order_number_of, "第 12 号", "第12号"),
        (signs.order_number_of, "2019年第3号", "2019年第3号"),
        (signs.order_number_of, "第〇号", ""),
        (signs.digits_of, "十二", 12),
        (signs.digits_of, "甲", 0),
    ],
)
def test_other_elements_are_known_by_their_words(found, text, value):
    assert found(text) == value


@pytest.mark.parametrize(
    "text", ["大连市总工会", "大 连 市 总 工 会", "中共大连市委", "大连港集团公司工会（筹）", "市总工会办公室"]
)
def test_the_name_of_a_body_is_known_by_its_end(text):
    assert signs.is_organ(text)


@pytest.mark.parametrize("text", ["各位职工", "请报市总工会，并抄送办公室", "联系人：王强", "工" * 40 + "会", ""])
def test_what_is_no_name_of_a_body_is_none(text):
    assert not signs.is_organ(text)


def test_titles_are_the_same_whatever_their_quotes_and_spaces():
    assert signs.same_title("“双创”成果 申报表（试行）", '"双创"成果申报表(试行)')
    assert not signs.same_title("申报表（企事业）", "申报表（企事业单位）")
