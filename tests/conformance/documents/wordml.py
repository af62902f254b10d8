"""Write DOCX files by hand: paragraphs, tables and sections as WordprocessingML, on A4 with the margins of 公文."""

from __future__ import annotations

import docx_files
from docx_files import docx_file, rpr, tbl, tr

__all__ = ["A4", "BOX", "cell", "document", "p", "paragraphs", "r", "section", "table", "tr"]

A4 = '<w:pgSz w:w="11906" w:h="16838"/>'
LANDSCAPE = '<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>'
MARGINS = (
    '<w:pgMar w:top="1984" w:right="1474" w:bottom="1814" w:left="1588" w:header="851" w:footer="992" w:gutter="0"/>'
)
MEASURE = 8844
"""Width of the text in twips."""

BOX = "".join(
    f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="000000"/>'
    for side in ("top", "left", "bottom", "right", "insideH", "insideV")
)
"""Thin edges on all sides of a table and between its cells."""


HINT = '<w:rFonts w:hint="eastAsia"/>'
"""Quotes stay Chinese: what Chinese keyboards make Word write."""


def r(text: str = "", properties: str = "") -> str:
    """A run as a Chinese keyboard writes it."""
    return docx_files.r(text, properties if "<w:rFonts" in properties else HINT + properties)


def p(runs: str = "", properties: str = "") -> str:
    """A paragraph of runs; `runs` without tags is one plain run."""
    return docx_files.p(r(runs) if runs and not runs.startswith("<") else runs, properties)


def fonts(face: str, latin: str = "") -> str:
    """One face for Chinese, one for Latin; quotes are Chinese."""
    name = latin or face
    return f'<w:rFonts w:hint="eastAsia" w:ascii="{name}" w:hAnsi="{name}" w:eastAsia="{face}" w:cs="{name}"/>'


def size(half_points: int) -> str:
    """The size of type."""
    return f'<w:sz w:val="{half_points}"/><w:szCs w:val="{half_points}"/>'


def defaults(run: str, paragraph: str = "") -> str:
    """Styles: document defaults and the paragraph style that Word expects."""
    return (
        f"<w:docDefaults><w:rPrDefault>{rpr(run)}</w:rPrDefault>"
        f"<w:pPrDefault><w:pPr>{paragraph}</w:pPr></w:pPrDefault></w:docDefaults>"
        '<w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/></w:style>'
    )


PLAIN = defaults(fonts("仿宋_GB2312") + size(32))
"""3号仿宋, single lines."""

OFFICIAL = defaults(fonts("仿宋_GB2312") + size(32), '<w:spacing w:line="592" w:lineRule="exact"/><w:jc w:val="both"/>')
"""3号仿宋, justified, on an exact pitch of 29.6 pt."""

SMALL = defaults(fonts("宋体", "Times New Roman").replace(' w:hint="eastAsia"', "") + size(21))
"""5号宋体, single lines, as Word in Chinese begins."""


COMPATIBLE = (
    '<w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/>'
    "</w:compat>"
)
"""What Word has written since version 2013."""


def document(*body: str, styles: str = PLAIN, closing: str = "", settings: str = "", **parts: object) -> bytes:
    """A DOCX of blocks; `closing` is the inside of the last section's properties instead of plain A4."""
    return docx_file("".join(body) + section(closing), styles=styles, settings=settings + COMPATIBLE, **parts)


def section(inside: str = "") -> str:
    """The properties of a section; upright A4 where nothing is said."""
    return f"<w:sectPr>{inside or A4 + MARGINS}</w:sectPr>"


def section_end(inside: str = "") -> str:
    """An empty paragraph that ends a section."""
    return f"<w:p><w:pPr>{section(inside)}</w:pPr></w:p>"


def paragraphs(*texts: str, properties: str = "") -> str:
    """Paragraphs of the same properties."""
    return "".join(p(text, properties) for text in texts)


def cell(*blocks: str, properties: str = "", of: str = "") -> str:
    """A cell of paragraphs; a text without tags is one paragraph with the properties `of`."""
    inside = "".join(block if block.startswith("<") else p(block, of) for block in blocks or ("",))
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{inside}</w:tc>"


def table(*rows: str, grid: tuple[int, ...], properties: str = "", borders: str = BOX) -> str:
    """A table of fixed widths with all its edges."""
    edges = f"<w:tblBorders>{borders}</w:tblBorders>" if borders else ""
    fixed = f'{properties}<w:tblW w:w="{sum(grid)}" w:type="dxa"/>{edges}<w:tblLayout w:type="fixed"/>'
    return tbl(*rows, properties=fixed, grid=grid)


def plain_rows(rows: list[list[str]], properties: str = "") -> list[str]:
    """Rows of plain cells."""
    return [tr(*map(cell, row), properties=properties) for row in rows]
