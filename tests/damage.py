"""What happens to a form between sending it out and getting it back: seeded damage to the DOCX."""

import random
from copy import deepcopy
from io import BytesIO

import docx
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm
from docx.text.run import Run

PICTURE = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de0000000c4944415408d763f8cfc0000003010100"
    "18dd8db00000000049454e44ae426082"
)


def _text(element):
    return "".join(piece.text or "" for piece in element.iter(qn("w:t")))


def _rows(opened):
    return [(row, row.findall(qn("w:tc"))) for row in opened.element.body.iter(qn("w:tr"))]


def _set_text(cell, text):
    """The cell holds one plain paragraph, its controls gone."""
    paragraphs = cell.findall(qn("w:p"))
    first = paragraphs[0]
    for other in paragraphs[1:]:
        cell.remove(other)
    for child in list(first):
        if child.tag != qn("w:pPr"):
            first.remove(child)
    for number, line in enumerate(text.split("\n")):
        run = OxmlElement("w:r")
        if number:
            run.append(OxmlElement("w:br"))
        piece = OxmlElement("w:t")
        piece.text = line
        run.append(piece)
        first.append(run)


def lose_controls(opened, chance):
    """Pasted into a new document, or saved by a program that knows no content controls."""
    for control in list(opened.element.body.iter(qn("w:sdt"))):
        content = control.find(qn("w:sdtContent"))
        for child in list(content):
            control.addprevious(child)
        control.getparent().remove(control)


def retype_labels(opened, chance):
    """单位 → 单　位, brackets and colons of the other width."""
    for _, cells in _rows(opened):
        for cell in cells[:-1:2]:
            text = _text(cell)
            if 2 <= len(text) <= 8 and not list(cell.iter(qn("w:sdt"))):
                gap = chance.choice(["　", " ", "　　"])
                _set_text(cell, gap.join(text) if chance.random() < 0.7 else text + chance.choice(["：", ":"]))


def split_values(opened, chance):
    """A value cell becomes two."""
    rows = [cells for _, cells in _rows(opened) if len(cells) == 2 and _text(cells[1]).strip()]
    cells = chance.choice(rows)
    value = _text(cells[1])
    second = deepcopy(cells[1])
    half = len(value) // 2
    _set_text(cells[1], value[:half])
    _set_text(second, value[half:])
    cells[1].addnext(second)


def merge_label_and_value(opened, chance):
    """Somebody merges the label with its value."""
    rows = [cells for _, cells in _rows(opened) if len(cells) == 2 and _text(cells[1]).strip()]
    label, value = chance.choice(rows)
    for child in list(value):
        if child.tag != qn("w:tcPr"):
            label.append(child)
    value.getparent().remove(value)


def add_row(opened, chance):
    """A long text goes on in a row of its own."""
    rows = [(row, cells) for row, cells in _rows(opened) if len(cells) == 2 and len(_text(cells[1])) > 20]
    if not rows:
        return
    row, cells = chance.choice(rows)
    more = deepcopy(row)
    new = more.findall(qn("w:tc"))
    value = _lines(cells[1])
    _set_text(cells[1], value[0])
    _set_text(new[0], "")
    _set_text(new[1], "\n".join(value[1:]))
    row.addnext(more)


def _lines(cell):
    found = [""]
    for piece in cell.iter(qn("w:t"), qn("w:br")):
        if piece.tag == qn("w:br"):
            found.append("")
        else:
            found[-1] += piece.text or ""
    return found


def tick_otherwise(opened, chance):
    """☑ becomes √ or ■."""
    sign = chance.choice("√■✓")
    for piece in opened.element.body.iter(qn("w:t")):
        if piece.text and "☑" in piece.text:
            piece.text = piece.text.replace("☑", sign)


def paste_picture(opened, chance):
    """A seal or a scan lies in a cell."""
    _, cells = chance.choice(_rows(opened))
    run = OxmlElement("w:r")
    cells[-1].findall(qn("w:p"))[-1].append(run)
    Run(run, opened.paragraphs[0]).add_picture(BytesIO(PICTURE), width=Mm(20))


DAMAGES = (
    lose_controls,
    retype_labels,
    split_values,
    merge_label_and_value,
    add_row,
    tick_otherwise,
    paste_picture,
)


def damaged(data, seed):
    """A returned form with one to three kinds of damage, in the order of `DAMAGES`."""
    chance = random.Random(seed)
    opened = docx.Document(BytesIO(data))
    chosen = chance.sample(range(len(DAMAGES)), chance.randint(1, 3))
    for number in sorted(chosen):
        DAMAGES[number](opened, chance)
    out = BytesIO()
    opened.save(out)
    return out.getvalue(), tuple(DAMAGES[number].__name__ for number in sorted(chosen))
