"""Take what stands in a field of a form, give it as the form wants it, or refuse it with the right form."""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import Decimal, InvalidOperation

from docgen.form import Field, Kind
from docgen.load.characters import half_width_digits, one_line, without_spaces
from docgen.load.dates import official_date
from docgen.load.keys import meant, question
from docgen.load.refusal import instead, refusal

TEN_THOUSAND = "万"
NUMBER = re.compile(r"(?P<digits>[+-]?[0-9]+(?:,[0-9]{3})*(?:\.[0-9]+)?|[+-]?[0-9]+(?:\.[0-9]+)?)(?P<unit>\D*)")
PHONE = re.compile(
    r"(?:1[0-9]{10}|(?:0[0-9]{2,3}-?)?[2-9][0-9]{6,7}|[48]00-?[0-9]{3}-?[0-9]{4})(?:(?:-|转)[0-9]{1,6})?"
)
"""A mobile number, or one of a line with or without area code and extension."""
EMAIL = re.compile(r"[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+")
SEVERAL = re.compile("[、，,；;/ ]+")
"""What stands between two telephone numbers, or between ticked choices."""

Checked = tuple[str, ...]
"""One text, or the ticked choices; nothing where the field is empty."""


def checked(field: Field, text: str) -> Checked:
    """`text` as the field wants it.

    Raises:
        PydanticCustomError: what is wrong, in words that follow the field's name (see `refusal`).
    """
    clean = text.strip()
    if not clean:
        if field.required:
            raise refusal("是空的", "这一栏必须填")
        return ()
    return CHECKS[field.kind](field, clean)


def _text(field: Field, text: str) -> Checked:
    return (_measured(field, one_line(text)),)


def _long(field: Field, text: str) -> Checked:
    lines = [line.rstrip() for line in text.splitlines()]
    return (_measured(field, "\n".join(line for line in lines if line.strip())),)


def _measured(field: Field, text: str) -> str:
    size = len(without_spaces(text))
    if field.most is not None and size > field.most:
        raise refusal(f"有{size}字，最多{field.most:.0f}字", "请压缩文字")
    if field.least is not None and size < field.least:
        raise refusal(f"只有{size}字，至少{field.least:.0f}字", "请写得详细一些")
    return text


def _integer(field: Field, text: str) -> Checked:
    number = _number(field, text, "应是整数")
    if number != number.to_integral_value():
        raise instead(text, "应是整数")
    return (_bounded(field, text, number),)


def _money(field: Field, text: str) -> Checked:
    return (_bounded(field, text, _number(field, text, "应是金额")),)


def _number(field: Field, text: str, wanted: str) -> Decimal:
    """The number in `text` without its unit; 1.2万 is 12000 unless the field counts in 万."""
    found = NUMBER.fullmatch(half_width_digits(without_spaces(text)).replace("，", ","))
    unit = found["unit"] if found else ""
    factor = 1
    if unit != field.unit and unit.startswith(TEN_THOUSAND) and not field.unit.startswith(TEN_THOUSAND):
        unit, factor = unit.removeprefix(TEN_THOUSAND), 10_000
    if found is None or unit not in ("", field.unit):
        unit_hint = f"，单位是{field.unit}" if field.unit else ""
        raise instead(text, f"{wanted}{unit_hint}", "例如 128")
    try:
        return Decimal(found["digits"].replace(",", "")) * factor
    except InvalidOperation:
        raise instead(text, wanted) from None


def _bounded(field: Field, text: str, number: Decimal) -> str:
    if field.least is not None and number < Decimal(str(field.least)):
        raise instead(text, f"不应小于{field.least:g}")
    if field.most is not None and number > Decimal(str(field.most)):
        raise instead(text, f"不应大于{field.most:g}")
    return f"{number.normalize():f}"


def _date(field: Field, text: str) -> Checked:
    return (official_date(text),)


def _phone(field: Field, text: str) -> Checked:
    clean = re.sub("[－—–]", "-", half_width_digits(one_line(text)))
    for number in SEVERAL.split(clean):
        if not PHONE.fullmatch(re.sub("[()（）]", "", number)):
            raise instead(text, "应是电话号码", "例如 0411-83630000 或 13912345678")
    return (clean,)


def _email(field: Field, text: str) -> Checked:
    clean = without_spaces(text)
    if not EMAIL.fullmatch(clean):
        raise instead(text, "应是邮箱", "例如 gonghui@example.com")
    return (clean,)


def _choice(field: Field, text: str) -> Checked:
    found = _chosen(field, text)
    if len(found) != 1:
        raise instead(text, "应选一项")
    return found


def _boxes(field: Field, text: str) -> Checked:
    found = _chosen(field, text)
    if field.most is not None and len(found) > field.most:
        raise instead(text, f"最多选{field.most:.0f}项")
    return found


def _chosen(field: Field, text: str) -> Checked:
    """The choices that `text` names, in their order; a choice may itself hold a 、."""
    rest, found = without_spaces(text), set()
    for choice in sorted(field.choices, key=len, reverse=True):
        bare = without_spaces(choice)
        if bare in rest:
            rest = rest.replace(bare, "、")
            found.add(choice)
    if SEVERAL.sub("", rest):
        options = question(meant(text, field.choices)) or f"可以选：{'、'.join(field.choices)}"
        raise instead(text, "不是这里的选项", options)
    return tuple(choice for choice in field.choices if choice in found)


CHECKS: dict[Kind, Callable[[Field, str], Checked]] = {
    Kind.TEXT: _text,
    Kind.LONG: _long,
    Kind.INTEGER: _integer,
    Kind.MONEY: _money,
    Kind.DATE: _date,
    Kind.PHONE: _phone,
    Kind.EMAIL: _email,
    Kind.CHOICE: _choice,
    Kind.BOXES: _boxes,
    Kind.SIGN: _text,
}
