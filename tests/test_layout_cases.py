"""Where lines of Chinese, Latin and everything between end: the list of situations in cases/lines.yaml."""

from __future__ import annotations

import pytest
import yaml
from documents import SIZE, broken
from samples import ROOT

GROUPS = yaml.safe_load((ROOT / "tests" / "cases" / "lines.yaml").read_text(encoding="utf-8"))
YES = "是"
LOST_AT_ENDS = " \u3000\n\f"
UNSEEN = str.maketrans(dict.fromkeys("\u00ad\u200b\u2060\ufeff\u200d\ufe00\U000e0100"))

cases = pytest.mark.parametrize(
    ("group", "wanted"),
    [pytest.param(group, text, id=f"{group['情形'][:12]} {text}") for group in GROUPS for text in group["文"]],
)


@cases
def test_lines_end_where_the_list_says(group, wanted):
    found = broken(
        wanted.replace("|", ""),
        group["宽"] * SIZE,
        in_table=group.get("表中") == YES,
        hang_punctuation=group.get("悬挂") == YES,
        space_east_asia=group.get("间距") == YES,
        kinsoku=group.get("不限") != YES,
    )
    assert found == [line.rstrip(LOST_AT_ENDS).translate(UNSEEN) for line in wanted.split("|")]


def test_the_list_holds_every_situation_once():
    texts = [(group["情形"], text) for group in GROUPS for text in group["文"]]
    assert len(texts) == len(set(texts))
