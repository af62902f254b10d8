"""Laws of forms: what is filled in comes back, from forms that nobody has seen before, with controls or without."""

from datetime import date
from io import BytesIO

import docx
import pytest
from drawn_forms import DRAWN
from hypothesis import given, settings
from hypothesis import strategies as st
from wear import strip_controls

from docgen.form import Kind
from docgen.forms.collect import collect, known
from docgen.forms.make import make_form

FORMS = [known(form, template) for form, template in DRAWN]
CHARACTERS = st.sampled_from(
    "工会职工技术创新姓名项目电话市县好一ABCabc0123456789（）()《》“”、，。：:；-&<>=+@ 　㐀𠀀é"
)
WORDS = st.text(CHARACTERS, min_size=1, max_size=30).map(lambda text: " ".join(text.split())).filter(bool)
PLAIN = {
    Kind.TEXT: WORDS,
    Kind.LONG: st.lists(WORDS, min_size=1, max_size=4).map("\n".join),
    Kind.INTEGER: st.integers(0, 10**9).map(str),
    Kind.MONEY: st.decimals(0, 10**9, places=2).map(lambda amount: f"{amount.normalize():f}"),
    Kind.DATE: st.dates(date(1950, 1, 1), date(2099, 1, 1)).map(lambda day: f"{day.year}年{day.month}月{day.day}日"),
    Kind.PHONE: st.integers(13_000_000_000, 19_999_999_999).map(str),
    Kind.EMAIL: st.from_regex(r"[a-z]{1,8}@[a-z]{1,8}\.(com|cn)", fullmatch=True),
}


def values_of(field):
    if field.kind is Kind.BOXES:
        most = int(field.most or len(field.choices))
        picked = st.lists(st.sampled_from(field.choices), max_size=most, unique=True)
        return picked.map(lambda found: tuple(choice for choice in field.choices if choice in found))
    return st.one_of(st.just(()), PLAIN[field.kind].map(lambda text: (text,)))


@st.composite
def filled(draw):
    """The number of a form, and values for all its fields."""
    number = draw(st.integers(0, len(DRAWN) - 1))
    return number, {field.name: draw(values_of(field)) for field in DRAWN[number][0].fields}


def written(value):
    return f"{value.year}年{value.month}月{value.day}日" if isinstance(value, date) else str(value)


def bare(text):
    return "".join(text.split())


def wrong_fields(form, values, found):
    wanted = {field.name: "、".join(values[field.name]) for field in form.fields}
    got = {field.name: written(found.values.get(field.name, "")) for field in form.fields}
    return {name: (wanted[name], got[name]) for name in wanted if bare(wanted[name]) != bare(got[name])}


@settings(max_examples=60, deadline=None)
@given(filled())
def test_what_is_filled_in_comes_back(case):
    (form, template), values = DRAWN[case[0]], case[1]
    data, faults = make_form(template, form, values)
    assert faults == ()
    found = collect(data, "回.docx", FORMS)
    assert found.form == form.name
    assert found.doubts == ()
    assert wrong_fields(form, values, found) == {}


@settings(max_examples=100, deadline=None)
@given(filled())
def test_without_controls_it_comes_back_or_is_told(case):
    (form, template), values = DRAWN[case[0]], case[1]
    data, _ = make_form(template, form, values)
    found = collect(without_controls(data), "回.docx", FORMS)
    assert found.form == form.name
    told = {doubt.field for doubt in found.doubts}
    assert {name: pair for name, pair in wrong_fields(form, values, found).items() if name not in told} == {}


def without_controls(data):
    opened = docx.Document(BytesIO(data))
    strip_controls(opened, None)
    out = BytesIO()
    opened.save(out)
    return out.getvalue()


@pytest.mark.parametrize("form", DRAWN, ids=lambda pair: pair[0].name)
def test_plain_values_come_back_without_a_doubt_even_without_controls(form):
    form, template = form
    usual = {
        Kind.TEXT: "大连机床厂",
        Kind.LONG: "第一段。\n第二段。",
        Kind.INTEGER: "42",
        Kind.MONEY: "12.5",
        Kind.DATE: "2018年1月5日",
        Kind.PHONE: "13912345678",
        Kind.EMAIL: "gonghui@example.com",
    }
    values = {
        field.name: (field.choices[number % len(field.choices)] if field.choices else usual[field.kind],)
        for number, field in enumerate(form.fields)
    }
    data, _ = make_form(template, form, values)
    found = collect(without_controls(data), "回.docx", FORMS)
    assert (wrong_fields(form, values, found), found.doubts) == ({}, ())
