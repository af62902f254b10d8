"""Round trips for the importer: a content built, imported again, and what the way through Word truly loses left out."""

from msgspec.structs import replace
from samples import ROOT

from docgen.content import Attachment, Carried, Grid, NewPage, Roster
from docgen.files import shelf_for
from docgen.fill import fill
from docgen.importer import house_of, import_document
from docgen.load import load

CASES = sorted((ROOT / "tests" / "cases" / "notices").glob("*.yaml"))
SHELF = shelf_for(ROOT / "content" / "notices" / "试验.yaml")
HOUSE = house_of(SHELF)


def content_of(file, shelf=SHELF):
    content, said = load(file.read_bytes(), file.name, shelf_for(file).list_file, shelf.stock)
    assert content is not None, said
    return content


def imported(data, name="试验.docx", house=HOUSE):
    """The content and what was said, of a file that must be imported."""
    found = import_document(data, name, house, lambda stem: "试验.yaml")
    assert found.content is not None, "\n".join(map(str, found.diagnostics))
    again, said = load(found.text, "试验.yaml")
    assert said == (), "\n".join(map(str, said))
    assert again == found.content
    return found


def built(content, shelf=SHELF):
    """The DOCX of a content before anything is settled."""
    data, said = fill(content, shelf.template(content.template), f"{content.template}.docx", shelf.form)
    assert data is not None, "\n".join(map(str, said))
    return data.docx


def kept(content):
    """What a DOCX keeps of a content. Lost are: where the writer, not the clerk, broke a title; shares of columns that
    have a common factor, or are all alike; a page break before a title, at the end of a text, or twice; before a
    turned table; on turned sheets, which table was turned by itself; where one 名单 ends and the next begins."""
    carried = content.carried
    return replace(
        content,
        name="",
        title=content.plain_title,
        sealed=content.sealed and bool(content.organs),
        body=kept_blocks(content.body),
        carried=carried
        and Carried(
            carried.title.replace("\n", ""), kept_blocks(carried.blocks), kept_attachments(carried.attachments)
        ),
        attachments=kept_attachments(content.attachments),
    )


def kept_attachments(attachments):
    return tuple(
        Attachment(each.plain_title, kept_blocks(each.blocks, turned=each.landscape), each.form, each.landscape)
        for each in attachments
    )


def kept_blocks(blocks, turned=False):
    found = []
    for block in blocks:
        if isinstance(block, NewPage) and found[-1:] == [block]:
            continue
        if isinstance(block, Grid):
            least = shares(block.widths)
            if block.landscape and isinstance(found[-1:][0] if found else None, NewPage):
                found.pop()
            block = replace(block, widths=least, landscape=block.landscape and not turned)
        if isinstance(block, Roster) and isinstance(found[-1:][0] if found else None, Roster):
            block = Roster(found.pop().members + block.members)
        found.append(block)
    while found and isinstance(found[-1], NewPage):
        found.pop()
    return tuple(found)


def shares(widths):
    if len(set(widths)) < 2:
        return ()
    factor = next(each for each in (9, 8, 7, 6, 5, 4, 3, 2, 1) if all(width % each == 0 for width in widths))
    return tuple(width / factor for width in widths)


def differences(one, other):
    """The elements in which two contents differ, each with both its values: pytest cuts long ones off."""
    names = one.__struct_fields__
    return {
        name: (getattr(one, name), getattr(other, name)) for name in names if getattr(one, name) != getattr(other, name)
    }
