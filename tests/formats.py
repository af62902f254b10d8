"""The special formats (GB/T 9704-2012, 10): a fresh template of each, and documents made with them."""

from functools import cache
from pathlib import Path

from docgen.load import Stock
from docgen.new.marks import GENERAL, LETTER, MINUTES, ORDER, mark_of
from docgen.new.template import new_notice_template
from docgen.pipeline import Shelf, machine_fonts, make_notice

CONTENTS = sorted((Path(__file__).parent / "cases" / "formats").glob("*.yaml"))
NAMES = {
    GENERAL: ("某市总工会",),
    LETTER: ("大连市总工会", "大连市总工会办公室"),
    ORDER: ("某市人民政府",),
    MINUTES: ("大连市总工会主席办公会议",),
}
TEMPLATES = {
    mark_of(name, kind): new_notice_template(mark_of(name, kind), kind)
    for kind, names in NAMES.items()
    for name in names
}
"""By the mark, which is the name of the file."""


def nothing(name):
    raise FileNotFoundError(name)


SHELF = Shelf(TEMPLATES.__getitem__, nothing, nothing, Stock(frozenset(TEMPLATES), frozenset()))


def made(text, name="试验.yaml"):
    """A content through all stages, which must be done without an error."""
    notice = make_notice(text.encode(), name, SHELF, fonts())
    assert notice.pdf is not None, "\n".join(map(str, notice.diagnostics))
    return notice


@cache
def made_from_file(stem):
    """One of `tests/cases/formats`."""
    (file,) = (each for each in CONTENTS if each.stem == stem)
    return made(file.read_text(encoding="utf-8"), file.name)


@cache
def fonts():
    """The typefaces of this machine, looked for once."""
    return machine_fonts()
