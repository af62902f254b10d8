"""Batches for tests: small rosters, a notice of one page for each winner, quick to make."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from pathlib import Path

from formats import fonts  # noqa: F401 – the typefaces, looked for once

from docgen.files import shelf_for
from docgen.load.batches import Batch, load_batch
from docgen.pipeline import Edition, Shelf
from docgen.press import Run, Setting, run
from docgen.press.crew import on_this_machine

ROOT = Path(__file__).parent.parent
HEAD = ("姓名", "单位", "奖项")
PEOPLE = (
    ("于波", "市总工会办公室", "一等奖"),
    ("阿卜杜拉·买买提", "中山区总工会", "二等奖"),
    ("王强", "甘井子区总工会", "二等奖"),
)
BULLETIN = """
通报:
  模板: 大工发
  发文字号: 大工发〔2018〕4号
  标题: 关于{{ 名册|数 }}人获奖的通报
  正文:
    - 共{{ 名册|数 }}人获奖，其中一等奖{{ 一等奖|数 }}人。
    - 条目: {标题: 一等奖, 数据: 一等奖, 格式: "{姓名}（{单位}）"}
    - 条目: {标题: 二等奖, 数据: 二等奖, 格式: "{姓名}（{单位}）"}
"""
PAPER = """
获奖文书:
  - 模板: 获奖通知
    标题: 获奖通知
    主送: "{{ 单位 }}"
    正文: |
      你单位{{ 姓名 }}获得{{ 奖项 }}。
    署名: 大连市总工会
"""
ROSTER = """
名册:
  文件: 名册.csv
  列: {名称: 姓名, 单位: 单位, 奖项: 奖项}
"""


def csv_of(rows: Sequence[Sequence[str]], head: Sequence[str] = HEAD) -> bytes:
    """A roster as a CSV file."""
    out = io.StringIO()
    csv.writer(out).writerows([head, *rows])
    return out.getvalue().encode()


def shelf() -> Shelf:
    """The templates and forms of the project."""
    return shelf_for(ROOT / "content" / "notices" / "甲.yaml")


def batch_of(text: str = ROSTER + BULLETIN + PAPER, rows: Sequence[Sequence[str]] = PEOPLE, name: str = "甲") -> Batch:
    """A batch whose roster holds `rows`; nothing in it may be so wrong that it cannot be carried out."""
    files = {"名册.csv": csv_of(rows)}
    batch, found = load_batch(text.encode(), f"{name}.yaml", files.__getitem__, shelf().stock)
    assert batch is not None, "\n".join(map(str, found))
    return batch


def carried_out(batch: Batch, out: Path, **changes: object) -> Run:
    """A batch through the press, by one worker."""
    given = {"out": out, "formats": ("docx",), "edition": Edition(pdf=False), "opened": on_this_machine, "workers": 1}
    return run(batch, shelf(), Setting(**{**given, "tell": lambda _: None, **changes}))
