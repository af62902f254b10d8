"""Take the machine as it is, make every missing class of typeface available: fetch free faces, convert, keep them.

What is there already is neither fetched nor converted again, so a run that was cut short goes on where it ended.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from concurrent.futures import Future, ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import get_context
from pathlib import Path
from tempfile import TemporaryDirectory

import click
import pylopdf_fonts_zh_cn as noto
from msgspec import Struct

from docgen.typefaces.catalogue import DESIGNS, TYPEFACES
from docgen.typefaces.convert import truetype
from docgen.typefaces.fetch import Fetch, FetchError, fetch_fandol
from docgen.typefaces.find import UNREADABLE, Entry, index_fonts
from docgen.typefaces.folders import cache_folder, font_folders, kept_fonts, write_whole
from docgen.typefaces.report import RARE
from docgen.typefaces.serve import Typefaces, own_designs, typefaces_of

RARE_SOURCES = (noto.serif_path(), noto.sans_path())
"""Files with many characters that come with a package docgen requires, named by their PostScript names."""
LICENCE_FILE = "LICENSE.txt"
LICENCES = """\
Fandol*.ttf: (C) 2012-2013 the Fandol team, GNU GPL 3 with font exception; outlines converted to TrueType by docgen.
Noto*.ttf: (C) Adobe, SIL Open Font License 1.1; outlines converted to TrueType and ballot boxes added by docgen.
"""

Progress = Callable[[int, int, str], None]
"""Called with the number of faces done, the number of all, and what the last one is for."""


class Job(Struct, frozen=True):
    """A face to make: its PostScript name, and what it is for."""

    name: str
    serves: str

    @property
    def target(self) -> Path:
        """Where the finished face lies."""
        return kept_fonts() / f"{self.name}.ttf"


def silent(done: int, total: int, label: str) -> None:
    """Progress nobody watches."""


def install_typefaces(progress: Progress = silent, fetch: Fetch = fetch_fandol) -> tuple[str, ...]:
    """Make every class available; gives a Chinese line for each face made or missed, none if nothing was to do.

    A class that cannot be had is no error here: other faces stand in for it, and say so. A folder for the faces that
    cannot be written raises `click.ClickException`.
    """
    machine = _machine()
    jobs = _missing(typefaces_of(machine))
    if not jobs:
        return ()
    progress(0, len(jobs), "取得字体")
    with TemporaryDirectory() as folder:
        sources, reason = _sources(jobs, machine, Path(folder), fetch)
        failures = _make({job: sources[job.name] for job in jobs if job.name in sources}, progress)
    reasons = {**{job: reason for job in jobs if job.name not in sources}, **failures}
    return (*(_line(job, reasons.get(job)) for job in jobs), *_advice(reasons))


def _machine() -> tuple[Entry, ...]:
    """All fonts, those made earlier too, even where DOCGEN_FONTS hides them."""
    folders = dict.fromkeys((*font_folders(), kept_fonts()))
    return index_fonts(tuple(folders), cache_folder())


def _missing(present: Typefaces) -> tuple[Job, ...]:
    classes = [Job(typeface.free, typeface.name) for typeface in TYPEFACES if not _serves(present, typeface.name)]
    rare = [Job(path.stem, RARE) for path in RARE_SOURCES]
    lacking = [job for job in rare if not present.pick(_names_beside(job.name))]
    # The long conversions first, so that all processes end together.
    return (*lacking, *classes)


def _serves(present: Typefaces, typeface: str) -> bool:
    return any(present.pick(design.names) for design in own_designs(typeface))


def _names_beside(name: str) -> tuple[str, ...]:
    return next(design.names for design in DESIGNS if name in design.names)


def _sources(
    jobs: tuple[Job, ...], machine: tuple[Entry, ...], folder: Path, fetch: Fetch
) -> tuple[Mapping[str, Path], str]:
    """Where the outlines are: in the package of rare characters, on the machine, or fetched; and why one is not."""
    whole_files = (entry for entry in machine if not entry.truetype and entry.path.lower().endswith(".otf"))
    found = {name: Path(entry.path) for entry in whole_files for name in entry.fulls}
    found |= {path.stem: path for path in RARE_SOURCES}
    if all(job.name in found for job in jobs):
        return found, ""
    try:
        return {**fetch(folder), **found}, "软件包里没有这个字体"
    except FetchError as failure:
        return found, str(failure)


def _make(sources: Mapping[Job, Path], progress: Progress) -> dict[Job, str]:
    """Convert side by side; gives the reasons of those that failed."""
    if not sources:
        return {}
    _write_licences()
    failures: dict[Job, str] = {}
    workers = min(len(sources), os.cpu_count() or 1)
    with ProcessPoolExecutor(workers, mp_context=get_context("spawn")) as pool:
        running = {pool.submit(make_face, source, job.target): job for job, source in sources.items()}
        for number, future in enumerate(as_completed(running), start=1):
            job = running[future]
            failures |= _failure(job, future)
            progress(number, len(running), f"{job.serves}（{job.name}）")
    return failures


def _write_licences() -> None:
    try:
        write_whole(kept_fonts() / LICENCE_FILE, LICENCES.encode())
    except OSError as failure:
        raise click.ClickException(f"不能写入字体文件夹 {kept_fonts()}：{failure}") from failure


def make_face(source: Path, target: Path) -> None:
    """Make one face and put it in its place."""
    write_whole(target, truetype(source))


def _failure(job: Job, future: Future[None]) -> dict[Job, str]:
    try:
        future.result()
    except (*UNREADABLE, BrokenProcessPool) as failure:
        return {job: f"转换失败：{failure}"}
    return {}


def _line(job: Job, reason: str | None) -> str:
    return f"{job.serves}：已备好 {job.name}" if reason is None else f"{job.serves}：没有备好 {job.name}，{reason}"


def _advice(reasons: Mapping[Job, str]) -> tuple[str, ...]:
    lost = "、".join(dict.fromkeys(job.serves for job in reasons))
    if not lost:
        return ()
    return (
        f"缺{lost}。请安装办公字体（如方正小标宋简体、仿宋_GB2312、楷体_GB2312、黑体、宋体），"
        f"或者把字体文件（.ttf、.ttc，或 Fandol 的 .otf）放入 {kept_fonts()} 后再运行 docgen fonts install。"
        "在此之前由别的字体顶替，字样不对。",
    )
