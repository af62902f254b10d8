"""Run the cases whose names are given, or all; print their table. Exit 1 only if one could not be run."""

from __future__ import annotations

import sys
from pathlib import Path
from tempfile import TemporaryDirectory

import click

from .cases import CASES
from .table import printed

NAMES = tuple(case.__name__.rpartition(".")[2] for case in CASES)


@click.command()
@click.argument("names", nargs=-1, type=click.Choice(NAMES))
def main(names: tuple[str, ...]) -> None:
    """测量速度：每项五次，取中间一次，与对照程序轮流进行。NAMES 只选几项。"""
    rows = []
    for name, case in zip(NAMES, CASES, strict=True):
        if names and name not in names:
            continue
        click.echo(f"正在测量 {name} ……", err=True)
        with TemporaryDirectory() as folder:
            rows += case.rows(Path(folder))
    click.echo("\n".join(printed(rows)))


if __name__ == "__main__":
    sys.exit(main())
