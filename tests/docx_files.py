"""DOCX files written part by part, so that a test shows the WordprocessingML it is about and nothing else."""

import re
from io import BytesIO
from zipfile import ZipFile, ZipInfo

from PIL import Image

from docgen.read import read

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
CONTENT = "application/vnd.openxmlformats-officedocument.wordprocessingml"
NAMESPACES = " ".join(
    f'xmlns:{prefix}="{uri}"'
    for prefix, uri in {
        "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "r": OFFICE,
        "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
        "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
        "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
        "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
        "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
        "v": "urn:schemas-microsoft-com:vml",
    }.items()
)


def png(shade=255):
    """A real picture of two pixels in one shade of grey."""
    buffer = BytesIO()
    Image.new("L", (2, 1), shade).save(buffer, "PNG")
    return buffer.getvalue()


DECLARED = ("document", "styles", "settings", "fontTable", "header", "footer")
REPORTED = re.compile(r"(.+?)(?: 未支持)?，共 (\d+) 处，版面可能与 Word 不同")


def root(name, inside):
    """An XML part whose root element is `name`."""
    return f"<w:{name} {NAMESPACES}>{inside}</w:{name}>"


def relations(*entries):
    """A part of relations from (identifier, kind, target)."""
    lines = "".join(f'<Relationship Id="{key}" Type="{kind}" Target="{target}"/>' for key, kind, target in entries)
    return (
        f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{lines}</Relationships>'
    )


def content_types(overrides):
    lines = "".join(f'<Override PartName="/{part}" ContentType="{kind}"/>' for part, kind in overrides.items())
    return (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/>'
        f"{lines}</Types>"
    )


def parts(body="", *, related=(), core="", **others):
    """The parts of a file by name. `others` are the insides of styles, settings and fontTable.

    `related` are (identifier, kind, name, content) of further parts that the document relates to.
    """
    found = {"word/document.xml": root("document", f"<w:body>{body}</w:body>")}
    kinds = {"word/document.xml": f"{CONTENT}.document.main+xml"}
    links = []
    for name, inside in others.items():
        found[f"word/{name}.xml"] = root({"fontTable": "fonts"}.get(name, name), inside)
        kinds[f"word/{name}.xml"] = f"{CONTENT}.{name}+xml"
        links.append((name, f"{OFFICE}/{name}", f"{name}.xml"))
    for key, kind, name, content in related:
        found[f"word/{name}"] = content
        links.append((key, f"{OFFICE}/{kind}", name))
        if kind in ("header", "footer"):
            kinds[f"word/{name}"] = f"{CONTENT}.{kind}+xml"
    tops = [("main", f"{OFFICE}/officeDocument", "word/document.xml")]
    if core:
        found["docProps/core.xml"] = core
        kinds["docProps/core.xml"] = "application/vnd.openxmlformats-package.core-properties+xml"
        tops.append(
            ("core", f"{OFFICE.replace('officeDocument', 'package')}/metadata/core-properties", "docProps/core.xml")
        )
    found["word/_rels/document.xml.rels"] = relations(*links)
    return {"[Content_Types].xml": content_types(kinds), "_rels/.rels": relations(*tops), **found}


def zipped(found):
    """The file of parts given by name."""
    buffer = BytesIO()
    with ZipFile(buffer, "w") as archive:
        for name, content in found.items():
            archive.writestr(ZipInfo(name), content)
    return buffer.getvalue()


def docx_file(body="", **others):
    return zipped(parts(body, **others))


def document(body="", **others):
    """The document of such a file, which must be read without a word."""
    found, diagnostics = read(docx_file(body, **others), "试验.docx")
    assert [str(each) for each in diagnostics] == []
    assert found is not None
    return found


def unknown(body="", **others):
    """(place, what, how often) of everything that was not understood, and the document."""
    found, diagnostics = read(docx_file(body, **others), "试验.docx")
    assert found is not None
    reported = [(each.place.spot, REPORTED.fullmatch(each.message)) for each in diagnostics]
    return [(spot, match[1], int(match[2])) for spot, match in reported], found


def refused(data):
    """Why a file cannot be read."""
    found, (diagnostic,) = read(data, "试验.docx")
    assert found is None
    assert str(diagnostic.place) == "试验.docx"
    return diagnostic.message


def p(runs="", properties="", *, style=""):
    """A paragraph of runs; `runs` without tags is one plain run."""
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    inside = runs if runs.startswith("<") else r(runs) if runs else ""
    return f"<w:p><w:pPr>{named}{properties}</w:pPr>{inside}</w:p>"


def r(text="", properties=""):
    """A run of text, or of elements."""
    inside = text if text.startswith("<") else f'<w:t xml:space="preserve">{text}</w:t>'
    return f"<w:r><w:rPr>{properties}</w:rPr>{inside}</w:r>"


def style(name, properties="", *, kind="paragraph", based="", default=False):
    """A style whose identifier is its name."""
    inside = f'<w:basedOn w:val="{based}"/>' if based else ""
    first = ' w:default="1"' if default else ""
    return f'<w:style w:type="{kind}" w:styleId="{name}"{first}><w:name w:val="{name}"/>{inside}{properties}</w:style>'


def rpr(inside):
    return f"<w:rPr>{inside}</w:rPr>"


def ppr(inside):
    return f"<w:pPr>{inside}</w:pPr>"


def tbl(*rows, properties="", grid=(2000, 2000)):
    """A table of rows, each a list of cells."""
    columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in grid)
    return f"<w:tbl><w:tblPr>{properties}</w:tblPr><w:tblGrid>{columns}</w:tblGrid>{''.join(rows)}</w:tbl>"


def tr(*cells, properties=""):
    return f"<w:tr><w:trPr>{properties}</w:trPr>{''.join(cells)}</w:tr>"


def tc(text="", properties=""):
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{p(text)}</w:tc>"


def first_paragraph(body, **others):
    return document(body, **others).paragraphs[0]


def first_table(body, **others):
    return document(body, **others).sections[0].blocks[0]
