"""The commands about typefaces: which file serves which, and fetching what lacks."""

from __future__ import annotations

import sys

import click
from click.termui import progressbar
from msgspec.structs import asdict

from docgen.cli.terminal import show_json
from docgen.ondemand import on_demand
from docgen.typefaces import find_typefaces, report

installing = on_demand("docgen.typefaces.install")
"""Only one command fetches and converts fonts."""


@click.group(invoke_without_command=True)
@click.option("--json", "as_json", is_flag=True, help="输出 JSON。")
@click.pass_context
def fonts(context: click.Context, as_json: bool) -> None:
    """查看每种字体由哪个文件提供。"""
    if context.invoked_subcommand is not None:
        return
    rows = report(find_typefaces())
    if as_json:
        show_json([asdict(row) for row in rows])
        return
    for row in rows:
        click.echo(f"{row.typeface}：{row.face}（{row.path}）{row.why}")


@fonts.command()
def install() -> None:
    """安装缺少的字体：下载并转换免费字体，只需一次。"""
    lines = _install_with_bar() if sys.stderr.isatty() else installing.install_typefaces()
    for line in lines:
        click.echo(line)
    if not lines:
        click.echo("五种字体都有了。")


def _install_with_bar() -> tuple[str, ...]:
    with progressbar(length=1, label="准备字体", file=sys.stderr, show_eta=False) as bar:

        def progress(done: int, total: int, label: str) -> None:
            bar.length, bar.label = total, f"准备字体 {label}"
            bar.update(done - bar.pos)

        return tuple(installing.install_typefaces(progress))
