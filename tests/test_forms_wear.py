"""Returned forms read back after what offices do to them (`wear`), several kinds at once, with values of all shapes."""

import random
from io import BytesIO

import docx
import pytest
from form_samples import sheets
from wear import OPENLY, WEARS, lose_head, put_before, repeat_form, strip_controls, type_beside, worn

from docgen.form import Kind
from docgen.forms.collect import Collected, collect, known
from docgen.forms.make import make_form

SHEETS = sheets()
FORMS = [known(sheet.form, sheet.template) for sheet in SHEETS]
HAN = "深化产业工人队伍建设推动职工技能提升工程单位名称项目内容经费预算措施目标年月日"
FILES = 120
WHOLE_FILE = "不止一份"
KEEPING = tuple(wear for wear in WEARS if wear not in OPENLY)


def value(field, chance):
    def words(size):
        return "".join(chance.choice(HAN) for _ in range(size))

    if field.choices:
        return chance.choice(field.choices)
    return {
        Kind.TEXT: words(chance.randint(2, 12)) + chance.choice(["", "（集团）", "2017", "A.O.史密斯"]),
        Kind.LONG: "\n".join(words(chance.randint(5, 60)) + "。" for _ in range(chance.randint(1, 4))),
        Kind.INTEGER: str(chance.randint(10, 9999)),
        Kind.PHONE: f"0411-{chance.randint(80_000_000, 88_888_888)}",
        Kind.SIGN: "",
    }[field.kind]


def bare(text):
    return "".join(str(text).split())


def sent(seed):
    """A filled form, and what stands in it."""
    sheet, chance = SHEETS[seed % len(SHEETS)], random.Random(seed)
    values = {field.name: value(field, chance) for field in sheet.form.fields}
    data, faults = make_form(
        sheet.template, sheet.form, {name: (text,) if text else () for name, text in values.items()}
    )
    assert faults == ()
    return sheet.form, values, data


def read_back(seed, wears):
    """(fields right, fields wrong, fields wrong without a doubt) of one file."""
    form, values, data = sent(seed)
    spoilt, how = worn(data, seed, wears)
    found = collect(spoilt, f"{seed}.docx", FORMS)
    if not isinstance(found, Collected):
        return 0, len(values), []
    told = {doubt.field for doubt in found.doubts}
    if found.form != form.name:
        return 0, len(values), [] if "" in told else [(seed, how, form.name, found.form)]
    if any(WHOLE_FILE in doubt.why for doubt in found.doubts):
        told |= set(values)
    wrong = [name for name in values if not right(values[name], found.values.get(name, ""), how)]
    silent = [(seed, how, name) for name in wrong if name not in told]
    return len(values) - len(wrong), len(wrong), silent


def right(wanted, got, how):
    """Whether a value came back; where a word was typed beside it, that word comes too."""
    if type_beside.__name__ in how:
        return bare(wanted) in bare(got)
    return bare(wanted) == bare(got)


@pytest.mark.parametrize("start", [0, 20_000, 40_000])
def test_nothing_is_wrong_in_silence_and_ninety_nine_fields_of_a_hundred_are_right(start):
    found = [read_back(seed, KEEPING) for seed in range(start, start + FILES)]
    assert [each for _, _, silent in found for each in silent] == []
    good, bad = sum(right for right, _, _ in found), sum(wrong for _, wrong, _ in found)
    assert good / (good + bad) >= 0.99


@pytest.mark.parametrize("start", [60_000, 80_000])
def test_what_takes_values_away_is_told(start):
    found = [read_back(seed, WEARS) for seed in range(start, start + FILES)]
    assert [each for _, _, silent in found for each in silent] == []


def body(data):
    return docx.Document(BytesIO(data)).element.xml


@pytest.mark.parametrize("wear", WEARS, ids=lambda wear: wear.__name__)
def test_every_wear_does_something(wear):
    files = [(seed, sent(seed)[2]) for seed in range(len(SHEETS))]
    assert any(body(worn(data, seed, (wear,))[0]) != body(data) for seed, data in files)


def test_a_covering_letter_before_the_form_is_no_part_of_it():
    for seed in range(len(SHEETS)):
        assert read_back(seed, (put_before,))[1] == 0


def test_a_form_that_stands_twice_in_a_file_is_told():
    for seed in range(len(SHEETS)):
        form, _, data = sent(seed)
        found = collect(worn(data, seed, (repeat_form,))[0], "两份.docx", FORMS)
        assert any(WHOLE_FILE in doubt.why for doubt in found.doubts), form.name


def test_a_form_without_its_title_is_read_and_told_if_it_may_be_another():
    form, _, data = sent(2)

    def strip_and_lose(opened, chance):
        strip_controls(opened, chance)
        lose_head(opened, chance)

    found = collect(worn(data, 2, (strip_and_lose,))[0], "无题.docx", FORMS)
    assert [(doubt.field, doubt.hint) for doubt in found.doubts if not doubt.field] == [("", "请核对是不是这张表")]
    assert form.name in found.doubts[0].why + found.form
