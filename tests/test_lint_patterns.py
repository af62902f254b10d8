"""No pattern of the rules goes quadratic: every repeat is bounded, or its match cannot be tried from every place."""

import importlib
import pkgutil
import re
from re import _constants as constants
from re import _parser as parser

import pytest

import docgen.lint

REPEATS = (constants.MAX_REPEAT, constants.MIN_REPEAT, constants.POSSESSIVE_REPEAT)
LONGEST = 1_000
"""A bounded repeat costs at most so much at each place."""


def patterns():
    for found in pkgutil.walk_packages(docgen.lint.__path__, "docgen.lint."):
        module = importlib.import_module(found.name)
        for name, value in vars(module).items():
            for at, pattern in enumerate(value if isinstance(value, tuple) else (value,)):
                if isinstance(pattern, re.Pattern):
                    yield pytest.param(pattern, id=f"{found.name.removeprefix('docgen.lint.')}.{name}.{at}")


def repeats(tree):
    """The most of every repeat in a parsed pattern."""
    for operator, argument in tree:
        if operator in REPEATS:
            _, most, inner = argument
            yield int(most)
            yield from repeats(inner)
        else:
            for inner in parts(operator, argument):
                yield from repeats(inner)


def parts(operator, argument):
    if operator is constants.SUBPATTERN:
        return [argument[-1]]
    if operator is constants.BRANCH:
        return argument[1]
    if operator in (constants.ASSERT, constants.ASSERT_NOT):
        return [argument[1]]
    if operator is constants.ATOMIC_GROUP:
        return [argument]
    if operator is constants.GROUPREF_EXISTS:
        return [each for each in argument[1:] if each]
    return []


def is_anchored(pattern):
    tree = list(parser.parse(pattern.pattern))
    return bool(tree) and tree[0] in (
        (constants.AT, constants.AT_BEGINNING),
        (constants.AT, constants.AT_BEGINNING_STRING),
    )


@pytest.mark.parametrize("pattern", [*patterns()])
def test_every_repeat_is_bounded_or_tried_once(pattern):
    unbounded = [most for most in repeats(parser.parse(pattern.pattern, pattern.flags)) if most > LONGEST]
    assert not unbounded or is_anchored(pattern)


def test_the_walk_sees_the_rules():
    assert len([*patterns()]) > 120
