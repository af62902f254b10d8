"""Bulletins of one page from a roster, one for each winner, on all cores: DOCX and one print PDF, or a PDF each.

The peer works on as many cores: in each a process in which docxtpl fills the same template with the same values, winner
by winner, and then one LibreOffice that converts them all, two hundred at a time, for of three hundred it drops some. It
checks nothing, and makes no print job. The rows below take its start off: (time of many − time of one) ÷ (many − 1);
docgen's stays in.
"""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from statistics import median
from tempfile import mkdtemp
from time import perf_counter

from markupsafe import Markup

from docgen.content import Content
from docgen.files import shelf_for
from docgen.fill import context_of
from docgen.fill.mould import mould_of
from docgen.load.batches import load_batch

from ..measure import PROJECT, RUNS, run_module
from ..office import MISSING, NAME, Office, find_office
from ..table import Row, milliseconds

MANY, ALL = 1_000, 10_000
THEIRS = 200
"""Bulletins that the peer makes on each core in one go."""
CORES = os.cpu_count() or 1
WANTED = {"docx": 10.0, "docx,pdf": 5.0}
WHAT = {
    "docx": f"{MANY:,} 份一页的通报：DOCX 和一个付印 PDF，每份",
    "docx,pdf": f"{MANY:,} 份一页的通报：DOCX 和 PDF 各一份，每份",
}
WITHOUT_START = "同上，对照不计启动"
MOST = 1.3
FAMILY = "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜"
GIVEN = "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英文辉建国志红玉兰"
AWARDS = ("一等奖", "二等奖", "三等奖")
BATCH = """名册:
  文件: 名册.csv
  列: {名称: 姓名, 单位: 单位, 奖项: 奖项}
获奖文书:
  - 模板: 大工发
    名称: 表彰通报
    发文字号: 大工发〔2018〕4号
    标题: 关于表彰职工技能竞赛获奖者的通报
    主送: "{{ 单位 }}"
    正文: |
      你单位职工{{ 姓名 }}在2018年度全市职工技能竞赛中表现突出，经竞赛组织委员会评定，市总工会研究决定，授予{{ 奖项 }}，现予以通报表扬。
      希望{{ 姓名 }}同志珍惜荣誉，再接再厉，不断学习新知识、新技能，充分发挥示范带动作用。
    署名: 大连市总工会
    成文日期: 2018年1月5日
付印: {双面: 否}
"""


def rows(folder: Path) -> Iterator[Row]:
    """A row for each way of making them, with the peer's start and without, then what ten thousand take."""
    batch = written(folder / "批次", MANY)
    office = None if shutil.which("soffice") is None else _offices(folder, batch)
    theirs: list[tuple[float, float]] = []
    ours: dict[str, list[dict[str, float]]] = {formats: [] for formats in WANTED}
    for _ in range(RUNS):
        for formats, runs in ours.items():
            runs.append(_made(batch, formats))
        if office is not None:
            theirs.append(_peer(folder, office))
    whole, without = map(median, zip(*theirs, strict=True)) if theirs else (0.0, 0.0)
    for formats, runs in ours.items():
        each = median(run["seconds"] for run in runs) / MANY
        if not theirs:
            yield Row(WHAT[formats], milliseconds(each), MISSING, wanted=WANTED[formats])
            continue
        for what, peer, wanted in ((WHAT[formats], whole, WANTED[formats]), (WITHOUT_START, without, None)):
            yield Row(what, milliseconds(each), f"docxtpl + {NAME} {milliseconds(peer)}", peer / each, wanted)
    yield from _growth(folder, ours["docx"])


def _growth(folder: Path, few: list[dict[str, float]]) -> Iterator[Row]:
    """Ten thousand of them, once."""
    run = _made(written(folder / "大批", ALL), "docx")
    each = median(one["seconds"] for one in few) / MANY, run["seconds"] / ALL
    what = f"{MANY:,} / {ALL:,} 份"
    yield Row(f"每份的时间（{what}）", milliseconds(each[0]), milliseconds(each[1]), each[1] / each[0], MOST, most=True)
    for name, key in (("主进程", "megabytes"), ("工作进程", "worker")):
        before, after = median(one[key] for one in few), run[key]
        shown = f"{before:.0f} MB", f"{after:.0f} MB"
        yield Row(f"{name}的内存（{what}）", *shown, after / before, MOST, most=True)


def written(folder: Path, count: int) -> Path:
    """A batch file over a roster of so many winners, in a folder of its own."""
    folder.mkdir()
    lines = ["姓名,单位,奖项"]
    for number in range(count):
        name = FAMILY[number % len(FAMILY)] + GIVEN[number % len(GIVEN)] + GIVEN[number // len(GIVEN) % len(GIVEN)]
        lines.append(f"{name}{number},大连市中山区总工会第{number % 240 + 1}工会委员会,{AWARDS[number % 3]}")
    (folder / "名册.csv").write_text("\n".join(lines), "utf-8")
    file = folder / "表彰.yaml"
    file.write_text(BATCH, "utf-8")
    return file


def _made(batch: Path, formats: str) -> dict[str, float]:
    """What a run took, into a folder of its own: where many files were just deleted, ext4 takes long to make new ones."""
    shutil.copytree(PROJECT / "templates_docx", batch.parent / "templates_docx", dirs_exist_ok=True)
    out = mkdtemp(dir=batch.parent.parent)
    found: dict[str, float] = json.loads(run_module("bulletins", (str(batch), out, formats)))
    return found


def _contents(batch: Path) -> list[Content]:
    """What is filled in for each winner."""
    shelf = shelf_for(PROJECT / "content" / "表彰.yaml")
    read = load_batch(batch.read_bytes(), batch.name, lambda name: (batch.parent / name).read_bytes(), shelf.stock)[0]
    assert read is not None
    found = [read.papers[0].content(entry, f"{entry.number}")[0] for entry in read.roster.entries[: THEIRS * CORES]]
    return [content for content in found if content is not None]


def _offices(folder: Path, batch: Path) -> list[Office]:
    """A LibreOffice with a profile of its own for each core."""
    shelf = shelf_for(PROJECT / "content" / "表彰.yaml")
    template = folder / "template.docx"
    template.write_bytes(shelf.template("大工发"))
    mould = mould_of(template.read_bytes(), "大工发", frozenset())
    for number, content in enumerate(_contents(batch)):
        given = {name: give() for name, give in context_of(content, mould.stylist).items()}
        marked = {name: [value, isinstance(value, Markup)] for name, value in given.items()}
        (folder / f"{number}.json").write_text(json.dumps(marked, ensure_ascii=False), "utf-8")
    _fill(folder, range(1))
    found = []
    for core in range(CORES):
        (folder / f"核{core}").mkdir()
        found.append(find_office(folder / f"核{core}", folder / "0.docx"))
    return [office for office in found if office is not None]


def _fill(folder: Path, numbers: range) -> None:
    values = [str(folder / f"{number}.json") for number in numbers]
    run_module("peers", (str(folder / "template.docx"), *values))


def _peer(folder: Path, offices: list[Office]) -> tuple[float, float]:
    """Seconds that a bulletin takes on all cores together, with its share of the starts and without them."""
    many, one = (_on_all_cores(folder, offices, count) for count in (THEIRS, 1))
    return many / THEIRS / CORES, (many - one) / (THEIRS - 1) / CORES


def _on_all_cores(folder: Path, offices: list[Office], count: int) -> float:
    def work(core: int) -> None:
        numbers = range(core * THEIRS, core * THEIRS + count)
        _fill(folder, numbers)
        offices[core].convert([folder / f"{number}.docx" for number in numbers])

    begun = perf_counter()
    with ThreadPoolExecutor(CORES) as crew:
        list(crew.map(work, range(CORES)))
    return perf_counter() - begun
