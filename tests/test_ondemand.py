"""Modules that load at their first use."""

from __future__ import annotations

import sys

import pytest

from docgen.ondemand import on_demand

SOURCE = "import sys\nsys.loaded_on_demand = True\nANSWER = 42\n"


@pytest.fixture
def name(tmp_path, monkeypatch):
    (tmp_path / "seldom_needed.py").write_text(SOURCE, encoding="utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.setattr(sys, "loaded_on_demand", False, raising=False)
    yield "seldom_needed"
    sys.modules.pop("seldom_needed", None)


def test_a_module_is_loaded_when_something_of_it_is_used_and_not_before(name):
    module = on_demand(name)
    assert not sys.loaded_on_demand
    assert module.ANSWER == 42
    assert sys.loaded_on_demand


def test_a_module_asked_for_twice_is_one_module(name):
    assert on_demand(name) is on_demand(name)
    assert on_demand("sys") is sys


def test_a_module_that_is_not_there_is_missed_at_once():
    with pytest.raises(ModuleNotFoundError, match="no_such_module"):
        on_demand("no_such_module")
