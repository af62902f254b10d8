"""A fresh content file: what it lists, and that each of its keys works once it is uncommented."""

import re

import pytest
from formats import SHELF, TEMPLATES

from docgen.load import load
from docgen.new.notice import SAMPLES, new_notice
from docgen.pipeline import keys_for

LETTER, ORDER, GENERAL = "大连市总工会", "某市人民政府令", "某市总工会文件"


def fresh(template):
    return new_notice(template, keys_for(TEMPLATES[template], f"{template}.docx"))


def listed(text):
    return re.findall(r"^# 【(.+)】", text, re.MULTILINE)


def loaded(text):
    return load(text, "新.yaml", stock=SHELF.stock)


@pytest.mark.parametrize("template", TEMPLATES)
def test_a_fresh_content_file_loads_as_it_is(template):
    content, found = loaded(fresh(template))
    assert found == ()
    assert content.template == template


@pytest.mark.parametrize("template", [LETTER, ORDER, "大连市总工会主席办公会议纪要", GENERAL])
def test_every_key_of_a_fresh_content_file_works_once_it_is_uncommented(template):
    text = fresh(template)
    for key in listed(text):
        pattern = re.compile(rf"^# ({key}:.*\n(?:# (?!【).*\n)*)", re.MULTILINE)
        used = pattern.sub(lambda found: re.sub("^(?:# )?", "", found[0], flags=re.MULTILINE), text)
        content, found = loaded(used)
        lacking = [each.message for each in found if "缺少“印发" not in each.message]
        assert lacking == [], key
        assert content is not None or key.startswith("印发")


def test_a_fresh_content_file_lists_what_the_template_has_room_for():
    assert {"签发人", "印发机关", "令号"} & set(listed(fresh(LETTER))) == set()
    assert {"发文字号", "标题", "抄送", "附件", "印章位"} <= set(listed(fresh(LETTER)))
    assert {"标题", "主送", "份号"} & set(listed(fresh(ORDER))) == set()
    assert {"令号", "签名章", "印发"} <= set(listed(fresh(ORDER)))
    assert {"出席", "请假", "列席", "令号"} & set(listed(fresh(GENERAL))) == set()


def test_only_what_must_be_there_stands_without_a_comment():
    lines = [line for line in fresh(GENERAL).splitlines() if line and not line.startswith(("#", " "))]
    assert lines == ["模板: 某市总工会文件", "标题: 关于……的通知", "正文: |"]


def test_there_is_a_sample_for_every_key_but_the_lists():
    keys = set(keys_for(TEMPLATES[GENERAL], "某.docx")) | set(keys_for(TEMPLATES[ORDER], "某.docx"))
    assert keys - set(SAMPLES) == {"模板"}


def test_a_template_that_cannot_be_opened_is_told():
    assert str(keys_for(b"", "坏.docx")).startswith("坏.docx: 错误")
