"""The face of the program: commands, progress, messages, exit codes. Files are opened and written here only.

Exit codes: 0 all made, 1 something failed, 2 wrong usage.
"""

from __future__ import annotations

import gettext
import logging
import os
from pathlib import Path

import click

from docgen.ondemand import kept

# click speaks through gettext; its own words must be Chinese before the first option is made.
gettext.bindtextdomain("messages", str(Path(__file__).parent.parent / "locale"))
os.environ["LANGUAGE"] = "zh_CN"

MODULES = {
    "build": "notices.build",
    "pages": "notices.pages",
    "pdf": "notices.pdf",
    "forms": "forms.forms",
    "bulletins": "bulletins.bulletins",
    "print": "printing.print_",
    "check": "check.check",
    "rules": "check.rules",
    "register": "check.register",
    "import": "importing.import_documents",
    "new": "new.new",
    "fonts": "fonts.fonts",
}
"""Command to where it stands: a command loads what it needs and waits for no other."""


class Commands(click.Group):
    """The group of all commands, each loaded when it is called; until then its name stands for it."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Their names in the order of the help."""
        return list(self.commands)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of that name."""
        if cmd_name not in MODULES:
            return None
        module, _, function = MODULES[cmd_name].partition(".")
        found: click.Command = getattr(kept(f"docgen.cli.{module}"), function)
        return found


@click.group(
    cls=Commands,
    commands=[click.Command(name) for name in MODULES],
    context_settings={"help_option_names": ["-h", "--help"]},
)
@click.version_option(package_name="docgen", message="docgen %(version)s")
def main() -> None:
    """由内容文件生成可付印的公文（GB/T 9704-2012）：Word 和 PDF。"""
    logging.getLogger("fontTools").setLevel(logging.ERROR)
