"""The commands that make something to go on with: templates, content files, forms."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

import click

from docgen.cli.terminal import FORCE, NEW_FILE, file_name, write_new
from docgen.diagnostics import Diagnostic
from docgen.files import shelf_for, templates_root
from docgen.new.form import plain_description, plain_form
from docgen.new.marks import GENERAL, MARK_ENDS, mark_of
from docgen.new.notice import new_notice
from docgen.new.template import new_notice_template
from docgen.pipeline import keys_for


@click.group()
def new() -> None:
    """新建模板、内容文件或表格，做好后在 Word 或编辑器里接着改。"""


@new.command("template")
@click.argument("name", metavar="机关名称")
@click.option(
    "--format", "kind", type=click.Choice([*MARK_ENDS]), default=GENERAL, show_default=True, help="公文的格式。"
)
@click.option("-o", "--output", type=NEW_FILE, help="模板文件名，默认放进 templates_docx/notices，以红头的字为名。")
@FORCE
def new_template(name: str, kind: str, output: Path | None, force: bool) -> None:
    """新建公文模板。红头由机关名称和格式得出，例如 大连市总工会 → 大连市总工会文件。"""
    mark = mark_of(file_name(name), kind)
    target = output or _templates() / "notices" / f"{mark}.docx"
    write_new(target, new_notice_template(mark, kind), force)


@new.command("notice")
@click.argument("template", metavar="模板")
@click.option("-o", "--output", type=NEW_FILE, required=True, help="内容文件名，例如 content/notices/通知.yaml。")
@FORCE
def new_content(template: str, output: Path, force: bool) -> None:
    """新建内容文件：模板能用的栏目都在里面，各有说明。"""
    shelf = shelf_for(output)
    known = shelf.stock.templates or frozenset()
    if template not in known:
        raise click.UsageError(f"没有模板“{template}”，现有的模板：{'、'.join(sorted(known)) or '无'}")
    keys = keys_for(shelf.template(template), f"{template}.docx")
    if isinstance(keys, Diagnostic):
        raise click.ClickException(str(keys))
    write_new(output, new_notice(template, keys).encode(), force)


@new.command("form")
@click.argument("title", metavar="表名")
@click.argument("fields", metavar="栏目...", nargs=-1, required=True)
@click.option("-o", "--output", type=NEW_FILE, help="表格文件名，默认放进 templates_docx/forms，以表名为名。")
@FORCE
def new_form(title: str, fields: Sequence[str], output: Path | None, force: bool) -> None:
    """新建表格：每个栏目一行，左边是栏目名，右边填写；另有一份字段说明。"""
    wrong = [field for field in fields if not field.isidentifier()]
    if wrong:
        raise click.UsageError(f"“{wrong[0]}”不能作栏目名，只用汉字、字母和数字，以汉字或字母开头")
    target = output or _templates() / "forms" / f"{file_name(title)}.docx"
    write_new(target, plain_form(title, fields), force)
    if output is None:
        description = _templates().parent / "content" / "forms" / f"{title}.yaml"
        write_new(description, plain_description(title, fields).encode(), force)


def _templates() -> Path:
    """Where templates lie, as seen from the working folder."""
    return Path(os.path.relpath(templates_root(Path.cwd() / "新")))
