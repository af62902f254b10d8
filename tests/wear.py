"""How offices really treat a form: seeded wear of a returned DOCX, a second hand beside `damage`.

Each kind keeps what was filled in to be read by a human being, those of `OPENLY` aside.
"""

import random
import re
from copy import deepcopy
from io import BytesIO

import docx
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn

W = nsdecls("w")


def text_in(element):
    return "".join(
        "\n" if piece.tag == qn("w:br") else piece.text or "" for piece in element.iter(qn("w:t"), qn("w:br"))
    )


def rows_in(opened):
    return [row.findall(qn("w:tc")) for row in opened.element.body.iter(qn("w:tr"))]


def form_rows(opened):
    """The rows of the longest table."""
    return max((table.findall(qn("w:tr")) for table in opened.element.body.iter(qn("w:tbl"))), key=len)


def pairs_in(opened):
    """Cells that hold a label, each with the cell of its value."""
    return [
        (label, value)
        for cells in rows_in(opened)
        for label, value in zip(cells[::2], cells[1::2], strict=False)
        if 2 <= len(text_in(label).strip()) <= 24 and not list(label.iter(qn("w:sdt")))
    ]


def filled_pairs(opened):
    return [pair for pair in pairs_in(opened) if list(pair[1].iter(qn("w:sdt"))) and text_in(pair[1]).strip()]


def controls_in(element):
    return list(element.iter(qn("w:sdt")))


def open_controls(element):
    """Controls give way to what they hold."""
    for control in controls_in(element):
        for child in list(control.find(qn("w:sdtContent"))):
            control.addprevious(child)
        control.getparent().remove(control)


def new_run(text, **marks):
    lines = "<w:br/>".join(f'<w:t xml:space="preserve">{_escaped(line)}</w:t>' for line in text.split("\n"))
    looks = "".join(f'<w:{name} w:val="{value}"/>' for name, value in marks.items())
    return parse_xml(f"<w:r {W}><w:rPr>{looks}</w:rPr>{lines}</w:r>")


def _escaped(text):
    return text.replace("&", "&amp;").replace("<", "&lt;")


def write(cell, text):
    """The cell holds one plain paragraph."""
    paragraphs = cell.findall(qn("w:p"))
    for other in paragraphs[1:]:
        cell.remove(other)
    for child in list(paragraphs[0]):
        if child.tag != qn("w:pPr"):
            paragraphs[0].remove(child)
    paragraphs[0].append(new_run(text))


def widen(cell, span):
    properties = cell.find(qn("w:tcPr"))
    found = properties.find(qn("w:gridSpan"))
    if found is None:
        found = OxmlElement("w:gridSpan")
        width = properties.find(qn("w:tcW"))
        properties.insert(0 if width is None else properties.index(width) + 1, found)
    found.set(qn("w:val"), str(span))


def span_of(cell):
    found = cell.find(f"{qn('w:tcPr')}/{qn('w:gridSpan')}")
    return int(found.get(qn("w:val"))) if found is not None else 1


def strip_controls(opened, chance):
    """WPS, or a copy into another file."""
    open_controls(opened.element.body)


def retype_labels(opened, chance):
    """Labels typed anew: blanks between, colons behind, brackets and marks of the other width, a star or a number."""
    for label, _ in pairs_in(opened):
        text = "".join(text_in(label).split())
        if chance.random() < 0.6:
            write(label, chance.choice([" ", "　", "\u00a0", "\n"]).join(text))
        elif chance.random() < 0.5:
            write(label, text + chance.choice(["：", ":", "： ", " :"]))
        else:
            write(label, chance.choice(["*", "＊", "1.", "（1）", "一、"]) + text)


def add_to_label(opened, chance):
    """单位名称 → 单位名称（盖章）."""
    label, _ = chance.choice(pairs_in(opened))
    write(label, "".join(text_in(label).split()) + chance.choice(["（盖章）", "(公章)", "（必填）", "（全称）"]))


def split_label(opened, chance):
    """A label cell becomes two: 单位 | 名称."""
    label, _ = chance.choice(filled_pairs(opened))
    text = "".join(text_in(label).split())
    second = deepcopy(label)
    write(label, text[: len(text) // 2])
    write(second, text[len(text) // 2 :])
    label.addnext(second)


def split_value(opened, chance):
    """A value cell becomes two, the value in one of them."""
    _, value = chance.choice(filled_pairs(opened))
    second = deepcopy(value)
    write(second, "")
    (value.addnext if chance.random() < 0.5 else value.addprevious)(second)


def merge_with_next(opened, chance):
    """A value cell is merged with the label or value behind it: their paragraphs stand one under another."""
    cells = chance.choice([cells for cells in rows_in(opened) if len(cells) >= 2 and controls_in(cells[1])])
    at = chance.randrange(len(cells) - 1)
    for child in list(cells[at + 1]):
        if child.tag != qn("w:tcPr"):
            cells[at].append(child)
    widen(cells[at], span_of(cells[at]) + span_of(cells[at + 1]))
    cells[at + 1].getparent().remove(cells[at + 1])


def merge_down(opened, chance):
    """Two rows of a column are merged: what stands in the lower cell goes into the upper one."""
    rows = [cells for cells in rows_in(opened) if len(cells) >= 2]
    at = chance.randrange(len(rows) - 1)
    upper, lower = rows[at][1], rows[at + 1][1]
    for child in list(lower):
        if child.tag != qn("w:tcPr"):
            upper.append(child)
    lower.append(OxmlElement("w:p"))
    for cell, kind in ((upper, "restart"), (lower, "continue")):
        mark = OxmlElement("w:vMerge")
        mark.set(qn("w:val"), kind)
        properties = cell.find(qn("w:tcPr"))
        span = properties.find(qn("w:gridSpan"))
        properties.insert(properties.index(span) + 1 if span is not None else 1, mark)


def remove_row(opened, chance):
    """A row that somebody thought needless."""
    row = chance.choice(form_rows(opened))
    row.getparent().remove(row)


def reorder_rows(opened, chance):
    """Two rows change places."""
    rows = form_rows(opened)
    at = chance.randrange(len(rows) - 1)
    rows[at].addprevious(rows[at + 1])


def add_rows(opened, chance):
    """Rows of their own kind: empty, or with a label that the form does not have."""
    row = chance.choice(form_rows(opened))
    more = deepcopy(row)
    open_controls(more)
    texts = chance.choice([("", ""), ("备注", "无"), ("邮政编码", "116001"), ("传真", "0411-83630000")])
    cells = more.findall(qn("w:tc"))
    for cell in cells:
        write(cell, "")
    for cell, text in zip(cells, texts, strict=False):
        write(cell, text)
    (row.addnext if chance.random() < 0.7 else row.addprevious)(more)


def insert_column(opened, chance):
    """An empty column behind the labels."""
    for label, _ in pairs_in(opened):
        more = deepcopy(label)
        write(more, "")
        label.addnext(more)


def nest_value(opened, chance):
    """A table pasted into a value cell holds the value."""
    _, value = chance.choice(filled_pairs(opened))
    inner = parse_xml(
        f'<w:tbl {W}><w:tblPr><w:tblW w:w="0" w:type="auto"/></w:tblPr><w:tblGrid><w:gridCol w:w="2000"/></w:tblGrid>'
        f'<w:tr><w:tc><w:tcPr><w:tcW w:w="2000" w:type="dxa"/></w:tcPr></w:tc></w:tr></w:tbl>'
    )
    cell = next(inner.iter(qn("w:tc")))
    for paragraph in value.findall(qn("w:p")):
        cell.append(paragraph)
    value.append(inner)
    value.append(OxmlElement("w:p"))


def nest_form(opened, chance):
    """The whole form stands in a cell of a frame table."""
    table = next(opened.element.body.iter(qn("w:tbl")))
    frame = parse_xml(
        f'<w:tbl {W}><w:tblPr><w:tblW w:w="0" w:type="auto"/></w:tblPr><w:tblGrid><w:gridCol w:w="9000"/></w:tblGrid>'
        f'<w:tr><w:tc><w:tcPr><w:tcW w:w="9000" w:type="dxa"/></w:tcPr></w:tc></w:tr></w:tbl>'
    )
    table.addprevious(frame)
    cell = next(frame.iter(qn("w:tc")))
    cell.append(table)
    cell.append(OxmlElement("w:p"))


def type_into_label(opened, chance):
    """The value is typed behind the label in its own cell, the cell for it stays empty."""
    label, value = chance.choice(filled_pairs(opened))
    text = text_in(value)
    write(label, "".join(text_in(label).split()) + chance.choice(["：", ":", "：\n", "\n"]) + text)
    write(value, "")


def type_beside(opened, chance):
    """A word more in front of a control or behind it."""
    control = chance.choice([each for _, value in filled_pairs(opened) for each in controls_in(value)])
    (control.addprevious if chance.random() < 0.5 else control.addnext)(
        new_run(chance.choice(["（补）", "另附", "123"]))
    )


def tick_with_signs(opened, chance):
    """☑ becomes another sign, or a sign of Wingdings."""
    sign = chance.choice(["√", "■", "✓", "✔", "🗹", "☒", "●", "F052", "F0FE", "F0FC"])
    open_controls(opened.element.body)
    for piece in list(opened.element.body.iter(qn("w:t"))):
        if piece.text == "☑" and sign.startswith("F"):
            font = "Wingdings 2" if sign == "F052" else "Wingdings"
            piece.getparent().append(parse_xml(f'<w:sym {W} w:font="{font}" w:char="{sign}"/>'))
            piece.getparent().remove(piece)
        elif piece.text and "☑" in piece.text:
            piece.text = piece.text.replace("☑", sign)


def tick_beside(opened, chance):
    """√ typed beside a □ that stays."""
    how = chance.choice(["□√", "√□", "□ √", "（√）", "[√]", "□(√)"])
    open_controls(opened.element.body)
    for piece in opened.element.body.iter(qn("w:t")):
        if piece.text and "☑" in piece.text:
            piece.text = piece.text.replace("☑", how)


def delete_other_choices(opened, chance):
    """What is not meant is deleted, with its box or without; the box of what is meant stays, or goes too."""
    open_controls(opened.element.body)
    for paragraph in opened.element.body.iter(qn("w:p")):
        text = text_in(paragraph)
        if "☑" not in text or "市级" not in text:
            continue
        shorter = re.sub(r"(?:市级|区市县、产业级)□", "", text)
        if chance.random() < 0.5:
            shorter = shorter.replace("☑", chance.choice(["", "□", "√"]))
        for child in list(paragraph):
            if child.tag != qn("w:pPr"):
                paragraph.remove(child)
        paragraph.append(new_run(shorter))


def spoil_ticks(opened, chance):
    """All boxes ticked, or none, or the boxes gone."""
    open_controls(opened.element.body)
    instead = chance.choice(["☑", "□", ""])
    for piece in opened.element.body.iter(qn("w:t")):
        if piece.text and ("☑" in piece.text or "□" in piece.text):
            piece.text = re.sub("[☑□]", instead, piece.text)


def track_changes(opened, chance):
    """A value inserted as a tracked change, over another one deleted."""
    runs = [
        run for control in controls_in(opened.element.body) for run in control.iter(qn("w:r")) if text_in(run).strip()
    ]
    for number, run in enumerate(chance.sample(runs, min(3, len(runs)))):
        author = f'w:id="{900 + number}" w:author="张三" w:date="2018-01-01T00:00:00Z"'
        inserted = parse_xml(f"<w:ins {W} {author}/>")
        run.addprevious(parse_xml(f"<w:del {W} {author}><w:r><w:delText>旧的内容</w:delText></w:r></w:del>"))
        run.addprevious(inserted)
        inserted.append(run)


def comment_and_mark(opened, chance):
    """Anchors of comments, yellow marks, proof marks, bookmarks."""
    for number, run in enumerate(list(opened.element.body.iter(qn("w:r")))):
        if chance.random() < 0.4:
            run.addprevious(parse_xml(f'<w:bookmarkStart {W} w:id="{number}" w:name="_b{number}"/>'))
            run.addnext(parse_xml(f'<w:bookmarkEnd {W} w:id="{number}"/>'))
            run.addprevious(parse_xml(f'<w:proofErr {W} w:type="spellStart"/>'))
            look = run.find(qn("w:rPr"))
            if look is not None and look.find(qn("w:highlight")) is None:
                look.append(parse_xml(f'<w:highlight {W} w:val="yellow"/>'))


def split_runs(opened, chance):
    """WPS: each word a run of its own, smart tags around some."""
    for piece in list(opened.element.body.iter(qn("w:t"))):
        run, text = piece.getparent(), piece.text or ""
        if len(text) < 4 or len(run.findall(qn("w:t"))) > 1:
            continue
        at = chance.randrange(1, len(text))
        second = deepcopy(run)
        piece.text, next(second.iter(qn("w:t"))).text = text[:at], text[at:]
        for each in (piece, next(second.iter(qn("w:t")))):
            each.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
        run.addnext(second)
        if chance.random() < 0.3:
            tag = parse_xml(f'<w:smartTag {W} w:uri="urn:schemas-microsoft-com:office:smarttags" w:element="x"/>')
            second.addprevious(tag)
            tag.append(second)


def break_lines(opened, chance):
    """Soft returns and tabs inside values, empty paragraphs around them."""
    _, value = chance.choice(filled_pairs(opened))
    for piece in list(value.iter(qn("w:t"))):
        text = piece.text or ""
        if len(text) > 6:
            at = len(text) // 2
            piece.text = text[:at]
            rest = OxmlElement("w:t")
            rest.text = text[at:]
            sign = OxmlElement(chance.choice(["w:br", "w:tab"]))
            piece.addnext(sign)
            sign.addnext(rest)
    value.append(OxmlElement("w:p"))


def link_texts(opened, chance):
    """What looks like an address becomes a hyperlink field."""
    for control in controls_in(opened.element.body):
        for run in list(control.iter(qn("w:r"))):
            if re.search(r"[@.]|\d{4}", text_in(run)) and chance.random() < 0.6:
                link = parse_xml(f'<w:hyperlink {W} w:anchor="_top"/>')
                run.addprevious(link)
                link.append(run)


def put_before(opened, chance):
    """A covering letter, with a table of its own, stands before the form."""
    body, first = opened.element.body, opened.element.body[0]
    lines = [
        "关于报送申报表的函",
        "市总工会：",
        "现将我单位申报表报上，请审示。单位名称、项目名称及主要内容详见附表。",
        "联系方式：见附表",
    ]
    for line in lines:
        first.addprevious(parse_xml(f"<w:p {W}/>"))
        first.getprevious().append(new_run(line))
    if chance.random() < 0.5:
        table = docx.Document().add_table(rows=2, cols=2)
        for cell, text in zip(table._cells, ["材料名称", "份数", "申报表", "4"], strict=True):
            cell.text = text
        first.addprevious(table._tbl)
    broken = parse_xml(f'<w:p {W}><w:r><w:br w:type="page"/></w:r></w:p>')
    first.addprevious(broken)
    assert body[0] is not first


def lose_head(opened, chance):
    """Only the table is sent back."""
    body = opened.element.body
    for child in list(body):
        if child.tag == qn("w:p") and not controls_in(child) and "□" not in text_in(child):
            body.remove(child)


def copy_table(opened, chance):
    """The form is copied into a new document with other styles."""
    target = docx.Document()
    for child in list(opened.element.body):
        if child.tag != qn("w:sectPr"):
            target.element.body.insert(len(target.element.body) - 1, child)
    for style in list(target.element.body.iter(qn("w:pStyle"), qn("w:tblStyle"))):
        style.getparent().remove(style)
    if chance.random() < 0.5:
        open_controls(target.element.body)
    return target


def repeat_form(opened, chance):
    """The same form once more in one file, filled in otherwise."""
    body = opened.element.body
    children = [child for child in body if child.tag != qn("w:sectPr")]
    for child in children:
        more = deepcopy(child)
        for control in controls_in(more):
            for piece in control.iter(qn("w:t")):
                if piece.text and len(piece.text) > 2:
                    piece.text = "另" + piece.text
        body.insert(len(body) - 1, more)


WEARS = (
    strip_controls,
    retype_labels,
    add_to_label,
    split_label,
    split_value,
    merge_with_next,
    merge_down,
    remove_row,
    reorder_rows,
    add_rows,
    insert_column,
    nest_value,
    nest_form,
    type_into_label,
    type_beside,
    tick_with_signs,
    tick_beside,
    delete_other_choices,
    spoil_ticks,
    track_changes,
    comment_and_mark,
    split_runs,
    break_lines,
    link_texts,
    put_before,
    lose_head,
    repeat_form,
    copy_table,
)
OPENLY = (remove_row, spoil_ticks, type_beside, repeat_form, merge_down)
"""What takes a value away, says more than was filled in, or mixes two values: no more can be asked than to be told."""


def worn(data, seed, wears=WEARS, most=3):
    """A returned form after one to `most` kinds of wear; and which."""
    chance = random.Random(seed)
    opened = docx.Document(BytesIO(data))
    chosen = chance.sample(wears, chance.randint(1, min(most, len(wears))))
    chance.shuffle(chosen)
    for wear in chosen:
        try:
            opened = wear(opened, chance) or opened
        except (IndexError, ValueError, StopIteration):
            continue  # an earlier wear left nothing to do it to
    out = BytesIO()
    opened.save(out)
    return out.getvalue(), tuple(wear.__name__ for wear in chosen)
