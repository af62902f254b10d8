"""The forms of the office with their descriptions, small forms for tests, and what may be filled in."""

import docx
from samples import ROOT, form

from docgen.form import Field, Form, Kind
from docgen.forms import Sheet
from docgen.load import load_form
from docgen.package import package_bytes

DESCRIPTIONS = sorted((ROOT / "content" / "forms").glob("*.yaml"))
UNITS = ("大连机床集团有限责任公司", "大连市中山区总工会", "瓦房店轴承厂（集团）", "A.O.史密斯（中国）公司大连分公司")


def described(path):
    found, diagnostics = load_form(path.read_bytes(), path.name)
    assert diagnostics == ()
    return found


def sheets():
    """All forms of the office."""
    return [Sheet(described(path), form(path.stem)) for path in DESCRIPTIONS]


def template(*lines, rows=()):
    """A template of paragraphs, and a table of rows of texts."""
    document = docx.Document()
    for line in lines:
        document.add_paragraph(line)
    if rows:
        table = document.add_table(rows=len(rows), cols=len(rows[0]))
        for row, texts in zip(table.rows, rows, strict=True):
            for cell, text in zip(row.cells, texts, strict=True):
                cell.text = text
    return package_bytes(document)


def small(*fields, file_name=""):
    """A form called 试验表; a word is a field of text."""
    given = tuple(Field(each) if isinstance(each, str) else each for each in fields)
    return Form("试验表", given, file_name=file_name)


def sample(field, number):
    """Something right for a field."""
    usual = f"测试{field.name}{number}"
    choice = field.choices[number % len(field.choices)] if field.choices else ""
    return {
        Kind.TEXT: {"单位": UNITS[number % 4], "单位名称": UNITS[number % 4], "工会主席": "于波"}.get(
            field.name, usual
        ),
        Kind.LONG: f"第一段：{field.name}的内容，包括（1）甲；（2）乙。\n　　第二段：第{number}号。",
        Kind.INTEGER: str(100 + number),
        Kind.PHONE: f"0411-83630{number:03}",
        Kind.CHOICE: choice,
        Kind.BOXES: choice,
        Kind.SIGN: "",
    }[field.kind]


def samples_for(given, number):
    """Values for all fields of a form."""
    texts = {field.name: sample(field, number) for field in given.fields}
    return {name: (text,) if text else () for name, text in texts.items()}
