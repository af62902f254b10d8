"""Small contents and documents for the tests of the stages after loading."""

from pathlib import Path

from docgen.content import Content, Prose
from docgen.fill import fill
from docgen.read import read

ROOT = Path(__file__).parent.parent
TEMPLATES = ROOT / "templates_docx"
NOTICES = sorted((ROOT / "content" / "notices").glob("*.yaml"))


def template(name="大工发"):
    return (TEMPLATES / "notices" / f"{name}.docx").read_bytes()


def form(name):
    return (TEMPLATES / "forms" / f"{name}.docx").read_bytes()


def content(**changes):
    known = {"name": "试验", "template": "大工发", "title": "关于试验的通知", "body": (Prose(0, "", "正文。"),)}
    return Content(**{**known, **changes})


def filled(given, template_bytes=None, fetch=form):
    """The DOCX of a content, which must be made without a word."""
    data, found = fill(given, template_bytes or template(), "大工发.docx", fetch)
    assert found == ()
    assert data is not None
    return data.docx


def document(given):
    """A content filled and read, which must be done without a word."""
    read_back, found = read(filled(given), "试验.docx")
    assert found == ()
    return read_back


def styled(given):
    """(style, text) of the paragraphs of a filled content that bear text."""
    return [(each.style, each.text) for each in document(given).paragraphs if each.text]
