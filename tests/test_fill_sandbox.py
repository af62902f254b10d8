"""fill.sandbox: what templates reach, and that a template compiled once is the same template."""

from __future__ import annotations

import pytest
from jinja2 import Undefined, UndefinedError
from jinja2.exceptions import SecurityError, TemplateSyntaxError

from docgen.fill.sandbox import Sandbox


def test_text_is_escaped():
    assert Sandbox().from_string("{{ 标题 }}").render(标题="R&D <附件>") == "R&amp;D &lt;附件&gt;"


def test_a_source_compiled_before_is_filled_with_the_new_values():
    source = "{% for 项 in 条目 %}{{ 项 }}；{% endfor %}"
    assert Sandbox().from_string(source).render(条目=["甲", "乙"]) == "甲；乙；"
    assert Sandbox().from_string(source).render(条目=["丙"]) == "丙；"


def test_an_unknown_name_is_an_error_unless_it_may_be_missing_whoever_asked_first():
    source = "{{ 没有的栏目 }}"
    assert Sandbox(Undefined).from_string(source).render() == ""
    with pytest.raises(UndefinedError):
        Sandbox().from_string(source).render()
    assert Sandbox(Undefined).from_string(source).render() == ""


@pytest.mark.parametrize("attack", ["{{ ''.__class__.__mro__ }}", "{{ 标题.format.__globals__ }}"])
def test_nothing_behind_a_value_is_reached(attack):
    for _ in range(2):
        with pytest.raises((SecurityError, UndefinedError)):
            Sandbox().from_string(attack).render(标题="题")


def test_jinjas_own_functions_are_not_there():
    with pytest.raises(UndefinedError):
        Sandbox().from_string("{{ range(9) }}").render()


def test_a_broken_tag_is_an_error_each_time():
    for _ in range(2):
        with pytest.raises(TemplateSyntaxError):
            Sandbox().from_string("{{ 标题 ")
