"""The command that sends a PDF to a printer."""

from __future__ import annotations

import shlex
import shutil
import subprocess
from pathlib import Path

import click
from pypdfium2 import PdfiumError

from docgen.cli.terminal import FILE
from docgen.press.printer import command, sheets_of


@click.command("print")
@click.argument("file", type=FILE)
@click.option("--printer", required=True, help="打印机的名字，lpstat -p 可以列出。")
@click.option("--copies", type=click.IntRange(1, 9999), default=1, show_default=True, help="份数。")
@click.option("--dry-run", is_flag=True, help="只显示命令，不打印。")
def print_(file: Path, printer: str, copies: int, dry_run: bool) -> None:
    """把 PDF 送到打印机（CUPS 的 lp）：双面、翻转和纸张照文件的要求设好。"""
    try:
        line = command(file, sheets_of(file), printer, copies)
    except PdfiumError:
        raise click.ClickException(f"“{file}”不是完好的 PDF，没有打印") from None
    click.echo(shlex.join(line))
    if dry_run:
        return
    if shutil.which("lp") is None:
        raise click.ClickException("本机没有 lp 命令，请安装 CUPS，例如：sudo apt-get install cups-client")
    if subprocess.run(line, check=False).returncode:
        raise click.ClickException("打印机没有接受，请看上面 lp 的话；lpstat -p 可以列出打印机")
