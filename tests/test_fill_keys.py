"""Which keys a template has room for."""

import pytest
from samples import content

from docgen.content import Stamp
from docgen.fill.keys import BEARERS, keys_with_room, keys_without_room
from docgen.load.schema import Notice, keys_of


def test_every_key_of_a_content_file_that_is_printed_has_its_tags():
    assert set(BEARERS) - {"附件说明"} == set(keys_of(Notice)) - {"模板", "数据"}


@pytest.mark.parametrize(
    ("tags", "room"),
    [
        ({"文号行"}, {"发文字号", "签发人"}),
        ({"发文字号"}, {"发文字号"}),
        ({"落款"}, {"署名", "印章位", "成文日期", "签名章"}),
        ({"附件"}, {"附件"}),
        ({"版记", "空"}, set()),
    ],
)
def test_a_tag_makes_room_for_what_it_prints(tags, room):
    assert keys_with_room(tags) == room


@pytest.mark.parametrize(
    ("changes", "tags", "lost"),
    [
        ({}, {"标题", "正文"}, []),
        ({}, {"正文"}, ["标题"]),
        ({"title": ""}, {"正文"}, []),
        ({"number": "某发〔2026〕1号"}, {"标题", "正文", "发文字号"}, []),
        ({"number": "某发〔2026〕1号", "signers": ("于波",)}, {"标题", "正文", "发文字号"}, ["签发人"]),
        ({"stamps": (Stamp("市长"),), "date": "2026年1月5日"}, {"标题", "正文"}, ["签名章", "成文日期"]),
    ],
)
def test_a_key_without_a_tag_is_named(changes, tags, lost):
    assert list(keys_without_room(content(**changes), tags)) == lost
